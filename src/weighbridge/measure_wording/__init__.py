"""What measures say of themselves in simplified Chinese; in English each measure says its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.measure_wording import ability, descent, prices, use

if TYPE_CHECKING:
    from weighbridge.measure_wording.said import Said

_FILES = (use, descent, ability, prices)
# By the name of the measure.
CHINESE: Mapping[str, Said] = {name: said for file in _FILES for name, said in file.CHINESE.items()}
# By the English of what is decided inside a figure, and of each way to decide it: many measures share them.
CHOICES: Mapping[str, str] = {english: said for file in _FILES for english, said in file.CHOICES.items()}
# By the name of the topic.
TOPICS: Mapping[str, str] = {
    "used": "使用",
    "downloaded": "下载",
    "built_upon": "衍生",
    "capable": "能力",
    "cheap": "价格",
    "small": "规模",
}


def choice(english: str) -> str:
    """Give the Chinese of what a choice or an option says; one that has none stays in English."""
    return CHOICES.get(english, english)
