"""A Frictionless data package: series and models as CSV and Parquet, standings as JSON; units, terms, provenance."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge.countries import STATED_AS
from weighbridge.estimate import Status
from weighbridge.model import MODELS
from weighbridge.outputs import DATA, FORMULA_STARTS, Output, put, resource
from weighbridge.schema import Kind
from weighbridge.wording import grouping

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.estimate import Series, SourceUse, Standing
    from weighbridge.model import Model
    from weighbridge.outputs import Book, Chapter, Decided
    from weighbridge.schema.table import Column

OUTPUT = Output(
    "datapackage", "Frictionless data package: all estimates and models as CSV and Parquet, standings as JSON"
)
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TEXT_NOTE = "In CSV a text that starts with = + - @ of any width, a tab or a line end has an apostrophe in front."
_FIELDS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("period_start", "date", "First UTC day of the period.", {"required": True}),
    ("period_end", "date", "Last UTC day of the period, inclusive.", {"required": True}),
    (
        "group",
        "string",
        f"Contender: code of a country ({STATED_AS}), English name of all others. {_TEXT_NOTE}",
        {"required": True},
    ),
    ("group_id", "string", f"Stable id of the contender. {_TEXT_NOTE}", {"required": True}),
    ("value", "number", "Figure under the default choices; empty where the data give bounds only.", {}),
    ("ci_low", "number", "Lower end of the interval or bounds that the resource's `ci_method` describes.", {}),
    ("ci_high", "number", "Upper end of the same. An empty end beside a known one is open.", {}),
    ("range_low", "number", "Lowest figure over the combinations of the measure's choices that keep its scale.", {}),
    ("range_high", "number", "Highest figure over the same. An end that a combination leaves open is empty.", {}),
    ("n", "integer", "Names, repositories or groups that were summed.", {"required": True, "minimum": 0}),
    (
        "coverage",
        "number",
        "Part of the total whose group is known; where the publisher states no total, of all that it lists.",
        {"minimum": 0, "maximum": 1},
    ),
    (
        "status",
        "string",
        "observed, estimated, bounded, provisional or missing; missing is not zero.",
        {"required": True, "enum": [str(status) for status in Status]},
    ),
    ("rank_best", "integer", "Best place that overlapping intervals leave; empty where nothing is raced.", {}),
    ("rank_worst", "integer", "Worst place that they leave.", {}),
)
_IN_UNIT = ("value", "ci_low", "ci_high", "range_low", "range_high")
# A group may be ahead, and a scale may go on below its zero.
_SIGNED = ("months", "points")
_FIELD_TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
}
# Of this project and what it writes itself.
OWN_LICENCE = "Apache-2.0"
_STANDING_TYPES = {
    "measure": "string",
    "by": "string",
    "unit": "string",
    "as_of": "date",
    "changes": "array",
    "rivals": "object",
    "since_after": "date",
    "since_until": "date",
    "leader": "string",
    "leader_id": "string",
    "runner_up": "string",
    "ahead": "string",
}


def write(book: Book, folder: Path) -> list[Path]:
    """Write the package under `folder`/data: `datapackage.json`, which names all files and their hashes, comes last."""
    import orjson

    resources, written = [], []
    for name, body, descriptor in _files(book):
        written.append(put(body, folder / DATA / name))
        # Readers count the bytes of tables only: elsewhere the hash alone holds the file to its descriptor.
        size = {} if descriptor["format"] == "json" else {"bytes": len(body)}
        resources.append(descriptor | {"path": name, **size, "hash": f"sha256:{_sha256(body)}"})
    package = orjson.dumps(_package(book, resources), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return [*written, put(package, folder / DATA / "datapackage.json")]


def _files(book: Book) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    for chapter, series in book.series():
        yield from _both(resource(series.measure, series.by), series.to_arrow(), _described(chapter, series))
    if book.models:
        yield from _both(MODELS.name, _models(book.models), _models_described(book.model_sources))
    for decided in book.decided:
        yield from _both(decided.table.name, _decided(decided), _decided_described(decided))
    yield _standings(book)


def _both(name: str, table: pa.Table, described: Mapping[str, Any]) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Give a table in both forms, each with its descriptor."""
    text = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    as_text = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "dialect": text}
    yield f"{name}.csv", as_csv(table), {"name": name, **described, **as_text}
    as_columns = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    yield f"{name}.parquet", as_parquet(table), {"name": f"{name}-parquet", **described, **as_columns}


def as_csv(table: pa.Table) -> bytes:
    """Give a table as CSV: shortest decimals that read back equal, nulls empty, no cell a spreadsheet would run."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(table.column_names)
    for row in table.to_pylist():
        out.writerow(["" if cell is None else _inert(cell) for cell in row.values()])
    return text.getvalue().encode()


def as_parquet(table: pa.Table) -> bytes:
    """Give a table as zstd Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return] # pyarrow has no types


