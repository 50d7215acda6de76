"""All lines of a numbered graph: those of what stands below no cycle first, then the rest, with its cycles cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.descent.cycles import against
from weighbridge.descent.lines import Ground, drawn

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
        copies = pa.concat_tables([ground.copies, *(each.copies for each in rounds)])
        found = drawn(engine, kept, _ground(engine, waiting, Ground(lines, copies, pa.concat_tables(broken))))
        rounds.append(found)
        left_out += [_left_out(cut, broken[-1], reason), _left_out(kept, found.crowded, "crowded")]
    lines, copies = (pa.concat_tables(each) for each in zip(*((r.lines, r.copies) for r in rounds), strict=True))
    return Settled(lines, pa.concat_tables(left_out), copies)


def _parted(edges: pa.Table, cut: NDArray[np.bool_]) -> tuple[pa.Table, pa.Table]:
    import pyarrow as pa

    return edges.filter(pa.array(cut)), edges.filter(pa.array(~cut))


def _ground(engine: Engine, waiting: pa.Table, so_far: Ground) -> Ground:
    """Keep of what is settled `so_far` only what the edges that wait rest on: all else would be carried along."""
    needed = engine.table(waiting).select(node="parent").union(engine.table(so_far.broken)).distinct()
    resting = engine.arrow(engine.table(so_far.lines).semi_join(needed, "node")).cast(so_far.lines.schema)
    settled = engine.table(resting)
    copies = engine.table(so_far.copies).semi_join(settled, "node")
    broken = engine.table(so_far.broken).distinct().anti_join(settled, "node")
    return Ground(resting, engine.arrow(copies), engine.arrow(broken))


def _on_cycles(engine: Engine, graph: Numbered, waiting: pa.Table) -> NDArray[np.bool_]:
    """Say which edges the rule on cycles cuts, with the nodes in order of creation, ties and unknown days by name."""
    import ibis
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    ends = np.concatenate([waiting.column(name).to_numpy() for name in ("child", "parent")])
    nodes, place = np.unique(ends, return_inverse=True)
    of = engine.table(pa.table({"number": nodes, "name": graph.named(pa.array(nodes))}))
    rows = of.left_join(engine.table(graph.facts), "number").group_by("number", "name")
    rows = engine.arrow(rows.aggregate(created_on=ibis._.created_on.min())).sort_by("number")
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
