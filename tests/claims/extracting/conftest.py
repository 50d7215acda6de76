from __future__ import annotations

from tests.claims.extracting.endpoint import endpoint

# A fixture of a file beside this one.
__all__ = ["endpoint"]
