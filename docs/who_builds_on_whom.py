"""The page on who new models build on: one claim of the press under every definition of the measure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Choice, Estimate, Run, Series

WIDTH = 120
QWEN, META = 0.40, 0.15
CLAIM = (
    'Claim of August 2025: "over 40 % of new language models on Hugging Face build on Qwen, 15 % on Meta". What is '
    "weighed here is a year younger: repositories created in August 2026, as HF//RADAR listed them on {day}. No public "
    "listing of August 2025 is in these data; the whole Hub, read with `weighbridge fetch hub_stats --since "
    "2026-08-01`, holds that month too, and `derivative_share` with `listing=hub_stats` weighs it."
)
NOT_KNOWN = (
    "The claim is one about *derivatives with a known base*. Of all new models it cannot be known: what states no "
    "parent may be built on anything, so that the interval reaches from the part that is stated to nearly all."
)
INTERVAL = (
    "The interval holds what the accounts of another such month would give, and what the bases of unknown family could "
    "add; least and most are over the definitions. Source: HF//RADAR (CC BY 4.0), the Hugging Face Hub."
)
COUNTS = (
    "How many models are built on Qwen? Five counts are in print: more than 100,000, 113,000, 151,448, more than "
    "180,000 and more than 200,000, made between the middle of 2025 and August 2026. Of one definition the words are "
    "known: models with more than five downloads that declare a base in a tracked family (ATOM). The others do not "
    "say what they decided, so that growth and definition cannot be told apart in them."
)
FACTORS = (
    "The listing at hand is no stock of the Hub, and none of these counts can be made again from it. It shows by how "
    "much one decision moves a count while all else is equal. The last column names the published counts that stand to "
    "the largest of them as the decision's count stands to the default, within a tenth: a difference in definition "
    "alone could be as large as that between them. [`derivative_total`](measures.md#derivative_total) with "
    "`listing=hub_stats` makes each count on the whole Hub."
)
PRINTED = {100_000: "> 100,000", 113_000: "113,000", 151_448: "151,448", 180_000: "> 180,000", 200_000: "> 200,000"}
WITHIN = 0.1
LITTLE = 0.97  # a decision that takes less away explains no difference
DECISIONS = ("downloaded", "relations", "base", "merges", "basis", "population", "removed")
SHOWN = (("family", "qwen", "Qwen"), ("organisation", "meta", "Meta"), ("organisation", "google", "Google"),
         ("family", "deepseek", "DeepSeek"))  # fmt: skip
FAMILIES = 15
Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Weighed:
    """Every definition that the data know, as its choices, with the estimates by grouping and group."""

    series: Mapping[str, Series]
    by: Mapping[Key, Mapping[tuple[str, str], Estimate]]
    default: Mapping[str, str]

    def value(self, key: Key, by: str, group: str) -> float:
        """Give the share of a group under one definition: a group that nothing builds on has none."""
        found = self.by[key].get((by, group))
        return 0.0 if found is None or found.value is None else found.value


def page() -> Iterator[str]:
    """Give the lines of the page."""
    found = weighed()
    day = found.series["family"].as_of
    yield from claim(found, day)
    yield from ("", "## One decision at a time", "")
    yield ("Each row takes one decision otherwise than the default of "
           "[`derivative_share`](measures.md#derivative_share); intervals are of Qwen.")  # fmt: skip
    yield from ("", f"| definition | {' | '.join(name for *_, name in SHOWN)} | Qwen, 95 % | known |")
    yield f"|---|{'---|' * (len(SHOWN) + 2)}"
    yield from (row(found, name, key) for name, key in single(found))
    yield from ("", "*Known*: the part of what is counted whose base is known.")
    yield from decisive(found)
    yield from spread(found)
    yield from published_counts()


def claim(found: Weighed, day: object) -> Iterator[str]:
    """Say what is claimed, and under how many definitions it holds."""
    qwen = [found.value(key, "family", "qwen") for key in found.by]
    meta = [found.value(key, "organisation", "meta") for key in found.by]
    of_qwen, of_meta = sum(value > QWEN for value in qwen), sum(value >= META for value in meta)
    both = sum(q > QWEN and m >= META for q, m in zip(qwen, meta, strict=True))
    default = key_of(found.default)
    ours = [percent(found.value(default, *group)) for group in (("family", "qwen"), ("organisation", "meta"))]
    yield from textwrap.wrap(CLAIM.format(day=day), WIDTH)
    yield ""
    yield f"- **Qwen over 40 %** holds under {of_qwen} of {len(qwen)} definitions: {reach(qwen)}."
    yield f"- **Meta at 15 %** holds under {of_meta} of them: {reach(meta)}. Both hold under {both}."
    yield f"- By the default, of new language models with a stated parent: Qwen {ours[0]}, Meta {ours[1]}."
    yield ""
    yield from textwrap.wrap(NOT_KNOWN, WIDTH)


def single(found: Weighed) -> Iterator[tuple[str, Key]]:
    """Give the default, and each definition that differs from it in one decision, with its name."""
    yield "default", key_of(found.default)
    for choice in choices():
        for option in choice.options[1:]:
            key = key_of({**found.default, choice.name: option.name})
            if key in found.by:
                yield f"`{choice.name}={option.name}`: {option.says}", key


def row(found: Weighed, name: str, key: Key) -> str:
    """Give one definition as a row."""
    qwen = found.by[key]["family", "qwen"]
    shares = " | ".join(percent(found.value(key, by, group)) for by, group, _ in SHOWN)
    return f"| {name} | {shares} | {percent(qwen.ci_low)} to {percent(qwen.ci_high)} | {percent(qwen.coverage)} |"


def decisive(found: Weighed) -> Iterator[str]:
    """Say for each option under how many definitions Qwen has over 40 %."""
    yield from ("", "## Which decision decides", "")
    yield from ("Of all definitions with the option: those under which Qwen has over 40 %, and the middle share.", "")
    yield "| decision | option | definitions | Qwen over 40 % | Qwen, median | Meta, median |"
    yield "|---|---|---|---|---|---|"
    for choice in choices():
        for option in choice.options:
            keys = [key for key in found.by if dict(key)[choice.name] == option.name]
            if keys:
                yield f"| `{choice.name}` | `{option.name}` | {counts(found, keys)} |"


def counts(found: Weighed, keys: Sequence[Key]) -> str:
    """Give how many, the part over 40 %, and the medians."""
    from statistics import median

    qwen = [found.value(key, "family", "qwen") for key in keys]
    meta = [found.value(key, "organisation", "meta") for key in keys]
    over = sum(value > QWEN for value in qwen) / len(qwen)
    return f"{len(keys)} | {percent(over, 0)} | {percent(median(qwen))} | {percent(median(meta))}"


def spread(found: Weighed) -> Iterator[str]:
    """Give the share of each root family with its interval and its range over all definitions."""
    yield from ("", "## By family, with the spread between definitions", "")
    yield from ("| family | share | 95 % interval | least | most | repositories |", "|---|---|---|---|---|---|")
    for e in found.series["family"].estimates[:FAMILIES]:
        reach = f"{percent(e.range_low)} | {percent(e.range_high)}"
        yield f"| {e.group} | {percent(e.value)} | {percent(e.ci_low)} to {percent(e.ci_high)} | {reach} | {e.n:,} |"
    yield ""
    yield from textwrap.wrap(INTERVAL, WIDTH)


def published_counts() -> Iterator[str]:
    """Put the published counts of derivatives beside what each decision does to ours."""
    yield from ("", "## One count, many numbers", "", *textwrap.wrap(COUNTS, WIDTH), "")
    yield from (*textwrap.wrap(FACTORS, WIDTH), "")
    yield from ("| decision | Qwen's derivatives | of the default | as far apart as |", "|---|---|---|---|")
    runs = {key_of(run.choices): run for run in totals().runs if run.estimates}
    default = totals().choices
    whole = of_qwen(runs[key_of(default)])
    yield f"| default | {whole:,.0f} | 100 % | |"
    for name in DECISIONS:
        for option in options_of(name):
            found = of_qwen(runs[key_of({**default, name: option})])
            alike = f"{percent(found / whole, 0)} | {as_far(found / whole)}"
            yield f"| `{name}={option}` | {found:,.0f} | {alike} |"
    every = [of_qwen(run) for key, run in runs.items() if dict(key)["counted"] == default["counted"]]
    ends = f"{min(every):,.0f} to {max(every):,.0f} | {reach([value / whole for value in every])}"
    yield f"| {len(every)} combinations, least to most | {ends} | all of them |"


def as_far(part: float) -> str:
    """Name the published counts that are such a part of the largest."""
    most = max(PRINTED)
    alike = (said for n, said in PRINTED.items() if n < most and abs(n / most / part - 1) <= WITHIN)
    return ", ".join(alike) if part < LITTLE else ""


def of_qwen(run: Run) -> float:
    """Give Qwen's derivatives in a run."""
    return next((e.value or 0.0 for e in run.estimates if e.group_id == "qwen"), 0.0)


