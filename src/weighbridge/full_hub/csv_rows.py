"""A CSV file as it travels: lines and records with limits, and a digest of all that came."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weighbridge.errors import FetchError, ParseError

if TYPE_CHECKING:
    from weighbridge.full_hub.ranges import RangedFile

BYTES_AT_ONCE = 8_000_000
BYTES_OF_HEADER = 65_536
# Repositories with tens of thousands of files exist; a quote that is never closed would go on to the file's end.
MOST_BYTES_OF_FIELD = 16_000_000
MOST_COLUMNS = 200
_SHA256_LETTERS = 64
_THEN = "the other revisions are read; report it if it persists"


def header(file: RangedFile) -> list[str]:
    """Give the names in the first line, from the file's first bytes. ParseError where that is no line of names."""
    first, end, _ = file.read(min(BYTES_OF_HEADER, file.size)).partition(b"\n")
    if not end and file.size > BYTES_OF_HEADER:
        raise _refused(f"has no line of names in its first {BYTES_OF_HEADER:,} bytes", file.url)
    with fields_limited():
        return _names(next(_records(iter([first]), file.url), []), file.url)


def records(file: RangedFile, digest: str) -> Iterator[list[str]]:
    """Yield the fields of each record, the names first; records without any are passed over.

    To be read while `fields_limited`. ParseError where a limit is passed; FetchError, at the end, where the bytes are
    not those of `digest`.
    """
    rows = _records(_lines(file, digest), file.url)
    yield _names(next(rows, []), file.url)
    yield from rows


def _names(names: list[str], where: str) -> list[str]:
    if not names or len(names) > MOST_COLUMNS:
        raise _refused(f"has {len(names)} columns, expected 1 to {MOST_COLUMNS}", where)
    return names


def _records(lines: Iterator[bytes], where: str) -> Iterator[list[str]]:
    """Yield records; bytes that are no text become signs that no repository's name has."""
    # The mark of a file's beginning is part of no name.
    texts = (line.decode("utf-8", "replace").removeprefix("\ufeff") for line in lines)
    try:
        yield from filter(None, csv.reader(texts))
    except csv.Error as error:
        raise _refused(f"is no CSV that can be read ({str(error)[:120]})", where) from error


@contextmanager
def fields_limited() -> Iterator[None]:
    """Lay our limit on fields while this lasts."""
    # The module knows one limit for the whole process.
    before = csv.field_size_limit(MOST_BYTES_OF_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _lines(file: RangedFile, digest: str) -> Iterator[bytes]:
    came, rest = _digested(file.size, digest), b""
    file.planned = file.size
    while piece := file.read(BYTES_AT_ONCE):
        came.update(piece)
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line + b"\n" for line in lines)
        if len(rest) > MOST_BYTES_OF_FIELD:
            raise _refused(f"has a line of more than {MOST_BYTES_OF_FIELD:,} bytes", file.url)
    if rest:
        yield rest
    if came.hexdigest() != digest:
        raise FetchError("sent bytes that are not those it names", where=file.url, then="run it again, or report it")


def _digested(size: int, digest: str) -> hashlib._Hash:
    """Begin a digest of `size` bytes: sha256, or git's of a file that lies in git itself."""
    if len(digest) == _SHA256_LETTERS:
        return hashlib.sha256()
    return hashlib.sha1(f"blob {size}\0".encode(), usedforsecurity=False)


def _refused(what: str, where: str) -> ParseError:
    return ParseError(what, where=where, then=_THEN)
