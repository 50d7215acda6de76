"""The languages of the site: what each says of measures, contenders, days and figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weighbridge import chinese_wording, measure_wording, source_wording, wording
from weighbridge.charts.pairs import parted
from weighbridge.outputs.site import addresses
from weighbridge.outputs.site.words import catalogue

if TYPE_CHECKING:
    from weighbridge.contender import Contender
    from weighbridge.estimate import Series, Standing
    from weighbridge.outputs import Chapter, Sheet
    from weighbridge.tongue import Wording

NAMED = ("organisation", "family", "model")  # groups whose names are data; all others are words of the language


@dataclass(frozen=True)
class Language:
    """One language: `code` stands in addresses, `lang` in documents; `names` are those of contenders by kind and id."""

    code: str
    lang: str
    own_name: str
    words: Wording
    names: Mapping[tuple[str, str], str]
    paged: frozenset[tuple[str, str]] = frozenset()  # contenders that have a page
    _spoken: dict[int, tuple[Series, Series]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def english(self) -> bool:
        """Whether measures and sources speak for themselves."""
        return self.code == "en"

    def path(self, kind: str, key: str | None) -> str:
        """Give the path of the page of a contender; empty where it has none."""
        return addresses.contender(kind, key) if key is not None and (kind, key) in self.paged else ""

    def says(self, key: str, **given: object) -> str:
        """Give a text of the catalogue with its gaps filled; KeyError where there is none."""
        return catalogue()[key][self.code].format(**given)

    def day(self, day: dt.date | None) -> str:
        """Give a day as readers write it: 19 Aug 2026, 2026年8月19日."""
        return self.says("unknown") if day is None else self.words.day(day)

    def group(self, by: str, key: str | None, label: str | None = None) -> str:
        """Name a group: a contender by its name in this language, a class in words."""
        if key is None:
            return self.words.group(by, label or wording.UNKNOWN)
        if (by, key) in self.names:
            return wording.plain(self.names[by, key])
        return self.words.group(by, label if label and (by in NAMED or parted(key)[1]) else key)

    def title(self, chapter: Chapter) -> str:
        """Give the title of a measure."""
        return chapter.title if self.english else measure_wording.CHINESE[chapter.name].title

    def question(self, chapter: Chapter) -> str:
        """Give the question that a measure answers."""
        return chapter.question if self.english else measure_wording.CHINESE[chapter.name].question

    def definition(self, chapter: Chapter) -> str:
        """Give the definition of a measure."""
        return chapter.definition if self.english else measure_wording.CHINESE[chapter.name].definition

    def misleads(self, chapter: Chapter) -> Sequence[str]:
        """Say when a measure misleads."""
        return chapter.misleads if self.english else measure_wording.CHINESE[chapter.name].misleads

    def decided(self, english: str) -> str:
        """Say what a choice decides, or what an option takes, from its own words."""
        return english if self.english else measure_wording.choice(english)

    def heading(self, chapter: Chapter, by: str) -> str:
        """Give the title of a measure by a grouping."""
        return self.says("by", title=self.title(chapter), grouping=self.words.grouping(by))

    def source_says(self, sheet: Sheet) -> str:
        """Say what a source is."""
        told = None if self.english else source_wording.CHINESE.get(sheet.name)
        return told.says if told else sheet.says

    def source_misleads(self, sheet: Sheet) -> Sequence[str]:
        """Say when a source misleads."""
        told = None if self.english else source_wording.CHINESE.get(sheet.name)
        return told.misleads if told else sheet.misleads

    def spoken(self, series: Series) -> Series:
        """Give a series whose groups are named in this language; English names stand in it already."""
        if self.english or series.by not in NAMED:
            return series
        # Several pages ask of one series; it is held beside its translation, so that its number stays its own.
        if id(series) not in self._spoken:
            self._spoken[id(series)] = series, self._translated(series)
        return self._spoken[id(series)][1]

    def _translated(self, series: Series) -> Series:
        own = {e.group: self.group(series.by, e.group_id, e.group) for e in series.estimates}
        return replace(
            series,
            estimates=tuple(replace(e, group=own[e.group]) for e in series.estimates),
            standing=_renamed(series.standing, own) if series.standing else None,
        )


def _renamed(standing: Standing, own: Mapping[str, str]) -> Standing:
    def name(of: str | None) -> str | None:
        return None if of is None else own.get(of, of)

    return replace(
        standing,
        leader=name(standing.leader),
        runner_up=name(standing.runner_up),
        ahead=name(standing.ahead),
        changes=tuple(replace(c, earlier=name(c.earlier), later=own.get(c.later, c.later)) for c in standing.changes),
        rivals={own.get(rival, rival): ways for rival, ways in standing.rivals.items()},
    )


def languages(contenders: Sequence[Contender], paged: frozenset[tuple[str, str]] = frozenset()) -> tuple[Language, ...]:
    """Give the languages of the site, the first for readers who name none; `paged` are contenders with a page."""
    english = {(one.kind, one.id): one.name for one in contenders}
    chinese = {(one.kind, one.id): one.name_zh for one in contenders}
    return (
        Language("en", "en", "English", wording, english, paged),
        Language("zh", "zh-Hans", "中文", chinese_wording, chinese, paged),
    )
