"""Readings in brackets behind a Chinese character, `競(jìng)賽`: for those who read aloud, and in the way of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

_BRACKETED = re.compile(r"(?<=[\u3400-\u9fff])[(（]([^()（）\s]{1,7})[)）]")
_SYLLABLE = re.compile(r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,4}(?:ng|n|r)?[1-5]?")
_BOPOMOFO = re.compile(r"[\u3105-\u312f\u31a0-\u31bf˙ˊˇˋ]+")
_TONES = re.compile("[\u0304\u0301\u030c\u0300]")
# One unmarked syllable could be a word in brackets; beside marked ones it is a syllable without a tone.
_FEWEST_MARKED = 2


def readings(text: str) -> Iterator[Edit]:
    """Give the edits that take readings away: syllables with a tone, and toneless ones where others have tones."""
    marked = (match for match in _BRACKETED.finditer(text) if _marked(match[1]))
    sure = len(list(islice(marked, _FEWEST_MARKED))) == _FEWEST_MARKED
    for match in _BRACKETED.finditer(text):
        has_tone = _marked(match[1])
        if has_tone or (sure and has_tone is False):
            yield match.start(), match.end(), ""


def _marked(inside: str) -> bool | None:
    """Say whether a tone is marked; None where `inside` is no reading."""
    if _BOPOMOFO.fullmatch(inside):
        return True
    letters = normalize("NFD", inside)
    bare = normalize("NFC", _TONES.sub("", letters))
    if not _SYLLABLE.fullmatch(bare):
        return None
    return bare != normalize("NFC", inside) or bare[-1].isdigit()
