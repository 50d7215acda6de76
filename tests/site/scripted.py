"""Scripts of the site run by Node, where it is installed: their parts together, and one expression on given data."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.conftest import missing
from weighbridge.outputs import site

LOOK = Path(site.__file__).parent / "look"


def node() -> str:
    return shutil.which("node") or missing("no Node found", "install it (Debian: apt-get install nodejs)")


def run(parts: list[str], expression: str, given: object = None) -> Any:  # noqa: ANN401 - whatever the expression gives
    """Give what an expression over `given` comes to beside the parts, as JSON carries it."""
    held = "\n".join((LOOK / f"{part}.js").read_text("utf-8") for part in parts)
    code = f"{held}\nconst given = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
    said = subprocess.run(
        [node(), "--input-type=commonjs", "-e", f"{code}process.stdout.write(JSON.stringify({expression}));"],
        input=json.dumps(given), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return json.loads(said.stdout)
