"""The claims of the press that come with the package: how they are read, and what comes of them."""

from __future__ import annotations

import datetime as dt
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import weighbridge
from tests.weighing.test_keeping import store
from weighbridge import checking, claiming
from weighbridge.contending import contenders
from weighbridge.entities import press
from weighbridge.entities.curated import entries
from weighbridge.entities.testimony.reading import Citation
from weighbridge.errors import CuratedError

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import Series
    from weighbridge.press_claim import PressClaim, Stated

__all__ = ["store"]  # a fixture
TODAY = dt.date(2026, 11, 22)
CITED = {"id": "paper", "publisher": "P", "title": "On Qwen", "stated_on": dt.date(2025, 5, 2)}
CLAIM: dict[str, Any] = {
    "id": "qwen",
    "who": {"en": "The press", "zh": "媒体报道"},
    "said": {"en": "Acme uses Qwen.", "zh": "顶点使用通义千问。"},
    "source": "paper",
}


def read(folder: Path, *claims: dict[str, Any], cited: dict[str, Any] = CITED) -> tuple[Stated, ...]:
    (folder / "citations.yml").write_text(yaml.safe_dump([cited]), "utf-8")
    (folder / "claims.yml").write_text(yaml.safe_dump(list(claims), allow_unicode=True), "utf-8")
    return press.read(folder, TODAY)


def test_a_claim_is_read_with_its_source(tmp_path: Path) -> None:
    (stated,) = read(tmp_path, CLAIM)
    assert (stated.id, stated.said.zh, stated.reference.title) == ("qwen", "顶点使用通义千问。", "On Qwen")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"source": "rumour"}, "rumour"),
        ({"source": None}, "source"),
        ({"quote": "so he said"}, "quote"),
        ({"said": {"en": "Acme uses Qwen."}}, "zh"),
        ({"said": {"en": "Acme uses 通义千问.", "zh": "顶点使用通义千问。"}}, "Chinese"),
        ({"said": {"en": "Acme uses Qwen.", "zh": "Acme uses Qwen."}}, "Chinese"),
        ({"id": "../x"}, "id"),
    ],
)
def test_a_claim_of_another_form_is_refused_by_name(wrong: dict[str, Any], told: str, tmp_path: Path) -> None:
    with pytest.raises(CuratedError, match=re.escape(told)):
        read(tmp_path, CLAIM | wrong)


def test_two_claims_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CuratedError, match="qwen"):
        read(tmp_path, CLAIM, CLAIM)


def test_a_source_of_a_day_to_come_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CuratedError, match="2027"):
        read(tmp_path, CLAIM, cited=CITED | {"stated_on": dt.date(2027, 1, 1)})


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PressClaim]:
    """All claims, by the starter data."""
    scale = weighbridge.open(tmp_path_factory.mktemp("none"))
    return {claim.stated.id: claim for claim in claiming.judged(scale, contenders(scale.lake))}


def test_every_claim_is_judged(judged: dict[str, PressClaim]) -> None:
    assert len(judged) >= 15
    assert all(claim.told["en"].reasons and claim.told["zh"].reasons for claim in judged.values())


def test_both_languages_come_to_the_same() -> None:
    scale = weighbridge.open()
    for stated in press.load():
        day = stated.reference.stated_on
        rulings = set()
        for said in (stated.said.en, stated.said.zh):
            (verdict,) = checking.check(scale, checking.read("claim.txt", said.encode()), day, day, {}).verdicts
            rulings.add((verdict.ruling, verdict.value, verdict.binding.measure, verdict.binding.by))
        assert len(rulings) == 1, stated.id


@pytest.mark.parametrize(
    ("name", "ruling", "nuance"),
    [
        ("qwen-passes-llama-in-downloads", "supported", "depends on the list"),
        ("new-language-models-built-on-qwen", "conflicting", "not of all new models"),
        ("us-startups-use-chinese-models", "conflicting", "one in five"),
        ("best-chinese-open-models-ahead", "conflicting", "composite index"),
        ("qwen3-above-gpt-oss", "supported", "twice as large"),
        ("deepseek-passes-chatgpt-in-app-store", "supported", "Google Play"),
        ("ocbc-built-on-open-models", "supported", "Gemma"),
        ("airbnb-relies-on-qwen", "supported", "OpenAI and Google"),
        ("cognition-built-on-glm", "not_enough_evidence", ""),
        ("governments-use-zhipu", "not_enough_evidence", "competitor"),
        ("siemens-uses-chinese-models", "supported", "certain tasks"),
    ],
)
def test_the_famous_claims_come_out_with_their_nuance(
    judged: dict[str, PressClaim], name: str, ruling: str, nuance: str
) -> None:
    claim = judged[name]
    assert claim.ruling == ruling
    assert nuance in claim.told["en"].reasons[-1]


def test_what_is_firm_has_a_figure_or_an_entry_behind_it(judged: dict[str, PressClaim]) -> None:
    for claim in judged.values():
        if claim.ruling in ("supported", "refuted"):
            assert claim.as_of is not None or claim.told["en"].quoted, claim.stated.id
        else:
            assert claim.settled_by, f"{claim.stated.id}: nothing is said to settle it"


def test_a_figure_that_was_taken_has_its_facts(judged: dict[str, PressClaim]) -> None:
    taken = [claim for claim in judged.values() if claim.as_of is not None]
    assert len(taken) >= 5
    assert all(claim.uses and claim.told["zh"].point and claim.told["en"].chart for claim in taken)


def test_no_paraphrase_is_a_quote() -> None:
    marks = re.compile('["“”「」『』]')
    assert not [stated.id for stated in press.load() if marks.search(stated.said.en + stated.said.zh)]


def test_no_claim_is_told_in_the_words_of_its_title() -> None:
    folder = files("weighbridge") / "curated"
    texts = {"citations": (folder / "citations.yml").read_bytes()}
    titles = {cited.title.lower() for cited in entries("citations", texts, Citation)}
    assert not [stated.id for stated in press.load() if stated.said.en.lower().rstrip(".") in titles]


def test_a_store_comes_to_what_its_whole_runs_say(store: Path) -> None:
    scale = weighbridge.open(store)
    race = ("token_share", "openness")
    narrow, whole = scale.comparable(*race), scale.measure(*race, all_choices=True)
    assert narrow.runs
    assert [dict(run.choices) for run in narrow.runs] == [dict(run.choices) for run in whole.runs]
    assert list(narrow.estimates) == list(whole.estimates)


def test_what_is_weighed_with_its_runs_is_not_weighed_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scale = weighbridge.open(store)
    race = ("pull_share", "openness")
    plain = scale.measure(*race)
    weighbridge.open(store).comparable(*race)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("computed again")

    for again in (weighbridge.open(store), weighbridge.open(store)):
        monkeypatch.setattr(again, "measure", refuse)
        assert again.weighed(*race) == plain
        assert again.comparable(*race).runs


def test_claims_ask_only_for_races_that_were_named_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scale = weighbridge.open(tmp_path)
    asked: set[tuple[str, str]] = set()
    comparable = scale.comparable

    def noted(name: str, by: str) -> Series:
        asked.add((name, by))
        return comparable(name, by)

    monkeypatch.setattr(scale, "comparable", noted)
    claiming.judged(scale, contenders(scale.lake))
    assert asked
    assert asked <= claiming.held_to()
