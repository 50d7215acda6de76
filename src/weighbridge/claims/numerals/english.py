"""Numbers in English words: `thirty`, `two hundred and fifty thousand`, `a hundred`, `two and a half`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from weighbridge.claims.small_letters import small

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: number for number, word in enumerate(_ONES.split())}
TENS = {word: number * 10 for number, word in enumerate(_TENS.split(), start=2)}
HUNDRED = 100
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
DOZEN = 12

_WORD = "|".join(sorted([*ONES, *TENS, "hundred", *SCALES, "dozen"], key=len, reverse=True))
# At most so many words make a number: a text of nothing but `two two two` is walked in pieces.
_MOST_WORDS = 12
_LINK = r"(?:[ -]|\s+and\s+)"
_WORDS = (
    rf"(?<![A-Za-z0-9-])(?:an?\s+(?=hundred|thousand|million|billion|trillion|dozen))?(?:{_WORD})(?![A-Za-z])"
    rf"(?:{_LINK}(?:{_WORD})(?![A-Za-z])){{0,{_MOST_WORDS - 1}}}"
)
_NUMBER, _NUMBER_IN_SMALL = re.compile(_WORDS, re.IGNORECASE), re.compile(_WORDS.lower())
_EACH = re.compile(rf"(?:{_WORD})(?![A-Za-z])", re.IGNORECASE)
_AND_A_HALF = re.compile(r"(?:[ -]|\s+)and(?:[ -]|\s+)a(?:[ -]|\s+)half(?![A-Za-z])", re.IGNORECASE)


def starts(text: str) -> Iterator[int]:
    """Give where numbers begin."""
    return (found.start() for found in _NUMBER_IN_SMALL.finditer(small(text)))


def read(text: str, start: int) -> tuple[int, Decimal] | None:
    """Give the end and the value of the longest number that begins at `start`; null where none does."""
    found = _NUMBER.match(text, start)
    if found is None:
        return None
    number = _Fold()
    end = start
    for word in _EACH.finditer(text, start, found.end()):
        if not number.take(word[0].lower()):
            break
        end = word.end()
    half = _AND_A_HALF.match(text, end)
    return (half.end(), number.total + Decimal("0.5")) if half else (end, Decimal(number.total))


class _Fold:
    """A number taken word by word, each smaller than what it follows, but for scales."""

    def __init__(self) -> None:
        self.done, self.group, self.room, self.scale = 0, 0, HUNDRED * 10, 10**15

    @property
    def total(self) -> int:
        return self.done + self.group

    def take(self, word: str) -> bool:
        """Take the word if it goes on with the number."""
        if word in SCALES:
            return self._close(SCALES[word])
        if word == "dozen":
            return self._multiply(DOZEN, room=0)
        if word == "hundred":
            return self._multiply(HUNDRED, room=HUNDRED)
        return self._add(ONES.get(word, TENS.get(word, 0)), 10 if word in TENS else 0)

    def _add(self, number: int, room: int) -> bool:
        if number >= self.room or self.room == 0:
            return False
        self.group, self.room = self.group + number, room
        return True

    def _multiply(self, factor: int, room: int) -> bool:
        if self.group >= HUNDRED or (self.room == 0 and self.group == 0):
            return False
        self.group, self.room = max(self.group, 1) * factor, room
        return True

    def _close(self, scale: int) -> bool:
        if scale >= self.scale or (self.group == 0 and self.done):
            return False
        self.done, self.group = self.done + max(self.group, 1) * scale, 0
        self.room, self.scale = HUNDRED * 10, scale
        return True
