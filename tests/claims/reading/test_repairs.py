from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading.mending import check_origin, mended, stood
from weighbridge.claims.reading.repairs import REPAIRS, Repair, repaired
from weighbridge.claims.reading.repairs.byte_slips import byte_slips
from weighbridge.claims.reading.repairs.forms import forms
from weighbridge.claims.reading.repairs.invisible import invisible
from weighbridge.claims.reading.repairs.mojibake import mojibake
from weighbridge.claims.reading.repairs.quotes import quotes
from weighbridge.claims.reading.repairs.readings import readings
from weighbridge.claims.reading.repairs.remnants import remnants
from weighbridge.claims.reading.repairs.simplified import simplified
from weighbridge.claims.reading.traced import Traced

# Each: the repair, a text, what it becomes, a part of that, and what the part was.
MENDED = [
    (mojibake, "models â€œopenâ€\x9d now", "models “open” now", "“open”", "â€œopenâ€\x9d"),
    (mojibake, "café and cafÃ©", "café and café", "and café", "and cafÃ©"),
    (mojibake, "一份 æ¨¡åž‹ 报告", "一份 模型 报告", "模型", "æ¨¡åž‹"),
    (byte_slips, "競賽?！彪S后", "競賽。”隨后", "隨", "?！彪S"),
    (byte_slips, "競賽?!彪S后", "競賽。”隨后", "賽。", "賽?!彪S"),
    (byte_slips, "便宜?！?/p>\n正", "便宜。”</p>\n正", "。”", "?！"),
    (mojibake, "AB 妯″瀷 CD", "AB 模型 CD", "模型", "妯″瀷"),
    (remnants, "a&nbsp;b &lt;5 %", "a\u00a0b <5 %", "<5", "&lt;5"),
    (remnants, "one</p><p>two<br/>three", "one\n\ntwo\nthree", "one\n\ntwo", "one</p><p>two"),
    (remnants, 'the <a href="x" title="&lt;">link</a>, <b>bold</b>', "the link, bold", "link,", "link</a>,"),
    (invisible, "Q\u200bw\u2060en\ufeff 3", "Qwen 3", "Qwen", "Q\u200bw\u2060en"),
    (invisible, "over \u202e04\u202c %", "over 04 %", "04", "04"),
    (invisible, "a\r\nb\rc\u2028d\x00e", "a\nb\nc\nde", "\nb", "\r\nb"),
    (forms, "Ｑｗｅｎ３　４０％", "Qwen3 40%", "40%", "４０％"),
    (forms, "the ﬁrst 𝟴𝟬%", "the first 80%", "first", "ﬁrst"),
    (forms, "⼈⼯智能", "人工智能", "工", "⼯"),
    (readings, "競(jìng)賽和產(chǎn)品", "競賽和產品", "競賽", "競(jìng)賽"),
    (readings, "戰(ㄓㄢˋ)爭", "戰爭", "戰爭", "戰(ㄓㄢˋ)爭"),
    (readings, "發(fā)展了(le)優(yōu)勢", "發展了優勢", "了優", "了(le)優"),
    (quotes, '"open" and "closed"', "“open” and “closed”", "“closed”", '"closed"'),
    (quotes, "他說:「開放」,“很好“。", "他說:“開放”,“很好”。", "“開放”", "「開放」"),
    (quotes, "``one'' two", "“one” two", "”", "''"),
    (simplified, "英偉達與輝達的競賽", "英伟达与辉达的竞赛", "辉达", "輝達"),
    (simplified, "乾隆著名的乾燥", "乾隆著名的干燥", "干燥", "乾燥"),
]
# Each: the repair, and a text that it must leave alone.
LEFT_ALONE = [
    (mojibake, "naïve café, 50 €, “quoted” – 模型"),
    (mojibake, "模型的能力已经和美国顶尖水平持平了"),
    (byte_slips, "真的嗎?!這是什麼"),
    (byte_slips, "Is it?!彪S"),
    (remnants, "a < b and c > d; AT&T; R&D"),
    (remnants, "if x <y and z> w"),
    (invisible, "plain\ttext\nwith 模型 and é"),
    (forms, "x² is ½ of ① in 3 ㎡"),
    (forms, "“引号”、《书名》。"),
    (readings, "查馬斯(Chamath)說"),
    (readings, "大衛(david)說"),
    (readings, "人工智能(AI)競(2025)賽"),
    (readings, "他(ta)說"),
    (quotes, "It's the makers' “own” words"),
    (quotes, "首页 » 资讯 » 正文"),
    (simplified, "人工智能模型,Qwen 和著名的 Llama"),
]


@pytest.mark.parametrize(("repair", "text", "wanted", "part", "was"), MENDED)
def test_a_repair_mends_and_keeps_the_place(repair: Repair, text: str, wanted: str, part: str, was: str) -> None:
    traced = mended(repair, text)
    assert traced.text == wanted
    assert stood(traced, text, part) == was
    check_origin(traced.text, traced.origin, text)


@pytest.mark.parametrize(("repair", "text"), LEFT_ALONE)
def test_a_repair_leaves_what_is_whole(repair: Repair, text: str) -> None:
    assert list(repair(text)) == []


def test_a_slip_of_names_is_left_alone() -> None:
    text = "Deep Sea, DeepSIK, Q1, Zippo and ZG"
    traced, counts = repaired(Traced.of(text))
    assert (traced.text, counts) == (text, {})


def test_repairs_are_counted_by_name() -> None:
    _, counts = repaired(Traced.of('產(chǎn)品和戰(zhàn)爭 "A" Ｂ'))
    assert counts == {"readings": 2, "quotes": 2, "forms": 1, "simplified": 3}


def test_repairs_work_on_what_the_others_left() -> None:
    text = "他說:“便宜?！?/p>\n戰(zhàn)\u200b爭"
    traced, _ = repaired(Traced.of(text))
    assert traced.text == "他说:“便宜。”\n\n战争"
    assert stood(traced, text, "战争") == "戰(zhàn)\u200b爭"


def test_every_invisible_character_is_known() -> None:
    kept = "\n\t"
    unseen = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) in ("Cc", "Cf")]
    seen = mended(invisible, "a".join(unseen)).text.replace("a", "").replace("\n", "")
    assert set(seen) <= set(kept)


MESSY = st.text(
    st.one_of(
        st.sampled_from("\"“”「」'()[]<>&;/?!！？。，\r\n\t\u200b\u202e\u00a0　ａ１ﬁ競賽彪憋Sā執p"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


@given(MESSY)
def test_every_character_has_a_place_whatever_is_repaired(original: str) -> None:
    traced, _ = repaired(Traced.of(original))
    check_origin(traced.text, traced.origin, original)


@pytest.mark.parametrize("repair", REPAIRS)
@given(text=MESSY)
def test_a_repair_never_takes_letters_from_plain_english(repair: Repair, text: str) -> None:
    plain = "".join(char for char in text if char.isascii() and (char.isalnum() or char in " .,"))
    assert list(repair(plain)) == []
