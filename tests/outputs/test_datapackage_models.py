from __future__ import annotations

import csv
import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.outputs.books import HOSTILE, PROVENANCE
from tests.outputs.placed import UNKNOWN, WHOLE, book, many
from weighbridge.model import MODELS, Model
from weighbridge.outputs import FORMULA_STARTS, datapackage

NAMES = [field.name for field in fields(Model)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("package")
    datapackage.write(book(), where)
    return where / "data"


def described(folder: Path, name: str = "models") -> dict[str, Any]:
    package = json.loads((folder / "datapackage.json").read_bytes())
    return next(resource for resource in package["resources"] if resource["name"] == name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside frictionless and what it uses
def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    from frictionless import Package

    descriptor = Package(str(folder / "datapackage.json")).to_descriptor()
    assert list(Package.metadata_validate(descriptor)) == []
    told = [resource for resource in descriptor["resources"] if resource["name"] == "models"]
    report = Package.from_descriptor({**descriptor, "resources": told}, basepath=str(folder)).validate()
    assert report.flatten(["name", "type", "note"]) == []
    assert report.tasks[0].stats["rows"] == len(many())


def test_every_field_of_a_model_is_described() -> None:
    assert [column.name for column in MODELS.columns] == NAMES


def test_parquet_holds_the_models_as_they_are(folder: Path) -> None:
    assert pq.read_table(folder / "models.parquet").to_pylist() == [asdict(model) for model in many()]


def test_unknown_is_empty_and_zero_is_zero(folder: Path) -> None:
    with (folder / "models.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["model_id"]: row for row in csv.DictReader(file)}
    bare, whole = rows[UNKNOWN.model_id], rows[WHOLE.model_id]
    assert {name for name in NAMES if bare[name]} == {"model_id", "name"}
    assert (whole["tokens_7d"], whole["usd_per_mtok"]) == ("0", "0.0")


def test_no_cell_is_a_formula(folder: Path) -> None:
    with (folder / "models.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.DictReader(file) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
    assert f"'{HOSTILE[3]}" in cells


def test_units_and_bounds_travel_along(folder: Path) -> None:
    told = {field["name"]: field for field in described(folder)["schema"]["fields"]}
    assert told["tokens_7d"]["unit"] == "tokens"
    assert told["usd_per_mtok"]["constraints"] == {"minimum": 0}
    assert told["openness"]["constraints"] == {"enum": ["open_licence", "restricted", "closed"]}
    assert told["model_id"]["constraints"] == {"required": True}
    assert all(field["description"] for field in told.values())


def test_terms_are_those_of_the_models_own_sources(folder: Path) -> None:
    found = described(folder)
    assert [source["name"] for source in found["sources"]] == ["openrouter_daily"]
    assert [licence["title"] for licence in found["licenses"]] == ["CC-BY-4.0: openrouter_daily"]
    assert found["as_of"] == "2026-08-21"
    assert described(folder, "models-parquet")["sources"] == found["sources"]


def test_a_source_without_a_licence_says_so(tmp_path: Path) -> None:
    datapackage.write(replace(book(), model_sources=PROVENANCE.sources), tmp_path)
    titles = [licence["title"] for licence in described(tmp_path / "data")["licenses"]]
    assert "no licence stated by the publisher: listing" in titles


def test_without_models_there_is_no_such_table(tmp_path: Path) -> None:
    datapackage.write(replace(book(), models=()), tmp_path)
    assert not (tmp_path / "data" / "models.csv").exists()
