"""Ratings by hand, on a lake of a few models."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pytest

from tests.measures.raw import body, entries
from tests.sources.captures import tables
from weighbridge.arrow import arrow_schema
from weighbridge.engine import Engine
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Provenance, Series, Status
from weighbridge.lake import Lake
from weighbridge.measures import arena_rating
from weighbridge.measures.arena_rating import MEASURE, QUESTIONS, Rank, compute, ranks, read
from weighbridge.question import Question
from weighbridge.schema import RATINGS, SUBJECTS
from weighbridge.series import answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from weighbridge.estimate import Estimate, Panel

JUNE, JULY = dt.date(2025, 6, 25), dt.date(2025, 7, 18)
TODAY = dt.date(2026, 8, 22)
AT = dt.datetime(2026, 8, 22, tzinfo=dt.UTC)
NAN = float("nan")


class Model(NamedTuple):
    """A model of the small lake; null where not known."""

    country: str | None
    base_country: str | None
    openness: str | None


MODELS = {
    "north-1": Model("US", "US", "closed"),
    "north-2": Model("US", "US", "closed"),
    "east-1": Model("CN", "CN", "open_licence"),
    "east-2": Model("CN", "CN", "open_licence"),
    # Built in France on Chinese weights.
    "west-1": Model("FR", "CN", "restricted"),
    "east-3": Model("CN", "CN", None),
}
# Board, category, day, model, rating, down, up; NaN where the board states no interval.
ROWS: list[tuple[str, str, dt.date, str, float, float, float]] = [
    ("text", "full", JUNE, "north-1", 1400, 4, 4),
    ("text", "full", JUNE, "north-2", 1400, 20, 20),
    ("text", "full", JUNE, "east-1", 1300, 5, 3),
    ("text", "full", JUNE, "west-1", 1310, 6, 6),
    ("text", "full", JULY, "north-1", 1420, 4, 4),
    ("text", "full", JULY, "east-1", 1321, 5, 3),
    ("text", "full", JULY, "east-2", 1424, 9, 9),
    ("text", "full", JULY, "nobody's", 1310, 9, 9),
    ("text_history", "full", JUNE, "north-1", 1390, NAN, NAN),
    ("text_history", "full", JUNE, "east-1", 1295, NAN, NAN),
    ("text_history", "full", JUNE, "nobody's", 1200, NAN, NAN),
    ("text_style_control", "full", JULY, "north-1", 1450, 4, 4),
    ("text_style_control", "hard_6", JULY, "east-3", 1200, 4, 4),
    ("text_style_control", "hard_6", JULY, "north-1", 1100, 4, 4),
    ("text_style_control", "klingon", JULY, "north-1", 1600, 4, 4),
]


def known(value: float) -> float | None:
    return None if np.isnan(value) else value


def ratings() -> pa.Table:
    rows = [
        {"source": "arena", "board": board, "category": category, "observed_on": day, "model": model, "rating": rating,
         "rating_low": known(rating - down), "rating_high": known(rating + up), "votes": None, "observed_at": AT}
        for board, category, day, model, rating, down, up in ROWS
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=arrow_schema(RATINGS))


def subjects() -> pa.Table:
    rows: list[dict[str, Any]] = []
    for namespace in ("arena", "epoch"):
        for key, model in MODELS.items():
            row: dict[str, Any] = dict.fromkeys(column.name for column in SUBJECTS.columns)
            # The same names elsewhere are other subjects.
            there = {} if namespace == "arena" else {"country": "AQ", "base_country": "AQ", "openness": "closed"}
            rows.append(row | model._asdict() | there | {"namespace": namespace, "key": key, "rule": "listed",
                        "tracked": False, "copy": False, "alias": False, "organisation_id": f"of {key}"})  # fmt: skip
    return pa.Table.from_pylist(rows, schema=arrow_schema(SUBJECTS))


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    engine = Engine(threads=1)
    made = Lake(tmp_path_factory.mktemp("lake"), engine, name="small")
    made.write_days(RATINGS, ratings(), [str(JUNE), str(JULY)], TODAY, source="arena")
    made.write(SUBJECTS, subjects(), TODAY)
    yield made
    engine.close()


def asked(lake: Lake, by: str = "country", where: Mapping[str, str] | None = None, **choices: str) -> Series:
    question = Question(by, where=where, choices=choices)
    return answer(arena_rating, lake, question, {"north-1": "a release of that id"}, Provenance((), "0", "small", ""))


def panel(lake: Lake, by: str = "country", **choices: str) -> Panel:
    return compute(read(lake, by, {}), MEASURE.settled(choices))


def on(series: Series, day: dt.date) -> dict[str, Estimate]:
    return {estimate.group_id: estimate for estimate in series.estimates if estimate.period_end == day}


def figures(estimate: Estimate) -> tuple[float | None, ...]:
    return estimate.value, estimate.ci_low, estimate.ci_high


class TestGroups:
    def test_a_group_stands_by_its_best_model(self, lake: Lake) -> None:
        found = on(asked(lake), JULY)
        assert {name: figures(e) for name, e in found.items()} == {"CN": (1424, 1415, 1433), "US": (1420, 1416, 1424)}
        assert [found[name].n for name in ("CN", "US")] == [2, 1]

    def test_of_two_equals_the_surer_stands_for_both(self, lake: Lake) -> None:
        assert figures(on(asked(lake), JUNE)["US"]) == (1400, 1396, 1404)

    def test_who_is_not_on_a_board_has_no_figure_there(self, lake: Lake) -> None:
        assert "FR" in on(asked(lake), JUNE)
        assert "FR" not in on(asked(lake), JULY)

    def test_unknown_models_are_in_no_group_and_lower_the_coverage(self, lake: Lake) -> None:
        series = asked(lake)
        assert on(series, JUNE)["US"].coverage == 1
        assert on(series, JULY)["US"].coverage == 3 / 4

    def test_a_model_of_no_known_group_may_be_of_any(self, lake: Lake) -> None:
        """Of the best here it is not known whether it is closed, as asked: if it is, it leads."""
        choices = {"board": "style_control", "question": "hard_prompts"}
        series = asked(lake, where={"openness": "closed"}, **choices)
        assert figures(on(series, JULY)["US"]) == (1100, 1096, 1204)
        assert series.standing is not None
        assert (series.standing.leader, series.standing.ahead) == (None, "US")
        assert series.standing.share_of_resamples == 0

    def test_a_model_of_no_known_group_below_the_second_changes_no_lead(self, lake: Lake) -> None:
        found = panel(lake)
        assert found.slack is not None
        assert found.slack.tolist() == [0, 0]

    def test_by_model_all_have_the_publishers_names(self, lake: Lake) -> None:
        found = on(asked(lake, "model"), JULY)
        assert set(found) == {"north-1", "east-1", "east-2", "nobody's"}
        assert {e.group for e in found.values()} == set(found)
        assert found["east-1"].coverage == 1
        assert figures(found["east-1"]) == (1321, 1316, 1324)

    def test_attribution_moves_what_is_built_on_anothers_weights(self, lake: Lake) -> None:
        assert figures(on(asked(lake), JUNE)["CN"]) == (1300, 1295, 1303)
        assert figures(on(asked(lake, attribution="base"), JUNE)["CN"]) == (1310, 1304, 1316)
        ranged = on(asked(lake), JUNE)["CN"]
        assert (ranged.range_low, ranged.range_high) == (1300, 1310)

    def test_a_filter_keeps_what_passes_for_sure(self, lake: Lake) -> None:
        series = asked(lake, "model", {"openness": "open_licence"})
        assert set(on(series, JULY)) == {"east-1", "east-2"}
        assert on(series, JULY)["east-1"].coverage == 2 / 3  # of whom one more may pass
        with pytest.raises(NoDataError, match="nothing where country=XX"):
            asked(lake, where={"country": "XX"})

    def test_every_figure_is_a_fit(self, lake: Lake) -> None:
        assert {e.status for e in asked(lake).estimates} == {Status.ESTIMATED}


class TestBoards:
    def test_boards_are_not_mixed(self, lake: Lake) -> None:
        assert figures(on(asked(lake, board="style_control"), JULY)["US"]) == (1450, 1446, 1454)
        assert figures(on(asked(lake, board="history"), JUNE)["US"]) == (1390, None, None)

    def test_kinds_of_question_are_the_publishers(self, lake: Lake) -> None:
        found = on(asked(lake, board="style_control", question="hard_prompts"), JULY)
        assert {name: e.value for name, e in found.items()} == {"CN": 1200, "US": 1100}

    @pytest.mark.parametrize("board", ["text", "history"])
    def test_only_one_board_has_kinds_of_question(self, lake: Lake, board: str) -> None:
        with pytest.raises(UsageError, match=f"board={board} cannot be combined with question=math"):
            asked(lake, board=board, question="math")

    def test_a_kind_that_is_not_there_has_no_data(self, lake: Lake) -> None:
        with pytest.raises(NoDataError, match="no rows under these choices"):
            asked(lake, board="style_control", question="chinese")

    def test_no_range_runs_over_scales(self, lake: Lake) -> None:
        us = on(asked(lake), JULY)["US"]
        assert (us.range_low, us.range_high) == (1420, 1420)

    def test_nothing_stated_of_intervals_decides_nothing(self, lake: Lake) -> None:
        series = asked(lake, board="history")
        assert series.standing is not None
        assert (series.standing.leader, series.standing.ahead) == (None, "US")
        assert (series.standing.margin, series.standing.margin_low) == (95, None)
        assert series.ci_method.startswith("none")

    def test_a_lake_without_ratings_says_so(self, tmp_path: Path, lake: Lake) -> None:
        with pytest.raises(NoDataError, match="holds no ratings"):
            read(Lake(tmp_path, lake.engine, name="empty"), "country", {})

    def test_names_that_no_one_resolved_give_no_group(self, tmp_path: Path, lake: Lake) -> None:
        bare = Lake(tmp_path, lake.engine, name="bare")
        bare.write_days(RATINGS, ratings(), [str(JULY)], TODAY, source="arena")
        with pytest.raises(NoDataError, match="no country has a figure"):
            asked(bare)
        assert len(on(asked(bare, "model"), JULY)) == 4


class TestLead:
    def test_a_clear_lead_is_decided_on_its_own_board(self, lake: Lake) -> None:
        """In July the levels are higher all over: the lead is of the day, not of the history."""
        series = answer(arena_rating, lake, Question("country", at=JUNE), {}, Provenance((), "0", "small", ""))
        assert series.standing is not None
        assert (series.standing.leader, series.standing.margin) == ("US", 90)
        assert series.standing.share_of_resamples == 1

    def test_overlap_decides_nothing(self, lake: Lake) -> None:
        standing = asked(lake).standing
        assert standing is not None
        assert (standing.leader, standing.ahead, standing.margin) == (None, "CN", 4)
        assert standing.share_of_resamples is not None
        # Two normal deviations of 18/3.92 and 8/3.92 around 4 points: about 79 in 100.
        assert standing.share_of_resamples == pytest.approx(0.79, abs=0.06)
        assert standing.margin_low is not None
        assert standing.margin_low < 0 < (standing.margin_high or 0)

    def test_draws_carry_the_luck_of_the_best(self, lake: Lake) -> None:
        """Of two models with one rating the better draw counts: their best is above either."""
        found = panel(lake)
        assert found.draws is not None
        drawn = found.draws[:, 0, found.groups.index("US")]
        assert drawn.mean() > 1400
        assert np.isnan(found.draws[:, 1, found.groups.index("FR")]).all()

    def test_draws_have_the_width_of_the_interval(self, lake: Lake) -> None:
        found = panel(lake, "model")
        assert found.draws is not None
        drawn = found.draws[:, 1, found.groups.index("east-2")]
        assert drawn.mean() == pytest.approx(1424, abs=0.7)
        assert drawn.std() == pytest.approx(18 / 3.92, rel=0.12)

    def test_the_same_question_has_the_same_answer(self, lake: Lake) -> None:
        assert asked(lake) == asked(lake)


@pytest.fixture(scope="module")
def boards(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    """The publisher's boards as they stand in the files; no name is resolved."""
    engine = Engine(threads=1)
    made = Lake(tmp_path_factory.mktemp("boards"), engine, name="boards")
    stated = pa.concat_tables([table for _, table in tables(archive, "arena", "ratings")])
    days = sorted({str(day) for day in stated["observed_on"].to_pylist()})
    made.write_days(RATINGS, stated, days, TODAY, source="arena")
    yield made
    engine.close()


