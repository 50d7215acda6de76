"""Draw the main pages as the README shows them: `make picture`."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import weighbridge
from tests.conftest import BROWSERS, ROOT
from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / "docs"
MOST_BYTES = 300_000


@dataclass(frozen=True)
class View:
    """What stands in a picture: the top of a page, in pixels."""

    name: str
    path: str
    width: int
    height: int
    theme: Literal["light", "dark"] = "light"


VIEWS = (
    View("board", "en", 1120, 1240),
    View("race", f"en/{addresses.race('token_share', 'country')}", 1120, 1400),
    View("contender", f"zh/{addresses.contender('family', 'qwen')}", 1120, 1400, "dark"),
    View("claims", "en/claims", 1120, 1400),
    View("phone", f"zh/{addresses.race('capability_lag', 'country')}", 390, 1000),
)


def main() -> None:
    """Publish from the starter data and take a picture of the top of each page."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        # An empty store answers from the starter data, so that the pictures show what `make run` shows.
        weighbridge.open(Path(folder) / "store").publish(Path(folder) / "site")
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        drawn = {view.name: _drawn(browser, Path(folder) / "site", view) for view in VIEWS}
        browser.close()
    for name, body in drawn.items():
        if len(body) > MOST_BYTES:
            sys.exit(f"{name}.png would weigh {len(body):,} bytes; make it smaller than {MOST_BYTES:,}.")
        (FOLDER / f"{name}.png").write_bytes(body)


def _drawn(browser: Browser, site: Path, view: View) -> bytes:
    page = browser.new_page(viewport={"width": view.width, "height": view.height}, color_scheme=view.theme)
    page.goto((site / view.path / "index.html").as_uri())
    body = page.screenshot()
    page.close()
    return body


def chromium() -> str:
    """Say where Chromium is; ends where it is nowhere."""
    names = (os.environ.get("WEIGHBRIDGE_CHROMIUM"), *BROWSERS)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return found or sys.exit("no Chromium found; name its path in WEIGHBRIDGE_CHROMIUM.")


if __name__ == "__main__":
    main()
