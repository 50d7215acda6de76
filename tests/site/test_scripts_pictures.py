"""The picture that scripts make of the files beside a race is the one that was drawn ahead of time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.field import book
from tests.site.scripted import run
from weighbridge import discover
from weighbridge.charts import course
from weighbridge.charts.format import WIDE
from weighbridge.charts.points import drawing
from weighbridge.estimate import Estimate, Run, Series
from weighbridge.outputs.site import languages
from weighbridge.outputs.site.instruments import changed, instruments, logarithmic, twin
from weighbridge.outputs.site.interactive import CHART, Live
from weighbridge.outputs.site.otherwise import RUNS

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
    assert beside(chapter, series, name=RUNS)["files"].keys() == keys
    told = instruments(CHINESE, chapter, series, "")
    assert {key for _, options in told.choices for key, _ in options} == keys
    assert f"{next(iter(series.choices))}={next(iter(series.choices.values()))}" not in keys


def taken(series: Series, estimates: tuple[Estimate, ...]) -> tuple[Series, str]:
    """Give a series that under one other option has other estimates, and the key of that option."""
    name, option = next((c.name, c.options[1].name) for c in EVERY[0][0].choices)
    return replace(series, one_away=(Run({**series.choices, name: option}, estimates),)), f"{name}={option}"


def under(series: Series, key: str, language: Language = ENGLISH) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what is read for one choice: the specifications, and the course."""
    runs = beside(EVERY[0][0], series, language, RUNS)
    return runs, beside(EVERY[0][0], series, language, runs["files"][key])


def halved(series: Series) -> tuple[Estimate, ...]:
    return tuple(replace(e, value=(e.value or 0) / 2, ci_low=None, ci_high=None) for e in series.estimates)


def drawn_beside(told: dict[str, Any], runs: dict[str, Any], course: dict[str, Any], shown: int = 2) -> Any:  # noqa: ANN401 - JSON
    expression = """(({ told, runs, run, shown }) => pictureOf({
        course: run, shown: run.groups.slice(0, shown), held: told.course,
        size: runs.specs[run.kind].wide, rules: told.reach, palette: told.palette,
        log: false, bare: true,
    }))(given)"""
    return run(PARTS, expression, {"told": told, "runs": runs, "run": course, "shown": shown})


def test_another_choice_is_drawn_over_time_beside_the_default() -> None:
    chapter, series = EVERY[0]
    other, key = taken(series, halved(series))
    runs, course = under(other, key)
    assert course["periods"] == 12
    assert runs["specs"].keys() == {course["kind"]} == {"months"}
    spec = drawn_beside(beside(chapter, series), runs, course)["spec"]
    own = [row for row in spec["datasets"]["lines"] if row.get("value") is not None]
    dotted = [row for row in spec["datasets"]["default"] if "value" in row]
    assert {row["group"] for row in dotted} == {"0", "1"}
    assert [row["value"] for row in dotted] == pytest.approx([row["value"] * 2 for row in own], rel=1e-4)
    top = spec["layer"][0]["encoding"]["y"]["scale"]["domain"][1]
    assert top >= max(row["value"] for row in dotted)
    last = spec["layer"][-1]
    assert (last["data"]["name"], last["mark"]["type"]) == ("default", "line")
    assert last["encoding"]["color"]["field"] == "group"


def test_bounds_by_default_are_dotted_on_both_sides_and_open_ends_are_not() -> None:
    chapter, series = EVERY[0]
    open_above = {series.estimates[0].group_id}
    bounds = tuple(
        replace(e, value=None, ci_low=0.2, ci_high=None if e.group_id in open_above else 0.3) for e in series.estimates
    )
    other, key = taken(replace(series, estimates=bounds), halved(series))
    spec = drawn_beside(beside(chapter, other), *under(other, key), shown=3)["spec"]
    course = under(other, key)[1]
    for place, group in enumerate(course["groups"][:3]):
        own = {row["value"] for row in spec["datasets"]["default"] if row["group"] == str(place) and "value" in row}
        assert own == ({0.2} if group["id"] in open_above else {0.2, 0.3})
    assert {row["group"] for row in spec["datasets"]["default"]} == {"0", "1", "2"}


def test_days_of_a_short_run_are_told_and_months_of_a_long_one() -> None:
    _, series = EVERY[0]
    last = sorted({e.period_end for e in series.estimates})[-2:]
    runs, course = under(*taken(series, tuple(e for e in halved(series) if e.period_end in last)))
    x = runs["specs"][course["kind"]]["wide"]["spec"]["layer"][0]["encoding"]["x"]
    assert course["kind"] == "days"
    assert x["axis"]["format"] == "%-d %b %Y"


@pytest.mark.parametrize(("most", "form"), [(0.5, "~g"), (5.0, "~s")])
def test_small_numbers_beside_an_axis_are_never_told_in_thousandths(most: float, form: str) -> None:
    """Whatever stood there before a reader chose: 500m would be read as millions."""
    chapter, series = EVERY[0]
    for before in (0.1, 10.0):
        first = next(iter(e.group_id for e in series.estimates))
        amounts = [most if e.group_id == first else before for e in series.estimates]
        priced = tuple(
            replace(e, value=amount, ci_low=None, ci_high=None)
            for e, amount in zip(series.estimates, amounts, strict=True)
        )
        told = beside(chapter, replace(series, unit="USD", estimates=priced))
        place = [group["id"] for group in told["course"]["groups"]].index(first)
        y = made(told, [place])["spec"]["layer"][0]["encoding"]["y"]
        assert y["axis"]["format"] == form


