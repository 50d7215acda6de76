from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest

from weighbridge.abilities.rated import DRAWS, boards

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge


def test_every_board_with_intervals_is_a_fit_of_its_day(starter: Weighbridge) -> None:
    found = boards(starter.lake)
    assert [len(found), found[0].as_of, found[-1].as_of] == [15, dt.date(2024, 6, 19), dt.date(2025, 8, 4)]
    assert len(found[0].models) == 109
    assert found[0].ability.max() == 1287
    assert found[0].draws.shape == (DRAWS, 109)
    assert (found[0].n > 0).all()


def test_draws_spread_as_the_published_interval(starter: Weighbridge) -> None:
    """The first board's `Alpaca-13B` is 901, 893 to 909."""
    first = boards(starter.lake)[0]
    at = first.models.index("Alpaca-13B")
    assert first.ability[at] == 901
    assert np.quantile(first.draws[:, at], (0.025, 0.975)) == pytest.approx([893, 909], abs=3)


def test_boards_are_read_once(starter: Weighbridge) -> None:
    assert boards(starter.lake) is boards(starter.lake)
