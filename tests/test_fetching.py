from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults.line import broken, status
from weighbridge import discover
from weighbridge.errors import FetchError, StoreError, UsageError
from weighbridge.fetching import FetchReport, State, fetch
from weighbridge.snapshot import SnapshotStore
from weighbridge.sources import Document, Source, Visit, atom_tracked_models, openrouter_daily, openrouter_models

if TYPE_CHECKING:
    from pathlib import Path

    from tests.replay import Replay

TODAY = dt.date(2026, 8, 22)
LISTS = [f"{atom_tracked_models.BASE}/{path}" for path in atom_tracked_models.FILES]


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path)


@pytest.fixture(autouse=True)
def publishers(replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two publishers that need no key, and one whose key is not set."""
    for url in LISTS:
        replay.publish(url, f"{url}\n".encode(), "text/plain", etag='"1"')
    replay.publish(openrouter_models.URL, b"{}", "application/json")
    monkeypatch.delenv(openrouter_daily.SOURCE.key_variable, raising=False)


def run(replay: Replay, store: SnapshotStore, *names: str, **settings: Any) -> list[FetchReport]:  # noqa: ANN401
    with replay.client(attempts=1, **settings) as client:
        return fetch(store, names, None, client, today=TODAY)


def stored(store: SnapshotStore) -> list[str]:
    return sorted(snapshot.file_name for snapshot in SnapshotStore(store.root).snapshots())


def test_every_document_is_stored(replay: Replay, store: SnapshotStore) -> None:
    lists, models = run(replay, store, "atom_tracked_models", "openrouter_models")
    assert (len(lists.added), len(models.added)) == (5, 1)
    assert str(models) == "openrouter_models: 1 new, 0 unchanged."
    first = lists.added[0]
    assert store.read(first) == f"{LISTS[0]}\n".encode()
    assert (first.url, first.etag, first.licence) == (LISTS[0], '"1"', "Apache-2.0")


def test_nothing_new_adds_nothing(replay: Replay, store: SnapshotStore) -> None:
    run(replay, store, "atom_tracked_models", "openrouter_models")
    lists, models = run(replay, store, "atom_tracked_models", "openrouter_models")
    assert lists.added == models.added == []
    assert models.unchanged == 1
    assert len(stored(store)) == 6
    assert [sent.get("If-None-Match") for sent in replay.headers[6:11]] == ['"1"'] * 5


def test_one_failure_costs_the_others_nothing(replay: Replay, store: SnapshotStore) -> None:
    replay.fail(LISTS[2], broken())
    with pytest.raises(FetchError) as caught:
        run(replay, store, "atom_tracked_models", "openrouter_models")
    assert caught.value.what == "atom_tracked_models failed: answered 500"
    assert caught.value.where == LISTS[2]
    assert stored(store) == ["extra_models.csv", "models.csv", "models.json"]


def test_every_failure_is_named(replay: Replay, store: SnapshotStore) -> None:
    replay.fail(LISTS[0], status(404))
    replay.fail(openrouter_models.URL, broken())
    with pytest.raises(FetchError, match="2 of 2 sources failed: ") as caught:
        run(replay, store, "atom_tracked_models", "openrouter_models")
    assert [note.partition(":")[0] for note in caught.value.__notes__] == ["atom_tracked_models", "openrouter_models"]
    assert caught.value.exit_code == 3


def test_an_interrupt_keeps_what_arrived(replay: Replay, store: SnapshotStore) -> None:
    def interrupt(url: str, _received: int, _total: int | None) -> None:
        if url == LISTS[3]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(replay, store, "atom_tracked_models", progress=interrupt)
    assert stored(store) == ["extra_models.csv", "models.csv", "organization_regions.csv"]
    assert store.verify() == []


def test_a_missing_key_says_which_and_where(replay: Replay, store: SnapshotStore) -> None:
    with pytest.raises(FetchError, match="set the environment variable OPENROUTER_API_KEY") as caught:
        run(replay, store, "openrouter_daily")
    assert caught.value.where == openrouter_daily.SOURCE.homepage
    assert replay.asked == []


def test_an_unknown_source_is_told_before_anything_is_asked(replay: Replay, store: SnapshotStore) -> None:
    with pytest.raises(UsageError, match="did you mean openrouter_models"):
        run(replay, store, "atom_tracked_models", "openrouter_model")
    assert replay.asked == []


def test_a_source_named_twice_is_asked_once(replay: Replay, store: SnapshotStore) -> None:
    assert len(run(replay, store, "openrouter_models", "openrouter_models")) == 1


def test_progress_tells_each_step(replay: Replay, store: SnapshotStore) -> None:
    said: list[tuple[str, str]] = []
    with replay.client() as client:
        fetch(store, ["openrouter_models"], None, client, today=TODAY, progress=lambda *step: said.append(step))
    [snapshot] = store.snapshots()
    assert said == [
        ("openrouter_models", "asking"),
        ("openrouter_models", f"stored {snapshot.path}"),
        ("openrouter_models", "openrouter_models: 1 new, 0 unchanged."),
    ]


def module(name: str, **parts: Any) -> ModuleType:  # noqa: ANN401 - what a source module may hold
    made = ModuleType(name)
    source = Source(name, "Example", "", "https://example.org/keys", "MIT", "Example", (), ())
    vars(made).update({"SOURCE": source} | parts)
    return made


def only(monkeypatch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
    monkeypatch.setattr(discover, "sources", lambda: {made.SOURCE.name: made for made in modules})


def one_and_then(error: Exception) -> SimpleNamespace:
    def fetch(_visit: Visit) -> Iterator[Document]:
        yield Document("a.txt", "https://example.org/a.txt", b"1", "text/plain", "MIT", "Example")
        raise error

    return SimpleNamespace(fetch=fetch)


def test_a_surprise_is_a_failure_of_one_source(
    replay: Replay, store: SnapshotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, module("odd", **vars(one_and_then(KeyError("data")))), openrouter_models)
    with pytest.raises(FetchError, match=r"odd failed: met something that it does not expect \(KeyError\)") as caught:
        run(replay, store)
    assert isinstance(caught.value.__cause__, FetchError)
    assert isinstance(caught.value.__cause__.__cause__, KeyError)
    assert stored(store) == ["a.txt", "models.json"]


def test_a_store_that_cannot_be_written_stops_all(
    replay: Replay, store: SnapshotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, module("full", **vars(one_and_then(StoreError("disk full")))), openrouter_models)
    with pytest.raises(StoreError, match="disk full"):
        run(replay, store)
    assert replay.asked == []


def test_without_names_a_missing_key_is_no_failure(
    replay: Replay, store: SnapshotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    archived = module("archived")
    only(monkeypatch, archived, openrouter_daily, openrouter_models)
    reports = run(replay, store)
    assert [report.state for report in reports] == [State.ARCHIVED, State.NO_KEY, State.FETCHED]
    assert "take in a folder of snapshots with --from" in str(reports[0])
    assert "OPENROUTER_API_KEY" in str(reports[1])
    assert stored(store) == ["models.json"]
