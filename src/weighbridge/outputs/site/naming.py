"""What the groups of a race are called in a language, as far as that does not stand in the race itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.charts.pairs import parted
from weighbridge.weighing.stretch import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weighbridge.estimate import Estimate, Series
    from weighbridge.outputs.site.languages import Language


def names(language: Language, series: Series) -> list[tuple[str, str | None]]:
    """Give what the groups of a series are called in a language, where that does not stand in the series itself."""
    parts = {part for key in groups(series) for part in parted(key)}
    return [(part, language.names.get((series.by, part))) for part in sorted(parts)]


def groups(series: Series) -> set[str]:
    """Give the ids of all groups of a series, by default or where one choice is taken otherwise."""
    every = (series.estimates, *(run.estimates for run in series.one_away))
    return {key for held in every for key in _groups(held) if key}


def _groups(held: Sequence[Estimate]) -> Iterable[str]:
    return held.groups() if isinstance(held, Stretch) else (e.group_id for e in held)
