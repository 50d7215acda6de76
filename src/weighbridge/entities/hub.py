"""Hub repositories to releases: listed, by the maker's stem, by declared parents, by a repackager's stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities import names, traits

if TYPE_CHECKING:
    from collections.abc import Callable

    import ibis.expr.types as ir

# Copies of copies of finetunes: parents are followed this far; deeper chains stay unresolved and are counted.
MAX_DEPTH = 6


def latest_facts(facts: ir.Table) -> ir.Table:
    """Give one row a repository: for each column the latest value that any source states, the earliest creation day."""
    names = ("pipeline_tag", "licence", "params_total", "relation")
    latest = {name: _latest(facts, name, facts[name].notnull()) for name in names}
    parents = _latest(facts, "base_models", facts.base_models.length() > 0)
    return facts.group_by("repo_id").aggregate(created_on=facts.created_on.min(), base_models=parents, **latest)


def _latest(facts: ir.Table, name: str, stated: ir.BooleanValue) -> ir.Value:
    """Give the latest value that is `stated`; of two at one instant, in whatever order they are read, the greater."""
    import ibis

    return ibis.struct({"at": facts.observed_at, "value": facts[name]}).max(where=stated)["value"]


def universe(keys: ir.Table, facts: ir.Table) -> ir.Table:
    """Give every repository that rows or parents name, parsed: account, repacked."""
    parents = facts.select(repo_id=facts.base_models.unnest())
    ids = keys.select("repo_id").union(parents).distinct()
    ids = ids.filter(ids.repo_id.notnull() & (ids.repo_id != ""))
    return ids.mutate(account=names.account(ids.repo_id).lower(), repacked=names.repacked(names.bare(ids.repo_id)))


def direct(repos: ir.Table, accounts: ir.Table, stems: ir.Table, listed: ir.Table) -> ir.Table:
    """Add organisation_id and maker_kind of the account, and release_id with its rule where the name itself says it.

    `copied_release`: of a name that says it is packaged, or that a packager gave, the only release with its stem.
    """
    import ibis

    hub = accounts.filter(accounts.namespace == "hub").drop("namespace")
    exact = listed.filter(listed.namespace == "hub").drop("namespace")
    rows = repos.left_join(hub, "account").drop("account_right")
    rows = rows.mutate(lower_id=rows.repo_id.lower(), copies=copies(rows))
    rows = rows.left_join(exact, rows.lower_id == exact.listed_key).drop("listed_key", "lower_id")
    rows = _with_stems(rows, hub)
    own = stems.rename(own_release="release_id")
    rows = rows.left_join(own, ["organisation_id", "stem"]).drop("organisation_id_right", "stem_right")
    rows = rows.left_join(_single(stems), "copied_stem").drop("copied_stem", "copied_stem_right", "stem")
    rule = ibis.cases(
        (rows.listed_release.notnull(), "listed"),
        (rows.own_release.notnull(), "stem"),
        else_=ibis.null(str),
    )
    return rows.mutate(rule=rule, release_id=rows.listed_release.coalesce(rows.own_release)).drop(
        "listed_release", "own_release", "account", "copies"
    )


def copies(rows: ir.Table) -> ir.BooleanValue:
    """Say whether a name, or whose account it is in, says that the weights are another's."""
    return rows.repacked | (rows.maker_kind == "repackager").fill_null(False)


def _with_stems(rows: ir.Table, hub: ir.Table) -> ir.Table:
    """Add `stem` where the maker is known, `copied_stem` where `copies`: what no table is asked for is not worked out.

    Some packagers put the maker's account before the name: `Qwen_Qwen3-8B-GGUF`.
    """
    bare = names.bare(rows.repo_id)
    prefix = bare.contains("_").ifelse(bare.split("_")[0].lower(), None)
    known = hub.select(prefix_account="account").distinct()
    rows = rows.mutate(prefix=rows.copies.ifelse(prefix, None))
    rows = rows.left_join(known, rows.prefix == known.prefix_account).drop("prefix")
    bare = names.bare(rows.repo_id)
    stem = names.stem((rows.organisation_id.notnull() | rows.copies).ifelse(bare, None))
    rest = names.stem(rows.prefix_account.notnull().ifelse(bare.re_replace(r"^[^_]+_", ""), None))
    return rows.mutate(stem=stem, copied_stem=rows.copies.ifelse(rest.coalesce(stem), None)).drop("prefix_account")


def _single(stems: ir.Table) -> ir.Table:
    """Give (copied_stem, copied_release) of each stem that one release alone has."""
    single = stems.group_by(copied_stem="stem").aggregate(
        copied_release=stems.release_id.max(), owners=stems.release_id.nunique()
    )
    return single.filter(single.owners == 1).drop("owners")


def through_parents(rows: ir.Table, facts: ir.Table, keep: Callable[[ir.Table], ir.Table]) -> ir.Table:
    """Add `parent_release`: the one release that all declared parents lead to, followed up to MAX_DEPTH steps.

    `keep` runs a step once: what is known grows, and only those that wait for it are carried on.
    """
    edges = facts.select("repo_id", parent=facts.base_models.unnest())
    edges = edges.filter((edges.parent != edges.repo_id) & edges.parent.notnull())
    known = keep(rows.filter(rows.release_id.notnull()).select("repo_id", root="release_id"))
    # Nothing is known of a parent without a name.
    waiting = keep(edges.filter(edges.parent != "").anti_join(known, "repo_id"))
    for _ in range(MAX_DEPTH):
        reached = keep(_one_step(waiting, known))
        known = keep(known.union(reached))
        waiting = keep(waiting.anti_join(reached, "repo_id"))
    return rows.left_join(known, "repo_id").drop("repo_id_right").rename(parent_release="root")


def _one_step(waiting: ir.Table, known: ir.Table) -> ir.Table:
    """Give (repo_id, root) of those that wait of whose parents every one leads to one release."""
    above = known.rename(parent="repo_id", above="root")
    steps = waiting.left_join(above, "parent")
    one = steps.group_by("repo_id").aggregate(
        root=steps.above.max(), different=steps.above.nunique(), unknown=steps.above.isnull().sum()
    )
    return one.filter((one.different == 1) & (one.unknown == 0)).select("repo_id", "root")


def settle(rows: ir.Table, facts: ir.Table) -> ir.Table:
    """Decide each repository: whose weights it is (`release_id`) or was built on (`base_release`), and by which rule.

    A declared parent whose relation is `quantized`, or whose child is named as a package, is the same weights.
    """
    import ibis

    rows = rows.left_join(facts, "repo_id").drop("repo_id_right")
    owned = rows.rule.notnull()
    same = (rows.relation == "quantized").fill_null(False) | (rows.relation.isnull() & copies(rows))
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
