"""`--articles` as a shell gives it: several paths after one name, on every command that publishes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.cli import main
from weighbridge.options import ARTICLES, Publishing, articles_option

if TYPE_CHECKING:
    from click.testing import Result

WORDS = st.lists(st.text(alphabet="ab.- /", min_size=1, max_size=4).filter(lambda word: not word.startswith("-")))


@click.command(cls=Publishing)
@articles_option
@click.option("--out")
@click.option("--quick", is_flag=True)
def published(articles: tuple[Path, ...], out: str | None, *, quick: bool) -> None:
    """Say what was given."""
    click.echo(f"{[path.name for path in articles]} {out} {quick}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(name, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("--articles a.md b.md c.md", "['a.md', 'b.md', 'c.md'] None False"),
        ("--articles a.md b.md --out site --quick", "['a.md', 'b.md'] site True"),
        ("--out site --articles a.md --articles b.md c.md", "['a.md', 'b.md', 'c.md'] site False"),
        ("--articles=a.md b.md", "['a.md', 'b.md'] None False"),
        ("--out a.md", "[] a.md False"),
    ],
)
def test_paths_after_one_name_are_all_articles(line: str, says: str) -> None:
    assert CliRunner().invoke(published, line.split()).output.strip() == says


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("line", ["a.md", "--quick a.md", "--out site a.md", "--articles a.md --quick b.md"])
def test_a_path_that_no_name_stands_before_is_refused(line: str) -> None:
    said = CliRunner().invoke(published, line.split())
    assert said.exit_code == 2
    assert "unexpected extra argument" in said.output


@given(before=WORDS, paths=WORDS, after=WORDS)
def test_no_word_is_lost_or_moved(before: list[str], paths: list[str], after: list[str]) -> None:
    from weighbridge.options import _spread

    line = [*before, ARTICLES, *paths, "--out", *after]
    spread = list(_spread(line))
    assert [word for word in spread if word != ARTICLES] == [word for word in line if word != ARTICLES]
    assert spread.count(ARTICLES) == max(len(paths), 1)


def refused(*line: str) -> str:
    result: Result = CliRunner().invoke(main, line)
    assert result.exit_code != 0
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return " ".join(result.stderr.split())


@pytest.mark.parametrize("command", ["build", "board"])
def test_articles_without_a_site_are_refused(command: str, folder: Path) -> None:
    said = refused(command, "--articles", "a.md", "b.md", "--store", str(folder / "none"))
    assert "add --out FOLDER" in said


def test_what_is_not_there_is_named_before_anything_is_done(folder: Path) -> None:
    said = refused(
        "build", "--articles", "a.md", "no.md", "--out", str(folder / "site"), "--store", str(folder / "none")
    )
    assert "no.md" in said
    assert not (folder / "site").exists()


@pytest.mark.parametrize(("body", "why"), [(b"", "holds no text"), (b"%PDF-1.7 no more", "odd.md")])
def test_an_article_that_cannot_be_read_is_named_and_nothing_is_published(body: bytes, why: str, folder: Path) -> None:
    (folder / "odd.md").write_bytes(body)
    said = refused("build", "--articles", "odd.md", "--out", str(folder / "site"), "--store", str(folder / "none"))
    assert said.startswith("weighbridge: odd.md: ")
    assert why in said
    assert not (folder / "site").exists()


def test_a_link_out_of_a_folder_is_named(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "link.md").symlink_to(folder / "a.md")
    said = refused("build", "--articles", "texts", "--out", str(folder / "site"), "--store", str(folder / "none"))
    assert "link.md: is a link out of its folder" in said
    assert not (folder / "site").exists()
