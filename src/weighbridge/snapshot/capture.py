"""One snapshot, and the line of the manifest that remembers it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any

import orjson

_SOURCE = re.compile(r"[a-z][a-z0-9_]{0,63}")
# What a publisher calls its file. `~` is ours: it sets two captures of one name and day apart.
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,149}")
_PATH = re.compile(
    rf"(?P<source>{_SOURCE.pattern})/(?P<day>\d{{4}}-\d\d-\d\d)/"
    r"(?P<stem>[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,148}[A-Za-z0-9_-])?)(?:~[0-9a-f]{8,64})?(?P<suffix>\.[A-Za-z0-9_-]+)?"
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_URL = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MOST_BYTES = 1_000_000_000
LONGEST_LINE = 64_000


@dataclass(frozen=True)
class Snapshot:
    """One stored document: whose, from where, when, under which terms. `bytes` and `sha256`: of the plain body."""

    source: str
    url: str | None
    retrieved_at: dt.datetime  # UTC
    path: str  # <source>/<UTC day of retrieved_at>/<file name>[.gz], relative to the store's folder of snapshots
    sha256: str
    bytes: int
    media_type: str
    licence: str
    attribution: str
    origin: str = ""
    verbatim: bool = True
    note: str = ""
    etag: str = ""
    last_modified: str = ""

    @property
    def file_name(self) -> str:
        """The name that the publisher gave: without packing, and without what sets captures of one day apart."""
        return file_name(self.path)


class EntryError(Exception):
    """An entry that cannot be believed: which field, and why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(field, why)
        self.field, self.why = field, why


def file_name(path: str) -> str:
    """Give the publisher's name of the document that is stored under `path`."""
    match = _PATH.fullmatch(path.removesuffix(".gz"))
    if match is None:
        raise EntryError("path", "is not <source>/<day>/<file name>")
    return match["stem"] + (match["suffix"] or "")


def free_path(source: str, day: dt.date, name: str, packed: str, mark: str = "") -> str:
    """Give the path of a document called `name`; `mark` sets it apart from others of that name and day."""
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    return f"{source}/{day.isoformat()}/{stem}{'~' if mark else ''}{mark}{dot}{suffix}{packed}"


def line(snapshot: Snapshot) -> bytes:
    """Give the manifest's line of `snapshot`, line end included."""
    entry = asdict(snapshot)
    entry["retrieved_at"] = snapshot.retrieved_at.astimezone(dt.UTC).replace(tzinfo=None).isoformat() + "Z"
    return orjson.dumps(entry) + b"\n"


def read_line(text: bytes) -> tuple[Snapshot, tuple[str, ...]]:
    """Read a manifest's line: the snapshot and the names of unknown fields. EntryError names the field at fault."""
    if len(text) > LONGEST_LINE:
        raise EntryError("line", f"is longer than {LONGEST_LINE:,} bytes")
    try:
        entry = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise EntryError("line", "is not JSON") from None
    if not isinstance(entry, dict):
        raise EntryError("line", "is not a JSON object")
    known: dict[str, Any] = {name: _taken(entry, name) for name in _READERS if name in entry or name in _REQUIRED}
    snapshot = Snapshot(**known)
    _check(snapshot)
    return snapshot, tuple(sorted(set(entry) - set(_READERS)))


def _check(snapshot: Snapshot) -> None:
    """Refuse what contradicts itself, or a name that could lead outside the store. EntryError names the field."""
    if not _SOURCE.fullmatch(snapshot.source):
        raise EntryError("source", "is not a name in lower case")
    if not _FILE_NAME.fullmatch(file_name(snapshot.path)):
        raise EntryError("path", "has a file name with other characters than letters, digits, dot, dash, underscore")
    source, day, _ = snapshot.path.split("/")
    if source != snapshot.source:
        raise EntryError("path", "lies in the folder of another source")
    if day != snapshot.retrieved_at.date().isoformat():
        raise EntryError("path", "lies in the folder of another day than that of retrieved_at")


def _taken(entry: Mapping[str, object], name: str) -> object:
    if name not in entry:
        raise EntryError(name, "is missing")
    return _READERS[name](name, entry[name])


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise EntryError(name, "is not text")
    if _CONTROL.search(value):
        raise EntryError(name, "has control characters")
    return value


def _stated(name: str, value: object) -> str:
    text = _text(name, value)
    if not text.strip():
        raise EntryError(name, "is empty")
    return text


def _url(name: str, value: object) -> str | None:
    if value is None:
        return None
    text = _text(name, value)
    if not _URL.fullmatch(text):
        raise EntryError(name, "is not an http(s) address")
    return text


def _instant(name: str, value: object) -> dt.datetime:
    text = _text(name, value)
    if not _INSTANT.fullmatch(text):
        raise EntryError(name, "is not an instant like 2026-01-31T12:00:00Z")
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise EntryError(name, "is no day or time that exists") from None


def _digest(name: str, value: object) -> str:
    text = _text(name, value)
    if not _SHA256.fullmatch(text):
        raise EntryError(name, "is not 64 hexadecimal digits in lower case")
    return text


def _size(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_BYTES:
        raise EntryError(name, f"is not a whole number from 0 to {MOST_BYTES:,}")
    return value


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise EntryError(name, "is neither true nor false")
    return value


def _path(name: str, value: object) -> str:
    text = _text(name, value)
    file_name(text)
    return text


_READERS: dict[str, Callable[[str, object], object]] = {
    "source": _stated,
    "url": _url,
    "retrieved_at": _instant,
    "path": _path,
    "sha256": _digest,
    "bytes": _size,
    "media_type": _stated,
    "licence": _stated,
    "attribution": _stated,
    "origin": _text,
    "verbatim": _flag,
    "note": _text,
    "etag": _text,
    "last_modified": _text,
}
_REQUIRED = frozenset(field.name for field in fields(Snapshot) if field.default is MISSING)
