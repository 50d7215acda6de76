from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from tests.evidence.worlds import ENGINE, base, configured, listed, world
from weighbridge.entities.evidence import inference
from weighbridge.entities.evidence.bases import families
from weighbridge.entities.evidence.by_dimensions import DIMENSIONS
from weighbridge.entities.evidence.inference import KINDS, KNOWN_BY, inferred
from weighbridge.entities.evidence.measured import FILE, Measured, measured, trusted
from weighbridge.errors import StoreError
from weighbridge.schema import EVIDENCE, RELATIONS

BASES = [base("Qwen/Qwen3-8B", "qwen"), base("Qwen/Qwen3-8B-Base", "qwen"), base("meta-llama/C", "llama")]
OF = {"precision": 0.95, "low": 0.9, "high": 0.99, "n": 100, "sample": "some", "until": "2026-08-22"}


def written(folder: Path, **kinds: Any) -> Path:  # noqa: ANN401 - JSON
    (folder / FILE).write_text(json.dumps(kinds), "utf-8")
    return folder


class TestChosen:
    def given(self, child: str, tokenizer: str) -> list[dict[str, Any]]:
        stated = [configured(child, tokenizer=tokenizer), configured("Qwen/Qwen3-8B-Base", tokenizer="q"),
                  configured("meta-llama/C", tokenizer="l")]  # fmt: skip
        rows = inferred(ENGINE, world(BASES, [listed(child)], configurations=stated)).to_pylist()
        return list(rows)

    def test_a_name_goes_before_a_tokenizer_of_the_same_family(self) -> None:
        confidence = measured()["name"].precision
        assert self.given("a/Qwen3-8B-law", "q") == [
            {"child": "a/Qwen3-8B-law", "parent": "Qwen/Qwen3-8B", "relation": "unspecified", "known_by": "name",
             "confidence": confidence}
        ]  # fmt: skip

    def test_a_tokenizer_alone_speaks_for_itself(self) -> None:
        [row] = self.given("a/law", "q")
        assert (row["parent"], row["known_by"]) == ("Qwen/Qwen3-8B-Base", "tokenizer")

    def test_kinds_that_disagree_say_nothing(self) -> None:
        assert self.given("a/Qwen3-8B-law", "l") == []

    def test_a_kind_that_is_not_trusted_is_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(inference, "trusted", lambda: ("tokenizer",))
        assert [row["known_by"] for row in self.given("a/Qwen3-8B-law", "q")] == ["tokenizer"]

    def test_dimensions_are_a_configuration(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(inference, "trusted", lambda: ("dimensions",))
        shape = dict.fromkeys(DIMENSIONS, 7) | {"model_type": "qwen3"}
        stated = [configured(repo, **shape) for repo in ("a/law", "Qwen/Qwen3-8B")]
        [row] = inferred(ENGINE, world(BASES, [listed("a/law")], configurations=stated)).to_pylist()
        assert (row["known_by"], row["confidence"]) == ("configuration", measured()["dimensions"].precision)

    def test_what_too_few_can_check_is_not_used(self) -> None:
        assert measured()["dimensions"].n < 10
        assert trusted() == ("name", "configuration", "tokenizer")

    def test_without_any_trusted_kind_there_is_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(inference, "trusted", tuple)
        assert self.given("a/Qwen3-8B-law", "q") == []

    def test_an_empty_world_is_answered(self) -> None:
        assert inferred(ENGINE, world([], [])).num_rows == 0

    def test_words_are_those_of_the_schema(self) -> None:
        assert set(KNOWN_BY.values()) == set(EVIDENCE)
        assert tuple(KNOWN_BY) == KINDS
        assert {"unspecified", "quantized"} <= set(RELATIONS)


# A maker puts out `M-8B-BF16` alone, and others build on a copy that they call `M-8B`.
COPIED = [
    base("maker/M-8B-BF16", "m", release_id="m-8b"),
    base("copier/M-8B", "m", release_id="m-8b", rule="repackaged_stem", copy=True),
]


class TestCopies:
    def parents(self, *children: str) -> dict[str, str]:
        stated = world(COPIED, [*map(listed, children), listed("b/tuned")], {"b/tuned": "copier/M-8B"})
        return {row["child"]: row["parent"] for row in inferred(ENGINE, stated).to_pylist()}

    def test_what_others_make_of_a_copy_descends_from_it(self) -> None:
        assert self.parents("a/M-8B-law") == {"a/M-8B-law": "copier/M-8B"}

    def test_the_makers_own_does_not_descend_from_a_copy(self) -> None:
        assert self.parents("maker/M-8B-BF16") == {}


class TestFamilies:
    def of(self, edges: dict[str, str], *subjects: dict[str, Any]) -> dict[str, str]:
        rows = ENGINE.arrow(families(world([*BASES, *subjects], [listed("a/x")], edges))).to_pylist()
        return {row["repo_id"]: row["family"] for row in rows}

    def test_a_family_is_that_of_the_root(self) -> None:
        assert self.of({"a/x": "Qwen/Qwen3-8B"})["a/x"] == "qwen"

    def test_a_root_built_on_another_family_is_of_that(self) -> None:
        distilled = base("deepseek-ai/D", "deepseek", base_family_id="qwen")
        assert self.of({"a/x": "deepseek-ai/D"}, distilled)["a/x"] == "qwen"

    def test_an_unknown_root_is_of_no_family(self) -> None:
        assert "a/x" not in self.of({"a/x": "gone/away"})

    def test_a_release_that_nothing_lists_has_its_own(self) -> None:
        assert self.of({})["meta-llama/C"] == "llama"


class TestMeasured:
    def test_every_kind_is_measured(self) -> None:
        assert tuple(measured()) == KINDS
        for of in measured().values():
            assert 0 <= of.low <= of.precision <= of.high <= 1
            assert of.n > 0
            assert of.sample

    def test_what_the_benchmark_wrote_is_read(self, tmp_path: Path) -> None:
        read = measured(written(tmp_path, name=OF))["name"]
        assert read == Measured(0.95, 0.9, 0.99, 100, "some", dt.date(2026, 8, 22))

    @pytest.mark.parametrize(("low", "kinds"), [(0.8, ("name",)), (0.79, ())])
    def test_the_lower_end_decides(self, tmp_path: Path, low: float, kinds: tuple[str, ...]) -> None:
        assert trusted(written(tmp_path, name=OF | {"low": low})) == kinds

    @pytest.mark.parametrize("raw", ["", "[]", "[1]", '{"name": {}}', '{"name": 1}', '{"name": {"until": 5}}'])
    def test_a_damaged_file_is_named(self, tmp_path: Path, raw: str) -> None:
        (tmp_path / FILE).write_text(raw, "utf-8")
        with pytest.raises(StoreError, match=FILE):
            measured(tmp_path)
