from __future__ import annotations

import pytest

from tests.words.prose import ends_alike, faults
from weighbridge import discover, measure_wording
from weighbridge.measure_wording import CHINESE, CHOICES, TOPICS
from weighbridge.measure_wording.said import digest
from weighbridge.measures import TOPICS as NAMED
from weighbridge.measures import Measure

MEASURES: dict[str, Measure] = {name: module.MEASURE for name, module in discover.measures().items()}


def decided(measure: Measure) -> list[str]:
    return [text for choice in measure.choices for text in (choice.says, *(option.says for option in choice.options))]


def test_every_measure_is_told_in_chinese_and_no_other() -> None:
    assert CHINESE.keys() == MEASURES.keys()


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_what_is_translated_is_what_the_measure_says_today(name: str) -> None:
    measure, said = MEASURES[name], CHINESE[name]
    today = digest(measure.title, measure.question, measure.definition, measure.misleads)
    assert said.of == today, f"the English has changed: read the Chinese of {name} again, then set `of` to {today}"
    assert len(said.misleads) == len(measure.misleads)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_sentences_of_a_measure_are_whole_and_chinese(name: str) -> None:
    measure, said = MEASURES[name], CHINESE[name]
    pairs = [
        (measure.title, said.title),
        (measure.question, said.question),
        (measure.definition, said.definition),
        *zip(measure.misleads, said.misleads, strict=True),
    ]
    assert {chinese: faults(chinese) for _, chinese in pairs if faults(chinese)} == {}
    assert [chinese for english, chinese in pairs if not ends_alike(english, chinese)] == []


def test_every_choice_and_option_is_told_in_chinese_and_no_other() -> None:
    texts = {text for measure in MEASURES.values() for text in decided(measure)}
    assert texts - CHOICES.keys() == set()
    assert CHOICES.keys() - texts == set()


def test_choices_are_told_once() -> None:
    assert len(CHOICES) == sum(len(file.CHOICES) for file in measure_wording._FILES)
    assert len(CHINESE) == sum(len(file.CHINESE) for file in measure_wording._FILES)


def test_choices_are_whole_and_chinese() -> None:
    assert {said: faults(said) for said in CHOICES.values() if faults(said)} == {}
    assert [said for english, said in CHOICES.items() if not ends_alike(english, said)] == []


def test_no_two_options_of_a_choice_read_alike() -> None:
    for measure in MEASURES.values():
        for choice in measure.choices:
            said = [measure_wording.choice(option.says) for option in choice.options]
            assert len(set(said)) == len(said), choice.name


def test_a_choice_without_translation_stays_as_it_is() -> None:
    assert measure_wording.choice("somebody's own option") == "somebody's own option"


def test_every_topic_has_a_name() -> None:
    assert TOPICS.keys() == set(NAMED)
    assert [said for said in TOPICS.values() if faults(said)] == []


def test_faults_are_found() -> None:
    assert faults("没有错误，共 5 个 token。") == []
    assert faults("2026年8月19日起，`list` 共 5 % 的模型") == []
    assert faults("这个 model 很好") == ["English: model"]
    assert faults("中文,逗号") == ["half-width: ','"]
    assert faults("共5个") != []
    assert faults("token占比") != []
    assert faults("token") == ["no Chinese"]
    assert not ends_alike("A sentence.", "一句话")
    assert ends_alike("a fragment", "片语")
