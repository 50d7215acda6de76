"""Which repositories a name means: its own, in other capitals, an older one, or that of a model or a family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge import kinship
from weighbridge.errors import UsageError
from weighbridge.pedigree import FoundBy
from weighbridge.schema import DERIVATIVES, FAMILIES, LINEAGE, ORGANISATIONS, RELEASES, SUBJECTS
from weighbridge.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

    from weighbridge.lake import Lake
    from weighbridge.schema import Table

NEAREST = 3  # names that an error offers
LONGEST = 200  # letters of a name that others are compared with: the Hub allows fewer
UNLIKE = 0.4  # part of its letters in which another name may differ and still be offered
LIKE_A_MAKER = 0.8  # no maker was asked for
OWN_RULES = ("listed", "stem")


def meant(lake: Lake, name: str) -> tuple[FoundBy, list[str]]:
    """Give how `name` was found and the repositories that it means, those with most descendants first.

    UsageError names the nearest where nothing is called so.
    """
    wanted = name.strip()
    if not wanted:
        raise UsageError("no repository is named", then="give one, for example Qwen/Qwen3-8B")
    if found := _repository(lake, wanted):
        return found
    for how, repos in _curated(lake, wanted):
        if bases := _bases(lake, repos):
            return how, bases
    near = _near(lake, wanted)
    shown = plain(wanted)
    raise UsageError(
        f"no repository, model or family is named {shown!r}",
        then=f"did you mean {', '.join(map(plain, near))}" if near else "give a repository as ACCOUNT/NAME",
    )


def _repository(lake: Lake, name: str) -> tuple[FoundBy, list[str]] | None:
    rows = _names(lake)
    rows = rows.filter(rows.name.lower() == name.lower()).distinct()
    found = {(row["name"], row["now"]) for row in lake.engine.arrow(rows).to_pylist()}
    exact = {now for stated, now in found if stated == name}
    if moved := exact - {name}:
        return FoundBy.OLD_NAME, sorted(moved)[:1]
    if exact:
        return FoundBy.REPOSITORY, [name]
    now = sorted({now for _, now in found})
    if len(now) > 1:
        raise UsageError(
            f"{len(now)} repositories are named {plain(name)!r} but for capitals",
            then=f"choose one of {', '.join(map(plain, now[:NEAREST]))}",
        )
    how = FoundBy.LETTER_CASE if now and now[0].lower() == name.lower() else FoundBy.OLD_NAME
    return (how, now) if now else None


def _names(lake: Lake) -> ir.Table:
    """Give every name of a repository, and its name today."""
    import ibis

    edges, names = lake.read(LINEAGE), lake.read(SUBJECTS)
    ids = (
        lake.read(DERIVATIVES).select(name="repo_id", now="repo_id"),
        edges.select(name="child", now="child"),
        edges.select(name="known_as", now="known_as"),
        names.filter(names.namespace == "hub").select(name="key", now="key"),
    )
    # A name that was given up may stand in `subjects` too: what it became is what counts.
    old = edges.filter(edges.parent != edges.known_as).select(name="parent", now="known_as")
    return ibis.union(*(rows.anti_join(old, "name") for rows in ids), old)


def _curated(lake: Lake, name: str) -> Iterable[tuple[FoundBy, list[str]]]:
    """Give the makers' own repositories of the family or model called so, then those of that name, then by alias."""
    names = lake.read(SUBJECTS)
    own = names.filter((names.namespace == "hub") & ~names["copy"])
    releases, families = (_called(lake, table, key, name) for table, key in (
        (RELEASES, "release_id"), (FAMILIES, "family_id")))  # fmt: skip
    model = own.release_id.isin(releases) | (own.model_id.lower() == name.lower())
    # A first release often bears its family's name: the family holds it.
    yield FoundBy.FAMILY, _keys(lake, own.filter(own.family_id.isin(families)))
    yield FoundBy.MODEL, _keys(lake, own.filter(model))
    if "/" not in name:
        bare = own.key.lower().re_replace("^[^/]*/", "")
        yield FoundBy.OWN_NAME, _keys(lake, own.filter((bare == name.lower()) & own.rule.isin(OWN_RULES)))
    yield FoundBy.FAMILY, _keys(lake, own.filter(own.family_id.isin(_aliased(name))))


def _called(lake: Lake, table: Table, key: str, name: str) -> list[str]:
    rows = lake.read(table)
    named = [column for column in (key, "name", "name_zh_hans", "name_zh_hant") if column in rows.columns]
    found = lake.engine.arrow(rows.select(*named)).to_pylist()
    return [row[key] for row in found if name.casefold() in {str(row[column]).casefold() for column in named}]


