from __future__ import annotations

from dataclasses import replace

import pytest

from tests.outputs.books import bounded, days, estimate, standing
from weighbridge import chinese_wording, wording


@pytest.mark.parametrize(
    ("value", "low", "high", "unit", "words"),
    [
        (0.42057, 0.42057, 0.42057, "share", "42.1 %"),
        (0.4994, 0.4514, 0.577, "share", "49.9 % (45.1–57.7 %)"),
        (None, 0.55503, 0.64058, "share", "55.5–64.1 %"),
        (None, 0.1, None, "share", "at least 10.0 %"),
        (None, None, None, "share", "not known"),
        (0.0, 0.0, 0.0, "share", "0.0 %"),
        (263.4, 263.4, 263.4, "ratio", "263×"),
        (0.525, 0.4, 0.6, "ratio", "0.53× (0.40×–0.60×)"),
        (0.1871, 0.1871, 0.1871, "index", "0.187"),
        (2176515.0, 2176515.0, 2176515.0, "downloads", "2.18 million downloads"),
        (128e9, 128e9, 128e9, "parameters", "128 billion parameters"),
        (284e9, 284e9, 753.864e9, "parameters", "284 billion parameters (284–753.9 billion parameters)"),
        (999_999_700.0, None, None, "pulls", "1.00 billion pulls"),
        (1_234_567.0, None, None, "pulls", "1.23 million pulls"),
        (753.864e9, None, None, "pulls", "753.9 billion pulls"),
        (46.9e12, 46.9e12, 46.9e12, "tokens", "46.90 trillion tokens"),
        (34352.0, 0.0, 34352.0, "downloads", "34,352 downloads (0–34,352 downloads)"),
        (None, -0.01, 0.02, "share", "−1.0 to 2.0 %"),
        (161.653, 159.11, 164.86, "points", "161.7 points (159.1–164.9 points)"),
        (1470.4, 1465.0, 1475.0, "rating points", "1,470 rating points (1,465–1,475 rating points)"),
        (3.52, 1.1, 5.3, "months", "3.5 months (1.1–5.3 months)"),
        (None, 7.25, None, "months", "at least 7.2 months"),
        (None, None, -32.0, "months", "at most −32.0 months"),
        (3.52, 1.1, None, "months", "3.5 months (at least 1.1 months)"),
        (3.52, None, 5.3, "months", "3.5 months (at most 5.3 months)"),
        (0.28, None, None, "USD per million tokens", "0.28 USD per million tokens"),
        (0.0, None, None, "USD per million tokens", "0 USD per million tokens"),
        (0.0028, None, None, "USD", "0.0028 USD"),
        (1.1, None, None, "USD", "1.10 USD"),
        (150.0, None, None, "USD", "150 USD"),
        (12.345, None, None, "USD", "12.35 USD"),
    ],
)
def test_a_figure_is_said_with_all_that_is_known(
    value: float | None, low: float | None, high: float | None, unit: str, words: str
) -> None:
    assert wording.figure(value, low, high, unit) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "words"),
    [
        (5.0, 1.0, 9.0, "1.0–9.0 months"),
        (5.0, 1.0, None, "at least 1.0 months"),
        (5.0, None, None, "open at both ends"),
        (None, None, None, "not known"),
    ],
)
def test_a_range_that_no_choice_closes_is_open_and_not_unknown(
    value: float | None, low: float | None, high: float | None, words: str
) -> None:
    found = replace(estimate(days(1)[0], "CN", value, None, None), range_low=low, range_high=high)
    assert wording.over_choices(found, "months") == words


def test_a_mean_of_steps_is_no_whole_number() -> None:
    assert wording.amount(2.534, "steps") == "2.53 steps"
    assert chinese_wording.amount(2.534, "steps") == "2.53 步"


def test_a_lag_below_none_is_a_lead() -> None:
    assert wording.beside("5.2 months", "country", "US", "months") == "5.2 months behind US"
    assert wording.beside(wording.amount(-34.6, "months"), "country", "AE", "months") == "34.6 months ahead of AE"
    assert chinese_wording.beside("−34.6 个月", "country", "AE", "months") == "领先阿联酋 34.6 个月"


def test_zero_is_a_figure_and_unknown_is_not_zero() -> None:
    assert wording.figure(0.0, None, None, "share") == "0.0 %"
    assert "0" not in wording.figure(None, None, None, "share")


def test_a_tiny_negative_margin_has_no_minus_before_zero() -> None:
    assert wording.amount(-0.00001, "share") == "0.0 %"


def test_a_margin_of_shares_counts_percentage_points() -> None:
    held = standing("CN", "CN", "US")
    assert wording.margin(held, "share") == "12.2–29.3 points"
    assert wording.margin(replace(held, margin_low=-0.03), "share") == "−3.0 to 29.3 points"
    assert wording.margin(replace(held, margin=0.2), "share") == "20.0 points (12.2–29.3)"
    assert wording.margin(replace(held, runner_up=None), "share") == "no other contender"


def test_a_margin_may_be_open_at_an_end() -> None:
    held = standing("CN", "CN", "US")
    assert wording.margin(replace(held, margin_high=None), "share") == "at least 12.2 points"
    assert wording.margin(replace(held, margin=0.2, margin_high=None), "share") == "20.0 points (at least 12.2)"
    assert wording.margin(replace(held, margin=0.2, margin_low=None), "share") == "20.0 points (at most 29.3)"
    assert wording.margin(replace(held, margin=0.2, margin_low=None, margin_high=None), "share") == "20.0 points"
    assert wording.margin(replace(held, margin_low=None, margin_high=None), "share") == "not known"


