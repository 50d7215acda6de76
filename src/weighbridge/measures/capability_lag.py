"""How many months one group's best models stand behind another's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import LEVEL, Abilities, traits
from weighbridge.abilities import choices as fitting
from weighbridge.abilities.frontier import month_ends
from weighbridge.amounts.grouping import spacing
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.lag import elapsed
from weighbridge.stats.lag.field import Field
from weighbridge.stats.lag.levels import NINE_IN_TEN
from weighbridge.stats.lag.likeness import Models
from weighbridge.stats.lag.pairs import pairs
from weighbridge.stats.lag.stage import Rule, Stage, joined, stage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.abilities.fits import Fits
    from weighbridge.abilities.vintages import Vintages
    from weighbridge.lake import Lake

DEFINITION = Choice(
    "definition",
    "What is called a lag; three published definitions, and means of two of them.",
    (
        Option("time_since", "on a day, the time since the leader first had the follower's best (Epoch, Jan 2026)"),
        Option("mean_time_since", "the mean of that over all days since 2023 on which both have a record"),
        Option(
            "mean_distance",
            "the mean over levels that both reached of how much later the follower did (Epoch, Oct 2025)",
        ),
        Option(
            "catch_up", "the median time until a record of the leader is reached; what is not reached yet still waits"
        ),
        Option("catch_up_mean", "the mean of that time, up to the longest one"),
    ),
)
CAUGHT_UP = Choice(
    "caught_up",
    "When a follower's model has reached a level of the leader.",
    (
        Option("point", "when its ability is as high"),
        Option("not_significant", "when its ability is not significantly lower (90 %), as Epoch counted in Oct 2025"),
    ),
)
EXTENT = Choice(
    "extent",
    "Which of the days since 2023 `mean_time_since` takes.",
    (
        Option("typical", "all: their mean"),
        Option("shortest", "the day with the shortest time"),
        Option("longest", "the day with the longest time"),
    ),
    apart=True,
)
# Of the choices of the fit those that a lag feels: on any line, months are the same.
FIT = (fitting.BENCHMARKS, fitting.LEFT_OUT, fitting.CURVE, fitting.RESAMPLED)
YARDSTICK = Choice(
    "yardstick",
    "What measures ability.",
    (
        Option("epoch", "scores on benchmarks, fitted as in `capability`"),
        Option("arena", "people's choices: ratings of Arena's text board, with its intervals, to Aug 2025"),
    ),
    apart=True,
)
KNOWN = Choice(
    "known",
    "From which fit or board a past day is judged.",
    (
        Option("now", "from the newest, month by month: all that is known by now of the models of then"),
        Option("models_then", "quarter by quarter from a fit of the models out by then, on all benchmarks"),
        Option("then", "the same, only on benchmarks of which it is known that they were out too; or each board's day"),
    ),
    apart=True,
)

MEASURE = Measure(
    name="capability_lag",
    title="Capability lag",
    question="How many months does one group's best model stand behind another's?",
    topic="capable",
    definition=(
        "Time between the running bests of two groups on the scale of `capability`: the best ability among the models "
        "released by each day. Of a pair the first follows, the second leads; a negative lag says that the follower "
        "is ahead. A month is 365.25 / 12 days."
    ),
    unit="months",
    version=3,
    higher_is_better=None,
    reads=("scores", "ratings", "subjects", "benchmarks"),
    misleads=(
        "The definitions answer different questions: a level's age, the distance of two paths, the life of a record.",
        "`time_since` grows by a day a day and falls with a release: one day's figure is a tooth of a saw.",
        "`mean_distance` knows only levels that both reached: what the follower has not reached yet is not in it.",
        "A release without scores has no ability: a group whose newest models are not tested yet looks further behind.",
        "Under `not_significant` a model that is measured badly is alike to many: the less is known, the shorter.",
        "Release days are those of the weights or the service, not of training: a leader that waits looks closer.",
    ),
    choices=(DEFINITION, CAUGHT_UP, EXTENT, YARDSTICK, KNOWN, *FIT),
    groupings=("openness", "country"),
    place=72,
    race=False,
    excluded=(
        *(
            ("definition", definition, "extent", extent)
            for definition in DEFINITION.names()
            for extent in elapsed.EXTENTS[1:]
            if definition != "mean_time_since"
        ),
        # Fits that are each as good as the other are no draws: no difference between them is significant or not.
        ("left_out", "one_benchmark", "caught_up", "not_significant"),
        # A fit for each quarter takes a while: only under the defaults.
        *(
            ("known", known, choice.name, option)
            for known in KNOWN.names()[1:]
            for choice in FIT
            for option in choice.names()[1:]
            if choice is not fitting.RESAMPLED
        ),
        # A board is the publisher's own fit: nothing in it is left to choose.
        *(("yardstick", "arena", choice.name, option) for choice in FIT for option in choice.names()[1:]),
        ("yardstick", "arena", "known", "models_then"),
        *fitting.EXCLUDED,
    ),
)
# The published means begin here; before it, too few models with scores were out to speak of a frontier.
SINCE = dt.date(2023, 1, 1)


@dataclass(frozen=True)
class Race:
    """The fits of the lake's scores as of today and of past days, the boards, and what the models in them are."""

    fits: Fits
    vintages: Vintages
    boards: tuple[Abilities, ...]
    traits: Mapping[str, traits.Traits]  # by yardstick
    by: str
    _fields: dict[int, tuple[Abilities, Field]] = field(default_factory=dict, compare=False, repr=False)

    def field(self, fit: Abilities, yardstick: str) -> Field:
        """Give the models of a fit or board that have a day of release: the same object for the same fit."""
        if id(fit) not in self._fields:
            # The fit is held beside it, so that no other can take its number.
            self._fields[id(fit)] = fit, _field(fit, self.traits[yardstick])
        return self._fields[id(fit)][1]


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Race:
    """Ask for the scores and ratings, and for what their models are."""
    from weighbridge.abilities.fits import fits
    from weighbridge.abilities.rated import boards

    found = fits(lake)
    # The names of each yardstick stand in the namespace of its publisher.
    known = {name: traits.traits(lake, name, by, where) for name in YARDSTICK.names()}
    released = known[YARDSTICK.default].days(found.matrix.scores.models)
    return Race(found, found.vintages(released), boards(lake), known, by)


