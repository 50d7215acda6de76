from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.words.prose import ends_alike, faults
from weighbridge import discover
from weighbridge.source_wording import CHINESE
from weighbridge.source_wording.said import digest

if TYPE_CHECKING:
    from weighbridge.sources import Source

SOURCES: dict[str, Source] = {name: module.SOURCE for name, module in discover.sources().items()}


def test_every_source_is_told_in_chinese_and_no_other() -> None:
    assert CHINESE.keys() == SOURCES.keys()


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_what_is_translated_is_what_the_source_says_today(name: str) -> None:
    source, said = SOURCES[name], CHINESE[name]
    today = digest(source.says, source.misleads)
    assert said.of == today, f"the English has changed: read the Chinese of {name} again, then set `of` to {today}"
    assert len(said.misleads) == len(source.misleads)


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_sentences_of_a_source_are_whole_and_chinese(name: str) -> None:
    source, said = SOURCES[name], CHINESE[name]
    pairs = [(source.says, said.says), *zip(source.misleads, said.misleads, strict=True)]
    assert {chinese: faults(chinese) for _, chinese in pairs if faults(chinese)} == {}
    assert [chinese for english, chinese in pairs if not ends_alike(english, chinese)] == []


def test_no_two_sources_are_called_alike() -> None:
    called = [said.name for said in CHINESE.values()]
    assert len(set(called)) == len(called)
    assert {name: faults(name) for name in called if faults(name)} == {}


def test_no_allowed_word_is_idle() -> None:
    from tests.words.prose import WORDS
    from weighbridge import measure_wording, reason_wording

    measures = [part for said in measure_wording.CHINESE.values() for part in (*said[:3], *said.misleads)]
    sources = [part for said in CHINESE.values() for part in (*said[:2], *said.misleads)]
    every = " ".join([*measures, *sources, *measure_wording.CHOICES.values(), *reason_wording.REASONS.values()])
    assert {word for word in WORDS if word not in every} == set()
