"""Raw tables to core facts: one file per source and day, in which the latest capture of each statement stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from weighbridge.building.state import digest
from weighbridge.lake import batched
from weighbridge.newest import newest
from weighbridge.schema import TABLES, Layer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    import ibis.expr.types as ir

    from weighbridge.building.parse import Parsed
    from weighbridge.building.state import State
    from weighbridge.lake import Lake
    from weighbridge.schema import Table

FACTS = tuple(table for table in TABLES.values() if table.layer is Layer.FACT)


def merge(lake: Lake, parsed: list[Parsed], state: State, today: dt.date) -> int:
    """Write the partitions whose inputs changed, drop those that nothing states now; give how many were touched."""
    touched = 0
    for table in FACTS:
        wanted, inputs = _wanted(table, parsed)
        have = state.facts.get(table.name, {})
        stale = {key for key, made in wanted.items() if have.get(key) != made or not lake.holds(table, key)}
        by_source: defaultdict[str, set[str]] = defaultdict(set)
        for key in stale:
            source, day = key.split("/")
            by_source[source].add(day)
        for source, days in sorted(by_source.items()):
            _write(lake, table, source, days, [p for p in inputs[source] if days & set(p.days[table.name])], today)
        gone = lake.parts(table) - set(wanted)  # by the files, not the state: lost state must not keep untrue days
        lake.drop(lake.path(table, *key.split("/")) for key in gone)
        state.facts[table.name] = wanted
        touched += len(stale) + len(gone)
    return touched


def latest(rows: ir.Table, table: Table) -> ir.Table:
    """Keep the latest statement: of each key, or of the whole list where a publisher states a list as one."""
    import ibis

    if table.stated_whole:
        of_list = ibis.window(group_by=list(table.stated_whole))
        rows = rows.filter(rows.observed_at == rows.observed_at.max().over(of_list))
    values = [name for name in rows.columns if name not in (*table.key, "observed_at")]
    order = [rows.observed_at.desc(), *(rows[name].desc(nulls_first=False) for name in values)]
    return newest(rows, table.key, order)


def _wanted(table: Table, parsed: Iterable[Parsed]) -> tuple[dict[str, str], dict[str, list[Parsed]]]:
    stated: defaultdict[str, list[str]] = defaultdict(list)
    inputs: defaultdict[str, list[Parsed]] = defaultdict(list)
    for item in parsed:
        days = item.days.get(table.name, [])
        if days:
            inputs[item.snapshot.source].append(item)
        for day in days:
            stated[f"{item.snapshot.source}/{day}"].append(item.digest)
    return {key: digest(made) for key, made in stated.items()}, inputs


def _write(lake: Lake, table: Table, source: str, days: set[str], inputs: list[Parsed], today: dt.date) -> None:
    import datetime as dt

    for batch in batched(sorted(days)):
        wanted = [dt.date.fromisoformat(day) for day in batch]
        rows = lake.engine.parquet([item.file(table) for item in inputs if set(batch) & set(item.days[table.name])])
        merged = lake.engine.arrow(latest(rows.filter(rows[table.day].isin(wanted)), table))
        lake.write_days(table, merged, batch, today, source=source)
