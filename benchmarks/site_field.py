"""An invented field of contenders for the bench of the site: as many makers as wanted, each in one race over time."""

from __future__ import annotations

import datetime as dt

from weighbridge import discover
from weighbridge.contender import Contender
from weighbridge.estimate import Estimate, Provenance, Series, SourceUse, Status
from weighbridge.outputs import Book, Chapter, Entry, Sheet

FIRST = dt.date(2026, 1, 31)
PERIODS = 6
SOURCE = SourceUse("ollama", "Invented", "CC0-1.0", "Invented for a bench.", "name", FIRST, 1, "a" * 64)
PROVENANCE = Provenance((SOURCE,), "bench", "store", "b" * 64)


def book(makers: int) -> Book:
    """Give a book of so many makers: each has a page in every language."""
    says = ("name", "title", "question", "topic", "definition", "unit", "version", "misleads", "choices", "race")
    measure = discover.measures()["token_share"].MEASURE
    race = Entry("organisation", _race(makers))
    chapter = Chapter(**{word: getattr(measure, word) for word in says}, entries=(race,))
    sheet = Sheet("ollama", "Invented", "Nothing real.", "https://example.invalid", "CC0-1.0", (), SOURCE)
    return Book((chapter,), PROVENANCE, contenders=tuple(map(_maker, range(makers))), sheets=(sheet,), made_by="bench")


def _maker(i: int) -> Contender:
    return Contender("organisation", f"maker-{i}", f"Maker {i}", f"第{i}家", country="US", evidence="Invented.")


def _race(makers: int) -> Series:
    days = [FIRST + dt.timedelta(days=30 * i) for i in range(PERIODS)]
    every = range(makers)
    found = tuple(_estimate(day, i, (i * 7919 + 31 * k) % 1000 / 1000) for k, day in enumerate(days) for i in every)
    choices = {choice.name: choice.default for choice in discover.measures()["token_share"].MEASURE.choices}
    said = (PROVENANCE, 0.9, "invented")
    return Series("token_share", 1, "share", "organisation", choices, days[-1], found, None, *said)


def _estimate(day: dt.date, i: int, value: float) -> Estimate:
    low, high = max(value - 0.01, 0.0), min(value + 0.01, 1.0)
    return Estimate(day - dt.timedelta(days=6), day, f"Maker {i}", f"maker-{i}", value, low, high, low, high, 10, 0.9,
                    Status.OBSERVED)  # fmt: skip
