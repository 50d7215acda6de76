"""Statements of descent between Hub repositories, as a graph: the newest of each repository, renamed parents found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities import names
from weighbridge.newest import newest

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine


def listed(facts: ir.Table) -> ir.Table:
    """Give (repo_id, created_on) of every repository that a source lists, the earliest day that any states."""
    return facts.group_by("repo_id").aggregate(created_on=facts.created_on.min())


def last_read(facts: ir.Table) -> ir.Table:
    """Give (repo_id, source, stated_on) of the newest reading of every repository."""
    rows = newest(facts, "repo_id", [facts.observed_at.desc(), facts.source])
    return rows.select("repo_id", "source", stated_on="observed_on")


def stated(facts: ir.Table) -> ir.Table:
    """Give (child, parent, relation, known_by, source, stated_on) of the newest statement of each repository.

    One statement alone: two sources that name one parent before and after its renaming are no merge.
    """
    stating = facts.filter(facts.base_models.length() > 0)
    # One reading may list a repository twice; what its card declares goes before what the Hub made of it.
    same = [stating.inferred_models.length().fill_null(0), stating.base_models.desc(), stating.relation]
    rows = newest(stating, "repo_id", [stating.observed_at.desc(), stating.source, *same])
    rows = rows.mutate(parent=rows.base_models.unnest())
    by_hub = rows.inferred_models.contains(rows.parent).fill_null(False)
    return rows.select(
        "parent",
        "source",
        child="repo_id",
        relation=rows.relation.fill_null("unspecified"),
        known_by=by_hub.ifelse("hub_inferred", "declared"),
        stated_on="observed_on",
    ).distinct()


def renames(engine: Engine, parents: ir.Table, repos: ir.Table, accounts: ir.Table) -> ir.Table:
    """Give (old, new) of each name in `parents` (parent) that nothing in `repos` (repo_id) bears any more.

    It is the same repository where one of that name, whatever the case of its letters, is listed under the same
    account, or under another account of the same maker in `accounts`; where two are, none is taken.
    """
    gone = parents.select(old="parent").distinct().anti_join(repos, [("old", "repo_id")])
    # Ibis takes two joins with one table for one: the parts are run apart.
    gone, kept = (
        engine.hold(_owned(rows, column, accounts))
        for rows, column in ((gone, "old"), (repos.select(new="repo_id"), "new"))
    )
    found = gone.inner_join(kept, ["name", "owner"])
    found = found.group_by("old").aggregate(new=found.new.max(), ways=found.count())
    return found.filter(found.ways == 1).select("old", "new")


def _owned(repos: ir.Table, column: str, accounts: ir.Table) -> ir.Table:
    """Add `name`, folded, and `owner`: the maker whose account it is, else the account."""
    makers = accounts.filter((accounts.namespace == "hub") & (accounts.maker_kind == "maker"))
    makers = makers.select(maker_account="account", maker="organisation_id")
    account = names.account(repos[column]).lower()
    rows = repos.mutate(name=names.bare(repos[column]).lower(), account=account)
    rows = rows.left_join(makers, rows.account == makers.maker_account)
    # No account has a slash, so no account is taken for a maker.
    return rows.select(column, "name", owner=rows.maker.concat("/").coalesce(rows.account))
