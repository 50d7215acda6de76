"""Texts made to make understanding slow or blind. Run as a program, it checks them all, one after the other."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Doubling this must double the work. A square of it would take hours: so many of `中美` once took minutes.
SIZE = 20_000
DAY = dt.date(2026, 8, 1)
_REPEATED = (
    *(
        "9",
        "of ",
        ",",
        "，",
        "。",
        '"',
        "“",
        "”",
        "（",
        "—",
        "1,",
        "Q1 ",
        "Qwen ",
        "Deep Sea ",
        "40 % ",
        "一二三四",
        "三万",
    ),
    *(
        ", and 5",
        " while Qwen leads",
        "the company of the ",
        "2025 ",
        "in May 2025 ",
        "said ",
        "Ab ",
        "的",
        "千问的",
        "中美",
    ),
    *(
        "Alibaba's open ",
        "3分之",
        "3 in ",
        "“aaaaaaaaaaaaa",
        "成",
        "1.5.",
        "Qwen3-",
        "Qwen-",
        "$5 per million tokens ",
        "; ",
    ),
    *(
        "Does Qwen lead? ",
        "Qwen may lead. ",
        "half ",
        "from 5 to ",
        "a year ago ",
        "five hundred ",
        "A数据",
        "阿里 表示",
    ),
    *("Q\u200bwen ", "\u202eQwen\u202c ", "Qwen\0 ", "China ", "等企业", "start-ups use Qwen ", "U.S. App Store "),
    *(
        "Qwen leads\n",
        "Qwen passed Llama in downloads, ",
        "千问的下载量超过了Llama,",
        ", the one,",
        "被他的人",
        "比Qwen便宜",
    ),
    *(
        "Qwen has 5 % of tokens. ",
        "<script>alert(1)</script>",
        "not ",
        "since 2024 until ",
        "Qwen rose from 5 % to 9 %; ",
    ),
)


def texts(size: int) -> dict[str, str]:
    """Give each text by what it repeats; each has `size` characters and begins with a claim."""
    return {part: ("Qwen leads. " + part * (size // len(part) + 1))[:size] for part in _REPEATED}


def main() -> None:
    """Check every text; say which was begun, so that a slow one is known."""
    import weighbridge

    _limit(150)
    with tempfile.TemporaryDirectory() as store:
        scale = weighbridge.open(Path(store))
        for part, text in texts(SIZE).items():
            sys.stdout.write(f"{part!r}\n")
            sys.stdout.flush()
            scale.check(scale.read("a.txt", text.encode()), DAY)
    sys.stdout.write("all checked\n")


def _limit(seconds: int) -> None:
    import resource

    setrlimit: Callable[[int, tuple[int, int]], None] = resource.setrlimit
    setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    main()
