"""A checked article as one page that stands alone: the text with its claims marked, and a card for each claim.

    html(scale, checked, "en")

It runs no script and loads nothing; whatever the article contains is text.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge import check_page_wording, check_wording
from weighbridge.checked_page.cards import card
from weighbridge.checked_page.drawing import MOST_CHARTS, Drawer
from weighbridge.checked_page.passages import Mark, blocks, runs
from weighbridge.checked_page.speaking import Speech
from weighbridge.checked_page.visible import visible
from weighbridge.errors import NoDataError
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Template

    from weighbridge.api import Weighbridge
    from weighbridge.article import Article
    from weighbridge.check_wording import Tongue
    from weighbridge.checked_page.cards import Card
    from weighbridge.checking import Checked
    from weighbridge.estimate import SourceUse

LANGUAGES = {"en": "en", "zh": "zh-Hans"}
LONGEST_TITLE = 300
DIGITS = 12  # of a digest, for readers to compare


def html(scale: Weighbridge, checked: Checked, tongue: Tongue) -> str:
    """Give the page of a checked article, in English or in simplified Chinese."""
    article, speech = checked.article, Speech(tongue, _names(scale, checked))
    drawer = Drawer(scale, speech)
    cards = [card(i, article, verdict, speech, drawer) for i, verdict in enumerate(checked.verdicts, 1)]
    style = _style()
    return _template().render(
        article=article,
        title=visible(article.title or "")[:LONGEST_TITLE].strip(),
        dated=checked.dated,
        how=check_wording.HOW_DATED[checked.dated.how][tongue],
        runs=list(runs(blocks(article, list(_marks(checked))))),
        cards=cards,
        by_number={card.number: card for card in cards},
        rulings=_rulings(cards, tongue),
        kinds=_kinds(checked, tongue),
        unjudged={kind.value: check_wording.UNJUDGED[kind][tongue] for kind in check_wording.UNJUDGED},
        sources=_sources(cards),
        made=_made(scale),
        proposed=_proposed(checked, tongue),
        most_charts=MOST_CHARTS,
        languages=LANGUAGES,
        tongue=tongue,
        say=speech.say,
        style=style,
        digest=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _made(scale: Weighbridge) -> dict[str, str]:
    """Give what the figures are made from, without waking the engine for it."""
    version, lake, digest = scale.stamp.split(" ", 2)
    return {"version": version, "lake": lake, "digest": digest[:DIGITS]}


def _proposed(checked: Checked, tongue: Tongue) -> str:
    """Say what an extractor proposed; nothing where none was asked."""
    made = checked.proposals
    if made is None:
        return ""
    said = check_wording.PROPOSALS[tongue]
    return said.format(model=visible(made.model), proposed=made.proposed, taken=len(made.claims))


def write(page: str, path: Path) -> None:
    """Write a page, whole or not at all; StoreError where that cannot be done."""
    from weighbridge.outputs import put

    put(page.encode(), path)


def _names(scale: Weighbridge, checked: Checked) -> dict[str, str]:
    """Give the English names of every id that a verdict may speak of, without waking the engine for them."""
    bound = [verdict.binding for verdict in checked.verdicts]
    found: dict[str, str] = {}
    for measure, by in {(one.measure, one.by) for one in bound if one.measure and one.by}:
        with suppress(NoDataError):
            found |= {e.group_id: e.group for e in scale.weighed(measure, by, runs=True).estimates}
    for verdict in checked.verdicts:
        found |= {naming.id: naming.name for naming in (*verdict.claim.subjects, *verdict.claim.objects)}
    return found


def _marks(checked: Checked) -> Iterator[Mark]:
    """Give what is underlined: claims, their translations, and what is not judged."""
    article = checked.article
    for number, verdict in enumerate(checked.verdicts, 1):
        claim, ruling = verdict.claim, verdict.ruling.value
        yield Mark(*_place(article, claim.start, claim.end), ruling, number)
        if claim.translation is not None:
            yield Mark(*_place(article, *claim.translation), ruling, number, twin=True)
    for left in checked.left:
        yield Mark(*_place(article, left.start, left.end), left.kind.value)


def _place(article: Article, start: int, end: int) -> tuple[int, int]:
    """Give a place in the original; none is narrower than a character, so that each can be seen."""
    first, last = article.span(start, end)
    return first, max(last, first + 1)


def _rulings(cards: Sequence[Card], tongue: Tongue) -> list[dict[str, Any]]:
    """Give each verdict with how many claims it has."""
    counted = Counter(card.ruling for card in cards)
    return [
        {
            "ruling": ruling.value,
            "name": check_wording.RULINGS[ruling][tongue],
            "means": check_page_wording.MEANINGS[ruling][tongue],
            "count": counted[ruling.value],
        }
        for ruling in Ruling
    ]


def _kinds(checked: Checked, tongue: Tongue) -> list[tuple[str, int, str]]:
    counted = Counter(left.kind for left in checked.left)
    one, more = check_wording.UNJUDGED, check_page_wording.SEVERAL
    return [(kind.value, n, (one if n == 1 else more)[kind][tongue]) for kind in one if (n := counted[kind])]


def _sources(cards: Sequence[Card]) -> list[SourceUse]:
    """Give every source of a figure on the page, once."""
    found = {use.name: use for card in cards for use in card.uses}
    return [found[name] for name in sorted(found)]


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    room = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    room.filters["visible"] = visible
    room.filters["coded"] = _coded
    return room.from_string(_beside("page.html.j2"))


def _coded(text: str) -> Any:  # noqa: ANN401 - markup, of a package that is imported where it is used
    """Escape `text`; what stands between backticks becomes code."""
    from markupsafe import Markup, escape

    parts = enumerate(text.split("`"))
    return Markup().join(Markup("<code>{}</code>").format(part) if i % 2 else escape(part) for i, part in parts)


@cache
def _style() -> str:
    """Give the style sheet, in which every colour of a chart has its counterpart on a dark ground."""
    from weighbridge.charts.colours import BY_NIGHT

    rules = (
        f'  .chart [{part}="{day}"] {{ {part}: {night}; }}' for day, night in BY_NIGHT for part in ("fill", "stroke")
    )
    return _beside("page.css").replace("  /* charts */", "\n".join(rules))


def _beside(name: str) -> str:
    from importlib.resources import files

    return (files("weighbridge.checked_page") / name).read_text("utf-8")
