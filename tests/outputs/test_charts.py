from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.outputs.books import HOSTILE, bounded, counted, days, estimate, series
from weighbridge.charts import spec
from weighbridge.charts.colours import BY_NIGHT, DAY, colours
from weighbridge.charts.course import spec as placed
from weighbridge.charts.format import WIDE
from weighbridge.charts.pairs import mirrored, parted
from weighbridge.charts.picture import svg
from weighbridge.charts.points import MOST_POINTS, TOP_PAIRS, drawing, spread, thinned
from weighbridge.charts.seen import SVG
from weighbridge.estimate import Series, Status


def one_day() -> Series:
    return counted(("alibaba", "google", "meta"), n=1)


def tree(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - made here a moment ago


def texts(picture: str) -> list[str]:
    return ["".join(text.itertext()) for text in tree(picture).iter("{http://www.w3.org/2000/svg}text")]


def rows(made: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = made["datasets"][name]
    return found


@pytest.mark.parametrize("make", [bounded, counted, one_day])
def test_altair_accepts_the_specification(make: Callable[[], Series]) -> None:
    import altair as alt

    made = spec(make(), "Share of tokens")
    alt.LayerChart.from_dict(made)
    assert made["$schema"].endswith(f"/{'.'.join(alt.SCHEMA_VERSION.split('.')[:2])}.json")


def test_bounds_without_a_value_have_a_band_and_no_line() -> None:
    drawn = svg(spec(bounded(), "Share of tokens"), "says")
    lines = [p for p in tree(drawn).iter("{http://www.w3.org/2000/svg}path") if p.get("stroke-width") == "1.8"]
    assert not [p for p in lines if p.get("d")]
    assert "band: every value that the data allow" in " ".join(texts(drawn))


def test_the_picture_says_what_and_whose_and_until_when() -> None:
    said = " ".join(texts(svg(spec(bounded(), "Share of tokens"), "says")))
    assert "Share of tokens by country" in said
    assert "China" in said
    assert "50.0–60.0 %" in said
    assert "Source: OpenRouter (openrouter.ai/rankings), as of 2026-08-22" in said.replace("  ", " ")
    assert "licence unstated" in said
    assert "To 21 Jul 2026" in said


def test_a_line_breaks_where_nothing_was_read() -> None:
    with_gap = [*days(4), *(day + dt.timedelta(days=90) for day in days(3))]
    found = drawing(series("country", [estimate(day, "CN", 0.5, 0.4, 0.6) for day in with_gap], None))
    assert [len(stretch) for stretch in found.top[0].stretches] == [4, 3]


def test_one_path_draws_a_line_that_breaks() -> None:
    with_gap = [*days(4), *(day + dt.timedelta(days=90) for day in days(3))]
    whole, broken = (
        svg(spec(series("country", [estimate(day, "CN", 0.5, 0.5, 0.5) for day in held], None), "says"), "says")
        for held in (with_gap[:4], with_gap)
    )
    lines = [
        [p.get("d", "").count("M") for p in tree(drawn).iter(f"{{{SVG}}}path") if p.get("stroke-width") == "1.8"]
        for drawn in (whole, broken)
    ]
    assert lines == [[1], [2]]


@pytest.mark.parametrize(
    ("ranged", "lone"),
    [("xx", "--"), ("-x-", "-x-"), ("x-x", "x-x"), ("xx-x", "---x"), ("-x-x-xx", "-x-x---"), ("---", "---")],
)
def test_a_range_that_one_period_has_alone_is_drawn_as_a_rule(ranged: str, lone: str) -> None:
    """Ranges that are the interval's own are not drawn; a line of one point would paint nothing."""
    held = [
        replace(estimate(day, "CN", 0.5, 0.4, 0.6), range_low=0.3 if own == "x" else 0.4, range_high=0.6)
        for day, own in zip(days(len(ranged)), ranged, strict=True)
    ]
    made = placed(series("country", held, None), drawing(series("country", held, None)), WIDE)
    found = [row for row in rows(made, "lines") if "value" in row]
    assert "".join("x" if row.get("lone_range") else "-" for row in found) == lone
    drawn = tree(svg(made, "says"))
    dashed = [p for p in drawn.iter(f"{{{SVG}}}line") if p.get("stroke-dasharray") == "2,2"]
    assert len(dashed) == lone.count("x")


@pytest.mark.parametrize("key", ["value", "band"])
def test_a_figure_that_one_period_has_alone_is_drawn(key: str) -> None:
    bare, whole = (None, 0.4, 0.6) if key == "value" else (0.5, None, None), (0.5, 0.4, 0.6)
    held = [estimate(day, "CN", *told) for day, told in zip(days(3), (bare, whole, bare), strict=True)]
    made = placed(series("country", held, None), drawing(series("country", held, None)), WIDE)
    lone = [row for row in rows(made, "lines") if row.get(f"lone_{key}")]
    assert [row["day"] for row in lone] == [str(held[1].period_end)]


def test_a_missing_figure_is_not_drawn() -> None:
    whole = [estimate(day, "CN", 0.5, 0.4, 0.6) for day in days(3)]
    lost = [estimate(day, "US", None, None, None, Status.MISSING) for day in days(3)]
    assert [curve.group_id for curve in drawing(series("country", whole + lost, None)).top] == ["CN"]


def half_open(n: int) -> Series:
    """At least 30 months, at most 20, and 10 with an interval that is open above."""
    found = [
        each
        for day in days(n)
        for each in (
            estimate(day, "FR", None, 30, None, Status.BOUNDED),
            estimate(day, "US", None, None, 20, Status.BOUNDED),
            estimate(day, "CN", 10, 5, None, Status.ESTIMATED),
        )
    ]
    return series("country", found, None, "months", "capability_lag")


@pytest.mark.parametrize("n", [1, 3])
def test_a_band_with_an_open_end_reaches_the_edge(n: int) -> None:
    made = spec(half_open(n), "Lag")
    bottom, top = next(
        encoding["scale"]["domain"]
        for layer in made["layer"]
        for name, encoding in layer.get("encoding", {}).items()
        if name in "xy" and encoding.get("field") == "low"
    )
    ends = {row["group"]: (row["low"], row["high"]) for row in rows(made, "lines") if "low" in row}
    assert bottom <= 5
    assert top > 30
    assert set(ends.values()) == {(30, top), (bottom, 20), (5, top)}


@pytest.mark.parametrize("n", [1, 3])
def test_an_open_end_is_said_beside_its_line(n: int) -> None:
    said = " ".join(texts(svg(spec(half_open(n), "Lag"), "says")))
    assert "at least 30.0" in said
    assert "at most 20.0" in said


def test_a_figure_without_an_interval_has_no_band() -> None:
    bare = series("country", [estimate(days(1)[0], "CN", 10, None, None, Status.ESTIMATED)], None)
    assert "value, without interval" in " ".join(texts(svg(spec(bare, "Lag"), "says")))


def test_a_series_without_any_figure_still_gives_a_chart() -> None:
    lost = [estimate(day, "US", None, None, None, Status.MISSING) for day in days(3)]
    assert "no figure" in " ".join(texts(svg(spec(series("country", lost, None), "Share"), "says")))


def test_one_period_is_drawn_as_dots_with_intervals() -> None:
    made = spec(one_day(), "Share of tokens")
    assert {layer["mark"]["type"] for layer in made["layer"] if "mark" in layer} == {"rule", "point", "text"}
    assert [row["name"] for row in rows(made, "lines")] == ["alibaba", "google", "meta"]


def test_one_contender_has_one_colour_in_every_chart() -> None:
    assert (
        colours(["alibaba", "google"])["alibaba"]
        == colours(["zzz", "meta", "alibaba"])["alibaba"]
        == colours(["qwen"])["qwen"]
    )
    assert colours(["unheard-of"]) == colours(["unheard-of"])


def test_no_two_in_a_chart_share_a_colour() -> None:
    some = [f"maker-{i}" for i in range(len(DAY))]
    assert len(set(colours(some).values())) == len(DAY)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def test_labels_can_be_read_by_day_and_by_night() -> None:
    told = BY_NIGHT[:-1]  # the last are hairlines
    assert min(contrast(day, "#fcfcfa") for day, _ in told) >= 4.5
    assert min(contrast(night, "#171716") for _, night in told) >= 4.5


def test_thinning_keeps_every_peak_and_invents_nothing() -> None:
    whole = [estimate(dt.date(2024, 1, 1) + dt.timedelta(days=i), "CN", i % 17 / 20, 0.0, 1.0) for i in range(3000)]
    whole[1234] = replace(whole[1234], value=0.99)
    kept = list(thinned(whole, MOST_POINTS))
    assert len(kept) <= MOST_POINTS
    assert whole[1234] in kept
    assert (kept[0], kept[-1]) == (whole[0], whole[-1])
    assert all(point in whole for point in kept)


def test_labels_do_not_overlap_and_stay_inside() -> None:
    placed = spread([0.0, 0.1, 0.2, 0.15, 99.0], 10, 5, 95)
    assert all(5 <= at <= 95 for at in placed)
    apart = sorted(placed)
    assert min(b - a for a, b in pairwise(apart)) >= 10


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    picture = svg(spec(counted((name, "meta")), name), name)
    drawn = tree(picture)
    tags = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    assert tags <= {"svg", "g", "path", "text", "tspan", "line", "rect"}
    named = {attribute for element in drawn.iter() for attribute in element.attrib}
    assert not [a for a in named if a.startswith("on") or "href" in a or a == "style"]
    assert "\u202e" not in "".join(texts(picture))


def test_a_picture_needs_nothing_from_elsewhere() -> None:
    picture = svg(spec(bounded(), "Share of tokens"), "says")
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
    assert 'aria-label="says"' in picture
    assert 'role="img"' in picture


def test_of_two_pairs_that_mirror_one_another_one_is_told() -> None:
    lags = {"CN>US": 5.2, "US>CN": -5.2, "FR>US": 0.0, "US>FR": 0.0, "AE>US": -1.0, "qwen": 2.0, "a>>b": 1.0}
    assert mirrored(lags) == {"US>CN", "FR>US"}
    series = bounded()
    both = tuple(replace(e, group_id={"CN": "CN>US", "US": "US>CN"}.get(e.group_id, "x")) for e in series.estimates)
    shown = drawing(replace(series, estimates=tuple(e for e in both if e.group_id != "x")))
    assert [curve.group_id for curve in (*shown.top, *shown.rest)] == ["CN>US"]


def test_few_pairs_have_a_colour() -> None:
    shown = drawing(counted(groups=[f"{follower}>US" for follower in ("CN", "FR", "GB", "AE", "CA")]))
    assert (len(shown.top), len(shown.rest)) == (TOP_PAIRS, 5 - TOP_PAIRS)


def test_a_name_with_the_sign_of_a_pair_is_no_pair() -> None:
    assert parted("CN>US") == ("CN", ">", "US")
    assert parted("open_licence>closed") == ("open_licence", ">", "closed")
    assert parted("<b>bold</b>") == ("<b>bold</b>", "", "")
    assert parted("qwen") == ("qwen", "", "")
