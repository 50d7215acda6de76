"""From numbers to the lineage of each family and release."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.lineage import Builder, Home, Kind, Lineage, Sureness
from weighbridge.lineages.asking import placed
from weighbridge.lineages.counting import NONE, less
from weighbridge.lineages.groups import Groups
from weighbridge.lineages.uploaders import Uploaders
from weighbridge.schema import RELATIONS, STATED_BY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lineage import Held
    from weighbridge.lineages.above import Above
    from weighbridge.lineages.asking import Asked

    Numbers = NDArray[np.int64]
    Tallied = Mapping[int, Sequence[tuple[int, Held]]]

MOST_BUILDERS = 10


class Telling:
    """What the lake says of descent, counted for all groups before the first is told."""

    def __init__(self, asked: Asked, above: Above) -> None:
        self._asked, self._above = asked, above
        self._groups, self._uploaders = Groups(asked), Uploaders(asked)
        self._pairs, self._n = self._groups.pairs, len(asked.names)
        self._node = self._pairs.reached.node

    def lineages(self) -> dict[tuple[str, str], Lineage]:
        """Give the lineage of each group."""
        own = self._groups.own()
        return {key: self._lineage(group, own[group]) for group, key in enumerate(self._groups.keys)}

    def _lineage(self, group: int, own: Sequence[str]) -> Lineage:
        kind, key = self._groups.keys[group]
        builders = [self._builder(code, held) for code, held in self._builders.get(group, ())]
        named, unnamed = (next((held for _, held in tallied.get(group, ())), NONE) for tallied in self._parts)
        using = int(self._using[group])
        listed, with_parent = self._coverage(using)
        steps, ancestors, unnamed_steps = self._above.of(own)
        return Lineage(
            kind=kind,
            id=key,
            own=len(own),
            kinds=self._kinds_of(group),
            homes=tuple(Home(self._uploaders.homes[code], held) for code, held in self._homes.get(group, ())),
            builders=tuple(builders),
            others=int(self._number[group]) - len(builders),
            rest=less(named, [builder.held for builder in builders]),
            unnamed=unnamed,
            sure=self._sure(group),
            removed=int(self._gone[group]),
            sources=tuple(name for i, name in enumerate(self._asked.sources) if using >> i & 1),
            listed=listed,
            with_parent=with_parent,
            steps=steps,
            ancestors=ancestors,
            unnamed_steps=unnamed_steps,
        )

    def _builder(self, code: int, held: Held) -> Builder:
        organisation, account, country = self._uploaders.told(code)
        return Builder(organisation, account, country, held)

    def _kinds_of(self, group: int) -> tuple[Kind, ...]:
        every, direct = (tallied.get(group, ()) for tallied in self._kinds)
        near = {code: held.repositories for code, held in direct}
        return tuple(
            Kind(RELATIONS[code], near.get(code, 0), held.repositories - near.get(code, 0), held)
            for code, held in every
        )

    def _sure(self, group: int) -> Sureness:
        declared, inferred, evidence = (int(found[group]) for found in self._sures)
        low, high = (None if np.isnan(end[group]) else float(end[group]) for end in self._confidence)
        return Sureness(declared, inferred, evidence, low, high)

    def _coverage(self, using: int) -> tuple[int, int]:
        """Count what the sources list, and what of it has a parent."""
        met = [(deep, n) for mask, deep, n in self._asked.listed if mask & using]
        return sum(n for _, n in met), sum(n for deep, n in met if deep)

    @cached_property
    def _kinds(self) -> tuple[Tallied, Tallied]:
        """Tally descendants by relation, and those alone that are built on the group directly."""
        import pyarrow as pa

        relation = placed(self._asked.edges.column("relation"), pa.array(RELATIONS))
        own = np.full(self._n, len(RELATIONS), np.int64)
        # Of statements that differ the first of the list stands.
        np.minimum.at(own, self._asked.ends[0], relation)
        code = own[self._node]
        return self._pairs.tally(code), self._pairs.tally(np.where(self._pairs.reached.steps == 1, code, -1))

    @cached_property
    def _sures(self) -> list[Numbers]:
        return [self._pairs.marked(self._groups.strength == i) for i in range(len(STATED_BY) + 1)]

    @cached_property
    def _confidence(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give, by group, the least and the most of what holds of own steps by evidence; NaN where none is measured."""
        found = np.full(self._n, np.nan)
        found[self._asked.ends[0]] = self._asked.edges.column("confidence").to_numpy()
        guessed, group = self._groups.strength == len(STATED_BY), self._pairs.reached.group
        low, high = (np.full(self._pairs.groups, np.nan) for _ in range(2))
        np.fmin.at(low, group[guessed], found[self._node[guessed]])
        np.fmax.at(high, group[guessed], found[self._node[guessed]])
        return low, high

    @cached_property
    def _uploader(self) -> Numbers:
        """Give of each pair the uploader, if it may be named; else -1."""
        told = sum(1 << i for i, name in enumerate(self._asked.sources) if name in self._above.told)
        listing = self._read(np.asarray(self._asked.readings.column("listing").to_numpy(), np.int64)) | self._stating
        named = self._uploaders.named(listing, told)
        return np.where(named, self._uploaders.actor, -1)[self._node]

    @cached_property
    def _builders(self) -> Tallied:
        return self._pairs.tally(self._uploader, MOST_BUILDERS)

    @cached_property
    def _number(self) -> Numbers:
        return self._pairs.number(self._uploader)

    @cached_property
    def _homes(self) -> Tallied:
        return self._pairs.tally(self._uploaders.home[self._node])

    @cached_property
    def _parts(self) -> tuple[Tallied, Tallied]:
        """Tally what has an uploader that is told, and what has none."""
        named = self._uploader >= 0
        return self._pairs.tally(named - 1), self._pairs.tally(-1 * named)

    @cached_property
    def _using(self) -> Numbers:
        """Give the mask of the sources that a group's figures rest on; of one without any, all that list."""
        read = self._read(self._bits(self._asked.readings.column("read_by")))
        found = self._pairs.union((self._stating | read)[self._node])
        return np.where(found == 0, (1 << len(self._asked.sources)) - 1, found)

    @cached_property
    def _gone(self) -> Numbers:
        said = np.array([bool(of) for of in self._asked.readings.column("removed").to_pylist()], np.int64)
        return self._pairs.marked(self._read(said)[self._node] == 1)

    @cached_property
    def _stating(self) -> Numbers:
        """Give of each repository the mask of the sources that state its parents."""
        found = np.zeros(self._n, np.int64)
        np.bitwise_or.at(found, self._asked.ends[0], self._bits(self._asked.edges.column("source")))
        return found

    def _read(self, found: Numbers) -> Numbers:
        """Give of each repository what was read, one for each reading; 0 where it was not."""
        every = np.zeros(self._n, np.int64)
        every[self._asked.numbers(self._asked.readings.column("repo_id"))] = found
        return every

    def _bits(self, sources: pa.ChunkedArray) -> Numbers:
        import pyarrow as pa

        place = placed(sources, pa.array(self._asked.sources, pa.string()))
        return np.where(place >= 0, 1 << np.maximum(place, 0), 0)
