"""Vega, Vega-Lite and Vega-Embed as one script: pages run it for charts that answer, and `charts.vega` draws with it.

vl-convert holds them and takes seconds to bundle them; the bundle is kept for the machine's user, and made again where
what is kept is not whole.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING

from weighbridge.charts.frame import VEGA_LITE

if TYPE_CHECKING:
    from pathlib import Path

# Vega-Embed names the other two as it was made with them; the names that vl-convert gives them hold nothing. Its
# interpreter of expressions is inside: the strict policy of a page lets no text become code.
SNIPPET = """
import * as made from "https://cdn.jsdelivr.net/npm/vega-embed@{embed}/+esm";
Object.assign(window, {{ vega: made.vega, vegaLite: made.vegaLite, vegaEmbed: made.default }});
"""
_BUNDLING = threading.Lock()
MOST_SECONDS = 60


def name() -> str:
    """Name the script: the same versions give the same bytes."""
    made_of = f"{version('vl-convert-python')} {VEGA_LITE} {SNIPPET}"
    return f"vega.{sha256(made_of.encode()).hexdigest()[:10]}.js"


def begin() -> None:
    """Have the script bundled beside whatever is done, where it is not kept; whoever asks for it meanwhile waits.

    A process does it: to bundle takes the interpreter for seconds, from every thread.
    """
    if not _is_kept():
        threading.Thread(target=_beside, daemon=True).start()


def _is_kept() -> bool:
    try:
        return _kept().is_file()
    except (OSError, RuntimeError):  # a folder that may not be looked into, or no home at all
        return False


def _beside() -> None:
    # -P: nothing in the folder that a reader happens to stand in is run.
    command = [sys.executable, "-P", "-m", "weighbridge.charts.script"]
    with _BUNDLING, suppress(OSError, subprocess.SubprocessError):  # what it did not do is done by whoever asks
        subprocess.run(command, check=False, timeout=MOST_SECONDS, capture_output=True)  # noqa: S603 - ours


def script() -> str:
    """Give the script, as it is kept or bundled now; a second thread waits for the first."""
    with _BUNDLING:
        return _script()


@cache
def _script() -> str:
    with suppress(OSError, ValueError, RuntimeError):  # where there is no home, nothing is kept
        digest, _, held = _kept().read_text("utf-8").partition("\n")
        if digest == _digest(held):
            return held
    made = _bundled()
    with suppress(OSError, RuntimeError):  # it is made again by whoever asks next
        _keep(f"{_digest(made)}\n{made}", _kept())
    return made


def _kept() -> Path:
    return _folder() / name()


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("weighbridge", appauthor=False)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _keep(text: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_text(text, "utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _bundled() -> str:
    import vl_convert

    snippet = SNIPPET.format(embed=vl_convert.get_vega_embed_version())
    made: str = vl_convert.javascript_bundle(snippet, vl_version=VEGA_LITE)
    return made


if __name__ == "__main__":
    script()
