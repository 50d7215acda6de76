"""A closing quotation mark that lost a byte: `。”隨` stored as `?！彪S`.

In GBK every Chinese character is two bytes. Where a program dropped the first byte of a full stop, the second halves
joined the first halves of what follows, until a Latin letter (the second half of a rare character) put them into step
again; a second half that fits nothing shows as one more `?`, and with it goes a `<`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

_HAN = r"[\u3400-\u9fff]"
# What stands before a closing mark, by what its second byte and the mark's first byte look like together.
_STOPS = {"!": "。", "！": "。", "　": "！", "俊": "？"}
_SLIP = re.compile(
    rf"(?<={_HAN})[?？](?P<stop>[!！　俊])(?:(?P<han>{_HAN})(?P<letter>[@-~])|(?P<tag>[?？](?=/?\w{{1,8}}>)))"
)
_QUOTE_TAIL = 0xB1


def byte_slips(text: str) -> Iterator[Edit]:
    """Give the edits that put lost full stops and closing quotation marks back."""
    for slip in _SLIP.finditer(text):
        after = "<" if slip["tag"] else _rejoined(slip["han"], slip["letter"])
        if after:
            yield slip.start(), slip.end(), f"{_STOPS[slip['stop']]}”{after}"


def _rejoined(han: str, letter: str) -> str:
    """Give the character whose halves are the second byte of `han` and `letter`; empty where they make none."""
    halves = han.encode("gbk", "ignore")
    if len(halves) != 2 or halves[0] != _QUOTE_TAIL:  # noqa: PLR2004 - a character of GBK is two bytes
        return ""
    return (halves[1:] + letter.encode("ascii")).decode("gbk", "ignore")
