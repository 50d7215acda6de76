"""What a reader may change in the chart of a race: its scale, what is counted, and one choice at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.charts.marks import NO_ZERO
from weighbridge.estimate import away
from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    from weighbridge.estimate import Run, Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

# The same things counted as shares and as totals.
SHARES = {"download_share": "download_total", "derivative_share": "derivative_total"}
_TWINS = SHARES | {total: share for share, total in SHARES.items()}


@dataclass(frozen=True)
class Instruments:
    """What a reader may change: `twin` names the other way of counting; choices are (decided, (key, option) ...)."""

    log: bool
    twin: str
    choices: list[tuple[str, list[tuple[str, str]]]]


def instruments(language: Language, chapter: Chapter, series: Series, other: str) -> Instruments:
    """Give what stands over the chart of a race; `other` is the path of its twin."""
    told = language.says("as_total" if chapter.name in SHARES else "as_share") if other else ""
    return Instruments(logarithmic(series), told, options(language, chapter, series))


def twin(book: Book, chapter: Chapter, by: str) -> str:
    """Give the path of the race that counts the same as a total or as a share; empty where there is none."""
    other = next((c for c in book.chapters if c.name == _TWINS.get(chapter.name)), None)
    held = other is not None and any(entry.by == by and entry.series for entry in other.entries)
    return addresses.race(other.name, by) if other is not None and held else ""


def logarithmic(series: Series) -> bool:
    """Say whether figures of a series may stand on a logarithmic scale: it needs a zero that means none."""
    values = [e.value for e in series.estimates if e.value is not None]
    return series.unit not in (*NO_ZERO, "months") and bool(values) and min(values) >= 0 and max(values) > 0


def changed(series: Series) -> Iterator[tuple[str, str, Run]]:
    """Give every run that takes one choice other than by default and has a figure: choice, option, run."""
    for run in series.one_away:
        if run.estimates:
            (choice,) = away(run.choices, series.choices)
            yield choice, run.choices[choice], run


def options(language: Language, chapter: Chapter, series: Series) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the choices that a reader may take otherwise: what is decided, then each option by key and in words."""
    held = {(choice, option) for choice, option, _ in changed(series)}
    found = []
    for choice in chapter.choices:
        each = [
            (f"{choice.name}={option.name}", f"{option.name}: {language.decided(option.says)}")
            for option in choice.options
            if (choice.name, option.name) in held
        ]
        found += [(language.decided(choice.says), each)] if each else []
    return found
