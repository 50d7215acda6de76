"""Derivatives of each group in each month under one combination of choices, and what they are a part of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import Amounts
from weighbridge.amounts.derivatives import FIELDS, LEFT_OUT, N_STATES, PARTS, PER_RELATION, STATES
from weighbridge.amounts.derivatives.drawing import METHOD, drawn
from weighbridge.amounts.grouping import codes, having
from weighbridge.errors import NoDataError
from weighbridge.estimate import Status
from weighbridge.months import month_end

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.amounts.derivatives.reading import DerivativeRows

BARE = N_STATES - PER_RELATION  # the first state of what has no parent
VALUES = ("fractional", "whole", "fractional_downloads", "whole_downloads")


@dataclass(frozen=True)
class Placed:
    """Where something stands, in which state, and how much of each of VALUES; arrays of one length."""

    place: NDArray[np.int64]
    state: NDArray[np.int64]
    values: Mapping[str, NDArray[np.float64]]

    def sums(self, value: str, wanted: NDArray[np.bool_], shape: tuple[int, ...]) -> NDArray[np.float64]:
        """Give what stands in wanted states, by place."""
        hit = wanted[self.state]
        found = np.bincount(self.place[hit], self.values[value][hit], int(np.prod(shape)))
        return np.asarray(found, np.float64).reshape(shape)


@dataclass(frozen=True)
class Counted:
    """Rows of one listing, basis and base as arrays: place in (parts, months, groups), and what stands there.

    Behind the groups stands one more: a parent whose group is not known. `bare`: repositories without a parent, their
    places in (parts, months). Most groups have nothing in most states: only what there is stands.
    """

    starts: tuple[dt.date, ...]
    ends: tuple[dt.date, ...]
    groups: tuple[str, ...]
    lines: Placed
    bare: Placed
    accounts: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]  # place, set of states, how many
    everyone: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]
    _summed: dict[tuple[str, bytes], NDArray[np.float64]] = field(default_factory=dict)

    def sums(self, value: str, wanted: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Give the lines in wanted states, (parts, months, groups + 1); kept until other states are wanted."""
        key = value, wanted.tobytes()
        if key not in self._summed:
            if self._summed and next(iter(self._summed))[1] != key[1]:
                self._summed.clear()
            self._summed[key] = self.lines.sums(value, wanted, self.shape)
        return self._summed[key]

    @property
    def shape(self) -> tuple[int, int, int]:
        """Parts, months, groups and the unknown one."""
        return PARTS, len(self.ends), len(self.groups) + 1


def amounts(read: DerivativeRows, choices: Mapping[str, str]) -> Amounts:
    """Give the derivatives of each group by month; NoDataError where the lake has nothing of the listing."""
    found, known, whole = _counts(read, choices)
    return replace(found, draws=drawn(known), whole_draws=drawn(whole), ci_method=METHOD)


def complete(read: DerivativeRows, choices: Mapping[str, str]) -> Amounts:
    """Give the derivatives of each group as the complete count of a listing: nothing is drawn; NoDataError likewise."""
    return _counts(read, {**choices, "denominator": "derivatives"})[0]


def _counts(
    read: DerivativeRows, choices: Mapping[str, str]
) -> tuple[Amounts, NDArray[np.float64], NDArray[np.float64]]:
    """Give the amounts without draws; what is known by group, and all, by part of the accounts."""
    found = _counted(read, choices)
    wanted = wanted_states(choices)
    if choices["counted"] == "uploaders":
        known, whole, unknown = _uploaders(found, wanted, choices["denominator"])
    else:
        known, whole, unknown = _repositories(found, wanted, choices)
    n = found.sums("whole", wanted)[:, :, :-1]
    summed = Amounts(
        starts=found.starts,
        ends=found.ends,
        groups=found.groups,
        amount=known.sum(axis=0),
        n=n.sum(axis=0).astype(np.int64),
        unknown=unknown.sum(axis=0),
        remainder=np.full(len(found.ends), np.nan),
        status=np.full(len(found.ends), str(Status.OBSERVED)),
        whole=whole.sum(axis=0),
        sources=(choices["listing"],),
    )
    return summed, known, whole


def wanted_states(choices: Mapping[str, str]) -> NDArray[np.bool_]:
    """Say of each state whether it counts: the last of STATES, no parent, is not looked at here."""
    relations = [word not in LEFT_OUT[choices["relations"]] for word in STATES]
    relations[STATES.index("merge")] &= choices["merges"] != "left_out"
    fields = {"language": FIELDS[2:], "perhaps": FIELDS[1:], "all": FIELDS}[choices["population"]]
    used = [choices["downloaded"] == "any", True]
    return np.array([r and of in fields and by for r in relations for of in FIELDS for by in used])


