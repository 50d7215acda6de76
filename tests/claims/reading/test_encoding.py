from __future__ import annotations

import pytest

from weighbridge.claims.reading.encoding import decoded, stated_charset

ENGLISH = "Models from the café – “open” ones – were downloaded 385.3 million times, the report said.\n" * 3
SIMPLIFIED = "阿里巴巴的通义千问累计下载量已经超过了其他公司的模型,这一变化起初缓慢。\n" * 3
TRADITIONAL = "阿里巴巴的通義千問累計下載量已經超過了其他公司的模型,這一變化起初緩慢。\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (SIMPLIFIED[:40], "gb18030"),
    ],
)
def test_an_encoding_that_nothing_states_is_found(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), None, "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_it_and_stays(encoding: str) -> None:
    assert decoded(SIMPLIFIED.encode(encoding), None, "a.txt") == "\ufeff" + SIMPLIFIED


@pytest.mark.parametrize(("charset", "encoding"), [("big5", "big5"), ("GB2312", "gbk"), ("ISO-8859-1", "cp1252")])
def test_a_stated_charset_is_believed_where_it_fits(charset: str, encoding: str) -> None:
    text = "é" if encoding == "cp1252" else "模型"
    assert decoded(text.encode(encoding), charset, "a.txt") == text


@pytest.mark.parametrize("charset", ["big5", "utf-7", "rot13", "base64", "no such thing", "\x00", "idna"])
def test_a_stated_charset_that_does_not_fit_is_not(charset: str) -> None:
    assert decoded(SIMPLIFIED.encode(), charset, "a.txt") == SIMPLIFIED


def test_utf7_hides_nothing() -> None:
    text = "+ADw-script+AD4- 40 %"
    assert decoded(text.encode("ascii"), "utf-7", "a.txt") == text


def test_a_few_damaged_bytes_leave_it_utf8() -> None:
    text = SIMPLIFIED * 40
    body = text.encode()
    assert decoded(body[:-2], None, "a.txt") == text[:-1].removesuffix("。") + "\ufffd"


@pytest.mark.parametrize(
    ("media_type", "charset"),
    [("text/html; charset=GBK", "GBK"), ('text/html;charset="utf-8"', "utf-8"), ("text/html", None), (None, None)],
)
def test_a_media_type_may_state_a_charset(media_type: str | None, charset: str | None) -> None:
    assert stated_charset(media_type) == charset
