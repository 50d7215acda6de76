"""One form for each letter and digit: full width, ligatures, mathematical and compatibility forms become plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

# Not all that NFKC knows: a superscript 2 or a half would become another number.
_SPACES = r"\u00a0\u2000-\u200a\u202f\u205f\u3000"
_FORMS = re.compile(
    rf"[{_SPACES}]+"
    r"|[\uff01-\uff5e\uffe0-\uffe6]+"  # full width
    r"|[\ufb00-\ufb06]"  # Latin ligatures of printed pages
    r"|[\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufaff]+"  # radicals and doubles, as PDFs store Chinese characters
    r"|[\U0001d400-\U0001d7ff]+"  # mathematical letters and digits
)
_SPACE = re.compile(rf"[{_SPACES}]")


def forms(text: str) -> Iterator[Edit]:
    """Give the edits to plain forms; all but those of ligatures keep their length."""
    for match in _FORMS.finditer(text):
        new = _SPACE.sub(" ", match[0]) if _SPACE.match(match[0]) else normalize("NFKC", match[0])
        if new != match[0]:
            yield match.start(), match.end(), new
