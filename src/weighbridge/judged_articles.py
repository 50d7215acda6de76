"""Articles of a publisher's own checked by what is held, as `weighbridge check` does: what their pages tell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from weighbridge import checked_document, checking, wording
from weighbridge.checked_article import LONGEST_QUOTE, ArticleClaim, CheckedArticle, Sentence
from weighbridge.checked_page.cards import card
from weighbridge.checked_page.speaking import Speech
from weighbridge.checked_page.visible import visible
from weighbridge.claims.reading.languages import language
from weighbridge.errors import ParseError
from weighbridge.judgement import TONGUES, judgement, names
from weighbridge.one_scale import OneScale

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.article import Article
    from weighbridge.check_wording import Tongue
    from weighbridge.checking import Checked
    from weighbridge.claims.judging import Bench
    from weighbridge.contender import Contender
    from weighbridge.one_scale import Race
    from weighbridge.own_articles import OwnArticle
    from weighbridge.verdict import Verdict

LONGEST_TITLE = 300
MOST_NAMED = 5  # files that a message names
_MISSED = frozenset({"no_days", "no_group", "other_silent"})  # reasons that another scale might not give


def judged(
    store: Weighbridge,
    articles: Sequence[OwnArticle],
    contenders: Sequence[Contender],
    today: dt.date,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[CheckedArticle, ...]:
    """Check every article, the newest first; ParseError names those that cannot be read, after all have been tried."""
    scale, refused = OneScale(store), []
    speeches = {tongue: Speech(tongue, names(contenders, tongue)) for tongue in TONGUES}
    bench = checking.bench(cast("Weighbridge", scale))
    found: list[CheckedArticle] = []
    for number, own in enumerate(articles, 1):
        progress(f"check article {number} of {len(articles)}")
        try:
            article = own.read()
        except ParseError as error:
            refused.append(error)
        else:
            found.append(_told(scale, own, _checked(scale, bench, article, today), speeches))
    _complain(refused)
    return tuple(sorted(found, key=_place))


def _complain(refused: Sequence[ParseError]) -> None:
    if not refused:
        return
    first, *others = refused
    if others:
        named = ", ".join(error.where for error in others[:MOST_NAMED])
        more = f" and {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
        raise ParseError(f"{first.what} (nor can be read: {named}{more})", where=first.where, then=first.then)
    raise first


def _place(article: CheckedArticle) -> tuple[int, str, str]:
    return -(article.day or dt.date.min).toordinal(), article.title, article.digest


def _checked(scale: OneScale, bench: Bench, article: Article, today: dt.date) -> Checked:
    """Check an article; where a claim finds no figure of its time on the scale of the defaults, on every scale."""
    held = cast("Weighbridge", scale)
    found = checking.check(held, article, None, today, {}, held=bench)
    while scale.widen({race for verdict in found.verdicts for race in _wanting(verdict)}):
        found = checking.check(held, article, None, today, {}, held=bench)
    return found


def _wanting(verdict: Verdict) -> Iterator[Race]:
    """Give the race whose other scales may tell more of a claim, if there is one."""
    bound = verdict.binding
    if bound.yardstick != "measure" or bound.measure is None or bound.by is None:
        return
    begins = bound.first or bound.last
    late = verdict.as_of is not None and begins is not None and verdict.as_of < begins
    unheld = not verdict.unit and bool(bound.groups) and not bound.where and not bound.notes
    if late or unheld or any(reason.code in _MISSED for reason in verdict.reasons):
        yield bound.measure, bound.by


def _told(scale: OneScale, own: OwnArticle, checked: Checked, speeches: Mapping[Tongue, Speech]) -> CheckedArticle:
    article, held = checked.article, cast("Weighbridge", scale)
    records = checked_document.document(checked, scale.stamp, TONGUES[0])["claims"]
    title = _title(article.title) or _title(own.stem)
    every = enumerate(zip(checked.verdicts, records, strict=True), 1)
    return CheckedArticle(
        own.digest,
        title,
        language(title),
        article.language,
        checked.dated.day,
        checked.dated.how,
        tuple(_claim(held, n, article, verdict, record, speeches) for n, (verdict, record) in every),
        dict(Counter(left.kind.value for left in checked.left)),
    )


def _title(text: str | None) -> str:
    return wording.plain(visible(text or ""), LONGEST_TITLE)


def _claim(
    scale: Weighbridge,
    number: int,
    article: Article,
    verdict: Verdict,
    record: Mapping[str, Any],
    speeches: Mapping[Tongue, Speech],
) -> ArticleClaim:
    cards = {tongue: card(number, article, verdict, speech, None) for tongue, speech in speeches.items()}
    first = cards[TONGUES[0]]
    said = tuple(Sentence(wording.plain(text, LONGEST_QUOTE), known) for text, known in first.quotes)
    quoted = {**record, "text": said[0].text}
    return ArticleClaim(
        **vars(judgement(scale, verdict, cards, _clear(quoted))),
        id=verdict.id,
        number=number,
        said=said,
        speakers={tongue: wording.plain(made.speaker) for tongue, made in cards.items()},
        possible=verdict.claim.possible,
    )


def _clear(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Give a record whose texts are as pages show them: it holds names that strangers wrote."""
    if isinstance(value, str):
        return wording.plain(visible(value), LONGEST_QUOTE)
    if isinstance(value, Mapping):
        return {key: _clear(one) for key, one in value.items()}
    return [_clear(one) for one in value] if isinstance(value, list) else value
