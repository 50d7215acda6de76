"""What is known of one model: what the Hub said of it, and where in the tree it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.listings import Listed

if TYPE_CHECKING:
    from weighbridge.record import Reading
    from weighbridge.sources.laufer_trees.metadata import Described


def placed(repo: str, described: Described | None, above: Mapping[str, set[str]], reading: Reading) -> Listed:
    """Join both; the repository's own tags come first and win where they state a relation.

    `above` gives the parents that the tree names, each with the relations under which it lists `repo`.
    """
    listed = described.listed if described else Listed(repo, None, None)
    unsaid = [parent for parent in above if parent not in listed.base_models]
    relation = listed.relation if described and described.typed else _relation(repo, above, reading)
    return replace(listed, base_models=[*listed.base_models, *unsaid], inferred_models=unsaid, relation=relation)


def _relation(repo: str, above: Mapping[str, set[str]], reading: Reading) -> str | None:
    stated = sorted(set().union(*above.values()))
    if len(stated) > 1:
        reading.note("more than one relation", f"{repo} is listed as {' and '.join(stated)}")
    return stated[0] if len(stated) == 1 else None
