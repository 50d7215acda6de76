"""One row for each model: figures that meet in it are those of the tables, summed by plain Python."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from weighbridge.models import WEEK, sources
from weighbridge.schema.table import MOST_PARAMETERS
from weighbridge.starter import data

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.model import Model

# Offers by the makers themselves on the first list: model, offer, USD per million tokens read and written.
OFFERS = [
    ("deepseek-v4-flash", "deepseek/deepseek-v4-flash", 0.14, 0.28),
    ("glm-5.2", "zai/glm-5.2", 1.4, 4.4),
    ("qwen3/235b-a22b", "alibaba/qwen3-235b-a22b", 0.7, 2.8),
]
MET = ("kimi-k3", "deepseek-v4-flash", "glm-5.2")


@cache
def rows(table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(data() / table).to_pylist()
    return found


def keys(model: str, namespace: str) -> set[str]:
    """Names of a model's own weights at a publisher."""
    return {
        row["key"]
        for row in rows("subjects")
        if (row["namespace"], row["model_id"], row["copy"]) == (namespace, model, False)
    }


def newest(table: str, name: str, figure: str, wanted: set[str]) -> int | None:
    """Sum of each name's newest reading; None where no name has one."""
    held: dict[str, tuple[dt.datetime, int]] = {}
    for row in rows(table):
        if row[name] in wanted and row[figure] is not None:
            held[row[name]] = max(held.get(row[name], (row["observed_at"], 0)), (row["observed_at"], row[figure]))
    return sum(amount for _, amount in held.values()) if held else None


def tokens(model: str) -> int | None:
    daily = [row for row in rows("tokens") if (row["series"], row["row"]) == ("daily", "model")]
    last = max(row["period_end"] for row in daily)
    wanted = keys(model, "openrouter")
    found = [
        row["total_tokens"]
        for row in daily
        if row["slug"] in wanted and row["period_end"] > last - dt.timedelta(days=WEEK)
    ]
    return sum(found) if found else None


def of(starter: Weighbridge, model: str) -> list[Model]:
    return [row for row in starter.models if row.model_id == model]


@pytest.mark.parametrize("model", [*MET, "qwen3/235b-a22b", "gemma3/27b"])
def test_use_is_that_of_the_tables(starter: Weighbridge, model: str) -> None:
    for row in of(starter, model):
        assert row.tokens_7d == tokens(model)
        assert row.downloads_30d == newest("downloads", "repo_id", "downloads_30d", keys(model, "hub"))
        assert row.pulls_all_time == newest("pulls", "name", "pulls_all_time", keys(model, "ollama"))


@pytest.mark.parametrize("model", MET)
def test_everything_meets_in_one_row(starter: Weighbridge, model: str) -> None:
    (row,) = of(starter, model)
    met = (row.capability, row.usd_per_mtok, row.tokens_7d, row.downloads_30d, row.pulls_all_time)
    assert all(figure is not None and figure > 0 for figure in met)


@pytest.mark.parametrize(("model", "offer", "read", "written"), OFFERS)
def test_a_price_is_the_makers_own(starter: Weighbridge, model: str, offer: str, read: float, written: float) -> None:
    listed = [row for row in rows("prices") if (row["source"], row["offer"]) == ("models_dev", offer)]
    last = max(listed, key=lambda row: row["observed_on"])
    assert (last["input_usd_per_mtok"], last["output_usd_per_mtok"]) == (read, written)
    prices = [row.usd_per_mtok for row in of(starter, model)]
    assert prices == pytest.approx([(3 * read + written) / 4] * len(prices))
    assert prices


def test_the_publishers_ability_stands_beside_ours(starter: Weighbridge) -> None:
    last = max(row["observed_on"] for row in rows("abilities"))
    theirs = {row["model"]: row for row in rows("abilities") if row["observed_on"] == last}
    both = [row for row in starter.models if row.published is not None]
    assert len(both) > 200
    for row in both:
        held = theirs[row.scored_as]
        assert (row.published_low, row.published, row.published_high) == (
            *(held["ability_low"], held["ability"], held["ability_high"]),
        )
        assert row.capability == pytest.approx(row.published, abs=0.5)


def test_settings_are_rows_of_their_own(starter: Weighbridge) -> None:
    """Thinking, Instruct and the first release are one set of sizes under three names on the board."""
    found = {row.scored_as: row for row in of(starter, "qwen3/235b-a22b")}
    assert {name: row.setting for name, row in found.items()} == {
        "Qwen3-235B-A22B-Thinking (Jul 2025)": "thinking, 2025-07",
        "Qwen3-235B-A22B-Instruct (Jul 2025)": "2025-07",
        "Qwen3-235B-A22B": None,
    }
    assert len({row.capability for row in found.values()}) == 3
    assert len({row.downloads_30d for row in found.values()}) == 1


def test_unknown_is_null(starter: Weighbridge) -> None:
    (closed,) = of(starter, "gpt-5.5-pro")
    assert closed.openness == "closed"
    assert [closed.params_total, closed.params_active, closed.downloads_30d, closed.pulls_all_time] == [None] * 4
    assert (closed.maker, closed.country) == ("OpenAI", "US")


def test_sizes_are_counts_of_parameters(starter: Weighbridge) -> None:
    sizes = [(row.params_active or 1, row.params_total) for row in starter.models if row.params_total is not None]
    assert [size for size in sizes if not 0 < size[0] <= size[1] < MOST_PARAMETERS] == []


def test_fewer_in_all_than_a_token_uses_is_no_total(starter: Weighbridge) -> None:
    """The repository of this model states 8 billion in all, its maker that a token uses 12."""
    stated = [row for row in rows("subjects") if row["key"] == "upstage/Solar-Open-100B"]
    assert (stated[0]["params_total"], stated[0]["size_class"]) == (None, None)
    assert not [row for row in rows("subjects") if (row["params_active"] or 0) > (row["params_total"] or 1e14)]
    (row,) = of(starter, "solar-open")
    assert (row.params_total, row.params_active) == (None, 12_000_000_000)


def test_rows_are_told_apart_and_in_order(starter: Weighbridge) -> None:
    found = [(row.model_id, row.scored_as) for row in starter.models]
    assert len(set(found)) == len(found)
    abilities = [row.capability for row in starter.models]
    known = [ability for ability in abilities if ability is not None]
    assert abilities == sorted(known, reverse=True) + [None] * (len(abilities) - len(known))


def test_every_row_has_a_figure(starter: Weighbridge) -> None:
    for row in starter.models:
        met = (row.capability, row.usd_per_mtok, row.tokens_7d, row.downloads_30d, row.pulls_all_time)
        assert any(figure is not None for figure in met), row.model_id


def test_no_figure_comes_from_a_source_that_is_here_as_sums(starter: Weighbridge) -> None:
    uses = sources(starter)
    assert {use.grain for use in uses} == {"name"}
    assert "unstated" not in {use.licence for use in uses}
    assert {use.name for use in uses} >= {"epoch", "models_dev", "litellm_prices", "openrouter_daily", "ollama"}
    behind = {row["source"] for name in ("tokens", "downloads", "pulls") for row in rows(name)}
    assert behind <= {use.name for use in uses}
