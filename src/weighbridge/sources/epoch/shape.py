"""How one file of Epoch AI is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.record import Reading, Record
    from weighbridge.rows import Row


@dataclass(frozen=True)
class Shape:
    """A reader of records, given what each row shares (source, day, instant), and the fewest rows of the file."""

    read: Callable[[Sequence[Record], Row, Reading], dict[str, pa.Table]]
    fewest: int
