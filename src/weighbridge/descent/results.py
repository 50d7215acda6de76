"""Numbers made names again: the rows of `roots`, what was left out, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.arrow import arrow_schema
from weighbridge.schema import LEFT_OUT, ROOTS

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.descent.numbering import Numbered
    from weighbridge.descent.settling import Settled
    from weighbridge.descent.statements import Stated


def known(numbers: Numbered, said: Stated) -> NDArray[np.bool_]:
    """Say of each number whether its name is listed or states a parent; shape (names,)."""
    idle = numbers.numbers(said.idle.column("name"))
    parts = (numbers.facts.column("number"), numbers.edges.column("child"), idle)
    listed, stating, others = map(numbers.marked, parts)
    return listed | stating | others


def named(numbers: Numbered, found: Settled, known: NDArray[np.bool_]) -> pa.Table:
    """Give the rows of `roots` of all nodes that are `known`."""
    import pyarrow as pa

    lines = found.lines.filter(pa.array(known[found.lines.column("node").to_numpy()]))
    copies = numbers.marked(found.copies.column("node"))
    columns = {
        "repo_id": numbers.named(lines.column("node")),
        "nearest": numbers.named(lines.column("base")),
        "root": numbers.named(lines.column("root")),
        "weight": lines.column("weight"),
        "depth": lines.column("depth"),
        "known": pa.array(known[lines.column("root").to_numpy()]),
        "copy": pa.array(copies[lines.column("node").to_numpy()]),
        "cut": lines.column("cut"),
    }
    return pa.table(columns).cast(arrow_schema(ROOTS))


def single(numbers: Numbered, found: Settled, known: NDArray[np.bool_]) -> pa.Table:
    """Give the rows of `roots` of the repositories that have neither parent nor child: each is its own root."""
    import numpy as np
    import pyarrow as pa

    rest = pa.array(np.flatnonzero(known & ~numbers.marked(found.lines.column("node"))))
    names = pa.chunked_array([*numbers.alone.chunks, numbers.named(rest)], type=pa.string())
    n = len(names)
    figures = {"weight": np.ones(n), "depth": np.zeros(n, dtype=np.int64), "known": np.ones(n, dtype=bool)}
    flags = {name: np.zeros(n, dtype=bool) for name in ("copy", "cut")}
    return pa.table({"repo_id": names, "nearest": names, "root": names} | figures | flags, schema=arrow_schema(ROOTS))


def left_out(said: Stated, numbers: Numbered, found: Settled) -> pa.Table:
    """Give child, parent and reason of each statement that no line follows."""
    import pyarrow as pa

    itself = said.itself.group_by(["child", "parent"]).aggregate([])
    itself = itself.append_column("reason", pa.repeat("itself", itself.num_rows))
    columns = {name: numbers.named(found.left_out.column(name)) for name in ("child", "parent")}
    return pa.concat_tables([itself, pa.table(columns | {"reason": found.left_out.column("reason")})])


def counted(said: Stated, numbers: Numbered, found: Settled, roots: pa.Table) -> dict[str, int]:
    """Count the statements left out by reason, those repeated, and the roots that nothing lists."""
    import pyarrow.compute as pc

    reasons = found.left_out.column("reason")
    counts = {reason: pc.sum(pc.equal(reasons, reason)).as_py() or 0 for reason in LEFT_OUT}
    unknown = roots.filter(pc.invert(roots.column("known"))).column("root")
    return counts | {
        "itself": said.itself.num_rows,
        "repeated": said.edges.num_rows - numbers.edges.num_rows,
        "unknown roots": pc.count_distinct(unknown).as_py(),
    }
