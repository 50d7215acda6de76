from __future__ import annotations

import gc
import weakref
from pathlib import Path

import ibis
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


def asked_of_more_than_fits(engine: Engine) -> int:
    many = engine.table(rows(4_000_000))
    kept = engine.keep(many.mutate(word=ibis.literal("a word that takes room")))
    most: int = engine.arrow(kept.aggregate(n=kept.n.max())).column("n")[0].as_py()
    return most


def test_each_session_spills_into_a_folder_of_its_own_that_goes_with_it(tmp_path: Path) -> None:
    engines = [Engine(threads=1, memory_limit="40MB", scratch=tmp_path / "scratch") for _ in range(2)]
    assert [asked_of_more_than_fits(engine) for engine in engines] == [3_999_999] * 2
    assert len([spilt for spilt in tmp_path.iterdir() if any(spilt.iterdir())]) == 2
    while engines:
        engines.pop().close()
    gc.collect()
    assert not any(tmp_path.iterdir())


def test_nothing_is_made_for_what_fits(tmp_path: Path) -> None:
    engine = Engine(threads=1, scratch=tmp_path / "scratch")
    assert engine.arrow(engine.table(rows(3))).num_rows == 3
    assert not any(tmp_path.iterdir())
