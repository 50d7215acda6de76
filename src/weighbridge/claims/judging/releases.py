"""Claims of a release, held against the days on which models were published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from weighbridge.claims.judging.book import Told, turned
from weighbridge.mention import Named
from weighbridge.moment import Grain
from weighbridge.verdict import Cited, Reason, Ruling

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.mention import Naming
    from weighbridge.verdict import Binding

# `Last week`, `this month`: words of news are near the day and seldom on it.
_NEAR = dt.timedelta(days=10)
# A day is told by the clock of whoever tells it.
_SAME = dt.timedelta(days=1)
# Without a day of its own a claim in an article speaks of what is news then.
_NEWS = dt.timedelta(days=400)


def told(claim: Claim, binding: Binding, releases: Sequence[Naming]) -> Told | None:
    """Say whether what is said to be released was, in that time; none where no release is known of any side."""
    named = [side for side in claim.subjects if side.named is Named.RELEASE]
    known = [release for release in releases if _is_of(release, named or list(claim.subjects))]
    if claim.open_only:
        known = [release for release in known if release.openness in ("open_licence", "restricted")]
    if not known:
        return None
    first, last = binding.first, binding.last
    if claim.moment is None and last is not None:
        first = last - _NEWS
        known = [release for release in known if _day(release) <= last + _SAME] or known
    exact = claim.moment is not None and claim.moment.precision is Grain.DAY and first == last
    within = [release for release in known if _in(release, first, last, _SAME if exact else _NEAR)]
    found = max(within or known, key=_day)
    values = {"name": found.name, "day": _day(found)}
    cited = (Cited(found.id, found.name, "release date", _day(found), None),)
    if within:
        return Told(turned(claim, Ruling.SUPPORTED), (Reason("released", values),), cited)
    ruling = Ruling.REFUTED if named and claim.moment is not None else Ruling.NOT_ENOUGH_EVIDENCE
    return Told(turned(claim, ruling), (Reason("not_released", values),), cited)


def _is_of(release: Naming, sides: Sequence[Naming]) -> bool:
    mine = (release.id, release.family, release.organisation, release.country)
    return any(side.id in mine for side in sides)


def _in(release: Naming, first: dt.date | None, last: dt.date | None, slack: dt.timedelta) -> bool:
    day = _day(release)
    return (first is None or first - slack <= day) and (last is None or day <= last + slack)


def _day(release: Naming) -> dt.date:
    assert release.released_on is not None  # noqa: S101 - the bench holds dated releases alone
    return release.released_on
