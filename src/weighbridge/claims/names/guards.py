"""Phrases that hold a name and name something else: where one stands, no name is read."""

from __future__ import annotations

GUARDS = (
    "South China Sea",
    "East China Sea",
    "South China Morning Post",
    "China Daily",
    "Latin America",
    "Latin American",
    "South America",
    "South American",
    "North America",
    "North American",
    "Central America",
    "Bank of America",
    "American Express",
    "American Airlines",
    "Native American",
    "African American",
    "French fries",
    "Swiss cheese",
    "North Korea",
    "North Korean",
    "meta-analysis",
    "meta-analyses",
    "meta-learning",
    "meta description",
    "open source intelligence",
    "Apple Store",
    "发展中国家",
    "美中不足",
    "中美洲",
    "拉丁美洲",
    "南美洲",
    "北美洲",
    "中国海",
    "南中国海",
    "阿里山",
    "阿里郎",
    "文心雕龙",
    "小米粥",
    "苹果手机",
)
# Abbreviations of two countries side by side: the one, the other. Other pairs of these characters are words.
_PAIRS = """
中美 美中 中日 中韩 韩中 中欧 欧中 中俄 俄中 中印 中法 中德 中英 中澳 美日 日美 美韩 韩美 美欧 欧美
美俄 俄美 美英 英美 美印 印美 日韩 韩日 日欧 英法 法德 德法 英德 俄印
"""
PAIRS = tuple(_PAIRS.split())
# Before one of them `中` is no country: `其中美企`, `集中方案`.
NOT_BEFORE_CHINA = "其集当手心年空途眼从"
