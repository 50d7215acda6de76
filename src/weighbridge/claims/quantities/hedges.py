"""Words around an amount that bound it: `over`, `as many as`, `nearly`, `or so`, `逾`, `近`, `以上`, `左右`."""

from __future__ import annotations

import re

from weighbridge.quantity import Hedge

# A hedge, and whether its words keep the figure close: `just over` is a little more, `over` any more.
Hedging = tuple[Hedge, bool]

_BEFORE: tuple[tuple[Hedge, bool, str], ...] = (
    (
        Hedge.AT_LEAST,
        False,
        r"at\s(?:the\svery\s)?least|no(?:t)?\s(?:less|fewer)\sthan|a\sminimum\sof|as\s(?:little|few|low)\sas",
    ),
    (Hedge.AT_MOST, False, r"at\smost|no(?:t)?\smore\sthan|a\smaximum\sof|not\sexceeding|within"),
    (Hedge.AS_MUCH_AS, False, r"as\s(?:much|many|high|large|long)\sas|up\sto|anywhere\sup\sto"),
    (Hedge.OVER, True, r"(?:just|slightly|a\slittle|marginally)\s(?:over|above|more\sthan|higher\sthan)"),
    (Hedge.NEARLY, True, r"(?:just|slightly|a\slittle|marginally)\s(?:under|below|less\sthan|short\sof|shy\sof)"),
    (Hedge.NEARLY, True, r"nearly|almost|close\sto|approaching|not\squite|virtually|getting\son\sfor"),
    (
        Hedge.OVER,
        False,
        (
            r"(?:well\s|far\s|much\s)?(?:over|above|beyond)|(?:far\s|many\s)?(?:more|greater|higher|larger|longer|better)\sthan"
            r"|exceed(?:s|ed|ing)?|in\sexcess\sof|upwards?\sof|north\sof|surpass(?:es|ed|ing)|topp(?:ed|ing)|>"
        ),
    ),
    (
        Hedge.UNDER,
        False,
        r"(?:well\s|far\s)?(?:under|below)|(?:far\s|much\s)?(?:less|fewer|lower|smaller|shorter)\sthan|south\sof|<",
    ),
    (Hedge.AT_LEAST, False, r"≥|>="),
    (Hedge.AT_MOST, False, r"≤|<="),
    (
        Hedge.ABOUT,
        False,
        (
            r"about|around|roughly|approximately|approx\.|circa|ca\.|an\sestimated|estimated(?:\sat)?|some|somewhere\saround"
            r"|in\sthe\sregion\sof|on\sthe\sorder\sof|~|≈|more\sor\sless"
        ),
    ),
    (Hedge.AT_LEAST, False, r"至少|起码|最少|不少于|不低于|不小于|(?<!多)达到或超过"),
    (Hedge.AT_MOST, False, r"最多|至多|不超过|不多于|不高于|不大于|顶多|最高"),
    (Hedge.OVER, True, r"略高于|略超过?|稍高于|略多于|刚过|刚刚超过"),
    (Hedge.NEARLY, True, r"略低于|稍低于|略少于|将近|接近|(?<![最附将接晚临新亲靠邻远就])近|几近|几乎|差不多|逼近"),
    (Hedge.OVER, False, r"(?<!不)超过了?|超出|(?<!不)(?:高于|多于|大于|高过|突破)|(?<![反赶高不])超|逾|远超|已过"),
    (Hedge.UNDER, False, r"不到|不足|不满|未到|未达|未满|(?<!不)(?:低于|少于|小于)"),
    (Hedge.ABOUT, False, r"大约|大概|约为|约有|约合|约占|约达|(?<![节条预合违签纽公契隐制特])约|差不离|估计|上下|左右"),
)  # fmt: skip - a table
_AFTER: tuple[tuple[Hedge, str], ...] = (
    (Hedge.AT_LEAST, r"\+(?![0-9])|\s(?:or|and)\s(?:more|above|over|higher|up)(?![A-Za-z])|\splus(?![A-Za-z])"),
    (Hedge.AT_MOST, r"\s(?:or|and)\s(?:less|fewer|below|under|lower)(?![A-Za-z])"),
    (Hedge.ABOUT, r"\sor\sso(?![A-Za-z])|-odd(?![A-Za-z])|-ish(?![A-Za-z])"),
    (Hedge.AT_LEAST, r"及?或?以上|有余"),
    (Hedge.AT_MOST, r"及?或?以(?:下|内)"),
    (Hedge.OVER, r"(?<=%)多(?![数元样种])"),
    (Hedge.ABOUT, r"左右|上下|前后|开外"),
)
_REACH = 24
_HEDGES_BEFORE = tuple(
    (hedge, close, re.compile(rf"(?<![A-Za-z])(?:{words})\s?(?:(?:the|a|an|an?\sestimated)\s)?\Z", re.IGNORECASE))
    for hedge, close, words in _BEFORE
)
_HEDGES_AFTER = tuple((hedge, re.compile(words, re.IGNORECASE)) for hedge, words in _AFTER)
_ARTICLE = re.compile(r"(?:(?<![A-Za-z])(?:the|an?)\s)\Z", re.IGNORECASE)
NONE: Hedging = (Hedge.EXACT, False)


def before(text: str, start: int, since: int) -> tuple[int, Hedging]:
    """Give where the hedge before `start` begins, and the hedge; nothing before `since` is looked at."""
    window = text[max(since, start - _REACH) : start]
    for hedge, close, words in _HEDGES_BEFORE:
        if found := words.search(window):
            return start - len(found[0]), (hedge, close)
    return start, NONE


def after(text: str, end: int) -> tuple[int, Hedging]:
    """Give where the hedge after `end` ends, and the hedge."""
    for hedge, words in _HEDGES_AFTER:
        if found := words.match(text, end):
            return found.end(), (hedge, False)
    return end, NONE
