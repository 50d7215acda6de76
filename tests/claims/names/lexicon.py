from __future__ import annotations

from functools import cache

from weighbridge.claims.names import Lexicon
from weighbridge.entities import testimony
from weighbridge.entities.namings import namings
from weighbridge.mention import Named


@cache
def lexicon(*, adopters: bool = False) -> Lexicon:
    """All curated names, of those who only use models where wanted."""
    parties = (of for of in testimony.namings() if adopters or of.named is Named.PLATFORM)
    return Lexicon((*namings(), *parties))
