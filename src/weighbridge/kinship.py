"""Questions to the tables of descent: the parents or children of many repositories at once, and what each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from weighbridge.newest import newest
from weighbridge.schema import DERIVATIVES, DOWNLOADS, EVIDENCE, LINEAGE, STATED_BY, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import ibis.expr.types as ir

    from weighbridge.engine import Engine
    from weighbridge.lake import Lake

Way = Literal["up", "down"]
COUNTED = ("parents", "parents_inferred", "left_out", "children", "children_inferred")
KNOWN = ("organisation_id", "country", "family_id", "openness")


def steps(lake: Lake, repos: Iterable[str], way: Way, most: int) -> list[dict[str, Any]]:
    """Give the rows of `lineage` one step up or down from `repos`, with `near` and `far`, at most `most` of each.

    Those followed come before those left out, then the most downloaded first. Two statements that mean one parent
    count once.
    """
    import ibis

    near, far = ("child", "known_as") if way == "up" else ("known_as", "child")
    rows = of(lake, lake.read(LINEAGE), near, repos)
    order = [rows.left_out.notnull(), rows.parent != rows.known_as, rows.parent]
    rows = newest(rows, ["child", "known_as"], order)
    rows = lake.engine.hold(rows.mutate(near=rows[near], far=rows[far]))
    used = lake.engine.hold(readings(lake, rows.select(repo_id="far").distinct()).select("repo_id", "downloads_30d"))
    rows = rows.left_join(used, rows.far == used.repo_id).drop("repo_id")
    order = [rows.left_out.notnull(), rows.downloads_30d.fill_null(-1).desc(), rows.far]
    rows = rows.mutate(place=ibis.row_number().over(ibis.window(group_by="near", order_by=order)))
    rows = rows.filter(rows.place < most)
    found: list[dict[str, Any]] = lake.engine.arrow(rows.order_by("place", "near")).to_pylist()
    return found


def of(lake: Lake, rows: ir.Table, column: str, repos: Iterable[str]) -> ir.Table:
    """Give the rows that name one of `repos` in `column`."""
    return rows.semi_join(_named(lake, repos, "wanted"), [(column, "wanted")])


def _named(lake: Lake, repos: Iterable[str], column: str) -> ir.Table:
    import pyarrow as pa

    return lake.engine.table(pa.table({column: pa.array(sorted(set(repos)), pa.string())}))


def readings(lake: Lake, repos: ir.Table) -> ir.Table:
    """Give what sources last said of the `repos` (repo_id) that any lists: no row for the others."""
    rows = lake.read(DERIVATIVES).semi_join(repos, "repo_id")
    last = rows.observed_on.cast("string") + rows.source
    counted, said = rows.downloads_30d.notnull(), rows.removed.notnull()
    return rows.group_by("repo_id").aggregate(
        created_on=rows.created_on.min(),
        downloads_30d=rows.downloads_30d.argmax(last, where=counted),
        observed_on=rows.observed_on.max(where=counted),
        removed=rows.removed.argmax(last, where=said),
        parents_read=rows.source.isin(lake.once(LINEAGE, _stating)).any(),
    )


def _stating(engine: Engine, rows: ir.Table) -> list[str]:
    """Name the sources that give parents; evidence is drawn from others too."""
    rows = rows.filter(rows.known_by.isin(STATED_BY)).select("source").distinct()
    # Ibis folds a look-up in an empty list into a constant, which no aggregate takes: no source is named "".
    return ["", *(row["source"] for row in engine.arrow(rows).to_pylist())]


def described(lake: Lake, repos: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Give what is known of each of `repos`: readings, identity, and numbers of parents and children.

    `listed`: a source lists it. `parents_read`: one that gives parents does.
    """
    read = _by_repo(lake, readings(lake, _named(lake, repos, "repo_id")))
    rest = [repo for repo in repos if repo not in read]
    counted = _by_repo(lake, _downloaded(lake, rest)) if rest else {}
    named = _by_repo(lake, _identified(lake, repos))
    others = [repo for repo in repos if repo not in named]
    bases = _by_repo(lake, _bases(lake, others)) if others else {}
    above, below = _by_repo(lake, _parents(lake, repos)), _by_repo(lake, _children(lake, repos))
    return {
        repo: {
            **_merged(read.get(repo), counted.get(repo), named.get(repo), bases.get(repo)),
            "listed": repo in read or repo in counted,
            **dict.fromkeys(COUNTED, 0),
            **above.get(repo, {}),
            **below.get(repo, {}),
        }
        for repo in repos
    }


