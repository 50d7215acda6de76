"""A tree's rows: one model each, what the Hub said of it, and the models that it lists as its own."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.decoding import expect_last_line, plain_text
from weighbridge.record import Record
from weighbridge.sources.laufer_trees.links import repositories, repository
from weighbridge.sources.laufer_trees.metadata import Described, described
from weighbridge.values import LONGEST_TEXT, count, number

if TYPE_CHECKING:
    from weighbridge.record import Reading

# Which list says what; the earliest trees have the first alone.
LISTS = {"children": "finetune", "adapters": "adapter", "quantized": "quantized", "merges": "merge"}
OPTIONAL = ("adapters", "quantized", "merges")
FEWEST, MOST_ROWS = 1, 100_000


@dataclass(frozen=True)
class Node:
    """One row. `described`: None where the Hub's page was not read; `below`: by relation, what it lists."""

    repo: str
    depth: int
    described: Described | None
    below: Mapping[str, Sequence[str]]


def nodes(raw: bytes, reading: Reading) -> list[Node]:
    """Read the rows of a tree, each repository once: of two rows, one that the Hub described. Raises ParseError."""
    rows = _records(raw, reading)
    reading.expect_rows("rows", len(rows), FEWEST, MOST_ROWS)
    kept: dict[str, Node] = {}
    for node in filter(None, map(_node, rows)):
        earlier = kept.get(node.repo)
        if earlier is not None:
            reading.note("repository stands twice", node.repo)
        if earlier is None or earlier.described is None:
            kept[node.repo] = node
    found = list(kept.values())
    _check(found, reading)
    return found


def _check(found: Sequence[Node], reading: Reading) -> None:
    """Only fine-tuned models have rows of their own: half of them missing is no tree any more."""
    walkable = {repo for node in found for repo in node.below.get("finetune", ())}
    reading.expect_rows("rows", len(found), 1 + len(walkable) // 2, MOST_ROWS)
    roots = [node.repo for node in found if node.depth == 0]
    if len(roots) != 1:
        reading.note("tree without one root", f"{len(roots)} models stand at depth 0")


def _node(row: Record) -> Node | None:
    """Use up a row; None and an issue if what it speaks of is no repository."""
    row.optional(*OPTIONAL, *(f"{name}_count" for name in OPTIONAL))
    stated, depth = row.take("model_id", str), row.take("depth", count)
    cell = row.take_or_null("metadata", str)
    below = {relation: _list(row, name) for name, relation in LISTS.items()}
    row.ignore("", "spaces", "spaces_count")
    row.done()
    repo = repository(stated)
    if repo is None:
        row.reading.note("id is not a repository", f"{row.at}: {stated[:80]!r}")
        return None
    return Node(repo, depth, described(repo, cell, f"{row.at}.metadata", row.reading), below)


def _list(row: Record, name: str) -> list[str]:
    stated, expected = row.take_or_null(name, str), row.take_or_null(f"{name}_count", _whole)
    return repositories(stated or "", expected, f"{row.at}.{name}", row.reading)


def _whole(value: object) -> int:
    """Read a count that some writers put as "3.0"."""
    read = number(value)
    return count(int(read) if read.is_integer() else value)


def _records(raw: bytes, reading: Reading) -> list[Record]:
    """Decode the CSV by name. By Arrow: what the Hub says of one model is longer than Python's reader takes."""
    import pyarrow as pa
    from pyarrow import csv as arrow

    expect_last_line(raw, reading)
    header = _header(plain_text(raw, reading), reading)
    try:
        # In one block, because a row may be longer than any block of a fixed size.
        rows = arrow.read_csv(
            pa.BufferReader(raw),
            arrow.ReadOptions(use_threads=False, block_size=len(raw) + 1),
            arrow.ParseOptions(newlines_in_values=True),
            arrow.ConvertOptions(column_types=dict.fromkeys(header, pa.string())),
        ).to_pylist()
    except (pa.ArrowException, ValueError, KeyError, OverflowError) as error:
        raise reading.fail(f"document is not this CSV: {' '.join(str(error).split())[:200]}") from None
    return [Record(row, f"row {n}", reading) for n, row in enumerate(rows, start=1)]


def _header(words: str, reading: Reading) -> list[str]:
    """Read the first line, before Arrow believes it."""
    first = words.split("\n", 1)[0].rstrip("\r")[:LONGEST_TEXT]
    names = next(csv.reader([first]), [])
    if not names or len(set(names)) != len(names):
        raise reading.fail(f"header should name each column once, is `{','.join(names)[:200]}`")
    return names
