"""A record must be used up: every field of a publisher's object is taken by name and kind, or ignored by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from weighbridge.errors import ParseError
from weighbridge.values import shown, text

T = TypeVar("T")
ADVICE = "earlier snapshots stay in use; fetch again, and if it persists report that the publisher changed the shape"


class Tally(Protocol):
    """What counts things that parsing met and could not use."""

    def add(self, kind: str, example: str, n: int = 1) -> None:
        """Count `n` more of `kind`."""
        ...


@dataclass(frozen=True)
class Reading:
    """One file being read: its name for errors, and where its issues are counted."""

    file: str
    issues: Tally

    def fail(self, what: str) -> ParseError:
        """Make the error of this file; the caller raises it."""
        return ParseError(what, where=self.file, then=ADVICE)

    def note(self, kind: str, example: str, n: int = 1) -> None:
        """Count an issue; the example is prefixed with the file."""
        self.issues.add(_writable(kind), f"{self.file}: {_writable(example[:200])}", n)

    def expect_rows(self, field: str, rows: int, low: int, high: int) -> None:
        """Refuse far too few rows; count an issue for more than a publisher ever had."""
        if rows < low:
            raise self.fail(f"`{field}` has {rows} rows, expected at least {low}")
        if rows > high:
            self.note("more rows than expected", f"`{field}` has {rows} rows, expected at most {high}")


class Record:
    """An object at place `at` of a file. Take or ignore every field, then call `done`. Raises ParseError."""

    __slots__ = ("_left", "at", "reading")

    def __init__(self, value: object, at: str, reading: Reading) -> None:
        if not isinstance(value, dict):
            raise reading.fail(f"`{at or 'document'}` should be an object, is {shown(value)}")
        # YAML has names that are numbers, days and flags.
        if strange := [name for name in value if not isinstance(name, str)]:
            raise reading.fail(f"`{at or 'document'}` should name its fields in text, names one {shown(strange[0])}")
        self._left: dict[str, object] = dict(value)
        self.at, self.reading = at, reading

    def _place(self, name: str) -> str:
        return f"{self.at}.{name}" if self.at else name

    def _pop(self, name: str) -> object:
        try:
            return self._left.pop(name)
        except KeyError:
            raise self.reading.fail(f"field `{self._place(name)}` is missing") from None

    def _read(self, name: str, value: object, kind: Callable[[object], T]) -> T:
        try:
            return kind(value)
        except ValueError as error:
            raise self.reading.fail(f"field `{self._place(name)}` {error}") from None

    def take(self, name: str, kind: Callable[[object], T]) -> T:
        """Take a field that must stand there, read by `kind` (a reader of `values.py`)."""
        return self._read(name, self._pop(name), kind)

    def take_or_null(self, name: str, kind: Callable[[object], T]) -> T | None:
        """Take a field that must stand there but may be null or blank: then None."""
        value = self._pop(name)
        return None if value is None or value == "" else self._read(name, value, kind)

    def optional(self, *names: str) -> None:
        """Allow fields to be absent: they read as null."""
        for name in names:
            self._left.setdefault(name, None)

    def ignore(self, *names: str) -> None:
        """Drop fields that are known and not read, where they stand."""
        for name in names:
            self._left.pop(name, None)

    def record(self, name: str) -> Record:
        """Take an object."""
        return Record(self._pop(name), self._place(name), self.reading)

    def records(self, name: str) -> Sequence[Record]:
        """Take a list of objects."""
        return records(self._pop(name), self._place(name), self.reading)

    def named(self, name: str) -> Iterator[tuple[str, Record]]:
        """Take an object whose keys are names; give (name, object) pairs."""
        value, at = self._pop(name), self._place(name)
        if not isinstance(value, dict):
            raise self.reading.fail(f"`{at}` should be an object, is {shown(value)}")
        for key, inner in value.items():
            place = f"{at}.{key[:80]}"
            yield self._read(place, key, text), Record(inner, place, self.reading)

    def refuse(self, name: str, why: str) -> ParseError:
        """Make the error of a field that reads well and means nothing; the caller raises it."""
        return self.reading.fail(f"field `{self._place(name)}` {why}")

    def done(self) -> None:
        """Count every field that was neither taken nor ignored."""
        for name in self._left:
            self.reading.note(f"unknown field `{name[:80]}`", self._place(name))


def _writable(words: str) -> str:
    """Give words of a publisher that any file can hold: JSON can state halves of letters, which UTF-8 cannot."""
    return words.encode("utf-8", "replace").decode()


def records(value: object, at: str, reading: Reading) -> Sequence[Record]:
    """Read a list of objects at place `at`."""
    if not isinstance(value, list):
        raise reading.fail(f"`{at or 'document'}` should be a list, is {shown(value)}")
    return [Record(item, f"{at}[{index}]", reading) for index, item in enumerate(value)]
