from __future__ import annotations

import re
import string
import sys

import pytest

from weighbridge.claims.small_letters import small

EVERY = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


def test_no_letter_becomes_two() -> None:
    assert all(len(small(letter)) == 1 for letter in EVERY)


@pytest.mark.parametrize("letter", string.ascii_lowercase)
def test_what_a_pattern_of_any_case_takes_for_a_letter_becomes_it(letter: str) -> None:
    text = "".join(EVERY)
    assert re.findall(letter, text, re.IGNORECASE) == [one for one in EVERY if small(one) == letter]
