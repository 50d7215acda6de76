"""LMArena: ratings of models from people's choices between two answers, as boards of a day."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.decoding import csv_records, json_document
from weighbridge.errors import FetchError
from weighbridge.record import Reading, Record, records
from weighbridge.rows import Row, table_of
from weighbridge.schema import RATINGS, STATED_MODELS, Table
from weighbridge.sources import CSV_FILE, JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, day, instant, number, shown, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="arena",
    publisher="LMArena",
    says="Ratings of models with 95 % intervals, from people's choices between two answers to their own questions.",
    homepage="https://lmarena.ai/leaderboard",
    # Two collectors license their files (MPL-2.0, MIT); LMArena states no terms for its own, nor for the ratings.
    licence="unstated",
    attribution=(
        "LMArena (lmarena.ai), collected by github.com/fboulnois/llm-leaderboard-csv (MPL-2.0) and "
        "github.com/nakasyou/lmarena-history (MIT), and github.com/lmarena/arena-catalog"
    ),
    tables=("ratings", "stated_models"),
    misleads=(
        "Each board is fitted anew on its own scale: the text board rose by 21 points at the median in June 2025.",
        "A rating says which answer visitors liked better, not which was right; length and style draw votes.",
        "Makers choose which models to enter, and some test many variants before one is named.",
        "One model holds the scale of the older text boards in place: its interval has no width.",
        "The long history has no intervals, and zero in it means that a model was not rated.",
        "Models leave the boards, and names differ between the files of one publisher.",
    ),
)
# On this scale a model of chance stands hundreds of points below the best; beyond these a figure has another unit.
LEAST_POINTS, MOST_POINTS = 300.0, 3_000.0
_INTERVAL = re.compile(r"\+([0-9]{1,4}(?:\.[0-9]{1,9})?)/-([0-9]{1,4}(?:\.[0-9]{1,9})?)")
_VERSION = re.compile(r"\bBoard version ([0-9]{4}-[0-9]{2}-[0-9]{2})\b")
_CATEGORY = re.compile(r"[a-z][a-z0-9_]{0,79}")
_COMPACT_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


class Feed(NamedTuple):
    """A live file in a code repository; `undated`: the days that it describes do not stand in it."""

    repo: str
    path: str
    media_types: frozenset[str]
    undated: bool


FEEDS = (
    Feed("fboulnois/llm-leaderboard-csv", "csv/lmarena_text.csv", CSV_FILE, undated=True),
    Feed("nakasyou/lmarena-history", "output/result.csv", CSV_FILE, undated=False),
    Feed("lmarena/arena-catalog", "data/leaderboard-text-style-control.json", JSON_FILE, undated=True),
    Feed("lmarena/arena-catalog", "data/scatterplot-data.json", JSON_FILE, undated=False),
)


class Rated(NamedTuple):
    """One rating as published, in points of its board; the ends of the interval are null where none is stated."""

    board: str
    category: str
    observed_on: dt.date
    model: str
    rating: float
    rating_low: float | None
    rating_high: float | None
    votes: int | None


Found = dict[Table, Sequence[Row]]


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield each file that has changed; a board without a day of its own carries that of its last change."""
    for feed in FEEDS:
        url = f"https://raw.githubusercontent.com/{feed.repo}/main/{feed.path}"
        for found in visit.changed(SOURCE, url, feed.path.rsplit("/", 1)[-1], feed.media_types):
            # A board that stands still for a year must not be dated by the day on which it is read.
            yield replace(found, last_modified=_changed_at(visit, feed)) if feed.undated else found


def _changed_at(visit: Visit, feed: Feed) -> str:
    """Ask when the file last changed; gives the instant as HTTP writes it. Raises FetchError."""
    url = f"https://api.github.com/repos/{feed.repo}/commits?path={feed.path}&per_page=1"
    listed = visit.client.get(url, media_types={"application/json"}, max_bytes=1_000_000)
    try:
        at = instant(json.loads(listed.body)[0]["commit"]["committer"]["date"])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise FetchError("did not say when the file changed", where=url, then="try again later") from error
    return format_datetime(at, usegmt=True)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `ratings`, `stated_models`, or both, as the file states them. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    read = SHAPES.get(snapshot.file_name)
    if read is None:
        raise reading.fail(f"file `{snapshot.file_name}` is none of {', '.join(SHAPES)}")
    found = read(snapshot, raw, reading)
    return {table.name: table_of(table, _undisputed(table, rows, reading), reading) for table, rows in found.items()}


