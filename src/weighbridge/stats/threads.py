"""One thread for linear algebra on small arrays: threads that share one spend ten times its time waiting."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[Any]:
    """Hold the libraries of linear algebra to one thread within a `with` block."""
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    """Find the libraries once: looking for them takes longer than a small product of matrices."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
