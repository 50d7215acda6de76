"""Repositories to releases without reading every name through: what is not looked at would have said nothing."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weighbridge.arrow import arrow_schema
from weighbridge.engine import Engine
from weighbridge.entities import hub, lineage, names
from weighbridge.schema import REPO_FACTS

SIZES = ("8b", "235B", "1.8b", "8x7B", "a22b", "e4B", "16e", "360m")
PACKAGES = ("GGUF", "fp8", "w4a16", "q4_k_m", "Q8_0", "4bit", "2.5bit", "mlx", "128g")
OTHERS = ("qwen3", "it", "2507", "chat", "b8", "8bx", "webx", "x", "128k", "fp")
WORDS = st.sampled_from((*SIZES, *PACKAGES, *OTHERS))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(threads=1)


@settings(max_examples=25)
@given(spoken=st.lists(st.lists(st.tuples(WORDS, st.sampled_from("-_ /")), min_size=1, max_size=6), max_size=30))
def test_no_sign_is_overlooked(engine: Engine, spoken: list[list[tuple[str, str]]]) -> None:
    told = {"".join(map("".join, name)): [word for word, _ in name] for name in spoken}
    table = engine.table(pa.table({"name": pa.array(list(told), pa.string())}))
    found = engine.arrow(table.select("name", sizes=names.sizes(table.name), repacked=names.repacked(table.name)))
    for row in found.to_pylist():
        words = told[row["name"]]
        assert (row["sizes"] or "").split("-") == ([w.lower() for w in words if w in SIZES] or [""])
        assert row["repacked"] == bool(set(words) & set(PACKAGES))


def test_an_id_is_parted_at_its_first_slash(engine: Engine) -> None:
    parts = {"a/b": ("a", "b"), "gpt2": ("", "gpt2"), "/b": ("", "b"), "a/": ("a", ""), "a/b/c": ("a", "b/c"),
             "a/b:free": ("a", "b"), "a/b:c/d": ("a", "b:c/d")}  # fmt: skip
    table = engine.table(pa.table({"id": list(parts)}))
    rows = engine.arrow(table.select("id", account=names.account(table.id), bare=names.bare(table.id))).to_pylist()
    assert {row["id"]: (row["account"], row["bare"]) for row in rows} == parts


def test_only_a_known_account_before_the_name_is_taken_from_it(engine: Engine) -> None:
    kinds = [{"namespace": "hub", "account": "qwen", "organisation_id": "alibaba", "maker_kind": "maker"}]
    stems = [{"organisation_id": "alibaba", "stem": "qwen3", "release_id": "qwen3"}]
    listed = [{"namespace": "hub", "listed_key": "a/b", "listed_release": "other"}]
    ids = {"x/Qwen_Qwen3-8B-GGUF": "qwen3", "x/Qwen3-8B-AWQ": "qwen3", "x/my_Qwen3-8B-GGUF": None, "x/Qwen3-8B": None,
           "x/_Qwen3-GGUF": "qwen3"}  # fmt: skip
    repos = engine.table(pa.table({"repo_id": list(ids)}))
    repos = repos.mutate(account=names.account(repos.repo_id), repacked=names.repacked(names.bare(repos.repo_id)))
    books = (engine.table(pa.Table.from_pylist(rows)) for rows in (kinds, stems, listed))
    found = engine.arrow(hub.direct(repos, *books)).to_pylist()
    assert {row["repo_id"]: row["copied_release"] for row in found} == ids
    assert {row["release_id"] for row in found} == {None}


class TestParents:
    def followed(self, engine: Engine, known: dict[str, str], parents: dict[str, list[str]]) -> dict[str, str | None]:
        ids = sorted({*known, *parents, *(of for several in parents.values() for of in several)} - {""})
        releases = pa.array([known.get(name) for name in ids], pa.string())
        rows = engine.table(pa.table({"repo_id": ids, "release_id": releases}))
        facts = engine.table(pa.table({"repo_id": list(parents), "base_models": list(parents.values())}))
        found = hub.through_parents(rows, facts, lambda step: engine.table(engine.arrow(step)))
        return {row["repo_id"]: row["parent_release"] for row in engine.arrow(found).to_pylist()}

    def test_all_must_lead_to_one_release(self, engine: Engine) -> None:
        known = {"m/a": "one", "m/b": "two", "m/c": "one"}
        parents = {"x/same": ["m/a", "m/c"], "x/two": ["m/a", "m/b"], "x/half": ["m/a", "x/unknown"],
                   "x/later": ["m/c", "x/same"], "x/blank": ["m/a", ""], "x/none": [""]}  # fmt: skip
        found = self.followed(engine, known, parents)
        one = {"x/same", "x/later", "x/blank", "m/a", "m/c"}
        assert {name for name, release in found.items() if release == "one"} == one
        assert {found[name] for name in ("x/two", "x/half", "x/unknown", "x/none")} == {None}

    def test_a_release_is_its_own_whatever_it_states(self, engine: Engine) -> None:
        found = self.followed(engine, {"m/a": "one", "m/b": "two"}, {"m/b": ["m/a"], "x/c": ["m/b"]})
        assert found == {"m/a": "one", "m/b": "two", "x/c": "two"}

    def test_a_chain_is_followed_so_far_and_a_circle_leads_nowhere(self, engine: Engine) -> None:
        chain = {f"x/{step}": [f"x/{step - 1}"] for step in range(1, hub.MAX_DEPTH + 2)}
        found = self.followed(engine, {"x/0": "one"}, {**chain, "y/1": ["y/2"], "y/2": ["y/1"], "y/3": ["y/3"]})
        assert [found[f"x/{step}"] for step in range(hub.MAX_DEPTH + 2)] == ["one"] * (hub.MAX_DEPTH + 1) + [None]
        assert {found[f"y/{n}"] for n in (1, 2, 3)} == {None}


@pytest.mark.parametrize("turned", [False, True])
def test_two_rows_of_one_reading_give_one_answer_in_any_order(engine: Engine, *, turned: bool) -> None:
    at = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    of: dict[str, object] = {"repo_id": "a/b", "source": "list", "observed_on": at.date(), "observed_at": at}
    rows: list[dict[str, object]] = [
        {"base_models": ["m/a", "m/b"], "inferred_models": ["m/a", "m/b"], "relation": "merge", "licence": "mit"},
        {"base_models": ["m/c"], "inferred_models": [], "relation": "finetune", "licence": None},
        {"base_models": [], "inferred_models": [], "relation": None, "licence": "apache-2.0"},
    ]
    table = pa.Table.from_pylist([of | row for row in rows], schema=arrow_schema(REPO_FACTS))
    facts = engine.table(table.take([2, 1, 0] if turned else [0, 1, 2]))
    (latest,) = engine.arrow(hub.latest_facts(facts)).to_pylist()
    assert (latest["base_models"], latest["relation"], latest["licence"]) == (["m/c"], "merge", "mit")
    (stated,) = engine.arrow(lineage.stated(facts)).to_pylist()
    assert (stated["parent"], stated["known_by"]) == ("m/c", "declared")