def _text_board(snapshot: Snapshot, raw: bytes, reading: Reading) -> Found:
    on = _board_day(snapshot, reading)
    ratings, stated = [], []
    for record in csv_records(raw, reading):
        model = record.take("model", text)
        ratings.append(_rated(record, model, on))
        stated.append(_stated(record, model, None, snapshot, on))
        # Ranks are made of the intervals, which are read.
        record.ignore("rank", "rank_stylectrl", "knowledge_cutoff", "url")
        record.done()
    return {RATINGS: _believed(ratings, snapshot, reading, 50), STATED_MODELS: stated}


def _rated(record: Record, model: str, on: dt.date) -> Rated:
    # The oldest board names its column otherwise.
    record.optional("arena_elo")
    earlier = record.take_or_null("arena_elo", number)
    rating = record.take("arena_score", number) if earlier is None else earlier
    width = record.take_or_null("95_pct_ci", interval)
    votes = record.take_or_null("votes", count)
    low, high = (None, None) if width is None else (rating - width[1], rating + width[0])
    return Rated("text", "full", on, model, rating, low, high, votes)


def interval(value: object) -> tuple[float, float]:
    """Read "+3/-4": points above the rating and points below it."""
    shape = _INTERVAL.fullmatch(value) if isinstance(value, str) else None
    if shape is None:
        raise ValueError(f"should be an interval such as +3/-4, is {shown(value)}")
    return float(shape[1]), float(shape[2])


def _history(snapshot: Snapshot, raw: bytes, reading: Reading) -> Found:
    """Read the wide table: a row a day, a column a model, 0.0 where the model was not rated."""
    days = csv_records(raw, reading)
    names = [_column(name, reading) for name in _header(raw) if name]
    table = [(record, _past_day(record, snapshot), _cells(record, names)) for record in days]
    models = [name for name in names if any(cells[name] is not None for _, _, cells in table)]
    for name in sorted(set(names) - set(models)):
        reading.note(f"unknown field `{name[:80]}`", "header", len(table))
    ratings = [
        Rated("text_history", "full", on, name, points, None, None, None)
        for record, on, cells in table
        for name in models
        if (points := _points(record, name, cells[name]))
    ]
    return {RATINGS: _believed(ratings, snapshot, reading, 500)}


def _header(raw: bytes) -> list[str]:
    return next(csv.reader([raw.partition(b"\n")[0].decode()]), [])


def _column(name: str, reading: Reading) -> str:
    try:
        return text(name)
    except ValueError as error:
        raise reading.fail(f"a column's name {error}") from None


def _past_day(record: Record, snapshot: Snapshot) -> dt.date:
    on = record.take("", compact_day)
    if on > snapshot.retrieved_at.date():
        raise record.refuse("", f"is {on}, after the capture")
    return on


def compact_day(value: object) -> dt.date:
    """Read a day written YYYYMMDD."""
    shape = _COMPACT_DAY.fullmatch(value) if isinstance(value, str) else None
    if shape is None:
        raise ValueError(f"should be a day YYYYMMDD, is {shown(value)}")
    return day("-".join(shape.groups()))


def _cells(record: Record, names: Iterable[str]) -> dict[str, float | None]:
    """Take the cells of a row; None where one is no number, which only a column without any number may be."""
    return {name: record.take(name, _number_if_any) for name in names}


def _number_if_any(value: object) -> float | None:
    try:
        return number(value)
    except ValueError:
        return None


def _points(record: Record, name: str, cell: float | None) -> float:
    if cell is None:
        raise record.refuse(name, "should be a finite number")
    return cell


def _by_category(snapshot: Snapshot, raw: bytes, reading: Reading) -> Found:
    on, document = _board_day(snapshot, reading), json_document(raw, reading)
    if not isinstance(document, dict) or "full" not in document:
        raise reading.fail("field `full` is missing")
    ratings = [
        _of_category(category, model, record, on)
        for category in _categories(document, reading)
        for model, record in Record(document, "", reading).named(category)
    ]
    return {RATINGS: _believed(ratings, snapshot, reading, 1_000)}


