"""What an undeclared parent may be: repositories of known family, those of a release itself before others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.entities import names

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine

# How `subjects` knows that a repository is a release's own: not by what somebody states of its parents.
OWN = ("listed", "stem")


@dataclass(frozen=True)
class Stated:
    """What is known without evidence, as tables.

    `facts`, `configurations`, `subjects`, `roots`: as in the schema. `edges`: child, parent of every statement of
    descent, parents by the names that they have today.
    """

    facts: ir.Table
    configurations: ir.Table
    subjects: ir.Table
    edges: ir.Table
    roots: ir.Table


def families(stated: Stated) -> ir.Table:
    """Give (repo_id, family): where all lines of descent of a repository end; none where two ends are known, or none.

    The end of a line may itself be a release that was built on another family: that family counts.
    """
    hub = stated.subjects.filter(stated.subjects.namespace == "hub")
    known = hub.select(root="key", family=hub.base_family_id.coalesce(hub.family_id))
    lines = stated.roots.select("repo_id", "root").left_join(known, "root")
    ends = lines.group_by("repo_id").aggregate(
        family=lines.family.max(), ends=lines.family.nunique(), unknown=lines.family.isnull().any()
    )
    ends = ends.filter((ends.ends == 1) & ~ends.unknown).select("repo_id", "family")
    # What nothing lists has no lines: the name alone says what it is.
    alone = known.filter(known.family.notnull()).rename(repo_id="root")
    return ends.union(alone.anti_join(stated.roots, "repo_id"))


def bases(engine: Engine, stated: Stated) -> ir.Table:
    """Give (repo_id, created_on, own, family) of every repository that may be taken for a parent."""
    own = _own(stated.subjects).mutate(own=True)
    others = stated.edges.select(repo_id="parent").distinct().anti_join(own, "repo_id").mutate(own=False)
    rows = own.union(others).inner_join(families(stated), "repo_id")
    return engine.hold(_dated(rows, stated.facts))


def children(engine: Engine, stated: Stated) -> ir.Table:
    """Give (repo_id, created_on) of every repository that is listed, states no parent, and is no release's own.

    A release's own copies in another format are children too.
    """
    rows = stated.facts.select("repo_id").distinct().anti_join(stated.edges, [("repo_id", "child")])
    rows = rows.anti_join(_own(stated.subjects), "repo_id")
    return engine.hold(_dated(rows, stated.facts))


def releases(engine: Engine, stated: Stated) -> ir.Table:
    """Give (repo_id, created_on) of every release's own repository that is listed and states no parent."""
    rows = _own(stated.subjects).anti_join(stated.edges, [("repo_id", "child")])
    rows = rows.semi_join(stated.facts, "repo_id")
    return engine.hold(_dated(rows, stated.facts))


def not_of_copies(stated: Stated, found: ir.Table) -> ir.Table:
    """Leave out of `found` (child, parent, ...) what has a release's own repository descend from another's copy of it.

    A maker may put out `X-BF16` alone, and others name a copy of it `X`: its name then stands in that of the original.
    """
    hub = stated.subjects.filter((stated.subjects.namespace == "hub") & stated.subjects.release_id.notnull())
    own = hub.filter(hub.rule.isin(OWN) & ~hub["copy"]).select(child="key", of="release_id")
    copies = hub.filter(hub["copy"]).select(parent="key", of="release_id")
    turned = found.inner_join(own, "child").inner_join(copies, ["parent", "of"]).select("child", "parent")
    return found.anti_join(turned, ["child", "parent"])


def _own(subjects: ir.Table) -> ir.Table:
    rows = subjects.filter((subjects.namespace == "hub") & subjects.rule.isin(OWN) & ~subjects["copy"])
    return rows.filter(~names.repacked(names.bare(rows.key))).select(repo_id="key")


def _dated(rows: ir.Table, facts: ir.Table) -> ir.Table:
    first = facts.group_by("repo_id").aggregate(created_on=facts.created_on.min())
    return rows.left_join(first, "repo_id").drop("repo_id_right")
