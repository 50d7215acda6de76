"""Lineages of families and models: by hand, and beside counts by networkx from the raw bytes and from the tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

import weighbridge
from tests.lineage_lake import READ_ON, Stated, store
from tests.measures.small_lake import TODAY, table
from tests.measures.test_derivative_share import parents, radar, spelt
from weighbridge.lineage import Builder, Held, Home, Kind, Lineage, Sureness
from weighbridge.lineages import lineages
from weighbridge.schema import DERIVATIVES, EVIDENCE, LINEAGE, ORGANISATIONS, SOURCE_USES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lineage_lake import Edge
    from weighbridge.api import Weighbridge

FINE, GUESSED = ("finetune", "declared"), ("quantized", "name")


def edge(child: str, parent: str, how: tuple[str, str] = FINE) -> Edge:
    return child, parent, *how


def named(repo: str, release: str | None, organisation: str | None = None, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    family = release.partition("-")[0] if release else None
    rule = "stem" if release else "account"
    of = {"release_id": release, "family_id": family, "organisation_id": organisation}
    return {"key": repo, **of, "rule": rule, **known}


#     m/base ─┬─ m/chat (own) ── a/fine ─┬─ b/quant, by its name alone
#             ├─ a/adapter               └─ c/merge ── d/deep
#             └─ o/other (another family of another maker) ─┘
SAID = Stated(
    {
        "m/base": {"downloads_30d": 100}, "m/chat": {"downloads_30d": 50}, "a/fine": {"downloads_30d": 7},
        "a/adapter": {"downloads_30d": 3}, "b/quant": {"downloads_30d": None}, "o/other": {"downloads_30d": 9},
        "c/merge": {"downloads_30d": 0}, "d/deep": {"downloads_30d": 1, "removed": True}, "x/alone": {},
    },
    [
        edge("m/chat", "m/base"), edge("a/fine", "m/chat"), edge("a/adapter", "m/base", ("adapter", "hub_inferred")),
        edge("b/quant", "a/fine", GUESSED), edge("o/other", "m/base"), edge("c/merge", "a/fine", ("merge", "declared")),
        edge("c/merge", "o/other", ("merge", "declared")), edge("d/deep", "c/merge"),
    ],
    named=[
        named("m/base", "one-1", "maker"), named("m/chat", "one-2", "maker"), named("o/other", "two-1", "other"),
        named("c/merge", None, "merger"),
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    return based(store(tmp_path_factory.mktemp("told"), SAID))


def based(scale: Weighbridge) -> Weighbridge:
    """Say where makers are based."""
    words = {"kind": "maker", "basis": "headquarters", "evidence": "x", "checked_on": READ_ON}
    where = {"maker": "CN", "other": "US", "merger": None}
    rows = [{"organisation_id": key, "name": key, "name_zh_hans": key, "name_zh_hant": key, "country": country, **words}
            for key, country in where.items()]  # fmt: skip
    scale.lake.write(ORGANISATIONS, table(ORGANISATIONS, rows), TODAY)
    return scale


def of(scale: Weighbridge, kind: str, key: str) -> Lineage:
    return lineages(scale).of[kind, key]


def held(repositories: int, downloads: int | None, uncounted: int = 0) -> Held:
    return Held(repositories, downloads, uncounted)


def test_descendants_by_kind_and_steps(told: Weighbridge) -> None:
    assert of(told, "family", "one").kinds == (
        Kind("finetune", 2, 1, held(3, 17)),
        Kind("adapter", 1, 0, held(1, 3)),
        Kind("quantized", 0, 1, held(1, None, 1)),
        Kind("merge", 0, 1, held(1, 0)),
    )


def test_its_own_are_not_its_descendants(told: Weighbridge) -> None:
    assert of(told, "family", "one").own == 2
    first = of(told, "model", "one-1")
    assert (first.direct, first.further) == (3, 4), "another release of the family descends from this one"
    assert (of(told, "model", "one-2").direct, of(told, "model", "two-1").direct) == (1, 1)


def test_uploaders_are_makers_where_they_are_known(told: Weighbridge) -> None:
    found = of(told, "family", "one")
    assert found.builders == (
        Builder(None, "a", None, held(2, 10)),
        Builder("other", None, "US", held(1, 9)),
        Builder(None, "d", None, held(1, 1)),
        Builder("merger", None, None, held(1, 0)),
        Builder(None, "b", None, held(1, None, 1)),
    )
    assert (found.others, found.rest, found.unnamed) == (0, held(0, None), held(0, None))
    assert found.homes == (Home("US", held(1, 9)), Home(None, held(5, 11, 1)))


def test_only_the_most_downloaded_are_told(tmp_path: Path) -> None:
    many = {f"u{i}/x": {"downloads_30d": i} for i in range(13)}
    said = Stated(
        {"m/base": {}, **many}, [edge(repo, "m/base") for repo in many], named=[named("m/base", "one-1", "m")]
    )
    found = of(store(tmp_path, said), "family", "one")
    assert [builder.account for builder in found.builders] == [f"u{i}" for i in range(12, 2, -1)]
    assert (found.others, found.rest) == (3, held(3, 3))


def test_the_weakest_statement_of_the_surest_line_counts(told: Weighbridge) -> None:
    assert of(told, "family", "one").sure == Sureness(4, 1, 1, 0.9, 0.9)
    assert of(told, "family", "two").sure == Sureness(2, 0, 0, None, None)


def test_a_second_line_of_cards_makes_it_sure(tmp_path: Path) -> None:
    edges = [edge("a/fine", "m/base", GUESSED), edge("b/merge", "a/fine"), edge("b/merge", "m/base")]
    said = Stated({"m/base": {}, "a/fine": {}, "b/merge": {}}, edges, named=[named("m/base", "one-1", "m")])
    assert of(store(tmp_path, said), "family", "one").sure == Sureness(1, 0, 1, 0.9, 0.9)


def test_what_a_source_calls_removed_is_counted_and_told(told: Weighbridge) -> None:
    assert of(told, "family", "one").removed == 1


def test_coverage_is_of_what_the_sources_list(told: Weighbridge) -> None:
    found = of(told, "family", "one")
    assert (found.listed, found.with_parent, found.sources) == (9, 7, ("radar",))


def test_what_a_model_was_built_on(told: Weighbridge) -> None:
    found = of(told, "model", "two-1")
    assert [(step.child, step.parent, step.relation, step.known_by) for step in found.steps] == [
        ("o/other", "m/base", "finetune", "declared")
    ]
    assert {(end.repo_id, end.own, end.release, end.downloads_30d) for end in found.ancestors} == {
        ("o/other", True, "two-1", 9), ("m/base", False, "one-1", 100),
    }  # fmt: skip
    assert of(told, "model", "one-1").steps == ()


def test_a_circle_ends(tmp_path: Path) -> None:
    edges = [edge("a/one", "c/three"), edge("b/two", "a/one"), edge("c/three", "b/two"), edge("a/one", "m/base")]
    listed: dict[str, dict[str, Any]] = {repo: {} for repo in ("m/base", "a/one", "b/two", "c/three")}
    found = of(store(tmp_path, Stated(listed, edges, named=[named("m/base", "one-1", "m")])), "family", "one")
    assert (found.direct, found.further) == (1, 2)


def test_a_renamed_parent_is_one(tmp_path: Path) -> None:
    edges = [edge("a/x", "m/base"), edge("a/x", "m/Old"), edge("b/y", "m/Old")]
    said = Stated({"m/base": {}, "a/x": {}, "b/y": {}}, edges, {"m/Old": "m/base"}, [named("m/base", "one-1", "m")])
    assert of(store(tmp_path, said), "family", "one").direct == 2


def test_accounts_of_sources_without_a_licence_are_not_named(tmp_path: Path) -> None:
    scale = based(store(tmp_path, SAID))
    uses = scale.lake.engine.arrow(scale.lake.read(SOURCE_USES)).to_pylist()
    scale.lake.write(SOURCE_USES, table(SOURCE_USES, [{**use, "licence": "unstated"} for use in uses]), TODAY)
    found = of(weighbridge.open(tmp_path), "family", "one")
    assert {builder.account for builder in found.builders} == {None}, "makers alone"
    assert (found.unnamed, found.rest) == (held(4, 11, 1), held(0, None))
    assert found.direct + found.further == 6
    two = of(weighbridge.open(tmp_path), "family", "two")
    assert (two.steps, two.ancestors, two.unnamed_steps) == ((), (), 1)


def test_a_copy_is_nobody_s_own(tmp_path: Path) -> None:
    names = [named("m/base", "one-1", "maker"), named("r/base-GGUF", "one-1", "maker", copy=True, rule="declared_base")]
    said = Stated({"m/base": {}, "r/base-GGUF": {}}, [edge("r/base-GGUF", "m/base", GUESSED)], named=names)
    found = of(store(tmp_path, said), "family", "one")
    assert (found.own, found.direct) == (1, 1)
    assert [(builder.organisation, builder.account) for builder in found.builders] == [(None, "r")]


def test_without_descent_there_is_none(tmp_path: Path) -> None:
    scale = store(tmp_path, SAID)
    for name in (LINEAGE, DERIVATIVES):
        scale.lake.path(name).unlink()
    found = lineages(scale)
    assert (dict(found.of), found.uses) == ({}, ())


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    """A store that holds nothing: the data of the package answer."""
    return weighbridge.open(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="module")
def tables(starter: Weighbridge) -> dict[str, list[dict[str, Any]]]:
    lake = starter.lake
    edges = [row for row in lake.engine.arrow(lake.read(LINEAGE)).to_pylist() if row["left_out"] is None]
    names = lake.engine.arrow(lake.names("hub")).to_pylist()
    own = [row for row in names if row["release_id"] and not row["copy"]]
    return {"edges": edges, "own": own, "read": lake.engine.arrow(lake.read(DERIVATIVES)).to_pylist()}


def own_of(own: list[dict[str, Any]]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in own:
        for kind, column in (("family", "family_id"), ("model", "release_id")):
            found[kind, row[column]].add(row["key"])
    return found


def below(graph: nx.DiGraph[str], own: set[str]) -> set[str]:
    return {repo for one in own if one in graph for repo in nx.descendants(graph, one)} - own


def test_every_count_is_that_of_networkx(starter: Weighbridge, tables: dict[str, list[dict[str, Any]]]) -> None:
    """All families and models of the starter data, each walked by itself."""
    edges = tables["edges"]
    graph = nx.DiGraph((row["known_as"], row["child"]) for row in edges)
    stated = nx.DiGraph((row["known_as"], row["child"]) for row in edges if row["known_by"] not in EVIDENCE)
    relation = {row["child"]: row["relation"] for row in edges}
    groups, found = own_of(tables["own"]), lineages(starter).of
    assert found.keys() == groups.keys()
    for key, own in groups.items():
        every, told = below(graph, own), found[key]
        direct = {child for one in own if one in graph for child in graph.successors(one)} - own
        assert (told.direct, told.further) == (len(direct), len(every - direct)), key
        assert {kind.relation: kind.held.repositories for kind in told.kinds} == Counter(relation[r] for r in every), (
            key
        )
        assert told.sure.evidence == len(every - below(stated, own)), key
        assert sum(builder.held.repositories for builder in told.builders) + told.rest.repositories == len(every), key
        assert sum(home.held.repositories for home in told.homes) == len(every), key


def test_downloads_are_those_of_the_newest_readings(
    starter: Weighbridge, tables: dict[str, list[dict[str, Any]]]
) -> None:
    newest: dict[str, tuple[dt.date, str, int]] = {}
    for row in tables["read"]:
        if row["downloads_30d"] is not None:
            at = row["observed_on"], row["source"], row["downloads_30d"]
            newest[row["repo_id"]] = max(at, newest.get(row["repo_id"], at))
    graph = nx.DiGraph((row["known_as"], row["child"]) for row in tables["edges"])
    groups, found = own_of(tables["own"]), lineages(starter).of
    for key in (("family", "qwen"), ("family", "llama"), ("family", "gemma"), ("model", "qwen3")):
        every = below(graph, groups[key])
        total = sum(kind.held.downloads_30d or 0 for kind in found[key].kinds)
        assert total == sum(newest[repo][2] for repo in every if repo in newest)
        assert total > 0


def test_descent_by_cards_is_that_of_the_raw_bytes(
    archive: Path, starter: Weighbridge, tables: dict[str, list[dict[str, Any]]]
) -> None:
    """What parents are called today stands in the table: the raw bytes say what they were called."""
    repos = radar(archive)
    today = {row["parent"]: row["known_as"] for row in tables["edges"]}
    said = ((today.get(parent, spelt(repos, parent)), name) for name, repo in repos.items() for parent in parents(repo))
    graph = nx.DiGraph((parent, child) for parent, child in said if parent != child)
    found = lineages(starter).of
    counts = {key: len(below(graph, own)) for key, own in own_of(tables["own"]).items()}
    assert sum(counts.values()) > 10_000
    assert {key: told.sure.declared + told.sure.hub_inferred for key, told in found.items()} == counts


def test_the_starter_data_say_what_they_lack(starter: Weighbridge) -> None:
    found = lineages(starter)
    assert "hf_radar" in {use.name for use in found.uses}
    assert "laufer_trees" in {use.name for use in found.absent}
    assert not found.whole
