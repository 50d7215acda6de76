from __future__ import annotations

import gzip
import socket
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.faults.line import drip, endless, redirect, wrong_type
from weighbridge.errors import FetchError
from weighbridge.http import NotModified, Reply

if TYPE_CHECKING:
    from threading import Event

    from tests.replay import Replay

URL = "https://example.org/data.json"
JSON = {"application/json"}


def test_a_reply_is_the_plain_bytes(replay: Replay) -> None:
    replay.publish(URL, b"[1]" * 1000, "application/json; charset=utf-8", packed=True, etag='"a"', last_modified="then")
    with replay.client() as client:
        reply = client.get(URL, media_types=JSON)
    assert reply == Reply(b"[1]" * 1000, "application/json", '"a"', "then", URL)


def test_says_who_asks(replay: Replay) -> None:
    replay.publish(URL, b"1", "application/json")
    with replay.client() as client:
        client.get(URL, media_types=JSON, headers={"X-Extra": "yes"})
    sent = replay.headers[0]
    assert sent["User-Agent"].startswith("weighbridge/")
    assert "python-httpx" in sent["User-Agent"]
    assert sent["X-Extra"] == "yes"
    assert not {"Cookie", "Authorization"} & set(sent)


def test_nothing_new_is_not_sent_again(replay: Replay) -> None:
    replay.publish(URL, b"1", "application/json", etag='"a"')
    with replay.client() as client:
        first = client.get(URL, media_types=JSON)
        assert client.get(URL, media_types=JSON, known=first) == NotModified(URL, '"a"', "")
        replay.publish(URL, b"2", "application/json", etag='"b"')
        second = client.get(URL, media_types=JSON, known=first)
    assert isinstance(second, Reply)
    assert second.body == b"2"


@pytest.mark.parametrize("strange", ["é", "\x85", '"' + "x" * 600])
def test_a_strange_tag_is_no_tag(replay: Replay, strange: str) -> None:
    replay.publish(URL, b"1", "application/json", etag=strange, last_modified=strange)
    with replay.client() as client:
        reply = client.get(URL, media_types=JSON)
        assert (reply.etag, reply.last_modified) == ("", "")
        client.get(URL, media_types=JSON, known=Reply(b"", "", strange, strange, URL))
    assert not {"If-None-Match", "If-Modified-Since"} & set(replay.headers[1])


def test_a_date_serves_where_there_is_no_tag(replay: Replay) -> None:
    replay.publish(URL, b"1", "application/json", last_modified="Sat, 22 Aug 2026 12:00:00 GMT")
    with replay.client() as client:
        first = client.get(URL, media_types=JSON)
        assert isinstance(client.get(URL, media_types=JSON, known=first), NotModified)


def test_unchanged_needs_something_to_compare_with(replay: Replay) -> None:
    replay.fail(URL, redirect("", 304))
    with replay.client() as client, pytest.raises(FetchError, match="304"):
        client.get(URL, media_types=JSON)


def test_another_media_type_is_no_document(replay: Replay) -> None:
    replay.publish(URL, b"1", "application/json")
    replay.fail(URL, wrong_type("text/html; charset=utf-8"))
    with replay.client() as client, pytest.raises(FetchError) as caught:
        client.get(URL, media_types=JSON)
    assert caught.value.what == "sent text/html where application/json was expected"


@pytest.mark.parametrize("packed", [False, True])
def test_a_body_over_the_limit_is_refused(replay: Replay, packed: bool) -> None:  # noqa: FBT001 - a parameter
    replay.publish(URL, b"0" * 100_000, "application/json", packed=packed)
    with replay.client() as client:
        assert len(client.get(URL, media_types=JSON, max_bytes=100_000).body) == 100_000
        with pytest.raises(FetchError, match="larger than 99,999 bytes"):
            client.get(URL, media_types=JSON, max_bytes=99_999)


def test_a_small_answer_that_unpacks_to_much_is_refused(replay: Replay) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    replay.publish(URL, bomb, "application/json")
    replay.fail(URL, lambda _request, _published: replay.unpublished(bomb, "gzip"))
    with replay.client() as client, pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        client.get(URL, media_types=JSON, max_bytes=1_000_000)


def test_packing_that_was_not_asked_for_is_refused(replay: Replay) -> None:
    replay.fail(URL, lambda _request, _published: replay.unpublished(b"x", "gzip, gzip"))
    with replay.client() as client, pytest.raises(FetchError, match="packed as gzip, gzip"):
        client.get(URL, media_types=JSON)


def test_damaged_packing_is_asked_for_again(replay: Replay) -> None:
    replay.publish(URL, b"[]", "application/json")
    replay.fail(URL, lambda _request, _published: replay.unpublished(gzip.compress(b"[1]")[:-4], "gzip"))
    with replay.client() as client:
        assert client.get(URL, media_types=JSON).body == b"[]"


def test_an_endless_body_ends(replay: Replay) -> None:
    replay.publish(URL, b"", "application/json")
    replay.fail(URL, endless(replay.over))
    with replay.client() as client, pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        client.get(URL, media_types=JSON, max_bytes=1_000_000)


def test_a_slow_drip_ends(replay: Replay) -> None:
    replay.publish(URL, b"0" * 10_000, "application/json")
    replay.fail(URL, drip(replay.over))
    with replay.client(attempts=1) as client, pytest.raises(FetchError, match=r"no complete answer within 0\.3 s"):
        client.get(URL, media_types=JSON, timeout=0.3)


def test_slow_headers_end(replay: Replay) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, replay.client(
        route=lambda _: f"http://127.0.0.1:{server.getsockname()[1]}/", attempts=1
    ) as client:
        speaker = Thread(target=drip_headers, args=(server, replay.over))
        speaker.start()
        with pytest.raises(FetchError, match=r"no complete answer within 0\.3 s"):
            client.get(URL, media_types=JSON, timeout=0.3)
        replay.over.set()
        speaker.join(20)
    assert not speaker.is_alive()


def test_an_end_must_be_marked(replay: Replay) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, replay.client(
        route=lambda _: f"http://127.0.0.1:{server.getsockname()[1]}/"
    ) as client:
        speaker = Thread(target=speak_and_hang_up, args=(server, b"Content-Type: application/json\r\n\r\n[1, 2"))
        speaker.start()
        with pytest.raises(FetchError, match="does not say where it ends"):
            client.get(URL, media_types=JSON)
        speaker.join(20)


def speak_and_hang_up(server: socket.socket, said: bytes) -> None:
    line, _ = server.accept()
    with line:
        line.recv(65_536)
        line.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + said)


def drip_headers(server: socket.socket, until: Event) -> None:
    line, _ = server.accept()
    with line, suppress(OSError):
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        while not until.wait(0.02):
            line.sendall(b"X: y\r\n")


def test_progress_counts_bytes(replay: Replay) -> None:
    seen: list[tuple[str, int, int | None]] = []
    replay.publish(URL, b"0" * 300_000, "application/json")
    with replay.client(progress=lambda *step: seen.append(step)) as client:
        client.get(URL, media_types=JSON)
    assert seen[-1] == (URL, 300_000, 300_000)
    assert [received for _, received, _ in seen] == sorted(received for _, received, _ in seen)
