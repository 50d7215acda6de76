"""Two checked claims: one that rests on a figure, and one in which strangers chose every word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.outputs.books import HOSTILE, PROVENANCE
from weighbridge.adoption import Reference, Summary
from weighbridge.judged_claim import Quoted, Sketch, Told
from weighbridge.press_claim import PressClaim, Stated

DAY = dt.date(2026, 3, 29)
DOT = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.4.json",
    "autosize": {"type": "none"},
    "padding": 0,
    "datasets": {"once": [{}]},
    "layer": [{"data": {"name": "once"}, "mark": "point", "encoding": {"x": {"value": 4}, "y": {"value": 4}}}],
}
CHART = Sketch(DOT | {"width": 40}, DOT | {"width": 20}, "Chart of China")


def told(ruling: str, point: str = "", *reasons: str) -> Told:
    figures = ("0.7–0.8", "of China", "10–90 %", "true under 70 %, false under 20 %") if point else ("", "", "", "")
    return Told(
        ruling, "lead", point, *figures, reasons, (Quoted("A paper", "On tokens", "2026-03-29", None),),
        (("Measure", "Share of tokens"),), (("list = daily", "the 50 most used"),) if point else (),
        ("weighbridge measure token_share --by country",), CHART if point else None,
    )  # fmt: skip


WEIGHED = PressClaim(
    "conflicting",
    {
        "en": told("conflicting", "73.2 %", "It holds under 70 % of 10.", "One router is not all."),
        "zh": told("因定义而异", "73.2 %", "在 10 种组合中，70 % 成立。", "单一平台并非全部。"),
    },
    "token_share",
    "country",
    DAY,
    0.98,
    PROVENANCE.sources,
    0.7,
    0.2,
    ("definition",),
    {"value": 0.732, "unit": "share"},
    Stated(
        "chinese-models-lead",
        Summary("The press", "媒体"),
        Summary("Chinese models lead on one router.", "中国模型在某平台领先。"),
        Reference("A paper", "On tokens", DAY, "https://example.invalid/tokens"),
    ),
)
# All but what looks like a template: a walk looks for gaps in what pages say.
WORDS = tuple(name for name in HOSTILE if "{{" not in name)
STRANGE = replace(
    WEIGHED,
    stated=Stated(
        "../../x",
        Summary(HOSTILE[0], HOSTILE[1]),
        Summary(HOSTILE[4], HOSTILE[9]),
        Reference(HOSTILE[7], HOSTILE[10], DAY, None, None, DAY - dt.timedelta(days=20)),
    ),
    ruling="not_enough_evidence",
    told={
        "en": told("not enough evidence", "", *WORDS),
        "zh": told("证据不足", "", *WORDS),
    },
    measure=None,
    by=None,
    as_of=None,
    coverage=None,
    uses=(),
    part_true=None,
    part_false=None,
    settled_by=("entry",),
)
CLAIMS = (WEIGHED, STRANGE)
