from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.site.contended import book, read, release, row, texts, with_releases, with_series
from weighbridge.contender import KINDS
from weighbridge.outputs.site import contenders
from weighbridge.outputs.site.register import Register

if TYPE_CHECKING:
    from weighbridge.outputs.site.page import Page


def listed(register: Register, path: str) -> Page:
    return next(page for page in contenders.pages(register) if page.path == path)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(book())


@pytest.mark.parametrize("kind", KINDS)
def test_every_contender_with_a_page_is_listed_once(register: Register, kind: str) -> None:
    for path in (f"contenders/{kind}", f"contenders/{kind}/{contenders.ORDERS[kind]}"):
        page = listed(register, path)
        own = {key for of, key in register.pages if of == kind}
        assert sorted(str(held[1]) for held in page.rows()) == sorted(own)
        links = read(register, page).xpath("//main//th/a/@href | //ul[contains(@class, 'kin')]//a/@href")
        assert len(links) == len(own)


def test_a_to_z_goes_by_the_letters_of_the_name() -> None:
    names = ("beta", "Alpha", "Émile", "3d", "龙")
    more = with_releases([release(n, model_ids=(n,)) for n in names], [row(n, 100.0) for n in names])
    held = Register(more)
    page = read(held, listed(held, "contenders/model"))
    letters = texts(page, "//h2")
    assert letters == sorted(letters)
    assert letters[0] == contenders.NO_LETTER
    assert texts(page, "//section[h2='E']//li/a") == ["Émile"]
    assert texts(page, "//section[h2='#']//li/a")[-1] == "龙"


def test_lists_add_up_no_places() -> None:
    """A leader of every race comes after one of which more measures have a figure."""
    firsts = with_series(
        lambda s: replace(
            s,
            estimates=tuple(replace(e, rank_best=1 if e.group_id == "llama" else 3, rank_worst=3) for e in s.estimates),
        )
    )
    page = listed(Register(firsts), "contenders/family/measures")
    counted = [int(str(line[contenders.HEADS.index("measures")])) for line in page.rows()]
    assert counted == sorted(counted, reverse=True)
    assert [line[1] for line in page.rows()] == ["qwen", "llama"]


def test_models_come_newest_first_and_undated_ones_last() -> None:
    days = {"old": dt.date(2020, 1, 1), "new": dt.date(2026, 8, 1), "undated": None}
    more = with_releases([release(n, d, (n,)) for n, d in days.items()], [row(n, 100.0) for n in days])
    held = Register(more)
    order = [line[1] for line in listed(held, "contenders/model/newest").rows() if line[1] in days]
    assert order == ["new", "old", "undated"]


def test_leads_are_named_and_none_is_said(register: Register) -> None:
    page = read(register, listed(register, "contenders/country/measures"))
    leads = dict(zip(texts(page, "//tbody//th"), texts(page, "//tbody//td[last()]"), strict=True))
    assert leads == {"China": "Share of tokens, Capability", "United States": "none", "France": "none"}


def test_chinese_lists_name_in_chinese(register: Register) -> None:
    page = read(register, listed(register, "contenders"), "zh")
    assert {"中国", "通义千问", "阿里巴巴"} <= set(texts(page, "//tbody//th"))


def test_one_order_of_each_kind_is_searched_for(register: Register) -> None:
    assert [p.path for p in contenders.pages(register) if p.listed] == [
        "contenders",
        *(f"contenders/{k}" for k in KINDS),
    ]
