from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2 as httpx
import pytest

from tests.faults.line import redirect, status
from weighbridge.claims.reading.fetching import Fetched, fetched
from weighbridge.errors import FetchError
from weighbridge.http.pinned import Pinned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.replay import Replay

PAGE = "http://news.example/a.html"
HERE = ip_address("127.0.0.1")


class Names:
    """A resolver that counts: each name has a row of answers, the last of which stays."""

    def __init__(self, **names: Sequence[Sequence[str]]) -> None:
        self.names = {name.replace("_", "."): list(answers) for name, answers in names.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        assert port
        self.asked.append(host)
        answers = self.names[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


def local(replay: Replay, url: str = PAGE) -> str:
    """Give the address under which the test's server answers for `url`, by the name of its host."""
    parts = urlsplit(url)
    return f"http://{parts.hostname}:{replay.server.port}/{parts.scheme}/{parts.netloc}{parts.path}"


def got(replay: Replay, names: Names, url: str = PAGE) -> Fetched:
    return fetched(local(replay, url), resolve=names, allowed={HERE})


def test_an_article_comes_from_the_address_that_was_checked(replay: Replay) -> None:
    replay.publish(PAGE, b"<html>", "text/html")
    # The second answer is what an attacker's name server would say to whoever asks again.
    names = Names(news_example=[["127.0.0.1"], ["10.0.0.1"]])
    answer = got(replay, names)
    assert (answer.body, answer.media_type) == (b"<html>", "text/html")
    assert answer.name == local(replay)
    assert names.asked == ["news.example"]
    assert replay.headers[0]["Host"] == f"news.example:{replay.server.port}"


def test_the_certificate_is_asked_for_by_name() -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200)

    transport = Pinned(lambda *_: ["2606:4700::1111"], httpx.Limits())
    transport._lines = httpx.MockTransport(answer)  # type: ignore[assignment] # sends nothing, and shows what it is given
    with httpx.Client(transport=transport) as client:
        client.get("https://news.example/a")
    assert sent[0].url == "https://[2606:4700::1111]/a"
    assert sent[0].headers["Host"] == "news.example"
    assert sent[0].extensions["sni_hostname"] == "news.example"


def test_every_address_of_a_name_is_tried(replay: Replay) -> None:
    replay.publish(PAGE, b"a", "text/plain")
    # Nothing listens at the first one.
    names = Names(news_example=[["127.0.0.9", "127.0.0.1"]])
    answer = fetched(local(replay), resolve=names, allowed={HERE, ip_address("127.0.0.9")})
    assert answer.body == b"a"


def test_a_name_with_one_private_address_is_not_asked(replay: Replay) -> None:
    names = Names(news_example=[["127.0.0.1", "192.168.0.1"]])
    with pytest.raises(FetchError, match=r"leads to 192\.168\.0\.1, which is no public address"):
        got(replay, names)
    assert replay.asked == []


@pytest.mark.parametrize(
    "elsewhere",
    ["http://inside.example/", "http://10.0.0.1/", "http://[::1]/", "http://0x7f.1/", "http://169.254.169.254/latest/"],
)
def test_a_redirect_leads_to_public_machines_only(replay: Replay, elsewhere: str) -> None:
    replay.fail(PAGE, redirect(elsewhere))
    names = Names(news_example=[["127.0.0.1"]], inside_example=[["10.1.2.3"]])
    with pytest.raises(FetchError, match=r"no public address|unusual way"):
        got(replay, names)
    assert len(replay.asked) == 1


def test_a_redirect_to_a_public_machine_is_followed(replay: Replay) -> None:
    moved = "http://other.example/b.html"
    replay.fail(PAGE, redirect(local(replay, moved)))
    replay.publish(moved, b"b", "text/html")
    names = Names(news_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    assert got(replay, names).body == b"b"
    assert names.asked == ["news.example", "other.example"]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/hosts", "ftp://news.example/a", "gopher://x", "news.example/a", "http://me:secret@news.example/"],
)
def test_only_plain_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetched(url, resolve=Names())
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://１２７.0.0.1/", "http://a\x00b/", "http://[v1.x]/", "http://0177.0.0.1/"])
def test_addresses_that_cannot_be_read_are_refused(url: str) -> None:
    with pytest.raises(FetchError, match="correct the address"):
        fetched(url, resolve=Names())


def test_no_environment_lets_a_private_address_through(monkeypatch: pytest.MonkeyPatch, replay: Replay) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, replay.server.url_for("/"))
    with pytest.raises(FetchError, match="no public address"):
        fetched("http://10.0.0.1/")
    assert replay.asked == []


@pytest.mark.parametrize("media_type", ["image/png", "application/zip", "application/json", ""])
def test_what_is_no_article_is_not_taken(replay: Replay, media_type: str) -> None:
    replay.publish(PAGE, b"a", media_type)
    with pytest.raises(FetchError, match="was expected"):
        got(replay, Names(news_example=[["127.0.0.1"]]))


def test_a_body_beyond_the_limit_is_cut_short(replay: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weighbridge.claims.reading.fetching.MOST_BYTES", 1_000)
    replay.publish(PAGE, b"a" * 1_001, "text/plain")
    with pytest.raises(FetchError, match="larger than 1,000 bytes"):
        got(replay, Names(news_example=[["127.0.0.1"]]))


def test_a_page_that_is_gone_says_so(replay: Replay) -> None:
    replay.fail(PAGE, status(404))
    with pytest.raises(FetchError, match="nothing there any more"):
        got(replay, Names(news_example=[["127.0.0.1"]]))
