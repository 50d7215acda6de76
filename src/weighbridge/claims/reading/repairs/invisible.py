"""Characters that no reader sees: zero widths, changes of direction, controls, and line ends of other kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROL = r"\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
# Unicode's category of formats, as of version 16; a test compares.
_FORMAT = (
    r"\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
# Drawn as nothing, though Unicode calls them letters or marks.
_BLANK = r"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNSEEN = re.compile(rf"(?P<line>\r\n|[{_LINE_ENDS}])|[{_CONTROL}{_FORMAT}{_BLANK}]+")


def invisible(text: str) -> Iterator[Edit]:
    """Give the edits that take invisible characters away and let every line end in one line feed."""
    for match in _UNSEEN.finditer(text):
        yield match.start(), match.end(), "\n" if match["line"] else ""
