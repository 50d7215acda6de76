"""What is left of a web page in a text that should have none: tags, and characters written by name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

_BLOCK = "p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|figcaption"
_INLINE = "a|b|i|u|em|strong|span|font|img|sup|sub|small|td|th|script|style|iframe|object|embed|svg|form|input|button"
_REMNANT = re.compile(
    rf"</?(?:(?P<block>{_BLOCK})|{_INLINE})(?:\s[^<>\n]{{0,300}})?/?>|<!--[^<>\n]{{0,300}}-->"
    r"|(?P<named>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});)",
    re.IGNORECASE,
)


def remnants(text: str) -> Iterator[Edit]:
    """Give the edits that take tags away (a paragraph's ends a line) and write named characters out."""
    for match in _REMNANT.finditer(text):
        new = html.unescape(match[0]) if match["named"] else "\n" if match["block"] else ""
        if new != match[0]:
            yield match.start(), match.end(), new
