"""Cells: facts of a day summed over every attribute that a measure may group or filter by."""

from __future__ import annotations

from weighbridge.schema.facts import TOKENS
from weighbridge.schema.identity import IDENTITY, IDENTITY_COLUMNS
from weighbridge.schema.table import OBSERVED_AT, OBSERVED_ON, SOURCE, Column, Kind, Layer, Table, count

TOKEN_CELLS = Table(
    "token_cells",
    Layer.CELL,
    "`tokens` summed over every attribute that a measure may group or filter by.",
    (
        SOURCE,
        TOKENS.column("series"),
        TOKENS.column("period_start"),
        TOKENS.column("period_end"),
        TOKENS.column("row"),
        *IDENTITY_COLUMNS,
        Column("free", Kind.FLAG, "Served at no price."),
        count("total_tokens", "Tokens in the period.", "tokens"),
        count("rounding_tokens", "Sum of the half last digits.", "tokens"),
        Column("rounding_variance", Kind.NUMBER, "Sum of the variances of the rounding errors, each uniform.", low=0),
        count("n", "Names summed.", "names"),
        OBSERVED_AT,
    ),
    ("source", "series", "period_start", "period_end", "row", *IDENTITY, "free"),
    day="period_end",
)

DOWNLOAD_CELLS = Table(
    "download_cells",
    Layer.CELL,
    "`downloads` summed over every attribute that a measure may group or filter by.",
    (
        SOURCE,
        OBSERVED_ON,
        *IDENTITY_COLUMNS,
        count(
            "downloads_30d", "Trailing 30 days, summed over the repositories that state it.", "downloads", nullable=True
        ),
        count(
            "downloads_all_time", "All time, summed over the repositories that state it.", "downloads", nullable=True
        ),
        count("n_30d", "Repositories that state a 30-day count.", "repositories"),
        count("n_all_time", "Repositories that state an all-time count.", "repositories"),
        OBSERVED_AT,
    ),
    ("source", "observed_on", *IDENTITY),
    day="observed_on",
)
