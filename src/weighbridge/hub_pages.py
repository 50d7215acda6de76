"""Pages of the Hub's models API, asked through its own client and kept as the Hub sent them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weighbridge.errors import FetchError

if TYPE_CHECKING:
    import httpx2

    from weighbridge.http import Client, Reply

SECONDS_BETWEEN_PAGES = 1.0
SECONDS_OF_SILENCE = 30.0
MOST_BYTES = 32_000_000


def hub_pages(client: Client, endpoint: str, token: str, query: Mapping[str, Any]) -> Iterator[Reply]:
    """Yield each page that `list_models(**query)` reads, in order, as bytes. Raises FetchError."""
    from huggingface_hub import HfApi

    # The client names itself as `program/version (purpose)`; the library puts its own name between the two.
    program, _, purpose = client.user_agent.partition(" ")
    name, _, version = program.partition("/")
    api = HfApi(
        endpoint=endpoint, token=token or False, library_name=name, library_version=version, user_agent=purpose or None
    )
    pages: deque[Reply] = deque()
    with _watched(client, endpoint, pages), _readable_faults(f"{endpoint}/api/models"):
        for _ in api.list_models(**query):
            while pages:
                yield pages.popleft()
    yield from pages


@contextmanager
def _watched(client: Client, endpoint: str, pages: deque[Reply]) -> Iterator[None]:
    """Lay limits, pace and a copy of each page on the Hub client's one session, and take them off again."""
    from huggingface_hub import constants, get_session

    session = get_session()
    hooks, telemetry = session.event_hooks, constants.HF_HUB_DISABLE_TELEMETRY
    # Otherwise the library asks another address for a list of tools and tells the Hub which of them runs here.
    constants.HF_HUB_DISABLE_TELEMETRY = True
    session.event_hooks = {
        "request": [*hooks["request"], lambda request: _limited(request, endpoint)],
        "response": [*hooks["response"], lambda answer: _keep(client, answer, pages)],
    }
    try:
        yield
    finally:
        session.event_hooks = hooks
        constants.HF_HUB_DISABLE_TELEMETRY = telemetry


def _limited(request: httpx2.Request, endpoint: str) -> None:
    # The token goes with every page, and the address of the next page is the last page's word.
    if not str(request.url).startswith(f"{endpoint.rstrip('/')}/"):
        raise FetchError(f"leads to another place, {str(request.url)[:100]}", where=endpoint, then="report it")
    # The Hub's client sets no time limit of its own and unpacks without a bound.
    request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), SECONDS_OF_SILENCE)
    request.headers["Accept-Encoding"] = "identity"
    time.sleep(SECONDS_BETWEEN_PAGES)


def _keep(client: Client, answer: httpx2.Response, pages: deque[Reply]) -> None:
    from weighbridge.http import Reply

    answer.stream = _bounded(answer)
    if answer.status_code != 200:  # noqa: PLR2004 - the library deals with what is no page
        return
    url, media_type = str(answer.url), answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json" or "content-encoding" in answer.headers:
        what = f"sent {media_type[:80] or 'no media type'} where application/json was expected"
        raise FetchError(what, where=url, then="see whether the Hub has moved")
    pages.append(Reply(answer.read(), media_type, "", "", url))
    if client.progress:
        client.progress(url, len(pages[-1].body), None)


def _bounded(answer: httpx2.Response) -> httpx2.SyncByteStream:
    import httpx2

    inner, url = answer.stream, str(answer.url)

    class Bounded(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            received = 0
            for chunk in inner:  # type: ignore[union-attr] # a synchronous client has synchronous streams
                received += len(chunk)
                if received > MOST_BYTES:
                    raise FetchError(f"larger than {MOST_BYTES:,} bytes", where=url, then="ask for fewer models")
                yield chunk

        def close(self) -> None:
            inner.close()  # type: ignore[union-attr] # as above

    return Bounded()


@contextmanager
def _readable_faults(where: str) -> Iterator[None]:
    """Turn the faults of the Hub's client, and of answers that it cannot read, into FetchError."""
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError

    try:
        yield
    except HfHubHTTPError as error:
        status = error.response.status_code
        then = "check HF_TOKEN" if status in {401, 403} else "try again later"
        raise FetchError(f"answered {status}", where=where, then=then) from None
    except httpx2.HTTPError as error:
        raise FetchError(f"no whole answer ({type(error).__name__})", where=where, then="try again later") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"sent a page that is not a list of models ({type(error).__name__})"
        raise FetchError(what, where=where, then="update huggingface_hub, or report the change") from error
