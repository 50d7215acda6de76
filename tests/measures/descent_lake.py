"""Lakes of a few repositories and what they descend from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tests.measures.small_lake import PROVENANCE, TODAY, table, use
from weighbridge.engine import Engine
from weighbridge.estimate import Provenance, Series
from weighbridge.lake import Lake
from weighbridge.question import Question
from weighbridge.schema import DERIVATIVES
from weighbridge.series import answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from weighbridge.estimate import Estimate

READ_ON = dt.date(2026, 8, 22)
LISTINGS = ("hf_radar", "hub_stats", "laufer_trees")
SOURCES = Provenance(tuple(use(name) for name in LISTINGS), "0", "small", PROVENANCE.lake_digest)
# Base: family, organisation, country, openness.
BASES = {
    "qwen/base": ("qwen", "alibaba", "CN", "open_licence"),
    "qwen/small": ("qwen", "alibaba", "CN", "open_licence"),
    "meta/base": ("llama", "meta", "US", "custom_licence"),
    "someone/base": (None, None, None, None),
}
GROUPS = ("family_id", "organisation_id", "country", "openness")


def line(repo: str, root: str, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Give a line of descent of one step, of a finetune of a language model; `known` says what differs."""
    held: dict[str, Any] = {
        "source": "hf_radar", "observed_on": READ_ON, "repo_id": repo, "basis": "stated", "superseded": False,
        "created_on": dt.date(2026, 8, 1), "field": "language", "relation": "finetune", "downloads_30d": 0,
        "removed": False, "nearest": root, "root": root, "weight": 1.0, "depth": 1, "cut": False, **known,
    }  # fmt: skip
    for which in ("nearest", "root"):
        said = BASES.get(held[which], (None,) * len(GROUPS))
        held |= {f"{which}_{name}": value for name, value in zip(GROUPS, said, strict=True)}
    return held


def base(repo: str, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Give the row of a repository without a parent."""
    return line(repo, repo, **{"relation": None, "depth": 0, **known})


def lake_of(folder: Path, rows: Iterable[Mapping[str, Any]]) -> Iterator[Lake]:
    """Give a lake that holds these rows alone, and close it."""
    engine = Engine(threads=1)
    made = Lake(folder, engine, name="small")
    made.write(DERIVATIVES, table(DERIVATIVES, rows), TODAY)
    yield made
    engine.close()


def series(module: Any, lake: Lake, by: str, **choices: str) -> Series:  # noqa: ANN401 - a module
    """Measure under one combination of choices: no range is taken."""
    question = Question(by, choices=module.MEASURE.settled(choices))
    return answer(module, lake, question, {}, SOURCES)


def found(
    module: Any,  # noqa: ANN401 - a module
    lake: Lake,
    by: str = "family",
    **choices: str,
) -> dict[str, Estimate]:
    """Give the estimates under one combination of choices by group."""
    return {e.group_id: e for e in series(module, lake, by, **choices).estimates}


def filtered(module: Any, lake: Lake, by: str, **where: str) -> dict[str, Estimate]:  # noqa: ANN401 - a module
    """Give the estimates under the default choices, counting only what passes `where`, by group."""
    question = Question(by, where=where, choices=module.MEASURE.settled({}))
    return {e.group_id: e for e in answer(module, lake, question, {}, SOURCES).estimates}
