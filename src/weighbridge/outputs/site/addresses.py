"""Where pages stand: a path for every contender, race and source, safe whatever its name, the same in each language."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

LONGEST = 60
DIGITS = 16  # of a digest: strangers choose names, and would find two of one shorter digest in a minute
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_MARKED = re.compile(rf"(?:.*-)?[0-9a-f]{{{DIGITS}}}")  # ends as a digest does
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")  # no folder on Windows may be called so
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Give the part of a path that stands for `name`: letters, digits and dashes alone.

    A name that is such a part already stands for itself. Any other gets a digest of all of it beside what is left, so
    that no two names meet and none leaves its folder; so does one that ends as if it had a digest, which could be
    chosen to take another's place, and one that no folder may bear everywhere.
    """
    odd = ".." in name or len(name) > LONGEST or _MARKED.fullmatch(name) or _DEVICE.fullmatch(name)
    if _PLAIN.fullmatch(name) and not odd:
        return name
    return _marked(name, sha256(name.encode("utf-8", "surrogatepass")).hexdigest())


def _marked(name: str, digest: str) -> str:
    """Put what is left of `name` before what an address holds of a digest."""
    ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    kept = _OTHER.sub("-", ascii_)[:LONGEST].strip("-")
    return f"{kept}-{digest[:DIGITS]}" if kept else digest[:DIGITS]


def article(title: str, digest: str) -> str:
    """Give the part of a path that stands for an article: what is left of its title, and of the digest of its bytes."""
    return _marked(title, digest)


def race(measure: str, by: str, version: int | None = None) -> str:
    """Give the path of a measure by a grouping; with its version where the address is to stand for ever."""
    path = f"race/{measure.replace('_', '-')}/{by.replace('_', '-')}"
    return path if version is None else f"{path}/v{version}"


def measure(name: str) -> str:
    """Give the path of what a measure is."""
    return f"method/{name.replace('_', '-')}"


def contender(kind: str, key: str) -> str:
    """Give the path of a contender."""
    return f"{kind}/{key.lower() if kind == 'country' and key.isascii() and key.isalpha() else slug(key)}"


def source(name: str) -> str:
    """Give the path of a source."""
    return f"source/{name.replace('_', '-')}"
