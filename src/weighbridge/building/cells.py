"""Facts and subjects to cells: a day's facts summed over every attribute that a measure may group or filter by."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.building.state import digest
from weighbridge.engine import fingerprint
from weighbridge.errors import StoreError
from weighbridge.lake import batched
from weighbridge.schema import DOWNLOAD_CELLS, DOWNLOADS, IDENTITY, SUBJECTS, TOKEN_CELLS, TOKENS, Table

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.building.state import State
    from weighbridge.lake import Lake

# Moves when a cell's meaning moves.
CELLS_VERSION = 2
FLAGS = ("tracked", "copy")
# Variants are named free. A model under a code name is offered at 0: OpenRouter's own pages say so of each, and no list
# of prices holds them all. Its routers, such as `openrouter/auto`, are none.
SERVED_FREE = r":free$|^stealth/|^openrouter/.+-(alpha|beta)$"
# Facts stream through and only sums stay: more days fit into memory than where rows are kept.
SUMMED_AT_ONCE = 256


def identities(subjects: ir.Table) -> ir.Table:
    """Give namespace, key, name_hash, identity and IDENTITY of `subjects`; identity 0: nothing is known of the name.

    A fact then meets a number by a number, instead of twelve texts by a name, and the texts meet the few sums.
    """
    names, what = subjects.select("namespace", "key", *IDENTITY), _what(subjects)
    rows = names.left_join(what, [names[name].identical_to(what[name]) for name in IDENTITY])
    numbered = rows.select("namespace", "key", *IDENTITY, "identity", name_hash=fingerprint(rows.key))
    # Facts stand in order of names too: what a join looks up next lies beside what it looked up last.
    return numbered.order_by("namespace", "key")


def _what(subjects: ir.Table) -> ir.Table:
    """Give each identity of `subjects` a number, in any order: nobody waits for twelve texts to be sorted."""
    import ibis

    what = subjects.select(*IDENTITY).distinct()
    nothing = ibis.and_(*(~what[name] if name in FLAGS else what[name].isnull() for name in IDENTITY))
    return what.mutate(identity=nothing.ifelse(0, ibis.row_number() + 1).cast("int32"))


def served_free(slug: ir.StringValue) -> ir.BooleanValue:
    """Say of a router's slug whether its tokens are served at no price."""
    return slug.re_search(SERVED_FREE)


def token_cells(tokens: ir.Table, identities: ir.Table) -> ir.Table:
    """Sum `tokens` by identity and price; a remainder row keeps no identity."""
    rows = tokens.mutate(free=served_free(tokens.slug))
    half = rows.rounding_tokens.cast("float64")
    sums = {
        "total_tokens": rows.total_tokens.sum().cast("int64"),
        "rounding_tokens": rows.rounding_tokens.sum().cast("int64"),
        # A value rounded to the nearest 2h is uniform on (-h, h): its variance is h squared over three.
        "rounding_variance": (half * half / 3.0).sum(),
        "n": rows.slug.count(),
        "observed_at": rows.observed_at.max(),
    }
    keys = ["series", "period_start", "period_end", "row", "free"]
    known = identities.filter(identities.namespace == "openrouter")
    return _named(_summed(rows, known, "slug", keys, sums), known)


def download_cells(downloads: ir.Table, identities: ir.Table) -> ir.Table:
    """Sum `downloads` by identity; a repository without a count adds nothing, not zero."""
    return _named(download_sums(downloads, identities), identities.filter(identities.namespace == "hub"))


def download_sums(downloads: ir.Table, identities: ir.Table) -> ir.Table:
    """Give the cells of `downloads` with the number of their identity in place of its texts."""
    sums = {
        "downloads_30d": downloads.downloads_30d.sum().cast("int64"),
        "downloads_all_time": downloads.downloads_all_time.sum().cast("int64"),
        "n_30d": downloads.downloads_30d.count(),
        "n_all_time": downloads.downloads_all_time.count(),
        "observed_at": downloads.observed_at.max(),
    }
    known = identities.filter(identities.namespace == "hub")
    return _summed(downloads, known, "repo_id", ["observed_on"], sums)


