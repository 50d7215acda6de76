from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest

from tests.measures import raw
from weighbridge.abilities import Abilities
from weighbridge.abilities.traits import Traits
from weighbridge.amounts.model_versions import Version, of_version, version
from weighbridge.amounts.price_days import listed
from weighbridge.amounts.price_slips import NEWEST, OFFERS, READINGS, slips
from weighbridge.amounts.priced_abilities import Capable
from weighbridge.amounts.prices import PARTS, SOURCES, Offers, Quotes, doubts, part_of
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Panel, Status
from weighbridge.measures import price_gap, price_of_capability, token_price
from weighbridge.stats.steps import steps

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series

CHAT = "deepseek/deepseek-chat"
JUNE, JULY, AUGUST = dt.date(2025, 6, 30), dt.date(2025, 7, 31), dt.date(2025, 8, 30)
SOON = dt.date(2025, 8, 10)


def quotes(rows: list[tuple[str, dt.date, str, float]]) -> Quotes:
    """Rows of list, day, offer and price of input; output costs twice as much."""
    days = tuple(sorted({day for _, day, _, _ in rows}))
    names = sorted({(source, offer) for source, _, offer, _ in rows})
    read = np.array([price for *_, price in rows])
    table = [{"number": i, "source": s, "offer": o, "provider": o.partition("/")[0]} for i, (s, o) in enumerate(names)]
    return Quotes(
        days,
        np.array([days.index(day) for _, day, _, _ in rows]),
        np.array([SOURCES.index(source) for source, *_ in rows]),
        np.array([names.index((source, offer)) for source, _, offer, _ in rows]),
        {"input": read, "output": 2 * read, "cached_input": np.full(len(rows), np.nan)},
        pa.Table.from_pylist(table),
    )


def chat(starter: Weighbridge, part: str) -> Series:
    return starter.measure("token_price", "offer", where={"offer": CHAT}, choices={"part": part})


def stated(archive: Path, part: str) -> dict[dt.date, float]:
    """The publisher's own documents, by day of capture."""
    documents = [entry for entry in raw.entries(archive, "models_dev") if "api" in entry["path"]]
    read = {dt.date.fromisoformat(entry["retrieved_at"][:10]): entry for entry in documents}
    found = {day: json.loads(raw.body(archive, entry)) for day, entry in read.items()}
    return {day: float(one["deepseek"]["models"]["deepseek-chat"]["cost"][part]) for day, one in found.items()}


@pytest.mark.parametrize(("part", "first", "last"), [("input", 0.27, 0.14), ("output", 1.10, 0.28)])
def test_deepseeks_chat_model_falls_as_the_list_says(
    starter: Weighbridge, archive: Path, part: str, first: float, last: float
) -> None:
    series = chat(starter, part)
    found = {e.period_end: e.value for e in series.estimates if e.status == Status.OBSERVED}
    assert found == stated(archive, part)
    assert found[dt.date(2025, 6, 27)] == first
    assert found[dt.date(2026, 4, 30)] == last
    changed = [(step.after, step.until) for step in series.steps]
    assert changed == [
        (dt.date(2025, 7, 31), dt.date(2025, 8, 30)),
        (dt.date(2025, 10, 31), dt.date(2025, 11, 30)),
        (dt.date(2026, 3, 31), dt.date(2026, 4, 30)),
    ]


def test_where_lists_disagree_the_range_shows_it(starter: Weighbridge) -> None:
    at = next(e for e in chat(starter, "input").estimates if e.period_end == dt.date(2026, 6, 30))
    assert (at.value, at.range_low, at.range_high, at.coverage) == (0.14, 0.14, 0.28, 1.0)


def test_a_moving_name_says_so_and_prices_no_model(starter: Weighbridge) -> None:
    assert {e.group for e in chat(starter, "input").estimates} == {f"{CHAT} (moving name)"}
    with pytest.raises(NoDataError, match=f"nothing where offer={CHAT}"):
        starter.measure("token_price", "model", where={"offer": CHAT})


def test_other_measures_know_no_offers(starter: Weighbridge) -> None:
    with pytest.raises(UsageError, match="cannot filter by 'offer'; choose one of country"):
        starter.measure("token_share", where={"offer": CHAT})


