"""Pedigrees over descent made by hand: who is shown, by whom it is known, and what is said not to be known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.lineage_lake import READ_ON, Stated, store
from tests.measures.small_lake import TODAY, table
from weighbridge import descent_gaps, pedigrees
from weighbridge.engine import Engine
from weighbridge.errors import NoDataError, UsageError
from weighbridge.lake import Lake
from weighbridge.outline import Side, outline
from weighbridge.pedigree import Descends, FoundBy, Pedigree, Relative
from weighbridge.schema import DERIVATIVES, DOWNLOADS, FAMILIES, LINEAGE, ORGANISATIONS, RELEASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.lineage_lake import Edge
    from weighbridge.api import Weighbridge

FINE, MERGE = ("finetune", "declared"), ("merge", "declared")


def edge(child: str, parent: str, how: tuple[str, str] = FINE) -> Edge:
    return child, parent, *how


def listed(*repos: str, **facts: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {repo: facts.get(repo.partition("/")[2], {}) for repo in repos}


def of(found: Pedigree, repo: str) -> Relative:
    return next(relative for relative in found.relatives if relative.repo_id == repo)


def steps(found: Pedigree) -> dict[str, int]:
    return {relative.repo_id: relative.steps for relative in found.relatives}


def share(found: Pedigree, repo: str, root: str) -> float:
    """Multiply the shares on every path up from `repo` to `root`."""
    if repo == root:
        return 1.0
    return sum((d.share or 0) * share(found, d.parent, root) for d in found.descents if d.child == repo)


# A merge of two, one of which is a copy of a copy; a sister; a child of the merge.
MERGED = Stated(
    listed("a/root", "b/copy", "b/copy2", "c/other", "d/merge", "e/child", "f/sister", child={"downloads_30d": 7}),
    [
        edge("b/copy", "a/root", ("quantized", "hub_inferred")),
        edge("b/copy2", "b/copy", ("quantized", "declared")),
        edge("d/merge", "b/copy2", MERGE),
        edge("d/merge", "c/other", MERGE),
        edge("d/merge", "x/unlisted", MERGE),
        edge("e/child", "d/merge", ("adapter", "declared")),
        edge("f/sister", "a/root"),
    ],
)


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    """MERGED, for all who only read it."""
    return store(tmp_path_factory.mktemp("merged"), MERGED)


def test_ancestors_and_descendants_by_their_steps(merged: Weighbridge) -> None:
    found = merged.lineage("d/merge")
    expected = {"d/merge": 0, "b/copy2": -1, "c/other": -1, "x/unlisted": -1, "b/copy": -2, "a/root": -3, "e/child": 1}
    assert steps(found) == expected
    assert "f/sister" not in steps(found), "a sister is neither"
    assert next(iter(steps(found))) == "d/merge", "nearest first"


def test_shares_of_the_steps_are_those_of_the_lines(merged: Weighbridge) -> None:
    found = merged.lineage("d/merge")
    weights = {line.root: line.share for line in found.lines}
    assert set(weights) == {"a/root", "c/other", "x/unlisted"}
    assert weights == pytest.approx(dict.fromkeys(weights, 1 / 3))
    assert {root: share(found, "d/merge", root) for root in weights} == pytest.approx(weights)


def test_each_step_says_who_says_so(merged: Weighbridge) -> None:
    found = merged.lineage("d/merge")
    said = {(d.child, d.parent): (d.relation, d.known_by, d.source, d.stated_on) for d in found.descents}
    assert said["b/copy", "a/root"] == ("quantized", "hub_inferred", "radar", READ_ON)
    assert said["e/child", "d/merge"] == ("adapter", "declared", "radar", READ_ON)


def test_what_is_not_known_has_a_word_of_its_own(tmp_path: Path) -> None:
    """No parent stated, none that a source would state, and not listed at all are three things."""
    said = replace(MERGED, silent=frozenset({"c/other"}))
    found = store(tmp_path, said).lineage("d/merge")
    assert {relative.repo_id: relative.descends for relative in found.relatives} == {
        "a/root": Descends.STATES_NONE,
        "c/other": Descends.NOT_READ,
        "x/unlisted": Descends.NOT_LISTED,
        **dict.fromkeys(("b/copy", "b/copy2", "d/merge", "e/child"), Descends.STATED),
    }
    unlisted = of(found, "x/unlisted")
    assert (unlisted.listed, unlisted.created_on, unlisted.downloads_30d, unlisted.removed) == (False, None, None, None)


def test_descent_by_evidence_alone_is_told_apart(tmp_path: Path) -> None:
    said = Stated(listed("a/root", "b/guess"), [edge("b/guess", "a/root", ("unspecified", "name"))])
    found = store(tmp_path, said).lineage("b/guess")
    assert of(found, "b/guess").descends is Descends.INFERRED
    assert [(d.known_by, d.confidence) for d in found.descents] == [("name", 0.9)]
    assert (of(found, "a/root").children, of(found, "a/root").children_inferred) == (1, 1)


def test_a_source_of_evidence_alone_gives_no_parents(tmp_path: Path) -> None:
    said = replace(MERGED, silent=frozenset({"c/other"}))
    scale = store(tmp_path, said)
    rows = scale.lake.engine.arrow(scale.lake.read(LINEAGE)).to_pylist()
    guess = {"child": "f/sister", "parent": "a/root", "known_by": "name", "source": "silent", "confidence": 0.9}
    kept = [row for row in rows if row["child"] != "f/sister"]
    scale.lake.write(LINEAGE, table(LINEAGE, [*kept, rows[0] | {"known_as": "a/root"} | guess]), TODAY)
    found = scale.lineage("d/merge")
    assert of(found, "c/other").descends is Descends.NOT_READ
    assert (of(found, "a/root").children, of(found, "a/root").children_inferred) == (2, 1)


def test_a_source_of_downloads_alone_lists_too(tmp_path: Path) -> None:
    scale = store(tmp_path, MERGED)
    at = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    row = {"source": "silent", "observed_on": READ_ON, "repo_id": "x/unlisted", "downloads_30d": 3, "observed_at": at}
    scale.lake.write(DOWNLOADS, table(DOWNLOADS, [row]), TODAY, source="silent", day=str(READ_ON))
    read = of(scale.lineage("d/merge"), "x/unlisted")
    assert (read.descends, read.downloads_30d, read.observed_on) == (Descends.NOT_READ, 3, READ_ON)


def test_a_circle_is_shown_cut(tmp_path: Path) -> None:
    said = Stated(
        listed("a/one", "b/two", "c/three"),
        [edge("a/one", "c/three"), edge("b/two", "a/one"), edge("c/three", "b/two")],
    )
    found = store(tmp_path, said).lineage("b/two", up=50, down=50)
    (cut,) = [d for d in found.descents if d.left_out]
    assert (cut.child, cut.parent, cut.left_out, cut.share) == ("a/one", "c/three", "cycle", None)
    assert of(found, "a/one").descends is Descends.LEFT_OUT
    assert {line.root: line.cut for line in found.lines} == {"a/one": True}
    assert [row.relative.repo_id for row in outline(found) if row.relative] == [
        "b/two",
        "a/one",
        "c/three",
        "c/three",
        "a/one",
    ]


def test_nothing_is_gone_on_from_over_a_step_left_out(tmp_path: Path) -> None:
    said = Stated(
        listed("r/root", "a/first", "b/second"),
        [edge("a/first", "b/second"), edge("b/second", "a/first", MERGE), edge("b/second", "r/root", MERGE)],
    )
    found = store(tmp_path, said).lineage("a/first")
    assert {(d.child, d.left_out) for d in found.descents} == {("a/first", "cycle"), ("b/second", None)}
    assert "r/root" not in steps(found)


def test_two_statements_of_one_parent_are_one_step(tmp_path: Path) -> None:
    """They take one place of those shown, and the name of today is told before an older one."""
    said = Stated(
        listed("a/now", "b/kid"),
        [edge("b/kid", "a/now"), edge("b/kid", "a/Before"), edge("b/kid", "z/other")],
        {"a/Before": "a/now"},
    )
    found = store(tmp_path, said).lineage("b/kid", most=2)
    assert [(d.parent, d.share, d.stated_as) for d in found.descents] == [("a/now", 0.5, None), ("z/other", 0.5, None)]
    assert (of(found, "b/kid").parents, of(found, "a/now").children) == (2, 1)


def test_one_that_names_itself_has_no_descendant(tmp_path: Path) -> None:
    found = store(tmp_path, Stated(listed("a/loop"), [edge("a/loop", "a/loop")])).lineage("a/loop")
    assert [d.left_out for d in found.descents] == ["itself"]
    assert (of(found, "a/loop").descends, of(found, "a/loop").children) == (Descends.LEFT_OUT, 0)
    assert [row.side for row in outline(found)] == [Side.SELF, Side.ABOVE]


RENAMED = Stated(
    listed("New/Name", "b/kid", "c/kid"),
    [edge("b/kid", "old/name"), edge("c/kid", "New/Name")],
    {"old/name": "New/Name"},
    named=[{"key": "old/name"}],
)


def test_a_renamed_parent_is_followed_and_told(renamed: Weighbridge) -> None:
    found = renamed.lineage("New/Name")
    assert {d.child: d.stated_as for d in found.descents} == {"b/kid": "old/name", "c/kid": None}
    assert of(found, "New/Name").children == 2


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    """RENAMED, for all who only read it."""
    return store(tmp_path_factory.mktemp("renamed"), RENAMED)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("New/Name", FoundBy.REPOSITORY),
        ("  New/Name ", FoundBy.REPOSITORY),
        ("nEW/nAME", FoundBy.LETTER_CASE),
        ("old/name", FoundBy.OLD_NAME),
        ("OLD/Name", FoundBy.OLD_NAME),
    ],
)
def test_a_repository_is_found_under_any_of_its_names(renamed: Weighbridge, name: str, how: FoundBy) -> None:
    found = renamed.lineage(name)
    assert (found.found_by, found.asked) == (how, ("New/Name",))


def test_capitals_decide_where_they_must(tmp_path: Path) -> None:
    said = Stated(listed("a/Model", "a/model", "b/kid"), [edge("b/kid", "a/Model")])
    scale = store(tmp_path, said)
    assert scale.lineage("a/model").asked == ("a/model",)
    with pytest.raises(UsageError, match="2 repositories are named 'a/MODEL' but for capitals; choose one of a/Model"):
        scale.lineage("a/MODEL")


CURATED = Stated(
    listed("lab/Big-Base", "lab/Big", "lab/Small", "z/Big", "z/kid", "y/kid"),
    [edge("lab/Big", "lab/Big-Base"), edge("z/Big", "lab/Big"), edge("z/kid", "lab/Small"), edge("y/kid", "z/kid")],
    named=[
        {
            "key": "lab/Big-Base",
            "release_id": "big",
            "family_id": "fam",
            "organisation_id": "lab",
            "model_id": "big/7b",
        },
        {"key": "lab/Big", "release_id": "big", "family_id": "fam", "organisation_id": "lab", "model_id": "big/7b"},
        {"key": "lab/Small", "release_id": "small", "family_id": "fam", "organisation_id": "lab"},
        {"key": "z/Big", "release_id": "big", "family_id": "fam", "copy": True},
    ],
)


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Pedigree]:
    """CURATED, with a family and two releases."""
    scale = store(tmp_path_factory.mktemp("curated"), CURATED)
    names = {"name_zh_hans": "大", "name_zh_hant": "大"}
    families = [
        {"family_id": "fam", "name": "The Family", "organisation_id": "lab", **names},
        {"family_id": "small", "name": "Small", "organisation_id": "lab", **names},
    ]
    checked = {"evidence": "x", "checked_on": READ_ON}
    maker = {"organisation_id": "lab", "name": "Labworks", "kind": "maker", "basis": "unknown", **names, **checked}
    common = {"family_id": "fam", "organisation_id": "lab", "field": "language", "evidence": "x", "checked_on": READ_ON}
    releases = [{"release_id": name, "name": name.title() + " One", **common} for name in ("big", "small")]
    scale.lake.write(ORGANISATIONS, table(ORGANISATIONS, [maker]), TODAY)
    scale.lake.write(FAMILIES, table(FAMILIES, families), TODAY)
    scale.lake.write(RELEASES, table(RELEASES, releases), TODAY)
    return scale.lineage


@pytest.mark.parametrize(
    ("name", "how", "asked"),
    [
        ("big one", FoundBy.MODEL, ("lab/Big-Base",)),
        ("big", FoundBy.MODEL, ("lab/Big-Base",)),
        ("BIG/7B", FoundBy.MODEL, ("lab/Big-Base",)),
        ("the family", FoundBy.FAMILY, ("lab/Big-Base", "lab/Small")),
        ("大", FoundBy.FAMILY, ("lab/Big-Base", "lab/Small")),
        ("big-base", FoundBy.OWN_NAME, ("lab/Big-Base",)),
    ],
)
def test_a_model_or_family_shows_its_makers_bases(
    curated: Callable[..., Pedigree], name: str, how: FoundBy, asked: tuple[str, ...]
) -> None:
    """Copies by others are none; what is built on another of them stands below it."""
    found = curated(name)
    assert (found.found_by, found.asked, found.unasked) == (how, asked, 0)
    assert of(found, "lab/Big-Base").organisation == "lab"


def test_bases_with_most_descendants_come_first(curated: Callable[..., Pedigree]) -> None:
    found = curated("the family", most=1)
    assert (found.asked, found.unasked, found.ends_here) == (("lab/Big-Base",), 1, 2)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("lab/Bigg", "did you mean lab/Big"),
        ("laboratory/Small", "did you mean lab/Small"),
        ("Smal", "did you mean small"),
        ("Labwork", r"did you mean a family of Labworks \(The Family, Small\)"),
        ("labworks", "did you mean a family of Labworks"),
        ("nothing/like-this-at-all", "give a repository as ACCOUNT/NAME"),
        ("n" * 5000, "give a repository as ACCOUNT/NAME"),
        ("", "give one, for example"),
        ("\x1b[2J\u202e", "give a repository"),
        ("%", "give a repository"),
    ],
)
def test_an_unknown_name_gets_advice(curated: Callable[..., Pedigree], name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint) as failed:
        curated(name)
    assert len(str(failed.value)) < 300


def test_advice_names_each_once(curated: Callable[..., Pedigree]) -> None:
    """A release, its family and its repositories are often called alike."""
    with pytest.raises(UsageError) as failed:
        curated("Smal")
    assert failed.value.then == "did you mean small, Small One, lab/Small"


@pytest.mark.parametrize("limit", [{"up": -1}, {"down": 101}, {"most": 0}, {"most": 10**9}])
def test_numbers_beyond_reason_are_refused(merged: Weighbridge, limit: dict[str, int]) -> None:
    with pytest.raises(UsageError, match="give a number from"):
        merged.lineage("d/merge", **limit)


def test_a_lake_without_descent_says_so(tmp_path: Path) -> None:
    scale = store(tmp_path, MERGED)
    scale.lake.drop(scale.lake.files(LINEAGE))
    with pytest.raises(NoDataError, match="holds no lineage"):
        scale.lineage("d/merge")


def wide(children: int) -> Stated:
    """A root with children, each with one of its own; the fewer downloads, the higher the number; one never counted."""
    facts = {f"k{i}": {"downloads_30d": 1000 - i} for i in range(children)}
    repos = ["r/root", *(f"k/k{i}" for i in range(children)), "k/uncounted", *(f"g/g{i}" for i in range(children))]
    edges = [edge(f"k/k{i}", "r/root") for i in range(children)] + [edge("k/uncounted", "r/root")]
    edges += [edge(f"g/g{i}", f"k/k{i}") for i in range(children)]
    return Stated({repo: facts.get(repo[2:], {}) for repo in repos}, edges)


def test_the_most_downloaded_children_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    found = store(tmp_path, wide(20)).lineage("r/root", down=1, most=3)
    assert [repo for repo in steps(found) if repo != "r/root"] == ["k/k0", "k/k1", "k/k2"]
    assert of(found, "r/root").children == 21
    rows = outline(found)
    assert (rows[-1].relative, rows[-1].more, rows[-1].last) == (None, 18, (True,))
    assert [row.more for row in rows[1:-1]] == [1, 1, 1], "each has a child that is not shown"
    assert found.ends_here == 41


def test_one_never_counted_comes_last(tmp_path: Path) -> None:
    found = store(tmp_path, wide(3)).lineage("r/root", down=1, most=10)
    children = [row.relative.repo_id for row in outline(found) if row.side is Side.BELOW and row.relative]
    assert children == ["k/k0", "k/k1", "k/k2", "k/uncounted"]


def test_a_pedigree_has_an_end_however_wide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pedigrees, "MOST_RELATIVES", 10)
    found = store(tmp_path, wide(20)).lineage("r/root", down=5, most=8)
    assert (len(found.relatives), found.crowded) == (10, True)
    assert {d.child for d in found.descents} | {d.parent for d in found.descents} <= set(steps(found))


def test_a_repository_met_twice_is_laid_out_once(tmp_path: Path) -> None:
    said = Stated(
        listed("a/root", "b/left", "c/right", "d/merge", "e/kid"),
        [edge("b/left", "a/root"), edge("c/right", "a/root"), edge("d/merge", "b/left", MERGE),
         edge("d/merge", "c/right", MERGE), edge("e/kid", "d/merge")],
    )  # fmt: skip
    scale = store(tmp_path, said)
    below = outline(scale.lineage("a/root", down=5))
    assert [(r.relative.repo_id, r.again) for r in below if r.relative] == [
        ("a/root", False), ("b/left", False), ("d/merge", False),
        ("e/kid", False), ("c/right", False), ("d/merge", True),
    ]  # fmt: skip
    above = outline(scale.lineage("e/kid"))
    assert [row.relative.repo_id for row in above if row.relative and row.again] == []
    assert [row.relative.repo_id for row in above if row.relative].count("a/root") == 2


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Pedigree]:
    """A hundred thousand repositories, each built on the one before."""
    names = [f"long/c{i:06}" for i in range(100_000)]
    edges = [edge(child, parent) for parent, child in pairwise(names)]
    return store(tmp_path_factory.mktemp("chain"), Stated({name: {} for name in names}, edges)).lineage


def test_a_long_chain_is_shown_as_far_as_asked(chain: Callable[..., Pedigree]) -> None:
    found = chain("long/c050000", up=30, down=30, most=1000)
    assert sorted(steps(found).values()) == list(range(-30, 31))
    (line,) = found.lines
    assert (line.root, line.depth, line.share) == ("long/c000000", 50_000, 1.0)
    ends = [row for row in outline(found) if row.more]
    assert [(row.side, row.more) for row in ends] == [(Side.ABOVE, 1), (Side.BELOW, 1)]


def test_a_tree_is_laid_out_without_recursion(chain: Callable[..., Pedigree]) -> None:
    """Deeper than any stack: the layout of what a reader could never ask for."""
    whole = chain("long/c000000", up=0, down=1)
    first, step = whole.relatives[0], whole.descents[0]
    n = 50_000
    deep = replace(
        whole,
        relatives=tuple(replace(first, repo_id=f"long/c{i:06}", steps=i, children=int(i < n)) for i in range(n + 1)),
        descents=tuple(replace(step, child=f"long/c{i + 1:06}", parent=f"long/c{i:06}") for i in range(500)),
    )
    assert len(outline(deep)) == 501


HOSTILE = (
    "evil\x1b[2J/\u202ename",
    "深度求索/模型-🐋",
    "a/b/c//d",
    "'; DROP TABLE lineage; --/x",
    "%/_",
    "acc/" + "n" * 496,
)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_letters_may_stand_in_a_name(tmp_path: Path, name: str) -> None:
    found = store(
        tmp_path, Stated(listed("a/root", name), [edge(name, "a/root"), edge("a/root", "x/" + name)])
    ).lineage(name)
    assert found.asked == (name,)
    assert steps(found) == {name: 0, "a/root": -1, "x/" + name: -2}


def test_a_source_that_says_nothing_here_is_not_named(tmp_path: Path) -> None:
    found = store(tmp_path, replace(MERGED, silent=frozenset({"f/sister"}))).lineage("d/merge")
    assert [use.name for use in found.provenance.sources] == ["radar"]
    assert found.as_of == READ_ON


def test_a_removed_repository_is_told_from_one_that_nothing_lists(tmp_path: Path) -> None:
    said = Stated(listed("a/gone", "b/kid", gone={"removed": True}), [edge("b/kid", "a/gone")])
    gone = of(store(tmp_path, said).lineage("b/kid"), "a/gone")
    assert (gone.removed, gone.listed, gone.descends) == (True, True, Descends.STATES_NONE)


def test_the_newest_count_of_several_sources_holds(tmp_path: Path) -> None:
    scale = store(tmp_path, MERGED)
    rows = scale.lake.engine.arrow(scale.lake.read(DERIVATIVES)).to_pylist()
    mine = next(row for row in rows if row["repo_id"] == "e/child")
    later = {"source": "silent", "observed_on": READ_ON + dt.timedelta(days=1), "downloads_30d": None, "removed": None}
    older = {"source": "unused", "observed_on": READ_ON - dt.timedelta(days=9), "downloads_30d": 900, "removed": True}
    scale.lake.write(DERIVATIVES, table(DERIVATIVES, [*rows, mine | later, mine | older]), TODAY)
    found = scale.lineage("e/child")
    child = of(found, "e/child")
    assert (child.downloads_30d, child.observed_on, child.removed) == (7, READ_ON, False)
    assert len(found.lines) == 3, "each line once, whatever lists it"


def test_gaps_are_counted_with_an_example(tmp_path: Path) -> None:
    said = Stated(
        listed("New/Name", "a/loop", "b/one", "c/two", "d/kid", "e/kid"),
        [edge("a/loop", "a/loop"), edge("b/one", "c/two"), edge("c/two", "b/one"), edge("d/kid", "old/name"),
         edge("e/kid", "gone/parent"), edge("d/kid", "gone/parent"), edge("e/kid", "gone/other")],
        {"old/name": "New/Name"},
    )  # fmt: skip
    lake = store(tmp_path, said).lake
    odd = {row.what: (row.n, row.child, row.parent, row.known_as) for row in descent_gaps.odd(lake)}
    assert odd == {
        "renamed": (1, "d/kid", "old/name", "New/Name"),
        "itself": (1, "a/loop", "a/loop", "a/loop"),
        "cycle": (1, "b/one", "c/two", "c/two"),
    }
    unknown = descent_gaps.unknown(lake, 1)
    assert (unknown.parents, unknown.statements) == (2, 3)
    assert unknown.most_named == (descent_gaps.Unlisted("gone/parent", 2),)


def test_a_lake_without_descent_has_no_gaps(tmp_path: Path) -> None:
    lake = Lake(tmp_path, Engine(threads=1), name="empty")
    assert descent_gaps.odd(lake) == []
    assert descent_gaps.unknown(lake) == descent_gaps.Unknown(0, 0, ())
