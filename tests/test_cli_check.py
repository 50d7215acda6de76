"""`weighbridge check` as its reader meets it: the table, the JSON object, another binding, the article's day."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from weighbridge.cli import main

SAYS = (
    "Chinese models now dominate the usage rankings of OpenRouter. "
    "Qwen accounts for over half of all pulls on Ollama. "
    "Will Llama lead again?"
)
CLAIM = {
    *("id", "text", "start", "end", "translation", "kind", "speaker", "possible", "binding", "verdict", "found_by"),
    *("value", "ci_low", "ci_high", "range_low", "range_high", "unit", "as_of", "part_true", "part_false"),
    *("reasons", "sources"),
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SAYS, encoding="utf-8")
    return path


def asked(article: Path, *options: str, columns: int = 160) -> Result:
    wide = CliRunner(env={"COLUMNS": str(columns)})
    return wide.invoke(main, ["check", str(article), "--store", str(article.parent / "none"), *options])


def answer(article: Path, *options: str) -> dict[str, Any]:
    result = asked(article, "--format", "json", "--as-of", "2026-08-19", *options)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_one_object_with_claims_and_what_is_not_judged(article: Path) -> None:
    found = answer(article)
    assert [claim["binding"]["measure"] for claim in found["claims"]] == ["token_share", "pull_share"]
    assert all(set(claim) == CLAIM for claim in found["claims"])
    assert [(left["kind"], left["text"]) for left in found["not_judged"]] == [("question", "Will Llama lead again?")]
    for part in (*found["claims"], *found["not_judged"]):
        assert SAYS[part["start"] : part["end"]] == part["text"]


def test_figures_come_with_their_day_their_range_and_their_sources(article: Path) -> None:
    lead, share = answer(article)["claims"]
    assert lead["verdict"] == "supported"
    assert lead["ci_low"] > 0.5
    assert share["verdict"] == "refuted"
    assert share["value"] < share["range_high"] < 0.5
    for claim in (lead, share):
        assert claim["as_of"] <= "2026-08-31"
        publishers = [source for source in claim["sources"] if "name" in source]
        assert publishers
        assert all(source["licence"] and source["attribution"] for source in publishers)


# A figure under other choices than the default's: the starter data keep no intervals of those.
CUMULATIVE = ("--bind", "2:measure=pull_share,by=family,groups=qwen,quantity=cumulative")


def test_an_interval_that_was_not_kept_is_told(article: Path) -> None:
    lead, share = answer(article, *CUMULATIVE)["claims"]
    assert (share["value"] is None, share["ci_low"], share["ci_high"]) == (False, None, None)
    assert "interval_not_kept" in codes(share)
    assert not any("interval_not_kept" in codes(claim) for claim in (lead, *answer(article)["claims"]))


@pytest.mark.parametrize("form", ["table", "html"])
@pytest.mark.parametrize(
    ("tongue", "says"), [("en", "keep no interval of this figure"), ("zh", "未保留该数值的置信区间")]
)
def test_an_interval_that_was_not_kept_is_told_in_every_form(article: Path, form: str, tongue: str, says: str) -> None:
    given = ("--as-of", "2026-08-19", "--lang", tongue, "--format", form)
    bound, default = asked(article, *given, *CUMULATIVE, columns=2000), asked(article, *given, columns=2000)
    assert says in " ".join(bound.stdout.split())
    assert says not in " ".join(default.stdout.split())


def codes(claim: dict[str, Any]) -> list[str]:
    return [reason["code"] for reason in claim["reasons"]]


def test_an_identifier_is_the_same_for_the_same_claim_and_data(article: Path) -> None:
    one, other = answer(article), answer(article)
    assert [claim["id"] for claim in one["claims"]] == [claim["id"] for claim in other["claims"]]
    assert all(re.fullmatch("[0-9a-f]{16}", claim["id"]) for claim in one["claims"])


def test_a_claim_may_be_held_against_something_else(article: Path) -> None:
    found = answer(article, "--bind", "2:measure=pull_share,by=organisation,groups=alibaba,quantity=cumulative")
    held = found["claims"][1]["binding"]
    assert (held["by"], held["groups"], held["choices"]["quantity"]) == ("organisation", ["alibaba"], "cumulative")
    assert held["notes"] == ["bound_by_reader"]
    assert found["claims"][0] == answer(article)["claims"][0]


def test_what_a_reader_binds_to_a_measure_is_told_by_that_alone(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Qwen overtook Llama in downloads on Hugging Face.", encoding="utf-8")
    codes_of = [codes(answer(article, *bind)["claims"][0]) for bind in ((), ("--bind", "1:measure=download_share"))]
    assert ["event" in found for found in codes_of] == [True, False]


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_file_for_what_is_no_page_is_refused_before_anything_is_read(tmp_path: Path, form: str) -> None:
    result = asked(tmp_path / "missing.txt", "--format", form, "--out", str(tmp_path / "checked.html"))
    assert (result.exit_code, "--format html" in result.stderr) == (2, True), result.stderr


@pytest.mark.parametrize(
    ("bind", "says"),
    [
        ("2:measure=pull_shares", "no measure named 'pull_shares'"),
        ("2:by=continent", "has no grouping 'continent'"),
        ("2:quantity=flows", "has no quantity=flows"),
        ("2:first=yesterday", "write days as"),
        ("9:by=family", "there is no claim number 9"),
        ("by=family", "is not N:KEY=VALUE"),
    ],
)
def test_a_wrong_binding_is_named(article: Path, bind: str, says: str) -> None:
    result = asked(article, "--bind", bind)
    assert (result.exit_code, says in result.stderr) == (2, True), result.stderr


def test_the_table_speaks_both_languages(article: Path) -> None:
    english, chinese = asked(article, "--as-of", "2026-08-19"), asked(article, "--as-of", "2026-08-19", "--lang", "zh")
    assert "supported" in english.stdout
    assert "refuted" in english.stdout
    assert "有据" in chinese.stdout
    assert "不实" in chinese.stdout


def test_without_a_day_the_newest_figures_are_taken_and_that_is_said(article: Path) -> None:
    assert "give --as-of DAY" in asked(article).stdout
