from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import weighbridge

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    """A store that holds nothing: the data of the package answer."""
    return weighbridge.open(tmp_path_factory.mktemp("empty"))
