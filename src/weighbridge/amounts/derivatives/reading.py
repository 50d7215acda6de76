"""Derivatives summed in the engine: by period, part of the accounts, base's group and state of the repository."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from weighbridge.amounts.derivatives import BASE
from weighbridge.amounts.derivatives.rows import WHICH, Scope, grouped, lines

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.lake import Lake

OF = ("source", "basis", "month", "part")
# What is summed is up to 1e17 downloads in millionths: whole numbers of 64 bits end at 9e12 of them.
WHOLE = "decimal(38, 0)"


@dataclass(frozen=True)
class DerivativeRows:
    """By base (`ultimate`, `nearest`): `lines` with OF, group, state, line (fraction, whole, downloads, ...).

    `accounts`: OF, group, states (a bit for each state that repositories of one account are in), n accounts;
    `everyone`: the same without groups. A null group with a parent is not known; `ends`: source to its newest day.
    `made` keeps what counting makes of them.
    """

    lines: Mapping[str, pa.Table]
    accounts: Mapping[str, pa.Table]
    everyone: Mapping[str, pa.Table]
    ends: pa.Table
    made: dict[object, object] = field(default_factory=dict, compare=False)

    @cached_property
    def listings(self) -> frozenset[str]:
        """The listings that the lake holds."""
        return frozenset(self.ends.column("source").to_pylist())


def read(lake: Lake, by: str, where: Mapping[str, str], scope: Scope = "new") -> DerivativeRows:
    """Ask for the derivatives of one grouping; UsageError for a filter that is no attribute of a base."""
    engine = lake.engine
    rows = lines(lake, scope)
    of_base = {base: _repositories(grouped(rows, which, by, where)) for base, which in WHICH.items()}
    assert set(of_base) == set(BASE.names())  # noqa: S101 - both are ours
    ends = rows.select("source", "end").distinct()
    return DerivativeRows(
        lines={base: engine.ordered(_lines(of)) for base, of in of_base.items()},
        accounts={base: engine.ordered(_accounts(of.filter(of.depth > 0), "group")) for base, of in of_base.items()},
        everyone={base: engine.ordered(_accounts(of)) for base, of in of_base.items()},
        ends=engine.ordered(ends),
    )


def _repositories(rows: ir.Table) -> ir.Table:
    """Give one row for each repository and group of a base."""
    keys = [*OF, "repo_id", "account", "state", "downloads_30d", "group"]
    return rows.group_by(keys).aggregate(weight=rows.weight.sum(), depth=rows.depth.max())


def _lines(rows: ir.Table) -> ir.Table:
    used = rows.downloads_30d.fill_null(0)
    return rows.group_by([*OF, "group", "state"]).aggregate(
        fractional=summed(rows.weight, 2**40),
        whole=rows.count().cast("float64"),
        fractional_downloads=summed(rows.weight * used, 2**20),
        whole_downloads=used.sum().cast("float64"),
        uncounted=rows.downloads_30d.isnull().sum(),
    )


def summed(fractions: ir.FloatingValue, one: int) -> ir.FloatingScalar:
    """Sum fractions as whole numbers of `one`: sums of binary fractions differ by the order of the rows."""
    return (fractions * one).cast(WHOLE).sum().cast("float64") / one


def _accounts(rows: ir.Table, *more: str) -> ir.Table:
    """Count accounts by the set of states that their repositories are in, a bit each."""
    import ibis

    keys = [*OF, *more]
    bit = ibis.literal(1, "int64") << rows.state
    each = rows.mutate(bit=bit).group_by([*keys, "account"]).aggregate(states=lambda t: t.bit.bit_or())
    return each.group_by([*keys, "states"]).aggregate(n=each.count())
