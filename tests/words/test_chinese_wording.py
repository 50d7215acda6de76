from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import FunctionType
from typing import Any

import pytest

from tests.outputs.books import bounded, days, estimate, standing
from weighbridge import chinese_figures, discover, tongue
from weighbridge import chinese_wording as chinese
from weighbridge import wording as english
from weighbridge.estimate import Status
from weighbridge.tongue import Wording


def public(module: Any) -> dict[str, Any]:  # noqa: ANN401 - what inspect gives
    import inspect

    found = {name: of for name, of in vars(module).items() if callable(of) and not name.startswith("_")}
    mine = {name: of for name, of in found.items() if of.__module__.startswith("weighbridge.")}
    return {name: str(inspect.signature(of)) for name, of in mine.items()}


def test_both_languages_have_the_same_functions() -> None:
    said = {name for name in chinese.__all__ if name.islower()}
    promised = {name for name, of in vars(Wording).items() if isinstance(of, FunctionType) and not name.startswith("_")}
    assert said == public(english).keys() == promised
    assert {name: public(chinese)[name] for name in said} == public(english)


def test_both_languages_have_the_same_constants() -> None:
    promised = {name for name in vars(Wording) if name.isupper()}
    assert promised == {name for name in chinese.__all__ if name.isupper()}
    assert chinese.OPENNESS.keys() == english.OPENNESS.keys()
    assert chinese.GROUPINGS.keys() >= english.GROUPINGS.keys()
    assert chinese.STATUSES.keys() == set(Status)


def test_a_language_is_asked_for_by_its_tongue() -> None:
    assert (tongue.worded("zh").TONGUE, tongue.worded("en").TONGUE) == ("zh", "en")
    assert tongue.worded("zh").country("CN") == "中国"


def test_every_grouping_of_a_measure_has_a_name() -> None:
    for module in discover.measures().values():
        assert chinese.GROUPINGS.keys() >= set(module.MEASURE.groupings)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (950.0, "derivatives", "950 个衍生模型"),
        (12_345.0, "accounts", "1.234 万个账号"),
        (99_999_600.0, "downloads", "1 亿次下载"),
        (-34_352.0, "downloads", "−3.435 万次下载"),
        (12.0, "tokens", "12 token"),
        (46.9e12, "tokens", "46.9 万亿 token"),
        (3.0, "steps", "3.00 步"),
        (12.3, "times cheaper a year", "12.3 倍/年"),
        (1470.4, "rating points", "1,470 分"),
        (0.1871, "index", "0.187"),
        (5.0, "of a kind unknown", "5 of a kind unknown"),
    ],
)
def test_an_amount_has_its_unit_and_magnitude(value: float, unit: str, said: str) -> None:
    assert chinese.amount(value, unit) == said


def test_a_noun_is_told_once_where_no_number_borrows_a_magnitude() -> None:
    assert chinese.span(9e7, 1.1e8, "downloads") == "9,000 万–1.1 亿次下载"
    assert chinese.span(3e4, 5e4, "downloads") == "3–5 万次下载"
    assert chinese.span(900.0, 1.2e4, "downloads") == "900 次下载–1.2 万次下载"
    assert chinese.span(None, None, "downloads") == "未知"


def test_counts_of_a_narrow_table() -> None:
    counts = [16.9e12, 284e9, 5.22e6, 950_000.0, 9_500.0]
    assert [chinese.compact(n) for n in counts] == ["16.9 万亿", "2,840 亿", "522 万", "95 万", "9,500"]


def test_days() -> None:
    day = dt.date(2026, 8, 19)
    assert (chinese.day(day), chinese.month(day)) == ("2026年8月19日", "2026年8月")
    assert chinese.period(day, day) == "2026年8月19日"
    assert chinese.period(dt.date(2026, 8, 1), day) == "2026年8月1日至19日"
    assert chinese.period(dt.date(2026, 7, 31), day) == "2026年7月31日至8月19日"
    assert chinese.period(dt.date(2025, 12, 31), day) == "2025年12月31日至2026年8月19日"
    assert english.period(dt.date(2026, 8, 1), day) == "1 to 19 Aug 2026"


def test_a_margin_of_shares_counts_percentage_points() -> None:
    held = standing("CN", "CN", "US")
    assert chinese.margin(held, "share") == "12.2–29.3 个百分点"
    assert chinese.margin(replace(held, margin_low=-0.03), "share") == "−3.0 至 29.3 个百分点"
    assert chinese.margin(replace(held, margin=0.2), "share") == "20.0 个百分点（12.2–29.3）"
    assert chinese.margin(replace(held, margin=0.2, margin_high=None), "share") == "20.0 个百分点（至少 12.2）"
    assert chinese.margin(replace(held, margin_low=None, margin_high=None), "share") == "未知"
    assert chinese.margin(replace(held, runner_up=None), "share") == "没有其他竞争者"


