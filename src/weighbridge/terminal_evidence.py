"""Uses and events as the command line prints them: a table in English or Chinese for people, JSON for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from weighbridge import evidence_wording as wording
from weighbridge.adoption import Adoption
from weighbridge.terminal import grid, print_line, row, send, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.attested import Attested
    from weighbridge.event import Event
    from weighbridge.evidence_wording import Language

NONE = {
    "en": "Nothing that is held names {name}. That is not evidence of absence: only what was curated is listed.",
    "zh": "现有条目均未提及{name}。这并不证明没有：此处只列出已收录的内容。",
}
WIDER = {
    "en": "{n} more name {name} as a whole: weighbridge evidence {id}",
    "zh": "另有{n}条只笼统提及{name}:weighbridge evidence {id}",
}
MEANING = {
    "en": "An entry says what its source says, and how surely that is known. Published figures are not ours.",
    "zh": "每个条目只转述其来源的说法及可信程度；公开数字并非本项目的测量。",
}


def attested(found: Attested, form: str, language: Language) -> None:
    """Print uses and events in the wanted form; JSON has both languages whatever `language` is."""
    if form == "json":
        import orjson

        send(orjson.dumps(asdict(found), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return
    if entries := found.entries:
        made = grid(*wording.HEADINGS[language])
        for entry in entries:
            row(made, *_cells(found, entry, language))
        show(made)
    else:
        print_line(NONE[language].format(name=found.name))
    for wider in found.wider:
        name = _title(found, wider.id, language)
        print_line(WIDER[language].format(n=wider.entries, name=name, id=wider.id))
    print_line(MEANING[language])


def _cells(found: Attested, entry: Adoption | Event, language: Language) -> Iterator[str]:
    yield _when(entry, language)
    yield _who(found, entry, language)
    yield wording.APART[language].join(_sure(entry, language))
    yield getattr(entry.summary, language)
    yield "" if entry.nuance is None else getattr(entry.nuance, language)
    yield wording.APART[language].join(wording.reference(of, language) for of in entry.references)


def _sure(entry: Adoption | Event, language: Language) -> tuple[str, ...]:
    grade = wording.GRADES[language][entry.grade]
    if isinstance(entry, Adoption):
        return (wording.KINDS[language][None], grade, wording.DEPTHS[language][entry.depth])
    return (wording.KINDS[language][entry.happening], grade)


def _when(entry: Adoption | Event, language: Language) -> str:
    if isinstance(entry, Adoption):
        first = min(entry.references, key=lambda of: of.stated_on)
        start = entry.since or first.stated_from or first.stated_on
        return wording.stretch(start, entry.since or first.stated_on, language)
    return wording.stretch(entry.first, entry.last, language)


def _who(found: Attested, entry: Adoption | Event, language: Language) -> str:
    subjects, objects = (
        ((entry.adopter,), entry.models) if isinstance(entry, Adoption) else (entry.subjects, entry.objects)
    )
    sides = (
        wording.AND[language].join(_title(found, id_, language) for id_ in ids) for ids in (subjects, objects) if ids
    )
    return " → ".join(sides)


def _title(found: Attested, id_: str, language: Language) -> str:
    title = found.titles.get(id_)
    if title is None:
        return wording.group(id_, language)
    return title.name if language == "en" else title.name_zh
