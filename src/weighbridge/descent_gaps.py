"""What is missing in descent: statements that no line follows, parents renamed, parents that nothing lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.schema import DERIVATIVES, DOWNLOADS, LEFT_OUT, LINEAGE

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.lake import Lake

RENAMED = "renamed"


@dataclass(frozen=True)
class Odd:
    """Statements of one oddity: a reason of LEFT_OUT, or RENAMED, whose parent was followed under its name today."""

    what: str
    n: int
    child: str
    parent: str
    known_as: str


@dataclass(frozen=True)
class Unlisted:
    """A parent that no source lists, by its name today, and how many repositories state it."""

    parent: str
    n: int


@dataclass(frozen=True)
class Unknown:
    """Parents that no source lists: how many, statements of them, and those most named."""

    parents: int
    statements: int
    most_named: tuple[Unlisted, ...]


def odd(lake: Lake) -> list[Odd]:
    """Give the oddities that the lake holds, with an example each."""
    rows = lake.read(LINEAGE)
    renamed = rows.filter(rows.left_out.isnull() & (rows.parent != rows.known_as))
    found = {RENAMED: _counted(lake, renamed)}
    found |= {reason: _counted(lake, rows.filter(rows.left_out == reason)) for reason in LEFT_OUT}
    return [Odd(what, **row) for what, row in found.items() if row["n"]]


def _counted(lake: Lake, rows: ir.Table) -> dict[str, Any]:
    """Count rows, with the first by name as the example."""
    first = rows.order_by("child", "parent").limit(1).select("child", "parent", "known_as")
    n = lake.engine.arrow(rows.aggregate(n=rows.count())).column("n")[0].as_py()
    examples = lake.engine.arrow(first).to_pylist()
    return {"n": n, **(examples[0] if examples else {})}


def unknown(lake: Lake, limit: int = 20) -> Unknown:
    """Give the parents that lines of descent end at though no source lists them, the most named first."""
    rows = lake.read(LINEAGE)
    rows = rows.filter(rows.left_out.isnull())
    for table in (DERIVATIVES, DOWNLOADS):
        listed = lake.read(table).select("repo_id").distinct()
        rows = lake.engine.hold(rows.anti_join(listed, [("known_as", "repo_id")]))
    named = rows.group_by(parent="known_as").aggregate(n=rows.child.nunique())
    found = lake.engine.arrow(named.order_by(named.n.desc(), "parent")).to_pylist()
    return Unknown(len(found), sum(row["n"] for row in found), tuple(Unlisted(**row) for row in found[:limit]))
