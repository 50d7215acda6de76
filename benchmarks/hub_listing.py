"""A full-Hub listing of invented repositories, as a fetch of `hub_stats` would store it."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.hub_names import named
from benchmarks.lineage_hub import DANGLING, FIRST, RELATIONS, descent
from benchmarks.population import SEED
from weighbridge.full_hub.projection import OBSERVED_AT, PUBLISHED, REVISION
from weighbridge.hub import RELATIONS as SAID
from weighbridge.model_types import MODEL_TYPES

if TYPE_CHECKING:
    from numpy.typing import NDArray

LISTED_AT = dt.datetime(2026, 7, 31, 3, tzinfo=dt.UTC)
# Parts of repositories that state a task, a library, a licence, their model type, a count of parameters.
TASKED, LIBRARIED, LICENSED, TYPED, COUNTED = 0.45, 0.6, 0.45, 0.55, 0.4
# Of parents: stated in letters of another case; and of repositories, those never downloaded.
OTHER_CASE, UNUSED = 0.02, 0.4
TASKS = (*("text-generation",) * 6, "image-text-to-text", "text-to-image", "text-classification", "fill-mask",
         "automatic-speech-recognition", "feature-extraction", "reinforcement-learning")  # fmt: skip
LIBRARIES = (*("transformers",) * 5, *("peft",) * 2, "diffusers", "gguf", "stable-baselines3")
LICENCES = (*("apache-2.0",) * 5, *("mit",) * 2, "other", "llama3.1", "gemma", "cc-by-nc-4.0", "openrail")
ROWS_IN_GROUP = 262_144


def document(repositories: int) -> bytes:
    """Give the Parquet bytes of a listing of so many repositories: the same for the same number."""
    rows = listing(repositories)
    notes = {OBSERVED_AT: LISTED_AT.isoformat(), REVISION: "0" * 40, PUBLISHED: json.dumps(rows.column_names)}
    sink = io.BytesIO()
    rows = rows.replace_schema_metadata(notes)
    pq.write_table(rows, sink, compression="zstd", compression_level=9, row_group_size=ROWS_IN_GROUP)
    return sink.getvalue()


def listing(n: int) -> pa.Table:
    """Give the columns of a listing of `n` repositories, oldest first."""
    chance = np.random.default_rng(SEED)
    depth, child, parent = descent(n, chance)
    relation = _relations(n, child, chance)
    ids = named(depth, child, parent, relation == list(SAID).index("quantized"))
    parents = _stated(ids, parent, chance)
    kinds, totals = _alike(depth, child, parent, chance)
    used = np.where(chance.random(n) < UNUSED, 0, np.exp(chance.normal(2.5, 2.0, n))).astype(np.int64)
    order = np.argsort(child, kind="stable")
    child, parents = child[order], parents.take(pa.array(order))
    return pa.table({
        "id": ids,
        "createdAt": _created(n),
        "downloads": used,
        "likes": used // 100,
        "pipeline_tag": _some(TASKS, n, TASKED, chance),
        "library_name": _some(LIBRARIES, n, LIBRARIED, chance),
        "tags": _tags(child, parents, relation, kinds, _some(LICENCES, n, LICENSED, chance)),
        "downloadsAllTime": used * 9,
        "safetensors": _structs({"total": totals}, pc.is_valid(totals)),
        "baseModels": _parents(n, child, parents, relation),
    })  # fmt: skip


def _created(n: int) -> pa.Array:
    """Give instants up to that of the listing: the later, the denser."""
    first = dt.datetime.combine(FIRST, dt.time())
    span = (LISTED_AT.replace(tzinfo=None) - first) / dt.timedelta(microseconds=1)
    return pa.array(np.datetime64(first, "us") + (((np.arange(n) + 1) / n) ** 0.5 * span).astype(np.int64))


def _relations(n: int, child: NDArray[np.int64], chance: np.random.Generator) -> NDArray[np.int64]:
    """Give the place of each repository's relation among those that the Hub has; -1 where none is stated."""
    place = [list(SAID).index(word) if word else -1 for word in RELATIONS]
    stated = np.bincount(child, minlength=n)
    drawn = chance.choice(place, n, p=list(RELATIONS.values()))
    return np.where(stated > 1, list(SAID).index("merge"), np.where(stated == 1, drawn, -1))


