from __future__ import annotations

import csv
import io

import pyarrow as pa
import pytest

from weighbridge.outputs import FORMULA_STARTS
from weighbridge.outputs.datapackage import as_csv
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.rendering import machines

NAMES = ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"]
ENDED = ["\r=1", "name\r=1", "name\r\n=1"]


def of_page(name: str) -> bytes:
    page = Page("x", "x", str, str, lambda _: {}, "", dict, heads=("name", "n"), rows=lambda: [(name, -1)])
    return machines(page, ())["index.csv"]


def of_package(name: str) -> bytes:
    return as_csv(pa.table({"name": [name], "n": [-1]}))


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_a_formula(name: str) -> None:
    for body in (of_page(name), of_package(name)):
        (_, (cell, number)) = csv.reader(io.StringIO(body.decode(), newline=""))
        assert cell == f"'{name}"
        assert not cell.startswith(FORMULA_STARTS)
        assert number == "-1", "a figure is no name"


@pytest.mark.parametrize("name", ENDED)
def test_no_line_end_in_a_name_begins_a_row(name: str) -> None:
    for body in (of_page(name), of_package(name)):
        (_, (cell, _)) = csv.reader(io.StringIO(body.decode(), newline=""))
        assert "\r" not in cell
        assert not cell.startswith(FORMULA_STARTS)
