"""The command line: it parses arguments, calls the API and prints. No sums, no heavy import before a command runs."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import click

from weighbridge.cli_check import check
from weighbridge.complaint import complain, mend_streams
from weighbridge.errors import NoDataError, UsageError
from weighbridge.options import (
    Day,
    Pair,
    Publishing,
    address_option,
    articles_option,
    opened,
    out_option,
    store_option,
    with_articles,
)

GROUPINGS = ("country", "organisation", "family", "openness", "size_class")
INTERRUPTED = 130
EXIT_CODES = (
    "Exit codes: 0 done; 1 a fault of Weighbridge itself; 2 a wrong name or option; 3 a publisher could not be read; "
    "4 the store is damaged or unwritable; 5 a snapshot could not be parsed; 6 rows were refused at the door; "
    "7 a curated entry is wrong; 8 no data for the question; 130 interrupted: the store is whole."
)


class Doors(click.Group):
    """Commands whose failures are one sentence on stderr and an exit code that tells what kind."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command; turn our errors into a sentence and a code."""
        mend_streams()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            click.echo("weighbridge: interrupted; the store is whole.", err=True)
            ctx.exit(INTERRUPTED)
        except Exception as error:  # noqa: BLE001 - a reader gets a sentence, whatever it was
            complain(ctx, error)
        return result


@click.group(
    cls=Doors, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="weighbridge")
def main() -> None:
    """Weigh open-weight AI: the public scale.

    Who leads the open-model race, on which measure, since when, by how much, and how sure. Without a store of your own,
    every command answers from the starter data that come with the package.
    """


@main.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE ...]")
@click.option("--since", type=Day(), help="First day wanted, where a source can be asked for one.")
@click.option(
    "--step",
    type=click.Choice(("daily", "weekly", "monthly")),
    default="daily",
    show_default=True,
    help="How often, where a source has a history of large listings (hub_stats, hub_history).",
)
@click.option(
    "--from",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take in a folder of snapshots instead: every hash is verified.",
)
@store_option
def fetch(sources: Sequence[str], since: dt.date | None, step: str, folder: Path | None, store: Path | None) -> None:
    """Take bytes from publishers into the store.

    Without SOURCE every live source is read, but for those so large that they are read only when named: hub_stats
    and hub_history read a list of the whole Hub for each day. What arrived stays when a later request fails; run it
    again to go on.
    """
    from weighbridge import terminal

    if folder is not None and (sources or since or step != "daily"):
        raise UsageError("--from takes a whole folder", then="leave out SOURCE, --since and --step")
    scale = opened(store)
    with terminal.progress() as says:
        lines = scale.take_in(folder, says) if folder is not None else scale.fetch(sources, since, says, step=step)
    for line in lines:
        click.echo(line)


@main.command(cls=Publishing)
@out_option
@articles_option
@address_option
@store_option
def build(out: Path | None, articles: Sequence[Path], address: str, store: Path | None) -> None:
    """Bring the tables up to what the store holds, and publish.

    Only what is new is parsed, merged and weighed. With an empty store, --out publishes from the starter data.

    With --articles the site shows articles of your own: their claims, each quoted alone, with its verdict. They are
    checked at every publication; whoever no longer names one takes it from the site. An article speaks as of the day
    that it states (in Markdown also as `date:` at its top), else as of today.

    \b
    For example:
      weighbridge build --out site --articles texts/
      weighbridge build --out site --articles first.md second.html --address https://example.org/
    """  # noqa: D301 - click keeps the lines after this mark as they are
    from weighbridge import terminal

    with_articles(out, articles)
    scale = opened(store)
    with terminal.progress() as says:
        report = scale.build(says) if scale.holds_snapshots() or out is None else None
        written = scale.publish(out, says, address=address, articles=articles) if out is not None else []
    if report is not None:
        click.echo(terminal.built(report))
    if out is not None:
        click.echo(terminal.published(out, written))
    if report is not None:
        report.complain()


