"""The archive's trees of models by plain Python, and a store that is built from them alone."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import weighbridge
from tests.measures import raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weighbridge.api import Weighbridge

SOURCE = "laufer_trees"
REPOSITORY = re.compile(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")
LISTS = ("children", "adapters", "quantized", "merges")


@dataclass
class Trees:
    """Who stands below whom and in which list, the days of creation, and the last day on which each was named."""

    below: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lists: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    created: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)

    def descendants(self, root: str) -> dict[str, int]:
        """Give the most steps from `root` to each model below it."""
        steps: dict[str, int] = {}
        ways: list[tuple[str, tuple[str, ...]]] = [(root, (root,))]
        while ways:
            name, path = ways.pop()
            for child in self.below.get(name, set()) - set(path):
                if len(path) > steps.get(child, 0):
                    steps[child] = len(path)
                    ways.append((child, (*path, child)))
        return steps


@cache
def trees(archive: Path) -> Trees:
    """Read every file of the trees, oldest first."""
    csv.field_size_limit(10**8)
    found = Trees()
    for entry in raw.entries(archive, SOURCE):
        for row in csv.DictReader(io.StringIO(raw.body(archive, entry).decode())):
            _take(found, row, entry["retrieved_at"][:10])
    return found


def _take(found: Trees, row: dict[str, str], day: str) -> None:
    name = row["model_id"]
    found.seen[name] = day
    if (said := row["metadata"]).startswith("{"):
        known = json.loads(said)
        if created := known.get("created_at") or known.get("createdAt"):
            found.created[name] = created[:10]
    for kind in LISTS:
        for child in REPOSITORY.findall((row.get(kind) or "").replace("https://huggingface.co/", "")):
            if child != name:
                found.below[name].add(child)
                found.lists[child].add(kind)
                found.seen[child] = day


def store_of_trees(archive: Path, folder: Path) -> Iterator[Weighbridge]:
    """Take in the snapshots of the trees alone, and build."""
    taken = folder / "archive"
    shutil.copytree(archive / SOURCE, taken / SOURCE)
    lines = (archive / "manifest.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if json.loads(line)["source"] == SOURCE]
    (taken / "manifest.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    scale = weighbridge.open(folder / "store")
    scale.take_in(taken)
    scale.build().complain()
    yield scale
