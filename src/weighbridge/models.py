"""One model, one row: score, price, tokens, downloads and pulls that meet in its `model_id`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from weighbridge import discover
from weighbridge.errors import NoDataError
from weighbridge.model import Model
from weighbridge.newest import newest
from weighbridge.schema import ABILITIES, DOWNLOADS, PULLS, RELEASES, REPO_FACTS, STATED_SIZES, SUBJECTS, TOKENS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Estimate, Series, SourceUse
    from weighbridge.lake import Lake

BLEND = "blend_3_1"
# The list with most providers first; the other is read later and has what came out since.
LISTS = ("models_dev", "litellm_prices")
WEEK = 7
# Tables that state sizes; they are not kept in the lake, what they say of a name is.
OF_SIZES = {STATED_SIZES.name, REPO_FACTS.name}


def models(scale: Weighbridge) -> list[Model]:
    """Give every model that has a score, a price or use, the most capable first."""
    lake = scale.lake
    what = {row["model_id"]: row for row in lake.engine.arrow(_described(lake)).to_pylist()}
    used = {name: _summed(lake, rows) for name, rows in _uses(lake).items()}
    prices = _prices(scale)
    published = _published(lake)
    makers = scale.labels("organisation")
    scored: Mapping[str, Sequence[tuple[Estimate, str | None] | None]] = _scores(scale)
    ids = what.keys() & (scored.keys() | prices.keys() | set().union(*used.values()))
    rows = [
        _row(what[key], makers, score, published, prices.get(key), {name: of.get(key) for name, of in used.items()})
        for key in ids
        for score in scored.get(key, [None])
    ]
    return sorted(rows, key=_order)


def asked() -> list[tuple[str, Mapping[str, str]]]:
    """Name the measures by model that rows rest on, each with every choice pinned: a row shows no range."""
    return [_pinned("capability", {}), *(_pinned("token_price", _listed(name)) for name in LISTS)]


def _pinned(measure: str, choices: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    return measure, discover.measures()[measure].MEASURE.settled(choices)


def _order(row: Model) -> tuple[bool, float, str, str]:
    return row.capability is None, -(row.capability or 0.0), row.model_id, row.scored_as or ""


def sources(scale: Weighbridge) -> tuple[SourceUse, ...]:
    """Give the sources of the rows: of their scores, prices and use, and of the sizes of their names."""
    used = {source for rows in _uses(scale.lake).values() for source in _origins(scale.lake, rows)}
    return shown(scale, origins(scores(scale)) | of_prices(scale) | of_sizes(scale) | used)


def scores(scale: Weighbridge) -> Series | None:
    """Give the rows' scores, or None where the lake has none."""
    return _series(scale, "capability", {})


def of_prices(scale: Weighbridge) -> set[str]:
    """Name the sources of the rows' prices."""
    return {source for name in LISTS for source in origins(_series(scale, "token_price", _listed(name)))}


def of_sizes(_: Weighbridge) -> set[str]:
    """Name the sources of the rows' sizes."""
    return {name for name, module in discover.sources().items() if OF_SIZES & set(module.SOURCE.tables)}


def origins(series: Series | None) -> set[str]:
    """Name the sources of a series."""
    return {use.name for use in series.provenance.sources} if series else set()


def shown(scale: Weighbridge, names: set[str]) -> tuple[SourceUse, ...]:
    """Give those with a row of their own: of a source that is here in sums by family and maker, no model has one."""
    return tuple(use for use in scale.provenance.sources if use.name in names and use.grain == "name")


def _described(lake: Lake) -> ir.Table:
    """Give what each `model_id` is: of all names that mean it, the earliest day and the sizes that any states."""
    names, releases = lake.read(SUBJECTS), lake.read(RELEASES)
    names = names.filter(names.model_id.notnull() & ~names["copy"])
    told = names.group_by("model_id").aggregate(
        **{name: names[name].max() for name in ("release_id", "organisation_id", "country", "openness")},
        created_on=names.created_on.min(),
        params_total=names.params_total.median().cast("int64"),
        params_active=names.params_active.median().cast("int64"),
    )
    own = releases.select("release_id", title="name", announced="released_on")
    return told.left_join(own, "release_id").drop("release_id_right")


def _uses(lake: Lake) -> dict[str, ir.Table]:
    """Give the rows (source, namespace, key, amount) of each kind of use, newest reading of each name."""
    import ibis

    tokens, downloads, pulls = (lake.read(table) for table in (TOKENS, DOWNLOADS, PULLS))
    daily = tokens.filter((tokens.series == "daily") & (tokens.row == "model"))
    newest = daily.period_end.max().as_scalar()
    week = daily.filter(daily.period_end > newest - ibis.interval(days=WEEK))
    return {
        "tokens_7d": week.select(
            "source", namespace=ibis.literal("openrouter"), key=week.slug, amount=week.total_tokens
        ),
        "downloads_30d": _latest(downloads, "repo_id", "downloads_30d", "hub"),
        "pulls_all_time": _latest(pulls, "name", "pulls_all_time", "ollama"),
    }


