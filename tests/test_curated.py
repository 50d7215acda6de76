from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from weighbridge.countries import SEVERAL
from weighbridge.engine import Engine
from weighbridge.entities import curated, dimensions
from weighbridge.entities.curated import Organisation
from weighbridge.entities.traits import OPEN_LICENCES

if TYPE_CHECKING:
    from weighbridge.entities.curated import Curated, Family, Release

# Countries and territories of ISO 3166-1, two letters each.
ISO_3166 = frozenset(
    re.findall(
        "[A-Z]{2}",
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
        BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
        FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
        IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
        ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
        PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
        TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """,
    )
)
# Permissive licence for models, by the Linux Foundation; newer than the Hub's own list.
OPEN = frozenset(OPEN_LICENCES) | {"openmdw-1.1"}
# Evidence leads somewhere: to a page, a source of the archive, a card or a repository.
LEADS = re.compile(
    r"https?://|docs\.|models[._]dev|radar|epoch|atom|arena|openrouter|ollama|hub|llmfit|listing|trending30|card|repository",
    re.IGNORECASE,
)
IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def decided() -> Curated:
    return curated.load()


def releases(decided: Curated) -> Iterator[tuple[Family, Release]]:
    return ((family, release) for family in decided.families for release in family.releases)


def dated(decided: Curated) -> Iterator[Organisation | Family]:
    yield from decided.organisations
    yield from decided.families


def test_every_entry_says_what_says_so(decided: Curated) -> None:
    assert [entry.id for entry in dated(decided) if not LEADS.search(entry.evidence)] == []


def test_every_entry_was_checked_on_a_day_that_has_been(decided: Curated) -> None:
    today = dt.datetime.now(tz=dt.UTC).date()
    assert [e.id for e in dated(decided) if not dt.date(2026, 1, 1) <= e.checked_on <= today] == []


def test_no_release_is_younger_than_its_check(decided: Curated) -> None:
    late = [r.id for f, r in releases(decided) if r.released_on is not None and r.released_on > f.checked_on]
    assert late == []


def test_every_release_can_be_met_somewhere(decided: Curated) -> None:
    assert [r.id for _, r in releases(decided) if not (r.names or r.ollama or r.repos or r.slugs or r.titles)] == []


def test_open_means_under_a_licence_that_anyone_may_use(decided: Curated) -> None:
    assert {r.id: r.licence for _, r in releases(decided)
            if r.openness == "open_licence" and (r.licence or "").lower() not in OPEN} == {}  # fmt: skip


def test_restricted_means_under_terms_of_the_makers_own(decided: Curated) -> None:
    assert {r.id: r.licence for _, r in releases(decided)
            if r.openness == "restricted" and (r.licence or "").lower() in OPEN} == {}  # fmt: skip


def test_weights_without_any_licence_say_so(decided: Curated) -> None:
    silent = [r.id for f, r in releases(decided) if r.openness == "restricted" and r.licence is None
              and "no licence tag" not in (r.evidence or f.evidence)]  # fmt: skip
    assert silent == []


def test_no_weights_no_licence(decided: Curated) -> None:
    assert [r.id for _, r in releases(decided) if r.openness in ("closed", "unknown") and r.licence is not None] == []


def test_countries_exist(decided: Curated) -> None:
    assert {o.id: o.country for o in decided.organisations if o.country not in {None, SEVERAL, *ISO_3166}} == {}


@pytest.mark.parametrize(
    ("country", "basis"),
    [(None, "headquarters"), (None, "distributed"), ("FR", "unknown"), ("FR", "distributed"), (SEVERAL, "headquarters"),
     (SEVERAL, "unknown")],
)  # fmt: skip
def test_a_country_and_its_basis_agree(decided: Curated, country: str | None, basis: str) -> None:
    entry = decided.organisations[0].model_dump() | {"country": country, "basis": basis}
    with pytest.raises(ValidationError, match="contradict"):
        Organisation.model_validate(entry)


@pytest.mark.parametrize(("script", "characters"), [("zh_hans", "gb2312"), ("zh_hant", "big5")])
def test_each_script_keeps_to_its_own_characters(decided: Curated, script: str, characters: str) -> None:
    strange = {}
    for entry in dated(decided):
        written = "".join(IDEOGRAPH.findall(getattr(entry, script)))
        # The old character sets of the mainland and of Taiwan hold one script each.
        if written.encode(characters, errors="ignore").decode(characters) != written:
            strange[entry.id] = written
    assert strange == {}


def test_a_chinese_name_stands_in_both_scripts_or_says_the_english_name(decided: Curated) -> None:
    def chinese(name: str) -> bool:
        return bool(IDEOGRAPH.search(name))

    halves = [e.id for e in dated(decided) if chinese(e.zh_hant) and not chinese(e.zh_hans)]
    assert halves == []


def test_no_stem_is_open_ended(decided: Curated) -> None:
    found = dimensions.stems(decided, Engine(threads=1)).column("stem").to_pylist()
    assert len(found) > 1000
    assert [stem for stem in found if not re.fullmatch(r"[a-z0-9][a-z0-9.+!&'()@-]*", stem) or stem.endswith("-")] == []
