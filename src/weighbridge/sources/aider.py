"""Aider's polyglot leaderboard: 225 programming exercises in six languages, with what each run cost and took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.record import Reading, Record, records
from weighbridge.repeats import runs_apart
from weighbridge.rows import Row, table_of
from weighbridge.scale import refuse_finer_scale, share
from weighbridge.schema import RUNS, SCORES
from weighbridge.sources import Document, Issues, Source, Visit
from weighbridge.values import count, day, number, text
from weighbridge.yaml_decoding import yaml_document

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="aider",
    publisher="Aider",
    says="Programming exercises solved in two tries, by model and setting, and the run's dollars, tokens and seconds.",
    homepage="https://aider.chat/docs/leaderboards/",
    licence="Apache-2.0",
    attribution="Aider (Paul Gauthier), aider.chat, as of {as_of}",
    tables=("scores", "runs"),
    misleads=(
        "Its last run is of October 2025: newer models are missing.",
        "A cost of zero stands for an unknown one, as where a model was tried at no charge.",
        "Costs are at the prices of the day of the run, by the provider that was used.",
        "Models were run once, with the edit format that suited each.",
        "Two models at work together are one entry, named with a plus sign.",
    ),
)
FILE = "polyglot_leaderboard.yml"
URL = f"https://raw.githubusercontent.com/Aider-AI/aider/main/aider/website/_data/{FILE}"
YAML_FILE = frozenset({"text/plain", "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"})
BENCHMARK = "Aider polyglot"
FEWEST, MOST_RUNS = 40, 5_000
NOT_READ = (
    "edit_format", "commit_hash", "pass_rate_1", "pass_num_1", "pass_num_2", "percent_cases_well_formed",
    "error_outputs", "num_malformed_responses", "num_with_malformed_responses", "user_asks", "lazy_comments",
    "syntax_errors", "indentation_errors", "exhausted_context_windows", "test_timeouts", "total_tests", "command",
    "versions", "editor_model", "editor_edit_format",
)  # fmt: skip


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the leaderboard if it has changed."""
    yield from visit.changed(SOURCE, URL, FILE, YAML_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `runs` and the same as `scores` of series `hub`, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    at = snapshot.retrieved_at
    seen = {"source": SOURCE.name, "observed_on": at.date(), "observed_at": at}
    entries = records(yaml_document(raw, reading), "", reading)
    reading.expect_rows("runs", len(entries), FEWEST, MOST_RUNS)
    runs = runs_apart([{**seen, **_run(entry)} for entry in entries])
    refuse_finer_scale(runs, "pass_rate_2", 100, reading)
    return {"runs": table_of(RUNS, runs, reading), "scores": table_of(SCORES, [_score(run) for run in runs], reading)}


def _run(entry: Record) -> Row:
    entry.optional("reasoning_effort", "thinking_tokens", "total_cost", "prompt_tokens", "completion_tokens")
    model, tasks = _model(entry), entry.take("test_cases", count)
    if not tasks:
        raise entry.refuse("test_cases", f"is 0 for `{model}`, so nothing can be given by task")
    solved = share(entry, "pass_rate_2", 100, model)
    if solved is None:
        raise entry.refuse("pass_rate_2", f"is blank for `{model}`")
    run = {
        "benchmark": BENCHMARK,
        "model": model,
        "run": entry.take("dirname", text),
        "performance": solved,
        "tasks": tasks,
        # The board writes zero where it does not know the cost.
        "usd_per_task": _by_task(entry.take_or_null("total_cost", number) or None, tasks),
        "input_tokens_per_task": _by_task(entry.take_or_null("prompt_tokens", count), tasks),
        "output_tokens_per_task": _by_task(entry.take_or_null("completion_tokens", count), tasks),
        "seconds_per_task": entry.take_or_null("seconds_per_case", number),
        "run_on": entry.take("date", yaml_day),
    }
    entry.ignore(*NOT_READ)
    entry.done()
    return run


def _model(entry: Record) -> str:
    """Give the name as published, with the setting in brackets where the name does not say it."""
    name = entry.take("model", text).strip()
    effort = entry.take_or_null("reasoning_effort", text)
    tokens = entry.take_or_null("thinking_tokens", count)
    if effort and effort.lower() not in name.lower():
        name = f"{name} ({effort})"
    if tokens is not None and "think" not in name.lower():
        name = f"{name} ({tokens} thinking tokens)" if tokens else f"{name} (no thinking)"
    return name


def _by_task(amount: float | None, tasks: int) -> float | None:
    return None if amount is None else amount / tasks


def _score(run: Row) -> Row:
    kept = {name: run[name] for name in ("source", "observed_on", "observed_at", "benchmark", "model", "run")}
    kept |= {"series": "hub", "performance": run["performance"], "run_on": run["run_on"]}
    return kept | {"stderr": None, "harness": None, "benchmark_released_on": None}


def yaml_day(value: object) -> dt.date:
    """Read a day that YAML has made one, or that is written YYYY-MM-DD in quotes."""
    return day(value.isoformat() if type(value) is dt.date else value)
