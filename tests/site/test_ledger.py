from __future__ import annotations

import datetime as dt
import json
import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.outputs.books import PROVENANCE
from tests.site.field import book
from weighbridge.outputs import Book, Entry, site
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.ledger import FILE, Ledger

CODES = ("en", "zh")
WHOLE = book()


def bare(chapters: frozenset[int], sheets: frozenset[int], decided: frozenset[int], version: int = 1) -> Book:
    """Give a part of the field without figures, which is written in no time."""
    kept = tuple(
        replace(chapter, version=version, entries=tuple(Entry(e.by, None, "no data") for e in chapter.entries))
        for i, chapter in enumerate(WHOLE.chapters)
        if i in chapters
    )
    told = tuple(d for i, d in enumerate(WHOLE.decided) if i in decided)
    listed = tuple(s for i, s in enumerate(WHOLE.sheets) if i in sheets)
    return replace(WHOLE, chapters=kept, sheets=listed, decided=told, models=(), planes=())


SOME = st.frozensets(st.integers(0, 3))
BOOKS = st.lists(st.builds(bare, SOME, SOME, SOME), min_size=1, max_size=3)


def addresses(folder: Path) -> set[str]:
    held = json.loads((folder / FILE).read_bytes())
    return {one["path"] for one in held["addresses"]}


def standing(folder: Path) -> set[str]:
    english = folder / "en"
    found = {page.parent.relative_to(english).as_posix() for page in english.rglob("index.html")}
    return {"" if path == "." else path for path in found}


def text(folder: Path, path: str, code: str = "en") -> str:
    page = html.fromstring((folder / code / path / "index.html").read_bytes())
    return " ".join("".join(str(part) for part in page.xpath("//main//text()")).split())  # type: ignore[union-attr] # texts


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts and the style sheet of a site, which take seconds to make."""
    folder = tmp_path_factory.mktemp("assets")
    site.write(bare(frozenset(), frozenset(), frozenset()), folder)
    return folder / "assets"


def opened(assets: Path, folder: Path) -> Path:
    """Give a folder in which the scripts stand and no page."""
    shutil.copytree(assets, folder / "assets")
    return folder


@pytest.fixture(scope="module")
def ended(assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that had a source and a measure which its second book has not."""
    folder = opened(assets, tmp_path_factory.mktemp("ended"))
    every = frozenset(range(4))
    site.write(bare(every, every, every), folder)
    site.write(bare(frozenset({0}), frozenset({0}), frozenset()), folder)
    return folder


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(books=BOOKS)
def test_no_address_once_published_gives_nothing(assets: Path, books: list[Book]) -> None:
    with TemporaryDirectory() as name:
        folder, ever = opened(assets, Path(name)), set[str]()
        for held in books:
            site.write(held, folder)
            ever |= standing(folder)
            assert ever <= addresses(folder)
            for code in CODES:
                for path in ever:
                    assert (folder / code / path / "index.html").stat().st_size > 0


def test_a_page_that_ended_says_what_it_was_and_where_to_look(ended: Path) -> None:
    gone = text(ended, "source/openrouter-daily") + text(ended, "source/listing")
    assert "No longer published" in gone
    assert "Somebody (listing)" in text(ended, "source/listing")
    assert "22 Aug 2026" in text(ended, "source/listing")
    assert "已不再发布" in text(ended, "source/listing", "zh")
    page = html.fromstring((ended / "en/source/listing/index.html").read_bytes())
    assert "../../../en/source/index.html" in page.xpath("//main//a/@href")  # type: ignore[operator] # addresses


def test_what_ended_leads_to_what_is_nearest(ended: Path) -> None:
    told = json.loads((ended / "en/race/capability/country/index.json").read_bytes())
    assert told["instead"] == "", "its measure has ended too: the board is left"
    assert json.loads((ended / "en/method/capability/index.json").read_bytes())["instead"] == "method"


