"""Rows of a table that was read become a table again without an estimate of them being made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import weighbridge
from weighbridge.weighing.stretch import Stretch, table_of
from weighbridge.weighing.table import laid

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "by"), [("token_share", "country"), ("pull_share", "family"), ("capability_lag", "country")]
)
def test_rows_that_stand_by_group_are_taken_as_they_would_be_laid_down(name: str, by: str, tmp_path: Path) -> None:
    """Runs that are shipped stand by group, and of them a page takes the newest day alone."""
    series = weighbridge.open(tmp_path).weighed(name, by, runs=True)
    newest = weighbridge.open(tmp_path).weighed(name, by, runs="newest").newest_runs
    for stretches in ([run.estimates for run in runs] for runs in (series.runs, newest)):
        assert stretches
        assert all(isinstance(each, Stretch) and each.table.by_group for each in stretches)
        taken, anew = table_of(stretches), laid([tuple(each) for each in stretches])
        assert (taken.head(), taken.raw()) == (anew.head(), anew.raw())
