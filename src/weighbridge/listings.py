"""Rows that every listing of Hub repositories gives: its facts and its downloads, and configurations where stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weighbridge.rows import table_of
from weighbridge.schema import CONFIGURATIONS, DOWNLOADS, MOST_PARAMETERS, REPO_FACTS
from weighbridge.values import instant

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.record import Reading, Record


@dataclass
class Listed:
    """One repository of a listing; None where the listing does not say."""

    repo_id: str
    downloads_30d: int | None
    likes: int | None
    downloads_all_time: int | None = None
    created_on: dt.date | None = None
    pipeline_tag: str | None = None
    library: str | None = None
    licence: str | None = None
    params_total: int | None = None
    base_models: list[str] = field(default_factory=list)
    inferred_models: list[str] = field(default_factory=list)
    relation: str | None = None
    removed: bool | None = None


@dataclass(frozen=True)
class Configured:
    """The configuration of one repository; None where the listing does not say."""

    repo_id: str
    model_type: str | None
    layers: int | None = None
    hidden_size: int | None = None
    heads: int | None = None
    kv_heads: int | None = None
    vocabulary: int | None = None
    tokenizer: str | None = None

    def says_nothing(self) -> bool:
        """Say whether nothing but the name stands in it."""
        return all(value is None for name, value in vars(self).items() if name != "repo_id")


def observed_at(document: Record, name: str, retrieved_at: dt.datetime) -> dt.datetime:
    """Take the listing's own instant, in UTC; a day after its capture at the latest, else ParseError."""
    stated = document.take(name, instant)
    if stated > retrieved_at + dt.timedelta(days=1):
        raise document.refuse(name, f"is {stated}, after the capture")
    return stated


def listing_tables(source: str, listed: Iterable[Listed], at: dt.datetime, reading: Reading) -> dict[str, pa.Table]:
    """Build `downloads` and `repo_facts`, observed at the UTC instant `at`."""
    seen = {"source": source, "observed_on": at.date(), "observed_at": at}
    rows = [seen | vars(_plausible(repo, reading)) for repo in listed]
    return {table.name: table_of(table, rows, reading) for table in (DOWNLOADS, REPO_FACTS)}


def configurations(source: str, stated: Iterable[Configured], at: dt.datetime, reading: Reading) -> pa.Table:
    """Build `configurations`, observed at the UTC instant `at`; what says nothing gives no row."""
    seen = {"source": source, "observed_on": at.date(), "observed_at": at}
    return table_of(CONFIGURATIONS, [seen | vars(each) for each in stated if not each.says_nothing()], reading)


def _plausible(repo: Listed, reading: Reading) -> Listed:
    """Read a parameter count that no machine can hold as unknown: some repositories state one for fun."""
    if repo.params_total is None or repo.params_total <= MOST_PARAMETERS:
        return repo
    reading.note("implausible parameter count", f"{repo.repo_id} states {repo.params_total}")
    return replace(repo, params_total=None)
