"""Read who imports whom in src/weighbridge, and which floor of docs/architecture.md each file stands on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "weighbridge"
ROW = re.compile(r"^\| (?P<floor>[a-z]+) \| (?P<rooms>[^|]*`[^|]*) \| (?P<below>[^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Import:
    """`importer` names `imported`, both dotted, at `place` (file:line); `typed` if only for a type checker."""

    importer: str
    imported: str
    place: str
    typed: bool


@dataclass(frozen=True)
class Plan:
    """The table of rooms: `floors` from the lowest up, each room's floor, and the floors or rooms it may import."""

    floors: tuple[str, ...]
    floor_of: dict[str, str]
    below: dict[str, frozenset[str]]


def plan(page: str) -> Plan:
    floor_of: dict[str, str] = {}
    below: dict[str, frozenset[str]] = {}
    for row in ROW.finditer(page):
        floor = row["floor"]
        floor_of |= {name.removesuffix(".py").rstrip("/"): floor for name in re.findall(r"`([^`]+)`", row["rooms"])}
        allowed = row["below"].strip()
        below[floor] = frozenset(below) if allowed == "all of the above" else frozenset(re.findall(r"[a-z_]+", allowed))
    known = {*below, *floor_of}
    return Plan(tuple(below), floor_of, {floor: names & known for floor, names in below.items()})


def files(source: Path) -> dict[str, Path]:
    """Every module below `source`, by its dotted name."""
    return {_dotted(path.relative_to(source)): path for path in sorted(source.rglob("*.py"))}


def imports(source: Path) -> Iterator[Import]:
    """Every import of ours, wherever it stands in a file."""
    modules = files(source)
    for name, path in modules.items():
        tree = ast.parse(path.read_text("utf-8"), str(path))
        typed = {id(node) for block in ast.walk(tree) if _is_for_types(block) for node in ast.walk(block)}
        for node in ast.walk(tree):
            for target in _targets(node, name, path.name == "__init__.py", modules):
                place = f"{path.relative_to(source.parent)}:{getattr(node, 'lineno', 0)}"
                yield Import(name, target, place, id(node) in typed)


def _dotted(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def _targets(node: ast.AST, importer: str, is_package: bool, modules: dict[str, Path]) -> set[str]:  # noqa: FBT001 - a fact of the file
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names if alias.name.split(".")[0] == PACKAGE}
    if not isinstance(node, ast.ImportFrom):
        return set()
    base = _absolute(node, importer, is_package)
    if base.split(".")[0] != PACKAGE:
        return set()
    inner = {f"{base}.{alias.name}" for alias in node.names}
    return {name if name in modules else base for name in inner}


def _absolute(node: ast.ImportFrom, importer: str, is_package: bool) -> str:  # noqa: FBT001 - a fact of the file
    if not node.level:
        return node.module or ""
    parts = importer.split(".")
    kept = parts[: len(parts) - node.level + is_package]
    return ".".join([*kept, *([node.module] if node.module else [])])
