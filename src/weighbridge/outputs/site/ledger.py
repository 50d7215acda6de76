"""Every address ever published under a folder: what is no longer made says what it was and where to look now.

`addresses.json` stands with the site, for anyone to read, so what it says is believed only as far as it has the form
of an address of ours. A ledger that is broken costs the memory of old addresses and nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.outputs import noted
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.outputs.site.languages import Language

FILE = "addresses.json"
VERSION = 1
GONE = "gone"
MOST_BYTES, MOST_ADDRESSES, LONGEST_PATH, LONGEST_PART, LONGEST_TITLE = 64_000_000, 200_000, 300, 200, 600
# Parts of an address: as `addresses` makes them, and none that a file of the site may be called.
_PART = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_FIRST = re.compile(r"[a-z][a-z0-9-]*")
_FILE = re.compile(r".*\.(?:html|json|csv|atom|svg|png|xml|txt|js|css|parquet)")
_FIXED = re.compile(r"race/[^/]+/[^/]+/v\d+")
# Where to look now, by the first part of what is gone, before the page above it.
_INSTEAD = {
    **dict.fromkeys(("country", "organisation", "family", "model"), "contenders"),
    "compare": "compare",
}


@dataclass(frozen=True)
class Address:
    """One address. `titles` are by language; the days are the newest days of the data of its first and last making."""

    path: str
    kind: str
    titles: Mapping[str, str]
    first: dt.date
    last: dt.date


class Ledger:
    """The addresses of a folder: those published before, and those that pass now."""

    def __init__(self, folder: Path, languages: Sequence[Language], day: dt.date) -> None:
        """`day`: the newest day of the data that are published."""
        self._folder, self._languages, self._day = folder, languages, day
        self._before = _read(folder / FILE)
        self._now: dict[str, Address] = {}

    def add(self, page: Page) -> None:
        """Take a page into the ledger."""
        known = self._before.get(page.path)
        titles = {language.code: page.title(language)[:LONGEST_TITLE] for language in self._languages}
        days = (self._day,) if known is None else (known.first, known.last, self._day)
        self._now[page.path] = Address(page.path, page.kind, titles, min(days), max(days))

    def gone(self) -> Iterator[Page]:
        """Give a page for every address that is no longer made; what stands for one version stays as it was written."""
        for path in sorted(self._before.keys() - self._now.keys()):
            if not (_FIXED.fullmatch(path) and self._stands(path)):
                yield self._page(self._before[path])

    def write(self) -> Path:
        """Write the ledger beside the pages."""
        import orjson

        every = {**self._before, **self._now}
        told = {"version": VERSION, "addresses": [every[path] for path in sorted(every)]}
        return place(orjson.dumps(told, option=orjson.OPT_SORT_KEYS) + b"\n", self._folder / FILE)

    def _stands(self, path: str) -> bool:
        return all((self._folder / one.code / path / "index.html").is_file() for one in self._languages)

    def _page(self, was: Address) -> Page:
        instead = self._now.get(self._instead(was.path))
        return Page(
            was.path,
            GONE,
            title=lambda language: was.titles.get(language.code) or was.path,
            says=lambda language: language.says("gone_says", day=language.day(was.last)),
            view=lambda _: {"was": was, "instead": instead},
            made_of=f"{was} {instead and (instead.path, instead.titles)}",
            record=lambda: {"gone": was, "instead": instead and instead.path},
            listed=False,
        )

    def _instead(self, path: str) -> str:
        """Find the living page that is nearest to what an address was."""
        first, *rest = path.split("/")
        nearest = [_INSTEAD[first]] if first in _INSTEAD else []
        nearest += [f"race/{rest[0]}/{rest[1]}", f"method/{rest[0]}"] if first == "race" and len(rest) > 1 else []
        above = ["/".join([first, *rest][:n]) for n in range(len(rest), 0, -1)]
        return next((found for found in (*nearest, *above) if found in self._now), "")


def _read(path: Path) -> dict[str, Address]:
    """Read a ledger: what has not the form of an address is passed over."""
    listed = noted(path, MOST_BYTES).get("addresses")
    if not isinstance(listed, list):
        return {}
    return {found.path: found for one in listed[:MOST_ADDRESSES] if (found := _address(one)) is not None}


def _address(stated: Any) -> Address | None:  # noqa: ANN401 - anything that JSON can state
    try:
        first, last = (dt.date.fromisoformat(stated[end]) for end in ("first", "last"))
        titles = {str(code): str(title)[:LONGEST_TITLE] for code, title in stated["titles"].items()}
        found = Address(stated["path"], str(stated["kind"]), titles, first, last)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
    return found if first <= last and _is_path(found.path) else None


def _is_path(path: object) -> bool:
    """Say whether an address stays within the site and takes the place of none of its files."""
    if not isinstance(path, str) or len(path) > LONGEST_PATH:
        return False
    first, *rest = path.split("/")
    if path == "":
        return True
    return bool(_FIRST.fullmatch(first)) and all(
        len(part) <= LONGEST_PART and _PART.fullmatch(part) and ".." not in part and not _FILE.fullmatch(part)
        for part in rest
    )
