"""Numbers in digits: `1,060`, `385.3`, `1.060.000`.

A point before the last digits is a decimal one, as both languages write it: `1.060` is a little over one. A comma
parts thousands and nothing else: `1,06` is not read, since it may be a decimal of another language or a list.
"""

from __future__ import annotations

import re
from decimal import Decimal

# Possessive, so that what was taken is never given back: a million digits are walked once.
NUMBER = re.compile(r"(?<![0-9A-Za-z_])(?<![0-9][.,])[0-9]++(?:[.,][0-9]++)*+")
# No article states a number of more digits; serial numbers and hostile text do.
LONGEST = 24
_GROUP = 3


def value(said: str) -> Decimal | None:
    """Give the number, with the decimals that are written; null where the separators allow no single reading."""
    if len(said) > LONGEST:
        return None
    whole, point, decimals = said.partition(".")
    if "." in decimals:
        groups = said.split(".")
        return Decimal("".join(groups)) if "," not in said and _grouped(groups) else None
    if "," in decimals or ("," in whole and not _grouped(whole.split(","))):
        return None
    return Decimal(whole.replace(",", "") + point + decimals)


def _grouped(groups: list[str]) -> bool:
    leading, *rest = groups
    return 1 <= len(leading) <= _GROUP and leading[0] != "0" and all(len(group) == _GROUP for group in rest)
