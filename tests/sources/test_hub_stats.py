"""A full-Hub history read with the Hub's own client from a Hub on this machine."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from werkzeug import Response

from tests.sources.captures import Capture, snapshot_of
from tests.sources.full_hub import CREATED, ROWS, Fault, FullHub, listing, model, parquet
from weighbridge import discover, schema
from weighbridge.cli import main
from weighbridge.door import admit
from weighbridge.errors import FetchError, ParseError, UsageError
from weighbridge.full_hub import dataset, projection, ranges
from weighbridge.full_hub import listing as rows_of
from weighbridge.http import Client
from weighbridge.snapshot import SnapshotStore
from weighbridge.sources import Document, Issues, Visit, hub_stats

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_httpserver import HTTPServer

    from weighbridge.snapshot import Snapshot

TODAY = dt.date(2026, 8, 21)
SINCE = dt.date(2026, 7, 22)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take listings of hundreds of rows for whole."""
    monkeypatch.setattr(projection, "FEWEST_ROWS", 100)
    monkeypatch.setattr(rows_of, "FEWEST_ROWS", 100)


@pytest.fixture
def hub(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> FullHub:
    running = FullHub(httpserver)
    running.start()
    monkeypatch.setenv("HF_ENDPOINT", running.root)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    for name in ("SECONDS_BETWEEN_PAGES", "SECONDS_BETWEEN_RANGES"):
        monkeypatch.setattr(dataset, name, 0.0)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda _: None)
    monkeypatch.setattr(ranges, "backoff", lambda _: 0.0)
    return running


def visit(since: dt.date | None = SINCE, **settings: Any) -> Visit:  # noqa: ANN401 - fields of Visit
    return Visit(settings.pop("client", None) or Client(), since, TODAY, **settings)


def fetch(since: dt.date | None = SINCE, **settings: Any) -> list[Document]:  # noqa: ANN401 - fields of Visit
    return list(hub_stats.fetch(visit(since, **settings)))


def days(documents: list[Document]) -> list[str]:
    return [document.file_name.removeprefix("models-")[:10] for document in documents]


def known(*documents: Document) -> tuple[Snapshot, ...]:
    return tuple(snapshot_of("hub_stats", document.file_name, document.body) for document in documents)


def capture(document: Document) -> Capture:
    at = dt.datetime(2026, 8, 21, 9, tzinfo=dt.UTC)
    return Capture(snapshot_of("hub_stats", document.file_name, document.body, at), document.body)


def table(document: Document) -> pa.Table:
    return pq.read_table(io.BytesIO(document.body))


def status(code: int, **headers: str) -> Fault:
    return lambda _: Response("{}", code, {name.replace("_", "-"): value for name, value in headers.items()},
                              content_type="application/json")  # fmt: skip


