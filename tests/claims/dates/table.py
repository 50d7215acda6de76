"""Dates and the days they mean in an article of Monday, 2025-11-10: text, words, days, grain, and what they rest on.

One line for each moment; `-` alone where a text holds none, and for an end that is open.
"""

from __future__ import annotations

ENGLISH = """
last month | last month | 2025-10-01 .. 2025-10-31 | month | relative
in August | August | 2025-08-01 .. 2025-08-31 | month | relative
early 2024 | early 2024 | 2024-01-01 .. 2024-04-30 | quarter | absolute
since November 2024 | since November 2024 | 2024-11-01 .. 2025-11-10 | month | absolute
over the past year | over the past year | 2024-11-10 .. 2025-11-10 | year | relative
by the end of 2025 | by the end of 2025 | - .. 2025-12-31 | month | absolute
Q3 2025 | Q3 2025 | 2025-07-01 .. 2025-09-30 | quarter | absolute
2025 Q3 | 2025 Q3 | 2025-07-01 .. 2025-09-30 | quarter | absolute
the third quarter of 2025 | the third quarter of 2025 | 2025-07-01 .. 2025-09-30 | quarter | absolute
in the first half of 2025 | the first half of 2025 | 2025-01-01 .. 2025-06-30 | half | absolute
H1 2025 | H1 2025 | 2025-01-01 .. 2025-06-30 | half | absolute
on Monday | Monday | 2025-11-10 .. 2025-11-10 | day | relative
March 23 | March 23 | 2025-03-23 .. 2025-03-23 | day | relative
November 9, 2025 | November 9, 2025 | 2025-11-09 .. 2025-11-09 | day | absolute
14 August 2025 | 14 August 2025 | 2025-08-14 .. 2025-08-14 | day | absolute
Aug. 14, 2025 | Aug. 14, 2025 | 2025-08-14 .. 2025-08-14 | day | absolute
2025-08-14 | 2025-08-14 | 2025-08-14 .. 2025-08-14 | day | absolute
in 2023 | 2023 | 2023-01-01 .. 2023-12-31 | year | absolute
since 2022 | since 2022 | 2022-01-01 .. 2025-11-10 | year | absolute
in December | December | 2024-12-01 .. 2024-12-31 | month | relative
last year | last year | 2024-01-01 .. 2024-12-31 | year | relative
this year | this year | 2025-01-01 .. 2025-12-31 | year | relative
late last year | late last year | 2024-09-01 .. 2024-12-31 | quarter | relative
mid-2024 | mid-2024 | 2024-05-01 .. 2024-08-31 | quarter | absolute
from March to May 2025 | from March to May 2025 | 2025-03-01 .. 2025-05-31 | month | absolute
March-May 2025 | March-May 2025 | 2025-03-01 .. 2025-05-31 | month | absolute
between 2023 and 2025 | between 2023 and 2025 | 2023-01-01 .. 2025-12-31 | year | absolute
2023-2025 | 2023-2025 | 2023-01-01 .. 2025-12-31 | year | absolute
three years ago | three years ago | 2022-01-01 .. 2022-12-31 | year | relative
two months ago | two months ago | 2025-09-01 .. 2025-09-30 | month | relative
weeks ago | weeks ago | 2025-08-18 .. 2025-10-27 | week | relative
in recent weeks | in recent weeks | 2025-09-15 .. 2025-11-10 | week | relative
over the past six months | over the past six months | 2025-05-10 .. 2025-11-10 | month | relative
in the last two years | in the last two years | 2023-11-10 .. 2025-11-10 | year | relative
the past decade | the past decade | 2015-11-10 .. 2025-11-10 | year | relative
yesterday | yesterday | 2025-11-09 .. 2025-11-09 | day | relative
today | today | 2025-11-10 .. 2025-11-10 | day | relative
last week | last week | 2025-11-03 .. 2025-11-09 | week | relative
this quarter | this quarter | 2025-10-01 .. 2025-12-31 | quarter | relative
earlier this year | earlier this year | 2025-01-01 .. 2025-11-10 | year | relative
later this month | later this month | 2025-11-10 .. 2025-11-30 | month | relative
the end of March 2025 | the end of March 2025 | 2025-03-26 .. 2025-03-31 | week | absolute
early August | early August | 2025-08-01 .. 2025-08-10 | week | relative
by 2030 | by 2030 | - .. 2030-12-31 | year | absolute
before March 2024 | before March 2024 | - .. 2024-02-29 | month | absolute
after June 2025 | after June 2025 | 2025-07-01 .. 2025-11-10 | month | absolute
by last month | by last month | - .. 2025-10-31 | month | relative
May 2025 | May 2025 | 2025-05-01 .. 2025-05-31 | month | absolute
it may march on | -
a model called Q1 | -
2048 tokens | -
Feb 30, 2025 | 2025 | 2025-01-01 .. 2025-12-31 | year | absolute
next May | -
summer 2024 | summer 2024 | 2024-06-01 .. 2024-08-31 | quarter | absolute
in the next six months | in the next six months | 2025-11-10 .. 2026-05-10 | month | relative
until May | until May | - .. 2025-05-31 | month | relative
"""

