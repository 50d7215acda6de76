"""What every figure states beside itself: as of when, from whom, under which terms, how much was seen, how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.estimate import Estimate, Series, SourceUse
    from weighbridge.outputs.site.languages import Language


@dataclass(frozen=True)
class Facts:
    """The five, in words; `sources` are (name, path, licence)."""

    as_of: str
    sources: tuple[tuple[str, str, str], ...]
    coverage: str
    sure: str


def told(stated: Facts) -> list[str]:
    """Give the five as texts: as of when first, how sure last, sources and their terms between."""
    return [stated.as_of, *(f"{name}, {terms}" for name, _, terms in stated.sources), stated.coverage, stated.sure]


def of_series(language: Language, series: Series) -> Facts:
    """Give the facts of the newest figures of a series."""
    newest = [e for e in series.estimates if e.period_end == series.as_of]
    return Facts(
        language.day(series.as_of),
        sources(language, series.provenance.sources),
        coverage(language, newest),
        sure(language, series),
    )


def of_estimate(language: Language, series: Series, estimate: Estimate) -> Facts:
    """Give the facts of one figure."""
    return Facts(
        language.day(estimate.period_end),
        sources(language, series.provenance.sources),
        coverage(language, [estimate]),
        _spread(language, series, estimate),
    )


def days(language: Language, of: Sequence[dt.date]) -> str:
    """Give as of when figures of several sources stand: each to the day of its own."""
    first, last = (end(of, default=None) for end in (min, max))
    if first == last:
        return language.day(last)
    return language.says("descent_days", first=language.day(first), last=language.day(last))


def sources(language: Language, uses: Sequence[SourceUse]) -> tuple[tuple[str, str, str], ...]:
    """Give publisher, path and licence of each source; one of several of a publisher is named beside it."""
    several = Counter(use.publisher for use in uses)

    def name(use: SourceUse) -> str:
        alone = several[use.publisher] == 1
        return use.publisher if alone else language.says("source_title", publisher=use.publisher, name=_list(use))

    return tuple((name(use), addresses.source(use.name), licence(language, use.licence)) for use in uses)


def made_of(uses: Sequence[SourceUse]) -> tuple[object, ...]:
    """Give what `days` and `sources` say of several sources in any language: one reading more may change neither."""
    held = [use.as_of for use in uses]
    return min(held, default=None), max(held, default=None), [(use.name, use.publisher, use.licence) for use in uses]


def named(uses: Sequence[SourceUse]) -> list[dict[str, str]]:
    """Give sources for machines: who publishes them under which terms."""
    words = ("name", "publisher", "licence", "attribution")
    return [{word: getattr(use, word) for word in words} for use in uses]


def _list(use: SourceUse) -> str:
    """Name a list beside its publisher, who is not named twice: `listing top30`, `daily`."""
    own = use.name.removeprefix(use.publisher.lower().replace(" ", "") + "_")
    return own.replace("_", " ")


def licence(language: Language, name: str) -> str:
    """Name a licence, or say that none is stated; the parts of a source may stand under several."""
    each = (language.says("licence_unstated") if one == "unstated" else one for one in name.split(", "))
    return language.says("listed").join(each)


def coverage(language: Language, estimates: Sequence[Estimate]) -> str:
    """Say which part of the population the figures saw, or that the source does not state how large it is."""
    known = {round(e.coverage, 4) for e in estimates if e.coverage is not None}
    if not known:
        return language.says("coverage_unstated")
    return language.says("covered", part=language.words.span(min(known), max(known), "share"))


def sure(language: Language, series: Series) -> str:
    """Say how sure a race's standing is, or on what the interval of other figures rests."""
    if series.standing is not None:
        return language.words.sure(series.standing)
    # What the source is not, where a measure says so, matters more than how its intervals were made.
    told = [language.words.reason(text) for text in (series.no_race, series.ci_method) if text]
    return language.says("or_also").join(told)


def _spread(language: Language, series: Series, estimate: Estimate) -> str:
    """Say what else the figure could be under other definitions."""
    return language.says("over_choices", span=language.words.over_choices(estimate, series.unit))
