"""The CSV history of the whole Hub, read with the Hub's own client from a Hub on this machine."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from werkzeug import Response

from tests.sources.captures import Capture, snapshot_of
from tests.sources.full_hub import Fault, FullHub
from weighbridge import discover, schema
from weighbridge.cli import main
from weighbridge.door import admit
from weighbridge.errors import FetchError, ParseError
from weighbridge.full_hub import csv_columns, csv_listing, csv_projection, csv_rows, dataset, ranges
from weighbridge.http import Client
from weighbridge.snapshot import SnapshotStore
from weighbridge.sources import Document, Issues, Visit, hub_history

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pytest_httpserver import HTTPServer

    from weighbridge.snapshot import Snapshot

TODAY = dt.date(2026, 8, 21)
SINCE = dt.date(2024, 1, 1)
ROWS = 300
# As the API names its fields, written by pandas with a number for each row; and as somebody else might.
API = ("", "_id", "id", "likes", "private", "downloads", "tags", "createdAt")
OWN = ("Model ID", "Downloads Last Month", "Downloads All Time")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take listings of hundreds of rows for whole."""
    monkeypatch.setattr(csv_projection, "FEWEST_ROWS", 100)
    monkeypatch.setattr(csv_listing, "FEWEST_ROWS", 100)


@pytest.fixture
def hub(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> FullHub:
    running = FullHub(httpserver, hub_history.REPO)
    running.start()
    monkeypatch.setenv("HF_ENDPOINT", running.root)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    for name in ("SECONDS_BETWEEN_PAGES", "SECONDS_BETWEEN_RANGES"):
        monkeypatch.setattr(dataset, name, 0.0)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda _: None)
    monkeypatch.setattr(ranges, "backoff", lambda _: 0.0)
    return running


def api_row(number: int, **changed: object) -> list[object]:
    row = {
        "": number, "_id": f"{number:024x}", "id": f"maker{number % 7}/model-{number}", "likes": number % 5,
        "private": False, "downloads": number, "tags": "['a', \"b,c\"]\n['d']", "createdAt": "2023-10-01 00:00:00",
    }  # fmt: skip
    return list((row | changed).values())


def own_row(number: int) -> list[object]:
    return [f"maker{number % 7}/model-{number}", f"{number}.0", number * 10]


