"""Figures that others published, beside ours. `docs/published.md` holds the same in a table."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import weighbridge
from tests.conftest import ROOT
from weighbridge.amounts import tokens
from weighbridge.estimate import LeadChange

if TYPE_CHECKING:
    from weighbridge.amounts import Amounts
    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series

PAGE = ROOT / "docs" / "published.md"
CROSSING = dt.date(2026, 2, 15)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    return weighbridge.open(tmp_path_factory.mktemp("empty"))


def weekly(starter: Weighbridge, name: str, free: str) -> Amounts:
    rows = tokens.read(starter.lake, "country", {})
    return tokens.amounts(rows, {"list": name, "window": "7d", "free": free, "attribution": "maker"})


def trillions(found: Amounts, end: dt.date, country: str) -> float:
    return round(float(found.amount[found.ends.index(end), found.groups.index(country)]) / 1e12, 3)


def test_chinese_tokens_first_pass_american_ones_in_the_published_week(starter: Weighbridge) -> None:
    """Published: 2026-02-09 to 15. Ours, from the ten models of the chart: the same week."""
    found = weekly(starter, "chart", "in")
    china, america = (found.amount[:, found.groups.index(country)] for country in ("CN", "US"))
    ahead = [end for end, more in zip(found.ends, china > america, strict=True) if more]
    assert ahead[0] == CROSSING
    assert found.starts[found.ends.index(CROSSING)] == dt.date(2026, 2, 9)


def test_the_published_american_sum_leaves_out_one_free_model(starter: Weighbridge) -> None:
    """Published: 4.12 against 2.94 trillion. Ours: 4.126 against 3.375, of which 0.440 is Arcee AI's free Trinity."""
    every, priced = weekly(starter, "chart", "in"), weekly(starter, "chart", "out")
    assert (trillions(every, CROSSING, "CN"), trillions(every, CROSSING, "US")) == (4.126, 3.375)
    assert (trillions(priced, CROSSING, "CN"), trillions(priced, CROSSING, "US")) == (4.126, 2.935)


def test_the_first_passing_did_not_last(starter: Weighbridge) -> None:
    """The chart's lead passed back twice; only the last passing holds where the list ends."""
    series = starter.measure("token_share", choices={"list": "chart", "unlisted": "left_out"})
    assert series.standing is not None
    days = [(change.earlier, change.later, str(change.after), str(change.until)) for change in series.standing.changes]
    assert days[-5:] == [
        ("US", "CN", "2026-02-08", "2026-02-15"),
        ("CN", "US", "2026-02-22", "2026-03-01"),
        ("US", "CN", "2026-03-01", "2026-03-08"),
        ("CN", "US", "2026-04-12", "2026-04-19"),
        ("US", "CN", "2026-04-26", "2026-05-03"),
    ]


def test_with_all_models_counted_the_passing_is_dated_wider(starter: Weighbridge) -> None:
    """The list of 15 states the total of all: its bounds decide for the US last in January, for China first in June."""
    series = starter.measure("token_share", choices={"list": "leaderboard", "unlisted": "bound"})
    assert series.standing is not None
    assert series.standing.changes == (LeadChange("US", "CN", dt.date(2026, 1, 29), dt.date(2026, 6, 30)),)
    assert (series.standing.since_after, series.standing.since_until) == (dt.date(2026, 1, 29), dt.date(2026, 6, 30))


@pytest.mark.parametrize(
    ("end", "published"), [(dt.date(2026, 6, 30), 46.90), (dt.date(2026, 7, 31), 57.29), (dt.date(2026, 8, 19), 80.70)]
)
def test_weekly_totals_are_the_routers(starter: Weighbridge, end: dt.date, published: float) -> None:
    found = weekly(starter, "daily", "in")
    week = found.ends.index(end)
    total = found.amount[week].sum() + found.unknown[week] + found.remainder[week]
    assert round(float(total) / 1e12, 2) == published


def pulls(starter: Weighbridge, quantity: str) -> Series:
    pinned = {"quantity": quantity, "boundary": "interpolated", "attribution": "maker"}
    return starter.measure("pull_share", "family", choices=pinned)


def test_qwen_passes_llama_later_where_people_run_models_themselves(starter: Weighbridge) -> None:
    """Published, Hub downloads of all time: September or October 2025. Ours, pulls a month: February or March 2026."""
    standing = pulls(starter, "flow").standing
    assert standing is not None
    assert (standing.leader, str(standing.since_after), str(standing.since_until)) == (
        "Qwen",
        "2026-01-31",
        "2026-03-31",
    )


def test_llama_still_leads_in_pulls_of_all_time(starter: Weighbridge) -> None:
    standing = pulls(starter, "cumulative").standing
    assert standing is not None
    assert (standing.leader, standing.runner_up, standing.changes) == ("Llama", "Qwen", ())


def test_the_page_says_what_is_tested_here() -> None:
    page = PAGE.read_text("utf-8")
    for figure in ("4.126", "3.375", "2.935", "46.90", "57.29", "80.70", "2026-01-31", "2026-03-31", "2026-06-30"):
        assert figure in page
