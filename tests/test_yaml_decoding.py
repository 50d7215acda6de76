from __future__ import annotations

import datetime as dt

import pytest

from weighbridge.errors import ParseError
from weighbridge.record import Reading
from weighbridge.sources import Issues
from weighbridge.yaml_decoding import MOST_BYTES, yaml_document


def read(raw: bytes) -> object:
    return yaml_document(raw, Reading("a.yml", Issues()))


def test_plain_values() -> None:
    assert read(b"- {a: 1, b: 2.5}\n- on: 2025-10-03\n") == [{"a": 1, "b": 2.5}, {True: dt.date(2025, 10, 3)}]


def bomb() -> bytes:
    """Nine levels of ten references each: a billion values in a few hundred bytes."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(["a0: &a0 [x]", *levels, ""]).encode()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (bomb(), r"refers to another part of itself \(\*a0\)"),
        (b"a: !!python/object/apply:os.system [ls]\n", "type of its own"),
        (b"a: !!timestamp soon\n", "type of its own"),
        (b"- a: 1\n  b: 2\n  a: 3\n", "field `a` stands twice"),
        (b"[" * 100_000 + b"\n", "deeper than 20 levels"),
        (b"- " * 100_000 + b"1\n", "deeper than 20 levels"),
        (b"a: 2025-02-30\n", "day is out of range"),
        (b"a: " + b"9" * 10_000 + b"\n", "Exceeds the limit"),
        (b"a: 1:" + b":".join([b"59"] * 400) + b".5\n", "too large"),
        (b"a: 1" + b":59" * 1_000_000 + b"\n", "more than 20,000 characters"),
        (b"a: {<<: {b: 1}, b: 2}\n", "merges one object into another"),
        (b"? [1, 2]\n: 3\n", "unhashable"),
        (b"a: 1\n---\nb: 2\n", "single document"),
        (b"a: 'never ends\n", "not usable YAML"),
        (b"a: \x01\n", "control characters"),
        (b"\xff\xfe\n", "not UTF-8 at byte 0"),
        (b"a: 1", "cut off"),
        (b" " * MOST_BYTES + b"\n", "at most 5,000,000 are read"),
    ],
)
def test_hazards_are_refused(raw: bytes, says: str) -> None:
    with pytest.raises(ParseError, match=says) as caught:
        read(raw)
    assert caught.value.where == "a.yml"