def test_slips_of_the_lists_are_named(starter: Weighbridge) -> None:
    named = {(slip.source, slip.offer, slip.part, slip.price) for slip in doubts(starter.lake)}
    assert named >= {
        ("litellm_prices", "watsonx/ibm/granite-3-8b-instruct", "input", 200.0),
        ("models_dev", "helicone/mistral-nemo", "output", 40.0),
        ("models_dev", "openrouter/openai/gpt-5.4-mini", "input", 7.5e-07),
    }


def test_no_slip_is_used(starter: Weighbridge) -> None:
    offer = "openrouter/openai/gpt-5.4-mini"
    series = starter.measure("token_price", "offer", where={"offer": offer}, choices={"part": "input"})
    assert {e.value for e in series.estimates} == {0.75}
    assert dt.date(2026, 3, 31) not in {e.period_end for e in series.estimates}
    assert series.steps == ()


def test_a_thousandfold_price_is_a_slip_beside_its_other_readings() -> None:
    price, offer = np.array([0.2, 0.2, 200.0, 0.3, 0.0]), np.array([0, 0, 0, 0, 0])
    found = slips(price, {}, offer)
    assert found.far.tolist() == [False, False, True, False, False]
    assert (found.usual[2], found.beside[2]) == (0.2, READINGS)


def test_where_the_newest_reading_is_the_odd_one_no_reading_is_used() -> None:
    found = slips(np.array([75.0, 75.0, 75.0, 0.075]), {}, np.zeros(4, np.int64))
    assert found.far.all()
    assert found.beside.tolist() == [NEWEST] * 3 + [READINGS]


def test_a_slip_is_told_by_other_offers_of_the_model_on_every_day() -> None:
    price = np.array([3000.0, 3.0, 2.5, 3000.0])
    found = slips(price, {OFFERS: np.array([0, 0, 0, -1])}, np.array([0, 1, 2, 0]))
    assert found.far.tolist() == [True, False, False, True]


def test_two_that_disagree_tell_nothing() -> None:
    found = slips(np.array([3000.0, 3.0, 9.0]), {OFFERS: np.zeros(3, np.int64)}, np.arange(3))
    assert not found.far.any()


def offers(rows: list[tuple[str, dt.date, str, float]], **more: list[Any]) -> Offers:
    book = quotes(rows)
    size = book.names.num_rows
    plain: dict[str, list[Any]] = {
        "organisation_id": [None] * size, "model_id": [None] * size, "setting": [None] * size,
        "alias": [False] * size, "field": ["language"] * size, "group": book.names.column("offer").to_pylist(),
        "kept": [True] * size,
    }  # fmt: skip
    traits = book.names
    for name, values in (plain | more).items():
        traits = traits.append_column(name, pa.array(values, pa.bool_() if name in ("alias", "kept") else pa.string()))
    return Offers(book, traits)


def by_offer(rows: list[tuple[str, dt.date, str, float]], **choices: str) -> Panel:
    found = offers(rows)
    groups = tuple(sorted(found.traits.column("offer").unique().to_pylist()))
    unit = np.array([groups.index(offer) for offer in found.traits.column("offer").to_pylist()])
    read = token_price.Priced("offer", found, unit, np.ones(len(unit), bool), np.arange(len(groups)), groups, {})
    return token_price.compute(read, token_price.MEASURE.settled({"part": "input", **choices}))


def test_a_price_of_zero_is_a_price_and_a_gap_is_unknown() -> None:
    panel = by_offer([("models_dev", JUNE, "a/x", 0.0), ("models_dev", JULY, "a/y", 1.0)])
    assert panel.groups == ("a/x", "a/y")
    assert panel.value[0].tolist() == pytest.approx([0.0, np.nan], nan_ok=True)
    assert panel.status.tolist() == [["observed", "missing"], ["missing", "observed"]]
    assert by_offer([("models_dev", JUNE, "a/x", 0.0)], free="out").status.tolist() == [["missing"]]


