"""What a page tells of one verdict."""

from __future__ import annotations

import shlex
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge import check_wording, measure_wording
from weighbridge.checked_page.drawing import measure_called, title
from weighbridge.checked_page.visible import address, visible
from weighbridge.verdict import Test

if TYPE_CHECKING:
    from weighbridge.article import Article
    from weighbridge.check_wording import Tongue
    from weighbridge.checked_page.drawing import Drawer, Picture
    from weighbridge.checked_page.speaking import Speech
    from weighbridge.estimate import SourceUse
    from weighbridge.measures import Measure
    from weighbridge.verdict import Binding, Cited, Verdict

BAR = 240  # units of the bar that shows under how many definitions a claim holds
MOST_NAMED = 3  # entries of evidence for which the command that lists them is given


@dataclass(frozen=True)
class Citation:
    """Where an entry is stated; `url` null where no link may lead there."""

    publisher: str
    title: str
    day: str
    url: str | None


@dataclass(frozen=True)
class Parts:
    """Under how many definitions a claim holds, fails, or is left open: lengths on a bar, and the same in words."""

    true: float
    false: float
    says: str


@dataclass(frozen=True)
class Card:
    """One verdict as the page tells it, all in text."""

    number: int
    id: str
    ruling: str
    name: str
    frame: str
    quotes: tuple[tuple[str, str | None], ...]
    speaker: str
    possible: bool
    proposed: str
    point: str
    interval: str
    about: str
    range: str
    parts: Parts | None
    reasons: tuple[str, ...]
    citations: tuple[Citation, ...]
    uses: tuple[SourceUse, ...]
    terms: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...]
    misleads: tuple[str, ...]
    commands: tuple[str, ...]
    picture: Picture | None
    no_picture: bool


def card(number: int, article: Article, verdict: Verdict, speech: Speech, drawer: Drawer | None) -> Card:
    """Tell one verdict; without a `drawer` no chart is drawn."""
    claim, bound, tongue = verdict.claim, verdict.binding, speech.tongue
    measure = None if bound.measure is None else measure_called(bound.measure)
    picture = drawer.picture(verdict) if drawer else None
    point, interval = _figure(verdict, speech)
    return Card(
        number=number,
        id=verdict.id,
        ruling=verdict.ruling.value,
        name=check_wording.RULINGS[verdict.ruling][tongue],
        frame=check_wording.FRAMES[claim.frame][tongue],
        quotes=tuple(_quotes(article, verdict)),
        speaker=visible(check_wording.speaker(claim.speaker, tongue)),
        possible=claim.possible,
        proposed=check_wording.PROPOSED[tongue] if claim.proposed else "",
        point=point,
        interval=interval,
        about=_about(verdict, speech),
        range=speech.span(verdict.range_low, verdict.range_high, verdict.unit) if _ranges(verdict) else "",
        parts=_parts(verdict, speech),
        reasons=tuple(visible(check_wording.sentence(reason, tongue)) for reason in verdict.reasons),
        citations=tuple(_citation(one, speech) for one in verdict.cited),
        uses=verdict.sources,
        terms=tuple(_terms(verdict, measure, speech)),
        choices=tuple(_choices(bound, measure, tongue)),
        misleads=_misleads(measure, tongue) if measure else (),
        commands=tuple(_commands(verdict, measure)),
        picture=picture,
        no_picture=picture is None and verdict.as_of is not None and drawer is not None and drawer.full,
    )


def _quotes(article: Article, verdict: Verdict) -> Iterator[tuple[str, str | None]]:
    claim = verdict.claim
    for place in ((claim.start, claim.end), claim.translation):
        if place is not None:
            yield visible(article.quoted(*place)).strip(), _language(article, place[0])


def _language(article: Article, place: int) -> str | None:
    """Give the language of the passage at `place`: the last that begins there or before."""
    found = bisect_right(article.passages, place, key=lambda passage: passage.start) - 1
    return article.passages[found].language if found >= 0 else None


