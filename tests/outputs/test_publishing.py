from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import weighbridge
from weighbridge import Weighbridge, binding, contending, publishing
from weighbridge.cli import main
from weighbridge.contending import contenders as everyone
from weighbridge.errors import UsageError
from weighbridge.own_articles import Own, found

if TYPE_CHECKING:
    from weighbridge.contender import Contender
    from weighbridge.lake import Lake


SAYS = """Chinese models now dominate the usage rankings of OpenRouter.

Qwen accounts for over half of all pulls on Ollama.
"""


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    """An empty store: it answers from the starter data."""
    return weighbridge.open(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two articles of a publisher's own: a file, and a folder with one."""
    texts = tmp_path_factory.mktemp("texts")
    (texts / "one.md").write_text("---\ntitle: Of pulls\ndate: 2026-08-19\n---\n\n" + SAYS, "utf-8")
    (texts / "more").mkdir()
    (texts / "more" / "two.txt").write_text(f"Of the router\n\n19 August 2026\n\n{SAYS}", "utf-8")
    return [str(texts / "one.md"), str(texts / "more")]


@pytest.fixture(scope="module")
def site(scale: Weighbridge, articles: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        # All groupings and thousands of contenders would take longer and teach no more.
        patch.setattr(binding, "GROUPINGS", ("country",))
        patch.setattr(contending, "contenders", countries)
        command = ["build", "--articles", *articles, "--out", str(where), "--store", str(scale.root)]
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    return where


def countries(lake: Lake) -> tuple[Contender, ...]:
    """Give the contenders that are countries."""
    return tuple(one for one in everyone(lake) if one.kind == "country")


def read(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside frictionless and what it uses
def test_the_starter_data_make_a_valid_package(site: Path) -> None:
    from frictionless import Package

    descriptor = Package(str(site / "data" / "datapackage.json")).to_descriptor()
    assert list(Package.metadata_validate(descriptor)) == []
    told = [r for r in descriptor["resources"] if r["format"] != "parquet"]
    report = Package.from_descriptor({**descriptor, "resources": told}, basepath=str(site / "data")).validate()
    assert report.flatten(["name", "type", "note"]) == []


def test_every_measure_stands_on_the_page_and_in_the_package(site: Path) -> None:
    from weighbridge import discover

    html, package = read(site, "en/index.html"), json.loads(read(site, "data/datapackage.json"))
    for name in discover.measures():
        assert f'<h3 id="{name}"' in html
    measured = {resource.get("measure") for resource in package["resources"]}
    # The package comes without a listing that shows how long derivatives keep coming: the page says so.
    assert measured == {None, *discover.measures()} - {"survival"}
    assert "survival: no rows under these choices" in html


def test_tokens_of_china_are_published_as_bounds(site: Path) -> None:
    held = json.loads(read(site, "data/standings.json"))
    row = next(row for row in held if (row["measure"], row["by"]) == ("token_share", "country"))
    assert row["value"] is None
    assert 0 < row["value_low"] < row["value_high"] < 1


def test_the_page_says_whose_figures_they_are(site: Path) -> None:
    html = read(site, "en/index.html")
    assert "OpenRouter" in html
    assert "licence unstated" in html
    assert "Source: OpenRouter (openrouter.ai/rankings), as of" in read(site, "en/source/openrouter-daily/index.html")


def test_articles_of_the_publishers_own_are_checked_and_shown(site: Path, articles: list[str]) -> None:
    listed = read(site, "en/claims/index.html")
    for title in ("Of pulls", "Of the router"):
        assert title in listed
    (page,) = (site / "zh" / "claims" / "articles").glob("of-pulls-*/index.html")
    told = page.read_text("utf-8")
    assert all(sentence in told for sentence in SAYS.splitlines() if sentence)
    assert "不实" in told
    assert 'href="../../../../zh/race/token-share/country/index.html"' in told
    where = str(Path(articles[0]).parent).encode()
    assert not [path for path in site.rglob("*") if path.is_file() and where in path.read_bytes()]


def test_what_stands_is_not_written_again(scale: Weighbridge, site: Path, articles: list[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    files = scale.publish(site, articles=articles)
    # What only the next writing reads stands under names that begin with a dot.
    published = {path for path in before if not any(part.startswith(".") for part in path.relative_to(site).parts)}
    assert set(files) == published
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "index.html").write_text("other"),
        lambda site: (site / publishing.NOTE).write_text("[1]"),
        lambda site: (site / publishing.NOTE).write_text("{"),
        lambda site: (site / publishing.NOTE).unlink(),
    ],
    ids=["a file is gone", "a file is another", "the note is no note", "the note is cut off", "the note is gone"],
)
def test_what_does_not_stand_whole_counts_as_nothing(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    (tmp_path / "index.html").write_text("page")
    publishing.remember(tmp_path, "abc", [tmp_path / "index.html"])
    assert publishing.stands(tmp_path, "abc") == [tmp_path / "index.html"]
    spoil(tmp_path)
    assert publishing.stands(tmp_path, "abc") == []


def test_what_was_not_touched_is_not_read_to_be_noted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [tmp_path / name for name in ("same.html", "longer.html", "later.html")]
    for page in pages:
        page.write_text("as it was")
    publishing.remember(tmp_path, "abc", pages)
    read: list[Path] = []
    own = publishing._sha256

    def noted(path: Path) -> str:
        read.append(path)
        return own(path)

    monkeypatch.setattr(publishing, "_sha256", noted)
    pages[1].write_text("as it is now")
    os.utime(pages[2], ns=(0, 0))
    publishing.remember(tmp_path, "abd", pages)
    assert read == pages[1:]
    assert publishing.stands(tmp_path, "abd") == pages


def test_what_was_changed_behind_its_time_does_not_stand(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("as it was")
    publishing.remember(tmp_path, "abc", [page])
    before = page.stat()
    page.write_text("otherwise")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    publishing.remember(tmp_path, "abc", [page])
    assert publishing.stands(tmp_path, "abc") == []


@pytest.mark.parametrize("files", [None, [], *({"index.html": told} for told in (None, [], ["a"], "a"))])
def test_a_spoilt_note_is_no_memory(tmp_path: Path, files: object) -> None:
    page = tmp_path / "index.html"
    page.write_text("as it is")
    (tmp_path / publishing.NOTE).write_text(json.dumps({"made_from": "abc", "files": files}))
    assert publishing.stands(tmp_path, "abc") == []
    publishing.remember(tmp_path, "abc", [page])
    assert publishing.stands(tmp_path, "abc") == [page]


def test_other_data_are_published_anew(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("page")
    publishing.remember(tmp_path, "abc", [tmp_path / "index.html"])
    assert publishing.stands(tmp_path, "abd") == []


def test_other_articles_are_published_anew(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One.", "utf-8")
    day = dt.date(2026, 11, 22)
    first, none = Own(found([tmp_path]), day), Own((), day)
    (tmp_path / "one.txt").write_text("Two.", "utf-8")
    second = Own(found([tmp_path]), day)
    assert len({str(first), str(second), str(replace(second, today=day + dt.timedelta(days=1))), str(none)}) == 4
    assert not str(none)


def test_a_lake_with_one_byte_changed_is_another(tmp_path: Path) -> None:
    (tmp_path / "all.parquet").write_bytes(b"one")
    first = publishing.fingerprint(tmp_path)
    assert publishing.fingerprint(tmp_path) == first
    (tmp_path / "all.parquet").write_bytes(b"two")
    assert publishing.fingerprint(tmp_path) != first


def test_progress_names_what_is_weighed(scale: Weighbridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binding, "GROUPINGS", ("country",))
    said: list[str] = []
    book = binding.bound(scale, said.append)
    assert "weigh share of tokens by country" in said
    assert [entry.by for entry in book.chapters[0].entries] == ["country"]


NO_ADDRESSES = [
    "ftp://example.org/", "example.org", "https://", 'https://a"b/', "https://a/?q=1", "https://a?", "https://a#",
    "https://a/\nDisallow: /", "https://a\t/", "https://a/\0", "https://a/\ud800", "https://a/\u202e", "https://a/\u2028",
    "https://name:secret@a/", "https://a//b.example/", "https://a:port/", "https://a:99999/",
]  # fmt: skip


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="no address of the web"):
        publishing.addressed(address)


def test_an_address_ends_in_a_slash() -> None:
    assert publishing.addressed("https://example.org/scale") == "https://example.org/scale/"
    assert publishing.addressed("") == ""
