"""Uses and events in the data package: described, under terms of our own, readable by others."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.outputs.books import PROVENANCE
from weighbridge import binding
from weighbridge.outputs import Book, datapackage

TABLES = ("evidence", "events")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("package")
    datapackage.write(Book((), PROVENANCE, decided=tuple(binding._decided())), where)
    return where / "data"


def described(folder: Path, name: str) -> dict[str, Any]:
    package = json.loads((folder / "datapackage.json").read_bytes())
    return next(resource for resource in package["resources"] if resource["name"] == name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside frictionless and what it uses
def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    from frictionless import Package

    descriptor = Package(str(folder / "datapackage.json")).to_descriptor()
    assert list(Package.metadata_validate(descriptor)) == []
    told = [resource for resource in descriptor["resources"] if resource["name"] in TABLES]
    report = Package.from_descriptor({**descriptor, "resources": told}, basepath=str(folder)).validate()
    assert report.flatten(["name", "type", "note"]) == []
    assert [task.stats["rows"] for task in report.tasks] == [len(of.rows) for of in binding._decided()]


@pytest.mark.parametrize("name", TABLES)
def test_parquet_holds_the_rows_as_they_are(folder: Path, name: str) -> None:
    wanted = next(of.rows for of in binding._decided() if of.table.name == name)
    assert pq.read_table(folder / f"{name}.parquet").to_pylist() == [dict(row) for row in wanted]


def test_csv_is_text_in_both_languages(folder: Path) -> None:
    with (folder / "evidence.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["use_id"]: row for row in csv.DictReader(file)}
    ocbc = rows["ocbc-internal-tools"]
    assert (ocbc["model_ids"], ocbc["stated_count"], ocbc["since_on"]) == ("gemma qwen deepseek", "30", "")
    assert "新加坡" in ocbc["summary_zh_hans"]
    assert "2025-08-12" in ocbc["sources"]


@pytest.mark.parametrize("name", TABLES)
def test_the_terms_are_our_own(folder: Path, name: str) -> None:
    assert [of["name"] for of in described(folder, name)["licenses"]] == ["Apache-2.0"]


def test_units_and_words_travel_along(folder: Path) -> None:
    fields = {field["name"]: field for field in described(folder, "events")["schema"]["fields"]}
    assert "published_figure" in fields["happening"]["constraints"]["enum"]
    assert {"share", "downloads", "months", "points", "tokens"} <= set(fields["unit"]["constraints"]["enum"])


def test_without_them_there_are_no_such_tables(tmp_path: Path) -> None:
    datapackage.write(Book((), PROVENANCE), tmp_path)
    assert {path.name for path in (tmp_path / "data").iterdir()} == {"standings.json", "datapackage.json"}
