from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

import weighbridge
from tests.building.folders import add, contents, copied, put, taken_in
from tests.sources.captures import captures, snapshots
from weighbridge.building.state import State, load
from weighbridge.entities.resolve import Resolver, Stated
from weighbridge.errors import NoDataError, ParseError, TableError
from weighbridge.schema import DOWNLOADS, PULLS, TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

DAYS = ("openrouter_daily", "huggingface_listing_top600")


@pytest.fixture(scope="module")
def built(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a few captures, built; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("built")
    store = taken_in(archive, folder, *DAYS, last=3)
    taken_in(archive, folder, "ollama", last=2)
    weighbridge.open(store).build().complain()
    return store


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return copied(built, tmp_path / "copy")


def lake(store: Path) -> dict[str, str]:
    return contents(store / "lake")


def times(store: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (store / "lake").rglob("*.parquet")}


def rows(store: Path, table: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - Table
    found = weighbridge.open(store).lake
    made: list[dict[str, Any]] = found.engine.arrow(found.read(table)).to_pylist()
    return made


def test_a_build_answers(store: Path) -> None:
    series = weighbridge.open(store).measure("token_share", choices={"list": "daily"})
    assert series.provenance.lake == "store"
    assert {use.name for use in series.provenance.sources} == {"openrouter_daily"}
    assert len({row["observed_on"] for row in rows(store, PULLS)}) == 2


def test_an_empty_store_has_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(NoDataError, match="run `weighbridge fetch` first"):
        weighbridge.open(tmp_path).build()


def test_nothing_new_touches_nothing(store: Path) -> None:
    before = times(store)
    report = weighbridge.open(store).build()
    assert (report.parsed, report.days, report.weighed, report.refused) == (0, 0, 0, [])
    assert times(store) == before


def test_a_new_day_touches_only_its_own(store: Path, archive: Path) -> None:
    before = times(store)
    new = snapshots(archive, "huggingface_listing_top600")[3]
    add(archive, store, new)
    report = weighbridge.open(store).build()
    assert (report.parsed, report.days) == (1, 1)
    after = times(store)
    touched = {str(path.relative_to(store / "lake")) for path in after if after[path] != before.get(path)}
    by_day = {path for path in touched if not path.endswith("/all.parquet")}
    day = f"huggingface_listing_top600/{new.retrieved_at.date()}.parquet"
    assert by_day == {f"downloads/{day}", f"download_cells/{day}"}
    assert set(before) <= set(after)


def test_days_in_any_order_give_the_same_lake(store: Path, archive: Path, tmp_path: Path) -> None:
    late = tmp_path / "late"
    wanted = [*snapshots(archive, "ollama")[:2], *(s for name in DAYS for s in snapshots(archive, name)[:3])]
    for snapshot in reversed(wanted):
        add(archive, late, snapshot)
        if snapshot == snapshots(archive, DAYS[0])[1]:
            weighbridge.open(late).build().complain()
    weighbridge.open(late).build().complain()
    assert lake(late) == lake(store)


def test_lost_state_costs_time_and_never_truth(store: Path) -> None:
    before = lake(store)
    (store / "state.json").unlink()
    assert weighbridge.open(store).build().days > 0
    assert lake(store) == before


def test_a_day_that_nothing_states_goes_even_when_state_is_lost(store: Path) -> None:
    before = lake(store)
    for table in ("downloads", "download_cells"):
        days = store / "lake" / table / "huggingface_listing_top600"
        shutil.copy(min(days.iterdir()), days / "2026-08-01.parquet")
    (store / "state.json").unlink()
    weighbridge.open(store).build()
    assert lake(store) == before


@pytest.mark.parametrize("text", ["", "{}", "[]", "not json", '{"version": 0}', '{"facts": 1, "more": 2}'])
def test_unreadable_state_counts_as_lost(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text)
    assert load(tmp_path / "state.json") == State()


def test_a_lost_file_is_made_again(store: Path) -> None:
    before = lake(store)
    whole = sorted((store / "lake").rglob("all.parquet"))
    assert len(whole) == 13
    for lost in (*whole, *sorted((store / "lake").rglob("2*.parquet"))[::7]):
        lost.unlink()
    weighbridge.open(store).build()
    assert lake(store) == before


def test_the_later_reading_of_a_day_wins(archive: Path, tmp_path: Path) -> None:
    """The day of 2026-07-18 was restated by 2.35 %: the later capture replaces its whole list."""
    day, sums = "2026-07-18", []
    for n in (3, 4):
        store = taken_in(archive, tmp_path, "openrouter_daily", last=n)
        weighbridge.open(store).build().complain()
        found = [row for row in rows(store, TOKENS) if str(row["period_end"]) == day]
        sums.append((len(found), sum(row["total_tokens"] for row in found)))
    assert sums == [(51, 7_865_670_510_190), (51, 8_050_764_751_145)]


def changed(archive: Path, source: str, change: Callable[[Any], None]) -> bytes:
    """Give the newest capture of a source with its document changed."""
    document = json.loads(list(captures(archive, source))[-1].raw)
    change(document)
    return json.dumps(document).encode()


def spoil_count(document: Any) -> None:  # noqa: ANN401 - JSON
    document["models"][5]["downloads"] = -1


def spoil_unit(document: Any) -> None:  # noqa: ANN401 - JSON
    document["models"][5]["downloads"] = 10**17 + 1


def spoil_field(document: Any) -> None:  # noqa: ANN401 - JSON
    for model in document["models"]:
        del model["downloads"]


def spoil_key(document: Any) -> None:  # noqa: ANN401 - JSON
    document["models"].append(document["models"][0] | {"downloads": 5})


def spoil_day(document: Any) -> None:  # noqa: ANN401 - JSON
    document["date"] = "2199-01-01"
    document["fetched_at"] = "2199-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (spoil_count, "downloads"),
        (spoil_unit, "downloads"),
        (spoil_field, "downloads"),
        (spoil_key, ""),
        (spoil_day, ""),
    ],
)
def test_spoilt_rows_are_refused_by_name(store: Path, archive: Path, spoil: Callable[[Any], None], field: str) -> None:
    source = "huggingface_listing_top600"
    before = lake(store)
    body = changed(archive, source, spoil)
    last = snapshots(archive, source)[-1]
    bad = put(store, source, last.file_name, body, last.retrieved_at)
    report = weighbridge.open(store).build()
    assert lake(store) == before
    [(path, error)] = report.refused
    assert path == bad.path
    assert isinstance(error, (ParseError, TableError))
    assert error.exit_code in (5, 6)
    assert bad.path in str(error)
    assert field in str(error)


