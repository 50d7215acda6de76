"""The catalogue of the site: nothing untranslated, nothing unused, no gap that one language alone fills."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from weighbridge.outputs import site
from weighbridge.outputs.site.words import catalogue

ROOT = Path(site.__file__).parent
HAN = re.compile("[\u3400-\u9fff]")
# Words that stand alike in both languages.
ALIKE = re.compile(r"tokens|[\W\d_]*|.*\{.*\}.*|[A-Z]{2,6}|[A-Za-z. ]*Weighbridge[A-Za-z. ]*")


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def sources() -> str:
    files = [*ROOT.rglob("*.py"), *ROOT.rglob("*.j2")]
    return "\n".join(path.read_text("utf-8") for path in files if path.parent.name != "words")


def test_every_text_stands_in_both_languages() -> None:
    for key, told in catalogue().items():
        assert set(told) == {"en", "zh"}, key
        assert gaps(told["en"]) == gaps(told["zh"]), key
        assert HAN.search(told["zh"]) or ALIKE.fullmatch(told["en"]), f"{key} is not translated"
        assert not HAN.search(told["en"]), f"{key} is not English"


def test_nothing_in_the_catalogue_is_unused() -> None:
    used = sources()
    stems = set(re.findall(r"""["']([a-z_]+_)["']\s*[~+]""", used)) | set(re.findall(r"""f["']([a-z_]+_)\{""", used))
    unused = [
        key
        for key in catalogue()
        if not re.search(rf"""["']{key}["']""", used) and not any(key.startswith(stem) for stem in stems)
    ]
    assert unused == []


def test_nothing_is_said_that_the_catalogue_lacks() -> None:
    asked = re.findall(r"""\b(?:t|says)\(\s*["']([a-z_0-9]+)["']""", sources())
    assert asked
    assert [key for key in asked if key not in catalogue() and not key.endswith("_")] == []


def test_chinese_is_set_as_chinese() -> None:
    half = re.compile("[\u3400-\u9fff][,;:!?]|[,;:!?][\u3400-\u9fff]")
    for key, told in catalogue().items():
        assert not half.search(told["zh"]), f"{key}: half-width punctuation between Chinese characters"
