"""`weighbridge lineage` and the gaps of descent in `weighbridge issues`, as a reader and a program get them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

import weighbridge
from tests.lineage_lake import Stated
from tests.lineage_lake import store as made
from tests.test_cli import done, run, sentence
from weighbridge import cli
from weighbridge.pedigree import Descent, Pedigree, Relative
from weighbridge.schema import STATED_BY

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge import Weighbridge

SVG = "{http://www.w3.org/2000/svg}"
# An adapter of a quantised copy of a quantised copy: base_model, tags, downloads_30d and created_at of four lines of
# the raw file of HF//RADAR of 2026-08-22, read by eye.
ADAPTER = "mrdayl/q38p44w75-heal-lora"
COPY = "logic65/Qwen3.8-p44w75-16.8B-unrepaired"
ABOVE = [
    (ADAPTER, COPY, "adapter", "declared"),
    (COPY, "Qwen/Qwen3.8-27B-FP8", "quantized", "declared"),
    ("Qwen/Qwen3.8-27B-FP8", "Qwen/Qwen3.8-27B", "quantized", "declared"),
]
READ = {
    ADAPTER: (0, "2026-08-15", 10, "stated"),
    COPY: (-1, "2026-08-15", 6096, "stated"),
    "Qwen/Qwen3.8-27B-FP8": (-2, "2026-08-13", 2306777, "stated"),
    "Qwen/Qwen3.8-27B": (-3, "2026-08-05", 2090699, "states_none"),
}
# One that names four parents, each of which leads to the same root.
MERGE = "reaperdoesntknow/Discrepancy_Calculus"
PARENTS = (
    "TopologicalQwen",
    "Qwen3-1.7B-Thinking-Distil",
    "DiStil-Qwen3-1.7B-uncensored",
    "Dualmind-Qwen-1.7B-Thinking",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds nothing, so that the starter data answer."""
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(scope="module")
def starter(store: Path) -> Weighbridge:
    return weighbridge.open(store)


@pytest.fixture(autouse=True)
def one_scale(store: Path, starter: Weighbridge, monkeypatch: pytest.MonkeyPatch) -> None:
    """One open store for all commands that the starter data answer."""

    def opened(folder: Path | None) -> Weighbridge:
        return starter if folder == store else weighbridge.open(folder)

    monkeypatch.setattr(cli, "opened", opened)


@cache
def said_in(form: str, store: Path, *arguments: str) -> str:
    """Give what the command prints; a store that no test writes into is asked once."""
    return done(store, "lineage", *arguments, "--format", form).stdout


def whole(store: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said_in("json", store, *arguments))
    return found


def test_the_line_of_an_adapter_is_that_of_the_raw_file(store: Path) -> None:
    found = whole(store, ADAPTER)
    assert sorted((d["child"], d["parent"], d["relation"], d["known_by"]) for d in found["descents"]) == sorted(ABOVE)
    read = {r["repo_id"]: (r["steps"], r["created_on"], r["downloads_30d"], r["descends"]) for r in found["relatives"]}
    assert read == READ
    assert [(line["root"], line["share"], line["depth"]) for line in found["lines"]] == [("Qwen/Qwen3.8-27B", 1.0, 3)]


def test_the_tree_of_an_adapter(store: Path) -> None:
    said = done(store, "lineage", ADAPTER).stdout.splitlines()
    assert [line.partition(";")[0] for line in said if "─ " in line] == [
        f"└─ {COPY}: adapter, declared",
        "   └─ Qwen/Qwen3.8-27B-FP8: quantized, declared",
        "      └─ Qwen/Qwen3.8-27B: quantized, declared",
    ]
    assert said[1] == ADAPTER
    assert "  Descends 100 % from Qwen/Qwen3.8-27B (3 steps)." in said
    assert said[said.index("Built on") + 3].endswith("2.09 M downloads; states no parent")
    assert any(line.startswith("hf_radar, CC-BY-4.0: ") for line in said)


def test_a_merge_has_equal_parts_of_its_parents(store: Path) -> None:
    found = whole(store, MERGE)
    parts = {d["parent"]: d["share"] for d in found["descents"] if d["child"] == MERGE}
    assert parts == {f"reaperdoesntknow/{name}": 0.25 for name in PARENTS}
    assert {(line["root"], line["share"]) for line in found["lines"]} == {("Qwen/Qwen3-1.7B", 0.25)}
    # By hand: 1 + 3, then one step more, then two and three more than that.
    assert sorted(line["depth"] for line in found["lines"]) == [4, 5, 7, 8]
    said = done(store, "lineage", MERGE).stdout
    assert said.count("finetune, declared, 25 % of it") == 4
    assert said.count("its line stands above") == 3


@cache
def radar(archive: Path) -> dict[str, dict[str, Any]]:
    """The raw file's lines by repository, by plain Python."""
    (path,) = archive.glob("hf_radar/2026-08-22/models.jsonl.gz")
    lines = map(json.loads, gzip.decompress(path.read_bytes()).splitlines())
    return {line["id"]: line for line in lines}


