"""Who runs: every country, organisation, family and model that the lake knows, with names in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from weighbridge import chinese_wording, wording
from weighbridge.contender import Contender
from weighbridge.schema import FAMILIES, ORGANISATIONS, RELEASES, SUBJECTS

if TYPE_CHECKING:
    from weighbridge.lake import Lake


def contenders(lake: Lake) -> tuple[Contender, ...]:
    """Give all contenders, sorted by kind and id."""
    makers = {row["organisation_id"]: row for row in _rows(lake, ORGANISATIONS)}
    every = [*_countries(makers), *_organisations(makers), *_families(lake, makers), *_models(lake, makers)]
    return tuple(sorted(every, key=lambda one: (one.kind, one.id)))


def _rows(lake: Lake, table: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - Table
    found: list[dict[str, Any]] = lake.engine.arrow(lake.read(table)).to_pylist()
    return found


def _countries(makers: dict[str, dict[str, Any]]) -> Iterator[Contender]:
    for code in sorted({row["country"] for row in makers.values()} - {None}):
        yield Contender("country", code, wording.country(code), chinese_wording.country(code), country=code)


def _organisations(makers: dict[str, dict[str, Any]]) -> Iterator[Contender]:
    for key, row in makers.items():
        yield Contender(
            "organisation",
            key,
            row["name"],
            row["name_zh_hans"],
            country=row["country"],
            evidence=row["evidence"],
            checked_on=row["checked_on"],
        )


def _families(lake: Lake, makers: dict[str, dict[str, Any]]) -> Iterator[Contender]:
    for row in _rows(lake, FAMILIES):
        maker = makers.get(row["organisation_id"], {})
        yield Contender(
            "family",
            row["family_id"],
            row["name"],
            row["name_zh_hans"],
            country=maker.get("country"),
            organisation=row["organisation_id"],
        )


def _models(lake: Lake, makers: dict[str, dict[str, Any]]) -> Iterator[Contender]:
    """Give the releases; their names are those of their makers in every language."""
    sizes = _sizes(lake)
    for row in _rows(lake, RELEASES):
        maker = makers.get(row["organisation_id"], {})
        yield Contender(
            "model",
            row["release_id"],
            row["name"],
            row["name"],
            country=maker.get("country"),
            organisation=row["organisation_id"],
            family=row["family_id"],
            openness=row["openness"],
            licence=row["licence"],
            released_on=row["released_on"],
            params_total=row["params_total"],
            params_active=row["params_active"],
            built_on=row["base_family_id"],
            model_ids=tuple(sizes.get(row["release_id"], ())),
            evidence=row["evidence"],
            checked_on=row["checked_on"],
        )


def _sizes(lake: Lake) -> dict[str, list[str]]:
    """Give the ids of the sets of weights of each release."""
    names = lake.read(SUBJECTS)
    met = names.filter(names.model_id.notnull() & names.release_id.notnull() & ~names["copy"])
    found: dict[str, list[str]] = {}
    for row in lake.engine.arrow(met.select("release_id", "model_id").distinct()).to_pylist():
        found.setdefault(row["release_id"], []).append(row["model_id"])
    return {key: sorted(ids) for key, ids in found.items()}
