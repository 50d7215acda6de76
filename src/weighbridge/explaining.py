"""A measure, source, organisation, family or model as a short sheet: definition, provenance, when it misleads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge import discover, wording
from weighbridge.countries import SEVERAL
from weighbridge.errors import NoDataError, UsageError
from weighbridge.schema import FAMILIES, ORGANISATIONS, RELEASES, SUBJECTS

if TYPE_CHECKING:
    from weighbridge.lake import Lake

SHOWN_NAMES = 12


@dataclass(frozen=True)
class Sheet:
    """What is known of one thing: sections of lines under a heading each."""

    kind: str
    name: str
    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def explain(lake: Lake, name: str) -> list[Sheet]:
    """Give a sheet for each thing of that id, English or Chinese name, else alias; UsageError names the nearest."""
    found = [*_measures(lake, name), *_sources(lake, name), *_entities(lake, name)]
    if found := found or [sheet for key in _aliased(name) for sheet in _entities(lake, key)]:
        return found
    near = _near(lake, name)
    raise UsageError(
        f"nothing is named {name!r}",
        then=f"did you mean {', '.join(near)}" if near else "see `weighbridge measures` and `weighbridge sources`",
    )


def _measures(lake: Lake, name: str) -> Iterator[Sheet]:
    module = discover.measures().get(name)
    if module is None:
        return
    m = module.MEASURE
    choices = tuple(line for choice in m.choices for line in _choice(choice))
    yield Sheet("measure", m.name, m.title, (
        ("Question", (m.question,)),
        ("Definition", (m.definition,)),
        ("Unit and version", (f"{m.unit}, version {m.version}",)),
        ("Groupings", (", ".join(m.groupings),)),
        ("Reads", (", ".join(m.reads),)),
        ("Choices (default first)", choices),
        *((("Benchmarks of each index", _benchmarks(lake)),) if _fitted(m) else ()),
        ("When it misleads", m.misleads),
    ))  # fmt: skip


def _choice(choice: Any) -> Iterator[str]:  # noqa: ANN401 - Choice
    yield f"{choice.name}: {choice.says}"
    yield from (f"  {choice.name}={option.name}: {option.says}" for option in choice.options)


def _fitted(measure: Any) -> bool:  # noqa: ANN401 - Measure
    """Say whether a measure rests on a fit of scores, so that its figures turn on which benchmarks count."""
    from weighbridge.abilities.choices import BENCHMARKS, LEFT_OUT

    return bool({BENCHMARKS.name, LEFT_OUT.name} & {choice.name for choice in measure.choices})


def _benchmarks(lake: Lake) -> tuple[str, ...]:
    """Give a line for each index of one domain, with the benchmarks that the lake has scores on."""
    from weighbridge.abilities.choices import DOMAINS
    from weighbridge.abilities.fits import fits

    try:
        held = fits(lake)
    except NoDataError:
        return (f"the {lake.name} holds no scores",)
    found = tuple(zip(held.matrix.scores.benchmarks, held.domain, strict=True))
    named = {domain: [name for name, of in found if of == domain] for domain in DOMAINS}
    lines = [f"{domain}: {', '.join(names) or 'none'}" for domain, names in named.items()]
    alone = [name for name, of in found if of not in named]
    return (*lines, *([f"in none of them: {', '.join(alone)}"] if alone else []))


def _sources(lake: Lake, name: str) -> Iterator[Sheet]:
    from weighbridge.schema import SOURCE_USES

    module = discover.sources().get(name)
    if module is None:
        return
    s = module.SOURCE
    held = [row for row in lake.engine.arrow(lake.read(SOURCE_USES)).to_pylist() if row["source"] == name]
    state = tuple(f"{row['snapshots']} snapshots, as of {row['as_of']}, digest {row['digest'][:16]}" for row in held)
    yield Sheet("source", s.name, s.publisher, (
        ("What it is", (s.says,)),
        ("Home page", (s.homepage,)),
        ("Licence", (s.licence,)),
        ("Attribution", (held[0]["attribution"] if held else s.attribution,)),
        ("Tables", (", ".join(s.tables),)),
        (f"In the {lake.name}", state or ("nothing of it",)),
        ("When it misleads", s.misleads),
    ))  # fmt: skip


def _entities(lake: Lake, name: str) -> Iterator[Sheet]:
    wanted = name.casefold()
    for table, key, sheet in (
        (ORGANISATIONS, "organisation_id", _organisation),
        (FAMILIES, "family_id", _family),
        (RELEASES, "release_id", _release),
    ):
        for row in lake.engine.arrow(lake.read(table)).to_pylist():
            if wanted in {str(row[c]).casefold() for c in (key, "name", "name_zh_hans", "name_zh_hant") if c in row}:
                yield sheet(lake, row)


def _aliased(name: str) -> list[str]:
    """Give the ids of makers and families with that alias; aliases stand in the curated files only."""
    from weighbridge.entities import curated

    held, wanted = curated.load(), name.casefold()
    aliases = [(entry.id, entry.aliases) for entry in held.organisations]
    aliases += [(entry.id, entry.aliases) for entry in held.families]
    return sorted({key for key, also in aliases if wanted in map(str.casefold, also)})


def _organisation(lake: Lake, row: dict[str, Any]) -> Sheet:
    families = [
        f"{f['name']} ({f['family_id']})" for f in _where(lake, FAMILIES, "organisation_id", row["organisation_id"])
    ]
    return Sheet("organisation", row["organisation_id"], row["name"], (
        ("Names", (row["name"], row["name_zh_hans"], row["name_zh_hant"])),
        ("Kind", (row["kind"],)),
        ("Country", (_based(row),)),
        ("Evidence", (f"{row['evidence']} (checked {row['checked_on']})",)),
        ("Families", tuple(families) or ("none curated",)),
    ))  # fmt: skip


def _based(row: dict[str, Any]) -> str:
    if row["country"] is None:
        return "not known"
    named = f"{wording.country(row['country'])} ({row['country']})"
    return named if row["country"] == SEVERAL else f"{named}, by {row['basis'].replace('_', ' ')}"


def _family(lake: Lake, row: dict[str, Any]) -> Sheet:
    releases = _where(lake, RELEASES, "family_id", row["family_id"])
    lines = tuple(
        f"{r['name']} ({r['release_id']}): {r['released_on'] or 'day unknown'}, {r['openness'] or 'openness unknown'}"
        for r in releases
    )
    return Sheet("family", row["family_id"], row["name"], (
        ("Names", (row["name"], row["name_zh_hans"], row["name_zh_hant"])),
        ("Maker", (row["organisation_id"],)),
        ("Releases", lines),
    ))  # fmt: skip


def _release(lake: Lake, row: dict[str, Any]) -> Sheet:
    names = _where(lake, SUBJECTS, "release_id", row["release_id"])
    shown = [f"{n['namespace']}: {n['key']} ({n['rule'].replace('_', ' ')})" for n in names[:SHOWN_NAMES]]
    more = [f"and {len(names) - SHOWN_NAMES} more"] if len(names) > SHOWN_NAMES else []
    size = f"{row['params_total']:,} total" if row["params_total"] else "several sizes, or not known"
    active = f", {row['params_active']:,} active" if row["params_active"] else ""
    return Sheet("model", row["release_id"], row["name"], (
        ("Maker and family", (f"{row['organisation_id']}, {row['family_id']}",)),
        ("Built on", (row["base_family_id"] or "its own weights",)),
        ("Released on", (str(row["released_on"] or "not known"),)),
        ("Openness and licence", (f"{row['openness'] or 'not known'}, {row['licence'] or 'licence not known'}",)),
        ("Parameters", (size + active,)),
        ("Names at publishers", tuple(shown + more) or ("none met in this lake",)),
        ("Evidence", (f"{row['evidence']} (checked {row['checked_on']})",)),
    ))  # fmt: skip


def _where(lake: Lake, table: Any, column: str, value: str) -> list[dict[str, Any]]:  # noqa: ANN401 - Table
    rows = lake.read(table)
    found: list[dict[str, Any]] = lake.engine.arrow(rows.filter(rows[column] == value).order_by(table.key)).to_pylist()
    return found


def _near(lake: Lake, name: str) -> list[str]:
    from difflib import get_close_matches

    known = [*discover.measures(), *discover.sources()]
    for table, key in ((ORGANISATIONS, "organisation_id"), (FAMILIES, "family_id"), (RELEASES, "release_id")):
        rows = lake.engine.arrow(lake.read(table).select(key, "name"))
        known += rows.column(key).to_pylist() + rows.column("name").to_pylist()
    return get_close_matches(name, known, n=3, cutoff=0.6)
