from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tests.outputs.books import HOSTILE
from tests.site.field import book
from weighbridge.estimate import LeadChange
from weighbridge.outputs import Book, Entry
from weighbridge.outputs.site import feeds
from weighbridge.outputs.site.languages import languages

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = languages(book().contenders)
ENGLISH, CHINESE = LANGUAGES
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(folder: Path, held: Book, name: str, code: str = "en") -> ET.Element:
    feeds.write(held, LANGUAGES, folder)
    return ET.fromstring((folder / code / name).read_bytes())  # noqa: S314 - ours


def of(element: ET.Element, tag: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{ATOM}{tag}")]


def led(*changes: LeadChange) -> Book:
    """Give a book whose first race had these changes, and no other any."""
    held = book()
    first = held.chapters[0]
    series = first.entries[0].series
    assert series is not None and series.standing is not None  # noqa: PT018 - one field
    raced = replace(series, standing=replace(series.standing, changes=changes))
    return replace(held, chapters=(replace(first, entries=(Entry("country", raced),)),))


def test_a_feed_has_what_every_feed_must_have(tmp_path: Path) -> None:
    for name in (feeds.LEADS, feeds.DATA):
        for code in ("en", "zh"):
            feed = parsed(tmp_path, book(), name, code)
            for tag in ("id", "title", "updated"):
                assert feed.findtext(f"{ATOM}{tag}"), f"{code}/{name} has no {tag}"
            assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Weighbridge"
            for entry in feed.iter(f"{ATOM}entry"):
                assert all(entry.findtext(f"{ATOM}{tag}") for tag in ("id", "title", "updated", "summary"))
            ids = of(feed, "id")
            assert len(ids) == len(set(ids))
            assert all(one.startswith("urn:uuid:") for one in ids)


def test_a_change_of_lead_says_who_after_whom_on_what_and_when(tmp_path: Path) -> None:
    feed = parsed(tmp_path, led(LeadChange("US", "CN", dt.date(2026, 1, 29), dt.date(2026, 7, 31))), feeds.LEADS)
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Share of tokens by country: China leads, after United States"
    assert entry.findtext(f"{ATOM}updated") == "2026-07-31T00:00:00Z"
    assert "between 29 Jan 2026 and 31 Jul 2026" in (entry.findtext(f"{ATOM}summary") or "")


def test_it_says_so_in_chinese(tmp_path: Path) -> None:
    held = led(LeadChange("US", "CN", dt.date(2026, 1, 29), dt.date(2026, 7, 31)))
    feed = parsed(tmp_path, held, feeds.LEADS, "zh")
    assert "中国取代美国领先" in of(feed, "title")[1]


def test_an_entry_keeps_its_name_when_others_join() -> None:
    older = LeadChange("US", "CN", dt.date(2026, 1, 29), dt.date(2026, 2, 28))
    newer = LeadChange("CN", "US", dt.date(2026, 3, 29), dt.date(2026, 4, 30))
    (alone,) = feeds.leads(led(older), ENGLISH)
    both = feeds.leads(led(older, newer), ENGLISH)
    assert [entry.on for entry in both] == [newer.until, older.until], "the newest first"
    assert both[1] == alone


def test_a_source_is_told_again_when_it_has_newer_data() -> None:
    held = book()
    sheet = held.sheets[0]
    assert sheet.use is not None
    newer = replace(sheet, use=replace(sheet.use, as_of=sheet.use.as_of + dt.timedelta(days=1)))
    (before,) = feeds.data(replace(held, sheets=(sheet,)), ENGLISH)
    (after,) = feeds.data(replace(held, sheets=(newer,)), ENGLISH)
    assert before.name != after.name
    assert before.path == after.path
    assert feeds.data(replace(held, sheets=(replace(sheet, use=None),)), ENGLISH) == []


def test_a_book_in_which_nothing_happened_has_empty_feeds(tmp_path: Path) -> None:
    feed = parsed(tmp_path, replace(book(), chapters=(), sheets=()), feeds.LEADS)
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert not list(feed.iter(f"{ATOM}entry"))


def test_names_of_strangers_are_text(tmp_path: Path) -> None:
    changes = [LeadChange(name, name, dt.date(2026, 1, 1), dt.date(2026, 1, 2 + i)) for i, name in enumerate(HOSTILE)]
    for code in ("en", "zh"):
        feed = parsed(tmp_path, led(*changes), feeds.LEADS, code)
        assert len(list(feed.iter(f"{ATOM}entry"))) == len(HOSTILE)
        assert any("script" in title for title in of(feed, "title"))
        assert not any("\u202e" in text for text in feed.itertext())


def test_links_are_whole_where_the_address_is_known(tmp_path: Path) -> None:
    held = led(LeadChange("US", "CN", dt.date(2026, 1, 29), dt.date(2026, 7, 31)))
    near = [link.get("href") for link in parsed(tmp_path, held, feeds.LEADS).iter(f"{ATOM}link")]
    assert near == ["leads.atom", "index.html", "race/token-share/country/index.html"]
    far = parsed(tmp_path, replace(held, address="https://example.invalid/w/"), feeds.LEADS)
    assert all((link.get("href") or "").startswith("https://example.invalid/w/en/") for link in far.iter(f"{ATOM}link"))


def test_a_feed_holds_the_newest_alone(tmp_path: Path) -> None:
    first = dt.date(2020, 1, 1)
    changes = [LeadChange("US", "CN", first, first + dt.timedelta(days=i)) for i in range(1, feeds.MOST + 50)]
    feed = parsed(tmp_path, led(*changes), feeds.LEADS)
    days = of(feed, "updated")[1:]
    assert len(days) == feeds.MOST
    assert days == sorted(days, reverse=True)
    assert days[0].startswith(str(changes[-1].until))
