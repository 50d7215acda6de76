"""Faults of the document: it arrives whole, but its publisher has changed it. JSON, JSON lines, YAML and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import yaml

# An object of more objects than this is a list of records by name, not a record.
FEWEST_BY_NAME = 30


def without_field(body: bytes, name: str) -> bytes:
    """Take every field or column called `name` away; AssertionError if there is none."""
    changed = _edited(body, lambda record: {key: value for key, value in record.items() if key != name})
    assert changed != _edited(body, dict), f"nothing called {name} in this document"
    return changed


def with_field(body: bytes, name: str, beside: str) -> bytes:
    """Give every record that has a field called `beside` a new one called `name`."""
    changed = _edited(body, lambda record: record | ({name: "new"} if beside in record else {}))
    assert changed != _edited(body, dict), f"nothing called {beside} in this document"
    return changed


def few_rows(body: bytes, rows: int = 1) -> bytes:
    """Keep the first `rows` of every list of records, of every object of many records by name, or of a table."""
    document = _read(body)
    if isinstance(document, dict):
        return _written(_shortened(document, rows))
    return _written(document[:rows], table=_is_table(body), lines=_is_lines(body))


def _shortened(value: Any, rows: int) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        by_name = len(value) > FEWEST_BY_NAME and all(isinstance(item, dict) for item in value.values())
        kept = list(value.items())[: rows if by_name else None]
        return {key: _shortened(item, rows) for key, item in kept}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [_shortened(item, rows) for item in value[:rows]]
    return value


def _edited(body: bytes, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> bytes:
    return _written(_walk(_read(body), edit), table=_is_table(body), lines=_is_lines(body))


def _walk(value: Any, edit: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return {key: _walk(item, edit) for key, item in edit(value).items()}
    return [_walk(item, edit) for item in value] if isinstance(value, list) else value


def _is_table(body: bytes) -> bool:
    return not body.lstrip().startswith((b"{", b"[", b"- "))


def _is_lines(body: bytes) -> bool:
    if not body.lstrip().startswith(b"{"):
        return False
    try:
        json.loads(body)
    except ValueError:
        return True
    return False


def _read(body: bytes) -> Any:  # noqa: ANN401 - any JSON
    if _is_lines(body):
        return [json.loads(line) for line in body.splitlines() if line.strip()]
    if body.lstrip().startswith((b"{", b"[")):
        return json.loads(body)
    if body.startswith(b"- "):
        return yaml.safe_load(body)
    return list(csv.DictReader(io.StringIO(body.decode())))


def _written(document: Any, *, table: bool = False, lines: bool = False) -> bytes:  # noqa: ANN401 - any JSON
    if lines:
        return b"".join(json.dumps(record).encode() + b"\n" for record in document)
    if not table:
        # JSON is YAML too, and a day in quotes is read as the day.
        return json.dumps(document, default=str).encode() + b"\n"
    text = io.StringIO()
    writer = csv.DictWriter(text, list(document[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(document)
    return text.getvalue().encode()
