"""An article from an address that a reader gives: over http(s), from public machines, in bounded size and time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from weighbridge.claims.reading.address import Address, Resolve, public_addresses, resolved
from weighbridge.claims.reading.form import MEDIA_TYPES
from weighbridge.http import Client

# A page's pictures do not come with it, so that more than this is no article.
MOST_BYTES = 16_000_000
_SECONDS = 20.0


@dataclass(frozen=True)
class Fetched:
    """What an address answered: as `read` takes it. `name`: the address, without secrets."""

    body: bytes
    media_type: str
    name: str


def fetched(url: str, *, resolve: Resolve = resolved, allowed: Collection[Address] = ()) -> Fetched:
    """Get the article at `url`; every failure is a FetchError that says what to do.

    Each address on the way, also after a redirect, must be public, and what was checked is what is connected to; no
    proxy is asked. `resolve` and `allowed`: as in `public_addresses`.
    """
    addresses = partial(public_addresses, resolve=resolve, allowed=allowed)
    with Client(addresses=addresses, attempts=2, longest_wait=5.0) as client:
        reply = client.get(url, media_types=MEDIA_TYPES.keys(), max_bytes=MOST_BYTES, timeout=_SECONDS)
    return Fetched(reply.body, reply.media_type, reply.url)