def test_a_lead_began_between_two_days_or_before_the_data() -> None:
    held = standing("CN", "CN", "US")
    assert chinese.since(held) == "2026年1月29日至7月31日之间"
    assert chinese.since(replace(held, since_after=None)) == "不晚于 2026年7月31日（可判定的首日）"
    assert chinese.since(replace(held, leader=None)) == "未知"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "在全部选项组合中领先"),
        (0.0, "在任何选项组合中均未领先"),
        (0.4, "在 40 % 的选项组合中领先"),
        (0.999, "在超过 99 % 的选项组合中领先"),
        (0.001, "在不到 1 % 的选项组合中领先"),
        (0.995, "在超过 99 % 的选项组合中领先"),
        (0.005, "在不到 1 % 的选项组合中领先"),
    ],
)
def test_nearly_all_is_not_all(share: float, said: str) -> None:
    assert chinese.sure(replace(standing("CN", "CN"), share_of_choices=share)) == said


def test_how_sure_tells_resamples_and_combinations_without_figures() -> None:
    held = replace(standing("CN", "CN"), share_of_resamples=0.88, choices_counted=8, choices_silent=4)
    assert chinese.sure(held) == "在全部选项组合中领先（只计 12 种组合中有数据的 8 种），在 88 % 的重抽样中居首"


def test_the_finding_is_one_sentence() -> None:
    assert chinese.finding(bounded()) == (
        "中国以 55.5–64.1 % 居首，领先美国 12.2–29.3 个百分点；领先始于 2026年1月29日至7月31日之间。"
    )
    open_race = replace(bounded(), standing=standing(None, "CN", "US"))
    assert chinese.finding(open_race) == "尚无定论：数据容许不止一方领先；中国数值最高，为 55.5–64.1 %。"
    assert chinese.lead(open_race) == "未定，中国数值最高"
    silent = replace(open_race, standing=None)
    assert chinese.lead(silent) == "无排名：最新一期没有数值"
    assert chinese.finding(silent) == "按国家或地区没有排名：最新一期没有数值。"


def test_classes_are_classes_of_models_inside_a_sentence() -> None:
    by_openness = replace(bounded(), by="openness", standing=standing("open_licence", "open_licence", "closed"))
    assert chinese.finding(by_openness).startswith("开放许可模型以 55.5–64.1 % 居首，领先闭源模型 12.2–29.3 个百分点；")
    assert chinese.lead(by_openness) == "开放许可"
    by_size = replace(bounded(), by="size_class", standing=standing("<1", "<1", "250+"))
    assert chinese.finding(by_size).startswith("不足 10 亿参数的模型以 55.5–64.1 % 居首，领先 2,500 亿参数及以上的模型")


def test_latin_names_stand_apart_from_chinese() -> None:
    race = replace(bounded(), by="organisation", standing=standing("Qwen", "Qwen", "Z.ai"))
    assert chinese.finding(race).startswith("Qwen 以 55.5–64.1 % 居首，领先 Z.ai 12.2–29.3 个百分点；")
    assert chinese.rival("family", "Qwen", ("“一天”", "“图表”")) == "取“一天”或“图表”时，Qwen 领先"
    assert chinese.rival("country", "US", ("window = 1d",)) == "取 window = 1d 时，美国领先"


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("−6.1 至 −5.2 个月", "领先美国 5.2–6.1 个月"),
        ("至多 −5.7 个月", "领先美国至少 5.7 个月"),
        ("−1.2 至 3.4 个月", "落后美国 −1.2 至 3.4 个月"),
    ],
)
def test_only_a_lag_below_none_throughout_is_a_lead(said: str, beside: str) -> None:
    assert chinese.beside(said, "country", "US", "months") == beside


@pytest.mark.parametrize(
    ("by", "name", "said"),
    [
        ("country", "CN", "中国"),
        ("country", "AE", "阿联酋"),
        ("country", "ZQ", "ZQ"),
        ("country", "../../etc", "../../etc"),
        ("country", "China behind United States", "中国落后美国"),
        ("country", "CN>US", "中国对美国"),
        ("openness", "open_licence", "开放许可"),
        ("openness", "open licence against closed", "开放许可对闭源"),
        ("openness", "open behind closed", "开放权重落后闭源"),
        ("size_class", "<1", "不足 10 亿参数"),
        ("size_class", "1-5", "10–50 亿参数"),
        ("size_class", "250+", "2,500 亿参数及以上"),
        ("all", "all models", "全部模型"),
        ("organisation", "CN", "CN"),
        ("organisation", "left behind right", "left behind right"),
        ("offer", "deepseek/deepseek-chat (moving name)", "deepseek/deepseek-chat（流动名称）"),
    ],
)
def test_groups_are_called_as_readers_call_them(by: str, name: str, said: str) -> None:
    assert chinese.group(by, name) == said


def test_a_range_that_no_choice_closes_is_open_and_not_unknown() -> None:
    found = estimate(days(1)[0], "CN", 5.0, None, None)
    assert chinese.over_choices(replace(found, range_low=None, range_high=None), "months") == "两端开放"
    assert chinese.over_choices(replace(found, range_low=1.0, range_high=9.0), "months") == "1.0–9.0 个月"


def test_every_unit_of_the_measures_is_chinese() -> None:
    import re

    for unit in ("accounts", *(module.MEASURE.unit for module in discover.measures().values())):
        assert not re.search("[a-z]{3,}", chinese_figures.amount(12.0, unit).replace("token", ""))
