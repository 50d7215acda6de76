"""A history of listings: a document for each revision that is wanted and not stored, and what is told of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.errors import FetchError, ParseError
from weighbridge.full_hub.revisions import chosen

if TYPE_CHECKING:
    from weighbridge.full_hub.dataset import Dataset, FileState
    from weighbridge.full_hub.revisions import Revision
    from weighbridge.sources import Document, Visit


@dataclass(frozen=True)
class History:
    """How one source reads the revisions of `dataset`.

    `file`: what is looked for, in words. `find`: gives it at a revision, None where there is none. `make`: reads it.
    Either raises ParseError for a revision that is not what it should be.
    """

    dataset: Dataset
    file: str
    find: Callable[[Revision], FileState | None]
    make: Callable[[FileState], Document]

    def documents(self, visit: Visit, where: str, then: str) -> Iterator[Document]:
        """Yield one document for each period from `visit.since` on, oldest first; without it the newest. FetchError.

        A revision that is not what it should be costs the others nothing: it is named when they are through.
        """
        refused: list[str] = []
        read = {snapshot.file_name for snapshot in visit.known}
        days = {name[: len("models-2026-01-31")] for name in read}
        with self.dataset.open():
            wanted = chosen(self.dataset.revisions(), visit.step, visit.since, visit.today)
            for revision in wanted:
                if f"models-{revision.at.date()}" in days:
                    continue
                try:
                    state = self._unread(revision, read, visit)
                    if state is not None:
                        yield self.make(state)
                except ParseError as error:
                    refused.append(f"{revision.at.date()}: {error.what}")
        if refused:
            what = f"{len(refused)} of {len(wanted)} revisions are not what they should be: {'; '.join(refused)[:600]}"
            raise FetchError(what, where=where, then=then)

    def _unread(self, revision: Revision, read: set[str], visit: Visit) -> FileState | None:
        """Give the file if it is not in `read`, and add it there."""
        state = self.find(revision)
        if state is None:
            visit.notes.append(f"{revision.at.date()} has no {self.file}")
        elif file_name(state) not in read and not (visit.since and state.at.date() < visit.since):
            read.add(file_name(state))
            return state
        return None


def file_name(state: FileState) -> str:
    """Name the document of a file: by the day and the commit that put it there."""
    return f"models-{state.at.date()}-{state.commit[:12]}.parquet"
