"""The picture that scripts make of the files beside a race is the one that was drawn ahead of time."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.field import book
from tests.site.scripted import run
from weighbridge.charts import course
from weighbridge.charts.format import WIDE
from weighbridge.charts.points import drawing
from weighbridge.estimate import Estimate, Run, Series
from weighbridge.outputs.site import languages
from weighbridge.outputs.site.instruments import changed, instruments, logarithmic, twin
from weighbridge.outputs.site.interactive import CHART, RUNS, Live

if TYPE_CHECKING:
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

PARTS = [f"chart/{part}" for part in ("colours", "scale", "rows", "picture")]
BOOK: Book = book()
ENGLISH, CHINESE = languages.languages(BOOK.contenders, frozenset())
EVERY = [(chapter, series) for chapter, series in BOOK.series()]
NAMES = [f"{chapter.name}-{series.by}" for chapter, series in EVERY]


def beside(chapter: Chapter, series: Series, language: Language = ENGLISH, name: str = CHART) -> Any:  # noqa: ANN401 - JSON
    return json.loads(Live(chapter, series, "").files(language)[name])


def newest(series: Series) -> Series:
    return replace(series, estimates=tuple(e for e in series.estimates if e.period_end == series.as_of))


def made(told: dict[str, Any], shown: list[int] | None = None, *, log: bool = False) -> Any:  # noqa: ANN401 - JSON
    places = shown if shown is not None else list(range(told["shown"]))
    expression = """(({ told, places, log }) => pictureOf({
        course: told.course, shown: places.map((place) => told.course.groups[place]), held: null,
        size: told.specs.wide, rules: told.reach, palette: told.palette, log, bare: false,
    }))(given)"""
    return run(PARTS, expression, {"told": told, "places": places, "log": log})


def close(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        for key, value in other.items():
            assert one[key] == (pytest.approx(value, rel=1e-4) if isinstance(value, float) else value), (
                key,
                one,
                other,
            )


@pytest.mark.parametrize(("chapter", "series"), EVERY, ids=NAMES)
@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_rows_and_scales_are_those_of_the_drawn_picture(chapter: Chapter, series: Series, language: Language) -> None:
    spoken = language.spoken(series)
    drawn = course.spec(spoken, drawing(spoken), WIDE, language.words)
    spec = made(beside(chapter, series, language))["spec"]
    for rows, wanted in drawn["datasets"].items():
        close(spec["datasets"][rows], wanted)
    wanted_layers = [layer for layer in drawn["layer"] if drawn["datasets"][layer["data"]["name"]]]
    assert [layer["mark"] for layer in spec["layer"]] == [layer["mark"] for layer in wanted_layers]
    for layer, wanted_layer in zip(spec["layer"], wanted_layers, strict=True):
        for channel, wanted_channel in wanted_layer["encoding"].items():
            scale, wanted_scale = (side.get("scale", {}) for side in (layer["encoding"][channel], wanted_channel))
            assert scale.get("range") == wanted_scale.get("range")
            if "domain" in wanted_scale and channel in ("x", "y"):
                assert scale["domain"] == pytest.approx(wanted_scale["domain"], rel=1e-4)


@pytest.mark.parametrize(("chapter", "series"), EVERY, ids=NAMES)
def test_a_race_of_one_period_is_drawn_alike(chapter: Chapter, series: Series) -> None:
    one = newest(series)
    drawn = course.spec(one, drawing(one), WIDE)
    spec = made(beside(chapter, one))["spec"]
    close(spec["datasets"]["lines"], drawn["datasets"]["lines"])
    assert spec["height"] == drawn["height"]


def test_points_stand_where_they_are_read() -> None:
    chapter, series = EVERY[0]
    found = made(beside(chapter, series))
    places, spec = found["places"], found["spec"]
    assert {place["name"] for place in places} == {"China", "United States", "France"}
    assert min(place["x"] for place in places) == 0
    assert max(place["x"] for place in places) == pytest.approx(spec["width"])
    assert all(0 <= place["y"] <= spec["height"] for place in places)
    last = [place for place in places if place["name"] == "China"][-1]
    assert (last["day"], last["said"]) == ("2 Aug 2026", "50.0 % (48.0–52.0 %)")


def test_others_are_grey_and_lose_the_lead_that_nobody_sees() -> None:
    chapter, series = EVERY[0]
    told = beside(chapter, series)
    spec = made(told, [1, 2])["spec"]
    assert {row["group"] for row in spec["datasets"]["lines"]} == {"0", "1"}
    assert [row["name"] for row in spec["datasets"]["labels"]] == ["United States", "France"]
    leads = told["specs"]["wide"]["spec"]["datasets"].get("leads", [])
    assert any(row["group"] == "0" for row in leads)
    assert all(row["group"] != "0" for row in spec["datasets"].get("leads", []))


def test_a_logarithmic_axis_begins_above_none() -> None:
    chapter, series = EVERY[0]
    zero = replace(
        series,
        estimates=tuple(replace(e, value=0.0, ci_low=0.0) if e.group_id == "FR" else e for e in series.estimates),
    )
    spec = made(beside(chapter, zero), [0, 1, 2], log=True)["spec"]
    y = spec["layer"][0]["encoding"]["y"]
    assert y["scale"]["type"] == "log"
    assert y["scale"]["domain"][0] > 0
    rows = [row for row in spec["datasets"]["lines"] if row["group"] == "2" and "value" in row]
    assert all(row["value"] is None and row["low"] == y["scale"]["domain"][0] for row in rows)
    assert all(y["scale"]["domain"][0] <= mark <= y["scale"]["domain"][1] * 1.001 for mark in y["axis"]["values"])


def test_no_logarithm_of_points() -> None:
    chapter, series = next(found for found in EVERY if found[0].name == "capability")
    assert not logarithmic(series)
    assert logarithmic(EVERY[0][1])
    assert not instruments(ENGLISH, chapter, series, "").log


def test_numbers_are_short_and_rows_are_not_told_twice() -> None:
    for chapter, series in EVERY:
        told = beside(chapter, series)
        for size in told["specs"].values():
            assert not {"lines", "edges", "grey", "labels"} & size["spec"]["datasets"].keys()
        numbers = [
            n for g in told["course"]["groups"] for s in g["stretches"] for p in s for n in p[1:6] if n is not None
        ]
        assert numbers
        assert all(float(f"{number:.5g}") == number for number in numbers)


def test_choices_are_those_one_step_away() -> None:
    chapter, series = EVERY[0]
    keys = {f"{choice}={option}" for choice, option, _ in changed(series)}
    assert keys
    assert beside(chapter, series, name=RUNS)["courses"].keys() == keys
    told = instruments(CHINESE, chapter, series, "")
    assert {key for _, options in told.choices for key, _ in options} == keys
    assert f"{next(iter(series.choices))}={next(iter(series.choices.values()))}" not in keys


def test_a_run_that_is_kept_over_time_is_drawn_over_time() -> None:
    chapter, series = EVERY[0]
    name, option = next((c.name, c.options[1].name) for c in chapter.choices)
    doubled: tuple[Estimate, ...] = tuple(replace(e, value=(e.value or 0) / 2) for e in series.estimates)
    kept = replace(series, runs=(Run({**series.choices, name: option}, doubled),), newest_runs=())
    told = beside(chapter, kept, name=RUNS)
    assert told["courses"][f"{name}={option}"]["periods"] == 12
    assert told["specs"].keys() == {"over"}


def test_shares_and_totals_are_twins_where_both_have_figures() -> None:
    chapter, series = EVERY[0]
    share, total = (replace(chapter, name=name) for name in ("download_share", "download_total"))
    both = replace(BOOK, chapters=(share, total))
    assert twin(both, share, "country") == "race/download-total/country"
    assert twin(both, total, "country") == "race/download-share/country"
    assert twin(replace(BOOK, chapters=(share,)), share, "country") == ""
    assert twin(both, chapter, "country") == ""
    assert instruments(ENGLISH, share, series, "race/download-total/country").twin == "As a total"
    assert instruments(ENGLISH, total, series, "race/download-share/country").twin == "As a share"
