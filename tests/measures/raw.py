"""The archive's raw bytes by plain Python: another way to the figures than the program's own."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
from collections import defaultdict
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Makers by the first part of the router's names, in the week of the test; where they are based.
COUNTRY_OF_ACCOUNT = {
    "CN": (
        "deepseek",
        "tencent",
        "xiaomi",
        "z-ai",
        "minimax",
        "moonshotai",
        "stepfun",
        "qwen",
        "nex-agi",
        "inclusionai",
    ),
    "US": ("openai", "google", "anthropic", "nvidia", "poolside", "x-ai"),
    "KR": ("upstage",),
    "CA": ("cohere",),
    "FR": ("mistralai",),
}
REST = "other"


def entries(archive: Path, source: str) -> list[dict[str, Any]]:
    """Give the manifest's lines of a source, oldest capture first."""
    lines = map(json.loads, (archive / "manifest.jsonl").read_text("utf-8").splitlines())
    return sorted((line for line in lines if line["source"] == source), key=lambda line: line["retrieved_at"])


def body(archive: Path, entry: dict[str, Any]) -> bytes:
    stored = (archive / entry["path"]).read_bytes()
    return gzip.decompress(stored) if entry["path"].endswith(".gz") else stored


@cache
def daily_tokens(archive: Path) -> dict[tuple[str, str], int]:
    """Tokens by day and name; the later capture wins."""
    found = {}
    for entry in entries(archive, "openrouter_daily"):
        for row in json.loads(body(archive, entry))["data"]:
            found[row["date"], row["model_permaslug"]] = int(row["total_tokens"])
    return found


def week_tokens(archive: Path, last: str) -> dict[str, int]:
    """Tokens by name in the seven days that end on `last`."""
    end = dt.date.fromisoformat(last)
    days = {str(end - dt.timedelta(days=i)) for i in range(7)}
    found: defaultdict[str, int] = defaultdict(int)
    for (day, name), tokens in daily_tokens(archive).items():
        if day in days:
            found[name] += tokens
    return dict(found)


@cache
def week_totals(archive: Path) -> dict[str, int]:
    """The router's own totals of all models, by the last day of the week."""
    newest = [e for e in entries(archive, "openrouter_monthly") if "/rankings-monthly.json" in e["path"]][-1]
    return {month["weekEnding"]: month["weekTotal"] for month in json.loads(body(archive, newest))["months"]}


def count(text: str) -> Decimal:
    """Read `118.7M`, `916.9K` or `12`."""
    factor = {"M": 1_000_000, "K": 1_000}.get(text[-1], 1)
    return Decimal(text.rstrip("MK")) * factor


@cache
def pulls(archive: Path) -> dict[dt.date, dict[str, Decimal | None]]:
    """The library's counters by day of capture and name; None where none is shown."""
    found = {}
    for entry in entries(archive, "ollama"):
        models = json.loads(body(archive, entry))["models"]
        read = dt.date.fromisoformat(entry["retrieved_at"][:10])
        found[read] = {name: count(m["pullCount"]) if m["pullCount"] else None for name, m in models.items()}
    return found


def listing(archive: Path, day: str) -> list[dict[str, Any]]:
    """The repositories of the largest listing on one day."""
    entry = next(e for e in entries(archive, "huggingface_listing_top600") if e["path"].endswith(f"{day}.json.gz"))
    models: list[dict[str, Any]] = json.loads(body(archive, entry))["models"]
    return models


def stats_rows(archive: Path, account: str) -> Iterator[dict[str, str]]:
    """The rows of one account's file of counts."""
    entry = next(e for e in entries(archive, "redhat_hf_stats") if account in e["path"])
    return csv.DictReader(io.StringIO(body(archive, entry).decode()))
