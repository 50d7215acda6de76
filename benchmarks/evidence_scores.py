"""Scores of evidence: what it found, beside what was stated."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EVERYWHERE = "all"
Z = 1.959964  # of a 95 % interval


@dataclass(frozen=True)
class Answer:
    """What one kind of evidence says of a child: `exact`, the very parent; `family`, that of the parent."""

    exact: bool
    family: str | None


@dataclass(frozen=True)
class Child:
    """A repository whose statement was hidden: who states what it descends from, that family, and the answers by kind.

    `family` is None where the roots of the child are of no known family, or of several.
    """

    repo: str
    source: str
    family: str | None
    answers: dict[str, Answer]

    @property
    def account(self) -> str:
        """Whose it is, in lower case."""
        return self.repo.split("/")[0].lower()


@dataclass(frozen=True)
class Score:
    """What one kind of evidence found among `asked` children.

    `answered`: children that it names a parent of. `exact`: the very parent. `decided`: answered, and both families are
    known. `right`: of these, the same family. `by_account`: that part, with one vote for each of the `accounts`.
    """

    asked: int
    answered: int
    exact: int
    decided: int
    right: int
    accounts: int
    by_account: float

    @property
    def precision(self) -> float:
        """Right answers of those decided; NaN of none."""
        return self.right / self.decided if self.decided else math.nan

    @property
    def recall(self) -> float:
        """Right answers of all children asked for; NaN of none."""
        return self.right / self.asked if self.asked else math.nan


def sources_of(children: Iterable[Child]) -> tuple[str, ...]:
    """Name the sources, and all of them together."""
    return (*sorted({child.source for child in children}), EVERYWHERE)


def of_source(children: Iterable[Child], source: str) -> list[Child]:
    """Give the children of one source, or of all."""
    return [child for child in children if source in {EVERYWHERE, child.source}]


def score(children: Sequence[Child], kind: str) -> Score:
    """Score the answers of one kind."""
    answered = [(child, child.answers[kind]) for child in children if kind in child.answers]
    votes: dict[str, list[bool]] = {}
    for child, answer in answered:
        if child.family is not None and answer.family is not None:
            votes.setdefault(child.account, []).append(child.family == answer.family)
    return Score(
        asked=len(children),
        answered=len(answered),
        exact=sum(answer.exact for _, answer in answered),
        decided=sum(map(len, votes.values())),
        right=sum(map(sum, votes.values())),
        accounts=len(votes),
        by_account=sum(sum(each) / len(each) for each in votes.values()) / len(votes) if votes else math.nan,
    )


def largest(children: Iterable[Child]) -> tuple[str, float]:
    """Give the largest family, and its part of the children of known family: who always names it is right so often."""
    known = Counter(child.family for child in children if child.family is not None)
    if not known:
        return "", math.nan
    n, family = max((n, family) for family, n in known.items())
    return family, n / known.total()


def wilson(right: int, n: int) -> tuple[float, float]:
    """Give the 95 % interval of a part by Wilson's score; NaN of none."""
    if not n:
        return math.nan, math.nan
    part, spread = right / n, Z * Z / n
    middle = (part + spread / 2) / (1 + spread)
    reach = Z / (1 + spread) * math.sqrt(part * (1 - part) / n + spread / (4 * n))
    return middle - reach, middle + reach
