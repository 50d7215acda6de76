from __future__ import annotations

import datetime as dt

import pytest

from tests.claims.reading.mending import check_origin
from tests.claims.reading.small_pdf import pdf
from weighbridge.article import Article, Kind
from weighbridge.claims.reading import read
from weighbridge.errors import ParseError

BODY = "Downloads of open models from one maker passed those of another, according to a count of the list. "
PAGE = f"""<!DOCTYPE html><html><head><title>Open models | The Paper</title>
<meta property="og:title" content="Open models <script>alert(1)</script> lead">
<meta property="article:published_time" content="2026-03-23T10:00:00Z">
<meta name="author" content="Ann Writer">
</head><body><nav><a href="/">Home</a> <a href="/ai">AI</a></nav>
<article><h1>Open models lead</h1><p>{BODY}</p>
<p>約八成的公司使用開源模型,&amp; others. {BODY}</p><script>run()</script>
<p>{BODY} The third paragraph.</p></article>
<div id="comments"><div class="comment"><p>I have used both, and one is better for my work.</p></div></div>
<footer>All rights reserved.</footer></body></html>"""
MARKDOWN = """---
title: "Open models"
author: Ann Writer
date: 2026-03-23
---
# A heading

Over **40 %** of [new models](https://news.example/a_(b) "x") build on _Qwen_; see <https://news.example/>.

```python
share = "99 % of everything"
```

- first \\* item
- second `item`

| a | b |
|---|---|
| 1 | 2 |
"""


def texts(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    return [article.text[passage.start : passage.end] for passage in article.passages if passage.kind is kind]


def test_a_web_page_gives_its_article_and_what_it_states() -> None:
    article = read(PAGE.encode(), "text/html; charset=utf-8", "https://news.example/a")
    assert article.published_on == dt.date(2026, 3, 23)
    assert article.author == "Ann Writer"
    assert article.title is not None
    assert "Open models" in article.title
    assert "<" not in article.title
    assert any("约八成" in text for text in texts(article))
    assert "run()" not in article.original
    assert "Home" not in article.original
    check_origin(article.text, article.origin, article.original)


def test_comments_of_a_page_are_comments() -> None:
    article = read(PAGE.encode(), "text/html", "a")
    assert [text.split()[0] for text in texts(article, Kind.COMMENT)] == ["I"]
    assert article.comments_from == article.text.index("I have used both")
    assert article.passages[-1].why == "in the page's own comments"


def test_a_page_says_its_charset() -> None:
    words = "開源模型的下載量。" * 20
    page = f"<html><head><meta charset=big5></head><body><article><p>{words}</p></article></body></html>"
    assert "开源模型的下载量" in read(page.encode("big5"), None, "a.html").text


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(ParseError, match="no article that could be found; copy its text"):
        read(b"<html><body></body></html>", "text/html", "a")


def test_markdown_is_read_as_prose() -> None:
    article = read(MARKDOWN.encode(), None, "a.md")
    assert (article.title, article.author) == ("Open models", "Ann Writer")
    assert article.published_on == dt.date(2026, 3, 23)
    assert "Over 40 % of new models build on Qwen; see https://news.example/." in article.text
    assert "99 %" not in article.text
    assert "first * item" in article.text
    start = article.text.index("new models")
    assert article.quoted(start, start + 10) == "new models"
    start = article.text.index("40 %")
    assert article.quoted(start - 5, start + 7) == "Over **40 %** of"
    check_origin(article.text, article.origin, MARKDOWN)


def test_a_pdf_gives_its_lines_as_paragraphs() -> None:
    lines = [
        "Downloads of open models from one maker passed those of an-",
        "other in the autumn, according to a count of the list that",
        "people keep by hand, and the difference has grown since it",
        "was last counted; 八成的公司使用開源模型并且下載量仍然在增",
        "長.",
        "",
    ]
    article = read(pdf(lines * 2, ["Next page."], title="A report"), None, "a.pdf")
    assert article.title == "A report"
    assert "passed those of another in the autumn" in article.text
    assert "下载量仍然在增长." in article.text
    assert texts(article)[-1] == "Next page."
    check_origin(article.text, article.origin, article.original)


def test_a_pdf_of_pictures_says_what_to_do() -> None:
    with pytest.raises(ParseError, match="without a text layer; run text recognition"):
        read(pdf([""]), "application/pdf", "a")


def test_a_broken_pdf_is_refused() -> None:
    with pytest.raises(ParseError, match=r"damaged or protected PDF|without a text layer"):
        read(b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>", None, "a")


@pytest.mark.parametrize("body", [b"", b" \n\t", "\u200b\ufeff".encode(), b"\x00" * 10])
def test_nothing_is_no_article(body: bytes) -> None:
    with pytest.raises(ParseError, match="holds no text"):
        read(body, None, "a.txt")


def test_lines_of_old_mail_are_joined() -> None:
    text = "\n".join(["Downloads of open models from one maker passed those of"] * 30)
    article = read(text.encode(), None, "a.txt")
    assert len(article.passages) == 1
    check_origin(article.text, article.origin, text)


def test_a_list_of_sentences_is_not_joined() -> None:
    text = "\n".join(f"Downloads of open model number {number} passed those of another." for number in range(30))
    assert len(read(text.encode(), None, "a.txt").passages) == 30


def test_one_sentence_is_a_body() -> None:
    article = read(b"Qwen has passed Llama in downloads", None, "-")
    assert [passage.kind for passage in article.passages] == [Kind.BODY]
    assert (article.title, article.language, article.published_on) == (None, "en", None)


def test_offsets_count_characters_of_the_file() -> None:
    original = "\ufeff“Ｑｗｅｎ”\r\n競(jìng)賽&nbsp;在(zài)線"
    article = read(original.encode(), None, "a.txt")
    assert article.original == original
    start = article.text.index("竞赛")
    assert article.quoted(start, start + 2) == "競(jìng)賽"
    assert article.repairs == {"remnants": 1, "invisible": 2, "forms": 2, "readings": 2, "simplified": 3}