def _inert(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\r", "\n")  # which is put in quotes on every version of Python
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _described(chapter: Chapter, series: Series) -> dict[str, Any]:
    return {
        "type": "table",
        "title": f"{chapter.title} by {grouping(series.by)}",
        "description": f"{chapter.question} {chapter.definition}",
        "schema": _schema(series.unit),
        "licenses": _licences(series.provenance.sources),
        "sources": [_source(use) for use in series.provenance.sources],
        "measure": series.measure,
        "measure_version": series.version,
        "by": series.by,
        "unit": series.unit,
        "as_of": series.as_of,
        "choices": dict(series.choices),
        "ci_level": series.ci_level,
        "ci_method": series.ci_method,
        "misleads": list(chapter.misleads),
    }


def _schema(unit: str) -> dict[str, Any]:
    bounds = {"minimum": 0, "maximum": 1} if unit in ("share", "index") else {} if unit in _SIGNED else {"minimum": 0}
    listed = []
    for name, kind, says, constraints in _FIELDS:
        own = bounds if name in _IN_UNIT else constraints
        measured = {"unit": unit} if name in _IN_UNIT else {"unit": "share"} if name == "coverage" else {}
        listed.append(
            {"name": name, "type": kind, "description": says, **measured, **({"constraints": own} if own else {})}
        )
    return {"fields": listed, "missingValues": [""], "primaryKey": ["period_start", "period_end", "group_id"]}


def _models(models: Sequence[Model]) -> pa.Table:
    import pyarrow as pa

    from weighbridge.arrow import arrow_schema

    return pa.Table.from_pylist([asdict(model) for model in models], schema=arrow_schema(MODELS))


def _models_described(uses: Sequence[SourceUse]) -> dict[str, Any]:
    return {
        "type": "table",
        "title": "Models",
        "description": MODELS.says,
        "schema": {
            "fields": [_field(column) for column in MODELS.columns],
            "missingValues": [""],
            # Models without a score have no name on a board: a primary key may not be empty, a unique one may.
            "uniqueKeys": [list(MODELS.key)],
        },
        "licenses": _licences(uses),
        "sources": [_source(use) for use in uses],
        "as_of": max((use.as_of for use in uses), default=None),
    }


def _field(column: Column) -> dict[str, Any]:
    bounds = {"minimum": column.low, "maximum": column.high}
    whole = column.kind is Kind.INTEGER
    constraints: dict[str, Any] = {
        name: int(bound) if whole and isinstance(bound, float) else bound
        for name, bound in bounds.items()
        if bound is not None
    }
    constraints |= {"enum": column.one_of} if column.one_of else {}
    constraints |= {} if column.nullable else {"required": True}
    says = f"{column.says} {_TEXT_NOTE}" if column.kind is Kind.TEXT and not column.one_of else column.says
    return {
        "name": column.name,
        "type": _FIELD_TYPES[column.kind],
        "description": says,
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _decided(decided: Decided) -> pa.Table:
    import pyarrow as pa

    from weighbridge.arrow import arrow_schema

    return pa.Table.from_pylist(list(decided.rows), schema=arrow_schema(decided.table))


def _decided_described(decided: Decided) -> dict[str, Any]:
    """Describe a curated table: its words are ours, and each row names the sources of what it says."""
    return {
        "type": "table",
        "title": decided.title,
        "description": decided.table.says,
        "schema": {
            "fields": [_field(column) for column in decided.table.columns],
            "missingValues": [""],
            "primaryKey": list(decided.table.key),
        },
        "licenses": [{"name": OWN_LICENCE, "title": f"{OWN_LICENCE}: the words and the choice of entries"}],
    }


def _standings(book: Book) -> tuple[str, bytes, dict[str, Any]]:
    import orjson

    rows = [_standing_row(series, series.standing) for _, series in book.series() if series.standing is not None]
    body = orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    fields = [{"name": name, "type": _STANDING_TYPES.get(name, "number")} for name in (rows[0] if rows else {})]
    return (
        "standings.json",
        body,
        {
            "name": "standings",
            "type": "table",
            "title": "Standings",
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            "description": "Who leads each race, since when and how sure; `leader` is null where bounds allow several.",
            "schema": {"fields": fields, "primaryKey": ["measure", "by"] if rows else []},
        },
    )


def _standing_row(series: Series, standing: Standing) -> dict[str, Any]:
    return {"measure": series.measure, "by": series.by, "unit": series.unit, "as_of": series.as_of, **asdict(standing)}


def _package(book: Book, resources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    provenance = book.provenance
    newest = max((series.as_of for _, series in book.series() if series.as_of), default=None)
    return {
        "$schema": PROFILE,
        "name": "weighbridge",
        "title": "Weighbridge: who leads the open-weight race",
        "description": "Estimates with intervals, ranges over choices, coverage and status; the standings beside them.",
        "version": f"{provenance.code_version}+{provenance.lake_digest[:12]}",
        "as_of": newest,
        "licenses": _licences(provenance.sources),
        "sources": [_source(use) for use in provenance.sources],
        "contributors": [{"title": "The Weighbridge contributors", "roles": ["creator"]}],
        "provenance": {
            "code": f"weighbridge {provenance.code_version}",
            "lake": provenance.lake,
            "lake_digest": f"sha256:{provenance.lake_digest}",
            "recompute": "weighbridge fetch && weighbridge build --out DIR",
        },
        "resources": resources,
    }


def _source(use: SourceUse) -> dict[str, Any]:
    return {
        "title": use.attribution,
        "name": use.name,
        "publisher": use.publisher,
        "licence": use.licence,
        "version": str(use.as_of),
        "as_of": use.as_of,
        "grain": use.grain,
        "snapshots": use.snapshots,
        "snapshots_digest": f"sha256:{use.digest}",
    }


def _licences(uses: Sequence[SourceUse]) -> list[dict[str, str]]:
    """Give each licence once, with the sources that stand under it; `unstated` is said, not left out."""
    by_licence: dict[str, list[str]] = {}
    for use in uses:
        by_licence.setdefault(use.licence, []).append(use.name)
    return [
        {"name": _licence_name(licence), "title": f"{_licence_title(licence)}: {', '.join(names)}"}
        for licence, names in sorted(by_licence.items())
    ]


def _licence_title(licence: str) -> str:
    return "no licence stated by the publisher" if licence == "unstated" else licence


def _licence_name(licence: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in licence)


def _sha256(body: bytes) -> str:
    from hashlib import sha256

    return sha256(body).hexdigest()
