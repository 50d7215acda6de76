"""Amounts in digits, English words and Chinese characters, each with the scale that follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from weighbridge.claims.numerals import chinese, digits, english
from weighbridge.claims.quantities.amount import ONE, Amount
from weighbridge.quantity import Hedge

_WORDS = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SHORT = {"mln": 10**6, "mn": 10**6, "bln": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12}
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_ENGLISH = re.compile(rf"[\s-]?(?P<word>{'|'.join((*_WORDS, *_SHORT))})(?![A-Za-z])", re.IGNORECASE)
# Small letters are metres and bits too, unless money stands before them.
_LETTER = re.compile(r"[kKMBT](?![A-Za-z0-9])")
_SMALL_LETTER = re.compile(r"[mbt](?![A-Za-z0-9])")
_MONEY = "$€£¥"
_MORE = re.compile(r"[多余](?![数元大边])")
_OR_SO = re.compile(r"来(?=[个款家名位种项天年万亿])")
# Kilometres, percentages, common folk and other words that a scale begins.
_NO_SCALE = re.compile(r"千[米克瓦兆字伏问]|百[度分货姓]|万一")
_TEN = 10
_THOUSAND = 1000


def in_digits(text: str) -> Iterator[Amount]:
    """Give every number in digits that has one reading."""
    for found in digits.NUMBER.finditer(text):
        value = digits.value(found[0])
        if value is not None:
            exponent = int(value.as_tuple().exponent)
            amount = Amount(*found.span(), value, ONE.scaleb(exponent), decimals=exponent < 0)
            yield _scaled(text, amount)


def in_english(text: str) -> Iterator[Amount]:
    """Give every number in English words; `one` alone is a pronoun and an article too."""
    for start in english.starts(text):
        read = english.read(text, start)
        if read is None:
            continue
        end, value = read
        last = Decimal("0.5") if value % 1 else _thousands(value)
        yield Amount(start, end, value, last, decimals=bool(value % 1), bare=value == 1)


def in_chinese(text: str) -> Iterator[Amount]:
    """Give every number in Chinese characters; they are parts of other words too."""
    for found in chinese.NUMBER.finditer(text):
        pair = _pair(*found.span(), found[0])
        value = chinese.value(found[0])
        if pair or value is not None:
            yield pair or _scaled(text, Amount(*found.span(), value, _thousands(value or ONE), bare=True))


def _pair(start: int, end: int, said: str) -> Amount | None:
    """Read two digits side by side: `三四个` is three or four, `七八十` seventy or eighty."""
    if len(said) == 1 or said[0] not in chinese.DIGITS or said[1] not in chinese.DIGITS:
        return None
    low, high, tail = chinese.DIGITS[said[0]], chinese.DIGITS[said[1]], said[2:]
    if not low or high != low + 1 or not (tail in ("", *chinese.SMALL) or chinese.SCALE.fullmatch(tail)):
        return None
    scale = Decimal(chinese.scale(tail))
    return Amount(start, end, None, scale, scale, low=low * scale, high=high * scale, hedge=Hedge.BETWEEN, bare=True)


def _scaled(text: str, amount: Amount) -> Amount:
    """Take the scale that follows, and `多` (and more) or `来` (or so) before or after it."""
    amount = _or_more(text, amount, _place(amount.value))
    factor, end = _scale(text, amount)
    if factor == 1:
        return amount
    grown = replace(
        amount,
        end=end,
        value=_times(amount.value, factor),
        last=_times(amount.last, factor),
        scale=Decimal(factor),
        low=_times(amount.low, factor),
        high=_times(amount.high, factor),
    )
    return _or_more(text, grown, grown.scale)


def _scale(text: str, amount: Amount) -> tuple[int, int]:
    """Give the factor of the scale that follows, and its end; 1 where none does."""
    end = amount.end
    if not amount.bare:
        if found := _ENGLISH.match(text, end):
            said = found["word"].lower()
            return _WORDS.get(said) or _SHORT[said], found.end()
        after_money = text[max(0, amount.start - 1) : amount.start] in tuple(_MONEY)
        if letter := _LETTER.match(text, end) or (_SMALL_LETTER.match(text, end) if after_money else None):
            return _LETTERS[letter[0].lower()], letter.end()
    han = chinese.SCALE.match(text, end)
    return (1, end) if han is None or _NO_SCALE.match(text, end) else (chinese.scale(han[0]), han.end())


def _or_more(text: str, amount: Amount, room: Decimal) -> Amount:
    """Take `多`: `30多` is over thirty and under forty, `3亿多` over three and under four hundred million."""
    if amount.value is None or amount.hedge or amount.decimals or amount.value < _TEN:
        return amount
    if _OR_SO.match(text, amount.end):
        return replace(amount, end=amount.end + 1, hedge=Hedge.ABOUT)
    if not _MORE.match(text, amount.end):
        return amount
    return replace(amount, end=amount.end + 1, low=amount.value, high=amount.value + room, hedge=Hedge.OVER)


def _times(number: Decimal | None, factor: int) -> Decimal | None:
    return None if number is None else number * factor


def _thousands(value: Decimal) -> Decimal:
    """Give the worth of the last scale word of a number in words: a million for two hundred million."""
    worth = ONE
    while value and value % (worth * _THOUSAND) == 0:
        worth *= _THOUSAND
    return worth


def _place(value: Decimal | None) -> Decimal:
    """Give the worth of the last digit that is not 0: 100 for 1,200."""
    return ONE.scaleb(int(value.normalize().as_tuple().exponent)) if value else ONE
