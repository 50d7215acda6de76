"""Connections to addresses that were looked at first: a name is resolved once, and what was checked is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import httpx2 as httpx

# Host and port to the addresses that may be connected to, best first. It raises FetchError where there are none.
Addresses = Callable[[str, int], Sequence[str]]


class Pinned(httpx.BaseTransport):
    """Asks only the addresses that `addresses` gives for a host. No proxy is used: it would resolve names again."""

    def __init__(self, addresses: Addresses, limits: httpx.Limits) -> None:
        self._addresses = addresses
        self._lines = httpx.HTTPTransport(limits=limits)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask the first address that takes the connection."""
        host = request.url.raw_host.decode("ascii")
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        refused: httpx.TransportError | None = None
        for address in self._addresses(host, port):
            try:
                return self._lines.handle_request(_to(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                refused = refused or error
        raise refused or httpx.ConnectError("no address", request=request)

    def close(self) -> None:
        """Close the connections."""
        self._lines.close()


def _to(request: httpx.Request, host: str, address: str) -> httpx.Request:
    """Send `request` to `address`; its header and its certificate still speak of `host`."""
    extensions = {**request.extensions, "sni_hostname": host}
    url = request.url.copy_with(host=address)
    return httpx.Request(request.method, url, headers=request.headers, stream=request.stream, extensions=extensions)
