"""Undeclared descent beside the declared: how often evidence finds the parent that a repository states.

The accounts are split in two by a hash of their names. Whatever the repositories of one half state of their parents is
hidden, families and bases are worked out again without it, and evidence answers for them; then it is compared.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.evidence_scores import EVERYWHERE, Answer, Child, Score, largest, of_source, score, sources_of, wilson
from weighbridge.entities.evidence.bases import Stated, children, families, releases
from weighbridge.entities.evidence.inference import KINDS, by_kind, chosen
from weighbridge.entities.evidence.measured import ENOUGH
from weighbridge.schema import CONFIGURATIONS, REPO_FACTS, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.building.parse import Parsed
    from weighbridge.lake import Lake

# Rules may be tuned on the other half alone.
MEASURED_HALF = 1
HUB = {"repo_facts", "configurations", "tracked", "stated_sizes"}
AGREEING, TOGETHER = "two kinds that agree", "all that are used"
ANSWERS = (*KINDS, AGREEING, TOGETHER)


@dataclass(frozen=True)
class Result:
    """Scores by (kind, source); by source its largest family, and that family's part.

    `agreements`: by two kinds, repositories without a stated parent for which both answer, and those where they agree.
    `control`: of `releases` that state no parent, those to whom a name gives one, and one of another family.
    `given`: of `undeclared` repositories, that state no parent, how many each kind that is used gives one. `until`:
    the last UTC day of which anything was read.
    """

    scores: dict[tuple[str, str], Score]
    agreements: dict[tuple[str, str], tuple[int, int]]
    control: tuple[int, int]
    releases: int
    largest: dict[str, tuple[str, float]]
    given: dict[str, int]
    undeclared: int
    until: dt.date


def bench(archive: Path) -> Result:
    """Measure on the snapshots in the folder `archive`."""
    from weighbridge import discover
    from weighbridge.building.parse import parse_all
    from weighbridge.engine import Engine
    from weighbridge.lake import Lake
    from weighbridge.snapshot.store import SnapshotStore

    modules = {name: module for name, module in discover.sources().items() if HUB.intersection(module.SOURCE.tables)}
    with tempfile.TemporaryDirectory(prefix="weighbridge-bench-") as folder:
        root = Path(folder)
        store = SnapshotStore(root)
        store.take_in(archive)
        last = max(snapshot.retrieved_at for snapshot in store.snapshots()).date()
        parsing = parse_all(store.snapshots(), store.read, modules, root / "raw", last, lambda _: None)
        assert not parsing.refused, parsing.refused
        return measured(Lake(root / "lake", Engine(), name="bench"), parsing.parsed)


def measured(lake: Lake, parsed: list[Parsed]) -> Result:
    """Measure on what is parsed."""
    from weighbridge.building.resolve import statements

    facts = lake.engine.arrow(statements(lake, REPO_FACTS, parsed))
    whole = world(lake, parsed, facts)
    asked = compared(lake, world(lake, parsed, hidden(facts)), whole)
    scores = {(kind, source): score(of_source(asked, source), kind) for kind in ANSWERS for source in sources_of(asked)}
    engine = lake.engine
    undeclared, own = children(engine, whole), releases(engine, whole)
    found = by_kind(engine, whole, undeclared)
    given = chosen(engine, found, used(scores)).kind.value_counts(name="n")
    return Result(
        scores=scores,
        agreements={(a, b): _agreement(lake, found[a], found[b]) for a, b in combinations(KINDS, 2)},
        control=_other_family(lake, by_kind(engine, whole, own)["name"], whole),
        releases=engine.arrow(own).num_rows,
        largest={source: largest(of_source(asked, source)) for source in sources_of(asked)},
        given={row["kind"]: row["n"] for row in engine.arrow(given).to_pylist()},
        undeclared=engine.arrow(undeclared).num_rows,
        until=max(facts.column("observed_on").to_pylist()),
    )


def _agreement(lake: Lake, a: pa.Table, b: pa.Table) -> tuple[int, int]:
    """Count the children for which both answer, and those to whom both give one family."""
    first, second = (lake.engine.table(rows.select(["child", "family"])) for rows in (a, b))
    both = lake.engine.arrow(first.inner_join(second.rename(other="family"), "child")).to_pylist()
    return len(both), sum(row["family"] == row["other"] for row in both)


def _other_family(lake: Lake, rows: pa.Table, whole: Stated) -> tuple[int, int]:
    """Count the releases that have an answer, and those to which it gives a family that is not theirs."""
    truth = families(whole).rename(child="repo_id", own="family")
    both = lake.engine.arrow(lake.engine.table(rows).inner_join(truth, "child")).to_pylist()
    return len(both), sum(row["family"] != row["own"] for row in both)


def used(scores: Mapping[tuple[str, str], Score]) -> tuple[str, ...]:
    """Name the kinds that are right often enough to be used, by the rule of the package."""
    ends = {kind: wilson(scores[kind, EVERYWHERE].right, scores[kind, EVERYWHERE].decided)[0] for kind in KINDS}
    return tuple(kind for kind, low in ends.items() if low >= ENOUGH)


def half(account: str) -> int:
    """Say to which half an account belongs: 0 or 1, the same for ever."""
    return sha256(account.lower().encode()).digest()[0] % 2


def hidden(facts: pa.Table) -> pa.Table:
    """Give `repo_facts` with no parents where the account is of the measured half."""
    import pyarrow as pa

    hide = [half(repo.split("/")[0]) == MEASURED_HALF for repo in facts.column("repo_id").to_pylist()]
    for name, none in (("base_models", []), ("inferred_models", []), ("relation", None)):
        place, kind = facts.schema.get_field_index(name), facts.schema.field(name).type
        stated = zip(hide, facts.column(name).to_pylist(), strict=True)
        facts = facts.set_column(place, name, pa.array([none if h else value for h, value in stated], kind))
    return facts


def world(lake: Lake, parsed: list[Parsed], facts: pa.Table) -> Stated:
    """Give what is known where `facts` is all that is stated of repositories."""
    from weighbridge.building.resolve import statements
    from weighbridge.descent import Graph
    from weighbridge.descent.attribution import attribute
    from weighbridge.entities import curated, dimensions, lineage, resolve

    engine, stated = lake.engine, lake.engine.table(facts)
    decisions = curated.load()
    tables = {each.name: statements(lake, TABLES[each.name], parsed) for each in fields(resolve.Stated)}
    subjects = resolve.Resolver(decisions, engine).subjects(resolve.Stated(**(tables | {"repo_facts": stated})))
    nodes = engine.table(engine.arrow(lineage.listed(stated)))
    edges = engine.table(engine.arrow(lineage.stated(stated)))
    names = lineage.renames(engine, edges, nodes, engine.table(dimensions.accounts(decisions)))
    names = engine.table(engine.arrow(names))
    roots = attribute(engine, Graph(nodes, edges, names)).roots
    followed = edges.left_join(names, edges.parent == names.old)
    followed = followed.select("child", "source", parent=followed.new.coalesce(followed.parent))
    return Stated(
        facts=stated,
        configurations=statements(lake, CONFIGURATIONS, parsed),
        subjects=engine.table(subjects),
        edges=engine.table(engine.arrow(followed)),
        roots=engine.table(roots),
    )


def compared(lake: Lake, seen: Stated, whole: Stated) -> list[Child]:
    """Answer by what is `seen` for the children whose statements are hidden; say what `whole` knows of them."""
    engine = lake.engine
    truth = engine.table(engine.arrow(families(whole)))
    sources = whole.edges.group_by(repo_id="child").aggregate(source=whole.edges.source.min())
    rows = children(engine, seen).inner_join(sources, "repo_id").left_join(truth, "repo_id")
    found = by_kind(engine, seen, children(engine, seen))
    judged = {kind: _judged(lake, engine.table(answer), whole, truth) for kind, answer in found.items()}
    asked = [
        Child(
            row["repo_id"], row["source"], row["family"],
            {kind: each[row["repo_id"]] for kind, each in judged.items() if row["repo_id"] in each},
        )
        for row in sorted(engine.arrow(rows).to_pylist(), key=lambda row: str(row["repo_id"]))
    ]  # fmt: skip
    kinds = used({(kind, EVERYWHERE): score(asked, kind) for kind in KINDS})
    together = engine.table(engine.arrow(chosen(engine, found, kinds)))
    for kind, answer in ((AGREEING, together.filter(together.agreeing > 1)), (TOGETHER, together)):
        further = _judged(lake, answer, whole, truth)
        for child in asked:
            if child.repo in further:
                child.answers[kind] = further[child.repo]
    return asked


def _judged(lake: Lake, answer: ir.Table, whole: Stated, truth: ir.Table) -> dict[str, Answer]:
    """Give by child whether the parent is the one stated, and the parent's family by all that is stated."""
    engine = lake.engine
    rows = engine.table(engine.arrow(answer.select("child", "parent")))
    stated = whole.edges.select("child", "parent").distinct()
    exact = set(engine.arrow(rows.semi_join(stated, ["child", "parent"])).column("child").to_pylist())
    named = rows.left_join(truth, rows.parent == truth.repo_id).select("child", "family")
    return {row["child"]: Answer(row["child"] in exact, row["family"]) for row in engine.arrow(named).to_pylist()}
