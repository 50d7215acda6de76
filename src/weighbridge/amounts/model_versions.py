"""Which offers are of a tested model: names of one set of weights, told apart by month and thinking where both say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_DAY = re.compile(r"(20[12][0-9])-(0[1-9]|1[0-2])(?:-[0-3][0-9])?")
_SHORT_DAY = re.compile(r"(0[1-9]|1[0-2])-[0-3][0-9]")
_DIGITS = re.compile(r"(2[2-6])(0[1-9]|1[0-2])(?:[0-3][0-9])?|(0[1-9]|1[0-2])[0-3][0-9]")
_CENTURY = 2000


class Version(NamedTuple):
    """What a setting says of the weights; a month may lack its year. Effort and place of service say nothing."""

    year: int | None = None
    month: int | None = None
    thinking: bool = False

    def is_of(self, other: Version) -> bool:
        """Say whether both are of one month, as far as they say."""
        return self.month == other.month and (self.year == other.year or None in (self.year, other.year))


def version(setting: str | None) -> Version:
    """Read a setting as `subjects` has it: `preview, 05-20, thinking`, `2507`, `0528`, `2025-09-29, 16k thinking`."""
    words = (setting or "").split(", ")
    thinking = "thinking" in words
    for word in words:
        if found := _DAY.fullmatch(word):
            return Version(int(found[1]), int(found[2]), thinking)
        if found := _SHORT_DAY.fullmatch(word):
            return Version(None, int(found[1]), thinking)
        if found := _DIGITS.fullmatch(word):
            year = _CENTURY + int(found[1]) if found[1] else None
            return Version(year, int(found[2] or found[3]), thinking)
    return Version(thinking=thinking)


def of_version(wanted: Version, offered: Sequence[Version]) -> list[int]:
    """Give the places of the offers of `wanted`: of its month, else those without a month.

    For a model without a month those without one, else all. Of what is left those that think alike, where any do.
    """
    plain = [i for i, one in enumerate(offered) if one.month is None]
    if wanted.month is None:
        found = plain or list(range(len(offered)))
    else:
        found = [i for i, one in enumerate(offered) if one.month is not None and wanted.is_of(one)] or plain
    alike = [i for i in found if offered[i].thinking == wanted.thinking]
    return alike or found
