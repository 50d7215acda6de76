"""Uses and events as tables: what people say of models, with who says it, when, and how surely it is known."""

from __future__ import annotations

from weighbridge.adoption import Depth, Grade
from weighbridge.event import Happening
from weighbridge.quantity import Unit
from weighbridge.schema.table import Column, Kind, Layer, Table, count, day, text

_GRADE = text("grade", "How surely it is known, and by whose word.", one_of=tuple(map(str, Grade)))
_TOLD = (
    text("summary_en", "What is said, in words of our own, in English."),
    text("summary_zh_hans", "The same in simplified Chinese."),
    text("nuance_en", "What the bare claim leaves out, in English; null where nothing.", nullable=True),
    text("nuance_zh_hans", "The same in simplified Chinese.", nullable=True),
    text(
        "bare",
        "What the claim as it is usually repeated is, where the nuance decides that.",
        nullable=True,
        one_of=("refuted", "conflicting", "not_enough_evidence"),
    ),
    day("stated_on", "Day of the first of its sources; of a source known by its month, the last of the month."),
    text("sources", "Publisher, title, day and address of each source, apart by a vertical bar."),
)


def _figure(name: str, says: str) -> Column:
    return Column(name, Kind.NUMBER, says, nullable=True)


ADOPTIONS = Table(
    "evidence",
    Layer.DIMENSION,
    "Who uses which model for what, as stated.",
    (
        text("use_id", "Stable id."),
        text("adopter_id", "Who uses: an adopter or a maker."),
        text("adopter", "Its English name."),
        text("model_ids", "Families, releases, makers, or countries for their makers' models, apart by a space."),
        text("use", "What for."),
        _GRADE,
        text("depth", "How far the use goes.", one_of=tuple(map(str, Depth))),
        day("since_on", "First day of the use, where one is stated.", nullable=True),
        day("until_on", "Last day of the use, where it ended.", nullable=True),
        count("stated_count", "Tools, models or cases, where a number is stated.", "tools or models", nullable=True),
        Column("not_only", Kind.FLAG, "Models of other makers are used beside."),
        *_TOLD,
    ),
    ("use_id",),
)

EVENTS = Table(
    "events",
    Layer.DIMENSION,
    "What happened and when, and figures that others published, by definitions of theirs.",
    (
        text("event_id", "Stable id."),
        text("happening", "What kind of event.", one_of=tuple(map(str, Happening))),
        text("subject_ids", "What did it or whom it is of, apart by a space: makers, models, adopters, countries."),
        text("object_ids", "Whom it was done to, or was passed, likewise; null where nobody.", nullable=True),
        day("first_on", "First day that it may have been, or that its figure covers."),
        day("last_on", "Last day, inclusive."),
        _GRADE,
        text("platform_id", "The list or hub that it is of.", nullable=True),
        text("measure", "Measure of ours that measures the same thing.", nullable=True),
        count("place", "Place on a list: 1 leads.", "rank", nullable=True),
        _figure("value", "The figure as published, in `unit`."),
        _figure("value_low", "Its lower bound as published."),
        _figure("value_high", "Its upper bound as published."),
        text("unit", "Unit of the figure; a share is a part of 1.", nullable=True, one_of=tuple(map(str, Unit))),
        text("of_what_en", "Population and definition of the figure, in English.", nullable=True),
        text("of_what_zh_hans", "The same in simplified Chinese.", nullable=True),
        *_TOLD,
    ),
    ("event_id",),
)
