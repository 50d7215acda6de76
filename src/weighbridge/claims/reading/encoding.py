"""Which characters the bytes of a text mean: what they say of themselves, then UTF-8, then what fits best."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from weighbridge.errors import ParseError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# Longest first: one begins with another.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# UTF-7 and the like are left out: in them, plain letters hide what only a program reads.
_KNOWN = ("utf_8", "gb18030", "big5", "big5hkscs", "cp950", "cp1252", "utf_16", "utf_16_le", "utf_16_be", "mac_roman")
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "iso8859-1": "cp1252", "latin_1": "cp1252"}
# A few damaged bytes in a long file do not make it another encoding.
_MOST_DAMAGE = 1_000
_SAMPLE = 200_000


def decoded(body: bytes, charset: str | None, name: str) -> str:
    """Give the characters of `body`, a byte-order mark included; bytes that mean nothing become U+FFFD.

    `charset`: what came with the bytes said. ParseError where no known encoding fits.
    """
    for mark, marked in _MARKS:
        if body.startswith(mark):
            return body.decode(marked, "replace")
    for codec in (_wide(body), "utf-8", _known(charset)):
        if codec and (text := _strictly(body, codec)) is not None:
            return text
    return _nearly_utf8(body) or _best(body, name)


def _wide(body: bytes) -> str:
    """Name the UTF-16 that Latin text shows by its zeros; empty where it does not."""
    sample = body[:_SAMPLE]
    for codec, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) * 3 > len(sample):
            return codec
    return ""


def stated_charset(media_type: str | None) -> str | None:
    """Give the `charset` of a media type; None where it states none."""
    found = re.search(r"charset=[\"']?([\w.:-]{1,40})", media_type or "", re.IGNORECASE)
    return found[1] if found else None


def _known(charset: str | None) -> str | None:
    try:
        codec = codecs.lookup(charset or "").name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    codec = _ALIASES.get(codec.replace("_", "-"), _ALIASES.get(codec, codec))
    return codec if codec in _KNOWN else None


def _strictly(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        return None


def _nearly_utf8(body: bytes) -> str | None:
    text = body.decode("utf-8", "replace")
    foreign = sum(not char.isascii() for char in text[:_SAMPLE])
    damaged = text.count("\ufffd")
    return text if damaged * _MOST_DAMAGE <= len(text) and damaged * 4 <= foreign else None


def _best(body: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    sample = body[:_SAMPLE].rpartition(b"\n")[0] or body[:_SAMPLE]
    match: CharsetMatch | None = from_bytes(sample, cp_isolation=list(_KNOWN), threshold=0.3).best()
    if match is None:
        raise ParseError("no known encoding of text", where=name, then="save it as UTF-8 and try again")
    return body.decode(match.encoding, "replace")
