"""Which slips of speech recognition may be names: `Zippo` for Zhipu, `Q1` for Qwen, `opening I` for OpenAI.

A slip is a word or a phrase of its own. It is taken for a name only where its maker is named nearby or by another
slip, or where its sentence speaks of models or names another maker; never in its own sense: a first quarter, an
opening line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weighbridge.claims.names.company import Company, maker_of
from weighbridge.claims.names.sentences import REACH, Sentences, holds_one

if TYPE_CHECKING:
    from weighbridge.claims.names.hits import Hit

# Of a maker's name and its slips: a transcript that has both is of one conversation.
_FAR = 4000
_OF_MODELS = re.compile(
    r"(?<![A-Za-z])AI(?![A-Za-z])|\b[Mm]odels?\b|\bLLMs?\b|\b[Cc]hatbots?\b|[Aa]rtificial [Ii]ntelligence|人工智能|模型"
)
_QUARTER = re.compile(r"[QHqh][1-4]")
_QUARTER_BEFORE = re.compile(
    r"(?:\b(?:in|for|of|the|by|since|during|last|this|from|until|through|first|fiscal|and|to)|[0-9]{2}|年|第|截至|在)\s?\Z",
    re.IGNORECASE,
)
_QUARTER_AFTER = re.compile(
    r"\s?(?:of\s)?(?:20[0-9]{2}|['’]?[0-9]{2}\b|FY|[Rr]esults?|[Ee]arnings|[Rr]evenue|[Ss]ales|[Pp]rofit|[Rr]eport|季|财)"
)
_OF_MONEY = re.compile(r"\b(?:revenue|earnings|profit|quarter|fiscal|sales)\b|营收|财报|季度|利润", re.IGNORECASE)
_SERIES = re.compile(r"\b[Mm]odels?\b|\b[Ss]eries\b|模型|系列")
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|his|her|its|their|your|my|our|first)\s\Z", re.IGNORECASE)
# What the words of a slip say when they are meant.
_MEANT_AFTER = re.compile(
    r"\s(?:mining|fishing|fish|explor|diving|div|creature|vents?|cables?|trench|floor|lighters?|drilling|expedition"
    r"|habitat|ecosystem|species|sediment|port|water|current|of (?:the )?(?:his|her|its|book|speech|novel))"
)


def slips_that_hold(text: str, slips: list[Hit], among: Company) -> list[Hit]:
    """Give the slips that may be names: by their maker's name, by another slip of it, or where models are spoken of."""
    sentences = Sentences(text)
    said: dict[str, set[str]] = {}
    likely: list[Hit] = []
    for slip in slips:
        words = said.setdefault(maker_of(slip), set())
        word = text[slip.start : slip.end].lower()
        # A quarter far from its maker's name only counts as another slip of it, and that once.
        if word in words and _QUARTER.fullmatch(word) and not among.near(maker_of(slip), slip.start, REACH):
            continue
        if not _meant(text, slip):
            words.add(word)
            likely.append(slip)
    return [slip for slip in likely if _holds(slip, among, sentences, several=len(said[maker_of(slip)]) > 1)]


def _holds(slip: Hit, among: Company, sentences: Sentences, *, several: bool) -> bool:
    place = (slip.start, slip.end)
    if _QUARTER.fullmatch(sentences.text, *place):
        told = among.near(maker_of(slip), slip.start, REACH) and sentences.speaks(_SERIES, *place)
        return told and not sentences.speaks(_OF_MONEY, *place)
    if several or among.near(maker_of(slip), slip.start, _FAR):
        return True
    return sentences.speaks(_OF_MODELS, *place) or holds_one(among.of_models, *sentences.around(*place))


def _meant(text: str, slip: Hit) -> bool:
    """Say whether the words are meant as they stand: a quarter, an opening line, the deep sea."""
    before, after = text[max(0, slip.start - 12) : slip.start], text[slip.end : slip.end + 24]
    if _QUARTER.fullmatch(text, slip.start, slip.end):
        return bool(_QUARTER_BEFORE.search(before) or _QUARTER_AFTER.match(after))
    ordinary = text[slip.start].islower() and bool(_ARTICLE_BEFORE.search(before))
    return ordinary or _MEANT_AFTER.match(after) is not None
