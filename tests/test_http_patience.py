from __future__ import annotations

import datetime as dt
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from tests.faults.line import broken, busy, cut_off, silent, status
from weighbridge.errors import FetchError
from weighbridge.http.pace import Pace, backoff, retry_after

if TYPE_CHECKING:
    from tests.replay import Replay

URL = "https://example.org/data.json"
NOON = dt.datetime(2026, 8, 22, 12, tzinfo=dt.UTC)
JSON = {"application/json"}


@pytest.fixture(autouse=True)
def document(replay: Replay) -> None:
    replay.publish(URL, b'{"rows": 3}', "application/json")


@pytest.mark.parametrize("code", [408, 429, 500, 502, 503, 504])
def test_overload_passes(replay: Replay, code: int) -> None:
    replay.fail(URL, status(code), status(code))
    with replay.client() as client:
        assert client.get(URL, media_types=JSON).body == b'{"rows": 3}'
    assert len(replay.asked) == 3


def test_waits_grow_and_differ(replay: Replay) -> None:
    replay.fail(URL, broken(), broken(), broken(), broken())
    with replay.client() as client:
        client.get(URL, media_types=JSON)
    for wait, longest in zip(replay.slept, (1, 2, 4, 8), strict=True):
        assert longest / 2 <= wait <= longest
    assert len({backoff(3) for _ in range(10)}) > 1
    assert backoff(400) <= 60


def test_patience_ends(replay: Replay) -> None:
    replay.fail(URL, *[broken()] * 9)
    with replay.client(attempts=3) as client, pytest.raises(FetchError) as caught:
        client.get(URL, media_types=JSON)
    assert str(caught.value) == f"{URL}: answered 500, 3 times over; try again later."
    assert len(replay.asked) == 3
    assert len(replay.slept) == 2


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410, 418, 451])
def test_refusals_are_not_repeated(replay: Replay, code: int) -> None:
    replay.fail(URL, status(code))
    with replay.client() as client, pytest.raises(FetchError, match=str(code)):
        client.get(URL, media_types=JSON)
    assert len(replay.asked) == 1


def test_the_publisher_says_how_long_to_wait(replay: Replay) -> None:
    replay.fail(URL, busy("7"), busy(format_datetime(NOON + dt.timedelta(seconds=90), usegmt=True)))
    with replay.client(now=lambda: NOON) as client:
        client.get(URL, media_types=JSON)
    assert replay.slept == [7, 90]


def test_a_wait_beyond_patience_is_told(replay: Replay) -> None:
    replay.fail(URL, busy("3600"))
    with replay.client(now=lambda: NOON) as client, pytest.raises(FetchError) as caught:
        client.get(URL, media_types=JSON)
    assert caught.value.then == "try again after 2026-08-22T13:00:00Z"
    assert replay.slept == []


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("0", 0),
        ("9" * 5_000, 366 * 86_400),
        ("Sat, 22 Aug 2026 12:01:00 GMT", 60),
        ("Sat, 22 Aug 2026 11:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 366 * 86_400),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("٣", None),
        ("Sat, 99 Aug 2026 12:01:00 GMT", None),
    ],
)
def test_retry_after_has_two_forms(stated: str, seconds: float | None) -> None:
    assert retry_after(stated, NOON) == seconds


def test_silence_ends(replay: Replay) -> None:
    replay.fail(URL, silent(replay.over), silent(replay.over))
    late = r"no complete answer within|silent for too long"
    with replay.client(attempts=2) as client, pytest.raises(FetchError, match=late):
        client.get(URL, media_types=JSON, timeout=0.2)
    assert len(replay.asked) == 2


def test_a_cut_off_body_is_asked_for_again(replay: Replay) -> None:
    replay.fail(URL, cut_off(4), cut_off(0))
    with replay.client() as client:
        assert client.get(URL, media_types=JSON).body == b'{"rows": 3}'
    assert len(replay.asked) == 3


def test_a_body_that_is_always_cut_off_is_no_document(replay: Replay) -> None:
    replay.fail(URL, *[cut_off(4)] * 5)
    with replay.client() as client, pytest.raises(FetchError, match="cut off"):
        client.get(URL, media_types=JSON)


def test_no_server_is_no_crash(replay: Replay) -> None:
    with (
        replay.client(route=lambda _: "http://127.0.0.1:9/", attempts=2) as client,
        pytest.raises(FetchError, match=r"no connection .* check the network"),
    ):
        client.get(URL, media_types=JSON)


def test_one_host_is_asked_at_its_pace() -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(1.0, sleep, lambda: now[0])
    pace.wait("a.example")
    pace.wait("b.example")
    assert slept == []
    pace.wait("a.example", 2.0)
    assert slept == [1.0]
    now[0] += 0.5
    pace.wait("a.example")
    assert slept == [1.0, 1.5]


def test_retries_keep_the_pace_too(replay: Replay) -> None:
    replay.fail(URL, busy("0"))
    with replay.client(pace=5.0, clock=lambda: 0.0) as client:
        client.get(URL, media_types=JSON)
    assert replay.slept == [0.0, 5.0]