CHINESE = """
11月9日 | 11月9日 | 2025-11-09 .. 2025-11-09 | day | relative
上月 | 上月 | 2025-10-01 .. 2025-10-31 | month | relative
今年5月 | 今年5月 | 2025-05-01 .. 2025-05-31 | month | relative
去年底 | 去年底 | 2024-11-01 .. 2024-12-31 | month | relative
2025年第三季度 | 2025年第三季度 | 2025-07-01 .. 2025-09-30 | quarter | absolute
近几周 | 近几周 | 2025-09-15 .. 2025-11-10 | week | relative
过去一年 | 过去一年 | 2024-11-10 .. 2025-11-10 | year | relative
2024年初 | 2024年初 | 2024-01-01 .. 2024-04-30 | quarter | absolute
2024年初创企业 | 2024年 | 2024-01-01 .. 2024-12-31 | year | absolute
2024年中国企业 | 2024年 | 2024-01-01 .. 2024-12-31 | year | absolute
到上月 | 到上月 | - .. 2025-10-31 | month | relative
自2022年以来 | 自2022年以来 | 2022-01-01 .. 2025-11-10 | year | absolute
12月 | 12月 | 2024-12-01 .. 2024-12-31 | month | relative
周一 | 周一 | 2025-11-10 .. 2025-11-10 | day | relative
上周三 | 上周三 | 2025-11-05 .. 2025-11-05 | day | relative
上周 | 上周 | 2025-11-03 .. 2025-11-09 | week | relative
本月 | 本月 | 2025-11-01 .. 2025-11-30 | month | relative
下个月 | 下个月 | 2025-12-01 .. 2025-12-31 | month | relative
今天 | 今天 | 2025-11-10 .. 2025-11-10 | day | relative
昨日 | 昨日 | 2025-11-09 .. 2025-11-09 | day | relative
去年 | 去年 | 2024-01-01 .. 2024-12-31 | year | relative
前年 | 前年 | 2023-01-01 .. 2023-12-31 | year | relative
明年 | 明年 | 2026-01-01 .. 2026-12-31 | year | relative
2025年 | 2025年 | 2025-01-01 .. 2025-12-31 | year | absolute
二〇二五年三月 | 二〇二五年三月 | 2025-03-01 .. 2025-03-31 | month | absolute
2025年8月14日 | 2025年8月14日 | 2025-08-14 .. 2025-08-14 | day | absolute
2025年上半年 | 2025年上半年 | 2025-01-01 .. 2025-06-30 | half | absolute
上半年 | 上半年 | 2025-01-01 .. 2025-06-30 | half | relative
三季度 | 三季度 | 2025-07-01 .. 2025-09-30 | quarter | relative
2023年至2025年 | 2023年至2025年 | 2023-01-01 .. 2025-12-31 | year | absolute
3月至5月 | 3月至5月 | 2025-03-01 .. 2025-05-31 | month | relative
3月底 | 3月底 | 2025-03-26 .. 2025-03-31 | week | relative
8月上旬 | 8月上旬 | 2025-08-01 .. 2025-08-10 | week | relative
年底前 | 年底前 | - .. 2025-12-31 | month | relative
到2030年 | 到2030年 | - .. 2030-12-31 | year | absolute
截至2025年9月 | 2025年9月 | 2025-09-01 .. 2025-09-30 | month | absolute
三年前 | 三年前 | 2022-01-01 .. 2022-12-31 | year | relative
两个月前 | 两个月前 | 2025-09-01 .. 2025-09-30 | month | relative
几周前 | 几周前 | 2025-08-18 .. 2025-10-27 | week | relative
近三个月 | 近三个月 | 2025-08-10 .. 2025-11-10 | month | relative
近年来 | 近年来 | 2020-11-10 .. 2025-11-10 | year | relative
过去六个月 | 过去六个月 | 2025-05-10 .. 2025-11-10 | month | relative
最近两年 | 最近两年 | 2023-11-10 .. 2025-11-10 | year | relative
未来三年 | 未来三年 | 2025-11-10 .. 2028-11-10 | year | relative
2026年前 | 2026年前 | - .. 2026-12-31 | year | absolute
自去年5月起 | 自去年5月起 | 2024-05-01 .. 2025-11-10 | month | relative
仅过去数周 | -
月之暗面 | -
四个季度 | -
13月 | -
上月底 | 上月底 | 2025-10-26 .. 2025-10-31 | week | relative
上月15日 | 上月15日 | 2025-10-15 .. 2025-10-15 | day | relative
十月 | 十月 | 2025-10-01 .. 2025-10-31 | month | relative
十二月三十一日 | 十二月三十一日 | 2024-12-31 .. 2024-12-31 | day | relative
2024年末 | 2024年末 | 2024-11-01 .. 2024-12-31 | month | absolute
2025年以后 | 2025年以后 | 2026-01-01 .. - | year | absolute
"""
