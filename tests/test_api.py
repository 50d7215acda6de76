from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

import weighbridge
from weighbridge.api import default_store
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Status

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.api import Weighbridge

DAY = dt.date(2026, 8, 19)


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    return weighbridge.open(tmp_path_factory.mktemp("empty"))


def test_opening_reads_and_writes_nothing(tmp_path: Path) -> None:
    weighbridge.open(tmp_path / "not" / "there")
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEIGHBRIDGE_STORE", str(tmp_path))
    assert weighbridge.open().root == default_store() == tmp_path
    monkeypatch.delenv("WEIGHBRIDGE_STORE")
    assert default_store().name == "weighbridge"


def test_answering_leaves_no_trace(tmp_path: Path) -> None:
    weighbridge.open(tmp_path).measure("token_share", at=DAY)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_as_frames(scale: Weighbridge) -> None:
    series = scale.measure("pull_share", "family", since=dt.date(2026, 6, 1))
    arrow, polars, pandas = series.to_arrow(), series.to_polars(), series.to_pandas()
    assert arrow.num_rows == polars.height == len(pandas) == len(series.estimates)
    assert arrow.column_names == polars.columns == list(pandas.columns)
    first = series.estimates[0]
    assert arrow.to_pylist()[0]["value"] == polars.row(0, named=True)["value"] == pandas.iloc[0]["value"] == first.value
    assert arrow.schema.metadata[b"unit"] == b"share"


def test_since_and_until_cut_the_series(scale: Weighbridge) -> None:
    first, last = dt.date(2026, 3, 1), dt.date(2026, 5, 31)
    series = scale.measure("pull_share", since=first, until=last, choices={"quantity": "flow"})
    assert sorted({(e.period_start, e.period_end) for e in series.estimates}) == [
        (dt.date(2026, 3, 1), dt.date(2026, 3, 31)),
        (dt.date(2026, 4, 1), dt.date(2026, 4, 30)),
        (dt.date(2026, 5, 1), last),
    ]
    assert series.as_of == last


def test_a_standing_of_a_past_day_knows_no_later_one(scale: Weighbridge) -> None:
    series = scale.measure("token_share", at=dt.date(2026, 1, 29), choices={"list": "leaderboard"})
    assert series.standing is not None
    assert (series.standing.leader, series.standing.changes) == ("US", ())


def test_pinned_choices_leave_no_range(scale: Weighbridge) -> None:
    settled = scale.measure("pull_share", at=DAY).choices
    series = scale.measure("pull_share", at=DAY, choices=settled)
    for estimate in series.estimates:
        assert estimate.range_low == estimate.range_high == estimate.value
    assert series.standing is not None
    assert series.standing.share_of_choices in (0.0, 1.0)


def test_an_estimate_is_bounded_provisional_or_observed(scale: Weighbridge) -> None:
    newest = scale.measure("token_share", choices={"list": "daily", "unlisted": "left_out"}).estimates[-1]
    earlier = scale.measure("token_share", at=DAY, choices={"list": "daily", "unlisted": "left_out"}).estimates[0]
    assert (newest.status, earlier.status) == (Status.PROVISIONAL, Status.OBSERVED)


def test_the_board_has_every_race(scale: Weighbridge) -> None:
    races = scale.board(["country", "model"])
    assert {race.by for race in races} == {"country", "model"}
    assert {race.measure for race in races} == {
        "token_share", "pull_share", "download_share", "download_total", "capability", "arena_rating",
        "derivative_share", "derivative_total", "survival",
    }  # fmt: skip
    for race in races:
        assert (race.series is None) == bool(race.missing)
        assert race.question.endswith("?")


def test_some_race_turns_on_a_choice(scale: Weighbridge) -> None:
    held = [race.series.standing for race in scale.board(["family"]) if race.series and race.series.standing]
    assert any(standing.rivals and standing.share_of_choices < 1 for standing in held)


def test_wrong_questions_are_refused(scale: Weighbridge) -> None:
    with pytest.raises(UsageError, match="did you mean token_share"):
        scale.measure("token_shares")
    with pytest.raises(UsageError, match="has no grouping 'planet'"):
        scale.measure("token_share", "planet")
    with pytest.raises(NoDataError, match="data run from"):
        scale.measure("token_share", at=dt.date(2020, 1, 1))
    with pytest.raises(UsageError, match="nothing is named"):
        scale.explain("no such thing at all")


def test_no_spill_in_the_folder_of_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, store = tmp_path / "reader", tmp_path / "store"
    folder.mkdir()
    store.mkdir()
    monkeypatch.chdir(folder)
    engine = weighbridge.open(store).lake.engine
    engine._backend.raw_sql("SET memory_limit = '80MB'")
    rows = engine.table(pa.table({"i": range(1_000_000)}))
    kept = engine.keep(rows.mutate(digest=rows.i.cast("string").hexdigest("md5")))
    assert engine.arrow(kept.aggregate(n=kept.digest.nunique())).column("n").to_pylist() == [1_000_000]
    assert list(folder.iterdir()) == []
