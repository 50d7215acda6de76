"""Live sources against a local publisher that replays the archive, and sometimes fails."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from genai_prices.update_prices import DEFAULT_UPDATE_URL

from tests.faults.document import few_rows, with_field, without_field
from tests.faults.line import broken, busy, cut_off, silent, wrong_type
from tests.sources.captures import NOW, SOURCES, Capture, shortened, snapshot_of, snapshots
from weighbridge.errors import FetchError, ParseError
from weighbridge.sources import Document, Visit

if TYPE_CHECKING:
    from tests.replay import Replay
    from weighbridge.http import Client
    from weighbridge.snapshot import Snapshot
    from weighbridge.sources import LiveSource

TODAY = dt.date(2026, 8, 22)
RAW = "https://raw.githubusercontent.com"
DAILY = "https://openrouter.ai/api/v1/datasets/rankings-daily"
RADAR_BULK = "https://github.com/686f6c61/radar-huggingface-dataset/releases/download/latest/models.jsonl.gz"
TOP600 = f"{RAW}/namhyeokwoo/huggingface-trending/main/data/snapshots"
EPOCH_HUB = "https://epoch.ai/data/benchmark_data.zip"
TOP600_LISTING = "https://api.github.com/repos/namhyeokwoo/huggingface-trending/contents/data/snapshots"


@dataclass(frozen=True)
class Feed:
    """One live document of a source: where it stands, what it is called in the archive, and a field it must have."""

    source: str
    url: str
    file_name: str
    field: str
    media_type: str = "text/plain"


FEEDS = [
    Feed("aider", f"{RAW}/Aider-AI/aider/main/aider/website/_data/polyglot_leaderboard.yml", "polyglot_leaderboard.yml",
         "pass_rate_2"),
    Feed("arena", f"{RAW}/fboulnois/llm-leaderboard-csv/main/csv/lmarena_text.csv", "lmarena_text.csv", "arena_score"),
    Feed("atom_tracked_models", f"{RAW}/Interconnects-AI/tracked-models/main/models.csv", "models.csv", "modelId"),
    Feed("genai_prices", DEFAULT_UPDATE_URL, "data.json", "prices"),
    Feed("epoch", "https://epoch.ai/data/eci_scores.csv", "eci_scores.csv", "eci", "text/csv"),
    Feed("hf_radar", RADAR_BULK, "models.jsonl", "downloads_30d", "application/octet-stream"),
    Feed("huggingface_listing_llmfit", f"{RAW}/AlexsJones/llmfit/main/llmfit-core/data/hf_models.json",
         "hf_models.json", "hf_downloads"),
    Feed("huggingface_listing_top30", f"{RAW}/jonasneves/pulse/main/data/huggingface.json", "huggingface.json",
         "downloads"),
    Feed("huggingface_listing_top600", f"{TOP600}/2026-08-22.json", "2026-08-22.json", "downloads"),
    Feed("huggingface_listing_trending30", f"{RAW}/silverheart-seoultech/trendings/main/data/hf_trending.json",
         "hf_trending.json", "downloads"),
    Feed("litellm_prices", f"{RAW}/BerriAI/litellm/main/model_prices_and_context_window.json",
         "litellm_model_prices_and_context_window.json", "litellm_provider"),
    Feed("llm_prices", f"{RAW}/simonw/llm-prices/main/data/deepseek.json", "deepseek.json", "input"),
    Feed("models_dev", "https://models.dev/api.json", "api.json", "cost", "application/json"),
    Feed("ollama", f"{RAW}/auditomatic/ollama-models-registry/main/data/models.json", "models.json", "pullCount"),
    Feed("openrouter_daily", f"{DAILY}?start_date=2026-08-01&end_date=2026-08-21",
         "rankings-daily-2026-08.json", "total_tokens", "application/json"),
    Feed("openrouter_models", "https://openrouter.ai/api/v1/models", "models.json", "canonical_slug",
         "application/json"),
    Feed("openrouter_monthly", f"{RAW}/hanski319/openrouter-token-data/master/data/rankings-monthly.json",
         "rankings-monthly.json", "weekTotal"),
    Feed("redhat_hf_stats", f"{RAW}/mgoin/hf_model_stats/main/model_stats_RedHatAI.csv", "model_stats_RedHatAI.csv",
         "downloads"),
]  # fmt: skip
each_feed = pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.source)


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-test")


def live(source: str) -> LiveSource:
    return cast("LiveSource", SOURCES[source])


def archived(archive: Path, feed: Feed) -> bytes:
    return shortened(archive, feed.source, feed.file_name).raw


def epoch_hub(archive: Path) -> bytes:
    """Give the hub as it is published: its files in one zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as hub:
        for name in ("gpqa_diamond.csv", "epoch_capabilities_index.csv"):
            hub.writestr(name, shortened(archive, "epoch", name).raw)
    return packed.getvalue()


