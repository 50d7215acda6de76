"""Facts on capability: scores of models on benchmarks, ratings by preference, what a run takes, and published fits."""

from __future__ import annotations

from weighbridge.schema.table import OBSERVED_AT, OBSERVED_ON, SOURCE, Column, Kind, Layer, Table, count, day, text

MODEL = text("model", "The publisher's name of the model, with the setting that it names.")
BENCHMARK = text("benchmark", "The publisher's name of the benchmark.")
MOST_USD = 1e6


def number(name: str, says: str, unit: str, low: float, high: float, *, nullable: bool = True) -> Column:
    """Make a column of numbers from `low` to `high`."""
    return Column(name, Kind.NUMBER, says, nullable=nullable, low=low, high=high, unit=unit)


SCORES = Table(
    "scores",
    Layer.FACT,
    "What a model reached on a benchmark, as a part of what can be reached.",
    (
        SOURCE,
        text(
            "series",
            "`matrix`: one score a model and benchmark, as its publisher fits them; `hub`: every run published.",
            one_of=("matrix", "hub"),
        ),
        OBSERVED_ON,
        BENCHMARK,
        MODEL,
        text("run", "What tells apart two runs of one model on one benchmark; empty where there is one."),
        number("performance", "Part reached.", "share", 0, 1, nullable=False),
        number("stderr", "Standard error, as stated.", "share", 0, 1),
        text("harness", "Agent, scaffold or number of examples shown, as stated.", nullable=True),
        day("benchmark_released_on", "Day on which the benchmark came out.", nullable=True),
        day("run_on", "Day of the run, where stated.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "series", "observed_on", "benchmark", "model", "run"),
    day="observed_on",
    stated_whole=("source", "series", "observed_on", "benchmark"),
)

ABILITIES = Table(
    "abilities",
    Layer.FACT,
    "Capability of models as a publisher's own fit gives it: to set beside ours.",
    (
        SOURCE,
        OBSERVED_ON,
        MODEL,
        number("ability", "Points of the Epoch Capabilities Index.", "points", -500, 500, nullable=False),
        number("ability_low", "Lower end of the publisher's 90 % interval.", "points", -500, 500),
        number("ability_high", "Upper end of the publisher's 90 % interval.", "points", -500, 500),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "model"),
    day="observed_on",
    stated_whole=("source", "observed_on"),
)

DIFFICULTIES = Table(
    "difficulties",
    Layer.FACT,
    "Difficulty and slope of benchmarks as a publisher's own fit gives them, on the scale of `abilities`.",
    (
        SOURCE,
        OBSERVED_ON,
        BENCHMARK,
        number("difficulty", "Ability at which half is reached.", "points", -500, 500, nullable=False),
        number("slope", "Steepness at the difficulty.", "per point", 0, 100, nullable=False),
        Column("anchor", Kind.FLAG, "Difficulty and slope were fixed in the publisher's fit."),
        day("benchmark_released_on", "Day on which the benchmark came out.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "benchmark"),
    day="observed_on",
    stated_whole=("source", "observed_on"),
)

RATINGS = Table(
    "ratings",
    Layer.FACT,
    "Ratings of models from people's choices between two answers, on the scale of one board.",
    (
        SOURCE,
        text(
            "board",
            "Which of the publisher's boards: scales of two boards differ, and of one board between two days.",
            one_of=("text", "text_style_control", "text_history"),
        ),
        text("category", "Kind of question; `full`: all of them."),
        OBSERVED_ON,
        MODEL,
        number("rating", "Rating on this board on this day.", "rating points", 1, 4000, nullable=False),
        number("rating_low", "Lower end of the publisher's 95 % interval.", "rating points", 1, 4000),
        number("rating_high", "Upper end of the publisher's 95 % interval.", "rating points", 1, 4000),
        count("votes", "Votes on the model.", "votes", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "board", "category", "observed_on", "model"),
    day="observed_on",
    stated_whole=("source", "board", "category", "observed_on"),
)

RUNS = Table(
    "runs",
    Layer.FACT,
    "What one run of a benchmark took: dollars, tokens and time per task. Null where not published.",
    (
        SOURCE,
        OBSERVED_ON,
        BENCHMARK,
        MODEL,
        text("run", "What tells apart two runs of one model on one benchmark; empty where there is one."),
        number("performance", "Part of the tasks solved.", "share", 0, 1, nullable=False),
        count("tasks", "Tasks in the run.", "tasks", nullable=True),
        number("usd_per_task", "Price of the run at the prices of its day, by tasks.", "USD", 0, MOST_USD),
        number("input_tokens_per_task", "Tokens read, by tasks.", "tokens", 0, 1e9),
        number("output_tokens_per_task", "Tokens written, by tasks.", "tokens", 0, 1e9),
        number("seconds_per_task", "Time of the run, by tasks.", "s", 0, 1e7),
        day("run_on", "Day of the run, where stated.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "benchmark", "model", "run"),
    day="observed_on",
    stated_whole=("source", "observed_on", "benchmark"),
)
