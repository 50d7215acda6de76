"""Lists of models as the trees write them: Python's way or with commas, each model as a link to its page."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from weighbridge.values import repo_id

if TYPE_CHECKING:
    from weighbridge.record import Reading

_PAGE = "https://huggingface.co/"
# What Python writes of texts that hold no quotation mark: no repository id does.
_ITEM = r"'[^'\\]*'"
_PYTHON_LIST = re.compile(rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]")


def repository(stated: str) -> str | None:
    """Read a repository id, alone or as the link to its page; None if it is neither."""
    with suppress(ValueError):
        return repo_id(stated.removeprefix(_PAGE))
    return None


def repositories(stated: str, expected: int | None, at: str, reading: Reading) -> list[str]:
    """Read the repositories of one list, as often as they stand; count a list that has no end or not `expected` items.

    What is no repository is counted too, and left out.
    """
    items = _items(stated.strip())
    if items is None:
        reading.note("list is not readable", f"{at}: {stated[:40]!r} ... {stated[-40:]!r}")
        return []
    if expected is not None and expected != len(items):
        reading.note("count differs from list", f"{at} lists {len(items)}, the count is {expected}")
    found = {item: repository(item) for item in items}
    for item, repo in found.items():
        if repo is None:
            reading.note("listed model is not a repository", f"{at}: {item[:80]!r}")
    return [repo for item in items if (repo := found[item])]


def _items(stated: str) -> list[str] | None:
    if not stated.startswith("["):
        return [item.strip() for item in stated.split(",")] if stated else []
    if not _PYTHON_LIST.fullmatch(stated):
        return None
    return [item.strip("'") for item in stated[1:-1].split(", ")] if len(stated) > len("[]") else []
