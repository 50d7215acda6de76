"""A claim of the press, told in words of our own, and what came of checking it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.judged_claim import JudgedClaim

if TYPE_CHECKING:
    from weighbridge.adoption import Reference, Summary


@dataclass(frozen=True)
class Stated:
    """What was claimed: by whom, where and when (`reference`). `said` is our paraphrase; nothing of it is a quote."""

    id: str
    who: Summary
    said: Summary
    reference: Reference


@dataclass(frozen=True)
class PressClaim(JudgedClaim):
    """A checked claim of the press."""

    stated: Stated