def test_a_reading_is_carried_for_a_month_and_dates_no_change() -> None:
    rows = [("models_dev", JULY, "a/x", 1.0), ("litellm_prices", SOON, "a/x", 2.0), ("models_dev", AUGUST, "a/x", 3.0)]
    panel = by_offer(rows)
    assert panel.ends == (JULY, SOON, AUGUST)
    assert panel.value[:, 0].tolist() == [1.0, 1.0, 3.0]
    assert panel.status[:, 0].tolist() == ["observed", "provisional", "observed"]
    found = steps(panel, [0, 1, 2], {})
    assert [(step.was, step.now, step.after, step.until) for step in found] == [(1.0, 3.0, JULY, AUGUST)]


def test_an_old_reading_stands_for_no_day() -> None:
    late = ("litellm_prices", dt.date(2025, 9, 30), "a/x", 2.0)
    assert listed(quotes([("models_dev", JULY, "a/x", 1.0), late]), "models_dev").days == (JULY,)


@pytest.mark.parametrize(
    ("offer_of", "free", "price"),
    [("maker", "alone", 4.0), ("cheapest", "alone", 1.0), ("median", "alone", 2.0), ("cheapest", "in", 0.0)],
)
def test_a_models_price_is_that_of_one_of_its_offers(offer_of: str, free: str, price: float) -> None:
    rows = [("models_dev", JUNE, f"{host}/x", asked) for host, asked in zip("abcd", (0.0, 1.0, 2.0, 4.0), strict=True)]
    own = np.array([False, False, False, True])
    read = token_price.Priced("model", offers(rows), np.zeros(4, np.int64), own, np.arange(1), ("x",), {})
    chosen = {"part": "input", "offer_of": offer_of, "free": free}
    assert token_price.compute(read, token_price.MEASURE.settled(chosen)).value.tolist() == [[price]]


def test_a_blend_names_its_ratio_and_needs_both_prices() -> None:
    asked = {part: np.array([1.0, np.nan]) for part in PARTS} | {"output": np.array([5.0, 5.0])}
    assert part_of(asked, "blend_3_1").tolist() == pytest.approx([2.0, np.nan], nan_ok=True)
    assert part_of(asked, "blend_1_1").tolist() == pytest.approx([3.0, np.nan], nan_ok=True)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (None, Version()),
        ("preview, 05-20, thinking", Version(None, 5, thinking=True)),
        ("2507", Version(2025, 7)),
        ("0528", Version(None, 5)),
        ("251201", Version(2025, 12)),
        ("2025-09-29, 16k thinking", Version(2025, 9)),
        ("high", Version()),
    ],
)
def test_a_setting_tells_the_month_and_the_thinking(setting: str | None, expected: Version) -> None:
    assert version(setting) == expected


def test_a_dated_model_meets_offers_of_its_month() -> None:
    offered = [version(setting) for setting in (None, "0528", "2507", "thinking, 2507")]
    assert of_version(version("2025-05"), offered) == [1]
    assert of_version(version("2025-07"), offered) == [2]
    assert of_version(version("thinking, 2025-07"), offered) == [3]
    assert of_version(version(None), offered) == [0]
    assert of_version(version("2024-01"), offered) == [0]


def capable() -> Capable:
    """An open model of 131 points at 1, a closed one of 130 at 4, and a closed one of 150, sold from July on, at 9."""
    rows = [("models_dev", JUNE, "a/open", 1.0), ("models_dev", JUNE, "b/closed", 4.0),
            ("models_dev", JULY, "a/open", 1.0), ("models_dev", JULY, "b/best", 9.0)]  # fmt: skip
    ability = np.array([131.0, 130.0, 150.0])
    draws = ability + np.where(np.arange(100) < 30, -3.0, 0.0)[:, None]
    models = ("Open", "Closed", "Best")
    fit = Abilities(models, ability, draws, np.full(3, 9), np.zeros(3, bool), False, "epoch", JULY, "drawn")
    group: dict[str, str | None] = {"Open": "open_licence", "Closed": "closed", "Best": "closed"}
    return Capable("openness", fit, Traits(group, {}), quotes(rows), np.array([0, 1, 2]), np.array([0, 2, 1]))


