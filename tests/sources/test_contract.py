from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sources.captures import ARCHIVED, NOW, SOURCES, captures, parsed
from weighbridge import schema
from weighbridge.arrow import arrow_schema
from weighbridge.door import admit
from weighbridge.schema import Layer, Table

TABLES = {value.name: value for value in vars(schema).values() if isinstance(value, Table)}
EVERY = sorted(SOURCES)
SPDX = {"CC-BY-4.0", "MIT", "Apache-2.0", "unstated"}


def test_every_source_of_the_plan_is_here() -> None:
    assert {
        "aider", "atom_tracked_models", "epoch", "hf_radar", "hub_history", "hub_stats", "huggingface",
        "huggingface_listing_llmfit", "huggingface_listing_top30",
        "huggingface_listing_top600", "huggingface_listing_trending30", "ollama", "openrouter_daily",
        "openrouter_models", "openrouter_monthly", "redhat_hf_stats",
        "models_dev", "litellm_prices", "llm_prices", "genai_prices", "laufer_trees",
    } <= SOURCES.keys()  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_source_says_who_and_under_which_terms(name: str) -> None:
    source = SOURCES[name].SOURCE
    assert source.name == name
    assert source.publisher
    assert source.attribution
    assert source.licence in SPDX
    assert source.homepage.startswith("https://")
    assert source.says.endswith(".")


@pytest.mark.parametrize("name", EVERY)
def test_source_says_when_it_misleads(name: str) -> None:
    misleads = SOURCES[name].SOURCE.misleads
    assert len(misleads) >= 3
    assert all(re.fullmatch(r"[A-Z].{20,}\.", remark) for remark in misleads)


@pytest.mark.parametrize("name", EVERY)
def test_source_gives_known_raw_tables(name: str) -> None:
    given = SOURCES[name].SOURCE.tables
    assert given
    assert {TABLES[table].layer for table in given} <= {Layer.FACT, Layer.STATEMENT}


@pytest.mark.parametrize("name", ARCHIVED)
def test_every_capture_gives_the_schema(archive: Path, name: str) -> None:
    for snapshot, given, _ in parsed(archive, name):
        assert set(given) <= set(SOURCES[name].SOURCE.tables), snapshot.path
        for table, rows in given.items():
            assert rows.schema.equals(arrow_schema(TABLES[table])), snapshot.path
            assert rows.num_rows > 0


@pytest.mark.parametrize("name", ARCHIVED)
def test_every_capture_passes_the_door(archive: Path, name: str) -> None:
    for snapshot, given, _ in parsed(archive, name):
        for table, rows in given.items():
            admit(TABLES[table], rows, max(NOW, snapshot.retrieved_at).date())


@pytest.mark.parametrize("name", ARCHIVED)
def test_every_row_names_its_source(archive: Path, name: str) -> None:
    for _, given, _ in parsed(archive, name):
        assert {word for rows in given.values() for word in rows["source"].unique().to_pylist()} <= {name}


@pytest.mark.parametrize("name", ARCHIVED)
def test_every_known_field_is_taken_or_ignored_by_name(archive: Path, name: str) -> None:
    met = {kind for _, _, issues in parsed(archive, name) for kind in issues.counts}
    assert not {kind for kind in met if kind.startswith("unknown field")}


@pytest.mark.parametrize("name", ARCHIVED)
def test_parsing_is_a_pure_function(archive: Path, name: str) -> None:
    capture = next(captures(archive, name))
    (first, issues), (second, again) = capture.parse(), capture.parse()
    assert first.keys() == second.keys()
    assert all(first[table].equals(second[table]) for table in first)
    assert issues == again
