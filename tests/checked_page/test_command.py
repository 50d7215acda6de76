"""`weighbridge check --format html` as a reader gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checked_page import checks
from tests.checked_page.reader import Reader
from tests.test_cli import done, refused

if TYPE_CHECKING:
    from pathlib import Path

SAID = "In July 2026 Chinese models had over 90 % of the tokens on OpenRouter.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SAID, "utf-8")
    return path


def test_a_page_goes_to_the_output_or_to_a_file(article: Path, tmp_path: Path) -> None:
    arguments = ("check", str(article), "--as-of", str(checks.DAY), "--format", "html")
    sent = done(tmp_path / "store", *arguments).stdout
    read = Reader(sent)
    assert (read.faults, read.open) == ([], [])
    assert SAID.strip() in read.text
    assert 'class="card' in sent
    done(tmp_path / "store", *arguments, "--out", str(tmp_path / "checked.html"))
    assert (tmp_path / "checked.html").read_text("utf-8") == sent


def test_a_page_in_chinese(article: Path, tmp_path: Path) -> None:
    sent = done(tmp_path / "store", "check", str(article), "--lang", "zh", "--format", "html").stdout
    assert '<html lang="zh-Hans">' in sent


def test_only_a_page_goes_to_a_named_file(article: Path, tmp_path: Path) -> None:
    says = refused(tmp_path / "store", 2, "check", str(article), "--out", str(tmp_path / "x"), "--format", "json")
    assert "--format html" in says
    assert not (tmp_path / "x").exists()


def test_a_file_that_cannot_be_written_is_named(article: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    out = tmp_path / "taken" / "checked.html"
    says = refused(tmp_path / "store", 4, "check", str(article), "--format", "html", "--out", str(out))
    assert "checked.html" in says
