"""The tables: columns, types, units, keys and bounds. The first waist: all that a source and a measure share."""

from __future__ import annotations

from weighbridge.schema.capability import ABILITIES, DIFFICULTIES, RATINGS, RUNS, SCORES
from weighbridge.schema.cells import DOWNLOAD_CELLS, TOKEN_CELLS
from weighbridge.schema.dimensions import (
    BENCHMARKS,
    FAMILIES,
    ISSUES,
    LICENCE_PAIRS,
    LICENCES,
    ORGANISATIONS,
    RELEASES,
    SOURCE_USES,
)
from weighbridge.schema.facts import DOWNLOADS, PULLS, TOKENS
from weighbridge.schema.identity import IDENTITY, NAMESPACES, SUBJECTS
from weighbridge.schema.lineage import DERIVATIVES, EVIDENCE, KNOWN_BY, LEFT_OUT, LINEAGE, RELATIONS, ROOTS, STATED_BY
from weighbridge.schema.prices import PRICES
from weighbridge.schema.statements import (
    ACCOUNT_REGIONS,
    CATALOGUE,
    CONFIGURATIONS,
    REPO_FACTS,
    STATED_MODELS,
    STATED_RELEASES,
    STATED_SIZES,
    TRACKED,
)
from weighbridge.schema.table import FIRST_DAY, MOST, MOST_PARAMETERS, Column, Kind, Layer, Table
from weighbridge.schema.testimony import ADOPTIONS, EVENTS

TABLES = {
    table.name: table
    for table in (
        *(TOKENS, PULLS, DOWNLOADS),
        *(SCORES, ABILITIES, DIFFICULTIES, RATINGS, RUNS, PRICES),
        *(REPO_FACTS, CONFIGURATIONS, CATALOGUE, TRACKED, ACCOUNT_REGIONS),
        *(STATED_SIZES, STATED_RELEASES, STATED_MODELS),
        *(SUBJECTS, LINEAGE, DERIVATIVES, TOKEN_CELLS, DOWNLOAD_CELLS),
        *(ORGANISATIONS, FAMILIES, RELEASES, BENCHMARKS, LICENCES, LICENCE_PAIRS, SOURCE_USES, ISSUES),
        *(ADOPTIONS, EVENTS),
    )
}

__all__ = [
    "ABILITIES",
    "ACCOUNT_REGIONS",
    "ADOPTIONS",
    "BENCHMARKS",
    "CATALOGUE",
    "CONFIGURATIONS",
    "DERIVATIVES",
    "DIFFICULTIES",
    "DOWNLOADS",
    "DOWNLOAD_CELLS",
    "EVENTS",
    "EVIDENCE",
    "FAMILIES",
    "FIRST_DAY",
    "IDENTITY",
    "ISSUES",
    "KNOWN_BY",
    "LEFT_OUT",
    "LICENCES",
    "LICENCE_PAIRS",
    "LINEAGE",
    "MOST",
    "MOST_PARAMETERS",
    "NAMESPACES",
    "ORGANISATIONS",
    "PRICES",
    "PULLS",
    "RATINGS",
    "RELATIONS",
    "RELEASES",
    "REPO_FACTS",
    "ROOTS",
    "RUNS",
    "SCORES",
    "SOURCE_USES",
    "STATED_BY",
    "STATED_MODELS",
    "STATED_RELEASES",
    "STATED_SIZES",
    "SUBJECTS",
    "TABLES",
    "TOKENS",
    "TOKEN_CELLS",
    "TRACKED",
    "Column",
    "Kind",
    "Layer",
    "Table",
]
