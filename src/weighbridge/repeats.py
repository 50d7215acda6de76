"""Rows that speak of one thing twice: refused where one thing has one row, told apart where it may have several."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.record import Reading
    from weighbridge.rows import Row

_GAPS = re.compile(r"[\s_-]+")


def refuse_repeats(rows: Sequence[Row], names: tuple[str, ...], reading: Reading) -> None:
    """Raise ParseError if two rows agree in `names`, even where they agree in all else: one of them is a mistake."""
    counted = Counter(tuple(row[name] for name in names) for row in rows)
    key, n = next(iter(counted.most_common(1)), ((), 0))
    if n > 1:
        shown = ", ".join(f"{name} `{str(part)[:80]}`" for name, part in zip(names, key, strict=True))
        raise reading.fail(f"{shown} stands {n} times, expected once")


def refuse_alike(names: Iterable[str], what: str, reading: Reading) -> None:
    """Raise ParseError if two names differ in no more than case, spacing or what cannot be seen."""
    first: dict[str, str] = {}
    for name in names:
        earlier = first.setdefault(_folded(name), name)
        if earlier != name:
            both = f"`{earlier[:80]}` and `{name[:80]}`"
            raise reading.fail(f"{what} {both} differ in case or spacing only, so one of them is a mistake")


def _folded(name: str) -> str:
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    return _GAPS.sub(" ", seen.casefold()).strip()


def runs_apart(rows: Sequence[Row]) -> list[Row]:
    """Keep `run` only where a model has several rows on one benchmark: elsewhere it tells nothing apart."""
    counted = Counter((row["benchmark"], row["model"]) for row in rows)
    return [row if counted[row["benchmark"], row["model"]] > 1 else {**row, "run": ""} for row in rows]
