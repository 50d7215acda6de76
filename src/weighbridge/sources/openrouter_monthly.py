"""OpenRouter's public rankings page as two collectors archived it: weeks of the full leaderboard and of the chart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from weighbridge.decoding import csv_records, json_document
from weighbridge.record import Reading, Record, records
from weighbridge.rows import Row, table_of
from weighbridge.schema import TOKENS
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, day, number, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="openrouter_monthly",
    publisher="OpenRouter",
    says="Tokens per model and week: the last full week of each month from the leaderboard, and weeks of the chart.",
    homepage="https://openrouter.ai/rankings",
    licence="unstated",
    attribution="OpenRouter (openrouter.ai/rankings), by github.com/hanski319/openrouter-token-data and others",
    tables=("tokens",),
    misleads=(
        "Leaderboard and chart are two measures that disagree before October 2025: they are not spliced.",
        "The leaderboard names 15 models of 195 to 417: makers of many small models are understated.",
        "A month is one week of it, and one of the weeks straddles two months.",
        "Weeks of the chart before 2026 have no total, so a share of them cannot be known.",
        "From February 2026 the archived chart is rounded to three digits and its weeks are inferred from file dates.",
    ),
)
WEEK = dt.timedelta(days=6)
CHART_NAMES = 9
SHARE_TOLERANCE = 1e-9
BASE = "https://raw.githubusercontent.com/hanski319/openrouter-token-data/master/data"
FILES = (
    "rankings-monthly.json",
    "chart-weeks.json",
)


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield each file that has changed."""
    for path in FILES:
        yield from visit.changed(SOURCE, f"{BASE}/{path}", path.rsplit("/", 1)[-1], JSON_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `tokens` of one archived file: series `leaderboard` or `chart`, by week. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    shape = SHAPES.get(snapshot.file_name)
    if shape is None:
        raise reading.fail(f"file `{snapshot.file_name}` is none of {', '.join(SHAPES)}")
    at = snapshot.retrieved_at
    rows: list[Row] = [{"observed_at": at, **row, "source": SOURCE.name} for row in shape(raw, reading)]
    if ahead := [row for row in rows if str(row["period_end"]) > str(at.date() + WEEK)]:
        raise reading.fail(f"a week ends on {ahead[0]['period_end']}, after the capture of {at.date()}")
    return {"tokens": table_of(TOKENS, rows, reading)}


def _row(series: str, start: dt.date, slug: str, tokens: int, rounding: int = 0) -> Row:
    return {
        "series": series,
        "period_start": start,
        "period_end": start + WEEK,
        "row": "model" if slug else "remainder",
        "slug": slug,
        "total_tokens": tokens,
        "rounding_tokens": rounding,
    }


def _leaderboard(raw: bytes, reading: Reading) -> Iterator[Row]:
    document = Record(json_document(raw, reading), "", reading)
    months = document.records("months")
    reading.expect_rows("months", len(months), 6, 600)
    document.ignore("generatedAt", "topN", "missing")
    document.done()
    for month in months:
        yield from _leaderboard_week(month)


def _leaderboard_week(month: Record) -> Iterator[Row]:
    end, total = month.take("weekEnding", day), month.take("weekTotal", count)
    models = month.records("models")
    month.reading.expect_rows(f"{month.at}.models", len(models), 5, 15)
    # The month, the counts and the two remarks on the week say nothing that the week's own days do not.
    month.ignore("month", "source", "modelsCounted", "straddles", "earlyWeek")
    month.done()
    rows = [_leaderboard_row(model, end, total) for model in models]
    yield from rows
    remainder = total - sum(int(str(row["total_tokens"])) for row in rows)
    if remainder < 0:
        raise month.refuse("weekTotal", f"is {total}, less than the models it names")
    yield _row("leaderboard", end - WEEK, "", remainder)


def _leaderboard_row(model: Record, end: dt.date, total: int) -> Row:
    slug, tokens = model.take("model", text), model.take("tokens", count)
    if abs(model.take("share", number) * total - tokens) > SHARE_TOLERANCE * total:
        model.reading.note("share is not tokens by total", f"{slug}, week ending {end}")
    if (stated := model.take("date", day)) != end:
        model.reading.note("row dated outside its week", f"{slug} on {stated}, week ending {end}")
    model.done()
    return _row("leaderboard", end - WEEK, slug, tokens)


def _chart_history(raw: bytes, reading: Reading) -> Iterator[Row]:
    weeks = records(json_document(raw, reading), "weeks", reading)
    reading.expect_rows("weeks", len(weeks), 10, 1_000)
    by_start = {week.take("date", day): _history_week(week) for week in weeks}
    if len(by_start) != len(weeks):
        raise reading.fail("field `weeks[].date` states a week twice")
    # The last week is partial, so the chart was read before it ended, long before the file was published:
    # a later reading of the full week must win over it.
    read_at = dt.datetime.combine(max(by_start) + WEEK, dt.time(), dt.UTC)
    for start, models in by_start.items():
        if len(models) < CHART_NAMES:
            reading.note("partial week", f"week from {start} names {len(models)} models")
        yield from ({**_chart_row(model, start), "observed_at": read_at} for model in models)


def _history_week(week: Record) -> Sequence[Record]:
    models = week.records("models")
    week.done()
    week.reading.expect_rows(f"{week.at}.models", len(models), 1, CHART_NAMES + 1)
    return models


def _chart_row(model: Record, start: dt.date) -> Row:
    row = _row("chart", start, model.take("model", text), model.take("tokens", count))
    model.done()
    return row


def _chart_weeks(raw: bytes, reading: Reading) -> Iterator[Row]:
    document = Record(json_document(raw, reading), "", reading)
    weeks = document.records("weeks")
    reading.expect_rows("weeks", len(weeks), 1, 1_000)
    document.ignore("_comment", "capturedAt", "source")
    document.done()
    for week in weeks:
        yield from _chart_week(week)


def _chart_week(week: Record) -> Iterator[Row]:
    start, end = week.take("weekStart", day), week.take("weekEnding", day)
    if end - start != WEEK:
        raise week.refuse("weekEnding", f"is {end}, not six days after {start}")
    rows = [_chart_row(model, start) for model in week.records("models")]
    total, others = week.take("total", count), week.take("others", count)
    week.done()
    week.reading.expect_rows(f"{week.at}.models", len(rows), 1, CHART_NAMES + 1)
    if total != others + sum(int(str(row["total_tokens"])) for row in rows):
        week.reading.note("total is not the sum of its rows", f"week from {start}")
    yield from rows
    yield _row("chart", start, "", others)


def _chart_csv(raw: bytes, reading: Reading) -> Iterator[Row]:
    weeks = csv_records(raw, reading)
    reading.expect_rows("rows", len(weeks), 50, 100_000)
    for week in weeks:
        start, end = week.take("week_start", day), week.take("week_end", day)
        if end - start != WEEK:
            raise week.refuse("week_end", f"is {end}, not six days after {start}")
        slug, tokens = week.take("model_permaslug", text), week.take("total_tokens", count)
        rounding = week.take("precision", _halves)(tokens)
        week.ignore("source_file", "source_commit")
        week.done()
        yield _row("chart", start, slug, tokens, rounding)


def _halves(value: object) -> Callable[[int], int]:
    """Read the precision: how wide half of the last digit kept is, in tokens."""
    widths: dict[object, Callable[[int], int]] = {"exact": lambda _: 0, "rounded": half_of_third_digit}
    if not isinstance(value, str) or value not in widths:
        raise ValueError("should be `exact` or `rounded`")
    return widths[value]


def half_of_third_digit(tokens: int) -> int:
    """Give half of the unit of the third digit: 816,000,000,000 is known to 500,000,000."""
    return int(10 ** max(0, len(str(tokens)) - 3)) // 2


SHAPES: dict[str, Callable[[bytes, Reading], Iterator[Row]]] = {
    "rankings-monthly.json": _leaderboard,
    "rankings-history.json": _chart_history,
    "chart-weeks.json": _chart_weeks,
    "weekly-top-models-total-tokens.csv": _chart_csv,
}
