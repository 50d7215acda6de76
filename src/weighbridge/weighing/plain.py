"""Dataclasses of the words to plain JSON values and back: each value must be of the kind that its field names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


class PlainError(ValueError):
    """A value is not of the kind that its field names."""


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Give `value` as what JSON can say: a dataclass as the list of its fields, a day as its number."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, dt.date):
        return value.toordinal()
    if isinstance(value, Mapping):
        return [[key, plain(item)] for key, item in value.items()]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"{type(value).__name__} cannot be kept")


def restored(kind: Any, value: Any) -> Any:  # noqa: ANN401 - a type, and any JSON value
    """Give back what `plain` was given, of type `kind`; PlainError where `value` is none."""
    return _reader(kind)(value)


@cache
def _reader(kind: Any) -> Reader:  # noqa: ANN401 - a type
    if is_dataclass(kind):
        return _dataclass(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (some,) = (_reader(one) for one in inner if one is not type(None))
        return lambda value: None if value is None else some(value)
    if origin in (tuple, Sequence):
        return _tuple(_reader(inner[0]))
    if origin is not None:
        return _mapping(_reader(inner[1]))
    return {dt.date: _day, float: _number}.get(kind) or _exactly(kind)


def _dataclass(kind: Any) -> Reader:  # noqa: ANN401 - a type
    hints = get_type_hints(kind)
    readers = [_reader(hints[field.name]) for field in fields(kind)]

    def read(value: object) -> object:
        found = _list(value)
        if len(found) != len(readers):
            raise PlainError(f"{len(found)} fields for {kind.__name__}")
        return kind(*(take(item) for take, item in zip(readers, found, strict=True)))

    return read


def _tuple(take: Reader) -> Reader:
    return lambda value: tuple(take(item) for item in _list(value))


def _mapping(take: Reader) -> Reader:
    def read(value: object) -> dict[str, object]:
        pairs = [_list(pair) for pair in _list(value)]
        if any(len(pair) != 2 or not isinstance(pair[0], str) for pair in pairs):  # noqa: PLR2004 - a pair has two
            raise PlainError("no pairs of a name and a value")
        return {key: take(item) for key, item in pairs}

    return read


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise PlainError(f"{type(value).__name__} for a list")
    return value


def _exactly(kind: type) -> Reader:
    def read(value: object) -> object:
        if type(value) is kind:
            return value
        if issubclass(kind, StrEnum) and isinstance(value, str):
            return kind(value)
        raise PlainError(f"{type(value).__name__} for {kind.__name__}")

    return read


def _number(value: object) -> float:
    # A whole number comes back as it went in: no figure is rounded by being kept.
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    raise PlainError(f"{type(value).__name__} for a number")


def _day(value: object) -> dt.date:
    if type(value) is not int:
        raise PlainError(f"{type(value).__name__} for a day")
    try:
        return dt.date.fromordinal(value)
    except (ValueError, OverflowError) as error:
        raise PlainError("no day of the calendar") from error
