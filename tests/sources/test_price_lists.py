"""What is known of the archived price lists, asserted on what their parsers give."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.compute as pc
import pytest
from genai_prices import UpdatePrices, Usage
from genai_prices.update_prices import DEFAULT_UPDATE_URL

from tests.sources.bodies import changes, day
from tests.sources.captures import captures, parsed, tables

if TYPE_CHECKING:
    import pyarrow as pa
    from genai_prices.types import ModelInfo, Provider

    from tests.replay import Replay

Pair = tuple[float | None, float | None]
LISTS = ("genai_prices", "litellm_prices", "llm_prices", "models_dev")


def plain(archive: Path, source: str, offer: str) -> list[tuple[str, Pair]]:
    """Give the plain prices of an offer, input and output, by day of capture."""
    stated = [(day(snapshot), row) for snapshot, rows in tables(archive, source, "prices") for row in only(rows, offer)]
    return [(on, (r["input_usd_per_mtok"], r["output_usd_per_mtok"])) for on, r in stated if not r["condition"]]


def only(rows: pa.Table, offer: str, column: str = "offer") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rows.filter(pc.equal(rows[column], offer)).to_pylist()
    return found


def rows_of(archive: Path, source: str, offer: str) -> list[dict[str, Any]]:
    """Give the prices that the newest captures of `source` state of this offer."""
    found = tables(archive, source, "prices")
    newest = max(day(snapshot) for snapshot, _ in found)
    return [row for snapshot, rows in found if day(snapshot) == newest for row in only(rows, offer)]


def example(archive: Path, source: str, kind: str) -> str:
    """Give the newest capture's example of an issue."""
    return [issues.examples[kind] for _, _, issues in parsed(archive, source) if kind in issues.counts][-1]


def test_deepseeks_chat_model_gets_cheaper(archive: Path) -> None:
    assert changes(plain(archive, "models_dev", "deepseek/deepseek-chat")) == [
        ("2025-06-27", (0.27, 1.1)),
        ("2025-08-30", (0.57, 1.68)),
        ("2025-11-30", (0.28, 0.42)),
        ("2026-04-30", (0.14, 0.28)),
    ]


def test_a_price_per_token_is_the_same_price_per_million(archive: Path) -> None:
    # The key without its provider has said 0.6/1.7 from 2025-09 on: it is another key, and is named as such.
    assert changes(plain(archive, "litellm_prices", "deepseek/deepseek-chat")) == [
        ("2025-08-30", (0.27, 1.1)),
        ("2026-01-31", (0.28, 0.42)),
    ]


def test_lists_disagree_on_one_offer(archive: Path) -> None:
    newest = {source: plain(archive, source, "deepseek/deepseek-chat")[-1][1] for source in LISTS}
    assert newest == {
        "genai_prices": (0.135, 0.55),
        "litellm_prices": (0.28, 0.42),
        "llm_prices": (0.14, 0.28),
        "models_dev": (0.14, 0.28),
    }


class TestModelsDev:
    def test_every_offering_is_stated_and_only_those_with_a_cost_are_priced(self, archive: Path) -> None:
        sizes = {}
        for (snapshot, rows), (_, models) in zip(
            tables(archive, "models_dev", "prices"), tables(archive, "models_dev", "stated_models"), strict=False
        ):
            priced = sum(not condition for condition in rows["condition"].to_pylist())
            sizes[day(snapshot)] = (models.num_rows, models["open_weights"].to_pylist().count(True), priced)
        assert sizes["2025-06-27"] == (181, 51, 170)
        assert sizes["2025-12-30"] == (1_929, 818, 1_874)
        assert sizes["2026-07-01"] == (5_276, 2_010, 4_894)

    def test_canonical_models_stand_apart_from_offers(self, archive: Path) -> None:
        *_, (_, models) = tables(archive, "models_dev", "stated_models")
        rows = models.to_pylist()
        assert (len(rows), sum(row["open_weights"] for row in rows)) == (231, 108)
        assert {row["model"].split("/")[0] for row in rows} == {"models"}
        assert {row["maker"] for row in rows} >= {"alibaba", "deepseek", "openai"}
        released = [row["released_on"] for row in rows if row["released_on"]]
        assert (min(released), max(released)) == (dt.date(2023, 3, 1), dt.date(2026, 6, 30))

    def test_the_typed_flag_and_the_canonical_flag_can_differ(self, archive: Path) -> None:
        models = [row for _, each in tables(archive, "models_dev", "stated_models")[-2:] for row in each.to_pylist()]
        flags = {row["model"]: row["open_weights"] for row in models}
        assert (flags["zhipuai/glm-5.2"], flags["models/zhipuai/glm-5.2"]) == (False, True)

    def test_long_context_has_a_price_of_its_own(self, archive: Path) -> None:
        found = rows_of(archive, "models_dev", "google/gemini-2.5-pro")
        assert [(row["condition"], row["input_usd_per_mtok"], row["output_usd_per_mtok"]) for row in found] == [
            ("", 1.25, 10),
            ("context over 200k tokens", 2.5, 15),
        ]

    def test_the_old_field_for_long_context_never_contradicts_the_tiers(self, archive: Path) -> None:
        met = {kind for _, _, issues in parsed(archive, "models_dev") for kind in issues.counts}
        assert "long context priced in two ways" not in met

    def test_a_price_of_zero_is_a_price(self, archive: Path) -> None:
        *_, (_, rows) = tables(archive, "models_dev", "prices")
        *_, capture = (one for one in captures(archive, "models_dev") if one.snapshot.file_name == "api.json")
        offers = [model for provider in json.loads(capture.raw).values() for model in provider["models"].values()]
        free = sum("cost" in model and model["cost"]["input"] == 0 for model in offers)
        assert rows["input_usd_per_mtok"].to_pylist().count(0.0) == free > 400

    def test_slips_by_a_thousand_are_named(self, archive: Path) -> None:
        assert "helicone/mistral-nemo input 20, others about 0.1" in example(
            archive, "models_dev", "price far from others"
        )

    def test_a_month_is_not_a_day(self, archive: Path) -> None:
        assert example(archive, "models_dev", "release known to the month only").endswith("2024-09")
        assert "1970-01-01" in example(archive, "models_dev", "release on a day that cannot be")


