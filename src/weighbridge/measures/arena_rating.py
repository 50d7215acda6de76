"""Ratings from people's choices between two answers: the best-rated model of each group, board by board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from weighbridge.amounts import GROUPINGS
from weighbridge.amounts.grouping import ATTRIBUTION, codes, columns, filtered, having, numbers, spacing
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.schema import IDENTITY, RATINGS
from weighbridge.stats.ranks import rank_bounds

if TYPE_CHECKING:
    import datetime as dt

    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

# Option -> what the publisher calls it.
BOARDS = {"text": "text", "style_control": "text_style_control", "history": "text_history"}
QUESTIONS = {
    "full": "full",
    "chinese": "chinese",
    "english": "english",
    "coding": "coding",
    "math": "math",
    "hard_prompts": "hard_6",
    "instruction_following": "if",
    "creative_writing": "creative_writing",
    "multiturn": "multiturn",
}
BOARD = Choice(
    "board",
    "Which of the publisher's boards: each has a scale of its own.",
    (
        Option("text", "text board as published, monthly from Jun 2024 to Aug 2025, with intervals"),
        Option("style_control", "text board with length and formatting held equal, 11 Dec 2025, with intervals"),
        Option("history", "text board of 98 days from May 2023 to Feb 2025, without intervals"),
    ),
    apart=True,
)
QUESTION = Choice(
    "question",
    "Which questions count: each kind is fitted on a scale of its own; other kinds than all are on one board alone.",
    (
        Option("full", "all of them"),
        Option("chinese", "in Chinese"),
        Option("english", "in English"),
        Option("coding", "on code"),
        Option("math", "on mathematics"),
        Option("hard_prompts", "hard ones, by the publisher's own criteria"),
        Option("instruction_following", "with several instructions to follow"),
        Option("creative_writing", "on creative writing"),
        Option("multiturn", "with more than one turn"),
    ),
    apart=True,
)
DRAWS = 400
SEED = 20250804
# Of the normal distribution: the middle 95 % is so many standard deviations wide.
WIDTH_IN_DEVIATIONS = 3.92
PUBLISHED = (
    "the publisher's, of the best-rated model, widened to models whose group is not known; leads by 400 draws of "
    "every rating, normal and independent, 95 %"
)

MEASURE = Measure(
    name="arena_rating",
    title="Arena rating",
    question="Whose best model do people prefer, when they see two answers and not who wrote them?",
    topic="capable",
    definition=(
        "Rating of the best-rated model of a group on one board of LMArena on one day, and the publisher's 95 % "
        "interval of that model. 100 points more mean that its answer is preferred in 64 of 100 decided pairs."
    ),
    unit="rating points",
    version=1,
    higher_is_better=True,
    reads=("ratings", "subjects"),
    misleads=(
        "Levels compare within one board of one day only: from May to June 2025 the median model rose by 21 points.",
        "No style-controlled boards of earlier months are published: that lead cannot be followed over time.",
        "On the plain text board long and well formatted answers win votes.",
        "The best of many models is partly the luckiest: the draws that decide a lead carry this, intervals do not.",
        "People choose the answer that they like, which need not be the right one.",
        "Makers choose which models to enter, and some test many variants before one is named.",
        "Models are taken off the boards: a group's figure may fall because its best model was.",
        "By model, names are the publisher's: one written otherwise from some board on stands twice.",
        "A model whose maker is not known may be of any group: intervals reach as high as it does.",
    ),
    choices=(BOARD, QUESTION, ATTRIBUTION),
    groupings=GROUPINGS,
    place=75,
    excluded=tuple(
        ("board", board, "question", question)
        for board in ("text", "history")
        for question in QUESTIONS
        if question != "full"
    ),
)


@dataclass(frozen=True)
class Ratings:
    """One row a board, kind of question, day and model; `by_name`: the publisher's names are the groups."""

    rows: pa.Table
    by_name: bool


