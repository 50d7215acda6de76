"""Who uploaded each repository: a maker that is known, or an account; where the maker is based, who may be named."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.lineages.asking import placed

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lineages.asking import Asked

    Numbers = NDArray[np.int64]


class Uploaders:
    """Of each repository, by its number: `actor`, a place in `told`, and `home`, a place in `homes`."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        rows = asked.makers.to_pylist()
        pairs = sorted({(row["organisation_id"], row["country"] or "") for row in rows})
        place = {organisation: i for i, (organisation, _) in enumerate(pairs)}
        # The last stands for no maker: what is not found is at -1.
        self._of_maker = np.array([*(place[row["organisation_id"]] for row in rows), -1], np.int64)
        self._makers = [(organisation, country or None) for organisation, country in pairs]
        self.homes = [*sorted({country for _, country in self._makers if country}), None]

    @cached_property
    def _organisation(self) -> Numbers:
        import pyarrow.compute as pc

        found = placed(pc.utf8_lower(self._accounts), self._asked.makers.column("account"))
        return self._of_maker[found]

    @cached_property
    def _accounts(self) -> pa.Array:
        import pyarrow.compute as pc

        return pc.struct_field(pc.extract_regex(self._asked.names, r"^(?P<account>[^/]+)/"), "account")

    @cached_property
    def _others(self) -> list[str]:
        return sorted(set(self._accounts.to_pylist()) - {None})

    def told(self, actor: int) -> tuple[str | None, str | None, str | None]:
        """Give organisation, account and country of an uploader; an account has neither of the others."""
        if actor < len(self._makers):
            organisation, country = self._makers[actor]
            return organisation, None, country
        return None, self._others[actor - len(self._makers)], None

    @cached_property
    def actor(self) -> Numbers:
        """Give the uploader of each repository; -1 of one that is in no account."""
        import pyarrow as pa

        account = placed(self._accounts, pa.array(self._others, pa.string()))
        alone = np.where(account >= 0, account + len(self._makers), -1)
        return np.where(self._organisation >= 0, self._organisation, alone)

    @cached_property
    def home(self) -> Numbers:
        """Give where the maker of each repository is based; the last of `homes` where that is not known."""
        places = [self.homes.index(country) for _, country in self._makers]
        return np.array([*places, len(self.homes) - 1], np.int64)[self._organisation]

    def named(self, listing: Numbers, told: int) -> NDArray[np.bool_]:
        """Say of each repository whether its uploader may be: of a known maker, or listed by a source in `told`."""
        return np.asarray((self._organisation >= 0) | ((listing & told) != 0), bool)
