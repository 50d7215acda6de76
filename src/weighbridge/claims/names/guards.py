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
    "Claude Monet",
    "Claude Debussy",
    "Claude Shannon",
    "Jean-Claude",
    "Kimi Räikkönen",
    "Kimi Raikkonen",
    "Kimi Antonelli",
    "Phi Phi",
    "Phi Beta Kappa",
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
    "开源中国社区",
    "南中国海",
    "阿里山",
    "阿里郎",
    "文心雕龙",
    "小米粥",
    "苹果手机",
)
# Abbreviations of countries side by side. Other such strings of these characters are words.
_ABREAST = """
中美 美中 中日 中韩 韩中 中欧 欧中 中俄 俄中 中印 中法 中德 中英 中澳 美日 日美 美韩 韩美 美欧 欧美
美俄 俄美 美英 英美 美印 印美 日韩 韩日 日欧 英法 法德 德法 英德 俄印
美日韩 中日韩 日中韩 中美欧 美中欧 美欧日 欧美日 英法德 法德英 中美俄 美俄中
"""
ABREAST = tuple(_ABREAST.split())
# Before one of them `中` is no country: `其中美企`, `集中方案`.
NOT_BEFORE_CHINA = "其集当手心年空途眼从"