class TestArchive:
    def test_every_board_is_led_by_its_first_row(self, boards: Lake, archive: Path) -> None:
        found = panel(boards, "model")
        files = [entry for entry in entries(archive, "arena") if "/lm" in entry["path"]]
        first = [next(csv.DictReader(io.StringIO(body(archive, entry).decode()))) for entry in files]
        ahead = np.nanargmax(found.value, axis=1)
        assert [found.groups[g] for g in ahead] == [row["model"] for row in first]
        scores = [float(row.get("arena_score") or row["arena_elo"]) for row in first]
        assert found.value.max(axis=1, where=found.n > 0, initial=0).tolist() == scores
        up, down = ([float(row["95_pct_ci"].split("/")[end]) for row in first] for end in (0, 1))
        days = np.arange(len(files))
        assert (found.high - found.value)[days, ahead].tolist() == up
        assert (found.low - found.value)[days, ahead].tolist() == down

    def test_a_shift_of_the_whole_board_is_no_lead(self, boards: Lake) -> None:
        """Nearly all models rose beyond their intervals, and no two of them changed places for sure."""
        found = panel(boards, "model")
        may, june = (found.ends.index(day) for day in (dt.date(2025, 5, 23), dt.date(2025, 6, 25)))
        both = np.flatnonzero((found.n[may] > 0) & (found.n[june] > 0))
        before, after = ((found.low[period, both], found.high[period, both]) for period in (may, june))
        assert np.median(found.value[june, both] - found.value[may, both]) == 21
        assert (after[0] > before[1]).mean() > 0.9
        above = [low[:, None] > high for low, high in (before, after)]
        assert above[0].sum() > 18_000
        assert not (above[0] & above[1].T).any()

    def test_zero_is_no_rating_in_the_history(self, boards: Lake) -> None:
        found = panel(boards, "model", board="history")
        assert (found.value.shape, int(found.n.sum()), float(np.nanmin(found.value)) > 700) == ((98, 227), 11_827, True)
        assert found.draws is None
        assert np.isnan(found.low).all()

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_every_kind_of_question_is_on_the_style_controlled_board(self, boards: Lake, question: str) -> None:
        found = panel(boards, "model", board="style_control", question=question)
        assert found.ends == (dt.date(2025, 12, 11),)
        assert found.n.sum() > 250


class TestRanks:
    def test_ranks_are_intervals_where_intervals_overlap(self, lake: Lake) -> None:
        assert ranks(panel(lake, "model"), 1) == (
            Rank("east-2", 1, 2), Rank("north-1", 1, 2), Rank("east-1", 3, 4), Rank("nobody's", 3, 4),
        )  # fmt: skip

    def test_who_is_not_on_the_board_has_no_rank(self, lake: Lake) -> None:
        assert {rank.group for rank in ranks(panel(lake), 1)} == {"CN", "US"}

    def test_without_intervals_every_rank_is_open(self, lake: Lake) -> None:
        assert ranks(panel(lake, board="history"), 0) == (Rank("CN", 1, 2), Rank("US", 1, 2))
        assert {(e.rank_best, e.rank_worst) for e in asked(lake, board="history").estimates} == {(1, 2)}
