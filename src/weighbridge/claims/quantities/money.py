"""Money before or after an amount, and prices of a million tokens: `$2.19 per million tokens`, `每百万token 2元`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from weighbridge.claims.pieces import sought
from weighbridge.quantity import Unit

PER_MTOK = {
    Unit.USD: Unit.USD_PER_MTOK,
    Unit.CNY: Unit.CNY_PER_MTOK,
    Unit.OTHER_MONEY: Unit.OTHER_MONEY_PER_MTOK,
}
MONEY = frozenset({*PER_MTOK, *PER_MTOK.values()})
_SIGNS = (
    (Unit.OTHER_MONEY, r"(?<![A-Za-z])(?:HK|A|C|S|NT|AU|CA|NZ)\$|[€£₩₹]|(?:EUR|GBP|JPY|KRW|INR)"),
    (Unit.USD, r"(?:US\s?|U\.S\.\s?)?\$|(?<![A-Za-z])USD"),
    (Unit.CNY, r"(?:CN|RMB\s?)?¥|(?<![A-Za-z])(?:RMB|CNY)"),
)
_BEFORE = tuple((unit, re.compile(rf"(?:{signs})\s?\Z")) for unit, signs in _SIGNS)
_LONGEST_SIGN = 6
_AFTER = (
    (
        Unit.OTHER_MONEY,
        (
            r"(?:euros?|pounds?|yen|won|rupees?|EUR|GBP|HKD|Hong\sKong\sdollars?|(?:Singapore|Australian|Canadian)\sdollars?)(?![A-Za-z])"
            r"|欧元|英镑|日元|韩元|港元|港币|新加坡元|新元|卢比"
        ),
    ),
    (Unit.USD, r"(?:U\.?S\.?\s)?dollars?(?![A-Za-z])|USD(?![A-Za-z])|美元|美金"),
    (Unit.CNY, r"(?:yuan|renminbi|RMB|CNY)(?![A-Za-z])|人民币|元(?:人民币)?(?![素年首])|块钱"),
)  # fmt: skip - a table
_CENTS = re.compile(r"(?:\s|-)?(?:U\.?S\.?\s)?cents?(?![A-Za-z])|美分", re.IGNORECASE)
_WORDS = tuple((unit, re.compile(rf"(?:\s|-)?(?:{words})", re.IGNORECASE)) for unit, words in _AFTER)
_TOKENS = r"(?:input|output|blended|cached|generated|输入|输出|个)?\s?(?:tokens?|toks?|词元|令牌)"
_MILLION = r"(?:(?:1|one|a)\s?(?:M|million|百万)|(?:M|million|百万|一百万|100万|mtoks?))"
_THOUSAND = r"(?:(?:1|one|a)\s?(?:K|thousand)|(?:thousand|千|一千|1千|1000))"
# The price of so many tokens, after the amount and, in Chinese, before it too. What counts the tokens is no quantity.
_SUFFIX = re.compile(
    rf"\s?(?:/|per\s|a\s|for\s(?:each\s|every\s|a\s)?|每)\s?(?:(?P<million>{_MILLION})|(?P<thousand>{_THOUSAND}))\s?(?:{_TOKENS}|(?<=tok)|(?<=toks))"
    rf"|\s?/\s?(?P<short>Mtoks?|MTok)(?![A-Za-z])",
    re.IGNORECASE,
)
PREFIX = re.compile(
    rf"(?:每|(?<![A-Za-z])per\s)\s?(?:(?P<million>{_MILLION})|(?P<thousand>{_THOUSAND}))\s?{_TOKENS}(?:[^。!?\n.,;0-9$¥]{{0,12}}\Z)?",
    re.IGNORECASE,
)
_PREFIX_REACH = 40
_COUNTED_TOKENS = sought(
    rf"(?:/|每|(?<![A-Za-z])(?:per|a)\s)\s?(?:{_MILLION}|{_THOUSAND})\s?{_TOKENS}", "tok 词元 令牌", any_case=True
)


def before(text: str, start: int) -> tuple[int, Unit] | None:
    """Give where the currency sign before an amount begins, and which it is."""
    window = text[max(0, start - _LONGEST_SIGN) : start]
    for unit, sign in _BEFORE:
        if found := sign.search(window):
            return start - len(found[0]), unit
    return None


def after(text: str, end: int) -> tuple[int, Unit, Decimal] | None:
    """Give where the currency after an amount ends, which it is, and what one of it is worth: a cent is 0.01."""
    if cents := _CENTS.match(text, end):
        return cents.end(), Unit.USD, Decimal("0.01")
    return next(((found.end(), unit, Decimal(1)) for unit, words in _WORDS if (found := words.match(text, end))), None)


def of_tokens(text: str, start: int, end: int) -> tuple[int, Decimal] | None:
    """Give where the words `per million tokens` end, and the factor from their price to that of a million."""
    suffix = _SUFFIX.match(text, end)
    if suffix:
        return suffix.end(), Decimal(1000 if suffix["thousand"] else 1)
    for found in PREFIX.finditer(text, max(0, start - _PREFIX_REACH), start):
        if found.end() == start:
            return end, Decimal(1000 if found["thousand"] else 1)
    return None


def counted_tokens(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of words like `per million tokens`, in which nothing is counted."""
    return (found.span() for found in _COUNTED_TOKENS.finditer(text))
