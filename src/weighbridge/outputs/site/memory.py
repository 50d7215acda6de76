"""What the last writing left, page by page: what is made of the same as it stands is not made again."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from weighbridge.outputs import beneath, noted
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page

NOTE = ".site.json"
Stamp = list[int]


class Memory:
    """The pages of an earlier writing under a folder; a note that is missing or spoilt costs time, never a page."""

    def __init__(self, folder: Path, made_by: str) -> None:
        """`made_by` names the code and all that every page rests on."""
        self._folder, self._made_by = folder, made_by
        self._before = noted(folder / NOTE)
        self._now: dict[str, Any] = {}

    def standing(self, page: Page, language: Language) -> list[Path]:
        """Give the files of a page that stands as it would be written; none where it does not."""
        held = self._before.get(_name(page, language), {})
        try:
            key, files = held["key"], held["files"]
            stamps = {beneath(self._folder, name): stamp for name, stamp in files.items()}
            if key != self._key(page, language) or not all(_stamp(path) == stamp for path, stamp in stamps.items()):
                return []
        except (TypeError, KeyError, AttributeError, ValueError, OSError):
            return []
        self._now[_name(page, language)] = held
        return list(stamps)

    def keep(self, page: Page, language: Language, files: Sequence[Path]) -> None:
        """Remember a page that was written."""
        stamps = {str(path.relative_to(self._folder)): _stamp(path) for path in files}
        self._now[_name(page, language)] = {"key": self._key(page, language), "files": stamps}

    def close(self) -> None:
        """Note all that now stands."""
        place(json.dumps(self._now, separators=(",", ":")).encode(), self._folder / NOTE)

    def _key(self, page: Page, language: Language) -> str:
        return sha256(f"{self._made_by}\n{language.code}\n{page.current}\n{page.made_of}".encode()).hexdigest()


def _name(page: Page, language: Language) -> str:
    return f"{language.code}/{page.path}"


def _stamp(path: Path) -> Stamp:
    """Size and time of a file: what was touched since is written again."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]
