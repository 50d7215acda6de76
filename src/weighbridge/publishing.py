"""Publish: one book to every output; what stands is not written again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge import discover, fingerprints
from weighbridge.binding import CODE, bound
from weighbridge.circles import unsought
from weighbridge.errors import UsageError

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.own_articles import Own

# Beside what is published: from what it was made, and the sha256 of every file.
NOTE = ".weighbridge.json"


def publish(
    scale: Weighbridge, folder: Path, progress: Callable[[str], None], address: str = "", own: Own | None = None
) -> list[Path]:
    """Write every output under `folder` and give the files; what already stands as it would be is left alone."""
    address = addressed(address)
    made_of = f"{fingerprint(scale.lake.root)} {address} {own or ''}".rstrip()
    if standing := stands(folder, made_of):
        return standing
    with unsought():
        return _publish(scale, folder, made_of, progress, address, own)


def _publish(
    scale: Weighbridge, folder: Path, made_of: str, progress: Callable[[str], None], address: str, own: Own | None
) -> list[Path]:
    outputs = sorted(discover.outputs().items())
    for _, output in outputs:
        getattr(output, "ahead", lambda: None)()
    # Measures, planes and models ask much the same of a lake.
    with scale.lake.engine.remembering():
        book = replace(bound(scale, progress, own), address=address, threads=scale.threads)
    written: list[Path] = []
    for name, output in outputs:
        progress(f"write {name}")
        written += output.write(book, folder)
    remember(folder, made_of, written)
    return written


def addressed(address: str) -> str:
    """Give an address with a slash at its end, or none; UsageError where it is not one of the web."""
    from urllib.parse import urlsplit

    if not address:
        return ""
    try:
        told = urlsplit(address)
        # A server may be named with its port; who may write there is nothing for readers.
        named = bool(told.hostname) and told.port != 0 and told.username is None and "//" not in told.path
        sound = told.scheme in ("http", "https") and named and address.isprintable()
    except ValueError:
        sound = False
    if not sound or any(sign in address for sign in "<>\"' \\?#"):
        then = "write it as https://example.org/ or https://example.org/folder/"
        raise UsageError(f"{address!r} is no address of the web", then=then)
    return f"{address.rstrip('/')}/"


def stands(folder: Path, made_from: str) -> list[Path]:
    """Give the files of an earlier publication if it was made from the same and every file is still as it was."""
    from weighbridge.outputs import beneath, noted

    note = noted(folder / NOTE)
    try:
        if note["made_from"] != made_from:
            return []
        held = {beneath(folder, name): str(told[0]) for name, told in note["files"].items()}
        whole = all(_is(path, digest) for path, digest in held.items())
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return []  # a note that is missing or spoilt costs a publication, never a figure
    return list(held) if whole else []


def remember(folder: Path, made_from: str, written: list[Path]) -> None:
    """Note beside what was published from what it was made, for `stands` to find."""
    from weighbridge.outputs import noted, put

    before = noted(folder / NOTE).get("files")
    held = before if isinstance(before, dict) else {}
    named = {str(path.relative_to(folder)): path for path in written}
    files = {name: _told(path, held.get(name)) for name, path in named.items()}
    put(json.dumps({"made_from": made_from, "files": files}, indent=1).encode(), folder / NOTE)


def _told(path: Path, before: object) -> list[object]:
    """Give the sha256 of a file, its size and time; one that has both as before is not read again."""
    found = path.stat()
    stamp = [found.st_size, found.st_mtime_ns]
    return before if isinstance(before, list) and before[1:] == stamp else [_sha256(path), *stamp]


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and _sha256(path) == digest


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def fingerprint(lake: Path) -> str:
    """Give one sha256 over the lake's files and the code that reads them."""
    return sha256(f"{fingerprints.content(lake)} {fingerprints.code(CODE)}".encode()).hexdigest()
