r"""The grammar of settings: what a name on a board or a price list says beside the model.

`gpt-5-2025-08-07_high` is `gpt-5` of a day at an effort, `Claude Opus 4 (thinking-16k)` is a model with a budget.
Words of closed vocabularies become marks, tokens that begin with `=`; what is left is the model's name, and the marks
in their order are its setting. Words that are as often part of a product's name (`qwen3-max`, `kimi-k2-thinking`) are
marked only where the spelling sets them apart (`_max`, `(max)`), or later, when no release bears the whole name.
Expressions over a column; patterns are RE2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

EFFORT = r"(none|minimal|low|medium|high|xhigh|max)"
YEAR, MONTH, DAY = r"(20[12]\d)", r"(0[1-9]|1[0-2])", r"([0-2]\d|3[01])"
SHORT = r"(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|2[2-6](?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)"
MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?"),
    *("sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)

# On the name in lower case, before separators are made one. In a mark `~` stands for a space and `/` for a dash; where
# a model is served sets nothing, and that mark is `~` alone.
_SPELT = (
    (r"-v?\d+(?::\d+k?)+$", ""),  # a host's own count of its packagings
    (r"thinking:(\d+)$", r" =\1~tokens~thinking"),
    (rf":{EFFORT}$", r" =\1"),
    (r":(free|thinking|beta|extended|exacto|nitro|online)(\s|$)", r" =\1\2"),
    (rf"\({EFFORT}\)", r" =\1 "),
    (rf"_{EFFORT}$", r" =\1"),
    (r"_(\d+)k$", r" =\1k~thinking"),
    (r"_(unknown|thinking)$", r" =\1"),
    (r"\(default\)|@default$", ""),
    (r"[()\[\],:;@*]+", " "),
    (r"(\d)p(\d)", r"\1.\2"),  # ids without dots
)
# On tokens, each between two dashes of its own.
_TOKENS = (
    (r"-(?:no|non)--?(?:think|thinking|reasoning)-|-(?:nothink|nothinking)-", "-=no~thinking-"),
    (r"-default--think(?:ing)?-", "-=default~thinking-"),
    (r"-(\d+k)--think(?:ing)?-(?:-tokens-)?", r"-=\1~thinking-"),
    (r"-think(?:ing)?--(\d+k)-", r"-=\1~thinking-"),
    (r"-(minimal|low|high|xhigh)-$", r"-=\1-"),
    (r"-(\d+|zero|one|few)--shot-", r"-=\1~shot-"),
    (rf"-{YEAR}--{MONTH}--{DAY}-", r"-=\1/\2/\3-"),
    (rf"-{YEAR}{MONTH}{DAY}-", r"-=\1/\2/\3-"),
    (rf"-{MONTH}--{DAY}--{YEAR}-", r"-=\3/\1/\2-"),
    (rf"-{MONTH}--{YEAR}-", r"-=\2/\1-"),
    *((rf"-{month}--{YEAR}-", rf"-=\1/{n:02}-") for n, month in enumerate(MONTHS, 1)),
    *((rf"-{month}-?-?(2[2-6])-", rf"-=20\1/{n:02}-") for n, month in enumerate(MONTHS, 1)),
    (rf"-{MONTH}--{DAY}-", r"-=\1/\2-"),
    (rf"-({SHORT}|2[2-6]\.(?:0[1-9]|1[0-2])|00\d)-", r"-=\1-"),
    (r"-(\d+k)-", r"-=\1-"),
)
# On tokens of a name that no release bears whole: stages of one product, how it was asked to answer, how it is served.
_LATE = (
    (
        (r"-pre--release-", "-=pre~release-"),
        (r"-(preview|exp|experimental|beta|early|extended|free)-", r"-=\1-"),
        (r"-(?:original|maas|tee|lora|cloud|hosted)-", "-=~-"),
    ),
    ((r"-(thinking|think|reasoning|reasoner)-", "-=thinking-"), (r"-deep--research-", "-=deep~research-")),
    (
        (r"-(fast|flex|highspeed|instant|precision|tput)-", r"-=\1-"),
        (r"-(instruct|chat|it|[\d.]+b|a[\d.]+b|=\d+)--turbo-", r"-\1--=turbo-"),
    ),
)
LEVELS = 1 + len(_LATE)
# At this level a host's speed is taken off, which it can give to published weights alone: makers sell fast models too.
SERVED = 3


def marked(name: ir.StringValue) -> tuple[ir.StringValue, ...]:
    """Give the tokens of `name`, those that state a setting as marks: first the sure ones, then more at each level."""
    levels = [_rewritten(names.tokens(spelt(name)), _TOKENS)]
    for rules in _LATE:
        levels.append(_rewritten(levels[-1], rules))
    return tuple(levels)


def spelt(name: ir.StringValue) -> ir.StringValue:
    """Give `name` in lower case without brackets and a host's packaging; what its spelling sets apart is a mark."""
    return _rewritten(name.lower().strip(), _SPELT)


def without(marked_name: ir.StringValue) -> ir.StringValue:
    """Give the name without its marks, its tokens joined by single dashes; may be empty."""
    return marked_name.re_replace(r"-=[^-]*-", "").re_replace(r"-+", "-").re_replace(r"^-|-$", "")


def setting(marked_name: ir.StringValue) -> ir.StringValue:
    """Give the marks alone as words, in their order, joined by ", "; null where the name states none."""
    marks = (
        marked_name.replace("-=~-", "")
        .re_replace(r"-[^=-][^-]*-", "")
        .re_replace(r"-+=", ",")
        .re_replace(r"^,|-+$", "")
    )
    return marks.replace(",", ", ").replace("~", " ").replace("/", "-").nullif("")


def dated(marked_name: ir.StringValue) -> ir.BooleanValue:
    """Say whether a mark is a day, a month or a numbered version: such a name does not move."""
    return marked_name.re_search(r"-=[0-9./]+-")


def _rewritten(text: ir.StringValue, rules: Iterable[tuple[str, str]]) -> ir.StringValue:
    for pattern, replacement in rules:
        text = text.re_replace(pattern, replacement)
    return text
