from __future__ import annotations

import datetime as dt

import pytest

from weighbridge.article import Article, Kind, YearlessDay
from weighbridge.claims.reading import read
from weighbridge.claims.reading.sentences import sentences

LONG = "Downloads of one maker's models passed those of another in the autumn, by a count that people keep by hand."
LONGER = f"{LONG} The count leaves out what is packed again for small machines, and says so at its end."
CHINESE = "一家公司的模型下载量在秋天超过了另一家,这是按照人工维护的名单统计出来的结果。"


def article(*lines: str) -> Article:
    return read("\n\n".join(lines).encode(), None, "a.txt")


def kinds(found: Article) -> list[str]:
    return [str(passage.kind) for passage in found.passages]


def test_what_stands_above_an_article_is_told_apart() -> None:
    found = article(
        "The Paper", "Open models take the lead in downloads", "By Ann Writer", "March 23, 2026", LONG, LONGER
    )
    assert kinds(found) == ["boilerplate", "title", "boilerplate", "boilerplate", "body", "body"]
    assert found.title == "Open models take the lead in downloads"
    assert found.author == "Ann Writer"
    assert found.published_on == dt.date(2026, 3, 23)
    assert all(passage.why for passage in found.passages if passage.kind is not Kind.BODY)


def test_a_closing_byline_has_the_title_above_it() -> None:
    found = article(LONG, LONGER, "开源模型的下载量领先,竞争格局改变", "A Site·2025-08-14 10:10")
    assert kinds(found) == ["body", "body", "title", "boilerplate"]
    assert (found.title, found.published_on) == ("开源模型的下载量领先,竞争格局改变", dt.date(2025, 8, 14))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 2026-03-23 09:00", dt.date(2026, 3, 23)),
        ("发布时间:2026年3月5日 来源:某报", dt.date(2026, 3, 5)),
        ("2026/03/05", dt.date(2026, 3, 5)),
        ("23rd March 2026", dt.date(2026, 3, 23)),
        ("Sept. 1, 2025", dt.date(2025, 9, 1)),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("Version 3.2026-1", None),
    ],
)
def test_a_line_may_state_the_day(line: str, day: dt.date | None) -> None:
    assert article("Open models take the lead", line, LONG, LONGER).published_on == day


def test_a_day_inside_the_text_is_not_the_articles_own() -> None:
    assert article(f"On March 3, 2024 the count began. {LONG}", LONGER).published_on is None


def test_a_dateline_without_a_year_gives_no_year() -> None:
    found = article(f"BEIJING, March 23 (Agency) - {LONG} It said so on Monday.", LONGER)
    assert (found.published_on, found.day_without_year) == (None, YearlessDay(3, 23, 0))
    found = article(f"北京,3月23日(某社)——{CHINESE}", CHINESE)
    assert found.day_without_year == YearlessDay(3, 23)


def test_a_dateline_with_a_year_gives_the_day() -> None:
    assert article(f"LONDON, Aug 4, 2025 (Agency) - {LONG}", LONGER).published_on == dt.date(2025, 8, 4)


@pytest.mark.parametrize("heading", ["Comments", "12 comments", "读者评论:", "以下是网友的评论:", "Leave a comment"])
def test_a_line_announces_comments(heading: str) -> None:
    found = article(
        "Open models take the lead", LONG, LONGER, heading, "I think that they are better.", "All rights reserved"
    )
    assert kinds(found) == ["title", "body", "body", "comment", "comment", "boilerplate"]
    assert found.comments_from == found.text.index(heading.rstrip(":")[:3])
    assert found.passages[4].why == "after a line that announces comments"


def test_names_above_short_paragraphs_are_commenters() -> None:
    comments = ["user123", "They win.", "Ann_B", "They do not win, I think.", "xx9", "Who knows?"]
    found = article("Open models take the lead", LONG, LONGER, *comments)
    assert kinds(found) == ["title", "body", "body"] + ["comment"] * 6
    assert "under a name" in found.passages[3].why


def test_an_article_that_speaks_of_comments_has_none() -> None:
    found = article(
        LONG, "Readers' comments on the release were many, the company said in its own account of it.", LONGER
    )
    assert found.comments_from is None
    assert kinds(found) == ["body"] * 3


def test_headings_of_one_word_are_no_commenters() -> None:
    found = article(LONG, "Downloads", LONGER, LONG, LONGER, "Prices", LONG, LONG, LONG, LONG, LONG, LONG, LONG)
    assert found.comments_from is None


