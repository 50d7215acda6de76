"""A pedigree from the tables of descent: level by level, a few questions for each whatever its breadth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from weighbridge import kinship
from weighbridge.errors import UsageError
from weighbridge.pedigree import Descends, Descent, Line, Pedigree, Relative
from weighbridge.repository_names import meant
from weighbridge.schema import LINEAGE

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.kinship import Way

# Of one pedigree: more cannot be read, and each level of a wide one would be wider.
MOST_RELATIVES = 2000
MOST_LEVELS = 100
MOST_CHILDREN = 1000


@dataclass
class _Walk:
    """What was found: steps to each repository, and the rows of `lineage` on the way by child and parent."""

    steps: dict[str, int]
    rows: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    crowded: bool = False


def pedigree(scale: Weighbridge, name: str, up: int, down: int, most: int) -> Pedigree:
    """Give the relatives of what `name` means: `up` levels of ancestors, `down` of descendants, `most` of each.

    UsageError for a name that is none or a number that is too large; NoDataError where the lake holds no descent.
    """
    for asked, value, low, high in (("up", up, 0, MOST_LEVELS), ("down", down, 0, MOST_LEVELS),
                                    ("most", most, 1, MOST_CHILDREN)):  # fmt: skip
        if not low <= value <= high:
            raise UsageError(f"{asked} cannot be {value}", then=f"give a number from {low} to {high}")
    lake = scale.lake
    lake.need(LINEAGE)
    found_by, repos = meant(lake, name)
    shown = repos[:most]
    walk = _Walk(dict.fromkeys(shown, 0))
    _walk(scale, walk, shown, "up", up, most)
    _walk(scale, walk, shown, "down", down, most)
    return _assembled(scale, walk, Pedigree(
        name=name, found_by=found_by, asked=tuple(shown), unasked=len(repos) - len(shown),
        ends_here=0, lines=(), relatives=(), descents=(), up=up, down=down, most=most, crowded=walk.crowded,
        as_of=None, provenance=scale.provenance,
    ))  # fmt: skip


def _walk(scale: Weighbridge, walk: _Walk, start: Sequence[str], way: Way, levels: int, most: int) -> None:
    """Go `levels` steps from `start`; a repository is gone on from once, so circles of statements end."""
    at, gone = list(start), set(start)
    for level in range(1, levels + 1):
        if not at:
            return
        ahead: dict[str, None] = {}
        for row in kinship.steps(scale.lake, at, way, most):
            if row["far"] not in walk.steps and len(walk.steps) >= MOST_RELATIVES:
                walk.crowded = True
                continue
            walk.rows[row["child"], row["known_as"]] = row
            walk.steps.setdefault(row["far"], -level if way == "up" else level)
            if row["left_out"] is None and row["far"] not in gone:
                ahead[row["far"]] = None
        at = list(ahead)
        gone |= ahead.keys()


def _assembled(scale: Weighbridge, walk: _Walk, bare: Pedigree) -> Pedigree:
    lake = scale.lake
    repos = list(walk.steps)
    known = kinship.described(lake, repos)
    stating = kinship.sources(lake, repos)
    uses = tuple(use for use in scale.provenance.sources if use.name in stating)
    relatives = [_relative(repo, walk.steps[repo], known[repo]) for repo in repos]
    return replace(
        bare,
        ends_here=sum(kinship.ending_at(lake, bare.asked).values()),
        lines=tuple(_line(row) for row in kinship.lines(lake, bare.asked)),
        relatives=tuple(sorted(relatives, key=_order)),
        descents=tuple(_descent(row, known) for _, row in sorted(walk.rows.items())),
        as_of=max((use.as_of for use in uses), default=None),
        provenance=replace(scale.provenance, sources=uses),
    )


def _order(relative: Relative) -> tuple[int, int, int, str]:
    used = relative.downloads_30d
    return abs(relative.steps), relative.steps, 1 if used is None else -used, relative.repo_id


def _relative(repo: str, steps: int, known: dict[str, Any]) -> Relative:
    return Relative(
        repo_id=repo,
        steps=steps,
        descends=_descends(known),
        organisation=known.get("organisation_id"),
        country=known.get("country"),
        family=known.get("family_id"),
        openness=known.get("openness"),
        created_on=known.get("created_on"),
        downloads_30d=known.get("downloads_30d"),
        observed_on=known.get("observed_on"),
        removed=known.get("removed"),
        parents=known["parents"],
        children=known["children"],
        children_inferred=known["children_inferred"],
    )


def _descends(known: dict[str, Any]) -> Descends:
    if known["parents"]:
        return Descends.INFERRED if known["parents_inferred"] == known["parents"] else Descends.STATED
    if known["left_out"]:
        return Descends.LEFT_OUT
    if not known["listed"]:
        return Descends.NOT_LISTED
    return Descends.STATES_NONE if known.get("parents_read") else Descends.NOT_READ


def _descent(row: dict[str, Any], known: dict[str, dict[str, Any]]) -> Descent:
    child = known[row["child"]]
    # Where parents are stated, none is inferred: a child's parents are all of one kind.
    followed = row["left_out"] is None
    return Descent(
        child=row["child"],
        parent=row["known_as"],
        stated_as=row["parent"] if row["parent"] != row["known_as"] else None,
        relation=row["relation"],
        known_by=row["known_by"],
        confidence=row["confidence"],
        left_out=row["left_out"],
        share=1 / child["parents"] if followed else None,
        source=row["source"],
        stated_on=row["stated_on"],
    )


def _line(row: dict[str, Any]) -> Line:
    return Line(
        repo_id=row["repo_id"],
        basis=row["basis"],
        nearest=row["nearest"],
        root=row["root"],
        share=row["weight"],
        depth=row["depth"],
        cut=row["cut"],
    )
