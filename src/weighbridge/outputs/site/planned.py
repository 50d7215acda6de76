"""What is drawn, by the names of its files."""

from __future__ import annotations

from dataclasses import dataclass, field

from weighbridge.outputs.site.happenings import Told  # noqa: TC001 - plans are restored by the types of their fields


@dataclass(frozen=True)
class Planned:
    """A picture by the names of its files; `legend` says what its marks are."""

    wide: str
    narrow: str
    legend: str


@dataclass(frozen=True)
class Race:
    """The pictures of a race. `choices` is null where there is one combination; `told` says what choices move."""

    course: Planned
    choices: Planned | None
    told: tuple[str, ...]
    events: tuple[Told, ...]
    card: str

    def files(self) -> tuple[str, ...]:
        """Name the files of all its pictures."""
        each = (self.course, self.choices) if self.choices else (self.course,)
        return (self.card, *(name for one in each for name in (one.wide, one.narrow)))


@dataclass
class Plans:
    """What is asked for: races by language, measure and grouping, planes and claims by language and name, the card."""

    races: dict[tuple[str, str, str], Race] = field(default_factory=dict)
    planes: dict[tuple[str, str], Planned] = field(default_factory=dict)
    claims: dict[tuple[str, str], Planned] = field(default_factory=dict)
    boards: dict[str, str] = field(default_factory=dict)
