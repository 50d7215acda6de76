"""The Chinese in which verdicts are told is punctuated as Chinese is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.words.prose import faults
from weighbridge import check_wording


def told() -> Iterator[str]:
    """Give every Chinese text of the catalogue."""
    for held in vars(check_wording).values():
        if isinstance(held, Mapping):
            every = (said for said in (held, *held.values()) if isinstance(said, Mapping))
            yield from (str(said["zh"]) for said in every if "zh" in said)


def test_verdicts_are_punctuated_as_chinese_is() -> None:
    texts = list(told())
    assert len(texts) > 70
    assert {text for text in texts if any(fault.startswith("half-width") for fault in faults(text))} == set()
