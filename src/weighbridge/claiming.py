"""Claims of the press judged by what is held, as `weighbridge check` judges an article: what their pages tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from weighbridge import checked_document, checking
from weighbridge.checked_page.cards import card
from weighbridge.checked_page.drawing import SCREENS, Drawer
from weighbridge.checked_page.speaking import Speech
from weighbridge.entities import press
from weighbridge.errors import CuratedError
from weighbridge.judgement import TONGUES, judgement, names
from weighbridge.one_scale import OneScale
from weighbridge.press_claim import PressClaim

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.article import Article
    from weighbridge.check_wording import Tongue
    from weighbridge.checked_page.cards import Card
    from weighbridge.checking import Checked
    from weighbridge.contender import Contender
    from weighbridge.press_claim import Stated


def judged(store: Weighbridge, contenders: Sequence[Contender]) -> tuple[PressClaim, ...]:
    """Judge every claim of the press in both languages; CuratedError where one is worded so that it is not found."""
    # No claim of the press names another scale.
    scale = cast("Weighbridge", OneScale(store))
    drawers = {tongue: Drawer(scale, Speech(tongue, names(contenders, tongue)), SCREENS) for tongue in TONGUES}
    return tuple(_judged(scale, stated, drawers) for stated in press.load())


def held_to() -> set[tuple[str, str]]:
    """Give the races, measure and grouping, that claims are held to: `judged` asks for these with their runs."""
    every = (checking.bound(_article(stated, TONGUES[0]), _day(stated), _day(stated)) for stated in press.load())
    return {
        (bound.measure, bound.by)
        for found in every
        for bound in found
        if bound.yardstick == "measure" and bound.measure and bound.by
    }


def _article(stated: Stated, tongue: Tongue) -> Article:
    return checking.read("claim.txt", getattr(stated.said, tongue).encode())


def _day(stated: Stated) -> dt.date:
    """Give the day of its source, on which a claim speaks."""
    return stated.reference.stated_on


def _judged(scale: Weighbridge, stated: Stated, drawers: Mapping[Tongue, Drawer]) -> PressClaim:
    checked = {tongue: _checked(scale, stated, tongue) for tongue in drawers}
    cards = {tongue: _card(checked[tongue], drawers[tongue]) for tongue in drawers}
    first = checked[TONGUES[0]]
    record = checked_document.document(first, scale.stamp, TONGUES[0])["claims"][0]
    return PressClaim(**vars(judgement(scale, first.verdicts[0], cards, record)), stated=stated)


def _checked(scale: Weighbridge, stated: Stated, tongue: Tongue) -> Checked:
    found = checking.check(scale, _article(stated, tongue), _day(stated), _day(stated), {})
    if len(found.verdicts) != 1:
        where = f"curated/claims.yml, {stated.id}, {tongue}"
        raise CuratedError(f"holds {len(found.verdicts)} claims", where=where, then="word it as one claim")
    return found


def _card(checked: Checked, drawer: Drawer) -> Card:
    return card(1, checked.article, checked.verdicts[0], drawer.speech, drawer)