@main.command(cls=Publishing)
@click.option(
    "--by",
    type=click.Choice(GROUPINGS),
    multiple=True,
    help="Grouping; may be given several times. Default: country, organisation, family, openness.",
)
@out_option
@articles_option
@address_option
@store_option
def board(by: Sequence[str], out: Path | None, articles: Sequence[Path], address: str, store: Path | None) -> None:
    """Show every race: who leads, by how much, since when, and how sure."""
    from weighbridge import terminal

    with_articles(out, articles)
    scale = opened(store)
    with terminal.progress() as says:
        races = scale.board(by, progress=says) if by else scale.board(progress=says)
    terminal.board(races, scale.lake.name)
    if out is not None:
        with terminal.progress() as says:
            written = scale.publish(out, says, address=address, articles=articles)
        click.echo(terminal.published(out, written))


@main.command()
@click.argument("name")
@click.option(
    "--by",
    default="country",
    metavar="GROUP",
    help="country (default), organisation, family, openness, size_class or model.",
)
@click.option("--since", type=Day(), help="First day.")
@click.option("--until", type=Day(), help="Last day.")
@click.option("--at", type=Day(), help="The period that ends on this day or holds it.")
@click.option(
    "--where",
    type=Pair(),
    multiple=True,
    metavar="KEY=VALUE",
    help="Count only these; for example openness=open_licence.",
)
@click.option(
    "--choice",
    type=Pair(),
    multiple=True,
    metavar="KEY=VALUE",
    help="Take another option; see `weighbridge explain NAME`.",
)
@click.option("--all-choices", is_flag=True, help="Also give the estimates under every combination of choices.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "csv", "parquet")),
    default="table",
    show_default=True,
    help="Parquet needs a pipe or a file to go to.",
)
@store_option
def measure(  # noqa: PLR0913, PLR0917 - one for each option of the command line
    name: str,
    by: str,
    since: dt.date | None,
    until: dt.date | None,
    at: dt.date | None,
    where: Sequence[tuple[str, str]],
    choice: Sequence[tuple[str, str]],
    all_choices: bool,  # noqa: FBT001 - a flag of the command line
    form: str,
    store: Path | None,
) -> None:
    """Print a measure by a grouping, with intervals and the range over its choices."""
    from weighbridge import terminal

    scale = opened(store)
    if not (since or until or at or where or choice or all_choices):
        return terminal.series(scale.weighed(name, by), form)
    series = scale.measure(
        name, by, since=since, until=until, at=at, where=_once(where), choices=_once(choice), all_choices=all_choices
    )
    return terminal.series(series, form)


