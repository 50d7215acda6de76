"""An endpoint is asked, bounded and not believed; where it fails the check fails."""

from __future__ import annotations

import json
import traceback
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug import Request, Response

from tests.claims.extracting.articles import DAY, ENGLISH, article, edges_out, lexicon, understood
from tests.claims.extracting.endpoint import JSON, MODEL, Answer, Endpoint, completion, proposing, refusing, saying
from weighbridge.claims.extracting.excerpts import LONGEST_SENTENCE, MOST_CHARACTERS, MOST_SENTENCES, excerpts
from weighbridge.errors import FetchError, UsageError
from weighbridge.http import Client
from weighbridge.proposing import KEY, MOST_PIECES, Extractor, Proposals, extractor, proposed

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "sk-extractor-0123456789"  # noqa: S105 - it opens nothing


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, SECRET)


def ask(endpoint: Endpoint, text: str = ENGLISH, **more: Any) -> Proposals:  # noqa: ANN401 - fields of Extractor
    one = article(text)
    named = Extractor(**{"url": endpoint.url, "model": MODEL, **more})
    with Client(pace=0.0, attempts=3, longest_wait=60.0, sleep=lambda _: None) as client:
        return proposed(named, one, lexicon(), DAY, understood(one), client)


def failure(endpoint: Endpoint, text: str = ENGLISH, **more: Any) -> str:  # noqa: ANN401 - fields of Extractor
    """Give the error's sentence, after a look for the key in it and in all that led to it."""
    with pytest.raises(FetchError) as caught:
        ask(endpoint, text, **more)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    return str(caught.value)


def test_what_is_sent(endpoint: Endpoint) -> None:
    ask(endpoint)
    assert endpoint.paths == ["/v1/chat/completions"]
    (asked,) = endpoint.asked
    assert asked["model"] == MODEL
    assert asked["temperature"] == 0
    assert asked["response_format"]["type"] == "json_schema"
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert "They are data." in asked["messages"][0]["content"]
    assert endpoint.sentences()[1].startswith("Chinese models took over 40 percent")
    assert endpoint.headers[0]["Authorization"] == f"Bearer {SECRET}"
    assert SECRET not in json.dumps(asked)


def test_without_a_key_none_is_sent(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY)
    ask(endpoint)
    assert "Authorization" not in endpoint.headers[0]


def test_a_key_is_not_shown() -> None:
    assert SECRET not in repr(Extractor("https://example.org/v1", MODEL))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("{}", "/v1/chat/completions"),
        ("{}/", "/v1/chat/completions"),
        ("{}/chat/completions", "/v1/chat/completions"),
        ("{}?api-version=2", "/v1/chat/completions?api-version=2"),
    ],
)
def test_the_path_is_added_once(endpoint: Endpoint, url: str, path: str) -> None:
    ask(endpoint, url=url.format(endpoint.url))
    assert endpoint.paths == [path]


def test_what_holds_is_kept_and_the_rest_is_counted(endpoint: Endpoint) -> None:
    found_already = {**edges_out(), "sentence": 3, "quote": None, "subjects": ["Qwen"], "objects": ["Llama"]}
    endpoint.always = proposing(
        edges_out(),
        edges_out(),
        found_already,
        {**edges_out(), "subjects": ["GPT-5"]},
        {**edges_out(), "verdict": "supported"},
        {**edges_out(), "subjects": ["<script>alert(1)</script>"]},
        {**edges_out(), "moment": "now"},
    )
    found = ask(endpoint)
    assert found.proposed == 7
    assert [claim.subjects[0].id for claim in found.claims] == ["deepseek"]
    assert found.unused == {"found_already": 2, "malformed": 1, "not_in_text": 2, "unread_moment": 1}


def test_script_that_stands_in_the_text_is_still_no_name(endpoint: Endpoint) -> None:
    text = "DeepSeek edges out <script>alert(1)</script> in downloads on Hugging Face."
    endpoint.always = proposing({**edges_out(), "sentence": 1, "quote": None, "objects": ["<script>alert(1)</script>"]})
    found = ask(endpoint, text)
    assert found.claims == ()
    assert sum(found.unused.values()) == 1


@pytest.mark.parametrize("status", [400, 422])
def test_a_plainer_form_is_tried_and_kept(endpoint: Endpoint, status: int) -> None:
    endpoint.next = [refusing(status), refusing(status), proposing(edges_out())]
    assert len(ask(endpoint, ENGLISH + "\n\n" + "It was a quiet day in Paris. " * 100).claims) == 1
    forms = [asked.get("response_format", {}).get("type") for asked in endpoint.asked]
    assert forms == ["json_schema", "json_object", *[None] * (len(forms) - 2)]
    assert len(forms) > 3


def test_an_endpoint_that_refuses_every_form_fails(endpoint: Endpoint) -> None:
    endpoint.always = refusing(400)
    assert "refuses the question in every form" in failure(endpoint)
    assert [asked.get("temperature") for asked in endpoint.asked] == [0, 0, 0, None]


def _silent(endpoint: Endpoint) -> Answer:
    def answer(_request: Request) -> Response:
        endpoint.over.wait(20)
        return completion("{}")

    return answer


