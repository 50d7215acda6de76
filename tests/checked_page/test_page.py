from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.checked_page import checks
from tests.checked_page.reader import Reader
from tests.claims.reading.hostile import texts
from tests.outputs.books import HOSTILE
from weighbridge import checked_page, wording
from weighbridge.checked_page.drawing import Drawer
from weighbridge.checked_page.speaking import Speech
from weighbridge.checked_page.visible import address, visible
from weighbridge.checking import Checked
from weighbridge.claims.dating import Dated
from weighbridge.errors import ParseError
from weighbridge.proposing import Proposals
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from weighbridge.check_wording import Tongue

LINKS = {"https://example.org/report"}


def page(checked: Checked, tongue: Tongue = "en") -> Reader:
    return Reader(checked_page.html(checks.scale(), checked, tongue))


@pytest.fixture(scope="module")
def whole() -> Reader:
    return page(checks.whole())


@pytest.fixture(scope="module")
def hostile() -> Reader:
    return page(checks.hostile())


def ids(read: Reader) -> list[str]:
    return [str(a["id"]) for _, a in read.elements if "id" in a]


def classes(read: Reader, tag: str) -> list[str]:
    return [str(a.get("class")) for name, a in read.elements if name == tag]


@pytest.mark.parametrize("made", ["whole", "hostile"])
def test_tags_pair_up_and_ids_are_unique(made: str, request: pytest.FixtureRequest) -> None:
    read: Reader = request.getfixturevalue(made)
    assert read.faults == []
    assert read.open == []
    assert len(ids(read)) == len(set(ids(read)))


@pytest.mark.parametrize("made", ["whole", "hostile"])
def test_nothing_runs_and_links_lead_to_the_web_or_the_page(made: str, request: pytest.FixtureRequest) -> None:
    read: Reader = request.getfixturevalue(made)
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"script", "iframe", "object", "embed", "img", "form", "base", "foreignobject", "image", "use"}
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith(("on", "style"))]
    leads = {str(a["href"]) for _, a in read.elements if "href" in a}
    inside = {link for link in leads if link.startswith("#")}
    assert leads - inside <= {"data:,"} | LINKS
    assert {link[1:] for link in inside} <= set(ids(read))


