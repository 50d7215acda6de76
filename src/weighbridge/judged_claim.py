"""What came of checking a claim, in every language: verdict, figure with its range, reasons, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weighbridge.estimate import SourceUse


@dataclass(frozen=True)
class Quoted:
    """Where an entry that decides a claim is stated; `url` null where no link may lead there."""

    publisher: str
    title: str
    day: str
    url: str | None


@dataclass(frozen=True)
class Sketch:
    """A chart before it is drawn: in Vega-Lite for a wide screen and for a phone, and in words."""

    wide: Mapping[str, Any]
    narrow: Mapping[str, Any]
    says: str


@dataclass(frozen=True)
class Told:
    """What came of it, all in text of one language; an empty text is nothing to tell. `chart` is null where none is."""

    ruling: str
    kind: str
    point: str
    interval: str
    about: str
    range: str
    parts: str
    reasons: tuple[str, ...]
    quoted: tuple[Quoted, ...]
    terms: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...]
    commands: tuple[str, ...]
    chart: Sketch | None


@dataclass(frozen=True)
class JudgedClaim:
    """A checked claim, wherever it is made. `ruling` is a code of `verdict.Ruling`; `told` is by language.

    `part_true` and `part_false`: parts of the definitions under which it holds and fails; null where no figure was
    taken. `coverage` is that of the figure taken, null where unknown. `settled_by` are codes of what would settle it.
    """

    ruling: str
    told: Mapping[str, Told]
    measure: str | None
    by: str | None
    as_of: dt.date | None
    coverage: float | None
    uses: tuple[SourceUse, ...]
    part_true: float | None
    part_false: float | None
    settled_by: tuple[str, ...]
    record: Mapping[str, Any]  # as `weighbridge check --format json` gives it