def publish(replay: Replay, archive: Path, feed: Feed, body: bytes | None = None) -> None:
    """Publish all that a visit asks for: the feed with `body`, and what stands beside it, from the archive."""
    replay.publish_archived(archive, feed.source)
    changed = b'[{"commit": {"committer": {"date": "2025-08-06T23:18:20Z"}}}]'
    for repo in ("fboulnois/llm-leaderboard-csv", "lmarena/arena-catalog"):
        replay.publish(f"https://api.github.com/repos/{repo}/commits", changed, "application/json")
    replay.publish(EPOCH_HUB, epoch_hub(archive), "application/zip")
    replay.publish(TOP600_LISTING, json.dumps([{"name": "2026-08-22.json"}, {"name": "../x"}]).encode(),
                   "application/json")  # fmt: skip
    for url, file_name in (
        (f"{RAW}/686f6c61/radar-huggingface-dataset/main/index.json", "index.json"),
        (f"{RAW}/mgoin/hf_model_stats/main/model_stats_ibm-granite.csv", "model_stats_ibm-granite.csv"),
    ):
        if url.split("/")[3] in feed.url:
            replay.publish(url, archived(archive, Feed(feed.source, url, file_name, "")), "text/plain")
    body = archived(archive, feed) if body is None else body
    replay.publish(feed.url, gzip.compress(body) if feed.url.endswith(".gz") else body, feed.media_type)


def visit(client: Client, known: tuple[Snapshot, ...] = (), since: dt.date | None = None) -> Visit:
    return Visit(client, since, TODAY, known)


def fetched(replay: Replay, feed: Feed, since: dt.date | None = dt.date(2026, 8, 1)) -> list[Document]:
    with replay.client(attempts=3) as client:
        return list(live(feed.source).fetch(visit(client, since=since)))


def document(replay: Replay, feed: Feed) -> Document:
    return next(found for found in fetched(replay, feed) if found.file_name == feed.file_name)


def as_capture(feed: Feed, found: Document) -> Capture:
    return Capture(snapshot_of(feed.source, found.file_name, found.body, NOW), found.body)


@each_feed
def test_live_bytes_are_the_archives_and_parse(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed)
    found = document(replay, feed)
    assert found.body == archived(archive, feed)
    assert found.licence == SOURCES[feed.source].SOURCE.licence
    assert "{" not in found.attribution
    tables, _ = as_capture(feed, found).parse()
    assert all(table.num_rows for table in tables.values())


@each_feed
def test_overload_is_waited_for(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed)
    replay.fail(feed.url, busy("7"), broken())
    assert document(replay, feed).body == archived(archive, feed)
    assert 7 in replay.slept


@each_feed
def test_cut_off_body_is_asked_for_again(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed)
    replay.fail(feed.url, cut_off(500))
    assert document(replay, feed).body == archived(archive, feed)


@each_feed
def test_lasting_failure_says_where(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed)
    replay.fail(feed.url, broken(), broken(), broken())
    with pytest.raises(FetchError) as caught:
        fetched(replay, feed)
    assert caught.value.where.startswith(feed.url)
    assert caught.value.then


@each_feed
def test_wrong_type_is_refused(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed)
    replay.fail(feed.url, wrong_type())
    with pytest.raises(FetchError, match="text/html"):
        fetched(replay, feed)


@each_feed
def test_what_arrived_before_a_failure_stays(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed)
    replay.fail(feed.url, *[broken()] * 3)
    arrived: list[str] = []
    with replay.client(attempts=3) as client, pytest.raises(FetchError):
        arrived.extend(found.file_name for found in live(feed.source).fetch(visit(client, since=dt.date(2026, 8, 1))))
    assert feed.file_name not in arrived
    assert len(set(arrived)) == len(arrived)


@each_feed
def test_vanished_field_arrives_and_is_refused_by_name(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed, without_field(archived(archive, feed), feed.field))
    capture = as_capture(feed, document(replay, feed))
    with pytest.raises(ParseError, match=feed.field):
        capture.parse()


@each_feed
def test_new_field_arrives_and_is_counted(replay: Replay, archive: Path, feed: Feed) -> None:
    publish(replay, archive, feed, with_field(archived(archive, feed), "brand_new", beside=feed.field))
    _, issues = as_capture(feed, document(replay, feed)).parse()
    assert issues.counts["unknown field `brand_new`"] > 0


@each_feed
def test_far_too_few_rows_arrive_and_are_refused(replay: Replay, archive: Path, feed: Feed) -> None:
    body = b'{"lastUpdated": "2026-08-21T00:00:00Z", "totalModels": 1, "models": {"a": {"pullCount": null}}}'
    publish(replay, archive, feed, body if feed.source == "ollama" else few_rows(archived(archive, feed)))
    capture = as_capture(feed, document(replay, feed))
    with pytest.raises(ParseError, match="expected at least"):
        capture.parse()


