from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

import weighbridge
from tests.measures import small_lake
from weighbridge.engine import Engine
from weighbridge.entities import testimony
from weighbridge.entities.testimony.rows import rows as as_rows
from weighbridge.lake import Lake
from weighbridge.schema import (
    ABILITIES,
    DERIVATIVES,
    DOWNLOAD_CELLS,
    DOWNLOADS,
    IDENTITY,
    ISSUES,
    PRICES,
    PULLS,
    RATINGS,
    RUNS,
    SCORES,
    SOURCE_USES,
    SUBJECTS,
    TABLES,
    TOKEN_CELLS,
    TOKENS,
)
from weighbridge.starter import MOST_BYTES, data
from weighbridge.starter.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weighbridge.schema import Table

STATEMENTS = {
    "repo_facts",
    "configurations",
    "catalogue",
    "tracked",
    "account_regions",
    "stated_sizes",
    "stated_releases",
    "stated_models",
}


def rows(table: Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(data() / table.name / "all.parquet").to_pylist()
    return found


@pytest.fixture(scope="module")
def grains() -> dict[str, str]:
    return {row["source"]: row["grain"] for row in rows(SOURCE_USES)}


def test_they_are_small() -> None:
    assert sum(path.stat().st_size for path in data().rglob("*") if path.is_file()) < MOST_BYTES <= 6_000_000


def test_every_table_of_the_lake_is_here() -> None:
    carried = {path.name for path in data().iterdir() if path.is_dir()}
    # Uses and events are read from the package's own files, wherever the lake stands.
    carried |= {table.name for table, said in as_rows(testimony.load()).items() if said}
    assert carried >= set(TABLES) - STATEMENTS
    assert not [
        path for path in data().rglob("*") if path.is_file() and path.suffix not in (".parquet", ".json", ".weighing")
    ]


def test_every_source_states_its_terms(grains: dict[str, str]) -> None:
    for row in rows(SOURCE_USES):
        assert row["publisher"]
        assert row["attribution"]
        assert row["snapshots"] > 0
        assert (row["grain"] == "family") == (row["licence"] == "unstated")
    assert grains["openrouter_daily"] == grains["ollama"] == "name"
    assert grains["huggingface_listing_top600"] == grains["redhat_hf_stats"] == "family"
    openrouter = next(row for row in rows(SOURCE_USES) if row["source"] == "openrouter_daily")
    assert openrouter["licence"] == "CC-BY-4.0"
    assert "Source: OpenRouter (openrouter.ai/rankings), as of 2026-08-22" in openrouter["attribution"]


def test_the_note_says_what_the_tables_say() -> None:
    note = json.loads((data() / "starter.json").read_text("utf-8"))
    said = {source["source"]: source["licence"] for source in note["sources"]}
    assert said == {row["source"]: row["licence"] for row in rows(SOURCE_USES)}
    assert note["as_of"] == "2026-08-22"


def test_no_model_is_named_for_a_source_without_a_licence(grains: dict[str, str]) -> None:
    summed = {source for source, grain in grains.items() if grain == "family"}
    for table in (TOKENS, PULLS, DOWNLOADS):
        assert not summed & {row["source"] for row in rows(table)}
    for table in (TOKEN_CELLS, DOWNLOAD_CELLS):
        assert {row["release_id"] for row in rows(table) if row["source"] in summed} == {None}
    assert {row["example"] for row in rows(ISSUES) if row["source"] in summed} <= {""}


def test_every_name_is_stated_by_a_licensed_source() -> None:
    stated = {"openrouter": (TOKENS, "slug"), "ollama": (PULLS, "name"), "hub": (DOWNLOADS, "repo_id")}
    known = {(space, row[column]) for space, (table, column) in stated.items() for row in rows(table)}
    spoken = {SCORES: "model", ABILITIES: "model", RATINGS: "model", RUNS: "model", PRICES: "offer"}
    known |= {(row["source"], row[column]) for table, column in spoken.items() for row in rows(table)}
    # What a licensed source says that its repositories were built on.
    known |= {("hub", row[column]) for row in rows(DERIVATIVES) for column in ("nearest", "root")}
    assert {(row["namespace"], row["key"]) for row in rows(SUBJECTS)} <= known


def test_tokens_are_those_of_the_publisher() -> None:
    daily = [row for row in rows(TOKENS) if row["source"] == "openrouter_daily"]
    days = {row["period_end"] for row in daily}
    assert (len(daily), len(days)) == (4_590, 90)
    assert (str(min(days)), str(max(days))) == ("2026-05-24", "2026-08-21")
    assert sum(row["total_tokens"] for row in daily) == 695_167_201_779_883
    assert len({row["slug"] for row in daily}) == 120
    restated = [row["total_tokens"] for row in daily if str(row["period_end"]) == "2026-07-18"]
    assert sum(restated) == 8_050_764_751_145


def test_cells_lose_no_token() -> None:
    cells = [row for row in rows(TOKEN_CELLS) if row["source"] == "openrouter_daily"]
    assert sum(row["total_tokens"] for row in cells) == 695_167_201_779_883
    assert len({str(row["period_end"]) for row in cells}) == 90


@pytest.mark.parametrize(
    ("last", "total"),
    [("2026-06-30", 46_899_192_289_807), ("2026-07-31", 57_291_468_805_289), ("2026-08-19", 80_696_760_968_942)],
)
def test_leaderboard_weeks_are_the_publishers_totals(last: str, total: int) -> None:
    cells = [row for row in rows(TOKEN_CELLS) if row["series"] == "leaderboard" and str(row["period_end"]) == last]
    assert sum(row["total_tokens"] for row in cells) == total


def test_pulls_are_those_of_the_library() -> None:
    pulls = rows(PULLS)
    days = sorted({str(row["observed_on"]) for row in pulls})
    assert (len(days), days[0], days[-1]) == (55, "2025-07-17", "2026-08-21")
    for day, listed, hidden, total in ((days[0], 175, 1, 361_363_200), (days[-1], 235, 0, 1_013_548_900)):
        here = [row["pulls_all_time"] for row in pulls if str(row["observed_on"]) == day]
        assert (len(here), here.count(None)) == (listed, hidden)
        assert sum(count for count in here if count is not None) == total
    assert len({row["name"] for row in pulls}) == 247


def test_download_cells_lose_no_repository() -> None:
    cells = [row for row in rows(DOWNLOAD_CELLS) if row["source"] == "huggingface_listing_top600"]
    assert sum(row["n_30d"] for row in cells) == 8_471
    assert len({row["observed_on"] for row in cells}) == 16
    stats = [row for row in rows(DOWNLOAD_CELLS) if row["source"] == "redhat_hf_stats"]
    last = [row["downloads_all_time"] for row in stats if str(row["observed_on"]) == "2026-05-16"]
    assert sum(count for count in last if count is not None) == 71_272_134


def test_identities_are_whole() -> None:
    """A release has a maker. A model of an unknown maker may still be built on a known family."""
    for table in (TOKEN_CELLS, DOWNLOAD_CELLS):
        for row in rows(table):
            assert row["release_id"] is None or row["organisation_id"] is not None
            assert row["base_family_id"] is None or row["base_organisation_id"] is not None
            assert row["tracked"] is not None
            assert row["copy"] is not None
            assert set(IDENTITY) <= set(row)


SPRING, SUMMER, WINTER = dt.date(2025, 4, 30), dt.date(2025, 8, 4), dt.date(2025, 12, 11)


def rated(board: str, day: dt.date) -> dict[str, Any]:
    at = dt.datetime.combine(day, dt.time(), dt.UTC)
    named = {"source": "arena", "board": board, "category": "full", "observed_on": day, "model": "m"}
    return {**named, "rating": 1400.0, "observed_at": at}


def cell(source: str, day: dt.date) -> dict[str, Any]:
    at = dt.datetime.combine(day, dt.time(), dt.UTC)
    counts = {"downloads_30d": 7, "n_30d": 1, "n_all_time": 0, "tracked": False, "copy": False}
    return {"source": source, "observed_on": day, "release_id": "r", **counts, "observed_at": at}


def read_until(source: str, licence: str, as_of: dt.date) -> dict[str, Any]:
    said = {"publisher": "P", "attribution": "A", "grain": "name", "snapshots": 1, "digest": "d" * 64}
    return {"source": source, "licence": licence, "as_of": as_of, **said}


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Lake]:
    """Boards of which the last is not shipped, a listing summed in cells, and a source that states only what is."""
    engine = Engine(threads=1)
    lake = Lake(tmp_path / "lake", engine, name="small")
    boards = [rated("text", SPRING), rated("text_history", SUMMER), rated("text_style_control", WINTER)]
    for row in boards:
        day = str(row["observed_on"])
        lake.write(RATINGS, small_lake.table(RATINGS, [row]), WINTER, source="arena", day=day)
    for row in (cell("listing", SPRING), cell("listing", SUMMER)):
        day = str(row["observed_on"])
        lake.write(DOWNLOAD_CELLS, small_lake.table(DOWNLOAD_CELLS, [row]), WINTER, source="listing", day=day)
    uses = [read_until("arena", "MIT, unstated", WINTER), read_until("listing", "unstated", WINTER),
            read_until("states_only", "MIT", SPRING)]  # fmt: skip
    lake.write(SOURCE_USES, small_lake.table(SOURCE_USES, uses), WINTER)
    yield lake
    engine.close()


