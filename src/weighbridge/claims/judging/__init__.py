"""Judging: a claim and what it is bound to, held against figures and against what is known of uses and events.

    judge(claim, binding, bench)

Nothing is supported or refuted without a figure or an entry behind it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from weighbridge.claim import Topic
from weighbridge.claims.judging import releases, rulings, testimony
from weighbridge.claims.judging.figures import Figures
from weighbridge.verdict import Binding, Reason, Ruling, Verdict

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.claims.judging.book import Book, Told
    from weighbridge.claims.judging.rulings import Ruled
    from weighbridge.estimate import Series
    from weighbridge.mention import Naming


# What keeps a binding from being held against anything, and what keeps it from figures.
_SILENT = frozenset({"place_unmeasured", "not_asserted", "not_measured", "others_meant", "version_unknown"})
_UNBOUND = _SILENT | {"other_unit", "no_second_side", "no_grouping"}


@dataclass(frozen=True)
class Bench:
    """What a claim is judged by. `series`: a measure by a grouping with its runs, null where there is none.

    `stamp`: what tells one state of data and code from another; it goes into the identifiers of verdicts.
    """

    series: Callable[[Binding], Series | None]
    book: Book
    releases: Sequence[Naming]
    stamp: str
    _read: dict[int, tuple[Series, tuple[Figures, ...]]] = field(default_factory=dict, repr=False)
    _ruled: dict[tuple[int, bool, str], Ruled] = field(default_factory=dict, repr=False)

    def ruled(self, series: Series, binding: Binding, *, negated: bool) -> Ruled:
        """Judge a binding by a series: what was read and ruled for one claim is kept for the next."""
        # The series is kept too, so that no other can have its identity.
        if id(series) not in self._read:
            self._read[id(series)] = series, tuple(Figures.of(run, series) for run in series.runs)
        asked = id(series), negated, repr(binding)
        if asked not in self._ruled:
            self._ruled[asked] = rulings.ruled(series, self._read[id(series)][1], binding, negated=negated)
        return self._ruled[asked]


def judge(claim: Claim, binding: Binding, bench: Bench, said: str) -> Verdict:
    """Judge a claim. `said`: its words, for its identifier."""
    series = bench.series(binding) if binding.yardstick == "measure" and binding.by else None
    ruled = (
        bench.ruled(series, binding, negated=claim.negated and not binding.denied)
        if series is not None and _bound(binding)
        else None
    )
    silent = bool(_SILENT & set(binding.notes))
    # Who binds a claim to a measure asks what that measure says of it.
    silent = silent or "bound_by_reader" in binding.notes
    told = None if silent else testimony.told(claim, binding, bench.book)
    if claim.topic is Topic.RELEASE and not silent:
        dated = releases.told(claim, binding, bench.releases)
        told = dated if told is None or (dated is not None and dated.ruling is Ruling.REFUTED) else told
    verdict = _joined(claim, binding, ruled, told, series)
    return replace(verdict, id=_identifier(said, binding, verdict.ruling, bench.stamp))


def _bound(binding: Binding) -> bool:
    """Say whether a binding has all that its test needs."""
    return bool(binding.groups) and not binding.where and not _UNBOUND & set(binding.notes)


def _joined(claim: Claim, binding: Binding, ruled: Ruled | None, told: Told | None, series: Series | None) -> Verdict:
    """Take the ruling of the figures; where they are silent that of the entries; where these say more, both."""
    open_ = Ruling.NOT_ENOUGH_EVIDENCE
    reasons = tuple(Reason(note, {"place": claim.place}) for note in binding.notes)
    reasons += (Reason("open_only_unweighed"),) if binding.where else ()
    reasons += ruled.reasons if ruled else ()
    reasons += told.reasons if told else ()
    ruling = ruled.ruling if ruled else open_
    if told is not None and ruling is open_:
        ruling = told.ruling
    elif told is not None and told.attributed and told.ruling is Ruling.SUPPORTED:
        ruling = told.ruling  # it says who counted, and so they did; what else is counted stands beside it
    elif told is not None and told.ruling not in (ruling, open_):
        ruling = Ruling.CONFLICTING
    if not reasons:
        reasons = (Reason("nothing_held"),)
    verdict = Verdict("", claim, binding, ruling, reasons, cited=told.cited if told else ())
    if ruled is None or series is None:
        return verdict
    return _measured(verdict, ruled, series)


def _measured(verdict: Verdict, ruled: Ruled, series: Series) -> Verdict:
    reading = ruled.reading
    return replace(
        verdict,
        binding=replace(verdict.binding, choices={**dict(ruled.choices), **verdict.binding.choices}),
        value=reading.value if reading else None,
        ci_low=reading.low if reading else None,
        ci_high=reading.high if reading else None,
        range_low=ruled.low,
        range_high=ruled.high,
        unit=series.unit,
        as_of=reading.period_end if reading else None,
        part_true=ruled.part_true,
        part_false=ruled.part_false,
        sources=series.provenance.sources,
    )


def _identifier(said: str, binding: Binding, ruling: Ruling, stamp: str) -> str:
    """Name a verdict by what was said, what it was held against, what came of it, and the data and code."""
    parts: list[object] = [said, ruling, stamp, binding.yardstick, binding.test, binding.measure, binding.by]
    parts += [binding.groups, binding.against, binding.low, binding.high, binding.first, binding.last]
    parts += [sorted(binding.choices.items()), sorted(binding.where.items())]
    return sha256("\x1f".join(map(_plain, parts)).encode()).hexdigest()[:16]


def _plain(part: object) -> str:
    return part.isoformat() if isinstance(part, dt.date) else str(part)
