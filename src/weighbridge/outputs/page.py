"""One page: the board, a chart for each race, what every figure means. It runs no script and loads nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.charts.points import raced
from weighbridge.outputs import DATA, Output, put, resource
from weighbridge.plane import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template
    from markupsafe import Markup

    from weighbridge.estimate import Estimate, Series, Standing
    from weighbridge.model import Model
    from weighbridge.outputs import Book, Chapter, Entry
    from weighbridge.plane import Plane

OUTPUT = Output("page", "the board as one HTML page, with a chart for each race")
CHARTS = "charts"
EVERYONE = "all"  # the one group of a figure about all groups together
# Data files hold every grouping; the page draws those that its board shows.
DRAWN = ("country", "organisation", "family", "openness")
LONGEST_TEXT = 600
MOST_SAID = 3  # groups in the sentence below a chart that nobody leads
MOST_CAPABLE, MOST_OPEN = 30, 20  # models that the page lists; the data package has all
OPEN = ("open_licence", "restricted")
NOTHING = "–"
_WHOLE = re.compile(r"(\d{4}-\d\d-\d\d|\(?−?\d[\d.,]*(?:(?:–| to −?)\d[\d.,]*)?(?<=\d)(?: %)?\)?)")


@dataclass(frozen=True)
class Row:
    """One race as the board prints it. `why` stands in place of figures where there are none."""

    by: str
    anchor: str
    leader: str = ""
    decided: bool = False
    figure: str = ""
    span: str = ""
    second: str = ""
    margin: str = ""
    since: str = ""
    sure: str = ""
    rivals: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Figure:
    """One chart with what it says in words."""

    anchor: str
    by: str
    svg: str
    finding: str
    facts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """One model as the list of models prints it: cells of (figure, what stands below it)."""

    name: str
    made: str
    cells: tuple[tuple[str, str, str], ...]


def write(book: Book, folder: Path) -> list[Path]:
    """Write `index.html` and the specification of every chart under `folder`."""
    import orjson

    from weighbridge.charts import spec
    from weighbridge.charts.plane import spec as laid_out

    specs = {resource(s.measure, s.by): spec(s, c.title) for c, s in book.series() if s.by in DRAWN}
    drawn = specs | {plane.name: laid_out(plane) for plane in book.planes}
    files = [put(orjson.dumps(made), folder / CHARTS / f"{name}.vl.json") for name, made in drawn.items()]
    return [*files, put(html(book, specs).encode(), folder / "index.html")]


def html(book: Book, specs: dict[str, dict[str, Any]]) -> str:
    """Give the page; `specs` are the charts by name of their resource."""
    chapters = sorted((chapter for chapter in book.chapters if chapter.entries), key=_place)
    return _template().render(
        board=[(chapter, _rows(chapter)) for chapter in chapters if chapter.race],
        chapters=[(chapter, _figures(chapter, specs), _silent(chapter)) for chapter in chapters],
        models=_lines(book.models),
        model_count=len(book.models),
        planes=[_pictured(plane) for plane in book.planes],
        sources=book.provenance.sources,
        provenance=book.provenance,
        newest=max((series.as_of for _, series in book.series() if series.as_of), default=None),
        data=DATA,
        style=_style(),
    )


def _place(chapter: Chapter) -> tuple[bool, bool]:
    """Races with a standing come first, then races without, then figures about all groups together."""
    return not chapter.race, not any(entry.series and entry.series.standing for entry in chapter.entries)


def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    room = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    room.filters["plain"] = lambda text: wording.plain(str(text), LONGEST_TEXT)
    room.filters["unbroken"] = unbroken
    room.filters["coded"] = coded
    return room.from_string(_beside("page.html.j2"))


def unbroken(text: str) -> Markup:
    """Escape `text` and keep its days and numbers on one line each."""
    from markupsafe import Markup, escape

    parts = _WHOLE.split(text)
    return Markup().join(
        Markup('<span class="whole">{}</span>').format(p) if i % 2 else escape(p) for i, p in enumerate(parts)
    )


def coded(text: str) -> Markup:
    """Escape `text`; what stands between backticks becomes code."""
    from markupsafe import Markup

    parts = text.split("`")
    return Markup().join(
        Markup("<code>{}</code>").format(part) if i % 2 else unbroken(part) for i, part in enumerate(parts)
    )


def _style() -> str:
    """Give the style sheet, in which every colour of a chart has its counterpart on a dark ground."""
    from weighbridge.charts.colours import BY_NIGHT

    rules = (
        f'  .chart [{part}="{day}"] {{ {part}: {night}; }}' for day, night in BY_NIGHT for part in ("fill", "stroke")
    )
    return _beside("page.css").replace("  /* charts */", "\n".join(rules))


def _beside(name: str) -> str:
    from importlib.resources import files

    return (files("weighbridge.outputs") / name).read_text("utf-8")


def _drawn(chapter: Chapter) -> list[Entry]:
    return [entry for entry in chapter.entries if entry.by in DRAWN]


def _rows(chapter: Chapter) -> list[Row]:
    """Give the rows of a measure; one in place of all where none has a standing for the same reason."""
    rows = [_row(chapter, entry) for entry in _drawn(chapter)]
    if len(rows) > 1 and rows[0].why and len({row.why for row in rows}) == 1:
        return [replace(rows[0], by="all", anchor=chapter.name)]
    return rows


def _row(chapter: Chapter, entry: Entry) -> Row:
    by, anchor = wording.grouping(entry.by), resource(chapter.name, entry.by)
    series = entry.series
    if series is None:
        return Row(by, anchor, why=entry.missing)
    standing = series.standing
    if standing is None:
        return Row(by, anchor, why=wording.unranked(series))
    return Row(
        by,
        anchor,
        leader=wording.group(entry.by, standing.leader or standing.ahead or wording.UNKNOWN),
        decided=standing.leader is not None,
        **_shown(standing, series.unit),
        second=wording.group(entry.by, standing.runner_up) if standing.runner_up else "",
        margin=wording.margin(standing, series.unit),
        since=wording.since(standing) if standing.leader is not None else "",
        sure=wording.sure(standing),
        rivals=_rivals(entry.by, standing),
    )


def _shown(standing: Standing, unit: str) -> dict[str, str]:
    """Give the figure and, apart from it, its interval where it has one."""
    bounds = wording.span(standing.value_low, standing.value_high, unit)
    if standing.value is None:
        return {"figure": bounds}
    point = wording.amount(standing.value, unit)
    return {"figure": point} | ({} if bounds in (point, wording.UNKNOWN) else {"span": bounds})


def _rivals(by: str, standing: Standing) -> tuple[str, ...]:
    return tuple(wording.rival(by, name, ways) for name, ways in standing.rivals.items())


def _figures(chapter: Chapter, specs: dict[str, dict[str, Any]]) -> list[Figure]:
    drawn = [(entry.by, entry.series) for entry in _drawn(chapter) if entry.series is not None]
    return [_figure(chapter, series, specs[resource(chapter.name, by)]) for by, series in drawn]


def _figure(chapter: Chapter, series: Series, spec: dict[str, Any]) -> Figure:
    from weighbridge.charts.picture import svg

    name = resource(series.measure, series.by)
    finding = wording.finding(series) if chapter.race and not series.no_race else _newest(series)
    says = f"Chart: {chapter.title} by {wording.grouping(series.by)}, to {series.as_of}. {finding}"
    files = [(form, f"{DATA}/{name}.{ending}") for form, ending in (("CSV", "csv"), ("Parquet", "parquet"))]
    return Figure(
        name,
        wording.grouping(series.by),
        svg(spec, says),
        finding,
        _facts(series),
        (*files, ("chart specification", f"{CHARTS}/{name}.vl.json")),
    )


def _lines(models: Sequence[Model]) -> list[tuple[str, list[Line]]]:
    """Give the most capable models, then the open ones that are not among them, each part under its heading."""
    scored = [model for model in models if model.capability is not None]
    first = scored[:MOST_CAPABLE]
    openly = [model for model in scored if model.openness in OPEN][:MOST_OPEN]
    rest = [model for model in openly if model not in first]
    headings = (f"The {len(first)} most capable", f"The rest of the {len(openly)} most capable with open weights")
    return [(says, [_line(m) for m in part]) for says, part in zip(headings, (first, rest), strict=True) if part]


def _line(model: Model) -> Line:
    """Give the cells of a model by their heading; unknown is a dash, never 0."""
    country = wording.country(model.country) if model.country else None
    made = [wording.plain(part) for part in (model.maker or model.organisation, country) if part]
    price, (total, active) = model.usd_per_mtok, (_count(model.params_total), _count(model.params_active))
    return Line(
        wording.plain(model.scored_as or model.name),
        ", ".join(made) or "maker not known",
        (
            ("Weights", wording.OPENNESS.get(model.openness or "", NOTHING), str(model.released_on or "")),
            ("Capability", *_ability(model.capability, model.capability_low, model.capability_high)),
            ("Publisher’s", *_ability(model.published, model.published_low, model.published_high)),
            ("Price", NOTHING if price is None else wording.amount(price, "USD").removesuffix(" USD"), ""),
            ("Parameters", total, "" if model.params_active is None else f"{active} active"),
            ("Tokens 7 d", _count(model.tokens_7d), ""),
            ("Downloads 30 d", _count(model.downloads_30d), ""),
            ("Pulls", _count(model.pulls_all_time), ""),
        ),
    )


def _ability(point: float | None, low: float | None, high: float | None) -> tuple[str, str]:
    """Give an ability and its interval without their unit: the heading has it."""
    if point is None:
        return NOTHING, ""
    ends = "" if low is None and high is None else wording.span(low, high, "points").removesuffix(" points")
    return wording.amount(point, "points").removesuffix(" points"), ends


def _count(number: int | None) -> str:
    return NOTHING if number is None else wording.compact(number)


def _pictured(plane: Plane) -> Figure:
    from weighbridge.charts.picture import svg
    from weighbridge.charts.plane import spec

    best = sorted((p for p in plane.places if p.reach is Reach.FRONTIER), key=lambda p: p.up)
    names = ", ".join(wording.plain(place.group) for place in best)
    finding = f"No model here is at least as good in both as one of these, and better in one: {names}."
    made = spec(plane)
    files = (("chart specification", f"{CHARTS}/{plane.name}.vl.json"),)
    counts = Counter(str(place.reach) for place in plane.places)
    facts = (
        ("Models", f"{len(plane.places)} laid out, {plane.unplaced} without a figure of {plane.across}"),
        ("Frontier", f"{counts['frontier']} on it, {counts['possible']} that their intervals may bring to it"),
    )
    return Figure(plane.name, plane.title, svg(made, f"Chart: {plane.title}. {finding}"), finding, facts, files)


def _newest(series: Series) -> str:
    """Say the newest figures where groups do not compete for a lead."""
    newest = _of_newest_period(series)
    newest = newest if raced(series) else sorted(newest, key=lambda e: -e.n)
    if not newest:
        return "The newest period holds no figure."
    if len(newest) == 1 and newest[0].group_id == EVERYONE:
        return f"{_said(newest[0], series.unit)} in the period to {newest[0].period_end}."
    said = [f"{wording.group(series.by, e.group)} {_said(e, series.unit)}" for e in newest[:MOST_SAID]]
    rest = f", and {len(newest) - MOST_SAID} more" if len(newest) > MOST_SAID else ""
    return f"In the period to {newest[0].period_end}: {', '.join(said)}{rest}."


def _said(estimate: Estimate, unit: str) -> str:
    return wording.figure(estimate.value, estimate.ci_low, estimate.ci_high, unit)


def _of_newest_period(series: Series) -> list[Estimate]:
    return [estimate for estimate in series.estimates if estimate.period_end == series.as_of]


def _facts(series: Series) -> tuple[tuple[str, str], ...]:
    """Give what a reader must know of the newest figures beside their size: range, coverage, status, method."""
    newest = _of_newest_period(series)
    if not newest:
        return ()
    first = newest[0]
    known = "not stated by the source" if first.coverage is None else wording.amount(first.coverage, "share")
    statuses = ", ".join(sorted({str(estimate.status) for estimate in newest}))
    over = f"{wording.group(series.by, first.group)}: {wording.over_choices(first, series.unit)}"
    return (
        ("Period", f"{first.period_start} to {first.period_end}"),
        ("Over all choices", over),
        ("Coverage", known),
        ("Status", statuses),
        ("Interval", series.ci_method),
    )


def _silent(chapter: Chapter) -> list[tuple[str, str, str]]:
    absent = [entry for entry in _drawn(chapter) if entry.series is None]
    return [(resource(chapter.name, entry.by), wording.grouping(entry.by), entry.missing) for entry in absent]
