"""Claims of the press that are checked at every publication: who said what, where and when, in words of our own."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from weighbridge.adoption import Reference, Summary
from weighbridge.entities import curated
from weighbridge.entities.curated import Id, Strict, check_known, unique
from weighbridge.entities.testimony.reading import Citation, Words
from weighbridge.errors import CuratedError
from weighbridge.press_claim import Stated

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILES = ("citations", "claims")


class Claimed(Strict):
    """One claim: `source` is the id of the citation in which it was read; `said` is no quote."""

    id: Id
    who: Words
    said: Words
    source: Id


@cache
def load() -> tuple[Stated, ...]:
    """Give the claims of the package's own file, in its order."""
    return read()


def read(folder: Traversable | None = None, today: dt.date | None = None) -> tuple[Stated, ...]:
    """Read the claims of `folder` (default: the package's own); CuratedError names the entry that is wrong.

    `today` (default: of now, in UTC): no source may be of a later day.
    """
    folder = folder or files("weighbridge") / "curated"
    texts = {name: (folder / f"{name}.yml").read_bytes() for name in FILES}
    cited = {of.id: of for of in curated.entries("citations", texts, Citation)}
    claims = curated.entries("claims", texts, Claimed)
    unique("claims", "id", (of.id for of in claims))
    check_known("source", {of.source: of.id for of in claims}, set(cited), "claims")
    latest = today or dt.datetime.now(dt.UTC).date()
    for of in claims:
        if cited[of.source].stated_on > latest:
            raise CuratedError(
                f"rests on a source of {cited[of.source].stated_on}", where=f"curated/claims.yml, {of.id}",
                then="mend the entry",
            )  # fmt: skip
    return tuple(_stated(of, cited[of.source]) for of in claims)


def _stated(of: Claimed, source: Citation) -> Stated:
    who, said = (Summary(**words.model_dump()) for words in (of.who, of.said))
    return Stated(of.id, who, said, Reference(**source.model_dump(exclude={"id"})))
