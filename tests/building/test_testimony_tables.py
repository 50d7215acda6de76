"""Uses and events in a built lake, for whoever asks it in SQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import weighbridge
from tests.building.folders import taken_in
from weighbridge.entities import testimony
from weighbridge.entities.testimony import held
from weighbridge.schema import ADOPTIONS, EVENTS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def store(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = taken_in(archive, tmp_path_factory.mktemp("built"), "ollama", last=1)
    weighbridge.open(made).build().complain()
    return made


def test_a_built_lake_holds_every_use_and_event(store: Path) -> None:
    lake = weighbridge.open(store).lake
    uses = lake.engine.arrow(lake.read(ADOPTIONS)).to_pylist()
    events = lake.engine.arrow(lake.read(EVENTS)).to_pylist()
    assert {row["use_id"] for row in uses} == {of.id for of in testimony.adoptions()}
    assert {row["event_id"] for row in events} == {of.id for of in testimony.events()}
    crossing = next(row for row in events if row["event_id"] == "qwen-passes-llama-qwen-team")
    assert (crossing["subject_ids"], crossing["object_ids"], f"{crossing['first_on']:%Y-%m}") == (
        *("qwen", "llama"),
        "2025-10",
    )


def test_they_are_written_again_when_their_files_change(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = weighbridge.open(store).lake.path(EVENTS)
    before = path.stat().st_mtime_ns
    weighbridge.open(store).build().complain()
    assert path.stat().st_mtime_ns == before
    said = testimony.load()
    monkeypatch.setattr(held, "digest", lambda: "of other files")
    monkeypatch.setattr(testimony, "load", lambda: replace(said, events=said.events[1:]))
    weighbridge.open(store).build().complain()
    lake = weighbridge.open(store).lake
    events = lake.engine.arrow(lake.read(EVENTS)).column("event_id").to_pylist()
    assert set(events) == {of.id for of in said.events[1:]}
