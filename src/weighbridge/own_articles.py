"""Articles of a publisher's own, from files and folders: which they are, and what is in each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.checking import bytes_of, read
from weighbridge.errors import ParseError, UsageError

if TYPE_CHECKING:
    from weighbridge.article import Article

MOST_ARTICLES = 1_000
_THEN = "give files, or a folder that holds articles alone"


@dataclass(frozen=True)
class OwnArticle:
    """An article in a file. `path` is for messages alone; `digest` is the sha256 of its bytes."""

    path: str
    digest: str

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return Path(self.path).stem

    def read(self) -> Article:
        """Read it; ParseError where it cannot be read or is another than it was."""
        body = bytes_of(self.path)
        if sha256(body).hexdigest() != self.digest:
            raise ParseError("was changed while it was read", where=self.path, then="publish again")
        return read(self.path, body)


@dataclass(frozen=True)
class Own:
    """What a publisher brings along: articles of their own, which speak as of `today` where they state no day."""

    articles: tuple[OwnArticle, ...]
    today: dt.date

    def __str__(self) -> str:
        """Name it for `stands`; empty where nothing is brought along."""
        return f"{made_from(self.articles)} {self.today}" if self.articles else ""


def found(paths: Iterable[Path | str]) -> tuple[OwnArticle, ...]:
    """Give the files at `paths`, and all in folders among them, each text once; names that begin with a dot are left.

    ParseError where a file cannot be had; UsageError where a link leads out of its folder, where a folder holds
    nothing, or for more than `MOST_ARTICLES`.
    """
    articles: dict[str, OwnArticle] = {}
    for number, path in enumerate(path for given in paths for path in _files(Path(given))):
        if number == MOST_ARTICLES:
            raise UsageError(f"more than {MOST_ARTICLES:,} articles", where=str(path), then="publish fewer at once")
        one = OwnArticle(str(path), sha256(bytes_of(str(path))).hexdigest())
        articles.setdefault(one.digest, one)
    return tuple(articles.values())


def made_from(articles: Iterable[OwnArticle]) -> str:
    """Give one sha256 over the articles: their bytes, and the names that may stand as titles."""
    told = sorted(f"{one.digest} {Path(one.path).name}" for one in articles)
    return sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _files(given: Path) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    held = list(_within(given))
    if not held:
        raise UsageError("holds no file", where=str(given), then=_THEN)
    yield from held


def _within(folder: Path) -> Iterator[Path]:
    """Give every file under a folder by name. No link is followed to another folder; one out of it is refused."""
    root = _resolved(folder)
    for here, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        shown = sorted(name for name in names if not name.startswith("."))
        for path in (Path(here, name) for name in (*folders, *shown)):
            if path.is_symlink() and not _resolved(path).is_relative_to(root):
                raise UsageError("is a link out of its folder", where=str(path), then="put the article itself there")
        yield from (Path(here, name) for name in shown)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # links that lead to one another
        raise ParseError("cannot be read (a link without an end)", where=str(path), then=_THEN) from error


def _refuse(error: OSError) -> None:
    raise ParseError(f"cannot be read ({error.strerror})", where=str(error.filename), then=_THEN) from error
