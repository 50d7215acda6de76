"""Names for ids, and provenance for figures, from the lake's dimension tables."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from weighbridge.estimate import Provenance, SourceUse
from weighbridge.schema import FAMILIES, ORGANISATIONS, RELEASES, SOURCE_USES

if TYPE_CHECKING:
    from weighbridge.lake import Lake

TABLES = {
    "organisation": (ORGANISATIONS, "organisation_id"),
    "family": (FAMILIES, "family_id"),
    "model": (RELEASES, "release_id"),
}


def names(lake: Lake, by: str) -> Mapping[str, str]:
    """Give id -> English name for a grouping; empty where ids are names already."""
    if by not in TABLES:
        return {}
    table, key = TABLES[by]
    rows = lake.engine.arrow(lake.read(table).select(key, "name"))
    return dict(zip(rows.column(key).to_pylist(), rows.column("name").to_pylist(), strict=True))


def provenance(lake: Lake, code_version: str) -> Provenance:
    """Give every source in the lake with its terms, and a digest of what they are made from."""
    rows = lake.engine.arrow(lake.read(SOURCE_USES).order_by("source")).to_pylist()
    uses = tuple(SourceUse(row.pop("source"), **row) for row in rows)
    return Provenance(uses, code_version, lake.name, sha256("\n".join(use.digest for use in uses).encode()).hexdigest())
