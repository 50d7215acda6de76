"""Figures of the program beside the same figures by plain Python from the archive's raw bytes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.measures import raw
from weighbridge.amounts import downloads, tokens
from weighbridge.estimate import Status

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Estimate

DAY = dt.date(2026, 8, 19)
MONTHS = [dt.date(2025 + m // 12, m % 12 + 1, 1) for m in range(6, 20)]
FAMILIES = ("llama", "qwen", "gemma", "deepseek", "mistral", "gpt-oss")
# The library's names of each family, by their own beginnings; all others belong to other families.
NAMES = {
    "llama": ("llama2", "llama3", "llama3.1", "llama3.2", "llama3.2-vision", "llama3.3", "llama4", "codellama",
              "llama-guard3"),
    "qwen": ("qwen", "qwq", "codeqwen"),
    "gemma": ("gemma", "codegemma", "functiongemma", "medgemma", "shieldgemma", "translategemma"),
    "deepseek": ("deepseek",),
    "mistral": ("mistral", "mixtral", "codestral", "devstral", "magistral", "mathstral", "ministral"),
    "gpt-oss": ("gpt-oss",),
}  # fmt: skip
# Other makers' models built on Mistral, and a family of its own.
OTHERS = {"mistral-openorca", "mistrallite", "qwen3-embedding"}


def by_group(found: tuple[Estimate, ...]) -> dict[str, Estimate]:
    return {estimate.group_id: estimate for estimate in found}


def test_token_shares_of_countries_are_bounds(starter: Weighbridge, archive: Path) -> None:
    week = raw.week_tokens(archive, str(DAY))
    total = sum(week.values())
    series = starter.measure("token_share", "country", at=DAY)
    found = by_group(series.estimates)
    assert set(found) == set(raw.COUNTRY_OF_ACCOUNT)
    for country, accounts in raw.COUNTRY_OF_ACCOUNT.items():
        listed = sum(count for name, count in week.items() if name.partition("/")[0] in accounts)
        assert found[country].value is None
        assert found[country].ci_low == pytest.approx(float(Fraction(listed, total)), rel=1e-12)
        assert found[country].ci_high == pytest.approx(float(Fraction(listed + week[raw.REST], total)), rel=1e-12)
    assert series.standing is not None
    assert series.standing.leader == "CN"
    assert (found["CN"].ci_low or 0) > (found["US"].ci_high or 1)


@pytest.mark.parametrize(("last", "restated"), [("2026-06-30", 0), ("2026-07-31", 0), ("2026-08-19", 6_891_712)])
def test_weeks_equal_the_routers_own_totals(starter: Weighbridge, archive: Path, last: str, restated: int) -> None:
    """The last one was read before its newest day was restated: that day alone explains the difference."""
    rows = tokens.read(starter.lake, "country", {})
    found = tokens.amounts(rows, {"list": "daily", "window": "7d", "free": "in", "attribution": "maker"})
    week = found.ends.index(dt.date.fromisoformat(last))
    total = int(found.amount[week].sum() + found.unknown[week] + found.remainder[week])
    assert total == sum(raw.week_tokens(archive, last).values())
    published = raw.week_totals(archive)[last]
    assert total - published == restated
    assert restated / published < 1e-7
    leaderboard = tokens.amounts(rows, {"list": "leaderboard", "window": "7d", "free": "in", "attribution": "maker"})
    own = leaderboard.ends.index(dt.date.fromisoformat(last))
    listed = leaderboard.amount[own].sum() + leaderboard.unknown[own] + leaderboard.remainder[own]
    assert int(listed) == published
    assert round(published / 1e12, 2) in (46.90, 57.29, 80.70)


def family_of(name: str) -> str | None:
    for family, starts in NAMES.items():
        if name not in OTHERS and name.startswith(starts) and (family != "llama" or name in starts):
            return family
    return None


def level(counts: list[tuple[dt.date, Decimal | None]], first_listed: int, day: dt.date) -> Decimal:
    """The level of one name on a day: falls taken out, on the line between two captures, 0 before it was listed."""
    points: list[tuple[dt.date, Decimal]] = []
    if first_listed > 0:
        points.append((counts[first_listed - 1][0], Decimal(0)))
    lifted, before = Decimal(0), None
    for read, shown in counts:
        if shown is not None:
            if before is not None and before - shown > half(before) + half(shown):
                lifted += before - shown
            before = shown
            points.append((read, shown + lifted))
    if not points or day < points[0][0]:
        return Decimal(0)
    for (left, low), (right, high) in pairwise(points):
        if left <= day <= right:
            return low + (high - low) * (day - left).days / (right - left).days
    return points[-1][1]


def half(shown: Decimal) -> Decimal:
    return Decimal(50_000) if shown >= 1_000_000 else Decimal(50) if shown >= 1_000 else Decimal(0)


def flows(archive: Path, first: dt.date, last: dt.date) -> dict[str | None, Decimal]:
    captures = raw.pulls(archive)
    found: defaultdict[str | None, Decimal] = defaultdict(Decimal)
    for name in {name for listed in captures.values() for name in listed}:
        counts = [(read, listed.get(name)) for read, listed in captures.items()]
        listed_at = next(i for i, listed in enumerate(captures.values()) if name in listed)
        found[family_of(name)] += level(counts, listed_at, last) - level(counts, listed_at, first)
    return found


def test_every_family_has_every_month(starter: Weighbridge) -> None:
    series = starter.measure("pull_share", "family")
    for family in FAMILIES:
        mine = [estimate for estimate in series.estimates if estimate.group_id == family]
        assert [estimate.period_end.replace(day=1) for estimate in mine] == MONTHS
        for estimate in mine:
            assert estimate.value is not None
            assert (estimate.ci_low or 0.0) <= estimate.value <= (estimate.ci_high or 0.0)
    none_yet = next(e for e in series.estimates if e.group_id == "gpt-oss")
    assert (none_yet.value, none_yet.n, none_yet.status) == (0.0, 0, Status.OBSERVED)


def test_pull_shares_are_those_of_the_counters(starter: Weighbridge, archive: Path) -> None:
    series = starter.measure("pull_share", "family")
    months = sorted({(estimate.period_start, estimate.period_end) for estimate in series.estimates})
    assert [end.replace(day=1) for _, end in months] == MONTHS
    for start, end in (months[0], months[5], months[-2], months[-1]):
        wanted = flows(archive, start - dt.timedelta(days=1), end)
        total = sum(wanted.values())
        found = by_group(tuple(e for e in series.estimates if e.period_end == end))
        for family in FAMILIES:
            assert found[family].value == pytest.approx(float(wanted[family] / total), rel=1e-9, abs=1e-12), (
                end,
                family,
            )


def test_rounding_is_in_the_interval(starter: Weighbridge) -> None:
    """Llama's big names are shown to 0.1 million, so a month of theirs cannot be known to a part in a hundred."""
    series = starter.measure("pull_share", "family", at=dt.date(2025, 10, 31))
    llama = by_group(series.estimates)["llama"]
    assert llama.ci_low is not None
    assert llama.ci_high is not None
    assert 0.005 < llama.ci_high - llama.ci_low < 0.1
    gap = by_group(starter.measure("pull_share", "family", at=dt.date(2026, 7, 31)).estimates)["llama"]
    assert gap.status == Status.ESTIMATED
    assert (gap.ci_high or 0) - (gap.ci_low or 0) > llama.ci_high - llama.ci_low


