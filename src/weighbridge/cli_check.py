"""The command `weighbridge check`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from weighbridge.options import Day, opened, store_option

if TYPE_CHECKING:
    from weighbridge.check_wording import Tongue


@click.command()
@click.argument("article", metavar="FILE|URL|-")
@click.option("--as-of", type=Day(), help="The day on which the article speaks (default: as it states itself).")
@click.option(
    *("--lang", "tongue"), type=click.Choice(("en", "zh")), default="en", show_default=True, help="Of the answer."
)
@click.option("--format", "form", type=click.Choice(("table", "json", "html")), default="table", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write the page (html) there.")
@click.option(
    "--bind",
    multiple=True,
    metavar="N:KEY=VALUE[,KEY=VALUE]",
    help="Hold claim number N against something else; for example 2:measure=pull_share,by=family.",
)
@click.option(
    *("--extractor", "url"),
    metavar="URL",
    help="Also send the article to this endpoint (of OpenAI's form: http://localhost:11434/v1), which proposes claims.",
)
@click.option("--model", metavar="NAME", help="The model that the extractor shall use.")
@store_option
def check(  # noqa: PLR0913 - one for each option
    article: str,
    *,
    as_of: dt.date | None,
    tongue: Tongue,
    form: str,
    out: Path | None,
    bind: Sequence[str],
    url: str | None,
    model: str | None,
    store: Path | None,
) -> None:
    """Check an article: find its claims about the open-model race, recompute each, and judge it.

    Text, Markdown, HTML and PDF with a text layer, in English or Chinese, from a file, a public address, or standard
    input (-). Each claim is supported, refuted, conflicting (true under one definition, false under another), or
    without enough evidence; opinions, predictions and questions are listed and not judged.

    \b
    For example:
      weighbridge check article.txt
      weighbridge check article.txt --as-of 2026-03-23 --format json
      weighbridge check https://example.org/news --lang zh --format html --out checked.html
      weighbridge check article.txt --extractor http://localhost:11434/v1 --model qwen3
    """  # noqa: D301 - click keeps the lines after this mark as they are
    from weighbridge import terminal_check
    from weighbridge.proposing import extractor

    terminal_check.suits(form, out)
    named = extractor(url, model)
    scale = opened(store)
    taken = scale.read(article, sys.stdin.buffer if article == "-" else None)
    found = scale.check(taken, as_of, terminal_check.bound(bind), named)
    terminal_check.checked(scale, found, form, tongue, out)
