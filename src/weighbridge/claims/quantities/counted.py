"""What an amount counts: the noun after it, its Chinese measure word, or what its sentence has been counting."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from weighbridge.quantity import Unit

_PLURALS = {
    Unit.TOKENS: "tokens",
    Unit.DOWNLOADS: "downloads|installs",
    Unit.PULLS: "pulls",
    Unit.PARAMETERS: "parameters|params",
    Unit.DERIVATIVES: "derivatives|variants|finetunes|fine-tunes|offshoots|descendants",
    Unit.MODELS: "models|llms",
    Unit.ORGANISATIONS: "companies|firms|startups|start-ups|organisations|organizations|labs|laboratories|businesses"
    "|enterprises|makers|vendors|universities|banks",
    Unit.PEOPLE: "people|users|developers|engineers|graduates|researchers|employees|workers|students|programmers"
    "|scientists|subscribers",
}
_SINGULARS = {
    "token": Unit.TOKENS,
    "download": Unit.DOWNLOADS,
    "parameter": Unit.PARAMETERS,
    "param": Unit.PARAMETERS,
    "model": Unit.MODELS,
    "derivative": Unit.DERIVATIVES,
    "pull": Unit.PULLS,
    "user": Unit.PEOPLE,
    "person": Unit.PEOPLE,
    "company": Unit.ORGANISATIONS,
    "firm": Unit.ORGANISATIONS,
}  # fmt: skip - a table
_ENGLISH = {word: unit for unit, words in _PLURALS.items() for word in words.split("|")}
# Words that no noun phrase goes through.
_ENDS = """in on at by for from to than and or but that which who is are was were be been has have had will would
can with without as of into over under while when where since after before during between using against versus vs
now yearly annually daily monthly worldwide globally today last this next ago it they he she we i if not only its
their his her according what how why so do does did may might could should"""
_STOP = frozenset(_ENDS.split())
_WORD = re.compile(r"(?:\s|-)([A-Za-z][A-Za-z'’-]{0,29})")
_FURTHEST = 6
FIRST_HAN = "\u4e00"
_HAN: tuple[tuple[Unit, str], ...] = (
    (Unit.DERIVATIVES, r"衍生(?:模型|版本|品|系统)?|派生模型|微调(?:模型|版本)"),
    (Unit.TOKENS, r"[Tt]okens?|TOKENS?|词元|令牌"),
    (Unit.DOWNLOADS, r"下载量?"),
    (Unit.PULLS, r"拉取"),
    (Unit.PARAMETERS, r"参数"),
    (Unit.PLAIN, r"工具|应用|国家|地区|产品|芯片|项目|任务|案例|城市|行业|领域|团队|政府"),
    (Unit.PEOPLE, r"用户|开发者|工程师|毕业生|员工|研究(?:员|人员)|学生|人(?![工类均形]|民币)"),
    (Unit.ORGANISATIONS, r"公司|企业|机构|实验室|组织|厂商|客户|银行|大学"),
    (Unit.MODELS, r"(?:大|语言|开源)?模型|models?"),
)  # fmt: skip - a table
_HAN_NOUN = re.compile("|".join(f"(?P<{unit.name}>{words})" for unit, words in _HAN))
_MEASURE_WORD = re.compile(r"\s?(?P<word>[个款家名位种项台枚条只座所篇份件套支颗门届轮笔批起次人])(?!月)")
_WINDOW = re.compile(r"[^。!?;:,、\n.(（“”\"]{0,14}")
_BY_WORD = {"家": Unit.ORGANISATIONS, "名": Unit.PEOPLE, "位": Unit.PEOPLE, "人": Unit.PEOPLE}
_CONTEXT = re.compile(
    # No alternative is tried where none can begin.
    r"(?=[。!?\n.;下词拉参衍DdTtp])(?:(?P<stop>[。!?\n]|[.;](?=\s))|(?P<DOWNLOADS>下载|(?<![A-Za-z])[Dd]ownload(?:s|ed)?(?![A-Za-z]))"
    r"|(?P<TOKENS>词元|[Tt]oken)|(?P<PULLS>拉取|(?<![A-Za-z])pulls(?![A-Za-z]))|(?P<PARAMETERS>参数|(?<![A-Za-z])parameters?(?![A-Za-z]))"
    r"|(?P<DERIVATIVES>衍生模型|(?<![A-Za-z])derivatives(?![A-Za-z])))"
)


_SPOKEN_OF = re.compile(r"下载|词元|拉取|参数|衍生模型|[Dd]ownload|[Tt]oken|pull|parameter|derivative")
_SENTENCE_END = re.compile(r"[。!?\n]|[.;](?=\s)")
_FARTHEST = 120


class Context:
    """What each sentence of a text counts, from where on."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, start: int) -> Unit | None:
        """Give what the sentence of `start` has been counting before it; null where it has not said."""
        index = bisect_right(self._told, start, key=lambda told: told[0]) - 1
        return self._told[index][1] if index >= 0 else None

    @cached_property
    def _told(self) -> list[tuple[int, Unit | None]]:
        """Where something counted is named, or a sentence ends; most texts are never asked."""
        found = _CONTEXT.finditer(self._text) if _SPOKEN_OF.search(self._text) else ()
        return [(one.start(), None if one["stop"] else Unit[one.lastgroup or ""]) for one in found]


def ends(text: str, start: int, end: int) -> bool:
    """Say whether a sentence ends between two places, or they lie too far apart to speak of the same."""
    return end - start > _FARTHEST or bool(_SENTENCE_END.search(text, start, end))


def measure_word(text: str, end: int) -> tuple[int, str]:
    """Give the end of the Chinese measure word that follows an amount, and the word; empty where none does."""
    found = _MEASURE_WORD.match(text, end)
    return (found.end(), found["word"]) if found else (end, "")


def noun(text: str, end: int, word: str) -> tuple[int, Unit] | None:
    """Give what the words after an amount count, and where it ends if it stands right there, else `end`.

    `word`: the Chinese measure word before `end`, if there is one. Null where nothing countable follows.
    """
    if word or text[end : end + 1] >= FIRST_HAN:
        return _chinese(text, end, word)
    return _english(text, end) or _chinese(text, end, word)


def _chinese(text: str, end: int, word: str) -> tuple[int, Unit] | None:
    window = _WINDOW.match(text, end)
    found = _HAN_NOUN.search(text, end, window.end() if window else end)
    if found is None:
        return (end, _BY_WORD.get(word, Unit.PLAIN)) if word else None
    unit = Unit[found.lastgroup or ""]
    return (found.end() if not text[end : found.start()].strip() else end), unit


def _english(text: str, end: int) -> tuple[int, Unit] | None:
    singular: tuple[int, Unit] | None = None
    at, words = end, 0
    while words < _FURTHEST and (found := _WORD.match(text, at)):
        word = found[1].lower()
        if word in _STOP:
            break
        at, words = found.end(), words + 1
        if word in _ENGLISH:
            return (at if words == 1 else end), _ENGLISH[word]
        for part in word.split("-"):
            if singular is None and part in _SINGULARS:
                singular = (at if words == 1 else end), _SINGULARS[part]
        if word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")):
            break
    return singular or ((end, Unit.PLAIN) if words else None)
