"""What is known of the archived price lists, asserted on their bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.bodies import bodies, changes, documents, only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.snapshot import SnapshotStore

INDIRECTIONS = {"base_model", "base_model_omit", "extends"}


def offerings(providers: dict[str, Any]) -> list[dict[str, Any]]:
    return [offering for provider in providers.values() for offering in provider["models"].values()]


def objects(document: object) -> Iterator[dict[str, Any]]:
    """Give every JSON object in `document`."""
    if isinstance(document, dict):
        yield document
    parts = document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    for part in parts:
        yield from objects(part)


@pytest.fixture(scope="module")
def catalogues(stored: SnapshotStore) -> dict[str, Any]:
    return documents(stored, "models_dev", "api.json")


@pytest.fixture(scope="module")
def canonical(stored: SnapshotStore) -> dict[str, Any]:
    return documents(stored, "models_dev", "models.json")["2026-07-01"]  # type: ignore[no-any-return]


class TestModelsDev:
    def test_sizes(self, catalogues: dict[str, Any]) -> None:
        sizes = {}
        for on, providers in catalogues.items():
            found = offerings(providers)
            are_open, priced = sum(o["open_weights"] is True for o in found), sum("cost" in o for o in found)
            sizes[on] = (len(providers), len(found), are_open, priced)
        assert sizes == {
            "2025-06-27": (15, 181, 51, 170),
            "2025-07-31": (28, 427, 205, 360),
            "2025-08-30": (42, 633, 353, 615),
            "2025-09-30": (50, 747, 399, 723),
            "2025-10-31": (55, 1_005, 505, 981),
            "2025-11-30": (67, 1_496, 680, 1_452),
            "2025-12-30": (74, 1_929, 818, 1_874),
            "2026-01-30": (85, 2_372, 980, 2_283),
            "2026-02-28": (97, 3_054, 1_297, 2_875),
            "2026-03-31": (105, 4_108, 1_480, 3_905),
            "2026-04-30": (116, 4_387, 1_662, 4_167),
            "2026-05-31": (137, 4_967, 1_904, 4_717),
            "2026-06-30": (147, 5_272, 2_008, 4_891),
            "2026-07-01": (147, 5_276, 2_010, 4_894),
        }

    def test_an_alias_changes_price_and_openness(self, catalogues: dict[str, Any]) -> None:
        chat = {on: providers["deepseek"]["models"]["deepseek-chat"] for on, providers in catalogues.items()}
        stated = [(on, (o["cost"]["input"], o["cost"]["output"], o["open_weights"])) for on, o in chat.items()]
        assert changes(stated) == [
            ("2025-06-27", (0.27, 1.1, False)),
            ("2025-08-30", (0.57, 1.68, False)),
            ("2025-11-30", (0.28, 0.42, False)),
            ("2026-03-31", (0.28, 0.42, True)),
            ("2026-04-30", (0.14, 0.28, True)),
        ]

    def test_what_every_offering_states(self, catalogues: dict[str, Any]) -> None:
        always = {"id", "name", "release_date", "limit", "modalities", "open_weights"}
        assert all(always <= o.keys() for providers in catalogues.values() for o in offerings(providers))

    def test_references_are_resolved(self, catalogues: dict[str, Any], canonical: dict[str, Any]) -> None:
        keys = {key for each in objects([*catalogues.values(), canonical]) for key in each}
        assert "open_weights" in keys
        assert not INDIRECTIONS & keys

    def test_a_flag_can_be_wrong(self, catalogues: dict[str, Any]) -> None:
        flash = catalogues["2026-07-01"]["ollama-cloud"]["models"]["gemini-3-flash-preview"]
        assert flash["open_weights"] is True

    def test_canonical_models(self, canonical: dict[str, Any]) -> None:
        models = canonical.values()
        released = [model["release_date"] for model in models]
        assert (len(models), sum(model["open_weights"] is True for model in models)) == (231, 108)
        assert sum(len(model.get("benchmarks", [])) for model in models) == 288
        assert (min(released), max(released)) == ("2023-03-01", "2026-06-30")


@pytest.fixture(scope="module")
def lists(stored: SnapshotStore) -> dict[str, Any]:
    return documents(stored, "litellm_prices")


class TestLiteLlm:
    def test_sizes(self, lists: dict[str, Any]) -> None:
        assert {on: len(entries) for on, entries in lists.items()} == {
            "2025-08-30": 1_533,
            "2025-09-30": 1_582,
            "2025-10-31": 1_705,
            "2025-11-28": 1_840,
            "2025-12-28": 2_251,
            "2026-01-31": 2_471,
            "2026-02-27": 2_610,
            "2026-03-29": 2_598,
            "2026-04-29": 2_688,
            "2026-05-29": 2_748,
            "2026-06-30": 2_929,
            "2026-07-12": 2_963,
            "2026-08-21": 3_111,
        }

    def test_every_list_has_an_entry_that_is_no_model(self, lists: dict[str, Any]) -> None:
        assert sum("sample_spec" in entries for entries in lists.values()) == len(lists) == 13

    def test_prices_lag(self, lists: dict[str, Any]) -> None:
        chat = {on: entries["deepseek/deepseek-chat"] for on, entries in lists.items()}
        stated = [(on, (e["input_cost_per_token"], e["output_cost_per_token"])) for on, e in chat.items()]
        # models.dev has 0.28/0.42 since November 2025 and 0.14/0.28 since April 2026.
        assert changes(stated) == [("2025-08-30", (2.7e-07, 1.1e-06)), ("2026-01-31", (2.8e-07, 4.2e-07))]


def test_genai_prices(stored: SnapshotStore) -> None:
    providers = json.loads(only(stored, "genai_prices", "data.json"))
    models = [model for provider in providers for model in provider["models"]]
    assert (len(providers), len(models)) == (34, 1_442)
    # Prices that depend on a date or an hour stand in a list.
    assert sum(isinstance(model["prices"], list) for model in models) == 9


def test_llm_prices(stored: SnapshotStore) -> None:
    vendors = [json.loads(raw) for _, raw in bodies(stored, "llm_prices")]
    models = [model for vendor in vendors for model in vendor["models"]]
    assert (len({vendor["vendor"] for vendor in vendors}), len(models)) == (11, 142)
    assert sum(len(model["price_history"]) > 1 for model in models) == 6


def test_openrouter_prices_of_nothing_and_below(stored: SnapshotStore) -> None:
    prompts = [model["pricing"]["prompt"] for model in json.loads(bodies(stored, "openrouter_models")[0][1])["data"]]
    assert (prompts.count("0"), prompts.count("-1")) == (29, 3)
    assert sum(float(prompt) < 0 for prompt in prompts) == 3
