"""What a page is made of, as one digest: it changes with anything that the page shows, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256


def digest(*parts: object) -> str:
    """Give one sha256 over figures, names, days, and dataclasses, mappings and lists of them; TypeError for others."""
    import orjson

    form = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY
    return sha256(orjson.dumps(parts, default=_plainly, option=form)).hexdigest()


def _plainly(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(type(value).__name__)