def of_capability(**choices: str) -> Panel:
    read = price_of_capability.Asked(capable(), whole=False)
    return price_of_capability.compute(read, price_of_capability.MEASURE.settled({"part": "input", **choices}))


def test_the_cheapest_offer_at_a_level_and_what_is_not_reached() -> None:
    panel = of_capability()
    assert panel.groups == ("closed", "open_licence")
    assert panel.value.tolist() == [[4.0, 1.0], [9.0, 1.0]]
    # In three of ten draws both fall below the level, and nothing as good is sold in June.
    assert np.isnan(panel.high[0]).all()
    assert panel.high[1].tolist() == pytest.approx([9.0, np.nan], nan_ok=True)
    assert panel.n.tolist() == [[1, 1], [1, 1]]
    high = of_capability(level="140")
    assert high.value == pytest.approx(np.array([[np.nan, np.nan], [9.0, np.nan]]), nan_ok=True)
    assert high.status.tolist() == [["missing", "missing"], ["estimated", "missing"]]


def test_a_level_that_only_some_draws_reach_is_bounded_from_below() -> None:
    read = capable()
    luck = np.where(np.arange(100) < 30, 3.0, 0.0)[:, None] + read.fit.ability
    lucky = Abilities(**{**vars(read.fit), "draws": luck, "ability": read.fit.ability - 2})
    asked = price_of_capability.Asked(Capable(**{**vars(read), "fit": lucky}), whole=False)
    panel = price_of_capability.compute(asked, price_of_capability.MEASURE.settled({"part": "input"}))
    assert panel.status[0].tolist() == [Status.BOUNDED, Status.BOUNDED]
    assert panel.low[0].tolist() == [4.0, 1.0]
    assert np.isnan(panel.high[0]).all()


@pytest.mark.parametrize(("match", "expected"), [("neighbours", [0.25, np.nan]), ("level", [0.25, 1 / 9])])
def test_a_gap_is_the_ratio_of_like_with_like(match: str, expected: list[float]) -> None:
    panel = price_gap.compute(capable(), price_gap.MEASURE.settled({"part": "input", "match": match}))
    at = panel.groups.index("open>closed")
    assert panel.labels["open>closed"] == "open against closed"
    assert panel.value[:, at].tolist() == pytest.approx(expected, nan_ok=True)


def few(read: Capable, known: int) -> Capable:
    """Take the abilities out of all but the first draws."""
    draws = np.where(np.arange(len(read.fit.draws))[:, None] < known, read.fit.draws, np.nan)
    return Capable(**{**vars(read), "fit": Abilities(**{**vars(read.fit), "draws": draws}), "asked": {}})


def test_a_gap_that_few_draws_have_has_no_interval() -> None:
    """In the last seventy of a hundred draws both sides have an offer at the level, in the first thirty neither."""
    of_level = price_gap.MEASURE.settled({"part": "input", "match": "level"})
    ends = []
    for read in (capable(), few(capable(), 40)):
        panel = price_gap.compute(read, of_level)
        at = panel.groups.index("open>closed")
        ends.append([panel.value[0, at], panel.low[0, at], panel.high[0, at]])
    assert ends[0] == [0.25, 0.25, 0.25]
    assert ends[1] == pytest.approx([0.25, np.nan, np.nan], nan_ok=True)


def test_a_gap_of_one_model_has_no_interval() -> None:
    """Models drawn anew from one are that one: what another would have cost, nobody knows."""
    panel = price_gap.compute(capable(), price_gap.MEASURE.settled({"part": "input"}))
    at = panel.groups.index("open>closed")
    assert (panel.value[0, at], panel.n[0, at]) == (0.25, 1)
    assert np.isnan([panel.low[0, at], panel.high[0, at]]).all()
    assert "of one model alone none" in panel.ci_method


def test_a_price_of_draws_that_know_no_ability_has_no_interval() -> None:
    asked = price_of_capability.Asked(few(capable(), 40), whole=False)
    panel = price_of_capability.compute(asked, price_of_capability.MEASURE.settled({"part": "input"}))
    assert panel.value.tolist() == [[4.0, 1.0], [9.0, 1.0]]
    assert np.isnan([panel.low, panel.high]).all()