def _figure(verdict: Verdict, speech: Speech) -> tuple[str, str]:
    """Give the figure that was taken and, apart from it, its interval; bounds alone where no value is known."""
    if verdict.as_of is None:
        return "", ""
    ends = verdict.ci_low, verdict.ci_high
    bounds = "" if ends == (None, None) else speech.span(*ends, verdict.unit)
    if verdict.value is None:
        return bounds, speech.say("bounds") if None not in ends else ""
    point = speech.figure(verdict.value, None, None, verdict.unit)
    return point, "" if bounds == point else bounds


def _about(verdict: Verdict, speech: Speech) -> str:
    bound = verdict.binding
    if verdict.as_of is None or bound.measure is None:
        return ""
    name = speech.group(bound.by or "", bound.groups[0]) if bound.groups else ""
    said = speech.say("figure_of", name=name, measure=title(bound.measure, speech))
    return speech.say("as_of", about=said, day=speech.words.day(verdict.as_of))


def _ranges(verdict: Verdict) -> bool:
    """Say whether definitions give more than one figure."""
    return verdict.range_low != verdict.range_high


def _parts(verdict: Verdict, speech: Speech) -> Parts | None:
    if verdict.part_true is None or verdict.part_false is None:
        return None
    true, false = verdict.part_true, verdict.part_false
    told = {"true": true, "false": false, "open": max(0.0, round(1 - true - false, 6))}
    says = (speech.say(f"part_{name}", part=f"{100 * part:.0f} %") for name, part in told.items() if part)
    return Parts(round(BAR * true, 1), round(BAR * false, 1), speech.listed(says))


def _citation(one: Cited, speech: Speech) -> Citation:
    return Citation(visible(one.publisher), visible(one.title), speech.words.day(one.stated_on), address(one.url))


def _terms(verdict: Verdict, measure: Measure | None, speech: Speech) -> Iterator[tuple[str, str]]:
    """Give what a claim was held against, so that a reader can disagree with it."""
    bound = verdict.binding
    say = speech.say
    if measure is None:
        yield say("measure"), say(bound.yardstick)
    else:
        name = title(measure.name, speech)
        yield say("measure"), say("by", measure=name, by=say(bound.by)) if bound.by else name
    by = bound.by or ""
    if bound.groups:
        yield say("sides"), speech.listed(speech.group(by, group) for group in bound.groups)
    if bound.against:
        yield say("against"), speech.listed(speech.group(by, group) for group in bound.against)
    elif bound.test in (Test.FIRST, Test.ABOVE, Test.BELOW):
        yield say("against"), say("others")
    asked = speech.asked(bound, verdict.unit or (measure.unit if measure else ""))
    yield say("asked"), asked + (say("space") + say("denied") if verdict.claim.negated else "")
    yield say("time"), speech.days(bound.first, bound.last)
    if measure is not None:
        yield (
            say("definition"),
            measure_wording.CHINESE[measure.name].definition if speech.tongue == "zh" else measure.definition,
        )


def _misleads(measure: Measure, tongue: Tongue) -> tuple[str, ...]:
    return measure_wording.CHINESE[measure.name].misleads if tongue == "zh" else measure.misleads


def _choices(bound: Binding, measure: Measure | None, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Give the choices that were taken: name and option, and what the option says."""
    for choice in measure.choices if measure else ():
        if (taken := bound.choices.get(choice.name)) is not None:
            says = next((option.says for option in choice.options if option.name == taken), "")
            yield f"{choice.name} = {taken}", measure_wording.choice(says) if tongue == "zh" else says


def _commands(verdict: Verdict, measure: Measure | None) -> Iterator[str]:
    """Give what a reader types to have the same figure or entries."""
    bound = verdict.binding
    if measure is not None and bound.by:
        parts = ["weighbridge", "measure", measure.name, "--by", bound.by]
        parts += ["--at", str(verdict.as_of)] if verdict.as_of else []
        for choice in measure.choices:
            if (taken := bound.choices.get(choice.name, choice.default)) != choice.default:
                parts += ["--choice", f"{choice.name}={taken}"]
        yield shlex.join(parts)
    if verdict.cited or measure is None:
        yield from (shlex.join(["weighbridge", "evidence", one]) for one in _named(verdict)[:MOST_NAMED])


def _named(verdict: Verdict) -> list[str]:
    claim: Any = verdict.claim
    return list(dict.fromkeys(naming.name for naming in (*claim.subjects, *claim.objects)))
