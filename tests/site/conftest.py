from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.site.field import book
from tests.site.own import ARTICLES
from weighbridge.outputs import datapackage, site


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the field, with the data package that it links to; nobody writes into it."""
    folder = tmp_path_factory.mktemp("written")
    held = replace(book(), articles=ARTICLES)
    datapackage.write(held, folder / "site")
    site.write(held, folder / "site")
    return folder / "site"
