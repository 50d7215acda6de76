"""Races weighed on every core. A helper keeps what it weighs, and this process takes it from where it is kept.

Helpers are told the names of races through a pipe and say when each is done. Whatever ends one, what it was at is left
to this process: that costs time, never a figure.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from weighbridge import discover
from weighbridge.abreast.queue import Queue, Race
from weighbridge.cores import cores
from weighbridge.errors import NoDataError

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge

Says = Callable[[Race], None]
# A helper takes a second to begin, and memory of its own.
WORTH_A_HELPER, MOST_HELPERS = 6, 7


def weigh(scale: Weighbridge, races: Sequence[Race], says: Says) -> None:
    """Have all `races` weighed that are not yet, on as many cores as the scale may use; errors as `weighed`.

    `says` is told of each race as it is begun, by one thread at a time. What there are no figures for is passed over.
    """
    if scale.lake.name != "store":
        return  # the starter data come weighed, and nothing of theirs could be handed over
    queue = Queue()
    with scale.lake.engine.remembering():
        with ExitStack() as running:
            with queue.filling():
                _fill(scale, queue, races, lambda: running.enter_context(_helping(scale, queue, says, len(races))))
            _weigh(scale, queue, says)
        # What a helper died of in the end came back to the queue.
        _weigh(scale, queue, says)


def _fill(scale: Weighbridge, queue: Queue, races: Sequence[Race], begin: Callable[[], None]) -> None:
    """Put what is not held into the queue, and `begin` a helper as soon as so much is worth one: it waits for more."""
    lacking = begun = 0
    for race in races:
        if not scale.holds(race):
            queue.put(race)
            lacking += 1
            if helpers(lacking, scale.threads) > begun:
                begin()
                begun += 1


def waiting(
    races: Iterable[tuple[str, str]],
    comparable: Collection[tuple[str, str]],
    of_models: Iterable[tuple[str, Mapping[str, str]]],
) -> list[Race]:
    """Give measures by groupings and those by model as races that wait, those of `comparable` first: they take longest.

    Of those by model every choice is pinned.
    """
    measures = {name: module.MEASURE for name, module in discover.measures().items()}
    asked: list[tuple[str, str, Mapping[str, str]]] = [(name, by, {}) for name, by in races]
    asked += [(name, "model", choices) for name, choices in of_models]
    found = [
        Race(name, measures[name].title, by, frozenset(measures[name].reads), (name, by) in comparable, choices)
        for name, by, choices in asked
    ]
    return sorted(found, key=lambda race: not race.comparable)


def helpers(waiting: int, threads: int | None) -> int:
    """Say how many helpers so many races are worth, where so many `threads` (None: each core one) may work."""
    return max(min(cores(threads) - 1, MOST_HELPERS, waiting // WORTH_A_HELPER), 0)


def _weigh(scale: Weighbridge, queue: Queue, says: Says) -> None:
    while (race := queue.take("here", says)) is not None:
        with suppress(NoDataError):
            weigh_one(scale, race.name, race.by, race.choices, comparable=race.comparable)


def weigh_one(scale: Weighbridge, name: str, by: str, choices: Mapping[str, str], *, comparable: bool) -> None:
    """Weigh a race, with its runs where it is to be `comparable`, or by model under `choices`; errors as there."""
    if choices:
        scale.of_each_model(name, choices)
    elif comparable:
        scale.comparable(name, by)
    else:
        scale.weighed(name, by)


@contextmanager
def _helping(scale: Weighbridge, queue: Queue, says: Says, most: int) -> Iterator[None]:
    """Have a helper take races from the queue until none is left; it ends with the block.

    It has its part of the cores for as many helpers as `most` races are worth.
    """
    try:
        begun = _begun(scale, cores(scale.threads) // (helpers(most, scale.threads) + 1))
    except OSError:  # no process more is to be had
        yield
        return
    with begun as helper:
        told = threading.Thread(target=_tell, args=(helper, queue, says), daemon=True)
        told.start()
        try:
            yield
        except BaseException:
            helper.kill()
            raise
        finally:
            told.join()


def _begun(scale: Weighbridge, threads: int) -> subprocess.Popen[str]:
    # Nothing of the caller's program is run again, as `multiprocessing` would.
    command = [sys.executable, "-m", "weighbridge.abreast", str(scale.root.absolute()), str(threads)]
    return subprocess.Popen(  # noqa: S603 - this interpreter and our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )


def _tell(helper: subprocess.Popen[str], queue: Queue, says: Says) -> None:
    """Name races to a helper as long as it answers; what it does not answer for goes back."""
    assert helper.stdin is not None  # noqa: S101 - it was begun with pipes
    assert helper.stdout is not None  # noqa: S101 - as above
    while helper.returncode is None and (race := queue.take(str(helper.pid), says)) is not None:
        asked, answer = "", "none"
        with suppress(OSError, ValueError):
            asked = f"{race.asked}\n"
            helper.stdin.write(asked)
            helper.stdin.flush()
            answer = helper.stdout.readline()
        if answer != asked:
            queue.put(race)
            helper.kill()
            helper.wait()
    with suppress(OSError):
        helper.stdin.close()
