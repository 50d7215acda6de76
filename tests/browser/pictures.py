"""Pictures of the site as it was last looked at: `python -m tests.browser.pictures` takes them anew.

Each is the first window of a page, in one font that comes along, at half its size and in few shades: what differs by
the machine (fonts, smoothing of edges) is not what is compared, the layout is.
"""

from __future__ import annotations

import io
import shutil
import sys
from base64 import b64encode
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from PIL import Image, ImageChops

from weighbridge import charts

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KEPT = Path(__file__).parent / "kept"
FONT = Path(charts.__file__).parent / "fonts" / "WeighbridgeSansSC-Regular.otf"
WIDTHS = (360, 768, 1440)
HEIGHT = 900
SHADES = 16
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES = ("en", "zh")
PAGES = {
    "board": "",
    "race": "race/token-share/country",
    "contender": "country/cn",
    "compare": "compare",
    "source": "source/openrouter-daily",
    "claims": "claims",
}
LOUD = 64  # levels of grey by which a pixel must differ to count
MOST_LOUD = 0.02  # part of the pixels that may: a line of text that wraps elsewhere is more


def names() -> list[tuple[str, str, str, int]]:
    """Give page, language, scheme and width of every picture."""
    return [(kind, language, scheme, width) for kind in PAGES for language in LANGUAGES for scheme in SCHEMES
            for width in WIDTHS]  # fmt: skip


def kept(kind: str, language: str, scheme: str, width: int) -> Path:
    """Say where a picture stands."""
    return KEPT / f"{kind}-{language}-{scheme}-{width}.png"


def taken(browser: Browser, site: Path, kind: str, language: str) -> Iterator[tuple[str, int, Image.Image]]:
    """Give theme, width and picture of a page as it stands in the folder of a site, which is opened once for all."""
    # The policy of the page allows no style but its own; the one font is the test's.
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": HEIGHT}, bypass_csp=True)
    page = context.new_page()
    page.goto((site / language / PAGES[kind] / "index.html").as_uri())
    page.add_style_tag(content=_one_font())
    page.evaluate("document.fonts.load('16px Kept').then(() => document.fonts.ready)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield scheme, width, reduced(Image.open(io.BytesIO(page.screenshot(animations="disabled"))))
    context.close()


def reduced(picture: Image.Image) -> Image.Image:
    """Give half the size in a few shades of grey."""
    small = picture.convert("L").resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    return small.quantize(SHADES).convert("L")


def loud(one: Image.Image, other: Image.Image) -> float:
    """Give the part of the pixels that differ by more than a shade or two; all where the sizes do."""
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(counts[LOUD:]) / sum(counts)


def _one_font() -> str:
    body = b64encode(FONT.read_bytes()).decode()
    return (
        f"@font-face {{ font-family: Kept; src: url(data:font/otf;base64,{body}); }}"
        "*, *::before, *::after, svg text { font-family: Kept !important; }"
    )


def main() -> None:
    """Take all pictures anew, of the site of the tests' field."""
    from playwright.sync_api import sync_playwright

    from tests.browser.readme_pictures import chromium
    from tests.site.field import book
    from weighbridge.outputs import site

    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site.write(book(), Path(folder))
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        for kind, language in product(PAGES, LANGUAGES):
            for scheme, width, picture in taken(browser, Path(folder), kind, language):
                picture.quantize(SHADES).save(kept(kind, language, scheme, width), optimize=True)
        browser.close()
    sys.stdout.write(f"{len(names())} pictures in {KEPT}\n")


if __name__ == "__main__":
    main()
