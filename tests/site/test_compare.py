from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.site.contended import book, cells, read, texts, with_estimates, with_series
from weighbridge.contender import Contender
from weighbridge.countries import SEVERAL
from weighbridge.outputs.site import compare, comparisons, duel, versus
from weighbridge.outputs.site.register import Register
from weighbridge.outputs.site.versus import Versus

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate, Series
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.page import Page

FAMILIES = Versus("family", ("llama", "qwen"))
COUNTRIES = Versus("country", ("CN", "US"))


def page(register: Register, of: Versus) -> Page:
    return next(found for found in compare.pages(register, [of]))


def test_an_address_has_room_on_every_system() -> None:
    four = [Versus("family", tuple(sorted(f"{letter * 59}{end}" for letter in "abcd"))).path for end in "xy"]
    assert len(set(four)) == 2
    assert all(len(part) <= 255 for path in four for part in path.split("/"))


def judged(held: Book, of: Versus = FAMILIES) -> dict[str, duel.Duel]:
    register = Register(held)
    return {found.chapter.name: found for found in duel.duels(register, of, duel.Under([of]))}


def intervals(**ends: tuple[float, float]) -> Book:
    """Give the book with other intervals in shares of tokens."""

    def changed(series: Series, e: Estimate) -> Estimate:
        if series.measure != "token_share" or e.group_id not in ends:
            return e
        low, high = ends[e.group_id]
        return replace(e, value=(low + high) / 2, ci_low=low, ci_high=high)

    return with_estimates(changed)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(book())


def test_intervals_apart_tell_who_is_ahead() -> None:
    found = judged(intervals(llama=(0.1, 0.2), qwen=(0.3, 0.4)))["token_share"]
    assert (found.verdict, found.ahead, found.apart) == ("ahead", "qwen", True)


@pytest.mark.parametrize("high", [0.3, 0.35])
def test_intervals_that_meet_tell_nothing(high: float) -> None:
    found = judged(intervals(llama=(0.1, high), qwen=(0.3, 0.4)))["token_share"]
    assert (found.verdict, found.ahead, found.apart) == ("close", "qwen", False)


def test_an_open_end_is_never_apart() -> None:
    def opened(_: Series, e: Estimate) -> Estimate:
        return replace(e, value=None, ci_low=0.0 if e.group_id == "llama" else 0.3, ci_high=None)

    assert judged(with_estimates(opened))["token_share"].verdict == "close"


def test_counts_without_an_interval_are_told_apart_by_their_value() -> None:
    counted = with_estimates(lambda _, e: replace(e, ci_low=None, ci_high=None))
    assert judged(counted)["token_share"].verdict == "ahead"


def test_one_figure_alone_is_no_comparison() -> None:
    gone = with_estimates(lambda s, e: None if (s.measure, e.group_id) == ("capability", "llama") else e)
    found = judged(gone)["capability"]
    assert (found.verdict, found.ahead, found.tracks[0]) == ("alone", None, None)
    shown = read(held := Register(gone), page(held, FAMILIES))
    assert cells(shown, "duels", "Capability")[0] == "not known"


def test_what_ranks_nobody_puts_nobody_ahead() -> None:
    unranked = with_estimates(lambda _, e: replace(e, rank_best=None, rank_worst=None))
    assert {found.verdict for found in judged(unranked).values()} == {"unranked"}


def test_a_figure_of_an_older_period_is_not_laid_beside_a_newer_one() -> None:
    last = max(e.period_end for _, s in book().series() for e in s.estimates)
    older = with_estimates(lambda _, e: None if e.group_id == "llama" and e.period_end == last else e)
    assert judged(older)["token_share"].tracks[0] is None


