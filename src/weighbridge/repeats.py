"""Rows that speak of one thing twice: refused where one thing has one row, told apart where it may have several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.record import Reading
    from weighbridge.rows import Row


def refuse_repeats(rows: Sequence[Row], names: tuple[str, ...], reading: Reading) -> None:
    """Raise ParseError if two rows agree in `names`, even where they agree in all else: one of them is a mistake."""
    counted = Counter(tuple(row[name] for name in names) for row in rows)
    key, n = next(iter(counted.most_common(1)), ((), 0))
    if n > 1:
        shown = ", ".join(f"{name} `{str(part)[:80]}`" for name, part in zip(names, key, strict=True))
        raise reading.fail(f"{shown} stands {n} times, expected once")


def runs_apart(rows: Sequence[Row]) -> list[Row]:
    """Keep `run` only where a model has several rows on one benchmark: elsewhere it tells nothing apart."""
    counted = Counter((row["benchmark"], row["model"]) for row in rows)
    return [row if counted[row["benchmark"], row["model"]] > 1 else {**row, "run": ""} for row in rows]
