from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from weighbridge import api, holdings
from weighbridge.schema import PRICES, RATINGS, SCORES, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import ibis.expr.types as ir

    from weighbridge.lake import Lake

# Part of the weight that must be known by maker, country, family and openness at once.
BARS = {"tokens": 0.99, "pulls": 0.99, "downloads": 0.97, "rows": 0.90}
# What was reached on the archive, rounded down. It may rise; what falls has lost an entry.
REACHED = {
    "aider": 0.956,
    "arena": 0.999,
    "epoch": 0.952,
    "genai_prices": 0.907,
    "hf_radar": 0.941,
    "huggingface_listing_llmfit": 0.971,
    "huggingface_listing_top30": 0.982,
    "huggingface_listing_top600": 0.968,
    "huggingface_listing_trending30": 0.817,
    "laufer_trees": 0.979,
    "litellm_prices": 0.937,
    "llm_prices": 0.924,
    "models_dev": 0.936,
    "ollama": 0.990,
    "openrouter_daily": 0.998,
    "openrouter_monthly": 0.999,
    "redhat_hf_stats": 0.999,
}
# Below the bar, and whose weight is missing: each of them states no country in public.
NO_COUNTRY = {
    "hf_radar": ("hexgrad/", "ornith-ai/", "HauhauCS/", "DavidAU/"),
    "huggingface_listing_top600": ("hexgrad/", "ornith-ai/", "Bingsu/", "hmellor/"),
    "huggingface_listing_trending30": ("HauhauCS/", "DavidAU/", "empero-ai/", "SulphurAI/", "Jackrong/", "ornith-ai/"),
}


@pytest.fixture(scope="module")
def lake(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    store = api.open(tmp_path_factory.mktemp("coverage"))
    store.take_in(archive)
    assert store.build().refused == []
    yield store.lake
    store.lake.engine.close()


@pytest.mark.slow
def test_what_was_known_stays_known(lake: Lake) -> None:
    every = {row.source: row.every for row in holdings.resolved(lake)}
    assert every.keys() == REACHED.keys()
    assert {source: every[source] for source, part in REACHED.items() if every[source] < part} == {}


@pytest.mark.slow
def test_almost_all_weight_has_a_maker_a_family_and_terms(lake: Lake) -> None:
    rows = [row for row in holdings.resolved(lake) if row.unit != "rows"]
    assert {row.source: row.organisation for row in rows if row.organisation < 0.998} == {}
    assert {row.source: row.family for row in rows if row.family < 0.988} == {}
    assert {row.source: row.openness for row in rows if row.openness < 0.977} == {}


@pytest.mark.slow
def test_the_bars_are_reached_but_where_a_maker_states_no_country(lake: Lake) -> None:
    below = {row.source for row in holdings.resolved(lake) if row.every < BARS[row.unit]}
    assert below == NO_COUNTRY.keys()


@pytest.mark.slow
def test_what_is_missing_is_named(lake: Lake) -> None:
    """The three heaviest names without a country, of each source below its bar, are of the makers named here."""
    heaviest: dict[str, list[str]] = {source: [] for source in NO_COUNTRY}
    for row in holdings.unplaced(lake, limit=30):
        if row.source in heaviest and "country" in row.missing and len(heaviest[row.source]) < 3:
            heaviest[row.source].append(row.name)
    strange = {name for source, found in heaviest.items() for name in found if not name.startswith(NO_COUNTRY[source])}
    assert all(heaviest.values())
    assert strange == set()


def identified(lake: Lake, rows: ir.Table) -> list[dict[str, Any]]:
    """Give what each model of the rows of a board is."""
    names = rows.select(namespace=rows.source, key=rows.model).distinct()
    found: list[dict[str, Any]] = lake.engine.arrow(
        names.left_join(lake.read(SUBJECTS), ["namespace", "key"])
    ).to_pylist()
    return found


def matrix(lake: Lake) -> list[dict[str, Any]]:
    """Give what each model of Epoch's matrix is."""
    scores = lake.read(SCORES)
    return identified(lake, scores.filter(scores.series == "matrix"))


@pytest.mark.slow
def test_every_model_of_the_matrix_is_a_release_of_its_own(lake: Lake) -> None:
    models = matrix(lake)
    assert len(models) == 222
    known = ("release_id", "family_id", "openness", "country")
    assert {name: [m["key"] for m in models if m[name] is None] for name in known} == {name: [] for name in known}
    assert len({(m["model_id"], m["setting"]) for m in models}) == 222


@pytest.mark.slow
def test_every_model_of_the_newest_boards_is_a_release(lake: Lake) -> None:
    for board, n in (("text", 265), ("text_style_control", 282)):
        rows = lake.read(RATINGS)
        newest = rows.filter(rows.board == board).observed_on.max().as_scalar()
        board_rows = rows.filter((rows.board == board) & (rows.category == "full") & (rows.observed_on == newest))
        models = identified(lake, board_rows)
        assert len(models) == n
        assert [m["key"] for m in models if m["release_id"] is None] == []


@pytest.mark.slow
def test_most_models_of_the_matrix_have_an_offer_somewhere(lake: Lake) -> None:
    """One id for one set of weights: what a model can do and what it costs stand in one row."""
    prices, subjects = lake.read(PRICES), lake.read(SUBJECTS)
    offers = prices.select(namespace=prices.source, key=prices.offer).distinct()
    priced = lake.engine.arrow(subjects.semi_join(offers, ["namespace", "key"]).select("model_id").distinct())
    known = set(priced.column("model_id").to_pylist())
    assert sum(model["model_id"] in known for model in matrix(lake)) >= 180
