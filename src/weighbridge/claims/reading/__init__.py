"""Reading: the bytes of an article become its text, repaired, with its passages told apart.

    article = read(body, "text/html", "https://example.org/news")
    article.text, article.passages, article.published_on
    article.span(10, 20)  # where that stands in the original

Everything here is linear in the length of the text, and nothing that an article contains is run or fetched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weighbridge.article import Article, Kind
from weighbridge.claims.reading.apart import Taken, taken_apart
from weighbridge.claims.reading.days import published_on, stated_day, yearless
from weighbridge.claims.reading.encoding import decoded, stated_charset
from weighbridge.claims.reading.form import Form, form_of
from weighbridge.claims.reading.markdown import front_matter, unmarked
from weighbridge.claims.reading.passages import Found, found_in, main_language
from weighbridge.claims.reading.repairs import repaired
from weighbridge.claims.reading.traced import Traced
from weighbridge.claims.reading.wrapping import unwrapped
from weighbridge.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 32_000_000
MOST_CHARACTERS = 8_000_000
_MODULES = {Form.WEB_PAGE: "web_page", Form.PDF: "pdf_text"}
_LONGEST_TITLE = 300


def read(body: bytes, media_type: str | None, name: str) -> Article:
    """Read an article from its bytes: plain text, Markdown, a web page, or a PDF with a text layer.

    `media_type`: as stated by whoever sent it, None if nobody did. `name`: a file's name or an address, for its ending
    and for messages. ParseError where it cannot be read, or is longer than 32 MB or 8 million characters of text.
    """
    if len(body) > MOST_BYTES:
        raise ParseError(f"is larger than {MOST_BYTES:,} bytes", where=name, then="give the part that matters")
    form = form_of(body, media_type, name)
    taken = _taken(form, body, media_type, name)
    original = f"{taken.text}\n\n{taken.comments}" if taken.comments else taken.text
    if len(original) > MOST_CHARACTERS:
        raise ParseError(f"has more than {MOST_CHARACTERS:,} characters", where=name, then="give the part that matters")
    begun, stated = _begun(form, original, taken)
    traced, repairs = repaired(begun)
    if form is not Form.WEB_PAGE:
        traced = traced.replaced(unwrapped(traced.text))
    if not traced.text.strip():
        raise ParseError("holds no text", where=name, then="give a file with the article's text")
    return _article(original, traced, repairs, stated, len(taken.text) if taken.comments else None)


def _taken(form: Form, body: bytes, media_type: str | None, name: str) -> Taken:
    if form in _MODULES:
        return taken_apart(_MODULES[form], body, name)
    return Taken(decoded(body, stated_charset(media_type), name))


def _begun(form: Form, original: str, taken: Taken) -> tuple[Traced, dict[str, str]]:
    """Begin with the original, without the marks of Markdown; and give what the document states of itself."""
    traced = Traced.of(original)
    if form is Form.MARKDOWN:
        return traced.replaced(unmarked(original)), front_matter(original)
    return traced, {"title": taken.title, "author": taken.author, "date": taken.published_on}


def _article(
    original: str, traced: Traced, repairs: Mapping[str, int], stated: Mapping[str, str], comments_at: int | None
) -> Article:
    found = found_in(traced.text, _moved(traced, comments_at))
    day = stated_day(stated.get("date", "")) or published_on(_lines(found))
    first = next((passage.start for passage in found.passages if passage.kind is Kind.COMMENT), None)
    return Article(
        original=original,
        text=traced.text,
        origin=traced.origin,
        passages=found.passages,
        language=main_language(found.passages),
        title=_plain(stated.get("title")) or next(iter(found.of_kind(Kind.TITLE)), None),
        author=_plain(stated.get("author")) or found.author,
        published_on=day,
        day_without_year=None if day else yearless(_lines(found)),
        comments_from=first,
        repairs=repairs,
    )


def _lines(found: Found) -> list[str]:
    """Give the paragraphs that may speak of the article's own day: no comment does."""
    pairs = zip(found.passages, found.texts, strict=True)
    return [text for passage, text in pairs if passage.kind not in (Kind.COMMENT, Kind.CAPTION)]


def _moved(traced: Traced, place: int | None) -> int | None:
    """Give where in the text a place of the original has come to stand."""
    return None if place is None else int(traced.origin.starts.searchsorted(place))


def _plain(stated: str | None) -> str | None:
    """Give a title or a name on one line, repaired as the text is, without tags; None where nothing is stated."""
    traced, _ = repaired(Traced.of((stated or "")[: 4 * _LONGEST_TITLE]))
    return re.sub(r"\s+", " ", traced.text).strip()[:_LONGEST_TITLE] or None
