"""All lines of a numbered graph: those of what stands below no cycle first, then the rest, with its cycles cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.descent.cycles import against
from weighbridge.descent.lines import Ground, drawn, shaped

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.descent.numbering import Numbered
    from weighbridge.engine import Engine


@dataclass(frozen=True)
class Settled:
    """`lines` of all nodes that were not settled before; `left_out`: child, parent, reason; `copies`: node."""

    lines: pa.Table
    left_out: pa.Table
    copies: pa.Table


def settled(engine: Engine, graph: Numbered, ground: Ground) -> Settled:
    """Settle every node of `graph` that `ground` has not settled; `ground.broken` is empty."""
    import pyarrow as pa

    found = drawn(engine, graph.edges, ground)
    rounds, broken, left_out = [found], [ground.broken], [_left_out(graph.edges, found.crowded, "crowded")]
    # Without cycles, what waits still stands on too many levels of merges; without those merges nothing waits.
    for reason, cutting in (("cycle", _on_cycles), ("deep", _of_merges)):
        waiting = found.waiting
        if not waiting.num_rows:
            break
        cut, kept = _parted(waiting, cutting(engine, graph, waiting))
        if not cut.num_rows:
            continue
        broken.append(cut.select(["child"]).rename_columns(["node"]))
        lines = pa.concat_tables([ground.lines, *(each.lines for each in rounds)])
        found = drawn(engine, kept, _ground(engine, graph.edges, waiting, Ground(lines, ground.copies, _all(broken))))
        rounds.append(found)
        left_out += [_left_out(cut, broken[-1], reason), _left_out(kept, found.crowded, "crowded")]
    missing = pa.concat_tables(left_out)
    return Settled(_all([each.lines for each in rounds]), missing, _copies(engine, graph.edges, missing))


def _all(tables: list[pa.Table]) -> pa.Table:
    import pyarrow as pa

    return pa.concat_tables(tables)


def _parted(edges: pa.Table, cut: NDArray[np.bool_]) -> tuple[pa.Table, pa.Table]:
    import pyarrow as pa

    return edges.filter(pa.array(cut)), edges.filter(pa.array(~cut))


def _ground(engine: Engine, edges: pa.Table, waiting: pa.Table, so_far: Ground) -> Ground:
    """Keep of what is settled `so_far` only what the edges that wait rest on: all else would be carried along."""
    needed = engine.table(waiting).select(node="parent").union(engine.table(so_far.broken)).distinct()
    lines = engine.table(so_far.lines)
    copies = engine.table(shaped(engine, edges))
    copies = copies.filter(copies.copy).select(node="child").union(engine.table(so_far.copies)).distinct()
    resting = engine.arrow(lines.semi_join(needed, "node")).cast(so_far.lines.schema)
    copies = copies.semi_join(engine.table(resting), "node")
    broken = engine.table(so_far.broken).distinct().anti_join(engine.table(resting), "node")
    return Ground(resting, engine.arrow(copies), engine.arrow(broken))


def _on_cycles(engine: Engine, graph: Numbered, waiting: pa.Table) -> NDArray[np.bool_]:
    """Say which edges the rule on cycles cuts, with the nodes in order of creation, ties and unknown days by name."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    ends = np.concatenate([waiting.column(name).to_numpy() for name in ("child", "parent")])
    nodes, place = np.unique(ends, return_inverse=True)
    of = engine.table(pa.table({"number": nodes, "name": graph.named(pa.array(nodes))}))
    rows = engine.arrow(of.left_join(engine.table(graph.facts), "number").select("number", "name", "created_on"))
    rows = rows.sort_by("number")
    order = pc.sort_indices(rows, sort_keys=[("created_on", "ascending"), ("name", "ascending")]).to_numpy()
    rank = np.empty(len(nodes), dtype=np.int64)
    rank[order] = np.arange(len(nodes))
    child, parent = rank[place].reshape(2, -1)
    return against(child, parent)


def _of_merges(_engine: Engine, _graph: Numbered, waiting: pa.Table) -> NDArray[np.bool_]:
    import numpy as np

    _, place, parents = np.unique(waiting.column("child").to_numpy(), return_inverse=True, return_counts=True)
    several: NDArray[np.bool_] = parents[place] > 1
    return several


def _left_out(edges: pa.Table, children: pa.Table, reason: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    left = edges.filter(pc.is_in(edges.column("child"), value_set=children.column("node")))
    return left.select(["child", "parent"]).append_column("reason", pa.repeat(reason, left.num_rows))


def _copies(engine: Engine, edges: pa.Table, left_out: pa.Table) -> pa.Table:
    kept = engine.table(edges)
    if left_out.num_rows:
        kept = kept.anti_join(engine.table(left_out), ["child", "parent"])
    rows = engine.table(shaped(engine, engine.arrow(kept)))
    return engine.arrow(rows.filter(rows.copy).select(node="child"))
