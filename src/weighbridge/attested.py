"""What is attested of a model, a maker, an adopter or a platform: the uses and events that name it, newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from weighbridge.entities import namings, testimony
from weighbridge.errors import UsageError
from weighbridge.event import Event
from weighbridge.mention import Named
from weighbridge.wording import plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from weighbridge.adoption import Adoption
    from weighbridge.entities.testimony.held import Titled
    from weighbridge.mention import Naming

Entry = TypeVar("Entry", "Adoption", "Event", "Adoption | Event")
NEAREST = 3  # names that an error offers
LONGEST = 200  # letters of a name that others are compared with
_SEPARATOR = re.compile(r"[\s_\-]+")


@dataclass(frozen=True)
class Wider:
    """How many more entries name only the family or the maker of what was asked for."""

    id: str
    name: str
    entries: int


@dataclass(frozen=True)
class Attested:
    """The uses and events that name what was asked for, or anything below it, each newest first.

    `name`: as asked, null for all. `ids`: what it means. `titles`: what the ids in the entries are called.
    """

    name: str | None
    ids: tuple[str, ...]
    adoptions: tuple[Adoption, ...]
    events: tuple[Event, ...]
    wider: tuple[Wider, ...]
    titles: Mapping[str, Titled]

    @property
    def entries(self) -> tuple[Adoption | Event, ...]:
        """Uses and events in one list, newest first."""
        both: tuple[Adoption | Event, ...] = (*self.adoptions, *self.events)
        return _newest(both)


def attested(name: str | None = None) -> Attested:
    """Give what is attested of `name`, an id or a name in any script, or of everything.

    A family stands for its models too, and a maker for its families. UsageError names the nearest where nothing is
    called so; of what is known and named nowhere the entries are empty.
    """
    held = testimony.load()
    if name is None:
        return Attested(None, (), _newest(held.adoptions), _newest(held.events), (), held.titles)
    meant = called(name)
    ids = tuple(dict.fromkeys(of.id for of in meant))

    def about(entry: Adoption | Event) -> bool:
        return any(id_ in _reached(entry, held.titles) for id_ in ids)

    return Attested(
        name,
        ids,
        _newest(entry for entry in held.adoptions if about(entry)),
        _newest(entry for entry in held.events if about(entry)),
        tuple(_wider(meant, ids)),
        held.titles,
    )


def called(name: str) -> list[Naming]:
    """Give everything of that id or name, capitals and separators aside; UsageError names the nearest."""
    known = (*namings.namings(), *testimony.namings())
    wanted = _folded(name)
    found = [of for of in known if wanted and wanted in map(_folded, (of.id, *of.spellings))]
    if found:
        return found
    near = _near(name, known)
    raise UsageError(
        f"no model, maker, adopter or platform is named {plain(name)!r}",
        then=f"did you mean {', '.join(near)}" if near else "leave the name out to list all",
    )


def listed_on(entry: Adoption | Event) -> dt.date:
    """Give the day by which an entry is listed: the last of an event; the first of a use, or of what mentions it."""
    if isinstance(entry, Event):
        return entry.last
    return entry.since or min(of.stated_on for of in entry.references)


def named(entry: Adoption | Event) -> tuple[str, ...]:
    """Give the ids that an entry names itself."""
    if isinstance(entry, Event):
        return (*entry.subjects, *entry.objects, *([entry.platform] if entry.platform else []))
    return (entry.adopter, *entry.models)


def _reached(entry: Adoption | Event, titles: Mapping[str, Titled]) -> set[str]:
    ids = set(named(entry))
    return ids | {above for id_ in ids if id_ in titles for above in titles[id_].above}


def _newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(sorted(entries, key=lambda of: of.id), key=listed_on, reverse=True))


def _wider(meant: Iterable[Naming], ids: Iterable[str]) -> Iterable[Wider]:
    held = testimony.load()
    above = {id_ for of in meant if of.named in (Named.RELEASE, Named.FAMILY) for id_ in (of.family, of.organisation)}
    above |= {id_ for one in ids if one in held.titles for id_ in held.titles[one].above}
    entries: tuple[Adoption | Event, ...] = (*held.adoptions, *held.events)
    for id_ in sorted(one for one in above if one and one not in ids):
        n = sum(id_ in named(entry) and not set(ids) & set(named(entry)) for entry in entries)
        if n:
            yield Wider(id_, held.titles[id_].name, n)


def _folded(name: str) -> str:
    return _SEPARATOR.sub("-", name.strip().casefold())


def _near(name: str, known: Iterable[Naming]) -> list[str]:
    from difflib import get_close_matches

    if len(name) > LONGEST:
        return []
    spelt = {_folded(spelling): of.name for of in known for spelling in (of.id, *of.spellings)}
    return list(dict.fromkeys(spelt[one] for one in get_close_matches(_folded(name), spelt, n=NEAREST, cutoff=0.6)))
