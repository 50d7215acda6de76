"""The words of the site that no measure, source or contender brings along, in English and simplified Chinese.

One file for each kind of page; a key stands in one of them alone.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Give every text by key and language; ValueError where two files hold one key."""
    found: dict[str, Mapping[str, str]] = {}
    for module in pkgutil.iter_modules(__path__):
        words: Mapping[str, Mapping[str, str]] = import_module(f"{__name__}.{module.name}").WORDS
        if twice := found.keys() & words.keys():
            raise ValueError(f"{module.name} holds what another file of the catalogue does: {', '.join(sorted(twice))}")
        found |= words
    return found
