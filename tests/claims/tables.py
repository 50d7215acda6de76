"""Tables of expressions, as the tests of quantities and of dates write them."""

from __future__ import annotations

from itertools import groupby

Cells = tuple[str, ...]


def expressions(*tables: str) -> dict[str, tuple[Cells, ...]]:
    """Give the texts of the tables, each with the cells of what it holds, in their order."""
    rows = [[cell.strip() for cell in line.split(" | ")] for table in tables for line in table.strip().splitlines()]
    found = {}
    for text, same in groupby(rows, key=lambda row: row[0]):
        assert text not in found, f"{text} stands twice"
        found[text] = tuple(tuple(row[1:]) for row in same if row[1:] != ["-"])
    return found
