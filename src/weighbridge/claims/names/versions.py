"""What follows a family's name: a version, and what belongs to a version's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from weighbridge.claims.names.folding import key

# As far as the name of a release is looked for after its family's.
_REACH = 48
_TOKEN = re.compile(r"[ \u00a0_–‑-]?(?:[A-Za-z]+|[0-9]+(?:\.[0-9]+)*|\+)")
_MOST_TOKENS = 8
_NUMBER = re.compile(
    r"(?:[ \u00a0]?-?|[–‑])(?P<letter>[vVrRkKmMsS])?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)"
    r"(?![0-9A-Za-z%]|\.[0-9]|,[0-9])"
)
# After a bare number they make it a quantity of something.
_COUNTS = re.compile(
    r"\s?(?:%|percent|per cent|percentage|million|billion|thousand|times|of|years?|months?|weeks?|days?|points?|to|out"
    r"|个|次|万|亿|年|月|日|倍|款|家|成|分)"
)
_SIZE = r"[0-9]{1,4}(?:\.[0-9]{1,2})?(?:x[0-9]{1,3})?[BbTM]"
_MORE = re.compile(
    rf"(?:[ -]{_SIZE}(?![A-Za-z0-9])|-(?:{_SIZE}|[AaEe][0-9.]{{1,5}}[Bb]|Instruct|Chat|Base|Thinking|Preview|FP8|BF16"
    r"|GGUF|AWQ|GPTQ|it|pt|[0-9]{4})(?![A-Za-z0-9])){1,6}",
)


@dataclass(frozen=True)
class Followed:
    """What follows a family's name up to `end`, folded."""

    key: str
    end: int


def words(text: str, end: int) -> list[Followed]:
    """Give the words that follow, one, two and more of them, the longest first; each ends where a word does."""
    found: list[Followed] = []
    place = end
    folded = ""
    while len(found) < _MOST_TOKENS and place < min(len(text), end + _REACH):
        token = _TOKEN.match(text, place, end + _REACH)
        if token is None:
            break
        place = token.end()
        folded += key(token[0])
        found.append(Followed(folded, place))
    return [one for one in reversed(found) if _whole(text, one.end)]


def number(text: str, end: int) -> int | None:
    """Give the end of a version that follows at `end`; null where none does, or where the number counts something."""
    found = _NUMBER.match(text, end)
    if found is None:
        return None
    bare = text[end].isspace() and not found["letter"] and "." not in found["number"]
    return None if bare and _COUNTS.match(text, found.end()) else found.end()


def counts(text: str, end: int) -> bool:
    """Say whether the number that ends at `end` counts what follows: `Qwen 3 million times`."""
    return _COUNTS.match(text, end) is not None


def with_size(text: str, end: int) -> int:
    """Give the end of the size and the stage that a name goes on with: `-235B-A22B-Instruct`, ` 70B`."""
    found = _MORE.match(text, end)
    return found.end() if found else end


def _whole(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if not after or not (after[0].isascii() and after[0].isalnum()):
        return not (after[:1] == "." and after[1:].isdigit() and text[end - 1].isdigit())
    return False
