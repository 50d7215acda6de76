"""Scores of many scales to parts of what can be reached. A score that does not fit its scale is refused by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from weighbridge.values import number

if TYPE_CHECKING:
    from weighbridge.record import Reading, Record
    from weighbridge.rows import Row

HUNDREDTH = 0.01


def share(record: Record, name: str, top: float, whose: str) -> float | None:
    """Take a score from 0 to `top` as a share; None where it is blank.

    Raises ParseError that names file, field and `whose` score it is where the score lies outside: 45 of 1, say.
    """
    stated = record.take_or_null(name, number)
    if stated is None:
        return None
    if not 0 <= stated <= top:
        raise record.refuse(name, f"is {stated:g} for `{whose[:80]}`, should be from 0 to {top:g}")
    # 66.3 of 100 is 0.663, not the nearest that a division of binary fractions gives.
    return round(stated / top, 12) if top > 1 else stated


def refuse_finer_scale(rows: Sequence[Row], name: str, top: float, reading: Reading) -> None:
    """Raise ParseError if each `performance` said to run to `top` was stated as 0 to 1; count those few that were.

    One such score among many may be true; all of them say that the publisher now writes shares.
    """
    stated = [row["performance"] * top for row in rows if isinstance(row["performance"], float)]
    small = [score for score in stated if score <= 1]
    if top <= 1 or not small:
        return
    if len(small) == len(stated):
        raise reading.fail(f"field `{name}` runs to {max(small):g} only, expected 0 to {top:g}: its scale has changed")
    if above_zero := [score for score in small if score]:
        reading.note("score of at most 1 on a larger scale", f"`{name}` has {above_zero[0]:g}", len(above_zero))


def refuse_one_score(rows: Sequence[Row], name: str, reading: Reading) -> None:
    """Raise ParseError if every `performance` is the same: such a table tells no two models apart."""
    stated = {row["performance"] for row in rows}
    if len(stated) == 1:
        raise reading.fail(f"field `{name}` is {stated.pop()} in every row, so nothing tells models apart")


def point_out_hundredths(rows: Sequence[Row], reading: Reading) -> None:
    """Count each benchmark with no score above a hundredth: nobody may solve it, or it was divided by 100 twice."""
    best: dict[str, float] = {}
    for row in rows:
        name, reached = str(row["benchmark"]), row["performance"]
        if isinstance(reached, float):
            best[name] = max(best.get(name, 0.0), reached)
    for name, reached in best.items():
        if reached <= HUNDREDTH:
            reading.note("benchmark without a score above a hundredth", f"{name}, at most {reached:g}")
