"""Models as the command line prints them: one row each."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from weighbridge.terminal import grid, print_line, row, send, send_csv, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.model import Model

NOTHING = "–"


def models(found: Sequence[Model], form: str) -> None:
    """Print models, one row each."""
    if form == "json":
        import orjson

        send(orjson.dumps([asdict(model) for model in found], option=orjson.OPT_INDENT_2) + b"\n")
        return
    if form == "csv":
        lines = [asdict(model) for model in found]
        send_csv(list(lines[0]), [list(line.values()) for line in lines])
        return
    figures = ("capability", "publisher's", "USD/M tokens", "parameters", "tokens 7 d", "downloads 30 d", "pulls")
    made = grid("model", "maker", "country", "openness", "released", *figures, right=figures)
    for model in found:
        row(made, *_told(model))
    show(made)
    print_line(
        "Capability in points with the 90 % interval, by our fit and by its publisher's; "
        "price by the maker, or the middle of others where it sells none, three tokens read to one written, "
        "0 where only free quotas and subscriptions are listed."
    )


def _told(model: Model) -> tuple[object, ...]:
    """Give the cells of a model; unknown is a dash, never 0."""
    from weighbridge import wording

    counts = (model.params_total, model.tokens_7d, model.downloads_30d, model.pulls_all_time)
    price = model.usd_per_mtok
    return (
        model.scored_as or model.name,
        model.organisation or NOTHING,
        model.country or NOTHING,
        wording.OPENNESS.get(model.openness or "", NOTHING),
        model.released_on or NOTHING,
        _score(model.capability, model.capability_low, model.capability_high),
        _score(model.published, model.published_low, model.published_high),
        NOTHING if price is None else wording.amount(price, "USD").removesuffix(" USD"),
        *(NOTHING if count is None else wording.compact(count) for count in counts),
    )


def _score(point: float | None, low: float | None, high: float | None) -> str:
    if point is None:
        return NOTHING
    ends = "–".join("?" if end is None else f"{end:.0f}" for end in (low, high))
    return f"{point:.1f} ({ends})"
