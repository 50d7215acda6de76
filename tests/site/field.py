"""A field of contenders small enough to check by eye: every kind of page, and names that strangers chose."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.outputs.books import HOSTILE, PROVENANCE, estimate, standing
from tests.outputs.placed import UNKNOWN, place, plane, scored
from tests.site.press import CLAIMS
from tests.site.traced import LINEAGES
from weighbridge import discover
from weighbridge.contender import Contender
from weighbridge.entities import testimony
from weighbridge.entities.testimony.rows import rows
from weighbridge.estimate import Estimate, Run, Series, Status
from weighbridge.outputs import Book, Chapter, Decided, Entry, Sheet
from weighbridge.plane import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.model import Model

FIRST = dt.date(2026, 3, 1)
PERIODS = 12
CHECKED = dt.date(2026, 8, 1)


def book() -> Book:
    """Give the book: measures by their real names, so that both languages have words for them."""
    shares = [_shares(by, groups) for by, groups in GROUPS.items()]
    points = [_points(by, GROUPS[by]) for by in ("country", "family")]
    chapters = (
        _chapter("token_share", *(Entry(s.by, s) for s in shares)),
        _chapter("capability", *(Entry(s.by, s) for s in points)),
        _chapter("price_gap", Entry("country", _gaps())),
        _chapter("survival", Entry("family", None, MISSING)),
    )
    return Book(
        chapters,
        PROVENANCE,
        planes=(plane(place("Whole", 0.5, 150.0, Reach.FRONTIER), place(HOSTILE[0], 2.0, 140.0)),),
        models=MODELS,
        model_sources=PROVENANCE.sources[:1],
        decided=_decided(),
        contenders=CONTENDERS,
        sheets=_sheets(),
        checked=CLAIMS,
        lineages=LINEAGES,
        made_by="d" * 64,
    )


MISSING = "survival: no rows under these choices; choose another list or fetch its source"
GROUPS = {
    "country": ("CN", "US", "FR"),
    "organisation": ("alibaba", "meta", *HOSTILE),
    "family": ("qwen", "llama"),
    "openness": ("open_licence", "closed"),
}
NAMES = {
    "alibaba": ("Alibaba", "阿里巴巴"),
    "meta": ("Meta", "Meta"),
    "qwen": ("Qwen", "通义千问"),
    "llama": ("Llama", "Llama"),
}
COUNTRIES = {"CN": ("China", "中国"), "US": ("United States", "美国"), "FR": ("France", "法国")}
CONTENDERS = (
    *(Contender("country", code, *names, country=code) for code, names in COUNTRIES.items()),
    *(Contender("family", key, *NAMES[key], country=country, organisation=maker)
      for key, country, maker in (("qwen", "CN", "alibaba"), ("llama", "US", "meta"))),
    Contender("model", "qwen3", "Qwen3", "Qwen3", country="CN", organisation="alibaba", family="qwen",
              openness="open_licence", licence="Apache-2.0", released_on=dt.date(2026, 4, 28), params_total=235 * 10**9,
              params_active=22 * 10**9, model_ids=("qwen3/235b",), evidence="A page of the maker", checked_on=CHECKED),
    Contender("model", HOSTILE[1], HOSTILE[1], HOSTILE[1], model_ids=("hostile",)),
    *(Contender("organisation", key, *NAMES.get(key, (key, key)), country=country, evidence="A page of the maker",
                checked_on=CHECKED)
      for key, country in (("alibaba", "CN"), ("meta", "US"), *((name, None) for name in HOSTILE))),
)  # fmt: skip
MODELS: tuple[Model, ...] = (
    scored("Qwen3 235B", 141.2, "open_licence", model_id="qwen3/235b", organisation="alibaba", maker="Alibaba",
           country="CN", released_on=dt.date(2026, 4, 28), params_total=235 * 10**9, usd_per_mtok=0.4,
           tokens_7d=7 * 10**11),
    scored(HOSTILE[1], 120.0, model_id="hostile"),
    UNKNOWN,
)  # fmt: skip


def _days() -> list[dt.date]:
    return [FIRST + dt.timedelta(days=14 * i) for i in range(PERIODS)]


def _course(place_: int, i: int, high: float, step: float) -> float:
    """Rise or fall slowly, the first below the second at the start and above it at the end."""
    return high / (place_ + 1) + step * (i - PERIODS / 2) * (1 if place_ == 0 else -1)


def _shares(by: str, groups: tuple[str, ...]) -> Series:
    found = [
        _named(by, estimate(day, g, value, value - 0.02, value + 0.02))
        for i, day in enumerate(_days())
        for place_, g in enumerate(groups)
        for value in (max(_course(place_, i, 0.4, 0.02), 0.03),)
    ]
    return _raced("token_share", by, "share", groups, found)


def _points(by: str, groups: tuple[str, ...]) -> Series:
    found = [
        _named(by, estimate(day, g, value, value - 3, value + 3, Status.ESTIMATED))
        for i, day in enumerate(_days())
        for place_, g in enumerate(groups)
        for value in (150 - 4 * place_ + i * (1 - place_ / 4),)
    ]
    return _raced("capability", by, "points", groups, found)


def _gaps() -> Series:
    found = [replace(estimate(day, "CN>US", 0.4, 0.3, 0.5), group="CN against US") for day in _days()[-3:]]
    raced = _raced("price_gap", "country", "ratio", ("CN>US",), found)
    return replace(raced, standing=None, newest_runs=(), one_away=())


def _named(by: str, found: Estimate) -> Estimate:
    names = NAMES if by in ("organisation", "family") else {}
    ranks = {"rank_best": 1, "rank_worst": 2}
    return replace(found, group=names.get(found.group_id, (found.group,))[0], **ranks)  # type: ignore[arg-type] # fields


def _raced(measure: str, by: str, unit: str, groups: tuple[str, ...], found: list[Estimate]) -> Series:
    names = {e.group_id: e.group for e in found}
    ahead, second = names[groups[0]], names[groups[1]] if len(groups) > 1 else None
    held = replace(standing(ahead, ahead, second), leader_id=groups[0], value=found[0].value)
    choices = _choices(measure)
    less = [replace(e, value=0.9 * (e.value or 0)) for e in found]
    others = tuple(Run(c, less if i % 3 else found) for i, c in enumerate(_others(measure, choices)))
    runs = tuple(Run(run.choices, _newest(run.estimates)) for run in (Run(choices, found), *others))
    return Series(measure, 1, unit, by, choices, _days()[-1], tuple(found), held, PROVENANCE, 0.9, "worst-case bounds",
                  newest_runs=runs, one_away=others)  # fmt: skip


def _newest(estimates: Sequence[Estimate]) -> list[Estimate]:
    return [e for e in estimates if e.period_end == _days()[-1]]


def _choices(measure: str) -> dict[str, str]:
    return {choice.name: choice.default for choice in discover.measures()[measure].MEASURE.choices}


def _others(measure: str, taken: dict[str, str]) -> list[dict[str, str]]:
    choices = discover.measures()[measure].MEASURE.choices
    return [taken | {c.name: option.name} for c in choices for option in c.options[1:]]


def _chapter(name: str, *entries: Entry) -> Chapter:
    measure = discover.measures()[name].MEASURE
    says = ("name", "title", "question", "topic", "definition", "unit", "version", "misleads", "choices", "race")
    return Chapter(**{word: getattr(measure, word) for word in says}, entries=entries)


def _decided() -> tuple[Decided, ...]:
    told = rows(testimony.load())
    titles = ("Who uses which model", "Events and published figures")
    named = zip(titles, told.items(), strict=True)
    return tuple(Decided(table, title, tuple(said[:6])) for title, (table, said) in named)


def _sheets() -> tuple[Sheet, ...]:
    met, address = (("unknown field", 3, "<b>listing</b>"),), "https://example.invalid"
    return tuple(
        Sheet(use.name, use.publisher, "What it is.", address, use.licence, ("One router.",), use, met)
        for use in PROVENANCE.sources
    )
