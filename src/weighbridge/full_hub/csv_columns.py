"""Which columns of a CSV listing say what: by names of small closed vocabularies, never by place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from weighbridge.errors import ParseError

# What is read -> what a header may call it, the surest first, and why it means that. A header is compared without
# regard to capitals, with spaces and hyphens as underscores; one underscore in front (`_id`) is another name.
VOCABULARY: Mapping[str, Mapping[str, str]] = {
    "id": {
        "id": "the Hub's API calls a repository's account and name so",
        "modelid": "the API's older name for it, `modelId`",
        "model_id": "that name as Python writes it",
        "repo_id": "the Hub's Python client calls it so",
        "repository": "that in one word",
        "model": "a table of models; ids without an account are refused",
        "model_name": "as `model`",
    },
    "downloads": {
        "downloads_30d": "says the window",
        "downloads_last_month": "the Hub's pages call the trailing 30 days so",
        "downloads": "the API's name for the trailing 30 days; its all-time count comes under another name",
    },
    "downloadsAllTime": {
        "downloadsalltime": "the API's name for downloads since the repository exists",
        "downloads_all_time": "that name as Python writes it",
    },
    "likes": {"likes": "the API's name"},
}
# A listing with such a column may hold datasets and spaces too, in words that nobody documented.
OF_SEVERAL_KINDS = frozenset({"type", "repo_type", "repotype", "kind"})
ID, COUNTS = "id", ("downloads", "downloadsAllTime")
# Fields of the API that are not read, a row's number (unnamed, as pandas writes it), and other words for what is read.
NOT_READ = frozenset({
    "", "unnamed:_0", "index", "_id", "author", "sha", "lastmodified", "last_modified", "createdat", "created_at",
    "private", "disabled", "gated", "pipeline_tag", "library_name", "tags", "siblings", "carddata", "card_data",
    "config", "trendingscore", "trending_score", *(word for words in VOCABULARY.values() for word in words),
})  # fmt: skip
MOST_SHOWN = 12
_GAP = re.compile(r"[\s-]+")


def folded(name: str) -> str:
    """Give a column's name as the vocabulary has it."""
    return _GAP.sub("_", name.strip()).casefold()


def found(header: Sequence[str]) -> dict[str, int]:
    """Give the place of each column that has a known name, by what it says.

    Empty where none holds repositories or none their downloads, where a name that is needed stands twice, and where a
    column tells kinds of repositories apart.
    """
    names = [folded(name) for name in header]
    places: dict[str, int] = {}
    for what, words in VOCABULARY.items():
        word = next((word for word in words if word in names), None)
        if word is not None:
            places[what] = names.index(word)
    clear = OF_SEVERAL_KINDS.isdisjoint(names) and all(names.count(names[place]) == 1 for place in places.values())
    return places if clear and ID in places and any(count in places for count in COUNTS) else {}


def unknown(path: str, header: Sequence[str]) -> ParseError:
    """Make the error of a header that no rule knows; the caller raises it."""
    columns = ", ".join(repr(name[:40]) for name in header[:MOST_SHOWN])
    more = f" and {len(header) - MOST_SHOWN} more" if len(header) > MOST_SHOWN else ""
    what = f"no rule knows repositories and their downloads among the columns of {path[:100]}: {columns}{more}"
    return ParseError(what, where=path[:200], then="report these columns, so that a rule can be written for them")
