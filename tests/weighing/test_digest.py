"""A digest names what a series says: it outlives being kept, and changes with any figure but not with the lake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings

from tests.outputs.books import bounded
from tests.weighing.series import whole_series
from weighbridge.estimate import Run
from weighbridge.weighing import Weighing, read, written
from weighbridge.weighing.digest import digest

if TYPE_CHECKING:
    from weighbridge.estimate import Series


@given(whole_series())
@settings(max_examples=60)
def test_what_was_kept_and_read_again_has_the_same(whole: Series) -> None:
    alone = replace(whole, runs=())
    back = read(written(Weighing("key", alone)), "here").series
    assert back is not None
    assert digest(back) == digest(alone)


def test_another_day_of_the_lake_leaves_it() -> None:
    series = bounded()
    later = replace(series, provenance=replace(series.provenance, lake="store", lake_digest="f" * 64))
    assert digest(later) == digest(series)


def test_any_figure_name_or_term_changes_it() -> None:
    series = bounded()
    first, *rest = series.estimates
    source, *others = series.provenance.sources
    changed = [
        replace(series, estimates=(replace(first, ci_high=0.999), *rest)),
        replace(series, estimates=(replace(first, group="Another"), *rest)),
        replace(series, provenance=replace(series.provenance, sources=(replace(source, licence="MIT"), *others))),
        replace(series, version=series.version + 1),
        replace(series, newest_runs=()) if series.newest_runs else replace(series, standing=None),
        replace(series, one_away=(Run(series.choices, series.estimates),)),
    ]
    assert len({digest(one) for one in (series, *changed)}) == 1 + len(changed)