def test_others_land_beside_a_damaged_one(store: Path, archive: Path) -> None:
    last = snapshots(archive, "openrouter_daily")[-1]
    bad = put(store, "openrouter_daily", last.file_name, b'{"data": [', last.retrieved_at)
    add(archive, store, snapshots(archive, "huggingface_listing_top600")[3])
    report = weighbridge.open(store).build()
    assert [path for path, _ in report.refused] == [bad.path]
    assert len({row["observed_on"] for row in rows(store, DOWNLOADS)}) == 4
    with pytest.raises(ParseError) as caught:
        report.complain()
    assert bad.path in str(caught.value)
    again = weighbridge.open(store).build()
    assert [path for path, _ in again.refused] == [bad.path]


KILLED = "import sys, weighbridge; print('here', flush=True); weighbridge.open(sys.argv[1]).build().complain()"


def test_a_kill_at_any_moment_changes_nothing_in_the_end(store: Path, archive: Path, tmp_path: Path) -> None:
    new: list[Snapshot] = [
        snapshots(archive, "openrouter_daily")[3],
        snapshots(archive, "huggingface_listing_top600")[4],
    ]
    whole = copied(store, tmp_path / "whole")
    for snapshot in new:
        add(archive, whole, snapshot)
        add(archive, store, snapshot)
    began = time.monotonic()
    weighbridge.open(whole).build().complain()
    took = max(time.monotonic() - began, 1.0)
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    killed = 0
    for _ in range(3):
        command = [sys.executable, "-c", KILLED, str(store)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 1.2 * took))
            process.kill()
        killed += process.returncode == -signal.SIGKILL
    assert killed
    weighbridge.open(store).build().complain()
    assert contents(store / "lake", "*.parquet") == contents(whole / "lake", "*.parquet")


NAMED = ((PULLS, "name"), (TOKENS, "slug"))


def named(store: Path) -> list[set[str]]:
    return [{row[key] for row in rows(store, table)} for table, key in NAMED]


def test_a_further_capture_without_new_names_leaves_the_names(
    store: Path, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved: list[Stated] = []
    resolve = Resolver.subjects

    def subjects(resolver: Resolver, stated: Stated) -> pa.Table:
        resolved.append(stated)
        return resolve(resolver, stated)

    monkeypatch.setattr(Resolver, "subjects", subjects)
    more = snapshots(archive, "ollama")[-2:]
    times = 0
    for new in more:
        before = named(store)
        resolved.clear()
        add(archive, store, new)
        weighbridge.open(store).build().complain()
        assert bool(resolved) == (named(store) != before)
        times += len(resolved)
    assert times < len(more)
    whole = taken_in(archive, tmp_path / "whole", *DAYS, last=3)
    for new in [*snapshots(archive, "ollama")[:2], *more]:
        add(archive, whole, new)
    weighbridge.open(whole).build().complain()
    assert lake(whole) == lake(store)
