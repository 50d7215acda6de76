"""Lines of descent with what the licence of the ancestor says of the licence of the descendant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.amounts.derivatives.reading import summed
from weighbridge.amounts.derivatives.rows import WHICH, grouped, lines
from weighbridge.newest import newest
from weighbridge.schema import DERIVATIVES, LICENCE_PAIRS, LICENCES, RELEASES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.lake import Lake

# The ancestor's text allows the descendant's licence, or does not; it allows any, and the descendant's is not known; it
# does not decide, or the descendant's is not known; the ancestor's is not known.
VERDICTS = ("allowed", "not_allowed", "any", "undecided", "unknown")
OF = ("source", "month", "part", "group", "state", "verdict")


@dataclass(frozen=True)
class TermsRows:
    """By ancestor (`ultimate`, `nearest`): OF, `fraction` of lines of descent, and `repos`, each repository once.

    A repository whose lines have several verdicts counts at the first of them in VERDICTS. A null group is not known;
    `ends`: source to its newest day.
    """

    lines: Mapping[str, pa.Table]
    ends: pa.Table


def read(lake: Lake, by: str, where: Mapping[str, str]) -> TermsRows:
    """Ask for new derivatives by verdict; UsageError for a filter that is no attribute of a base."""
    engine = lake.engine
    rows = lines(lake, "new")
    ends = engine.ordered(rows.select("source", "end").distinct())
    licences = lake.need(LICENCES)
    licences = licences.filter(licences.kind != "unknown")
    stated = engine.hold(_of_repositories(lake, licences))
    own = licences.select(own_tag="tag", own_id="licence_id")
    rows = rows.filter((rows.basis == "stated") & (rows.depth > 0))
    rows = rows.left_join(own, rows.licence.lower() == own.own_tag)
    rows = engine.hold(rows)
    found = {
        base: engine.ordered(_summed(_judged(lake, grouped(rows, which, by, where), stated, which)))
        for base, which in WHICH.items()
    }
    return TermsRows(found, ends)


def _of_repositories(lake: Lake, licences: ir.Table) -> ir.Table:
    """Give (repo, of_repo, any_terms): the licence of each repository whose terms are known.

    It is that of the newest tag that a source states of it; where that names no text that is known, or none is stated,
    it is the one that the maker's release is under.
    """
    tags = _newest_tags(lake).union(_released(lake))
    rows = tags.inner_join(licences.select("tag", "licence_id", "allows_any"), "tag")
    return rows.group_by("repo").aggregate(
        of_repo=rows.licence_id.argmin(rows.place), any_terms=rows.allows_any.argmin(rows.place)
    )


def _newest_tags(lake: Lake) -> ir.Table:
    """Give (repo, tag, place) of the newest tag that a source states of each repository."""
    import ibis

    rows = lake.need(DERIVATIVES)
    rows = rows.filter(rows.licence.notnull()).select("repo_id", "source", "observed_on", "licence").distinct()
    rows = newest(rows, "repo_id", [rows.observed_on.desc(), rows.source])
    return rows.select(repo="repo_id", tag=rows.licence.lower(), place=ibis.literal(0))


def _released(lake: Lake) -> ir.Table:
    """Give (repo, tag, place) of repositories that are a release's weights, or a copy of them."""
    import ibis

    names, releases = lake.names("hub"), lake.read(RELEASES)
    names = names.select("key", "release_id")
    releases = releases.select("release_id", "licence")
    rows = names.inner_join(releases, "release_id")
    return rows.select(repo="key", tag=rows.licence.lower(), place=ibis.literal(1))


def _judged(lake: Lake, rows: ir.Table, stated: ir.Table, which: str) -> ir.Table:
    """Add the `verdict`, as its place in VERDICTS, of the ancestor in column `which`."""
    import ibis

    pairs = lake.need(LICENCE_PAIRS)
    rows = rows.left_join(stated, rows[which] == stated.repo).drop("repo")
    rows = rows.left_join(pairs, [rows.of_repo == pairs.ancestor_id, rows.own_id == pairs.descendant_id])
    verdict = ibis.cases(
        (rows.of_repo.isnull(), VERDICTS.index("unknown")),
        (rows.allowed.fill_null(False), VERDICTS.index("allowed")),
        (rows.allowed.notnull(), VERDICTS.index("not_allowed")),
        (rows.any_terms, VERDICTS.index("any")),
        else_=VERDICTS.index("undecided"),
    )
    return rows.mutate(verdict=verdict)


def _summed(rows: ir.Table) -> ir.Table:
    import ibis

    each = rows.group_by([*OF, "repo_id"]).aggregate(fraction=summed(rows.weight, 2**40))
    first = ibis.window(group_by=["source", "repo_id", "group"], order_by=each.verdict)
    each = each.mutate(repos=(ibis.row_number().over(first) == 0).cast("int64"))
    return each.group_by(list(OF)).aggregate(fraction=summed(each.fraction, 2**40), repos=each.repos.sum())
