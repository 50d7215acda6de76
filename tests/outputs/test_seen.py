from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from weighbridge.charts.seen import SVG, keep_seen

LINE = '<path d="M0,0L1,1" stroke="#111"/>'


def kept(inside: str) -> str:
    """Give what is kept inside a picture."""
    root = ET.fromstring(f'<svg xmlns="{SVG}"><g fill="none">{inside}</g></svg>')  # noqa: S314 - written above
    keep_seen(root)
    ET.register_namespace("", SVG)
    text = ET.tostring(root, encoding="unicode").replace(" />", "/>")
    return text.partition(">")[2].removeprefix('<g fill="none">').removesuffix("</g></svg>")


@pytest.mark.parametrize(
    "unseen",
    [
        '<path d="M0,0h168v230h-168Z"/>',
        '<path d="" stroke="#111"/>',
        '<path fill="#111"/>',
        '<rect width="9" height="9" fill="transparent"/>',
        '<text fill="#111" opacity="0">Jul</text>',
        "<g/>",
        '<g transform="translate(4,4)"><g/></g>',
        "<script>alert(1)</script>",
        '<image href="//host/x"/>',
        "<style>*{fill:url(//host)}</style>",
    ],
)
def test_what_nobody_sees_is_dropped(unseen: str) -> None:
    assert kept(unseen + LINE) == LINE


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        (f"<g><g>{LINE}</g>{LINE}</g>", LINE + LINE),
        (f'<g transform="translate(0,0)">{LINE}</g>', LINE),
        (f'<g transform="translate(2,0)">{LINE}</g>', f'<g transform="translate(2,0)">{LINE}</g>'),
        ('<path d="M0" fill="#111" opacity="1"/>', '<path d="M0" fill="#111"/>'),
        ('<path d="M0" fill="#111" opacity="0.07"/>', '<path d="M0" fill="#111" fill-opacity="0.07"/>'),
        (
            '<path d="M0" stroke="#111" stroke-opacity="0.5" opacity="0.5"/>',
            '<path d="M0" stroke="#111" stroke-opacity="0.25"/>',
        ),
        ('<path d="M0" fill="#111" stroke="#222" opacity="0.5"/>',) * 2,
        ('<text fill="#111"><tspan>a</tspan></text>',) * 2,
        ('<path d="M0.25,1.96L-0.04,2" stroke="#111" onclick="x" style="y"/>', '<path d="M0.2,2L-0,2" stroke="#111"/>'),
    ],
)
def test_what_is_seen_is_kept_in_fewer_words(drawn: str, left: str) -> None:
    assert kept(drawn) == left
