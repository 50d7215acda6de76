"""`weighbridge evidence` as a reader and a program get it, in both languages."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

from tests.test_cli import done, sentence
from weighbridge import evidence_wording
from weighbridge.adoption import Adoption, Depth, Grade, Reference
from weighbridge.attested import attested
from weighbridge.entities import testimony
from weighbridge.event import Event, Happening

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.evidence_wording import Language

CHINESE = re.compile(r"[\u3400-\u9fff]")
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds nothing: what is curated is the same everywhere."""
    return tmp_path_factory.mktemp("empty")


def whole(store: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done(store, "evidence", *arguments, "--format", "json").stdout)
    return found


def ids(name: str) -> set[str]:
    return {of.id for of in attested(name).entries}


def test_an_adopter_is_listed_with_all_that_is_known_of_its_use(store: Path) -> None:
    said = " ".join(done(store, "evidence", "OCBC").stdout.split())
    for part in ("12 Aug 2025", "OCBC", "Gemma, Qwen", "confirmed by", "in production", "The Wall Street"):
        assert part in said


def test_chinese_is_aligned_and_whole(store: Path) -> None:
    lines = done(store, "evidence", "ocbc", "--lang", "zh").stdout.splitlines()
    said = "".join("".join(lines).split())
    for part in ("华侨银行", "通义千问", "使用方确认", "投入生产", "可信程度"):
        assert part in said
    wide = [sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in lines if line.startswith(" ")]
    assert set(wide) == {160}, "a Chinese character takes two columns"


def test_a_family_stands_for_its_models_and_a_maker_for_its_families() -> None:
    assert "thinking-machines-qwen3" in ids("qwen3") <= ids("qwen") <= ids("alibaba")
    assert "airbnb-service-agent" in ids("qwen")
    assert "airbnb-service-agent" not in ids("qwen3")
    assert "uscc-rankings-hugging-face" in ids("alibaba") - ids("qwen")
    assert "cursor-composer-2-base" in ids("moonshot-ai") & ids("kimi") & ids("cursor")


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Qwen", "airbnb-service-agent"),
        ("通义千问", "airbnb-service-agent"),
        ("阿里巴巴", "airbnb-service-agent"),
        ("爱彼迎", "airbnb-service-agent"),
        ("愛彼迎", "airbnb-service-agent"),
        ("AIRBNB", "airbnb-service-agent"),
        ("Anysphere", "cursor-composer-2-base"),
        ("kimi k2.5", "cursor-composer-2-base"),
        ("黄仁勋", "huang-on-qwen"),
        ("OpenRouter", "china-passes-us-tokens"),
        ("App Store", "deepseek-app-store-first"),
        ("CN", "siemens-industrial-models"),
        ("China", "siemens-industrial-models"),
        ("中国", "siemens-industrial-models"),
        ("Thinking Machines Lab", "thinking-machines-qwen3"),
    ],
)
def test_names_in_any_script_find_the_same(name: str, entry: str) -> None:
    assert entry in ids(name)


def test_without_a_name_all_are_listed_newest_first() -> None:
    found = attested()
    assert len(found.entries) == len(testimony.adoptions()) + len(testimony.events())
    days = [of.last for of in found.events]
    assert days == sorted(days, reverse=True)


def test_json_has_every_field_in_both_languages(store: Path) -> None:
    found = whole(store, "airbnb", "--lang", "zh")
    assert list(found) == ["name", "ids", "adoptions", "events", "wider", "titles"]
    assert (found["name"], found["ids"]) == ("airbnb", ["airbnb"])
    for use in found["adoptions"]:
        assert list(use) == [field.name for field in fields(Adoption)]
        assert list(use["references"][0]) == [field.name for field in fields(Reference)]
        assert not CHINESE.search(use["summary"]["en"])
        assert CHINESE.search(use["summary"]["zh"])
    for event in found["events"]:
        assert list(event) == [field.name for field in fields(Event)]
    assert found["titles"]["qwen"] == {"name": "Qwen", "name_zh": "通义千问", "above": ["alibaba"]}


def test_json_of_all_is_what_is_held(store: Path) -> None:
    found = whole(store)
    assert {of["id"] for of in found["adoptions"]} == {of.id for of in testimony.adoptions()}
    assert {of["id"] for of in found["events"]} == {of.id for of in testimony.events()}
    assert {of["grade"] for of in found["events"]} <= {str(grade) for grade in Grade}


def test_a_model_that_nothing_names_says_so(store: Path) -> None:
    said = done(store, "evidence", "Gemini").stdout
    assert "Nothing that is held names Gemini." in said
    assert "现有条目均未提及Gemini" in done(store, "evidence", "Gemini", "--lang", "zh").stdout


def test_what_names_the_family_alone_is_pointed_to(store: Path) -> None:
    said = done(store, "evidence", "qwen3").stdout
    assert re.search(r"\d+ more name Qwen as a whole: weighbridge evidence qwen$", said, re.MULTILINE)
    assert re.search(r"\d+ more name OpenAI as a whole", done(store, "evidence", "GPT-4o").stdout)
    assert "more name" not in done(store, "evidence", "alibaba").stdout


@pytest.mark.parametrize(
    ("name", "hint"),
    [("alibabba", "did you mean Alibaba"), ("Airbmb", "did you mean Airbnb"), ("zzzzzz", "leave the name out"),
     ("", "leave the name out"), ("x" * 5000, "leave the name out")],
)  # fmt: skip
def test_an_unknown_name_gets_the_nearest(store: Path, name: str, hint: str) -> None:
    assert hint in sentence(store, 2, "evidence", name)


def test_a_given_name_cannot_forge_a_line(store: Path) -> None:
    assert "\x1b" not in sentence(store, 2, "evidence", "\x1b[31mx\nweighbridge: all is well.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_said_in_both_languages(language: Language) -> None:
    assert set(evidence_wording.GRADES[language]) == set(Grade)
    assert set(evidence_wording.DEPTHS[language]) == set(Depth)
    assert set(evidence_wording.KINDS[language]) == {None, *Happening}


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        ("2025-08-12", "2025-08-12", "12 Aug 2025", "2025年8月12日"),
        ("2026-02-01", "2026-02-28", "Feb 2026", "2026年2月"),
        ("2025-01-01", "2025-12-31", "2025", "2025年"),
        ("2026-02-09", "2026-02-15", "9 to 15 Feb 2026", "2026年2月9日至15日"),
        ("2026-02-09", "2026-03-15", "9 Feb to 15 Mar 2026", "2026年2月9日至3月15日"),
        ("2025-11-01", "2026-11-30", "1 Nov 2025 to 30 Nov 2026", "2025年11月1日至2026年11月30日"),
    ],
)
def test_a_stretch_is_said_as_short_as_it_is_known(first: str, last: str, english: str, chinese: str) -> None:
    ends = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert (evidence_wording.stretch(*ends, "en"), evidence_wording.stretch(*ends, "zh")) == (english, chinese)


def test_groups_are_named_in_the_reader_s_language() -> None:
    assert (evidence_wording.group("CN", "en"), evidence_wording.group("CN", "zh")) == ("China", "中国")
    assert (evidence_wording.group("open", "zh"), evidence_wording.group("nobody", "en")) == ("开放模型", "nobody")
