"""Names on boards and price lists to releases: by exact title, by the maker's stem, by a stem that one release has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.entities import names, settings
from weighbridge.newest import newest

if TYPE_CHECKING:
    from collections.abc import Callable

    import ibis.expr.types as ir

# More than the readings of a name, and than the steps of a reading: places are numbers of these digits.
TEN = 10


@dataclass(frozen=True)
class Books:
    """Where names are looked up: curated titles, stems by maker, and releases with their family."""

    titles: ir.Table
    stems: ir.Table
    releases: ir.Table


def match(candidates: ir.Table, books: Books, keep: Callable[[ir.Table], ir.Table]) -> ir.Table:
    """Give one row for each (namespace, key) with a reading that means something.

    Columns: setting, rule, alias, release_id (null where the name moves between releases) and moving_family, then set.
    `keep` runs a step once.
    """
    forms = keep(_forms(candidates.select("text").distinct()))
    hits = keep(_hits(candidates.inner_join(forms, "text"), books))
    first = newest(hits, ("namespace", "key"), (hits.place, hits.text))
    return _moving(_apart(first, books.releases))


def _forms(texts: ir.Table) -> ir.Table:
    """Give each text at each level: title as written, title without setting, stem, loose stem and the setting.

    The setting is read as far as a word may be one: whether it is, the release's own name says.
    """
    marked = texts.mutate(**{f"level_{n}": m for n, m in enumerate(settings.marked(texts.text))})
    found = _form(marked, 0)
    for level in range(1, settings.LEVELS):
        found = found.union(_form(marked, level))
    return found


def _form(texts: ir.Table, level: int) -> ir.Table:
    import ibis

    marked = texts[f"level_{level}"]
    bare = settings.without(marked)
    stem = names.stem(bare)
    return texts.select(
        "text",
        level=ibis.literal(level, "int16"),
        full=names.folded(texts.text),
        bare=bare,
        stem=stem.nullif(""),
        loose=names.loose(stem).nullif(""),
        setting=settings.setting(texts[f"level_{max(level, settings.SERVED - 1)}"]),
        dated=settings.dated(marked),
        latest=names.tokens(bare).contains("-latest-"),
    )


def _hits(rows: ir.Table, books: Books) -> ir.Table:
    """Give every look-up that finds something, each with its place in the order of trust."""
    loose = books.stems.select("organisation_id", "release_id", stem=names.loose(books.stems.stem))
    found = [_titled(rows, books.titles, "full", 0), _titled(rows, books.titles, "bare", 1)]
    for step, (column, stems) in enumerate((("stem", books.stems), ("loose", loose)), 2):
        found.append(_of_maker(rows, stems, column, step))
        found.append(_of_any(rows, stems, column, step + 2))
    hits = found[0]
    for more in found[1:]:
        hits = hits.union(more)
    published = books.releases.filter(books.releases.openness.isin(("open_licence", "restricted")))
    return hits.filter(hits.level < settings.SERVED).union(
        hits.filter(hits.level == settings.SERVED).semi_join(published, "release_id")
    )


def _titled(rows: ir.Table, titles: ir.Table, column: str, step: int) -> ir.Table:
    """Look an exact title up; one that rests on a vendor's prefix must be that vendor's; a day ends moving."""
    hits = rows.inner_join(titles, rows[column] == titles.title)
    hits = hits.filter(~hits.own | (hits.maker == hits.organisation_id))
    hits = hits.filter(hits.release_id.notnull() | ~hits.dated)
    return _placed(hits, step, "listed", family_id=hits.family_id)


def _of_maker(rows: ir.Table, stems: ir.Table, column: str, step: int) -> ir.Table:
    """Look a stem up among the releases of the reading's maker."""
    one = _one(stems, ("organisation_id", "stem"))
    hits = rows.inner_join(one, [rows.maker == one.organisation_id, rows[column] == one.found])
    return _placed(hits, step, "stem")


def _of_any(rows: ir.Table, stems: ir.Table, column: str, step: int) -> ir.Table:
    """Look a stem up among the releases of all makers."""
    one = _one(stems, ("stem",))
    rows = rows.filter(~rows.own)
    return _placed(rows.inner_join(one, rows[column] == one.found), step, "stem")


def _one(stems: ir.Table, by: tuple[str, ...]) -> ir.Table:
    """Give the release of each stem that one release has."""
    one = stems.group_by(*by).aggregate(release_id=stems.release_id.max(), releases=stems.release_id.nunique())
    return one.filter(one.releases == 1).drop("releases").rename(found="stem")


def _placed(hits: ir.Table, step: int, rule: str, *, family_id: ir.StringValue | None = None) -> ir.Table:
    import ibis

    place = (hits["rank"].cast("int16") * TEN + hits.level) * TEN + step
    unsaid = ibis.null(str)
    return hits.select(
        *("namespace", "key", "text", "setting", "stem", "release_id", "level"),
        place=place.cast("int32"),
        family_id=unsaid if family_id is None else family_id,
        moves=hits.latest & ~hits.dated,
        rule=ibis.literal(rule),
    )


def _apart(rows: ir.Table, releases: ir.Table) -> ir.Table:
    """Add `own_family`, and take out of `setting` what the release's own name says: Kimi K2 Thinking is a model."""
    both = [
        settings.setting(settings.marked(name)[settings.SERVED - 1]) for name in (releases.name, releases.release_id)
    ]
    said = ", " + both[0].fill_null("") + ", " + both[1].fill_null("") + ","
    rows = rows.left_join(releases.select("release_id", own_family="family_id", said=said), "release_id")
    own = rows.said.fill_null("")
    marks = rows.setting.split(", ").filter(lambda mark: ~own.contains(", " + mark + ","))
    return rows.mutate(setting=marks.join(", ").nullif("")).drop("release_id_right", "said")


def _moving(rows: ir.Table) -> ir.Table:
    """Add `alias`; the newest of a line has the line's family and maker, and no release.

    `latest` behind a version number is the newest packaging of one release, which stays.
    """
    import ibis

    moves = rows.moves.fill_null(False)
    between = rows.release_id.isnull() | (moves & ~rows.stem.re_search(r"\d"))
    return rows.select(
        "namespace",
        "key",
        "setting",
        rule=between.ifelse("maker", rows.rule),
        alias=between | moves,
        release_id=between.ifelse(None, rows.release_id),
        moving_family=between.ifelse(rows.family_id.coalesce(rows.own_family), ibis.null(str)),
    )
