"""The races of a contender, one line each: its figure, its place, who leads, and its own course."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.figures import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.tracks import Track

TOPICS = ("used", "downloaded", "built_upon", "capable", "cheap", "small")
LEADS, AHEAD = "leads", "ahead"


@dataclass(frozen=True)
class Run:
    """One race. `state` is what the contender does in it; `who` does it instead, where another does."""

    id: str
    title: str
    path: str
    figure: str
    interval: str
    place: str
    newest: bool
    range: str
    state: str
    who: str
    who_path: str
    spark: str
    facts: Facts


def topics(language: Language, tracks: Iterable[Track]) -> list[tuple[str, list[Run]]]:
    """Give the races by the question that they answer."""
    held = list(tracks)
    found = ((topic, [run(language, track) for track in held if track.chapter.topic == topic]) for topic in TOPICS)
    return [(topic, runs) for topic, runs in found if runs]


def run(language: Language, track: Track) -> Run:
    """Give the line of a race."""
    series, last = track.series, track.last
    figure, interval = shown(language, last.value, last.ci_low, last.ci_high, series.unit)
    path = addresses.race(track.chapter.name, series.by)
    state, key, label = stand(track)
    against = [addresses.slug(track.other)] if track.other else []
    return Run(
        "-".join(("facts", track.chapter.name.replace("_", "-"), *against)),
        language.title(track.chapter),
        path,
        _against(language, track, figure),
        _lagging(language, track, interval, last.ci_low, last.ci_high),
        language.words.rank(last.rank_best, last.rank_worst) if track.raced else "",
        track.current,
        _lagging(language, track, language.words.over_choices(last, series.unit), last.range_low, last.range_high),
        state,
        language.group(series.by, key, label) if label else "",
        language.path(series.by, key or ""),
        track.spark,
        facts.of_estimate(language, series, last),
    )


def stand(track: Track) -> tuple[str, str | None, str]:
    """Say what a contender does in a race, and who does it: (state, id, label); empty where nobody is ranked."""
    standing = track.series.standing
    if track.other or standing is None:
        return "unranked", None, ""
    label = standing.leader or standing.ahead
    if label is None:
        return "unranked", None, ""
    key = next((e.group_id for e in reversed(track.series.estimates) if e.group == label), standing.leader_id)
    does = LEADS if standing.leader else AHEAD
    return (does, key, "") if key == track.last.group_id else (f"other_{does}", key, label)


def record(track: Track) -> dict[str, Any]:
    """Give a race for machines."""
    state, key, label = stand(track)
    return {
        "measure": track.chapter.name,
        "version": track.series.version,
        "by": track.series.by,
        "topic": track.chapter.topic,
        "title": track.chapter.title,
        "unit": track.series.unit,
        "choices": track.series.choices,
        "against": track.other or None,
        "as_of": track.series.as_of,
        "newest": track.last,
        "state": state,
        "leader_or_ahead_id": key,
        "leader_or_ahead": label or None,
        "ci_level": track.series.ci_level,
        "ci_method": track.series.ci_method,
        "sources": facts.named(track.series.provenance.sources),
    }


def heads() -> tuple[str, ...]:
    """Name the columns of the table that `rows` fills, which stands beside the page of a contender."""
    return ("part", "id", "name", "measure", "unit", "day", "value", "low", "high", "range_low", "range_high",
            "place_best", "place_worst", "counted", "coverage", "status")  # fmt: skip


def rows(tracks: Iterable[Track]) -> Iterator[tuple[object, ...]]:
    """Give every figure of every race, the whole course."""
    for track in tracks:
        for e in track.estimates:
            what = ("race", e.group_id, e.group, track.chapter.name, track.series.unit, e.period_end)
            ends = (e.value, e.ci_low, e.ci_high, e.range_low, e.range_high, e.rank_best, e.rank_worst)
            yield (*what, *ends, e.n, e.coverage, e.status)


def _lagging(language: Language, track: Track, span: str, low: float | None, high: float | None) -> str:
    """Say of ends of a lag that they count how far behind, or, where all lies below none, how far ahead."""
    if not (span and track.other and track.series.unit == "months"):
        return span
    if low is not None and low < 0 and (high is None or high > 0):
        ends = {"ahead": language.words.amount(-low, "months"), "behind": language.words.amount(high or 0, "months")}
        return language.says("ahead_to_behind" if high else "ahead_or_behind", **ends)
    lead = language.words.ahead(span)
    return language.says("ahead_by", span=lead) if lead else language.says("behind_by", span=span)


def _against(language: Language, track: Track, figure: str) -> str:
    if not track.other:
        return figure
    by = track.series.by
    return language.words.beside(figure, by, language.group(by, track.other), track.series.unit)
