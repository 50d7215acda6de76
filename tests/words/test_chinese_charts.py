from __future__ import annotations

import re
from dataclasses import replace
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest

from tests.outputs.books import bounded, counted, days, estimate, series
from tests.outputs.test_charts import rows, texts
from tests.outputs.test_plane_chart import some
from weighbridge import chart_wording, charts
from weighbridge import chinese_wording as chinese
from weighbridge.chart_wording import WORDS
from weighbridge.charts import course, plane
from weighbridge.charts.format import NARROW
from weighbridge.charts.lines import cut, width, wrapped
from weighbridge.charts.marks import LABEL
from weighbridge.charts.picture import svg
from weighbridge.charts.points import drawing
from weighbridge.planes import AXES

if TYPE_CHECKING:
    from weighbridge.estimate import Series

# Licences and names of publishers stay as they are.
ENGLISH_STAYS = re.compile(
    r"Source: OpenRouter .*?2026-08-22|A listing <b>of theirs</b>|CC-BY-4\.0|Alibaba|alibaba|token"
)


def one_day() -> Series:
    return counted(("alibaba", "google", "meta"), n=1)


def lag() -> Series:
    found = [estimate(day, "CN>US", 3.5, 1.0, None) for day in days(3)]
    return replace(series("country", found, None), unit="months")


def told(made: dict[str, Any]) -> str:
    return " ".join(texts(svg(made, "图")))


def test_every_word_has_both_languages_with_the_same_gaps() -> None:
    for key, said in WORDS.items():
        gaps = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in said.values()]
        assert said.keys() == {"en", "zh"}, key
        assert gaps[0] == gaps[1], key


def test_no_word_of_the_catalogue_is_idle() -> None:
    from importlib.resources import files

    code = [one.read_text("utf-8") for one in (files("weighbridge") / "charts").iterdir() if one.name.endswith(".py")]
    by_kind = set(chinese.OPENNESS)
    assert not {key for key in WORDS if f'"{key}"' not in "".join(code)} - by_kind


def test_every_plane_has_chinese_words() -> None:
    assert chart_wording._PLANES.keys() == AXES.keys()


@pytest.mark.parametrize("make", [bounded, one_day, lag])
def test_a_chinese_chart_is_chinese_throughout(make: Any) -> None:  # noqa: ANN401 - makes a series
    said = told(charts.spec(make(), "token 占比", chinese))
    ids = {e.group for e in make().estimates}
    rest = ENGLISH_STAYS.sub("", said)
    assert {word for word in re.findall("[A-Za-z]{2,}", rest) if word not in ids} == set()
    assert "截至 2026年" in said


def test_a_chinese_plane_is_chinese_throughout() -> None:
    made = plane.spec(replace(some(), name="capability-by-size"), chinese)
    assert made["description"].startswith(
        "能力与总参数。截至 2026年8月11日；纵轴：能力（分）；横轴：总参数（亿，对数刻度）；"
    )
    assert "1 个价格为 0 的模型未画出；3 个模型没有横轴数值" in made["description"]


def test_counts_on_an_axis_are_in_wan_and_yi() -> None:
    found = [estimate(day, "alibaba", 3.2e8, 3.0e8, 3.4e8) for day in days(3)]
    said = told(charts.spec(replace(series("organisation", found, None), unit="downloads"), "累计下载量", chinese))
    assert {"1亿", "2亿", "3亿"} <= set(said.split())
    assert "3.2 亿" in said
    assert not re.search(r"\d[MGk]", said)


def test_the_figures_of_an_axis_have_room() -> None:
    """Without it `2.5万亿` is shown as `.5万亿`."""
    found = [estimate(day, "moonshot", 2.78e12, 2.4e12, 2.8e12) for day in days(3)]
    sizes = replace(series("organisation", found, None), unit="parameters")
    shown = drawing(sizes)
    made = course.spec(sizes, shown, NARROW, chinese)
    assert made["padding"]["left"] > width("5000亿") * NARROW.axis_size / 2 + LABEL
    assert course.spec(sizes, shown, NARROW)["padding"]["left"] == NARROW.left


def test_of_a_pair_the_one_ahead_is_named() -> None:
    label = rows(charts.spec(lag(), "能力落后时间", chinese), "labels")[0]
    assert (label["name"], label["figure"]) == ("中国", "落后美国 3.5 个月")


def test_lines_break_after_marks_and_never_inside_a_day() -> None:
    text = "截至 2026年8月22日；线：数值；色带：90 % 区间与上下界，触及图边的一端开放；另有 14 个未列名"
    lines = wrapped(text, 60)
    assert lines == [
        "截至 2026年8月22日；线：数值；色带：90 % 区间与上下界，",
        "触及图边的一端开放；另有 14 个未列名",
    ]
    assert all(width(line) <= 60 for line in lines)
    assert "2026年8月22日" in "\n".join(
        wrapped("models.dev contributors (MIT), github.com. 截至 2026年8月22日；MIT。", 50)
    )


def test_lines_lose_no_letter() -> None:
    text = "线：数值（含 95 % 区间）；github.com/a/very/long/path/that/fits/nowhere，「引文」、《书名》。" * 4
    for room in range(4, 80, 7):
        assert "".join("".join(wrapped(text, room)).split()) == "".join(text.split())
        assert not [line for line in wrapped(text, room) if line.startswith(tuple("，。；：、）」》"))]


def test_names_are_cut_to_the_room_that_they_take() -> None:
    assert cut("Qwen", 17) == "Qwen"
    assert cut("n" * 30, 17) == "n" * 16 + "…"
    assert cut("北京智源人工智能研究院", 17) == "北京智源人工智能研…"
    assert cut("2,500 亿参数及以上", 17) == "2,500 亿参数及以上"
