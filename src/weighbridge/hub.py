"""Words of the Hugging Face Hub that more than one source speaks: creation instants and lineage tags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from weighbridge.values import instant, repo_id

if TYPE_CHECKING:
    from weighbridge.record import Reading

RELATIONS = ("finetune", "adapter", "quantized", "merge")
# Every repository older than the Hub's own record of creation carries this instant.
UNRECORDED = dt.datetime(2022, 3, 2, 23, 29, 4, tzinfo=dt.UTC)
_TAG = "base_model:"


def created_on(value: object) -> dt.date | None:
    """Read a creation instant; None where the Hub had not recorded one."""
    created = instant(value)
    return None if created == UNRECORDED else created.date()


def relation_of(tags: Iterable[str], repo: str, reading: Reading) -> str | None:
    """Read the declared relation from tags `base_model:<relation>:<parent>`; None and an issue if two are declared."""
    stated = {tag.split(":", 2)[1] for tag in tags if tag.startswith(_TAG) and tag.count(":") > 1}
    known = sorted(stated.intersection(RELATIONS))
    if len(known) > 1:
        reading.note("more than one relation", f"{repo} is {' and '.join(known)}")
        return None
    return known[0] if known else None


def tagged_parents(tags: Iterable[str]) -> Sequence[str]:
    """List the parents of tags `base_model:<parent>`, as stated."""
    return [tag.removeprefix(_TAG) for tag in tags if tag.startswith(_TAG) and tag.split(":", 2)[1] not in RELATIONS]


def repositories(stated: Iterable[str], repo: str, reading: Reading) -> list[str]:
    """Keep the parents that are repository ids, once each and in order; count the others (paths, links, remarks)."""
    kept: dict[str, None] = {}
    for parent in stated:
        try:
            kept[repo_id(parent.strip())] = None
        except ValueError:
            reading.note("parent is not a repository", f"{repo}: {parent[:80]!r}")
    return list(kept)


def licence_of(tags: Iterable[str]) -> str | None:
    """Read the tag `license:<id>`; None where there is none in plain letters."""
    stated = (tag.removeprefix("license:") for tag in tags if tag.startswith("license:"))
    return next((licence for licence in stated if licence.isprintable() and licence.strip()), None)
