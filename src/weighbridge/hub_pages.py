"""Pages of the Hub's models API, asked through its own client and kept as the Hub sent them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from weighbridge.errors import FetchError
from weighbridge.hub_session import bounded, hooked, hub_api, limited, readable_faults

if TYPE_CHECKING:
    import httpx2

    from weighbridge.http import Client, Reply

SECONDS_BETWEEN_PAGES = 1.0
SECONDS_OF_SILENCE = 30.0
MOST_BYTES = 32_000_000


def hub_pages(client: Client, endpoint: str, token: str, query: Mapping[str, Any]) -> Iterator[Reply]:
    """Yield each page that `list_models(**query)` reads, in order, as bytes. Raises FetchError."""
    api = hub_api(client, endpoint, token)
    pages: deque[Reply] = deque()
    watched = hooked(lambda request: _ask(request, endpoint), lambda answer: _keep(client, answer, pages))
    with watched, readable_faults(f"{endpoint}/api/models", "a list of models"):
        for _ in api.list_models(**query):
            while pages:
                yield pages.popleft()
    yield from pages


def _ask(request: httpx2.Request, endpoint: str) -> None:
    # The token goes with every page, and the address of the next page is the last page's word.
    if not str(request.url).startswith(f"{endpoint.rstrip('/')}/"):
        raise FetchError(f"leads to another place, {str(request.url)[:100]}", where=endpoint, then="report it")
    limited(request, SECONDS_OF_SILENCE)
    time.sleep(SECONDS_BETWEEN_PAGES)


def _keep(client: Client, answer: httpx2.Response, pages: deque[Reply]) -> None:
    from weighbridge.http import Reply

    answer.stream = bounded(answer, MOST_BYTES, "ask for fewer models")
    if answer.status_code != 200:  # noqa: PLR2004 - the library deals with what is no page
        return
    url, media_type = str(answer.url), answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json" or "content-encoding" in answer.headers:
        what = f"sent {media_type[:80] or 'no media type'} where application/json was expected"
        raise FetchError(what, where=url, then="see whether the Hub has moved")
    pages.append(Reply(answer.read(), media_type, "", "", url))
    if client.progress:
        client.progress(url, len(pages[-1].body), None)
