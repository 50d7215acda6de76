from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from docs.generate import stale
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)")
HEADING = re.compile(r"^#+ (?P<title>.+)$", re.MULTILINE)
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
VARIABLE = re.compile(r"""(?:environ(?:\.get)?|getenv)[\[(]\s*["']([A-Z_]+)["']|["'](WEIGHBRIDGE_[A-Z_]+)["']""")
# Commands that a page may show and that are not ours to check.
OTHERS = {"cd", "git", "pip", "uv", "uvx", "scripts/uv"}


def prose(page: Path) -> str:
    return FENCE.sub("", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    """The ids that GitHub gives to headings."""
    titles = (found["title"] for found in HEADING.finditer(prose(page)))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken(page: Path) -> Iterator[str]:
    for found in LINK.finditer(re.sub(r"`[^`\n]*`", "", prose(page))):
        path, _, anchor = unquote(found["target"]).partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = page.parent / path if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            yield f"{page.name}: {found['target']}"


def commands(text: str) -> list[list[str]]:
    """What the ```console blocks of a page tell the reader to type."""
    blocks = (found["body"].replace("\\\n", " ") for found in FENCE.finditer(text) if found["language"] == "console")
    typed = (line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ "))
    return [shlex.split(re.split(r" [|>&] ?", line)[0], comments=True) for line in typed]


def unknown(words: list[str]) -> str:
    """Why the command cannot be typed as it stands; empty if it can."""
    if words[0] == "make":
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        return "" if set(words[1:]) <= set(targets) else f"make has no {words[1:]}"
    if words[0] == "weighbridge":
        return misfit(words[1:])
    return "" if words[0] in OTHERS else f"{words[0]} is not a command of ours"


def misfit(arguments: list[str]) -> str:
    """What click says against the names of the command and of its options; values are not read, nothing is run."""
    from weighbridge.cli import main

    context = click.Context(main, info_name="weighbridge")
    try:
        rest = main.make_parser(context).parse_args(list(arguments))[1]
        if rest:
            _, command, rest = main.resolve_command(context, rest)
            assert command is not None
            command.make_parser(click.Context(command, parent=context)).parse_args(rest)
    except click.UsageError as error:
        return error.format_message()
    return ""


def settings() -> set[str]:
    """Every environment variable that the package reads."""
    from weighbridge import discover

    texts = (path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    named = {"".join(found) for text in texts for found in VARIABLE.findall(text)}
    return named | {module.SOURCE.key_variable for module in discover.sources().values()} - {""}


def test_every_setting_is_documented() -> None:
    pages = " ".join(page.read_text("utf-8") for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
    assert {name for name in settings() if f"`{name}`" not in pages} == set()


def test_reference_pages_say_what_the_program_says() -> None:
    assert stale() == [], "run `make docs-write`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(broken(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_shown_exists(page: Path) -> None:
    wrong = {shlex.join(words): why for words in commands(page.read_text("utf-8")) if (why := unknown(words))}
    assert wrong == {}


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A title\n[a](#a-title) [b](#no) [c](gone.md) [d](https://example.org) `[e](no.md)`\n", "utf-8")
    assert list(broken(page)) == ["page.md: #no", "page.md: gone.md"]


@pytest.mark.parametrize("line", ["weighbridge bord", "weighbridge board --bye country", "make tea", "curl x"])
def test_a_command_that_does_not_exist_is_seen(line: str) -> None:
    assert [unknown(words) for words in commands(f"```console\n$ {line}\noutput\n```\n")] != [""]


def test_the_readme_names_the_two_commands() -> None:
    shown = commands((ROOT / "README.md").read_text("utf-8"))
    assert ["make", "run"] in shown
    assert ["make", "test"] in shown
