"""Series made by Hypothesis from random panels, as `weighbridge.series` makes them, and beyond what it makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.stats.panels import panel
from weighbridge.estimate import (
    Estimate,
    LeadChange,
    Panel,
    Provenance,
    Run,
    Series,
    SourceUse,
    Standing,
    Status,
    Step,
)
from weighbridge.series import _estimates

FIGURES = st.one_of(st.floats(allow_nan=True), st.sampled_from([0.0, -0.0, 5e-324, float("inf"), 0.1]))
KNOWN = st.floats(allow_nan=False)
MAYBE = st.none() | KNOWN
TEXT = st.text(max_size=8)
DAYS = st.dates()
CHOICES = st.dictionaries(TEXT, TEXT, max_size=4)
SOURCE = st.builds(SourceUse, *[TEXT] * 5, DAYS, st.integers(0, 2**40), TEXT)
CHANGE = st.builds(LeadChange, st.none() | TEXT, TEXT, DAYS, DAYS)
STEP = st.builds(Step, TEXT, TEXT, KNOWN, KNOWN, DAYS, DAYS)
STANDING = st.builds(
    Standing,
    *[st.none() | TEXT] * 2,
    *[MAYBE] * 3,
    st.none() | TEXT,
    *[MAYBE] * 3,
    *[st.none() | DAYS] * 2,
    st.lists(CHANGE, max_size=3).map(tuple),
    KNOWN,
    MAYBE,
    st.dictionaries(TEXT, st.lists(TEXT, max_size=3).map(tuple), max_size=3),
    st.none() | TEXT,
    st.integers(0, 999),
    st.integers(0, 999),
)


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    shape = draw(st.tuples(st.integers(0, 4), st.integers(1, 5)))

    def grid(of: st.SearchStrategy[Any]) -> list[list[Any]]:
        return [[draw(of) for _ in range(shape[1])] for _ in range(shape[0])]

    value, low, high = (np.array(grid(FIGURES), float).reshape(shape) for _ in range(3))
    return replace(
        panel(value, low, high),
        n=np.array(grid(st.integers(0, 2**62)), np.int64).reshape(shape),
        status=np.array(grid(st.sampled_from([str(status) for status in Status])), "U12").reshape(shape),
        coverage=np.array([draw(FIGURES) for _ in range(shape[0])]),
    )


@st.composite
def estimates(draw: st.DrawFn) -> tuple[Estimate, ...]:
    found = draw(panels())
    labels = {group: draw(TEXT) for group in found.groups}
    ranged = draw(st.booleans())
    bounds = (found.low, found.high) if ranged else (None, None)
    return _estimates(found, list(range(len(found.ends))), labels, *bounds, ranked=draw(st.booleans()))


@st.composite
def whole_series(draw: st.DrawFn) -> Series:
    """A series with runs; every word and day of it is any that its field allows."""
    sources = draw(st.lists(SOURCE, max_size=3).map(tuple))
    return Series(
        measure=draw(TEXT),
        version=draw(st.integers(1, 99)),
        unit=draw(TEXT),
        by=draw(TEXT),
        choices=draw(CHOICES),
        as_of=draw(st.none() | DAYS),
        estimates=draw(estimates()),
        standing=draw(st.none() | STANDING),
        provenance=Provenance(sources, draw(TEXT), draw(TEXT), draw(TEXT)),
        ci_level=draw(MAYBE),
        ci_method=draw(TEXT),
        where=draw(CHOICES),
        runs=tuple(draw(st.lists(st.builds(Run, CHOICES, estimates()), max_size=4))),
        no_race=draw(TEXT),
        steps=draw(st.lists(STEP, max_size=3).map(tuple)),
        newest_runs=tuple(draw(st.lists(st.builds(Run, CHOICES, estimates()), max_size=3))),
        one_away=tuple(draw(st.lists(st.builds(Run, CHOICES, estimates()), max_size=3))),
    )


DAY = dt.date(2026, 8, 19)


def small(runs: int = 2, groups: int = 3) -> Series:
    """A series of some groups on three days, with runs."""
    rows = tuple(
        Estimate(DAY, DAY + dt.timedelta(days=day), f"G{g}", f"g{g}", g / 7, None, g / 3, None, None, g, 0.5, status)
        for day, status in enumerate((Status.OBSERVED, Status.BOUNDED, Status.PROVISIONAL))
        for g in range(groups)
    )
    use = SourceUse("openrouter_daily", "OpenRouter", "CC-BY-4.0", "OpenRouter", "name", DAY, 3, "d" * 64)
    return Series(
        measure="token_share", version=3, unit="share", by="country", choices={"list": "daily"}, as_of=DAY,
        estimates=rows, standing=None, provenance=Provenance((use,), "0.1.0", "starter", "e" * 64),
        ci_level=0.95, ci_method="none", runs=tuple(Run({"list": f"l{i}"}, rows[i:]) for i in range(runs)),
        newest_runs=tuple(Run({"list": f"l{i}"}, rows[:groups]) for i in range(runs)),
        one_away=tuple(Run({"list": f"l{i}"}, rows) for i in range(1, runs)),
    )  # fmt: skip
