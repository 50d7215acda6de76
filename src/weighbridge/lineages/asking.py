"""What the lake says of descent, asked once for all families and releases, with numbers in place of names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from weighbridge.newest import newest
from weighbridge.schema import DERIVATIVES, LINEAGE, ORGANISATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

    Numbers = NDArray[np.int64]

# By these rules a name is of its account's own maker, unless it is a copy.
OF_ACCOUNT = ("account", "declared_base", "stem")


@dataclass(frozen=True)
class Asked:
    """Names are numbered by their place in `names`, sources by theirs in `sources`, of which a set is a mask.

    `edges`: child, parent (numbers), relation, known_by, confidence, source, stated_on; those followed, by child.
    `own`: repo_id, release_id, family_id of the repositories of each release. `readings`: repo_id, downloads_30d,
    read_by (a source), removed, listing (a mask), of all that have a parent or belong to a release. `makers`: account
    in lower case, organisation_id, country. `listed`: mask, deep (has a parent), n.
    """

    names: pa.Array
    sources: tuple[str, ...]
    edges: pa.Table
    own: pa.Table
    readings: pa.Table
    makers: pa.Table
    listed: tuple[tuple[int, bool, int], ...]

    def numbers(self, names: pa.ChunkedArray) -> Numbers:
        """Give the numbers of `names`; -1 of those that have none."""
        return placed(names, self.names)

    @cached_property
    def ends(self) -> tuple[Numbers, Numbers]:
        """Child and parent of each edge."""
        child, parent = (self.edges.column(name).to_numpy() for name in ("child", "parent"))
        return child, parent


def placed(values: pa.ChunkedArray, among: Any) -> Numbers:  # noqa: ANN401 - an array of Arrow
    """Give the place of each value in `among`; -1 where it is not there."""
    import pyarrow.compute as pc

    found = pc.fill_null(pc.index_in(values, value_set=among), -1)
    return np.asarray(found.to_numpy(), np.int64)


def asked(lake: Lake, sources: Sequence[str]) -> Asked:
    """Ask for all that lineages are made of; `sources` are those of `derivatives`."""
    import pyarrow as pa

    engine = lake.engine
    edges = engine.arrow(_edges(lake))
    own = engine.arrow(_own(lake))
    columns = [edges.column("child"), edges.column("known_as"), own.column("repo_id")]
    chunks = [chunk for column in columns for chunk in column.chunks]
    names = pa.chunked_array(chunks, pa.string()).unique()
    ends = {
        end: pa.array(placed(edges.column(was), names)) for end, was in (("child", "child"), ("parent", "known_as"))
    }
    return Asked(
        names,
        tuple(sources),
        pa.table(ends | {name: edges.column(name) for name in edges.column_names[2:]}).sort_by(
            [("child", "ascending"), ("parent", "ascending")]
        ),
        own,
        engine.arrow(_readings(lake, sources, engine.table(pa.table({"repo_id": names})))),
        engine.arrow(_makers(lake)),
        tuple((row["mask"], row["deep"], row["n"]) for row in engine.arrow(_listed(lake, sources)).to_pylist()),
    )


def _edges(lake: Lake) -> ir.Table:
    """Give the steps that lines of descent follow; two statements that mean one parent are one step."""
    rows = lake.read(LINEAGE)
    rows = newest(rows.filter(rows.left_out.isnull()), ["child", "known_as"], [rows.parent != rows.known_as, "parent"])
    return rows.select("child", "known_as", "relation", "known_by", "confidence", "source", "stated_on")


def _own(lake: Lake) -> ir.Table:
    rows = lake.names("hub")
    rows = rows.filter(rows.release_id.notnull() & ~rows["copy"])
    return rows.select("release_id", "family_id", repo_id="key").order_by("repo_id")


def _mask(source: ir.StringValue, sources: Iterable[str]) -> ir.IntegerValue:
    bits = [(name, 1 << i) for i, name in enumerate(sources)]
    return source.cases(*bits, else_=0).cast("int64")


def _readings(lake: Lake, sources: Sequence[str], repos: ir.Table) -> ir.Table:
    """Give what sources last said of `repos`, as far as any lists them."""
    rows = lake.read(DERIVATIVES).semi_join(repos, "repo_id")
    last = rows.observed_on.cast("string") + rows.source
    counted = rows.downloads_30d.notnull()
    return rows.group_by("repo_id").aggregate(
        downloads_30d=rows.downloads_30d.argmax(last, where=counted),
        read_by=rows.source.argmax(last, where=counted),
        removed=rows.removed.argmax(last, where=rows.removed.notnull()),
        listing=_mask(rows.source, sources).bit_or(),
    )


def _makers(lake: Lake) -> ir.Table:
    rows = lake.names("hub")
    rows = rows.filter(~rows["copy"] & rows.rule.isin(OF_ACCOUNT) & rows.organisation_id.notnull())
    rows = rows.mutate(account=rows.key.re_extract(r"^([^/]*)/", 1).lower())
    rows = rows.filter(rows.account != "").group_by("account").aggregate(organisation_id=rows.organisation_id.min())
    based = lake.read(ORGANISATIONS).select("organisation_id", "country")
    return rows.left_join(based, "organisation_id").select("account", "organisation_id", "country").order_by("account")


def _listed(lake: Lake, sources: Sequence[str]) -> ir.Table:
    rows = lake.read(DERIVATIVES)
    each = rows.group_by("repo_id").aggregate(mask=_mask(rows.source, sources).bit_or(), deep=(rows.depth > 0).any())
    return each.group_by("mask", "deep").aggregate(n=each.count())
