from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT

# Imported when a reader asks for a table of theirs, who then has them.
READERS_OWN = {"pandas", "polars"}
# Of the extra `spark`, which is not installed everywhere.
SPARK = {"py4j", "pyspark"}
COREUTILS = ("cat", "cmp", "cp", "dirname", "id", "mkdir", "rm", "sh")


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text("utf-8"))


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def dependencies() -> list[str]:
    return [re.split(r"[\[<>=~ ]", line)[0] for line in toml("pyproject.toml")["project"]["dependencies"]]


def program(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A clone's scripts, and a PATH (bin/) that has neither uv nor a Python that can install one."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    (tmp_path / "bin").mkdir()
    for name in COREUTILS:
        found = shutil.which(name)
        assert found, f"{name} is part of every system that this runs on"
        (tmp_path / "bin" / name).symlink_to(found)
    program(tmp_path / "bin", "python3", 'echo "no module named $2" >&2; exit 1')
    return tmp_path


def uv(bare: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command, variables = [str(bare / "scripts" / "uv"), *arguments], {"PATH": str(bare / "bin"), **environment}
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)


def test_uv_on_path_is_used(bare: Path) -> None:
    program(bare / "bin", "uv", '[ "$1" = --version ] && echo "uv 0.10.2" || echo "ran: $*"')
    assert uv(bare, "sync", "a b").stdout == "ran: sync a b\n"
    assert not (bare / ".tools" / "uv").exists()


@pytest.mark.parametrize("home", [None, "", "/nonexistent"])
def test_no_home_is_no_hindrance(bare: Path, home: str | None) -> None:
    program(bare / "bin", "uv", '[ "$1" = --version ] && echo "uv 0.13.9" || echo "$HOME"')
    variables = {} if home is None else {"HOME": home}
    assert uv(bare, "sync", **variables).stdout == f"{bare}/.tools/home\n"


@pytest.mark.parametrize("version", ["uv 0.4.30", "uv 0.7.0 (abc)", "segmentation fault"])
def test_a_uv_that_cannot_do_is_passed_over(bare: Path, version: str) -> None:
    program(bare / "bin", "uv", f'echo "{version}"')
    assert "no uv on PATH that will do" in uv(bare, "sync").stderr


def test_where_nothing_installs_uv_the_reader_is_told_what_was_tried(bare: Path) -> None:
    failed = uv(bare, "sync", HOME=str(bare))
    assert failed.returncode == 1
    assert "no module named venv" in failed.stderr
    assert "no module named pip" in failed.stderr
    assert "apt-get install python3-venv" in failed.stderr


def test_pip_does_where_venv_does_not(bare: Path) -> None:
    made = '#!/bin/sh\necho "private: $*"'
    program(bare / "bin", "python3",
            f"""[ "$2" = pip ] || exit 1; mkdir -p "$5/bin"; echo '{made}' >"$5/bin/uv"; /bin/chmod +x "$5/bin/uv" """)
    assert uv(bare, "sync", HOME=str(bare)).stdout == "private: sync\n"
    program(bare / "bin", "python3", "exit 1")
    assert uv(bare, "again", HOME=str(bare)).stdout == "private: again\n", "installed once, used again"


def test_lock_names_the_public_index_only() -> None:
    addresses = re.findall(r'"(https?://[^"]+)"', (ROOT / "uv.lock").read_text("utf-8"))
    hosts = {urlsplit(address).hostname for address in addresses}
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_every_dependency_has_a_decision() -> None:
    records = " ".join(path.read_text("utf-8") for path in (ROOT / "docs" / "decisions").glob("0*.md")).lower()
    spelled = {name: {name, name.replace("-", "_"), name.removesuffix("-python"), name.removesuffix("-framework")}
               for name in dependencies()}
    assert [name for name, spellings in spelled.items() if not any(word in records for word in spellings)] == []


def test_every_rule_left_out_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    rules = re.findall(r'^    "[A-Z]+\d*",.*$', text, re.MULTILINE)
    assert len(rules) > 10
    assert [line for line in rules if not re.search(r"# \w+\S* \w+", line)] == []


def test_one_version_stands_everywhere() -> None:
    version = toml("pyproject.toml")["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    locked = [package for package in toml("uv.lock")["package"] if package["name"] == "weighbridge"]
    assert [package["version"] for package in locked] == [version]


def test_every_make_target_is_explained() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE)) - {"sync"}
    assert targets == set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))


def test_every_dependency_is_used_and_every_library_used_is_declared() -> None:
    distributions = packages_distributions()
    stems = {node.split(".")[0] for path in (ROOT / "src").rglob("*.py") for node in imported(path)}
    used = {canonical(distributions[stem][0]) for stem in stems - sys.stdlib_module_names - SPARK - {"weighbridge"}}
    declared = {canonical(name) for name in dependencies()}
    assert used - READERS_OWN == declared
