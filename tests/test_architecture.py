from __future__ import annotations

import re
import tokenize
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.imports import PACKAGE, Import, Plan, files, imports, plan

SRC = ROOT / "src"
# The folder is the registry: each file stands alone, and what they share stands in the folder's contract.
REGISTRIES = ("sources", "measures", "outputs")
# Files on these floors may build on one another, as long as no circle closes.
STACKED = ("words", "tools", "api", "doors")
REASONED = re.compile(r"(?:noqa:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|ignore\[[\w, -]+\]|pragma: no \w+)(?P<reason>.*)")
EXEMPTS = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma: no)")


@pytest.fixture(scope="module")
def house() -> Plan:
    return plan((ROOT / "docs" / "architecture.md").read_text("utf-8"))


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def fault(house: Plan, found: Import) -> str:
    """Why `found` breaks the plan; empty if it does not."""
    here, there = room(found.importer), room(found.imported)
    if not here:
        return ""  # weighbridge/__init__.py: public names, from wherever they are
    if found.typed and found.imported.removeprefix(f"{PACKAGE}.") in REGISTRIES:
        return ""  # the types of a contract may be named anywhere: they are gone when the program runs
    if here == there:
        return within(found, here)
    # The package itself is the public face of the api.
    floor, other = house.floor_of[here], house.floor_of[there or "api"]
    if floor == other and floor in STACKED:
        return ""
    if found.typed and house.floors.index(other) < house.floors.index(floor):
        return ""  # what a lower floor hands up through another may be called by its type
    return "" if {other, there} & house.below[floor] else f"{floor} may not import {other}"


def within(found: Import, here: str) -> str:
    if here not in REGISTRIES or found.imported == f"{PACKAGE}.{here}":
        return ""
    if found.importer == f"{PACKAGE}.{here}":
        return "a contract may not know its files"
    if found.importer.split(".")[2] == found.imported.split(".")[2]:
        return ""  # a publisher of many files may fill a folder of its own
    return f"files in {here}/ may not import one another"


def circles(edges: dict[str, set[str]]) -> list[str]:
    """Name the modules that can be come back to from themselves."""
    return [module for module in sorted(edges) if module in reached(edges, edges[module] - {module})]


def reached(edges: dict[str, set[str]], start: set[str]) -> set[str]:
    seen: set[str] = set()
    while start:
        seen |= start
        start = {target for module in start for target in edges.get(module, set())} - seen
    return seen


def test_plan_is_read(house: Plan) -> None:
    assert house.floors == ("words", "tools", "facts", "measures", "claims", "outputs", "api", "doors")
    assert house.below["words"] == frozenset()
    assert house.below["doors"] >= {"api", "words"}
    assert not house.below["doors"] & {"sources", "entities", "facts", "measures", "claims", "outputs", "tools"}
    assert house.floor_of["schema"] == "words"


def test_every_file_has_a_room(house: Plan) -> None:
    homeless = {room(module) for module in files(SRC)} - house.floor_of.keys() - {""}
    assert not homeless, "docs/architecture.md gives these no floor"


def test_nothing_imports_upward_or_sideways(house: Plan) -> None:
    housed = {*house.floor_of, ""}
    known = [found for found in imports(SRC) if {room(found.importer), room(found.imported)} <= housed]
    faults = [f"{found.place}: {found.importer} -> {found.imported}: {why}"
              for found in known if (why := fault(house, found))]
    assert not faults, "\n".join(faults)


def test_no_imports_go_in_circles() -> None:
    edges: dict[str, set[str]] = {module: set() for module in files(SRC)}
    for found in imports(SRC):
        if not found.typed:
            edges[found.importer].add(found.imported)
    assert circles(edges) == []