def test_the_legend_names_no_range_where_none_is_drawn() -> None:
    chapter, series = EVERY[0]
    half = tuple(replace(e, value=None, ci_high=None, range_low=None, range_high=None) for e in series.estimates)
    _, course = under(*taken(series, half))
    assert "range over all choices" not in course["legend"]
    ranged = replace(series, estimates=tuple(replace(e, range_low=0.1, range_high=0.9) for e in half))
    assert "range over all choices" in beside(chapter, ranged)["course"]["legend"]


def test_a_choice_with_figures_of_one_day_has_a_tick_at_the_default() -> None:
    chapter, series = EVERY[0]
    other, key = taken(series, tuple(e for e in halved(series) if e.period_end == series.as_of))
    runs, course = under(other, key)
    assert (course["periods"], course["kind"], set(runs["specs"])) == (1, "one", {"one"})
    spec = drawn_beside(beside(chapter, series), runs, course)["spec"]
    newly = {e.group_id: e.value for e in series.estimates if e.period_end == series.as_of}
    shown = [newly[group["id"]] for group in course["groups"][:2]]
    assert [row["value"] for row in spec["datasets"]["default"]] == pytest.approx(shown)


def test_the_data_of_another_choice_may_have_ended_before() -> None:
    _, series = EVERY[0]
    ended = tuple(e for e in halved(series) if e.period_end != series.as_of)
    _, course = under(*taken(series, ended))
    assert course["facts"][0] == ENGLISH.day(max(e.period_end for e in ended)) != ENGLISH.day(series.as_of)


def test_what_stands_under_another_choice_states_its_own_coverage() -> None:
    chapter, series = EVERY[0]
    newest = {e.period_end for e in series.estimates} - {series.as_of}
    other, key = taken(series, tuple(replace(e, coverage=0.25) for e in halved(series) if e.period_end in newest))
    runs, course = under(other, key)
    told = beside(chapter, other)["facts"]
    assert "25.0 % covered" in course["facts"]
    assert "25.0 % covered" not in told
    assert course["facts"][1:-2] == told[1:-2]  # the same sources under the same terms
    assert "one choice alone" in course["facts"][-1]
    assert runs["files"] == {key: f"runs-{key.replace('=', '-')}.json"}


def test_groups_under_another_choice_are_named_in_the_language_of_the_page() -> None:
    _, series = EVERY[0]
    _, course = under(*taken(series, halved(series)), CHINESE)
    assert {"中国", "美国"} <= {group["name"] for group in course["groups"]}


@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize(("chapter", "series"), EVERY, ids=NAMES)
def test_groups_bear_the_same_names_whatever_is_taken(chapter: Chapter, series: Series, language: Language) -> None:
    sizes = {e.group_id: size for e, size in zip(series.estimates, ("<1", "1-5", "250+"), strict=False)}
    classed = tuple(
        replace(e, group_id=sizes[e.group_id], group=sizes[e.group_id]) for e in series.estimates if e.group_id in sizes
    )
    by_size = replace(series, by="size_class", estimates=classed, standing=None)
    for one in (series, by_size):
        other = replace(one, one_away=(Run({**one.choices, chapter.choices[0].name: "otherwise"}, one.estimates),))
        names = beside(chapter, other, language)["course"]["groups"]
        (file,) = beside(chapter, other, language, RUNS)["files"].values()
        assert [group["name"] for group in beside(chapter, other, language, file)["groups"]] == [
            group["name"] for group in names
        ]


def test_a_page_rests_on_names_that_only_another_choice_has() -> None:
    chapter, series = EVERY[0]
    other, _ = taken(series, tuple(replace(e, group_id="JP", group="Japan") for e in series.estimates))
    before, after = (Live(chapter, one, "").rests_on([CHINESE]) for one in (series, other))
    assert ("JP", CHINESE.names.get(("country", "JP"))) not in before[1][0]  # type: ignore[index]
    assert ("JP", CHINESE.names.get(("country", "JP"))) in after[1][0]  # type: ignore[index]


def test_what_is_shipped_without_intervals_says_so() -> None:
    _, series = EVERY[0]
    other, key = taken(series, halved(series))
    assert under(other, key)[1]["lack"] == ""
    assert "no intervals" in under(replace(other, runs_lack=("ci_low", "ci_high")), key)[1]["lack"]
    bounded, key = taken(series, tuple(replace(e, value=None) for e in halved(series)))
    assert under(replace(bounded, runs_lack=("ci_low", "ci_high")), key)[1]["lack"] == ""


def test_every_file_of_a_choice_has_a_name_of_its_own() -> None:
    names = [
        f"{choice.name}-{option.name}"
        for module in discover.measures().values()
        for choice in module.MEASURE.choices
        for option in choice.options
    ]
    assert all(re.fullmatch(r"[a-z0-9_]+-[a-z0-9_-]+", name) for name in names)


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
