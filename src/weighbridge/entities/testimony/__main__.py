"""`python -m weighbridge.entities.testimony`: keep the files of uses and events in the form that is read fast."""

from __future__ import annotations

from importlib.resources import as_file, files

from weighbridge.entities.testimony import kept
from weighbridge.entities.testimony.held import digest
from weighbridge.entities.testimony.reading import read


def main() -> None:
    """Read the package's own files strictly, and write their kept form beside them."""
    with as_file(files("weighbridge") / "curated") as folder:
        (folder / kept.NAME).write_bytes(kept.to_bytes(read(folder), digest(folder)))


if __name__ == "__main__":
    main()
