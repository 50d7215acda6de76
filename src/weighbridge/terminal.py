"""What the command line prints: tables for people, JSON, CSV and Parquet for programs; progress goes to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from weighbridge.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console
    from rich.table import Table

    from weighbridge.api import Race, Weighbridge
    from weighbridge.building.run import BuildReport
    from weighbridge.doctor import Finding
    from weighbridge.estimate import Series
    from weighbridge.explaining import Sheet
    from weighbridge.lake import Lake
    from weighbridge.measures import Measure

# Changes of figures that a table is followed by.
MOST_STEPS = 20
MOST_ROWS = 2000  # of a table: nobody reads more, and laying them out takes a minute


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show what long work is at, on a terminal only; a log file gets no spinner."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("start") as status:
        yield lambda says: status.update(plain(says))


def inert(text: str) -> str:
    """Make text from data safe for a terminal: no control or direction characters of theirs."""
    import unicodedata

    unsafe = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in unsafe else c for c in text)


def plain(text: str) -> str:
    """Make text from data safe to print through rich: inert, and no markup of ours."""
    from rich.markup import escape

    return escape(inert(text))


def _console() -> Console:
    """Give a console at the terminal's width; piped output is wide enough for every column. `:name:` stays as it is."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 160, emoji=False)


def show(table: Table) -> None:
    """Print a table."""
    _console().print(table)


def grid(*columns: str, title: str = "", right: Sequence[str] = ()) -> Table:
    """Make an empty table with a quiet frame."""
    from rich import box
    from rich.table import Table

    made = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        made.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return made


def row(table: Table, *cells: object) -> None:
    """Add a row of text that came from data."""
    table.add_row(*(plain(str(cell)) for cell in cells))


def board(races: Sequence[Race], lake: str) -> None:
    """Print the standing of every race."""
    from weighbridge import wording

    columns = ("race", "by", "leader", "figure", "ahead of", "margin", "leads since", "how sure", "as of")
    made = grid(*columns, right=("figure", "margin"))
    unranked: dict[str, list[str]] = {}
    last = ""
    for race in races:
        if race.series is None or race.series.standing is None:
            why = race.missing if race.series is None else wording.unranked(race.series)
            unranked.setdefault(f"{race.title}: no standing, since {why.rstrip('.')}", []).append(race.by)
            continue
        row(made, race.title if race.title != last else "", wording.grouping(race.by), *_standing(race.series))
        last = race.title
    show(made)
    for race in races:
        for name, ways in race.series.standing.rivals.items() if race.series and race.series.standing else ():
            told = wording.rival(race.by, name, (wording.plain(way.replace("=", " = ")) for way in ways))
            print_line(f"{race.title} by {wording.grouping(race.by)}: {told}.")
    for why, groupings in unranked.items():
        print_line(f"{why} (by {', '.join(map(wording.grouping, groupings))}).")
    print_line(f"Figures from the {lake}. `weighbridge explain MEASURE` says what each means and when it misleads.")


def _standing(series: Series) -> tuple[object, ...]:
    from weighbridge import wording

    held = series.standing
    if held is None:
        return ()
    return (
        wording.lead(series),
        wording.figure(held.value, held.value_low, held.value_high, series.unit),
        wording.group(series.by, held.runner_up) if held.runner_up else "",
        wording.margin(held, series.unit) if held.runner_up else "",
        wording.since(held),
        wording.sure(held),
        series.as_of,
    )


def print_line(text: str) -> None:
    """Print one line of text that may hold data."""
    _console().print(plain(text), highlight=False)


def series(found: Series, form: str) -> None:
    """Print a series in the wanted form."""
    printers: Mapping[str, Callable[[Series], None]] = {
        "table": _table,
        "json": _json,
        "csv": _csv,
        "parquet": _parquet,
    }
    printers[form](found)


