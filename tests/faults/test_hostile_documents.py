"""Documents that are well-formed and mean harm: too much, too deep, too large together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import weighbridge
from tests.building.folders import contents, put, taken_in
from tests.sources.captures import captures
from weighbridge.decoding import json_document
from weighbridge.errors import ParseError, TableError
from weighbridge.record import Reading
from weighbridge.sources import Issues

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def reading() -> Reading:
    return Reading("hostile.json", Issues())


def test_a_repeat_among_very_many_fields_is_found_at_once() -> None:
    """Counting each name over all others would take hours here."""
    fields = ",".join(f'"{n}":0' for n in range(300_000))
    with pytest.raises(ParseError, match="`last` stands twice"):
        json_document(f'{{{fields},"last":1,"last":2}}'.encode(), reading())


@pytest.mark.parametrize("body", [b"[" * 200_000, b'{"a":' * 200_000, b"1" * 100_000, b"1e400" * 2, b"\xff", b""])
def test_no_document_is_more_than_a_sentence(body: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        json_document(body, reading())
    assert len(str(caught.value)) < 500


def all_tokens(document: Any) -> None:  # noqa: ANN401 - JSON
    for n, row in enumerate(row for row in document["data"] if row["model_permaslug"] != "other"):
        row |= {"model_permaslug": f"nobody/model-{n}", "total_tokens": str(10**17)}


def all_downloads(document: Any) -> None:  # noqa: ANN401 - JSON
    for row in document["models"]:
        row["downloads"] = 10**17


@pytest.mark.parametrize(
    ("source", "spoil"), [("openrouter_daily", all_tokens), ("huggingface_listing_top600", all_downloads)]
)
def test_rows_that_fit_one_by_one_must_fit_together(
    archive: Path, tmp_path: Path, source: str, spoil: Callable[[Any], None]
) -> None:
    """One such snapshot must cost itself, not every build from then on."""
    store = taken_in(archive, tmp_path, source, last=1)
    weighbridge.open(store).build().complain()
    before = contents(store / "lake")
    last = list(captures(archive, source))[-1]
    document = json.loads(last.raw)
    spoil(document)
    bad = put(store, source, last.snapshot.file_name, json.dumps(document).encode(), last.snapshot.retrieved_at)
    [(path, error)] = weighbridge.open(store).build().refused
    assert path == bad.path
    assert isinstance(error, TableError)
    assert bad.path in str(error)
    assert "sums to" in str(error)
    assert contents(store / "lake") == before
