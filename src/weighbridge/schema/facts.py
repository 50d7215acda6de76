"""Facts: what publishers counted, by source and day, under their own names for models."""

from __future__ import annotations

from weighbridge.schema.table import OBSERVED_AT, OBSERVED_ON, REPO, SOURCE, Layer, Table, count, day, text

TOKENS = Table(
    "tokens",
    Layer.FACT,
    "Tokens served by a router, per model and period; prompt and completion together, by the provider's own tokenizer.",
    (
        SOURCE,
        text(
            "series",
            "Which of the publisher's lists: lists of one publisher are not spliced.",
            one_of=("daily", "leaderboard", "chart"),
        ),
        day("period_start", "First UTC day of the period."),
        day("period_end", "Last UTC day of the period, inclusive."),
        text(
            "row",
            "`model`: one model; `remainder`: all models that the list does not name.",
            one_of=("model", "remainder"),
        ),
        text("slug", "The publisher's name of the model; empty in a remainder row."),
        count("total_tokens", "Tokens in the period.", "tokens"),
        count("rounding_tokens", "Half of the last digit kept by the publisher; 0 where the count is exact.", "tokens"),
        OBSERVED_AT,
    ),
    ("source", "series", "period_start", "period_end", "row", "slug"),
    day="period_end",
    stated_whole=("source", "series", "period_start", "period_end"),
)

PULLS = Table(
    "pulls",
    Layer.FACT,
    "Cumulative pulls from the Ollama library, per listed name. Null while the publisher shows none.",
    (
        SOURCE,
        OBSERVED_ON,
        text("name", "The library's name of the model."),
        count("pulls_all_time", "Pulls since the name was listed.", "pulls", nullable=True),
        count("rounding_pulls", "Half of the last digit shown; null with the count.", "pulls", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "name"),
    day="observed_on",
    stated_whole=("source", "observed_on"),
)

DOWNLOADS = Table(
    "downloads",
    Layer.FACT,
    "Downloads of a Hub repository: HTTP GET and HEAD requests to its query files, not users.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        count("downloads_30d", "Trailing 30 days.", "downloads", nullable=True),
        count(
            "downloads_all_time",
            "Since the repository exists; not monotone: the Hub cleans up backwards.",
            "downloads",
            nullable=True,
        ),
        count("likes", "Likes at the same reading.", "likes", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
    day="observed_on",
)
