"""A stranger's document is opened in a process of its own, which can be stopped and cannot fill the machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass

from weighbridge.errors import ParseError

SECONDS = 15.0
MEMORY = 1 << 30
# Of characters, which Article's limit bounds again.
_MOST_ANSWERED = 64_000_000


class UnreadableError(ValueError):
    """What a document is instead of one that can be read; `then`: what its reader can do."""

    def __init__(self, what: str, then: str) -> None:
        super().__init__(what)
        self.what, self.then = what, then


@dataclass(frozen=True)
class Taken:
    """The text taken out of a document, and what the document states of itself. Empty: not stated."""

    text: str
    comments: str = ""
    title: str = ""
    author: str = ""
    published_on: str = ""


def taken_apart(module: str, body: bytes, name: str, *, seconds: float = SECONDS, memory: int = MEMORY) -> Taken:
    """Run `module` of this package on `body`; ParseError where it finds no text or needs more than the limits.

    `seconds` bound waiting as well as computing, `memory` (bytes) what the process may hold.
    """
    # -P: nothing in the folder that a reader happens to stand in is run.
    command = [sys.executable, "-P", "-m", f"{__package__}.{module}", str(seconds), str(memory)]
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - ours
    except subprocess.TimeoutExpired as error:
        raise _too_much(name, seconds) from error
    if done.returncode or len(done.stdout) > _MOST_ANSWERED:
        raise _too_much(name, seconds)
    answer = json.loads(done.stdout)
    if "fault" in answer:
        raise ParseError(answer["fault"], where=name, then=answer["then"])
    return Taken(**answer)


def answer_with(extract: Callable[[bytes], Taken]) -> None:
    """Be that process: read standard input, and write what `extract` takes out of it to standard output."""
    _limit(float(sys.argv[1]), int(sys.argv[2]))
    answer: dict[str, str]
    try:
        answer = asdict(extract(sys.stdin.buffer.read()))
    except UnreadableError as fault:
        answer = {"fault": fault.what, "then": fault.then}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit(seconds: float, memory: int) -> None:
    # Where a platform has no such limits, the caller's patience is the only one.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))


def _too_much(name: str, seconds: float) -> ParseError:
    what = f"could not be opened within {seconds:g} s and the memory allowed"
    return ParseError(what, where=name, then="save its text as a plain text file and try again")
