from __future__ import annotations

import re
from string import Formatter

import pytest

from weighbridge import check_page_wording, chinese_figures, discover, measure_wording
from weighbridge.check_page_wording import BY_HOW_MUCH, MEANINGS, SEVERAL, TESTS, WORDS
from weighbridge.checked_page.speaking import Speech
from weighbridge.claim import Unjudged
from weighbridge.verdict import Binding, Ruling
from weighbridge.verdict import Test as Asked

CATALOGUES = (WORDS, MEANINGS, SEVERAL, TESTS, {"by how much": BY_HOW_MUCH})


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_every_word_with_the_same_gaps() -> None:
    for catalogue in CATALOGUES:
        for key, said in catalogue.items():
            assert said.keys() == {"en", "zh"}, key
            assert gaps(said["en"]) == gaps(said["zh"]), key


def test_every_verdict_kind_and_test_has_words() -> None:
    assert MEANINGS.keys() == set(Ruling)
    assert SEVERAL.keys() == set(Unjudged)
    assert TESTS.keys() == set(Asked)


def test_every_measure_is_told_in_chinese() -> None:
    assert measure_wording.CHINESE.keys() == discover.measures().keys()
    assert all(re.search("[\u4e00-\u9fff]", part) for said in measure_wording.CHINESE.values() for part in said[:3])


def test_every_grouping_and_unit_of_a_measure_has_words() -> None:
    for module in discover.measures().values():
        for by in module.MEASURE.groupings:
            assert by in WORDS
        assert "downloads" not in chinese_figures.amount(12.0, module.MEASURE.unit)
        assert not re.search("[a-z]{3,}", chinese_figures.amount(12.0, module.MEASURE.unit).replace("token", ""))


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.4989, "share", "49.9 %"),
        (385_300_000.0, "downloads", "3.853 亿次下载"),
        (10_600_000.0, "downloads", "1,060 万次下载"),
        (235e9, "parameters", "2,350 亿参数"),
        (1.2e12, "parameters", "1.2 万亿参数"),
        (950.0, "derivatives", "950 个衍生模型"),
        (0.22, "ratio", "0.22 倍"),
        (6.74, "months", "6.7 个月"),
        (144.6, "points", "144.6 分"),
        (0.35, "USD per million tokens", "0.35 美元/百万 token"),
    ],
)
def test_figures_in_chinese(value: float, unit: str, said: str) -> None:
    assert chinese_figures.amount(value, unit) == said


def test_intervals_in_chinese() -> None:
    assert chinese_figures.figure(0.5, 0.4, 0.6, "share") == "50.0 %（40.0–60.0 %）"
    assert chinese_figures.figure(None, 0.4, 0.6, "share") == "40.0–60.0 %"
    assert chinese_figures.span(7.0, None, "months") == "至少 7.0 个月"
    assert chinese_figures.span(None, 0.3, "share") == "至多 30.0 %"
    assert chinese_figures.span(-1.0, 2.0, "months") == "−1.0 至 2.0 个月"


def test_what_is_asked_is_said_with_its_margin() -> None:
    bound = Binding("measure", Asked.ABOVE, "capability", "country", ("CN",), ("US",), low=5.0)
    assert Speech("en", {}).asked(bound, "points") == (
        "Is the figure above the other side’s? By how much: at least 5.0 points."
    )
    assert Speech("zh", {}).asked(bound, "points") == "数值是否高于另一方？差额：至少 5.0 分。"


def test_groups_are_called_as_readers_call_them() -> None:
    english, chinese = Speech("en", {"qwen": "Qwen"}), Speech("zh", {"qwen": "Qwen"})
    assert (english.group("country", "CN"), chinese.group("country", "CN")) == ("China", "中国")
    assert english.group("country", "CN>US") == "China beside United States"
    assert chinese.group("country", "CN>US") == "中国对美国"
    assert english.group("family", "qwen") == "Qwen"
    assert chinese.group("openness", "open") == "开放权重"


def test_no_word_of_the_catalogue_is_idle() -> None:
    from importlib.resources import files

    folder = files("weighbridge.checked_page")
    used = "".join(one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith((".py", ".j2")))
    told = {
        "en",
        "zh",
        "starter",
        "store",
        "evidence",
        "events",
        "none",
        "open",
        "open_licence",
        "restricted",
        "closed",
    }
    # By the name of what they call.
    told |= {by for module in discover.measures().values() for by in module.MEASURE.groupings}
    told |= {key for key in WORDS if key.startswith("part_")}
    assert not {key for key in check_page_wording.WORDS if f'"{key}"' not in used} - told
