"""Lineages small enough to check by eye, with names that strangers chose."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.outputs.books import HOSTILE, PROVENANCE
from weighbridge.lineage import Ancestor, Ancestry, Builder, Held, Home, Kind, Lineage, Lineages, Sureness

EARLY, LATE = dt.date(2026, 5, 10), dt.date(2026, 8, 22)
# A source has a page if the book has a sheet of it.
FEED, TREES = (replace(use, as_of=day) for use, day in zip(PROVENANCE.sources, (LATE, EARLY), strict=True))
NONE = Held(0, None, 0)


def lineage(kind: str, key: str) -> Lineage:
    """Give the lineage of what nothing descends from."""
    return Lineage(
        kind=kind, id=key, own=1, kinds=(), homes=(), builders=(), others=0, rest=NONE, unnamed=NONE,
        sure=Sureness(0, 0, 0, None, None), removed=0, sources=(FEED.name,), listed=200, with_parent=120,
        steps=(), ancestors=(), unnamed_steps=0,
    )  # fmt: skip


def step(child: str, parent: str, how: tuple[str, str] = ("finetune", "declared")) -> Ancestry:
    confidence = 0.99 if how[1] == "name" else None
    return Ancestry(child, parent, *how, confidence, FEED.name, LATE)


def end(repo: str, release: str | None = None, downloads: int | None = None, *, own: bool = False) -> Ancestor:
    return Ancestor(repo, own, None, None, release, downloads)


QWEN = replace(
    lineage("family", "qwen"),
    own=2,
    kinds=(
        Kind("finetune", 1000, 200, Held(1200, 5_000_000, 3)),
        Kind("quantized", 40, 9, Held(49, 70, 0)),
        Kind("merge", 0, 1, Held(1, None, 1)),
    ),
    homes=(Home("CN", Held(50, 4_000_000, 0)), Home("FR", Held(4, 1, 0)), Home("US", Held(125, 20, 0)),
           Home(None, Held(1071, 1_000_049, 4))),
    builders=(
        Builder("alibaba", None, "CN", Held(50, 4_000_000, 0)),
        Builder(None, HOSTILE[0], None, Held(1, 900_000, 0)),
        Builder("meta", None, "US", Held(125, 20, 0)),
        Builder(None, HOSTILE[1], None, Held(1, None, 1)),
    ),
    others=31,
    rest=Held(1063, 100_050, 3),
    unnamed=Held(10, None, 10),
    sure=Sureness(1000, 6, 244, 0.991, 0.996),
    removed=12,
    sources=(FEED.name, TREES.name),
)  # fmt: skip
QWEN3 = replace(
    lineage("model", "qwen3"),
    own=3,
    kinds=(Kind("adapter", 1, 0, Held(1, 0, 0)),),
    homes=(Home(None, Held(1, 0, 0)),),
    builders=(Builder(None, "someone", None, Held(1, 0, 0)),),
    sure=Sureness(1, 0, 0, None, None),
    steps=(step("qwen/three-awq", "qwen/three", ("quantized", "name")), step("qwen/three", "qwen/base"),
           step("qwen/three", HOSTILE[0], ("merge", "hub_inferred")), step("qwen/base", HOSTILE[0])),
    ancestors=(end("qwen/three-awq", "qwen3", 5, own=True), end("qwen/three", "qwen3", 9, own=True),
               end("qwen/base", "qwen3", own=True), end(HOSTILE[0])),
    unnamed_steps=2,
)  # fmt: skip
HOSTILE_MODEL = lineage("model", HOSTILE[1])
LINEAGES = Lineages(
    {(one.kind, one.id): one for one in (QWEN, QWEN3, HOSTILE_MODEL)}, (FEED, TREES), (PROVENANCE.sources[0],)
)