def test_a_source_ends_on_the_last_day_of_what_is_shipped_of_it(held: Lake, tmp_path: Path) -> None:
    folder = tmp_path / "shipped"
    make(held, folder)
    shipped = pq.read_table(folder / "source_uses" / "all.parquet").to_pylist()
    assert {row["source"]: row["as_of"] for row in shipped} == {
        "arena": SUMMER,
        "listing": SUMMER,
        "states_only": SPRING,  # nothing of it has a day: it stands as it was read
    }
    assert {row["source"]: row["licence"] for row in shipped}["arena"] == "MIT"
    note = json.loads((folder / "starter.json").read_text("utf-8"))
    assert note["as_of"] == str(SUMMER)
    assert {of["source"]: of["as_of"] for of in note["sources"]}["arena"] == str(SUMMER)


@pytest.mark.slow
def test_a_rebuild_gives_equal_tables(archive: Path, tmp_path: Path) -> None:
    """What is weighed of them is held against the code by `weighing/test_shipped.py`."""
    from weighbridge.starter.__main__ import tables

    tables(archive, tmp_path / "again")
    assert isinstance(weighbridge.open(tmp_path).lake, Lake)
    engine = Engine()
    ours, theirs = Lake(data(), engine, name="ours"), Lake(tmp_path / "again", engine, name="again")
    for table in TABLES.values():
        if ours.has(table):
            assert engine.arrow(ours.read(table)).equals(engine.arrow(theirs.read(table))), table.name
