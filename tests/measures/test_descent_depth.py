"""Depths of descent: by hand, and beside paths that plain Python follows through the raw bytes."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import TYPE_CHECKING

import pytest

from tests.measures.descent_lake import base, filtered, found, lake_of, line, series
from tests.measures.test_derivative_share import Repos, parents, radar, roots, spelt
from tests.measures.trees import store_of_trees, trees
from weighbridge.errors import NoDataError
from weighbridge.estimate import Status
from weighbridge.measures import descent_depth
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weighbridge.api import Weighbridge
    from weighbridge.lake import Lake

ROWS = (
    base("qwen/base"),
    line("u/one", "qwen/base"),
    line("u/two", "qwen/base", depth=2),
    line("v/four", "qwen/base", depth=4, relation="quantized"),
    line("v/merged", "qwen/base", depth=3, relation="merge", weight=0.5),
    line("v/merged", "meta/base", depth=1, relation="merge", weight=0.5),
    line("w/one", "meta/base"),
    line("w/gone", "meta/base", depth=5, removed=True),
    line("w/image", "meta/base", depth=7, field="image"),
    line("w/strange", "someone/base", depth=6),
    line("w/guessed", "meta/base", depth=2, basis="with_evidence"),
    line("x/endless", "qwen/base", depth=123, source="laufer_trees", removed=None),
    # Forty accounts, each with a copy of a copy beside a model of one step.
    *(line(f"a{i}/m", "qwen/small", source="hub_stats") for i in range(40)),
    *(line(f"a{i}/c", "qwen/small", source="hub_stats", depth=2 + i % 2) for i in range(40)),
    *(line(f"a{i}/l", "meta/base", source="hub_stats") for i in range(40)),
)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    yield from lake_of(tmp_path_factory.mktemp("lake"), ROWS)


def steps(lake: Lake, **choices: str) -> dict[str, float | None]:
    return {group: estimate.value for group, estimate in found(descent_depth, lake, **choices).items()}


class TestByHand:
    def test_a_mean_weighs_lines_by_their_part(self, lake: Lake) -> None:
        assert steps(lake) == {"qwen": pytest.approx(8.5 / 3.5), "llama": 1.0}

    def test_half_and_nine_in_ten(self, lake: Lake) -> None:
        assert steps(lake, statistic="median") == {"qwen": 2.0, "llama": 1.0}
        assert steps(lake, statistic="nine_in_ten") == {"qwen": 4.0, "llama": 1.0}

    def test_the_part_that_is_deeper_than_one_step(self, lake: Lake) -> None:
        deeper = series(descent_depth, lake, "family", statistic="deeper")
        assert deeper.unit == "share"
        assert {e.group_id: e.value for e in deeper.estimates} == {"qwen": pytest.approx(2.5 / 3.5), "llama": 0.0}

    def test_lines_that_end_at_a_listed_base(self, lake: Lake) -> None:
        assert steps(lake, ends="listed") == {"qwen": pytest.approx(8.5 / 3.5)}

    def test_relations_fields_evidence_and_what_is_gone(self, lake: Lake) -> None:
        assert steps(lake, relations="no_quantised")["qwen"] == pytest.approx(4.5 / 2.5)
        assert steps(lake, population="all")["llama"] == pytest.approx(8.5 / 2.5)
        assert steps(lake, removed="in")["llama"] == pytest.approx(6.5 / 2.5)
        assert steps(lake, basis="with_evidence")["llama"] == pytest.approx(3.5 / 2.5)

    def test_repositories_are_counted_once_for_a_group(self, lake: Lake) -> None:
        assert {g: e.n for g, e in found(descent_depth, lake).items()} == {"qwen": 4, "llama": 2}
        assert found(descent_depth, lake, "country")["CN"].n == 4

    def test_coverage_is_what_ends_at_a_known_base(self, lake: Lake) -> None:
        assert found(descent_depth, lake)["qwen"].coverage == pytest.approx(5 / 6)

    def test_filters(self, lake: Lake) -> None:
        assert set(filtered(descent_depth, lake, "family", country="US")) == {"llama"}
        with pytest.raises(NoDataError, match="nothing where family=no such"):
            filtered(descent_depth, lake, "family", family="no such")


class TestHowSure:
    def test_few_accounts_give_no_interval(self, lake: Lake) -> None:
        qwen = found(descent_depth, lake)["qwen"]
        assert (qwen.ci_low, qwen.ci_high, qwen.status) == (None, None, Status.ESTIMATED)

    def test_draws_of_accounts_give_one(self, lake: Lake) -> None:
        qwen = found(descent_depth, lake, listing="hub_stats")["qwen"]
        assert qwen.value == pytest.approx((40 + 20 * 2 + 20 * 3) / 80)
        assert qwen.ci_low is not None
        assert qwen.ci_high is not None
        # Each account adds 3 or 4 steps to 2 lines: a mean of 40 such has a standard error of 0.04.
        assert 1.75 - 4 * 0.04 < qwen.ci_low < 1.75 - 0.04
        assert 1.75 + 0.04 < qwen.ci_high < 1.75 + 4 * 0.04
        assert qwen.status == Status.OBSERVED

    def test_lines_all_alike_give_no_interval_of_no_width(self, lake: Lake) -> None:
        llama = found(descent_depth, lake, listing="hub_stats")["llama"]
        assert (llama.value, llama.ci_low, llama.ci_high, llama.status) == (1.0, None, None, Status.ESTIMATED)

    def test_a_quantile_beyond_the_steps_told_apart_is_a_bound(self, lake: Lake) -> None:
        endless = found(descent_depth, lake, listing="laufer_trees", statistic="median")["qwen"]
        assert (endless.value, endless.ci_low, endless.ci_high) == (None, 100.0, None)
        assert endless.status == Status.BOUNDED
        assert steps(lake, listing="laufer_trees") == {"qwen": 123.0}

    def test_nobody_races(self, lake: Lake) -> None:
        assert series(descent_depth, lake, "family").standing is None


def depth(repos: Repos, name: str, root: str, path: tuple[str, ...] = ()) -> int:
    """Follow the longest way from a repository to its root; -1 where there is none."""
    if name == root:
        return len(path)
    above = {spelt(repos, parent) for parent in parents(repos[name])} if name in repos else set()
    return max((depth(repos, up, root, (*path, name)) for up in above - {*path, name}), default=-1)


def test_depths_are_those_of_the_raw_bytes(starter: Weighbridge, archive: Path) -> None:
    """Of lines that no second source carries further; then the mean of every family from those lines."""
    rows = starter.lake.read(DERIVATIVES)
    rows = rows.filter((rows.source == "hf_radar") & (rows.basis == "stated") & (rows.depth > 0))
    lines = starter.lake.engine.arrow(rows).to_pylist()
    repos = radar(archive)
    # To one root a repository may have a line through each of several bases that stand nearer.
    deepest: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in lines:
        key = row["repo_id"], row["root"]
        deepest[key] = max(deepest[key], row["depth"])
    ends = {name: set(roots(repos, name)) for name, _ in deepest}
    same = {key: steps for key, steps in deepest.items() if key[1] in ends[key[0]]}
    assert len(same) > 0.97 * len(deepest)
    assert {key: depth(repos, *key) for key in same} == same
    wanted = defaultdict(list)
    for row in lines:
        wanted[row["root_family_id"]].append((row["weight"], row["depth"]))
    found = starter.measure("descent_depth", "family", choices={"population": "all", "removed": "in"}).estimates
    means = {of: sum(w * d for w, d in each) / sum(w for w, _ in each) for of, each in wanted.items() if of}
    assert {e.group_id: e.value for e in found} == pytest.approx(means)


def test_depths_of_a_tree_are_those_of_its_raw_bytes(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for scale in store_of_trees(archive, tmp_path_factory.mktemp("trees")):
        choices = {"listing": "laufer_trees", "population": "all"}
        found = {e.group_id: e for e in scale.measure("descent_depth", "family", choices=choices).estimates}
        gemma, phi = (trees(archive).descendants(name) for name in ("google/gemma-7b", "microsoft/phi-2"))
        for of, below in (("gemma", gemma), ("phi", phi)):
            assert found[of].value == pytest.approx(fmean(below.values()))
            assert found[of].n == len(below)
        total = scale.measure("derivative_total", "family", choices=choices).estimates
        assert {e.group_id: e.value for e in total}["gemma"] == len(gemma) == 3_564
