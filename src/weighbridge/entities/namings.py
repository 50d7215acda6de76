"""The names of everything curated, for finding them in a text: read in milliseconds from what is made of the YAML.

`python -m weighbridge.entities.namings` makes `curated/namings.json` again after a curated file has changed; a test
says when that is due. Until then the names are made afresh, which takes a second or two.
"""

from __future__ import annotations

import datetime as dt
import re
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from weighbridge.mention import Named, Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

    from weighbridge.entities.curated import Curated, Family, Organisation

READ_FROM = ("organisations", "families", "countries", "openness", "slips")
MADE = "namings.json"
_LONGEST_OF_A_RELEASE = 40
_HAN = re.compile("[\u3400-\u9fff]")
_SMALL_WORD = re.compile("[a-z]+")


def namings(folder: Traversable | None = None) -> tuple[Naming, ...]:
    """Give countries, openness, makers, families and releases with all their spellings, in that order.

    CuratedError where a curated file is wrong. Individuals are left out: articles do not write their accounts' names.
    """
    import orjson

    folder = folder or files("weighbridge") / "curated"
    made = folder / MADE
    held = orjson.loads(made.read_bytes()) if made.is_file() else None
    if held is not None and held["made_of"] == digest(folder):
        return tuple(_read(row) for row in held["namings"])
    return afresh(folder)


def afresh(folder: Traversable | None = None) -> tuple[Naming, ...]:
    """Give the same from the YAML."""
    from weighbridge.entities.curated import load
    from weighbridge.entities.spellings import read_countries, read_openness, read_slips

    folder = folder or files("weighbridge") / "curated"
    curated = load(folder)
    slips = read_slips(folder, curated)
    return (*read_countries(folder), *read_openness(folder), *_curated(curated, slips))


def digest(folder: Traversable) -> str:
    """Give one name for what the files say that names are made of."""
    return sha256(b"\0".join((folder / f"{name}.yml").read_bytes() for name in READ_FROM)).hexdigest()


def written(folder: Traversable | None = None) -> bytes:
    """Give what `curated/namings.json` is to hold."""
    import orjson

    folder = folder or files("weighbridge") / "curated"
    rows = [
        [
            *(one.named, one.id, one.name, one.spellings, one.slips, one.country, one.organisation, one.family),
            *((one.openness, one.released_on) if one.named is Named.RELEASE else ()),
        ]
        for one in afresh(folder)
    ]
    return orjson.dumps({"made_of": digest(folder), "namings": rows}, option=orjson.OPT_APPEND_NEWLINE)


def _read(row: list[Any]) -> Naming:
    named, identifier, name, spellings, slips, country, organisation, family, *of = row
    openness, day = of or (None, None)
    released_on = dt.date.fromisoformat(day) if day else None
    told = (country, organisation, family, released_on, openness)
    return Naming(Named(named), identifier, name, tuple(spellings), tuple(slips), *told)


def _curated(curated: Curated, slips: dict[tuple[Named, str], tuple[str, ...]]) -> Iterator[Naming]:
    makers = {of.id: of for of in curated.organisations}
    for of in curated.organisations:
        if of.kind != "individual":
            yield _maker(of, slips.get((Named.ORGANISATION, of.id), ()))
    for family in curated.families:
        yield _family(family, makers[family.organisation], slips.get((Named.FAMILY, family.id), ()))
    for family in curated.families:
        yield from _releases(family, makers[family.organisation])


def _maker(of: Organisation, slips: tuple[str, ...]) -> Naming:
    spellings = _spelt((of.name, of.zh_hans, of.zh_hant, *of.aliases))
    return Naming(Named.ORGANISATION, of.id, of.name, spellings, slips, of.country, of.id)


def _family(of: Family, maker: Organisation, slips: tuple[str, ...]) -> Naming:
    spellings = _spelt((of.name, of.zh_hans, of.zh_hant, *of.aliases))
    return Naming(Named.FAMILY, of.id, of.name, spellings, slips, maker.country, maker.id)


def _releases(family: Family, maker: Organisation) -> Iterator[Naming]:
    for of in family.releases:
        # A stem of the Hub in one small word (`lift`) reads as the word; the name as announced stands for it.
        stems = (name for name in of.names if len(name) <= _LONGEST_OF_A_RELEASE and not _SMALL_WORD.fullmatch(name))
        spellings = _spelt((of.name, *stems))
        told = (maker.country, maker.id, family.id, of.released_on, of.openness)
        yield Naming(Named.RELEASE, of.id, of.name, spellings, (), *told)


def _spelt(names: Iterable[str]) -> tuple[str, ...]:
    """Give each name once, without remarks in brackets; texts are read in simplified characters."""
    from opencc import OpenCC

    bare = [re.sub(r"\s*\([^)]*\)$", "", name) for name in names]
    simplified = OpenCC("t2s").convert("\n".join(bare)).split("\n") if _HAN.search("".join(bare)) else bare
    return tuple(dict.fromkeys((*bare, *simplified)))


if __name__ == "__main__":
    from pathlib import Path

    Path(str(files("weighbridge") / "curated" / MADE)).write_bytes(written())
