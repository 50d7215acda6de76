"""LMArena's files: what is known of the archived ones through the parser, and one trap each in small ones."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.captures import NOW, Capture, parsed, snapshot_of, tables
from weighbridge.errors import FetchError, ParseError
from weighbridge.schema import RATINGS
from weighbridge.sources import Visit, arena

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tests.replay import Replay
    from weighbridge.snapshot import Snapshot
    from weighbridge.sources import Document

HEAD = "rank,rank_stylectrl,model,arena_score,95_pct_ci,votes,organization,license,knowledge_cutoff,url"
RAW = "https://raw.githubusercontent.com"
BOARD = f"{RAW}/fboulnois/llm-leaderboard-csv/main/csv/lmarena_text.csv"
COMMITS = "https://api.github.com/repos/fboulnois/llm-leaderboard-csv/commits"
CATALOGUE = f"{RAW}/lmarena/arena-catalog/main/data/leaderboard-text-style-control.json"
CATALOGUE_COMMITS = "https://api.github.com/repos/lmarena/arena-catalog/commits"


def boards(archive: Path, board: str) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of one board by day, in the order of the file."""
    rows = [row for _, table in tables(archive, "arena", "ratings") for row in table.to_pylist()]
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["board"] == board:
            found.setdefault(str(row["observed_on"]), []).append(row)
    return found


class TestArchive:
    def test_every_board_and_its_models(self, archive: Path) -> None:
        assert {on: len(rows) for on, rows in boards(archive, "text").items()} == {
            "2024-06-19": 109, "2024-07-31": 121, "2024-08-30": 136, "2024-09-28": 145, "2024-10-29": 155,
            "2024-11-23": 164, "2024-12-31": 182, "2025-01-29": 190, "2025-02-22": 171, "2025-03-28": 185,
            "2025-04-24": 191, "2025-05-23": 202, "2025-06-25": 209, "2025-07-18": 218,
            "2025-08-04": 265,  # one model stands twice, alike
        }  # fmt: skip

    def test_first_models(self, archive: Path) -> None:
        found = boards(archive, "text")
        first, last = found["2024-06-19"][0], found["2025-08-04"][0]
        assert (first["model"], first["rating"], first["rating_low"], first["rating_high"], first["votes"]) == (
            "GPT-4o-2024-05-13", 1287, 1284, 1290, 42_046,
        )  # fmt: skip
        assert (last["model"], last["rating"]) == ("Gemini-2.5-Pro", 1470)

    def test_the_whole_board_shifts(self, archive: Path) -> None:
        found = boards(archive, "text")
        old, new = ({row["model"]: row["rating"] for row in found[on]} for on in ("2025-05-23", "2025-06-25"))
        moved = [new[model] - old[model] for model in old.keys() & new.keys()]
        assert (len(moved), min(moved), median(moved), max(moved)) == (198, 0, 21, 32)

    def test_history_has_no_zero_and_no_interval(self, archive: Path) -> None:
        found = boards(archive, "text_history")
        rows = [row for day in found.values() for row in day]
        assert (len(found), min(found), max(found)) == (98, "2023-05-08", "2025-02-27")
        assert (len(rows), len({row["model"] for row in rows})) == (11_827, 227)
        assert min(row["rating"] for row in rows) > 700
        assert {row[end] for row in rows for end in ("rating_low", "rating_high", "votes")} == {None}

    def test_categories(self, archive: Path) -> None:
        [rows] = boards(archive, "text_style_control").values()
        full = [row for row in rows if row["category"] == "full"]
        best = max(full, key=lambda row: float(row["rating"]))
        assert (len({row["category"] for row in rows}), len(full)) == (29, 282)
        assert (best["model"], round(best["rating"], 1)) == ("gemini-3-pro", 1492.0)

    def test_price_list_states_models_and_no_prices(self, archive: Path) -> None:
        given = [given for snapshot, given, _ in parsed(archive, "arena") if "scatterplot" in snapshot.path]
        [only] = given
        assert list(only) == ["stated_models"]
        assert only["stated_models"].num_rows == 141
        first = only["stated_models"].to_pylist()[0]
        assert [first[name] for name in ("model", "title", "maker", "licence")] == [
            "chatgpt-4o-latest-20241120", "GPT-4o", "OpenAI", "Proprietary",
        ]  # fmt: skip

    def test_what_is_not_stated_is_null(self, archive: Path) -> None:
        rows = [row for _, table in tables(archive, "arena", "stated_models") for row in table.to_pylist()]
        assert [row["model"] for row in rows if row["licence"] is None] == ["Llama-4-Maverick-03-26-Experimental"]
        assert {row[name] for row in rows for name in ("country", "open_weights", "released_on")} == {None}


