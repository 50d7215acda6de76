from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from werkzeug import Request, Response

from tests.faults.line import broken, busy, endless, redirect, silent, status
from weighbridge.errors import FetchError

if TYPE_CHECKING:
    from tests.faults.line import Fault
    from tests.replay import Published, Replay

URL = "https://example.org/v1/answers"
JSON = {"application/json"}
KEY = "sk-0123456789"


def echo() -> Fault:
    def answer(request: Request, _published: Published) -> Response:
        said = {"method": request.method, "body": request.get_data().decode(), "type": request.content_type}
        return Response(json.dumps(said), 200, {"Content-Type": "application/json"})

    return answer


def test_what_is_handed_over_arrives(replay: Replay) -> None:
    replay.fail(URL, echo())
    with replay.client() as client:
        reply = client.post(URL, b'{"a": 1}', media_types=JSON, bearer=KEY)
    assert json.loads(reply.body) == {"method": "POST", "body": '{"a": 1}', "type": "application/json"}
    assert replay.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert reply.status == 200


def test_it_is_handed_over_again_when_that_helps(replay: Replay) -> None:
    replay.fail(URL, broken(), busy("2"), echo())
    with replay.client() as client:
        assert json.loads(client.post(URL, b"[1]", media_types=JSON).body)["body"] == "[1]"
    assert replay.slept[-1] == 2
    assert len(replay.asked) == 3


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["/elsewhere", f"https://example.net/{KEY}", f"http://example.org/?q={KEY}"])
def test_no_redirect_takes_it_elsewhere(replay: Replay, code: int, to: str) -> None:
    replay.fail(URL, redirect(to, code))
    with replay.client() as client, pytest.raises(FetchError, match="redirects elsewhere") as caught:
        client.post(URL, b"[1]", media_types=JSON, bearer=KEY)
    assert KEY not in str(caught.value)
    assert len(replay.asked) == 1


def test_a_refusal_may_be_an_answer(replay: Replay) -> None:
    replay.fail(URL, status(400), status(400))
    with replay.client() as client:
        assert client.post(URL, b"{}", media_types=JSON, also={400}).status == 400
        with pytest.raises(FetchError, match="answered 400"):
            client.post(URL, b"{}", media_types=JSON)


def test_an_answer_has_limits_too(replay: Replay) -> None:
    replay.publish(URL, b"", "application/json")
    replay.fail(URL, endless(replay.over), silent(replay.over))
    with replay.client(attempts=1) as client:
        with pytest.raises(FetchError, match="larger than 100,000 bytes"):
            client.post(URL, b"{}", media_types=JSON, max_bytes=100_000)
        with pytest.raises(FetchError, match=r"no complete answer within 0\.3 s|silent for too long"):
            client.post(URL, b"{}", media_types=JSON, timeout=0.3)


def test_a_key_is_not_sent_in_the_open(replay: Replay) -> None:
    with replay.client() as client, pytest.raises(FetchError, match="without encryption") as caught:
        client.post("http://192.168.1.7/v1", b"{}", media_types=JSON, bearer=KEY)
    assert KEY not in str(caught.value)
    assert not replay.asked
