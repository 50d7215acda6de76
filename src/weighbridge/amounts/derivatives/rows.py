"""Lines of descent with what is asked of them: basis, period, part of the accounts, state, and group of the base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from weighbridge.amounts.derivatives import EVERY_MONTH, FIELDS, PARTS, PER_RELATION, STATES
from weighbridge.amounts.derivatives.stock import LISTING
from weighbridge.errors import UsageError
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine
    from weighbridge.lake import Lake

GROUPINGS = {"country": "country", "organisation": "organisation_id", "family": "family_id", "openness": "openness"}
WHICH = {"ultimate": "root", "nearest": "nearest"}
# By month of creation, where a listing shows all of a month; or of all months: what still stands, what ever stood.
Scope = Literal["new", "standing", "ever"]


def lines(lake: Lake, scope: Scope) -> ir.Table:
    """Give `derivatives` of the lists that measures count with `end`, `month`, `account`, `part` and `state`.

    `end` is the newest day of the source. `month` is the first day of the month of creation; where the scope is of all
    months, the end, and then what has no parent is left out.
    """
    return _scoped(lake.once(DERIVATIVES, _prepared, LISTING.names()), scope)


def _prepared(engine: Engine, rows: ir.Table) -> ir.Table:
    """Make what every measure and grouping asks of, once for a lake."""
    rows = _by_basis(rows)
    newest = rows.group_by("source").aggregate(end=rows.observed_on.max())
    return engine.keep(_stated(rows.inner_join(newest, "source")))


def _by_basis(rows: ir.Table) -> ir.Table:
    """Give the rows of each basis whole: with evidence, those stated count too where it does not supersede them."""
    import ibis

    more = rows.basis == "with_evidence"
    bases = ibis.cases(
        (more, ibis.array(["with_evidence"])),
        (rows.superseded, ibis.array(["stated"])),
        else_=ibis.array(["stated", "with_evidence"]),
    )
    return rows.mutate(basis=bases.unnest())


def _scoped(rows: ir.Table, scope: Scope) -> ir.Table:
    if scope == "new":
        rows = rows.mutate(month=rows.created_on.truncate("M"))
        shown = rows.source.isin(EVERY_MONTH) | (rows.month == rows.end.truncate("M"))
        return rows.filter(rows.month.notnull() & shown)
    rows = rows.filter(rows.depth > 0).mutate(month=rows.end)
    return rows.filter(~gone(rows)) if scope == "standing" else rows


def gone(rows: ir.Table) -> ir.BooleanValue:
    """Say what the listing marks as removed or, where it lists the whole Hub, lists no more; `end` stands in `rows`."""
    unlisted = rows.source.isin(EVERY_MONTH) & (rows.observed_on < rows.end)
    return rows.removed.fill_null(False) | unlisted


def _stated(rows: ir.Table) -> ir.Table:
    account = rows.repo_id.re_extract(r"^([^/]*)/", 1)
    relation = rows.relation.fill_null(STATES[-1]).cases(*((word, i) for i, word in enumerate(STATES)))
    field = rows.field.fill_null("unknown").cases(
        *((word, i) for i, word in enumerate(FIELDS) if word != "other"), else_=FIELDS.index("other")
    )
    used = (rows.downloads_30d > 5).fill_null(False).cast("int64")  # noqa: PLR2004 - the published line
    state = relation.cast("int64") * PER_RELATION + field * 2 + used
    return rows.mutate(account=account, part=_part(account), state=state)


def _part(account: ir.StringValue) -> ir.IntegerValue:
    """Deal accounts into PARTS by two hexadecimal digits of their name's digest: the same on every engine and day."""
    digest = account.hexdigest("md5")
    return (_digit(digest.substr(0, 1)) * 16 + _digit(digest.substr(1, 1))) % PARTS


def _digit(sign: ir.StringValue) -> ir.IntegerValue:
    import ibis

    return ibis.literal("0123456789abcdef").find(sign)


def grouped(rows: ir.Table, which: str, by: str, where: Mapping[str, str]) -> ir.Table:
    """Add the `group` of the base in column `which` (`root`, `nearest`); null where it is not known.

    A filter on bases makes the group unknown where it is not known whether the base passes. UsageError for a filter
    that is no attribute of a base.
    """
    known = {name: rows[f"{which}_{column}"] for name, column in GROUPINGS.items()}
    sure = rows.depth > 0
    for name, value in where.items():
        if name not in known:
            raise UsageError(f"cannot filter by {name!r}", then=f"choose one of {', '.join(known)}")
        rows = rows.filter((rows.depth == 0) | (known[name] == value) | known[name].isnull())
        sure = sure & known[name].notnull()
    return rows.mutate(group=sure.ifelse(known[by], None))
