"""How the files of uses and events are read: what is refused, by which entry, and that the kept form says the same."""

from __future__ import annotations

import copy
import datetime as dt
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from weighbridge.adoption import Adoption, Depth, Grade, Reference, Summary
from weighbridge.entities import curated, testimony
from weighbridge.entities.testimony import kept
from weighbridge.entities.testimony.held import FILES, digest
from weighbridge.entities.testimony.reading import read
from weighbridge.errors import CuratedError
from weighbridge.event import Event, Happening
from weighbridge.mention import Named

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from weighbridge.entities.curated import Curated

    Entries = dict[str, list[dict[str, Any]]]

TODAY = dt.date(2026, 11, 22)
WORDS = {"en": "It uses Qwen.", "zh": "它使用通义千问。"}
PARTY: dict[str, Any] = {"id": "acme", "name": "Acme", "zh_hans": "顶点", "zh_hant": "頂點", "kind": "company"}
WELL: Entries = {
    "citations": [{"id": "paper", "publisher": "P", "title": "On Acme", "stated_on": dt.date(2025, 5, 2)}],
    "adopters": [PARTY],
    "platforms": [{**PARTY, "id": "shelf", "name": "Shelf", "kind": "hub"}],
    "evidence": [
        {
            "id": "acme-qwen",
            "adopter": "acme",
            "models": ["qwen", "qwen3", "alibaba", "CN"],
            "use": "search",
            "grade": "announced",
            "depth": "trial",
            "since": dt.date(2025, 5, 1),
            "not_only": True,
            "summary": WORDS,
            "sources": ["paper"],
        }
    ],
    "events": [
        {
            "id": "qwen-first",
            "happening": "ranking",
            "subjects": ["qwen", "CN", "open", "acme"],
            "objects": ["llama"],
            "first": dt.date(2025, 5, 1),
            "last": dt.date(2025, 5, 31),
            "grade": "rumoured",
            "platform": "shelf",
            "value": 0.4,
            "value_low": 0.3,
            "unit": "share",
            "summary": WORDS,
            "sources": ["paper"],
        }
    ],
}


@pytest.fixture(scope="module")
def decided() -> Curated:
    return curated.load()


def written(folder: Path, entries: Entries) -> Path:
    for name in FILES:
        (folder / f"{name}.yml").write_text(yaml.safe_dump(entries[name], allow_unicode=True), "utf-8")
    return folder


def test_entries_become_words(tmp_path: Path, decided: Curated) -> None:
    held = read(written(tmp_path, WELL), decided, TODAY)
    words, source = Summary(**WORDS), (Reference("P", "On Acme", dt.date(2025, 5, 2)),)
    use = Adoption(
        id="acme-qwen",
        adopter="acme",
        models=("qwen", "qwen3", "alibaba", "CN"),
        use="search",
        grade=Grade.ANNOUNCED,
        depth=Depth.TRIAL,
        since=dt.date(2025, 5, 1),
        until=None,
        count=None,
        not_only=True,
        summary=words,
        nuance=None,
        references=source,
    )
    event = Event(
        id="qwen-first",
        happening=Happening.RANKING,
        subjects=("qwen", "CN", "open", "acme"),
        objects=("llama",),
        first=dt.date(2025, 5, 1),
        last=dt.date(2025, 5, 31),
        grade=Grade.RUMOURED,
        summary=words,
        nuance=None,
        references=source,
        platform="shelf",
        value=0.4,
        value_low=0.3,
        unit="share",
    )
    assert (held.adoptions, held.events) == ((use,), (event,))


def test_a_title_knows_what_stands_above_it(tmp_path: Path, decided: Curated) -> None:
    titles = read(written(tmp_path, WELL), decided, TODAY).titles
    assert titles["qwen3"].above == ("qwen", "alibaba")
    assert (titles["qwen"].name_zh, titles["qwen"].above) == ("通义千问", ("alibaba",))
    assert (titles["acme"].name, titles["acme"].above) == ("Acme", ())
    assert "CN" not in titles


def put(file: str, **changes: object) -> Callable[[Entries], None]:
    return lambda entries: entries[file][0].update(changes)


def without(file: str, field: str) -> Callable[[Entries], None]:
    def change(entries: Entries) -> None:
        del entries[file][0][field]

    return change


def twice(file: str) -> Callable[[Entries], None]:
    return lambda entries: entries[file].append(entries[file][0])


