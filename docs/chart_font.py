"""Write the fonts that pictures to share are drawn with: parts of Noto Sans CJK SC and of Source Sans 3.

    apt-get install fonts-noto-cjk
    npm pack source-sans@3.52.0 && tar xzf source-sans-3.52.0.tgz
    scripts/uv run --with fonttools python docs/chart_font.py package

One is Latin, Greek and Cyrillic, regular and bold. The other is Chinese: it holds ASCII, Latin letters, the punctuation
and the 3,755 commonest characters of GB 2312, and every other character that stands in the package's own texts. Its
Latin letters are those of Source Sans, larger.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

NOTO = Path("/usr/share/fonts/opentype/noto")
TERMS = Path("/usr/share/doc/fonts-noto-cjk/copyright")
SIMPLIFIED = 2  # of the fonts in the collection
PACKAGE = Path(__file__).parents[1] / "src" / "weighbridge"
FOLDER = PACKAGE / "charts" / "fonts"
NAME = "Weighbridge Sans"
TEXTS = (".py", ".yml", ".j2")
# Rows of GB 2312: marks and letters of other scripts, then the characters of its first level.
MARKS, COMMON = range(0xA1, 0xA4), range(0xB0, 0xD8)
CELLS = range(0xA1, 0xFF)
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040), 0x2190, 0x2192, 0x2212, 0x2248, 0x2260)
# Names of strangers are in any language of Europe or in Vietnamese.
LETTERS = (*LATIN, *range(0x180, 0x250), *range(0x1E00, 0x1F00), *range(0x370, 0x500))
SMALLER = 1.117  # times, that Latin letters are in Source Sans than in Noto Sans CJK
DROPPED = ["vhea", "vmtx", "VORG", "BASE", "GSUB"]
FAMILY, FULL, POSTSCRIPT, TYPOGRAPHIC = 1, 4, 6, 16


@dataclass(frozen=True)
class Part:
    """A font to write: its family, the file that it is a part of, its weight, and whether its pairs are kerned."""

    family: str
    whole: Path
    weight: str
    points: frozenset[int]
    kerned: bool

    @property
    def file(self) -> str:
        """Its name without spaces, as files and PostScript have it."""
        return f"{self.family.replace(' ', '')}-{self.weight}"


def parts(source_sans: Path) -> Iterator[Part]:
    """Give the fonts. Chinese is not kerned: its characters are all of one width, and the table would weigh more."""
    for weight in ("Regular", "Bold"):
        yield Part(NAME, source_sans / "OTF" / f"SourceSans3-{weight}.otf", weight, frozenset(LETTERS), kerned=True)
    yield Part(f"{NAME} SC", NOTO / "NotoSansCJK-Regular.ttc", "Regular", frozenset(characters()), kerned=False)


def characters() -> set[int]:
    """Give the code points that the font is to hold."""
    return {*LATIN, *_standard(), *_own()}


def _standard() -> Iterator[int]:
    for row in (*MARKS, *COMMON):
        for cell in CELLS:
            yield from map(ord, bytes((row, cell)).decode("gb2312", "ignore"))


def _own() -> Iterator[int]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in TEXTS:
            yield from map(ord, set(path.read_text("utf-8")))


def font(part: Part) -> Any:  # noqa: ANN401 - fontTools is no dependency
    """Give the part of the font, under a name of its own so that no installed font is taken for it."""
    subset, tools = import_module("fontTools.subset"), import_module("fontTools.ttLib")
    number = SIMPLIFIED if part.whole.suffix == ".ttc" else -1
    whole = tools.TTFont(part.whole, fontNumber=number, recalcTimestamp=False)
    features = ["kern"] if part.kerned else []
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"], layout_features=features)
    options.drop_tables += DROPPED if part.kerned else [*DROPPED, "GPOS"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=part.points)
    subsetter.subset(whole)
    if part.family == NAME:
        _enlarge(whole)
    return _named(whole, part)


def _enlarge(made: Any) -> None:  # noqa: ANN401 - see above
    """Have fewer units in the height of a line, so that letters are as large as those of the Chinese font."""
    made["head"].unitsPerEm = units = round(made["head"].unitsPerEm / SMALLER)
    made["CFF "].cff[0].FontMatrix = [1 / units, 0, 0, 1 / units, 0, 0]


def _named(made: Any, part: Part) -> Any:  # noqa: ANN401 - see above
    full = part.family if part.weight == "Regular" else f"{part.family} {part.weight}"
    said = {FAMILY: part.family, TYPOGRAPHIC: part.family, FULL: full, POSTSCRIPT: part.file}
    for record in made["name"].names:
        record.string = said.get(record.nameID, record.string)
    fonts = made["CFF "].cff
    fonts.fontNames[0] = part.file
    fonts[0].FamilyName, fonts[0].FullName = part.family, full
    return made


def terms() -> str:
    """Give the licence as the Debian package states it, below whose font it is."""
    text = re.split(r"^License: SIL-1.1\n(?= )", TERMS.read_text("utf-8"), flags=re.MULTILINE)[1]
    lines = [line.removeprefix(" ") for line in text.split("\n\n")[0].splitlines()]
    stated = (
        "Copyright 2010-2024 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. Source is a trademark of "
        f"Adobe in the United States and/or other countries.\n{NAME} is a part of Source Sans 3.052, made by "
        "docs/chart_font.py.\n\n"
        "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. Noto is a trademark of "
        f"Google Inc.\n{NAME} SC is a part of Noto Sans CJK SC 2.004, made by docs/chart_font.py.\n\n"
    )
    return stated + "\n".join("" if line == "." else line for line in lines) + "\n"


def main() -> None:
    """Write the fonts and their licence; the folder of Source Sans 3 is named."""
    FOLDER.mkdir(exist_ok=True)
    for part in parts(Path(sys.argv[1])):
        path = FOLDER / f"{part.file}.otf"
        font(part).save(path)
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    (FOLDER / "OFL.txt").write_text(terms(), "utf-8")


if __name__ == "__main__":
    main()
