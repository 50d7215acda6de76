from __future__ import annotations

import pyarrow as pa

from weighbridge.engine import Engine
from weighbridge.newest import newest

ROWS = pa.table({
    "key": ["a", "a", "b", None, None],
    "day": [1, 2, 1, 5, 4],
    "source": ["x", "y", "z", "v", "w"],
})  # fmt: skip


def test_each_key_keeps_one_row_and_no_column_more() -> None:
    engine = Engine()
    rows = engine.table(ROWS)
    found = engine.arrow(newest(rows, "key", [rows.day.desc()]).order_by("source"))
    assert found.to_pylist() == [
        {"key": None, "day": 5, "source": "v"},
        {"key": "a", "day": 2, "source": "y"},
        {"key": "b", "day": 1, "source": "z"},
    ]


def test_the_order_breaks_ties() -> None:
    engine = Engine()
    rows = engine.table(ROWS)
    for last, first in ((rows.source, "x"), (rows.source.desc(), "z")):
        found = engine.arrow(newest(rows.filter(rows.day == 1), ["day"], [rows.day, last]))
        assert found.column("source").to_pylist() == [first]
