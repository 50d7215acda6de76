"""Declared parents, their relation and the licence, from tags and from what the Hub made of them: set-based."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.full_hub.columns import repository
from weighbridge.hub import RELATIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.record import Reading

_LICENCE, _PARENT = "license:", "base_model:"


@dataclass(frozen=True)
class Lineage:
    """For each repository: its licence tag, its parents, those of them that the Hub alone names, and as what."""

    licence: pa.Array
    base_models: pa.Array
    inferred_models: pa.Array
    relation: pa.Array


@dataclass(frozen=True)
class Pairs:
    """Words and the row that each stands in, in the order of rows."""

    rows: NDArray[np.int64]
    words: pa.Array

    def starting(self, prefix: str) -> NDArray[np.bool_]:
        """Mark those that start with `prefix`."""
        mask: NDArray[np.bool_] = pc.starts_with(self.words, pattern=prefix).to_numpy(zero_copy_only=False)
        return mask

    def after(self, prefix: str, mask: NDArray[np.bool_]) -> Pairs:
        """Give those that `mask` marks, without the `prefix` that they start with."""
        marked = self.only(mask)
        return Pairs(marked.rows, pc.utf8_slice_codeunits(marked.words, start=len(prefix)))

    def only(self, mask: NDArray[np.bool_]) -> Pairs:
        """Give those that `mask` marks."""
        return Pairs(self.rows[mask], self.words.filter(pa.array(mask)))


def lineage(ids: pa.Array, tags: pa.Array, hub: pa.Array | None, reading: Reading) -> Lineage:
    """Read all three for the repositories `ids`; `hub` is the Hub's own structure, where the listing has it.

    The tags say what was declared; the Hub names parents too where it knows a repository under a newer name.
    """
    n = len(ids)
    tagged = _pairs(tags)
    typed = {relation: tagged.starting(f"{_PARENT}{relation}:") for relation in RELATIONS}
    # The Hub tags each parent twice: alone, and behind its relation.
    plain = tagged.after(_PARENT, tagged.starting(_PARENT) & ~np.logical_or.reduce([*typed.values()]))
    stated = _joined([plain] if hub is None else [plain, _pairs(_hub_parents(hub))])
    parents = _repositories(stated, ids, reading)
    named = None if hub is None else pc.struct_field(hub, "relation").cast(pa.string())
    return Lineage(
        licence=_first(tagged.after(_LICENCE, tagged.starting(_LICENCE)), n),
        base_models=_lists(parents, n),
        inferred_models=_lists(_without(parents, plain), n),
        relation=_relation(ids, {name: tagged.rows[mask] for name, mask in typed.items()}, named, reading),
    )


def _pairs(lists: pa.Array) -> Pairs:
    words = pc.list_flatten(lists).cast(pa.string())
    rows = pc.list_parent_indices(lists).to_numpy().astype(np.int64)
    valid = pc.is_valid(words).to_numpy(zero_copy_only=False)
    return Pairs(rows, words) if valid.all() else Pairs(rows, words).only(valid)


def _hub_parents(hub: pa.Array) -> pa.Array:
    """Give lists of ids from lists of structures."""
    models = pc.struct_field(hub, "models")
    ids = pc.struct_field(pc.list_flatten(models), "id").cast(pa.string())
    counted = np.bincount(pc.list_parent_indices(models).to_numpy(), minlength=len(models))
    return pa.ListArray.from_arrays(pa.array(np.concatenate([[0], counted.cumsum()]), pa.int32()), ids)


def _joined(parts: list[Pairs]) -> Pairs:
    """Give all pairs by row; within a row in the order of `parts`."""
    rows = np.concatenate([part.rows for part in parts])
    order = np.argsort(rows, kind="stable")
    words = pa.concat_arrays([part.words for part in parts])
    return Pairs(rows[order], words.take(pa.array(order)))


def _repositories(parents: Pairs, ids: pa.Array, reading: Reading) -> Pairs:
    """Keep what is a repository id, once a row; count the others (paths, links, remarks)."""
    parents = Pairs(parents.rows, pc.utf8_trim_whitespace(parents.words))
    fits = repository(parents.words).to_numpy(zero_copy_only=False)
    if not fits.all():
        first = int(np.flatnonzero(~fits)[0])
        example = f"{ids[int(parents.rows[first])]}: {parents.words[first].as_py()[:80]!r}"
        reading.note("parent is not a repository", example, int((~fits).sum()))
    parents = parents.only(fits)
    coded = parents.words.dictionary_encode()
    key = parents.rows * (len(coded.dictionary) + 1) + coded.indices.to_numpy().astype(np.int64)
    once = np.zeros(len(key), np.bool_)
    once[np.unique(key, return_index=True)[1]] = True
    return parents.only(once)


def _without(pairs: Pairs, others: Pairs) -> Pairs:
    """Keep the pairs that are not among `others`."""
    words = pc.utf8_trim_whitespace(others.words)
    coded = pa.chunked_array([pairs.words, words]).dictionary_encode().combine_chunks()
    codes = coded.indices.to_numpy().astype(np.int64)
    keys = np.concatenate([pairs.rows, others.rows]) * (len(coded.dictionary) + 1) + codes
    n = len(pairs.rows)
    return pairs.only(~np.isin(keys[:n], keys[n:]))


def _lists(pairs: Pairs, n: int) -> pa.Array:
    offsets = np.concatenate([[0], np.bincount(pairs.rows, minlength=n).cumsum()])
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pairs.words)


def _first(pairs: Pairs, n: int) -> pa.Array:
    """Give for each of `n` rows its first word; null where it has none."""
    rows, place = np.unique(pairs.rows, return_index=True)
    at = np.full(n, -1)
    at[rows] = place
    return pairs.words.take(pa.array(at, mask=at < 0))


def _relation(
    ids: pa.Array, tagged: dict[str, NDArray[np.int64]], named: pa.Array | None, reading: Reading
) -> pa.Array:
    """Give the one relation that is declared; null and an issue where there are two, or one that is none."""
    said = np.zeros((len(RELATIONS), len(ids)), np.bool_)
    for place, name in enumerate(RELATIONS):
        said[place, tagged[name]] = True
        if named is not None:
            said[place] |= pc.fill_null(pc.equal(named, name), False).to_numpy(zero_copy_only=False)
    _note_strange(named, reading)
    times = said.sum(axis=0)
    if (times > 1).any():
        first = int(np.flatnonzero(times > 1)[0])
        both = " and ".join(sorted(name for place, name in enumerate(RELATIONS) if said[place, first]))
        reading.note("more than one relation", f"{ids[first]} is {both}", int((times > 1).sum()))
    which = pa.array(said.argmax(axis=0), mask=times != 1)
    return pa.array(RELATIONS, pa.string()).take(which)


def _note_strange(named: pa.Array | None, reading: Reading) -> None:
    if named is None:
        return
    strange = pc.and_(pc.is_valid(named), pc.invert(pc.is_in(named, pa.array(RELATIONS))))
    n = pc.sum(strange).as_py() or 0
    if n:
        reading.note("unknown relation", repr(named.filter(strange)[0].as_py())[:80], n)
