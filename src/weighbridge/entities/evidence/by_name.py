"""A parent by name: the name of a known repository stands word for word in the child's, and both state one size.

`Llama-3.1-8B-Instruct-abliterated` holds `Llama-3.1-8B-Instruct`, `Qwen_Qwen3-8B-GGUF` holds `Qwen3-8B`. Words are
whole: the beginning of one says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.entities import names

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.engine import Engine

# A longer name is a sentence. One word without a size (`gemma`, `whisper`) is a word of the language.
MOST_WORDS, FEWEST_WORDS = 24, 2


def by_name(engine: Engine, children: ir.Table, bases: ir.Table) -> ir.Table:
    """Give (child, parent, relation) of `children` (repo_id, created_on) whose name holds that of one of `bases`.

    `bases`: repo_id, created_on, own, family. The longest name counts that means one repository: where a release's
    own repositories of one family share it, the oldest, the others being copies; where others share it, none of them.
    """
    meant = engine.hold(_meant(bases))
    met = _spans(children).inner_join(meant, ["words", "sizes"])
    met = met.filter((met.parent != met.child) & (met.parent_created <= met.created_on).fill_null(True))
    return _related(engine.hold(_longest(engine.hold(met))))


def _spans(children: ir.Table) -> ir.Table:
    """Give every run of words in a child's name, with the sizes that the whole name states."""
    import ibis

    bare = names.bare(children.repo_id)
    rows = children.select("created_on", child="repo_id", sizes=_sizes(bare), all=names.words(bare))
    rows = rows.filter(rows["all"].length() <= MOST_WORDS)
    rows = rows.mutate(start=ibis.range(0, rows["all"].length()).unnest())
    rows = rows.mutate(stop=ibis.range(rows.start + FEWEST_WORDS, rows["all"].length() + 1).unnest())
    return rows.mutate(words=rows["all"][rows.start : rows.stop].join("-")).drop("all")


def _sizes(bare: ir.StringValue) -> ir.StringValue:
    return names.sizes(bare).fill_null("")


def _meant(bases: ir.Table) -> ir.Table:
    """Give (words, sizes, parent, parent_created): the one repository that a name means."""
    import ibis

    bare = names.bare(bases.repo_id)
    rows = bases.mutate(words=names.words(bare).join("-"), parts=names.words(bare).length(), sizes=_sizes(bare))
    rows = rows.filter(rows.parts >= FEWEST_WORDS)
    of = ibis.window(group_by="words")
    rows = rows.mutate(any_own=rows.own.any().over(of))
    rows = rows.filter(rows.own == rows.any_own)
    oldest = ibis.window(group_by="words", order_by=[rows.created_on.asc(nulls_first=False), rows.repo_id])
    rows = rows.mutate(
        place=ibis.row_number().over(oldest), same=rows.count().over(of), low=rows.family.min().over(of),
        high=rows.family.max().over(of),
    )  # fmt: skip
    one = (rows.place == 0) & (rows.low == rows.high) & (rows.own | (rows.same == 1))
    return rows.filter(one).select("words", "sizes", parent="repo_id", parent_created="created_on")


def _longest(met: ir.Table) -> ir.Table:
    """Keep the longest name that each child holds, beside its own; where it holds two of that length, none."""
    import ibis

    rows = met.mutate(length=met.stop - met.start)
    rows = rows.mutate(longest=rows.length.max().over(ibis.window(group_by="child")))
    rows = rows.filter(rows.length == rows.longest)
    one = rows.group_by("child").aggregate(
        parent=rows.parent.max(), parents=rows.parent.nunique(), start=rows.start.min(), stop=rows.stop.min()
    )
    return one.filter(one.parents == 1).mutate(all=names.words(names.bare(one.child)))


def _related(found: ir.Table) -> ir.Table:
    """Tell copies by what the child's name says beside the parent's."""
    rest = found["all"][: found.start].concat(found["all"][found.stop :]).join("-")
    relation = names.only_repacked(rest).ifelse("quantized", "unspecified")
    return found.select("child", "parent", relation=relation)
