"""Checked articles made by hand, whatever judging makes of such texts; some hold what strangers might write."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import weighbridge
from tests.outputs.books import HOSTILE, PROVENANCE
from weighbridge.checking import Checked
from weighbridge.claim import Claim, Frame, Left, Relation, Speaker, Topic, Unjudged, Voice
from weighbridge.claims.dating import Dated
from weighbridge.claims.reading import read
from weighbridge.verdict import Binding, Cited, Reason, Ruling, Test, Verdict

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.article import Article

DAY = dt.date(2026, 7, 15)
TEXT = """Open models and who serves them

Models from China serve most tokens of one router, and they are cheaper.

来自中国的模型在一个路由平台上占多数 token。

A bank runs thirty tools on open models. They will win, one analyst thinks.
"""
ROUTER = "Models from China serve most tokens of one router, and they are cheaper."
CHEAPER = "they are cheaper"
TWIN = "来自中国的模型在一个路由平台上占多数 token。"
BANK = "A bank runs thirty tools on open models."
OPINION = "They will win, one analyst thinks."


@cache
def scale() -> Weighbridge:
    """The data that come with Weighbridge: no store stands there."""
    return weighbridge.open(Path(__file__).parent / "no-store")


def taken(text: str, name: str = "article.txt") -> Article:
    return read(text.encode(), None, name)


def place(article: Article, said: str) -> tuple[int, int]:
    start = article.text.index(said)
    return start, start + len(said)


def claim(article: Article, said: str, frame: Frame = Frame.SHARE, twin: str = "", name: str | None = None) -> Claim:
    speaker = Speaker(Voice.PERSON, name)
    return Claim(
        *place(article, said), frame, Topic.TOKENS, Relation.IS, (), (), None, None, None, speaker, (),
        translation=place(article, twin) if twin else None,
    )  # fmt: skip


def weighed(article: Article) -> Verdict:
    """China's share of tokens, as the starter data have it, held against `over half`."""
    series = scale().weighed("token_share", "country", runs=True)
    estimate = next(e for e in reversed(series.estimates) if e.group_id == "CN" and e.period_end <= DAY)
    bound = Binding(
        "measure", Test.WITHIN, "token_share", "country", ("CN",), low=0.5, first=DAY, last=DAY,
        choices=dict(series.choices),
    )  # fmt: skip
    return Verdict(
        "0123456789abcdef", claim(article, ROUTER, twin=TWIN), bound, Ruling.SUPPORTED,
        (Reason("holds", {"part": 0.75, "of": 20}),),
        estimate.value, estimate.ci_low, estimate.ci_high, estimate.range_low, estimate.range_high,
        series.unit, estimate.period_end, 0.75, 0.125, series.provenance.sources,
    )  # fmt: skip


def told(article: Article, said: str, ruling: Ruling = Ruling.REFUTED, **cited: str | None) -> Verdict:
    """A verdict on what only an entry of evidence can answer."""
    entry = {"publisher": "A paper", "title": "A report", "url": "https://example.org/report", **cited}
    source = Cited("entry", str(entry["publisher"]), str(entry["title"]), DAY, entry["url"])
    reasons = (Reason("other_models", {"models": ["Gemma", "Qwen"]}),)
    found = claim(article, said, Frame.ADOPTION)
    return Verdict("fedcba9876543210", found, Binding("evidence", Test.STATED), ruling, reasons, cited=(source,))


def whole() -> Checked:
    """Two claims on one sentence, one inside the other, a translation, another claim, an opinion."""
    article = replace(taken(TEXT), title="Open models and who serves them")
    verdicts = (weighed(article), told(article, CHEAPER, Ruling.CONFLICTING), told(article, BANK))
    left = (Left(*place(article, OPINION), Unjudged.OPINION, "thinks"),)
    return Checked(article, Dated(DAY, "stated"), verdicts, left)


def hostile() -> Checked:
    """What strangers may write, everywhere that they can write."""
    lines = [f"{name} Sentence number {i}." for i, name in enumerate(HOSTILE)]
    article = taken("A text of many kinds.\n\n" + "\n\n".join(lines), "article.md")
    article = replace(article, title=HOSTILE[0] + HOSTILE[1], author=HOSTILE[2])
    verdicts = []
    for i, name in enumerate(HOSTILE):
        said = f"Sentence number {i}."
        verdict = told(article, said, publisher=name, title=name, url=f"javascript:alert({i})")
        speaker = claim(article, said, name=name)
        reasons = (Reason("no_group", {"groups": [name]}),)
        bound = replace(verdict.binding, groups=(name,))
        sources = tuple(replace(use, attribution=name, name=f"s{i}") for use in PROVENANCE.sources)
        verdicts.append(replace(verdict, claim=speaker, binding=bound, reasons=reasons, sources=sources))
    return Checked(article, Dated(None, "unknown"), tuple(verdicts), ())
