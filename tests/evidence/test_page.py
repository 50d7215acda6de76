from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import Any

import pytest

from benchmarks.evidence import MEASURED_HALF, Result, bench, half, hidden
from benchmarks.evidence_report import MEASURED, PAGE, confidences, page
from benchmarks.evidence_scores import Answer, Child, largest, of_source, score, sources_of, wilson
from tests.evidence.worlds import listed, rows_of
from weighbridge.schema import REPO_FACTS


@pytest.fixture(scope="module")
def result(archive: Path) -> Result:
    return bench(archive)


@pytest.mark.slow
class TestArchive:
    def test_the_page_says_what_the_archive_gives(self, result: Result) -> None:
        assert page(result) == PAGE.read_text("utf-8"), "run `python -m benchmarks evidence`"

    def test_so_do_the_confidences_of_the_package(self, result: Result) -> None:
        assert confidences(result) == MEASURED.read_text("utf-8"), "run `python -m benchmarks evidence`"

    def test_a_kind_beats_the_largest_family(self, result: Result) -> None:
        for (kind, source), found in result.scores.items():
            assert not found.decided or found.precision > result.largest[source][1], kind

    def test_kinds_that_agree_are_right_at_least_as_often(self, result: Result) -> None:
        single = [result.scores[kind, "all"].precision for kind in ("name", "configuration", "tokenizer")]
        assert result.scores["two kinds that agree", "all"].precision >= max(single)


class TestHiding:
    def test_the_halves_are_the_same_for_ever(self) -> None:
        assert [half(account) for account in ("Qwen", "qwen", "unsloth", "mradermacher")] == [1, 1, 0, 1]

    def test_about_as_many_accounts_are_in_each(self) -> None:
        assert sum(half(f"account-{number}") for number in range(1_000)) == pytest.approx(500, abs=60)

    def test_what_the_measured_half_states_is_gone_and_nothing_else(self) -> None:
        stating: dict[str, Any] = {"base_models": ["x/y"], "inferred_models": ["x/y"], "relation": "finetune"}
        names = [f"account-{number}/model" for number in range(50)]
        facts = rows_of(REPO_FACTS, [listed(name, licence="mit", **stating) for name in names])
        for row in hidden(facts).to_pylist():
            hide = half(row["repo_id"].split("/")[0]) == MEASURED_HALF
            expected = {"base_models": [], "inferred_models": [], "relation": None} if hide else stating
            assert {name: row[name] for name in stating} == expected
            assert row["licence"] == "mit"
        assert hidden(facts).schema == facts.schema


class TestScores:
    CHILDREN = (
        Child("a/1", "s", "qwen", {"name": Answer(exact=True, family="qwen")}),
        Child("a/2", "s", "qwen", {"name": Answer(exact=False, family="qwen")}),
        Child("B/3", "s", "llama", {"name": Answer(exact=False, family="qwen")}),
        Child("b/4", "t", None, {"name": Answer(exact=False, family="qwen")}),
        Child("c/5", "t", "qwen", {}),
    )

    def test_right_is_of_decided_and_recall_of_asked(self) -> None:
        found = score(self.CHILDREN, "name")
        assert (found.asked, found.answered, found.exact, found.decided, found.right) == (5, 4, 1, 3, 2)
        assert (found.precision, found.recall) == (2 / 3, 2 / 5)

    def test_an_account_has_one_vote(self) -> None:
        found = score(self.CHILDREN, "name")
        assert (found.accounts, found.by_account) == (2, 0.5)

    def test_no_answer_is_no_precision(self) -> None:
        found = score(self.CHILDREN, "tokenizer")
        assert math.isnan(found.precision)
        assert math.isnan(found.by_account)
        assert found.recall == 0

    def test_sources_are_apart_and_together(self) -> None:
        assert sources_of(self.CHILDREN) == ("s", "t", "all")
        assert [len(of_source(self.CHILDREN, source)) for source in ("s", "t", "all")] == [3, 2, 5]

    def test_the_largest_family_is_of_the_known(self) -> None:
        assert largest(self.CHILDREN) == ("qwen", 0.75)
        assert largest(())[0] == ""

    def test_wilson_as_published(self) -> None:
        # Newcombe 1998, Statistics in Medicine 17, table I: method 3.
        assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
        assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
        assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
        assert wilson(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)
        assert all(math.isnan(end) for end in wilson(0, 0))


def test_the_page_names_a_day_and_no_place() -> None:
    text = PAGE.read_text("utf-8")
    assert dt.date.fromisoformat(text.split("read until ")[1][:10]) >= dt.date(2026, 8, 22)
    assert "/work" not in text
