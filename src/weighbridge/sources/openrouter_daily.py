"""OpenRouter's Data API: tokens per model and UTC day, the 50 largest and the rest as one row."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from weighbridge.decoding import json_document
from weighbridge.errors import FetchError
from weighbridge.record import Reading, Record
from weighbridge.rows import Row, table_of
from weighbridge.schema import TOKENS
from weighbridge.sources import Document, Issues, Source, Visit
from weighbridge.values import count, day, instant, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="openrouter_daily",
    publisher="OpenRouter",
    says="Tokens served per model and UTC day: the 50 largest models, and all others as one row.",
    homepage="https://openrouter.ai/rankings",
    licence="CC-BY-4.0",
    attribution="Source: OpenRouter (openrouter.ai/rankings), as of {as_of}.",
    tables=("tokens",),
    misleads=(
        "A model outside the 50 largest of a day is inside the remainder, not at zero.",
        "The newest day is provisional and is restated at the next reading.",
        "Each provider counts by its own tokenizer, so tokens of different makers are not the same unit.",
        "One router's customers are not the market: self-hosted use and first-party products are not in it.",
        "Free variants are listed apart, and names under openrouter/ and stealth/ hide their maker.",
    ),
    key_variable="OPENROUTER_API_KEY",
)
ROWS_PER_DAY = 51
REMAINDER = "other"
URL = "https://openrouter.ai/api/v1/datasets/rankings-daily"
FIRST_PUBLISHED = dt.date(2025, 1, 1)
RESTATED_DAYS = 2
ONE_DAY = dt.timedelta(days=1)
SECONDS_BETWEEN_REQUESTS = 2.0


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield one answer per calendar month, up to yesterday: completed days only. FetchError without a key."""
    key = os.environ.get(SOURCE.key_variable, "")
    if not key:
        then = f"set {SOURCE.key_variable} to a key from https://openrouter.ai/settings/keys"
        raise FetchError("needs a key and has none", where=URL, then=then)
    for first, last in _months(first_day(visit), visit.today - ONE_DAY):
        url = f"{URL}?start_date={first}&end_date={last}"
        reply = visit.client.get(url, media_types={"application/json"}, bearer=key, pace=SECONDS_BETWEEN_REQUESTS)
        yield visit.document(SOURCE, f"rankings-daily-{first:%Y-%m}.json", reply)


def first_day(visit: Visit) -> dt.date:
    """Give the first day to ask for: as wanted, else from the days that may be restated, else the last 30 days."""
    ends = [end for snapshot in visit.known if (end := _end_of(snapshot.url or ""))]
    follow_on = max(ends) - (RESTATED_DAYS - 1) * ONE_DAY if ends else visit.today - 30 * ONE_DAY
    return max(visit.since or follow_on, FIRST_PUBLISHED)


def _end_of(url: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(parse_qs(urlsplit(url).query)["end_date"][-1])
    except (KeyError, ValueError):
        return None


def _months(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    while first <= last:
        next_month = (first.replace(day=1) + 31 * ONE_DAY).replace(day=1)
        yield first, min(last, next_month - ONE_DAY)
        first = next_month


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `tokens` of one answer: series `daily`, exact counts. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    document = Record(json_document(raw, reading), "", reading)
    first, last = _window(document.record("meta"))
    rows = [_row(record, snapshot.retrieved_at) for record in document.records("data")]
    document.done()
    _check_days(rows, first, last, reading)
    return {"tokens": table_of(TOKENS, rows, reading)}


def _window(meta: Record) -> tuple[dt.date, dt.date]:
    # Rows are dated by the reading, because `as_of` of an archived answer is not always the publisher's.
    meta.take("as_of", instant)
    if (version := meta.take("version", text)) != "v1":
        meta.reading.note("unknown version", f"meta.version is {version[:40]}")
    first, last = meta.take("start_date", day), meta.take("end_date", day)
    if last < first:
        raise meta.refuse("end_date", f"is {last}, before {first}")
    meta.done()
    return first, last


def _row(record: Record, observed_at: dt.datetime) -> Row:
    on, slug = record.take("date", day), record.take("model_permaslug", text)
    if on > observed_at.date():
        raise record.refuse("date", f"is {on}, after the reading")
    row = {
        "source": SOURCE.name,
        "series": "daily",
        "period_start": on,
        "period_end": on,
        "row": "remainder" if slug == REMAINDER else "model",
        "slug": "" if slug == REMAINDER else slug,
        "total_tokens": record.take("total_tokens", count),
        "rounding_tokens": 0,
        "observed_at": observed_at,
    }
    record.done()
    return row


def _check_days(rows: list[Row], first: dt.date, last: dt.date, reading: Reading) -> None:
    per_day = Counter(row["period_end"] for row in rows)
    asked = (last - first).days + 1
    reading.expect_rows("data", len(rows), asked * ROWS_PER_DAY // 2, asked * ROWS_PER_DAY)
    for on, n in per_day.items():
        if n != ROWS_PER_DAY:
            reading.note("day without 51 rows", f"{on} has {n} rows")
    remainders = {row["period_end"] for row in rows if row["row"] == "remainder"}
    if without := sorted(str(on) for on in per_day.keys() - remainders):
        reading.note("day without a remainder row", without[0], len(without))
    if asked > len(per_day):
        reading.note("day missing from the window", f"{len(per_day)} days of {first} to {last}", asked - len(per_day))
