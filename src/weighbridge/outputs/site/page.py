"""A page of the site, before it is written: where it stands, what it shows, and what stands beside it for machines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weighbridge.outputs.site.languages import Language


@dataclass(frozen=True)
class Page:
    """One address in every language.

    `path` has no slash at its ends; the board's is empty. `view` gives what the template of the page's kind shows, in a
    language; it is asked only for pages that are written. `made_of` names all that the view rests on: while it stays,
    so does the page. `record` is the page for machines, and `rows` the same as a table; `heads` are its columns.
    `beside` gives what else stands in the page's folder in a language, by name of the file.
    """

    path: str
    kind: str
    title: Callable[[Language], str]
    says: Callable[[Language], str]  # one sentence: for search engines, cards and feeds
    view: Callable[[Language], Mapping[str, Any]]
    made_of: str
    record: Callable[[], Mapping[str, Any]]
    heads: tuple[str, ...] = ()
    rows: Callable[[], Sequence[Sequence[object]]] = field(default=lambda: ())
    current: str = ""  # path of the page that this is a dated or numbered copy of
    listed: bool = True  # in the site map and in the search
    drawn: bool = False  # pictures stand in it or beside it
    beside: Callable[[Language], Mapping[str, bytes]] = field(default=lambda _: {})

    @property
    def up(self) -> str:
        """The way from the page, in its language's folder, to the folder of the site."""
        return "../" * (len([part for part in self.path.split("/") if part]) + 1)
