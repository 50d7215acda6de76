"""Options that commands share, and how a command opens the store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge


class Day(click.ParamType[dt.date]):
    """A calendar day, YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401 - click's own signature
        """Read an ISO day."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, for example 2026-08-19", param, ctx)


class Pair(click.ParamType[tuple[str, str]]):
    """KEY=VALUE."""

    name = "key=value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:  # noqa: ANN401 - click's own signature
        """Split at the first equals sign."""
        if isinstance(value, tuple):
            return value
        key, equals, rest = value.partition("=")
        if not (key and equals and rest):
            self.fail(f"{value!r} is not KEY=VALUE, for example list=leaderboard", param, ctx)
        return key, rest


def out_option(command: Any) -> Any:  # noqa: ANN401 - a decorator
    """Add --out."""
    says = "Also write the site and the data package into this folder."
    return click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=says)(command)


def address_option(command: Any) -> Any:  # noqa: ANN401 - a decorator
    """Add --address."""
    says = "Where the site will stand (https://example.org/), for its feeds, cards and site map."
    return click.option("--address", default="", metavar="URL", help=says)(command)


def store_option(command: Any) -> Any:  # noqa: ANN401 - a decorator
    """Add --store to a command."""
    says = "Folder of the store (default: WEIGHBRIDGE_STORE, else the platform's user data folder)."
    return click.option("--store", type=click.Path(file_okay=False, path_type=Path), help=says)(command)


def opened(store: Path | None) -> Weighbridge:
    """Open the store."""
    import weighbridge

    return weighbridge.open(store)
