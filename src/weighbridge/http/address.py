"""Addresses that may be asked, and how they may be shown."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from weighbridge.errors import FetchError

# Signed links of content networks carry their secret in the query; so do careless API addresses.
_SECRET = re.compile(
    r"((?:^|&)[^=&]*(?:key|token|secret|sig|passw|auth|credential|policy|jwt|session)[^=&]*=)[^&]*", re.IGNORECASE
)
_LONGEST = 4_000


def shown(url: str) -> str:
    """Give `url` without user, password, fragment and the values of query fields that are named like secrets."""
    parts = _split(url)
    if parts is None:
        return "an address that cannot be read"
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, _SECRET.sub(r"\1...", parts.query), ""))


def checked(url: str) -> SplitResult:
    """Split `url`; FetchError unless it is a plain http(s) address with a host and without a password."""
    parts = _split(url)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise FetchError("not an http(s) address", where=shown(url)[:200], then="correct the address")
    if "@" in parts.netloc:
        raise FetchError("the address carries a user or password", where=shown(url), then="send keys as bearer")
    if len(url) > _LONGEST:
        raise FetchError("the address is too long", where=shown(url)[:200], then="correct the address")
    return parts


def origin(url: str) -> tuple[str, str, int]:
    """Give scheme, host and port: what a key belongs to."""
    parts = checked(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or (443 if parts.scheme == "https" else 80)


def redirected(url: str, location: str) -> str:
    """Give where `location` leads from `url`; FetchError where it leaves encryption or http(s)."""
    try:
        target = urljoin(url, location)
    except ValueError as error:
        then = "see where the publisher has moved it to"
        raise FetchError("redirects to what is no address", where=shown(url), then=then) from error
    if checked(url).scheme == "https" and checked(target).scheme != "https":
        raise FetchError(
            f"redirects from https to {shown(target)[:200]}",
            where=shown(url),
            then="the address has moved or is being tampered with: look for its new https address",
        )
    return target


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        usable = parts.port != 0
    except ValueError:
        return None
    return parts if usable else None
