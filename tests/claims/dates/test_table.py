from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.claims.dates.table import CHINESE, ENGLISH
from tests.claims.tables import expressions
from weighbridge.claims.dates import moments

if TYPE_CHECKING:
    from weighbridge.moment import Moment

EXPRESSIONS = expressions(ENGLISH, CHINESE)
DAY = dt.date(2025, 11, 10)


def row(moment: Moment, text: str) -> tuple[str, ...]:
    days = f"{moment.first or '-'} .. {moment.last or '-'}"
    rests = "relative" if moment.relative else "absolute"
    return text[moment.start : moment.end], days, moment.precision, rests


def test_the_table_is_half_chinese() -> None:
    assert len(EXPRESSIONS) >= 100
    assert len(expressions(CHINESE)) >= 0.45 * len(EXPRESSIONS)


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_words_mean(text: str) -> None:
    assert tuple(row(moment, text) for moment in moments(text, DAY)) == EXPRESSIONS[text]


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_relative_words_have_no_days_without_the_article_s_own(text: str) -> None:
    with_day, without = moments(text, DAY), moments(text)
    assert [(moment.start, moment.end, moment.relative) for moment in without] == [
        (moment.start, moment.end, moment.relative) for moment in with_day
    ]
    relative = [moment for moment in without if moment.relative]
    assert all(moment.first is None and moment.last is None for moment in relative)
    assert all("the day of the article, which is not known" in moment.said for moment in relative)
    assert all(moment.first or moment.last for moment in without if not moment.relative)


def test_what_began_goes_on_only_to_a_known_day() -> None:
    (open_ended,) = moments("since November 2024")
    assert (open_ended.first, open_ended.last) == (dt.date(2024, 11, 1), None)


def test_a_month_without_year_is_the_one_that_has_just_been() -> None:
    (december,) = moments("in December", dt.date(2026, 3, 23))
    assert (december.first, december.last) == (dt.date(2025, 12, 1), dt.date(2025, 12, 31))


@pytest.mark.parametrize("text", ["February 29", "2月29日"])
def test_a_leap_day_is_of_the_last_leap_year(text: str) -> None:
    (found,) = moments(text, DAY)
    assert found.first == dt.date(2024, 2, 29)


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("text", ["last year", "the next 900 years", "900年前", "近年来", "明年5月", "weeks ago"])
def test_where_the_calendar_ends_nothing_is_said(text: str, day: dt.date) -> None:
    assert all(
        moment.first is None or moment.last is None or moment.first <= moment.last for moment in moments(text, day)
    )
