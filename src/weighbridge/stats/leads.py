"""Who leads in each period, how surely, and when the lead passed, without a date that the sampling does not give."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.estimate import LeadChange, Panel

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOBODY = -1
# A lead counts as decided when it holds in this part of the draws, or when the bounds leave no one else.
SURE = 0.95


@dataclass(frozen=True)
class Leads:
    """For each period the index of the decided leader (NOBODY where several are possible), and of who is ahead."""

    decided: NDArray[np.int64]
    ahead: NDArray[np.int64]


def leads(panel: Panel) -> Leads:
    """Find the leaders of a panel. A period in which nothing is known has nobody ahead."""
    if not panel.groups or not panel.ends:
        nobody = np.full(len(panel.ends), NOBODY, np.int64)
        return Leads(nobody, nobody)
    best = np.where(np.isnan(panel.value), panel.low, panel.value)
    known = ~np.isnan(best).all(axis=1) & (np.nan_to_num(best).max(axis=1) > 0)
    ahead = np.where(known, np.argmax(np.nan_to_num(best, nan=-np.inf), axis=1), NOBODY)
    return Leads(np.where(known & _beyond_doubt(panel, ahead), ahead, NOBODY), ahead)


def _beyond_doubt(panel: Panel, ahead: NDArray[np.int64]) -> NDArray[np.bool_]:
    rows = np.arange(len(panel.ends))
    # An open or unknown end may lie anywhere; who has no figure at all is no rival.
    silent = np.isnan([panel.value, panel.low, panel.high]).all(axis=0)
    others = np.where(np.isnan(panel.high), np.where(silent, -np.inf, np.inf), panel.high)
    others[rows, ahead] = -np.inf
    # The slack may all belong to a group that the list does not even name.
    unseen = np.zeros(len(panel.ends)) if panel.slack is None else np.nan_to_num(panel.slack)
    rival = np.maximum(others.max(axis=1), unseen)
    clear: NDArray[np.bool_] = panel.low[rows, ahead] > rival
    return clear | (share_of_draws(panel, ahead) >= SURE) if panel.draws is not None else clear


def share_of_draws(panel: Panel, ahead: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give the part of the draws in which `ahead` leads each period, whoever the slack belongs to."""
    if panel.draws is None:
        return np.full(len(panel.ends), np.nan)
    rows = np.arange(len(panel.ends))
    leader = panel.draws[:, rows, ahead]
    # Who has no figure in a period, as a model not yet on a board has none, is no rival in it.
    others = np.where(np.isnan(panel.draws), -np.inf, panel.draws)
    others[:, rows, ahead] = -np.inf
    slack = 0.0 if panel.slack is None else panel.slack
    won: NDArray[np.float64] = (leader > np.maximum(others.max(axis=2), 0.0) + slack).mean(axis=0)
    return won


def changes(panel: Panel, decided: NDArray[np.int64]) -> tuple[LeadChange, ...]:
    """Give every passing of the lead: after the last period decided for one, until the first decided for another."""
    found: list[LeadChange] = []
    holder, held_until = NOBODY, None
    for end, leader in zip(panel.ends, decided.tolist(), strict=True):
        if leader == NOBODY:
            continue
        if holder not in (NOBODY, leader) and held_until is not None:
            found.append(LeadChange(panel.groups[holder], panel.groups[leader], held_until, end))
        holder, held_until = leader, end
    return tuple(found)


def period_at(panel: Panel, at: dt.date | None) -> int | None:
    """Give the index of the period that answers for a day: it ends there, holds it, or is the last before, if near."""
    if not panel.ends:
        return None
    if at is None:
        return len(panel.ends) - 1
    exact = [i for i, end in enumerate(panel.ends) if end == at]
    holding = [i for i, (start, end) in enumerate(zip(panel.starts, panel.ends, strict=True)) if start <= at <= end]
    before = [i for i, end in enumerate(panel.ends) if end < at and (at - end).days <= panel.resolution_days]
    found = exact or holding[:1] or before[-1:]
    return found[-1] if found else None
