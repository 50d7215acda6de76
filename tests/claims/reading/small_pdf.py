"""PDFs of a few lines, written by hand: what a test breaks in them is known."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_HEX = 4


def pdf(*pages: Sequence[str], title: str = "", extra: Sequence[bytes] = ()) -> bytes:
    """Give a PDF with one line of text under another on each page. Every character needs a code below U+10000."""
    letters = sorted({char for page in pages for line in page for char in line})
    fonts = [
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/DW 600>>",
        stream(_unicode_map(letters)),
    ]
    first = 7 + len(extra)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        *fonts,
        f"<</Title({title})>>".encode(),
        *extra,
    ]
    for number, page in enumerate(pages):
        objects += [_page(first + 2 * number + 1), stream(_shown(page))]
    return assembled(objects)


def stream(content: bytes, times: int = 1) -> bytes:
    """Give a packed stream; `times` packs it over and over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = "/FlateDecode" * times
    return f"<</Length {len(content)}/Filter[{filters}]>>stream\n".encode() + content + b"\nendstream"


def assembled(objects: Sequence[bytes]) -> bytes:
    """Give the file of numbered objects; the first is the catalogue, the sixth says what the file is called."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return bytes(out) + head.encode() + tail.encode()


def _page(content: int) -> bytes:
    resources = "/Resources<</Font<</F1 3 0 R>>>>"
    return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R{resources}>>".encode()


def _shown(lines: Sequence[str]) -> bytes:
    shown = " ".join(f"<{''.join(f'{ord(char):04X}' for char in line)}> Tj T*" for line in lines)
    return f"BT /F1 10 Tf 50 780 Td 14 TL {shown} ET".encode()


def _unicode_map(letters: Sequence[str]) -> bytes:
    pairs = "\n".join(f"<{ord(char):0{_HEX}X}> <{ord(char):0{_HEX}X}>" for char in letters)
    body = f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}\nendbfchar"
    return f"/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def\n{body}\nendcmap".encode()
