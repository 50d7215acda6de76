"""Dimensions: makers, families and releases as people decided them, and what stands in the lake from whom."""

from __future__ import annotations

from weighbridge.countries import STATED_AS
from weighbridge.schema.table import MOST_PARAMETERS, SOURCE, Column, Kind, Layer, Table, count, day, text

ORGANISATIONS = Table(
    "organisations",
    Layer.DIMENSION,
    "Makers of models, with the country of their primary base and what says so.",
    (
        text("organisation_id", "Stable id."),
        text("name", "English name."),
        text("name_zh_hans", "Name in simplified Chinese."),
        text("name_zh_hant", "Name in traditional Chinese."),
        text("kind", "What it is.", one_of=("maker", "repackager", "community", "individual")),
        text("country", f"{STATED_AS}; null where not known.", nullable=True),
        text(
            "basis",
            "On what the country rests.",
            one_of=("headquarters", "primary_team", "incorporated", "stated_by_source", "distributed", "unknown"),
        ),
        text("evidence", "What says so."),
        day("checked_on", "Day of the last check."),
    ),
    ("organisation_id",),
)

FAMILIES = Table(
    "families",
    Layer.DIMENSION,
    "Lines of models under one name.",
    (
        text("family_id", "Stable id."),
        text("name", "English name."),
        text("name_zh_hans", "Name in simplified Chinese."),
        text("name_zh_hant", "Name in traditional Chinese."),
        text("organisation_id", "Who makes it."),
    ),
    ("family_id",),
)

RELEASES = Table(
    "releases",
    Layer.DIMENSION,
    "Models as their makers announced them.",
    (
        text("release_id", "Stable id."),
        text("name", "Display name."),
        text("family_id", "Its family."),
        text("organisation_id", "Who made it."),
        text("base_family_id", "Family whose weights it was built on, if another's.", nullable=True),
        day("released_on", "Day of public release.", nullable=True),
        text("openness", "How open the weights are.", nullable=True, one_of=("open_licence", "restricted", "closed")),
        text("licence", "SPDX or short name.", nullable=True),
        text(
            "field",
            "What it is for.",
            one_of=(
                "language",
                "embedding",
                "reranker",
                "encoder",
                "image",
                "video",
                "audio",
                "vision",
                "time_series",
                "other",
            ),
        ),
        count(
            "params_total",
            "Total parameters, where the release has one size.",
            "parameters",
            nullable=True,
            high=MOST_PARAMETERS,
        ),
        count("params_active", "Active parameters, likewise.", "parameters", nullable=True, high=MOST_PARAMETERS),
        text("evidence", "What says so."),
        day("checked_on", "Day of the last check."),
    ),
    ("release_id",),
)

BENCHMARKS = Table(
    "benchmarks",
    Layer.DIMENSION,
    "What benchmarks ask for, under each of their names.",
    (
        text("benchmark", "Name at a publisher."),
        text("benchmark_id", "Stable id."),
        text(
            "domain",
            "The index it counts in; null: only where all benchmarks count.",
            nullable=True,
            one_of=("mathematics", "programming", "reasoning_and_knowledge", "agentic"),
        ),
        text("asks", "What it asks for."),
    ),
    ("benchmark",),
)

LICENCES = Table(
    "licences",
    Layer.DIMENSION,
    "Licences of weights under each of their names: of what kind they are, and what says so.",
    (
        text("tag", "A tag of the Hub, or what a release calls the licence, in lower case."),
        text("licence_id", "Stable id."),
        text("name", "English name."),
        text(
            "kind",
            "What it asks of a model built on one under it; `unknown` names no text, or one that is not settled.",
            one_of=("permissive", "share_alike", "use_restricted", "non_commercial", "no_derivatives", "unknown"),
        ),
        Column("allows_any", Kind.FLAG, "A model built on one under it may be under any terms."),
        text("clause", "The clauses that this rests on."),
        text(
            "read",
            "How the text was read for it: whole, as others quote it, or recalled without opening it again.",
            one_of=("whole", "quoted", "recalled"),
        ),
        text("evidence", "Where the text stands."),
        day("checked_on", "Day of the last check."),
    ),
    ("tag",),
)

LICENCE_PAIRS = Table(
    "licence_pairs",
    Layer.DIMENSION,
    "Whether a licence allows that a model built on one under it is under another: pairs that its text decides.",
    (
        text("ancestor_id", "Licence of the model that was built on."),
        text("descendant_id", "Licence of what was built."),
        Column("allowed", Kind.FLAG, "The text of the first allows the second; else it does not."),
    ),
    ("ancestor_id", "descendant_id"),
)

SOURCE_USES = Table(
    "source_uses",
    Layer.DIMENSION,
    "What stands in the lake from each source, under which terms.",
    (
        SOURCE,
        text("publisher", "Who publishes it."),
        text("licence", "SPDX, or `unstated`."),
        text("attribution", "As the publisher demands it."),
        text(
            "grain",
            "`name`: rows as published; `family`: only sums by family and maker are here.",
            one_of=("name", "family"),
        ),
        day("as_of", "Last day that the rows describe."),
        count("snapshots", "Snapshots read.", "snapshots"),
        text("digest", "sha256 over the sorted sha256 of the snapshots."),
    ),
    ("source",),
)

ISSUES = Table(
    "issues",
    Layer.DIMENSION,
    "What parsing met and could not use, counted.",
    (
        SOURCE,
        text("kind", "What was met."),
        count("n", "How often, over all snapshots.", "times"),
        text("example", "One of them."),
    ),
    ("source", "kind"),
)
