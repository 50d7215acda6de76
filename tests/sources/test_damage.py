"""Damaged bytes give ParseError, which names the file, and the field where one is at fault; never another exception."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.document import few_rows, with_field, without_field
from tests.sources import epoch_files, price_files
from tests.sources.captures import ARCHIVED, Capture, captures, shortened, snapshot_of
from weighbridge.errors import ParseError

SEED = 20260822
FLIPS = 40
# Every field that a parser takes, per file; it must be there.
TAKEN = epoch_files.TAKEN | price_files.TAKEN | {
    "aider/polyglot_leaderboard.yml": ("dirname", "model", "test_cases", "pass_rate_2", "date", "seconds_per_case"),
    "arena/leaderboard-text-style-control.json": ("full", "rating", "rating_q025", "rating_q975"),
    "arena/lmarena_text.csv": ("model", "arena_score", "95_pct_ci", "votes", "organization", "license"),
    "arena/lmsys.csv": ("model", "arena_score", "95_pct_ci", "votes", "organization", "license"),
    "arena/result.csv": ("",),
    "arena/scatterplot-data.json": ("model_api_name", "name", "organization", "license"),
    "atom_tracked_models/models.csv": ("org", "model", "modelId"),
    "atom_tracked_models/extra_models.csv": ("org", "model", "modelId"),
    "atom_tracked_models/organization_regions.csv": ("hf_org", "region", "notes"),
    "atom_tracked_models/model_parameters.csv": ("model_id", "total_params_b", "active_params_b", "is_moe", "notes"),
    "atom_tracked_models/release_date_corrections.csv": ("model_id", "hf_created_at", "actual_release_date", "notes"),
    "hf_radar/index.json": ("models", "entries"),
    "hf_radar/models.jsonl": (
        "id", "tags", "removed", "downloads_30d", "likes", "created_at", "pipeline_tag", "library", "license",
        "parameters", "base_model",
    ),
    "huggingface_listing_llmfit/hf_models.json": (
        "name", "hf_downloads", "hf_likes", "pipeline_tag", "parameters_raw", "architecture",
    ),
    "huggingface_listing_top30/huggingface.json": ("updated", "models", "id", "downloads", "likes", "pipelineTag"),
    "huggingface_listing_top600/2026-08-22.json": (
        "fetched_at", "models", "id", "downloads", "likes", "createdAt", "pipeline_tag", "library_name",
    ),
    "huggingface_listing_trending30/hf_trending.json": (
        "last_updated", "trending_models", "id", "downloads", "likes", "pipeline_tag",
    ),
    "laufer_trees/Mistral-Small-24B-Base-2501_finetunes_20250405_001816.csv": (
        "model_id", "metadata", "depth", "children", "children_count",
    ),
    "laufer_trees/DeepSeek-V3_finetunes_20250422_220003.csv_finetunes_20250422_180057.csv": (
        "model_id", "metadata", "depth", "children_count", "children",
    ),
    "ollama/models.json": ("lastUpdated", "totalModels", "models", "pullCount"),
    "openrouter_daily/rankings-daily-2026-08.json": (
        "data", "meta", "date", "model_permaslug", "total_tokens", "as_of", "start_date", "end_date", "version",
    ),
    "openrouter_models/models.json": ("data", "id", "canonical_slug", "hugging_face_id", "name", "created"),
    "openrouter_monthly/chart-weeks.json": (
        "weeks", "weekStart", "weekEnding", "total", "others", "models", "model", "tokens",
    ),
    "openrouter_monthly/rankings-history.json": ("date", "models", "model", "tokens"),
    "openrouter_monthly/rankings-monthly.json": (
        "months", "weekEnding", "weekTotal", "models", "model", "tokens", "date", "share",
    ),
    "openrouter_monthly/weekly-top-models-total-tokens.csv": (
        "week_start", "week_end", "model_permaslug", "total_tokens", "precision",
    ),
    "redhat_hf_stats/model_stats_RedHatAI.csv": ("date", "model_id", "likes", "downloads", "downloads_all_time"),
    "redhat_hf_stats/model_stats_ibm-granite.csv": ("date", "model_id", "likes", "downloads", "downloads_all_time"),
}  # fmt: skip
# Their files are named by day or by model: a few stand for all.
OF_ONE_SHAPE = ("huggingface_listing_top600/", "laufer_trees/", "openrouter_daily/")
# One week cannot be far too few, and the scale of the index is one line.
TOO_SHORT_TO_SHORTEN = {"openrouter_monthly/chart-weeks.json", "epoch/eci_scaling.csv"}


def newest(archive: Path, file: str) -> Capture:
    source, _, name = file.partition("/")
    return shortened(archive, source, name)


def changed(capture: Capture, raw: bytes) -> Capture:
    return Capture(capture.snapshot, raw)


def without_comments(raw: bytes) -> bytes:
    return b"".join(line for line in raw.splitlines(keepends=True) if not line.startswith(b"#"))


def refused(capture: Capture) -> str:
    with pytest.raises(ParseError) as caught:
        capture.parse()
    assert caught.value.where == capture.snapshot.path
    assert caught.value.then
    return caught.value.what


def test_every_taken_field_is_listed_here(archive: Path) -> None:
    names = {f"{name}/{capture.snapshot.file_name}" for name in ARCHIVED for capture in captures(archive, name)}
    repeated = {name for name in names if name.startswith(OF_ONE_SHAPE)}
    assert names - repeated == {file for file in TAKEN if not file.startswith(OF_ONE_SHAPE)}


@pytest.mark.parametrize("name", ARCHIVED)
def test_empty_file_is_refused(archive: Path, name: str) -> None:
    for capture in captures(archive, name):
        refused(changed(capture, b""))


@pytest.mark.parametrize("name", ARCHIVED)
def test_cut_off_file_is_refused(archive: Path, name: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same damage in every run
    for capture in captures(archive, name):
        for raw in cuts(capture.raw, chance):
            refused(changed(capture, raw))


def cuts(raw: bytes, chance: random.Random) -> Iterator[bytes]:
    body = raw.rstrip()
    for end in (chance.randrange(1, len(body)) for _ in range(2)):
        # Between two lines a table is whole, only shorter; then the sender's length and the store's hash tell.
        yield body[: end - 1 if body[end - 1 : end] == b"\n" else end]


@pytest.mark.parametrize("file", TAKEN)
def test_flipped_bit_is_refused_or_read(archive: Path, file: str) -> None:
    # A flipped digit is a number still: only the store's hash can tell. The parser must not break over it.
    chance = random.Random(f"{SEED}{file}")  # noqa: S311 - the same damage in every run
    capture = newest(archive, file)
    head = capture.raw[:60_000]
    flips = FLIPS if len(capture.raw) < 1_000_000 else 4
    for _ in range(flips):
        raw = bytearray(capture.raw)
        raw[chance.randrange(len(head))] ^= 1 << chance.randrange(8)
        try:
            changed(capture, bytes(raw)).parse()
        except ParseError as error:
            assert error.where == capture.snapshot.path  # noqa: PT017 - reading it anyway is as good


@pytest.mark.parametrize(("file", "field"), [(file, field) for file, fields in TAKEN.items() for field in fields])
def test_vanished_field_is_named(archive: Path, file: str, field: str) -> None:
    capture = newest(archive, file)
    raw = without_field(without_comments(capture.raw), field)
    assert f"{field}`" in refused(changed(capture, raw))


@pytest.mark.parametrize(("file", "field"), [(file, fields[-1]) for file, fields in TAKEN.items()])
def test_new_field_is_counted(archive: Path, file: str, field: str) -> None:
    capture = newest(archive, file)
    raw = with_field(without_comments(capture.raw), "brand_new", beside=field)
    _, issues = changed(capture, raw).parse()
    assert issues.counts["unknown field `brand_new`"] > 0
    assert "brand_new" not in str(capture.parse()[1])


@pytest.mark.parametrize("file", sorted(TAKEN.keys() - TOO_SHORT_TO_SHORTEN - price_files.TOO_SHORT_TO_SHORTEN))
def test_far_too_few_rows_are_refused(archive: Path, file: str) -> None:
    capture = newest(archive, file)
    if file == "ollama/models.json":
        raw = b'{"lastUpdated": "2026-08-21T00:00:00Z", "totalModels": 1, "models": {"llama3": {"pullCount": "1M"}}}'
    elif file == "arena/leaderboard-text-style-control.json":
        raw = b'{"full": {"gemini-3-pro": {"rating": 1492.0, "rating_q025": 1486.0, "rating_q975": 1498.0}}}'
    else:
        raw = few_rows(without_comments(capture.raw))
    assert "expected at least" in refused(changed(capture, raw))


@pytest.mark.parametrize("name", ARCHIVED)
def test_unknown_file_is_refused(name: str) -> None:
    raw = b'{"message": "Not Found"}\n'
    refused(Capture(snapshot_of(name, "elsewhere.json", raw), raw))


@pytest.mark.parametrize("name", ARCHIVED)
@pytest.mark.parametrize(
    "raw",
    [b"null\n", b"[]\n", b"[1, 2]\n", b'"text"\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n", b'{"a": 1, "a": 2}\n',
     b'{"data": NaN}\n', b"1" * 10_000 + b"\n", b"<html></html>\n", b"\x1f\x8b\x08\n", b"a,a\n1,2\n", b"\n"],
    ids=["null", "empty list", "numbers", "text", "not utf-8", "deep", "repeated key", "nan", "huge number", "html",
         "gzip", "repeated column", "blank"],
)  # fmt: skip
def test_hostile_document_is_refused(archive: Path, name: str, raw: bytes) -> None:
    refused(changed(next(captures(archive, name)), raw))
