"""What belongs to what: makers, families and releases with their rows, and what was built on a family."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.contender import Contender
    from weighbridge.model import Model
    from weighbridge.outputs import Book

Key = tuple[str, str]
ABOVE = {"organisation": ("country",), "family": ("organisation", "country"),
         "model": ("family", "organisation", "country")}  # fmt: skip


class Kin:
    """Contenders by what they belong to, and rows by release."""

    def __init__(self, book: Book) -> None:
        self.named: dict[Key, Contender] = {(one.kind, one.id): one for one in book.contenders}
        rows: dict[str, list[Model]] = {}
        for row in book.models:
            rows.setdefault(row.model_id, []).append(row)
        self._rows = {
            one.id: tuple(row for key in one.model_ids for row in rows.get(key, ()))
            for one in book.contenders
            if one.kind == "model"
        }
        self._releases = {key: one for one in book.contenders for key in one.model_ids}
        self._below: dict[tuple[str, str, str], list[Contender]] = {}
        self._built_on: dict[str, list[Contender]] = {}
        for one in book.contenders:
            self._place(one)

    def _place(self, one: Contender) -> None:
        for kind in ABOVE.get(one.kind, ()):
            if key := getattr(one, kind):
                self._below.setdefault((kind, key, one.kind), []).append(one)
        if one.kind == "model" and one.built_on:
            self._built_on.setdefault(one.built_on, []).append(one)

    def rows(self, release: Contender) -> tuple[Model, ...]:
        """Give the rows of a release in the table of models: one for each size and scored setting."""
        return self._rows.get(release.id, ())

    def release(self, model_id: str) -> Contender | None:
        """Give the release that a row of the table of models is of."""
        return self._releases.get(model_id)

    def below(self, one: Contender, kind: str) -> tuple[Contender, ...]:
        """Give the contenders of a kind that belong to one, by name."""
        found = self._below.get((one.kind, one.id, kind), ())
        return tuple(sorted(found, key=lambda own: (own.name.casefold(), own.id)))

    def releases(self, one: Contender) -> tuple[Contender, ...]:
        """Give the releases that belong to one, the newest first, those of no known day last."""
        return self.newest(self._below.get((one.kind, one.id, "model"), ()))

    def built_on(self, family: Contender) -> tuple[Contender, ...]:
        """Give the releases of others that were built on a family, the newest first."""
        return self.newest(self._built_on.get(family.id, ()))

    def day(self, release: Contender) -> tuple[dt.date | None, bool]:
        """Give the day of a release, and whether it was announced: else it is the first day known."""
        if release.released_on is not None:
            return release.released_on, True
        return min((row.released_on for row in self.rows(release) if row.released_on), default=None), False

    def newest(self, releases: Iterable[Contender]) -> tuple[Contender, ...]:
        """Give releases by day, the newest first, those of no known day last."""
        return tuple(sorted(releases, key=lambda one: (-(self.day(one)[0] or dt.date.min).toordinal(), one.id)))
