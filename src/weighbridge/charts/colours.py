"""Colours: one contender has one colour in every chart, by day and by night, told apart by colour-blind readers too."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

# Each is at least 4.5:1 on white. The page shows `NIGHT[i]` for `DAY[i]` on a dark ground, again at 4.5:1.
DAY = ("#0b63ad", "#b5430f", "#08734f", "#82459f", "#846000", "#b0336b", "#0b7285", "#6b5140")
NIGHT = ("#6cb6f5", "#f2946a", "#4cc79c", "#cb9ce6", "#d8b24a", "#f08fb8", "#5ec8d8", "#c6a994")
INK, MUTED, HAIR = "#1b1b1a", "#5f5f5b", "#d9d8d2"
NIGHT_INK, NIGHT_MUTED, NIGHT_HAIR = "#ecebe6", "#a5a49d", "#3a3a38"
BY_NIGHT = (*zip(DAY, NIGHT, strict=True), (INK, NIGHT_INK), (MUTED, NIGHT_MUTED), (HAIR, NIGHT_HAIR))

# Contenders that meet in one chart stand in different columns; a maker and its main family share one.
_OWNED: tuple[tuple[str, ...], ...] = (
    ("CN", "alibaba", "qwen", "open_licence", "<1", "all"),
    ("US", "meta", "llama", "closed", "1-5", "tencent", "hunyuan"),
    ("FR", "google", "gemma", "gemini", "restricted", "5-10"),
    ("DE", "openai", "gpt-oss", "gpt", "10-50"),
    ("KR", "deepseek", "50-100"),
    ("JP", "anthropic", "claude", "mistral-ai", "mistral", "100-250"),
    ("CA", "moonshot-ai", "kimi", "xiaomi", "mimo", "250+"),
    ("IL", "nvidia", "nemotron", "zhipu-ai", "glm", "ibm", "granite"),
)
_OWN = {group: i for i, owned in enumerate(_OWNED) for group in owned}


def colours(groups: Iterable[str]) -> dict[str, str]:
    """Give each group id a colour, its own or one that its name points to; none twice while any is free."""
    given: dict[str, int] = {}
    for group in sorted(groups, key=turn):
        given[group] = _free(column(group), given)
    return {group: DAY[i] for group, i in given.items()}


def turn(group: str) -> tuple[bool, str]:
    """Give what groups are sorted by before they take colours: owners first, so that no stranger takes theirs."""
    return group not in _OWN, group


def column(group: str) -> int:
    """Give the place in `DAY` of the colour that a group takes while it is free."""
    return _OWN.get(group, int(sha256(group.encode()).hexdigest(), 16) % len(DAY))


def _free(wanted: int, given: dict[str, int]) -> int:
    order = [(wanted + step) % len(DAY) for step in range(len(DAY))]
    return next((i for i in order if i not in given.values()), wanted)
