"""The style sheet and the scripts of the site: each under a name that changes with what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from weighbridge.charts.colours import BY_NIGHT
from weighbridge.outputs import put

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "assets"


@dataclass(frozen=True)
class Assets:
    """Paths below the folder of the site."""

    style: str
    script: str


def write(folder: Path) -> tuple[Assets, list[Path]]:
    """Write all assets; old ones stay for pages that are kept."""
    style, script = _style().encode(), _beside("site.js").encode()
    named = Assets(_named("site", "css", style), _named("site", "js", script))
    return named, [put(style, folder / named.style), put(script, folder / named.script)]


def _named(stem: str, ending: str, body: bytes) -> str:
    return f"{FOLDER}/{stem}.{sha256(body).hexdigest()[:10]}.{ending}"


def _style() -> str:
    """Give the style sheet, in which every colour of a chart has its counterpart on a dark ground."""
    rules = [f'.chart [{part}="{day}"]{{{part}:{night}}}' for day, night in BY_NIGHT for part in ("fill", "stroke")]
    dark = "\n".join(f':root[data-theme="dark"] {rule}' for rule in rules)
    system = "\n".join(f':root:not([data-theme="light"]) {rule}' for rule in rules)
    return _beside("site.css") + f"\n{dark}\n@media (prefers-color-scheme: dark) {{\n{system}\n}}\n"


def _beside(name: str) -> str:
    return (files("weighbridge.outputs.site") / "look" / name).read_text("utf-8")