def test_a_lead_began_between_two_days_or_before_the_data() -> None:
    held = standing("CN", "CN", "US")
    assert wording.since(held) == "between 29 Jan and 31 Jul 2026"
    assert wording.since(replace(held, since_after=None)) == "by 31 Jul 2026, the first day that decides"
    assert wording.since(replace(held, leader=None)) == "not known"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "all choices"),
        (0.0, "none of the choices"),
        (0.4, "40 % of choices"),
        (0.999, "over 99 % of choices"),
        (0.001, "under 1 % of choices"),
        (0.995, "over 99 % of choices"),
        (0.005, "under 1 % of choices"),
    ],
)
def test_nearly_all_is_not_all(share: float, words: str) -> None:
    assert wording.sure(replace(standing("CN", "CN"), share_of_choices=share)) == f"leads under {words}"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (19 / 30, "63 % of the 30 choices with figures (of 50)"),
        (1.0, "all 30 choices with figures (of 50)"),
        (0.0, "none of the 30 choices with figures (of 50)"),
    ],
)
def test_a_part_is_of_the_choices_that_have_figures(share: float, words: str) -> None:
    held = replace(standing("CN", "CN"), share_of_choices=share, choices_counted=30, choices_silent=20)
    assert wording.sure(held) == f"leads under {words}"


def test_who_else_leads_is_told_in_a_sentence() -> None:
    ways = ("population = all", "listing = top30 and population = all")
    said = wording.rival("country", "US", ways)
    assert said == "with population = all or listing = top30 and population = all, the United States leads"


def test_a_compact_count_takes_the_magnitude_of_what_is_printed() -> None:
    assert [wording.compact(n) for n in (999_970_000, 999.4e9, 950_400)] == ["1.00 B", "999 B", "950 K"]


def test_resamples_are_said_where_there_are_any() -> None:
    held = replace(standing("CN", "CN"), share_of_resamples=0.88)
    assert wording.sure(held) == "leads under all choices, ahead in 88 % of resamples"


def test_the_finding_names_countries_in_english() -> None:
    assert wording.finding(bounded()) == (
        "China leads with 55.5–64.1 %, 12.2–29.3 points ahead of the United States; "
        "the lead began between 29 Jan and 31 Jul 2026."
    )


@pytest.mark.parametrize(
    ("by", "name", "within"),
    [
        ("country", "United States", "the United States"),
        ("country", "Netherlands", "the Netherlands"),
        ("country", "China", "China"),
        ("country", "US", "US"),
        ("organisation", "United Labs", "United Labs"),
    ],
)
def test_a_country_has_its_article_inside_a_sentence(by: str, name: str, within: str) -> None:
    assert wording.inside(by, name) == within
    assert wording.opening(by, name) == within.replace("the ", "The ")


def test_a_pair_is_read_as_a_sentence() -> None:
    assert wording.group("country", "China behind United States") == "China behind the United States"
    assert wording.group("country", "China behind the United States") == "China behind the United States"
    assert wording.group("organisation", "left behind United States") == "left behind United States"


@pytest.mark.parametrize(
    ("lag", "lead"),
    [
        ("−5.2 months", "5.2 months"),
        ("−6.1 to −5.2 months", "5.2–6.1 months"),
        ("at most −5.7 months", "at least 5.7 months"),
        ("−6.1", "6.1"),
        ("−1.2 to 3.4 months", ""),
        ("at least −1.2 months", ""),
        ("5.2 months", ""),
        ("not known", ""),
    ],
)
def test_only_a_lag_below_none_throughout_is_a_lead(lag: str, lead: str) -> None:
    assert wording.ahead(lag) == lead


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("−1.2 to 3.4 months", "−1.2 to 3.4 months behind the United States"),
        ("−6.1 to −5.2 months", "5.2–6.1 months ahead of the United States"),
    ],
)
def test_bounds_of_a_lag_on_both_sides_of_none_are_no_lead(said: str, beside: str) -> None:
    assert wording.beside(said, "country", "United States", "months") == beside


def test_no_leader_is_named_where_bounds_allow_several() -> None:
    open_race = replace(bounded(), standing=standing(None, "CN", "US"))
    assert wording.finding(open_race).startswith("Undecided: the data allow more than one leader; China has")
    assert wording.lead(open_race) == "undecided; China ahead"
    assert wording.lead(replace(open_race, standing=None)) == "no standing: the newest period holds no figure"


def test_what_is_no_country_keeps_its_name() -> None:
    assert wording.group("country", "ZQ") == "ZQ"
    sizes = {"<1": "<1 B", "1-5": "1-5 B", "250+": "250+ B", "all": "all"}
    assert {name: wording.group("size_class", name) for name in sizes} == sizes
    assert wording.group("country", "../../etc") == "../../etc"
    assert wording.group("organisation", "CN") == "CN"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("two\nlines\x07", "two lines"),
        ("  a  b ", "a b"),
        ("深度求索 🐋", "深度求索 🐋"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_a_name_cannot_change_the_line_it_stands_in(name: str, shown: str) -> None:
    assert wording.plain(name) == shown


def test_a_long_name_is_cut_and_says_so() -> None:
    assert wording.plain("n" * 300) == "n" * 79 + "…"


def test_overlapping_places_are_said_as_such() -> None:
    assert [wording.rank(1, 1), wording.rank(2, 4), wording.rank(None, None)] == ["1", "2–4", "not known"]
