"""The Hub's own client, lent: it names us, keeps limits, tells its faults as ours, and is left as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weighbridge.errors import FetchError

if TYPE_CHECKING:
    import httpx2
    from huggingface_hub import HfApi

    from weighbridge.http import Client


def hub_api(client: Client, endpoint: str, token: str) -> HfApi:
    """Give the Hub's client under our name; without a token it sends none."""
    from huggingface_hub import HfApi

    name, version, purpose = _named(client)
    return HfApi(
        endpoint=endpoint, token=token or False, library_name=name, library_version=version, user_agent=purpose
    )


def hub_headers(client: Client, token: str) -> dict[str, str]:
    """Give the headers that the Hub's client sends under our name, for calls that `HfApi` does not have."""
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined] # loaded lazily there

    name, version, purpose = _named(client)
    headers: dict[str, str] = build_hf_headers(
        token=token or False, library_name=name, library_version=version, user_agent=purpose
    )
    return headers


def _named(client: Client) -> tuple[str, str, str | None]:
    # The client names itself as `program/version (purpose)`; the library puts its own name between the two.
    program, _, purpose = client.user_agent.partition(" ")
    name, _, version = program.partition("/")
    return name, version, purpose or None


@contextmanager
def hooked(
    on_request: Callable[[httpx2.Request], None], on_answer: Callable[[httpx2.Response], None]
) -> Iterator[None]:
    """Call these with every request and answer of the Hub client's one session, and take them off again."""
    from huggingface_hub import constants, get_session

    session = get_session()
    hooks, telemetry = session.event_hooks, constants.HF_HUB_DISABLE_TELEMETRY
    # Otherwise the library asks another address for a list of tools and tells the Hub which of them runs here.
    constants.HF_HUB_DISABLE_TELEMETRY = True
    session.event_hooks = {
        "request": [*hooks["request"], on_request],
        "response": [*hooks["response"], on_answer],
    }
    try:
        yield
    finally:
        session.event_hooks = hooks
        constants.HF_HUB_DISABLE_TELEMETRY = telemetry


def limited(request: httpx2.Request, seconds: float) -> None:
    """Let a request wait for `seconds` of silence and no longer, and ask for bytes as they are."""
    # The Hub's client sets no time limit of its own and unpacks without a bound.
    request.extensions["timeout"] = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
    request.headers["Accept-Encoding"] = "identity"


def bounded(answer: httpx2.Response, most: int, then: str) -> httpx2.SyncByteStream:
    """Give the stream of `answer`, which ends with a FetchError after `most` bytes."""
    import httpx2

    inner, url = answer.stream, str(answer.url)

    class Bounded(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            received = 0
            for chunk in inner:  # type: ignore[union-attr] # a synchronous client has synchronous streams
                received += len(chunk)
                if received > most:
                    raise FetchError(f"larger than {most:,} bytes", where=url, then=then)
                yield chunk

        def close(self) -> None:
            inner.close()  # type: ignore[union-attr] # as above

    return Bounded()


@contextmanager
def readable_faults(where: str, expected: str) -> Iterator[None]:
    """Turn the faults of the Hub's client, and of answers that are not `expected`, into FetchError."""
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
        what = f"sent a page that is not {expected} ({type(error).__name__})"
        raise FetchError(what, where=where, then="update huggingface_hub, or report the change") from error