def _aliased(name: str) -> list[str]:
    """Give the ids of families with that alias; aliases stand in the curated files only."""
    from weighbridge.entities import curated

    return [entry.id for entry in curated.load().families if name.casefold() in map(str.casefold, entry.aliases)]


def _keys(lake: Lake, rows: ir.Table) -> list[str]:
    return [row["key"] for row in lake.engine.arrow(rows.select("key").distinct()).to_pylist()]


def _bases(lake: Lake, repos: list[str]) -> list[str]:
    """Give those of `repos` that are not built on another of them, those with most descendants first."""
    inside = lake.engine.hold(kinship.of(lake, lake.read(LINEAGE), "child", repos))
    inside = kinship.of(lake, inside.filter(inside.left_out.isnull()), "known_as", repos)
    built = {row["child"] for row in lake.engine.arrow(inside.select("child").distinct()).to_pylist()}
    left = [repo for repo in repos if repo not in built]
    ending = kinship.ending_at(lake, left)
    return sorted(left, key=lambda repo: (-ending.get(repo, 0), repo))


def _near(lake: Lake, name: str) -> list[str]:
    """Give what is called most like `name`, each once: models, families and makers, then repositories."""
    from difflib import get_close_matches

    if len(name) > LONGEST:
        return []
    called = {} if "/" in name else _callings(lake, name.casefold())
    found = [called[like] for like in get_close_matches(name.casefold(), called, n=NEAREST, cutoff=0.6)]
    more = _alike(lake, name) if len(found) < NEAREST else []
    # A release, its family and repositories of several makers may be called alike: each is found by that name.
    first: dict[str, str] = {}
    for shown in (*found, *more):
        first.setdefault(shown.casefold(), shown)
    return list(first.values())[:NEAREST]


def _callings(lake: Lake, name: str) -> dict[str, str]:
    """Give what each id and name of a family, a model, or the one maker called most like `name` is to be called."""
    from difflib import get_close_matches

    makers = _makers(lake)
    called = {like: makers[like] for like in get_close_matches(name, makers, n=1, cutoff=LIKE_A_MAKER)}
    for table, key in ((FAMILIES, "family_id"), (RELEASES, "release_id")):
        for row in lake.engine.arrow(lake.read(table).select(key, "name")).to_pylist():
            called |= {row[key].casefold(): row[key], row["name"].casefold(): row["name"]}
    return called


def _makers(lake: Lake) -> dict[str, str]:
    """Give, by its id and name, how to call the families of each maker, those with most repositories first."""
    import ibis

    names, makers = lake.read(SUBJECTS), lake.read(ORGANISATIONS).select("organisation_id", maker="name")
    counted = names.filter(names.namespace == "hub").group_by("family_id").aggregate(n=ibis._.count())
    rows = lake.read(FAMILIES).select("family_id", "organisation_id", "name").left_join(counted, "family_id")
    rows = rows.inner_join(makers, "organisation_id").order_by(ibis._.n.fill_null(0).desc(), "name")
    families: dict[tuple[str, str], list[str]] = {}
    for row in lake.engine.arrow(rows.select("organisation_id", "maker", "name")).to_pylist():
        families.setdefault((row["organisation_id"], row["maker"]), []).append(row["name"])
    shown = {names: f"a family of {names[1]} ({', '.join(of[:NEAREST])})" for names, of in families.items()}
    return {name.casefold(): calling for names, calling in shown.items() for name in names}


def _alike(lake: Lake, name: str) -> list[str]:
    rows = _names(lake).select(name="now").distinct()
    wanted, bare = name.lower(), rows.name.lower().re_replace("^[^/]*/", "")
    rows = rows.mutate(compared=rows.name.lower() if "/" in name else bare, bare=bare)
    # The whole Hub has millions of names: those that begin otherwise or are far longer are not compared by letters.
    length = (rows.compared.length() - len(name)).abs()
    same = rows.bare == wanted.rpartition("/")[2]
    rows = rows.mutate(same=same).filter(same | (rows.compared.startswith(wanted[:2]) & (length <= UNLIKE * len(name))))
    rows = rows.mutate(apart=rows.compared.levenshtein(wanted))
    rows = rows.filter(rows.same | (rows.apart <= UNLIKE * len(name))).order_by("apart", "name").limit(NEAREST)
    return [row["name"] for row in lake.engine.arrow(rows.select("name", "apart")).to_pylist()]
