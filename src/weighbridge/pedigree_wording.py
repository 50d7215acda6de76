"""Words for pedigrees: who says that one was built on another, what a repository is, and what is not known."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from weighbridge import wording
from weighbridge.pedigree import Descends, FoundBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.pedigree import Descent, Line, Pedigree, Relative

KNOWN_BY = {
    "declared": "declared",
    "hub_inferred": "inferred by the Hub",
    "name": "inferred from its name",
    "configuration": "inferred from its configuration",
    "tokenizer": "inferred from its tokenizer",
}
LEFT_OUT = {
    "itself": "it names itself",
    "cycle": "it closes a circle",
    "crowded": "too many lines of descent",
    "deep": "too many merges of merges",
}
DESCENDS = {
    Descends.LEFT_OUT: "its statements of parents are left out",
    Descends.STATES_NONE: "states no parent",
    Descends.NOT_READ: "its sources give no parents",
    Descends.NOT_LISTED: "listed by no source, named by others alone",
}
ENDS = 6  # of lines of descent that are named one by one


def step(descent: Descent) -> str:
    """Say how one was built on another and who says so: `finetune, declared`."""
    relation = "relation not stated" if descent.relation == "unspecified" else descent.relation
    parts = [relation, KNOWN_BY[descent.known_by]]
    if descent.confidence is not None:
        parts[-1] += f" ({share(descent.confidence)} of such hold)"
    parts += [f"{share(descent.share)} of it"] if descent.share is not None and descent.share < 1 else []
    parts += [f"stated as {descent.stated_as}"] if descent.stated_as else []
    parts += [f"left out: {LEFT_OUT[descent.left_out]}"] if descent.left_out else []
    return ", ".join(parts)


def share(part: float) -> str:
    """Give a part in per cent, with a digit after the point where it has one: `50 %`, `5.6 %`."""
    return f"{part * 100:.1f} %".replace(".0 %", " %")


def relative(found: Relative) -> tuple[str, ...]:
    """Say what a repository is, in parts: who made its weights, when it was created, how much it is used."""
    openness = wording.OPENNESS.get(found.openness or "")
    family = f"family {found.family}" if found.family else None
    maker = (found.organisation or "maker not known", found.country, family, openness)
    used = found.downloads_30d
    return (
        ", ".join(part for part in maker if part),
        *([f"created {found.created_on}"] if found.created_on else []),
        *([f"{wording.compact(used)} download{'s' * (used != 1)}"] if used is not None else []),
        *(["removed from the Hub"] if found.removed else []),
        *([DESCENDS[found.descends]] if found.descends in DESCENDS else []),
    )


def ends(lines: Sequence[Line]) -> list[str]:
    """Say what a repository descends from in the end and by what part, a sentence for each basis."""
    said = []
    for basis, of in groupby(lines, key=lambda line: line.basis):
        by_root: dict[str, tuple[float, int]] = {}
        held = list(of)
        for line in held:
            part, depth = by_root.get(line.root, (0.0, 0))
            by_root[line.root] = part + line.share, max(depth, line.depth)
        named = sorted(by_root.items(), key=lambda item: (-item[1][0], item[0]))
        told = [f"{share(p)} from {root} ({d} step{'s' * (d != 1)})" for root, (p, d) in named[:ENDS]]
        told += [f"the rest from {len(named) - ENDS} more"] if len(named) > ENDS else []
        cut = "; a parent on the way is left out" if any(line.cut for line in held) else ""
        said.append(f"{'With evidence: d' if basis == 'with_evidence' else 'D'}escends {', '.join(told)}{cut}.")
    return said


def found(pedigree: Pedigree) -> str:
    """Say what the name that was asked for means, where it is not simply a repository's."""
    first = pedigree.asked[0]
    words = {
        FoundBy.REPOSITORY: "",
        FoundBy.LETTER_CASE: f"{pedigree.name} is written {first}.",
        FoundBy.OLD_NAME: f"{pedigree.name} is named {first} today.",
        FoundBy.MODEL: f"{pedigree.name} is a model: its maker's repositories that are built on no other of them.",
        FoundBy.OWN_NAME: f"{pedigree.name} is a name under several accounts: its maker's own is meant.",
        FoundBy.FAMILY: f"{pedigree.name} is a family: its maker's repositories that are built on no other of them.",
    }
    more = f" {pedigree.unasked:,} more with fewer descendants are not shown." if pedigree.unasked else ""
    return words[pedigree.found_by] + more
