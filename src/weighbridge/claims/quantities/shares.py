"""Shares in words: `half`, `two thirds`, `one in five`, `八成`, `三分之一`, `百分之四十`, `过半`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from weighbridge.claims.numerals import chinese, english
from weighbridge.claims.pieces import sought
from weighbridge.claims.quantities.amount import Amount
from weighbridge.quantity import Hedge, Unit

# A fraction in words is the nearest simple one: half is said of anything from 45 to 55 %, a third of 30 to 37 %.
WORD_SLACK = Decimal("0.1")
_HALF = Decimal("0.5")
# Half a year is said of five months and of seven.
_FIFTH = Decimal("0.2")
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_PARTS |= {"eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100}
_NAMES = "|".join(name for name in _PARTS if name not in ("half", "halve"))
_COUNT = r"one|two|three|four|five|six|seven|eight|nine"
_OF = r"(?=\s+(?:of|as|the|that|what|in|to|by|from|on|this|last|today|now|and|are|is|were|was)\b|\s*[.,;:!?)]|\s*$)"
_FRACTION = sought(
    rf"(?<![A-Za-z0-9-])(?:(?P<count>{_COUNT})(?:-|\s)(?P<part>{_NAMES})s?(?![A-Za-z-])(?!\s(?:of\s20|place|party|time))"
    rf"|(?P<article>an?)\s(?P<name>{_NAMES})(?![A-Za-z-]){_OF})",
    "third quarter fourth fifth sixth seventh eighth ninth tenth twentieth hundredth",
    any_case=True,
    reach=None,  # it may look far for the end of the text
)
_HALF_WORD = sought(
    r"(?<![A-Za-z0-9-])(?:one[\s-])?half(?=\s+(?:of|the|all|its|their|our|his|her|as)\b|\s*[.,;:!?)]|\s*$)"
    r"(?<!first\shalf)(?<!second\shalf)(?<!and\sa\shalf)",
    "half",
    any_case=True,
    reach=None,  # it may look far for the end of the text
)
_HALF_SCALE = sought(
    r"(?<![A-Za-z0-9-])half(?:\s|-)an?\s(?P<scale>dozen|million|billion|trillion)(?![A-Za-z])", "half", any_case=True
)
_HALF_TIME = sought(r"(?<![A-Za-z0-9-])half\san?\s(?P<unit>year|decade)(?![A-Za-z])", "half", any_case=True)
_HAN_HALF_TIME = sought(
    r"(?<![上下大小前后多一二两三四五六七八九十0-9年月])半(?:(?P<year>年)|个月)(?![报度刊])", "半年 半个月"
)
_SCALES = {"dozen": 12, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_IN = sought(
    r"(?<![A-Za-z0-9-])(?P<some>[0-9]{1,3}|[a-z]{3,5})\s(?:(?:downloads?|pulls?|tokens?|models?|derivatives?|start-?ups|companies)\s)?(?:in|out\sof)\s(?:every\s)?(?P<all>[0-9]{1,4}|[a-z]{3,6})(?![A-Za-z0-9%.,]{0,8}[0-9%])"
    r"(?!\s(?:years?|months?|weeks?|days?|hours?|million|billion|thousand))(?![A-Za-z])",
    "in out",
    any_case=True,
)
_MOST = sought(
    r"(?<![A-Za-z0-9-])(?:(?:an?|the)\s)?(?:(?:vast|overwhelming|large|clear|great)\s)?majority\sof(?![A-Za-z])"
    r"|(?<![A-Za-z0-9-])most\sof(?=\s(?:the|its|their|them|these|those|all|our)\b)",
    "majority most",
    any_case=True,
)
_HAN_DIGIT = "[一二两三四五六七八九]"
_HAN_NUMBER = rf"[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?|[{chinese.CHARACTERS}]{{1,8}}(?:点[{chinese.CHARACTERS}]{{1,4}})?"
_PER_HUNDRED = sought(rf"百分之(?P<said>{_HAN_NUMBER})", "百分之")
_HAN_FRACTION = sought(
    rf"(?P<whole>[0-9]{{1,3}}|[二两三四五六七八九十百]{{1,3}})分之(?P<some>[0-9]{{1,3}}|{_HAN_DIGIT}十?)", "分之"
)
_TENTHS = sought(
    rf"(?P<low>{_HAN_DIGIT})?(?P<said>{_HAN_DIGIT}|(?<![0-9.])[0-9](?:\.[0-9])?)成(?:(?P<half>半)|(?P<rest>{_HAN_DIGIT}))?"
    r"(?![为立本功员果长熟就绩交分品都了效天语])",
    "成",
)
_HAN_HALF = sought(r"一半|半数", "一半 半数")
_OVER_HALF = sought(r"过半数?|(?:绝|占)?大多数|(?<![大])多数(?!据)|大部分|大半|(?<=占)多数", "过半 多数 大部分 大半")


_OF_EVERY = sought(
    r"每(?P<all>十|百|[0-9]{1,3})(?:个|款|家|次|人|名)[^,;。]{0,16}?(?:就)?有(?P<over>超过|逾|多于)?(?:近|约|大约)?"
    rf"(?P<some>{_HAN_DIGIT}|[0-9]{{1,2}})(?:个|款|家|次|人|名)(?P<more>以上|多)?",
    "每",
)


_OF_EVERY_ENGLISH = sought(
    r"(?<![A-Za-z])of\severy\s(?P<all>ten|hundred|[0-9]{1,3})\s[^.;:!?]{1,60}?\s"
    r"(?:(?P<over>more\sthan|over|upwards\sof)|(?P<under>fewer\sthan|less\sthan|under)|about|around|some|nearly)?\s?"
    r"(?P<some>one|two|three|four|five|six|seven|eight|nine|[0-9]{1,2})(?![A-Za-z0-9%.,]{0,3}[0-9%])(?![A-Za-z])",
    "every",
    any_case=True,
    reach=128,
)


def find(text: str) -> Iterator[Amount]:
    """Give every share in words, as a part of one."""
    yield from _of_every(text)
    for found in _FRACTION.finditer(text):
        count = english.ONES[found["count"].lower()] if found["count"] else 1
        yield _fraction(found, count, _PARTS[(found["part"] or found["name"]).lower()])
    for found in _HALF_WORD.finditer(text):
        yield _fraction(found, 1, 2)
    for found in _IN.finditer(text):
        some, whole = _whole(found["some"]), _whole(found["all"])
        if some and whole and some < whole:
            yield _fraction(found, some, whole)
    for pattern in (_MOST, _OVER_HALF):
        for found in pattern.finditer(text):
            yield Amount(*found.span(), _HALF, None, low=_HALF, hedge=Hedge.OVER, unit=Unit.SHARE)
    yield from _halves(text)
    yield from _in_chinese(text)


def _of_every(text: str) -> Iterator[Amount]:
    """Give shares told by an example: `of every ten, more than four`, `每十个就有超过四个`."""
    for found in _OF_EVERY.finditer(text):
        some, whole = _han(found["some"]), _han(found["all"])
        over = Hedge.OVER if found["over"] or found["more"] else None
        if some and whole and some < whole:
            yield _hedged(_fraction(found, int(some), int(whole)), over)
    for found in _OF_EVERY_ENGLISH.finditer(text):
        part, every = _whole(found["some"]), 100 if found["all"].lower() == "hundred" else _whole(found["all"])
        hedge = Hedge.OVER if found["over"] else (Hedge.UNDER if found["under"] else None)
        if part and every and part < every:
            yield _hedged(_fraction(found, part, every), hedge)


def _hedged(part: Amount, hedge: Hedge | None) -> Amount:
    """Open the end that a hedge opens."""
    if hedge is Hedge.OVER:
        return replace(part, low=part.value, high=None, hedge=hedge)
    return replace(part, low=None, high=part.value, hedge=hedge) if hedge is Hedge.UNDER else part


def _halves(text: str) -> Iterator[Amount]:
    """Give halves of something counted: `half a million`, `half a year`."""
    for found in _HALF_SCALE.finditer(text):
        scale = _SCALES[found["scale"].lower()]
        yield Amount(*found.span(), _HALF * scale, _TENTH * scale, Decimal(scale), decimals=True)
    for found in _HAN_HALF_TIME.finditer(text):
        unit = Unit.YEARS if found["year"] else Unit.MONTHS
        yield Amount(*found.span(), _HALF, _FIFTH, decimals=True, unit=unit)
    for found in _HALF_TIME.finditer(text):
        ten = 10 if found["unit"].lower() == "decade" else 1
        yield Amount(*found.span(), _HALF * ten, _FIFTH * ten, decimals=True, unit=Unit.YEARS)


def _in_chinese(text: str) -> Iterator[Amount]:
    for found in _PER_HUNDRED.finditer(text):
        amount = _per_hundred(found)
        if amount:
            yield amount
    for found in _HAN_FRACTION.finditer(text):
        whole, some = _han(found["whole"]), _han(found["some"])
        if whole and some and some < whole and found["whole"] != "百":
            yield _fraction(found, int(some), int(whole))
    for found in _HAN_HALF.finditer(text):
        yield _fraction(found, 1, 2)
    for found in _TENTHS.finditer(text):
        yield _tenths(found)


def _per_hundred(found: re.Match[str]) -> Amount | None:
    whole, point, rest = found["said"].replace("点", ".").partition(".")
    number = _han(whole)
    decimals = "".join(str(chinese.DIGITS.get(char, char)) for char in rest)
    if number is None or not (decimals == "" or decimals.isdecimal()):
        return None
    value = Decimal(f"{number}{point}{decimals}")
    last = Decimal(1).scaleb(-len(decimals)) * _HUNDREDTH
    return Amount(*found.span(), value * _HUNDREDTH, last, decimals=bool(decimals), unit=Unit.SHARE)


def _tenths(found: re.Match[str]) -> Amount:
    said = _han(found["said"]) or Decimal(found["said"])
    if found["low"]:
        low = Decimal(chinese.DIGITS[found["low"]]) * _TENTH
        return Amount(*found.span(), None, _TENTH, low=low, high=said * _TENTH, hedge=Hedge.BETWEEN, unit=Unit.SHARE)
    rest = _HALF if found["half"] else Decimal(chinese.DIGITS.get(found["rest"] or "零", 0)) * _TENTH
    last = _HUNDREDTH if rest or said % 1 else _TENTH
    return Amount(*found.span(), (said + rest) * _TENTH, last, decimals=True, unit=Unit.SHARE)


def _fraction(found: re.Match[str], some: int, whole: int) -> Amount:
    value = Decimal(some) / whole
    low, high = value * (1 - WORD_SLACK), min(value * (1 + WORD_SLACK), Decimal(1))
    return Amount(*found.span(), value, None, low=low, high=high, unit=Unit.SHARE)


def _whole(said: str) -> int | None:
    if said.isdecimal():
        return int(said)
    return english.ONES.get(said.lower()) or english.TENS.get(said.lower())


def _han(said: str) -> Decimal | None:
    return Decimal(said) if said.replace(".", "", 1).isdecimal() else chinese.value(said)