def _categories(document: Iterable[str], reading: Reading) -> list[str]:
    names = list(document)
    if strange := [name for name in names if not _CATEGORY.fullmatch(name)]:
        raise reading.fail(f"category should be a name in lower case, is {shown(strange[0])}")
    return names


def _of_category(category: str, model: str, record: Record, on: dt.date) -> Rated:
    rating, low, high = (record.take(name, number) for name in ("rating", "rating_q025", "rating_q975"))
    record.done()
    return Rated("text_style_control", category, on, model, rating, low, high, None)


def _believed(ratings: Iterable[Rated], snapshot: Snapshot, reading: Reading, fewest: int) -> list[Row]:
    """Give the rows of the ratings that can be true; each other is counted by name. ParseError if few are left."""
    rows: list[Row] = []
    for rated in ratings:
        if why := _flaw(rated):
            reading.note(f"rating refused: {why}", f"{rated.model} on {rated.board}, {rated.category}: {rated.rating}")
        else:
            rows.append({"source": SOURCE.name, **rated._asdict(), "observed_at": snapshot.retrieved_at})
    reading.expect_rows("ratings", len(rows), fewest, 1_000_000)
    return rows


def _flaw(rated: Rated) -> str:
    """Say why a rating cannot be true; empty if it can."""
    low, high = rated.rating_low, rated.rating_high
    if (low is None or high is None) and rated.board != "text_history":
        return "no interval on a board that states them"
    points = [point for point in (low, rated.rating, high) if point is not None]
    if not all(LEAST_POINTS <= point <= MOST_POINTS for point in points):
        return f"not from {LEAST_POINTS:g} to {MOST_POINTS:g} points"
    return "" if points == sorted(points) else "outside its interval"


def _prices(snapshot: Snapshot, raw: bytes, reading: Reading) -> Found:
    """Read what a price list states of models; its prices are typed in by hand and are left out."""
    stated = []
    for record in records(json_document(raw, reading), "", reading):
        model, title = record.take("model_api_name", text), record.take("name", text)
        stated.append(_stated(record, model, title, snapshot, snapshot.retrieved_at.date()))
        record.ignore("input_token_price", "output_token_price", "price_source", "model_source", "hidden")
        record.done()
    reading.expect_rows("models", len(stated), 50, 10_000)
    return {STATED_MODELS: stated}


def _stated(record: Record, model: str, title: str | None, snapshot: Snapshot, on: dt.date) -> Row:
    unknown = dict.fromkeys(("country", "access", "open_weights", "released_on", "training_flop"))
    return {
        "source": SOURCE.name,
        "observed_on": on,
        "model": model,
        "title": title,
        "maker": record.take_or_null("organization", text),
        "licence": record.take_or_null("license", text),
        **unknown,
        "observed_at": snapshot.retrieved_at,
    }


def _board_day(snapshot: Snapshot, reading: Reading) -> dt.date:
    """Say which day a board describes: as its capture notes, else its last change, else the day of the capture."""
    named = _VERSION.search(snapshot.note)
    try:
        on = day(named[1]) if named else _day_of(snapshot.last_modified) or snapshot.retrieved_at.date()
    except (ValueError, OverflowError) as error:
        raise reading.fail(f"the day of the board cannot be read: {error}") from None
    if on > snapshot.retrieved_at.date():
        raise reading.fail(f"the board is of {on}, after its capture")
    return on


def _day_of(last_modified: str) -> dt.date | None:
    return parsedate_to_datetime(last_modified).astimezone(dt.UTC).date() if last_modified else None


def _undisputed(table: Table, rows: Sequence[Row], reading: Reading) -> list[Row]:
    """Drop every row of a model that one file states in two ways: which of them holds is not known."""
    first: dict[tuple[object, ...], Row] = {}
    disputed = set()
    for row in rows:
        key = tuple(row[name] for name in table.key)
        if first.setdefault(key, row) != row:
            disputed.add(key)
    for key in sorted(disputed, key=str):
        reading.note(f"model stated twice in {table.name}", ", ".join(map(str, key[1:])))
    return [row for row in rows if tuple(row[name] for name in table.key) not in disputed]


SHAPES: dict[str, Callable[[Snapshot, bytes, Reading], Found]] = {
    "lmarena_text.csv": _text_board,
    # What the collector called it until July 2025.
    "lmsys.csv": _text_board,
    "result.csv": _history,
    "leaderboard-text-style-control.json": _by_category,
    "scatterplot-data.json": _prices,
}