def line(model: str = "a", score: str = "1200", width: str = "+5/-4", votes: str = "99", more: str = "") -> str:
    return f"1,1,{model},{score},{width},{votes},Maker,MIT,2024/1,https://example.org/{more}"


def board(*lines: str, **of_snapshot: Any) -> Capture:  # noqa: ANN401 - of Snapshot
    filled = [*lines, *(line(f"m{i}") for i in range(60))]
    raw = "\n".join([HEAD, *filled, ""]).encode()
    return Capture(replace(snapshot_of("arena", "lmarena_text.csv", raw), **of_snapshot), raw)


def rated(capture: Capture) -> dict[str, dict[str, Any]]:
    return {row["model"]: row for row in capture.parse()[0]["ratings"].to_pylist()}


class TestTextBoard:
    def test_interval_is_read_up_and_down(self) -> None:
        row = rated(board(line("x", "1200", "+5/-4")))["x"]
        assert (row["rating_low"], row["rating"], row["rating_high"]) == (1196, 1200, 1205)
        assert (row["board"], row["category"], row["votes"]) == ("text", "full", 99)

    @pytest.mark.parametrize("width", ["-4/+5", "+5", "5/4", "+5/-4/-3", "+99999/-1", "+nan/-1", "4.5%"])
    def test_interval_of_another_shape_is_refused(self, width: str) -> None:
        with pytest.raises(ParseError, match=r"line 2\.95_pct_ci"):
            board(line("x", width=width)).parse()

    def test_unknown_votes_are_null(self) -> None:
        assert rated(board(line("x", votes="")))["x"]["votes"] is None

    @pytest.mark.parametrize(
        ("score", "width", "why"),
        [
            ("1200", "", "no interval on a board that states them"),
            ("1.2", "+0/-0", "not from 300 to 3000 points"),
            ("120000", "+5/-4", "not from 300 to 3000 points"),
            ("-1200", "+5/-4", "not from 300 to 3000 points"),
            ("1200", "+5/-1100", "not from 300 to 3000 points"),
        ],
    )
    def test_impossible_rating_is_refused_by_name(self, score: str, width: str, why: str) -> None:
        capture = board(line("x", score, width))
        _, issues = capture.parse()
        assert issues.counts == {f"rating refused: {why}": 1}
        assert " x on text" in issues.examples[f"rating refused: {why}"]
        assert "x" not in rated(capture)

    def test_a_model_rated_in_two_ways_is_refused_by_name(self) -> None:
        capture = board(line("x", "1200"), line("x", "1300"))
        _, issues = capture.parse()
        assert issues.counts["model stated twice in ratings"] == 1
        assert "x" in issues.examples["model stated twice in ratings"]
        assert "x" not in rated(capture)

    def test_a_model_that_stands_twice_alike_counts_once(self) -> None:
        capture = board(line("x"), line("x"))
        assert len(rated(capture)) == capture.parse()[0]["ratings"].num_rows == 61
        assert capture.parse()[1].counts == {"repeated row": 2}

    def test_ranks_are_not_read(self) -> None:
        assert not {name for name in RATINGS.key if "rank" in name}
        assert rated(board(line("x"))) == rated(board(line("x").replace("1,1,", "77,,", 1)))

    def test_a_board_of_refused_ratings_is_refused(self) -> None:
        raw = "\n".join([HEAD, *(line(f"m{i}", "1.2") for i in range(99)), ""]).encode()
        with pytest.raises(ParseError, match="`ratings` has 0 rows"):
            Capture(snapshot_of("arena", "lmsys.csv", raw), raw).parse()


