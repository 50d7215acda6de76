from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building.folders import taken_in
from tests.snapshot_writer import document
from weighbridge.snapshot import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMMAND = (sys.executable, "-c", "from weighbridge.cli import main; main(prog_name='weighbridge')")
# Stops at the named call, says so, and waits to be interrupted there.
STOPPED = """
import sys, time
import {module} as room
from weighbridge.cli import main
def stop(*_, **__):
    print("here", flush=True)
    while True:
        time.sleep(0.05)
setattr(room{inside}, {name!r}, stop)
main(prog_name="weighbridge")
"""


def run(*arguments: str, store: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    settings = plain | {"WEIGHBRIDGE_STORE": str(store)} | (dict(env) if env else {})
    return subprocess.run([*COMMAND, *arguments], env=settings, capture_output=True, timeout=120, check=False)


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color", "COLUMNS": "200"}])
def test_piped_output_has_no_codes(tmp_path: Path, env: dict[str, str]) -> None:
    result = run("measure", "token_share", "--at", "2026-08-19", store=tmp_path, env=env)
    assert result.returncode == 0
    assert b"China" in result.stdout
    assert b"\x1b" not in result.stdout + result.stderr


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}])
def test_a_plain_locale_prints_without_a_crash(tmp_path: Path, env: dict[str, str]) -> None:
    result = run("explain", "qwen", store=tmp_path, env=env)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Qwen" in result.stdout


def test_programs_get_utf_8_in_any_locale(tmp_path: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    question = ("measure", "pull_share", "--by", "family", "--at", "2026-07-31", "--format")
    for form in ("json", "csv"):
        here, there = (run(*question, form, store=tmp_path, env=env) for env in ({}, ascii_only))
        assert (there.returncode, there.stderr) == (0, b"")
        assert here.stdout == there.stdout
        text = there.stdout.decode("utf-8")
        assert not text.isascii()
        assert form != "json" or json.loads(text)


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen([*COMMAND, "explain", "qwen", "--store", str(tmp_path)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert b"Traceback" not in said


def test_failures_go_to_stderr_without_a_traceback(tmp_path: Path) -> None:
    result = run("measure", "tokn_share", store=tmp_path)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr == b"weighbridge: no measure named 'tokn_share'; did you mean token_share.\n"


def test_the_store_named_by_the_environment_is_used(tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "manifest.jsonl").write_text("not json\n")
    result = run("doctor", store=tmp_path)
    assert result.returncode == 4
    assert b"manifest.jsonl" in result.stdout + result.stderr


# A shell starts what runs in the background deaf to Ctrl-C, and its children inherit that.
LISTENING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"


def interrupted(script: str, *arguments: str) -> tuple[int, str]:
    """Run a script that stops somewhere, interrupt it there; give its exit code and what it said."""
    command = [sys.executable, "-c", LISTENING + script, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    return process.returncode, said


def test_interrupting_fetch_leaves_the_store_whole(tmp_path: Path) -> None:
    source = SnapshotStore(tmp_path / "from")
    for number in range(3):
        source.put("example", document("a", number), source.now())
    stopped = STOPPED.format(module="weighbridge.snapshot.store", inside=".SnapshotStore", name="add")
    arguments = ("fetch", "--from", str(source.folder), "--store", str(tmp_path / "store"))
    assert interrupted(stopped, *arguments) == (130, "weighbridge: interrupted; the store is whole.\n")
    SnapshotStore(tmp_path / "store").take_in(source.folder)
    assert SnapshotStore(tmp_path / "store").verify() == []


def test_interrupting_build_leaves_the_store_whole(archive: Path, tmp_path: Path) -> None:
    store = taken_in(archive, tmp_path, "openrouter_models", "huggingface_listing_trending30", first=-2)
    # With the facts merged and no name resolved; then, begun anew, with all tables written and none of it noted.
    for module, name in (("weighbridge.building.resolve", "resolve"), ("weighbridge.building.state", "save")):
        code, said = interrupted(STOPPED.format(module=module, inside="", name=name), "build", "--store", str(store))
        assert (code, said) == (130, "weighbridge: interrupted; the store is whole.\n")
        assert SnapshotStore(store).verify() == []
    result = run("build", store=store)
    assert result.returncode == 0, result.stderr
