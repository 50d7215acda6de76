from __future__ import annotations

import datetime as dt
import itertools
import random
from collections import defaultdict

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.descent.graphs import DAY, EDGES, NODES, RENAMES, Edge, Rows, Said, agree, expected, rows_of
from weighbridge.arrow import arrow_schema
from weighbridge.descent import Graph, lines
from weighbridge.descent.attribution import attribute
from weighbridge.engine import Engine
from weighbridge.schema import LEFT_OUT, RELATIONS, ROOTS

ENGINE = Engine(threads=2)
HOSTILE = [
    "a/b/c",
    "../../etc",
    "Ünï/码 头",
    "line\nbreak",
    "nul\x00l",
    "\x1b[31m",
    "'; DROP TABLE x; --",
    "a" * 500,
    " ",
]


def found(said: Said) -> Rows:
    return rows_of(attribute(ENGINE, said.graph(ENGINE)))


def of(rows: Rows, repo: str) -> dict[tuple[str, str], tuple[float, int]]:
    return {(base, root): row[:2] for (node, base, root), row in rows.items() if node == repo}


def read(*edges: str, listed: str = "", renames: dict[str, str] | None = None) -> Said:
    """Read `child parent [relation]`; children and what is listed were created one day after the other."""
    split = [tuple([*edge.split(), None][:3]) for edge in edges]
    nodes = dict.fromkeys([*listed.split(), *(edge[0] for edge in split if edge[0])])
    days = {name: DAY + dt.timedelta(days=i) for i, name in enumerate(nodes)}
    return Said(days, [(child, parent, relation) for child, parent, relation in split], renames or {})


def test_a_chain_ends_at_its_root() -> None:
    rows = found(read("tune base", "adapter tune adapter", listed="base"))
    assert of(rows, "adapter") == {("tune", "base"): (1.0, 2)}
    assert of(rows, "base") == {("base", "base"): (1.0, 0)}


def test_a_merge_counts_each_parent_equally_and_so_does_a_merge_of_it() -> None:
    rows = found(read("m a merge", "m b merge", "n m merge", "n c merge", listed="a b c"))
    assert of(rows, "m") == {("a", "a"): (0.5, 1), ("b", "b"): (0.5, 1)}
    assert of(rows, "n") == {("m", "a"): (0.25, 2), ("m", "b"): (0.25, 2), ("c", "c"): (0.5, 1)}


def test_the_longest_path_to_a_root_is_its_depth() -> None:
    rows = found(read("x a", "y x", "m y", "m a", "t m", listed="a"))
    assert of(rows, "t") == {("m", "a"): (1.0, 4)}
    assert of(rows, "m") == {("y", "a"): (0.5, 3), ("a", "a"): (0.5, 1)}


def test_a_quantised_copy_is_nobodys_nearest_base() -> None:
    edges = ("tune base", "gguf tune quantized", "again gguf quantized", "new again finetune")
    rows = found(read(*edges, listed="base"))
    assert {repo: next(iter(of(rows, repo))) for repo in ("gguf", "again", "new")} == dict.fromkeys(
        ("gguf", "again", "new"), ("tune", "base")
    )
    assert {repo for (repo, _, _), row in rows.items() if row[3]} == {"gguf", "again"}
    merged = found(read("gguf base quantized", "m gguf merge", "m other merge", listed="base other"))
    assert of(merged, "m") == {("base", "base"): (0.5, 2), ("other", "other"): (0.5, 1)}


def test_a_step_that_one_source_calls_more_than_a_copy_is_no_copy() -> None:
    rows = found(read("q base quantized", "q base finetune", "t q", listed="base"))
    assert of(rows, "t") == {("q", "base"): (1.0, 2)}


def test_a_parent_that_nobody_lists_is_an_unknown_root() -> None:
    result = attribute(ENGINE, read("t gone").graph(ENGINE))
    assert rows_of(result) == {("t", "gone", "gone"): (1.0, 1, False, False, False)}
    assert result.counts["unknown roots"] == 1


def test_renames_are_followed_to_the_last_name() -> None:
    graph = read("t first", "u second", listed="third", renames={"first": "second", "second": "third", "t": "T"})
    rows = found(graph)
    assert {(repo, root) for repo, _, root in rows} == {("T", "third"), ("u", "third"), ("third", "third")}
    assert attribute(ENGINE, graph.graph(ENGINE)).counts["renamed"] == 2


