from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sources.captures import ARCHIVED, SOURCES
from tests.sources.golden import GOLDEN, golden, read

UNSTATED = [name for name in ARCHIVED if SOURCES[name].SOURCE.licence == "unstated"]


@pytest.mark.parametrize("source", ARCHIVED)
def test_archive_gives_the_known_figures(archive: Path, source: str) -> None:
    assert golden(archive, source) == read(source)


def test_every_archived_source_has_known_figures() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.json")) == ARCHIVED


@pytest.mark.parametrize("source", UNSTATED)
def test_no_row_is_quoted_without_a_licence(source: str) -> None:
    assert "first_middle_last" not in json.dumps(read(source))


def test_known_figures_are_small() -> None:
    assert sum(path.stat().st_size for path in GOLDEN.glob("*.json")) < 80_000