def _once(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give pairs as a mapping; UsageError where one key has two values."""
    keys = [key for key, _ in given]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise UsageError(f"{twice[0]} is given twice", then="give each key one value")
    return dict(given)


@main.command()
@click.option("--country", metavar="ISO", help="Of makers in one country.")
@click.option("--openness", type=click.Choice(("open_licence", "restricted", "closed")), help="Of one openness.")
@click.option(
    "--top", default=30, show_default=True, type=click.IntRange(1, 100_000), help="Rows, the most capable first."
)
@click.option("--format", "form", type=click.Choice(("table", "json", "csv")), default="table", show_default=True)
@store_option
def models(country: str | None, openness: str | None, top: int, form: str, store: Path | None) -> None:
    """List models, one row each: score, price, tokens, downloads and pulls that meet in one model."""
    from weighbridge import terminal_models

    wanted = {"country": country, "openness": openness}
    kept = [m for m in opened(store).models if all(getattr(m, k) == v for k, v in wanted.items() if v is not None)]
    if not kept:
        asked = ", ".join(f"{key}={value}" for key, value in wanted.items() if value is not None) or "scores or use"
        raise NoDataError(f"no model with {asked}", then="leave out an option; countries are ISO codes such as CN")
    terminal_models.models(kept[:top], form)


@main.command()
@click.argument("model")
@click.option(
    "--up", default=10, show_default=True, type=click.IntRange(0, 100), help="Levels of ancestors: parents are one."
)
@click.option(
    *("--down", "--depth", "down"),
    default=2,
    show_default=True,
    type=click.IntRange(0, 100),
    help="Levels of descendants.",
)
@click.option(
    "--most",
    default=10,
    show_default=True,
    type=click.IntRange(1, 1000),
    help="Parents or children of one repository, the most downloaded first.",
)
@click.option("--format", "form", type=click.Choice(("tree", "json", "csv", "svg")), default="tree", show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Also write the picture into this file, *.svg."
)
@store_option
def lineage(model: str, up: int, down: int, most: int, form: str, out: Path | None, store: Path | None) -> None:
    """Show what a repository is built on, and what is built on it.

    MODEL is a repository of the Hugging Face Hub, ACCOUNT/NAME, or a curated model or family. Each step says who says
    so: the repository's own card, the Hub, or evidence; what nothing lists and what is left out is told too.

    \b
    For example:
      weighbridge lineage Qwen/Qwen3-8B
      weighbridge lineage gemma --most 5 --out gemma.svg
    """  # noqa: D301 - click keeps the lines after this mark as they are
    from weighbridge import terminal_lineage

    if out is not None and out.suffix.lower() != ".svg":
        raise UsageError(f"{out.name!r} is no name of a picture", then="let it end with .svg")
    scale = opened(store)
    found = scale.lineage(model, up=up, down=down, most=most)
    if out is not None:
        scale.picture(found, out)
    terminal_lineage.pedigree(scale, found, form)


@main.command()
@click.argument("name", required=False, metavar="[MODEL|ORGANISATION|ADOPTER]")
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="English or Chinese.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    help="JSON has both languages.",
)
@store_option
def evidence(name: str | None, lang: Literal["en", "zh"], form: str, store: Path | None) -> None:
    """List who uses which model and what happened: releases, export rules, rankings, figures, statements.

    Each entry is curated, with its source, its day, how surely it is known, and what the bare claim leaves out. A
    family stands for its models too, and a maker for its families; without a name all entries are listed.

    \b
    For example:
      weighbridge evidence qwen
      weighbridge evidence airbnb --lang zh
    """  # noqa: D301 - click keeps the lines after this mark as they are
    from weighbridge import terminal_evidence

    terminal_evidence.attested(opened(store).evidence(name), form, lang)


@main.command()
@click.argument("name")
@store_option
def explain(name: str, store: Path | None) -> None:
    """Say what a measure, source, organisation, family or model is: definition, provenance, when it misleads."""
    from weighbridge import terminal

    terminal.sheets(opened(store).explain(name))


@main.command()
@store_option
def sources(store: Path | None) -> None:
    """List the sources, their licences, and what of them is held."""
    from weighbridge import terminal

    terminal.sources(opened(store))


@main.command()
@store_option
def measures(store: Path | None) -> None:  # noqa: ARG001 - taken so that --store may stand in every command
    """List the measures and what each asks."""
    from weighbridge import discover, terminal

    terminal.measures([module.MEASURE for module in discover.measures().values()])


@main.command()
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 100_000), help="Names a source.")
@store_option
def issues(limit: int, store: Path | None) -> None:
    """List what does not resolve, by weight, what parsing could not use, and what is missing in descent."""
    from weighbridge import terminal, terminal_lineage

    lake = opened(store).lake
    terminal.issues(lake, limit)
    terminal_lineage.gaps(lake, limit)


@main.command()
@store_option
def doctor(store: Path | None) -> None:
    """Check the store's bytes, the lake, and the surroundings."""
    from weighbridge import terminal

    findings = opened(store).doctor()
    terminal.findings(findings)
    if any(finding.bad for finding in findings):
        sys.exit(4)


main.add_command(check)
