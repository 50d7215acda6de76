"""What sources say of themselves in simplified Chinese; in English each source says its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.source_wording import listings, scores_and_prices

if TYPE_CHECKING:
    from weighbridge.source_wording.said import Said

# By the name of the source. Attribution stays in English, as its publisher demands it.
CHINESE: Mapping[str, Said] = {**listings.CHINESE, **scores_and_prices.CHINESE}
