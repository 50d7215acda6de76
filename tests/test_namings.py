from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from weighbridge.countries import SEVERAL
from weighbridge.entities.curated import load
from weighbridge.entities.namings import MADE, READ_FROM, afresh, namings, written
from weighbridge.errors import CuratedError
from weighbridge.mention import Named

CURATED = Path(str(files("weighbridge") / "curated"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*(f"{name}.yml" for name in (*READ_FROM, "benchmarks", "licences")), MADE):
        shutil.copy(CURATED / name, tmp_path)
    return tmp_path


def test_what_is_shipped_is_what_the_yaml_says() -> None:
    assert (CURATED / MADE).read_bytes() == written(), "run `python -m weighbridge.entities.namings`"


def test_names_read_are_names_made() -> None:
    assert namings() == afresh()


def test_names_of_changed_files_are_made_afresh(folder: Path) -> None:
    slips = folder / "slips.yml"
    slips.write_text(slips.read_text("utf-8") + "- {id: mistral, named: family, slips: [Miss Trall]}\n", "utf-8")
    assert [of.id for of in namings(folder) if "Miss Trall" in of.slips] == ["mistral"]


def test_every_country_of_a_maker_has_a_name() -> None:
    named = {of.id for of in namings() if of.named is Named.COUNTRY}
    assert {of.country for of in load().organisations} - {None, SEVERAL} <= named


def test_a_release_knows_its_family_maker_and_country() -> None:
    (found,) = (of for of in namings() if of.named is Named.RELEASE and of.id == "qwen3")
    assert (found.family, found.organisation, found.country) == ("qwen", "alibaba", "CN")


def test_traditional_names_are_read_in_simplified_characters_too() -> None:
    (found,) = (of for of in namings() if of.named is Named.ORGANISATION and of.id == "nvidia")
    assert {"輝達", "辉达", "英伟达"} <= set(found.spellings)


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("slips", "- {id: nobody, named: family, slips: [Nobody]}", "does not exist"),
        ("slips", "- {id: qwen, named: family, slips: [Kuen]}", "stands twice"),
        ("slips", "- {id: qwen, named: release, slips: [Kuen]}", "named"),
        ("countries", "- {id: xx, name: Nowhere, names: [Nowhere], zh: [无]}", "id"),
        ("countries", "- {id: XX, name: Nowhere, names: [], zh: [无]}", "names"),
        ("openness", "- {id: ajar, name: ajar, spellings: [ajar]}", "id"),
        ("openness", "- {id: open, name: open, spellings: [open], colour: red}", "colour"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(folder: Path, file: str, line: str, said: str) -> None:
    path = folder / f"{file}.yml"
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(CuratedError, match=said):
        namings(folder)
