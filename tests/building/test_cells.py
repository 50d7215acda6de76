from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from weighbridge.arrow import arrow_schema
from weighbridge.building import cells
from weighbridge.engine import Engine
from weighbridge.errors import StoreError
from weighbridge.lake import Lake, put_parquet
from weighbridge.schema import DOWNLOADS, IDENTITY, SUBJECTS

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.schema import Table

DAY = dt.date(2026, 8, 22)
READ_AT = dt.datetime(2026, 8, 22, 6, 17, tzinfo=dt.UTC)
QWEN: dict[str, Any] = {"release_id": "qwen3-8b", "organisation_id": "qwen", "country": "CN", "family_id": "qwen"}


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path, Engine(), name="a lake made by hand")


def table(of: Table, *rows: dict[str, Any]) -> pa.Table:
    schema = arrow_schema(of)
    return pa.Table.from_pylist([dict.fromkeys(schema.names) | row for row in rows], schema=schema)


def name(key: str, namespace: str = "hub", **known: object) -> dict[str, Any]:
    flags = {"tracked": False, "copy": False, "alias": False}
    return {"namespace": namespace, "key": key, "rule": "stem"} | flags | known


def read(repo: str, downloads: int | None) -> dict[str, Any]:
    row = {"source": "huggingface", "observed_on": DAY, "observed_at": READ_AT, "repo_id": repo}
    return row | {"downloads_30d": downloads}


def numbers(lake: Lake, *names: dict[str, Any]) -> dict[str, int]:
    put_parquet(table(SUBJECTS, *names), lake.path(SUBJECTS))
    rows = lake.engine.arrow(cells.numbered(lake)).to_pylist()
    return {row["key"]: row["identity"] for row in rows}


def test_names_of_one_identity_have_one_number(lake: Lake) -> None:
    found = numbers(
        lake,
        name("Qwen/Qwen3-8B", **QWEN),
        name("qwen3", "ollama", **QWEN),
        name("someone/Qwen3-8B-GGUF", **QWEN, copy=True),
        name("Qwen/Qwen3-8B-Tracked", **QWEN, tracked=True),
        name("Qwen/Qwen3-4B", **QWEN | {"release_id": None}),
    )
    assert found["Qwen/Qwen3-8B"] == found["qwen3"]
    assert len(set(found.values())) == 4
    assert 0 not in found.values()


def test_names_of_which_nothing_is_known_are_number_0(lake: Lake) -> None:
    found = numbers(lake, name("a/b", params_total=8), name("c/d"), name("e/f", copy=True))
    assert found["a/b"] == found["c/d"] == 0 < found["e/f"]


def test_a_days_facts_are_summed_by_what_their_names_are(lake: Lake) -> None:
    put_parquet(table(SUBJECTS, name("Q/a", **QWEN), name("Q/b", **QWEN), name("x/y")), lake.path(SUBJECTS))
    facts = table(DOWNLOADS, read("Q/a", 5), read("Q/b", 7), read("x/y", 11), read("not/listed", 13), read("z/z", None))
    made = cells.download_cells(lake.engine.table(facts), cells.numbered(lake))
    rows = {row["family_id"]: row for row in lake.engine.arrow(made).to_pylist()}
    assert set(rows) == {"qwen", None}
    assert {name: rows["qwen"][name] for name in QWEN} == QWEN
    assert (rows["qwen"]["downloads_30d"], rows["qwen"]["n_30d"]) == (12, 2)
    assert (rows[None]["downloads_30d"], rows[None]["n_30d"]) == (24, 2)
    assert all(rows[None][name] is None for name in IDENTITY if name not in cells.FLAGS)
    assert rows["qwen"]["downloads_all_time"] is None
    assert rows["qwen"]["observed_at"] == READ_AT


def test_two_names_with_one_number_are_refused() -> None:
    names = {"namespace": ["hub", "hub", "ollama"], "key": ["a/b", "c/d", "a/b"], "name_hash": [7, 8, 7]}
    cells.check_numbers(pa.table(names))
    with pytest.raises(StoreError, match=r"a/b and c/d have one number") as caught:
        cells.check_numbers(pa.table(names | {"name_hash": [7, 7, 7]}))
    assert caught.value.where == "subjects"


def test_what_a_router_serves_under_a_code_name_is_free() -> None:
    engine = Engine()
    free = {"qwen/qwen3-8b:free", "stealth/ox-alpha", "openrouter/owl-alpha", "openrouter/horizon-beta"}
    priced = {"qwen/qwen3-8b", "openrouter/auto", "other/openrouter/owl-alpha", "xiaomi/alpha"}
    slugs = engine.table(pa.table({"slug": sorted(free | priced)}))
    assert set(engine.arrow(slugs.filter(cells.served_free(slugs.slug))).column("slug").to_pylist()) == free