@pytest.mark.parametrize(
    ("importer", "statement", "why"),
    [
        ("schema", "from weighbridge.lake import write", "words may not import tools"),
        ("lake", "def f():\n    import weighbridge.sources.ollama", "tools may not import facts"),
        ("sources.ollama", "from weighbridge.entities import names", "facts may not import facts"),
        ("sources.ollama", "from . import hf_radar", "may not import one another"),
        ("sources.ollama", "from weighbridge.sources.epoch import hub", "may not import one another"),
        ("sources.epoch", "from weighbridge.sources.epoch import hub", ""),
        ("sources.epoch.hub", "from weighbridge.sources import ollama", "may not import one another"),
        ("measures.token_share", "from weighbridge.sources import ollama", "measures may not import facts"),
        ("cli", "from weighbridge.lake import read", "doors may not import tools"),
        ("lake", "import weighbridge", "tools may not import api"),
        ("cli", "import weighbridge", ""),
        ("sources.ollama", "from weighbridge.sources import Source", ""),
        ("lake", "from weighbridge.snapshot import Snapshot", ""),
        ("lake", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from weighbridge.sources import Source", ""),
        ("cli", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from weighbridge.lake import Lake", ""),
        ("schema", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import weighbridge.lake", "words may not"),
        ("api", "from weighbridge import lake", ""),
    ],
)
def test_the_walk_sees_what_it_forbids(house: Plan, tmp_path: Path, importer: str, statement: str, why: str) -> None:
    names = ["", "schema", "lake", "snapshot", "sources", "sources.ollama", "sources.hf_radar", "sources.epoch",
             "sources.epoch.hub", "entities.names", "measures.token_share", "cli", "api", "entities"]
    for name in names:
        path = tmp_path / PACKAGE / Path(*name.split("."))
        folder = name in ("", "sources", "sources.epoch", "entities")
        target = path / "__init__.py" if folder else path.with_suffix(".py")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(statement if name == importer else "", "utf-8")
    found = [fault(house, found) for found in imports(tmp_path)]
    assert len(found) == 1
    assert why in found[0] if why else not found[0]


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"d"}}) == ["b", "c"]


def test_only_the_engine_names_an_engine() -> None:
    engines = ("engine", "engine_spark")
    naming = [f"{path.relative_to(ROOT)}:{number}" for module, path in files(SRC).items() if room(module) not in engines
              for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
              if re.search("duckdb|pyspark", line, re.IGNORECASE)]
    assert not naming


def test_no_file_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert not [path for path in SRC.rglob("*") if path.stem in drawers]


def test_no_file_holds_two_ideas() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in files(SRC).values()}
    assert not {path: lines for path, lines in lengths.items() if lines > 400}


def unreasoned(path: Path) -> list[int]:
    with tokenize.open(path) as text:
        comments = [token for token in tokenize.generate_tokens(text.readline) if token.type == tokenize.COMMENT]
    return [token.start[0] for token in comments if EXEMPTS.search(token.string) and not _reason(token.string)]


def _reason(comment: str) -> str:
    found = REASONED.search(comment)
    return found["reason"].strip(" #:-") if found else ""


def test_every_exemption_carries_a_reason() -> None:
    faults = [f"{path.relative_to(ROOT)}:{line}" for path in files(SRC).values() for line in unreasoned(path)]
    assert not faults


@pytest.mark.parametrize(
    ("line", "reasoned"),
    [
        ("x = 1  # noqa", False),
        ("x = 1  # noqa: S311", False),
        ("x = 1  # noqa: S311, S101 - jitter, no secret", True),
        ("x = 1  # type: ignore[arg-type]", False),
        ("x = 1  # type: ignore[arg-type] # their stub is wrong", True),
        ("x = '# noqa'", True),
    ],
)
def test_an_exemption_without_reason_is_seen(tmp_path: Path, line: str, *, reasoned: bool) -> None:
    (tmp_path / "a.py").write_text(line + "\n", "utf-8")
    assert unreasoned(tmp_path / "a.py") == ([] if reasoned else [1])
