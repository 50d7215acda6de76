"""Articles of a publisher's own: judged as `weighbridge check` judges them, told without their text."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import weighbridge
from tests.outputs.books import HOSTILE
from tests.weighing.test_keeping import store
from weighbridge.check_wording import sentence
from weighbridge.checked_article import LONGEST_QUOTE, CheckedArticle
from weighbridge.contending import contenders
from weighbridge.errors import ParseError
from weighbridge.judged_articles import judged
from weighbridge.own_articles import found

if TYPE_CHECKING:
    from weighbridge import Weighbridge

__all__ = ["store"]  # a fixture
SAYS = "Qwen accounts for over half of all pulls on Ollama."
TODAY = dt.date(2026, 11, 22)
TEXT = """Who leads the open race

Published 19 August 2026

Chinese models now dominate the usage rankings of OpenRouter. Qwen accounts for over half of all pulls on Ollama.

The weather was fine, and nobody at the table spoke of anything but lunch.

In 2011 Qwen led the downloads on Hugging Face. Will Llama lead again? Airbnb relies on Qwen.
"""


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    return weighbridge.open(tmp_path_factory.mktemp("none"))


def told(scale: Weighbridge, *paths: Path) -> tuple[CheckedArticle, ...]:
    return judged(scale, found(paths), (), TODAY)


def one(scale: Weighbridge, folder: Path, body: str | bytes = TEXT, name: str = "article.txt") -> CheckedArticle:
    (folder / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    (article,) = told(scale, folder / name)
    return article


def test_an_article_is_told_with_its_day_and_its_claims(scale: Weighbridge, tmp_path: Path) -> None:
    article = one(scale, tmp_path)
    assert (article.title, article.language, article.day, article.how) == (
        "Who leads the open race", "en", dt.date(2026, 8, 19), "stated"
    )  # fmt: skip
    assert [claim.ruling for claim in article.claims[:2]] == ["supported", "refuted"]
    assert article.claims[1].said[0].text == SAYS
    assert article.claims[1].said[0].language == "en"
    assert article.unjudged == {"question": 1}


def test_its_verdicts_are_those_of_check(scale: Weighbridge, tmp_path: Path) -> None:
    article = one(scale, tmp_path)
    checked = scale.check(scale.read(str(tmp_path / "article.txt")))
    assert [(c.id, c.ruling, c.as_of, c.part_true) for c in article.claims] == [
        (v.id, v.ruling, v.as_of, v.part_true) for v in checked.verdicts
    ]


def test_its_verdicts_are_those_of_check_on_a_store(store: Path, tmp_path: Path) -> None:
    """A store weighs one scale first; a claim that finds no figure there, or only an older one, is asked on all."""
    article = one(weighbridge.open(store), tmp_path)
    checked = (scale := weighbridge.open(store)).check(scale.read(str(tmp_path / "article.txt")))
    assert "no_days" in {reason.code for verdict in checked.verdicts for reason in verdict.reasons}
    for claim, verdict in zip(article.claims, checked.verdicts, strict=True):
        assert (claim.ruling, claim.as_of, claim.part_true) == (verdict.ruling, verdict.as_of, verdict.part_true)
        assert claim.record["value"] == verdict.value
        assert claim.record["binding"]["choices"] == dict(verdict.binding.choices)
        assert claim.told["en"].reasons == tuple(sentence(reason, "en") for reason in verdict.reasons)


def test_the_text_of_an_article_is_not_told(scale: Weighbridge, tmp_path: Path) -> None:
    article = one(scale, tmp_path)
    everything = orjson.dumps(article, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
    for part in ("weather", "Will Llama", "19 August", str(tmp_path)):
        assert part not in everything


def test_a_long_sentence_is_cut(scale: Weighbridge, tmp_path: Path) -> None:
    long = "Qwen accounts for over half of all pulls on Ollama, " + "said somebody who knew, " * 30 + "yesterday."
    article = one(scale, tmp_path, long)
    claim = article.claims[0]
    assert len(claim.said[0].text) == LONGEST_QUOTE
    assert claim.said[0].text.endswith("…")
    assert claim.record["text"] == claim.said[0].text


def test_a_day_that_nobody_knows_is_unknown(scale: Weighbridge, tmp_path: Path) -> None:
    article = one(scale, tmp_path, SAYS)
    assert (article.day, article.how) == (None, "unknown")
    assert article.claims[0].ruling == "not_enough_evidence", "of that day nothing is held"
    (other,) = judged(scale, found([tmp_path]), (), dt.date(2026, 8, 19))
    assert other.claims[0].ruling == "refuted", "it speaks as of the day of its check"


def test_markdown_states_title_and_day_at_its_top(scale: Weighbridge, tmp_path: Path) -> None:
    body = "---\ntitle: Of pulls\ndate: 2026-08-19\n---\n\nQwen accounts for over half of all pulls on Ollama.\n"
    article = one(scale, tmp_path, body, "article.md")
    assert (article.title, article.day, article.how) == ("Of pulls", dt.date(2026, 8, 19), "stated")


def test_an_article_in_chinese_keeps_its_words(scale: Weighbridge, tmp_path: Path) -> None:
    article = one(scale, tmp_path, "2026年8月19日\n\n通义千问占 Ollama 拉取量的一半以上。\n")
    (claim,) = article.claims
    assert (claim.said[0].text, claim.said[0].language) == ("通义千问占 Ollama 拉取量的一半以上。", "zh")
    assert claim.told["en"].reasons
    assert claim.told["zh"].reasons != claim.told["en"].reasons


def test_without_a_title_the_file_is_named_and_not_its_folder(scale: Weighbridge, tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    article = one(scale, tmp_path / "deep" / "er", SAYS, "of pulls.txt")
    assert article.title == "of pulls"


@pytest.mark.parametrize("name", [name.replace("/", "∕").replace("\x00", "")[:80] for name in HOSTILE])
def test_a_file_may_have_any_name(name: str, scale: Weighbridge, tmp_path: Path) -> None:
    article = one(scale, tmp_path, SAYS, f"{name}.txt")
    assert article.title
    assert article.title.isprintable()
    orjson.dumps(article, option=orjson.OPT_NON_STR_KEYS)


def test_a_name_that_is_no_text_gives_no_title(scale: Weighbridge, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(SAYS.encode())
    (article,) = told(scale, tmp_path)
    assert article.title == ""


STRANGE = {"title": st.text(max_size=400), "name": st.text(max_size=40)}
PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)


@PATIENT
@given(**STRANGE)
def test_whatever_stands_in_a_text_can_be_told(title: str, name: str, scale: Weighbridge, tmp_path: Path) -> None:
    tells_safely(scale, tmp_path / "a.txt", f"{title}\n\n{name} said: {SAYS}\n")


@settings(PATIENT, max_examples=8)  # a process of its own reads each
@given(**STRANGE)
def test_whatever_stands_in_a_page_can_be_told(title: str, name: str, scale: Weighbridge, tmp_path: Path) -> None:
    tells_safely(scale, tmp_path / "a.html", f"<title>{title}</title><p>{name} said: {SAYS}</p>")


def tells_safely(scale: Weighbridge, path: Path, body: str) -> None:
    path.write_bytes(body.encode("utf-8", "surrogatepass"))
    (article,) = told(scale, path)
    assert len(article.title) <= 300
    plain = json.loads(orjson.dumps(article, default=str, option=orjson.OPT_NON_STR_KEYS))
    assert not any(sign in text for text in texts(plain) for sign in "\u202e\u2066\x00\ufeff")


def texts(value: Any) -> list[str]:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "holds no text"),
        (b" \n\n ", "holds no text"),
        (bytes(range(256)) * 40, "."),
        (b"a" * 32_000_001, "larger than"),
    ],
)
def test_what_cannot_be_read_is_named(body: bytes, why: str, scale: Weighbridge, tmp_path: Path) -> None:
    with pytest.raises(ParseError, match=why) as refused:
        one(scale, tmp_path, body, "odd.txt")
    assert refused.value.where == str(tmp_path / "odd.txt")


def test_all_that_cannot_be_read_is_named_at_once(scale: Weighbridge, tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(" " * number, "utf-8")
    with pytest.raises(ParseError, match=r"0\.txt: holds no text \(nor can be read: .*1\.txt.* and 2 more\)"):
        told(scale, tmp_path)


def test_six_megabytes_are_read(scale: Weighbridge, tmp_path: Path) -> None:
    filler = "The table was long and the talk was slow, and so it went on until the evening came. " * 12 + "\n\n"
    article = one(scale, tmp_path, TEXT + filler * (6_000_000 // len(filler)))
    assert [claim.ruling for claim in article.claims[:2]] == ["supported", "refuted"]


def test_a_hundred_articles_stand_newest_first(scale: Weighbridge, tmp_path: Path) -> None:
    for number in range(100):
        day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        text = f"---\ndate: {day}\n---\n\nQwen accounts for over {number % 90} % of all pulls on Ollama.\n"
        (tmp_path / f"{number}.md").write_text(text, "utf-8")
    (tmp_path / "undated.txt").write_text(SAYS, "utf-8")
    every = told(scale, tmp_path)
    assert len(every) == 101
    days = [article.day for article in every]
    assert days == [*sorted((day for day in days if day), reverse=True), None]


def test_names_are_those_of_contenders(scale: Weighbridge, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    (article,) = judged(scale, found([path]), contenders(scale.lake), TODAY)
    assert "通义千问" in article.claims[1].told["zh"].about
