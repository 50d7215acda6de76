"""The style sheet and the scripts of the site: each under a name that changes with what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from weighbridge.charts.colours import BY_NIGHT
from weighbridge.outputs.site import engine
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "assets"
# Parts of each script, in the order in which they stand in it: one idea in a file, one file for a reader to wait for.
PAGE = ("theme_button", "place", "search_ranking", "combobox", "search", "instruments", "chooser", "start")
CHART = ("colours", "scale", "rows", "picture", "engine", "reading", "view", "files", "group_list", "open")
COMPARE = ("side", "table", "open")
LICENSES = "LICENSES.txt"


@dataclass(frozen=True)
class Assets:
    """Paths below the folder of the site."""

    style: str
    first: str  # runs before the first paint
    script: str
    charts: str  # a module, loaded when somebody reaches for a chart
    compare: str  # a module, loaded when somebody chooses contenders
    engine: str  # loaded when somebody changes one


def write(folder: Path) -> tuple[Assets, list[Path]]:
    """Write all assets but the engine, which is only named; old ones stay for pages that are kept."""
    held = {"style": ("site", "css", _style()), "first": ("first", "js", _beside("first.js")),
            "script": ("site", "js", page_script()), "charts": ("charts", "js", module("chart", CHART)),
            "compare": ("compare", "js", module("compare", COMPARE))}  # fmt: skip
    named = {role: _named(stem, ending, body) for role, (stem, ending, body) in held.items()}
    written = [place(body.encode(), folder / named[role]) for role, (_, _, body) in held.items()]
    terms = place(_beside(LICENSES).encode(), folder / FOLDER / LICENSES)
    drawn_by = engine.path(folder / FOLDER)
    return Assets(**named, engine=f"{FOLDER}/{drawn_by.name}"), [*written, terms, drawn_by]


def page_script() -> str:
    """Give the script of every page: its parts share one room, and nothing of it stands outside."""
    return '(() => {\n"use strict";\n' + "\n".join(_beside(f"page/{part}.js") for part in PAGE) + "})();\n"


def module(folder: str, parts: tuple[str, ...]) -> str:
    """Give the module that the parts in a folder make; the last one says what it gives."""
    return "\n".join(_beside(f"{folder}/{part}.js") for part in parts)


def _named(stem: str, ending: str, body: str) -> str:
    return f"{FOLDER}/{stem}.{sha256(body.encode()).hexdigest()[:10]}.{ending}"


def _style() -> str:
    """Give the style sheet, in which every colour of a chart has its counterpart on a dark ground."""
    rules = [f'.chart [{part}="{day}"]{{{part}:{night}}}' for day, night in BY_NIGHT for part in ("fill", "stroke")]
    dark = "\n".join(f':root[data-theme="dark"] {rule}' for rule in rules)
    system = "\n".join(f':root:not([data-theme="light"]) {rule}' for rule in rules)
    return _beside("site.css") + f"\n{dark}\n@media (prefers-color-scheme: dark) {{\n{system}\n}}\n"


def _beside(name: str) -> str:
    return (files("weighbridge.outputs.site") / "look" / name).read_text("utf-8")
