"""Countries: their codes, and what they are called in English and in Chinese."""

from __future__ import annotations

import re
from functools import cache

# Where people or firms of several countries make something together, and none alone. ISO 3166-1 leaves XA to XZ to its
# users; UN/LOCODE gives XZ to what lies in no one country.
SEVERAL = "XZ"
STATED_AS = f"ISO 3166-1 alpha-2; {SEVERAL} for makers of several countries"
_SEVERAL = {"en": "Several countries", "zh": "多国"}
# Names that a sentence holds otherwise than a table does.
INSIDE = {_SEVERAL["en"]: _SEVERAL["en"].lower()}
_LOCALES = {"en": "en", "zh": "zh_Hans"}
# What Unicode's data call officially and at length, by what newspapers say.
_CALLED = {("zh", "AE"): "阿联酋", ("zh", "HK"): "香港", ("zh", "MO"): "澳门"}


def named(code: str, language: str) -> str | None:
    """Give the name of a country by its code, in `en` or `zh`; none where it is no code of a country."""
    return names(language).get(code)


@cache
def names(language: str) -> dict[str, str]:
    """Give the names of all countries by their codes, in `en` or `zh`."""
    from babel import Locale

    territories = Locale.parse(_LOCALES[language]).territories
    known = {code: str(name) for code, name in territories.items() if re.fullmatch("[A-Z]{2}", code)}
    called = {code: name for (of, code), name in _CALLED.items() if of == language}
    return known | called | {SEVERAL: _SEVERAL[language]}
