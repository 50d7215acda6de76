"""What the models of a board are: the group that a reader asks for, and the day of release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.grouping import columns, filtered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

MODEL = "model"


@dataclass(frozen=True)
class Traits:
    """Of each named model its group (None where not known) and its day of release (NaT where not known)."""

    group: Mapping[str, str | None]
    released: Mapping[str, np.datetime64]

    def groups(self, models: tuple[str, ...]) -> tuple[str | None, ...]:
        """Give the group of each of `models`; None too for a model that the filter leaves out."""
        return tuple(self.group.get(model) for model in models)

    def days(self, models: tuple[str, ...]) -> NDArray[np.datetime64]:
        """Give the day of release of each of `models`."""
        unknown = np.datetime64("NaT", "D")
        return np.array([self.released.get(model, unknown) for model in models], "datetime64[D]")

    def kept(self, models: tuple[str, ...]) -> NDArray[np.bool_]:
        """Say which of `models` the filter keeps."""
        return np.array([model in self.group for model in models], bool)


def traits(lake: Lake, namespace: str, by: str, where: Mapping[str, str]) -> Traits:
    """Ask what the names of `namespace` are; a model whose filtered attribute is unknown belongs to no group."""
    maker, _ = columns(by)
    rows = filtered(lake.names(namespace), where)
    named = rows.key if by == MODEL else rows[maker]
    rows = rows.select("key", "created_on", group=rows.unsure.ifelse(None, named))
    found = lake.engine.arrow(rows)
    keys, groups = found.column("key").to_pylist(), found.column("group").to_pylist()
    days = found.column("created_on").to_numpy(zero_copy_only=False).astype("datetime64[D]")
    return Traits(dict(zip(keys, groups, strict=True)), dict(zip(keys, days, strict=True)))
