"""What figures are made from in one sha256: the bytes of tables or the stamps of their files, and the code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

TABLES = (".parquet",)


def content(folder: Path, endings: tuple[str, ...] = TABLES) -> str:
    """Give one sha256 over the names and bytes of all files under `folder` that end so."""
    whole = sha256()
    for name, path in _files(folder, endings):
        whole.update(f"{name}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


@cache
def code(endings: tuple[str, ...] = (".py",)) -> str:
    """Give the same over the files of the package, once in a process: its code does not change while it runs."""
    return content(Path(__file__).parent, endings)


def stamp(folder: Path) -> str:
    """Give one sha256 over names, sizes, times and places of all tables under `folder`; none is opened.

    A lake of years has thousands of files. Each is written anew under another name and renamed, so none changes within.
    """
    whole = sha256()
    for path, found in _walk(folder):
        whole.update(f"{path}\n{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}\n".encode())
    return whole.hexdigest()


def _walk(folder: str | Path) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path)
            elif entry.name.endswith(TABLES):
                yield entry.path, entry.stat()


def _files(folder: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in endings and path.is_file():
            yield str(path.relative_to(folder)), path