class TestLiteLlm:
    def test_only_text_models_are_read_and_the_rest_is_counted(self, archive: Path) -> None:
        *_, (_, given, issues) = parsed(archive, "litellm_prices")
        other = issues.counts["entry of another mode than text"] + issues.counts["entry without a mode"]
        # Two keys of the 3,111 are no models, and 14 offers stand under two keys.
        assert given["stated_models"].num_rows + other == 3_111 - 2 - 14
        assert "entry of an unknown mode" not in issues.counts

    def test_two_keys_of_one_offer_that_differ_are_named(self, archive: Path) -> None:
        kind = "two keys price one offer differently, the one with its provider stands"
        assert "gemini/gemini-flash-latest 0.3/2.5/0.075, gemini-flash-latest 0.3/2.5/0.03" in example(
            archive, "litellm_prices", kind
        )
        assert plain(archive, "litellm_prices", "gemini/gemini-exp-1206")[-1] == ("2026-08-21", (0, 0))

    def test_what_no_model_can_cost_is_left_out(self, archive: Path) -> None:
        kind = "price beyond 10,000 USD per million tokens left out"
        assert "wandb/openai/gpt-oss-120b 60000" in example(archive, "litellm_prices", kind)
        assert rows_of(archive, "litellm_prices", "wandb/openai/gpt-oss-120b") == []
        *_, (_, models) = tables(archive, "litellm_prices", "stated_models")
        assert only(models, "wandb/openai/gpt-oss-120b", "model")

    def test_what_is_dearer_than_any_model_so_far_is_named(self, archive: Path) -> None:
        kind = "price over 1,000 USD per million tokens"
        assert "azure_ai/jais-30b-chat 9710" in example(archive, "litellm_prices", kind)

    def test_prices_by_length_of_context_start_with_the_plain_one(self, archive: Path) -> None:
        found = rows_of(archive, "litellm_prices", "dashscope/qwen3-coder-plus")
        assert {row["condition"]: row["output_usd_per_mtok"] for row in found} == {
            "": 5, "context over 32k tokens": 9, "context over 128k tokens": 15, "context over 256k tokens": 60,
        }  # fmt: skip

    def test_batch_and_service_tiers_are_conditions(self, archive: Path) -> None:
        *_, (_, rows) = tables(archive, "litellm_prices", "prices")
        assert {"batch", "flex", "priority", "context over 200k tokens"} <= set(rows["condition"].to_pylist())


class TestLlmPrices:
    def test_each_price_has_its_days(self, archive: Path) -> None:
        rows = [row for _, each in tables(archive, "llm_prices", "prices") for row in each.to_pylist()]
        chat = [row for row in rows if row["offer"] == "deepseek/deepseek-chat"]
        assert {(row["valid_from"], row["valid_until"]): row["input_usd_per_mtok"] for row in chat} == {
            (dt.date(2025, 2, 8), None): 0.27,
            (None, dt.date(2025, 2, 8)): 0.14,
        }

    def test_eleven_vendors_and_all_their_prices_in_force(self, archive: Path) -> None:
        rows = [row for _, each in tables(archive, "llm_prices", "prices") for row in each.to_pylist()]
        # 142 entries, of them 6 with two prices; one price is announced, one entry stands twice.
        assert (len({row["provider"] for row in rows}), len(rows)) == (11, 142 + 6 - 1 - 1)

    def test_what_is_only_announced_is_not_yet_a_price(self, archive: Path) -> None:
        rows = [row for _, each in tables(archive, "llm_prices", "prices") for row in each.to_pylist()]
        [sonnet] = [row for row in rows if row["offer"] == "anthropic/claude-sonnet-5"]
        assert (sonnet["input_usd_per_mtok"], sonnet["valid_until"]) == (2, None)
        kind = "price announced for later"
        assert "anthropic/claude-sonnet-5 from 2026-09-01" in example(archive, "llm_prices", kind)

    def test_length_of_context_is_a_condition_not_a_model(self, archive: Path) -> None:
        rows = [row for _, each in tables(archive, "llm_prices", "prices") for row in each.to_pylist()]
        found = [row for row in rows if row["offer"] == "openai/gpt-5.5"]
        assert {row["condition"] for row in found} == {"", "context over 272k tokens"}
        assert not [row for row in rows if row["model"].endswith(("-272k", "-200k", "-128k", "-256k"))]


