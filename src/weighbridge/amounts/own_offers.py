"""Which offers are a model's maker's own: the provider bears the name of the maker, or of one of its families."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weighbridge.schema import FAMILIES, ORGANISATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.lake import Lake


def makers(lake: Lake, providers: Iterable[str]) -> dict[str, str]:
    """Give provider -> organisation_id for providers that a maker is by name: `mistral`, `x-ai`, `meta-ai`, `gemini`.

    A name that two makers bear is nobody's.
    """
    organisations = lake.engine.arrow(lake.read(ORGANISATIONS).select("organisation_id", "name")).to_pylist()
    families = lake.engine.arrow(lake.read(FAMILIES).select("organisation_id", "family_id")).to_pylist()
    bearers: dict[str, set[str]] = {}
    for row in (*organisations, *families):
        for said in (row["organisation_id"], row.get("name"), row.get("family_id")):
            bearers.setdefault(_core(said or ""), set()).add(row["organisation_id"])
    found = {provider: bearers.get(_core(provider), set()) for provider in providers}
    return {provider: next(iter(ids)) for provider, ids in found.items() if len(ids) == 1}


def _core(name: str) -> str:
    """Give letters and digits alone, without the `ai` that lists add to or take from a maker's name."""
    solid = re.sub(r"[^a-z0-9]", "", name.lower())
    return solid.removesuffix("ai") or solid
