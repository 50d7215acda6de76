"""Single values as publishers write them. Each reader takes anything and gives one type or raises ValueError."""

from __future__ import annotations

import datetime as dt
import math
import re
from contextlib import suppress

from weighbridge.schema import FIRST_DAY, MOST

LONGEST_TEXT = 20_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DIGITS = re.compile(r"[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{0,30})?([eE][-+]?[0-9]{1,3})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REPO = re.compile(r"[A-Za-z0-9_.\-]{1,96}(/[A-Za-z0-9_.\-]{1,96})?")


def shown(value: object) -> str:
    """Show a hostile value in an error: its type and at most 40 characters."""
    words = repr(value) if isinstance(value, str | int | float | None) else "..."
    return f"{type(value).__name__} {words[:40]}"


def text(value: object) -> str:
    """Read text that is not empty, not endless, and free of control characters."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"should be text, is {shown(value)}")
    if len(value) > LONGEST_TEXT or _CONTROL.search(value):
        raise ValueError(f"should be plain text of at most {LONGEST_TEXT} characters, is {shown(value)}")
    return value


def typed(value: object) -> str:
    """Read what an uploader typed into a card: any characters, for it names a repository or nothing of use.

    One odd card must not cost a feed of thousands.
    """
    if not isinstance(value, str):
        raise ValueError(f"should be text, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return value[:LONGEST_TEXT]


def all_typed(value: object) -> list[str]:
    """Read a list of what an uploader typed."""
    if not isinstance(value, list):
        raise ValueError(f"should be a list of texts, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return [typed(item) for item in value]


def count(value: object) -> int:
    """Read a whole number from 0 to `MOST`, written as an integer or as decimal digits."""
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError(f"should be a count from 0 to {MOST:g}, is {shown(value)}")
    return value


def number(value: object) -> float:
    """Read a finite number, written as a number or as text."""
    read = math.nan
    stated = value if not isinstance(value, str) or _NUMBER.fullmatch(value) else None
    if isinstance(stated, int | float | str) and not isinstance(stated, bool):
        with suppress(OverflowError):
            read = float(stated)
    if not math.isfinite(read):
        raise ValueError(f"should be a finite number, is {shown(value)}")
    return read


def day(value: object) -> dt.date:
    """Read a day written YYYY-MM-DD, not before `FIRST_DAY`."""
    try:
        read = dt.date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else dt.date.min
    except ValueError:
        read = dt.date.min
    if read < FIRST_DAY:
        raise ValueError(f"should be a day YYYY-MM-DD from {FIRST_DAY} on, is {shown(value)}")
    return read


def instant(value: object) -> dt.datetime:
    """Read an ISO instant that states its offset; gives it in UTC."""
    try:
        read = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
        if read is not None and read.tzinfo is not None and read.year >= FIRST_DAY.year:
            return read.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"should be an instant with its offset, from {FIRST_DAY.year} on, is {shown(value)}")


def unix_instant(value: object) -> dt.datetime:
    """Read whole seconds since 1970; gives the instant in UTC."""
    seconds = count(value)
    try:
        read = dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        read = dt.datetime.min.replace(tzinfo=dt.UTC)
    if read.date() < FIRST_DAY:
        raise ValueError(f"should be seconds since 1970, from {FIRST_DAY} on, is {shown(value)}")
    return read


def flag(value: object) -> bool:
    """Read true or false, written as a JSON value or as that word."""
    read = {"true": True, "false": False}.get(value.lower(), value) if isinstance(value, str) else value
    if not isinstance(read, bool):
        raise ValueError(f"should be true or false, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return read


def texts(value: object) -> list[str]:
    """Read a list of texts; it may be empty."""
    if not isinstance(value, list):
        raise ValueError(f"should be a list of texts, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return [text(item) for item in value]


def repo_id(value: object) -> str:
    """Read a repository id of the Hub: account/name, or a bare name from the Hub's first years."""
    if not isinstance(value, str) or not _REPO.fullmatch(value):
        raise ValueError(f"should be a repository id account/name, is {shown(value)}")
    return value
