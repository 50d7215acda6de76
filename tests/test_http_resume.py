from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.line import cut_off, status
from weighbridge.errors import FetchError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.replay import Replay

URL = "https://example.org/large.bin"
BINARY = {"application/octet-stream"}
WHOLE = b"".join(number.to_bytes(4) for number in range(600_000))
HALF = len(WHOLE) // 2


def publish(replay: Replay, body: bytes = WHOLE, *, etag: str = '"a"', packed: bool = False) -> None:
    replay.publish(URL, body, "application/octet-stream", etag=etag, packed=packed)


def ranges(replay: Replay) -> list[str]:
    return [sent.get("Range", "") for sent in replay.headers]


@pytest.mark.parametrize("packed", [False, True])
def test_only_the_rest_is_asked_for(replay: Replay, packed: bool) -> None:  # noqa: FBT001 - a parameter
    publish(replay, packed=packed)
    replay.fail(URL, cut_off(500_000), cut_off(100_000))
    with replay.client() as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert ranges(replay) == ["", "bytes=500000-", "bytes=600000-"]


def test_a_changed_document_is_read_from_its_start(replay: Replay) -> None:
    publish(replay)
    replay.fail(URL, cut_off(HALF))
    with replay.client(sleep=lambda _: publish(replay, b"new", etag='"b"')) as client:
        assert client.get(URL, media_types=BINARY).body == b"new"
    assert replay.headers[1]["If-Range"] == '"a"'


@pytest.mark.parametrize("etag", ["", 'W/"a"'])
def test_equal_bytes_must_be_promised(replay: Replay, etag: str) -> None:
    publish(replay, etag=etag)
    replay.fail(URL, cut_off(HALF))
    with replay.client() as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert ranges(replay) == ["", ""]


def test_a_part_that_no_longer_fits_is_dropped(replay: Replay) -> None:
    publish(replay)
    replay.fail(URL, cut_off(HALF), status(416))
    with replay.client() as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert ranges(replay) == ["", f"bytes={HALF}-", ""]


@pytest.mark.parametrize("stated", ["bytes 0-9/2400000", "bytes */2400000", "", "bytes 1200000-x/*"])
def test_another_part_than_asked_for_is_not_joined(replay: Replay, stated: str) -> None:
    publish(replay)
    replay.fail(URL, cut_off(HALF), status(206, content_range=stated, content_type="application/octet-stream"))
    with replay.client() as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert ranges(replay)[-1] == ""


def test_the_next_run_goes_on(replay: Replay, tmp_path: Path) -> None:
    publish(replay)
    replay.fail(URL, cut_off(HALF), cut_off(0))
    with replay.client(attempts=2, partials=tmp_path) as client, pytest.raises(FetchError):
        client.get(URL, media_types=BINARY)
    assert len(list(tmp_path.iterdir())) == 1
    with replay.client(partials=tmp_path) as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert ranges(replay)[-1] == f"bytes={HALF}-"
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_keeps_what_came(replay: Replay, tmp_path: Path) -> None:
    def interrupt(_url: str, received: int, _total: int | None) -> None:
        if received > HALF:
            raise KeyboardInterrupt

    publish(replay)
    with replay.client(partials=tmp_path, progress=interrupt) as client, pytest.raises(KeyboardInterrupt):
        client.get(URL, media_types=BINARY)
    with replay.client(partials=tmp_path) as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert int(ranges(replay)[1].removeprefix("bytes=").removesuffix("-")) > HALF


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"\xff\xff", b'{"url": "other", "etag": "", "encoding": ""}\nxx'])
def test_a_damaged_part_is_no_part(replay: Replay, tmp_path: Path, damage: bytes) -> None:
    publish(replay)
    replay.fail(URL, cut_off(HALF))
    with replay.client(attempts=1, partials=tmp_path) as client, pytest.raises(FetchError):
        client.get(URL, media_types=BINARY)
    [part] = tmp_path.iterdir()
    part.write_bytes(damage)
    with replay.client(partials=tmp_path) as client:
        assert client.get(URL, media_types=BINARY).body == WHOLE
    assert ranges(replay)[-1] == ""


def test_small_parts_leave_no_files(replay: Replay, tmp_path: Path) -> None:
    publish(replay)
    replay.fail(URL, cut_off(1000))
    with replay.client(attempts=1, partials=tmp_path) as client, pytest.raises(FetchError):
        client.get(URL, media_types=BINARY)
    assert list(tmp_path.iterdir()) == []