def test_silence_ends(replay: Replay, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = next(feed for feed in FEEDS if feed.source == "openrouter_models")
    publish(replay, archive, feed)
    replay.fail(feed.url, silent(replay.over))
    with replay.client(attempts=2) as client:
        asked = client.get
        monkeypatch.setattr(client, "get", lambda url, **more: asked(url, **more | {"timeout": 0.3}))
        found = list(live(feed.source).fetch(visit(client)))
    assert found[0].body == archived(archive, feed)


def test_unchanged_document_is_not_sent_again(replay: Replay, archive: Path) -> None:
    feed = next(feed for feed in FEEDS if feed.source == "ollama")
    body = archived(archive, feed)
    replay.publish(feed.url, body, feed.media_type, etag='"a"')
    found = document(replay, feed)
    held = Capture(snapshot_of(feed.source, feed.file_name, body), body).snapshot
    known = tuple(type(held)(**vars(held) | {"url": found.url, "etag": found.etag}) for _ in range(1))
    with replay.client() as client:
        assert not list(live("ollama").fetch(visit(client, known)))
    assert replay.headers[-1]["If-None-Match"] == '"a"'


class TestOpenRouterDaily:
    FEED = next(feed for feed in FEEDS if feed.source == "openrouter_daily")

    @pytest.fixture(autouse=True)
    def published(self, replay: Replay) -> None:
        replay.publish(DAILY, b"{}", "application/json")

    def asked(self, replay: Replay, known: tuple[Snapshot, ...] = (), since: dt.date | None = None) -> list[str]:
        with replay.client() as client:
            list(live("openrouter_daily").fetch(visit(client, known, since)))
        return [url.partition("?")[2] for url in replay.asked]

    def test_asks_for_thirty_days_at_first_by_month(self, replay: Replay) -> None:
        assert self.asked(replay) == [
            "start_date=2026-07-23&end_date=2026-07-31",
            "start_date=2026-08-01&end_date=2026-08-21",
        ]

    def test_asks_again_for_days_that_may_be_restated(self, replay: Replay, archive: Path) -> None:
        known = snapshots(archive, "openrouter_daily")[:-1]
        assert self.asked(replay, known) == ["start_date=2026-08-19&end_date=2026-08-21"]

    def test_never_asks_before_the_first_published_day(self, replay: Replay) -> None:
        asked = self.asked(replay, since=dt.date(2020, 1, 1))
        assert asked[0] == "start_date=2025-01-01&end_date=2025-01-31"
        assert len(asked) == 20

    def test_keeps_to_thirty_requests_a_minute(self, replay: Replay) -> None:
        clock = iter(range(1_000_000))
        with replay.client(clock=lambda: next(clock) * 0.0) as client:
            list(live("openrouter_daily").fetch(visit(client, since=dt.date(2026, 1, 1))))
        assert replay.slept == [2.0 * n for n in range(1, 8)]

    def test_key_goes_as_bearer_and_nowhere_else(self, replay: Replay) -> None:
        assert not any("sk-or-test" in query for query in self.asked(replay))
        assert replay.headers[0]["Authorization"] == "Bearer sk-or-test"

    def test_missing_key_says_which(self, replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("OPENROUTER_API_KEY")
        with pytest.raises(FetchError, match="OPENROUTER_API_KEY"):
            self.asked(replay)
        assert not replay.asked


class TestTop600:
    def test_asks_only_for_days_not_held(self, replay: Replay, archive: Path) -> None:
        names = ["2026-08-20.json", "2026-08-21.json", "2026-08-22.json", "README.md", "../../2026-08-23.json", 7]
        replay.publish(TOP600_LISTING, json.dumps([{"name": name} for name in names]).encode(), "application/json")
        replay.publish_archived(archive, "huggingface_listing_top600")
        held = snapshots(archive, "huggingface_listing_top600")
        known = tuple(snapshot for snapshot in held if snapshot.file_name == "2026-08-21.json")
        with replay.client() as client:
            found = list(live("huggingface_listing_top600").fetch(visit(client, known)))
        assert [document.file_name for document in found] == ["2026-08-20.json", "2026-08-22.json"]

    def test_a_listing_of_another_shape_is_refused(self, replay: Replay) -> None:
        replay.publish(TOP600_LISTING, b'{"message": "rate limit"}', "application/json")
        with replay.client() as client, pytest.raises(FetchError, match="did not list"):
            list(live("huggingface_listing_top600").fetch(visit(client)))


def test_damaged_bulk_file_is_refused(replay: Replay, archive: Path) -> None:
    feed = next(feed for feed in FEEDS if feed.source == "hf_radar")
    publish(replay, archive, feed)
    replay.publish(RADAR_BULK, b"\x1f\x8b\x08 no gzip", "application/octet-stream")
    with pytest.raises(FetchError, match="damaged gzip"):
        fetched(replay, feed)
