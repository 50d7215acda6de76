"""Whether a stretch of text is English or Chinese, by its letters alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.article import Language

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*")
_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")
# Kana, Hangul, Cyrillic, Arabic, Hebrew, Thai, Devanagari: text that is not read.
_OTHER = re.compile(r"[\u0370-\u052f\u0590-\u06ff\u0900-\u0e7f\u3040-\u30ff\uac00-\ud7af]")


# A name in the other script stands in brackets behind its translation.
_BRACKETED = re.compile(r"[(（][^()（）]{0,60}[)）]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Letters:
    """How much of each script a stretch has: Chinese characters, Latin words, letters of other scripts.

    `language`: None where neither is written, or another script prevails.
    """

    han: int
    words: int
    other: int
    language: Language | None

    @classmethod
    def of(cls, text: str) -> Letters:
        """Count all, and tell the language by what stands outside brackets."""
        counted, told_by = _counted(text), _outside(text)
        return cls(*counted, _language(told_by, counted if told_by == text else _counted(told_by)))


def language(text: str) -> Language | None:
    """Tell the language of a text by what stands outside brackets."""
    told_by = _outside(text)
    return _language(told_by, _counted(told_by))


def _outside(text: str) -> str:
    """Give what stands outside brackets; where that has no letters, all of it."""
    outside = _BRACKETED.sub(" ", text)
    return outside if outside == text or _LETTER.search(outside) else text


def _counted(text: str) -> tuple[int, int, int]:
    """Count Chinese characters, Latin words, and letters of other scripts, of which a text of ASCII has none."""
    words = len(_LATIN_WORD.findall(text))
    return (0, words, 0) if text.isascii() else (len(_HAN.findall(text)), words, len(_OTHER.findall(text)))


def _language(text: str, counted: tuple[int, int, int]) -> Language | None:
    """Weigh characters against words: Chinese text is full of Latin names, but not of words in small letters."""
    han, words, other = counted
    if other > han + words or not (han or words):
        return None
    return "zh" if han > words or (han and han >= 2 * len(_SMALL_WORD.findall(text))) else "en"
