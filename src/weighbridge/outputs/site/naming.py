"""What the groups of a race are called in a language, as far as that does not stand in the race itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.charts.pairs import parted
from weighbridge.weighing.stretch import Stretch

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs.site.languages import Language


def names(language: Language, series: Series) -> list[tuple[str, str | None]]:
    """Give what the groups of a series are called in a language, where that does not stand in the series itself."""
    parts = {part for key in groups(series) for part in parted(key)}
    return [(part, language.names.get((series.by, part))) for part in sorted(parts)]


def groups(series: Series) -> set[str]:
    """Give the ids of all groups of a series."""
    held = series.estimates
    found = held.groups() if isinstance(held, Stretch) else (e.group_id for e in held)
    return {key for key in found if key}
