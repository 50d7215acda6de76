"""The picture of a pedigree: rows and lines where they must stand, and words for what they mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.outputs.books import HOSTILE, PROVENANCE
from tests.outputs.test_charts import rows, texts, tree
from weighbridge.charts.pedigree import LEVELS_ROOM, MOST_DRAWN, ROW, spec
from weighbridge.charts.picture import svg
from weighbridge.pedigree import Descends, Descent, FoundBy, Pedigree, Relative

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = dt.date(2026, 8, 1)


def relative(repo: str, steps: int, **known: Any) -> Relative:  # noqa: ANN401 - any field
    bare = Relative(repo, steps, Descends.STATED, None, None, None, None, None, None, None, None, 0, 0, 0)
    return replace(bare, **known)


def step(child: str, parent: str, known_by: str = "declared", left_out: str | None = None) -> Descent:
    share = None if left_out else 1.0
    return Descent(child, parent, None, "finetune", known_by, None, left_out, share, "radar", DAY)


def pedigree(relatives: Sequence[Relative], descents: Sequence[Descent], name: str = "a/asked") -> Pedigree:
    return Pedigree(
        name, FoundBy.REPOSITORY, (name,), 0, 0, (), tuple(relatives), tuple(descents), 9, 9, 9,
        crowded=False, as_of=DAY, provenance=PROVENANCE,
    )  # fmt: skip


def some(name: str = "a/asked") -> Pedigree:
    """A grandparent that nothing lists, a parent, a child by the Hub, one by evidence, one left out, two more."""
    return pedigree(
        [
            relative(name, 0, parents=1, children=4, openness="open_licence"),
            relative("b/parent", -1, parents=1, openness="closed"),
            relative("c/grand", -2, descends=Descends.NOT_LISTED),
            relative("d/hub", 1, parents=1, downloads_30d=5),
            relative("e/guess", 1, parents=1, descends=Descends.INFERRED),
            relative("f/loop", 1, descends=Descends.LEFT_OUT),
        ],
        [
            step(name, "b/parent"), step("b/parent", "c/grand"), step("d/hub", name, "hub_inferred"),
            step("e/guess", name, "tokenizer"), step("f/loop", name, left_out="cycle"),
        ],
        name,
    )  # fmt: skip


def said(made: dict[str, Any]) -> str:
    """Give all words without spaces: the picture breaks sentences over lines."""
    return "".join("".join(texts(svg(made, "says"))).split())


def test_altair_accepts_the_specification() -> None:
    import altair as alt

    made = spec(some())
    alt.LayerChart.from_dict(made)
    assert made["$schema"].endswith(f"/{'.'.join(alt.SCHEMA_VERSION.split('.')[:2])}.json")


def test_ancestors_stand_above_and_descendants_below() -> None:
    made = rows(spec(some()), "rows")
    assert [row["name"] for row in made] == [
        "c/grand", "b/parent", "a/asked", "d/hub", "e/guess", "f/loop", "2 more",
    ]  # fmt: skip
    assert [row["y"] for row in made] == [ROW * (i + 0.5) for i in range(len(made))]
    level = made[1]["x"]
    assert [row["x"] for row in made] == [2 * level, level, 0, level, level, level, level]


def test_each_repository_is_tied_to_what_it_hangs_from() -> None:
    made = spec(some())
    height = {row["name"]: row["y"] for row in rows(made, "rows")}
    across = {link["y"]: link["how"] for link in rows(made, "links") if link["y"] == link["y2"]}
    assert across == {
        height["c/grand"]: "declared",
        height["b/parent"]: "declared",
        height["d/hub"]: "hub_inferred",
        height["e/guess"]: "evidence",
        height["f/loop"]: "left_out",
        height["2 more"]: "along",
    }
    along = {(link["y"], link["y2"]) for link in rows(made, "links") if link["x"] == link["x2"]}
    assert (height["b/parent"], height["c/grand"]) in along
    assert (height["a/asked"], height["b/parent"]) in along


def test_the_picture_tells_what_its_lines_and_dots_mean() -> None:
    text = said(spec(some()))
    for word in ("line: declared", "dashes: inferred by the Hub", "short dashes: inferred from evidence",
                 "dots: left out", "ring: listed by no source", "blue: open licence", "red: closed"):  # fmt: skip
        assert word.replace(" ", "") in text
    alone = said(spec(pedigree([relative("a/asked", 0)], [])))
    assert "dashes" not in alone
    assert "ring" not in alone


def test_the_picture_says_whose_it_is() -> None:
    text = said(spec(some()))
    assert "Source:OpenRouter" in text
    assert "licenceunstated" in text
    assert "To2026-08-01" in text


def test_a_long_line_stays_in_the_picture() -> None:
    names = [f"a/n{i:03}" for i in range(400)]
    relatives = [relative(name, i, children=1) for i, name in enumerate(names)]
    steps = [step(child, parent) for parent, child in pairwise(names)]
    made = spec(pedigree(relatives, steps, names[0]))
    assert len(rows(made, "rows")) == MOST_DRAWN
    assert max(row["x"] for row in rows(made, "rows")) <= LEVELS_ROOM
    assert "200rowsnotdrawn" in said(made)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_text(name: str) -> None:
    picture = svg(spec(some(name)), name)
    drawn = tree(picture)
    assert {element.tag.rpartition("}")[2] for element in drawn.iter()} <= {
        *("svg", "g", "path", "text", "tspan", "line", "rect"),
    }
    named = {attribute for element in drawn.iter() for attribute in element.attrib}
    assert not [a for a in named if a.startswith("on") or "href" in a or a == "style"]
    assert "\u202e" not in "".join(texts(picture))
