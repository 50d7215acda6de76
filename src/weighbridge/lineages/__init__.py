"""The lineage of every family and release, in a few questions and one walk for all of them.

    lineages(scale)

What descends from a family or release is whatever has one of its repositories as parent, or as parent of a parent, and
so on; its own repositories are not counted. An uploader is the maker of its account where that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge import discover
from weighbridge.amounts.derivatives import EVERY_MONTH
from weighbridge.lineage import Lineages
from weighbridge.lineages.above import Above, steps_above
from weighbridge.lineages.asking import asked
from weighbridge.lineages.telling import Telling
from weighbridge.schema import DERIVATIVES, LINEAGE, REPO_FACTS

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.estimate import SourceUse
    from weighbridge.lake import Lake
    from weighbridge.lineages.asking import Asked

UNSTATED = "unstated"


def lineages(scale: Weighbridge) -> Lineages:
    """Give all lineages; none where the lake holds no descent."""
    lake = scale.lake
    if not (lake.has(LINEAGE) and lake.has(DERIVATIVES)):
        return Lineages(absent=_of_descent(scale, set()))
    listing = _listing(lake)
    uses = tuple(use for use in scale.provenance.sources if use.name in listing)
    found = asked(lake, [use.name for use in uses])
    told = {use.name for use in uses if UNSTATED not in use.licence}
    of = Telling(found, _above(lake, found, told)).lineages()
    return Lineages(of, uses, _of_descent(scale, listing), any(use.name in EVERY_MONTH for use in uses))


def _listing(lake: Lake) -> set[str]:
    rows = lake.read(DERIVATIVES).select("source").distinct()
    return set(lake.engine.arrow(rows).column("source").to_pylist())


def _of_descent(scale: Weighbridge, listing: set[str]) -> tuple[SourceUse, ...]:
    """Give the sources that would list repositories, beside those that do."""
    modules = discover.sources()
    return tuple(
        use
        for use in scale.provenance.sources
        if use.name not in listing and use.name in modules and REPO_FACTS.name in modules[use.name].SOURCE.tables
    )


def _above(lake: Lake, found: Asked, told: set[str]) -> Above:
    import pyarrow as pa
    import pyarrow.compute as pc

    steps = steps_above(found)
    ends = {repo for of in steps.values() for step in of for repo in (step.child, step.parent)}
    repos = pa.array(sorted(ends), pa.string())
    names = lake.names("hub").semi_join(lake.engine.table(pa.table({"key": repos})), "key")
    rows = lake.engine.arrow(names.select("key", "organisation_id", "family_id", "release_id")).to_pylist()
    read = found.readings.filter(pc.is_in(found.readings.column("repo_id"), value_set=repos))
    used = zip(*(read.column(name).to_pylist() for name in ("repo_id", "downloads_30d")), strict=True)
    return Above(steps, {row["key"]: row for row in rows}, dict(used), told)
