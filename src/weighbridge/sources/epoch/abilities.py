"""The two files that give abilities: the index of August 2026 by model, and its forerunner by version of a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from weighbridge.repeats import refuse_alike, refuse_repeats
from weighbridge.rows import Row, table_of
from weighbridge.schema import ABILITIES, STATED_MODELS
from weighbridge.sources.epoch.shape import Shape
from weighbridge.values import day, number, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.record import Reading, Record

OPEN_BY_GROUP = {"Open weights": True, "Closed weights": False, "Other": None}
OPEN_BY_ACCESS = {
    "Open weights (unrestricted)": True,
    "Open weights (restricted use)": True,
    "Open weights (non-commercial)": True,
    "API access": False,
    "Hosted access (no API)": False,
    "Unreleased": False,
    "Unknown": None,
}


def _by_model(records: Sequence[Record], seen: Row, reading: Reading) -> dict[str, pa.Table]:
    abilities, models = [], []
    for record in records:
        named = {**seen, "model": record.take("Model", text).strip()}
        abilities.append({**named, **_ability(record, str(named["model"]))})
        models.append({**named, **_stated_of_model(record)})
        record.ignore("model_versions")
        record.done()
    refuse_alike((str(model["model"]) for model in models), "model", reading)
    return _tables(abilities, models, reading)


def _ability(record: Record, model: str) -> Row:
    ability = record.take("eci", number)
    low, high = record.take_or_null("eci_ci_low", number), record.take_or_null("eci_ci_high", number)
    known = [point for point in (low, ability, high) if point is not None]
    if known != sorted(known):
        raise record.refuse("eci", f"is {ability:g} for `{model[:80]}`, outside its interval")
    return {"ability": ability, "ability_low": low, "ability_high": high}


def _stated_of_model(record: Record) -> Row:
    return {
        "title": record.take_or_null("Display name", text),
        "maker": record.take_or_null("Organization", text),
        "country": record.take_or_null("Country (of organization)", text),
        "access": record.take_or_null("Model accessibility", text),
        "licence": None,
        "open_weights": _open(record.take_or_null("Accessibility group", text), OPEN_BY_GROUP, record),
        "released_on": record.take_or_null("date", day),
        "training_flop": None,
    }


def _by_version(records: Sequence[Record], seen: Row, reading: Reading) -> dict[str, pa.Table]:
    abilities, models = [], []
    for record in records:
        named = {**seen, "model": record.take("Model version", text).strip()}
        ability = record.take_or_null("ECI Score", number)
        if ability is not None:
            abilities.append({**named, "ability": ability, "ability_low": None, "ability_high": None})
        models.append({**named, **_stated_of_version(record)})
        record.done()
    return _tables(abilities, models, reading)


def _stated_of_version(record: Record) -> Row:
    access = record.take_or_null("Model accessibility", text)
    # The display name adds a setting to the model's name, and so does the version already.
    record.ignore("Display name", "Description", "Confidence")
    return {
        "title": record.take_or_null("Model name", text),
        "maker": record.take_or_null("Organization", text),
        "country": record.take_or_null("Country", text),
        "access": access,
        "licence": None,
        "open_weights": _open(access, OPEN_BY_ACCESS, record),
        "released_on": record.take_or_null("Release date", day),
        "training_flop": record.take_or_null("Training compute (FLOP)", number),
    }


def _open(word: str | None, known: dict[str, bool | None], record: Record) -> bool | None:
    if word is not None and word not in known:
        record.reading.note("unknown word on access", f"{record.at} says {word}")
    return known.get(word or "")


def _tables(abilities: Sequence[Row], models: Sequence[Row], reading: Reading) -> dict[str, pa.Table]:
    refuse_repeats(models, ("model",), reading)
    return {
        "abilities": table_of(ABILITIES, abilities, reading),
        "stated_models": table_of(STATED_MODELS, models, reading),
    }


FILES = {"eci_scores.csv": Shape(_by_model, 100), "epoch_capabilities_index.csv": Shape(_by_version, 300)}
