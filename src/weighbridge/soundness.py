"""Is a Parquet file whole? A disk that filled up, a power cut or a careless copy can leave less than was written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_MARK = b"PAR1"
# A footer's length and the mark stand last.
_TAIL = 8


def is_whole(path: Path) -> bool:
    """Say whether the file at `path` begins and ends as Parquet does, its footer inside it. Pages are not read."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size < len(_MARK) + _TAIL:
                return False
            file.seek(size - _TAIL)
            tail = file.read(_TAIL)
            file.seek(0)
            head = file.read(len(_MARK))
    except OSError:
        return False
    footer = int.from_bytes(tail[: -len(_MARK)], "little")
    return head == _MARK and tail.endswith(_MARK) and footer <= size - len(_MARK) - _TAIL


def first_damaged(paths: Iterable[Path]) -> Path | None:
    """Give the first of `paths` that is missing or not whole."""
    return next((path for path in paths if not is_whole(path)), None)


def fault_within(path: Path) -> str:
    """Read every page of the file at `path`, checksums compared where it has them; say what is wrong, if anything."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            for group in range(file.num_row_groups):
                file.read_row_group(group)
    except (OSError, pa.ArrowException) as error:
        return " ".join(str(error).split())[:200]
    return ""
