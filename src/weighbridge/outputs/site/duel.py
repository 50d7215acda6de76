"""Two or more contenders in one race: who is ahead, whether their intervals lie apart, and under which choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.charts.points import weight
from weighbridge.weighing.flat import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weighbridge.estimate import Estimate, Series
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.register import Register
    from weighbridge.outputs.site.tracks import Track
    from weighbridge.outputs.site.versus import Versus

AHEAD, CLOSE, ALONE, UNRANKED = "ahead", "close", "alone", "unranked"


@dataclass(frozen=True)
class Duel:
    """One race of contenders: their newest figures in the order of the comparison, null where one has none.

    `ahead` is the id of the one with the highest figure, null where fewer than two are ranked; `apart` says whether its
    interval lies above that of every other. `share`: part of the choices with figures of both under which it is ahead
    of the next, from 0 to 1.
    """

    chapter: Chapter
    series: Series
    tracks: tuple[Track | None, ...]
    verdict: str
    ahead: str | None = None
    apart: bool = False
    share: float | None = None


class Under:
    """Figures of the newest period under every combination of choices, of those that are compared; read once."""

    def __init__(self, every: Sequence[Versus]) -> None:
        self._compared = {(versus.kind, key) for versus in every for key in versus.ids}
        self._read: dict[int, dict[str, list[float | None]]] = {}

    def of(self, series: Series, group: str) -> list[float | None]:
        """Give the figure of a group under each combination; null where there is none."""
        if id(series) not in self._read:
            wanted = {key for kind, key in self._compared if kind == series.by}
            self._read[id(series)] = flat(series.newest_runs).under(wanted) if series.newest_runs else {}
        return self._read[id(series)].get(group, [None] * len(series.newest_runs))


def duels(register: Register, versus: Versus, under: Under) -> list[Duel]:
    """Give every race in which one of the contenders has a newest figure, in the order of the book."""
    return list(_duels(register, versus, under))


def _duels(register: Register, versus: Versus, under: Under) -> Iterator[Duel]:
    held = [register.tracks.get((versus.kind, key), ()) for key in versus.ids]
    for chapter, series in register.book.series():
        if series.by != versus.kind:
            continue
        own = [[track for track in tracks if track.series is series and track.current] for tracks in held]
        found = tuple(_of(tracks, versus, i) for i, tracks in enumerate(own))
        if any(found):
            yield _judged(under, chapter, series, found)


def _of(tracks: Sequence[Track], versus: Versus, i: int) -> Track | None:
    """Give a contender's own figure, or in a pair of countries that against the other."""
    wanted = ("", versus.other(versus.ids[i]) if versus.pair else "")
    return next((track for track in tracks if track.other in wanted), None)


def _judged(under: Under, chapter: Chapter, series: Series, tracks: tuple[Track | None, ...]) -> Duel:
    known = [track.last for track in tracks if track]
    ranked = sorted((track.last for track in tracks if track and track.raced), key=lambda e: -(weight(e) or 0.0))
    if len(ranked) < 2:  # noqa: PLR2004 - it takes two
        raced = series.standing is not None and not any(track.other for track in tracks if track)
        return Duel(chapter, series, tracks, ALONE if raced and len(known) < len(tracks) else UNRANKED)
    first, *others = ranked
    apart = all(_low(first) > _high(other) for other in others)
    share = _share(*(under.of(series, e.group_id) for e in ranked[:2]))
    return Duel(chapter, series, tracks, AHEAD if apart else CLOSE, first.group_id, apart, share)


def _low(estimate: Estimate) -> float:
    low = estimate.value if estimate.ci_low is None else estimate.ci_low
    return float("-inf") if low is None else low


def _high(estimate: Estimate) -> float:
    high = estimate.value if estimate.ci_high is None else estimate.ci_high
    return float("inf") if high is None else high


def _share(one: Sequence[float | None], other: Sequence[float | None]) -> float | None:
    """Give the part of the combinations of choices under which the first has the higher figure."""
    found = [a > b for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return sum(found) / len(found) if found else None