def test_an_address_that_returns_keeps_its_first_day(ended: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(ended, folder)
    before = {one["path"]: one for one in json.loads((folder / FILE).read_bytes())["addresses"]}
    site.write(bare(frozenset(range(4)), frozenset(range(4)), frozenset()), folder)
    after = {one["path"]: one for one in json.loads((folder / FILE).read_bytes())["addresses"]}
    assert after["source/listing"]["first"] == before["source/listing"]["first"]
    assert "No longer published" not in text(folder, "source/listing")


def test_an_earlier_version_stays_as_it_was_written(assets: Path, tmp_path: Path) -> None:
    folder = opened(assets, tmp_path / "site")

    def only(version: int) -> Book:
        series = WHOLE.chapters[2].entries[0].series
        assert series is not None
        entry = Entry("country", replace(series, version=version))
        return replace(WHOLE, chapters=(replace(WHOLE.chapters[2], version=version, entries=(entry,)),), decided=(),
                       models=(), planes=(), contenders=())  # fmt: skip

    site.write(only(1), folder)
    old = folder / "en/race/price-gap/country/v1/index.html"
    before = old.read_bytes()
    site.write(only(2), folder)
    assert old.read_bytes() == before
    assert "No longer published" not in text(folder, "race/price-gap/country/v2")
    (folder / "zh/race/price-gap/country/v1/index.html").unlink()
    site.write(only(2), folder)
    assert "已不再发布" in text(folder, "race/price-gap/country/v1", "zh"), "what was lost is not left empty"


def entry(path: object, **other: object) -> dict[str, Any]:
    told: dict[str, Any] = {"path": path, "kind": "source", "first": "2026-01-01", "last": "2026-02-01"}
    told |= {"titles": {"en": "<b>old</b>", "zh": "旧"}}
    return told | other


HOSTILE = [
    "../../etc/x", "/etc/passwd", "source/../../x", "source//x", "source/x/", ".", "..", "source/.x", "leads.atom",
    "source/index.html", "source/index.json/x", "en\\..\\x", "source/\u202ex", "source/" + "x" * 400,
    "source/" + "x" * 260, "Source/X", "source/x\n", None, 7, ["source"], {"a": 1},
]  # fmt: skip


def ended_of(folder: Path, body: bytes) -> list[str]:
    """Give the addresses that a site has to tell the end of, when it finds this ledger and makes no page."""
    (folder / FILE).write_bytes(body)
    return [page.path for page in Ledger(folder, languages(()), dt.date(2026, 8, 22)).gone()]


@pytest.mark.parametrize("path", HOSTILE)
def test_an_address_of_another_form_is_none_of_ours(path: object, tmp_path: Path) -> None:
    held = {"version": 1, "addresses": [entry(path), entry("source/real")]}
    assert ended_of(tmp_path, json.dumps(held).encode()) == ["source/real"]


def test_names_in_a_ledger_are_text(tmp_path: Path, assets: Path) -> None:
    folder = opened(assets, tmp_path / "site")
    listed = [entry(path) for path in (*HOSTILE, "source/real")]
    (folder / FILE).write_text(json.dumps({"version": 1, "addresses": listed}))
    site.write(bare(frozenset(), frozenset({0}), frozenset()), folder)
    assert "<b>old</b>" in text(folder, "source/real")
    assert [p.name for p in tmp_path.iterdir()] == ["site"], "nothing stands beside the site"
    assert addresses(folder) == standing(folder)


BROKEN = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"addresses": 3}', b'{"addresses": {"a": 1}}', b"[" * 100_000,
    json.dumps({"addresses": [entry("source/x", titles={"en": "half a letter: \ud800"})]}).encode(),
    json.dumps({"addresses": [1, None, {}, {"path": "source/x"}, entry("source/x", first="soon"),
                              entry("source/x", first="2026-03-01"), entry("source/x", titles="x")]}).encode(),
]  # fmt: skip


@pytest.mark.parametrize("body", BROKEN)
def test_a_broken_ledger_costs_its_memory_and_nothing_else(body: bytes, tmp_path: Path) -> None:
    assert ended_of(tmp_path, body) == []


def test_the_days_are_those_of_the_data_and_not_of_the_clock(ended: Path) -> None:
    (one, *_) = json.loads((ended / FILE).read_bytes())["addresses"]
    assert one["last"] == str(max(use.as_of for use in PROVENANCE.sources))