def test_how_sure_is_said_over_the_choices_that_have_both() -> None:
    def fewer(series: Series) -> Series:
        if len(series.newest_runs) < 4:
            return series
        first, second, *others = series.newest_runs[:4]
        gone = replace(first, estimates=[e for e in first.estimates if e.group_id != "llama"])
        turned = replace(second, estimates=[replace(e, value=float(e.group_id == "llama")) for e in second.estimates])
        return replace(series, newest_runs=(gone, turned, *others))

    held = with_series(fewer)
    assert judged(held)["token_share"].share == pytest.approx(2 / 3)
    shown = read(register := Register(held), page(register, FAMILIES))
    (sure,) = texts(shown, "//*[@id='facts-token-share']//*[@data-fact='sure']")
    assert sure == "Qwen has the higher figure under 66.7 % of the choices with both"


def test_a_race_stands_with_both_figures_and_the_verdict(register: Register) -> None:
    shown = read(register, page(register, FAMILIES))
    assert texts(shown, "//h1") == ["Llama and Qwen"]
    llama, qwen, course, verdict = cells(shown, "duels", "Share of tokens")
    assert llama.startswith("10.0 % 8.0–12.0 %")
    assert qwen.startswith("50.0 % 48.0–52.0 %")
    assert (course, verdict) == ("", "Qwen intervals lie apart")
    assert len(shown.xpath("//td[@class='course']//*[name() = 'svg' or local-name() = 'svg']")) == 2


def test_countries_stand_with_their_gap(register: Register) -> None:
    gap = cells(read(register, page(register, COUNTRIES)), "duels", "Price gap")
    assert gap[:2] == ["0.40× against the United States 0.30×–0.50×", "not known"]


def test_colours_are_those_of_the_charts(register: Register) -> None:
    from weighbridge.charts.colours import colours

    shown = read(register, page(register, FAMILIES))
    swatches = shown.xpath("//thead//*[contains(@class, 'swatch')]//*/@fill")[:2]
    assert swatches == [colours(FAMILIES.ids)[key] for key in FAMILIES.ids]


def test_pairs_and_the_first_together_are_ready(register: Register) -> None:
    every = versus.chosen(register)
    countries = [one.ids for one in every if one.kind == "country"]
    assert countries[0] == ("CN", "FR", "US")
    assert set(countries[1:]) == {("CN", "US"), ("CN", "FR"), ("FR", "US")}
    assert len({one.path for one in every}) == len(every)


def test_the_page_of_comparisons_links_them_all(register: Register) -> None:
    every = versus.chosen(register)
    (index,) = comparisons.pages(register, every)
    links = {href for href in read(register, index).xpath("//main//a/@href") if "/compare/" in href}
    assert links == {f"../../en/{one.path}/index.html" for one in every}
    (kinds,) = read(register, index).xpath("//*[contains(@class, 'chooser')]/@data-kinds")
    assert kinds == "country organisation family model"


def test_two_comparisons_never_share_an_address() -> None:
    one, other = Versus("family", ("a", "b--c")), Versus("family", ("a--b", "c"))
    assert one.path != other.path
    assert Versus("family", ("../../x", "y")).path.startswith("compare/family/")
    assert ".." not in Versus("family", ("../../x", "y")).path


def test_nobody_ranked_leaves_nothing_to_compare() -> None:
    lonely = replace(book(), chapters=(), contenders=(Contender("family", "qwen", "Qwen", "Qwen"),))
    assert versus.chosen(Register(lonely)) == ()


def test_several_countries_are_laid_beside_none() -> None:
    several = Contender("country", SEVERAL, "Several countries", "多国", country=SEVERAL)
    raced = with_estimates(lambda _, e: replace(e, group_id=SEVERAL, group=SEVERAL) if e.group_id == "FR" else e)
    register = Register(replace(raced, contenders=(*raced.contenders, several)))
    assert any(track.raced for track in register.own(several))
    assert [one.ids for one in versus.chosen(register) if one.kind == "country"] == [("CN", "US")]


def test_chinese_titles_are_lists(register: Register) -> None:
    assert texts(read(register, page(register, FAMILIES), "zh"), "//h1") == ["对比：Llama、通义千问"]
