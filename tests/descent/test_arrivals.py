from __future__ import annotations

import datetime as dt
import random

import pyarrow as pa
import pytest

from tests.descent.graphs import DAY, Edge, Said, agree, rows_of
from weighbridge.descent import Graph
from weighbridge.descent.arrivals import extend
from weighbridge.descent.attribution import attribute
from weighbridge.engine import Engine
from weighbridge.errors import UsageError
from weighbridge.schema import RELATIONS

ENGINE = Engine(threads=2)


def days(names: str) -> dict[str, dt.date | None]:
    return {name: DAY + dt.timedelta(days=i) for i, name in enumerate(names)}


def extended(before: Said, arrivals: Said) -> tuple[pa.Table, pa.Table] | None:
    """Give the rows after the arrivals as extended, and as found over the whole."""
    old, new = before.graph(ENGINE), arrivals.graph(ENGINE)
    roots = attribute(ENGINE, old).roots
    more = extend(ENGINE, ENGINE.table(roots), old, new)
    whole = attribute(ENGINE, Graph(old.nodes.union(new.nodes), old.edges.union(new.edges), new.renames)).roots
    if more is None:
        return None
    kept = ENGINE.table(roots).anti_join(ENGINE.table(more.roots), "repo_id")
    return pa.concat_tables([ENGINE.arrow(kept).cast(roots.schema), more.roots]), whole


def same(before: Said, arrivals: Said) -> None:
    found = extended(before, arrivals)
    assert found is not None
    agree(rows_of(found[0]), rows_of(found[1]))


KNOWN = Said(days("abm"), [("b", "a", None), ("q", "b", "quantized"), ("m", "b", None), ("m", "gone", None)])


def test_new_ones_rest_on_what_is_attributed() -> None:
    edges: list[Edge] = [("t", "q", None), ("u", "t", None), ("n", "m", None), ("n", "fresh", None), ("p", "new", None)]
    same(KNOWN, Said(days("tunp"), [*edges, ("n", "q", None)]))


def test_new_ones_may_stand_alone_or_in_a_cycle() -> None:
    same(KNOWN, Said(days("xyz"), [("x", "y", None), ("y", "x", None), ("x", "a", None), ("s", "s", None)]))


def test_who_waited_for_a_parent_gets_its_line() -> None:
    same(KNOWN, Said({"gone": DAY}, [("gone", "a", None), ("t", "m", None)]))


def test_renamed_parents_are_found() -> None:
    same(KNOWN, Said({"t": DAY}, [("t", "older", None)], {"older": "q"}))


def test_who_waited_under_an_older_name_is_found() -> None:
    before = Said(days("ab"), [("former", "gone", None), ("t", "new", None)], {"former": "new"})
    same(before, Said({"gone": DAY}, [("gone", "a", None)], {"former": "new"}))


def test_a_cycle_that_comes_about_is_cut() -> None:
    same(KNOWN, Said({"gone": dt.date(2023, 1, 1)}, [("gone", "m", None)]))
    same(KNOWN, Said({"gone": dt.date(2030, 1, 1)}, [("gone", "m", None)]))


def test_where_a_cut_line_may_close_another_cycle_the_whole_is_asked_for() -> None:
    looping = Said(days("ab"), [("a", "b", None), ("b", "a", None), ("b", "gone", None)])
    assert extended(looping, Said({"gone": DAY}, [("gone", "a", None)])) is None


def test_a_cut_line_elsewhere_does_not_matter() -> None:
    looping = Said(days("abt"), [("a", "b", None), ("b", "a", None), ("t", "gone", None)])
    same(looping, Said({"gone": DAY, "n": DAY}, [("n", "b", None), ("n", "t", None), ("gone", "x", None)]))


def test_one_that_is_attributed_already_is_refused() -> None:
    with pytest.raises(UsageError, match="'b' among them; attribute the whole graph again"):
        extended(KNOWN, Said({"b": DAY}, [("t", "a", None)]))


@pytest.mark.parametrize("seed", range(12))
def test_day_by_day_gives_what_the_whole_gives(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = [f"r{i:03}" for i in range(200)]
    chance.shuffle(names)
    old, new = names[:150], names[150:]

    def stated(children: list[str], parents: list[str]) -> list[Edge]:
        return [(child, chance.choice(parents), chance.choice([None, *RELATIONS]))
                for child in children for _ in range(chance.choice([0, 1, 1, 1, 2, 3]))]  # fmt: skip

    # Some old ones rest on what comes later; parents come before their children here, so that no cycle is there before.
    edges = [edge for edge in stated(old, old) if str(edge[1]) < str(edge[0])] + stated(old[:5], new[:5])
    same(Said(dict.fromkeys(old), edges), Said(dict.fromkeys(new), stated(new, names)))