@dataclass(frozen=True)
class Placed:
    """The models of one board: for those whose group is known its cell (day by group) and figures, of shape (models,).

    `strangers` has the day and the upper end of each model whose group is not known.
    """

    days: tuple[dt.date, ...]
    groups: tuple[str, ...]
    cell: NDArray[np.int64]
    rating: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    strangers: tuple[NDArray[np.int64], NDArray[np.float64]]
    coverage: NDArray[np.float64]  # of shape (days,)

    def best(self) -> tuple[NDArray[np.float64], ...]:
        """Give (rating, low, high) of the best-rated model by day and group; NaN where there is none."""
        # Of two with one rating the surer one stands for both, whatever their names.
        order = np.lexsort((self.low, self.rating))
        out = np.full((3, len(self.days) * len(self.groups)), np.nan)
        out[:, self.cell[order]] = np.stack([self.rating, self.low, self.high])[:, order]
        return tuple(out.reshape(3, len(self.days), len(self.groups)))

    def count(self) -> NDArray[np.int64]:
        """Give the number of models by day and group."""
        shape = len(self.days), len(self.groups)
        return np.bincount(self.cell, minlength=shape[0] * shape[1]).reshape(shape)

    def doubt(self) -> NDArray[np.float64]:
        """Give by day how high a model reaches that may be of any group; 0 where every group is known."""
        out = np.zeros(len(self.days))
        np.fmax.at(out, *self.strangers)
        return out

    def draws(self) -> NDArray[np.float64]:
        """Draw every model's rating and give the best by draw, day and group; NaN where there is none."""
        deviation = (self.high - self.low) / WIDTH_IN_DEVIATIONS
        normal = np.random.default_rng(SEED).standard_normal((DRAWS, len(self.rating)))
        best = np.full((len(self.days) * len(self.groups), DRAWS), -np.inf)
        np.maximum.at(best, self.cell, (self.rating + deviation * normal).T)
        best[np.isinf(best)] = np.nan
        return best.T.reshape(DRAWS, len(self.days), len(self.groups))


class Rank(NamedTuple):
    """The best and the worst rank that the intervals leave to a group."""

    group: str
    best: int
    worst: int


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Ratings:
    """Ask for the ratings with the groups of their models; a model whose filtered attribute is unknown loses them."""
    maker, base = ("model", "model") if by == "model" else columns(by)
    rows, names = lake.need(RATINGS), lake.names("arena")
    names = names.select("key", *IDENTITY)
    rows = rows.filter(rows.category.isin(tuple(QUESTIONS.values())))
    rows = filtered(rows.left_join(names, rows.model == names.key), where)
    sure = ~rows.unsure
    groups = {"maker": sure.ifelse(rows[maker], None), "base": sure.ifelse(rows[base], None)}
    key = ("source", "board", "category", "observed_on", "model")
    rows = rows.select(*key, "rating", "rating_low", "rating_high", **groups).order_by(*key)
    return Ratings(lake.engine.arrow(rows), by == "model")


def compute(read: Ratings, choices: Mapping[str, str]) -> Panel:
    """Give the best-rated model of each group on each day of a board, under one combination of choices."""
    rows = _chosen(read.rows, choices)
    found = _placed(rows, choices["attribution"])
    value, low, high = found.best()
    n, doubt = found.count(), found.doubt()[:, None]
    # A board states intervals for all its models or for none: beside one without, no lead would be sure.
    stated = not rows.column("rating_low").null_count + rows.column("rating_high").null_count
    return Panel(
        starts=found.days,
        ends=found.days,
        groups=found.groups,
        value=value,
        low=low if stated else np.full(low.shape, np.nan),
        high=np.where(n > 0, np.maximum(high, doubt), high) if stated else np.full(high.shape, np.nan),
        n=n,
        status=np.where(n > 0, str(Status.ESTIMATED), str(Status.MISSING)),
        coverage=found.coverage,
        certain=False,
        ci_method=PUBLISHED if stated else "none: this board states no intervals",
        draws=found.draws() if stated else None,
        slack=np.maximum(doubt[:, 0] - _second(value), 0.0) if stated else None,
        resolution_days=spacing(found.days),
        sources=tuple(rows.column("source").unique().to_pylist()),
        labels={name: name for name in found.groups} if read.by_name else {},
    )


def ranks(panel: Panel, period: int) -> tuple[Rank, ...]:
    """Give the ranks of the groups that a period holds, the best first: never strict where intervals overlap."""
    here = np.flatnonzero(panel.n[period] > 0)
    best, worst = rank_bounds(panel.low[period, here], panel.high[period, here])
    found = [Rank(panel.groups[g], int(b), int(w)) for g, b, w in zip(here, best, worst, strict=True)]
    return tuple(sorted(found, key=lambda rank: (rank.best, rank.worst, rank.group)))


def _chosen(rows: pa.Table, choices: Mapping[str, str]) -> pa.Table:
    return having(rows, board=BOARDS[choices["board"]], category=QUESTIONS[choices["question"]])


def _placed(rows: pa.Table, attribution: str) -> Placed:
    days, day = codes(rows.column("observed_on"))
    groups, group = codes(rows.column(attribution))
    known = group >= 0
    seen, placed = (np.bincount(of, minlength=len(days)) for of in (day, day[known]))
    cell = day[known] * len(groups) + group[known]
    rating, low, high = (numbers(rows, name) for name in ("rating", "rating_low", "rating_high"))
    strangers = day[~known], high[~known]
    return Placed(days, groups, cell, rating[known], low[known], high[known], strangers, placed / seen)


def _second(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the second highest figure of each day, 0 where there is none: what a stranger would have to lift."""
    filled = np.concatenate([np.zeros((len(value), 2)), np.nan_to_num(value)], axis=1)
    second: NDArray[np.float64] = np.sort(filled, axis=1)[:, -2]
    return second
