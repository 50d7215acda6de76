"""Licence drift by hand on a lake of a few repositories, and beside plain Python from the radar's raw bytes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.measures.small_lake import TODAY, asked, filtered, last, put_subjects, subject, table
from tests.measures.test_derivative_share import radar, relation
from weighbridge.engine import Engine
from weighbridge.entities import curated, dimensions
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Status
from weighbridge.lake import Lake
from weighbridge.measures import licence_drift
from weighbridge.schema import DERIVATIVES, RELEASES, SUBJECTS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Estimate

READ_ON = dt.date(2026, 8, 22)
CHECKED = dt.datetime.now(tz=dt.UTC).date()
FAMILY = {"meta/llama": "llama", "maker/free": "free", "google/gemma": "gemma", "some/copyleft": "copyleft"}


def line(repo: str, root: str, licence: str | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Give a row of `derivatives`: a finetune of August with one line of descent, unless told otherwise."""
    nearest = more.get("nearest", root)
    row = {
        "source": "hf_radar", "observed_on": READ_ON, "repo_id": repo, "basis": "stated", "superseded": False,
        "created_on": dt.date(2026, 8, 3), "field": "language", "relation": "finetune", "licence": licence,
        "nearest": nearest, "root": root, "weight": 1.0, "depth": 1, "cut": False,
        "root_family_id": FAMILY.get(root), "nearest_family_id": FAMILY.get(nearest),
    }  # fmt: skip
    return row | more


