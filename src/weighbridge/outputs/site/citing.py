"""How to cite a figure: what, as of when, at which permanent address, from which sources under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.languages import Language


def race(language: Language, chapter: Chapter, series: Series, digest: str) -> str:
    """Give the citation of a race in one line; `digest` names its figures."""
    return language.says(
        "citation",
        heading=language.heading(chapter, series.by),
        version=series.version,
        day=language.day(series.as_of),
        code=series.provenance.code_version,
        digest=digest[:12],
        publishers=language.says("listed").join(dict.fromkeys(use.publisher for use in series.provenance.sources)),
        address=f"{language.code}/{addresses.race(chapter.name, series.by, series.version)}/",
    )
