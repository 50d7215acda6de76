"""What the book holds of each contender, found once, and which contenders have a page of their own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site.columns import Columns
from weighbridge.outputs.site.kin import ABOVE, Kin
from weighbridge.outputs.site.tracks import tracks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weighbridge.contender import Contender
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.tracks import Track

Key = tuple[str, str]
Entry = tuple[str, "Mapping[str, Any]"]  # name of its table, and the row
MOST_OTHERS = 3  # that a country is held against on its page; the files beside it have all
NAMING = ("adopter_id", "model_ids", "subject_ids", "object_ids")


class Register:
    """All contenders of a book with their figures, kin and entries."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.tracks = tracks(book)
        self.kin = Kin(book)
        self.columns = Columns(book)
        self._entries: dict[str, list[Entry]] = {}
        for table in book.decided:
            for row in table.rows:
                for key in _named(row):
                    self._entries.setdefault(key, []).append((table.table.name, row))

    @cached_property
    def pages(self) -> frozenset[Key]:
        """Kind and id of every contender with a page: it has a figure, a row of models, or an entry that names it."""
        return frozenset(key for key, one in self.kin.named.items() if self._shown(one))

    def own(self, one: Contender) -> tuple[Track, ...]:
        """Give the figures of a contender, in the order of the book."""
        return self.tracks.get((one.kind, one.id), ())

    def shown(self, one: Contender) -> list[Track]:
        """Give the figures that a page shows: against others, those against the few of which most is known."""
        own = self.own(one)
        others = {track.other: self.known(self.kin.named[one.kind, track.other])
                  for track in own if (one.kind, track.other) in self.kin.named}  # fmt: skip
        near = sorted(others, key=lambda key: (*(-n for n in others[key]), key))[:MOST_OTHERS]
        return [track for track in own if not track.other or track.other in near]

    def entries(self, one: Contender) -> tuple[Entry, ...]:
        """Give the uses and events that name a contender, or a family or release of its own, the newest first."""
        below = () if one.kind == "country" else (*self.kin.below(one, "family"), *self.kin.releases(one))
        keys = dict.fromkeys((one.id, *(own.id for own in below)))
        found = {id(row): (table, row) for key in keys for table, row in self._entries.get(key, ())}
        return tuple(sorted(found.values(), key=_order))

    def known(self, one: Contender) -> tuple[int, int]:
        """Give how much is known of a contender: measures that have a figure of it, and releases.

        Lists are ordered by it. Places in races are not added up: that would be one score for what is not one race.
        """
        return len({track.chapter.name for track in self.own(one)}), len(self.kin.releases(one))

    def _shown(self, one: Contender) -> bool:
        if self.own(one) or self._entries.get(one.id):
            return True
        releases = (one,) if one.kind == "model" else self.kin.releases(one)
        return any(self.kin.rows(release) for release in releases) or bool(self.entries(one))


def above(one: Contender) -> Iterator[Key]:
    """Give what a contender belongs to, the nearest first."""
    for kind in ABOVE.get(one.kind, ()):
        if key := getattr(one, kind):
            yield kind, key


def _named(row: Mapping[str, Any]) -> set[str]:
    return {key for column in NAMING for key in str(row.get(column) or "").split()}


def _order(entry: Entry) -> tuple[int, str]:
    _, row = entry
    return -(row.get("last_on") or row["stated_on"]).toordinal(), str(row["stated_on"])
