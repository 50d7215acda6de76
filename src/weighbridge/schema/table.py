"""What a table is: columns with kind, unit and bounds, a key, and how it is stated."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Column types, named as a reader would; the lake maps them to Arrow."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    INSTANT = "instant"


class Layer(StrEnum):
    """Where a table stands on its way: as stated by a source, what a thing is, or summed for measures."""

    FACT = "fact"
    STATEMENT = "statement"
    DIMENSION = "dimension"
    CELL = "cell"


@dataclass(frozen=True)
class Column:
    """One column: its unit stands in its name, its meaning in `says`; `low` and `high` are inclusive bounds."""

    name: str
    kind: Kind
    says: str
    nullable: bool = False
    low: float | dt.date | None = None
    high: float | dt.date | None = None
    unit: str = ""
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of the first waist. `key` is unique; `day` names the column that partitions it, if any.

    `stated_whole` names the columns within which a publisher states a list as one: a later capture replaces all of it.
    """

    name: str
    layer: Layer
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    day: str = ""
    stated_whole: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Give the column called `name`; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


# No model of this field, no repository and no count is older than this.
FIRST_DAY = dt.date(2017, 1, 1)
# A quadrillion: a thousand times the largest weekly total ever published, so that a unit slip cannot pass.
MOST = 1e17
MOST_PARAMETERS = 1e14
# A hundred times the widest layer and the largest vocabulary there are.
MOST_UNITS = 1e8


def text(name: str, says: str, *, nullable: bool = False, one_of: tuple[str, ...] = ()) -> Column:
    """Make a column of words; `one_of` lists all that may stand in it."""
    return Column(name, Kind.TEXT, says, nullable=nullable, one_of=one_of)


def count(name: str, says: str, unit: str, *, nullable: bool = False, high: float = MOST) -> Column:
    """Make a column of whole numbers from 0 to `high`."""
    return Column(name, Kind.INTEGER, says, nullable=nullable, low=0, high=high, unit=unit)


def day(name: str, says: str, *, nullable: bool = False) -> Column:
    """Make a column of UTC days from FIRST_DAY on."""
    return Column(name, Kind.DAY, says, nullable=nullable, low=FIRST_DAY)


SOURCE = text("source", "Name of the source that states this row.")
OBSERVED_ON = day("observed_on", "UTC day on which the publisher's value was read.")
OBSERVED_AT = Column(
    "observed_at", Kind.INSTANT, "UTC instant of the capture: where two state one key, the later wins."
)
REPO = text("repo_id", "Repository on the Hugging Face Hub, account/name, as published.")
