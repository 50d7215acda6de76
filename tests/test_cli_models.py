"""`weighbridge models`, and ranks beside figures, as a reader and a program get them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

import weighbridge
from tests.test_cli import done, refused
from weighbridge import cli, terminal, terminal_models
from weighbridge.estimate import Series
from weighbridge.model import Model

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge import Weighbridge

NAMES = [field.name for field in fields(Model)]
HEAD = re.compile(r"^ *rank +period", re.MULTILINE)
RANKED = ("measure", "pull_share")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds nothing, so that the starter data answer."""
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(autouse=True, scope="module")
def one_scale(store: Path) -> object:
    """One open store for all commands: the scores are fitted once."""
    scale = weighbridge.open(store)

    def opened(_: Path | None) -> Weighbridge:
        return scale

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "opened", opened)
        yield


def test_the_most_capable_come_first(store: Path) -> None:
    rows = json.loads(done(store, "models", "--top", "5", "--format", "json").stdout)
    abilities = [row["capability"] for row in rows]
    assert [list(row) for row in rows] == [NAMES] * 5
    assert abilities == sorted(abilities, reverse=True)


def test_csv_says_what_json_says_and_leaves_unknown_empty(store: Path) -> None:
    whole = json.loads(done(store, "models", "--country", "CN", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(done(store, "models", "--country", "CN", "--format", "csv").stdout)))
    assert rows == [{name: "" if row[name] is None else str(row[name]) for name in NAMES} for row in whole]
    assert any(row["params_active"] == "" for row in rows)


def test_options_are_met_together(store: Path) -> None:
    asked = ("models", "--country", "CN", "--openness", "restricted", "--format", "json")
    rows = json.loads(done(store, *asked).stdout)
    assert {(row["country"], row["openness"]) for row in rows} == {("CN", "restricted")}


def test_the_table_has_a_dash_where_nothing_is_known(store: Path) -> None:
    said = done(store, "models", "--top", "3").stdout
    line = next(line for line in said.splitlines() if "GPT-5.6" in line)
    assert "closed" in line
    assert terminal_models.NOTHING in line
    assert not re.search(r"\b(?:None|nan)\b", said)
    assert "90 % interval" in said


@pytest.mark.parametrize("country", ["China", "ZZ", "cn"])
def test_a_country_without_models_is_said_in_one_sentence(store: Path, country: str) -> None:
    said = refused(store, 8, "models", "--country", country)
    assert said == (
        f"weighbridge: no model with country={country}; leave out an option; countries are ISO codes such as CN.\n"
    )


def test_ranks_stand_beside_the_figures_of_one_period(store: Path) -> None:
    first = done(store, *RANKED, "--at", "2026-08-19").stdout
    assert HEAD.search(first)
    assert re.search(r"^ *1–2 +2026-08-01", first, re.MULTILINE)


def test_figures_of_several_periods_or_of_no_race_show_no_rank(store: Path) -> None:
    assert not HEAD.search(done(store, *RANKED, "--since", "2026-06-01").stdout)
    assert not HEAD.search(done(store, "measure", "concentration", "--at", "2026-08-19").stdout)


def test_an_empty_series_has_no_ranks(store: Path) -> None:
    found = weighbridge.open(store).measure("pull_share")
    assert not terminal._ranked(Series(**{**vars(found), "estimates": ()}))
