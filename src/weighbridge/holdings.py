"""What the lake cannot place: the part of each source that resolves, names that do not, issues of parsing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.schema import (
    ABILITIES,
    DOWNLOAD_CELLS,
    DOWNLOADS,
    ISSUES,
    PRICES,
    PULLS,
    RATINGS,
    RUNS,
    SCORES,
    SUBJECTS,
    TOKEN_CELLS,
    TOKENS,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.amounts.prices import Slip
    from weighbridge.lake import Lake

ATTRIBUTES = ("organisation_id", "country", "family_id", "openness")


@dataclass(frozen=True)
class Resolved:
    """Part of a source's weight known by each attribute, and by all: tokens, pulls, downloads, or rows; all days."""

    source: str
    weight: int
    unit: str
    organisation: float
    country: float
    family: float
    openness: float
    every: float


@dataclass(frozen=True)
class Unplaced:
    """A name that lacks an attribute: source, weight on all days, that weight's part of the source, what is missing."""

    source: str
    name: str
    weight: int
    share: float
    missing: tuple[str, ...]
    rule: str


@dataclass(frozen=True)
class Met:
    """Something that parsing met and could not use, how often, with one example."""

    source: str
    kind: str
    n: int
    example: str


def resolved(lake: Lake) -> list[Resolved]:
    """Give the part of each source's weight that resolves; rows that a list does not name are not counted here."""
    tokens, downloads = lake.read(TOKEN_CELLS), lake.read(DOWNLOAD_CELLS)
    weighed = [
        (tokens.filter(tokens.row == "model"), "total_tokens", "tokens"),
        (downloads, "downloads_30d", "downloads"),
        (_identified(lake, lake.read(PULLS), "ollama", "name"), "pulls_all_time", "pulls"),
        (_spoken(lake), "weight", "rows"),
    ]
    return [row for rows, column, unit in weighed for row in _resolved(lake, rows, column, unit)]


def _resolved(lake: Lake, rows: ir.Table, column: str, unit: str) -> list[Resolved]:
    every = rows.organisation_id.notnull()
    for name in ATTRIBUTES[1:]:
        every = every & rows[name].notnull()
    sums = {name: rows[column].sum(where=rows[name].notnull()) for name in ATTRIBUTES}
    asked = rows.group_by("source").aggregate(weight=rows[column].sum(), every=rows[column].sum(where=every), **sums)
    found = lake.engine.arrow(asked.order_by("source")).to_pylist()
    return [
        Resolved(
            r["source"],
            int(r["weight"]),
            unit,
            *(float(r[k] or 0) / float(r["weight"]) for k in (*ATTRIBUTES, "every")),
        )
        for r in found
        if r["weight"]
    ]


def unplaced(lake: Lake, limit: int = 20) -> list[Unplaced]:
    """Give the heaviest names of each source that lack an attribute; sources shipped as sums have no names to give."""
    tokens = lake.read(TOKENS)
    facts = [
        (_identified(lake, tokens.filter(tokens.row == "model"), "openrouter", "slug"), "slug", "total_tokens"),
        (_identified(lake, lake.read(DOWNLOADS), "hub", "repo_id"), "repo_id", "downloads_30d"),
        (_identified(lake, lake.read(PULLS), "ollama", "name"), "name", "pulls_all_time"),
        (_spoken(lake), "name", "weight"),
    ]
    return [row for rows, key, column in facts for row in _unplaced(lake, rows, key, column, limit)]


def _unplaced(lake: Lake, rows: ir.Table, key: str, column: str, limit: int) -> list[Unplaced]:
    import ibis

    totals = rows.group_by("source").aggregate(whole=rows[column].sum())
    names = rows.group_by("source", key, *ATTRIBUTES, "rule").aggregate(weight=rows[column].sum())
    lacking = names.filter(ibis.or_(*(names[name].isnull() for name in ATTRIBUTES)) & (names.weight > 0)).inner_join(
        totals, "source"
    )
    rank = ibis.row_number().over(ibis.window(group_by="source", order_by=[lacking.weight.desc(), lacking[key]]))
    top = lacking.mutate(place=rank)
    found = lake.engine.arrow(top.filter(top.place < limit).order_by("source", "place")).to_pylist()
    return [
        Unplaced(
            r["source"], r[key], int(r["weight"]), float(r["weight"]) / float(r["whole"]),
            tuple(name.removesuffix("_id") for name in ATTRIBUTES if r[name] is None), r["rule"] or "unresolved",
        )
        for r in found
    ]  # fmt: skip


def met(lake: Lake) -> list[Met]:
    """Give what parsing met, by source, the most frequent first."""
    rows = lake.engine.arrow(lake.read(ISSUES)).to_pylist()
    return sorted((Met(**row) for row in rows), key=lambda m: (m.source, -m.n, m.kind))


def slips(lake: Lake) -> list[Slip]:
    """Give the prices that no measure uses because they are off by hundreds from all beside them."""
    from weighbridge.amounts.prices import doubts

    return doubts(lake)


def _spoken(lake: Lake) -> ir.Table:
    """Give each name on a board or a price list with the number of its rows; a source is a namespace of its own."""
    tables = [(table, "model") for table in (SCORES, ABILITIES, RATINGS, RUNS)] + [(PRICES, "offer")]
    first, *others = (lake.read(table).select("source", name=column) for table, column in tables)
    for more in others:
        first = first.union(more)
    rows = first.group_by("source", "name").aggregate(weight=first.count())
    subjects = lake.read(SUBJECTS).select("namespace", "key", *ATTRIBUTES, "rule")
    return rows.left_join(subjects, [rows.source == subjects.namespace, rows.name == subjects.key])


def _identified(lake: Lake, facts: ir.Table, namespace: str, key: str) -> ir.Table:
    names = lake.read(SUBJECTS)
    names = names.filter(names.namespace == namespace).select("key", *ATTRIBUTES, "rule")
    return facts.left_join(names, facts[key] == names.key)
