"""Of rows that speak of one thing, the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ibis.expr.types as ir

_PLACE = "place_within_key"


def newest(rows: ir.Table, by: str | Sequence[str], order: Sequence[ir.Value | str]) -> ir.Table:
    """Keep of each `by` the row that is first in `order`, which says what is newest and breaks every tie."""
    import ibis

    ranked = rows.mutate(ibis.row_number().over(ibis.window(group_by=by, order_by=order)).name(_PLACE))
    return ranked.filter(ranked[_PLACE] == 0).drop(_PLACE)
