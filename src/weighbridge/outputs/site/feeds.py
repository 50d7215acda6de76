"""Feeds to subscribe to, in every language: who took the lead from whom, and which source has newer data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from weighbridge import wording
from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import LeadChange, Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

LEADS, DATA = "leads.atom", "data.atom"
MOST = 200  # entries of a feed, the newest
LONGEST = 600
ATOM = "http://www.w3.org/2005/Atom"
NEVER = dt.date(1970, 1, 1)  # of a feed without entries: the format asks for a day


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `name` stays the same for ever; `path` is the page that tells it, `on` its day."""

    name: str
    title: str
    says: str
    path: str
    on: dt.date
    topic: str


def write(book: Book, languages: Sequence[Language], folder: Path) -> list[Path]:
    """Write the feeds of every language under the folder of the site."""
    made = {LEADS: leads, DATA: data}
    return [
        place(_feed(name, entries(book, language), language, book.address), folder / language.code / name)
        for language in languages
        for name, entries in made.items()
    ]


def leads(book: Book, language: Language) -> list[Entry]:
    """Give every passing of a lead under the default choices, the newest first."""
    raced = [(chapter, series) for chapter, series in book.series() if series.standing is not None]
    found = [entry for chapter, series in raced for entry in _changes(language, chapter, series)]
    return sorted(found, key=lambda entry: (-entry.on.toordinal(), entry.name))[:MOST]


def _changes(language: Language, chapter: Chapter, series: Series) -> Iterator[Entry]:
    spoken = language.spoken(series)
    assert series.standing is not None and spoken.standing is not None  # noqa: S101, PT018 - only raced series come
    for change, said in zip(series.standing.changes, spoken.standing.changes, strict=True):
        yield _change(language, chapter, series, change, said)


def _change(language: Language, chapter: Chapter, series: Series, change: LeadChange, said: LeadChange) -> Entry:
    heading = language.heading(chapter, series.by)
    after, until = language.day(change.after), language.day(change.until)
    later = language.words.group(series.by, said.later)
    earlier = language.words.group(series.by, said.earlier) if said.earlier else ""
    told = language.says("lead_taken" if earlier else "lead_first", later=later, earlier=earlier, heading=heading)
    sources = facts.sources(language, series.provenance.sources)
    return Entry(
        f"lead {chapter.name} v{series.version} {series.by} {change.until} {change.later}",
        told,
        language.says(
            "lead_says",
            after=after,
            until=until,
            question=language.question(chapter),
            publishers=language.says("listed").join(name for name, _, _ in sources),
        ),
        addresses.race(chapter.name, series.by),
        change.until,
        language.says(f"topic_{chapter.topic}"),
    )


def data(book: Book, language: Language) -> list[Entry]:
    """Give for every source that is held its newest day, the newest first."""
    found = [
        Entry(
            f"data {sheet.name} {sheet.use.as_of}",
            language.says("data_newer", publisher=sheet.publisher, name=sheet.name, day=language.day(sheet.use.as_of)),
            language.source_says(sheet),
            addresses.source(sheet.name),
            sheet.use.as_of,
            facts.licence(language, sheet.use.licence),
        )
        for sheet in book.sheets
        if sheet.use is not None
    ]
    return sorted(found, key=lambda entry: (-entry.on.toordinal(), entry.name))


def _feed(name: str, entries: Sequence[Entry], language: Language, address: str) -> bytes:
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language.lang})
    key = "feed_leads_title" if name == LEADS else "feed_data_title"
    _text(feed, "title", language.says(key))
    _text(feed, "id", _id(f"{address}{language.code}/{name}"))
    _text(feed, "updated", _instant(entries[0].on if entries else NEVER))
    author = ET.SubElement(feed, "author")
    _text(author, "name", "Weighbridge")
    # Without an address of its own a feed says where its pages are as seen from itself.
    here = f"{address}{language.code}/" if address else ""
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{here}{name}"})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{here}index.html"})
    for entry in entries:
        _entry(feed, entry, here, language)
    ET.indent(feed)
    body: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _entry(feed: ET.Element, entry: Entry, here: str, language: Language) -> None:
    made = ET.SubElement(feed, "entry")
    _text(made, "title", entry.title)
    _text(made, "id", _id(f"{language.code} {entry.name}"))
    _text(made, "updated", _instant(entry.on))
    ET.SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": f"{here}{entry.path}/index.html"})
    ET.SubElement(made, "category", {"term": wording.plain(entry.topic)})
    _text(made, "summary", entry.says)


def _text(parent: ET.Element, tag: str, says: str) -> None:
    """Add an element; what no document may hold is left out of its text."""
    ET.SubElement(parent, tag).text = wording.plain(says, LONGEST)


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"weighbridge {name}").urn


def _instant(day: dt.date) -> str:
    return f"{day}T00:00:00Z"
