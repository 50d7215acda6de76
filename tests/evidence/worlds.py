"""Small worlds of repositories: what is stated of them, as the tables that evidence reads."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from weighbridge.arrow import arrow_schema
from weighbridge.engine import Engine
from weighbridge.entities.evidence.bases import Stated
from weighbridge.schema import CONFIGURATIONS, REPO_FACTS, ROOTS, SUBJECTS, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENGINE = Engine(threads=1)
AT = dt.datetime(2026, 8, 22, tzinfo=dt.UTC)
DAY = dt.date(2026, 8, 1)
Rows = list[dict[str, Any]]


def rows_of(table: Table, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Make rows of `table`; what is not given is null."""
    schema = pa.schema([column.with_nullable(True) for column in arrow_schema(table)])
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)


def base(repo: str, family: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a row's values
    """Make a release's own repository, as `subjects` has it."""
    return {"namespace": "hub", "key": repo, "family_id": family, "rule": "stem", "copy": False} | more


def listed(repo: str, day: dt.date | None = DAY, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a row's values
    """Make a repository that a source lists."""
    seen = {"source": "s", "observed_on": AT.date(), "observed_at": AT, "base_models": [], "inferred_models": []}
    return seen | {"repo_id": repo, "created_on": day} | more


def configured(repo: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a row's values
    """Make a configuration."""
    return {"source": "s", "observed_on": AT.date(), "observed_at": AT, "repo_id": repo} | more


def world(
    subjects: Rows, facts: Rows, edges: Mapping[str, str] | None = None, configurations: Rows | None = None
) -> Stated:
    """Make a world; `edges`: child to parent, one step each."""
    edges = dict(edges or {})
    named = {row["repo_id"] for row in facts} | edges.keys()
    lines = [
        {"repo_id": repo, "nearest": edges.get(repo, repo), "root": edges.get(repo, repo), "weight": 1.0}
        for repo in named
    ]
    pairs = {"child": [*edges], "parent": [*edges.values()]}
    return Stated(
        facts=ENGINE.table(rows_of(REPO_FACTS, facts)),
        configurations=ENGINE.table(rows_of(CONFIGURATIONS, configurations or [])),
        subjects=ENGINE.table(rows_of(SUBJECTS, subjects)),
        edges=ENGINE.table(pa.table(pairs, schema=pa.schema({"child": pa.string(), "parent": pa.string()}))),
        roots=ENGINE.table(rows_of(ROOTS, lines)),
    )
