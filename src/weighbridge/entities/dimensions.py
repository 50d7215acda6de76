"""Curated entries as the core tables of their names, and as look-up keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from weighbridge.arrow import arrow_schema
from weighbridge.entities import licences
from weighbridge.entities.curated import folded
from weighbridge.errors import CuratedError
from weighbridge.schema import BENCHMARKS, FAMILIES, LICENCE_PAIRS, LICENCES, ORGANISATIONS, RELEASES

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.engine import Engine
    from weighbridge.entities.curated import Curated
    from weighbridge.schema import Table


def dimensions(curated: Curated) -> dict[str, pa.Table]:
    """Give the curated tables, by name."""
    return {
        "organisations": _rows(ORGANISATIONS, [_organisation(o) for o in curated.organisations]),
        "families": _rows(FAMILIES, [_family(f) for f in curated.families]),
        "releases": _rows(RELEASES, [_release(f, r) for f in curated.families for r in f.releases]),
        "benchmarks": _rows(BENCHMARKS, [_benchmark(b, t) for b in curated.benchmarks for t in b.titles]),
        "licences": _rows(LICENCES, licences.named(curated.licences)),
        "licence_pairs": _rows(LICENCE_PAIRS, licences.pairs(curated.licences)),
    }


def accounts(curated: Curated) -> pa.Table:
    """Give (namespace, account in lower case, organisation_id, kind)."""
    import pyarrow as pa

    rows = [
        {"namespace": namespace, "account": account.lower(), "organisation_id": o.id, "maker_kind": o.kind}
        for o in curated.organisations
        for namespace, names in (("hub", o.hub), ("openrouter", o.openrouter))
        for account in names
    ]
    schema = pa.schema([(name, pa.string()) for name in ("namespace", "account", "organisation_id", "maker_kind")])
    return pa.Table.from_pylist(rows, schema=schema)


def listed(curated: Curated) -> pa.Table:
    """Give (namespace, key, release_id) of names that a release lists whole: Ollama names, repositories, slugs."""
    import pyarrow as pa

    rows = [
        {"namespace": namespace, "listed_key": key.lower(), "listed_release": r.id}
        for f in curated.families
        for r in f.releases
        for namespace, keys in (("ollama", r.ollama), ("hub", r.repos), ("openrouter", r.slugs))
        for key in keys
    ]
    return pa.Table.from_pylist(
        rows, schema=pa.schema([(n, pa.string()) for n in ("namespace", "listed_key", "listed_release")])
    )


def titles(curated: Curated) -> pa.Table:
    """Give (title, release_id, family_id, organisation_id) of exact names, folded; a moving name has no release.

    Names that a release lists whole for a hub or a router count too, without their account, where one release has them.
    """
    import pyarrow as pa

    stated: dict[str, tuple[str | None, str, str]] = {}
    moving: dict[str, tuple[str | None, str, str]] = {}
    implied: dict[str, tuple[str | None, str, str] | None] = {}
    for f in curated.families:
        moving |= {folded(name): (None, f.id, f.organisation) for name in f.moving}
        for r in f.releases:
            row = (r.id, f.id, f.organisation)
            stated |= {folded(title): row for title in r.titles}
            for name in {folded(name.split("/")[-1]) for name in (*r.repos, *r.slugs)}:
                implied[name] = None if name in implied else row
    found = {name: row for name, row in implied.items() if row} | moving | stated
    columns = ("title", "release_id", "family_id", "organisation_id")
    rows = [dict(zip(columns, (title, *row), strict=True)) for title, row in found.items()]
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in columns]))


def makers(curated: Curated) -> pa.Table:
    """Give (word, organisation_id): names, aliases and accounts, as `names.solid`, that mean one maker."""
    import pyarrow as pa

    words: dict[str, set[str]] = {}
    for o in curated.organisations:
        for word in (o.id, o.name, *o.aliases, *o.hub, *o.openrouter):
            words.setdefault(re.sub(r"[-.]", "", folded(word)), set()).add(o.id)
    one = [(word, *ids) for word, ids in words.items() if len(ids) == 1]
    columns = [pa.array(column, pa.string()) for column in zip(*one, strict=True)] or [pa.array([], pa.string())] * 2
    return pa.table(columns, names=["word", "organisation_id"])


def stems(curated: Curated, engine: Engine) -> pa.Table:
    """Give (organisation_id, stem, release_id); CuratedError where two releases of one maker share a stem."""
    import pyarrow as pa

    from weighbridge.entities import names

    rows = [(f.organisation, name, r.id) for f in curated.families for r in f.releases for name in r.names]
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)] or [pa.array([], pa.string())] * 3
    table = engine.table(pa.table(columns, names=["organisation_id", "name", "release_id"]))
    found = engine.arrow(table.mutate(stem=names.stem(names.bare(table.name))).drop("name").distinct())
    _one_release_each(found)
    return found


def _one_release_each(found: pa.Table) -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in found.to_pylist():
        if not row["stem"]:
            raise CuratedError(
                f"a name of {row['release_id']} has no stem", where="curated/families.yml", then="name it in `repos`"
            )
        other = seen.setdefault((row["organisation_id"], row["stem"]), row["release_id"])
        if other != row["release_id"]:
            both = f"{other} and {row['release_id']} of {row['organisation_id']}"
            raise CuratedError(f"stem {row['stem']!r} belongs to {both}", where="curated/families.yml", then="keep one")


def _rows(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=arrow_schema(table))


def _organisation(o: Any) -> dict[str, Any]:  # noqa: ANN401 - pydantic models, read by attribute
    fields = o.model_dump(include={"name", "kind", "country", "basis", "evidence", "checked_on"})
    return {"organisation_id": o.id, "name_zh_hans": o.zh_hans, "name_zh_hant": o.zh_hant, **fields}


def _family(f: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {
        "family_id": f.id,
        "name": f.name,
        "name_zh_hans": f.zh_hans,
        "name_zh_hant": f.zh_hant,
        "organisation_id": f.organisation,
    }


def _release(f: Any, r: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {
        "release_id": r.id,
        "name": r.name,
        "family_id": f.id,
        "organisation_id": f.organisation,
        "base_family_id": r.base,
        "released_on": r.released_on,
        "openness": None if r.openness == "unknown" else r.openness,
        "licence": r.licence,
        "field": r.kind,
        "params_total": None if r.params_total is None else round(r.params_total),
        "params_active": None if r.params_active is None else round(r.params_active),
        "evidence": r.evidence or f.evidence,
        "checked_on": f.checked_on,
    }


def _benchmark(b: Any, title: str) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {"benchmark": title, "benchmark_id": b.id, "domain": b.domain, "asks": b.asks}