LATER = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("change", "named", "why"),
    [
        (without("evidence", "sources"), "use acme-qwen", "sources"),
        (put("evidence", sources=[]), "use acme-qwen", "sources"),
        (put("evidence", sources=["no-such"]), "acme-qwen", "source 'no-such'"),
        (put("evidence", adopter="nobody"), "acme-qwen", "adopter 'nobody'"),
        (put("evidence", models=["qwen9000"]), "acme-qwen", "model 'qwen9000'"),
        (put("evidence", models=["ZZ"]), "acme-qwen", "model 'ZZ'"),
        (put("evidence", models=[]), "use acme-qwen", "models"),
        (put("evidence", grade="certain"), "use acme-qwen", "grade"),
        (put("evidence", depth="deep"), "use acme-qwen", "depth"),
        (put("evidence", bare="supported"), "use acme-qwen", "bare"),
        (put("evidence", count=0), "use acme-qwen", "count"),
        (put("evidence", colour="red"), "use acme-qwen", "colour"),
        (put("evidence", since=LATER), "acme-qwen", "future"),
        (put("evidence", until=dt.date(2025, 4, 1)), "acme-qwen", "begins on"),
        (put("evidence", summary={"en": WORDS["en"]}), "use acme-qwen", "summary.zh"),
        (put("evidence", summary={"en": WORDS["zh"], "zh": WORDS["zh"]}), "use acme-qwen", "holds Chinese"),
        (put("evidence", summary={"en": WORDS["en"], "zh": WORDS["en"]}), "use acme-qwen", "holds no Chinese"),
        (put("evidence", nuance={"en": "No."}), "use acme-qwen", "nuance.zh"),
        (without("events", "sources"), "occurrence qwen-first", "sources"),
        (without("events", "first"), "occurrence qwen-first", "first"),
        (put("events", subjects=["nobody"]), "qwen-first", "subject or object 'nobody'"),
        (put("events", objects=["nobody"]), "qwen-first", "subject or object 'nobody'"),
        (put("events", platform="acme"), "qwen-first", "platform 'acme'"),
        (put("events", last=LATER), "qwen-first", "future"),
        (put("events", last=dt.date(2025, 4, 1)), "qwen-first", "begins on"),
        (put("events", happening="rumour"), "occurrence qwen-first", "happening"),
        (put("events", unit="furlongs"), "occurrence qwen-first", "unit"),
        (put("events", unit=None), "qwen-first", "without a unit"),
        (put("events", value=None, value_low=None), "qwen-first", "without a figure"),
        (put("events", value_low=0.5), "qwen-first", "out of order"),
        (put("events", place=0), "occurrence qwen-first", "place"),
        (put("events", id="acme-qwen"), "events.yml", "'acme-qwen' stands 2 times"),
        (without("citations", "stated_on"), "citation paper", "stated_on"),
        (put("citations", stated_on=LATER), "paper", "future"),
        (put("citations", stated_from=dt.date(2025, 6, 1)), "paper", "begins on"),
        (put("citations", url="paper.html"), "citation paper", "url"),
        (put("adopters", id="alibaba"), "adopter alibaba", "maker or a model"),
        (put("adopters", country="Germany"), "adopter acme", "country"),
        (without("adopters", "zh_hant"), "adopter acme", "zh_hant"),
        (put("platforms", kind="company"), "platform shelf", "kind"),
        *((twice(file), f"{file}.yml", "stands 2 times") for file in FILES if file != "evidence"),
        (twice("evidence"), "events.yml", "stands 2 times"),
    ],
)
def test_what_is_wrong_is_refused_by_name(
    tmp_path: Path, decided: Curated, change: Callable[[Entries], None], named: str, why: str
) -> None:
    entries = copy.deepcopy(WELL)
    change(entries)
    with pytest.raises(CuratedError) as refused:
        read(written(tmp_path, entries), decided, TODAY)
    assert named in str(refused.value)
    assert why in str(refused.value)


def test_a_file_that_is_no_list_is_refused(tmp_path: Path, decided: Curated) -> None:
    (written(tmp_path, WELL) / "events.yml").write_text("a: 1", "utf-8")
    with pytest.raises(CuratedError, match=r"events\.yml: is not a list"):
        read(tmp_path, decided, TODAY)


def test_the_kept_form_is_what_the_files_say(decided: Curated) -> None:
    """Run `python -m weighbridge.entities.testimony` after a change of the files."""
    folder = files("weighbridge") / "curated"
    held = kept.from_bytes((folder / kept.NAME).read_bytes(), digest(folder))
    assert held == read(folder, decided)
    assert held == testimony.load()


def test_a_kept_form_of_other_files_is_nothing(tmp_path: Path, decided: Curated) -> None:
    held = read(written(tmp_path, WELL), decided, TODAY)
    bytes_ = kept.to_bytes(held, digest(tmp_path))
    assert kept.from_bytes(bytes_, digest(tmp_path)) == held
    (tmp_path / "events.yml").write_text("[]", "utf-8")
    assert kept.from_bytes(bytes_, digest(tmp_path)) is None


def test_namings_are_of_adopters_and_platforms(tmp_path: Path, decided: Curated) -> None:
    acme, shelf = read(written(tmp_path, WELL), decided, TODAY).namings()
    assert (acme.named, acme.id, acme.spellings) == (Named.ADOPTER, "acme", ("Acme", "顶点", "頂點"))
    assert shelf.named is Named.PLATFORM