def cut(answer: Response) -> Response:
    body = answer.get_data()
    return Response(iter([body[: len(body) // 2]]), 206, {**answer.headers, "Content-Length": str(len(body))})


def bent(**headers: str) -> Fault:
    def bend(answer: Response) -> Response:
        for name, value in headers.items():
            answer.headers[name.replace("_", "-")] = value
        return answer

    return bend


def spoilt(answer: Response) -> Response:
    answer.set_data(bytes(len(answer.get_data())))
    return answer


class TestRevisions:
    def test_the_last_of_each_day(self, hub: FullHub) -> None:
        for day in ("2026-07-22", "2026-07-22", "2026-07-23"):
            hub.commit(day, parquet(listing(rows=200 + len(hub.commits))))
        found = fetch()
        assert days(found) == ["2026-07-22", "2026-07-23"]
        assert table(found[0]).num_rows == 201

    def test_a_month_is_read_and_what_is_older_is_not_asked_for(self, hub: FullHub) -> None:
        for n in range(40):
            day = SINCE + dt.timedelta(days=n - 9)
            hub.commit(str(day), parquet(listing(rows=150 + n)))
        found = fetch()
        assert len(found) == 31
        assert (days(found)[0], days(found)[-1]) == ("2026-07-22", "2026-08-21")
        # Two commits stand on a page, so the rest of ten pages is never asked for.
        assert len(hub.paths("/api/datasets/cfahlgren1/hub-stats/commits")) == 16
        assert len(hub.paths("/api/datasets/cfahlgren1/hub-stats/tree")) == 31

    def test_without_a_first_day_the_newest_alone(self, hub: FullHub) -> None:
        for day in ("2026-07-22", "2026-07-23"):
            hub.commit(day, parquet(listing(rows=200 + len(hub.commits))))
        assert days(fetch(None)) == ["2026-07-23"]

    @pytest.mark.parametrize(
        ("step", "expected"),
        [("weekly", ["2026-07-26", "2026-08-02", "2026-08-09", "2026-08-16"]), ("monthly", ["2026-07-31"])],
    )
    def test_a_step_takes_the_last_of_each_period_that_is_over(
        self, hub: FullHub, step: str, expected: list[str]
    ) -> None:
        for n in range(31):
            hub.commit(str(SINCE + dt.timedelta(days=n)), parquet(listing(rows=150 + n)))
        assert days(fetch(step=step)) == expected

    def test_unknown_step_is_named(self, hub: FullHub) -> None:
        with pytest.raises(UsageError, match=r"hourly.*daily, weekly, monthly"):
            fetch(step="hourly")
        assert not hub.asked

    def test_a_file_that_did_not_change_is_no_new_reading(self, hub: FullHub) -> None:
        body = parquet(listing(rows=200))
        for day in ("2026-07-22", "2026-07-23", "2026-07-24"):
            hub.commit(day, body)
        found = fetch()
        assert days(found) == ["2026-07-22"]

    def test_a_file_older_than_the_first_day_is_not_read(self, hub: FullHub) -> None:
        body = parquet(listing(rows=200))
        hub.commit("2026-07-01", body)
        hub.commit("2026-07-24", body)
        assert fetch() == []

    def test_what_is_stored_is_not_read_again(self, hub: FullHub) -> None:
        for day in ("2026-07-22", "2026-07-23", "2026-07-24"):
            hub.commit(day, parquet(listing(rows=200 + len(hub.commits))))
        first, second, _ = fetch()
        hub.asked.clear()
        assert days(fetch(known=known(first, second))) == ["2026-07-24"]
        assert len(hub.paths("/api/datasets/cfahlgren1/hub-stats/tree")) == 1

    def test_a_day_without_the_file_is_told_and_costs_nothing(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing(rows=200)))
        hub.commit("2026-07-23", None)
        asking = visit()
        assert days(list(hub_stats.fetch(asking))) == ["2026-07-22"]
        assert asking.notes == ["2026-07-23 has no models.parquet"]

    def test_commit_ids_are_not_believed(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing(rows=200)))
        hub.strikes = [lambda _: Response('[{"id": "../../secret", "date": "2026-07-22T00:00:00Z"}]',
                                          content_type="application/json")]  # fmt: skip
        with pytest.raises(FetchError, match="not a list of commits"):
            fetch()

    def test_overload_of_listings_is_waited_for(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing(rows=200)))
        hub.strikes = [status(429, Retry_After="1"), status(500), lambda answer: answer, status(503)]
        assert days(fetch()) == ["2026-07-22"]

    @pytest.mark.parametrize(("code", "then"), [(401, "HF_TOKEN"), (404, "later")])
    def test_a_dataset_that_is_gone(self, hub: FullHub, code: int, then: str) -> None:
        hub.strikes = [status(code)]
        with pytest.raises(FetchError, match=f"answered {code}") as caught:
            fetch()
        assert then in caught.value.then

    def test_nobody_waits_for_an_hour(self, hub: FullHub) -> None:
        hub.strikes = [status(429, Retry_After="3600")]
        with pytest.raises(FetchError, match="wait 3,600 seconds"):
            fetch()


class TestProjection:
    def test_only_the_wanted_columns_travel(self, hub: FullHub) -> None:
        body = parquet(listing())
        hub.commit("2026-07-22", body)
        (document,) = fetch()
        about = pq.ParquetFile(io.BytesIO(body)).metadata
        read = {"id", "createdAt", "downloads", "downloadsAllTime", "likes", "library_name", "pipeline_tag",
                "tags.list.element", "safetensors.total", "gguf.total", "baseModels.relation",
                "baseModels.models.list.element.id"}  # fmt: skip
        chunks = [about.row_group(g).column(c) for g in range(about.num_row_groups) for c in range(about.num_columns)]
        wanted = sum(chunk.total_compressed_size for chunk in chunks if chunk.path_in_schema in read)
        between = 8_192 * about.num_row_groups * len(read)
        assert wanted <= hub.sent <= wanted + between + 65_536 + about.serialized_size + 8
        assert hub.sent < len(body) / 15
        assert len(document.body) < len(body) / 3

    def test_the_document_says_what_it_is(self, hub: FullHub) -> None:
        commit = hub.commit("2026-07-22", parquet(listing()))
        (document,) = fetch()
        assert document.file_name == f"models-2026-07-22-{commit.oid[:12]}.parquet"
        assert document.url == f"{hub.root}/datasets/cfahlgren1/hub-stats/resolve/{commit.oid}/models.parquet"
        assert not document.verbatim
        assert "Wanted columns of models.parquet" in document.note
        assert "as of 2026-08-21" in document.attribution

    def test_equal_listings_give_equal_bytes(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        assert fetch()[0].body == fetch()[0].body

    def test_of_the_tags_those_stay_that_are_read(self, hub: FullHub) -> None:
        tags = ["en", "license:mit", "base_model:a/b", None, "base_model:merge:a/b", "qwen3", "region:us"]
        hub.commit("2026-07-22", parquet(listing(model(0, tags=tags), model(1, tags=None), model(2, tags=[]))))
        (document,) = fetch()
        assert table(document)["tags"].to_pylist()[:4] == [
            ["license:mit", "base_model:a/b", "base_model:merge:a/b", "qwen3"], [], [], ["license:mit"]
        ]  # fmt: skip

    def test_every_row_of_every_group_arrives_in_order(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        (document,) = fetch()
        assert table(document)["downloads"].to_pylist() == list(range(ROWS))

    def test_a_listing_from_before_a_column_was_added(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing().drop(["baseModels", "downloadsAllTime", "gguf", "safetensors"])))
        (document,) = fetch()
        tables, issues = capture(document).parse()
        assert tables["downloads"]["downloads_all_time"].null_count == ROWS
        assert tables["repo_facts"]["params_total"].null_count == ROWS
        assert issues == Issues()

    @pytest.mark.parametrize("name", ["id", "createdAt", "downloads", "likes", "tags", "pipeline_tag", "library_name"])
    def test_a_vanished_column_is_named_and_costs_the_other_days_nothing(self, hub: FullHub, name: str) -> None:
        hub.commit("2026-07-22", parquet(listing().drop([name])))
        hub.commit("2026-07-23", parquet(listing()))
        found: list[Document] = []
        with pytest.raises(FetchError, match=f"1 of 2 revisions.*2026-07-22: column `{name}` is missing"):
            found.extend(hub_stats.fetch(visit()))
        assert days(found) == ["2026-07-23"]

    @pytest.mark.parametrize(
        ("name", "kind"),
        [("id", pa.int64()), ("downloads", pa.string()), ("tags", pa.string()), ("baseModels", pa.string()),
         ("safetensors", pa.struct([("total", pa.string())])), ("createdAt", pa.int64())],
    )  # fmt: skip
    def test_a_column_of_another_type_is_named(self, hub: FullHub, name: str, kind: pa.DataType) -> None:
        whole = listing()
        place = whole.schema.get_field_index(name)
        hub.commit("2026-07-22", parquet(whole.set_column(place, name, pa.nulls(ROWS, kind))))
        with pytest.raises(FetchError, match=f"column `{name}` should be"):
            fetch()
        assert hub.sent < 100_000

    def test_a_new_column_does_not_travel_and_is_counted(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing().append_column("brand_new", pa.array(["x" * 50] * ROWS))))
        (document,) = fetch()
        assert "brand_new" not in table(document).column_names
        _, issues = capture(document).parse()
        assert issues.counts == {"unknown field `brand_new`": 1}

    def test_far_too_few_rows_are_refused_before_they_travel(
        self, hub: FullHub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(projection, "FEWEST_ROWS", 500_000)
        hub.commit("2026-07-22", parquet(listing(), group=ROWS))
        with pytest.raises(FetchError, match="has 4,000 rows, expected 500,000"):
            fetch()
        assert len(hub.ranges()) == 1

    def test_far_too_many_bytes_are_refused_before_they_travel(
        self, hub: FullHub, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(projection, "MOST_BYTES", 10_000)
        hub.commit("2026-07-22", parquet(listing(), group=ROWS))
        with pytest.raises(FetchError, match="more than 10,000 bytes are wanted of it"):
            fetch()
        assert len(hub.ranges()) == 1

    @pytest.mark.parametrize("body", [b"no parquet at all" * 100, b"PAR1" + b"\xff" * 200 + b"PAR1"])
    def test_what_is_no_parquet_is_said_to_be_none(self, hub: FullHub, body: bytes) -> None:
        hub.commit("2026-07-22", body)
        with pytest.raises(FetchError, match="no Parquet"):
            fetch()


class TestRanges:
    def test_redirects_are_followed_and_the_token_stays(self, hub: FullHub, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HF_TOKEN", "hf_test")
        hub.commit("2026-07-22", parquet(listing()))
        assert days(fetch()) == ["2026-07-22"]
        sent = {request.path.split("/")[1]: request.headers.get("Authorization") for request in hub.asked}
        assert sent == {"api": "Bearer hf_test", "datasets": "Bearer hf_test", "bytes": None}

    def test_names_itself_to_the_hub(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        fetch(client=Client(user_agent="weighbridge/9 (a purpose)"))
        assert all(request.headers["User-Agent"].startswith("weighbridge/9; hf_hub/") for request in hub.asked)

    @pytest.mark.parametrize("fault", [status(429, Retry_After="2"), status(500), status(503), cut])
    def test_a_passing_fault_of_any_range_costs_nothing(self, hub: FullHub, fault: Fault) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        whole = fetch()[0].body
        for before in range(4):
            hub.faults = [*[lambda answer: answer] * before, fault, fault]
            assert fetch()[0].body == whole

    def test_of_a_cut_off_range_only_the_rest_is_asked_for(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.faults = [cut]
        fetch()
        first, second = (span.removeprefix("bytes=").split("-") for span in hub.ranges()[:2])
        assert second[1] == first[1]
        assert int(second[0]) == int(first[0]) + (int(first[1]) - int(first[0]) + 1) // 2

    @pytest.mark.parametrize(("code", "then"), [(403, "HF_TOKEN"), (404, "later"), (500, "later")])
    def test_a_lasting_fault_stops_and_says_what_to_do(self, hub: FullHub, code: int, then: str) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.faults = [status(code)] * 10
        with pytest.raises(FetchError, match=f"answered {code}") as caught:
            fetch()
        assert then in caught.value.then

    def test_a_range_that_breaks_off_for_ever(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.faults = [cut] * 200
        with pytest.raises(FetchError, match="broke off 5 times"):
            fetch()

    def test_days_before_a_failure_stay(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.commit("2026-07-23", parquet(listing(rows=3_000)))
        documents = hub_stats.fetch(visit())
        assert days([next(documents)]) == ["2026-07-22"]
        hub.faults = [status(404)]
        with pytest.raises(FetchError, match="answered 404"):
            next(documents)

    @pytest.mark.parametrize(
        ("fault", "says"),
        [
            (bent(ETag='"other"'), "changed while it was read"),
            (bent(Content_Range="bytes 0-5/10"), "sent bytes 0-5/10 where"),
            (bent(Content_Range="rows 1-2/3"), "where a range was asked for"),
            (bent(Content_Encoding="gzip"), "where a range was asked for"),
            (lambda answer: Response(answer.get_data(), 200), "answered 200 where a range"),
        ],
    )
    def test_another_file_within_the_file_is_refused(self, hub: FullHub, fault: Fault, says: str) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.faults = [lambda answer: answer, fault]
        with pytest.raises(FetchError, match=says):
            fetch()

    @pytest.mark.parametrize(
        ("turn", "says"),
        [
            (bent(X_Linked_Etag='"other"'), "changed while it was read"),
            (bent(Location="ftp://localhost/bytes"), "no whole answer"),
            (lambda _: Response("<html>", 200, content_type="text/html"), "answered 200 where a range"),
        ],
    )
    def test_a_redirect_to_something_else_is_refused(self, hub: FullHub, turn: Fault, says: str) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.turns = [turn]
        with pytest.raises(FetchError, match=says):
            fetch()

    def test_nothing_leads_out_of_encryption(self, hub: FullHub, monkeypatch: pytest.MonkeyPatch) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        monkeypatch.setattr(dataset, "_leaves", lambda _, url: url.startswith("http:"))
        with pytest.raises(FetchError, match="leads to another place"):
            fetch()

    def test_more_than_was_asked_for_is_refused(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.faults = [lambda answer: Response(answer.get_data() * 2, 206, {
            name: value for name, value in answer.headers.items() if name != "Content-Length"})]  # fmt: skip
        with pytest.raises(FetchError, match="more than was asked for"):
            fetch()

    def test_a_spoilt_row_group_is_read_again(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        whole = fetch()[0].body
        hub.faults = [lambda answer: answer, spoilt]
        assert fetch()[0].body == whole

    def test_a_row_group_that_stays_spoilt_is_named(self, hub: FullHub) -> None:
        hub.commit("2026-07-22", parquet(listing()))
        hub.faults = [lambda answer: answer, *[spoilt] * 500]
        with pytest.raises(FetchError, match="row group 0 cannot be decoded"):
            fetch()

    def test_progress_counts_what_travels(self, hub: FullHub) -> None:
        told: list[tuple[int, int | None]] = []
        hub.commit("2026-07-22", parquet(listing()))
        fetch(client=Client(progress=lambda _, got, of: told.append((got, of))))
        assert told[-1][0] == hub.sent
        # How much will come is known from the first row group on, from what that took.
        planned = [of for _, of in told if of is not None]
        assert planned
        assert all(of == pytest.approx(hub.sent, rel=0.1) for of in planned)

    def test_the_hubs_client_is_left_as_it_was(self, hub: FullHub) -> None:
        from huggingface_hub import constants, get_session

        before = get_session().event_hooks, constants.HF_HUB_DISABLE_TELEMETRY
        hub.strikes = [status(404)]
        with pytest.raises(FetchError):
            fetch()
        assert (get_session().event_hooks, constants.HF_HUB_DISABLE_TELEMETRY) == before


class TestParse:
    def test_all_that_a_row_says(self) -> None:
        document = projection_of(listing(model(
            1, id="maker/child", tags=["license:apache-2.0", "base_model:a/b", "base_model:quantized:a/b"],
            baseModels={"models": [{"_id": "1", "id": "a/b"}, {"_id": "2", "id": "c/d"}], "relation": "quantized"},
        )))  # fmt: skip
        tables, issues = capture(document).parse()
        at = dt.datetime(2026, 7, 22, 3, tzinfo=dt.UTC)
        seen = {"source": "hub_stats", "observed_on": at.date(), "repo_id": "maker/child", "observed_at": at}
        assert tables["downloads"].slice(0, 1).to_pylist() == [
            seen | {"downloads_30d": 1, "downloads_all_time": 10, "likes": 1}
        ]
        assert tables["repo_facts"].slice(0, 1).to_pylist() == [seen | {
            "created_on": CREATED.date(), "pipeline_tag": "text-generation", "library": "transformers",
            "licence": "apache-2.0", "params_total": 7_000_000_000, "base_models": ["a/b", "c/d"],
            "inferred_models": ["c/d"], "relation": "quantized", "removed": None,
        }]  # fmt: skip
        assert issues == Issues()

    def test_one_model_type_is_read_and_two_are_counted(self) -> None:
        tags: tuple[list[str] | None, ...] = (["qwen3", "en"], ["llama", "llama"], ["gemma", "gemma4"], ["Qwen3"], [],
                                              None, ["phi"])  # fmt: skip
        rows = [model(n, id=f"a/m{n}", tags=each) for n, each in enumerate(tags)]
        tables, issues = capture(projection_of(listing(*rows))).parse()
        typed = {row["repo_id"]: row["model_type"] for row in tables["configurations"].to_pylist()}
        assert typed == {"a/m0": "qwen3", "a/m1": "llama", "a/m6": "phi"}
        assert issues.counts == {"more than one model type": 1}
        assert "a/m2" in issues.examples["more than one model type"]

    def test_what_is_not_stated_of_a_configuration_is_null(self) -> None:
        tables, _ = capture(projection_of(listing(model(0, tags=["qwen3"])))).parse()
        [row] = tables["configurations"].drop(["source", "observed_on", "observed_at", "repo_id"]).to_pylist()
        assert {name for name, value in row.items() if value is not None} == {"model_type"}

    def test_every_table_passes_the_door(self) -> None:
        document = projection_of(listing(*hostile()))
        tables, _ = capture(document).parse()
        for name, rows in tables.items():
            admit(schema.TABLES[name], rows, TODAY)

    def test_hostile_rows_are_counted_and_left_out(self) -> None:
        document = projection_of(listing(*hostile()))
        tables, issues = capture(document).parse()
        assert issues.counts["id is not a repository"] == len(HOSTILE_IDS)
        assert tables["downloads"].num_rows == tables["repo_facts"].num_rows == ROWS - len(HOSTILE_IDS)

    @pytest.mark.parametrize(
        ("changed", "column", "expected", "kind"),
        [
            ({"downloads": -1}, "downloads_30d", None, "`downloads` out of bounds"),
            ({"downloads": None}, "downloads_30d", None, ""),
            ({"downloadsAllTime": 10**18}, "downloads_all_time", None, "`downloadsAllTime` out of bounds"),
            ({"pipeline_tag": None}, "pipeline_tag", None, ""),
            ({"pipeline_tag": ""}, "pipeline_tag", None, ""),
            ({"pipeline_tag": "a\x1b[2J"}, "pipeline_tag", None, "unusable `pipeline_tag`"),
            ({"library_name": "x" * 500}, "library", None, "unusable `library_name`"),
            ({"tags": ["license:", "license:mit"]}, "licence", None, ""),
            ({"tags": ["license:mit", "license:other"]}, "licence", "mit", ""),
            ({"createdAt": dt.datetime(2022, 3, 2, 23, 29, 4)}, "created_on", None, ""),  # noqa: DTZ001 - as published
            ({"createdAt": dt.datetime(2025, 3, 1, 23, 30)}, "created_on", dt.date(2025, 3, 1), ""),  # noqa: DTZ001
            ({"createdAt": dt.datetime(1999, 1, 1)}, "created_on", None, "implausible creation"),  # noqa: DTZ001
            ({"createdAt": None}, "created_on", None, ""),
            ({"safetensors": None}, "params_total", None, ""),
            ({"safetensors": {"total": 0}}, "params_total", None, ""),
            ({"safetensors": {"total": 10**16}}, "params_total", None, "`total` out of bounds"),
            ({"safetensors": None, "gguf": {"total": 8}}, "params_total", 8, ""),
            ({"safetensors": {"total": 9}, "gguf": {"total": 8}}, "params_total", 9, ""),
        ],
    )
    def test_what_is_no_value_is_null(self, changed: dict[str, Any], column: str, expected: object, kind: str) -> None:
        document = projection_of(listing(model(0, **changed), rows=200))
        tables, issues = capture(document).parse()
        rows = tables["downloads" if column in tables["downloads"].column_names else "repo_facts"]
        assert rows[column][0].as_py() == expected
        assert rows[column].null_count == (expected is None)
        assert issues.counts == ({kind: 1} if kind else {})

    @pytest.mark.parametrize(
        ("tags", "hub_says", "parents", "relation", "kind"),
        [
            ([], None, [], None, ""),
            (["base_model:a/b"], None, ["a/b"], None, ""),
            (["base_model:a/b", "base_model:finetune:a/b"], None, ["a/b"], "finetune", ""),
            (
                ["base_model:a/b", "base_model:c/d", "base_model:merge:a/b", "base_model:merge:c/d"],
                None,
                ["a/b", "c/d"],
                "merge",
                "",
            ),
            ([], (["a/b"], "adapter"), ["a/b"], "adapter", ""),
            (["base_model:old/name"], (["new/name"], "finetune"), ["old/name", "new/name"], "finetune", ""),
            (["base_model: a/b "], (["a/b"], None), ["a/b"], None, ""),
            (["base_model:C:\\models\\x", "base_model:a/b"], None, ["a/b"], None, "parent is not a repository"),
            ([], (["a/b\n", "c d", None], "merge"), ["a/b"], "merge", "parent is not a repository"),
            (["base_model:finetune:a/b"], (["a/b"], "merge"), ["a/b"], None, "more than one relation"),
            (["base_model:a/b", "base_model:a/b"], None, ["a/b"], None, ""),
            (["base_model:maker1/model-1"], None, ["maker1/model-1"], None, ""),
            ([], (["a/b"], "stolen"), ["a/b"], None, "unknown relation"),
        ],
    )
    def test_parents(
        self, tags: list[str], hub_says: tuple[list[str], str] | None, parents: list[str],
        relation: str | None, kind: str,
    ) -> None:  # fmt: skip
        said = hub_says and {"models": [{"_id": "", "id": name} for name in hub_says[0]], "relation": hub_says[1]}
        before, after = model(0, tags=["base_model:x/y"]), model(2, baseModels={"models": [{"id": "p/q"}]})
        document = projection_of(listing(before, model(1, tags=tags, baseModels=said), after, rows=200))
        tables, issues = capture(document).parse()
        facts = tables["repo_facts"]
        assert facts["base_models"].to_pylist()[:4] == [["x/y"], parents, ["p/q"], []]
        assert facts["relation"].to_pylist()[:4] == [None, relation, None, None]
        assert issues.counts == ({kind: 1} if kind else {})

    def test_a_repository_met_twice_counts_as_last_met(self) -> None:
        rows = [model(n, id="maker/twice", downloads=n) for n in (5, 6)]
        document = projection_of(listing(*rows))
        tables, issues = capture(document).parse()
        assert tables["downloads"].num_rows == ROWS - 1
        assert tables["downloads"].slice(0, 1)["downloads_30d"].to_pylist() == [6]
        assert issues.counts == {"repeated repository": 1}

    def test_many_repeated_repositories_are_refused(self) -> None:
        document = projection_of(listing(*[model(0)] * 100))
        with pytest.raises(ParseError, match="99 of 4,000 rows name a repository again, maker0/model-0"):
            capture(document).parse()

    def test_a_listing_that_stands_still_is_told(self) -> None:
        document = projection_of(listing(), "2026-08-20")
        _, issues = capture(document).parse()
        assert issues.counts == {"listing older than its revision": 1}

    def test_instants_may_be_written_as_text(self) -> None:
        whole = listing()
        written = pa.array(["2025-03-01T23:30:00.000Z"] * ROWS)
        place = whole.schema.get_field_index("createdAt")
        document = projection_of(whole.set_column(place, "createdAt", written))
        tables, _ = capture(document).parse()
        assert set(tables["repo_facts"]["created_on"].to_pylist()) == {dt.date(2025, 3, 1)}

    def test_text_that_is_no_instant_is_refused(self) -> None:
        whole = listing()
        place = whole.schema.get_field_index("createdAt")
        document = projection_of(whole.set_column(place, "createdAt", pa.array(["yesterday"] * ROWS)))
        with pytest.raises(ParseError, match="createdAt"):
            capture(document).parse()

    def test_counts_with_gaps_may_be_written_as_floats(self) -> None:
        whole = listing(rows=200)
        place = whole.schema.get_field_index("downloads")
        written = pa.array([1.5, float("nan"), 1e300, None, *[7.0] * 196])
        document = projection_of(whole.set_column(place, "downloads", written))
        tables, _ = capture(document).parse()
        assert tables["downloads"]["downloads_30d"].to_pylist() == [None] * 4 + [7] * 196

    @pytest.mark.parametrize("name", ["id", "downloads", "createdAt", "tags"])
    def test_vanished_column_of_a_stored_document_is_named(self, name: str) -> None:
        document = projection_of(listing())
        with pytest.raises(ParseError, match=f"`{name}` is missing"):
            capture(rewritten(document, lambda rows: rows.drop([name]))).parse()

    def test_too_few_rows_are_refused(self) -> None:
        document = projection_of(listing())
        with pytest.raises(ParseError, match="at least 100"):
            capture(rewritten(document, lambda rows: rows.slice(0, 99))).parse()

    @pytest.mark.parametrize(
        ("notes", "says"),
        [
            ({}, "when the listing was published|which columns"),
            ({projection.PUBLISHED: "[]", projection.OBSERVED_AT: "2026-09-30T00:00:00+00:00"}, "after it was read"),
            ({projection.PUBLISHED: "[]", projection.OBSERVED_AT: "soon"}, "when the listing was published"),
            ({projection.PUBLISHED: "3", projection.OBSERVED_AT: "2026-07-22T00:00:00+00:00"}, "which columns"),
        ],
    )
    def test_a_document_must_say_what_it_is(self, notes: dict[bytes, str], says: str) -> None:
        document = projection_of(listing())
        with pytest.raises(ParseError, match=says):
            capture(rewritten(document, lambda rows: rows.replace_schema_metadata(notes))).parse()

    @pytest.mark.parametrize("keep", [0, 3, 100, -1])
    def test_a_cut_off_document_is_refused(self, keep: int) -> None:
        document = projection_of(listing())
        with pytest.raises(ParseError, match="no Parquet"):
            capture(Document(document.file_name, "", document.body[:keep], "", "", "")).parse()

    @pytest.mark.parametrize("seed", range(60))
    def test_a_damaged_file_is_refused_or_read_and_nothing_worse(self, seed: int) -> None:
        rows = listing(*hostile(), rows=150)
        chance = random.Random(seed)  # noqa: S311 - the same damage in every run
        with suppress(ParseError):
            projected_from(damaged(parquet(rows, 50), chance))
        document = projection_of(rows)
        with suppress(ParseError):
            capture(Document(document.file_name, "", damaged(document.body, chance), "", "", "")).parse()


def damaged(body: bytes, chance: random.Random) -> bytes:
    """Change a few bytes, half of the time in the footer."""
    bent = bytearray(body)
    first = chance.choice((0, max(0, len(body) - 6_000)))
    for _ in range(chance.choice((1, 2, 8))):
        bent[chance.randrange(first, len(bent))] = chance.randrange(256)
    return bytes(bent)


def projection_of(table: pa.Table, day: str = "2026-07-22") -> Document:
    """Give the document that a listing of 3 a.m. becomes, without a Hub."""
    body = projected_from(parquet(table), day)
    return Document(f"models-{day}-{'0' * 12}.parquet", "", body, hub_stats.MEDIA_TYPE, "", "")


def projected_from(body: bytes, day: str = "2026-07-22") -> bytes:
    at = dt.datetime.fromisoformat(f"{day}T03:00:00+00:00")
    return projection.projected(cast("ranges.RangedFile", Local(body)), "0" * 40, at)


class Local(io.BytesIO):
    """A file of this machine with what a projection asks of a remote one."""

    url, travelled, planned = "local", 0, None


HOSTILE_IDS = ("", "../../etc/passwd", "a/b/c", "a b", "模型/x", "x\x00/y", "maker/\u202ename", "a" * 5_000, None)


def hostile() -> Iterator[dict[str, Any]]:
    return (model(number, id=name) for number, name in enumerate(HOSTILE_IDS))


def rewritten(document: Document, change: Callable[[pa.Table], pa.Table]) -> Document:
    sink = io.BytesIO()
    pq.write_table(change(table(document)), sink)
    return Document(document.file_name, document.url, sink.getvalue(), document.media_type, "", "")


class TestCommand:
    def test_a_month_is_one_command(self, hub: FullHub, tmp_path: Path) -> None:
        for n in range(3):
            hub.commit(str(SINCE + dt.timedelta(days=n)), parquet(listing(rows=150 + n)))
        command = ["fetch", "hub_stats", "--since", "2026-07-22", "--store", str(tmp_path)]
        first = CliRunner().invoke(main, command)
        assert (first.exit_code, first.stdout) == (0, "hub_stats: 3 new, 0 unchanged.\n")
        again = CliRunner().invoke(main, command)
        assert (again.exit_code, again.stdout) == (0, "hub_stats: 0 new, 0 unchanged.\n")
        stored = SnapshotStore(tmp_path).snapshots("hub_stats")
        assert [snapshot.verbatim for snapshot in stored] == [False] * 3
        assert all("read by ranges" in snapshot.note for snapshot in stored)

    def test_it_runs_only_when_named(self, hub: FullHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(discover, "sources", lambda: {"hub_stats": hub_stats})
        done = CliRunner().invoke(main, ["fetch", "--store", str(tmp_path)])
        assert done.exit_code == 0
        assert "read only when named" in done.stdout
        assert not hub.asked
