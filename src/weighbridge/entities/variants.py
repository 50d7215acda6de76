"""Which set of weights a name means: its release, with the size where the release has several."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def with_model(rows: ir.Table) -> ir.Table:
    """Add `model_id` to rows with `release_id`, `own_params` (of a release of one size) and `named_size`.

    A name that states only the total (`qwen3-235b`) means the one mixture of its release with that total, if any.
    """
    import ibis

    size = rows.own_params.isnull().ifelse(rows.named_size, ibis.null(str))
    rows = rows.mutate(size=size, head=size.re_extract(r"^([^-]+)", 1))
    longer = rows.filter(rows["size"].re_search(r"^[^-]+-a[^-]+$") & rows.release_id.notnull())
    longer = longer.group_by("release_id", "head").aggregate(whole=longer["size"].max(), sizes=longer["size"].nunique())
    longer = longer.filter(longer.sizes == 1).drop("sizes")
    rows = rows.left_join(longer, ["release_id", "head"]).drop("release_id_right", "head_right")
    whole = (rows["size"] == rows["head"]).ifelse(rows.whole.coalesce(rows["size"]), rows["size"])
    model = whole.isnull().ifelse(rows.release_id, rows.release_id + "/" + whole)
    return rows.mutate(model_id=model).drop("size", "head", "whole")
