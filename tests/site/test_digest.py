from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

import pytest

from tests.outputs.books import estimate
from weighbridge.outputs.site.digest import digest

ONE = estimate(dt.date(2026, 6, 30), "CN", 0.4, 0.3, 0.5)


def test_the_same_has_one_digest_however_it_is_held() -> None:
    held = {"b": [1, None], "a": {"x", "y"}}
    assert digest(held) == digest(MappingProxyType({"a": frozenset({"y", "x"}), "b": (1, None)}))


@pytest.mark.parametrize("other", [replace(ONE, ci_high=0.51), replace(ONE, n=4), replace(ONE, rank_best=1)])
def test_any_field_of_a_figure_counts(other: object) -> None:
    assert digest([ONE]) != digest([other])


def test_unknown_is_neither_zero_nor_empty() -> None:
    assert len({digest(None), digest(0), digest(""), digest(), digest([])}) == 5


def test_order_counts_where_it_is_shown() -> None:
    assert digest(["a", "b"]) != digest(["b", "a"])


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError):
        digest(object())
