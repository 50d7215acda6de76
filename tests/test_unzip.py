from __future__ import annotations

import io
import random
import zipfile

import pytest

from weighbridge.gunzip import TooLargeError
from weighbridge.unzip import unzip

KNOWN = ("a.csv", "b.csv")


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in members:
            # A day of its own: the bytes of a parameter are its name, the same in every worker.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), body, method)
    return out.getvalue()


def test_known_names_come_out_of_any_folder() -> None:
    assert unzip(zipped(("data/a.csv", b"1"), ("b.csv", b"2")), KNOWN, 10) == {"a.csv": b"1", "b.csv": b"2"}


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../../.bashrc", "a.csv/", "a.csv\\..\\x", "C:\\a.csv", "._a.csv", "A.CSV", "a.csv ", "é" * 200],
)
def test_other_names_stay_inside(name: str) -> None:
    assert unzip(zipped((name, b"x"), ("a.csv", b"1")), KNOWN, 10) == {"a.csv": b"1"}


def test_a_path_upward_gives_a_name_and_no_path() -> None:
    assert list(unzip(zipped(("../../../a.csv", b"x")), KNOWN, 10)) == ["a.csv"]


def test_one_name_in_two_folders_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.csv stands in it twice"):
        unzip(zipped(("x/a.csv", b"1"), ("y/a.csv", b"2")), KNOWN, 10)


def test_bomb_is_stopped_at_the_limit() -> None:
    bomb = zipped(("a.csv", bytes(50_000_000)))
    assert len(bomb) < 100_000
    with pytest.raises(TooLargeError):
        unzip(bomb, KNOWN, 1_000_000)


def test_limit_is_that_of_all_members_together() -> None:
    both = zipped(("a.csv", bytes(6)), ("b.csv", bytes(6)))
    assert len(unzip(both, KNOWN, 12)) == 2
    with pytest.raises(TooLargeError):
        unzip(both, KNOWN, 11)


def test_endless_list_of_members_is_refused() -> None:
    with pytest.raises(TooLargeError, match="10,000 files"):
        unzip(zipped(*((f"{n}", b"") for n in range(10_001))), KNOWN, 10)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_packing_is_refused(method: int) -> None:
    with pytest.raises(ValueError, match=r"a\.csv is packed in a way"):
        unzip(zipped(("a.csv", b"1"), method=method), KNOWN, 10)


def test_encrypted_member_is_refused() -> None:
    packed = bytearray(zipped(("a.csv", b"1")))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ValueError, match="packed in a way"):
        unzip(bytes(packed), KNOWN, 10)


@pytest.mark.parametrize("raw", [b"", b"<html></html>", b"PK\x05\x06", zipped(("a.csv", b"1" * 500))[:-30]])
def test_what_is_no_zip_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="not a sound zip"):
        unzip(raw, KNOWN, 1_000)


def test_damage_is_refused_or_harmless() -> None:
    chance = random.Random(20260822)  # noqa: S311 - the same damage in every run
    whole = zipped(("a.csv", b"model,score\n" * 40), ("b.csv", b"1"))
    for _ in range(600):
        raw = bytearray(whole)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        try:
            found = unzip(bytes(raw), KNOWN, 10_000)
        except ValueError:
            continue
        assert set(found) <= set(KNOWN)
        assert found.get("b.csv", b"1") == b"1"
