"""Pages filled by several processes: all stand whatever becomes of a process, and what cannot be written is said."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.site.field import book
from weighbridge.errors import StoreError
from weighbridge.outputs import site
from weighbridge.outputs.site import filling
from weighbridge.outputs.site.filling import Files, fill
from weighbridge.outputs.site.hands import Hands
from weighbridge.outputs.site.page import Page

PAGES = 60
pytestmark = pytest.mark.skipif(not filling.SPLITS, reason="no process is split off on this system")


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def page(number: int) -> Page:
    says: Callable[[object], str] = str
    return Page(str(number), "a", title=says, says=says, view=lambda _: {}, made_of="", record=dict)


def put(folder: Path, befalls: Callable[[int], None], one: Page, hands: Hands, then: Callable[[Files], None]) -> None:
    """Write the name of the page and of the process that came to it, after what befalls the process."""
    befalls(int(one.path))
    path = folder / one.path
    hands.put({path: f"{one.path} {os.getpid()}".encode()}, partial(then, [[path]]))


def filled(folder: Path, befalls: Callable[[int], None] = lambda _: None, processes: int = 3) -> set[int]:
    """Fill pages; give the processes that did."""
    told: dict[str, Any] = {}
    with Hands() as hands:
        fill([page(i) for i in range(PAGES)], partial(put, folder, befalls), hands,
             lambda one, files: told.update({one.path: files}), processes)
    assert told == {str(i): [[folder / str(i)]] for i in range(PAGES)}
    read = [(folder / str(i)).read_text().split() for i in range(PAGES)]
    assert [name for name, _ in read] == [str(i) for i in range(PAGES)]
    return {int(process) for _, process in read}


def elsewhere(what: Callable[[], None]) -> Callable[[int], None]:
    """Do `what` in every process but this one, which takes its time so that the others come to pages."""
    here = os.getpid()
    return lambda _: what() if os.getpid() != here else time.sleep(0.005)


def test_every_process_fills_pages(tmp_path: Path) -> None:
    assert len(filled(tmp_path, lambda _: time.sleep(0.01))) == 3


def test_one_process_fills_all(tmp_path: Path) -> None:
    assert filled(tmp_path, processes=1) == {os.getpid()}


def test_no_pages_are_filled_at_once(tmp_path: Path) -> None:
    with Hands() as hands:
        fill([], partial(put, tmp_path, print), hands, print, 2)
    assert not list(tmp_path.iterdir())


def test_a_process_that_ends_costs_no_page(tmp_path: Path) -> None:
    assert filled(tmp_path, elsewhere(partial(os._exit, 9))) == {os.getpid()}


def test_a_process_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "PATIENCE", 0.2)
    assert filled(tmp_path, elsewhere(partial(time.sleep, 600))) == {os.getpid()}


def test_a_process_that_fails_leaves_its_pages_to_this_one(tmp_path: Path) -> None:
    def fails() -> None:
        raise MemoryError

    assert filled(tmp_path, elsewhere(fails)) == {os.getpid()}


def test_where_no_process_more_is_to_be_had_one_fills_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert filled(tmp_path) == {os.getpid()}


def test_a_process_that_may_have_none_of_its_own_fills_all(tmp_path: Path) -> None:
    def publishes() -> None:
        site.write(book(), tmp_path)

    one = multiprocessing.get_context("fork").Process(target=publishes, daemon=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "WORTH", 2)
        one.start()
    one.join(60)
    assert one.exitcode == 0
    assert (tmp_path / "en" / "index.html").is_file()


@pytest.mark.parametrize("number", [0, PAGES // 2, PAGES - 1])
def test_what_cannot_be_written_is_said_whoever_met_it(tmp_path: Path, number: int) -> None:
    (tmp_path / str(number)).mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        filled(tmp_path, lambda _: time.sleep(0.002))


def test_an_error_here_ends_the_others(tmp_path: Path) -> None:
    def fails(number: int) -> None:
        if number == 0:
            raise KeyError("a page")
        time.sleep(0.05)

    with pytest.raises(KeyError, match="a page"):
        filled(tmp_path, fails)


def test_a_site_is_the_same_whoever_fills_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bodies(folder: Path) -> dict[str, bytes]:
        site.write(book(), folder)
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
                if path.is_file() and path.name != ".site.json"}

    monkeypatch.setattr(filling, "SPLITS", 0)
    alone = bodies(tmp_path / "alone")
    monkeypatch.setattr(filling, "SPLITS", 1)
    monkeypatch.setattr(filling, "WORTH", 2)
    assert bodies(tmp_path / "together") == alone


@pytest.mark.parametrize(
    ("pages", "threads", "wanted"), [(4_000, 1, 0), (4_000, 3, 2), (4_000, 99, 7), (99, 8, 1), (9, 8, 0)]
)
def test_no_more_work_on_pages_than_may(pages: int, threads: int, wanted: int) -> None:
    assert filling._wanted(pages, threads) == wanted