def stated(archive: Path, repo: str) -> set[str]:
    """Give the parents that a card states."""
    line = radar(archive).get(repo) or {}
    return {parent.strip() for parent in (line.get("base_model") or "").split(",")} - {""}


def climbed(archive: Path, repo: str) -> set[tuple[str, str]]:
    """Give every step above `repo` by plain Python."""
    found: set[tuple[str, str]] = set()
    waiting = [repo]
    while waiting:
        child = waiting.pop()
        new = {(child, parent) for parent in stated(archive, child)} - found
        found |= new
        waiting += [parent for _, parent in new]
    return found


def test_ancestors_are_those_of_the_raw_file(starter: Weighbridge, archive: Path) -> None:
    several = [repo for repo in radar(archive) if len(stated(archive, repo)) > 1]
    deep = [repo for repo in radar(archive) if len(climbed(archive, repo)) > 3]
    for repo in sorted({*several, *deep})[::40]:
        found = starter.lineage(repo, up=100, down=0, most=1000)
        steps = {(d.child, d.stated_as or d.parent) for d in found.descents if d.known_by in STATED_BY}
        # A parent under an older name is followed on from where plain Python stops.
        assert climbed(archive, repo) <= steps
        assert steps <= climbed(archive, repo) or any(d.stated_as for d in found.descents)


def test_children_are_those_of_the_raw_file(store: Path, archive: Path) -> None:
    parent = "Qwen/Qwen3.8-27B"
    children = {repo for repo in radar(archive) if parent in stated(archive, repo)} - {parent}
    found = whole(store, parent, "--down", "1", "--most", "1000")
    stating = [d for d in found["descents"] if d["known_by"] in STATED_BY and d["left_out"] is None]
    assert {d["child"] for d in stating if not d["stated_as"] and d["known_by"] == "declared"} == children
    (asked,) = (relative for relative in found["relatives"] if relative["repo_id"] == parent)
    assert asked["children"] - asked["children_inferred"] == len(stating)
    said = done(store, "lineage", parent, "--down", "1", "--most", "5").stdout
    assert f"└─ {asked['children'] - 5:,} more" in said
    top = max(children, key=lambda repo: radar(archive)[repo]["downloads_30d"] or 0)
    assert f"─ {top}: " in said


def test_json_has_the_documented_keys(store: Path) -> None:
    found = whole(store, ADAPTER)
    assert list(found) == [field.name for field in fields(Pedigree)]
    assert [list(row) for row in found["relatives"]] == [[f.name for f in fields(Relative)]] * len(found["relatives"])
    assert [list(row) for row in found["descents"]] == [[f.name for f in fields(Descent)]] * len(found["descents"])


def test_json_holds_all_that_a_program_is_given(store: Path, starter: Weighbridge) -> None:
    found, held = whole(store, MERGE), starter.lineage(MERGE)
    assert [Descent(**{**row, "stated_on": held.descents[i].stated_on}) for i, row in enumerate(found["descents"])] == [
        *held.descents
    ]
    assert [row["repo_id"] for row in found["relatives"]] == [relative.repo_id for relative in held.relatives]
    assert (found["as_of"], found["name"], found["found_by"]) == (str(held.as_of), MERGE, "repository")


def test_csv_says_what_json_says(store: Path) -> None:
    found = whole(store, MERGE)
    rows = list(csv.DictReader(io.StringIO(done(store, "lineage", MERGE, "--format", "csv").stdout)))
    facts = {relative["repo_id"]: relative for relative in found["relatives"]}
    for row, descent in zip(rows, found["descents"], strict=True):
        assert {name: row[name] for name in descent} == {n: "" if v is None else str(v) for n, v in descent.items()}
        assert row["parent_downloads_30d"] == str(facts[row["parent"]]["downloads_30d"])
        assert row["child_steps"] == str(facts[row["child"]]["steps"])


def test_depth_is_another_word_for_down(store: Path) -> None:
    assert whole(store, ADAPTER, "--depth", "0")["down"] == whole(store, ADAPTER, "--down", "0")["down"] == 0


def test_a_family_shows_its_bases(store: Path) -> None:
    said = done(store, "lineage", "qwen", "--most", "2", "--down", "1").stdout
    assert said.startswith("qwen is a family: its maker's repositories that are built on no other of them. ")
    assert len(re.findall(r"^Built on it: ", said, re.MULTILINE)) == 2


@pytest.mark.parametrize(
    ("name", "first"),
    [
        (ADAPTER.upper(), f"{ADAPTER.upper()} is written {ADAPTER}."),
        ("google/gemma-4-e4b-it", "google/gemma-4-e4b-it is named google/gemma-4-E4B-it today."),
    ],
)
def test_another_spelling_is_told(store: Path, name: str, first: str) -> None:
    assert done(store, "lineage", name, "--down", "0").stdout.splitlines()[0] == first


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Qwen/Qwen3-8C", "did you mean Qwen/Qwen3-8B"),
        ("Qwenn", "did you mean Qwen"),
        ("zz/zz-no-such-thing-at-all", "ACCOUNT/NAME"),
    ],
)
def test_an_unknown_name_gets_advice(store: Path, name: str, hint: str) -> None:
    assert hint in sentence(store, 2, "lineage", name)


