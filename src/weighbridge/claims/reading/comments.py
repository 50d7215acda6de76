"""Which paragraphs are readers' comments: told by a line that announces them, or by the names that stand above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ANNOUNCED = re.compile(
    r"(?:网友|读者|用户)?(?:热门|精彩|最新|全部)?(?:评论|留言|跟帖|回复)(?:区|列表|\(\d{1,7}\))?[:：]?"
    r"|.{0,14}(?:网友|读者|网民).{0,6}(?:评论|留言|跟帖|回复|怎么看|热议)[^。，,]{0,6}[:：]"
    r"|(?:\d{1,7} |(?:selected |top |recent |all )?(?:reader|readers'|readers’|user) )?"
    r"comments?(?: section| \(\d{1,7}\))?:?"
    r"|(?:what readers say|join the (?:conversation|discussion)|leave a (?:comment|reply)):?",
    re.IGNORECASE,
)
# One word that a person chose: long names run together, digits at the end, underscores.
_NAME = re.compile(r"@?[A-Za-z\d][\w.-]{1,38}")
_LONGEST_LINE = 40
# So many names, each above one to this many paragraphs, are no headings.
_FEWEST_NAMES, _MOST_UNDER_ONE = 3, 6


def announced(lines: Sequence[str]) -> int | None:
    """Give the index of the line that announces comments; None without one. The first line of a text never does."""
    found = (
        place
        for place, line in enumerate(lines[1:], 1)
        if len(line) <= _LONGEST_LINE and _ANNOUNCED.fullmatch(line.strip()) and place + 1 < len(lines)
    )
    return next(found, None)


def named(lines: Sequence[str]) -> int | None:
    """Give the index from which names stand above short groups of paragraphs, to the end; None where they do not."""
    names = [place for place, line in enumerate(lines) if is_name(line)]
    first: int | None = None
    following, count = len(lines), 0
    for place in reversed(names):
        if not 1 < following - place <= _MOST_UNDER_ONE + 1:
            break
        first, following, count = place, place, count + 1
    return first if first and count >= _FEWEST_NAMES else None


def is_name(line: str) -> bool:
    """Say whether a line is one name as people choose them where they comment."""
    name = line.strip()
    return _NAME.fullmatch(name) is not None and not name.isdigit()
