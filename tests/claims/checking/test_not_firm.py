"""Sentences that once got a firm verdict for a reason that has nothing to do with their words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import weighbridge
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge

_FIRM = (Ruling.SUPPORTED, Ruling.REFUTED)
_TRUE, _FALSE = (Ruling.SUPPORTED,), (Ruling.REFUTED,)
_DAY = "2026-03-23"

# A sentence, its day, and the verdicts that none of its claims may get.
CASES = (
    # what is supposed, doubted or taken back
    ("A viral post wrongly claimed that Qwen has overtaken Llama in cumulative downloads.", _DAY, _FIRM),
    ("Meta denied that Qwen has overtaken Llama in cumulative downloads.", _DAY, _FIRM),
    ("The claim that Qwen has overtaken Llama in downloads is false.", _DAY, _FIRM),
    ("If Qwen had overtaken Llama in downloads, Meta's shares fell.", _DAY, _FIRM),
    ("Had Qwen overtaken Llama in downloads, investors noticed.", _DAY, _FIRM),
    ("Unless Qwen overtakes Llama in downloads, Alibaba loses the bet.", _DAY, _FIRM),
    ("Few believe that Qwen has overtaken Llama in cumulative downloads.", _DAY, _FIRM),
    ("Rumours that Airbnb uses Qwen were false.", _DAY, _FIRM),
    ("There is no evidence that Airbnb uses Qwen.", _DAY, _FIRM),
    ("Airbnb denied that it uses Qwen.", _DAY, _FIRM),
    ("Airbnb banned employees from using Qwen.", _DAY, _FIRM),
    ("Airbnb considered using Qwen but chose Llama.", _DAY, _FIRM),
    ("Airbnb stopped using Qwen.", _DAY, _FIRM),
    ("Cursor uses Kimi K2.5, Anysphere denied.", _DAY, _FIRM),
    ("所谓千问累计下载量超过Llama的说法并不属实。", _DAY, _FIRM),
    ("Meta否认千问下载量已超过Llama。", _DAY, _FIRM),
    ("如果千问下载量超过Llama,阿里股价就涨了。", _DAY, _FIRM),
    ("网传爱彼迎使用千问,纯属谣言。", _DAY, _FIRM),
    ("爱彼迎否认使用千问。", _DAY, _FIRM),
    ("千问下载量差点超过Llama。", _DAY, _FIRM),
    ("没有人相信千问下载量超过了Llama。", _DAY, _FIRM),
    # numbers of something else
    ("Qwen2.5 72B was downloaded by Mr Li, who owns 20% of Alibaba.", _DAY, _FIRM),
    ("DeepSeek raised 40% more money than Mistral, whose models are downloaded on Hugging Face.", _DAY, _FIRM),
    ("Alibaba's shares rose 12% after Qwen downloads grew.", _DAY, _FIRM),
    ("Google holds 90% of search and its Gemma models are downloaded widely.", _DAY, _FIRM),
    ("OpenAI holds 45% of the revenue of all AI tokens.", _DAY, _FIRM),
    ("ChatGPT Plus costs $20 per month, cheaper than Claude.", _DAY, _FIRM),
    ("ChatGPT accounts for 60% of app downloads worldwide.", _DAY, _FIRM),
    ("American downloads of Chinese films fell 40%.", _DAY, _FIRM),
    ("Chinese tokens account for 60% of arcade sales.", _DAY, _FIRM),
    ("中国电动车的价格比美国便宜一半。", _DAY, _FIRM),
    ("豆包的词元调用量占中国市场的一半。", _DAY, _FIRM),
    # comparisons of what is not measured
    ("France beat America in the maths Olympiad.", _DAY, _FIRM),
    ("American students scored lower than Chinese ones in reasoning tests.", _DAY, _FIRM),
    ("China has overtaken America in AI papers and benchmarks.", _DAY, _FIRM),
    ("China trails America by 20 years in aircraft engines.", _DAY, _FIRM),
    ("Qwen has more contributors than Llama on Hugging Face.", _DAY, _FIRM),
    ("中国的人工智能专利数量超过美国。", _DAY, _FIRM),
    ("中国芯片落后美国两年。", _DAY, _FIRM),
    # others than the side that is named, and where users are
    ("The investor of DeepSeek leads in downloads.", _DAY, _FIRM),
    ("Supporters of Llama outnumber those of Qwen on Hugging Face.", _DAY, _FIRM),
    ("The engineer who left OpenAI leads capability research at Meta.", _DAY, _FIRM),
    ("Users in China account for 15% of tokens on OpenRouter.", _DAY, _FIRM),
    ("American developers use more tokens than Chinese ones on OpenRouter.", _DAY, _FIRM),
    ("DeepSeek的竞争对手在OpenRouter的词元份额领先。", _DAY, _FIRM),
    ("中国用户占OpenRouter词元的60%。", _DAY, _FIRM),
    # a side held as more than it is
    ("Qwen has surpassed GPT-4 in capability.", _DAY, _FIRM),
    ("Chinese models have surpassed Llama in capability.", _DAY, _FIRM),
    ("Mistral has released a model that beats GPT-5.", _DAY, _FALSE),
    # events of another time, side or kind, and releases that never were
    ("OpenAI released GPT-7 in March 2026.", _DAY, _FIRM),
    ("Alibaba released Qwen9 this week.", _DAY, _FIRM),
    ("阿里巴巴今年3月发布千问9。", _DAY, _FIRM),
    ("Google released DeepSeek R1 in January 2025.", _DAY, _FIRM),
    ("OpenAI has not released gpt-oss.", _DAY, _TRUE),
    ("Qwen overtook ChatGPT on the US App Store in January 2025.", _DAY, _FIRM),
    ("ChatGPT overtook DeepSeek on the US App Store in January 2025.", _DAY, _FIRM),
    ("DeepSeek tops the App Store.", _DAY, _FIRM),
    ("DeepSeek fell from first place on the App Store.", "2025-02-10", _FIRM),
    ("Beijing approved exports of Nvidia's H200 chip to China in December.", _DAY, _FIRM),
    ("Washington banned exports of Nvidia's H200 chip to China in December 2025.", _DAY, _FIRM),
    ("Washington approved exports of Nvidia's H20 chip to Russia in December.", _DAY, _FIRM),
    ("The United States restricted exports of rare earths to China.", _DAY, _FIRM),
    ("The US government uses Qwen.", _DAY, _FIRM),
    ("爱彼迎只使用千问。", _DAY, _TRUE),
    # a preference that was stated is no use
    ("Siemens does not use Chinese models.", _DAY, _FIRM),
    ("西门子没有使用中国模型。", _DAY, _FIRM),
)
# What must stay firm beside them: a limit that took these too would be too wide.
STILL_FIRM = (
    ("Qwen has not overtaken Llama in downloads on Hugging Face.", _DAY, Ruling.REFUTED),
    ("It is not true that Qwen has overtaken Llama in cumulative downloads.", _DAY, Ruling.REFUTED),
    ("DeepSeek overtook ChatGPT on the US App Store in January 2025.", _DAY, Ruling.SUPPORTED),
    ("ChatGPT trails DeepSeek on the US App Store.", "2025-02-10", Ruling.SUPPORTED),
    ("Washington approved exports of Nvidia's H200 chip to China in December.", _DAY, Ruling.SUPPORTED),
    ("America lifted its curbs on chip design software for China in July 2025.", _DAY, Ruling.SUPPORTED),
    ("DeepSeek R1 was released in January 2025.", _DAY, Ruling.SUPPORTED),
    ("DeepSeek R1 was released in January 2025, not December 2024.", _DAY, Ruling.SUPPORTED),
    ("DeepSeek R1 was released in December 2024, not January 2025.", _DAY, Ruling.REFUTED),
    ("DeepSeek R1 was released in October 2024 rather than in January 2025.", _DAY, Ruling.REFUTED),
    ("Not in October 2024 but in January 2025, DeepSeek R1 was released.", _DAY, Ruling.SUPPORTED),
    ("DeepSeek-R1于2025年1月而非2024年10月发布。", _DAY, Ruling.SUPPORTED),
    ("DeepSeek R1 was not released in January 2025.", _DAY, Ruling.REFUTED),
    ("Airbnb does not use Qwen.", _DAY, Ruling.REFUTED),
)


@pytest.fixture(scope="module")
def scale(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    return weighbridge.open(tmp_path_factory.mktemp("nothing"))


@pytest.mark.parametrize(("says", "day", "never"), CASES, ids=lambda part: str(part)[:40])
def test_it_is_not_judged_by_what_it_does_not_say(
    scale: Weighbridge, says: str, day: str, never: tuple[Ruling, ...]
) -> None:
    checked = scale.check(scale.read("sentence", says.encode()), dt.date.fromisoformat(day))
    wrong = [(verdict.binding, verdict.reasons) for verdict in checked.verdicts if verdict.ruling in never]
    assert not wrong, wrong


@pytest.mark.parametrize(("says", "day", "ruling"), STILL_FIRM, ids=lambda part: str(part)[:40])
def test_what_is_said_is_judged_still(scale: Weighbridge, says: str, day: str, ruling: Ruling) -> None:
    checked = scale.check(scale.read("sentence", says.encode()), dt.date.fromisoformat(day))
    assert ruling in [verdict.ruling for verdict in checked.verdicts], checked.verdicts
