"""Lakes, books and texts as chance makes them: figures without values, open bounds, entries that contradict others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeVar

from weighbridge import checking
from weighbridge.adoption import Adoption, Depth, Grade, Reference, Summary
from weighbridge.claims import binding, judging
from weighbridge.claims.judging.book import Book
from weighbridge.estimate import Estimate, Provenance, Run, Series, SourceUse, Status
from weighbridge.event import Event, Happening

if TYPE_CHECKING:
    from collections.abc import Callable

    from weighbridge.verdict import Binding

T = TypeVar("T")
DAY = dt.date(2026, 8, 1)
NAMES = (
    *("Qwen", "千问", "Alibaba", "DeepSeek", "深度求索", "Llama", "Meta", "OpenAI", "GPT-4", "Kimi K2", "Moonshot AI"),
    *(
        "Chinese models",
        "中国模型",
        "American models",
        "美国模型",
        "open models",
        "开源模型",
        "closed models",
        "Airbnb",
    ),
    *("OpenRouter", "Hugging Face", "Ollama", "LMArena", "OCBC", "start-ups", "初创企业", "Q1", "Deep Sea", "Zippo"),
)
CUES = (
    *(
        "passed",
        "led",
        "overtook",
        "trails",
        "is behind",
        "is cheaper than",
        "rose to",
        "fell from",
        "uses",
        "released",
    ),
    *(
        "超过了",
        "领先",
        "落后",
        "便宜",
        "增长到",
        "采用",
        "发布了",
        "占",
        "登顶",
        "缩小了差距",
        "does not use",
        "没有超过",
    ),
    *("may lead", "有望领先", "was downloaded", "tokens", "downloads", "下载量", "词元", "new derivatives", "衍生模型"),
    *("the price of", "价格", "parameters", "参数", "capability", "能力", "half as much as", "the gap narrowed"),
)
NUMBERS = (
    *(
        "40 %",
        "nearly 80 %",
        "over half",
        "三成",
        "近六成",
        "3.853亿次",
        "385 million",
        "twice",
        "at least 30",
        "7 months",
    ),
    *("七个月", "$0.5 per million tokens", "12 points", "百分之四十", "from 5 % to 12 %", "a dozen", "10", "1060万"),
)
DAYS = (
    *("in May 2025", "last month", "since 2024", "上月", "今年5月", "去年", "by early 2026", "in March", "2026年7月"),
    *("a year ago", "on 3 May 2026", "二月以来"),
)
MARKS = (", ", ". ", "。", ",", "? ", "?", "; ", "\n\n", " “", "” ", " (", ") ", " and ", "和", " while ", " ")
NOISE = (
    "\u202e",
    "\u200b",
    "\x00",
    "<script>",
    "%s",
    "{x}",
    "9" * 30,
    "of of of",
    "((((",
    "é",
    "競(jìng)",
    "\ufeff",
    "&lt;",
)
# Sentences that bind: `a` and `b` are sides, `n` a number, `d` a day.
FORMS = (
    *("{a} passed {b} in downloads on Hugging Face {d}", "{a} leads on OpenRouter {d}", "{a} does not lead on Ollama"),
    *("{a} accounts for {n} of tokens on OpenRouter {d}", "{a} trails {b} by {n} {d}", "Airbnb uses {a} {d}"),
    *("{n} of start-ups use {a}", "{a} was downloaded {n} times {d}", "The share of {a} on OpenRouter rose to {n} {d}"),
    *("{a} is cheaper than {b}", "{a} has twice the downloads of {b}", "The gap between {a} and {b} narrowed {d}"),
    *(
        "{a}的下载量超过了{b}",
        "{a}在OpenRouter上的份额为{n}",
        "{d},{a}落后{b}{n}",
        "{a}占新衍生模型的{n}",
        "Airbnb采用了{a}",
    ),
    *("{a} released a new model {d}", "{a} has {n} of new derivatives {d}", "The capability of {a} is behind {b}"),
)
SIDES = (
    *("Qwen", "Llama", "DeepSeek", "Alibaba", "Meta", "China", "the United States", "Chinese models", "Kimi K2"),
    *("American models", "open models", "closed models", "千问", "中国模型", "美国模型", "开源模型"),
)
IDS = ("CN", "US", "FR", "open", "closed", "open_licence", "restricted", "qwen", "llama", "deepseek", "alibaba", "meta",
       "openai", "kimi-k2", "CN>US", "US>CN", "open>closed")  # fmt: skip
_UNITS = ("share", "tokens", "downloads", "months", "points", "usd_per_mtok", None)
_SAID = Summary("It says so.", "如此。")
_BARE = ("refuted", "conflicting", "not_enough_evidence", None)


@dataclass(frozen=True)
class Lake:
    """Series by measure and grouping, and the entries of a book, made from one seed."""

    seed: int
    adoptions: tuple[Adoption, ...]
    events: tuple[Event, ...]

    @classmethod
    def of(cls, seed: int) -> Lake:
        """Make a lake; the same from the same seed."""
        chance = Random(seed)  # noqa: S311 - a test's chance
        return cls(seed, _some(chance, _adoption), _some(chance, _event))

    def bench(self, stamp: str = "a lake") -> judging.Bench:
        """Give the bench of this lake."""
        held = checking._book()
        book = Book(self.adoptions, self.events, held.kinship, held.groups, held.country, held.names)
        series: dict[tuple[str, str], Series | None] = {}

        def weighed(bound: Binding) -> Series | None:
            key = str(bound.measure), str(bound.by)
            if key not in series:
                chance = Random(f"{self.seed} {key}")  # noqa: S311 - a test's chance
                series[key] = _series(chance, *key)
            return series[key]

        return judging.Bench(weighed, book, (), stamp)


def _some(chance: Random, make: Callable[[Random, str], T]) -> tuple[T, ...]:
    return tuple(make(chance, f"entry-{number}") for number in range(chance.choice((0, 4, 24))))


def _day(chance: Random) -> dt.date:
    # Few days, so that entries are as near to a claim as each other.
    return DAY - dt.timedelta(days=chance.choice((-60, 0, 20, 60, 300, 900)))


def _ids(chance: Random) -> tuple[str, ...]:
    return tuple(chance.sample(IDS, chance.choice((1, 1, 2, 3))))


def _reference(chance: Random) -> Reference:
    return Reference("P", "On it", _day(chance))


def _adoption(chance: Random, name: str) -> Adoption:
    adopter = chance.choice(("airbnb", "ocbc", "us-startups", "meta"))
    grade, depth, count = chance.choice(list(Grade)), chance.choice(list(Depth)), chance.choice((None, 30))
    return Adoption(
        id=name, adopter=adopter, models=_ids(chance), use="search", grade=grade, depth=depth, since=None, until=None,
        count=count, not_only=chance.random() < 0.5, summary=_SAID, nuance=chance.choice((None, _SAID)),
        references=(_reference(chance),), bare=chance.choice(_BARE),
    )  # fmt: skip


def _event(chance: Random, name: str) -> Event:
    first = _day(chance)
    value = chance.choice((None, 0.4, 12.0, 3.853e8, 0.0))
    return Event(
        id=name, happening=chance.choice(list(Happening)), subjects=_ids(chance),
        objects=chance.choice(((), _ids(chance))),
        first=first, last=first, grade=chance.choice(list(Grade)), summary=_SAID, nuance=None,
        references=(_reference(chance),), value=value, unit=None if value is None else chance.choice(_UNITS),
        measure=chance.choice((None, *checking.races())), bare=chance.choice(_BARE),
        openness=chance.choice((None, None, "open")),
    )  # fmt: skip


def _series(chance: Random, measure: str, by: str) -> Series | None:
    race: binding.RaceOf = checking.races()[measure]
    if chance.random() < 0.1:
        return None
    groups = chance.sample(IDS, chance.randrange(4, len(IDS)))
    choices = [{name: options[0] for name, options in race.choices.items()}]
    choices += [
        {name: chance.choice(options) for name, options in race.choices.items()}
        for _ in range(chance.choice((0, 1, 4)))
    ]
    runs = tuple(Run(choice, _estimates(chance, groups)) for choice in choices)
    use = SourceUse("s", "P", "CC0", "P", "name", DAY, 1, "0" * 64)
    known = Provenance((use,), "0", "store", "0" * 64)
    no_race = chance.choice(("", "", "a part of the field"))
    first = tuple(runs[0].estimates)
    return Series(
        measure, 1, race.unit, by, choices[0], DAY, first, None, known, 0.95, "", runs=runs, no_race=no_race
    )  # fmt: skip


def _estimates(chance: Random, groups: list[str]) -> tuple[Estimate, ...]:
    made = []
    for months in range(chance.choice((0, 1, 6, 24))):
        end = DAY - dt.timedelta(days=30 * months + chance.randrange(20))
        for group in groups:
            value, low, high = _figures(chance)
            made.append(Estimate(end - dt.timedelta(days=6), end, group, group, value, low, high, None, None, 1, None,
                                 chance.choice(list(Status))))  # fmt: skip
    return tuple(made)


def _figures(chance: Random) -> tuple[float | None, float | None, float | None]:
    low, value, high = sorted(chance.choice((0.0, chance.random(), chance.random() * 1e9)) for _ in range(3))
    known = chance.choice(("all", "all", "value", "bounds", "low", "high", "nothing"))
    return (
        value if known in ("all", "value") else None,
        low if known in ("all", "bounds", "low") else None,
        high if known in ("all", "bounds", "high") else None,
    )
