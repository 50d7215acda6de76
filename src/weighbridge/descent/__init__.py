"""What each repository descends from: lines of descent over stated parents, merges in equal fractions.

`attribution.attribute` reads a whole graph, `arrivals.extend` adds new repositories to what is attributed already. Both
take Ibis tables and give Arrow tables; the joins run in the engine, on numbers instead of names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir
    import pyarrow as pa

# A repository on more lines of descent than this, or a merge of merges of merges deeper than this, says nothing of use
# and would let a few cards fill the memory: its parents are left out, and counted.
MOST_LINES = 256
MOST_LEVELS = 512


@dataclass(frozen=True)
class Graph:
    """Statements of descent.

    `nodes`: repo_id (each once), created_on (day, may be null): the repositories that are listed.
    `edges`: child, parent, relation (null or a word of `schema.RELATIONS`).
    `renames`: old, new; names are followed to their last before anything else. Give only old names that no other
    repository bears today. Spellings that the Hub takes for one (letter case) are renames too.
    """

    nodes: ir.Table
    edges: ir.Table
    renames: ir.Table | None = None


@dataclass(frozen=True)
class Attribution:
    """Lines of descent, in no order, and what was left out to get them.

    `roots`: rows of the table `roots`; a parent that is neither listed nor states a parent has none of its own.
    `left_out`: child, parent, reason. `itself`: they are one. `cycle`: the child was created first of a cycle that the
    edge lies on; unknown days come last, ties go by name. `crowded`: the child has more than MOST_LINES lines. `deep`:
    it stands on more than MOST_LEVELS merges of merges.
    `counts`: statements stated, blank, renamed, repeated; left out by reason; renames undecided; unknown roots.
    """

    roots: pa.Table
    left_out: pa.Table
    counts: Mapping[str, int]
