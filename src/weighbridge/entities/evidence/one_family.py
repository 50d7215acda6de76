"""A parent by a mark: what a child bears and the bases of one family bear, and those of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine


def newest(rows: ir.Table, columns: list[str]) -> ir.Table:
    """Give (repo_id, *columns) of the newest row of each repository; of two at one instant, the first source's."""
    import ibis

    newest_first = ibis.window(group_by="repo_id", order_by=[rows.observed_at.desc(), rows.source])
    rows = rows.mutate(place=ibis.row_number().over(newest_first))
    return rows.filter(rows.place == 0).select("repo_id", *columns)


def of_one_family(engine: Engine, marks: ir.Table, children: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (child, parent) of `children` (repo_id, created_on) that bear a mark of `bases`; `marks`: repo_id, mark.

    `bases`: repo_id, created_on, own, family. Of those with the mark the parent is a release's own repository before
    others, then the oldest: the mark tells families apart, not their members. A mark of two families says nothing, nor
    does a child with marks of two. A base that is younger than the child is none.
    """
    marks = engine.table(engine.arrow(marks.distinct()))
    meant = engine.table(engine.arrow(_meant(marks.inner_join(bases, "repo_id"))))
    met = marks.inner_join(children, "repo_id").inner_join(meant, "mark")
    met = met.filter((met.parent != met.repo_id) & (met.parent_created <= met.created_on).fill_null(True))
    one = met.group_by(child="repo_id").aggregate(parent=met.parent.min(), families=met.family.nunique())
    return one.filter(one.families == 1).select("child", "parent")


def _meant(borne: ir.Table) -> ir.Table:
    """Give (mark, family, parent, parent_created) of each mark that one family bears."""
    import ibis

    of = ibis.window(group_by="mark")
    first = ibis.window(
        group_by="mark", order_by=[borne.own.desc(), borne.created_on.asc(nulls_first=False), borne.repo_id]
    )
    rows = borne.mutate(
        place=ibis.row_number().over(first), low=borne.family.min().over(of), high=borne.family.max().over(of)
    )
    rows = rows.filter((rows.place == 0) & (rows.low == rows.high))
    return rows.select("mark", "family", parent="repo_id", parent_created="created_on")
