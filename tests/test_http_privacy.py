from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.line import broken, redirect, status
from weighbridge.errors import FetchError
from weighbridge.http.address import redirected, shown

if TYPE_CHECKING:
    from tests.replay import Replay

URL = "https://example.org/data.json"
MOVED = "https://example.org/moved.json"
ELSEWHERE = "https://content.example/data.json"
JSON = {"application/json"}
KEY = "sk-or-v1-0123456789"


def test_a_key_goes_to_its_host(replay: Replay) -> None:
    replay.publish(MOVED, b"1", "application/json")
    replay.fail(URL, redirect("/moved.json"))
    with replay.client() as client:
        client.get(URL, media_types=JSON, bearer=KEY)
    assert [sent["Authorization"] for sent in replay.headers] == [f"Bearer {KEY}"] * 2


@pytest.mark.parametrize("elsewhere", [ELSEWHERE, "https://example.org:8443/data.json", "//example.net/data.json"])
def test_a_key_goes_nowhere_else(replay: Replay, elsewhere: str) -> None:
    replay.publish(elsewhere if elsewhere.startswith("https") else f"https:{elsewhere}", b"1", "application/json")
    replay.fail(URL, redirect(elsewhere))
    with replay.client() as client:
        client.get(URL, media_types=JSON, bearer=KEY)
    assert "Authorization" in replay.headers[0]
    assert "Authorization" not in replay.headers[1]


def test_a_key_does_not_come_back(replay: Replay) -> None:
    replay.fail(URL, redirect(ELSEWHERE))
    replay.fail(ELSEWHERE, redirect(MOVED))
    replay.publish(MOVED, b"1", "application/json")
    with replay.client() as client:
        client.get(URL, media_types=JSON, bearer=KEY)
    assert "Authorization" not in replay.headers[2]


@pytest.mark.parametrize("code", [401, 404, 500])
def test_a_key_is_in_no_error(replay: Replay, code: int) -> None:
    replay.fail(f"{URL}?api_key={KEY}", status(code))
    with replay.client(attempts=1) as client, pytest.raises(FetchError) as caught:
        client.get(f"{URL}?api_key={KEY}", media_types=JSON, bearer=KEY)
    error: BaseException | None = caught.value
    while error is not None:
        assert KEY not in f"{error!r} {error}"
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("key", [f"{KEY}\r\nX-Evil: 1", f"{KEY} ", "schlüssel"])
def test_a_key_is_one_word(replay: Replay, key: str) -> None:
    with replay.client() as client, pytest.raises(FetchError, match="set the key again") as caught:
        client.get(URL, media_types=JSON, bearer=key)
    assert key not in str(caught.value)
    assert replay.asked == []


def test_a_key_needs_encryption(replay: Replay) -> None:
    with replay.client() as client, pytest.raises(FetchError, match="not sent without encryption"):
        client.get("http://example.org/data.json", media_types=JSON, bearer=KEY)
    assert replay.asked == []


def test_redirects_stay_encrypted(replay: Replay) -> None:
    replay.fail(URL, redirect("http://example.org/data.json"))
    with replay.client() as client, pytest.raises(FetchError, match=r"redirects from https to http://example\.org"):
        client.get(URL, media_types=JSON)
    assert len(replay.asked) == 1


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.org/a", "gopher:x"])
def test_redirects_stay_on_the_web(replay: Replay, location: str) -> None:
    replay.fail(URL, redirect(location))
    with replay.client() as client, pytest.raises(FetchError):
        client.get(URL, media_types=JSON)
    assert len(replay.asked) == 1


def test_a_redirect_to_no_address_is_told() -> None:
    with pytest.raises(FetchError, match="redirects to what is no address"):
        redirected(URL, "https://[")


def test_redirects_end(replay: Replay) -> None:
    replay.fail(URL, *[redirect(URL)] * 20)
    with replay.client() as client, pytest.raises(FetchError, match="more than 5 redirects"):
        client.get(URL, media_types=JSON)
    assert len(replay.asked) == 6


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "/etc/passwd", "https:///path", "https://me:pw@example.org/", "https://example.org:0/"]
)
def test_only_plain_web_addresses_are_asked(replay: Replay, url: str) -> None:
    with replay.client() as client, pytest.raises(FetchError) as caught:
        client.get(url, media_types=JSON)
    assert "pw" not in str(caught.value)
    assert replay.asked == []


def test_a_visitor_is_not_recognised(replay: Replay) -> None:
    replay.publish(URL, b"1", "application/json")
    replay.fail(URL, status(500, set_cookie="id=1"))
    with replay.client() as client:
        client.get(URL, media_types=JSON)
    assert "Cookie" not in replay.headers[1]


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x?api_key=1&day=2", "https://a.example/x?api_key=...&day=2"),
        ("https://a.example/x?X-Amz-Signature=1&X-Amz-Credential=2", "https://a.example/x?X-Amz-Signature=...&X-Amz-Credential=..."),
        ("https://me:pw@a.example/x#part", "https://a.example/x"),
        ("https://[", "an address that cannot be read"),
    ],
)
def test_addresses_are_shown_without_secrets(url: str, safe: str) -> None:
    assert shown(url) == safe


def test_a_failure_after_a_redirect_names_what_was_asked(replay: Replay) -> None:
    replay.fail(URL, redirect(f"{ELSEWHERE}?token=abc"))
    replay.fail(ELSEWHERE, broken())
    with replay.client(attempts=1) as client, pytest.raises(FetchError) as caught:
        client.get(URL, media_types=JSON)
    assert caught.value.where == URL
