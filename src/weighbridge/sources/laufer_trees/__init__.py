"""Trees of models below one base model, walked on the Hub in spring 2025: lineage, counts and configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.listings import listing_tables
from weighbridge.record import Reading
from weighbridge.rows import table_of
from weighbridge.schema import CONFIGURATIONS
from weighbridge.sources import Issues, Source
from weighbridge.sources.laufer_trees.branches import parents
from weighbridge.sources.laufer_trees.nodes import nodes
from weighbridge.sources.laufer_trees.placed import placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from weighbridge.snapshot import Snapshot
    from weighbridge.sources.laufer_trees.metadata import Described

# No `fetch`: most trees are deleted upstream, and none is written anew.
SOURCE = Source(
    name="laufer_trees",
    publisher="Laufer, Oderinwale, Kleinberg",
    says="Trees of models below 26 base models: who names whom as parent, with counts, terms and configurations.",
    homepage="https://github.com/hamidahoderinwale/model_metadata_analyses",
    licence="unstated",
    attribution=(
        "Laufer, Oderinwale, Kleinberg (model family trees), github.com/hamidahoderinwale/model_metadata_analyses"
    ),
    tables=("repo_facts", "downloads", "configurations"),
    misleads=(
        "Each tree holds what stands below one base model: it says nothing of how large other families are.",
        "It is dated by the day it was uploaded; the walk was minutes to hours earlier.",
        "Only fine-tuned models were walked further: adapters, quantised copies and merges are named, no more.",
        "Lists may be cut short: that of the adapters of gemma-7b ends at 3,000.",
        "A tree says who names its base as a parent; other parents of a model that is only named are not in it.",
        "Models whose page could not be read have a parent and nothing else.",
    ),
)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `repo_facts`, and `downloads` and `configurations` where any are stated, dated by the capture. ParseError.

    Repositories that a list names without a row of their own have their parents and relation alone.
    """
    import pyarrow.compute as pc

    reading = Reading(snapshot.path, issues)
    walked = nodes(raw, reading)
    named = parents(walked, reading)
    described = {node.repo: node.described for node in walked}
    listed = [
        placed(repo, described.get(repo), named.get(repo, {}), reading) for repo in dict.fromkeys([*described, *named])
    ]
    tables = listing_tables(SOURCE.name, listed, snapshot.retrieved_at, reading)
    tables["downloads"] = tables["downloads"].filter(pc.field("downloads_30d").is_valid())
    known = (one for one in described.values() if one is not None)
    tables["configurations"] = _configurations(known, snapshot, reading)
    return {name: table for name, table in tables.items() if table.num_rows}


def _configurations(known: Iterable[Described], snapshot: Snapshot, reading: Reading) -> pa.Table:
    at = snapshot.retrieved_at
    blank: dict[str, object] = {column.name: None for column in CONFIGURATIONS.columns}
    seen = {"source": SOURCE.name, "observed_on": at.date(), "observed_at": at}
    rows = [
        {**blank, **seen, "repo_id": one.listed.repo_id, "model_type": one.model_type, "tokenizer": one.tokenizer}
        for one in known
        if one.model_type or one.tokenizer
    ]
    return table_of(CONFIGURATIONS, rows, reading)
