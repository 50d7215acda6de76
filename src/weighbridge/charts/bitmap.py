"""Pictures to share as PNG: librsvg draws them and libvips writes them, in fonts that come along and in no other."""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

FONTS = "fonts"
COMPRESSION = 4  # of 9: half the time of the usual 6, for files 2 % larger
_TEXT = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text>.</text></svg>'
# Fontconfig, which finds fonts, reads where they may be from the file that the variable names. What it keeps of them
# stands beside that file: the machine's own fonts and the home of whoever publishes are left alone.
_NAMED = "FONTCONFIG_FILE"
_FOUND = (
    "<fontconfig><dir>{fonts}</dir><cachedir>{kept}</cachedir>"
    "<config><rescan><int>0</int></rescan></config>"  # it is read once
    # The Chinese font has one weight: beside it, letters that only the other has take the same.
    '<match target="pattern"><test name="family" qual="first"><string>Weighbridge Sans SC</string></test>'
    '<edit name="weight" mode="assign" binding="strong"><const>regular</const></edit></match></fontconfig>'
)


def png(picture: str) -> bytes:
    """Give an SVG as PNG in its own size, on white. pyvips.Error where it is no SVG."""
    return _drawn(_vips(), picture)


def _drawn(vips: Any, picture: str) -> bytes:  # noqa: ANN401 - a module
    on_white = vips.Image.svgload_buffer(picture.encode()).flatten(background=255)
    drawn: bytes = on_white.pngsave_buffer(compression=COMPRESSION)
    return drawn


@cache
def _vips() -> Any:  # noqa: ANN401 - a module
    """Give the library, once it has found the fonts: the first text that is drawn in a process decides for all."""
    held = ExitStack()  # each font is opened when a letter of it is drawn
    atexit.register(held.close)
    folder = held.enter_context(as_file(files("weighbridge.charts") / FONTS))
    with _found(folder):
        import pyvips

        pyvips.cache_set_max(0)  # no picture is drawn twice
        _drawn(pyvips, _TEXT)
    return pyvips


@contextmanager
def _found(fonts: Path) -> Iterator[None]:
    """Have fonts looked for in one folder alone."""
    before = os.environ.get(_NAMED)
    with TemporaryDirectory(ignore_cleanup_errors=True) as kept:
        path = Path(kept) / "fonts.conf"
        path.write_text(_FOUND.format(fonts=escape(str(fonts)), kept=escape(kept)), "utf-8")
        os.environ[_NAMED] = str(path)
        try:
            yield
        finally:
            os.environ.pop(_NAMED)
            if before is not None:
                os.environ[_NAMED] = before
