from __future__ import annotations

import gc
import weakref

import pyarrow as pa

from weighbridge.engine import Engine


def rows(n: int) -> pa.Table:
    return pa.table({"n": list(range(n))})


def test_rows_are_let_go_of_with_the_last_expression_over_them() -> None:
    engine = Engine(threads=1)
    first, second = rows(3), rows(5)
    held, kept = weakref.ref(first), weakref.ref(second)
    few, many = engine.table(first), engine.table(second)
    assert engine.arrow(few.union(many)).num_rows == 8
    more = many.filter(many.n > 1)
    del first, second, few, many
    gc.collect()
    assert engine.arrow(more).num_rows == 3
    assert (held(), kept() is None) == (None, False)


def test_rows_that_were_never_asked_for_are_let_go_of_too() -> None:
    engine = Engine(threads=1)
    first = rows(3)
    held = weakref.ref(first)
    engine.table(first)
    del first
    gc.collect()
    assert engine.arrow(engine.table(rows(2))).num_rows == 2
    assert held() is None


def test_what_is_kept_outlives_the_rows_that_it_was_made_of() -> None:
    engine = Engine(threads=1)
    kept = engine.keep(engine.table(rows(4)))
    gc.collect()
    assert engine.arrow(engine.table(rows(2))).num_rows == 2
    assert engine.arrow(kept).num_rows == 4
