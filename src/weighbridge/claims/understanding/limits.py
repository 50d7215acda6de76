"""Limits: what in the words keeps a claim from a firm verdict, whatever the figures and entries say.

Each has a code of the catalogue. What is supposed, denied or nearly so is not asserted; what is counted may be nothing
that is measured here; those who count may be others than the side that is named beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic
from weighbridge.claims.names import versions
from weighbridge.mention import Named

if TYPE_CHECKING:
    from weighbridge.claims.understanding.clauses import Clause
    from weighbridge.claims.understanding.cues import Cue
    from weighbridge.mention import Mention

_FIGURED = frozenset(
    (
        *(Topic.TOKENS, Topic.PULLS, Topic.DOWNLOADS, Topic.DERIVATIVES, Topic.USE),
        *(Topic.CAPABILITY, Topic.RATING, Topic.PRICE, Topic.SIZE, Topic.COMPUTE),
    )
)
_OF_ONE_MODEL = frozenset({Topic.RELEASE, Topic.CAPABILITY, Topic.RATING, Topic.PRICE, Topic.SIZE})
# Before what is said they leave open whether it is so.
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|suppos(?:e|ing|edly)|assuming|allegedly|purportedly|falsely|wrongly|mistakenly"
    r"|incorrectly"
    r"|erroneously|den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|debunk\w*|doubt(?:s|ed|ing)?|rumou?rs?|rumou?red"
    r"|myth|hoax"
    r"|no (?:evidence|proof|sign)|little (?:evidence|sign)|(?:few|nobody|no one) (?:\w+ )?(?:believes?|thinks?"
    r"|says?)"
    r"|(?:nearly|almost|all but|not quite) (?=overt|surpass|pass|beat|top|lead|led|eclips|match|dethron|outrank"
    r"|use)"
    r"|(?:came|come|comes) close to|on the (?:verge|brink) of|(?-i:Had|Were) (?=[A-Z]))\b"
    r"|(?<!与其说)如果|假如|假设|倘若|要是|若(?=.{1,24}[,超领用])|即便|即使|哪怕|一旦|是否|否认|误称|谎称|误传|谣传"
    r"|网传|传闻"
    r"|(?:fell|dropped|slipped|slid|tumbled|toppled) (?:from|off|out of) (?=.{0,12}(?:first|top|number one|lead))"
    r"|误以为|误认为|要不是|差点|险些|几乎(?=超|领|追)|没有证据|没有人相信|没人相信|无人相信|质疑|所谓",
    re.IGNORECASE,
)
# Behind what is said they take it back.
_TAKEN_BACK = re.compile(
    r"\b(?:is|are|was|were|proved|turned out to be) (?:simply |plainly )?(?:false|untrue|wrong|fake|fabricated"
    r"|a myth|a hoax|exaggerat\w+|an exaggeration)\b"
    r"|, (?:\w+ ){1,4}(?:denied|denies|disputed|disputes)\b|不属实|属谣言|是谣言|系谣言|不实(?!时)|不是真的"
    r"|子虚乌有|是假的|夸张的说法|夸大其词",
    re.IGNORECASE,
)
# Of a use alone: it was thought of, or kept from somebody.
_UNUSED = re.compile(
    r"\b(?:consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)|ban(?:s|ned|ning)?|barr?(?:s|ed|ing)?"
    r"|forb[ai]d\w*"
    r"|prohibit\w*|block(?:s|ed|ing)?|avoid(?:s|ed|ing)?|shun(?:s|ned)?|rul(?:es|ed) out|reject(?:s|ed|ing)?"
    r"|instead of|rather than|stopped|no longer|quit|dropp?(?:s|ed|ing)?|abandon(?:s|ed|ing)?)\b|禁止|禁用|不再"
    r"|停用|停止"
    r"|考虑|弃用|放弃|拒绝|避免",
    re.IGNORECASE,
)
_UNMEASURED = re.compile(
    r"\b(?:revenues?|sales|profits?|earnings|valuations?|market (?:cap\w*|value)|stocks?|(?:['’]s|company) shares"
    r"|stakes?"
    r"|patents?|papers|students?|pupils?|olympiad|economy|gdp|(?:smart)?phones?|cars?|vehicles?|films?|songs?|games"
    r"|money|raised|funding|investments?|electricity|energy|advertis\w+|hiring|workforce|staff|stars"
    r"|(?:cloud|search|chip) market|of (?:the )?(?:cloud|search)|downloads of (?!\w*(?:model|all|the|open|its"
    r"|their)\b)[a-z]+s"
    r"|share of (?:[\w-]+ ){0,3}(?:users|developers|customers)|owns|owned|contributors|followers|engines?|robots?"
    r"|chips?|ai apps|app downloads|shipbuilding|speed|safety|faster|slower|safer)\b"
    r"|投资|芯片|发动机|(?:中国|美国|国内|全球)市场|营收|收入|利润|市值|估值|股价|股票|股权|融资|专利|论文|学生"
    r"|奥数|经济|手机|汽车|电动车|电池|电影|歌曲|游戏|用电"
    r"|广告|云市场|星标|速度(?!赛)|安全性|销量|销售额",
    re.IGNORECASE,
)
# A change in parts of itself is no share.
_CHANGED_BY = re.compile(
    r"\b(?:rose|fell|grew|jumped|dropped|climbed|declined|surged|slipped|increased|decreased) "
    r"(?:by )?(?:about |some |nearly |almost |over |more than )?[\d.]+ ?(?:%|per ?cent)"
    r"|(?:上升|下降|增长|下跌|减少|增加|上涨)了?[\d.]+%",
    re.IGNORECASE,
)
_SUBSCRIBED = re.compile(r"\b(?:a|per) month\b|\bsubscri\w+|每月|包月|订阅", re.IGNORECASE)
_NO_CHIPS = re.compile(r"\brare[ -]earths?\b|\bminerals?\b|\bgallium\b|稀土|矿产", re.IGNORECASE)
# What a maker is known for beside says nothing of what is counted.
_KNOWN_FOR = re.compile(r"\b(?:known|famous|noted) (?:for|as) [^,;]*|以[^,;]{1,16}(?:闻名|著称|起家)", re.IGNORECASE)
_PEOPLE = (
    r"(?:rivals?|competitors?|challengers?|investors?|backers?|critics?|shareholders?|founders?|users|customers"
    r"|clients|staff"
    r"|engineers?|employees|supporters|fans|partners?|suppliers?|alternatives?)"
)
_THEIR_PEOPLE = re.compile(
    rf"['’]s? (?:\w+ ){{0,2}}{_PEOPLE}\b|(?:公司)?的[^,。的]{{0,4}}(?:对手|投资者|投资人|股东|用户|客户|创始人|员工"
    rf"|供应商|粉丝)"
)
_PEOPLE_OF = re.compile(
    rf"(?:\b{_PEOPLE} (?:of|to|for|at|in)|\b(?:former|ex-|other than|except(?: for)?|excluding|besides|apart from"
    r"|who (?:has )?left|all (?:\w+ )?but)|除了?)\s?(?:the )?$",
    re.IGNORECASE,
)
_BEFORE = 40
# The rules that are held are of Washington.
_RULED_THERE = re.compile(
    r"(?<!to )(?<!for )\b(?:Beijing|China|Chinese)(?:['’]s)?(?: \w+){0,2}\s$|(?<![对向输赴])(?:北京|中方"
    r"|中国(?:政府|海关"
    r"|监管机构)?)$"
)
_BY = re.compile(r"\bby $")
_BEST_COUNTS = frozenset({Topic.CAPABILITY, Topic.RATING})


def limits(
    text: str,
    clause: Clause,
    topic: Topic,
    relation: Relation,
    subjects: tuple[Mention, ...],
    objects: tuple[Mention, ...],
) -> tuple[str, ...]:
    """Give the codes of what keeps a claim of these sides in a clause from a firm verdict."""
    sides = (*subjects, *objects)
    found: list[str] = []
    if _is_open(text, clause, relation):
        found.append("not_asserted")
    if _is_of_no_measure(_KNOWN_FOR.sub("", text[clause.start : clause.end]), topic):
        found.append("not_measured")
    if _is_of_other_people(text, clause, topic, sides):
        found.append("others_meant")
    lower = {Relation.EXCEEDS: objects, Relation.TRAILS: subjects}.get(relation, ())
    unknown = topic in _OF_ONE_MODEL and any(_is_of_no_known_version(text, side) for side in sides)
    # What passes one version has not thereby passed the best of its family.
    if unknown or (topic in _BEST_COUNTS and any(_is_one_version(text, side) for side in lower)):
        found.append("version_unknown")
    return tuple(found)


def _is_of_no_measure(words: str, topic: Topic) -> bool:
    """Say whether words speak of what is not counted here, in the words of a topic that is."""
    if topic is Topic.CHIPS:
        return _NO_CHIPS.search(words) is not None
    if topic is Topic.PRICE and _SUBSCRIBED.search(words):
        return True
    return topic in _FIGURED and any(pattern.search(words) for pattern in (_UNMEASURED, _CHANGED_BY))


def _is_of_other_people(text: str, clause: Clause, topic: Topic, sides: tuple[Mention, ...]) -> bool:
    """Say whether somebody else acts or is counted than the words would be held for."""
    if topic is Topic.CHIPS:
        return any(_RULED_THERE.search(text, clause.start, cue.start) for cue in _happenings(clause))
    if topic is Topic.RELEASE and sides and _is_anothers(text, clause, sides[0]):
        return True
    return any(_is_of_others(text, clause, side) for side in sides)


def _happenings(clause: Clause) -> list[Cue]:
    return [cue for cue in clause.cues if cue.meaning is Relation.HAPPENS][:1]


def _is_anothers(text: str, clause: Clause, released: Mention) -> bool:
    """Say whether who is said to release something is not who made it."""
    maker = released.naming.organisation
    makers = [m for m in clause.mentions if m.naming.named is Named.ORGANISATION]
    acting = [
        m.naming.id
        for m in makers
        if any(m.end <= cue.start < released.start for cue in _happenings(clause)) or _BY.search(text, 0, m.start)
    ]
    return (
        maker is not None and released.naming.named is not Named.ORGANISATION and bool(acting) and maker not in acting
    )


def _is_open(text: str, clause: Clause, relation: Relation) -> bool:
    """Say whether a clause supposes, doubts or takes back what it says."""
    last = max((cue.end for cue in clause.every(Relation)), default=clause.end)
    if _SUPPOSED.search(text, clause.start, last) or _TAKEN_BACK.search(text, clause.start, clause.sentence[1]):
        return True
    return relation is Relation.USES and _UNUSED.search(text, clause.start, last) is not None


def _is_of_others(text: str, clause: Clause, side: Mention) -> bool:
    """Say whether a name only tells whose rivals, users or people are meant."""
    if _THEIR_PEOPLE.match(text, side.end):
        return True
    return _PEOPLE_OF.search(text[max(clause.start, side.start - _BEFORE) : side.start]) is not None


def _is_one_version(text: str, side: Mention) -> bool:
    """Say whether a family's name is written with a version: `GPT-5`."""
    written = text[side.start : side.end]
    return side.naming.named is Named.FAMILY and any(c.isdigit() and c not in side.naming.name for c in written)


def _is_of_no_known_version(text: str, side: Mention) -> bool:
    """Say whether a version stands behind a family's name that no release is known by: `GPT-7`."""
    if side.naming.named is not Named.FAMILY:
        return False
    written = text[side.start : side.end]
    inside = written[-1:].isdigit() and not any(name.endswith(written[-1]) for name in side.naming.spellings)
    return inside or versions.number(text, side.end) is not None
