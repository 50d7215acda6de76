"""Digits and number words that count nothing: versions, labels, citations, times, telephone numbers, fixed names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weighbridge.claims.pieces import sought

_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_POINTS = ".0 .1 .2 .3 .4 .5 .6 .7 .8 .9"
# Names that hold a number or a word for one. A closed list: what is not in it is counted.
_FIXED = sought(
    r"(?:[Ss]ix|[Ff]our)\s(?:[Ll]ittle\s)?(?:AI\s)?(?:[Dd]ragons|[Tt]igers)|[六四七]小[龙虎]|[Mm]agnificent\s[Ss]even"
    r"|[Bb]ig\s(?:[Tt]hree|[Ff]our|[Ff]ive)|七巨头|四巨头|G7|G20|七国集团|二十国集团|五眼联盟|[Ff]ive\s[Ee]yes|[Oo]ne\s[Cc]hina"
    r"|十四五|十五五|五角大楼|百度|千问|万相|万向|三星|千寻|零一万物|百川|九章|一带一路|世界五百强|财富500强"
    r"|[Ff]ortune\s(?:500|100)|S&P\s500"
    r"|(?<![0-9A-Za-z.])[248]K(?=\s?(?:standard|video|resolution|TV|display|screen|超?高清|广播|分辨率|视频|屏|电视))",
    "ragons igers 小龙 小虎 agnificent Big big 巨头 G7 G20 国集团 yes hina 五眼 四五 五五 五角 五百强 百度 千问"
    " 千寻 万相 万向 万物 三星 百川 九章 一带 财富 ortune S&P 8K 4K 2K",
)
_ADDRESS = sought(
    r"(?<![A-Za-z])(?:https?://|www\.)[^\s<>\"'()\u3000-\u9fff]{1,2000}"
    r"|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}+@[A-Za-z0-9.-]{1,255}",
    "http www @",
    reach=None,
)
_CITATION = sought(r"\[[0-9]{1,3}(?:[,–-]\s?[0-9]{1,3}){0,5}\]", "[")
_TIME = sought(
    r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])(?:\s?[ap]\.?m\.?)?|[0-9]{1,2}\s?[ap]\.?m\.?(?![A-Za-z])",
    ": am pm a.m p.m",
    reach=16,
)
_TELEPHONE = sought(r"(?<![0-9])(?:\+?[0-9]{1,3}[ -])?0[0-9]{2,3}-[0-9]{6,8}(?![0-9])", "-")
_TICKER = sought(r"(?<![0-9A-Za-z])[0-9]{4,6}\.[A-Z]{1,3}(?![A-Za-z])", _DIGITS, reach=16)
_VERSION = sought(
    r"(?<![0-9A-Za-z.])(?![0-9]{1,3}(?:\.[0-9]{3}){2,6}(?![0-9.]))v?[0-9]{1,3}(?:\.[0-9]{1,3}){2,4}(?![0-9A-Za-z])|(?<![0-9])24/7(?![0-9])",
    f"{_POINTS} 24/7",
)
_ORDINAL = sought(r"(?<![0-9A-Za-z])[0-9]{1,3}(?:st|nd|rd|th)(?![A-Za-z])", _DIGITS, reach=16)
# The numbers of preprints.
_PREPRINT = sought(r"(?<![0-9A-Za-z.])[0-9]{4}\.[0-9]{5}(?:v[0-9]{1,2})?(?![0-9A-Za-z])", _POINTS, reach=16)
_MASKED = (_PREPRINT, _FIXED, _ADDRESS, _CITATION, _TIME, _TELEPHONE, _TICKER, _VERSION, _ORDINAL)

_LABEL = re.compile(
    r"(?<![A-Za-z])(?:group|figure|fig\.|table|section|chapter|page|pp?\.|part|step|version|phase|article|level|generation"
    r"|volume|issue|type|series|appendix|question|scenario|option|model|python|cuda|day|room|flight|route|highway|apollo|gen)\s\Z"
    r"|(?:第|图|表|版本|型号)\s?\Z",
    re.IGNORECASE,
)
# A capitalised word before a number of no unit is its name: Llama 4, Gemini 2.5. These begin sentences and hedge.
_CAPITALISED = re.compile(r"(?<![A-Za-z0-9])(?P<word>[A-Z][A-Za-z0-9]{0,30}[A-Za-z])[ -]\Z")
_BEGINNINGS = """The A An In On At Of By For From To Over Under About Around Nearly Almost Some Only Just With
And Or But Than Least More Most Less Fewer All Another Their Its His Her Our Your These Those This That Up
Between Within Roughly Approximately Has Have Had Was Were Are Is Top After Before Since Until While Both Every
Each Still Even Now Then He She It They We As Per US"""
_NO_NAME = frozenset(_BEGINNINGS.split())
# Versions and labels are short.
_LONGEST_LABEL = 4
_FIRST_HAN = "\u4e00"
_REACH = 32
LONGEST_NUMBER = 7
_RUN_BEFORE = re.compile(r"[A-Za-z0-9_.:/@#&'’\\-]{1,24}\Z")
# `7B-14B` is a range of sizes, and the only run of letters and digits that ends in one.
_SIZE_BEFORE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?[kKMBTx]?-")
_GLUED_AFTER = re.compile(r"(?!x(?![A-Za-z0-9]))[A-Za-z_@\\&]|[/:][0-9]|-[A-Z][A-Za-z]")
_DIGITS_BESIDE = re.compile(r"\s[0-9]"), re.compile(r"[0-9]\s\Z")


def masked(text: str) -> Iterator[tuple[int, int]]:
    """Give the places in which no number counts anything."""
    for pattern in _MASKED:
        yield from (found.span() for found in pattern.finditer(text))


def glued(text: str, start: int, end: int) -> bool:
    """Say whether the digits at `start` are part of a longer name: `GPT-4`, `K2.5`, `8B-Instruct`, `16/32`."""
    run = _RUN_BEFORE.search(text, max(0, start - _REACH), start)
    if run and run[0] != "-" and not _SIZE_BEFORE.fullmatch(run[0]):
        return True
    return text[end - 1] < _FIRST_HAN and bool(_GLUED_AFTER.match(text, end))


def listed(text: str, start: int, end: int) -> bool:
    """Say whether digits stand in a row of digits with nothing but spaces between."""
    after, before = _DIGITS_BESIDE
    return bool(after.match(text, end) or before.search(text, max(0, start - 2), start))


def labelled(text: str, start: int, end: int) -> bool:
    """Say whether the word before a number without unit makes a label or a version of it."""
    if end - start > _LONGEST_LABEL:
        return False
    window = text[max(0, start - _REACH) : start]
    named = _CAPITALISED.search(window)
    return bool(_LABEL.search(window) or (named and named["word"] not in _NO_NAME))