def test_the_style_is_the_only_one_that_the_policy_allows() -> None:
    made = checked_page.html(checks.scale(), checks.whole(), "en")
    (style,) = re.findall("<style>(.*?)</style>", made, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _, a in Reader(made).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_each_claim_is_marked_numbered_and_has_a_card(whole: Reader) -> None:
    assert [i for i in ids(whole) if re.fullmatch(r"c\d+", i)] == ["c1", "c2", "c3"]
    assert [i for i in ids(whole) if re.fullmatch(r"m\d+", i)] == ["m2", "m1", "m3"]
    assert classes(whole, "article") == ["card supported", "card conflicting", "card refuted"]
    assert "conflicting line2" in classes(whole, "mark")
    assert "opinion line1" in classes(whole, "mark")


def test_a_translation_is_marked_in_both_places(whole: Reader) -> None:
    links = [a for tag, a in whole.elements if tag == "a" and a.get("class") == "tag supported"]
    assert [(a.get("href"), a.get("id")) for a in links] == [("#c1", "m1"), ("#c1", None)]
    assert whole.text.count(checks.TWIN) == 2  # in the text and on the card
    assert "1\xa0supported (translation)" in whole.text


def test_a_card_tells_figure_range_day_choices_terms_and_how_to_repeat(whole: Reader) -> None:
    verdict = checks.whole().verdicts[0]
    assert verdict.as_of is not None
    for said in (
        f"China, Share of tokens, as of {wording.day(verdict.as_of)}",
        "true under 75 %, false under 12 %, open under 12 %",
        "It holds under 75 % of 20 combinations",
        "Is the figure at least 50.0 %?",
        "Prompt and completion tokens of the models of a group",
        f"weighbridge measure token_share --by country --at {verdict.as_of}",
        verdict.id,
        *(use.attribution for use in verdict.sources),
    ):
        assert said in whole.text
    assert [a.get("aria-label") for tag, a in whole.elements if a.get("role") == "img"]


def test_the_summary_counts_every_verdict(whole: Reader) -> None:
    text = " ".join(whole.text.split())
    assert "3 claims checked" in text
    assert "1 supported" in text.replace("1supported", "1 supported")
    assert "Not judged: 1 opinion" in text
    assert "2026-07-15 as the article states" in text


def test_the_commands_of_a_card_are_ones_that_exist(whole: Reader) -> None:
    from click.testing import CliRunner

    from weighbridge.cli import main

    (command,) = set(re.findall(r"weighbridge (measure token_share --by country --at [\d-]+)", whole.text))
    done = CliRunner().invoke(main, [*command.split(), "--store", str(checks.scale().root)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("name", HOSTILE)
def test_what_strangers_write_is_text(hostile: Reader, name: str) -> None:
    shown = " ".join(visible(name).split())
    assert shown in " ".join(hostile.text.split())


def test_a_title_is_text_and_no_hidden_turn_is_left(hostile: Reader) -> None:
    made = checked_page.html(checks.scale(), checks.hostile(), "en")
    assert "<script" not in made
    assert HOSTILE[0] in hostile.text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00]", made)
    assert "evil⟨U+202E⟩gnp.exe" in hostile.text


def test_no_link_leads_to_anything_but_the_web() -> None:
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "http://",
        "https:///x",
        "//x.org",
        "ftp://x.org",
        None,
        "",
        "https://x.org/\u202egpj",
        "java\nscript:alert(1)",
        "https://[x",
        "http://x y",
    ):
        assert address(bad) is None
    assert address("https://example.org/?a=1&b=2") == "https://example.org/?a=1&b=2"


def test_the_page_speaks_chinese() -> None:
    read = page(checks.whole(), "zh")
    assert read.faults == []
    assert next(a["lang"] for tag, a in read.elements if tag == "html") == "zh-Hans"
    for said in ("核查了 3 项主张", "中国，token 占比", "数值是否为 至少 50.0 %？", "未作判断：1 观点", "有据（译文）"):
        assert said in read.text
    for english in ("Supported", "As of", "Sources and terms", "Definition", "Interval", "not known"):
        assert english not in read.text


def test_an_article_without_claims_says_so() -> None:
    read = page(Checked(checks.taken("Nothing of the kind stands here."), Dated(None, "unknown"), (), ()))
    assert "No claim about open-weight models was found" in read.text
    assert "Nothing of the kind stands here." in read.text
    assert "claims" not in ids(read)


def test_what_an_extractor_proposed_says_so() -> None:
    whole = checks.whole()
    first = replace(whole.verdicts[0], claim=replace(whole.verdicts[0].claim, proposed=True))
    made = Proposals("<b>some model</b>", 3, (first.claim,), {}, 0)
    read = page(replace(whole, verdicts=(first, *whole.verdicts[1:]), proposals=made))
    assert read.text.count("proposed by the extractor") == 1
    assert "<b>some model</b> proposed 3 claims, of which 1 are new" in read.text


def test_the_same_gives_the_same_bytes() -> None:
    first, second = (checked_page.html(checks.scale(), checks.whole(), "en") for _ in range(2))
    assert first == second


def test_readers_comments_are_folded() -> None:
    from weighbridge.article import Kind

    whole = checks.whole()
    last = replace(whole.article.passages[-1], kind=Kind.COMMENT)
    article = replace(whole.article, passages=(*whole.article.passages[:-1], last))
    read = page(replace(whole, article=article))
    assert "comments" in classes(read, "details")
    assert "Readers’ comments, not part of the article (1)" in read.text


def test_texts_made_to_break_readers_make_a_whole_page() -> None:
    for name, text in texts(5_000).items():
        try:
            article = checks.taken(text, "article.md")
        except ParseError:
            continue
        read = page(Checked(article, Dated(None, "unknown"), (), ()))
        assert (read.faults, read.open) == ([], []), name


def test_equal_charts_are_drawn_once_and_only_so_many() -> None:
    verdict = checks.whole().verdicts[0]
    drawer = Drawer(checks.scale(), Speech("en", {}))
    assert drawer.picture(verdict) is drawer.picture(verdict)
    assert drawer.picture(checks.whole().verdicts[2]) is None
    assert drawer.picture(replace(verdict, as_of=None)) is None
    ((*_, asked),) = drawer._drawn
    drawer._drawn |= {(str(i), "", asked): drawer.picture(verdict) for i in range(60)}
    assert drawer.full
    assert drawer.picture(replace(verdict, binding=replace(verdict.binding, low=0.6))) is None


def test_nothing_heavy_is_loaded_before_a_page_is_wanted() -> None:
    heavy = (
        "import sys, weighbridge.terminal_check, weighbridge.checked_page; "
        "sys.exit(bool({'vl_convert', 'pyvips', 'jinja2', 'altair'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", heavy], check=False).returncode == 0


def test_every_verdict_has_a_line_of_its_own_in_the_style() -> None:
    style = checked_page._style()
    lines = [re.search(rf"^\.{ruling.value} {{.*--line: (\w+)", style, re.MULTILINE) for ruling in Ruling]
    assert len({found[1] for found in lines if found}) == len(Ruling)
