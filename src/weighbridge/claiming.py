"""Claims of the press judged by what is held, as `weighbridge check` judges an article: what their pages tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from weighbridge import checked_document, checking
from weighbridge.checked_page.cards import card
from weighbridge.checked_page.drawing import Drawer, series_of
from weighbridge.checked_page.speaking import Speech
from weighbridge.entities import press, testimony
from weighbridge.errors import CuratedError, NoDataError
from weighbridge.press_claim import PressClaim, Quoted, Told
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.check_wording import Tongue
    from weighbridge.checked_page.cards import Card
    from weighbridge.checking import Checked
    from weighbridge.contender import Contender
    from weighbridge.estimate import Series
    from weighbridge.press_claim import Stated
    from weighbridge.verdict import Verdict

TONGUES: tuple[Tongue, ...] = ("en", "zh")
# What would settle a claim that is not settled, by the reasons that its verdict gives.
_SETTLED_BY = {
    "no_days": "time",
    "bounds_open": "bounds",
    "both": "definition",
    "denominator": "definition",
    "open_only_unweighed": "open_only",
    "no_measure": "measure",
    "nothing_held": "entry",
    "use": "entry",
}
_OPEN = (Ruling.CONFLICTING, Ruling.NOT_ENOUGH_EVIDENCE)


class _OneScale:
    """A scale as the check asks of it, whose runs are those on the scale of the defaults: all that claims are held to.

    Runs on other scales take minutes of a store, and no claim of the press names one.
    """

    def __init__(self, scale: Weighbridge) -> None:
        self._scale = scale
        self._weighed: dict[tuple[str, str], Series | NoDataError] = {}

    def weighed(self, name: str, by: str, *, runs: bool = True) -> Series:  # noqa: ARG002 - as it is asked elsewhere
        """Give a measure by a grouping with its runs; NoDataError where there is nothing."""
        if (name, by) not in self._weighed:
            try:
                self._weighed[name, by] = self._scale.comparable(name, by)
            except NoDataError as error:
                self._weighed[name, by] = error
        found = self._weighed[name, by]
        if isinstance(found, NoDataError):
            raise NoDataError(found.what, where=found.where, then=found.then)
        return found

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else a scale has
        return getattr(self._scale, name)


def judged(store: Weighbridge, contenders: Sequence[Contender]) -> tuple[PressClaim, ...]:
    """Judge every claim of the press in both languages; CuratedError where one is worded so that it is not found."""
    scale = cast("Weighbridge", _OneScale(store))
    names = {tongue: _names(contenders, tongue) for tongue in TONGUES}
    drawers = {tongue: Drawer(scale, Speech(tongue, names[tongue])) for tongue in TONGUES}
    return tuple(_judged(scale, stated, drawers) for stated in press.load())


def _judged(scale: Weighbridge, stated: Stated, drawers: Mapping[Tongue, Drawer]) -> PressClaim:
    checked = {tongue: _checked(scale, stated, tongue) for tongue in drawers}
    cards = {tongue: _card(checked[tongue], drawers[tongue]) for tongue in drawers}
    (verdict,) = checked[TONGUES[0]].verdicts
    bound = verdict.binding
    return PressClaim(
        stated,
        verdict.ruling.value,
        {tongue: _told(made) for tongue, made in cards.items()},
        bound.measure,
        bound.by,
        verdict.as_of,
        _coverage(scale, verdict),
        verdict.sources,
        verdict.part_true,
        verdict.part_false,
        tuple(_settled_by(verdict)),
        checked_document.document(checked[TONGUES[0]], scale.stamp, TONGUES[0])["claims"][0],
    )


def _checked(scale: Weighbridge, stated: Stated, tongue: Tongue) -> Checked:
    """Check a paraphrase on the day of its source."""
    said = getattr(stated.said, tongue)
    day = stated.reference.stated_on
    found = checking.check(scale, checking.read("claim.txt", said.encode()), day, day, {})
    if len(found.verdicts) != 1:
        where = f"curated/claims.yml, {stated.id}, {tongue}"
        raise CuratedError(f"holds {len(found.verdicts)} claims", where=where, then="word it as one claim")
    return found


def _card(checked: Checked, drawer: Drawer) -> Card:
    return card(1, checked.article, checked.verdicts[0], drawer.speech, drawer)


def _told(made: Card) -> Told:
    picture = made.picture
    return Told(
        ruling=made.name,
        kind=made.frame,
        point=made.point,
        interval=made.interval,
        about=made.about,
        range=made.range,
        parts=made.parts.says if made.parts else "",
        reasons=made.reasons,
        quoted=tuple(dict.fromkeys(Quoted(one.publisher, one.title, one.day, one.url) for one in made.citations)),
        terms=made.terms,
        choices=made.choices,
        commands=made.commands,
        chart=picture.svg if picture else "",
        chart_says=picture.says if picture else "",
    )


def _coverage(scale: Weighbridge, verdict: Verdict) -> float | None:
    """Give which part the figure taken has seen; None where that is not known or no figure was taken."""
    bound = verdict.binding
    if verdict.as_of is None or bound.measure is None or bound.by is None:
        return None
    series = series_of(scale, bound)
    taken = series.estimates if series else ()
    known = [e.coverage for e in taken if e.period_end == verdict.as_of and e.group_id in bound.groups]
    return next((coverage for coverage in known if coverage is not None), None)


def _settled_by(verdict: Verdict) -> Iterator[str]:
    if verdict.ruling in _OPEN:
        codes = (_SETTLED_BY.get(reason.code) for reason in verdict.reasons)
        yield from dict.fromkeys(code for code in codes if code)


def _names(contenders: Sequence[Contender], tongue: Tongue) -> dict[str, str]:
    """Give what ids are called: makers before families of one id, as elsewhere, and whoever else entries name."""
    chinese = tongue == "zh"
    held: Any = testimony.load()
    found = {id_: title.name_zh if chinese else title.name for id_, title in held.titles.items()}
    for kind in ("model", "family", "organisation"):
        found |= {one.id: one.name_zh if chinese else one.name for one in contenders if one.kind == kind}
    return found
