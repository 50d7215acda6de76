"""Small price lists in the documented shapes, one trap each."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.captures import NOW, Capture, snapshot_of
from weighbridge.errors import ParseError
from weighbridge.price_lists import context_over, usd, usd_per_token
from weighbridge.sources.genai_prices import hour
from weighbridge.sources.litellm_prices import FILE, first_of_range
from weighbridge.sources.llm_prices import Named, named

TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=2)
Document = dict[str, Any]


def capture(source: str, file_name: str, document: object) -> Capture:
    raw = json.dumps(document).encode()
    return Capture(snapshot_of(source, file_name, raw, NOW), raw)


def prices(one: Capture, offer: str) -> list[dict[str, Any]]:
    tables, _ = one.parse()
    return [row for row in tables["prices"].to_pylist() if row["offer"] == offer]


def issues(one: Capture) -> dict[str, str]:
    """Give the issues with their examples, without the name of the file."""
    _, met = one.parse()
    return {kind: met.examples[kind].partition(": ")[2] for kind in met.counts}


def offering(name: str, cost: Document | None, **changes: object) -> Document:
    stated = {"id": name, "name": name.upper(), "release_date": "2026-01-31", "open_weights": True}
    return stated | ({} if cost is None else {"cost": cost}) | changes


def catalogue(cost: Document | None = None, provider: str = "p", **changes: object) -> Capture:
    """Give a models.dev document with the offer p/m in question beside a hundred usual ones."""
    usual = {f"u{i}": offering(f"u{i}", {"input": 1, "output": 2, "cache_read": 0.1}) for i in range(100)}
    providers = {"usual": {"id": "usual", "models": usual}}
    providers[provider] = {"id": provider, "models": {"m": offering("m", cost, **changes)}}
    return capture("models_dev", "api.json", providers)


class TestModelsDev:
    def test_without_a_cost_there_is_no_price_but_a_model(self) -> None:
        tables, _ = catalogue().parse()
        assert "p/m" in tables["stated_models"]["model"].to_pylist()
        assert "p/m" not in tables["prices"]["offer"].to_pylist()

    def test_zero_is_a_price_and_absence_is_null(self) -> None:
        [row] = prices(catalogue({"input": 0, "output": 0}), "p/m")
        assert (row["input_usd_per_mtok"], row["cached_input_usd_per_mtok"]) == (0, None)

    def test_each_tier_is_a_condition(self) -> None:
        tiers = [{"tier": {"type": "context", "size": size}, "input": 3, "output": 9} for size in (1_500, 32_000)]
        found = prices(catalogue({"input": 1, "output": 2, "tiers": tiers}), "p/m")
        assert [row["condition"] for row in found] == ["", "context over 1500 tokens", "context over 32k tokens"]

    def test_long_context_that_contradicts_its_tiers_is_named(self) -> None:
        tier = {"tier": {"type": "context", "size": 200_000}, "input": 2, "output": 4}
        cost = {"input": 1, "output": 2, "tiers": [tier], "context_over_200k": {"input": 3, "output": 4}}
        assert issues(catalogue(cost)) == {"long context priced in two ways": "models.p.models.m.cost"}

    @pytest.mark.parametrize("name", ["cache_read", "cached_input", "cache_input", "cached_read", "cached"])
    def test_cached_input_has_had_five_names(self, name: str) -> None:
        [row] = prices(catalogue({"input": 1, "output": 2, name: 0.25}), "p/m")
        assert row["cached_input_usd_per_mtok"] == 0.25

    @pytest.mark.parametrize(
        ("cost", "field"),
        [
            ({"input": -1, "output": 1}, r"p\.models\.m\.cost\.input"),
            ({"input": 1, "output": None}, r"p\.models\.m\.cost\.output"),
            ({"output": 1}, r"p\.models\.m\.cost\.input"),
            ({"input": "free", "output": 1}, r"cost\.input"),
            ({"input": 1e400, "output": 1}, "not usable JSON"),
            ({"input": 1, "output": 1, "cache_read": -0.1}, r"cost\.cache_read"),
            ({"input": 1, "output": 1, "tiers": {}}, r"cost\.tiers"),
            ({"input": 1, "output": 1, "tiers": [{"input": 1, "output": 1}]}, r"tiers\[0\]\.tier"),
            (
                {"input": 1, "output": 1, "tiers": [{"tier": {"type": "seats", "size": 1}, "input": 1, "output": 1}]},
                r"tiers\[0\]\.tier\.type",
            ),
            (
                {
                    "input": 1,
                    "output": 1,
                    "tiers": [{"tier": {"type": "context", "size": 1}, "input": n, "output": n} for n in (1, 2)],
                },
                r"cost\.tiers` states one size twice",
            ),
            ([], r"models\.m\.cost"),
        ],
    )
    def test_bad_cost_is_refused_by_field(self, cost: Document, field: str) -> None:
        with pytest.raises(ParseError, match=field):
            catalogue(cost).parse()

    def test_an_id_that_contradicts_its_key_is_refused(self) -> None:
        with pytest.raises(ParseError, match=r"models\.p\.models\.m\.id"):
            catalogue(id="other").parse()

    @pytest.mark.parametrize(
        ("stated", "kind"),
        [
            ("2026-01", "release known to the month only"),
            ("1970-01-01", "release on a day that cannot be"),
            ("2025-16-09", "release on a day that cannot be"),
            (str(TOMORROW), "release on a day that cannot be"),
        ],
    )
    def test_a_release_that_is_no_day_is_unknown_and_counted(self, stated: str, kind: str) -> None:
        one = catalogue(release_date=stated)
        tables, _ = one.parse()
        [row] = [row for row in tables["stated_models"].to_pylist() if row["model"] == "p/m"]
        assert row["released_on"] is None
        assert issues(one) == {kind: f"p/m {stated}"}


class TestDoubts:
    def test_what_no_model_can_cost_is_left_out_with_its_other_prices(self) -> None:
        one = catalogue({"input": 1, "output": 10_001})
        assert prices(one, "p/m") == []
        assert issues(one)["price beyond 10,000 USD per million tokens left out"] == "p/m 10001"

    def test_the_bound_itself_stays_and_is_named(self) -> None:
        one = catalogue({"input": 5_000, "output": 10_000})
        assert len(prices(one, "p/m")) == 1
        assert issues(one) == {"price over 1,000 USD per million tokens": "p/m 10000"}

    @pytest.mark.parametrize(
        ("read", "written", "kinds"),
        [
            (0.001, 1.1, {"output price over 1,000 times the input price"}),
            (0.001, 1.0, set()),
            (101, 1, {"input price over 100 times the output price"}),
            (100, 1, set()),
            (0, 500, set()),
            (500, 0, set()),
        ],
    )
    def test_input_and_output_a_thousand_times_apart_are_named(
        self, read: float, written: float, kinds: set[str]
    ) -> None:
        assert issues(catalogue({"input": read, "output": written})).keys() == kinds

    @pytest.mark.parametrize(("slip", "named"), [(1_000, True), (1 / 1_000, True), (50, False), (1, False)])
    def test_a_slip_by_a_thousand_shows_beside_other_providers(self, slip: float, *, named: bool) -> None:
        document = json.loads(catalogue({"input": 0.3 * slip, "output": 0.6 * slip}).raw)
        for provider in ("q", "r", "s"):
            offered = offering("Org/M", {"input": 0.3, "output": 0.6})
            document[provider] = {"id": provider, "models": {"Org/M": offered}}
        found = issues(capture("models_dev", "api.json", document))
        assert ("price far from others" in found) is named
        assert found.get("price far from others", "p/m input").startswith("p/m input")

    def test_two_offers_cannot_say_which_is_wrong(self) -> None:
        document = json.loads(catalogue({"input": 1, "output": 2}).raw)
        document["q"] = {"id": "q", "models": {"m": offering("m", {"input": 999, "output": 999})}}
        assert not issues(capture("models_dev", "api.json", document))


def gateway(**entries: Document) -> Capture:
    usual = {"litellm_provider": "u", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06}
    listed: Document = {f"u/{i}": usual | {"cache_read_input_token_cost": 1e-07} for i in range(500)}
    return capture("litellm_prices", FILE, {"sample_spec": {"mode": "one of"}} | listed | entries)


def entry(**fields: object) -> Document:
    return {"litellm_provider": "p", "mode": "chat"} | fields


class TestLiteLlm:
    @pytest.mark.parametrize(
        ("key", "model"), [("m", "m"), ("p/m", "m"), ("o/m", "o/m"), ("p/o/m", "o/m"), ("pm", "pm"), ("p/", "p/")]
    )
    def test_the_provider_is_taken_off_a_key_once(self, key: str, model: str) -> None:
        [row] = prices(gateway(**{key: entry(input_cost_per_token=1e-06)}), f"p/{model}")
        assert (row["provider"], row["model"]) == ("p", model)

    def test_one_side_may_be_unknown(self) -> None:
        [row] = prices(gateway(m=entry(output_cost_per_token=7.5e-06)), "p/m")
        assert (row["input_usd_per_mtok"], row["output_usd_per_mtok"]) == (None, 7.5)

    def test_the_key_with_its_provider_stands_and_the_other_is_named(self) -> None:
        one = gateway(**{"m": entry(input_cost_per_token=3e-06), "p/m": entry(input_cost_per_token=2e-06)})
        assert [row["input_usd_per_mtok"] for row in prices(one, "p/m")] == [2]
        kind = "two keys price one offer differently, the one with its provider stands"
        assert issues(one) == {kind: "p/m 2/-/-, m 3/-/-"}

    def test_conditions_are_rows_of_their_own(self) -> None:
        fields = {"input_cost_per_token": 1e-06, "input_cost_per_token_above_200k_tokens": 2e-06,
                  "output_cost_per_token_batches": 5e-07, "cache_read_input_token_cost_flex": 1e-08}  # fmt: skip
        found = prices(gateway(m=entry(**fields)), "p/m")
        assert [row["condition"] for row in found] == ["", "context over 200k tokens", "batch", "flex"]

    def test_an_older_name_of_cached_input_is_read(self) -> None:
        [row] = prices(gateway(m=entry(input_cost_per_token=1e-06, input_cost_per_token_cache_hit=2e-07)), "p/m")
        assert row["cached_input_usd_per_mtok"] == 0.2

    def test_other_modes_are_counted(self) -> None:
        one = gateway(a=entry(mode="embedding"), b=entry(mode="telepathy"), c={"litellm_provider": "p"})
        assert issues(one) == {
            "entry of another mode than text": "embedding",
            "entry of an unknown mode": "telepathy",
            "entry without a mode": "c",
        }

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"input_cost_per_token": -1}, r"m\.input_cost_per_token"),
            ({"output_cost_per_token": "x"}, r"m\.output_cost_per_token"),
            ({"litellm_provider": None}, "litellm_provider"),
            ({"tiered_pricing": {}}, "tiered_pricing"),
            ({"tiered_pricing": [{"input_cost_per_token": 1}]}, r"tiered_pricing\[0\]\.range"),
            ({"tiered_pricing": [{"range": [9, 3], "input_cost_per_token": 1}]}, r"range` should run upwards"),
        ],
    )
    def test_bad_entry_is_refused_by_field(self, fields: Document, field: str) -> None:
        with pytest.raises(ParseError, match=field):
            gateway(m=entry(**fields)).parse()


def vendor(*history: Document, name: str = "M") -> Capture:
    entry = {"id": "m", "name": name, "price_history": list(history)}
    return capture("llm_prices", "minimax.json", {"vendor": "minimax", "models": [entry]})


def held(first: dt.date | None = None, end: dt.date | None = None, read: float = 1) -> Document:
    days = {"from_date": first and str(first), "to_date": end and str(end)}
    return {"input": read, "output": 2, "input_cached": None} | days


class TestLlmPrices:
    def test_an_announced_price_waits_and_the_one_before_has_no_end(self) -> None:
        one = vendor(held(end=TOMORROW), held(first=TOMORROW, read=3))
        assert [(row["input_usd_per_mtok"], row["valid_until"]) for row in prices(one, "minimax/m")] == [(1, None)]
        assert issues(one) == {"price announced for later": f"minimax/m from {TOMORROW}"}

    def test_a_price_of_today_is_in_force(self) -> None:
        found = prices(vendor(held(end=TODAY), held(first=TODAY, read=3)), "minimax/m")
        assert {(row["valid_from"], row["valid_until"]) for row in found} == {(None, TODAY), (TODAY, None)}

    def test_days_that_run_backwards_are_refused(self) -> None:
        with pytest.raises(ParseError, match=r"price_history\[0\]\.to_date"):
            vendor(held(first=TODAY, end=YESTERDAY)).parse()

    def test_two_prices_of_one_time_are_refused(self) -> None:
        with pytest.raises(ParseError, match=r"differently for .*minimax/m"):
            vendor(held(), held(read=3)).parse()

    def test_another_vendors_file_is_refused(self) -> None:
        one = capture("llm_prices", "xai.json", {"vendor": "minimax", "models": []})
        with pytest.raises(ParseError, match="`vendor` is minimax, in the file of xai"):
            one.parse()

    @pytest.mark.parametrize(
        ("model", "title", "read"),
        [
            ("gpt-5.5", "GPT-5.5 ≤272k", Named("gpt-5.5", "GPT-5.5", "")),
            ("gpt-5.5-272k", "GPT-5.5 >272k", Named("gpt-5.5", "GPT-5.5", "context over 272k tokens")),
            ("gpt-5.5", "GPT-5.5", Named("gpt-5.5", "GPT-5.5", "")),
            ("moonshot-v1-128k", "Moonshot v1 128k", Named("moonshot-v1-128k", "Moonshot v1 128k", "")),
        ],
    )
    def test_length_of_context_is_read_from_the_name(self, model: str, title: str, read: Named) -> None:
        assert named(model, title) == read


def providers(stated: object, **changes: object) -> Capture:
    plain = {"input_mtok": 1, "output_mtok": 2, "cache_read_mtok": 0.1}
    usual = [{"id": f"p{n}", "models": [{"id": f"m{i}", "prices": plain} for i in range(30)]} for n in range(10)]
    one = {"id": "p", "models": [{"id": "m", "prices": stated} | changes]}
    return capture("genai_prices", "data.json", [*usual, one])


def since(day: dt.date, read: float) -> Document:
    return {"constraint": {"start_date": str(day)}, "prices": {"input_mtok": read}}


def between(first: str, last: str, read: float) -> Document:
    return {"constraint": {"start_time": first, "end_time": last}, "prices": {"input_mtok": read}}


class TestGenaiPrices:
    def test_the_whole_request_is_priced_by_the_greatest_length_it_passes(self) -> None:
        read = {"base": 1, "tiers": [{"start": 200_000, "price": 2}, {"start": 400_000, "price": 4}]}
        written = {"base": 5, "tiers": [{"start": 400_000, "price": 9}]}
        found = prices(providers({"input_mtok": read, "output_mtok": written, "cache_read_mtok": 0.5}), "p/m")
        assert [tuple(row[f"{n}_usd_per_mtok"] for n in ("input", "output", "cached_input")) for row in found] == [
            (1, 5, 0.5), (2, 5, 0.5), (4, 9, 0.5),
        ]  # fmt: skip
        assert [row["condition"] for row in found] == ["", context_over(200_000), context_over(400_000)]

    def test_later_entries_end_earlier_ones(self) -> None:
        stated = [{"prices": {"input_mtok": 1}}, since(YESTERDAY, 2), since(TODAY, 3)]
        found = prices(providers(stated), "p/m")
        assert {row["input_usd_per_mtok"]: (row["valid_from"], row["valid_until"]) for row in found} == {
            1: (None, YESTERDAY), 2: (YESTERDAY, TODAY), 3: (TODAY, None),
        }  # fmt: skip

    def test_an_entry_that_a_later_one_always_beats_was_never_a_price(self) -> None:
        stated = [{"prices": {"input_mtok": 1}}, since(TODAY, 2), since(YESTERDAY, 3)]
        assert {row["input_usd_per_mtok"] for row in prices(providers(stated), "p/m")} == {1, 3}

    def test_an_undated_entry_beats_all_before_it(self) -> None:
        assert [row["input_usd_per_mtok"] for row in prices(providers([since(TODAY, 2), {"prices": {"input_mtok": 7}}]),
                                                             "p/m")] == [7]  # fmt: skip

    def test_an_announced_entry_waits(self) -> None:
        stated = [{"prices": {"input_mtok": 1}}, since(TOMORROW, 2)]
        [row] = prices(providers(stated), "p/m")
        assert (row["input_usd_per_mtok"], row["valid_until"]) == (1, None)

    def test_hours_leave_the_plain_price_standing(self) -> None:
        stated = [{"prices": {"input_mtok": 1}}, between("00:30:00Z", "16:30:00Z", 2)]
        found = prices(providers(stated), "p/m")
        assert {row["condition"]: row["input_usd_per_mtok"] for row in found} == {
            "": 1, "from 00:30 to 16:30 UTC": 2,
        }  # fmt: skip

    def test_requests_of_a_kind_replace_only_what_they_name(self) -> None:
        variants = [{"when": {"processing": "batch"}, "prices": {"input_mtok": 0.5}},
                    {"when": {"search_type": "fast"}, "prices": {"web_searches_kcount": 1}}]  # fmt: skip
        found = prices(providers({"input_mtok": 1, "output_mtok": 2}, price_variants=variants), "p/m")
        assert [(row["condition"], row["input_usd_per_mtok"], row["output_usd_per_mtok"]) for row in found] == [
            ("", 1, 2), ("processing batch", 0.5, 2),
        ]  # fmt: skip

    def test_the_list_may_stand_beside_its_units(self) -> None:
        document = json.loads(providers({"input_mtok": 1}).raw)
        one = capture("genai_prices", "data.json", {"units": {}, "providers": document})
        assert len(prices(one, "p/m")) == 1
        assert not issues(one)

    @pytest.mark.parametrize(
        ("stated", "field"),
        [
            ({"input_mtok": -1}, r"prices\.input_mtok"),
            ({"input_mtok": {"base": 1}}, r"input_mtok\.tiers"),
            ({"input_mtok": {"base": 1, "tiers": [{"start": -1, "price": 1}]}}, r"tiers\[0\]\.start"),
            ("free", r"prices` should be an object or a list"),
            ([{"prices": 1}], r"prices\[0\]\.prices"),
            ([between("00:30", "16:30:00Z", 1)], r"constraint\.start_time"),
            ([{"constraint": {"start_time": "00:30:00Z"}, "prices": {}}], r"prices\[0\]\.constraint"),
            ([{"constraint": {}, "prices": {}}], r"prices\[0\]\.constraint"),
        ],
    )
    def test_bad_price_is_refused_by_field(self, stated: object, field: str) -> None:
        with pytest.raises(ParseError, match=field):
            providers(stated).parse()


class TestReaders:
    @given(st.integers(0, 10**9).map(lambda n: n / 10**6))
    def test_a_token_costs_a_millionth(self, price: float) -> None:
        assert usd_per_token(float(f"{price / 1e6:.12g}")) == pytest.approx(price, rel=1e-11)

    @given(st.integers(0, 9_999), st.integers(-9, -4))
    def test_a_published_price_keeps_its_digits(self, digits: int, power: int) -> None:
        assert usd_per_token(float(f"{digits}e{power}")) == float(f"{digits}e{power + 6}")

    @given(st.none() | st.text() | st.floats() | st.lists(st.integers()) | st.dictionaries(st.text(), st.text()))
    def test_anything_is_read_or_refused(self, value: object) -> None:
        for read in (usd, usd_per_token, hour, first_of_range):
            try:
                read(value)
            except ValueError:
                continue

    JSON = st.recursive(
        st.none()
        | st.booleans()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.integers()
        | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
        max_leaves=8,
    )

    @settings(max_examples=30)
    @given(JSON)
    def test_any_cost_is_read_or_refused_by_name(self, value: Any) -> None:  # noqa: ANN401 - any JSON
        for one in (
            catalogue(value),
            providers(value),
            gateway(m=entry(tiered_pricing=value)),
            vendor(held() | {"input": value}),
        ):
            try:
                one.parse()
            except ParseError as error:
                assert error.where == one.snapshot.path  # noqa: PT017 - reading it is as good
