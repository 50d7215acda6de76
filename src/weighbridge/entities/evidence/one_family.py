"""A parent by a mark: what a child bears and the bases of one family bear, and those of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.newest import newest

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine


def last_stated(rows: ir.Table, columns: list[str]) -> ir.Table:
    """Give (repo_id, *columns) of the newest row of each repository; of two at one instant, the first source's."""
    return newest(rows, "repo_id", [rows.observed_at.desc(), rows.source]).select("repo_id", *columns)


def of_one_family(engine: Engine, marks: ir.Table, children: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (child, parent) of `children` (repo_id, created_on) that bear a mark of `bases`; `marks`: repo_id, mark.

    `bases`: repo_id, created_on, own, family. Of those with the mark the parent is a release's own repository before
    others, then the oldest: the mark tells families apart, not their members. A mark of two families says nothing, nor
    does a child with marks of two. A base that is younger than the child is none.
    """
    marks = engine.hold(marks.distinct())
    meant = engine.hold(_meant(marks.inner_join(bases, "repo_id")))
    met = marks.inner_join(children, "repo_id").inner_join(meant, "mark")
    met = met.filter((met.parent != met.repo_id) & (met.parent_created <= met.created_on).fill_null(True))
    one = met.group_by(child="repo_id").aggregate(parent=met.parent.min(), families=met.family.nunique())
    return one.filter(one.families == 1).select("child", "parent")


def _meant(borne: ir.Table) -> ir.Table:
    """Give (mark, family, parent, parent_created) of each mark that one family bears."""
    import ibis

    of = ibis.window(group_by="mark")
    rows = borne.mutate(low=borne.family.min().over(of), high=borne.family.max().over(of))
    rows = rows.filter(rows.low == rows.high)
    rows = newest(rows, "mark", [rows.own.desc(), rows.created_on.asc(nulls_first=False), rows.repo_id])
    return rows.select("mark", "family", parent="repo_id", parent_created="created_on")
