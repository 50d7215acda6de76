"""Pedigrees as the command line prints them: a tree for people, JSON, CSV and SVG for programs; and gaps of descent."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from weighbridge import outline, pedigree_wording
from weighbridge.outline import Side
from weighbridge.pedigree import Descent, Relative
from weighbridge.terminal import grid, inert, print_line, row, send, send_csv, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weighbridge.api import Weighbridge
    from weighbridge.lake import Lake
    from weighbridge.outline import Row
    from weighbridge.pedigree import Pedigree

LONGEST = 120  # letters of a name on one line: the Hub allows fewer
# Of a child and of its parent, beside what a statement says; JSON has the rest.
ENDS = ("organisation", "country", "family", "openness", "created_on", "downloads_30d", "descends", "removed")
MEANING = (
    "Declared: by its own card. Inferred: by the Hub or from evidence. A repository that states no parent may still "
    "have one. A share is what a merge has of each parent, in equal parts. Downloads are those of 30 days."
)


def pedigree(scale: Weighbridge, found: Pedigree, form: str) -> None:
    """Print a pedigree in the wanted form."""
    if form == "json":
        import orjson

        send(orjson.dumps(asdict(found), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    elif form == "csv":
        _csv(found)
    elif form == "svg":
        send(scale.picture(found).encode() + b"\n")
    else:
        for line in tree(found):
            click.echo(line)


def _csv(found: Pedigree) -> None:
    """Print one row for each statement, with what child and parent are."""
    relatives = {relative.repo_id: relative for relative in found.relatives}
    names = [field.name for field in fields(Descent)]
    sides = [f"{side}_{name}" for side in ("child", "parent") for name in ("steps", *ENDS)]

    def cells(descent: Descent) -> list[object]:
        ends = (relatives[descent.child], relatives[descent.parent])
        return [getattr(descent, n) for n in names] + [getattr(end, n) for end in ends for n in ("steps", *ENDS)]

    send_csv([*names, *sides], map(cells, found.descents))


def tree(found: Pedigree) -> Iterator[str]:
    """Give the lines of the tree, safe for a terminal."""
    if said := pedigree_wording.found(found).strip():
        yield inert(said)
    rows = outline.outline(found)
    for place, shown in enumerate(rows):
        if shown.side is Side.SELF and shown.relative is not None:
            yield from _heading(found, shown.relative)
        before = rows[place - 1].side if place else Side.SELF
        if shown.side is not Side.SELF and shown.side is not before:
            yield from _section(rows, place)
        if shown.side is not Side.SELF:
            yield _branch(shown)
    if found.ends_here:
        those = "it" if len(found.asked) == 1 else "these"
        said = f"As stated, {found.ends_here:,} of the repositories listed descend from {those} in the end."
        yield from ("", said)
    yield from ("", *(["There were too many relatives to show all: lower --most or --down."] if found.crowded else []))
    yield MEANING
    for use in found.provenance.sources:
        yield inert(f"{use.name}, {use.licence}: {use.attribution}")


def _heading(found: Pedigree, asked: Relative) -> Iterator[str]:
    yield from ("", _named(asked.repo_id), f"  {inert('; '.join(pedigree_wording.relative(asked)))}")
    lines = [line for line in found.lines if line.repo_id == asked.repo_id]
    yield from (f"  {inert(said)}" for said in pedigree_wording.ends(lines))


def _section(rows: Sequence[Row], place: int) -> Iterator[str]:
    """Name what follows: ancestors, or descendants with the number of children."""
    asked = rows[rows[place].under].relative
    if rows[place].side is Side.ABOVE or asked is None:
        yield "Built on"
    else:
        guessed = f", {asked.children_inferred:,} by evidence alone" if asked.children_inferred else ""
        yield f"Built on it: {asked.children:,} {'repository' if asked.children == 1 else 'repositories'}{guessed}"


def _branch(shown: Row) -> str:
    lead = "".join("   " if last else "│  " for last in shown.last[:-1]) + ("└─ " if shown.last[-1] else "├─ ")
    if shown.relative is None or shown.descent is None:
        return f"{lead}{shown.more:,} more"
    facts = list(pedigree_wording.relative(shown.relative))
    if shown.more:
        facts.append(f"{shown.more:,} built on it" if shown.side is Side.BELOW else f"{shown.more:,} above it")
    facts += ["its line stands above"] if shown.again else []
    return f"{lead}{_named(shown.relative.repo_id)}: {inert('; '.join((pedigree_wording.step(shown.descent), *facts)))}"


def _named(repo: str) -> str:
    return inert(repo if len(repo) <= LONGEST else repo[: LONGEST - 1] + "…")


def gaps(lake: Lake, limit: int) -> None:
    """Print the statements that no line of descent follows, parents under older names, and parents nothing lists."""
    from weighbridge import descent_gaps

    made = grid("statements of descent", "times", "for example", title="Descent", right=("times",))
    for odd in descent_gaps.odd(lake):
        if odd.what == descent_gaps.RENAMED:
            says, example = "parent renamed, followed", f"{odd.child}: {odd.parent} is {odd.known_as} today"
        else:
            says, example = f"left out: {pedigree_wording.LEFT_OUT[odd.what]}", f"{odd.child}: {odd.parent}"
        row(made, says, f"{odd.n:,}", example)
    show(made)
    found = descent_gaps.unknown(lake, limit)
    named = grid("parent", "stated by", title="Parents that no source lists, the most named", right=("stated by",))
    for unlisted in found.most_named:
        row(named, unlisted.parent, f"{unlisted.n:,}")
    show(named)
    print_line(f"{found.parents:,} parents that no source lists are stated {found.statements:,} times.")