def test_a_name_with_two_new_names_keeps_its_own() -> None:
    graph = read("t old", listed="a b").graph(ENGINE)
    renames = pa.table([["old", "old", "same"], ["a", "b", "same"]], schema=RENAMES)
    result = attribute(ENGINE, Graph(graph.nodes, graph.edges, ENGINE.table(renames)))
    assert of(rows_of(result), "t") == {("old", "old"): (1.0, 1)}
    assert result.counts["renames undecided"] == 1


def test_a_circle_of_renames_ends() -> None:
    assert {root for _, _, root in found(read("t a", renames={"a": "b", "b": "a"}))} == {"a"}


def test_a_cycle_is_cut_above_the_repository_created_first() -> None:
    result = attribute(ENGINE, read("b a", "c b", "a c", "t b", listed="x a").graph(ENGINE))
    rows = rows_of(result)
    assert {(repo, root, row[4]) for (repo, _, root), row in rows.items()} == {
        *(("x", "x", False), ("a", "a", True), ("b", "a", True), ("c", "a", True), ("t", "a", True))
    }
    assert result.left_out.to_pylist() == [{"child": "a", "parent": "c", "reason": "cycle"}]


def test_a_merge_that_loses_a_parent_to_a_cycle_keeps_the_others_whole() -> None:
    rows = found(read("m a", "m n", "n m", listed="a m n"))
    assert of(rows, "m") == {("a", "a"): (1.0, 1)}
    assert of(rows, "n") == {("m", "a"): (1.0, 2)}
    assert rows["n", "m", "a"][4]


def test_without_days_the_first_by_name_is_the_root() -> None:
    rows = found(Said({}, [("b", "a", None), ("a", "b", None)]))
    assert {root for _, _, root in rows} == {"a"}


def test_its_own_parent_and_a_blank_one_are_left_out_and_counted() -> None:
    edges: list[Edge] = [("s", "s", None), ("t", None, None), ("u", "", "merge"), (None, "s", None), ("", "s", None)]
    result = attribute(ENGINE, Said({}, edges).graph(ENGINE))
    assert rows_of(result) == {(name, name, name): (1.0, 0, True, False, False) for name in "stu"}
    assert (result.counts["itself"], result.counts["blank"]) == (1, 4)


def test_nothing_stated_is_nothing_found() -> None:
    result = attribute(ENGINE, Said({}, []).graph(ENGINE))
    assert result.roots.num_rows == result.left_out.num_rows == 0
    assert result.roots.schema.equals(arrow_schema(ROOTS))


def test_hostile_names_are_names() -> None:
    edges: list[Edge] = [(child, parent, None) for child, parent in itertools.pairwise(HOSTILE)]
    said = Said({HOSTILE[-1]: DAY}, [*edges, ("m", HOSTILE[0], "merge"), ("m", HOSTILE[1], "merge")])
    agree(found(said), expected(said))
    assert of(found(said), HOSTILE[0]) == {(HOSTILE[1], HOSTILE[-1]): (1.0, len(HOSTILE) - 1)}


def test_too_many_lines_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINES", 3)
    crowd = [f"m p{i}" for i in range(4)]
    result = attribute(ENGINE, read(*crowd, "t m", "n p0", "n p1", "n t").graph(ENGINE))
    rows = rows_of(result)
    assert of(rows, "t") == {("m", "m"): (1.0, 1)}
    assert of(rows, "n").keys() == {("p0", "p0"), ("p1", "p1"), ("t", "m")}
    assert rows["t", "m", "m"][4]
    assert result.counts["crowded"] == 4


def test_too_many_levels_of_merges_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LEVELS", 5)
    ladder = [edge for i in range(2, 12) for edge in (f"m{i:02} m{i - 1:02}", f"m{i:02} m{i - 2:02}")]
    result = attribute(ENGINE, read(*ladder, "t m11").graph(ENGINE))
    rows = rows_of(result)
    assert of(rows, "t") == {("m11", "m11"): (1.0, 1)}
    assert of(rows, "m06").keys() == {("m05", "m00"), ("m05", "m01"), ("m04", "m00"), ("m04", "m01")}
    assert result.counts["deep"] == 10
    assert sums(rows) == pytest.approx([1.0] * 11)


