"""Which files are articles of a publisher's own: those named, all in a folder, and nothing that lies outside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from weighbridge.errors import ParseError, UsageError
from weighbridge.own_articles import MOST_ARTICLES, found, made_from


def names(*paths: Path) -> list[str]:
    return [Path(one.path).name for one in found(paths)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    (texts / "older").mkdir(parents=True)
    for name in ("b.txt", "a.md", "older/c.html", ".DS_Store"):
        (texts / name).write_text(f"This is {name}.", "utf-8")
    (texts / ".git").mkdir()
    (texts / ".git" / "config").write_text("[core]", "utf-8")
    return texts


def test_all_files_of_a_folder_are_taken_but_hidden_ones(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "c.html"]
    assert names(folder / "b.txt") == ["b.txt"]


def test_one_text_is_one_article(folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "b.txt").read_bytes())
    assert names(folder, folder / "b.txt") == ["a.md", "b.txt", "c.html"]


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Qwen leads.", "utf-8")
    (folder / "link.txt").symlink_to(secret)
    with pytest.raises(UsageError, match=r"link\.txt: is a link out of its folder"):
        found([folder])


def test_a_linked_folder_outside_is_refused_too(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (folder / "link").symlink_to(tmp_path / "other")
    with pytest.raises(UsageError, match="link out of its folder"):
        found([folder])


def test_a_link_within_the_folder_is_no_article_more(folder: Path) -> None:
    (folder / "z.txt").symlink_to(folder / "b.txt")
    (folder / "again").symlink_to(folder)
    assert names(folder) == ["a.md", "b.txt", "c.html"]


@pytest.mark.parametrize("aim", ["loop.txt", "nowhere.txt"])
def test_a_link_that_leads_nowhere_is_named(folder: Path, aim: str) -> None:
    (folder / "loop.txt").symlink_to(folder / aim)
    with pytest.raises(ParseError, match=r"loop\.txt: cannot be read"):
        found([folder])


def test_a_folder_that_is_itself_a_link_is_the_publishers_own_choice(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert names(tmp_path / "link") == ["a.md", "b.txt", "c.html"]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match=r"none\.txt: cannot be read"):
        found([tmp_path / "none.txt"])


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no file"):
        found([tmp_path])


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with pytest.raises(ParseError, match=r"pipe\.txt: is a pipe"):
        found([folder])


def test_more_than_a_site_is_for_is_refused(tmp_path: Path) -> None:
    for number in range(MOST_ARTICLES + 1):
        (tmp_path / f"{number}.txt").write_text(str(number), "utf-8")
    with pytest.raises(UsageError, match="more than 1,000 articles"):
        found([tmp_path])


def test_what_changed_meanwhile_is_not_taken_for_what_it_was(folder: Path) -> None:
    (one,) = found([folder / "b.txt"])
    assert one.read().text == "This is b.txt."
    (folder / "b.txt").write_text("Other.", "utf-8")
    with pytest.raises(ParseError, match="was changed"):
        one.read()


def test_bytes_and_names_tell_what_is_published(folder: Path) -> None:
    first = made_from(found([folder]))
    assert made_from(found([folder / "older", folder])) == first, "in whatever order"
    (folder / "b.txt").write_text("Other.", "utf-8")
    second = made_from(found([folder]))
    (folder / "b.txt").rename(folder / "d.txt")
    assert len({first, second, made_from(found([folder])), made_from(())}) == 4


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"Qwen leads.")
    assert len(made_from(found([tmp_path]))) == 64
