"""`python -m weighbridge.starter [ARCHIVE]`: rebuild the starter data from an archive of snapshots."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import weighbridge
from weighbridge.engine import Engine
from weighbridge.errors import UsageError, WeighbridgeError
from weighbridge.keeping import STARTER
from weighbridge.lake import Lake
from weighbridge.starter import data
from weighbridge.starter.making import make, small
from weighbridge.starter.weighings import put


def rebuild(archive: Path, folder: Path) -> list[Path]:
    """Write the starter data made from `archive` into `folder`: its tables, and every race of them weighed."""
    written = tables(archive, folder)
    return small([*written, *put(Lake(folder, Engine(), name=STARTER))], folder)


def tables(archive: Path, folder: Path) -> list[Path]:
    """Take in `archive`, build a lake of its own from it, and write the tables of the starter data into `folder`."""
    if not (archive / "manifest.jsonl").is_file():
        raise UsageError(
            f"no manifest.jsonl in {archive}", then="name the archive's folder, or set WEIGHBRIDGE_ARCHIVE"
        )
    with tempfile.TemporaryDirectory() as store:
        scale = weighbridge.open(store)
        scale.take_in(archive)
        scale.build().complain()
        return make(scale.lake, folder)


def main() -> None:
    """Rebuild, and say what was written."""
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("WEIGHBRIDGE_ARCHIVE", "../shared/archive")
    try:
        written = rebuild(Path(named), data())
    except WeighbridgeError as error:
        sys.exit(f"weighbridge: {error}")
    for path in written:
        print(f"{path.stat().st_size:>9,} {path.relative_to(data())}")  # noqa: T201 - a program's result
    print(f"{sum(path.stat().st_size for path in written):>9,} in all")  # noqa: T201 - as above


if __name__ == "__main__":
    main()
