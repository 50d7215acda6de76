"""A failure that may pass."""

from __future__ import annotations


class PassingError(Exception):
    """A failure that may pass: the same question can be asked again after `after` seconds, if stated."""

    def __init__(self, what: str, then: str = "try again later", after: float | None = None) -> None:
        super().__init__(what)
        self.what, self.then, self.after = what, then, after
