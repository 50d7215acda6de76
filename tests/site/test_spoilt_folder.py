"""A folder that strangers had hands on: notes and links in it cost time, and reach nothing outside of it."""

from __future__ import annotations

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.field import book
from weighbridge import publishing
from weighbridge.outputs import beneath, noted, put, site
from weighbridge.outputs.site import memory, plan_memory
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from collections.abc import Callable

ELSEWHERE = '<svg xmlns="http://www.w3.org/2000/svg"><text>of another folder</text></svg>'
SPOILT = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"NaN",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"9" * 5_000,
    b'{"a": "\\ud800"}',
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    site.write(book(), folder)
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A site as it was written; `elsewhere.svg` stands beside it."""
    (tmp_path / "elsewhere.svg").write_text(ELSEWHERE)
    return Path(shutil.copytree(sound, tmp_path / "site"))


def pages(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("index.html")}


@pytest.mark.parametrize("body", SPOILT)
def test_a_spoilt_note_holds_nothing(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(body)
    assert noted(tmp_path / "note") == {}


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_a_note_that_is_no_file_is_not_waited_for(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "note")
    assert noted(tmp_path / "note") == {}


def test_a_note_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "note").write_text('{"a": 1}')
    assert noted(tmp_path / "note") == {"a": 1}
    assert noted(tmp_path / "note", most=3) == {}


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "en/../../x", ".."])
def test_a_note_names_nothing_outside_its_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leads out"):
        beneath(tmp_path, name)


@pytest.mark.parametrize("body", SPOILT)
def test_a_publication_with_a_spoilt_note_does_not_stand(body: bytes, tmp_path: Path) -> None:
    (tmp_path / publishing.NOTE).write_bytes(body)
    assert publishing.stands(tmp_path, "abc") == []


@pytest.mark.parametrize("name", ["../elsewhere.svg", "{}/elsewhere.svg"])
def test_files_elsewhere_are_none_of_a_publication(name: str, folder: Path) -> None:
    held = {name.format(folder.parent): [sha256(ELSEWHERE.encode()).hexdigest(), len(ELSEWHERE), 0]}
    (folder / publishing.NOTE).write_text(json.dumps({"made_from": "abc", "files": held}))
    assert publishing.stands(folder, "abc") == []


def test_a_pipe_in_a_publication_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / publishing.NOTE).write_text(json.dumps({"made_from": "abc", "files": {"pipe": ["", 0, 0]}}))
    assert publishing.stands(folder, "abc") == []


@pytest.mark.parametrize("name", ["../elsewhere.svg", "{}/elsewhere.svg"])
def test_files_elsewhere_are_no_page(name: str, folder: Path) -> None:
    held, found = json.loads((folder / memory.NOTE).read_bytes()), (folder.parent / "elsewhere.svg").stat()
    for page in held.values():
        page["files"] = {name.format(folder.parent): [found.st_size, found.st_mtime_ns]}
    (folder / memory.NOTE).write_text(json.dumps(held))
    written = site.write(book(), folder)
    assert all(path.resolve().is_relative_to(folder.resolve()) for path in written)


@pytest.mark.parametrize("name", ["../../elsewhere.svg", "{}/elsewhere.svg", ".", "x" * 5_000])
def test_files_elsewhere_are_no_picture(name: str, folder: Path) -> None:
    before, held = pages(folder), json.loads((folder / plan_memory.NOTE).read_bytes())
    for race in held.values():
        race[0][0] = race[0][1] = name.format(folder.parent)
    (folder / plan_memory.NOTE).write_text(json.dumps(held))
    (folder / memory.NOTE).unlink()
    site.write(book(), folder)
    assert pages(folder) == before


def test_a_picture_that_is_a_link_is_drawn_again(folder: Path) -> None:
    before = pages(folder)
    for path in (folder / ".drawings").glob("*.svg"):
        path.unlink()
        path.symlink_to(folder.parent / "elsewhere.svg")
    (folder / memory.NOTE).unlink()
    site.write(book(), folder)
    assert pages(folder) == before
    assert (folder.parent / "elsewhere.svg").read_text() == ELSEWHERE


def test_a_folder_of_pictures_that_is_a_link_costs_no_file_where_it_leads(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    (other / "mine.svg").write_text(ELSEWHERE)
    shutil.rmtree(folder / ".drawings")
    (folder / ".drawings").symlink_to(other)
    site.write(book(), folder)
    assert (other / "mine.svg").read_text() == ELSEWHERE


# What writes a page, and under which name it does so first: of the second that holds the number of the process.
WRITERS = [(put, ".page.new"), (place, f".page.{os.getpid()}.new")]


@pytest.mark.parametrize(("write", "beside"), WRITERS, ids=["put", "place"])
def test_a_link_in_the_place_of_a_temporary_file_is_not_followed(
    write: Callable[[bytes, Path], Path], beside: str, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").write_text(ELSEWHERE)
    (tmp_path / beside).symlink_to("elsewhere")
    write(b"page", tmp_path / "page")
    assert (tmp_path / "elsewhere").read_text() == ELSEWHERE
    assert not (tmp_path / "page").is_symlink()
    assert (tmp_path / "page").read_bytes() == b"page"


@pytest.mark.parametrize(("write", "beside"), WRITERS, ids=["put", "place"])
def test_a_pipe_in_the_place_of_a_temporary_file_is_not_waited_for(
    write: Callable[[bytes, Path], Path], beside: str, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / beside)
    write(b"page", tmp_path / "page")
    assert (tmp_path / "page").read_bytes() == b"page"
