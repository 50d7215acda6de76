from __future__ import annotations

import gc
import ipaddress
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from tests.replay import replay, replay_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

# Fixtures of files beside this one.
__all__ = ["replay", "replay_server"]

# A process of many tests holds many objects, and expressions are made by the million: to look for circles among them
# every 700 took a tenth of all time.
gc.set_threshold(100_000, 50, 100)

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class NotLoopbackError(AssertionError):
    """A test reached for a machine other than this one. No OSError, so that no retry can swallow it."""


def is_loopback(host: object) -> bool:
    if not host or host in ("localhost", b"localhost"):
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return name.endswith(".localhost")


def only_loopback(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every look-up of and connection to another machine; a path (Unix socket) is no machine."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if not is_loopback(host):
        message = f"tests speak to this machine only, not to {host!r}; replay the archive from a local server"
        raise NotLoopbackError(message)


# How long an example takes says more about the machine than about the code.
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")

# One worker runs on each processor: threads of its own inside numpy would only wait for those of the others, busily.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# An audit hook holds for every library and thread, from collection on, and no test can take it off.
sys.addaudithook(only_loopback)


def missing(what: str, then: str) -> NoReturn:
    """Skip, saying why; on the build server nothing may be missing, so fail there."""
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{what}; {then}")
    pytest.skip(f"NOT TESTED: {what}; {then}")


@pytest.fixture(scope="session")
def archive() -> Path:
    """The folder of real snapshots that the project is checked against; it is not part of the repository."""
    named = os.environ.get("WEIGHBRIDGE_ARCHIVE")
    folder = Path(named) if named else ROOT.parent / "shared" / "archive"
    if not (folder / "manifest.jsonl").is_file():
        if named:
            pytest.fail(f"WEIGHBRIDGE_ARCHIVE names {folder}, which has no manifest.jsonl")
        pytest.skip(f"NOT TESTED AGAINST REAL DATA: no archive at {folder}; put a folder of snapshots with its "
                    "manifest.jsonl there, or name one in WEIGHBRIDGE_ARCHIVE")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The system's Chromium: no test downloads a browser."""
    for name in (os.environ.get("WEIGHBRIDGE_CHROMIUM"), *BROWSERS):
        found = shutil.which(name) if name else None
        if found:
            return Path(found)
    missing("no Chromium found", "install it (Debian: apt-get install chromium fonts-noto-cjk) "
            "or name its path in WEIGHBRIDGE_CHROMIUM")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium's sandbox refuses to start for root, and containers give it little shared memory.
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        running = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()


def refuse_strangers(route: Route) -> None:
    address = urlsplit(route.request.url)
    if address.scheme in ("file", "data", "blob") or (address.hostname and is_loopback(address.hostname)):
        route.continue_()
    else:
        route.abort()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that reaches files and loopback only."""
    context = browser.new_context()
    context.route("**/*", refuse_strangers)
    yield context.new_page()
    context.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests measured, wherever they ran."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    scores = [value for report in reports for name, value in report.user_properties if name == "score"]
    if scores:
        terminalreporter.section("scores")
    for score in scores:
        terminalreporter.write_line(str(score))
