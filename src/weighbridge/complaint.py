"""What went wrong, in one sentence on stderr, and the exit code that tells what kind it was."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from weighbridge.errors import StoreError, WeighbridgeError

# Set in the environment: what went wrong is shown with the way that led there.
TRACEBACK = "WEIGHBRIDGE_TRACEBACK"


def mend_streams() -> None:
    """Let a terminal that lacks a letter show a question mark, and one that is closed nothing, instead of failing."""
    for name in ("stdout", "stderr"):
        # A process that is started with a closed output has none.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open as long as the process
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(ctx: click.Context, error: Exception) -> NoReturn:
    """Say what happened, where, and what to do; leave with the code of its kind."""
    from weighbridge.terminal import inert

    if os.environ.get(TRACEBACK):
        raise error
    known = error if isinstance(error, WeighbridgeError) else _unforeseen(error)
    click.echo(f"weighbridge: {inert(' '.join(str(known).split()))}", err=True)
    ctx.exit(known.exit_code)


def _unforeseen(error: Exception) -> WeighbridgeError:
    """Turn what no room has turned into an error of ours: a full disk is the reader's to mend, a bug is ours."""
    if isinstance(error, OSError) and error.strerror:
        _forget_output()
        where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "output"
        then = "free some space, check the rights, or choose another place"
        return StoreError(f"cannot be read or written ({error.strerror})", where=where, then=then)
    if isinstance(error, MemoryError):
        return StoreError("needs more memory than there is", then="free some and try again")
    then = f"report it with what {TRACEBACK}=1 shows"
    return WeighbridgeError(f"met a fault of its own ({type(error).__name__}: {str(error)[:200]})", then=then)


def _forget_output() -> None:
    """Let nothing that could not be written be tried again when the process ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
