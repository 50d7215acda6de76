"""How found claims are held against labels: recall, precision, and how often binding and verdict are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.checking.labelled import Claim as Label
    from weighbridge.verdict import Verdict

# Relations that differ in name alone: who has the most is above all others, and a level may be one end of a growth.
ALIKE = (
    frozenset({"lead", "comparison"}),
    frozenset({"level", "share", "growth"}),
    frozenset({"share", "adoption"}),
    frozenset({"size", "level", "comparison"}),
    frozenset({"price", "comparison", "level"}),
    frozenset({"lag", "growth", "comparison"}),
    frozenset({"event", "adoption"}),
    frozenset({"event", "lead", "comparison"}),
)


@dataclass(frozen=True)
class Wanted:
    """One label with the places, in the original, at which its claim may be found."""

    label: Label
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Got:
    """One verdict with the places of its claim in the original."""

    verdict: Verdict
    spans: tuple[tuple[int, int], ...]


@dataclass
class Score:
    """Counts over texts; optional labels count where they are found, and are not missed."""

    wanted: int = 0
    found: int = 0
    claimed: int = 0
    right: int = 0
    bound: int = 0
    judged: int = 0
    matched: int = 0
    notes: list[str] = field(default_factory=list)

    def parts(self) -> dict[str, float]:
        """Give recall, precision, and the parts of matched claims whose binding and verdict are right."""
        return {
            "recall": self.found / max(self.wanted, 1),
            "precision": self.right / max(self.claimed, 1),
            "binding": self.bound / max(self.matched, 1),
            "verdict": self.judged / max(self.matched, 1),
        }

    def __str__(self) -> str:
        said = ", ".join(f"{name} {100 * part:.1f} %" for name, part in self.parts().items())
        return f"{said} ({self.wanted} claims labelled, {self.claimed} found)"

    def add(self, name: str, wanted: Sequence[Wanted], got: Sequence[Got]) -> None:
        """Match the claims found in one text to its labels, the best pairs first, and count."""
        pairs = sorted(_pairs(wanted, got), reverse=True)
        taken: dict[int, int] = {}
        for _, w, g in ((-p[0], p[1], p[2]) for p in pairs):
            if w not in taken and g not in taken.values():
                taken[w] = g
        self.wanted += sum(not one.label.optional for one in wanted)
        self.found += sum(not wanted[w].label.optional for w in taken)
        self.claimed += len(got)
        self.right += len(taken)
        for w, g in taken.items():
            self._judge(name, wanted[w].label, got[g].verdict)
        missed = (one.label for w, one in enumerate(wanted) if w not in taken and not one.label.optional)
        spare = (one for g, one in enumerate(got) if g not in taken.values())
        self.notes += [f"{name}: missed {label.frame} {label.entities} {label.clause[:60]}" for label in missed]
        self.notes += [f"{name}: spare {_told(one.verdict)} at {one.spans[0]}" for one in spare]

    def _judge(self, name: str, label: Label, verdict: Verdict) -> None:
        self.matched += 1
        bound, judged = is_bound(label, verdict), verdict.ruling.value == label.verdict.value
        self.bound += bound
        self.judged += judged
        said = f"{name}: {label.frame} {label.entities} {label.clause[:40]}"
        held = verdict.binding
        if not bound:
            self.notes.append(
                f"{said}: bound to {held.measure or held.yardstick} by {held.by}, not {label.measures} {label.by}"
            )
        if not judged:
            self.notes.append(f"{said}: {verdict.ruling.value}, not {label.verdict.value}")


def is_bound(label: Label, verdict: Verdict) -> bool:
    """Say whether a claim is held against what its label names; evidence and events stand in one book."""
    held = verdict.binding.measure or verdict.binding.yardstick
    told = {"evidence", "events"}
    if held in told:
        return bool(told & set(label.measures))
    return held in label.measures and (label.by is None or verdict.binding.by == label.by)


def _pairs(wanted: Sequence[Wanted], got: Sequence[Got]) -> Iterable[tuple[float, int, int]]:
    for w, one in enumerate(wanted):
        for g, other in enumerate(got):
            worth = _worth(one, other)
            if worth:
                yield worth, w, g


def _worth(wanted: Wanted, got: Got) -> float:
    """Say how well a found claim meets a label: same place, same sides, and the same form or one that says the same."""
    overlap = max((_overlap(a, b) for a in wanted.spans for b in got.spans), default=0.0)
    one, other = wanted.label.frame.value, got.verdict.claim.frame.value
    form = 1.0 if one == other else 0.5 * any({one, other} <= alike for alike in ALIKE)
    sides = _sides(wanted.label.entities, _ids(got.verdict))
    if not (overlap and form and sides):
        return 0.0
    bound = 0.25 * is_bound(wanted.label, got.verdict)
    return overlap + form + sides + bound + _same_number(wanted.label, got.verdict)


def _same_number(label: Label, verdict: Verdict) -> float:
    quantity = verdict.claim.quantity
    if label.said is None or quantity is None or quantity.low is None or label.said.low is None:
        return 0.5 * ((label.said is None) == (quantity is None))
    return 1.0 if abs(float(quantity.low) - label.said.low) <= 0.02 * abs(label.said.low) else 0.0


def _told(verdict: Verdict) -> str:
    return f"{verdict.claim.frame} {verdict.claim.topic} {_ids(verdict)}"


def _ids(verdict: Verdict) -> set[str]:
    claim = verdict.claim
    namings = (*claim.subjects, *claim.objects, *((claim.platform,) if claim.platform else ()))
    return {one for naming in namings for one in (naming.id, naming.family, naming.organisation) if one}


def _sides(entities: Sequence[str], ids: set[str]) -> float:
    """Give the part of a label's sides that were found; the first is whom the claim is about."""
    found = [entity in ids or any(entity.startswith(one) for one in ids) for entity in entities]
    return sum(found) / max(len(found), 1)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Give how much two places share, as part of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / max(min(one[1] - one[0], other[1] - other[0]), 1)
