"""Books small enough to check by eye, with names that strangers might choose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from weighbridge.estimate import Choice, Estimate, LeadChange, Option, Provenance, Series, SourceUse, Standing, Status
from weighbridge.outputs import Book, Chapter, Entry

FIRST = dt.date(2026, 6, 30)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://example.invalid")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\tstarts with a tab",
    "evil\u202egnp.exe",
    "two\nlines\r\nand a bell\x07",
    "{{ 7 * 7 }}{% raw %}",
    "</style></svg><svg onload=alert(1)>",
    "深度求索 🐋",
    "n" * 300,
    "not\uffffa\x00character",
)
CHOICES = (Choice("window", "How long.", (Option("7d", "a week"), Option("1d", "a day"))),)
PROVENANCE = Provenance(
    (
        SourceUse(
            "openrouter_daily",
            "OpenRouter",
            "CC-BY-4.0",
            "Source: OpenRouter (openrouter.ai/rankings), as of 2026-08-22.",
            "name",
            dt.date(2026, 8, 21),
            6,
            "a" * 64,
        ),
        SourceUse(
            "listing", "Somebody", "unstated", "A listing <b>of theirs</b>", "family", dt.date(2026, 8, 22), 2, "b" * 64
        ),
    ),
    "0.1.0",
    "store",
    "c" * 64,
)


def estimate(
    end: dt.date,
    group: str,
    value: float | None,
    low: float | None,
    high: float | None,
    status: Status = Status.OBSERVED,
) -> Estimate:
    start = end - dt.timedelta(days=6)
    return Estimate(start, end, group, group, value, low, high, low, high, 3, 0.9, status)


def standing(leader: str | None, ahead: str, second: str | None = None) -> Standing:
    return Standing(
        leader=leader,
        leader_id=leader,
        value=None,
        value_low=0.555,
        value_high=0.641,
        runner_up=second,
        margin=None,
        margin_low=0.122,
        margin_high=0.293,
        since_after=dt.date(2026, 1, 29),
        since_until=dt.date(2026, 7, 31),
        changes=(LeadChange(second, ahead, dt.date(2026, 1, 29), dt.date(2026, 7, 31)),),
        share_of_choices=1.0,
        share_of_resamples=None,
        rivals={HOSTILE[0]: ("window=1d",)},
        ahead=ahead,
    )


def series(
    by: str, estimates: Sequence[Estimate], held: Standing | None, unit: str = "share", measure: str = "token_share"
) -> Series:
    as_of = max((e.period_end for e in estimates), default=None)
    return Series(
        measure, 1, unit, by, {"window": "7d"}, as_of, tuple(estimates), held, PROVENANCE, None, "worst-case bounds"
    )


def days(n: int, step: int = 7) -> list[dt.date]:
    return [FIRST + dt.timedelta(days=step * i) for i in range(n)]


def bounded(by: str = "country", groups: Sequence[str] = ("CN", "US"), n: int = 4) -> Series:
    found = [
        estimate(day, g, None, 0.5 - 0.1 * i, 0.6 - 0.1 * i, Status.BOUNDED)
        for day in days(n)
        for i, g in enumerate(groups)
    ]
    return series(by, found, standing(groups[0], groups[0], groups[1]))


def counted(groups: Sequence[str] = HOSTILE, n: int = 4) -> Series:
    found = [
        estimate(day, g, 0.3 / (i + 1), 0.3 / (i + 1), 0.3 / (i + 1)) for day in days(n) for i, g in enumerate(groups)
    ]
    return series("organisation", found, standing(groups[0], groups[0], groups[1]))


def chapter(*entries: Entry, unit: str = "share") -> Chapter:
    return Chapter(
        "token_share",
        "Share of tokens",
        "Whose models serve the tokens?",
        "used",
        "Tokens of a group & all < 1.",
        unit,
        1,
        ("One router.",),
        CHOICES,
        race=True,
        entries=entries,
    )


def book() -> Book:
    several = (
        bounded(),
        counted(),
        replace(bounded("family", ("qwen", "llama")), standing=standing(None, "qwen", "llama")),
    )
    absent = Entry("openness", None, "holds no <token_cells>")
    return Book((chapter(*(Entry(s.by, s) for s in several), absent),), PROVENANCE)
