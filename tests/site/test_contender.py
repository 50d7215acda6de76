from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.outputs.books import HOSTILE
from tests.site.contended import (
    book,
    cells,
    read,
    release,
    row,
    spoken,
    texts,
    with_estimates,
    with_releases,
    with_series,
)
from tests.site.traced import lineage
from weighbridge.contender import Contender
from weighbridge.lineage import Lineages
from weighbridge.outputs.site import contender, issued, known, versus
from weighbridge.outputs.site.register import Register
from weighbridge.outputs.site.running import heads, run
from weighbridge.outputs.site.tracks import Track

if TYPE_CHECKING:
    from weighbridge.outputs.site.page import Page

DAY = dt.date(2026, 5, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(book())


def of(register: Register, kind: str, key: str) -> Page:
    return contender.page(register, register.kin.named[kind, key])


def test_all_its_races_stand_on_one_page(register: Register) -> None:
    page = read(register, of(register, "country", "CN"))
    assert texts(page, "//table[contains(@class, 'runs')]//th[@scope='row']") == [
        "Share of tokens", "Capability", "Price gap",
    ]  # fmt: skip
    assert page.xpath("//th/a/@href")[0] == "../../../en/race/token-share/country/index.html"


def test_a_race_says_figure_interval_place_range_and_who_leads(register: Register) -> None:
    figure, place, span, lead, *_ = cells(
        read(register, of(register, "organisation", "meta")), "runs", "Share of tokens"
    )
    assert figure == "10.0 % 8.0–12.0 %"
    assert (place, span, lead) == ("1–2", "8.0–12.0 %", "Alibaba leads")


@pytest.mark.parametrize(
    ("code", "interval", "span"),
    [
        ("en", "15.4 months ahead to 1.9 months behind", "at most 20.0 months ahead, or behind"),
        ("zh", "领先 15.4 个月至落后 1.9 个月", "至多领先 20.0 个月，也可能落后"),
    ],
)
def test_a_lag_on_both_sides_of_none_is_ahead_to_behind(
    register: Register, code: str, interval: str, span: str
) -> None:
    chapter = register.book.chapters[0]
    held = next(entry.series for entry in chapter.entries if entry.series)
    series = replace(held, by="country", unit="months")
    newest = replace(series.estimates[-1], group_id="CN behind US", value=-12.6, ci_low=-15.4, ci_high=1.9)
    lag = replace(newest, range_low=-20.0, range_high=None)
    told = run(spoken(register, code), Track(chapter, series, (lag,), other="US"))
    assert (told.interval, told.range) == (interval, span)


def test_its_own_lead_is_told_at_the_top(register: Register) -> None:
    leads = texts(read(register, of(register, "family", "qwen")), "//p[@class='finding']")
    assert leads == ["Leads: Share of tokens, Capability."]
    assert texts(read(register, of(register, "family", "llama")), "//p[@class='finding']") == [
        "Leads none of the races it runs in."
    ]


def test_ahead_is_not_leading() -> None:
    undecided = with_series(
        lambda s: replace(s, standing=s.standing and replace(s.standing, leader=None, leader_id=None))
    )
    page = read(held := Register(undecided), of(held, "family", "qwen"))
    assert texts(page, "//p[@class='finding']") == ["Ahead, undecided: Share of tokens, Capability."]
    assert cells(page, "runs", "Capability")[3] == "ahead, undecided"
    assert cells(read(held, of(held, "family", "llama")), "runs", "Capability")[3] == "Qwen ahead, undecided"


def test_a_figure_of_an_older_period_has_no_place() -> None:
    last = max(e.period_end for _, s in book().series() for e in s.estimates)
    gone = with_estimates(lambda _, e: None if e.group_id == "FR" and e.period_end == last else e)
    page = read(held := Register(gone), of(held, "country", "FR"))
    assert cells(page, "runs", "Capability")[1] == "not in the newest period"
    facts = texts(page, "//*[@id='facts-capability']//*[@data-fact='as-of']")
    assert facts == ["To 19 Jul 2026"]


def test_a_pair_is_told_by_the_other(register: Register) -> None:
    figure, place, *_ = cells(read(register, of(register, "country", "CN")), "runs", "Price gap")
    assert figure.startswith("0.40× against the United States")
    assert place == "not ranked"


def test_a_group_without_a_name_of_its_own_has_no_page(register: Register) -> None:
    assert ("openness", "closed") not in register.pages
    nothing = replace(book(), contenders=(*book().contenders, Contender("family", "ghost", "Ghost", "Ghost")))
    assert ("family", "ghost") not in known.paged(nothing)


def test_links_lead_to_pages_alone() -> None:
    more = with_releases([release("silent", DAY)])
    page = read(Register(more), of(Register(more), "family", "qwen"))
    assert "silent" in texts(page, "//table[contains(@class, 'models')]//th/span")
    assert "Qwen3" in texts(page, "//table[contains(@class, 'models')]//th/a")


def test_what_is_not_known_is_said() -> None:
    page = read(held := Register(with_releases([release("bare", model_ids=("bare",))])), of(held, "model", "bare"))
    told = dict(zip(texts(page, "//dl[@class='along']//dt"), texts(page, "//dl[@class='along']//dd"), strict=True))
    assert {told[name] for name in ("Weights", "Licence", "Released", "Parameters")} == {"not known"}
    assert set(cells(page, "models", "Bare")) == {"not known"}


def test_a_size_that_the_table_states_is_not_called_unknown() -> None:
    sized = with_releases([release("sized", DAY, ("sized",))], [row("sized", params_total=16 * 10**11)])
    page = read(held := Register(sized), of(held, "model", "sized"))
    assert "1.60 T" in cells(page, "models", "sized")
    assert "Parameters" not in texts(page, "//dl[@class='along']//dt")


def test_no_cell_is_empty(register: Register) -> None:
    for key in sorted(register.pages):
        page = read(register, of(register, *key))
        empty = [
            cell for cell in page.xpath("//td[not(contains(@class, 'course'))]") if not cell.text_content().strip()
        ]
        assert not empty, key


def test_zero_is_zero() -> None:
    free = with_releases([release("free", DAY, ("free",))], [row("free", usd_per_mtok=0.0, tokens_7d=0)])
    page = read(held := Register(free), of(held, "model", "free"))
    told = [cell for cell in cells(page, "models", "free") if cell not in ("not known", "open licence")]
    assert told == ["0 only free offers", "0"]


@pytest.mark.parametrize(
    ("prices", "told"),
    [((0.0, 0.2), "0.20 for some only free"), ((0.0, 0.0), "0 only free offers"), ((0.0, None), "0 only free offers")],
)
def test_what_is_given_away_makes_no_span_with_what_is_charged(prices: tuple[float | None, ...], told: str) -> None:
    sizes = [row(f"two/{i}b", usd_per_mtok=price) for i, price in enumerate(prices)]
    two = with_releases([release("two", DAY, tuple(size.model_id for size in sizes))], sizes)
    held = Register(two)
    assert told in cells(read(held, of(held, "family", "qwen")), "models", "two")


def test_sizes_of_a_release_are_taken_together() -> None:
    sizes = with_releases(
        [release("two", DAY, ("two/1b", "two/9b"))],
        [
            row("two/1b", 120.0, params_total=10**9, usd_per_mtok=0.1, tokens_7d=10**6, downloads_30d=40),
            row("two/9b", 130.0, params_total=9 * 10**9, usd_per_mtok=0.3, tokens_7d=2 * 10**6),
            row("two/9b", 125.0, scored_as="two (low)", params_total=9 * 10**9, usd_per_mtok=0.3, tokens_7d=2 * 10**6),
        ],
    )
    page = read(held := Register(sizes), of(held, "family", "qwen"))
    assert cells(page, "models", "two")[2:] == [
        "1.00 B–9.00 B", "130.0 129.0–131.0", "0.10–0.30", "3.00 M", "40", "not known",
    ]  # fmt: skip
    assert [texts(read(held, of(held, "model", "two")), "//table[contains(@class, 'models')]//th[@scope='row']")] == [
        ["two/1b", "two/9b", "two/9b scored as two (low)"]
    ]


def test_the_first_day_known_is_not_called_a_release() -> None:
    seen = with_releases([release("seen", None, ("seen",))], [row("seen", 120.0, released_on=DAY)])
    held = Register(seen)
    assert cells(read(held, of(held, "family", "qwen")), "models", "seen")[0] == "known since 1 May 2026"


def test_releases_beyond_the_page_stand_in_the_file() -> None:
    many = [release(f"r{i:03}", DAY + dt.timedelta(days=i)) for i in range(issued.MOST + 5)]
    page = of(held := Register(with_releases(many)), "family", "qwen")
    shown = texts(read(held, page), "//table[contains(@class, 'models')]//th[@scope='row']")
    assert shown[: issued.MOST] == [f"r{i:03}" for i in range(issued.MOST + 4, 4, -1)]
    filed = [row[1] for row in page.rows() if row[0] == "release"]
    assert len(filed) == len(many) + 1


def test_the_file_beside_has_every_figure_of_its_course(register: Register) -> None:
    page = of(register, "family", "qwen")
    room = io.StringIO()
    csv.writer(room).writerows([page.heads, *page.rows()])
    found = list(csv.DictReader(io.StringIO(room.getvalue())))
    own = [e for _, s in book().series() for e in s.estimates if s.by == "family" and e.group_id == "qwen"]
    assert len([line for line in found if line["part"] == "race"]) == len(own)
    assert {line["measure"] for line in found if line["part"] == "model"} == {
        "params_total", "capability", "usd_per_mtok", "tokens_7d",
    }  # fmt: skip
    assert page.heads == heads()


def test_entries_name_who_says_so_when_and_how_surely(register: Register) -> None:
    page = read(register, of(register, "family", "qwen"))
    (entry, *_) = page.xpath("//ol[@class='entries']/li[.//a[starts-with(@href, 'https://')]]")
    for fact in ("as-of", "source", "licence", "coverage", "sure"):
        assert entry.xpath(f".//*[@data-fact='{fact}']")[0].text_content().strip()
    assert entry.xpath(".//a[starts-with(@href, 'https://')]/@rel") == ["noopener nofollow"]


def test_a_maker_has_the_entries_of_its_families(register: Register) -> None:
    own, above = (
        register.entries(register.kin.named[key]) for key in (("family", "qwen"), ("organisation", "alibaba"))
    )
    assert own
    assert {id(held) for _, held in own} <= {id(held) for _, held in above}


def test_an_address_that_could_run_is_text() -> None:
    (first, *others) = book().decided
    bad = {**first.rows[0], "model_ids": "qwen", "sources": "Somebody, Title, 2026-05-01, javascript:alert(1)"}
    held = Register(replace(book(), decided=(replace(first, rows=(bad,)), *others)))
    page = read(held, of(held, "family", "qwen"))
    assert not page.xpath("//a[contains(@href, 'javascript')]")
    assert "javascript:alert(1)" in page.text_content()


def test_a_command_is_safe_to_paste() -> None:
    odd = with_releases([release("a; rm -rf ~", DAY, ("x",))], [row("x", 120.0)])
    held = Register(replace(odd, lineages=Lineages({("model", "a; rm -rf ~"): lineage("model", "a; rm -rf ~")})))
    page = read(held, of(held, "model", "a; rm -rf ~"))
    assert texts(page, "//code") == ["weighbridge lineage 'a; rm -rf ~'"]


def test_lineage_goes_both_ways() -> None:
    built = with_releases(
        [release("tuned", DAY, family="llama", built_on="qwen", model_ids=("tuned",))], [row("tuned", 99.0)]
    )
    held = Register(built)
    assert "tuned" in texts(read(held, of(held, "family", "qwen")), "//section[h2/@id='lineage']//a")
    assert "Qwen" in texts(read(held, of(held, "family", "llama")), "//section[h2/@id='lineage']//a")


def test_chinese_pages_speak_chinese_and_keep_the_other_name(register: Register) -> None:
    page = read(register, of(register, "family", "qwen"), "zh")
    assert texts(page, "//h1") == ["通义千问 Qwen"]
    assert page.xpath("//h1/span/@lang") == ["en"]
    assert texts(page, "//p[@class='finding']") == ["领先：token 占比、能力。"]
    assert "阿里巴巴" in texts(page, "//dl//a")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text(register: Register, name: str) -> None:
    page = read(register, of(register, "organisation", name))
    assert not page.xpath("//img | //main//script")
    assert "\u202e" not in page.text_content()


def test_a_page_changes_with_what_it_shows_and_with_nothing_else(register: Register) -> None:
    def made(changed: Register, key: str) -> str:
        return of(changed, "organisation", key).made_of

    moved = Register(with_estimates(lambda _, e: replace(e, ci_high=0.77) if e.group_id == "meta" else e))
    assert made(moved, "meta") != made(register, "meta")
    assert made(moved, "alibaba") == made(register, "alibaba")
    led = Register(with_series(lambda s: replace(s, standing=s.standing and replace(s.standing, leader=None))))
    assert made(led, "meta") != made(register, "meta")


def test_a_page_changes_when_one_it_links_to_comes() -> None:
    without = replace(book(), models=())
    linked, unlinked = (
        of(Register(held), "model", "qwen3").made_of for held in (book(), replace(without, models=book().models))
    )
    assert linked == unlinked
    assert of(Register(without), "family", "qwen").made_of != of(Register(book()), "family", "qwen").made_of


def test_comparisons_are_linked_both_ways(register: Register) -> None:
    every = versus.chosen(register)
    pages = {page.path: page for page in contender.pages(register, versus.by_contender(every))}
    page = read(register, pages["family/qwen"])
    assert page.xpath("//section[h2/@id='compared']//a/@href") == ["../../../en/compare/family/llama--qwen/index.html"]
