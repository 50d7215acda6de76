"""Bytes of a publisher to plain objects: JSON, JSON lines and CSV, each refused rather than repaired."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from typing import Never

from weighbridge.record import Reading, Record


def plain_text(raw: bytes, reading: Reading) -> str:
    """Decode UTF-8. Raises ParseError at the first byte that is none."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise reading.fail(f"document is not UTF-8 at byte {error.start}") from None


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"field `{twice[:80]}` stands twice in one object")
    return fields


def _no_constant(word: str) -> Never:
    raise ValueError(f"{word} is not a JSON number")


def _loads(text: str, at: str, reading: Reading) -> object:
    try:
        # The standard decoder, because it alone shows a key that stands twice.
        value: object = json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise reading.fail(f"{at} is not JSON: {error.msg} at character {error.pos}") from None
    except (ValueError, RecursionError) as error:
        raise reading.fail(f"{at} is not usable JSON: {str(error)[:200]}") from None
    return value


def json_document(raw: bytes, reading: Reading) -> object:
    """Decode one JSON document. Raises ParseError on NaN, repeated keys, endless depth or broken text."""
    return _loads(plain_text(raw, reading), "document", reading)


def expect_last_line(raw: bytes, reading: Reading) -> None:
    """Refuse a file of lines that ends within one: what was cut off there cannot be known."""
    if raw and not raw.endswith(b"\n"):
        last = raw.count(b"\n") + 1
        raise reading.fail(f"document ends within line {last}, so it is cut off")


def json_lines(raw: bytes, reading: Reading) -> list[Record]:
    """Decode one JSON object per line; blank lines are skipped."""
    expect_last_line(raw, reading)
    lines = enumerate(plain_text(raw, reading).split("\n"), start=1)
    return [Record(_loads(line, f"line {n}", reading), f"line {n}", reading) for n, line in lines if line.strip()]


def csv_records(raw: bytes, reading: Reading) -> list[Record]:
    """Decode a CSV with a header into one record per row, by name; comment lines may stand before it."""
    expect_last_line(raw, reading)
    lines = plain_text(raw, reading).splitlines(keepends=True)
    skipped = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    rows = csv.reader(io.StringIO("".join(lines[skipped:]), newline=""), strict=True)
    try:
        header = next(rows, [])
        _check_header(header, reading)
        return [_row(header, cells, skipped + rows.line_num, reading) for cells in rows if cells]
    except csv.Error as error:
        raise reading.fail(f"line {skipped + rows.line_num} is not CSV: {error}") from None


def _check_header(header: Sequence[str], reading: Reading) -> None:
    if not header or len(set(header)) != len(header):
        raise reading.fail(f"header should name each column once, is `{','.join(header)[:200]}`")


def _row(header: Sequence[str], cells: Sequence[str], line: int, reading: Reading) -> Record:
    if len(cells) != len(header):
        field = header[min(len(cells), len(header) - 1)]
        raise reading.fail(f"line {line} has {len(cells)} fields, the header names {len(header)} (at `{field[:80]}`)")
    return Record(dict(zip(header, cells, strict=True)), f"line {line}", reading)
