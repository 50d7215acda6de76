"""What stands above an article: the site's name, the title, who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weighbridge.claims.reading.days import is_byline
from weighbridge.claims.reading.languages import Letters

_ENDS_A_SENTENCE = re.compile(r"[.。;；:：,，][”’\")\]]*$")
_AUTHOR = re.compile(
    r"(?:(?:by|BY|By)\s+(?P<en>[A-Z][\w.'’-]{1,20}(?:\s(?:and\s|[A-Z])[\w.'’-]{0,20}){1,6})|(?:作者|撰文|文)\s?[:：/]\s?(?P<zh>\S.{0,28}))\s*"
)
# Longer lines are paragraphs; shorter ones are names of sites and sections.
_MOST_HAN, _MOST_WORDS = 50, 26
_FEWEST_HAN, _FEWEST_WORDS = 5, 3
_MOST_ABOVE = 6
# An article, its title, its byline.
_FEWEST_LINES = 3


def titles(lines: Sequence[str]) -> list[int]:
    """Give the indexes of the titles: the lines above the first paragraph, else the one above a closing byline."""
    above = list(_above(lines))
    found = [place for place in above if _is_heading(lines[place])]
    if not found and len(lines) >= _FEWEST_LINES and is_byline(lines[-1]) and _is_heading(lines[-2]):
        return [len(lines) - 2]
    return found if len(above) < len(lines) else []


def site_names(lines: Sequence[str], title: int) -> list[int]:
    """Give the indexes of the lines above the title that are too short for one."""
    return [place for place in range(title) if _is_short(lines[place])]


def author(lines: Sequence[str]) -> str | None:
    """Give who a line of its own near the beginning names as the author; None without one."""
    for line in lines[: _MOST_ABOVE + 2]:
        if found := _AUTHOR.fullmatch(line.strip()):
            return (found["en"] or found["zh"]).strip()
    return None


def is_author(line: str) -> bool:
    """Say whether a line does nothing but name the author."""
    return _AUTHOR.fullmatch(line.strip()) is not None


def _above(lines: Sequence[str]) -> list[int]:
    """Give the lines before the first that is a paragraph."""
    above = []
    for place, line in enumerate(lines[:_MOST_ABOVE]):
        if not (_is_heading(line) or _is_short(line) or is_byline(line) or is_author(line)):
            break
        above.append(place)
    return above


def _is_heading(line: str) -> bool:
    letters = Letters.of(line)
    if _ENDS_A_SENTENCE.search(line) or is_byline(line) or is_author(line):
        return False
    return not _is_short(line) and letters.han <= _MOST_HAN and letters.words <= _MOST_WORDS


def _is_short(line: str) -> bool:
    letters = Letters.of(line)
    return letters.han < _FEWEST_HAN and letters.words < _FEWEST_WORDS and not is_byline(line)
