"""The lineage on the page of a family or model: the same figures for people and for machines, and what is not known."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.outputs.books import HOSTILE
from tests.site.contended import book, read, spoken, texts
from tests.site.traced import FEED, LINEAGES, QWEN, QWEN3, TREES, end, lineage, step
from weighbridge.contender import Contender
from weighbridge.lineage import Lineage, Lineages
from weighbridge.outputs.site import ancestry, contender, descent_rows
from weighbridge.outputs.site.register import Register
from weighbridge.outputs.site.rendering import machines
from weighbridge.outputs.site.running import heads

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from weighbridge.outputs.site.page import Page

SECTION = "//section[@class='lineage']"
COVERED = (
    "60.0 % of 200 repositories listed have a known parent, the lists hold a part of the Hub and may be cut short: "
    "there are at least so many"
)
SURE = (
    "1,000 by what cards declare, 6 as the Hub infers, 244 by a name, a configuration or a tokenizer "
    "(99.1–99.6 % of such hold)"
)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(book())


def page(register: Register, kind: str, key: str) -> Page:
    return contender.page(register, register.kin.named[kind, key])


def shown(register: Register, kind: str, key: str, code: str = "en") -> HtmlElement:
    return read(register, page(register, kind, key), code)


def table(found: HtmlElement, id_: str) -> list[list[str]]:
    rows = found.xpath(f"//section[@aria-labelledby='{id_}']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def with_lineage(*of: Lineage, **known: object) -> Register:
    every = Lineages({(one.kind, one.id): one for one in of}, (FEED, TREES))
    return Register(replace(book(), lineages=replace(every, **known)))  # type: ignore[arg-type] # fields


def test_how_many_descend_is_said_first(register: Register) -> None:
    assert texts(shown(register, "family", "qwen"), f"{SECTION}/p[@class='says']") == [
        "1,250 repositories are known to descend from it: 1,040 directly, 210 by way of others."
    ]
    assert texts(shown(register, "model", "qwen3", "zh"), f"{SECTION}/p[@class='says']") == ["已知有 1 个仓库源自它。"]


def test_kinds_stand_by_their_number(register: Register) -> None:
    assert table(shown(register, "family", "qwen"), "descent-kinds") == [
        ["Fine-tunes", "1,000", "200", "1,200", "5.00 M"],
        ["Quantised copies", "40", "9", "49", "70"],
        ["Merges", "0", "1", "1", "not known"],
    ]


def test_shares_of_sides_name_what_is_not_known(register: Register) -> None:
    assert table(shown(register, "family", "qwen"), "descent-homes") == [
        ["China", "50", "4.0 %", "4.00 M"],
        ["United States", "125", "10.0 %", "20"],
        ["Other countries", "4", "0.3 %", "1"],
        ["Maker or its base not known", "1,071", "85.7 %", "1.00 M"],
    ]
    assert table(shown(register, "model", "qwen3"), "descent-homes")[0] == ["China", "0", "0.0 %", "0"]


def test_known_makers_come_first_and_the_rest_is_counted(register: Register) -> None:
    rows = table(shown(register, "family", "qwen"), "descent-builders")
    assert [row[:2] for row in rows[:2]] == [["Alibaba", "China"], ["Meta", "United States"]]
    assert rows[2] == [f"{HOSTILE[0]} account", "not known", "1", "900 K"]
    assert rows[-2:] == [
        ["Others (31)", "–", "1,063", "100 K"],
        ["Not named, as their sources state no licence", "–", "10", "not known"],
    ]


def test_makers_link_to_their_pages(register: Register) -> None:
    links = shown(register, "family", "qwen").xpath("//section[@aria-labelledby='descent-builders']//th/a/@href")
    assert links == ["../../../en/organisation/alibaba/index.html", "../../../en/organisation/meta/index.html"]


def test_figures_state_how_sure_they_are(register: Register) -> None:
    found = shown(register, "family", "qwen")
    stated = {fact: texts(found, f"//*[@id='facts-lineage']//*[@data-fact='{fact}']") for fact in
              ("as-of", "coverage", "sure", "licence")}  # fmt: skip
    assert stated == {
        "as-of": ["To 10 May 2026 at the earliest and 22 Aug 2026 at the latest, by source"],
        "coverage": [COVERED],
        "sure": [SURE],
        "licence": [", ".join(dict.fromkeys(
            "licence unstated" if use.licence == "unstated" else use.licence for use in (FEED, TREES)))],
    }  # fmt: skip


def test_a_list_of_the_whole_hub_is_told() -> None:
    held = with_lineage(QWEN, whole=True)
    (told,) = texts(shown(held, "family", "qwen"), "//*[@id='facts-lineage']//*[@data-fact='coverage']")
    assert told.endswith("a list of the whole Hub is among them")


def test_ancestors_stand_from_the_root_down(register: Register) -> None:
    found = shown(register, "model", "qwen3")
    (root,) = found.xpath("//div[@class='tree']/ul/li")
    assert texts(root, "./p") == [HOSTILE[0]]
    assert texts(root, "./ul/li/p") == [
        "qwen/base fine-tune, declared",
        "qwen/three merge, inferred by the Hub, also above",
    ]
    assert texts(root, "./ul/li[1]/ul/li/p") == ["qwen/three fine-tune, declared"]
    assert texts(root, "./ul/li[2]/ul/li/p") == [], "what is below it stands where it was first"
    assert texts(root, "./ul/li[1]/ul/li/ul/li/p") == ["qwen/three-awq quantised copy, inferred from its name"]


def test_what_stands_twice_is_laid_out_once(register: Register) -> None:
    assert "qwen/three merge, inferred by the Hub, also above" in " ".join(
        texts(shown(register, "model", "qwen3"), "//div[@class='tree']//p")
    )


def test_what_is_not_shown_of_ancestors_is_said(register: Register) -> None:
    assert texts(shown(register, "model", "qwen3"), "//section[@aria-labelledby='ancestry']/p") == [
        "3 of its 3 own repositories have a known parent. Steps not shown, as their sources state no licence: 2."
    ]


def test_only_the_most_downloaded_of_its_own_are_laid_out() -> None:
    many = [f"qwen/{i:02}" for i in range(30)]
    ends = (end("a/root"), *(end(repo, "qwen3", i, own=True) for i, repo in enumerate(many)))
    wide = replace(lineage("model", "qwen3"), steps=tuple(step(repo, "a/root") for repo in many), ancestors=ends)
    held = with_lineage(replace(wide, own=30))
    assert texts(shown(held, "model", "qwen3"), "//div[@class='tree']/ul/li/ul/li/p/span") == many[-8:]


def test_a_family_shows_what_comes_from_elsewhere() -> None:
    steps = (step("qwen/chat", "qwen/base"), step("qwen/odd", "meta/base"))
    ends = (end("qwen/chat", own=True), end("qwen/base", own=True), end("qwen/odd", own=True), end("meta/base"))
    family = replace(lineage("family", "qwen"), steps=steps, ancestors=ends)
    assert ancestry.leaves(family) == ["qwen/odd"]
    assert ancestry.leaves(replace(family, kind="model")) == ["qwen/odd", "qwen/chat"]


def test_a_merge_of_hundreds_takes_no_more_room_than_there_is() -> None:
    steps = tuple(step("qwen/merge", f"a/{i}", ("merge", "declared")) for i in range(300))
    ends = (end("qwen/merge", own=True), *(end(f"a/{i}") for i in range(300)))
    held = replace(lineage("model", "qwen3"), steps=steps, ancestors=ends)
    roots = ancestry.tree(spoken(with_lineage(held)), held)
    assert len(roots) == ancestry.MOST_NODES - 1
    assert all(node.below[0].name.name == "qwen/merge" for node in roots)


def test_nothing_descends_is_a_figure_too(register: Register) -> None:
    held = with_lineage(lineage("family", "qwen"))
    found = shown(held, "family", "qwen")
    assert texts(found, f"{SECTION}/p[@class='says']/span[@data-figure='facts-lineage']") == [
        "No repository listed is known to descend from it."
    ]
    assert table(found, "descent-kinds") == []
    assert "Lineage" in texts(shown(register, "family", "llama"), f"{SECTION}/h2")


def test_what_is_not_known_says_why(register: Register) -> None:
    said = f"{SECTION}/p[@class='says']"
    assert texts(shown(register, "family", "llama"), said) == [
        "No repository of its own is known by name, so nothing can be traced to it."
    ]
    bare = Register(replace(book(), lineages=Lineages()))
    assert texts(shown(bare, "family", "llama"), said) == ["These data hold no statements of descent."]


def test_of_closed_weights_nothing_descends() -> None:
    closed = Contender("model", "shut", "Shut", "Shut", family="llama", openness="closed", model_ids=("shut",))
    register = Register(replace(book(), contenders=(*book().contenders, closed)))
    told = ["Its weights are not published: nothing can be built on them."]
    found = shown(register, "family", "llama")
    assert texts(found, f"{SECTION}/p[@class='says']") == told
    assert "Not in these data" not in texts(found, f"{SECTION}//dt"), "no data would tell more"


def test_sources_of_which_nothing_is_held_are_named(register: Register) -> None:
    (absent,) = LINEAGES.absent
    told = dict(
        zip(*(texts(shown(register, "family", "llama"), f"{SECTION}//{tag}") for tag in ("dt", "dd")), strict=True)
    )
    assert absent.publisher in told["Not in these data"]


def test_countries_and_makers_have_no_lineage_of_their_own(register: Register) -> None:
    for kind, key in (("country", "CN"), ("organisation", "alibaba")):
        assert not shown(register, kind, key).xpath(SECTION)
        assert page(register, kind, key).record()["lineage"] is None


def test_machines_get_the_same(register: Register) -> None:
    languages = (spoken(register), spoken(register, "zh"))
    files = machines(page(register, "family", "qwen"), languages)
    told = orjson.loads(files["index.json"])["lineage"]
    assert told["of"]["kinds"][0]["direct"] == 1000
    assert told["covered"] == 0.6
    assert "listed" not in told["of"]
    assert [use["name"] for use in told["sources"]] == [FEED.name, TREES.name]
    rows = [row for row in csv.DictReader(io.StringIO(files["index.csv"].decode())) if row["part"] == "lineage"]
    assert [row["value"] for row in rows if row["measure"] == "descendants_direct"] == ["1000", "40", "0"]
    by = {row["id"]: row["value"] for row in rows
          if (row["measure"], row["unit"]) == ("descendants_by_country", "repositories")}  # fmt: skip
    assert by == {"CN": "50", "FR": "4", "US": "125", "not_known": "1071"}
    assert {row["coverage"] for row in rows} == {"0.6"}


def test_rows_have_as_many_cells_as_heads(register: Register) -> None:
    family, model = (
        list(descent_rows.rows(register, register.kin.named[key])) for key in (("family", "qwen"), ("model", "qwen3"))
    )
    assert {len(row) for row in (*family, *model)} == {len(heads())}
    assert ("qwen/three", HOSTILE[0]) in {row[1:3] for row in model}


def test_a_page_is_made_again_when_its_lineage_changes(register: Register) -> None:
    more = with_lineage(replace(QWEN, removed=13), QWEN3)
    less = with_lineage(QWEN, QWEN3)
    assert page(more, "family", "qwen").made_of != page(less, "family", "qwen").made_of
    assert page(more, "model", "qwen3").made_of == page(less, "model", "qwen3").made_of
    assert page(less, "family", "qwen").made_of != page(register, "family", "qwen").made_of, "a source is absent there"


def test_a_command_is_offered_where_it_finds_something(register: Register) -> None:
    assert texts(shown(register, "family", "qwen"), f"{SECTION}//code") == ["weighbridge lineage qwen"]
    assert texts(shown(register, "family", "llama"), f"{SECTION}//code") == []
