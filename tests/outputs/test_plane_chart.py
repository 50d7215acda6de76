from __future__ import annotations

from typing import Any

import pytest

from tests.outputs.books import HOSTILE
from tests.outputs.placed import place, plane
from tests.outputs.test_charts import rows, texts, tree
from weighbridge.charts.picture import svg
from weighbridge.charts.plane import LABELLED, spec
from weighbridge.plane import Plane, Reach


def some(*names: str) -> Plane:
    """Two on the frontier, one that an interval may bring there, one behind, one at a price of 0."""
    first, second = names or ("low", "high")
    return plane(
        place(first, 0.5, 140, Reach.FRONTIER, "open_licence"),
        place(second, 8.0, 160, Reach.FRONTIER),
        place("near", 8.0, 159.5, Reach.POSSIBLE, "restricted"),
        place("behind", 9.0, 130, kind=None),
        place("given away", 0.0, 120, Reach.FRONTIER, "open_licence"),
        unplaced=3,
    )


def said(made: dict[str, Any]) -> str:
    """Give the words above the plot; the picture breaks them over lines."""
    words: str = made["description"]
    assert solid(words.partition(". ")[2].rstrip(".")) in solid("".join(texts(svg(made, "says"))))
    return words


def solid(text: str) -> str:
    return "".join(text.split())


def test_altair_accepts_the_specification() -> None:
    import altair as alt

    made = spec(some())
    alt.LayerChart.from_dict(made)
    assert made["$schema"].endswith(f"/{'.'.join(alt.SCHEMA_VERSION.split('.')[:2])}.json")


def test_a_price_of_zero_is_counted_and_not_drawn() -> None:
    """A logarithmic axis has no place for it."""
    made = spec(some())
    assert {row["across"] for row in rows(made, "points")} == {0.5, 8.0, 9.0}
    assert "1 at a price of 0 not drawn" in said(made)
    assert "given away" not in "".join(texts(svg(made, "says")))


def test_models_without_a_figure_are_counted() -> None:
    assert "3 without a figure across" in said(spec(some()))
    whole = plane(place("a", 1, 150, Reach.FRONTIER))
    assert "without a figure" not in said(spec(whole))
    assert "not drawn" not in said(spec(whole))


def test_the_stair_joins_the_frontier_alone() -> None:
    assert rows(spec(some()), "stair") == [{"across": 0.5, "up": 140}, {"across": 8.0, "up": 160}]


def test_the_frontier_is_named_beside_the_plot() -> None:
    assert [row["name"] for row in rows(spec(some()), "names")] == ["low", "high"]


def test_no_more_names_than_there_is_room_for() -> None:
    long = plane(*(place(f"m{i}", 1.0 + i, 100.0 + i, Reach.FRONTIER) for i in range(40)))
    found = rows(spec(long), "names")
    assert [row["name"] for row in found] == [f"m{i}" for i in range(40 - LABELLED, 40)]


def test_openness_is_told_by_words_and_colours() -> None:
    text = said(spec(some()))
    assert "blue: open licence, green: restricted, red: closed" in text
    assert "restricted" not in said(spec(plane(place("a", 1, 150, Reach.FRONTIER))))


def test_the_picture_says_what_and_whose_and_until_when() -> None:
    text = said(spec(some()))
    assert "Capability and price" in text
    assert "As of 11 Aug 2026" in text
    assert "capability, in points, by list price in USD per million tokens" in text
    assert "licenceunstated" in solid("".join(texts(svg(spec(some()), "says"))))


def test_a_plane_of_free_models_alone_still_gives_a_chart() -> None:
    made = spec(plane(place("given away", 0.0, 120, Reach.FRONTIER, "open_licence")))
    assert "1 at a price of 0 not drawn" in said(made)
    assert "open licence" not in said(made)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    picture = svg(spec(some(name, "high")), name)
    drawn = tree(picture)
    assert {element.tag.rpartition("}")[2] for element in drawn.iter()} <= {
        *("svg", "g", "path", "text", "tspan", "line", "rect"),
    }
    named = {attribute for element in drawn.iter() for attribute in element.attrib}
    assert not [a for a in named if a.startswith("on") or "href" in a or a == "style"]
    assert "\u202e" not in "".join(texts(picture))


def test_a_picture_needs_nothing_from_elsewhere() -> None:
    picture = svg(spec(some()), "says")
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
    assert 'aria-label="says"' in picture
