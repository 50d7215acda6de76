from __future__ import annotations

from hashlib import sha256

import pytest

from weighbridge.outputs.site import addresses

NAMES = [
    "Foo", "FOO", "foo", "foo_1", "café", "cafe\u0301", "..", ".", "", "a/b", "a\\b", "../../x", ".htaccess",
    "通义千问", "x" * 400, "\0", "\ud800", "\u202efoo", "<script>", "a\nb", "😀", "index.html", "con", "-", "--",
]  # fmt: skip


def test_no_two_names_meet() -> None:
    assert len({addresses.slug(name) for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_called_so_that_another_loses_its_place(name: str) -> None:
    taken = addresses.slug(name)
    assert (addresses.slug(taken) == taken) == (taken == name)


def test_a_name_that_ends_as_a_digest_does_is_marked_too() -> None:
    digest = sha256(b"Foo").hexdigest()[: addresses.DIGITS]
    assert addresses.slug("Foo") == f"foo-{digest}"
    assert addresses.slug(f"foo-{digest}") not in (f"foo-{digest}", "foo")
    assert addresses.slug(digest) != digest, "a name of which nothing else is left"
    assert addresses.slug("qwen3-235b") == "qwen3-235b"


@pytest.mark.parametrize("name", ["con", "aux.v2", "lpt1", "nul"])
def test_no_folder_is_called_as_a_device_of_windows(name: str) -> None:
    assert addresses.slug(name) not in (name, name.partition(".")[0])
    assert addresses.slug("console") == "console"
    assert addresses.slug("com10") == "com10"
