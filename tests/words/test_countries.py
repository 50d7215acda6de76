from __future__ import annotations

import pytest

from weighbridge import chinese_names, countries, wording
from weighbridge.countries import SEVERAL
from weighbridge.stats.lag.pairs import pairs


@pytest.mark.parametrize(
    ("code", "english", "chinese"),
    [("CN", "China", "中国"), ("HK", "Hong Kong SAR China", "香港"), (SEVERAL, "Several countries", "多国"),
     ("??", "??", "??")],
)  # fmt: skip
def test_a_country_is_named_by_its_code(code: str, english: str, chinese: str) -> None:
    assert (wording.country(code), chinese_names.country(code)) == (english, chinese)
    assert chinese_names.country(english) == chinese


def test_no_country_bears_the_code_of_several() -> None:
    """ISO 3166-1 leaves it to its users; should Unicode's data name it one day, another is due."""
    from babel import Locale

    assert SEVERAL not in Locale.parse("en").territories


def test_several_countries_stand_in_a_sentence_like_any_noun() -> None:
    named = wording.country(SEVERAL)
    assert wording.inside("country", named) == "several countries"
    assert wording.opening("country", named) == "Several countries"
    assert wording.inside("family", named) == named
    assert wording.opening("country", "United States") == "The United States"


def test_several_countries_are_no_side_of_a_pair() -> None:
    assert [pair.group for pair in pairs("country", {"CN", "US", SEVERAL, ""})] == ["CN>US", "US>CN"]


def test_names_of_a_language_are_told_once() -> None:
    for language in ("en", "zh"):
        names = countries.names(language)
        assert len(set(names.values())) == len(names)
