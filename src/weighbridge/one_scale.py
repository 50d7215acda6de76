"""A scale as a check asks of it, whose runs are those on the scale of the defaults until a claim needs others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from weighbridge.errors import NoDataError

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series

Race = tuple[str, str]  # a measure by a grouping


class OneScale:
    """Runs on other scales take minutes of a store, and hardly a claim is held to one."""

    def __init__(self, scale: Weighbridge) -> None:
        self._scale = scale
        self._wide: set[Race] = set()
        self._weighed: dict[Race, Series | NoDataError] = {}

    def widen(self, races: Iterable[Race]) -> bool:
        """From now on give the runs of `races` on every scale; say whether that gives anything new."""
        # The data that come with the package hold the runs of every scale.
        new = set(races) - self._wide if self._scale.lake.name == "store" else set()
        self._wide |= new
        for race in new:
            self._weighed.pop(race, None)
        return bool(new)

    def weighed(self, name: str, by: str, *, runs: bool = True) -> Series:  # noqa: ARG002 - as it is asked elsewhere
        """Give a measure by a grouping with its runs; NoDataError where there is nothing."""
        if (name, by) not in self._weighed:
            try:
                self._weighed[name, by] = self._weigh(name, by)
            except NoDataError as error:
                self._weighed[name, by] = error
        found = self._weighed[name, by]
        if isinstance(found, NoDataError):
            raise NoDataError(found.what, where=found.where, then=found.then)
        return found

    def _weigh(self, name: str, by: str) -> Series:
        wide = (name, by) in self._wide
        return self._scale.weighed(name, by, runs=True) if wide else self._scale.comparable(name, by)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else a scale has
        return getattr(self._scale, name)
