from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.entities import curated, dimensions
from weighbridge.entities.licences import allowed, named, pairs
from weighbridge.entities.traits import OPEN_LICENCES
from weighbridge.errors import CuratedError

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.entities.curated import Licence

DECIDED = {of.id: of for of in curated.load().licences}
KNOWN = [of for of in DECIDED.values() if of.kind != "unknown"]
licences = st.sampled_from(list(DECIDED.values()))


def verdict(ancestor: str, descendant: str) -> bool | None:
    return allowed(DECIDED[ancestor], DECIDED[descendant])


def test_every_entry_cites_a_clause_and_where_it_stands() -> None:
    today = dt.datetime.now(tz=dt.UTC).date()
    for of in DECIDED.values():
        assert of.clause
        assert of.evidence.startswith("https://") or "card" in of.evidence
        assert dt.date(2026, 1, 1) <= of.checked_on <= today


def test_what_is_permissive_is_open() -> None:
    """The same words decide how open weights are: none of them may say two things."""
    tags = {row["tag"]: row["kind"] for row in named(KNOWN)}
    assert {tag for tag, kind in tags.items() if kind in ("use_restricted", "non_commercial")} & {
        *OPEN_LICENCES
    } == set()
    ours = {"apache license 2.0", "apache-license-2.0", "apache 2.0", "cc0", "openmdw1.1-license"}
    assert {tag for tag, kind in tags.items() if kind == "permissive"} - {*OPEN_LICENCES} <= ours


@given(licences)
def test_a_known_licence_allows_itself_but_where_it_allows_no_derivative(of: Licence) -> None:
    wanted = None if of.kind in ("unknown", "no_derivatives") else True
    assert allowed(of, of) is wanted


@given(licences, licences)
def test_what_names_no_text_decides_nothing(one: Licence, other: Licence) -> None:
    if "unknown" in (one.kind, other.kind):
        assert allowed(one, other) is None
    elif one.allows == "any":
        assert allowed(one, other) is True


@given(licences, licences)
def test_a_permissive_descendant_of_anything_stricter_is_never_allowed(one: Licence, other: Licence) -> None:
    if one.kind != "permissive" and one.allows != "any" and other.kind == "permissive":
        assert allowed(one, other) is not True


@pytest.mark.parametrize(
    ("ancestor", "descendant", "word"),
    [
        ("apache-2.0", "cc-by-nc-4.0", True),
        ("mit", "llama3.1", True),
        ("llama3.1", "apache-2.0", False),
        ("llama3.1", "cc-by-nc-4.0", False),
        ("llama3", "llama3.1", None),  # a maker's own agreement may come with another's
        ("gemma", "mit", False),
        ("deepseek", "mit", False),
        ("creativeml-openrail-m", "openrail++", None),
        ("tongyi-qianwen", "apache-2.0", True),
        ("nvidia-open-model", "cc-by-4.0", True),
        ("qwen-research", "apache-2.0", None),
        ("cc-by-nc-4.0", "apache-2.0", None),
        ("cc-by-nc-4.0", "cc-by-nc-sa-4.0", True),
        ("cc-by-nc-sa-4.0", "cc-by-nc-4.0", False),
        ("cc-by-sa-4.0", "gpl-3.0", True),
        ("gpl-3.0", "cc-by-sa-4.0", None),
        ("gpl-3.0", "mit", False),
        ("gpl-3.0", "agpl-3.0", True),
        ("agpl-3.0", "gpl-3.0", None),
        ("cc-by-nc-nd-4.0", "cc-by-nc-nd-4.0", None),
        ("cc-by-nc-nd-4.0", "apache-2.0", False),
        ("ltx-2-community", "gemma", False),
        ("other", "mit", None),
        ("mit", "other", None),
    ],
)
def test_the_text_decides_or_does_not(ancestor: str, descendant: str, word: bool | None) -> None:  # noqa: FBT001 - a case
    assert verdict(ancestor, descendant) is word


def test_the_pairs_are_those_that_a_text_decides() -> None:
    rows = {(row["ancestor_id"], row["descendant_id"]): row["allowed"] for row in pairs(KNOWN)}
    assert rows == {(a.id, d.id): word for a in KNOWN for d in KNOWN if (word := allowed(a, d)) is not None}
    assert pairs(list(DECIDED.values())) == pairs(KNOWN)


def test_a_name_means_one_licence_whatever_its_case() -> None:
    rows = dimensions.dimensions(curated.load())["licences"].to_pylist()
    tags = [row["tag"] for row in rows]
    assert len(set(tags)) == len(tags)
    assert tags == [tag.lower() for tag in tags]


def test_most_releases_have_terms_that_are_read() -> None:
    decided = curated.load()
    tags = {name.lower(): of for of in decided.licences for name in of.names}
    stated = [r.licence.lower() for f in decided.families for r in f.releases if r.licence]
    assert sum(tag in tags and tags[tag].kind != "unknown" for tag in stated) / len(stated) > 0.8


ENTRY = """
- id: mine
  name: Mine
  names: [mine]
  kind: {kind}
  {says}
  clause: section 1
  read: whole
  evidence: card
  checked_on: 2026-11-22
"""


@pytest.mark.parametrize(
    ("kind", "says", "complaint"),
    [
        ("permissive", "forbids: []", "licence mine: says what it allows although its terms are unknown, or does not"),
        ("unknown", "allows: any", "licence mine: says what it allows although its terms are unknown"),
        ("unknown", "forbids: [mine]", "licence mine: says what it allows although its terms are unknown"),
        ("share_alike", "allows: [yours]", "licence or kind 'yours' of mine does not exist"),
        ("free", "allows: any", "kind: Input should be"),
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(tmp_path: Path, kind: str, says: str, complaint: str) -> None:
    for name in curated.FILES:
        (tmp_path / f"{name}.yml").write_text("[]")
    (tmp_path / "licences.yml").write_text(ENTRY.format(kind=kind, says=says))
    with pytest.raises(CuratedError, match=complaint):
        curated.load(tmp_path)


def test_no_licence_stands_on_both_sides(tmp_path: Path) -> None:
    for name in curated.FILES:
        (tmp_path / f"{name}.yml").write_text("[]")
    (tmp_path / "licences.yml").write_text(ENTRY.format(kind="share_alike", says="allows: [mine]\n  forbids: [mine]"))
    with pytest.raises(CuratedError, match="of mine, among what it allows and forbids, 'mine' stands 2 times"):
        curated.load(tmp_path)