class TestDayOfBoard:
    def day(self, **of_snapshot: str) -> dt.date:
        [day] = {row["observed_on"] for row in rated(board(**of_snapshot)).values()}
        assert isinstance(day, dt.date)
        return day

    def test_is_that_of_the_capture(self) -> None:
        assert self.day() == NOW.date()

    def test_is_the_version_that_the_capture_notes(self) -> None:
        assert self.day(note="Board version 2025-08-04.") == dt.date(2025, 8, 4)

    def test_is_that_of_the_last_change(self) -> None:
        assert self.day(last_modified="Wed, 06 Aug 2025 23:18:20 GMT") == dt.date(2025, 8, 6)

    @pytest.mark.parametrize("stated", [{"note": "Board version 2026-08-24."}, {"note": "Board version 2025-02-30."},
                                        {"last_modified": "yesterday"}])  # fmt: skip
    def test_is_never_guessed(self, stated: dict[str, str]) -> None:
        with pytest.raises(ParseError, match="board"):
            self.day(**stated)


def history(rows: Mapping[str, Iterable[str]], names: Iterable[str]) -> Capture:
    lines = [",".join(["", *names]), *(",".join([on, *cells]) for on, cells in rows.items()), ""]
    raw = "\n".join(lines).encode()
    return Capture(snapshot_of("arena", "result.csv", raw), raw)


class TestHistory:
    NAMES = tuple(f"m{i}" for i in range(300))

    def test_zero_is_no_rating(self) -> None:
        days = {"20240101": ["1000.5", *["0.0"] * 299], "20240102": ["1001"] * 300, "20240103": ["1002"] * 300}
        rows = history(days, self.NAMES).parse()[0]["ratings"].to_pylist()
        assert [row["model"] for row in rows if row["observed_on"] == dt.date(2024, 1, 1)] == ["m0"]

    def test_a_column_of_words_is_no_model(self) -> None:
        tables, issues = history(
            {f"2024010{i}": ["1000"] * 300 + ["new"] for i in (1, 2)}, [*self.NAMES, "brand_new"]
        ).parse()
        assert "brand_new" not in tables["ratings"]["model"].to_pylist()
        assert issues.counts == {"unknown field `brand_new`": 2}

    def test_a_word_among_numbers_is_refused(self) -> None:
        with pytest.raises(ParseError, match=r"line 3\.m0"):
            history({"20240101": ["1000"] * 300, "20240102": ["10x0", *["1000"] * 299]}, self.NAMES).parse()

    @pytest.mark.parametrize("name", ["m\x1b[31m", "m\x00", " ", "m" * 20_001])
    def test_a_column_that_no_model_is_called_is_refused(self, name: str) -> None:
        with pytest.raises(ParseError, match="a column's name should be"):
            history({"20240101": ["1000"] * 301, "20240102": ["1000"] * 301}, [*self.NAMES, name]).parse()

    @pytest.mark.parametrize("on", ["2024-01-01", "20240230", "20991231", "0", ""])
    def test_a_day_that_cannot_be_is_refused(self, on: str) -> None:
        with pytest.raises(ParseError, match="line 2"):
            history({on: ["1000"] * 300, "20240102": ["1000"] * 300}, self.NAMES).parse()


def categories(**changed: Any) -> Capture:  # noqa: ANN401 - any JSON
    rating = {"rating": 1200.0, "rating_q025": 1190.0, "rating_q975": 1210.0}
    document: dict[str, Any] = {f"c{n}": {f"m{i}": dict(rating) for i in range(600)} for n in range(2)}
    document |= {"full": {"x": rating | changed}}
    raw = json.dumps(document).encode()
    return Capture(snapshot_of("arena", "leaderboard-text-style-control.json", raw), raw)