def _repositories(
    found: Counted, wanted: NDArray[np.bool_], choices: Mapping[str, str]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Give what is known by group, all, and what may be any group's; by part and month."""
    way = "whole" if choices["merges"] == "whole" else "fractional"
    weighed = "_downloads" if choices["counted"] == "downloads" else ""
    lines = found.sums(way + weighed, wanted)
    # Of all, each counts once, whatever it counts for.
    whole = found.sums("fractional" + weighed, wanted).sum(axis=2)
    unknown = lines[:, :, -1]
    if choices["denominator"] == "new_models":
        bare = found.bare.sums("fractional" + weighed, wanted, found.shape[:2])
        whole, unknown = whole + bare, unknown + bare
    return lines[:, :, :-1], whole, unknown


def _uploaders(
    found: Counted, wanted: NDArray[np.bool_], denominator: str
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Give the same of accounts: an account counts for a group if one of its repositories in a wanted state does."""
    bits = np.flatnonzero(wanted)
    parents = int(sum(1 << int(i) for i in bits if i < BARE))
    everything = int(sum(1 << int(i) for i in bits))
    lines = _summed(found.accounts, parents, found.shape)
    scope = everything if denominator == "new_models" else parents
    whole = _summed(found.everyone, scope, found.shape[:2])
    unknown = lines[:, :, -1]
    if denominator == "new_models":
        unknown = np.minimum(unknown + _summed(found.everyone, everything & ~parents, found.shape[:2]), whole)
    return lines[:, :, :-1], whole, unknown


def _summed(
    rows: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]], bits: int, shape: tuple[int, ...]
) -> NDArray[np.float64]:
    place, states, n = rows
    hit = (states & bits) != 0
    return np.asarray(np.bincount(place[hit], n[hit], int(np.prod(shape))), np.float64).reshape(shape)


def _counted(read: DerivativeRows, choices: Mapping[str, str]) -> Counted:
    if choices["listing"] not in read.listings:
        then = f"fetch it with `weighbridge fetch {choices['listing']}`, or choose another listing"
        raise NoDataError(f"holds nothing of {choices['listing']}", where="derivatives", then=then)
    key = choices["listing"], choices["basis"], choices["base"]
    if key not in read.made:
        read.made[key] = _arrays(read, *key)
    found = read.made[key]
    assert isinstance(found, Counted)  # noqa: S101 - nothing else is kept there
    return found


def _arrays(read: DerivativeRows, listing: str, basis: str, base: str) -> Counted:
    lines, accounts, everyone = (
        having(of[base], source=listing, basis=basis) for of in (read.lines, read.accounts, read.everyone)
    )
    months, month = codes(lines.column("month"))
    groups, group = codes(lines.column("group"))
    group[group < 0] = len(groups)
    part, state = (lines.column(name).to_numpy() for name in ("part", "state"))
    none = state >= BARE
    shape = (PARTS, len(months), len(groups) + 1)
    values = {name: lines.column(name).to_numpy().astype(np.float64) for name in VALUES}
    last = {row["source"]: row["end"] for row in read.ends.to_pylist()}
    return Counted(
        starts=months,
        ends=tuple(min(month_end(start), last[listing]) for start in months),
        groups=groups,
        lines=_placed(shape, (part, month, group), state, values, ~none),
        bare=_placed(shape[:2], (part, month), state, values, none),
        accounts=_sets(accounts, months, groups),
        everyone=_sets(everyone, months, None),
    )


def _placed(
    shape: tuple[int, ...],
    index: tuple[NDArray[np.int64], ...],
    state: NDArray[np.int64],
    values: Mapping[str, NDArray[np.float64]],
    keep: NDArray[np.bool_],
) -> Placed:
    place = np.ravel_multi_index(tuple(i[keep] for i in index), shape)
    return Placed(np.asarray(place, np.int64), state[keep], {name: of[keep] for name, of in values.items()})


def _sets(
    rows: pa.Table, months: tuple[dt.date, ...], groups: tuple[str, ...] | None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    part = rows.column("part").to_numpy()
    month = pc.index_in(rows.column("month"), pa.array(months, rows.column("month").type)).to_numpy()
    place = part * len(months) + month
    if groups is not None:
        group = pc.fill_null(pc.index_in(rows.column("group"), pa.array(groups, pa.string())), len(groups)).to_numpy()
        place = place * (len(groups) + 1) + group
    states, n = (rows.column(name).to_numpy() for name in ("states", "n"))
    return place.astype(np.int64), states.astype(np.int64), n.astype(np.float64)
