"""Pictures to share: the same bytes on every machine, in the fonts that come along, and nothing from outside."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from weighbridge.charts.bitmap import png
from weighbridge.charts.seen import SVG
from weighbridge.outputs.site.cards import FONTS

DRAW = "import sys; from weighbridge.charts.bitmap import png; sys.stdout.buffer.write(png(sys.stdin.read()))"


def picture(within: str = "", text: str = "Weighbridge 称重", font: str = FONTS["en"]) -> str:
    return (
        f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="60" font-family="{font}">'
        f'<text x="5" y="40" font-size="30" {within}>{text}</text></svg>'
    )


def darkness(drawn: bytes) -> int:
    grey = Image.open(io.BytesIO(drawn)).convert("L")
    return sum((255 - shade) * count for shade, count in enumerate(grey.histogram()))


@pytest.mark.parametrize("text", ["Weighbridge", "称重", "27 %"])
def test_a_text_is_drawn_in_fonts_that_come_along(text: str) -> None:
    assert darkness(png(picture(text=text))) > darkness(png(picture(text="")))


def test_the_machine_changes_nothing(tmp_path: Path) -> None:
    """Neither its own fonts, nor a home that nobody may write in; and nothing is said of it."""
    own = {"FONTCONFIG_FILE": str(tmp_path / "absent.conf"), "HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"}
    found = subprocess.run(
        [sys.executable, "-c", DRAW], input=picture().encode(), capture_output=True, check=True, env=os.environ | own
    )
    assert found.stdout == png(picture())
    assert found.stderr == b""


def test_it_leaves_the_environment_as_it_was() -> None:
    told = "import os; from weighbridge.charts.bitmap import png; png(%r); print(os.environ.get('FONTCONFIG_FILE'))"
    for before in (None, "mine.conf"):
        env = {k: v for k, v in os.environ.items() if k != "FONTCONFIG_FILE"}
        env |= {"FONTCONFIG_FILE": before} if before else {}
        found = subprocess.run([sys.executable, "-c", told % picture()], capture_output=True, check=True, env=env)
        assert found.stdout.decode().strip() == str(before)


@pytest.mark.parametrize("font", FONTS.values(), ids=FONTS)
@pytest.mark.parametrize("weight", ["400", "700"])
def test_letters_of_european_and_vietnamese_names_are_drawn(font: str, weight: str) -> None:
    absent = png(picture(f'font-weight="{weight}"', "\U000f0000", font))
    for letter in "őŁłşčžąęğİıñßÆŽΩЖяếệ":
        assert png(picture(f'font-weight="{weight}"', letter, font)) != absent, letter


def test_titles_are_bold_in_english_and_in_chinese_of_one_weight() -> None:
    """Beside Chinese letters those stand too that only the other font has."""
    plain, bold = (darkness(png(picture(of, "Łódź"))) for of in ("", 'font-weight="700"'))
    assert bold > 1.2 * plain
    weights = ("", 'font-weight="600"', 'font-weight="700"')
    assert len({png(picture(of, "标题 Title Łódź", FONTS["zh"])) for of in weights}) == 1


def test_it_is_opaque() -> None:
    assert Image.open(io.BytesIO(png(picture()))).mode == "RGB"


@pytest.mark.parametrize("way", ["{path}", "file://{path}", "picture.png", "http://127.0.0.1:9/a.png"])
def test_nothing_from_outside_is_in_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    path = tmp_path / "picture.png"
    Image.new("RGB", (60, 60), "black").save(path)
    monkeypatch.chdir(tmp_path)
    told = way.format(path=path)
    for link in (f'href="{told}"', f'xlink:href="{told}"'):
        held = picture().replace("</svg>", f'<image width="60" height="60" {link}/></svg>')
        assert png(held) == png(picture())


def test_an_entity_does_not_grow() -> None:
    grown = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "a"}">' for i in range(9))
    with pytest.raises(Exception, match="svgload_buffer"):
        png(f"<!DOCTYPE svg [{grown}]>{picture(text='&a8;')}")


@pytest.mark.parametrize("text", ["", "{}", "<svg", "<html/>"])
def test_what_is_no_picture_is_refused(text: str) -> None:
    with pytest.raises(Exception, match="svgload_buffer"):
        png(text)
