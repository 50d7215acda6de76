"""Draw the board as the README shows it: `make picture`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import weighbridge
from tests.conftest import BROWSERS, ROOT

PICTURE = ROOT / "docs" / "board.png"
WIDTH, HEIGHT = 1120, 1240
MOST_BYTES = 300_000


def main() -> None:
    """Publish from the starter data and take a picture of the top of the page."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        # An empty store answers from the starter data, so that the picture shows what `make run` shows.
        weighbridge.open(Path(folder) / "store").publish(Path(folder) / "site")
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto((Path(folder) / "site" / "en" / "index.html").as_uri())
        drawn = page.screenshot()
        browser.close()
    if len(drawn) > MOST_BYTES:
        sys.exit(f"{PICTURE.name} would weigh {len(drawn):,} bytes; make it smaller than {MOST_BYTES:,}.")
    PICTURE.write_bytes(drawn)


def chromium() -> str:
    """Say where Chromium is; ends where it is nowhere."""
    names = (os.environ.get("WEIGHBRIDGE_CHROMIUM"), *BROWSERS)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return found or sys.exit("no Chromium found; name its path in WEIGHBRIDGE_CHROMIUM.")


if __name__ == "__main__":
    main()
