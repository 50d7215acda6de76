"""How long derivatives of a base keep coming."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import BASE, BASIS, POPULATION, RELATION
from weighbridge.amounts.derivatives.arrivals import GAPS, ArrivalRows, Lasting, Rule, lives, spans
from weighbridge.amounts.derivatives.arrivals import read as read_arrivals
from weighbridge.amounts.derivatives.rows import GROUPINGS
from weighbridge.amounts.derivatives.stock import NO_RACE
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.intervals import LEVEL
from weighbridge.stats.lifetimes import Figure, life, mean, median

if TYPE_CHECKING:
    from weighbridge.amounts.derivatives.arrivals import Arrivals, Lives, Spans
    from weighbridge.lake import Lake
    from weighbridge.stats.lifetimes import Life

# A feed of new repositories shows of an old base what was built on it lately: no beginning and no pause.
LISTING = Choice(
    "listing",
    "Which repositories are looked at: those that show all that was built on a base.",
    (
        Option("laufer_trees", "trees of models below 26 base models, in spring 2025, each read on a day of its own"),
        Option("hub_stats", "every repository of the Hub, read live; those deleted before it was read are missing"),
    ),
)
STATISTIC = Choice(
    "statistic",
    "What is said of the lives of a group's bases.",
    (
        Option("median", "the days after which half of them have ended (Kaplan and Meier)"),
        Option("first_year", "the mean days of life in their first 365"),
        Option("two_years", "the mean days of life in their first 730"),
    ),
    apart=True,
)
MOST_LIVES = 1 << 12  # of which the figures are remembered
HORIZONS = {"first_year": 365.0, "two_years": 730.0}
GAP = Choice(
    "gap",
    "How long no new derivative comes before a base has ended.",
    tuple(Option(f"{days}d", f"{days} days") for days in GAPS),
)
SILENCE = Choice(
    "silence",
    "Which such gap ends a life.",
    (
        Option("last", "one that lasts to the reading: a base that came back has lived on"),
        Option("first", "the first one: what comes later is another life"),
    ),
)
START = Choice(
    "start",
    "When a life begins.",
    (
        Option("first_derivative", "with the base's first derivative"),
        Option("own_creation", "with its own creation, where that day is known"),
    ),
)
LEAST = Choice(
    "least",
    "How many derivatives of known day make a base.",
    (Option("5", "five"), Option("1", "one"), Option("20", "twenty")),
)
# The trees give a day to fine-tuned models alone: so these come first.
FINETUNES_FIRST = Choice(
    RELATION.name, RELATION.says, tuple(sorted(RELATION.options, key=lambda option: option.name != "finetunes"))
)

MEASURE = Measure(
    name="survival",
    title="Survival of bases",
    question="How long do derivatives of a base keep coming?",
    topic="built_upon",
    definition=(
        "Days from a base's first derivative to the last one before no more came for 90 days, over the bases of a "
        "group; a base without such a silence was watched until 90 days before the reading: it lived at least so long."
    ),
    unit="days",
    version=1,
    higher_is_better=True,
    reads=("derivatives",),
    misleads=(
        "Trees stand below 26 base models that were picked by hand: their families had other bases too.",
        "Trees date fine-tuned models alone: adapters (one list was cut at 3,000) may have come later, see coverage.",
        "Derivatives and bases deleted before the reading are missing: lives look shorter, and some are not seen.",
        "Bases that gathered few derivatives do not count, and those that did had to live until then: see `least`.",
        "An end is a silence so far: derivatives may come again.",
        "A base may itself be built on another: under `ultimate`, lives of its derivatives count for the first of all.",
        "A group of few bases says little: n is the number of bases that were watched long enough to be judged.",
    ),
    choices=(LISTING, STATISTIC, BASIS, BASE, GAP, SILENCE, START, LEAST, FINETUNES_FIRST, POPULATION),
    groupings=tuple(GROUPINGS),
    place=43,
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> ArrivalRows:
    """Ask for the days on which derivatives came, by base, of one grouping."""
    return read_arrivals(lake, by, where)


def compute(read: ArrivalRows, choices: Mapping[str, str]) -> Panel:
    """Give the days under one combination of choices; a median that is not reached has no value and an open end."""
    found, of = spans(read, choices)
    lasting = _lasting(read, found, of, choices)
    ends = () if found.end is None else (found.end,)
    figures = lasting.said[choices["statistic"]].T
    value, low, high = (np.broadcast_to(column, (len(ends), len(lasting.group))) for column in figures)
    return Panel(
        starts=ends,
        ends=ends,
        groups=tuple(found.groups[group] for group in lasting.group),
        value=value,
        low=low,
        high=high,
        n=np.broadcast_to(lasting.n, value.shape),
        status=np.where(np.isnan(value), str(Status.BOUNDED), str(Status.ESTIMATED)),
        coverage=np.full(len(ends), of.coverage),
        certain=False,
        ci_method=(
            "Kaplan-Meier with the log-log band of Greenwood's variance"
            f"{'; areas below the band' if choices['statistic'] in HORIZONS else ' (Brookmeyer and Crowley)'}"
        ),
        sources=(choices["listing"],) if ends else (),
        no_race=NO_RACE.get(choices["listing"], ""),
        ci_level=LEVEL,
    )


def _rule(choices: Mapping[str, str]) -> Rule:
    return Rule(
        gap=int(choices["gap"].removesuffix("d")),
        least=int(choices["least"]),
        from_birth=choices["start"] == "own_creation",
        at_first=choices["silence"] == "first",
    )


def _lasting(read: ArrivalRows, found: Arrivals, of: Spans, choices: Mapping[str, str]) -> Lasting:
    """Give all that is said of lives: the curves, which take longest, are the same for each."""
    key = tuple(said for name, said in choices.items() if name != STATISTIC.name)
    if key not in read.lasting:
        read.lasting[key] = _said(lives(found, of, _rule(choices)))
    return read.lasting[key]


def _said(lived: Lives) -> Lasting:
    order = np.argsort(lived.group, kind="stable")
    order = order[lived.group[order] >= 0]
    seen, starts, n = np.unique(lived.group[order], return_index=True, return_counts=True)
    parts = np.split(order, starts[1:])[: len(seen)]
    figures = [_figures(lived.days[own].tobytes(), lived.ended[own].tobytes()) for own in parts]
    said = np.array(figures, np.float64).reshape(-1, len(STATISTIC.options), 3)
    return Lasting(seen, n, {name: said[:, i] for i, name in enumerate(STATISTIC.names())})


@lru_cache(MOST_LIVES)
def _figures(days: bytes, ended: bytes) -> list[Figure]:
    """Say all statistics of lives, in order; most choices leave most groups the same few bases."""
    curve = life(np.frombuffer(days, np.float64), np.frombuffer(ended, np.bool_), LEVEL)
    return [_figure(curve, name) for name in STATISTIC.names()]


def _figure(of: Life, statistic: str) -> Figure:
    return median(of) if statistic == "median" else mean(of, HORIZONS[statistic])