def listed(repo: str, licence: str | None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Give a row of `derivatives` of a repository that states no parent."""
    return line(repo, repo, licence, relation=None, depth=0, created_on=dt.date(2025, 1, 1), **more)


LLAMA, FREE = listed("meta/llama", "llama3.1"), listed("maker/free", "Apache-2.0")
HAND = (
    *(LLAMA, FREE, listed("google/gemma", "other"), listed("some/copyleft", "gpl-3.0")),
    line("a/one", "meta/llama", "apache-2.0"),
    line("a/two", "meta/llama", "Llama3.1"),
    line("b/three", "meta/llama", "mit", relation="adapter"),
    line("b/four", "meta/llama", "llama3.1", relation="quantized"),
    line("c/silent", "meta/llama"),
    line("c/own", "meta/llama", "my-own-terms"),
    line("c/sibling", "meta/llama", "gemma"),
    line("d/any", "maker/free", "cc-by-nc-4.0"),
    line("d/silent", "maker/free"),
    line("d/none", "nobody/knows", "mit"),
    line("d/picture", "meta/llama", "mit", field="image"),
    line("d/old", "meta/llama", "mit", created_on=dt.date(2025, 3, 1)),
    line("e/gemma", "google/gemma", "mit"),
    line("e/further", "some/copyleft", "mit", nearest="maker/free", depth=2),
)


@pytest.fixture
def lake(tmp_path: Path) -> Iterator[Lake]:
    engine = Engine(threads=1)
    made = Lake(tmp_path, engine, name="small")
    for name, rows in dimensions.dimensions(curated.load()).items():
        made.write(TABLES[name], rows, CHECKED)
    release = {
        "release_id": "gemma-x", "name": "G", "family_id": "gemma", "organisation_id": "google", "field": "language",
        "licence": "Gemma", "evidence": "card", "checked_on": READ_ON,
    }  # fmt: skip
    made.write(RELEASES, table(RELEASES, [release]), TODAY)
    put_subjects(made, [subject("google/gemma", "hub", release_id="gemma-x")])
    yield made
    engine.close()


def put(lake: Lake, *rows: Mapping[str, Any]) -> Lake:
    lake.write(DERIVATIVES, table(DERIVATIVES, rows), TODAY)
    return lake


def drift(lake: Lake, **choices: str) -> dict[str, Estimate]:
    return last(asked(licence_drift, lake, "family", **choices))


def test_by_hand(lake: Lake) -> None:
    found = drift(put(lake, *HAND))
    assert (found["llama"].value, found["llama"].n) == (0.5, 4)
    assert (found["free"].value, found["free"].n) == (0, 1)
    assert (found["copyleft"].value, found["copyleft"].n) == (1, 1)
    # Its own tag says nothing: the release that it is of is under terms that are known.
    assert (found["gemma"].value, found["gemma"].n) == (1, 1)
    # Of 12 derivatives of language 7 are decided on, and of known groups.
    assert found["llama"].coverage == pytest.approx(7 / 12)
    assert {estimate.status for estimate in found.values()} == {Status.OBSERVED}


def test_few_derivatives_leave_much_open(lake: Lake) -> None:
    found = drift(put(lake, *HAND))
    assert found["gemma"].ci_low == pytest.approx(0.2065, abs=1e-4)
    assert found["gemma"].ci_high == 1


def test_what_states_nothing_may_be_either(lake: Lake) -> None:
    found = drift(put(lake, *HAND), unstated="bound")
    llama, free = found["llama"], found["free"]
    assert llama.value is None
    assert llama.status == Status.BOUNDED
    # Two of seven, or five of seven: one is silent, one has terms of its own, one those of another maker.
    assert llama.n == 7
    assert llama.ci_low is not None
    assert llama.ci_high is not None
    assert llama.ci_low < 2 / 7
    assert llama.ci_high > 5 / 7
    # Below terms that allow any there is nothing to be known.
    assert (free.value, free.n, free.status) == (0, 2, Status.OBSERVED)


@pytest.mark.parametrize(
    ("choices", "value", "n"),
    [
        ({"relations": "no_adapters"}, 1 / 3, 3),
        ({"relations": "no_quantised"}, 2 / 3, 3),
        ({"relations": "finetunes"}, 1 / 2, 2),
        ({"population": "all"}, 3 / 5, 5),
    ],
)
def test_a_choice_decides_what_counts(lake: Lake, choices: dict[str, str], value: float, n: int) -> None:
    found = drift(put(lake, *HAND), **choices)["llama"]
    assert found.value == pytest.approx(value)
    assert found.n == n


def test_the_nearest_base_may_say_otherwise(lake: Lake) -> None:
    found = drift(put(lake, *HAND), against="nearest")
    assert (found["free"].value, found["free"].n) == (0, 2)
    assert "copyleft" not in found


def test_a_merge_counts_for_each_ancestor_by_its_part(lake: Lake) -> None:
    halves = [line("m/erge", root, "mit", weight=0.5, relation="merge") for root in ("meta/llama", "maker/free")]
    found = drift(put(lake, LLAMA, FREE, *halves, line("a/two", "meta/llama", "llama3.1")))
    assert found["llama"].value == pytest.approx(0.5 / 1.5)
    assert (found["llama"].n, found["free"].n) == (2, 1)
    assert found["free"].value == 0


def test_a_merge_of_two_terms_of_one_group_is_one_repository(lake: Lake) -> None:
    other = listed("meta/llama-free", "mit")
    halves = [
        line("m/erge", root, "mit", weight=0.5, relation="merge", root_family_id="llama")
        for root in ("meta/llama", "meta/llama-free")
    ]
    found = drift(put(lake, LLAMA, other, *halves))["llama"]
    assert (found.value, found.n) == (0.5, 1)


def test_the_newest_tag_of_an_ancestor_counts(lake: Lake) -> None:
    older = LLAMA | {"source": "laufer_trees", "observed_on": dt.date(2025, 3, 1), "licence": "mit"}
    child = line("a/one", "meta/llama", "apache-2.0")
    assert drift(put(lake, LLAMA, older, child))["llama"].value == 1
    newer = older | {"observed_on": READ_ON + dt.timedelta(days=1)}
    assert drift(put(lake, LLAMA, newer, child))["llama"].value == 0


def test_evidence_of_descent_is_no_statement(lake: Lake) -> None:
    guessed = line("g/uess", "meta/llama", "mit", basis="with_evidence")
    found = drift(put(lake, LLAMA, line("a/two", "meta/llama", "llama3.1"), guessed))
    assert (found["llama"].value, found["llama"].n) == (0, 1)


def test_one_account_is_one_draw(lake: Lake) -> None:
    """Forty uploads of one account say little more than one: by accounts the interval is far wider."""
    mine = [line(f"same/{i}", "meta/llama", "mit") for i in range(40)]
    others = [line(f"account{i}/x", "meta/llama", "llama3.1") for i in range(40)]
    spread = [line(f"maker{i}/x", "meta/llama", "mit") for i in range(40)]
    one, many = (drift(put(lake, LLAMA, *rows, *others))["llama"] for rows in (mine, spread))
    assert one.value == many.value == 0.5
    assert one.ci_low is not None
    assert many.ci_low is not None
    assert one.ci_low < 0.1
    assert many.ci_low > 0.35


def test_a_filter_leaves_other_ancestors_out(lake: Lake) -> None:
    rows = [row | {"root_country": "US" if row["root"] == "meta/llama" else "FR"} for row in HAND]
    found = last(filtered(licence_drift, put(lake, *rows), "family", country="US"))
    assert set(found) == {"llama"}
    with pytest.raises(UsageError, match="cannot filter by 'licence'"):
        filtered(licence_drift, lake, "family", licence="mit")


def test_what_nobody_licenses_has_no_figure(lake: Lake) -> None:
    with pytest.raises(NoDataError):
        drift(put(lake, line("d/none", "nobody/knows", "mit")))
    with pytest.raises(NoDataError, match="no rows under these choices"):
        drift(put(lake, *HAND), listing="hub_stats")


def test_the_answer_is_the_same_each_time(lake: Lake) -> None:
    thirds = [
        line(f"m{i}/x", root, "mit", weight=1 / 3, relation="merge")
        for i in range(50)
        for root in ("meta/llama", "maker/free", "some/copyleft")
    ]
    put(lake, LLAMA, FREE, *thirds)
    assert drift(lake) == drift(lake)


# Beside plain Python, from the radar's own bytes.


def terms() -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
    """Read the curated file as it stands: tag to licence, licence to its entry; those of unknown terms are left out."""
    entries = yaml.safe_load((files("weighbridge") / "curated" / "licences.yml").read_text("utf-8"))
    known = {entry["id"]: entry for entry in entries if entry["kind"] != "unknown"}
    return {name.lower(): of for of, entry in known.items() for name in entry["names"]}, known


def says(known: Mapping[str, Mapping[str, Any]], above: str, below: str) -> bool | None:
    one, other = known[above], known[below]
    if above == below:
        return one["kind"] != "no_derivatives" or None
    if one["allows"] == "any":
        return True
    for words, answer in ((one["allows"], True), (one.get("forbids", ()), False)):
        if below in words:
            return answer
    for words, answer in ((one["allows"], True), (one.get("forbids", ()), False)):
        if other["kind"] in words:
            return answer
    return None


@pytest.mark.parametrize("kept", ["every", "no_quantised"])
def test_the_radar_by_plain_python(starter: Weighbridge, archive: Path, kept: str) -> None:
    tags, known = terms()
    repos = radar(archive)
    released = releases(starter)
    counted: dict[str | None, dict[bool | None, float]] = defaultdict(lambda: defaultdict(float))
    rows = starter.lake.read(DERIVATIVES)
    rows = rows.filter((rows.source == "hf_radar") & (rows.basis == "stated") & (rows.depth > 0))
    for row in starter.lake.engine.arrow(rows).to_pylist():
        repo = repos[row["repo_id"]]
        if row["field"] != "language" or not repo["created_at"].startswith("2026-08"):
            continue
        if kept == "no_quantised" and relation(repo) == "quantized":
            continue
        below = tags.get((repo["license"] or "").lower())
        above = tags.get(((repos.get(row["root"]) or {}).get("license") or "").lower()) or tags.get(
            (released.get(row["root"]) or "").lower()
        )
        word = says(known, above, below) if above and below else None
        counted[row["root_family_id"]][word] += row["weight"]
    series = starter.measure("licence_drift", "family", choices={"relations": kept})
    found = {estimate.group_id: estimate for estimate in series.estimates}
    wanted = {of: n[False] / (n[True] + n[False]) for of, n in counted.items() if of and n[True] + n[False]}
    assert len(wanted) > 30
    assert {of: estimate.value for of, estimate in found.items()} == pytest.approx(wanted)
    decided = sum(n[True] + n[False] for of, n in counted.items() if of)
    coverage = decided / sum(sum(n.values()) for n in counted.values())
    assert series.estimates[0].coverage == pytest.approx(coverage)
    assert found["llama"].value is not None
    assert found["llama"].value > 0.5 > (found["gemma"].value or 0) > 0


def releases(starter: Weighbridge) -> dict[str, str | None]:
    """Give the licence of the release that each repository is of."""
    engine, lake = starter.lake.engine, starter.lake
    licences = {row["release_id"]: row["licence"] for row in engine.arrow(lake.read(RELEASES)).to_pylist()}
    names = engine.arrow(lake.read(SUBJECTS)).to_pylist()
    return {row["key"]: licences.get(row["release_id"]) for row in names if row["namespace"] == "hub"}
