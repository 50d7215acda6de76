"""A feed of repositories, built: what the lake says of their descent."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

import weighbridge
from tests.building.folders import contents, copied, put
from weighbridge.schema import DERIVATIVES, ISSUES, LINEAGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weighbridge.schema import Table

AT = dt.datetime(2026, 8, 22, 20, tzinfo=dt.UTC)
FEED = 3_000  # the fewest lines that a feed may have
NO_REPOSITORY = (
    "a/b/c", "../../etc", "Ünï/码头", "line\nbreak/x", "nul\x00l/x", "\x1b[31m/x", "C:\\x\\y", " ", ",,,", "x" * 5_000,
)  # fmt: skip
SAID = {
    "schema": 1, "slug": "s", "author": "a", "url": "u", "updated_at": "2026-08-20T00:00:00.000Z", "license": "mit",
    "license_family": "oss", "pipeline_tag": "text-generation", "library": None, "languages": [], "tags": [],
    "likes": 0, "downloads_30d": 7, "trending_score": 0, "parameters": None, "parameters_human": None,
    "storage_bytes": 0, "storage_human": "", "base_model": None, "formats": [], "is_conversational": False,
    "gated": False, "removed": False, "removed_at": None, "benchmarks": [],
}  # fmt: skip
Row = dict[str, Any]


def repo(name: str, base: str | None = None, day: int = 20, **more: object) -> Row:
    """Give a line of the feed: a repository with its stated parents, as a list in a string."""
    return {**SAID, "id": name, "created_at": f"2026-08-{day:02}T08:00:00.000Z", "base_model": base, **more}


def feed(store: Path, repos: Sequence[Row], at: dt.datetime = AT) -> None:
    lines = [*repos, *(repo(f"filler/r{i}") for i in range(FEED - len(repos)))]
    put(store, "hf_radar", "models.jsonl", "".join(f"{json.dumps(line)}\n" for line in lines).encode(), at)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one feed in which each test has repositories of its own; nobody writes into it."""
    folder: Path = tmp_path_factory.mktemp("fed")
    feed(folder, [*LINE, MERGED, *RENAMED, *CIRCLES, *SAYING, *ODD, *TOLD])
    weighbridge.open(folder).build().complain()
    return folder


def rows(store: Path, table: Table, **where: object) -> list[Row]:
    lake = weighbridge.open(store).lake
    found: list[Row] = lake.engine.arrow(lake.read(table)).to_pylist()
    return [row for row in found if all(row[name] == value for name, value in where.items())]


def stated(store: Path, repos: Sequence[Row], column: str) -> dict[str, object]:
    """Give a column of what is stated of some repositories, by child."""
    children = {row["id"] for row in repos}
    return {row["child"]: row[column] for row in rows(store, LINEAGE) if row["child"] in children}


def lines(store: Path, name: str) -> dict[str, float]:
    return {row["root"]: row["weight"] for row in rows(store, DERIVATIVES, repo_id=name)}


LINE = (
    repo("u/tuned-GGUF", "u/tuned", tags=["base_model:quantized:u/tuned"]),
    repo("u/tuned", "Qwen/Qwen3-8B", tags=["base_model:finetune:Qwen/Qwen3-8B"]),
    repo("v/adapted", "u/tuned-GGUF", tags=["base_model:adapter:u/tuned-GGUF"]),
)


def test_a_line_ends_at_the_ultimate_base(store: Path) -> None:
    (row,) = rows(store, DERIVATIVES, repo_id="v/adapted")
    assert (row["root"], row["nearest"], row["depth"], row["relation"]) == ("Qwen/Qwen3-8B", "u/tuned", 3, "adapter")
    assert (row["root_family_id"], row["root_organisation_id"], row["root_country"]) == ("qwen", "alibaba", "CN")
    assert (row["downloads_30d"], row["field"], row["licence"]) == (7, "language", "mit")


MERGED = repo("u/merged", "Qwen/Qwen3-8B,meta-llama/Llama-3.1-8B", tags=["base_model:merge:Qwen/Qwen3-8B"])


def test_a_merge_is_shared(store: Path) -> None:
    assert lines(store, "u/merged") == {"Qwen/Qwen3-8B": 0.5, "meta-llama/Llama-3.1-8B": 0.5}


