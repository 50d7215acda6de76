"""The command line where the machine around it fails: a full disk, closed streams, a bug of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from weighbridge import discover
from weighbridge.cli import main

STARTED = "from weighbridge.cli import main; main(prog_name='weighbridge')"


def run(tmp_path: Path, shell: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell that does to its streams what `shell` says."""
    command = ["sh", "-c", f'"$@" {shell}', "sh", sys.executable, "-c", STARTED, *arguments]
    home = {"WEIGHBRIDGE_STORE": str(tmp_path), "PATH": os.environ["PATH"]}
    return subprocess.run(command, env=home, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="NOT TESTED: no /dev/full on this system")
@pytest.mark.parametrize("form", ["table", "json", "csv", "parquet"])
def test_a_full_disk_is_one_sentence(tmp_path: Path, form: str) -> None:
    done = run(tmp_path, "> /dev/full", "measure", "download_share", "--by", "family", "--format", form)
    assert done.returncode == 4
    assert done.stderr.startswith("weighbridge: output: cannot be read or written (No space left on device)")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("shell", "code"), [(">&-", 0), ("2>&-", 0), ("<&-", 0), ("<&- >&- 2>&-", 0)])
def test_closed_streams_are_no_failure(tmp_path: Path, shell: str, code: int) -> None:
    done = run(tmp_path, shell, "measures")
    assert (done.returncode, done.stderr) == (code, "")


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    done = run(tmp_path, "| head -n 1", "issues", "--limit", "1000")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def surprised() -> None:
    raise OverflowError("too large\nfor us")


def test_a_fault_of_ours_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discover, "measures", surprised)
    result = CliRunner().invoke(main, ["measures"])
    assert result.exit_code == 1
    assert result.stderr == (
        "weighbridge: met a fault of its own (OverflowError: too large for us); "
        "report it with what WEIGHBRIDGE_TRACEBACK=1 shows.\n"
    )
    monkeypatch.setenv("WEIGHBRIDGE_TRACEBACK", "1")
    assert isinstance(CliRunner().invoke(main, ["measures"]).exception, OverflowError)


def test_a_file_that_may_not_be_opened_is_named(tmp_path: Path) -> None:
    store = tmp_path / ("long" * 100)
    result = CliRunner().invoke(main, ["board", "--by", "family", "--store", str(store)])
    assert result.exit_code == 4
    assert str(store) in result.stderr.replace("\n", "")
