"""Which sources stand in the lake, as of when, and under which terms: the figures' provenance."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from weighbridge.arrow import arrow_schema
from weighbridge.schema import ISSUES, SOURCE_USES

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.building.parse import Parsed
    from weighbridge.lake import Lake


def record_uses(lake: Lake, parsed: list[Parsed], modules: dict[str, Any], today: dt.date) -> None:
    """Write `source_uses`: one row a source, with its newest attribution under each licence."""
    import pyarrow as pa

    by_source: defaultdict[str, list[Parsed]] = defaultdict(list)
    for item in parsed:
        by_source[item.snapshot.source].append(item)
    rows = [_row(modules[name].SOURCE, items) for name, items in sorted(by_source.items())]
    lake.write(SOURCE_USES, pa.Table.from_pylist(rows, schema=arrow_schema(SOURCE_USES)), today)


def record_issues(lake: Lake, parsed: list[Parsed], today: dt.date) -> None:
    """Write `issues`: what parsing met, summed over the snapshots of a source."""
    import pyarrow as pa

    found: dict[tuple[str, str], dict[str, Any]] = {}
    for item in parsed:
        for kind, n in item.issues.items():
            first = {"source": item.snapshot.source, "kind": kind, "n": 0, "example": item.examples.get(kind, "")}
            found.setdefault((item.snapshot.source, kind), first)["n"] += n
    lake.write(ISSUES, pa.Table.from_pylist(list(found.values()), schema=arrow_schema(ISSUES)), today)


def _row(source: Any, items: list[Parsed]) -> dict[str, object]:  # noqa: ANN401 - Source, a fact of a higher floor
    newest = max(items, key=lambda item: item.snapshot.retrieved_at).snapshot
    licence, attribution = _terms(source, items)
    days = [day for item in items for table in item.days.values() for day in table]
    hashes = sorted({item.snapshot.sha256 for item in items})
    return {
        "source": source.name,
        "publisher": source.publisher,
        "licence": licence,
        "attribution": attribution,
        "grain": "name",
        "as_of": _date(max(days)) if days else newest.retrieved_at.date(),
        "snapshots": len(items),
        "digest": sha256("\n".join(hashes).encode()).hexdigest(),
    }


def _terms(source: Any, items: list[Parsed]) -> tuple[str, str]:  # noqa: ANN401 - as above
    """Give the licences of a source's snapshots, and the newest attribution under each, led by it where they differ."""
    newest = {item.snapshot.licence: item.snapshot for item in sorted(items, key=lambda i: i.snapshot.retrieved_at)}
    stated = {licence: newest[licence].attribution or source.attribution for licence in sorted(newest)}
    if len(stated) == 1:
        return next(iter(stated.items()))
    return ", ".join(stated), "; ".join(f"{licence}: {whose}" for licence, whose in stated.items())


def _date(day: str) -> dt.date:
    import datetime as dt

    return dt.date.fromisoformat(day)