def _latest(rows: ir.Table, key: str, amount: str, namespace: str) -> ir.Table:
    """Give the newest reading of each name; a name without one is left out."""
    import ibis

    rows = rows.filter(rows[amount].notnull())
    rows = newest(rows, key, [rows.observed_on.desc(), rows.source])
    return rows.select("source", namespace=ibis.literal(namespace), key=rows[key], amount=rows[amount])


def _met(lake: Lake, rows: ir.Table) -> ir.Table:
    """Give the rows whose name means a model, with its id."""
    names = lake.read(SUBJECTS)
    names = names.filter(names.model_id.notnull() & ~names["copy"]).select("namespace", "key", "model_id")
    return rows.inner_join(names, ["namespace", "key"])


def _origins(lake: Lake, rows: ir.Table) -> list[str]:
    found: list[str] = lake.engine.arrow(_met(lake, rows).select("source").distinct()).column("source").to_pylist()
    return found


def _summed(lake: Lake, rows: ir.Table) -> dict[str, int]:
    met = _met(lake, rows)
    found = lake.engine.arrow(met.group_by("model_id").aggregate(amount=met.amount.sum().cast("int64")))
    return dict(zip(found.column("model_id").to_pylist(), found.column("amount").to_pylist(), strict=True))


def _scores(scale: Weighbridge) -> dict[str, list[tuple[Estimate, str | None]]]:
    """Give the scored names of each model with the setting that each names; none where the lake has no scores."""
    names = scale.lake.read(SUBJECTS)
    names = names.filter((names.namespace == "epoch") & names.model_id.notnull()).select("key", "model_id", "setting")
    meant = {row["key"]: row for row in scale.lake.engine.arrow(names).to_pylist()}
    found: dict[str, list[tuple[Estimate, str | None]]] = {}
    for estimate in _estimates(scale, "capability", {}):
        if named := meant.get(estimate.group_id):
            found.setdefault(named["model_id"], []).append((estimate, named["setting"]))
    return found


def _published(lake: Lake) -> dict[str, dict[str, Any]]:
    """Give the newest abilities that the publisher of the scores fitted itself, by its name of the model."""
    rows = lake.read(ABILITIES)
    rows = rows.filter(rows.observed_on == rows.observed_on.max().as_scalar())
    return {row["model"]: row for row in lake.engine.arrow(rows).to_pylist()}


def _prices(scale: Weighbridge) -> dict[str, float]:
    """Give the newest list price of each model by its maker: of the first list that charges one.

    A list without paid offers of a model says 0: that of a free quota or a subscription. So says a row if all do.
    """
    prices: dict[str, float] = {}
    for source in LISTS:
        found = _estimates(scale, "token_price", _listed(source))
        newest = max((e.period_end for e in found), default=None)
        listed = {e.group_id: e.value for e in found if e.period_end == newest and e.value is not None}
        charged = {key: price for key, price in prices.items() if price}
        prices = {**prices, **listed, **charged}
    return prices


def _listed(source: str) -> dict[str, str]:
    return {"part": BLEND, "source": source}


def _estimates(scale: Weighbridge, measure: str, choices: Mapping[str, str]) -> tuple[Estimate, ...]:
    found = _series(scale, measure, choices)
    return found.estimates if found else ()


def _series(scale: Weighbridge, measure: str, choices: Mapping[str, str]) -> Series | None:
    _, pinned = _pinned(measure, choices)
    wanted = (measure, *pinned.values())
    # Rows, planes and the sources of both ask for the same.
    if wanted not in scale.of_models:
        try:
            scale.of_models[wanted] = scale.of_each_model(measure, pinned)
        except NoDataError:
            scale.of_models[wanted] = None
    return scale.of_models[wanted]


def _row(
    what: Mapping[str, Any],
    makers: Mapping[str, str],
    score: tuple[Estimate, str | None] | None,
    published: Mapping[str, Mapping[str, Any]],
    price: float | None,
    used: Mapping[str, int | None],
) -> Model:
    estimate, setting = score or (None, None)
    theirs = published.get(estimate.group_id, {}) if estimate else {}
    size = what["model_id"].removeprefix(what["release_id"] or "").lstrip("/")
    return Model(
        model_id=what["model_id"],
        name=" ".join(part for part in (what["title"] or what["release_id"], size.upper()) if part),
        setting=setting,
        organisation=what["organisation_id"],
        maker=makers.get(what["organisation_id"]),
        country=what["country"],
        openness=what["openness"],
        released_on=what["announced"] or what["created_on"],
        params_total=what["params_total"],
        params_active=what["params_active"],
        scored_as=None if estimate is None else estimate.group,
        capability=None if estimate is None else estimate.value,
        capability_low=None if estimate is None else estimate.ci_low,
        capability_high=None if estimate is None else estimate.ci_high,
        published=theirs.get("ability"),
        published_low=theirs.get("ability_low"),
        published_high=theirs.get("ability_high"),
        usd_per_mtok=price,
        **used,
    )
