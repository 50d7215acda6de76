from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.outputs.books import HOSTILE
from tests.site.chart_font import held
from tests.site.field import book
from weighbridge import chart_wording, chinese_names, measure_wording, source_wording
from weighbridge.charts import course
from weighbridge.charts.format import NARROW, WIDE
from weighbridge.charts.lines import width
from weighbridge.charts.marks import LABEL
from weighbridge.charts.picture import svg
from weighbridge.charts.points import drawing
from weighbridge.charts.specification import MOST_DOTS
from weighbridge.charts.thin import thinned
from weighbridge.outputs.site import cards, choosing, happenings, known, languages, words
from weighbridge.outputs.site.drawing import FOLDER, Charts, Drawings

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

TEXT = "{http://www.w3.org/2000/svg}text"
FONTS = Path(str(files("weighbridge.charts"))) / "fonts"
SHAPES = {"svg", "g", "path", "text", "tspan", "line", "rect", "circle"}
LEAST = 11  # pixels of any letter, as shown


@pytest.fixture(scope="module")
def field() -> Book:
    return book()


@pytest.fixture(scope="module")
def spoken(field: Book) -> tuple[Language, ...]:
    return languages.languages(field.contenders, known.paged(field))


@pytest.fixture(scope="module")
def drawings(field: Book, spoken: tuple[Language, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drawings]:
    with Drawings(field, spoken, tmp_path_factory.mktemp("drawn")) as found:
        yield found


def race(field: Book, measure: str, by: str) -> tuple[Chapter, Series]:
    return next((c, s) for c, s in field.series() if (c.name, s.by) == (measure, by))


def charts(
    drawings: Drawings, field: Book, language: Language, measure: str = "token_share", by: str = "country"
) -> Charts:
    return drawings.of(language, *race(field, measure, by))


def texts(picture: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(picture).iter(TEXT)]  # noqa: S314 - made here a moment ago


def test_every_letter_can_be_read_where_it_is_shown(
    drawings: Drawings, field: Book, spoken: tuple[Language, ...]
) -> None:
    """A wide picture is shown in at least its own size, a narrow one on the smallest phone an eighth smaller."""
    for language in spoken:
        for chapter, series in field.series():
            found = drawings.of(language, chapter, series)
            for one in filter(None, (found.course, found.choices)):
                for picture, smaller in ((one.wide, 1.0), (one.narrow, 7 / 8)):
                    sizes = re.findall(r'font-size="([\d.]+)', picture)
                    assert min(map(float, sizes)) * smaller >= LEAST - 0.1


def test_each_picture_is_as_wide_as_its_place(drawings: Drawings, field: Book, spoken: tuple[Language, ...]) -> None:
    found = charts(drawings, field, spoken[0])
    assert found.choices is not None
    for one in (found.course, found.choices):
        assert re.search(r'viewBox="0 0 (\d+)', one.wide)[1] == str(WIDE.width)  # type: ignore[index]
        assert re.search(r'viewBox="0 0 (\d+)', one.narrow)[1] == str(NARROW.width)  # type: ignore[index]


def test_the_page_says_what_the_marks_are_and_the_picture_does_not(
    drawings: Drawings, field: Book, spoken: tuple[Language, ...]
) -> None:
    found = charts(drawings, field, spoken[0])
    assert "band" in found.course.legend
    assert not any("band" in text or "Source" in text for text in texts(found.course.wide))


def test_what_stands_beside_a_line_has_room(field: Book, spoken: tuple[Language, ...]) -> None:
    """Of a pair it says who stands behind whom, which is longest where letters are widest."""
    series = next(s for c, s in field.series() if c.name == "price_gap")
    away = [replace(e, period_end=e.period_end + timedelta(days=30)) for e in series.estimates]
    long = replace(series, unit="months", estimates=(*series.estimates, *away), as_of=away[-1].period_end)
    for language in spoken:
        told = course.spec(long, drawing(long), NARROW, language.words)
        for row in told["datasets"]["labels"]:
            # "4.00× against CN" takes 0.55 of the size a letter in DejaVu Sans, which many bare machines have alone.
            assert told["padding"]["right"] - LABEL >= width(row["figure"], 1 / 0.56) * 0.56 * NARROW.figure_size


def test_chinese_pictures_are_chinese(drawings: Drawings, field: Book, spoken: tuple[Language, ...]) -> None:
    found = charts(drawings, field, spoken[1], by="family")
    assert "通义千问" in texts(found.course.wide)
    assert found.choices is not None
    english = [text for text in texts(found.choices.wide) if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)]
    assert not english


