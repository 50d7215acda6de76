"""What the package's own uses and events hold: the claims and figures of the field that are repeated most."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from weighbridge import discover
from weighbridge.adoption import Depth, Grade
from weighbridge.entities import curated, testimony
from weighbridge.event import Happening

if TYPE_CHECKING:
    from weighbridge.adoption import Adoption, Summary
    from weighbridge.event import Event

USES = {of.id: of for of in testimony.adoptions()}
EVENTS = {of.id: of for of in testimony.events()}
DOWNLOADS, SHARE = "downloads", "share"
# Whose figure, of what measure, in which unit, and its value; all as published.
FIGURES = [
    ("CN", "download_total", DOWNLOADS, 1.15e9),
    ("US", "download_total", DOWNLOADS, 723e6),
    ("open", "download_total", DOWNLOADS, 2.04e9),
    ("qwen", "download_total", DOWNLOADS, 942.1e6),
    ("llama", "download_total", DOWNLOADS, 476e6),
    ("qwen", "download_total", DOWNLOADS, 385.3e6),
    ("llama", "download_total", DOWNLOADS, 346.2e6),
    ("qwen", "download_total", DOWNLOADS, 0.5e6),
    ("llama", "download_total", DOWNLOADS, 10.6e6),
    ("CN", "download_share", SHARE, 0.171),
    ("US", "download_share", SHARE, 0.158),
    ("CN", "download_share", SHARE, 0.41),
    ("CN", "download_share", SHARE, 0.56),
    ("qwen", "derivative_share", SHARE, 0.01),
    ("llama", "derivative_share", SHARE, 0.15),
    ("qwen", "derivative_share", SHARE, 0.69),
    ("open", None, "models", 2.96e6),
    ("open", "concentration", SHARE, 0.992),
    ("open", None, "models", 2_161_698),
    ("open", None, SHARE, 0.281),
    ("open", None, SHARE, 0.234),
    ("open", None, SHARE, 0.355),
    ("open", None, DOWNLOADS, 2.2e9),
    ("CN", "token_share", SHARE, 0.012),
    ("CN", "token_share", SHARE, 0.13),
    ("CN", "token_share", SHARE, 0.3),
    ("open", "token_share", SHARE, 0.137),
    ("CN", "token_share", SHARE, 0.028),
    ("CN", "token_share", SHARE, 0.727),
    ("CN", None, "tokens", 4.12e12),
    ("US", None, "tokens", 2.94e12),
    ("open", "capability_lag", "months", 3.5),
    ("open", "capability", "points", 7),
    ("open", "capability_lag", "months", 4),
    ("open", "capability_lag", "months", 6),
    ("open", "capability", "points", 8),
    ("CN", "capability_lag", "months", 7),
    ("deepseek-v4-pro", "capability_lag", "months", 8),
    ("deepseek-v3.1", "tokens_and_cost_to_solve", SHARE, 0.35),
    ("qwen3", "model_size", "times", 2),
    ("us-ai-startups", None, SHARE, 0.8),
    ("us-ai-startups", None, SHARE, 0.2),
]
CODED = re.compile(r"https?://|_")


@pytest.mark.parametrize(("subject", "measure", "unit", "value"), FIGURES)
def test_every_published_figure_is_held(subject: str, measure: str | None, unit: str, value: float) -> None:
    found = [of for of in EVENTS.values()
             if subject in of.subjects and (of.measure, of.unit, of.value) == (measure, unit, value)]  # fmt: skip
    assert len(found) == 1
    assert found[0].of_what, "a figure without its population misleads"


def test_bounds_are_those_of_the_publisher() -> None:
    bounds = {id_: (of.value_low, of.value_high) for id_, of in EVENTS.items() if of.value_high is not None}
    assert bounds == {
        "derivatives-of-qwen-spread": (100_000, 200_000),
        "epoch-open-lag-2025": (1.1, 5.3),
        "epoch-open-gap-2026": (7, 11),
        "epoch-china-lag-2026": (4, 14),
    }
    over = {
        id_: of.value_low for id_, of in EVENTS.items() if of.value is None and of.value_high is None and of.value_low
    }
    assert over == {
        "derivative-share-qwen-2025-08": 0.4,
        "derivatives-of-qwen-uscc": 100_000,
        "derivatives-of-qwen-team": 180_000,
    }


def test_the_crossing_of_qwen_and_llama_is_dated_thrice() -> None:
    crossings = [of for of in EVENTS.values() if (of.happening, of.subjects) == (Happening.CROSSING, ("qwen",))]
    assert {of.objects for of in crossings} == {("llama",)}
    assert sorted(f"{of.first:%Y-%m}" for of in crossings) == ["2025-09", "2025-09", "2025-10"]
    tokens = EVENTS["china-passes-us-tokens"]
    assert (tokens.first, tokens.last) == (dt.date(2026, 2, 9), dt.date(2026, 2, 15))


@pytest.mark.parametrize(
    ("use", "models", "grade", "depth", "but"),
    [
        ("ocbc-internal-tools", {"gemma", "qwen", "deepseek"}, Grade.CONFIRMED_BY_USER, Depth.PRODUCTION, "not all"),
        ("airbnb-service-agent", {"qwen"}, Grade.CONFIRMED_BY_USER, Depth.PRODUCTION, "OpenAI and Google"),
        ("airbnb-open-models-2026", {"qwen"}, Grade.CONFIRMED_BY_USER, Depth.PRODUCTION, "no share"),
        ("cursor-composer-1-base", {"deepseek"}, Grade.RUMOURED, Depth.CORE, "did not say"),
        ("cursor-composer-2-base", {"kimi-k2.5"}, Grade.CONFIRMED_BY_USER, Depth.CORE, "Composer 1"),
        ("cognition-glm-base", {"glm"}, Grade.RUMOURED, Depth.CORE, "named no base"),
        ("kimi-k2-portfolio-company", {"kimi-k2"}, Grade.ANNOUNCED, Depth.PRODUCTION, "remark"),
        ("siemens-industrial-models", {"CN"}, Grade.CONFIRMED_BY_USER, Depth.UNKNOWN, "certain tasks"),
        ("us-startups-chinese-models", {"CN"}, Grade.RUMOURED, Depth.UNKNOWN, "one in five"),
        ("governments-zhipu-models", {"zhipu-ai"}, Grade.ANNOUNCED, Depth.UNKNOWN, "competitor"),
        ("thinking-machines-qwen3", {"qwen3"}, Grade.CONFIRMED_BY_USER, Depth.TRIAL, "product"),
        ("chinese-local-governments-deepseek", {"deepseek"}, Grade.ANNOUNCED, Depth.UNKNOWN, "one trial"),
    ],
)
def test_every_use_has_its_nuance(use: str, models: set[str], grade: Grade, depth: Depth, but: str) -> None:
    held = USES[use]
    assert (set(held.models), held.grade, held.depth) == (models, grade, depth)
    assert held.nuance is not None
    assert but in held.nuance.en


@pytest.mark.parametrize(
    ("event", "first", "last", "but"),
    [
        ("deepseek-app-store-first", "2025-01-26", "2025-01-27", "recent installs"),
        ("derivative-share-qwen-2025-08", "2025-08-01", "2025-08-31", "not of all new models"),
        ("startups-80-percent", "2025-08-01", "2025-09-02", "one in five"),
        ("aa-china-leads-open-models", "2024-11-01", "2025-08-12", "one composite index"),
        ("aa-qwen3-above-gpt-oss", "2025-08-01", "2025-08-31", "active parameter"),
        ("openai-on-zhipu", "2025-06-25", "2025-06-25", "Malaysia, Singapore, the UAE, Saudi Arabia and Kenya"),
        ("us-allows-h200", "2025-12-08", "2025-12-08", "announcement"),
        ("huang-on-qwen", "2025-05-28", "2025-05-28", "among the best"),
        ("state-of-ai-china-peak", "2025-01-01", "2025-11-30", "13.0 %"),
    ],
)
def test_every_famous_event_has_its_nuance(event: str, first: str, last: str, but: str) -> None:
    held = EVENTS[event]
    assert (str(held.first), str(held.last)) == (first, last)
    assert held.nuance is not None
    assert but in held.nuance.en


def test_counts_are_as_stated() -> None:
    assert {id_: of.count for id_, of in USES.items() if of.count} == {
        "ocbc-internal-tools": 30,
        "airbnb-service-agent": 13,
    }
    assert {id_: of.place for id_, of in EVENTS.items() if of.place} == {
        "deepseek-app-store-first": 1,
        "deepseek-google-play-place": 14,
    }


def test_measures_that_events_name_are_ours() -> None:
    assert {of.measure for of in EVENTS.values() if of.measure} <= set(discover.measures())


def test_releases_are_not_told_twice() -> None:
    """What a maker released stands in families.yml, with its day."""
    curated_ids = {release.id for family in curated.load().families for release in family.releases}
    released = [of for of in EVENTS.values() if of.happening is Happening.RELEASE]
    assert not [of.id for of in released if set(of.subjects) & curated_ids]


def test_no_use_is_known_before_it_could_be() -> None:
    assert not [of.id for of in USES.values() if of.since and of.since > max(r.stated_on for r in of.references)]
    told = [(of.id, of.first, max(r.stated_on for r in of.references)) for of in EVENTS.values()]
    assert [id_ for id_, first, said in told if first > said] == []


def test_summaries_are_sentences_and_quote_nobody() -> None:
    entries: tuple[Adoption | Event, ...] = (*USES.values(), *EVENTS.values())
    said: list[Summary] = [one for of in entries for one in (of.summary, of.nuance) if one]
    assert [one.en for one in said if one.en[-1] != "." or CODED.search(one.en)] == []
    assert [one.zh for one in said if one.zh[-1] != "。" or CODED.search(one.zh)] == []
    assert [one for one in said if set('"“”「」『』') & {*one.en, *one.zh}] == []


def test_names_of_adopters_and_platforms_mean_one_thing() -> None:
    found: dict[str, set[str]] = {}
    for of in testimony.namings():
        for spelling in of.spellings:
            found.setdefault(spelling.casefold(), set()).add(of.id)
    assert {name: ids for name, ids in found.items() if len(ids) > 1} == {}
    makers = {name.casefold() for of in curated.load().organisations for name in (of.name, *of.aliases)}
    adopters = {s.casefold() for of in testimony.load().adopters for s in of.spellings}
    assert adopters & makers == set()
