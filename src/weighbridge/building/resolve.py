"""The dimension tables: what each name is, rebuilt whole when names, statements or decisions changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from weighbridge.arrow import arrow_schema
from weighbridge.building.state import digest
from weighbridge.entities import curated, dimensions, testimony
from weighbridge.entities.testimony import held
from weighbridge.entities.testimony.rows import rows as testified
from weighbridge.lake import put_parquet
from weighbridge.schema import (
    ABILITIES,
    ADOPTIONS,
    BENCHMARKS,
    CATALOGUE,
    DOWNLOADS,
    EVENTS,
    FAMILIES,
    IDENTITY,
    LICENCE_PAIRS,
    LICENCES,
    ORGANISATIONS,
    PRICES,
    PULLS,
    RATINGS,
    RELEASES,
    REPO_FACTS,
    RUNS,
    SCORES,
    STATED_MODELS,
    STATED_SIZES,
    SUBJECTS,
    TABLES,
    TOKENS,
    TRACKED,
)
from weighbridge.soundness import is_whole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    import ibis.expr.types as ir

    from weighbridge.building.parse import Parsed
    from weighbridge.building.state import State
    from weighbridge.entities.resolve import Stated
    from weighbridge.lake import Lake
    from weighbridge.schema import Table

# Moves when the rules of `entities` give other subjects from the same names.
RULES_VERSION = 11
MADE = (SUBJECTS, ORGANISATIONS, FAMILIES, RELEASES, BENCHMARKS, LICENCES, LICENCE_PAIRS, ADOPTIONS, EVENTS)
# Of what else is read, a further day without new names changes no subject.
NAMING = (
    *(DOWNLOADS, REPO_FACTS, CATALOGUE, TRACKED, STATED_SIZES, STATED_MODELS),
    *(SCORES, ABILITIES, RATINGS, RUNS, PRICES),
)
PENDING = "moved.parquet"
MOVED = pa.schema([("namespace", pa.string()), ("key", pa.string())])


def resolve(lake: Lake, parsed: list[Parsed], state: State, today: dt.date) -> pa.Table | None:
    """Write `subjects` and the curated dimensions if their inputs changed; give the keys of what moved, or None.

    A name (namespace, key) moves when its identity changes. What moved is written down before the new subjects stand,
    and counts until `settled`: a kill between here and the cells must not leave cells of subjects that are no more.
    """
    made = digest([curated.digest(), held.digest(), f"rules {RULES_VERSION}", *stating(parsed, NAMING), *_named(lake)])
    if made == state.subjects and lake.holds_all(MADE):
        return _pending(lake, state)
    from weighbridge.entities.resolve import Resolver

    decisions = curated.load()
    before = _before(lake, state)
    after = Resolver(decisions, lake.engine).subjects(_stated(lake, parsed))
    changed = moved(lake, before, after).cast(MOVED)
    earlier = _pending(lake, state)
    changed = changed if earlier is None else pa.concat_tables([earlier, changed])
    put_parquet(changed, lake.root / PENDING)
    for name, rows in dimensions.dimensions(decisions).items():
        lake.write(TABLES[name], rows, today)
    for table, said in testified(testimony.load()).items():
        lake.write(table, pa.Table.from_pylist(said, schema=arrow_schema(table)), today)
    lake.write(SUBJECTS, after, today)
    state.subjects = made
    return changed


def stating(parsed: Iterable[Parsed], tables: Collection[Table]) -> list[str]:
    """Give the digests of the snapshots that state any of `tables`."""
    names = {table.name for table in tables}
    return [item.digest for item in parsed if names & item.days.keys()]


def _named(lake: Lake) -> list[str]:
    """Give what is taken of facts that come daily: their names, and the first day of each where that is taken."""
    tokens, pulls = lake.read(TOKENS), lake.read(PULLS)
    slugs = tokens.filter(tokens.row == "model").select("slug").distinct()
    first = pulls.group_by("name").aggregate(first=pulls.observed_on.min())
    return [f"{kind} {row}" for kind, rows in (("slug", slugs), ("name", first)) for row in _listed(lake, rows)]


def _listed(lake: Lake, rows: ir.Table) -> list[str]:
    return sorted(str(tuple(row.values())) for row in lake.engine.arrow(rows).to_pylist())


def settled(lake: Lake) -> None:
    """Forget what moved: the cells that it touches are weighed and the state is saved."""
    (lake.root / PENDING).unlink(missing_ok=True)


def _before(lake: Lake, state: State) -> pa.Table:
    if state.subjects and lake.holds_all([SUBJECTS]):
        return lake.engine.arrow(lake.read(SUBJECTS))
    # What moved cannot be known without the subjects that were: every cell is weighed again.
    state.cells.clear()
    return lake.engine.arrow(lake.empty(SUBJECTS))


def _pending(lake: Lake, state: State) -> pa.Table | None:
    path = lake.root / PENDING
    if path.exists() and not is_whole(path):
        state.cells.clear()
        path.unlink()
    return pq.read_table(path, schema=MOVED) if path.exists() else None


def moved(lake: Lake, before: pa.Table, after: pa.Table) -> pa.Table:
    """Give (namespace, key) of subjects that were there and are now something else."""
    columns = ["namespace", "key", *IDENTITY]
    old, new = (lake.engine.table(_nullable(rows.select(columns))) for rows in (before, after))
    same = old.intersect(new)
    changed = old.anti_join(same, ["namespace", "key"]).select("namespace", "key")
    return lake.engine.arrow(changed)


def _nullable(rows: pa.Table) -> pa.Table:
    """Let every column be null: set operations ask for equal types, and rows in memory differ from rows of a file."""
    return rows.cast(pa.schema([field.with_nullable(True) for field in rows.schema]))


def _stated(lake: Lake, parsed: list[Parsed]) -> Stated:
    from weighbridge.entities.resolve import Stated

    return Stated(
        tokens=lake.read(TOKENS),
        pulls=lake.read(PULLS),
        downloads=lake.read(DOWNLOADS),
        repo_facts=statements(lake, REPO_FACTS, parsed),
        catalogue=statements(lake, CATALOGUE, parsed),
        tracked=statements(lake, TRACKED, parsed),
        stated_sizes=statements(lake, STATED_SIZES, parsed),
        scores=lake.read(SCORES),
        abilities=lake.read(ABILITIES),
        ratings=lake.read(RATINGS),
        runs=lake.read(RUNS),
        prices=lake.read(PRICES),
        stated_models=statements(lake, STATED_MODELS, parsed),
    )


def statements(lake: Lake, table: Table, parsed: Iterable[Parsed]) -> ir.Table:
    """Give all rows that snapshots state for a table that is not merged by day."""
    files = [item.file(table) for item in parsed if table.name in item.days]
    return lake.engine.parquet(files) if files else lake.empty(table)