def _by_repo(lake: Lake, rows: ir.Table) -> dict[str, dict[str, Any]]:
    return {row["repo_id"]: row for row in lake.engine.arrow(rows).to_pylist()}


def _merged(*known: Mapping[str, Any] | None) -> dict[str, Any]:
    """Give the first that is known of each field."""
    found: dict[str, Any] = {}
    for row in known:
        found |= {name: value for name, value in (row or {}).items() if found.get(name) is None}
    return found


def _identified(lake: Lake, repos: Iterable[str]) -> ir.Table:
    names = lake.read(SUBJECTS)
    rows = of(lake, names.filter(names.namespace == "hub"), "key", repos)
    return rows.select("created_on", *KNOWN, repo_id="key")


def _bases(lake: Lake, repos: Iterable[str]) -> ir.Table:
    """Give what descendants' rows say of bases that `subjects` leaves out, as starter data do with unlisted names."""
    rows = of(lake, lake.read(DERIVATIVES), "nearest", repos)
    return rows.group_by(repo_id="nearest").aggregate(**{name: rows[f"nearest_{name}"].max() for name in KNOWN})


def _downloaded(lake: Lake, repos: Iterable[str]) -> ir.Table:
    """Give the newest count of those that only sources without statements of descent list."""
    rows = of(lake, lake.read(DOWNLOADS), "repo_id", repos)
    last = rows.observed_on.cast("string") + rows.source
    counted = rows.downloads_30d.notnull()
    return rows.group_by("repo_id").aggregate(
        downloads_30d=rows.downloads_30d.argmax(last, where=counted), observed_on=rows.observed_on.max(where=counted)
    )


def _parents(lake: Lake, repos: Iterable[str]) -> ir.Table:
    """Count the parents of `repos`: those that are followed, of these those by evidence, and those left out."""
    rows = of(lake, lake.read(LINEAGE), "child", repos)
    followed = rows.left_out.isnull()
    return rows.group_by(repo_id="child").aggregate(
        parents=rows.known_as.nunique(where=followed),
        parents_inferred=rows.known_as.nunique(where=followed & rows.known_by.isin(EVIDENCE)),
        left_out=rows.known_as.nunique(where=~followed),
    )


def _children(lake: Lake, repos: Iterable[str]) -> ir.Table:
    """Count the children of `repos` whose parents are followed, and of these those by evidence."""
    rows = of(lake, lake.read(LINEAGE), "known_as", repos)
    rows = rows.filter(rows.left_out.isnull())
    return rows.group_by(repo_id="known_as").aggregate(
        children=rows.child.nunique(), children_inferred=rows.child.nunique(where=rows.known_by.isin(EVIDENCE))
    )


def lines(lake: Lake, repos: Iterable[str]) -> list[dict[str, Any]]:
    """Give the lines of descent of `repos`, each once whatever source lists it; roots have none."""
    rows = of(lake, lake.read(DERIVATIVES), "repo_id", repos)
    rows = rows.filter(rows.depth > 0)
    found = rows.group_by("repo_id", "basis", "nearest", "root").aggregate(
        weight=rows.weight.max(), depth=rows.depth.max(), cut=rows.cut.any()
    )
    order = ["repo_id", "basis", found.weight.desc(), "root", "nearest"]
    rows_found: list[dict[str, Any]] = lake.engine.arrow(found.order_by(order)).to_pylist()
    return rows_found


def ending_at(lake: Lake, repos: Iterable[str]) -> dict[str, int]:
    """Count the listed repositories whose line of descent, as stated, ends at each of `repos`."""
    rows = of(lake, lake.read(DERIVATIVES), "root", repos)
    rows = rows.filter((rows.depth > 0) & (rows.basis == "stated"))
    found = lake.engine.arrow(rows.group_by("root").aggregate(n=rows.repo_id.nunique())).to_pylist()
    return {row["root"]: int(row["n"]) for row in found}


def sources(lake: Lake, repos: Iterable[str]) -> set[str]:
    """Name the sources that list `repos` or state their parents."""
    listing = of(lake, lake.read(DERIVATIVES), "repo_id", repos).select("source")
    stating = of(lake, lake.read(LINEAGE), "child", repos).select("source")
    return {row["source"] for row in lake.engine.arrow(listing.union(stating).distinct()).to_pylist()}
