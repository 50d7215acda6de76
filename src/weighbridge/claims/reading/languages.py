"""Whether a stretch of text is English or Chinese, by its letters alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.article import Language

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’.-][A-Za-z\u00c0-\u024f]+)*")
# Kana, Hangul, Cyrillic, Arabic, Hebrew, Thai, Devanagari: text that is not read.
_OTHER = re.compile(r"[\u0370-\u052f\u0590-\u06ff\u0900-\u0e7f\u3040-\u30ff\uac00-\ud7af]")


@dataclass(frozen=True)
class Letters:
    """How much of each script a stretch has: Chinese characters, Latin words, letters of other scripts."""

    han: int
    words: int
    other: int

    @classmethod
    def of(cls, text: str) -> Letters:
        """Count."""
        return cls(len(_HAN.findall(text)), len(_LATIN_WORD.findall(text)), len(_OTHER.findall(text)))

    @property
    def language(self) -> Language | None:
        """The language; None where neither is written, or another script prevails.

        Chinese text is full of Latin names, and English text explains a Chinese name in brackets, so characters are
        weighed against words.
        """
        if self.other > self.han + self.words or not (self.han or self.words):
            return None
        return "zh" if self.han > self.words else "en"
