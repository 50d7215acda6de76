"""The claims that everybody repeats, each with what the evidence says and the nuance that repetition leaves out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

import weighbridge
from weighbridge import check_wording

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge


@dataclass(frozen=True)
class Case:
    """A claim in our own words on a day, the verdict, and words of the nuance that stands beside it."""

    says: str
    day: str
    verdict: str
    nuance: str


CASES = (
    Case(
        "Alibaba's Qwen has overtaken Meta's Llama in cumulative downloads on Hugging Face.",
        "2026-03-23",
        "supported",
        "September 2025",
    ),
    Case(
        "Systems derived from Qwen account for over 40% of new language models on Hugging Face.",
        "2025-11-10",
        "conflicting",
        "not of all new models",
    ),
    Case(
        "Around 80% of US AI startups use Chinese open models, an investor estimates.",
        "2026-03-23",
        "conflicting",
        "one in five",
    ),
    Case(
        "DeepSeek overtook ChatGPT on the US App Store in January 2025.", "2025-02-10", "supported", "Google Play"
    ),
    Case("OCBC has built around 30 internal tools on open models.", "2025-08-14", "supported", "Gemma"),
    Case("OCBC's 30 internal tools were all built on Chinese models alone.", "2025-09-03", "refuted", "Gemma"),
    Case("Airbnb relies heavily on Qwen.", "2025-11-10", "supported", "OpenAI"),
    Case("Cursor's first model is based on DeepSeek.", "2025-11-10", "not_enough_evidence", "Kimi K2.5"),
    Case("Cursor's Composer 2 was built on Kimi K2.5.", "2026-04-01", "supported", ""),
    Case("Cognition's new agent uses a model of Zhipu.", "2025-11-10", "not_enough_evidence", "inference"),
    Case("Siemens uses Chinese open models to train its own.", "2026-03-24", "supported", "certain tasks"),
    Case(
        "Washington approved exports of Nvidia's H200 chip to China in December.", "2026-03-23", "supported", "Licences"
    ),
    Case("Qwen3 has surpassed gpt-oss in capability.", "2025-08-14", "supported", "twice as large"),
    Case(
        "Chinese open models have outperformed American open models since November 2024.",
        "2025-08-14",
        "conflicting",
        "one composite index",
    ),
)


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    return weighbridge.open(tmp_path_factory.mktemp("nothing"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says[:40])
def test_a_famous_claim_comes_with_its_nuance(scale: Weighbridge, case: Case) -> None:
    checked = scale.check(scale.read("sentence", case.says.encode()), dt.date.fromisoformat(case.day))
    found = [verdict for verdict in checked.verdicts if verdict.ruling.value == case.verdict]
    assert found, [(verdict.claim.frame, verdict.ruling, verdict.reasons) for verdict in checked.verdicts]
    told = " ".join(check_wording.sentence(reason, "en") for reason in found[0].reasons)
    assert case.nuance in told, told


def test_two_platforms_are_two_claims(scale: Weighbridge) -> None:
    says = "Chinese models now dominate the usage rankings of Hugging Face and OpenRouter."
    checked = scale.check(scale.read("sentence", says.encode()), dt.date(2026, 3, 23))
    measures = [verdict.binding.measure for verdict in checked.verdicts]
    assert measures == ["download_share", "token_share"]
    assert all(verdict.value is not None or verdict.ci_low is not None for verdict in checked.verdicts)