def as_object(found: Series) -> dict[str, Any]:
    """Give a series as the one object that `--format json` prints."""
    # Runs may stand in columns, which only their own rows can be taken from.
    whole = asdict(replace(found, runs=(), newest_runs=(), one_away=()))
    head = (
        "measure",
        "version",
        "unit",
        "by",
        "choices",
        "where",
        "as_of",
        "ci_level",
        "ci_method",
        "estimates",
        "standing",
        "provenance",
    )
    made = {name: whole[name] for name in head}
    if found.steps:
        made["steps"] = whole["steps"]
    if found.runs:
        made["runs"] = [
            {"choices": dict(run.choices), "estimates": [asdict(estimate) for estimate in run.estimates]}
            for run in found.runs
        ]
    return made


def _json(found: Series) -> None:
    import orjson

    send(orjson.dumps(as_object(found), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def send(data: bytes) -> None:
    """Write what a program reads: UTF-8, whatever the terminal's own encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def send_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as CSV; null is an empty cell."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    send(text.getvalue().encode())


def _csv(found: Series) -> None:
    table = found.to_arrow()
    send_csv([*table.column_names, "unit"], ([*row.values(), found.unit] for row in table.to_pylist()))


def _parquet(found: Series) -> None:
    import pyarrow.parquet as pq

    if sys.stdout.isatty():
        raise UsageError(
            "Parquet is not text",
            then="send it to a file: `weighbridge measure ... --format parquet > figures.parquet`",
        )
    pq.write_table(found.to_arrow(), sys.stdout.buffer, compression="zstd")


def _table(found: Series) -> None:
    from weighbridge import wording

    choices = ", ".join(f"{name}={option}" for name, option in found.choices.items())
    ranked = _ranked(found)
    columns = ("period", "group", "value", "interval or bounds", "range over choices", "n", "coverage", "status")
    title = f"{found.measure} by {found.by} ({found.unit}); {choices}"
    made = grid(*(["rank"] if ranked else []), *columns, title=title, right=("rank", "value", "n", "coverage"))
    # The title names the unit: cells repeat only a sign that is part of the number.
    named = f" {found.unit}"
    for e in found.estimates[-MOST_ROWS:]:
        row(
            made,
            *([wording.rank(e.rank_best, e.rank_worst)] if ranked else []),
            e.period_end if e.period_start == e.period_end else f"{e.period_start} to {e.period_end}",
            wording.group(found.by, e.group),
            "" if e.value is None else wording.amount(e.value, found.unit).replace(named, ""),
            wording.span(e.ci_low, e.ci_high, found.unit).replace(named, ""),
            wording.over_choices(e, found.unit).replace(named, ""),
            e.n,
            "" if e.coverage is None else f"{e.coverage * 100:.1f} %",
            e.status,
        )
    show(made)
    if len(found.estimates) > MOST_ROWS:
        before = len(found.estimates) - MOST_ROWS
        print_line(f"{before:,} earlier rows: `--format csv` gives all, `--where` and `--since` fewer.")
    if found.standing is not None:
        print_line(wording.finding(found))
    _steps(found)
    print_line(f"Interval: {found.ci_method}.")
    for use in found.provenance.sources:
        print_line(f"{use.name}, {use.licence}: {use.attribution}")


def _ranked(found: Series) -> bool:
    """Say whether ranks can stand beside the figures: places of one period, where something is raced."""
    periods = {(e.period_start, e.period_end) for e in found.estimates}
    return len(periods) == 1 and any(e.rank_best is not None for e in found.estimates)


def _steps(found: Series) -> None:
    """Print the changes of figures that stand still between them, as far as a reader can take them in."""
    from weighbridge import wording

    for step in found.steps[:MOST_STEPS]:
        was, now = (wording.amount(value, found.unit) for value in (step.was, step.now))
        group = wording.group(found.by, step.group)
        print_line(f"{group}: from {was} to {now}, between {step.after} and {step.until}.")
    if len(found.steps) > MOST_STEPS:
        rest = len(found.steps) - MOST_STEPS
        print_line(f"{rest} more changes: `--format json` gives all, `--where` and `--since` fewer.")


def built(report: BuildReport) -> str:
    """Say what a build did."""
    return (
        f"{report.snapshots} snapshots stand, {report.parsed} parsed now; "
        f"{report.days} days merged, {report.weighed} weighed; {len(report.refused)} refused."
    )


def published(folder: Path, files: Sequence[Path]) -> str:
    """Say where a publication begins, and how much it holds."""
    pages = sum(path.suffix == ".html" for path in files)
    return f"{folder / 'index.html'}: {pages:,} pages, {len(files):,} files."


def sheets(found: Sequence[Sheet]) -> None:
    """Print sheets one after another."""
    for sheet in found:
        print_line(f"{sheet.kind} {sheet.name}: {sheet.title}")
        for heading, lines in sheet.sections:
            print_line("")
            print_line(heading)
            for line in lines:
                print_line(f"  {line}")
        print_line("")


def sources(scale: Weighbridge) -> None:
    """Print every source with its licence and what of it is held."""
    from weighbridge import discover

    held = {use.name: use for use in scale.provenance.sources}
    made = grid("source", "publisher", "licence", "live", "snapshots", "as of", right=("snapshots",))
    for name, module in sorted(discover.sources().items()):
        use = held.get(name)
        state = (use.snapshots, use.as_of) if use else ("none", "")
        row(
            made,
            name,
            module.SOURCE.publisher,
            module.SOURCE.licence,
            "yes" if hasattr(module, "fetch") else "no",
            *state,
        )
    show(made)


def measures(found: Sequence[Measure]) -> None:
    """Print every measure with its question."""
    made = grid("measure", "question", "unit", "choices")
    for measure in found:
        row(made, measure.name, measure.question, measure.unit, ", ".join(choice.name for choice in measure.choices))
    show(made)


def issues(lake: Lake, limit: int) -> None:
    """Print the part of each source that resolves, the heaviest names that do not, and what parsing met."""
    from weighbridge import holdings

    parts = ("organisation", "country", "family", "openness", "all four")
    title = "Part of the weight that resolves"
    part = grid("source", "weight", "unit", *parts, title=title, right=("weight", *parts))
    for r in holdings.resolved(lake):
        row(
            part,
            r.source,
            f"{r.weight:,}",
            r.unit,
            *(f"{x * 100:.2f} %" for x in (r.organisation, r.country, r.family, r.openness, r.every)),
        )
    show(part)
    names = grid(
        "source",
        "name",
        "weight",
        "part",
        "missing",
        "rule",
        title="Heaviest names that do not resolve",
        right=("weight", "part"),
    )
    for u in holdings.unplaced(lake, limit):
        weight = (f"{u.weight:,}", f"{u.share * 100:.2f} %")
        row(names, u.source, u.name, *weight, ", ".join(u.missing), u.rule.replace("_", " "))
    show(names)
    met = grid("source", "what", "times", "for example", title="Met in parsing and not used", right=("times",))
    for m in holdings.met(lake):
        row(met, m.source, m.kind, f"{m.n:,}", m.example)
    show(met)
    slips = grid(
        *("source", "offer", "part", "USD per million tokens", "usual", "beside", "first read", "last read"),
        title="Prices that look like slips of units and are not used",
        right=("USD per million tokens", "usual"),
    )
    for s in holdings.slips(lake):
        row(slips, s.source, s.offer, s.part, f"{s.price:g}", f"{s.usual:.3g}", s.beside, s.first, s.last)
    show(slips)


def findings(found: Sequence[Finding]) -> None:
    """Print what the doctor found."""
    made = grid("", "looked at", "found")
    for finding in found:
        row(made, "mend" if finding.bad else "ok", finding.what, finding.says)
    show(made)
