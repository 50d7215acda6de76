from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weighbridge.gunzip import TooLargeError, gunzip

PACKED = gzip.compress(b"weigh" * 1000, mtime=0)
UNHURRIED = settings(deadline=None)


@UNHURRIED
@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4))
def test_members_follow_one_another(bodies: list[bytes]) -> None:
    assert gunzip(b"".join(map(gzip.compress, bodies)), 2000) == b"".join(bodies)


@pytest.mark.parametrize("limit", [0, 1, 4999])
def test_a_byte_too_many_is_too_many(limit: int) -> None:
    assert len(gunzip(PACKED, 5000)) == 5000
    with pytest.raises(TooLargeError):
        gunzip(PACKED, limit)


def test_a_bomb_stops_at_the_limit() -> None:
    with pytest.raises(TooLargeError):
        gunzip(gzip.compress(bytes(100_000_000)), 1000)
    with pytest.raises(TooLargeError):
        gunzip(gzip.compress(bytes(1000)) * 100, 50_000)


def test_endless_members_are_refused() -> None:
    empty = gzip.compress(b"", mtime=0)
    assert gunzip(empty * 1000, 10) == b""
    with pytest.raises(TooLargeError, match="more than 1,000 parts"):
        gunzip(empty * 1001, 10)


@pytest.mark.parametrize("end", range(len(PACKED)))
def test_every_cut_is_noticed(end: int) -> None:
    with pytest.raises(ValueError, match="gzip"):
        gunzip(PACKED[:end], 5000)


@pytest.mark.parametrize("tail", [b"\0", b"more", PACKED[:10]])
def test_a_tail_is_noticed(tail: bytes) -> None:
    with pytest.raises(ValueError, match="gzip"):
        gunzip(PACKED + tail, 10_000)


@UNHURRIED
@given(st.binary(max_size=200))
def test_no_bytes_crash_it(data: bytes) -> None:
    with pytest.raises(ValueError, match="gzip"):
        gunzip(data, 10_000)
