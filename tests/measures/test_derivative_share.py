"""Shares of new derivatives beside the same shares by plain Python from the radar's raw bytes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import pytest

from tests.measures import raw
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from weighbridge.api import Weighbridge

Repo = dict[str, Any]
REPOSITORY = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?")
RELATIONS = ("finetune", "adapter", "quantized", "merge")


class Repos(dict[str, Repo]):
    """The radar's repositories by name."""

    @cached_property
    def folded(self) -> dict[str, list[str]]:
        """Names by what they are in small letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self:
            found[name.lower()].append(name)
        return found


@cache
def radar(archive: Path) -> Repos:
    (entry,) = (e for e in raw.entries(archive, "hf_radar") if "models" in e["path"])
    lines = raw.body(archive, entry).decode().splitlines()
    return Repos({repo["id"]: repo for repo in map(json.loads, lines)})


def tagged(repo: Repo) -> list[list[str]]:
    return [tag.split(":", 2)[1:] for tag in repo["tags"] if tag.startswith("base_model:")]


def parents(repo: Repo) -> list[str]:
    field = (repo["base_model"] or "").split(",")
    stated = field if any(field) else [tag[0] for tag in tagged(repo) if tag[0] not in RELATIONS]
    return sorted({name.strip() for name in stated if REPOSITORY.fullmatch(name.strip())})


def relation(repo: Repo) -> str:
    found = {tag[0] for tag in tagged(repo) if len(tag) > 1 and tag[0] in RELATIONS}
    return found.pop() if len(found) == 1 else "unspecified"


def roots(repos: Repos, name: str, path: tuple[str, ...] = ()) -> dict[str, Fraction]:
    """Follow the stated parents; names that differ from a listed one by case alone are that one."""
    above = [spelt(repos, parent) for parent in parents(repos[name])] if name in repos else []
    above = sorted({parent for parent in above if parent not in (*path, name)})
    if not above:
        return {name: Fraction(1)}
    found: dict[str, Fraction] = defaultdict(Fraction)
    for parent in above:
        for root, part in roots(repos, parent, (*path, name)).items():
            found[root] += part / len(above)
    return dict(found)


def spelt(repos: Repos, name: str) -> str:
    ways = [] if name in repos else repos.folded.get(name.lower(), [])
    return ways[0] if len(ways) == 1 else name


@pytest.fixture(scope="module")
def lines(starter: Weighbridge) -> list[Repo]:
    """The starter's own lines of the radar, for what a repository and a root are said to be."""
    rows = starter.lake.read(DERIVATIVES)
    rows = rows.filter((rows.source == "hf_radar") & (rows.basis == "stated"))
    found: list[Repo] = starter.lake.engine.arrow(rows).to_pylist()
    return found


@pytest.fixture(scope="module")
def new(archive: Path, lines: list[Repo]) -> dict[str, Repo]:
    """Repositories of August that read and write text."""
    language = {row["repo_id"] for row in lines if row["field"] == "language"}
    return {n: r for n, r in radar(archive).items() if n in language and r["created_at"].startswith("2026-08")}