class TestGenaiPrices:
    def test_every_model_is_stated(self, archive: Path) -> None:
        [(_, models)] = tables(archive, "genai_prices", "stated_models")
        assert models.num_rows == 1_442
        assert len({model.split("/")[0] for model in models["model"].to_pylist()}) == 34

    def test_a_dated_price_ends_the_one_before(self, archive: Path) -> None:
        found = rows_of(archive, "genai_prices", "openai/o3")
        assert {(row["valid_from"], row["valid_until"]): row["output_usd_per_mtok"] for row in found} == {
            (None, dt.date(2025, 6, 10)): 40,
            (dt.date(2025, 6, 10), None): 8,
        }

    def test_hours_are_a_condition(self, archive: Path) -> None:
        found = rows_of(archive, "genai_prices", "deepseek/deepseek-chat")
        assert {row["condition"]: row["output_usd_per_mtok"] for row in found} == {
            "": 0.55, "from 00:30 to 16:30 UTC": 1.1,
        }  # fmt: skip

    def test_tiers_that_ended_have_an_end(self, archive: Path) -> None:
        found = rows_of(archive, "genai_prices", "anthropic/claude-opus-4-6")
        days = {(row["condition"], row["valid_from"]): row["valid_until"] for row in found}
        flat = dt.date(2026, 3, 13)
        assert days == {("", None): flat, ("context over 200k tokens", None): flat, ("", flat): None}


class TestGenaiPricesAsItsOwnPackageReadsThem:
    """The published package reads the same document, from this machine, and calculates what requests cost."""

    ON = dt.datetime(2026, 7, 25, 20, tzinfo=dt.UTC)
    SHORT, LONG = 1_000, 1_000_000

    @pytest.fixture
    def models(self, replay: Replay, archive: Path) -> dict[str, tuple[Provider, ModelInfo]]:
        [capture] = captures(archive, "genai_prices")
        replay.publish(DEFAULT_UPDATE_URL, capture.raw, "text/plain")
        snapshot = UpdatePrices(url=replay.route(DEFAULT_UPDATE_URL)).fetch()
        assert snapshot is not None
        return {f"{each.id}/{model.id}": (each, model) for each in snapshot.providers for model in each.models}

    def in_force(self, archive: Path) -> list[dict[str, Any]]:
        [(_, rows)] = tables(archive, "genai_prices", "prices")
        return [row for row in rows.to_pylist() if row["valid_until"] is None and "UTC" not in row["condition"]]

    def test_short_requests_cost_the_plain_price(
        self, archive: Path, models: dict[str, tuple[Provider, ModelInfo]]
    ) -> None:
        rows = [row for row in self.in_force(archive) if not row["condition"]]
        usage = Usage(input_tokens=self.SHORT, output_tokens=self.SHORT)
        for row in rows:
            provider, model = models[row["offer"]]
            theirs = model.calc_price(usage, provider, genai_request_timestamp=self.ON)
            for ours, cost in (("input", theirs.input_price), ("output", theirs.output_price)):
                assert float(cost) * 1e6 / self.SHORT == pytest.approx(row[f"{ours}_usd_per_mtok"] or 0), row["offer"]
        assert len(rows) > 1_200

    def test_long_requests_cost_the_price_of_the_greatest_length(
        self, archive: Path, models: dict[str, tuple[Provider, ModelInfo]]
    ) -> None:
        rows = [row for row in self.in_force(archive) if row["condition"].startswith("context over")]
        longest = {row["offer"]: row for row in rows}
        usage = Usage(input_tokens=self.LONG, output_tokens=self.LONG)
        for name, row in longest.items():
            provider, model = models[name]
            theirs = model.calc_price(usage, provider, genai_request_timestamp=self.ON)
            assert float(theirs.input_price) == pytest.approx(row["input_usd_per_mtok"]), name
            assert float(theirs.output_price) == pytest.approx(row["output_usd_per_mtok"]), name
        assert len(longest) > 10