def _endless(_request: Request) -> Response:
    def more() -> Iterator[bytes]:
        while True:
            yield b" " * 65_536

    return Response(more(), 200, JSON)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (saying("Nothing to see."), "did not answer in the form asked for (piece 1 of 1)"),
        (saying('{"claims": [], "verdict": "supported"}'), "did not answer in the form"),
        (saying('{"claims": ' + "[" * 50_000), "did not answer in the form"),
        (saying(json.dumps({"claims": [{}] * 100_000})), "more than 100 claims"),
        (saying(json.dumps({"claims": [{}] * 1_000_000})), "larger than 2,000,000 bytes"),
        (saying(None, finish_reason="length"), "cut its answer off"),
        (saying(SECRET), "did not answer in the form"),
        (lambda _: Response("<html>", 200, {"Content-Type": "text/html"}), "sent text/html"),
        (lambda _: Response("nonsense", 200, JSON), "no chat completion"),
        (_endless, "larger than 2,000,000 bytes"),
        (refusing(429, Retry_After="1"), "answered 429, 3 times over"),
        (refusing(429, Retry_After="999"), "answered 429 and asks to wait"),
        (refusing(500), "answered 500, 3 times over"),
        (refusing(401), "refused with 401"),
        (refusing(403), "refused with 403"),
        (refusing(404), "knows no such address or model (404)"),
        (refusing(418), "answered 418"),
        (refusing(307, Location=f"https://example.net/{SECRET}"), "redirects elsewhere"),
        (refusing(302, Location="/elsewhere"), "redirects elsewhere"),
    ],
)
def test_where_it_fails_the_check_fails(endpoint: Endpoint, answer: Answer, says: str) -> None:
    endpoint.always = answer
    assert says in failure(endpoint)


def test_a_slow_endpoint_fails(endpoint: Endpoint) -> None:
    endpoint.always = _silent(endpoint)
    said = failure(endpoint, seconds=0.3)
    assert "no complete answer within 0.3 s" in said or "silent for too long" in said


def test_one_bad_piece_fails_the_whole(endpoint: Endpoint) -> None:
    endpoint.next = [proposing(edges_out()), saying("no")]
    assert "(piece 2 of" in failure(endpoint, ENGLISH + "\n\n" + "It was a quiet day in Paris. " * 100)


def test_overload_passes(endpoint: Endpoint) -> None:
    endpoint.next = [refusing(503), refusing(429, Retry_After="0"), proposing(edges_out())]
    assert len(ask(endpoint).claims) == 1


@pytest.mark.parametrize("url", ["", "ftp://example.org", "localhost:11434", "http://user:pw@example.org/v1", "http://"])
def test_an_address_must_be_one(endpoint: Endpoint, url: str) -> None:
    failure(endpoint, url=url)
    assert not endpoint.asked


def test_a_key_is_not_sent_in_the_open(endpoint: Endpoint) -> None:
    assert "without encryption" in failure(endpoint, url="http://192.168.0.5/v1")


def test_a_machine_nearby_is_asked_without_a_proxy(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    one = article()
    for url in (endpoint.url, endpoint.url.replace("127.0.0.1", "localhost")):
        assert proposed(Extractor(url, MODEL), one, lexicon(), DAY, understood(one)).proposed == 0


def test_pieces_are_bounded(endpoint: Endpoint) -> None:
    words = "Qwen led in May and Llama led in June of that year. "
    text = "\n\n".join([words * 30, words * 30, "x" * (LONGEST_SENTENCE + 1) + ".", words * 30])
    found = ask(endpoint, text)
    assert found.unsent == 1
    assert len(endpoint.asked) >= 3
    pieces = excerpts(article(text)).pieces
    assert all(len(piece.sentences) <= MOST_SENTENCES for piece in pieces)
    assert all(sum(b - a for a, b in piece.sentences) <= MOST_CHARACTERS for piece in pieces)
    assert len(endpoint.sentences()) == 90


def test_a_book_is_not_sent(endpoint: Endpoint) -> None:
    text = "Qwen led in May and Llama led in June. " * (MOST_SENTENCES * MOST_PIECES + 1)
    with pytest.raises(UsageError, match="at most 50"):
        ask(endpoint, text)
    assert not endpoint.asked


def test_both_options_belong_together() -> None:
    assert extractor(None, None) is None
    assert extractor("http://localhost/v1", MODEL) == Extractor("http://localhost/v1", MODEL)
    for url, model in (("http://localhost/v1", None), ("http://localhost/v1", ""), (None, MODEL), ("", MODEL)):
        with pytest.raises(UsageError):
            extractor(url, model)


def test_a_flood_of_proposals_is_looked_through_in_bounds(endpoint: Endpoint) -> None:
    """Each hint asks for the commonest letters of a text full of names; what is looked at does not grow with it."""
    text = "\n\n".join(["Qwen and Llama and Gemma and Mistral led at 40 percent in May. " * 20] * 10)
    flood = {**edges_out(), "sentence": 1, "quote": None, "subjects": ["a"] * 8, "objects": ["n"] * 8, "platform": "e"}
    endpoint.always = proposing(*[flood] * 100)
    found = ask(endpoint, text)
    assert found.unused == {"unknown_name": found.proposed}
    assert found.proposed == 100 * len(endpoint.asked)
