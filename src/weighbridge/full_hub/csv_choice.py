"""Which of a revision's CSV files lists models: by the names of its columns, and what files are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from weighbridge.errors import ParseError
from weighbridge.full_hub.csv_columns import found, unknown

if TYPE_CHECKING:
    from weighbridge.full_hub.dataset import FileState

MODELS = frozenset({"model", "models"})
# Repositories of another kind have ids and downloads too, and accounts have sums of them.
OTHERS = frozenset({
    "account", "accounts", "author", "authors", "dataset", "datasets", "org", "organization", "organizations", "orgs",
    "space", "spaces", "user", "users",
})  # fmt: skip
_WORD = re.compile(r"[a-z]+")


def listing_of_models(files: Sequence[FileState], header: Callable[[FileState], list[str]]) -> FileState | None:
    """Give the one of `files` that lists models; None where there are none at all.

    ParseError where none of them, or several, may be it. `header` gives the names of a file's columns.
    """
    if not files:
        return None
    named = {file.path: _words(file.path) for file in files}
    candidates = [file for file in files if not named[file.path] & OTHERS]
    headers = {file.path: header(file) for file in candidates}
    fitting = [file for file in candidates if found(headers[file.path])]
    said = [file for file in fitting if named[file.path] & MODELS]
    if len(chosen := said or fitting) == 1:
        return chosen[0]
    if chosen:
        paths = ", ".join(file.path[:80] for file in chosen[:5])
        what = f"{len(chosen)} files list repositories and downloads, and nothing says which is that of models: {paths}"
        raise ParseError(what, where=chosen[0].path[:200], then="report their names, so that a rule can be written")
    if not candidates:
        what = f"no CSV file is one of models by its name: {', '.join(file.path[:80] for file in files[:5])}"
        raise ParseError(what, where=files[0].path[:200], then="report their names, so that a rule can be written")
    # Of several, that which says that it is of models is the one that was looked for.
    shown = next((file for file in candidates if named[file.path] & MODELS), candidates[0])
    raise unknown(shown.path, headers[shown.path])


def _words(path: str) -> set[str]:
    return set(_WORD.findall(path.casefold()))
