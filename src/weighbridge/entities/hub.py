"""Hub repositories to releases: listed, by the maker's stem, by declared parents, by a repackager's stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities import names, traits

if TYPE_CHECKING:
    import ibis.expr.types as ir

# Copies of copies of finetunes: parents are followed this far; deeper chains stay unresolved and are counted.
MAX_DEPTH = 6


def latest_facts(facts: ir.Table) -> ir.Table:
    """Give one row a repository: for each column the latest value that any source states, the earliest creation day."""
    at = facts.observed_at
    latest = {
        name: facts[name].argmax(at, where=facts[name].notnull())
        for name in ("pipeline_tag", "licence", "params_total", "relation")
    }
    parents = facts.base_models.argmax(at, where=facts.base_models.length() > 0)
    return facts.group_by("repo_id").aggregate(created_on=facts.created_on.min(), base_models=parents, **latest)


def universe(keys: ir.Table, facts: ir.Table) -> ir.Table:
    """Give every repository that rows or parents name, parsed: account, stem, repacked."""
    parents = facts.select(repo_id=facts.base_models.unnest())
    ids = keys.select("repo_id").union(parents).distinct()
    ids = ids.filter(ids.repo_id.notnull() & (ids.repo_id != ""))
    bare = names.bare(ids.repo_id)
    return ids.mutate(account=names.account(ids.repo_id).lower(), stem=names.stem(bare), repacked=names.repacked(bare))


def direct(repos: ir.Table, accounts: ir.Table, stems: ir.Table, listed: ir.Table) -> ir.Table:
    """Add organisation_id and maker_kind of the account, and release_id with its rule where the name itself says it."""
    import ibis

    hub = accounts.filter(accounts.namespace == "hub").drop("namespace")
    exact = listed.filter(listed.namespace == "hub").drop("namespace")
    rows = repos.left_join(hub, "account").drop("account_right")
    rows = rows.mutate(lower_id=rows.repo_id.lower())
    rows = rows.left_join(exact, rows.lower_id == exact.listed_key).drop("listed_key", "lower_id")
    own = stems.rename(own_release="release_id")
    rows = rows.left_join(own, ["organisation_id", "stem"]).drop("organisation_id_right", "stem_right")
    rows = _repackaged(rows, hub, stems)
    rule = ibis.cases(
        (rows.listed_release.notnull(), "listed"),
        (rows.own_release.notnull(), "stem"),
        else_=ibis.null(str),
    )
    return rows.mutate(rule=rule, release_id=rows.listed_release.coalesce(rows.own_release)).drop(
        "listed_release", "own_release"
    )


def _repackaged(rows: ir.Table, hub: ir.Table, stems: ir.Table) -> ir.Table:
    """Add `copied_release`: the only release with this stem, where the name or the account says that it is packaged."""
    single = stems.group_by("stem").aggregate(copied_release=stems.release_id.max(), owners=stems.release_id.nunique())
    single = single.filter(single.owners == 1).drop("owners").rename(copied_stem="stem")
    # Some packagers put the maker's account before the name: `Qwen_Qwen3-8B-GGUF`.
    prefix = names.bare(rows.repo_id).re_extract(r"^([^_]+)_", 1).lower()
    rest = names.stem(names.bare(rows.repo_id).re_replace(r"^[^_]+_", ""))
    known = hub.select(prefix_account="account").distinct()
    rows = rows.mutate(prefix=prefix, rest=rest)
    rows = rows.left_join(known, rows.prefix == known.prefix_account)
    copied_stem = rows.prefix_account.notnull().ifelse(rows.rest, rows.stem)
    packages = rows.repacked | (rows.maker_kind == "repackager").fill_null(False)
    rows = rows.mutate(copied_key=packages.ifelse(copied_stem, None)).drop("prefix", "rest", "prefix_account")
    return rows.left_join(single, rows.copied_key == single.copied_stem).drop("copied_key", "copied_stem")


def through_parents(rows: ir.Table, facts: ir.Table) -> ir.Table:
    """Add `parent_release`: the one release that all declared parents lead to, followed up to MAX_DEPTH steps."""
    edges = facts.select("repo_id", parent=facts.base_models.unnest())
    edges = edges.filter((edges.parent != edges.repo_id) & edges.parent.notnull())
    found = rows.select("repo_id", root=rows.release_id)
    for _ in range(MAX_DEPTH):
        found = _one_step(found, edges)
    return rows.left_join(found, "repo_id").drop("repo_id_right").rename(parent_release="root")


def _one_step(found: ir.Table, edges: ir.Table) -> ir.Table:
    above = found.rename(parent="repo_id", above="root")
    steps = edges.inner_join(above, "parent")
    one = steps.group_by("repo_id").aggregate(
        reached=steps.above.max(), different=steps.above.nunique(), unknown=steps.above.isnull().sum()
    )
    one = one.filter((one.different == 1) & (one.unknown == 0)).select(child="repo_id", reached="reached")
    joined = found.left_join(one, found.repo_id == one.child)
    return joined.select("repo_id", root=joined.root.coalesce(joined.reached))


def settle(rows: ir.Table, facts: ir.Table) -> ir.Table:
    """Decide each repository: whose weights it is (`release_id`) or was built on (`base_release`), and by which rule.

    A declared parent whose relation is `quantized`, or whose child is named as a package, is the same weights.
    """
    import ibis

    rows = rows.left_join(facts, "repo_id").drop("repo_id_right")
    owned = rows.rule.notnull()
    copies = rows.repacked | (rows.maker_kind == "repackager").fill_null(False)
    same = (rows.relation == "quantized").fill_null(False) | (rows.relation.isnull() & copies)
    declared = ~owned & rows.parent_release.notnull()
    repackaged = ~owned & ~declared & rows.copied_release.notnull()
    rule = ibis.cases(
        (owned, rows.rule),
        (declared, "declared_base"),
        (repackaged, "repackaged_stem"),
        (rows.organisation_id.notnull(), "account"),
        else_="unresolved",
    )
    release = ibis.cases(
        (owned, rows.release_id),
        (declared & same, rows.parent_release),
        (repackaged, rows.copied_release),
        else_=ibis.null(str),
    )
    return rows.mutate(
        rule=rule,
        release_id=release,
        base_release=(declared & ~same).ifelse(rows.parent_release, None),
        copy=~owned & release.notnull(),
        stated_field=traits.field(rows.pipeline_tag),
        stated_openness=traits.openness(rows.licence),
    )