def written(header: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


def api_csv(*changed: Sequence[object], rows: int = ROWS) -> bytes:
    """Write a listing as the API names its fields; its first rows are those given."""
    return written(API, [*changed, *(api_row(number) for number in range(len(changed), rows))])


def own_csv(rows: int = ROWS) -> bytes:
    return written(OWN, map(own_row, range(rows)))


def visit(since: dt.date | None = SINCE, **settings: Any) -> Visit:  # noqa: ANN401 - fields of Visit
    return Visit(Client(), since, TODAY, **settings)


def fetch(since: dt.date | None = SINCE, **settings: Any) -> list[Document]:  # noqa: ANN401 - fields of Visit
    return list(hub_history.fetch(visit(since, **settings)))


def one(hub: FullHub, body: bytes, path: str = "models.csv") -> Document:
    """Fetch a history of one revision with one file."""
    hub.put("2024-01-31", {path: body})
    [document] = fetch()
    return document


def days(documents: list[Document]) -> list[str]:
    return [document.file_name.removeprefix("models-")[:10] for document in documents]


def known(*documents: Document) -> tuple[Snapshot, ...]:
    return tuple(snapshot_of("hub_history", document.file_name, document.body) for document in documents)


def table(document: Document) -> pa.Table:
    return pq.read_table(io.BytesIO(document.body))


def downloads(document: Document) -> tuple[pa.Table, Issues]:
    at = dt.datetime(2026, 8, 21, 9, tzinfo=dt.UTC)
    snapshot = snapshot_of("hub_history", document.file_name, document.body, at)
    tables, issues = Capture(snapshot, document.body).parse()
    assert set(tables) == {"downloads"}
    return tables["downloads"], issues


def status(code: int, **headers: str) -> Fault:
    return lambda _: Response("{}", code, {name.replace("_", "-"): value for name, value in headers.items()},
                              content_type="application/json")  # fmt: skip


def cut(answer: Response) -> Response:
    body = answer.get_data()
    return Response(iter([body[: len(body) // 2]]), 206, {**answer.headers, "Content-Length": str(len(body))})


def exchanged(answer: Response) -> Response:
    answer.set_data(answer.get_data().replace(b"maker1", b"maker2"))
    return answer


def same(answer: Response) -> Response:
    return answer


class TestColumns:
    """Columns are known by names, wherever they stand."""

    def test_as_the_api_names_its_fields(self, hub: FullHub) -> None:
        rows, issues = downloads(one(hub, api_csv()))
        last = rows.slice(ROWS - 1).to_pylist()[0]
        assert rows.num_rows == ROWS
        assert (last["repo_id"], last["downloads_30d"], last["likes"]) == ("maker5/model-299", 299, 4)
        assert last["downloads_all_time"] is None, "no column says so"
        assert (last["observed_on"], last["source"]) == (dt.date(2024, 1, 31), "hub_history")
        assert not issues.counts
        admit(schema.DOWNLOADS, rows, TODAY)

    def test_in_words_of_its_own(self, hub: FullHub) -> None:
        rows, issues = downloads(one(hub, own_csv()))
        assert rows.select(["downloads_30d", "downloads_all_time", "likes"]).slice(7, 1).to_pylist() == [
            {"downloads_30d": 7, "downloads_all_time": 70, "likes": None}
        ]
        assert not issues.counts

    def test_a_header_may_change_between_revisions(self, hub: FullHub) -> None:
        hub.put("2024-01-30", {"models.csv": api_csv()})
        hub.put("2024-01-31", {"models.csv": own_csv()})
        found = fetch()
        assert [table(document).column_names for document in found] == [
            ["id", "downloads", "likes"], ["id", "downloads", "downloadsAllTime"],
        ]  # fmt: skip
        first, second = (downloads(document)[0].column("downloads_30d").to_pylist() for document in found)
        assert first == second == list(range(ROWS))

    def test_only_wanted_columns_are_kept_and_all_are_named(self, hub: FullHub) -> None:
        document = one(hub, api_csv())
        assert not document.verbatim
        assert "models.csv" in document.note
        assert b"2023-10-01" not in document.body
        notes = table(document).schema.metadata
        assert notes[csv_projection.READ_AS] == b'{"id": "id", "downloads": "downloads", "likes": "likes"}'

    def test_a_column_that_nobody_knows_is_told(self, hub: FullHub) -> None:
        body = written([*OWN, "stars"], ([*own_row(number), 1] for number in range(ROWS)))
        assert downloads(one(hub, body))[1].counts == {"unknown field `stars`": 1}

    @pytest.mark.parametrize(
        "header",
        [
            ("Author", "Total Downloads", "Number of Models"),
            ("id", "likes"),
            ("downloads", "likes", "name"),
            ("id", "downloads", "downloads"),
            ("id", "downloads", "repo_type"),
            ("_id", "downloads", "likes"),
        ],
    )
    def test_a_header_that_no_rule_knows_is_refused_with_its_columns(
        self, hub: FullHub, header: tuple[str, ...]
    ) -> None:
        hub.put("2024-01-30", {"models.csv": written(header, ([f"a/{n}", n, n] for n in range(ROWS)))})
        hub.put("2024-01-31", {"models.csv": api_csv()})
        with pytest.raises(FetchError, match="2024-01-30: no rule knows") as failed:
            fetch()
        assert all(repr(name) in failed.value.what for name in header)
        assert "models.csv" in failed.value.what
        assert "report the columns" in failed.value.then

    def test_the_error_of_a_header_says_what_to_do(self) -> None:
        error = csv_columns.unknown("x.csv", ["a", "b"] * 40)
        assert isinstance(error, ParseError)
        assert error.where == "x.csv"
        assert error.what.endswith("'a', 'b' and 68 more")
        assert "a rule can be written" in error.then

    def test_the_others_are_stored_when_one_is_refused(self, hub: FullHub) -> None:
        hub.put("2024-01-30", {"models.csv": written(("x", "y"), [(1, 2)] * ROWS)})
        hub.put("2024-01-31", {"models.csv": api_csv()})
        stored: list[Document] = []
        with pytest.raises(FetchError, match="1 of 2 revisions"):
            stored.extend(hub_history.fetch(visit()))
        assert days(stored) == ["2024-01-31"]

    def test_every_word_has_a_reason_and_means_one_thing(self) -> None:
        words = [word for known in csv_columns.VOCABULARY.values() for word in known]
        assert len(words) == len(set(words))
        assert all(word == csv_columns.folded(word) for word in words)
        assert all(why for known in csv_columns.VOCABULARY.values() for why in known.values())


class TestFiles:
    """Of several files, names of files and columns say which lists models."""

    def test_datasets_spaces_and_sums_by_account_are_left_alone(self, hub: FullHub) -> None:
        others = {"data/datasets.csv": api_csv(), "data/spaces.csv": api_csv(), "authors.csv": own_csv()}
        hub.put("2024-01-31", {**others, "data/models.csv": own_csv()})
        [document] = fetch()
        assert document.url.endswith("/data/models.csv")
        asked = {path.rsplit("/", 1)[1] for path in hub.paths("/bytes/")}
        assert asked == {"models.csv"}

    def test_that_which_says_models_goes_before_that_which_does_not(self, hub: FullHub) -> None:
        hub.put("2024-01-31", {"top.csv": api_csv(rows=150), "all models.csv": api_csv()})
        assert [table(document).num_rows for document in fetch()] == [ROWS]

    def test_one_that_says_nothing_of_kinds_will_do(self, hub: FullHub) -> None:
        assert table(one(hub, api_csv(), "data.csv")).num_rows == ROWS

    @pytest.mark.parametrize(
        ("files", "says"),
        [
            (("a.csv", "b.csv"), "2 files list repositories"),
            (("models-1.csv", "models-2.csv"), "2 files list repositories"),
            (("datasets.csv",), "no CSV file is one of models by its name: datasets.csv"),
        ],
    )
    def test_what_may_be_another_is_not_guessed(self, hub: FullHub, files: tuple[str, ...], says: str) -> None:
        hub.put("2024-01-31", dict.fromkeys(files, api_csv()))
        with pytest.raises(FetchError, match=says):
            fetch()

    def test_a_small_file_may_lie_in_git_itself(self, hub: FullHub) -> None:
        hub.in_git.add("models.csv")
        assert table(one(hub, api_csv())).num_rows == ROWS

    def test_a_day_without_a_file_is_told(self, hub: FullHub) -> None:
        hub.put("2024-01-30", {"models.parquet": b"PAR1"})
        hub.put("2024-01-31", {"models.csv": api_csv()})
        asking = visit()
        assert days(list(hub_history.fetch(asking))) == ["2024-01-31"]
        assert asking.notes == ["2024-01-30 has no CSV file"]

    def test_a_crowd_of_files_is_not_read(self, hub: FullHub) -> None:
        hub.put("2024-01-31", {f"{n}.csv": api_csv(rows=1) for n in range(51)})
        with pytest.raises(FetchError, match="more than 50 files"):
            fetch()
        assert not hub.ranges()


class TestRows:
    """Whatever stands in a row, it costs that row at most."""

    def test_hostile_values_are_null_and_counted(self, hub: FullHub) -> None:
        ids = ["../../etc/passwd", "", "a/b\x00", "x" * 5000, "=cmd()", "-1/\N{SNOWMAN}", "a/b/c"]
        counts = ["-5", "1e9", "9" * 40, "nan", "", "12.5", "0x10", "9" * 18]
        strange = [api_row(n, id=name) for n, name in enumerate(ids)]
        odd = [api_row(n, downloads=count, likes=count) for n, count in enumerate(counts, len(ids))]
        rows, issues = downloads(one(hub, api_csv(*strange, *odd)))
        admit(schema.DOWNLOADS, rows, TODAY)
        assert rows.num_rows == ROWS - len(ids)
        assert rows.column("downloads_30d").slice(0, len(odd)).null_count == len(odd)
        assert issues.counts == {
            "id is not a repository": len(ids),
            "`downloads` is no whole number": 6, "`likes` is no whole number": 6,
            "`downloads` out of bounds": 1, "`likes` out of bounds": 1,
        }  # fmt: skip

    def test_bytes_that_are_no_text_cost_their_row(self, hub: FullHub) -> None:
        body = b"\xef\xbb\xbf" + api_csv().replace(b"maker1/model-1,", b"maker1/\xff\xfe,")
        rows, issues = downloads(one(hub, body))
        assert (rows.num_rows, issues.counts) == (ROWS - 1, {"id is not a repository": 1})

    def test_records_of_another_length_are_left_out_and_counted(self, hub: FullHub) -> None:
        rows, issues = downloads(one(hub, api_csv(["a/b", 1], api_row(1) * 2)))
        assert rows.num_rows == ROWS - 2
        assert issues.counts == {"record of another length than the header": 2}

    def test_line_ends_and_blank_lines_do_not_matter(self, hub: FullHub) -> None:
        body = own_csv().replace(b"\r\n", b"\n\n")
        assert downloads(one(hub, body))[0].num_rows == ROWS

    def test_the_last_of_a_repository_counts(self, hub: FullHub) -> None:
        rows, issues = downloads(one(hub, api_csv(api_row(0, id="maker0/model-7", downloads=1))))
        assert rows.num_rows == ROWS - 1
        assert issues.counts == {"repeated repository": 1}

    @pytest.mark.parametrize(
        ("body", "says"),
        [
            (api_csv(rows=50), "has 50 rows, expected"),
            (api_csv(*[["a"]] * 9), "9 records of another number of fields"),
            (written(OWN, ([f"model-{n}", n, n] for n in range(ROWS))), "names an account in 0 of 300 rows"),
            (b"\n" * 5, "has 0 columns"),
            (b",".join([b"a"] * 500), "has 500 columns"),
            (b"a" * 70_000, "no line of names"),
        ],
    )
    def test_what_is_no_listing_of_the_hub_is_refused(self, hub: FullHub, body: bytes, says: str) -> None:
        hub.put("2024-01-31", {"models.csv": body})
        with pytest.raises(FetchError, match=says):
            fetch()

    @pytest.mark.parametrize("tail", [b'"' + b"x" * 3000 + b"\n" + b"y" * 3000, b"x" * 9000])
    def test_an_endless_field_ends(self, hub: FullHub, monkeypatch: pytest.MonkeyPatch, tail: bytes) -> None:
        monkeypatch.setattr(csv_rows, "MOST_BYTES_OF_FIELD", 4000)
        monkeypatch.setattr(csv_rows, "BYTES_AT_ONCE", 1000)
        before = csv.field_size_limit()
        hub.put("2024-01-31", {"models.csv": api_csv() + tail})
        with pytest.raises(FetchError, match=r"no CSV that can be read|a line of more than 4,000 bytes"):
            fetch()
        assert csv.field_size_limit() == before

    @pytest.mark.parametrize(("limit", "value", "says"), [("MOST_ROWS", 200, "rows"), ("MOST_BYTES", 200, "bytes")])
    def test_more_than_there_can_be_is_refused(
        self, hub: FullHub, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, says: str
    ) -> None:
        monkeypatch.setattr(csv_projection, limit, value)
        hub.put("2024-01-31", {"models.csv": api_csv()})
        with pytest.raises(FetchError, match=says):
            fetch()

    def test_records_are_whole_wherever_a_piece_ends(self, hub: FullHub, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(csv_rows, "BYTES_AT_ONCE", 997)
        assert downloads(one(hub, api_csv()))[0].num_rows == ROWS

    @pytest.mark.parametrize(
        "change",
        [
            lambda rows: rows.rename_columns(["x", "downloads", "likes"]),
            lambda rows: rows.select(["id", "likes"]),
            lambda rows: rows.replace_schema_metadata({}),
            lambda rows: rows.set_column(1, "downloads", pa.array(range(ROWS))),
            lambda rows: rows.slice(0, 50),
        ],
    )
    def test_a_projection_that_is_none_is_refused(self, hub: FullHub, change: Any) -> None:  # noqa: ANN401 - a function
        document, sink = one(hub, api_csv()), io.BytesIO()
        pq.write_table(change(table(document)), sink)
        for body in (sink.getvalue(), b"PAR1" + b"\xff" * 100):
            with pytest.raises(ParseError):
                hub_history.parse(snapshot_of("hub_history", "x", body), body, Issues())


class TestHub:
    """The same calls as for the later listings, so the same patience."""

    @pytest.mark.parametrize("fault", [status(429, Retry_After="2"), status(503), cut])
    def test_a_passing_fault_costs_nothing(self, hub: FullHub, fault: Fault) -> None:
        whole = one(hub, api_csv()).body
        for before in range(2):
            hub.faults = [*[same] * before, fault, fault]
            assert fetch()[0].body == whole

    def test_of_a_cut_off_body_only_the_rest_is_asked_for(self, hub: FullHub) -> None:
        body = api_csv()
        hub.put("2024-01-31", {"models.csv": body})
        hub.faults = [same, cut]
        assert len(fetch()) == 1
        assert hub.ranges()[-1] == f"bytes={len(body) // 2}-{len(body) - 1}"

    def test_bytes_are_those_that_the_hub_names(self, hub: FullHub) -> None:
        hub.put("2024-01-31", {"models.csv": api_csv()})
        hub.faults = [same, exchanged]
        with pytest.raises(FetchError, match="not those it names"):
            fetch()

    def test_what_is_stored_is_not_read_again(self, hub: FullHub) -> None:
        for n, day in enumerate(("2024-01-29", "2024-01-30", "2024-01-31")):
            hub.put(day, {"models.csv": api_csv(rows=ROWS + n)})
        first, second, _ = fetch()
        hub.asked.clear()
        assert days(fetch(known=known(first, second))) == ["2024-01-31"]
        assert len(hub.paths("/bytes/")) == 2, "its header, and all of it"

    def test_a_month_is_the_last_of_its_days(self, hub: FullHub) -> None:
        for n, day in enumerate(("2023-12-31", "2024-01-05", "2024-01-31", "2024-02-02", "2024-02-28")):
            hub.put(day, {"models.csv": api_csv(rows=ROWS + n)})
        assert days(fetch(step="monthly")) == ["2024-01-31", "2024-02-28"]


class TestCommand:
    def test_a_history_is_one_command(self, hub: FullHub, tmp_path: Path) -> None:
        for n, day in enumerate(("2024-01-31", "2024-02-29")):
            hub.put(day, {"models.csv": api_csv(rows=ROWS + n)})
        command = ["fetch", "hub_history", "--since", "2024-01-01", "--step", "monthly", "--store", str(tmp_path)]
        first = CliRunner().invoke(main, command)
        assert (first.exit_code, first.stdout) == (0, "hub_history: 2 new, 0 unchanged.\n")
        again = CliRunner().invoke(main, command)
        assert (again.exit_code, again.stdout) == (0, "hub_history: 0 new, 0 unchanged.\n")
        assert len(SnapshotStore(tmp_path).snapshots("hub_history")) == 2

    def test_it_runs_only_when_named(self, hub: FullHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(discover, "sources", lambda: {"hub_history": hub_history})
        done = CliRunner().invoke(main, ["fetch", "--store", str(tmp_path)])
        assert done.exit_code == 0
        assert "read only when named" in done.stdout
        assert not hub.asked

    def test_explain_says_that_columns_are_unchecked(self, tmp_path: Path) -> None:
        said = " ".join(CliRunner().invoke(main, ["explain", "hub_history", "--store", str(tmp_path)]).stdout.split())
        assert "found by their names, unchecked against the publisher's own files" in said
