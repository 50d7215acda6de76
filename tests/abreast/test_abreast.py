"""Races on every core: the same figures, whatever becomes of the helpers."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

import weighbridge
from tests.weighing.test_keeping import Asked, kept, store
from weighbridge import abreast
from weighbridge.abreast import helpers
from weighbridge.abreast.queue import Queue, Race
from weighbridge.errors import StoreError
from weighbridge.models import asked as of_models
from weighbridge.schema import RATINGS

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["store"]  # a fixture
RACES = [
    *(("arena_rating", by) for by in ("openness", "country", "size_class")),
    *(("relative_adoption", by) for by in ("openness", "country")),
    ("survival", "country"),  # which the starter data have no figures for
]


@pytest.fixture
def asked(store: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A store that counts what it computes itself, with room for one helper."""
    monkeypatch.setattr(abreast, "WORTH_A_HELPER", 1)
    found = Asked(store, monkeypatch)
    found.scale.threads = 2
    return found


def begin(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have helpers run `code` in place of theirs."""
    real = subprocess.Popen

    def begun(_: object, **kwargs: Any) -> subprocess.Popen[str]:  # noqa: ANN401 - passed on
        return real([sys.executable, "-c", code], **kwargs)

    monkeypatch.setattr(subprocess, "Popen", begun)


def test_a_helper_takes_its_part_and_all_are_the_same(asked: Asked, store: Path) -> None:
    told: list[str] = []
    asked.scale.weigh(RACES, told.append)
    assert sorted(told) == sorted(set(told))
    assert len(told) == len(RACES) == len(kept(store))
    own = asked.times
    assert own < len(RACES)
    other = weighbridge.open(store)
    for race in RACES[:-1]:
        assert asked.scale.weighed(*race) == other.measure(*race)
    assert asked.times == own
    asked.scale.weigh(RACES, told.append)
    assert len(told) == len(RACES)  # nothing is left to weigh


@pytest.mark.parametrize(
    "code",
    [
        "",  # it ends at once
        "import sys; [print('all is well', flush=True) for _ in sys.stdin]",
        "import os; os.close(1); import time; time.sleep(60)",
        "import sys; [print(line, end='', flush=True) for line in iter(sys.stdin.readline, '')]",  # it keeps nothing
    ],
)
def test_what_a_helper_does_not_do_is_done_here(asked: Asked, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    begin(monkeypatch, code)
    asked.scale.weigh(RACES)
    for race in RACES[:-1]:
        assert asked.scale.weighed(*race).estimates
    assert asked.times == len(RACES)


def test_without_another_process_all_is_done_here(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    asked.scale.weigh(RACES)
    assert asked.times == len(RACES)


def test_an_error_is_told_and_ends_the_helpers(asked: Asked, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(monkeypatch, "import time; time.sleep(600)")
    path = store / "lake" / RATINGS.name / "all.parquet"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(StoreError, match="damaged"):
        asked.scale.weigh(RACES)


def test_an_error_while_it_is_looked_for_work_leaves_nobody_waiting(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(monkeypatch, "import time; time.sleep(600)")
    before = threading.active_count()
    left = [False, False, True]

    def holds(_: Race) -> bool:
        if not left:
            raise StoreError("is gone", where="lake", then="try again")
        return left.pop()

    monkeypatch.setattr(asked.scale, "holds", holds)
    with pytest.raises(StoreError, match="is gone"):
        asked.scale.weigh(RACES)
    assert threading.active_count() == before


def test_who_finds_nothing_waits_while_more_may_come() -> None:
    queue, race = Queue(), Race("a", "", "country", frozenset())
    taken: list[Race | None] = []
    with queue.filling():
        waiting = threading.Thread(target=lambda: taken.extend([queue.take("one"), queue.take("one")]))
        waiting.start()
        queue.put(race)
    waiting.join(timeout=60)
    assert taken == [race, None]


def test_the_starter_data_need_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "_begun", None)
    weighbridge.open(tmp_path).weigh(RACES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("waiting", "threads", "wanted"), [(82, 1, 0), (82, 2, 1), (82, 99, 7), (5, 2, 0), (12, 8, 2), (0, 8, 0)]
)
def test_a_helper_is_begun_where_it_is_worth_it(waiting: int, threads: int, wanted: int) -> None:
    assert helpers(waiting, threads) == wanted


def test_who_has_read_a_table_takes_what_reads_it() -> None:
    races = [Race(f"{table}{i}", "", "country", frozenset({table, "subjects"})) for table in "abc" for i in range(2)]
    queue = Queue(races)
    one, two = queue.take("one"), queue.take("two")
    assert (one, two) == (races[0], races[2])
    assert (queue.take("two"), queue.take("one")) == (races[3], races[1])
    assert queue.take("one") == races[4]
    queue.put(races[4])
    assert [queue.take("two"), queue.take("two"), queue.take("two")] == [races[5], races[4], None]


def test_what_is_wanted_with_its_runs_is_weighed_with_them(asked: Asked, store: Path) -> None:
    race = ("arena_rating", "country")
    asked.scale.weigh(RACES, comparable={race})
    own = asked.times
    assert asked.scale.comparable(*race).runs
    assert asked.scale.weighed(*race) == weighbridge.open(store).measure(*race)
    assert asked.times == own < len(RACES)


def test_what_rows_of_models_rest_on_is_weighed_beside_the_races(asked: Asked, store: Path) -> None:
    (_, by_maker), *_ = models = [told for told in of_models() if told[0] == "token_price"]
    race = Race("token_price", "Price", "model", frozenset(), choices=by_maker)
    assert race.asked == "token_price model 0 part=blend_3_1 source=models_dev offer_of=maker free=alone"
    asked.scale.weigh(RACES, of_models=models)
    own = asked.times
    other = weighbridge.open(store)
    for name, choices in models:
        assert asked.scale.of_each_model(name, choices) == other.measure(name, "model", choices=choices)
    assert asked.times == own < len(RACES) + len(models)
    told: list[str] = []
    asked.scale.weigh((), told.append, of_models=models)
    assert not told  # nothing is left to weigh
