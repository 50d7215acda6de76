"""The Hub's own client against a Hub on this machine."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug import Request, Response

from tests.sources.captures import NOW, Capture, snapshot_of
from weighbridge import hub_pages
from weighbridge.errors import FetchError, ParseError, UsageError
from weighbridge.http import Client
from weighbridge.sources import Document, Issues, Visit, huggingface

if TYPE_CHECKING:
    from pytest_httpserver import HTTPServer

Fault = Callable[[Response], Response]
PAGE_ROWS = 12
MODEL: dict[str, Any] = {
    "_id": "6657",
    "id": "maker/model",
    "downloads": 1_200,
    "downloadsAllTime": 90_000,
    "likes": 7,
    "createdAt": "2025-03-01T23:30:00.000Z",
    "pipeline_tag": "text-generation",
    "library_name": "transformers",
    "gated": "auto",
    "safetensors": {"parameters": {"BF16": 7_000_000_000}, "total": 7_000_000_000},
    "tags": ["license:apache-2.0", "base_model:other/base", "base_model:quantized:other/base", "region:us"],
}


@dataclass
class Hub:
    """Two pages of models per task; the next answers are bent by `faults` first."""

    server: HTTPServer
    asked: list[Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    next_host: str = ""
    last_page: int = 2

    def answer(self, request: Request) -> Response:
        self.asked.append(request)
        page = int(request.args.get("cursor", "1"))
        task = request.args["pipeline_tag"]
        rows = [MODEL | {"id": f"maker/{task}-{page}-{n}"} for n in range(PAGE_ROWS)]
        answer = Response(json.dumps(rows), content_type="application/json; charset=utf-8")
        if page < self.last_page:
            host = self.next_host or self.server.url_for("").rstrip("/")
            answer.headers["Link"] = f'<{host}/api/models?pipeline_tag={task}&cursor={page + 1}>; rel="next"'
        return self.faults.pop(0)(answer) if self.faults else answer


@pytest.fixture
def hub(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Hub:
    running = Hub(httpserver)
    httpserver.expect_request("/api/models").respond_with_handler(running.answer)
    monkeypatch.setenv("HF_ENDPOINT", httpserver.url_for("").rstrip("/"))
    monkeypatch.setenv("WEIGHBRIDGE_HUB_MODELS", "24")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr(hub_pages, "SECONDS_BETWEEN_PAGES", 0.0)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda _: None)
    return running


def fetch(client: Client | None = None) -> Iterator[Document]:
    return huggingface.fetch(Visit(client or Client(), None, dt.date(2026, 8, 23)))


def status(code: int) -> Fault:
    return lambda _: Response("{}", code, content_type="application/json")


def page(*models: dict[str, Any], number: int = 2) -> Capture:
    raw = json.dumps(models).encode()
    return Capture(snapshot_of("huggingface", f"models-text-generation-{number:04}.json", raw), raw)


class TestFetch:
    def test_every_page_is_kept_as_sent(self, hub: Hub) -> None:
        found = list(fetch())
        assert [document.file_name for document in found] == [
            f"models-{task}-{number:04}.json" for task in huggingface.TASKS for number in (1, 2)
        ]
        assert all(len(json.loads(document.body)) == PAGE_ROWS for document in found)
        assert found[0].body == hub.answer(hub.asked[0]).get_data()

    def test_pages_parse(self, hub: Hub) -> None:
        for document in fetch():
            raw = document.body
            tables, issues = Capture(snapshot_of("huggingface", document.file_name, raw), raw).parse()
            assert tables["downloads"].num_rows == PAGE_ROWS
            assert not issues.counts
        assert hub.asked

    def test_asks_for_the_fields_it_reads_by_downloads(self, hub: Hub) -> None:
        next(fetch())
        asked = hub.asked[0].args
        assert (asked["sort"], asked["limit"]) == ("downloads", "24")
        assert asked.getlist("expand") == list(huggingface.EXPAND)

    def test_names_itself_and_says_nothing_else(self, hub: Hub) -> None:
        list(fetch(Client(user_agent="weighbridge/9 (a purpose)")))
        agents = {request.headers["User-Agent"] for request in hub.asked}
        assert len(agents) == 1
        assert agents.pop().startswith("weighbridge/9; hf_hub/")
        assert {request.path for request in hub.asked} == {"/api/models"}

    def test_no_token_is_sent_unless_set(self, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
        next(fetch())
        monkeypatch.setenv("HF_TOKEN", "hf_test")
        next(fetch())
        assert [request.headers.get("Authorization") for request in hub.asked] == [None, "Bearer hf_test"]

    @pytest.mark.parametrize("code", [429, 500, 503])
    def test_overload_is_waited_for(self, hub: Hub, code: int) -> None:
        hub.faults = [status(code), status(code)]
        assert len(list(fetch())) == 4

    @pytest.mark.parametrize(("code", "then"), [(401, "HF_TOKEN"), (403, "HF_TOKEN"), (404, "later"), (500, "later")])
    def test_lasting_failure_says_what_to_do(self, hub: Hub, code: int, then: str) -> None:
        hub.faults = [status(code)] * 10
        with pytest.raises(FetchError, match=f"answered {code}") as caught:
            list(fetch())
        assert then in caught.value.then

    def test_pages_before_a_failure_stay(self, hub: Hub) -> None:
        hub.faults = [lambda answer: answer, *[status(500)] * 10]
        arrived: list[str] = []
        with pytest.raises(FetchError):
            arrived.extend(document.file_name for document in fetch())
        assert arrived == ["models-text-generation-0001.json"]

    def test_cut_off_page_is_asked_for_again(self, hub: Hub) -> None:
        def cut(answer: Response) -> Response:
            body = answer.get_data()
            return Response(iter([body[:100]]), 200, {**answer.headers, "Content-Length": str(len(body))})

        hub.faults = [cut]
        assert len(list(fetch())) == 4

    def test_wrong_type_is_refused(self, hub: Hub) -> None:
        hub.faults = [lambda _: Response("<html>", content_type="text/html")]
        with pytest.raises(FetchError, match="text/html"):
            list(fetch())

    @pytest.mark.parametrize("body", [b'{"error": "x"}', b"[1]", b'[{"downloads": 1}]', b"no json"])
    def test_page_of_another_shape_is_refused(self, hub: Hub, body: bytes) -> None:
        hub.faults = [lambda _: Response(body, content_type="application/json")]
        with pytest.raises(FetchError, match="not a list of models"):
            list(fetch())

    def test_endless_page_is_cut(self, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(hub_pages, "MOST_BYTES", 1_000)
        with pytest.raises(FetchError, match="larger than 1,000 bytes"):
            list(fetch())
        assert hub.asked

    def test_token_never_follows_to_another_place(self, hub: Hub) -> None:
        hub.next_host = "http://127.0.0.2:9"
        with pytest.raises(FetchError, match="another place"):
            list(fetch())

    def test_silence_ends(self, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(hub_pages, "SECONDS_OF_SILENCE", 0.5)

        def drip(_: Response) -> Response:
            return Response(slowly(), content_type="application/json")

        def slowly() -> Iterator[bytes]:
            yield b"["
            Event().wait(1.0)

        hub.faults = [drip]
        assert len(list(fetch())) == 4

    def test_the_hubs_client_is_left_as_it_was(self, hub: Hub) -> None:
        from huggingface_hub import constants, get_session

        before = get_session().event_hooks, constants.HF_HUB_DISABLE_TELEMETRY
        hub.faults = [status(404)]
        with pytest.raises(FetchError):
            list(fetch())
        assert (get_session().event_hooks, constants.HF_HUB_DISABLE_TELEMETRY) == before

    @pytest.mark.parametrize("limit", ["0", "-5", "many", "1e3", "9999999"])
    def test_limit_must_be_a_sensible_number(self, hub: Hub, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
        monkeypatch.setenv("WEIGHBRIDGE_HUB_MODELS", limit)
        with pytest.raises(UsageError, match="WEIGHBRIDGE_HUB_MODELS"):
            list(fetch())
        assert not hub.asked


class TestParse:
    def test_all_that_a_page_says(self) -> None:
        tables, issues = page(MODEL).parse()
        assert tables["downloads"].to_pylist() == [{
            "source": "huggingface", "observed_on": NOW.date(), "repo_id": "maker/model", "downloads_30d": 1_200,
            "downloads_all_time": 90_000, "likes": 7, "observed_at": NOW,
        }]  # fmt: skip
        assert tables["repo_facts"].to_pylist() == [{
            "source": "huggingface", "observed_on": NOW.date(), "repo_id": "maker/model",
            "created_on": dt.date(2025, 3, 1), "pipeline_tag": "text-generation", "library": "transformers",
            "licence": "apache-2.0", "params_total": 7_000_000_000,
            "base_models": ["other/base"], "inferred_models": [],
            "relation": "quantized", "removed": None, "observed_at": NOW,
        }]  # fmt: skip
        assert issues == Issues()

    @pytest.mark.parametrize("name", ["pipeline_tag", "library_name", "safetensors", "downloadsAllTime"])
    def test_what_the_hub_does_not_know_is_null(self, name: str) -> None:
        tables, _ = page({key: value for key, value in MODEL.items() if key != name}).parse()
        column = {"library_name": "library", "safetensors": "params_total", "downloadsAllTime": "downloads_all_time"}
        rows = tables["downloads" if name == "downloadsAllTime" else "repo_facts"].to_pylist()
        assert rows[0][column.get(name, name)] is None

    @pytest.mark.parametrize("name", ["id", "downloads", "likes", "createdAt", "tags"])
    def test_vanished_field_is_named(self, name: str) -> None:
        with pytest.raises(ParseError, match=name):
            page({key: value for key, value in MODEL.items() if key != name}).parse()

    def test_new_field_is_counted(self) -> None:
        _, issues = page(MODEL | {"brand_new": 1}).parse()
        assert issues.counts == {"unknown field `brand_new`": 1}

    def test_creation_before_the_hubs_record_is_unknown(self) -> None:
        tables, _ = page(MODEL | {"createdAt": "2022-03-02T23:29:04.000Z"}).parse()
        assert tables["repo_facts"]["created_on"].to_pylist() == [None]

    def test_two_relations_are_none(self) -> None:
        tags = ["base_model:a/b", "base_model:finetune:a/b", "base_model:merge:a/b"]
        tables, issues = page(MODEL | {"tags": tags}).parse()
        assert tables["repo_facts"]["relation"].to_pylist() == [None]
        assert issues.counts == {"more than one relation": 1}

    def test_a_path_is_no_parent(self) -> None:
        tables, issues = page(MODEL | {"tags": ["base_model:C:\\models\\base", "base_model:a/b"]}).parse()
        assert tables["repo_facts"]["base_models"].to_pylist() == [["a/b"]]
        assert issues.counts == {"parent is not a repository": 1}

    def test_parameters_that_no_machine_holds_are_unknown(self) -> None:
        tables, issues = page(MODEL | {"safetensors": {"parameters": {}, "total": 10**16}}).parse()
        assert tables["repo_facts"]["params_total"].to_pylist() == [None]
        assert issues.counts == {"implausible parameter count": 1}

    def test_a_last_page_may_be_short_and_a_first_may_not(self) -> None:
        page(MODEL, number=2).parse()
        with pytest.raises(ParseError, match="at least 10"):
            page(MODEL, number=1).parse()

    def test_one_repository_twice_with_two_counts_is_refused(self) -> None:
        with pytest.raises(ParseError, match="maker/model"):
            page(MODEL, MODEL | {"downloads": 5}).parse()

    def test_one_repository_twice_alike_is_counted(self) -> None:
        tables, issues = page(MODEL, MODEL).parse()
        assert tables["downloads"].num_rows == 1
        assert issues.counts == {"repeated row": 2}
