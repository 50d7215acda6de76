"""Options that commands share, and how a command opens the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from weighbridge.errors import UsageError

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


ARTICLES = "--articles"


class Publishing(click.Command):
    """A command that takes several paths after one `--articles`, as a shell gives them for `texts/*.md`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give every further path an `--articles` of its own, which is all that click knows."""
        return super().parse_args(ctx, list(_spread(args)))


def _spread(args: list[str]) -> Iterator[str]:
    """Repeat `--articles` before each path that follows it."""
    taken = None  # paths taken by the `--articles` that is open, none where none is
    for arg in args:
        if arg.startswith("-"):
            taken = {ARTICLES: 0, f"{ARTICLES}=": 1}.get(arg[: len(ARTICLES) + 1])
        elif taken is not None:
            if taken:
                yield ARTICLES
            taken += 1
        yield arg


def articles_option(command: Any) -> Any:  # noqa: ANN401 - a decorator
    """Add --articles."""
    says = (
        "Articles of your own, files or folders of files, that the site shall show with their claims checked, as "
        "`weighbridge check` checks one. Goes with --out."
    )
    kind = click.Path(exists=True, path_type=Path)
    return click.option(ARTICLES, type=kind, multiple=True, metavar="PATH [PATH ...]", help=says)(command)


def with_articles(out: Path | None, articles: Sequence[Path]) -> None:
    """Refuse articles that nothing would publish."""
    if articles and out is None:
        raise UsageError("--articles are shown by a site that is published", then="add --out FOLDER")


def store_option(command: Any) -> Any:  # noqa: ANN401 - a decorator
    """Add --store to a command."""
    says = "Folder of the store (default: WEIGHBRIDGE_STORE, else the platform's user data folder)."
    return click.option("--store", type=click.Path(file_okay=False, path_type=Path), help=says)(command)


def opened(store: Path | None) -> Weighbridge:
    """Open the store."""
    import weighbridge

    return weighbridge.open(store)
