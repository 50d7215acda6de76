from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.outputs.books import FIRST, PROVENANCE, estimate
from weighbridge import wording
from weighbridge.charts import claimed
from weighbridge.charts.format import CARD, NARROW, WIDE, Format
from weighbridge.charts.picture import svg
from weighbridge.estimate import Series

WEEK = dt.timedelta(days=7)
ENDS = [FIRST + i * WEEK for i in range(8)]


def series(*groups: str) -> Series:
    estimates = tuple(
        estimate(end, group, 0.2 + 0.1 * j + 0.01 * i, None, None)
        for i, end in enumerate(ENDS) for j, group in enumerate(groups)
    )  # fmt: skip
    return Series("token_share", 1, "share", "country", {}, ENDS[-1], estimates, None, PROVENANCE, None, "")


def drawn(asked: claimed.Asked, of: Series | None = None) -> dict[str, Any]:
    made = claimed.spec(of or series("CN", "US"), asked, {})
    assert made is not None
    return made


ASKED = claimed.Asked(("CN",), ENDS[5], low=0.5, first=ENDS[4], last=ENDS[5], band="claimed: over half", days="July")


def test_claim_day_and_figure_taken_are_marked() -> None:
    made = drawn(ASKED)
    rows = made["datasets"]
    assert [(row["first"], row["last"]) for row in rows["days"]] == [(str(ENDS[4]), str(ENDS[5]))]
    assert [(row["day"], round(row["value"], 2)) for row in rows["read"]] == [(str(ENDS[5]), 0.25)]
    says = svg(made, "says")
    assert "claimed: over half" in says
    assert "July" in says


def test_the_axis_reaches_what_is_claimed() -> None:
    bands = [layer["encoding"]["y"] for layer in drawn(ASKED)["layer"] if layer["mark"]["type"] == "rect"]
    (low, high) = bands[0]["scale"]["domain"]
    assert low <= 0.5 <= high
    bare = drawn(replace(ASKED, low=None))
    assert "claimed: over half" not in svg(bare, "says")


def test_groups_keep_the_order_of_the_claim_and_all_have_names() -> None:
    made = drawn(replace(ASKED, groups=("CN", "US")))
    assert [row["name"] for row in made["datasets"]["labels"]] == ["China", "United States"]
    assert claimed.spec(series("CN", "US"), replace(ASKED, groups=("CN",)), {"CN": claimed.Label("中国", "27 %")})


def test_a_day_far_from_the_figures_is_not_drawn() -> None:
    far = drawn(replace(ASKED, first=dt.date(2020, 1, 1), last=dt.date(2020, 1, 1)))
    assert far["datasets"]["days"] == []
    near = drawn(replace(ASKED, first=None, last=ENDS[-1] + WEEK))
    assert near["datasets"]["days"]


@pytest.mark.parametrize("size", [CARD, WIDE, NARROW])
def test_it_is_drawn_for_its_place(size: Format) -> None:
    long = {"CN": claimed.Label("中国", "4.00× of what the other asks")}
    made = claimed.spec(series("CN", "US"), ASKED, long, wording, size)
    assert made is not None
    room = made["padding"]
    assert (made["width"] + room["left"] + room["right"], made["height"]) == (size.width, size.height)
    assert size.right < room["right"] <= size.width // 2, "what stands beside a line is not cut"


@pytest.mark.parametrize("groups", [("FR",), ()])
def test_no_figure_no_chart(groups: tuple[str, ...]) -> None:
    assert claimed.spec(series("CN"), replace(ASKED, groups=groups), {}) is None


def test_one_period_is_no_line() -> None:
    one = series("CN")
    assert claimed.spec(replace(one, estimates=one.estimates[:1]), ASKED, {}) is None


def test_text_of_strangers_stays_text_in_the_picture() -> None:
    made = drawn(replace(ASKED, band="</svg><script>alert(1)</script>"))
    assert "<script" not in svg(made, "<script>")
    assert json.dumps(made)