def _stated(ids: pa.Array, parent: NDArray[np.int64], chance: np.random.Generator) -> pa.Array:
    """Name each `parent`: a few in letters of another case, and some that are no longer there."""
    said = ids.take(pa.array(parent))
    said = pc.if_else(pa.array(chance.random(len(parent)) < OTHER_CASE), pc.utf8_upper(said), said)
    gone = pc.binary_join_element_wise("gone", pa.array(parent // 3).cast(pa.string()), "/model-")
    return pc.if_else(pa.array(chance.random(len(parent)) < DANGLING), gone, said)


def _alike(
    depth: NDArray[np.int64], child: NDArray[np.int64], parent: NDArray[np.int64], chance: np.random.Generator
) -> tuple[pa.Array, pa.Array]:
    """Give model types and counts of parameters: children have those of their parents."""
    n, types = len(depth), sorted(MODEL_TYPES)
    kind, total = chance.integers(0, len(types), n), chance.integers(10_000_000, 1_000_000_000, n) * 37
    order = np.argsort(depth[child], kind="stable")
    for step in range(1, int(depth.max(initial=0)) + 1):
        edges = order[depth[child[order]] == step]
        kind[child[edges]], total[child[edges]] = kind[parent[edges]], total[parent[edges]]
    words = pa.array(types).take(pa.array(kind, mask=chance.random(n) >= TYPED))
    return words, pa.array(total, mask=chance.random(n) >= COUNTED)


def _some(words: tuple[str, ...], n: int, part: float, chance: np.random.Generator) -> pa.Array:
    return pa.array(words).take(pa.array(chance.integers(0, len(words), n), mask=chance.random(n) >= part))


def _tags(
    child: NDArray[np.int64], parents: pa.Array, relation: NDArray[np.int64], kinds: pa.Array, licences: pa.Array
) -> pa.Array:
    """Give the tags of each repository; the Hub tags a parent twice: alone, and behind its relation."""
    n, said = len(relation), relation[child] >= 0
    words = pa.array(SAID).take(pa.array(relation[child][said]))
    parts = [
        (np.flatnonzero(pc.is_valid(kinds)), kinds.drop_null()),
        (np.flatnonzero(pc.is_valid(licences)), _behind("license", licences.drop_null())),
        (child, _behind("base_model", parents)),
        (child[said], _behind("base_model", words, parents.filter(pa.array(said)))),
    ]
    rows = np.concatenate([part[0] for part in parts])
    order = np.argsort(rows, kind="stable")
    return _lists(rows[order], pa.concat_arrays([part[1] for part in parts]).take(pa.array(order)), n)


def _behind(word: str, *texts: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(word, *texts, ":")


def _lists(rows: NDArray[np.int64], values: pa.Array, n: int) -> pa.Array:
    offsets = np.concatenate([[0], np.bincount(rows, minlength=n).cumsum()])
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values)


def _structs(columns: dict[str, pa.Array], stated: pa.Array) -> pa.Array:
    return pa.StructArray.from_arrays(list(columns.values()), list(columns), mask=pc.invert(stated))


def _parents(n: int, child: NDArray[np.int64], parents: pa.Array, relation: NDArray[np.int64]) -> pa.Array:
    """Give what the Hub makes of the tags: the relation, and the parents."""
    models = _lists(child, pa.StructArray.from_arrays([parents], ["id"]), n)
    words = pa.array(SAID).take(pa.array(relation, mask=relation < 0))
    stated = np.zeros(n, dtype=np.bool_)
    stated[child] = True
    return _structs({"models": models, "relation": words}, pa.array(stated))
