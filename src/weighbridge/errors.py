"""Every error a reader can meet: what happened, where, and what to do next."""

from __future__ import annotations

from typing import ClassVar


class WeighbridgeError(Exception):
    """A failure that a reader can act on. `str()` is one sentence; `exit_code` is what the command line returns."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        self.what, self.where, self.then = what, where, then
        super().__init__(what, where, then)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.then}" if self.then else ""
        return f"{place}{self.what}{advice}."


class UsageError(WeighbridgeError):
    """The caller asked for something that does not exist or does not fit."""

    exit_code = 2


class FetchError(WeighbridgeError):
    """A publisher could not be read: refused, too slow, too large, cut off, or not what it should be."""

    exit_code = 3


class StoreError(WeighbridgeError):
    """The snapshot store or the lake is damaged, locked or unwritable."""

    exit_code = 4


class ParseError(WeighbridgeError):
    """A snapshot's bytes are not what their source documents: names the file and the field."""

    exit_code = 5


class TableError(WeighbridgeError):
    """Rows that break a table's schema, key or bounds were refused at the door: names table, column and row."""

    exit_code = 6


class CuratedError(WeighbridgeError):
    """An entry of `curated/*.yml` is incomplete or contradicts another: names the entry."""

    exit_code = 7


class NoDataError(WeighbridgeError):
    """The store holds nothing that can answer the question."""

    exit_code = 8
