"""Places in a ranking: `No. 1`, `ranked second`, `third-largest`, `top ten`, `第一名`, `排名第三`, `前十`, `榜首`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from weighbridge.claims.numerals import chinese, english
from weighbridge.claims.pieces import sought
from weighbridge.claims.quantities.amount import Amount
from weighbridge.quantity import Hedge, Unit

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_NTH = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
_ORDINAL = rf"(?P<nth>{'|'.join(_NTH)}|[0-9]{{1,3}}(?:st|nd|rd|th))(?![A-Za-z])"
_CARDINAL = (
    r"(?P<number>[0-9]{1,3}(?![0-9A-Za-z%])(?![.,][0-9])|one|two|three|four|five|ten|twenty|fifty|(?:a\s)?hundred)"
    r"(?![A-Za-z])"
)
_BEST = r"largest|biggest|best|highest|fastest|cheapest|smallest|lowest|most|strongest|popular|ranked|placed|leading"
_NUMBERED = sought(
    rf"(?<![A-Za-z])(?:(?:[Nn]o\.|№|[Nn]umber|NO\.)\s?|No\s(?=[0-9])|#){_CARDINAL}(?!\s?(?:of|percent|%))",
    "No no. № umber NO. #",
)
_RANKED = sought(
    rf"(?<![A-Za-z])(?:rank(?:ed|s|ing)?|plac(?:ed|es|ing)|c[ao]me(?:s)?(?:\sin)?|finish(?:ed|es)|comes\sin)\s"
    rf"(?:(?:at|as|in)\s)?(?:the\s)?{_ORDINAL}",
    "rank plac came come finish",
    any_case=True,
)
_NTH_PLACE = sought(
    rf"(?<![A-Za-z0-9-]){_ORDINAL}(?:-|\s)(?:place|spot|position|rank|{_BEST})(?![A-Za-z])",
    f"place spot position rank {_BEST.replace('|', ' ')}",
    any_case=True,
)
_TOP = sought(
    rf"(?<![A-Za-z])top(?:-|\s){_CARDINAL}(?!\s?(?:%|percent|per\scent|million|billion))", "top", any_case=True
)
_HAN = rf"(?P<number>[0-9]{{1,3}}|[{''.join(chinese.DIGITS)}十百]{{1,4}})"
_HAN_PLACE = sought(rf"第\s?{_HAN}(?:名|位(?!于))", "第")
_HAN_RANKED = sought(
    rf"(?:排名|位列|位居|名列|居于?|列|排在?|跻身|稳坐|登顶)(?:世界|全球|全国|全美|中国|美国|榜单|榜|行业)?第\s?{_HAN}(?:名|位|大)?"
    rf"|(?:全球|世界|全国|国内|行业|美国|中国|下载量?)第\s?(?P<of>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})(?![季次个批步时代款轮阶版天年届部章条节线梯手方财])"
    rf"(?:大|名|位)?",
    "第",
)
_HAN_TOP = sought(
    rf"前\s?{_HAN}(?![季年个天周月次者提瞻期台])(?:名|位|大|强)?(?![0-9年月天周])|(?:TOP|Top)\s?(?P<of>[0-9]{{1,3}})(?![0-9])",
    "前 TOP Top",
)
_HEAD = sought(r"榜首|首位|居首|头名|冠军", "榜首 首位 居首 头名 冠军")
_HUNDRED = Decimal(100)


def find(text: str) -> Iterator[Amount]:
    """Give every place in a ranking; 1 leads."""
    for pattern in (_NUMBERED, _RANKED, _NTH_PLACE):
        for found in pattern.finditer(text):
            yield Amount(*found.span(), _place(found), Decimal(1), unit=Unit.RANK)
    for pattern in (_HAN_PLACE, _HAN_RANKED):
        for found in pattern.finditer(text):
            place = _han(found)
            if place:
                yield Amount(*found.span(), place, Decimal(1), unit=Unit.RANK)
    for found in _HEAD.finditer(text):
        yield Amount(*found.span(), Decimal(1), Decimal(1), unit=Unit.RANK)
    for pattern, read in ((_TOP, _place), (_HAN_TOP, _han)):
        for found in pattern.finditer(text):
            place = read(found)
            if place:
                yield Amount(
                    *found.span(), place, Decimal(1), low=Decimal(1), high=place, hedge=Hedge.AT_MOST, unit=Unit.RANK
                )


def _place(found: re.Match[str]) -> Decimal:
    groups = found.groupdict()
    said = (groups.get("nth") or groups.get("number") or "").lower()
    if said[0].isdecimal():
        return Decimal(said.rstrip("stndrh"))
    read = english.read(said, 0)
    return Decimal(_NTH[said]) if said in _NTH else read[1] if read else _HUNDRED


def _han(found: re.Match[str]) -> Decimal | None:
    said = found["number"] or found.groupdict().get("of")
    if not said:
        return None
    return Decimal(said) if said.isdecimal() else chinese.value(said)
