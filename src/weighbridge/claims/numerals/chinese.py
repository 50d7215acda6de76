"""Numbers in Chinese characters: `三十`, `两百五十`, `一千零六十万`, `二〇二五`, and in digits before a scale."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10**4, "亿": 10**8, "兆": 10**12}  # 兆: as counted in Taiwan
CHARACTERS = "".join([*DIGITS, *SMALL, *GREAT])
NUMBER = re.compile(rf"[{CHARACTERS}]++")
# A scale of one or more characters after digits: `万`, `百万`, `千亿`, `万亿`.
SCALE = re.compile(r"[十百千]?万亿|[十百千]?[万亿]|兆(?!字节|赫|瓦|[bB比])|[百千]")
LONGEST = 24


def value(said: str) -> Decimal | None:
    """Give the number, null where the characters make none: `一二三` is a list, `万万` is nothing that is written."""
    if not said or len(said) > LONGEST or any(char not in CHARACTERS for char in said):
        return None
    whole = Decimal(0)
    rest = said
    for great, factor in reversed(GREAT.items()):
        head, found, tail = rest.rpartition(great)
        if found:
            part = value(head) if head else None
            if part is None or part == 0:
                return None
            whole, rest = whole + part * factor, tail
            if len(tail) == 1 and DIGITS.get(tail):  # `三万五` is 35,000
                return whole + Decimal(DIGITS[tail] * factor // 10)
    if not rest:
        return whole
    small = _below_ten_thousand(rest)
    return None if small is None else whole + small


def _below_ten_thousand(said: str) -> int | None:
    total, digit, gap, room = 0, None, False, 10_000
    for char in said:
        if char in DIGITS:
            if digit:  # two digits side by side; a zero between places is how a gap is read out
                return None
            digit, gap = DIGITS[char], gap or DIGITS[char] == 0
        else:
            if SMALL[char] >= room or (digit is None and (char != "十" or total)):
                return None
            total, room, digit = total + (1 if digit is None else digit) * SMALL[char], SMALL[char], None
    # `一百二` is 120, and `一百零二` is 102.
    return total + (digit or 0) * (room // 10 if total and room > SMALL["十"] and not gap else 1)


def scale(said: str) -> int:
    """Give the factor of a scale as `SCALE` finds it."""
    factor = 1
    for char in said:
        factor *= SMALL.get(char) or GREAT[char]
    return factor


def digits(said: str) -> int | None:
    """Give a number read out digit by digit, as years are: `二〇二五`; null for anything else."""
    return int("".join(str(DIGITS[char]) for char in said)) if said and all(char in DIGITS for char in said) else None
