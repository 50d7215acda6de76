"""Derivatives summed in the engine: by month, part of the accounts, base's group and state of the repository."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weighbridge.amounts.derivatives import BASE, EVERY_MONTH, FIELDS, PARTS, PER_RELATION, STATES
from weighbridge.errors import UsageError
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.lake import Lake

GROUPINGS = {"country": "country", "organisation": "organisation_id", "family": "family_id", "openness": "openness"}
WHICH = {"ultimate": "root", "nearest": "nearest"}
OF = ("source", "basis", "month", "part")


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
    made: dict[object, object] = field(default_factory=dict)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> DerivativeRows:
    """Ask for the derivatives of one grouping; UsageError for a filter that is no attribute of a base."""
    engine = lake.engine
    rows = _stated(_by_basis(lake.need(DERIVATIVES)))
    grouped = {base: _grouped(rows, which, by, where) for base, which in WHICH.items()}
    assert set(grouped) == set(BASE.names())  # noqa: S101 - both are ours
    ends = rows.select("source", "end").distinct()
    return DerivativeRows(
        lines={base: engine.arrow(_lines(of)) for base, of in grouped.items()},
        accounts={base: engine.arrow(_accounts(of.filter(of.depth > 0), "group")) for base, of in grouped.items()},
        everyone={base: engine.arrow(_accounts(of)) for base, of in grouped.items()},
        ends=engine.arrow(ends),
    )


def _by_basis(rows: ir.Table) -> ir.Table:
    """Give the rows of each basis whole: with evidence, those stated count too where it does not supersede them."""
    import ibis

    stated, more = rows.filter(rows.basis == "stated"), rows.filter(rows.basis == "with_evidence")
    kept = stated.filter(~stated.superseded & (more.count().as_scalar() > 0))
    return ibis.union(stated, more, kept.mutate(basis=ibis.literal("with_evidence")))


def _stated(rows: ir.Table) -> ir.Table:
    """Add month, part, account and state; keep the months in which a listing shows new models."""
    newest = rows.group_by("source").aggregate(end=rows.observed_on.max())
    rows = rows.inner_join(newest, "source")
    month = rows.created_on.truncate("M")
    rows = rows.filter(month.notnull() & (rows.source.isin(EVERY_MONTH) | (month == rows.end.truncate("M"))))
    account = rows.repo_id.re_extract(r"^([^/]*)/", 1)
    relation = rows.relation.fill_null(STATES[-1]).cases(*((word, i) for i, word in enumerate(STATES)))
    field = rows.field.fill_null("unknown").cases(
        *((word, i) for i, word in enumerate(FIELDS) if word != "other"), else_=FIELDS.index("other")
    )
    used = (rows.downloads_30d > 5).fill_null(False).cast("int64")  # noqa: PLR2004 - the published line
    return rows.mutate(
        month=rows.created_on.truncate("M"),
        account=account,
        part=_part(account),
        state=relation.cast("int64") * PER_RELATION + field * 2 + used,
    )


def _part(account: ir.StringValue) -> ir.IntegerValue:
    """Deal accounts into PARTS by two hexadecimal digits of their name's digest: the same on every engine and day."""
    digest = account.hexdigest("md5")
    return (_digit(digest.substr(0, 1)) * 16 + _digit(digest.substr(1, 1))) % PARTS


def _digit(sign: ir.StringValue) -> ir.IntegerValue:
    import ibis

    return ibis.literal("0123456789abcdef").find(sign)


def _grouped(rows: ir.Table, which: str, by: str, where: Mapping[str, str]) -> ir.Table:
    """Give one row for each repository and group of a base; a filter on bases makes the others' group unknown."""
    known = {name: rows[f"{which}_{column}"] for name, column in GROUPINGS.items()}
    sure = rows.depth > 0
    for name, value in where.items():
        if name not in known:
            raise UsageError(f"cannot filter by {name!r}", then=f"choose one of {', '.join(known)}")
        rows = rows.filter((rows.depth == 0) | (known[name] == value) | known[name].isnull())
        sure = sure & known[name].notnull()
    rows = rows.mutate(group=sure.ifelse(known[by], None))
    keys = [*OF, "repo_id", "account", "state", "downloads_30d", "group"]
    return rows.group_by(keys).aggregate(weight=rows.weight.sum(), depth=rows.depth.max())


def _lines(rows: ir.Table) -> ir.Table:
    used = rows.downloads_30d.fill_null(0)
    return rows.group_by([*OF, "group", "state"]).aggregate(
        fractional=rows.weight.sum(),
        whole=rows.count().cast("float64"),
        fractional_downloads=(rows.weight * used).sum(),
        whole_downloads=used.sum().cast("float64"),
        uncounted=rows.downloads_30d.isnull().sum(),
    )


def _accounts(rows: ir.Table, *more: str) -> ir.Table:
    """Count accounts by the set of states that their repositories are in, a bit each."""
    import ibis

    keys = [*OF, *more]
    bit = ibis.literal(1, "int64") << rows.state
    each = rows.mutate(bit=bit).group_by([*keys, "account"]).aggregate(states=lambda t: t.bit.bit_or())
    return each.group_by([*keys, "states"]).aggregate(n=each.count())