@pytest.mark.parametrize(
    "line", ["9月24日,观众在大会上参观。 IC Photo", "A stand at the fair. Getty Images", "图片来源:某社"]
)
def test_captions_say_whose_picture_it_is(line: str) -> None:
    found = article("Open models take the lead", LONG, line, LONGER)
    assert kinds(found)[2] == "caption"


@pytest.mark.parametrize(
    "line", ["未经允许不得转载!", "© 2026 The Paper", "Share", "分享到:", "首页 > 资讯 > 正文", "()"]
)
def test_the_sites_own_lines_are_no_body(line: str) -> None:
    assert kinds(article(LONG, LONGER, line))[-1] == "boilerplate"


def test_speaking_of_terms_is_no_boilerplate() -> None:
    line = "The licence's terms of use forbid it, and a million people sign up for the service every day."
    assert kinds(article(LONG, line, LONGER)) == ["body"] * 3


def test_paragraphs_in_two_languages_are_tied() -> None:
    pairs = [
        ("Downloads grew to 385 million in 2025.", "2025年下载量增长到3.85亿。"),
        ("Qwen leads Llama.", "Qwen领先Llama。"),
    ]
    pairs += [("But nobody knows how long it will last.", "但没有人知道这会持续多久。")]
    found = article(*[text for pair in pairs for text in pair])
    assert [passage.translation_of for passage in found.passages] == [None, 0, None, 2, None, 4]
    assert found.language == "en"


def test_a_translation_may_come_first() -> None:
    chinese = ["通义千问(Qwen)领先于Llama模型。", "Meta没有回应。", "下载量增长了40%以上。"]
    english = ["Qwen leads the Llama models.", "Meta did not answer.", "Downloads grew by over 40 %."]
    found = article(*[text for pair in zip(chinese, english, strict=True) for text in pair])
    assert [passage.translation_of for passage in found.passages] == [None, 0, None, 2, None, 4]
    assert found.language == "zh"


def test_runs_of_paragraphs_are_aligned_in_order() -> None:
    english = [
        "Is Qwen ahead of Llama now?",
        "It depends on the 3 lists that are kept.",
        "OpenRouter shows another order.",
    ]
    chinese = ["Qwen现在领先Llama吗?", "这取决于现有的3份名单。", "OpenRouter显示的顺序不同。"]
    found = article(*english, *chinese, *english, *chinese)
    assert [passage.translation_of for passage in found.passages] == [*[None] * 3, 0, 1, 2, *[None] * 3, 6, 7, 8]


def test_one_paragraph_may_hold_both_languages() -> None:
    found = article(
        "Around 80 % of startups use them, he said. 他说,约80%的初创企业在使用它们。",
        "Qwen has over 100,000 derivatives by now. 通义千问(Qwen)的衍生模型已超过100000个。",
    )
    assert [passage.language for passage in found.passages] == ["en", "zh", "en", "zh"]
    assert [passage.translation_of for passage in found.passages] == [None, 0, None, 2]


def test_two_languages_that_say_other_things_are_not_tied() -> None:
    lines = [LONG, LONGER, LONG, "模型价格从2美元降到1美元,而竞争对手没有回应。", LONGER, LONG, LONG, LONGER]
    assert all(passage.translation_of is None for passage in article(*lines).passages)


def test_a_name_in_brackets_changes_no_language() -> None:
    lines = [
        "Moonshot (月之暗面) leads",
        "阿里巴巴(Alibaba Cloud Model Studio)和 Moonshot AI 的 Kimi K2",
        "Qwen领先Llama",
    ]
    assert [passage.language for passage in article(*lines, LONG).passages] == ["en", "zh", "zh", "en"]


@pytest.mark.parametrize(
    "line", ["これは日本語の文章であり、モデルについてです。", "Это не английский текст.", "12,000,000"]
)
def test_other_languages_are_unknown(line: str) -> None:
    assert article(LONG, line, LONGER).passages[1].language is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The U.S. leads. It grew 3.5 times.", ["The U.S. leads.", "It grew 3.5 times."]),
        ("Mr. Li said so. “Yes!” he said.", ["Mr. Li said so.", "“Yes!”", "he said."]),
        ("他说:“领先。”但没有数据!真的?", ["他说:“领先。”", "但没有数据!", "真的?"]),
        ("It leads.[2][3] Not now.", ["It leads.[2][3]", "Not now."]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts
