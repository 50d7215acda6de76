"""New repositories added to what is attributed already: the work is that of the new ones and of who waited for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.descent import Attribution, Graph, results
from weighbridge.descent.attribution import last_names
from weighbridge.descent.lines import COLUMNS, Ground, no_lines
from weighbridge.descent.numbering import Numbered, numbered, union
from weighbridge.descent.settling import settled
from weighbridge.descent.statements import stated
from weighbridge.errors import UsageError

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.engine import Engine


def extend(engine: Engine, roots: ir.Table, before: Graph, arrivals: Graph) -> Attribution | None:
    """Give the rows of the repositories in `arrivals`, and of those that descend from one that was not known before.

    `roots`: the rows of `before`. A repository's new rows replace all its rows. `arrivals.renames`: those of `before`,
    and others of names that it never states. None where only the whole graph can tell: a line that was cut may close
    another cycle. UsageError where a repository of `arrivals` has rows already.
    """
    import pyarrow as pa

    names, undecided = last_names(engine, arrivals.renames)
    said, nodes = stated(engine, arrivals.edges, names), arrivals.nodes.select("repo_id", "created_on")
    listed = union(_called(nodes, names), engine.table(said.idle))
    waited = engine.arrow(_waited(roots, listed))
    if waited.num_rows:
        theirs, statements = _of(before, engine.table(waited), names)
        again = stated(engine, statements, names)
        said, nodes = replace(said, edges=pa.concat_tables([said.edges, again.edges])), nodes.union(theirs)
    rests = _resting(engine, roots, listed, said.edges, waited)
    ends = engine.table(rests)
    others = union(*(ends.select(name) for name in ("repo_id", "nearest", "root")), engine.table(said.idle))
    numbers = numbered(engine, nodes, said.edges, others, names)
    found = settled(engine, numbers, _ground(rests, numbers))
    known = results.known(numbers, said)
    single = results.single(numbers, found, known)
    rows = pa.concat_tables([results.named(numbers, found, known | _known_before(rests, numbers)), single])
    if _undecided(waited, rests, rows):
        return None
    counts = said.counts | {"renames undecided": undecided} | results.counted(said, numbers, found, rows)
    return Attribution(rows, results.left_out(said, numbers, found), counts)


def _called(nodes: ir.Table, names: ir.Table | None) -> ir.Table:
    """Give the last names of `nodes`."""
    if names is None:
        return nodes.select(name="repo_id")
    rows = nodes.left_join(names, nodes.repo_id == names.old)
    return rows.select(name=rows.new.coalesce(rows.repo_id))


def _waited(roots: ir.Table, listed: ir.Table) -> ir.Table:
    """Give the rows of `roots` that lead to a root which was unknown and now is `listed` (name)."""
    return roots.filter(~roots.known).semi_join(listed, [("root", "name")])


def _of(before: Graph, waited: ir.Table, names: ir.Table | None) -> tuple[ir.Table, ir.Table]:
    """Give the nodes and the statements of those that waited, under all the names they had."""
    every = waited.select("repo_id")
    if names is not None:
        every = union(every, names.semi_join(every, [("new", "repo_id")]).select("old")).rename(repo_id="name")
    return before.nodes.select("repo_id", "created_on").semi_join(every, "repo_id"), before.edges.semi_join(
        every, [("child", "repo_id")]
    )


def _resting(engine: Engine, roots: ir.Table, listed: ir.Table, edges: pa.Table, waited: pa.Table) -> pa.Table:
    """Give the rows of `roots` of the parents that keep them; UsageError if a new repository has rows."""
    import pyarrow.compute as pc

    said = engine.table(edges)
    settling = engine.arrow(union(listed, said.select("child")).distinct())
    asked = union(engine.table(settling), said.select("parent")).distinct()
    rows = engine.arrow(roots.semi_join(asked, [("repo_id", "name")]))
    again = pc.is_in(rows.column("repo_id"), value_set=settling.column("name"))
    twice = rows.filter(again).column("repo_id")
    twice = twice.filter(pc.invert(pc.is_in(twice, value_set=waited.column("repo_id"))))
    if len(twice):
        what = (
            f"{pc.count_distinct(twice).as_py()} repositories are attributed already, {twice[0].as_py()!r} among them"
        )
        raise UsageError(what, where="new repositories", then="attribute the whole graph again")
    return rows.filter(pc.invert(again))


def _undecided(waited: pa.Table, rests: pa.Table, rows: pa.Table) -> bool:
    """Say whether one that was waited for may stand below a cut that was made without it."""
    import pyarrow.compute as pc

    found = rows.filter(pc.is_in(rows.column("repo_id"), value_set=waited.column("root")))
    cut = [pc.any(each.column("cut")).as_py() or False for each in (waited, rests, found)]
    return cut[0] or (cut[1] and cut[2])


def _ground(rests: pa.Table, numbers: Numbered) -> Ground:
    import pyarrow as pa

    columns = {"node": "repo_id", "base": "nearest", "root": "root"}
    figures = {name: numbers.numbers(rests.column(stated)) for name, stated in columns.items()}
    figures |= {name: rests.column(name) for name in ("weight", "depth", "cut")}
    lines = pa.table(figures).select(list(COLUMNS)).cast(no_lines().schema)
    copies = lines.filter(rests.column("copy")).group_by("node").aggregate([])
    return Ground(lines, copies, copies.slice(0, 0))


def _known_before(rests: pa.Table, numbers: Numbered) -> NDArray[np.bool_]:
    roots = rests.filter(rests.column("known")).column("root")
    return numbers.marked(numbers.numbers(roots))