class TestCategories:
    def test_interval_is_read_as_it_stands(self) -> None:
        row = next(row for row in categories().parse()[0]["ratings"].to_pylist() if row["category"] == "full")
        assert (row["board"], row["rating_low"], row["rating_high"]) == ("text_style_control", 1190, 1210)

    @pytest.mark.parametrize("end", [{"rating_q025": 1200.5}, {"rating_q975": 1199.5}])
    def test_interval_that_does_not_hold_its_rating_is_refused_by_name(self, end: dict[str, float]) -> None:
        tables, issues = categories(**end).parse()
        assert issues.counts == {"rating refused: outside its interval": 1}
        assert "x on text_style_control, full" in issues.examples["rating refused: outside its interval"]
        assert "x" not in tables["ratings"]["model"].to_pylist()

    @pytest.mark.parametrize("raw", [b'{"Full": {}}', b'{"full": {}, "no such": {}}', b'{"full": []}'])
    def test_another_shape_is_refused(self, raw: bytes) -> None:
        with pytest.raises(ParseError):
            Capture(snapshot_of("arena", "leaderboard-text-style-control.json", raw), raw).parse()


class TestLive:
    def fetched(self, replay: Replay, known: tuple[Snapshot, ...] = ()) -> list[Document]:
        with replay.client(attempts=1) as client:
            return list(arena.fetch(Visit(client, None, NOW.date(), known)))

    def published(self, replay: Replay, archive: Path) -> None:
        replay.publish_archived(archive, "arena")
        for url, at in ((COMMITS, "2025-08-06T23:18:20Z"), (CATALOGUE_COMMITS, "2025-12-11T22:32:56Z")):
            commits = json.dumps([{"commit": {"committer": {"date": at}}}]).encode()
            replay.publish(url, commits, "application/json")

    def test_a_board_is_dated_by_its_last_change(self, replay: Replay, archive: Path) -> None:
        self.published(replay, archive)
        found = {document.file_name: document for document in self.fetched(replay)}
        assert sorted(found) == ["leaderboard-text-style-control.json", "lmarena_text.csv", "result.csv",
                                 "scatterplot-data.json"]  # fmt: skip
        for name, on in (("lmarena_text.csv", dt.date(2025, 8, 6)),
                         ("leaderboard-text-style-control.json", dt.date(2025, 12, 11))):  # fmt: skip
            snapshot = replace(snapshot_of("arena", name, found[name].body), last_modified=found[name].last_modified)
            given = Capture(snapshot, found[name].body).parse()[0]["ratings"]
            assert set(given["observed_on"].to_pylist()) == {on}

    def test_asks_for_the_day_of_changed_files_only(self, replay: Replay, archive: Path) -> None:
        self.published(replay, archive)
        for url in (BOARD, CATALOGUE):
            replay.publish(url, replay.body(url), "text/plain", etag='"a"')
        known = tuple(replace(snapshot_of("arena", "f", b""), url=url, etag='"a"') for url in (BOARD, CATALOGUE))
        assert [found.file_name for found in self.fetched(replay, known)] == ["result.csv", "scatterplot-data.json"]
        assert not [url for url in replay.asked if "api.github.com" in url]

    @pytest.mark.parametrize("body", [b"[]", b'{"message": "rate limit"}', b"null", b'[{"commit": 1}]', b"<",
                                      b'[{"commit": {"committer": {"date": "today"}}}]'])  # fmt: skip
    def test_an_answer_without_a_day_is_refused(self, replay: Replay, archive: Path, body: bytes) -> None:
        self.published(replay, archive)
        replay.publish(COMMITS, body, "application/json")
        with pytest.raises(FetchError, match="when the file changed"):
            self.fetched(replay)