def options_of(name: str) -> tuple[str, ...]:
    """Give the options of a choice of `derivative_total` but the default."""
    from weighbridge.measures.derivative_total import MEASURE

    return next(choice for choice in MEASURE.choices if choice.name == name).names()[1:]


@cache
def totals() -> Series:
    """Count derivatives in the starter data under every definition."""
    return starter().measure("derivative_total", "family", all_choices=True)


@cache
def weighed() -> Weighed:
    """Weigh the starter data under every definition."""
    return weighed_by(starter())


@cache
def starter() -> Weighbridge:
    """Open a store that holds nothing, so that the starter data answer."""
    from pathlib import Path

    import weighbridge

    return weighbridge.open(Path(__file__).parent / "no-store")


def weighed_by(scale: Weighbridge) -> Weighed:
    """Weigh what a store answers from."""
    series = {by: scale.measure("derivative_share", by, all_choices=True) for by in ("family", "organisation")}
    by: dict[Key, dict[tuple[str, str], Estimate]] = {}
    for name, each in series.items():
        for run in each.runs:
            if run.estimates:
                by.setdefault(key_of(run.choices), {}).update({(name, e.group_id): e for e in run.estimates})
    return Weighed(series, by, series["family"].choices)


def choices() -> Sequence[Choice]:
    """Give the decisions, but for the listing: the starter data have one."""
    from weighbridge.measures.derivative_share import MEASURE

    return [choice for choice in MEASURE.choices if choice.name != "listing"]


def key_of(given: Mapping[str, str]) -> Key:
    """Give choices as a key."""
    return tuple(sorted(given.items()))


def reach(values: Sequence[float]) -> str:
    """Give the least and the most."""
    return f"{percent(min(values))} to {percent(max(values))}"


def percent(value: float | None, digits: int = 1) -> str:
    """Write a share; what is not known as a question mark."""
    return "?" if value is None else f"{value * 100:.{digits}f} %"