RENAMED = (
    repo("u/one", "THUDM/GLM-4-9B"),
    repo("u/two", "zai-org/glm-4-9b"),
    repo("zai-org/GLM-4-9B", day=1),
    repo("u/three", "someone/GLM-4-9B"),
)


def test_a_parent_that_was_renamed_is_found_again(store: Path) -> None:
    assert lines(store, "u/one") == lines(store, "u/two") == {"zai-org/GLM-4-9B": 1.0}
    assert lines(store, "u/three") == {"someone/GLM-4-9B": 1.0}
    assert stated(store, RENAMED, "known_as") == {
        "u/one": "zai-org/GLM-4-9B", "u/two": "zai-org/GLM-4-9B", "u/three": "someone/GLM-4-9B",
    }  # fmt: skip


CIRCLES = (repo("u/old", "u/new", day=1), repo("u/new", "u/old", day=2), repo("u/self", "u/self"))


def test_what_closes_a_circle_is_left_out_and_listed(store: Path) -> None:
    assert stated(store, CIRCLES, "left_out") == {"u/old": "cycle", "u/new": None, "u/self": "itself"}
    assert lines(store, "u/new") == lines(store, "u/old") == {"u/old": 1.0}
    (alone,) = rows(store, DERIVATIVES, repo_id="u/self")
    assert (alone["depth"], alone["relation"]) == (0, None)


SAYING = (
    repo("u/card", "Qwen/Qwen3-8B"),
    repo("u/hub", None, tags=["base_model:Qwen/Qwen3-8B", "base_model:finetune:Qwen/Qwen3-8B"]),
)


def test_who_says_so_is_kept_apart(store: Path) -> None:
    assert stated(store, SAYING, "known_by") == {"u/card": "declared", "u/hub": "hub_inferred"}
    assert stated(store, SAYING, "relation") == {"u/card": "unspecified", "u/hub": "finetune"}


ODD = (
    *(repo(f"u/odd{i}", said) for i, said in enumerate(NO_REPOSITORY)),
    repo("u/tags", None, tags=[f"base_model:{said}" for said in NO_REPOSITORY]),
    repo("u/fine", "Qwen/Qwen3-8B"),
)


def test_a_parent_that_is_no_repository_is_counted_and_no_line(store: Path) -> None:
    for row in ODD[:-2]:
        assert lines(store, row["id"]) == {row["id"]: 1.0}
    assert stated(store, ODD, "parent") == {"u/fine": "Qwen/Qwen3-8B"}
    (met,) = rows(store, ISSUES, kind="parent is not a repository")
    assert met["n"] >= len(NO_REPOSITORY)


def test_the_newest_statement_of_a_repository_counts(tmp_path: Path) -> None:
    """Two readings that name a parent before and after its renaming are no merge."""
    store = tmp_path / "store"
    feed(store, [repo("u/x", "a/first")], AT - dt.timedelta(days=7))
    feed(store, [repo("u/x", "b/second")])
    weighbridge.open(store).build().complain()
    assert lines(store, "u/x") == {"b/second": 1.0}


def test_a_build_with_nothing_new_leaves_descent_as_it_is(store: Path, tmp_path: Path) -> None:
    again = copied(store, tmp_path / "copy")
    before = contents(again / "lake")
    weighbridge.open(again).build().complain()
    assert contents(again / "lake") == before
    (again / "lake" / "lineage" / "all.parquet").unlink()
    weighbridge.open(again).build().complain()
    assert contents(again / "lake") == before


TUNED = "u/Qwen3-8B-abliterated"
TOLD = (repo("Qwen/Qwen3-8B", day=1), repo(TUNED), repo("u/child", TUNED))


def test_what_evidence_tells_stands_apart(store: Path) -> None:
    (inferred,) = rows(store, LINEAGE, child=TUNED)
    assert (inferred["parent"], inferred["known_by"]) == ("Qwen/Qwen3-8B", "name")
    assert 0.8 < inferred["confidence"] < 1
    for name in (TUNED, "u/child"):
        roots = {row["basis"]: (row["root"], row["superseded"]) for row in rows(store, DERIVATIVES, repo_id=name)}
        assert roots == {"stated": (TUNED, True), "with_evidence": ("Qwen/Qwen3-8B", False)}
    (alone,) = rows(store, DERIVATIVES, repo_id="Qwen/Qwen3-8B")
    assert (alone["basis"], alone["superseded"], alone["root"]) == ("stated", False, "Qwen/Qwen3-8B")