def _summed(facts: ir.Table, known: ir.Table, key: str, keys: list[str], sums: Mapping[str, ir.Value]) -> ir.Table:
    """Sum the facts of one source by `keys` and identity."""
    numbers = known.select(known_hash="name_hash", identity="identity")
    rows = facts.mutate(name_hash=fingerprint(facts[key]))
    rows = rows.left_join(numbers, rows.name_hash == numbers.known_hash)
    rows = rows.mutate(identity=rows.identity.fill_null(0))
    return rows.group_by([*keys, "identity"]).aggregate(**sums)


def _named(cells: ir.Table, known: ir.Table) -> ir.Table:
    what = known.select("identity", *IDENTITY).distinct()
    cells = cells.left_join(what, "identity").drop("identity", "identity_right")
    return cells.mutate(**{flag: cells[flag].fill_null(False) for flag in FLAGS})


@dataclass(frozen=True)
class Weighing:
    """Which facts become which cells, and how a fact's name is looked up."""

    facts: Table
    cells: Table
    expression: Callable[[ir.Table, ir.Table], ir.Table]
    namespace: str
    key: str


WEIGHINGS = (
    Weighing(TOKENS, TOKEN_CELLS, token_cells, "openrouter", "slug"),
    Weighing(DOWNLOADS, DOWNLOAD_CELLS, download_cells, "hub", "repo_id"),
)


def weigh(lake: Lake, state: State, moved: pa.Table | None, today: dt.date) -> int:
    """Write the cells of days whose facts or whose subjects changed; give how many days were weighed."""
    return sum(_weigh(lake, state, weighing, moved, today) for weighing in WEIGHINGS)


def _weigh(lake: Lake, state: State, weighing: Weighing, moved: pa.Table | None, today: dt.date) -> int:
    cells = weighing.cells
    made = state.cells.setdefault(cells.name, {})
    facts = state.facts.get(weighing.facts.name, {})
    wanted = {part: digest([of, f"cells {CELLS_VERSION}"]) for part, of in facts.items()}
    stale = {part for part, of in wanted.items() if made.get(part) != of or not lake.holds(cells, part)}
    if moved is not None and moved.num_rows:
        stale |= _touched(lake, weighing, moved) & set(wanted)
    lake.drop(lake.path(cells, *part.split("/")) for part in lake.parts(cells) - set(wanted))
    if stale:
        _write(lake, weighing, stale, today)
    state.cells[cells.name] = wanted
    return len(stale)


def _touched(lake: Lake, weighing: Weighing, moved: pa.Table) -> set[str]:
    rows, names = lake.read(weighing.facts), lake.engine.table(moved)
    names = names.filter(names.namespace == weighing.namespace)
    hit = rows.semi_join(names, rows[weighing.key] == names.key).select("source", weighing.facts.day).distinct()
    return {f"{row['source']}/{row[weighing.facts.day]}" for row in lake.engine.arrow(hit).to_pylist()}


def numbered(lake: Lake) -> ir.Table:
    """Give the identities of the lake's subjects, in memory; StoreError if two names share a number."""
    known = lake.engine.arrow(identities(lake.read(SUBJECTS)))
    check_numbers(known)
    return lake.engine.table(known)


def check_numbers(known: pa.Table) -> None:
    """Refuse identities in which two names of one namespace have one name_hash; StoreError names them."""
    import pyarrow.compute as pc

    keys = ["namespace", "name_hash"]
    counted = known.select(keys).group_by(keys).aggregate([([], "count_all")])
    if counted.num_rows == known.num_rows:
        return
    shared = counted.filter(pc.greater(counted.column("count_all"), 1)).slice(0, 1)
    names = sorted(known.select([*keys, "key"]).join(shared, keys, join_type="left semi").column("key").to_pylist())
    what = f"{names[0]} and {names[1]} have one number"
    raise StoreError(what, where=SUBJECTS.name, then="report this as a bug")


def _write(lake: Lake, weighing: Weighing, stale: Iterable[str], today: dt.date) -> None:
    import ibis

    by_source: defaultdict[str, list[str]] = defaultdict(list)
    for part in sorted(stale):
        source, day = part.split("/")
        by_source[source].append(day)
    known = numbered(lake)
    for source, days in by_source.items():
        for batch in batched(days, SUMMED_AT_ONCE):
            rows = lake.engine.parquet([lake.path(weighing.facts, source, day) for day in batch])
            weighed = lake.engine.arrow(weighing.expression(rows, known).mutate(source=ibis.literal(source)))
            lake.write_days(weighing.cells, weighed, batch, today, source=source)
