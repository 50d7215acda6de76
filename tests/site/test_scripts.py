from __future__ import annotations

import gzip
import re
import subprocess
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.site.scripted import LOOK, node, run
from weighbridge.charts.colours import DAY, column, turn
from weighbridge.charts.colours import colours as painted
from weighbridge.charts.points import spread
from weighbridge.outputs.site import assets

PARTS = sorted(str(path.relative_to(LOOK)) for path in LOOK.rglob("*.js"))


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_a_script(part: str) -> None:
    said = subprocess.run([node(), "--check", LOOK / part], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize(("folder", "parts"), [("chart", assets.CHART), ("compare", assets.COMPARE)])
def test_parts_of_a_module_make_a_module(folder: str, parts: tuple[str, ...], tmp_path: Path) -> None:
    """Two of one name are no error in a script, where the later counts, and one in a module."""
    made = tmp_path / "made.mjs"
    made.write_text(assets.module(folder, parts), "utf-8")
    said = subprocess.run([node(), "--check", made], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


def test_no_two_parts_of_the_page_script_have_a_function_of_one_name() -> None:
    named = Counter(re.findall(r"^(?:async )?function (\w+)", assets.page_script(), re.MULTILINE))
    assert [name for name, n in named.items() if n > 1] == []


def test_every_part_is_in_one_script() -> None:
    scripts = {"page": assets.PAGE, "chart": assets.CHART, "compare": assets.COMPARE}
    assert {f"{folder}/{part}.js" for folder, parts in scripts.items() for part in parts} | {"first.js"} == set(PARTS)


def test_no_part_makes_code_or_markup_of_text() -> None:
    unsafe = re.compile(r"\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.style\s*=")
    for part in PARTS:
        assert not unsafe.search((LOOK / part).read_text("utf-8")), part


def test_no_part_says_anything_itself() -> None:
    """What readers see stands in the catalogue, in both languages."""
    for part in PARTS:
        told = re.findall(r"""textContent = ["'`]([^"'`]+)["'`]|placeholder = ["']""", (LOOK / part).read_text("utf-8"))
        assert [text for text in told if not text.startswith("${")] == [], part


def test_functions_are_short() -> None:
    function = re.compile(r"^(?:async |export )*function .*?\n}$", re.MULTILINE | re.DOTALL)
    for part in PARTS:
        for body in function.findall((LOOK / part).read_text("utf-8")):
            assert body.count("\n") < 26, f"{part}: {body.splitlines()[0]}"


def test_the_script_of_every_page_is_small() -> None:
    assert len(gzip.compress(assets.page_script().encode())) < 12_000
    assert len(gzip.compress(assets.module("chart", assets.CHART).encode())) < 12_000


def test_terms_of_what_is_bundled_stand_beside_it() -> None:
    terms = (LOOK / assets.LICENSES).read_text("utf-8")
    for name in ("vega", "vega-lite", "vega-embed", "vega-interpreter", "d3-array", "topojson-client"):
        assert re.search(rf"(^|, ){name}\s\(", terms, re.MULTILINE), name


@pytest.mark.parametrize(
    ("chosen", "dark", "then"),
    [(None, False, "dark"), ("dark", False, "light"), ("light", False, "system"),
     (None, True, "light"), ("light", True, "dark"), ("dark", True, "system")],
)  # fmt: skip
def test_colours_go_round(chosen: str | None, dark: bool, then: str) -> None:  # noqa: FBT001 - a table of cases
    code = "const matchMedia = () => ({});\n"
    script = (LOOK / "page/theme_button.js").read_text("utf-8")
    expression = f"(() => {{ {code}{script}\nreturn nextTheme(given.chosen ?? undefined, given.dark); }})()"
    assert run([], expression, {"chosen": chosen, "dark": dark}) == then


def test_a_view_survives_the_address() -> None:
    view = {"groups": "CN,%3Cscript%3E", "scale": "log", "choice": "window=1d"}
    hashed = run(["page/place"], "viewHash(given)", view)
    assert hashed.startswith("#view:")
    assert "<" not in hashed
    assert run(["page/place"], "readView(given)", hashed) == view
    assert run(["page/place"], "readView('#standing')") == {}
    assert run(["page/place"], "viewHash({scale: ''})") == ""


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", "other"])
def test_a_name_in_an_address_finds_only_what_is_held(name: str) -> None:
    assert run(["chart/view"], "entryOf({own: 1}, 'own')") == 1
    assert run(["chart/view"], "entryOf({own: 1}, given) ?? null", name) is None


ENTRIES = {
    "kinds": {"country": "country", "family": "family", "model": "model", "race": "race"},
    "entries": [
        ["Share of tokens by family", "race", "race/token-share/family"],
        ["Qwen3-235B-A22B", "model", "model/qwen3"],
        ["Qwen", "family", "family/qwen", "通义千问"],
        ["China", "country", "country/cn", "中国", "CN"],
        ["Côte d'Ivoire", "country", "country/ci", "科特迪瓦"],
        ["Big Qwen", "model", "model/big"],
        ["Unqwenched", "model", "model/un"],
        ["DeepSeek-V3", "model", "model/deepseek-v3", "深度求索 V3"],
    ],
}


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("qwen", ["Qwen", "Qwen3-235B-A22B", "Big Qwen", "Unqwenched"]),
        ("QWEN3 235b", ["Qwen3-235B-A22B"]),
        ("235b qwen3", ["Qwen3-235B-A22B"]),
        ("cote", ["Côte d'Ivoire"]),
        ("deepseek v3", ["DeepSeek-V3"]),
        ("通义", ["Qwen"]),
        ("千问", ["Qwen"]),
        ("通千", ["Qwen"]),
        ("国", ["China"]),
        ("cn", ["China"]),
        ("family", ["Share of tokens by family"]),
        ("  ", []),
        ("nothing such", []),
    ],
)
def test_names_are_found_however_they_are_typed(asked: str, first: list[str]) -> None:
    found = run(["page/search_ranking"], "ranked(searchable(given[0]), given[1]).map((e) => e.name)", [ENTRIES, asked])
    assert found == first


def test_a_group_has_the_colour_of_the_drawn_picture() -> None:
    random = Random(6)  # noqa: S311 - cases, no secrets
    known = [
        "CN",
        "US",
        "alibaba",
        "meta",
        "qwen",
        "llama",
        "deepseek",
        "<script>",
        "深度求索",
        "z" * 300,
        "openai",
        "xai",
    ]
    cases = [random.sample(known, random.randint(1, 8)) for _ in range(60)]
    turns = {key: i for i, key in enumerate(sorted(known, key=turn))}
    given = [[{"id": g, "turn": turns[g], "column": column(g)} for g in case] for case in cases]
    found = run(["chart/colours"], f"given.map((groups) => painted(groups, {list(DAY)}))", given)
    assert found == [[painted(case)[g] for g in case] for case in cases]


def test_labels_are_moved_apart_as_in_the_drawn_picture() -> None:
    random = Random(7)  # noqa: S311 - cases, no secrets
    cases = [[random.random() for _ in range(random.randint(1, 8))] for _ in range(60)]
    found = run(["chart/scale", "chart/rows"], "given.map((wanted) => spread(wanted, 0.1, 0.05, 0.95))", cases)
    for case, placed in zip(cases, found, strict=True):
        assert placed == pytest.approx(spread(case, 0.1, 0.05, 0.95))
