"""The columns that are read of a full-Hub listing: what each must be, and what may be missing from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.errors import ParseError

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

# Levels that Parquet puts between a list and what stands in it; writers differ.
_LIST_LEVELS = re.compile(r"\.(list|bag)\.(element|item|array_element|array)(?=\.|$)")
# What a Parquet file that is none makes its reader raise: Arrow's own errors are ValueError, KeyError and the like.
UNREADABLE = (OSError, ValueError, KeyError, TypeError, IndexError, NotImplementedError)


@dataclass(frozen=True)
class Wanted:
    """One column: its leaves, dotted and without list levels; what it must be; whether every listing has had it."""

    name: str
    fits: Callable[[pa.DataType], bool]
    kind: str
    leaves: tuple[str, ...] = ()
    always: bool = True

    def paths(self) -> tuple[str, ...]:
        """Give the leaves to read; a column without parts is its own leaf."""
        return self.leaves or (self.name,)


def is_text(kind: pa.DataType) -> bool:
    """Say whether values are text."""
    import pyarrow.types as of

    return bool(of.is_string(kind) or of.is_large_string(kind))


def is_count(kind: pa.DataType) -> bool:
    """Say whether values are numbers; whole numbers with gaps are written as floats by some writers."""
    import pyarrow.types as of

    return bool(of.is_integer(kind) or of.is_float64(kind))


def is_instant(kind: pa.DataType) -> bool:
    """Say whether values are instants, or text that may be."""
    import pyarrow.types as of

    return bool(of.is_timestamp(kind) or is_text(kind))


def is_texts(kind: pa.DataType) -> bool:
    """Say whether values are lists of texts."""
    import pyarrow.types as of

    return bool((of.is_list(kind) or of.is_large_list(kind)) and is_text(kind.value_type))


def has_total(kind: pa.DataType) -> bool:
    """Say whether values have a field `total` that is a number."""
    return _part(kind, "total", is_count)


def has_parents(kind: pa.DataType) -> bool:
    """Say whether values have `relation` and, in the list `models`, texts called `id`."""
    return _part(kind, "relation", is_text) and _part(kind, "models", _lists_ids)


def _lists_ids(kind: pa.DataType) -> bool:
    import pyarrow.types as of

    return bool(of.is_list(kind) or of.is_large_list(kind)) and _part(kind.value_type, "id", is_text)


def _part(kind: pa.DataType, name: str, fits: Callable[[pa.DataType], bool]) -> bool:
    import pyarrow.types as of

    return bool(of.is_struct(kind)) and kind.get_field_index(name) >= 0 and fits(kind.field(name).type)


TOTAL = "a structure with a number `total`"
PARENTS = "a structure with the text `relation` and a list `models` of structures with the text `id`"
WANTED = (
    Wanted("id", is_text, "text"),
    Wanted("createdAt", is_instant, "instants"),
    Wanted("downloads", is_count, "numbers"),
    Wanted("likes", is_count, "numbers"),
    Wanted("pipeline_tag", is_text, "text"),
    Wanted("library_name", is_text, "text"),
    Wanted("tags", is_texts, "lists of text"),
    # The listings began without these.
    Wanted("downloadsAllTime", is_count, "numbers", always=False),
    Wanted("safetensors", has_total, TOTAL, ("safetensors.total",), always=False),
    Wanted("gguf", has_total, TOTAL, ("gguf.total",), always=False),
    Wanted("baseModels", has_parents, PARENTS, ("baseModels.relation", "baseModels.models.id"), always=False),
)


def present(schema: pa.Schema, where: str) -> tuple[Wanted, ...]:
    """Give the wanted columns that `schema` has. ParseError names one that is missing or something else."""
    import pyarrow.types as of

    found = []
    for wanted in WANTED:
        index = schema.get_field_index(wanted.name)
        kind = schema.field(index).type if index >= 0 else None
        if kind is None or of.is_null(kind):
            if wanted.always:
                raise _refused(f"column `{wanted.name}` is {'missing' if kind is None else 'empty'}", where)
        elif wanted.fits(kind):
            found.append(wanted)
        else:
            raise _refused(f"column `{wanted.name}` should be {wanted.kind}, is {str(kind)[:200]}", where)
    return tuple(found)


def leaves(columns: tuple[Wanted, ...], file: pq.ParquetFile) -> list[str]:
    """Give the leaves of `columns` as `file` calls them."""
    paths = {path for wanted in columns for path in wanted.paths()}
    called = [file.schema.column(number).path for number in range(len(file.schema))]
    return [path for path in called if plain_path(path) in paths]


def plain_path(path: str) -> str:
    """Give a leaf's path without the levels that stand for lists."""
    return _LIST_LEVELS.sub("", path)


def _refused(what: str, where: str) -> ParseError:
    return ParseError(what, where=where, then="report that the dataset changed its shape")