def sums(rows: Rows) -> list[float]:
    total: dict[str, float] = defaultdict(float)
    for (repo, _, _), row in rows.items():
        total[repo] += row[0]
    return list(total.values())


@st.composite
def drawn(draw: st.DrawFn) -> Said:
    """Draw graphs beside each other: chains, merges, cycles, parents that nobody lists, equal and unknown days."""
    edges: list[Edge] = []
    nodes: dict[str, dt.date | None] = {}
    for part in range(draw(st.integers(1, 8))):
        names = [f"{part}/{i}" for i in range(draw(st.integers(1, 9)))]
        pair = st.tuples(st.sampled_from(names), st.sampled_from(names), st.sampled_from([None, *RELATIONS]))
        edges += draw(st.lists(pair, max_size=14))
        edges += [(below, above, None) for above, below in itertools.pairwise(draw(st.sampled_from([[], names])))]
        days = st.one_of(st.none(), st.integers(0, 3).map(lambda i: DAY + dt.timedelta(days=i)))
        nodes |= draw(st.dictionaries(st.sampled_from(names), days))
    renames = draw(st.sampled_from([{}, {"0/0": "0/1", "0/1": "1/0"}, {"0/2": "0/1"}]))
    return Said(nodes, edges, renames)


@settings(max_examples=5)  # the next test has a thousand; here they come in another order too
@given(drawn(), st.randoms(use_true_random=False))
def test_networkx_finds_the_same_and_order_does_not_matter(said: Said, chance: random.Random) -> None:
    first = found(said)
    agree(first, expected(said))
    assert sums(first) == pytest.approx([1.0] * len(sums(first)))
    mixed = dict(chance.sample(list(said.nodes.items()), len(said.nodes)))
    again = Said(mixed, chance.sample(said.edges, len(said.edges)), said.renames)
    assert found(again) == first


def test_networkx_finds_the_same_in_a_thousand_graphs_at_once() -> None:
    chance = random.Random(4)  # noqa: S311 - no secret
    edges: list[Edge] = []
    for part in range(1000):
        size, busy = chance.randint(2, 9), chance.choice([0.5, 1.0, 1.5, 3.0])
        for _ in range(int(size * busy)):
            child, parent = chance.randrange(size), chance.randrange(size)
            edges.append((f"{part}/{child}", f"{part}/{parent}", chance.choice([None, *RELATIONS])))
    listed = {f"{part}/{i}": DAY + dt.timedelta(days=chance.randint(0, 4)) for part in range(1000) for i in range(6)}
    said = Said(listed, edges)
    result = attribute(ENGINE, said.graph(ENGINE))
    agree(rows_of(result), expected(said))
    assert result.counts["cycle"] > 500
    assert sum(result.counts[reason] for reason in LEFT_OUT) > result.left_out.num_rows > 0


def long(n: int, *, ring: bool) -> Graph:
    names = pa.array([f"chain/{i:07}" for i in range(n)])
    parents = names.take(pa.array([*range(1, n), 0 if ring else n - 1]))
    edges = pa.table([names, parents, pa.nulls(n, pa.string())], schema=EDGES)
    return Graph(ENGINE.table(NODES.empty_table()), ENGINE.table(edges))


@pytest.mark.parametrize("ring", [False, True], ids=["chain", "ring"])
def test_a_long_chain_and_a_long_ring_end(*, ring: bool) -> None:
    roots = attribute(ENGINE, long(20_000, ring=ring)).roots
    assert pc.unique(roots["root"]).to_pylist() == ["chain/0000000" if ring else "chain/0019999"]
    assert pc.sum(roots["depth"]).as_py() == 20_000 * 19_999 // 2


@pytest.mark.slow
@pytest.mark.parametrize("ring", [False, True], ids=["chain", "ring"])
def test_a_million_in_a_chain_and_in_a_ring_end(*, ring: bool) -> None:
    roots = attribute(ENGINE, long(1_000_000, ring=ring)).roots
    assert pc.unique(roots["root"]).to_pylist() == ["chain/0000000" if ring else "chain/0999999"]
    assert pc.sum(roots["depth"]).as_py() == 1_000_000 * 999_999 // 2
