"""Which addresses of the network a reader's link may lead to: those of public machines, whatever the link says."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread

from weighbridge.errors import FetchError

Address = IPv4Address | IPv6Address
# A host's name and a port to its addresses.
Resolve = Callable[[str, int], Sequence[str]]

# The registries of special addresses (RFC 6890 and what came after it), written out: Python's own answer differs from
# version to version.
_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # shared by a provider's customers
            "127.0.0.0/8",
            "168.63.129.16/32",  # answers for the machine's own host in one cloud
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",  # relays into another network
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",  # many at once, or reserved
            "2001::/23",  # tunnels and protocols; addresses of other networks hide in them
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
        ),
    )
)
# All public addresses of version 6 so far.
_PUBLIC_6 = ip_network("2000::/3")
# Networks without version 4 reach it through these; what is asked is the address in the last four bytes.
_THROUGH = ip_network("64:ff9b::/96")
# Decimal, octal, hexadecimal or short: some programs would take these for addresses of version 4.
_LIKE_A_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)", re.IGNORECASE)
_NAME = re.compile(r"[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63}){0,50}", re.IGNORECASE)
_PATIENCE = 10.0
_THEN = "give a page that everyone can read, or save the page and give the file"


def is_public(address: Address) -> bool:
    """Say whether an address belongs to one machine of the public network."""
    if isinstance(address, IPv6Address):
        if address in _THROUGH:
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        if address.scope_id or address not in _PUBLIC_6:
            return False
    return not any(address in network for network in _NOT_PUBLIC if network.version == address.version)


def resolved(host: str, port: int) -> list[str]:
    """Give the addresses of a name, each once; FetchError where it has none or nobody answers within 10 s."""
    found: list[str] = []
    failed: list[OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            failed.append(error)
        else:
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))

    # The system's own patience cannot be set.
    thread = Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(_PATIENCE)
    if not found:
        raise FetchError("the name has no address", where=host, then="check its spelling and the network") from (
            failed[0] if failed else None
        )
    return found


def public_addresses(
    host: str, port: int, *, resolve: Resolve = resolved, allowed: Collection[Address] = ()
) -> list[str]:
    """Give the addresses of `host`; FetchError if even one of them is not public, or `host` is an oddly written one.

    `allowed`: addresses taken although they are not public; a test's own machine is the only use.
    """
    name = host.strip("[]").rstrip(".")
    literal = _literal(name)
    if literal is None and not _NAME.fullmatch(name):
        raise FetchError("is no name of a machine", where=host[:200], then="correct the address")
    if literal is None and _LIKE_A_NUMBER.fullmatch(name.rpartition(".")[2]):
        raise FetchError("writes an address in an unusual way", where=host[:200], then="give the site's name")
    found = [str(literal)] if literal else list(resolve(name, port))
    for address in found:
        parsed = _literal(address)
        if parsed is None or not (parsed in allowed or is_public(parsed)):
            raise FetchError(f"leads to {address}, which is no public address", where=host[:200], then=_THEN)
    return found


def _literal(text: str) -> Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
