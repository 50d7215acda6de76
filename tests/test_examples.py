from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_on_the_data_that_come_with_the_package(example: Path, tmp_path: Path) -> None:
    surroundings = {**os.environ, "WEIGHBRIDGE_STORE": str(tmp_path)}
    run = subprocess.run([sys.executable, example], capture_output=True, text=True, env=surroundings, check=False)
    assert run.returncode == 0, run.stderr
    assert "2026-08-2" in run.stdout
