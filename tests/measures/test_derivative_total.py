"""Totals of derivatives: by hand, and beside counts by plain Python from the raw bytes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from tests.measures.descent_lake import READ_ON, base, filtered, found, lake_of, line, series
from tests.measures.test_derivative_share import radar, roots
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Status
from weighbridge.measures import derivative_total
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weighbridge.api import Weighbridge
    from weighbridge.lake import Lake

EARLIER = READ_ON - dt.timedelta(days=7)
ROWS = (
    base("qwen/base"),
    base("u/alone"),
    line("u/old", "qwen/base", created_on=dt.date(2024, 1, 1)),
    line("u/undated", "qwen/base", created_on=None),
    line("u/copy", "qwen/base", nearest="meta/base", relation="quantized", downloads_30d=9),
    line("v/merged", "qwen/base", relation="merge", weight=0.25),
    line("v/merged", "meta/base", relation="merge", weight=0.75),
    line("v/image", "meta/base", field="image"),
    line("v/untold", "meta/base", field=None),
    line("w/gone", "meta/base", removed=True, downloads_30d=None),
    line("w/strange", "someone/base"),
    line("w/guessed", "meta/base", basis="with_evidence"),
    line("u/then", "qwen/base", source="hub_stats", observed_on=EARLIER),
    line("u/now", "qwen/base", source="hub_stats"),
    line("u/tree", "meta/base", source="laufer_trees", observed_on=EARLIER, removed=None),
    line("v/tree", "meta/base", source="laufer_trees", removed=None),
)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    yield from lake_of(tmp_path_factory.mktemp("lake"), ROWS)


def totals(lake: Lake, by: str = "family", **choices: str) -> dict[str, float | None]:
    return {group: estimate.value for group, estimate in found(derivative_total, lake, by, **choices).items()}


class TestWhatCounts:
    def test_every_day_of_creation_known_or_not(self, lake: Lake) -> None:
        assert totals(lake) == {"qwen": 3.25, "llama": 0.75}
        assert totals(lake, "country") == {"CN": 3.25, "US": 0.75}

    def test_what_a_listing_marks_as_removed_counts_where_asked(self, lake: Lake) -> None:
        assert totals(lake, removed="in") == {"qwen": 3.25, "llama": 1.75}

    def test_the_whole_hub_lists_what_stands(self, lake: Lake) -> None:
        assert totals(lake, listing="hub_stats") == {"qwen": 1.0}
        assert totals(lake, listing="hub_stats", removed="in") == {"qwen": 2.0}

    def test_a_tree_of_an_earlier_day_still_stands(self, lake: Lake) -> None:
        assert totals(lake, listing="laufer_trees") == {"llama": 2.0}

    def test_merges(self, lake: Lake) -> None:
        assert totals(lake, merges="whole") == {"qwen": 4.0, "llama": 1.0}
        assert totals(lake, merges="left_out") == {"qwen": 3.0}

    def test_relations_fields_and_downloads(self, lake: Lake) -> None:
        assert totals(lake, relations="no_quantised") == {"qwen": 2.25, "llama": 0.75}
        assert totals(lake, population="perhaps") == {"qwen": 3.25, "llama": 1.75}
        assert totals(lake, population="all") == {"qwen": 3.25, "llama": 2.75}
        assert totals(lake, downloaded="over_5") == {"qwen": 1.0}

    def test_the_nearest_base(self, lake: Lake) -> None:
        assert totals(lake, base="nearest") == {"qwen": 2.25, "llama": 1.75}

    def test_evidence(self, lake: Lake) -> None:
        assert totals(lake, basis="with_evidence") == {"qwen": 3.25, "llama": 1.75}

    def test_accounts_are_counted_once_for_each_group(self, lake: Lake) -> None:
        by_account = series(derivative_total, lake, "family", counted="uploaders")
        assert by_account.unit == "accounts"
        assert {e.group_id: e.value for e in by_account.estimates} == {"qwen": 2.0, "llama": 1.0}


class TestWhatIsSaid:
    def test_an_unknown_base_may_be_any_groups(self, lake: Lake) -> None:
        qwen = found(derivative_total, lake)["qwen"]
        assert (qwen.ci_low, qwen.ci_high, qwen.n) == (3.25, 4.25, 4)
        assert qwen.coverage == pytest.approx(4 / 5)
        assert qwen.status == Status.OBSERVED

    def test_it_is_of_the_day_of_the_reading(self, lake: Lake) -> None:
        whole = series(derivative_total, lake, "family")
        assert {(e.period_start, e.period_end) for e in whole.estimates} == {(READ_ON, READ_ON)}
        assert whole.ci_level is None

    def test_only_the_whole_hub_ranks_anybody(self, lake: Lake) -> None:
        feed, trees, hub = (
            series(derivative_total, lake, "family", listing=name) for name in ("hf_radar", "laufer_trees", "hub_stats")
        )
        assert (feed.standing, trees.standing) == (None, None)
        assert feed.no_race == "the source is a feed of new repositories, not the stock of the Hub"
        assert trees.no_race == "the source holds trees of 26 base models, not the field"
        assert hub.standing is not None
        assert (hub.standing.leader_id, hub.no_race) == ("qwen", "")

    def test_a_filter_leaves_other_bases_out(self, lake: Lake) -> None:
        assert set(filtered(derivative_total, lake, "family", country="CN")) == {"qwen"}
        with pytest.raises(NoDataError, match="nothing where country=FR"):
            filtered(derivative_total, lake, "family", country="FR")

    def test_an_account_counts_whole_in_any_case(self, lake: Lake) -> None:
        with pytest.raises(UsageError, match="merges=whole cannot be combined with counted=uploaders"):
            found(derivative_total, lake, merges="whole", counted="uploaders")


@pytest.mark.parametrize(("removed", "n"), [("in", 8_546), ("out", 8_136)])
def test_totals_are_those_of_the_raw_bytes(starter: Weighbridge, archive: Path, removed: str, n: int) -> None:
    """Which family a base is of is asked of the lake; what descends from it is followed by plain Python."""
    rows = starter.lake.read(DERIVATIVES)
    rows = rows.filter(rows.source == "hf_radar").select("root", "root_family_id").distinct()
    family = {row["root"]: row["root_family_id"] for row in starter.lake.engine.arrow(rows).to_pylist()}
    repos = radar(archive)
    wanted: defaultdict[str | None, Fraction] = defaultdict(Fraction)
    for name, repo in repos.items():
        ends = roots(repos, name)
        if set(ends) != {name} and (removed == "in" or not repo["removed"]):
            for root, part in ends.items():
                wanted[family.get(root)] += part
    choices = {"population": "all", "removed": removed}
    estimates = starter.measure("derivative_total", "family", choices=choices).estimates
    found = {e.group_id: e.value for e in estimates}
    (unknown,) = {round(e.ci_high - e.value, 6) for e in estimates if e.ci_high and e.value}
    assert sum(value or 0 for value in found.values()) + unknown == pytest.approx(n)
    # What a second source says of a base that the feed does not list carries a line further, to a known family or one
    # of the same.
    silent = float(wanted.pop(None)) - unknown
    further = {of: (value or 0) - float(wanted[of]) for of, value in found.items()}
    assert set(wanted) <= set(found)
    assert min(further.values()) > -1e-6
    assert sum(further.values()) == pytest.approx(silent)
    assert silent < 0.02 * n
