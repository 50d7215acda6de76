"""Small trees in the documented shapes, one trap each."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.captures import NOW, Capture, parsed, snapshot_of
from weighbridge.errors import ParseError
from weighbridge.sources.laufer_trees.links import repository
from weighbridge.sources.laufer_trees.tokenizer import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from weighbridge.sources import Issues

PAGE = "https://huggingface.co/"
ROOT = "maker/base"
Row = dict[str, Any]


def page(repo: str, **changes: object) -> str:
    said: Row = {
        "modelId": repo, "downloads": 7, "likes": 2, "downloads_all_time": None,
        "created_at": "2025-03-02 13:05:55+00:00", "pipeline_tag": "text-generation", "library_name": "transformers",
        "tags": ["license:mit"], "config": None, "safetensors": None, "gguf": None,
    }  # fmt: skip
    return json.dumps(said | changes)


def row(repo: str, depth: int = 1, metadata: str | None = None, **lists: str) -> Row:
    row: Row = {"model_id": repo, "metadata": page(repo) if metadata is None else metadata, "depth": depth}
    lists = {"children": ""} | lists
    counts = {f"{name}_count": stated.count(PAGE) for name, stated in lists.items()}
    return row | lists | counts


def commas(*repos: str) -> str:
    return ", ".join(f"{PAGE}{repo}" for repo in repos)


def pythons(*repos: str) -> str:
    return repr([f"{PAGE}{repo}" for repo in repos])


def tree(*rows: Row) -> Capture:
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    raw = text.getvalue().encode()
    return Capture(snapshot_of("laufer_trees", "base_finetunes.csv", raw, NOW), raw)


def read(*rows: Row) -> tuple[dict[str, dict[str, Row]], Issues]:
    """Parse a tree of `rows`; give its tables by name, their rows by repository."""
    tables, issues = tree(*rows).parse()
    return {name: {row["repo_id"]: row for row in table.to_pylist()} for name, table in tables.items()}, issues


def fact(repo: str, *rows: Row) -> Row:
    return read(*rows)[0]["repo_facts"][repo]


def descent(said: Row) -> tuple[list[str], list[str], str | None]:
    return said["base_models"], said["inferred_models"], said["relation"]


class TestTree:
    @pytest.mark.parametrize("written", [commas, pythons])
    def test_both_kinds_of_list(self, written: Callable[..., str]) -> None:
        tables, issues = read(row(ROOT, 0, children=written("a/one", "b/two")), row("a/one"), row("b/two"))
        found = {repo: said["base_models"] for repo, said in tables["repo_facts"].items()}
        assert found == {ROOT: [], "a/one": [ROOT], "b/two": [ROOT]}
        assert not issues.counts

    def test_the_list_says_the_relation(self) -> None:
        lists = {name: commas(f"a/{name}") for name in ("children", "adapters", "quantized", "merges")}
        tables, _ = read(row(ROOT, 0, **lists), row("a/children"))
        found = {repo: said["relation"] for repo, said in tables["repo_facts"].items()}
        assert found == {
            ROOT: None, "a/children": "finetune", "a/adapters": "adapter", "a/quantized": "quantized",
            "a/merges": "merge",
        }  # fmt: skip

    def test_a_model_that_is_only_named_has_a_parent_and_no_counts(self) -> None:
        tables, _ = read(row(ROOT, 0, adapters=commas("a/lora")))
        said = tables["repo_facts"]["a/lora"]
        assert descent(said) == ([ROOT], [ROOT], "adapter")
        assert {said[name] for name in ("created_on", "licence", "library", "pipeline_tag", "params_total")} == {None}
        assert tables["downloads"].keys() == {ROOT}

    def test_an_unread_page_leaves_the_place_in_the_tree(self) -> None:
        # Such rows give the link to the page in place of the id.
        tables, issues = read(row(ROOT, 0, children=commas("a/v1.0")), row(f"{PAGE}a/v1.0", metadata="N/A"))
        assert descent(tables["repo_facts"]["a/v1.0"]) == ([ROOT], [ROOT], "finetune")
        assert issues.counts == {"page was not read": 1}

    def test_two_parents_are_kept_in_order(self) -> None:
        first = row(ROOT, 0, children=commas("a/one", "a/both"))
        said = fact("a/both", first, row("a/one", children=commas("a/both")), row("a/both", 2))
        assert descent(said) == ([ROOT, "a/one"], [ROOT, "a/one"], "finetune")

    def test_two_lists_say_no_relation(self) -> None:
        tables, issues = read(row(ROOT, 0, adapters=commas("a/x"), merges=commas("a/x")))
        assert tables["repo_facts"]["a/x"]["relation"] is None
        assert issues.counts == {"more than one relation": 1}

    def test_own_child_is_left_out(self) -> None:
        tables, issues = read(row(ROOT, 0, children=commas(ROOT)))
        assert tables["repo_facts"][ROOT]["base_models"] == []
        assert issues.counts == {"repository is its own parent": 1}

    def test_a_circle_is_kept_for_descent_to_cut(self) -> None:
        first = row(ROOT, 0, children=commas("a/one"))
        tables, _ = read(first, row("a/one", children=commas(ROOT)))
        assert [said["base_models"] for said in tables["repo_facts"].values()] == [["a/one"], [ROOT]]

    def test_of_two_rows_the_one_that_says_something_counts(self) -> None:
        silent, spoken = row("a/x", metadata="N/A"), row("a/x")
        for both in ((silent, spoken), (spoken, silent)):
            tables, issues = read(row(ROOT, 0, children=commas("a/x")), *both)
            assert tables["downloads"]["a/x"]["downloads_30d"] == 7
            assert issues.counts["repository stands twice"] == 1

    def test_a_list_shorter_than_its_count_is_counted(self) -> None:
        _, issues = read(row(ROOT, 0, adapters=commas("a/x")) | {"adapters_count": "2.0"})
        assert issues.counts == {"count differs from list": 1}

    def test_half_a_tree_is_refused(self) -> None:
        with pytest.raises(ParseError, match="expected at least 3"):
            tree(row(ROOT, 0, children=commas("a/1", "a/2", "a/3", "a/4")), row("a/1")).parse()

    @pytest.mark.parametrize("depths", [(0, 0), (1, 1)])
    def test_a_tree_has_one_root(self, depths: tuple[int, int]) -> None:
        _, issues = read(row(ROOT, depths[0]), row("a/x", depths[1]))
        assert issues.counts == {"tree without one root": 1}


class TestTags:
    def test_a_declared_parent_is_not_inferred(self) -> None:
        tags = [f"base_model:{ROOT}", f"base_model:finetune:{ROOT}"]
        said = fact("a/x", row(ROOT, 0, children=commas("a/x")), row("a/x", metadata=page("a/x", tags=tags)))
        assert descent(said) == ([ROOT], [], "finetune")

    def test_tags_win_and_the_tree_adds(self) -> None:
        tags = ["base_model:other/base", "base_model:quantized:other/base"]
        said = fact("a/x", row(ROOT, 0, children=commas("a/x")), row("a/x", metadata=page("a/x", tags=tags)))
        assert descent(said) == (["other/base", ROOT], [ROOT], "quantized")

    def test_tree_says_the_relation_where_tags_do_not(self) -> None:
        said = fact(
            "a/x",
            row(ROOT, 0, adapters=commas("a/x")),
            row("a/x", metadata=page("a/x", tags=[f"base_model:{ROOT}"])),
        )
        assert descent(said) == ([ROOT], [], "adapter")

    def test_tags_at_odds_are_not_settled_by_the_tree(self) -> None:
        tags = [f"base_model:adapter:{ROOT}", f"base_model:merge:{ROOT}"]
        first = row(ROOT, 0, children=commas("a/x"))
        tables, issues = read(first, row("a/x", metadata=page("a/x", tags=tags)))
        assert tables["repo_facts"]["a/x"]["relation"] is None
        assert issues.counts == {"more than one relation": 1}


class TestFacts:
    def test_what_the_hub_said(self) -> None:
        said = page(ROOT, safetensors={"parameters": {"BF16": 5}, "total": 5})
        tables, _ = read(row(ROOT, 0, said))
        facts, counts = tables["repo_facts"][ROOT], tables["downloads"][ROOT]
        assert str(facts["created_on"]) == "2025-03-02"
        assert (facts["licence"], facts["library"], facts["params_total"]) == ("mit", "transformers", 5)
        assert (counts["downloads_30d"], counts["downloads_all_time"], counts["likes"]) == (7, None, 2)
        assert counts["observed_at"] == NOW

    def test_a_short_page_leaves_the_rest_unknown(self) -> None:
        short = json.dumps({"sha": "0", "downloads": 0, "tags": [], "pipeline_tag": None, "modelId": ROOT})
        tables, issues = read(row(ROOT, 0, short))
        assert tables["repo_facts"][ROOT]["created_on"] is None
        assert (tables["downloads"][ROOT]["downloads_30d"], tables["downloads"][ROOT]["likes"]) == (0, None)
        assert not issues.counts

    def test_parameters_of_gguf_count_where_there_are_no_others(self) -> None:
        assert fact(ROOT, row(ROOT, 0, page(ROOT, gguf={"total": 9})))["params_total"] == 9
        both = page(ROOT, gguf={"total": 9}, safetensors={"total": 8})
        assert fact(ROOT, row(ROOT, 0, both))["params_total"] == 8

    def test_unknown_and_missing_fields(self) -> None:
        _, issues = read(row(ROOT, 0, page(ROOT, brand_new=1)))
        assert issues.counts == {"unknown field `brand_new`": 1}
        with pytest.raises(ParseError, match=r"row 1\.metadata\.downloads` is missing"):
            tree(row(ROOT, 0, json.dumps({"modelId": ROOT, "tags": []}))).parse()


class TestConfigurations:
    def test_architecture_and_tokenizer(self) -> None:
        config = {"architectures": ["X"], "model_type": "llama", "tokenizer_config": {"eos_token": "</s>"}}
        tables, issues = read(row(ROOT, 0, page(ROOT, config=config)))
        said = tables["configurations"][ROOT]
        assert (said["model_type"], said["tokenizer"]) == ("llama", fingerprint({"eos_token": "</s>"}))
        assert {said[name] for name in ("layers", "hidden_size", "heads", "kv_heads", "vocabulary")} == {None}
        assert not issues.counts

    @pytest.mark.parametrize("config", [None, {}, {"tokenizer_config": {}}, {"tokenizer_config": {"pad_token": None}}])
    def test_nothing_stated_is_no_row(self, config: object) -> None:
        tables, issues = read(row(ROOT, 0, page(ROOT, config=config)))
        assert "configurations" not in tables
        assert not issues.counts

    def test_equal_templates_have_equal_fingerprints(self) -> None:
        first = {"bos_token": "<s>", "chat_template": "{{ x }}", "use_default_system_prompt": False}
        second = {"chat_template": "{{ x }}", "bos_token": "<s>", "pad_token": None}
        assert fingerprint(first) == fingerprint(second)

    @pytest.mark.parametrize(
        "other",
        [{"bos_token": "<t>", "chat_template": "{{ x }}"}, {"bos_token": "<s>", "chat_template": "{{ y }}"},
         {"eos_token": "<s>", "chat_template": "{{ x }}"}, {"bos_token": "<s>"}, {"chat_template": "{{ x }}"}],
        ids=["token", "template", "role", "no template", "no token"],
    )  # fmt: skip
    def test_other_tokenizers_have_other_fingerprints(self, other: object) -> None:
        assert fingerprint(other) != fingerprint({"bos_token": "<s>", "chat_template": "{{ x }}"})

    def test_two_ways_of_writing_are_one_tokenizer(self) -> None:
        token = {"__type": "AddedToken", "content": "<s>", "lstrip": False}
        assert fingerprint({"bos_token": token}) == fingerprint({"bos_token": "<s>"})
        several = [{"name": "default", "template": "{{ x }}"}]
        assert fingerprint({"chat_template": several}) == fingerprint({"chat_template": "{{ x }}"})

    def test_halves_of_letters_have_a_fingerprint(self) -> None:
        assert fingerprint({"bos_token": "\ud800"}) != fingerprint({"bos_token": "?"})


class TestHostile:
    @pytest.mark.parametrize(
        "repo",
        ["a/b/c", "a/\u202eb", "a\x00/b", "../../etc", "a/b\nc", "é/x", "", " ", f"{PAGE}", f"{PAGE}a/b?c=d", "x" * 97],
    )
    def test_strange_ids_are_counted_and_left_out(self, repo: str) -> None:
        listed = f"{PAGE}{repo.removeprefix(PAGE)}"
        tables, issues = read(row(ROOT, 0, merges=listed), row(repo, metadata="N/A"))
        assert tables["repo_facts"].keys() == {ROOT}
        assert issues.counts == {"id is not a repository": 1, "listed model is not a repository": 1}

    @pytest.mark.parametrize(
        "stated",
        ["['a/b", "['a/b', ]", "['a/b' 'c/d']", "[__import__('os').getcwd()]", "['a\\x2fb']", "[['a/b']]", "[1, 2]",
         "['a/b']*9", "[" * 1_000],
    )  # fmt: skip
    def test_a_list_that_is_none_is_counted(self, stated: str) -> None:
        _, issues = read(row(ROOT, 0, children=stated) | {"children_count": 2})
        assert issues.counts == {"list is not readable": 1}

    @pytest.mark.parametrize("written", [commas, pythons])
    def test_a_long_list_is_read_to_its_end(self, written: Callable[..., str]) -> None:
        repos = [f"a/m{n}" for n in range(30_000)]
        tables, _ = tree(row(ROOT, 0, adapters=written(*repos))).parse()
        assert tables["repo_facts"].num_rows == 30_001

    @pytest.mark.parametrize("cell", ["{", "[" * 100_000, '{"modelId": NaN}', '{"a": 1, "a": 2}', "None"])
    def test_a_page_that_is_no_json_does_not_hide_the_tree(self, cell: str) -> None:
        tables, issues = read(row(ROOT, 0, children=commas("a/x")), row("a/x", metadata=cell))
        assert descent(tables["repo_facts"]["a/x"]) == ([ROOT], [ROOT], "finetune")
        assert issues.counts == {"metadata is not readable": 1}

    def test_a_page_of_another_model_is_not_used(self) -> None:
        tables, issues = read(row(ROOT, 0, page("maker/other")))
        assert "downloads" not in tables
        assert issues.counts == {"metadata of another repository": 1}

    @pytest.mark.parametrize(
        "words",
        [{"pipeline_tag": "a\x00b"}, {"library_name": ["x"]}, {"tags": ["license:mit", 5]}, {"config": "text"},
         {"safetensors": {"total": -1}}, {"safetensors": {"total": 10**30}}, {"gguf": []},
         {"config": {"model_type": {}}}, {"config": {"tokenizer_config": "x"}},
         {"config": {"tokenizer_config": {"bos_token": 5}}}, {"config": {"tokenizer_config": {"chat_template": {}}}},
         {"config": {"tokenizer_config": {"chat_template": [{"name": "a", "template": "b"}] * 2}}}],
    )  # fmt: skip
    def test_an_uploader_harms_no_one_else(self, words: Row) -> None:
        tables, issues = read(row(ROOT, 0, page(ROOT, **words)))
        assert tables["repo_facts"][ROOT]["licence"] == "mit"
        assert tables["repo_facts"][ROOT]["params_total"] is None
        assert issues.counts == {"unreadable words of an uploader": 1}

    def test_a_count_for_fun_is_unknown(self) -> None:
        tables, issues = read(row(ROOT, 0, page(ROOT, safetensors={"total": 10**15})))
        assert tables["repo_facts"][ROOT]["params_total"] is None
        assert issues.counts == {"implausible parameter count": 1}

    @pytest.mark.parametrize("downloads", [-1, 10**18, 1.5, "many", None])
    def test_downloads_of_no_sense_are_refused(self, downloads: object) -> None:
        with pytest.raises(ParseError, match=r"metadata\.downloads"):
            tree(row(ROOT, 0, page(ROOT, downloads=downloads))).parse()

    def test_a_cell_longer_than_any_other(self) -> None:
        tables, issues = read(row(ROOT, 0, page(ROOT, widget_data=[{"text": "x" * 3_000_000}])))
        assert tables["downloads"][ROOT]["downloads_30d"] == 7
        assert not issues.counts


class TestLinks:
    def test_ids_and_links(self) -> None:
        assert [repository(stated) for stated in ("a/b", f"{PAGE}a/b", "gpt2", f"{PAGE}{PAGE}a/b")] == [
            "a/b", "a/b", "gpt2", None,
        ]  # fmt: skip

    @pytest.mark.parametrize("stated", ["", " ", "[]"])
    def test_empty_lists(self, stated: str) -> None:
        tables, issues = read(row(ROOT, 0, children=stated))
        assert tables["repo_facts"].keys() == {ROOT}
        assert not issues.counts


class TestArchive:
    def test_every_tree_is_read(self, archive: Path) -> None:
        found = parsed(archive, "laufer_trees")
        assert len(found) == 39
        assert sum(tables["downloads"].num_rows for _, tables, _ in found) == 4_092 - 144
        assert {kind: n for *_, issues in found for kind, n in issues.counts.items()}.keys() == {"page was not read"}

    def test_tags_and_trees_agree(self, archive: Path) -> None:
        """Wherever the Hub's page was read, its tags name every parent that the tree names."""
        for snapshot, tables, _ in parsed(archive, "laufer_trees"):
            read = set(tables["downloads"]["repo_id"].to_pylist())
            inferred = {row["repo_id"] for row in tables["repo_facts"].to_pylist() if row["inferred_models"]}
            assert not read & inferred, snapshot.path
