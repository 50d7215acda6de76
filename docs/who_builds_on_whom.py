"""The page on who new models build on: one claim of the press under every definition of the measure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import Choice, Estimate, Series

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


@cache
def weighed() -> Weighed:
    """Weigh the starter data under every definition."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as nothing:
        return weighed_in(Path(nothing))


def weighed_in(store: Path) -> Weighed:
    """Weigh the data of a store; one that holds nothing answers from the starter data."""
    import weighbridge

    scale = weighbridge.open(store)
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
