"""What every choice inside a figure would say: the combinations, the decisions in words, and what moves the lead."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from weighbridge.charts.combinations import combinations
from weighbridge.charts.pairs import parted
from weighbridge.charts.points import drawing
from weighbridge.charts.specification import Decision, columns, each_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.charts.combinations import Combinations
    from weighbridge.estimate import Series, Standing
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.languages import Language

LEAST = 2  # combinations that make a comparison
# What stands after a colon or a semicolon explains what stands before it.
_CLAUSE = re.compile(r"[:;：；]\s*|[.。]$")


def found(chapter: Chapter, series: Series) -> Combinations | None:
    """Give what every combination says of the one ahead, or of the first of the chart; none where nothing differs."""
    subject = _subject(series)
    every = combinations(series, chapter.choices, subject) if subject is not None else None
    return every if every is not None and len(every.each) >= LEAST else None


def _subject(series: Series) -> str | None:
    held = series.standing
    if held is not None:
        ahead = held.leader_id or next((e.group_id for e in series.estimates if e.group == held.ahead), None)
        if ahead is not None:
            return ahead
    top = drawing(series).top
    return top[0].group_id if top else None


def decisions(language: Language, chapter: Chapter) -> list[Decision]:
    """Give the choices of a measure in words short enough to stand beside marks."""
    return [
        Decision(
            choice.name,
            _clause(language.decided(choice.says)),
            tuple((option.name, _clause(language.decided(option.says))) for option in choice.options),
        )
        for choice in chapter.choices
    ]


def _clause(text: str) -> str:
    return _CLAUSE.split(text.replace("`", ""), maxsplit=1)[0]


def named(language: Language, series: Series, key: str) -> str:
    """Name a group; of a pair the first as it is set beside the other."""
    first, pair, other = parted(key)
    if not pair:
        runs = (e for run in series.newest_runs for e in run.estimates if e.group_id == key)
        return language.group(series.by, key, next((e.group for e in runs), None))
    beside = language.group(series.by, other)
    return language.words.beside(language.group(series.by, first), series.by, beside, series.unit)


def told(language: Language, chapter: Chapter, series: Series, every: Combinations) -> Iterator[str]:
    """Say under how many combinations the one ahead is so, what moves the lead, and how many have no figure."""
    if every.raced:
        yield from _raced(language, chapter, series, every)
    if every.silent:
        yield language.says("choices_silent", n=every.silent)


def _raced(language: Language, chapter: Chapter, series: Series, every: Combinations) -> Iterator[str]:
    ahead = Counter(each.ahead for each in every.each)
    name = language.words.opening(series.by, named(language, series, every.subject))
    yield language.says("choices_ahead", name=name, n=ahead[every.subject], all=len(every.each))
    spoken = language.spoken(series).standing
    if spoken is None:
        return
    if ways := list(rivals(language, chapter, series.by, spoken)):
        yield language.says("choices_moved", ways=language.says("or_also").join(ways))
    elif len(ahead) == 1:
        yield language.says("choices_alone")
    yield language.says("choices_sure", sure=language.words.sure(spoken))


def rivals(language: Language, chapter: Chapter, by: str, standing: Standing) -> Iterator[str]:
    """Say who else leads, each with the options under which, in the words that stand beside the marks of choices."""
    told = {
        f"{choice.name}={option.name}": language.says("option_told", text=_clause(language.decided(option.says)))
        for choice in chapter.choices
        for option in choice.options
    }
    together = language.says("options_together")
    for rival, ways in standing.rivals.items():
        each = [together.join(told.get(part, part) for part in way.split(" and ")) for way in ways]
        yield language.words.rival(by, rival, each)


def legend(language: Language, series: Series, every: Combinations) -> str:
    """Say what the marks are and in which order they stand."""
    key = "choices_margin" if every.raced else "choices_figure"
    said = language.says(key, name=language.words.inside(series.by, named(language, series, every.subject)))
    if (step := each_drawn(every)) > 1:
        said = language.says("choices_thinned", said=said, n=step)
    most = max(map(len, columns(every)))
    return said if most == 1 else language.says("choices_columns", said=said, n=most)