def test_download_shares_are_of_the_listing(starter: Weighbridge, archive: Path) -> None:
    models = raw.listing(archive, "2026-08-22")
    total = sum(model["downloads"] for model in models)
    series = starter.measure("download_share", "organisation", at=dt.date(2026, 8, 22), choices={"population": "all"})
    found = by_group(series.estimates)

    def own(*accounts: str) -> Fraction:
        return Fraction(sum(m["downloads"] for m in models if m["id"].partition("/")[0] in accounts), total)

    # No one else uploads what this maker made; copies of the others' weights add to what they upload themselves.
    assert found["pyannote"].value == pytest.approx(float(own("pyannote")), rel=1e-12)
    for organisation, accounts in {"sentence-transformers": ("sentence-transformers", "cross-encoder"),
                                   "alibaba": ("Qwen",), "openai": ("openai",)}.items():  # fmt: skip
        value = found[organisation].value
        assert value is not None
        assert own(*accounts) <= value <= 2 * own(*accounts)


def test_every_download_of_the_listing_is_counted(starter: Weighbridge, archive: Path) -> None:
    rows = downloads.read(starter.lake, "organisation", {})
    choices = {
        "listing": "huggingface_listing_top600",
        "population": "all",
        "copies": "to_maker",
        "attribution": "maker",
    }
    found = downloads.amounts(rows, choices, "30d")
    models = raw.listing(archive, "2026-08-22")
    assert found.ends[-1] == dt.date(2026, 8, 22)
    assert int(found.amount[-1].sum() + found.unknown[-1]) == sum(model["downloads"] for model in models)
    assert found.unknown[-1] / (found.amount[-1].sum() + found.unknown[-1]) < 0.03


@pytest.mark.parametrize("account", ["RedHatAI", "ibm-granite"])
def test_all_time_downloads_are_those_of_the_counters(starter: Weighbridge, archive: Path, account: str) -> None:
    sums: defaultdict[str, int] = defaultdict(int)
    for row in raw.stats_rows(archive, account):
        sums[row["date"][:10]] += int(row["downloads_all_time"])
    rows = downloads.read(starter.lake, "organisation", {})
    choices = {"listing": "redhat_hf_stats", "population": "all", "copies": "to_maker", "attribution": "maker"}
    found = downloads.amounts(rows, choices, "all_time")
    total = dict(zip(map(str, found.ends), found.amount.sum(axis=1) + found.unknown, strict=True))
    first, last = min(sums), max(sums)
    expected = {"RedHatAI": (596_107, 10_517_907), "ibm-granite": (11_217_505, 71_272_134)}[account]
    assert (sums[first], sums[last]) == expected
    alone = first if account == "RedHatAI" else last  # the days on which only this account was read
    assert int(total[alone]) == sums[alone]
