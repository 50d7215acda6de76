"""Texts made to make a reader slow, blind or wrong. Run as a program, it reads them all, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable

# Doubling this must double the work; a square of it would take hours.
SIZE = 40_000


def texts(size: int) -> dict[str, str]:
    """Give each text by what is wrong with it; each has about `size` characters."""
    repeated: dict[str, str] = {
        "a million digits": "9",
        "digits and commas": "9,",
        "digits and points": "1.",
        "spaces": " ",
        "line ends": "\r",
        "opening brackets": "(",
        "readings that never end": "競(",
        "readings": "競(jìng)",
        "straight quotes": '"',
        "opening quotes": "“",
        "tags that never end": "<p ",
        "comments that never end": "<!--",
        "entities that never end": "&amp",
        "entities": "&lt;",
        "marks of Markdown": "*[_`",
        "links that never end": "[a](",
        "links in links": "[[a](b",
        "fences": "```\n",
        "names above names": "abc1\n\n",
        "sentences": "A. ",
        "initials": "U.",
        "points": ".",
        "lines in turn": "Hello there all\n你好世界啊\n",
        "mojibake": "â€œ",
        "lost bytes": "競?！彪",
        "zero widths": "a\u200b",
        "directions": "\u202ea\u202c",
        "nulls": "a\x00",
        "full width": "Ａ１　",
        "ligatures": "ﬁ",
        "traditional": "競賽",
        "marks upon marks": "a\u0301\u0301",
        "astral": "\U0001f600\U0001d7d8",
        "lists run together": "x. - Y",
        "days": "2026-03-23 ",
        "datelines": "BEIJING, March ",
        "front matter": "---\n",
        "rules": "- ",
        "tables": "|-",
        "dashes": "-",
        "tabs": "\t",
        "quoted lines": "> > ",
        "items": "1. ",
        "addresses": "<https://",
        "stars": "**a",
        "underscores": "_a_",
        "escapes": "\\*",
        "broken words": "abc-\nabc\n",
        "capitals": "By A ",
        "commas": "A, ",
        "agencies": "AP/A ",
        "brackets of others": "（a",
        "points and spaces": ".   ",
    }
    found = {name: (part * (size // len(part) + 1))[:size] for name, part in repeated.items()}
    halves = "Models lead now, he said.\n" * (size // 60), "模型现在领先,他说。\n" * (size // 60)
    return found | {
        "one language, then the other": "".join(halves),
        "a backslash before the end": "\\" * size,
        "a title of a megabyte": f"---\ntitle: {'x' * size}\n---\nWords.",
    }


def main() -> None:
    """Read every text as plain text and as Markdown; say which was begun, so that a slow one is known."""
    from weighbridge.claims.reading import read
    from weighbridge.errors import ParseError

    _limit(60)
    for name, text in texts(SIZE).items():
        for ending in ("txt", "md"):
            sys.stdout.write(f"{name} as {ending}\n")
            sys.stdout.flush()
            try:
                read(text.encode(), None, f"a.{ending}")
            except ParseError as error:
                sys.stdout.write(f"  {error}\n")
    sys.stdout.write("all read\n")


def _limit(seconds: int) -> None:
    import resource

    setrlimit: Callable[[int, tuple[int, int]], None] = resource.setrlimit
    setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    main()
