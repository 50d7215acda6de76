"""The lineage of a family or model as rows of the table that stands beside its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.outputs.site.descent import of
from weighbridge.outputs.site.descent_facts import part, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.contender import Contender
    from weighbridge.lineage import Held, Lineage
    from weighbridge.outputs.site.register import Register


def rows(register: Register, one: Contender) -> Iterator[tuple[object, ...]]:
    """Give every count and every step above, as `running.heads` names the columns."""
    found = of(register, one)
    if found is None:
        return
    day = max((use.as_of for use in uses(register, found.sources)), default=None)
    for key, name, what, held in _counts(found):
        figures = ((what, "repositories", held[0]), (what, "downloads", held[1]))
        for measure, unit, value in figures:
            if value is not None:
                yield ("lineage", key, name, measure, unit, day, value, *(None,) * 7, part(found), None)
    for step in found.steps:
        yield ("lineage", step.child, step.parent, "built_on", step.relation, step.stated_on, *(None,) * 9,
               step.known_by)  # fmt: skip


def _counts(found: Lineage) -> Iterator[tuple[str, str | None, str, tuple[int, int | None]]]:
    """Give (id, name, what, repositories and downloads) of all that is counted."""
    yield found.id, None, "own_repositories", (found.own, None)
    for kind in found.kinds:
        yield kind.relation, None, "descendants_direct", (kind.direct, None)
        yield kind.relation, None, "descendants_further", (kind.further, None)
        yield kind.relation, None, "descendants", _both(kind.held)
    for home in found.homes:
        yield home.country or "not_known", None, "descendants_by_country", _both(home.held)
    for builder in found.builders:
        known = builder.organisation or builder.account or ""
        yield known, builder.account, "descendants_by_uploader", _both(builder.held)
    for key, held in (("others", found.rest), ("not_named", found.unnamed)):
        yield key, None, "descendants_by_uploader", _both(held)
    for by in ("declared", "hub_inferred", "evidence"):
        yield by, None, "descendants_by_statement", (getattr(found.sure, by), None)
    yield found.id, None, "descendants_removed", (found.removed, None)


def _both(held: Held) -> tuple[int, int | None]:
    return held.repositories, held.downloads_30d