def test_names_of_strangers_are_text_in_every_picture(
    drawings: Drawings, field: Book, spoken: tuple[Language, ...]
) -> None:
    for language in spoken:
        found = charts(drawings, field, language, by="organisation")
        for picture in (found.course.wide, found.course.narrow):
            assert {e.tag.rpartition("}")[2] for e in ET.fromstring(picture).iter()} <= SHAPES  # noqa: S314 - see above
            assert "\u202e" not in picture


def test_a_picture_that_stands_is_not_drawn_again(field: Book, spoken: tuple[Language, ...], tmp_path: Path) -> None:
    with Drawings(field, spoken, tmp_path) as drawings:
        first = charts(drawings, field, spoken[0])
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()}
    (tmp_path / FOLDER / f"{64 * '0'}.svg").write_text("<svg/>")
    with Drawings(field, spoken, tmp_path) as drawings:
        again = charts(drawings, field, spoken[0])
    assert again == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()} == stamps


def test_the_strip_below_says_who_led(field: Book) -> None:
    _, series = race(field, "token_share", "country")
    assert series.standing is not None
    change = series.standing.changes[0]
    found = list(course.spans(series))
    assert (found[-1].group_id, found[-1].last) == ("CN", series.as_of)
    between = [span for span in found if span.group_id is None]
    assert [span.last for span in between] == [change.until]
    undecided = replace(series, standing=replace(series.standing, leader=None, leader_id=None))
    assert [span.group_id for span in course.spans(undecided)] == [span.group_id for span in found[:-1]]


@pytest.mark.parametrize(("measure", "by"), [("token_share", "organisation"), ("price_gap", "country")])
def test_layers_without_rows_are_left_out_and_draw_nothing(field: Book, measure: str, by: str) -> None:
    _, series = race(field, measure, by)
    whole = course.spec(series, drawing(series), WIDE)
    thin = thinned(whole)
    assert len(thin["layer"]) < len(whole["layer"])
    marks = re.compile("<(?:path|text|line|rect)[^>]*>[^<]*")
    assert sorted(marks.findall(svg(thin, "says"))) == sorted(marks.findall(svg(whole, "says")))


def test_events_of_the_measure_and_its_time_stand_beside_a_race(field: Book) -> None:
    chapter, series = race(field, "token_share", "country")
    assert series.as_of is not None
    (told,) = [decided for decided in field.decided if decided.table.name == "events"]
    like = {**told.rows[0], "measure": "token_share", "subject_ids": "CN", "object_ids": None}
    day = series.as_of
    rows = [
        {**like, "event_id": f"{i:02}", "first_on": day - timedelta(days=i), "last_on": day - timedelta(days=i)}
        for i in range(12)
    ]
    far = [
        {**rows[0], "event_id": "later", "last_on": day + timedelta(days=1)},
        {**rows[0], "event_id": "another measure", "measure": "model_size", "happening": "report"},
        {**rows[0], "event_id": "somebody else", "subject_ids": "BR"},
    ]
    held = replace(field, decided=(replace(told, rows=(*far, *rows)),))
    found = happenings.of(held, chapter, series, drawing(series))
    assert [row["event_id"] for row in found] == [f"{i:02}" for i in reversed(range(happenings.MOST))]
    assert [one.number for one in happenings.numbered(found)] == list(range(1, happenings.MOST + 1))


