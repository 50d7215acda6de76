"""A stand-in for a language model: it answers chat completions with what the test says, and notes what it was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug import Request, Response

if TYPE_CHECKING:
    from pytest_httpserver import HTTPServer

MODEL = "small-model"
JSON = {"Content-Type": "application/json"}
Answer = Callable[[Request], Response]


def completion(text: str | None, **more: Any) -> Response:  # noqa: ANN401 - fields of a choice
    """Give a chat completion whose text is `text`."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop", **more}
    return Response(json.dumps({"id": "x", "object": "chat.completion", "choices": [choice], "usage": {}}), 200, JSON)


def proposing(*claims: Mapping[str, Any]) -> Answer:
    """Answer with these claims, whatever is asked."""
    return lambda _request: completion(json.dumps({"claims": list(claims)}))


def saying(text: str | None, **more: Any) -> Answer:  # noqa: ANN401 - fields of a choice
    return lambda _request: completion(text, **more)


def refusing(status: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: Response(f"no: {request.headers.get('Authorization')}", status, named)


@dataclass
class Endpoint:
    """The server at `url`; the next answers come first, then `always`."""

    url: str
    over: Event = field(default_factory=Event)
    always: Answer = field(default_factory=proposing)
    next: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        self.paths.append(request.full_path.rstrip("?"))
        self.headers.append(dict(request.headers))
        self.asked.append(json.loads(request.get_data()))
        return (self.next.pop(0) if self.next else self.always)(request)

    def sentences(self) -> list[str]:
        """Give all sentences that were sent."""
        said = [json.loads(asked["messages"][1]["content"])["sentences"] for asked in self.asked]
        return [one["text"] for piece in said for one in piece]


@pytest.fixture
def endpoint(replay_server: HTTPServer) -> Iterator[Endpoint]:
    running = Endpoint(replay_server.url_for("/v1"))
    replay_server.clear()
    replay_server.expect_request(re.compile(".*")).respond_with_handler(running.answer)
    yield running
    running.over.set()