def compute(read: Race, choices: Mapping[str, str]) -> Panel:
    """Give the lag of every pair, by month from the newest fit, or by quarter or board from those of then."""
    fits, ends = _fits(read, choices)
    known = read.traits[choices["yardstick"]]
    fields = [read.field(fit, choices[YARDSTICK.name]) for fit in fits]
    who = pairs(read.by, fields[-1].group.tolist()) if fields else ()
    each = len(ends) // max(len(fits), 1)
    days = np.array(ends, "datetime64[D]").astype(np.int64).reshape(len(fits), each)
    every = zip(fields, fits, days, strict=True)
    found = joined([stage(own, who, day, _rule(choices), bounded=fit.bounded) for own, fit, day in every])
    bounded = any(fit.bounded for fit in fits)
    return Panel(
        starts=ends,
        ends=ends,
        groups=tuple(pair.group for pair in who),
        value=found.value,
        low=found.low,
        high=found.high,
        n=found.n,
        status=_status(found),
        coverage=np.repeat([_placed(fit, known) for fit in fits], each),
        certain=bounded,
        ci_method=_method(fits, choices, bounded=bounded),
        draws=None if bounded else np.moveaxis(found.draws, -1, 0),
        resolution_days=spacing(ends),
        sources=tuple({fit.source for fit in fits}),
        ci_level=LEVEL,
        labels={pair.group: pair.label for pair in who},
    )


def _fits(read: Race, choices: Mapping[str, str]) -> tuple[list[Abilities], tuple[dt.date, ...]]:
    """Give the fits or boards, and the days that they judge: one for all months, or each its share of the days."""
    arena, now = choices["yardstick"] == "arena", choices["known"] == "now"
    if arena and (not now or not read.boards):
        return list(read.boards), tuple(board.as_of for board in read.boards)
    if now:
        fit = read.boards[-1] if arena else read.fits.abilities(choices)
        return [fit], month_ends(SINCE, fit.as_of)
    ends = quarter_ends(read.vintages.matrix.as_of)
    return read.vintages.on(ends, choices["resampled"], dated=choices["known"] == "then"), ends


def quarter_ends(last: dt.date) -> tuple[dt.date, ...]:
    """Give the last day of every quarter since the measure begins, and `last` itself."""
    return tuple(end for end in month_ends(SINCE, last) if end == last or end.month % 3 == 0)


def _rule(choices: Mapping[str, str]) -> Rule:
    tolerance = LEVEL if choices["caught_up"] == "not_significant" else None
    first = float(np.datetime64(SINCE).astype(np.int64))
    return Rule(choices["definition"], choices["extent"], tolerance, first, _taken(choices))


def _taken(choices: Mapping[str, str]) -> float:
    """Say which middle part of the draws is the interval: less than LEVEL where simulation has shown that it is."""
    simulated = choices["yardstick"] == "epoch" and choices["resampled"] == "residuals"
    return NINE_IN_TEN[choices["definition"]] if simulated else LEVEL


def _field(fit: Abilities, known: traits.Traits) -> Field:
    """Give the models that have a day of release, with the point in the first row."""
    days = known.days(fit.models)
    here = ~np.isnat(days)
    rows = fit.draws if fit.bounded else np.concatenate([fit.ability[None], fit.draws])
    group = np.array([name or "" for name in known.groups(fit.models)], np.str_)
    return Field(Models(days[here].astype(np.int64), rows[:, here]), group[here], fit.few[here])


def _method(fits: list[Abilities], choices: Mapping[str, str], *, bounded: bool) -> str:
    methods = "; ".join(sorted({fit.method for fit in fits}))
    if bounded:
        return methods
    taken = _taken(choices)
    told = "" if taken == LEVEL else _simulated(choices)
    drawn = f"the middle {taken * 100:.0f} % of draws by mid-ranks"
    return f"{methods}; the lag in each draw of all abilities together, {drawn}{told}"


def _simulated(choices: Mapping[str, str]) -> str:
    """Say what simulation found; the options of some choices were not simulated."""
    if all(choices[choice.name] == choice.default for choice in (CAUGHT_UP, EXTENT, YARDSTICK, KNOWN, *FIT)):
        return f", which held the true lag in {LEVEL * 100:.0f} % of simulations"
    return ", as simulations of the default choices found"


def _status(found: Stage) -> NDArray[np.str_]:
    nothing = np.isnan(found.value) & np.isnan(found.low) & np.isnan(found.high)
    some = np.where(np.isnan(found.value), str(Status.BOUNDED), str(Status.ESTIMATED))
    return np.where(nothing, str(Status.MISSING), np.where(found.few, str(Status.PROVISIONAL), some))


def _placed(fit: Abilities, known: traits.Traits) -> float:
    """Give the part of the models with scores whose group and day of release are known."""
    kept = known.kept(fit.models)
    named = np.array([group is not None for group in known.groups(fit.models)], bool)
    return float((named & ~np.isnat(known.days(fit.models)))[kept].mean()) if kept.any() else float("nan")