def test_a_link_to_a_page_shows_its_picture(written: Path) -> None:
    race_page = written / "en" / "race" / "token-share" / "country"
    for page in (written / "zh", race_page, *race_page.glob("v*")):
        (image,) = re.findall(r'property="og:image" content="([^"]+)', (page / "index.html").read_text("utf-8"))
        assert (page / image).resolve().read_bytes().startswith(b"\x89PNG")


def test_an_event_has_its_number_above_the_chart(field: Book, spoken: tuple[Language, ...]) -> None:
    _, series = race(field, "token_share", "country")
    assert series.as_of is not None
    marked = [course.Happened(n, series.as_of, series.as_of) for n in (1, 2)]
    drawn = svg(course.spec(series, drawing(series), NARROW, spoken[0].words, marked), "says")
    assert {"1", "2"} <= set(texts(drawn))


def test_a_picture_to_share_says_what_and_whose(drawings: Drawings, field: Book, spoken: tuple[Language, ...]) -> None:
    chapter, series = race(field, "token_share", "country")
    for language in spoken:
        for drawn in (drawings.card(language, chapter, series), drawings.board(language)):
            assert struct.unpack_from(">II", drawn, 16) == (cards.WIDTH, cards.HEIGHT)


def test_a_card_takes_any_name_as_text(spoken: tuple[Language, ...]) -> None:
    made = cards.svg(spoken[0], cards.Card(HOSTILE[0], HOSTILE[1] * 20, HOSTILE, [HOSTILE[:3]]))
    shown = texts(made)
    assert "<script>alert(1)</script>" in " ".join(shown)
    assert all(len(text) < 200 for text in shown)


def test_the_font_that_comes_along_holds_every_character_of_our_texts() -> None:
    told = (
        words.catalogue(),
        chart_wording.WORDS,
        measure_wording.CHINESE,
        source_wording.CHINESE,
        vars(chinese_names),
    )
    curated = (files("weighbridge.curated") / "families.yml").read_text("utf-8")
    chinese = held(FONTS / "WeighbridgeSansSC-Regular.otf")
    missing = {c for c in f"{told}{curated}" if "\u3000" <= c <= "\uffef"} - set(map(chr, chinese))
    assert not missing


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_latin_fonts_hold_what_english_pictures_say(weight: str) -> None:
    told = f"{[said['en'] for said in words.catalogue().values()]}{chart_wording.WORDS}"
    missing = {c for c in told if " " <= c < "\u2e80"} - set(map(chr, held(FONTS / f"WeighbridgeSans-{weight}.otf")))
    assert not missing


def test_what_choices_move_is_told(field: Book, spoken: tuple[Language, ...]) -> None:
    chapter, series = race(field, "token_share", "country")
    every = choosing.found(chapter, series)
    assert every is not None
    first, *_ = choosing.told(spoken[0], chapter, series, every)
    assert first.startswith(f"China has the highest figure under {len(every.each)} of the {len(every.each)}")


def test_who_else_leads_is_told_in_the_words_of_the_options(field: Book, spoken: tuple[Language, ...]) -> None:
    chapter, series = race(field, "token_share", "country")
    assert series.standing is not None
    held = replace(series.standing, rivals={"US": ("window=1d and free=out", "window=28d")})
    said = ["".join(choosing.rivals(language, chapter, "country", held)) for language in spoken]
    assert said[0] == "with “one day” and “priced tokens only” or “four weeks”, the United States leads"
    assert "=" not in said[1]
    assert said[1].endswith("时，美国领先")


def test_a_curve_that_leaves_points_out_says_so(field: Book, spoken: tuple[Language, ...]) -> None:
    chapter, series = race(field, "token_share", "country")
    every = choosing.found(chapter, series)
    assert every is not None
    many = replace(every, each=every.each * (1 + 2 * MOST_DOTS // len(every.each)))
    for language, sign in zip(spoken, ("has a point for one", "只画一个点"), strict=True):
        assert sign in choosing.legend(language, series, many)
        assert sign not in choosing.legend(language, series, every)
