from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.outputs.books import HOSTILE, book, counted
from weighbridge.errors import StoreError
from weighbridge.outputs import FORMULA_STARTS, Book, datapackage

NUMBERS = ("value", "ci_low", "ci_high", "range_low", "range_high", "coverage")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("package")
    datapackage.write(book(), where)
    return where / "data"


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "datapackage.json").read_bytes())
    return read


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside frictionless and what it uses
def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    from frictionless import Package

    descriptor = Package(str(folder / "datapackage.json")).to_descriptor()
    assert list(Package.metadata_validate(descriptor)) == []
    # Parquet needs a reader that frictionless does not bring; the test below reads it.
    told = [r for r in descriptor["resources"] if r["format"] != "parquet"]
    assert len(told) == 4
    report = Package.from_descriptor({**descriptor, "resources": told}, basepath=str(folder)).validate()
    assert report.flatten(["name", "type", "note"]) == []


def test_both_formats_say_the_same(folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        table = pq.read_table(path.with_suffix(".parquet")).to_pylist()
        read = read_csv(path)
        assert len(read) == len(table) > 0
        for told, row in zip(read, table, strict=True):
            assert {name: told[name] for name in NUMBERS} == {
                name: "" if row[name] is None else repr(row[name]) for name in NUMBERS
            }
            assert dt.date.fromisoformat(told["period_end"]) == row["period_end"]
            assert (told["n"], told["status"]) == (str(row["n"]), row["status"])


def test_figures_come_back_to_the_last_bit(folder: Path) -> None:
    given = [e.value for e in counted().estimates]
    assert [float(row["value"]) for row in read_csv(folder / "token-share-by-organisation.csv")] == given


def test_unknown_is_empty_and_never_zero(folder: Path) -> None:
    assert {row["value"] for row in read_csv(folder / "token-share-by-country.csv")} == {""}


def test_no_cell_is_a_formula(folder: Path) -> None:
    groups = {row["group"] for row in read_csv(folder / "token-share-by-organisation.csv")}
    assert not [g for g in groups if g.startswith(FORMULA_STARTS)]
    assert "'@SUM(A1)" in groups
    whole = set(pq.read_table(folder / "token-share-by-organisation.parquet").column("group").to_pylist())
    assert whole == set(HOSTILE)


def test_every_file_is_described_with_its_hash(folder: Path, package: dict[str, Any]) -> None:
    described = {resource["path"]: resource["hash"] for resource in package["resources"]}
    stand = {path.name for path in folder.iterdir()} - {"datapackage.json"}
    assert stand == set(described)
    for name, digest in described.items():
        assert digest == f"sha256:{hashlib.sha256((folder / name).read_bytes()).hexdigest()}"


def test_units_terms_and_provenance_travel_along(package: dict[str, Any]) -> None:
    table = next(r for r in package["resources"] if r["name"] == "token-share-by-country")
    units = {field["name"]: field.get("unit") for field in table["schema"]["fields"]}
    assert {units[name] for name in NUMBERS} == {"share"}
    assert package["sources"][0]["title"] == "Source: OpenRouter (openrouter.ai/rankings), as of 2026-08-22."
    assert [licence["title"] for licence in package["licenses"]] == [
        "CC-BY-4.0: openrouter_daily",
        "no licence stated by the publisher: listing",
    ]
    assert package["sources"][1]["snapshots_digest"] == f"sha256:{'b' * 64}"
    assert package["provenance"]["lake_digest"] == f"sha256:{'c' * 64}"
    assert table["choices"] == {"window": "7d"}


@pytest.mark.parametrize(
    ("unit", "bounds"),
    [("share", {"minimum": 0, "maximum": 1}), ("tokens", {"minimum": 0}), ("months", None), ("points", None)],
)
def test_only_what_cannot_fall_below_zero_is_bounded(unit: str, bounds: dict[str, int] | None) -> None:
    told = {field["name"]: field.get("constraints") for field in datapackage._schema(unit)["fields"]}
    assert [told[name] for name in NUMBERS[:-1]] == [bounds] * 5


def test_standings_leave_an_undecided_race_without_leader(folder: Path) -> None:
    held = {row["by"]: row for row in json.loads((folder / "standings.json").read_bytes())}
    assert held["country"]["leader"] == "CN"
    assert (held["family"]["leader"], held["family"]["ahead"]) == (None, "qwen")
    assert held["country"]["changes"] == [
        {"earlier": "US", "later": "CN", "after": "2026-01-29", "until": "2026-07-31"}
    ]


def test_the_same_book_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    datapackage.write(book(), tmp_path)
    for path in folder.iterdir():
        assert (tmp_path / "data" / path.name).read_bytes() == path.read_bytes(), path.name


def test_an_empty_book_is_a_package_without_tables(tmp_path: Path) -> None:
    datapackage.write(Book((), book().provenance), tmp_path)
    assert json.loads((tmp_path / "data" / "standings.json").read_bytes()) == []


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StoreError, match=r"data.*cannot be written.*--out"):
        datapackage.write(book(), tmp_path)
    assert (tmp_path / "data").read_text() == "not a folder"