def test_lines_of_descent_are_those_of_the_raw_bytes(archive: Path, lines: list[Repo]) -> None:
    """What another listing says of a parent may carry a line further: the others must be equal."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in lines:
        found[row["repo_id"]][row["root"]] += row["weight"]
    repos = radar(archive)
    differ = [name for name in repos if found[name] != pytest.approx(dict(roots(repos, name)))]
    assert len(found) == 15_904
    assert len(differ) < 0.05 * sum(bool(parents(repo)) for repo in repos.values())
    # Whoever differs goes on from a root of the raw bytes, through what a second source says of it.
    assert all(sum(found[name].values()) == pytest.approx(1) for name in differ)


WAYS: dict[str, tuple[dict[str, str], Callable[[Repo], bool]]] = {
    "default": ({}, lambda _: True),
    "no copies": ({"relations": "no_quantised"}, lambda repo: relation(repo) != "quantized"),
    "no adapters": ({"relations": "no_adapters"}, lambda repo: relation(repo) != "adapter"),
    "finetunes": ({"relations": "finetunes"}, lambda repo: relation(repo) not in ("quantized", "adapter")),
    "used": ({"downloaded": "over_5"}, lambda repo: not repo["removed"] and repo["downloads_30d"] > 5),
    "no merges": ({"merges": "left_out"}, lambda repo: relation(repo) != "merge"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_share_is_that_of_the_raw_bytes(
    starter: Weighbridge, lines: list[Repo], new: dict[str, Repo], way: str
) -> None:
    choices, keep = WAYS[way]
    kept = {name for name, repo in new.items() if keep(repo) and parents(repo)}
    rows = [row for row in lines if row["repo_id"] in kept and row["depth"] > 0]
    qwen = sum(row["weight"] for row in rows if row["root_family_id"] == "qwen")
    series = starter.measure("derivative_share", "family", choices=choices)
    found = {estimate.group_id: estimate for estimate in series.estimates}["qwen"]
    assert found.value == pytest.approx(qwen / sum(row["weight"] for row in rows))
    assert found.value is not None
    assert found.ci_low is not None
    assert found.ci_high is not None
    assert found.ci_low < found.value < found.ci_high


def test_uploaders_count_once_for_each_base(starter: Weighbridge, lines: list[Repo], new: dict[str, Repo]) -> None:
    rows = [row for row in lines if row["repo_id"] in new and row["depth"] > 0]
    built = {row["repo_id"].split("/")[0] for row in rows if row["root_family_id"] == "qwen"}
    series = starter.measure("derivative_share", "family", choices={"counted": "uploaders"})
    found = {estimate.group_id: estimate for estimate in series.estimates}["qwen"]
    assert found.value == pytest.approx(len(built) / len({row["repo_id"].split("/")[0] for row in rows}))


def test_downloads_weigh(starter: Weighbridge, lines: list[Repo], new: dict[str, Repo]) -> None:
    rows = [row for row in lines if row["repo_id"] in new and row["depth"] > 0]
    weighed = [(row["root_family_id"], row["weight"] * (row["downloads_30d"] or 0)) for row in rows]
    series = starter.measure("derivative_share", "family", choices={"counted": "downloads"})
    found = {estimate.group_id: estimate for estimate in series.estimates}["qwen"]
    assert found.value == pytest.approx(sum(w for of, w in weighed if of == "qwen") / sum(w for _, w in weighed))


def test_what_states_no_parent_may_be_anything(starter: Weighbridge, lines: list[Repo], archive: Path) -> None:
    """Of all new models the share is lower, and the interval reaches up by all that say nothing."""
    fields = {row["repo_id"]: row["field"] for row in lines}
    may = {
        name: repo
        for name, repo in radar(archive).items()
        if fields[name] in (None, "language") and repo["created_at"].startswith("2026-08")
    }
    built = {row["repo_id"] for row in lines if row["depth"] > 0}
    silent = sum(name not in built for name in may) / len(may)
    choices = {"denominator": "new_models", "population": "perhaps"}
    series = starter.measure("derivative_share", "family", choices=choices)
    found = {estimate.group_id: estimate for estimate in series.estimates}["qwen"]
    assert 0.4 < silent < 0.6
    assert found.value is not None
    assert found.ci_high is not None
    assert found.ci_high > found.value + silent
    assert found.coverage is not None
    assert found.coverage < 1 - silent


def test_a_filter_leaves_other_bases_out(starter: Weighbridge) -> None:
    series = starter.measure("derivative_share", "family", where={"country": "CN"})
    groups = {estimate.group_id for estimate in series.estimates}
    assert "qwen" in groups
    assert not {"llama", "gemma"} & groups