def test_a_given_name_cannot_forge_a_line(store: Path) -> None:
    said = sentence(store, 2, "lineage", "\x1b[31mx\nweighbridge: all is well.")
    assert "\x1b" not in said


@pytest.mark.parametrize("options", [("--down", "101"), ("--most", "0"), ("--up", "x"), ("--format", "xml")])
def test_wrong_options_are_usage(store: Path, options: tuple[str, ...]) -> None:
    result = run(store, "lineage", ADAPTER, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: weighbridge lineage" in result.stderr


def test_a_store_without_descent_says_what_to_do(tmp_path: Path) -> None:
    scale = made(tmp_path, Stated({"a/b": {}}, [("a/b", "c/d", "finetune", "declared")]))
    scale.lake.drop([path for path in scale.lake.root.rglob("*.parquet") if path.parent.name == "lineage"])
    assert "holds no lineage" in sentence(tmp_path, 8, "lineage", "a/b")


EVIL = "evil\x1b[2J[red]a[/red]\u202e\x9b31m/<script>alert(1)</script>\r\n"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A store in which a stranger chose the names."""
    edges = [
        (EVIL, "a/root", "finetune", "declared"),
        ("k/" + "n" * 500, EVIL, "merge", "hub_inferred"),
        ("k/" + "n" * 500, "</text><script>/x", "merge", "name"),
        ("深度/模型🐋", EVIL, "quantized", "declared"),
        ("a/root", "a/root", "finetune", "declared"),
    ]
    repos = dict.fromkeys(("a/root", EVIL, "k/" + "n" * 500, "深度/模型🐋"))
    made(tmp_path, Stated({repo: {} for repo in repos}, edges))
    return tmp_path


def test_hostile_names_are_printed_inert(hostile: Path) -> None:
    said = done(hostile, "lineage", "a/root", "--down", "5").stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    assert "[red]a[/red]" in said
    assert "深度/模型🐋" in said
    branches = [line for line in said.splitlines() if "─ " in line]
    assert len(branches) == 4
    assert max(map(len, branches)) < 400


def test_hostile_names_stay_whole_in_json(hostile: Path) -> None:
    assert {EVIL, "k/" + "n" * 500} <= {r["repo_id"] for r in whole(hostile, "a/root", "--down", "5")["relatives"]}


def texts(picture: str) -> str:
    return " ".join("".join(text.itertext()) for text in ET.fromstring(picture).iter(f"{SVG}text"))  # noqa: S314 - made here a moment ago


def test_hostile_names_stay_text_in_the_picture(hostile: Path) -> None:
    picture = done(hostile, "lineage", "k/" + "n" * 500, "--format", "svg").stdout
    drawn = ET.fromstring(picture)  # noqa: S314 - made here a moment ago
    assert {element.tag.removeprefix(SVG) for element in drawn.iter()} <= {
        *("svg", "g", "path", "text", "tspan", "line", "rect"),
    }
    named = {attribute for element in drawn.iter() for attribute in element.attrib}
    assert not [name for name in named if name.startswith("on") or "href" in name or name == "style"]
    said = texts(picture)
    assert "<script>alert(1)</script>" in said
    assert "</text><script>/x" in said
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    assert "inferred by the Hub, 50 % of it" in said
    assert "inferred from its name (90 % of such hold)" in said


def test_the_picture_says_what_and_whose_and_until_when(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "tree.svg"
    printed = done(store, "lineage", ADAPTER, "--out", str(path)).stdout
    assert f"└─ {COPY}: adapter" in printed, "the tree is printed too"
    said = texts(path.read_text("utf-8"))
    assert f"What {ADAPTER} is built on, and what is built on it" in said
    assert "To 2026-08-22; line: declared" in said
    assert "CC-BY-4.0" in said
    assert all(name in said for name in READ)
    drawn = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - made here a moment ago
    assert not [value for element in drawn.iter() for value in element.attrib.values() if "http" in value]
    assert list(path.parent.iterdir()) == [path]


def test_a_picture_needs_the_name_of_one(store: Path, tmp_path: Path) -> None:
    assert "let it end with .svg" in sentence(store, 2, "lineage", ADAPTER, "--out", str(tmp_path / "x.txt"))


def test_a_picture_that_cannot_be_written_is_told(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be written" in sentence(store, 4, "lineage", ADAPTER, "--out", str(tmp_path / "file" / "x.svg"))


def test_issues_tell_what_is_missing_in_descent(store: Path) -> None:
    said = done(store, "issues", "--limit", "3").stdout
    assert re.search(r"parent renamed, followed +\d+ +\S+: \S+ is \S+ today", said)
    assert re.search(r"left out: it names itself +\d+ +Abrorl5/gemini-2\.5\.0", said)
    assert "unsloth/Olmo-3-7B-Instruct" in said
    assert re.search(r"[\d,]+ parents that no source lists are stated [\d,]+ times\.", said)
