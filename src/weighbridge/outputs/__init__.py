"""The contract of an output: estimates in, files out. The file's name is its name.

A module in this folder is an output if it has `OUTPUT`, an `Output`, and the function

    write(book: Book, folder: Path) -> list[Path]

It may have `ahead()`, which begins what takes long and needs no book, beside whatever is done; it returns at once.
Outputs read only estimates and what a measure says of itself, which the book carries as data. The same book gives the
same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from weighbridge.errors import StoreError
from weighbridge.lineage import Lineages

if TYPE_CHECKING:
    from weighbridge.checked_article import CheckedArticle
    from weighbridge.contender import Contender
    from weighbridge.estimate import Choice, Provenance, Series, SourceUse
    from weighbridge.model import Model
    from weighbridge.plane import Plane
    from weighbridge.press_claim import PressClaim
    from weighbridge.schema import Table

# A spreadsheet runs a cell that starts like this, some of them signs of full width too; a name may not.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Of a note beside a publication: one of half a million files is shorter.
MOST_NOTED = 256_000_000
# Where the data package stands under the folder of a publication: the page links there.
DATA = "data"


@dataclass(frozen=True)
class Output:
    """What a module in this folder writes."""

    name: str
    says: str


@dataclass(frozen=True)
class Entry:
    """A measure by one grouping; `missing` says why there is no series."""

    by: str
    series: Series | None
    missing: str = ""

    @cached_property
    def digest(self) -> str:
        """Name all that is said here."""
        from weighbridge.weighing.digest import digest

        return digest(self.series) if self.series is not None else self.missing


@dataclass(frozen=True)
class Chapter:
    """One measure: what it says of itself, and its figures by every grouping."""

    name: str
    title: str
    question: str
    topic: str
    definition: str
    unit: str
    version: int
    misleads: tuple[str, ...]
    choices: tuple[Choice, ...]
    race: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Decided:
    """A table of what people decided, with its rows as they stand, under the project's own licence."""

    table: Table
    title: str
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Sheet:
    """A source: what it says of itself, what stands in the lake from it, and what parsing met: (kind, n, example).

    `attribution` is what its publisher demands, with `{as_of}` where the day of reading stands; `use` has it filled.
    """

    name: str
    publisher: str
    says: str
    homepage: str
    licence: str
    misleads: tuple[str, ...]
    use: SourceUse | None
    met: tuple[tuple[str, int, str], ...] = ()
    attribution: str = ""
    tables: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """All that is published at once."""

    chapters: tuple[Chapter, ...]
    provenance: Provenance
    planes: tuple[Plane, ...] = ()
    models: tuple[Model, ...] = ()  # most capable first
    model_sources: tuple[SourceUse, ...] = ()  # that the models' figures come from
    decided: tuple[Decided, ...] = ()
    contenders: tuple[Contender, ...] = ()  # by kind and id
    sheets: tuple[Sheet, ...] = ()  # by name
    checked: tuple[PressClaim, ...] = ()  # claims of the press, judged by what is held
    lineages: Lineages = field(default_factory=Lineages)  # of families and models
    articles: tuple[CheckedArticle, ...] = ()  # of the publisher's own, the newest first
    made_by: str = ""  # digest of the code that made it
    address: str = ""  # where it is to be published, with a slash at its end; empty where that is not known
    threads: int | None = None  # how many may work on it at once; null: as many as there are cores

    def series(self) -> Iterator[tuple[Chapter, Series]]:
        """Give every series there is, with its chapter, in the order of the book."""
        for chapter in self.chapters:
            for entry in chapter.entries:
                if entry.series is not None:
                    yield chapter, entry.series


class OutputModule(Protocol):
    """What a module in this folder gives."""

    OUTPUT: Output

    def write(self, book: Book, folder: Path) -> list[Path]:
        """Write the output under `folder`; StoreError where that cannot be done."""
        ...


def resource(measure: str, by: str) -> str:
    """Name the files of a measure by a grouping, without ending: `token-share-by-country`."""
    return f"{measure}-by-{by}".replace("_", "-").lower()


def noted(path: Path, most: int = MOST_NOTED) -> dict[str, Any]:
    """Give the JSON object in a note beside a publication; empty where it is missing, spoilt, or over `most` bytes.

    Strangers may have had hands on the folder: what is no file, such as a pipe, is not opened.
    """
    import orjson

    try:
        if not path.is_file() or path.stat().st_size > most:
            return {}
        held = orjson.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def beneath(folder: Path, name: str) -> Path:
    """Give the file that a note calls `name`; ValueError where that leads out of `folder`."""
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(f"{name!r} leads out of its folder")
    return folder / name


def put(body: bytes, path: Path) -> Path:
    """Write `body` so that `path` holds it whole or is what it was; StoreError where the system refuses."""
    from weighbridge.snapshot.disk import make_folder, place

    try:
        make_folder(path.parent)
        place(body, path, path.with_name(f".{path.name}.new"))
    except OSError as error:
        then = "free some space or name another folder with --out"
        raise StoreError(
            f"cannot be written ({error.strerror or type(error).__name__})", where=str(path), then=then
        ) from error
    return path
