"""Expressions and what they mean: text, the words of the quantity, value, allowed values, unit and hedge.

One line for each quantity; `-` alone where a text holds none. `1/3` is a third.
"""

from __future__ import annotations

ENGLISH = """
It holds over 40 % of new models. | over 40 % | 0.4 | 0.4 .. - | share | over
Some 385.3 million downloads | Some 385.3 million downloads | 385300000 | 346770000 .. 423830000 | downloads | about
There were 385.3 million downloads. | 385.3 million downloads | 385300000 | 385250000 .. 385350000 | downloads | exact
around 80% of startups | around 80% | 0.8 | 0.72 .. 0.88 | share | about
as much as 40% cheaper | as much as 40% | 0.4 | - .. 0.405 | share | as_much_as
up to 40 percent | up to 40 percent | 0.4 | - .. 0.405 | share | as_much_as
as many as 300 models | as many as 300 models | 300 | - .. 300 | models | as_much_as
at least 30 tools | at least 30 | 30 | 30 .. - | plain | at_least
no fewer than 30 tools | no fewer than 30 | 30 | 30 .. - | plain | at_least
at most 15% | at most 15% | 0.15 | - .. 0.15 | share | at_most
no more than 20 models | no more than 20 models | 20 | - .. 20 | models | at_most
fewer than 10 people | fewer than 10 people | 10 | - .. 10 | people | under
under 10B parameters | under 10B parameters | 10000000000 | - .. 10000000000 | parameters | under
less than half of the models | less than half | 0.5 | - .. 0.5 | share | under
nearly 40% | nearly 40% | 0.4 | 0.36 .. 0.4 | share | nearly
almost half of all downloads | almost half | 0.5 | 0.45 .. 0.5 | share | nearly
just over 40% | just over 40% | 0.4 | 0.4 .. 0.44 | share | over
just under a third of the total | just under a third | 1/3 | 0.3 .. 1/3 | share | nearly
well over 100,000 derivatives | well over 100,000 derivatives | 100000 | 100000 .. - | derivatives | over
more than 300 companies | more than 300 companies | 300 | 300 .. - | organisations | over
half of the users | half | 0.5 | 0.45 .. 0.55 | share | exact
half a million downloads | half a million downloads | 500000 | 495000 .. 505000 | downloads | exact
one half of the models | one half | 0.5 | 0.45 .. 0.55 | share | exact
a third of users | a third | 1/3 | 0.3 .. 1.1/3 | share | exact
two-thirds of them | two-thirds | 2/3 | 0.6 .. 2.2/3 | share | exact
three quarters of the firms | three quarters | 0.75 | 0.675 .. 0.825 | share | exact
one in five startups | one in five | 0.2 | 0.18 .. 0.22 | share | exact
3 out of 10 models | 3 out of 10 | 0.3 | 0.27 .. 0.33 | share | exact
a majority of developers | a majority of | 0.5 | 0.5 .. - | share | over
most of the models | most of | 0.5 | 0.5 .. - | share | over
twice as many downloads | twice | 2 | 1.8 .. 2.2 | times | exact
downloads doubled | doubled | 2 | 1.8 .. 2.2 | times | exact
prices were halved | halved | 0.5 | 0.45 .. 0.55 | times | exact
ten times more engineers | ten times | 10 | 9.5 .. 10.5 | times | exact
10x cheaper | 10x | 10 | 9.5 .. 10.5 | times | exact
3.5x faster | 3.5x | 3.5 | 3.45 .. 3.55 | times | exact
a threefold rise | threefold | 3 | 2.7 .. 3.3 | times | exact
10-fold growth | 10-fold | 10 | 9.5 .. 10.5 | times | exact
an order of magnitude cheaper | an order of magnitude | 10 | 3.16 .. 31.6 | times | about
two orders of magnitude | two orders of magnitude | 100 | 31.6 .. 316 | times | about
a dozen models | a dozen models | 12 | 12 .. 12 | models | exact
two dozen models | two dozen models | 24 | 24 .. 24 | models | exact
dozens of models | dozens of models | - | 24 .. - | models | several
hundreds of models | hundreds of models | - | 200 .. - | models | several
tens of thousands of models | tens of thousands of models | - | 20000 .. - | models | several
several hundred models | several hundred models | - | 300 .. - | models | several
a few thousand downloads | a few thousand downloads | - | 2000 .. - | downloads | several
millions of users | millions of users | - | 2000000 .. - | people | several
billions of dollars | billions of dollars | - | 2000000000 .. - | usd | several
thirty tools | thirty | 30 | 30 .. 30 | plain | exact
twenty-five models | twenty-five models | 25 | 25 .. 25 | models | exact
two hundred and fifty thousand pulls | two hundred and fifty thousand pulls | 250000 | 245000 .. 255000 | pulls | exact
two and a half years | two and a half years | 2.5 | 2.25 .. 2.75 | years | exact
30-40% | 30-40% | - | 0.3 .. 0.4 | share | between
between 30 and 40 percent | between 30 and 40 percent | - | 0.3 .. 0.4 | share | between
from 1 % to 30 % | 1 % | 0.01 | 0.005 .. 0.015 | share | exact
from 1 % to 30 % | 30 % | 0.3 | 0.295 .. 0.305 | share | exact
ranging from 1 % to 30 % | ranging from 1 % to 30 % | - | 0.01 .. 0.3 | share | between
10 to 15 million downloads | 10 to 15 million downloads | - | 10000000 .. 15000000 | downloads | between
$10-15 million | $10-15 million | - | 10000000 .. 15000000 | usd | between
$200,000 each | $200,000 | 200000 | 195000 .. 205000 | usd | exact
$200 million contract | $200 million | 200000000 | 195000000 .. 205000000 | usd | exact
$200m contract | $200m | 200000000 | 195000000 .. 205000000 | usd | exact
US$5.6 million | US$5.6 million | 5600000 | 5550000 .. 5650000 | usd | exact
5.6 million dollars | 5.6 million dollars | 5600000 | 5550000 .. 5650000 | usd | exact
a €30 billion plan | €30 billion | 30000000000 | 29500000000 .. 30500000000 | other_money | exact
30 billion yuan | 30 billion yuan | 30000000000 | 29500000000 .. 30500000000 | cny | exact
$2.19 per million tokens | $2.19 per million tokens | 2.19 | 2.185 .. 2.195 | usd_per_mtok | exact
$0.55/M tokens | $0.55/M tokens | 0.55 | 0.545 .. 0.555 | usd_per_mtok | exact
$15 per 1M output tokens | $15 per 1M output tokens | 15 | 14.5 .. 15.5 | usd_per_mtok | exact
$0.002 per thousand tokens | $0.002 per thousand tokens | 2 | 1.95 .. 2.05 | usd_per_mtok | exact
between $2 and $3 per million tokens | between $2 and $3 per million tokens | - | 2 .. 3 | usd_per_mtok | between
1.5 trillion parameters | 1.5 trillion parameters | 1500000000000 | 1450000000000 .. 1550000000000 | parameters | exact
a 671B model | 671B model | 671000000000 | 670500000000 .. 671500000000 | parameters | exact
7B parameters | 7B parameters | 7000000000 | 6500000000 .. 7500000000 | parameters | exact
models of 7B-14B parameters | 7B-14B parameters | - | 7000000000 .. 14000000000 | parameters | between
a 32-billion-parameter model | 32-billion-parameter | 32000000000 | 31500000000 .. 32500000000 | parameters | exact
100K tokens | 100K tokens | 100000 | 95000 .. 105000 | tokens | exact
1.2 trillion tokens | 1.2 trillion tokens | 1200000000000 | 1150000000000 .. 1250000000000 | tokens | exact
1,060 models | 1,060 models | 1060 | 1055 .. 1065 | models | exact
1.060 points | 1.060 points | 1.06 | 1.0595 .. 1.0605 | points | exact
1.060.000 downloads | 1.060.000 downloads | 1060000 | 1055000 .. 1065000 | downloads | exact
1,06 points | -
a 40-point lead | 40-point | 40 | 39.5 .. 40.5 | points | exact
fell by 5 percentage points | 5 percentage points | 5 | 4.5 .. 5.5 | percentage_points | exact
1,287 Elo points | 1,287 Elo points | 1287 | 1286.5 .. 1287.5 | points | exact
six months behind | six months | 6 | 5.5 .. 6.5 | months | exact
lags by about 7 months | about 7 months | 7 | 6.3 .. 7.7 | months | about
a seven-month lag | seven-month | 7 | 6.5 .. 7.5 | months | exact
weeks after the order | weeks | - | 2 .. - | weeks | several
a few months later | a few months | - | 2 .. - | months | several
several months | several months | - | 3 .. - | months | several
ranked second | ranked second | 2 | 2 .. 2 | rank | exact
No. 1 in the store | No. 1 | 1 | 1 .. 1 | rank | exact
the third-largest lab | third-largest | 3 | 3 .. 3 | rank | exact
first place | first place | 1 | 1 .. 1 | rank | exact
in the top ten | top ten | 10 | 1 .. 10 | rank | at_most
a top-5 model | top-5 | 5 | 1 .. 5 | rank | at_most
30+ models | 30+ models | 30 | 30 .. - | models | at_least
40% or more | 40% or more | 0.4 | 0.4 .. - | share | at_least
30 or so models | 30 or so models | 30 | 27 .. 33 | models | about
13 different AI models | 13 | 13 | 13 .. 13 | models | exact
1,000 models | 1,000 models | 1000 | 950 .. 1050 | models | exact
200 models | 200 models | 200 | 200 .. 200 | models | exact
downloads of Qwen reached 385 million | 385 million | 385000000 | 384500000 .. 385500000 | downloads | exact
from 10 to 20 companies | 10 | 10 | 10 .. 10 | organisations | exact
from 10 to 20 companies | 20 companies | 20 | 20 .. 20 | organisations | exact
GPT-4 and Qwen3-235B | -
Llama 4 models | -
Group 1 [2][3] | -
at 10:10 on 2025-08-14 | -
call 025-86163400 or a1@b.com | -
the six little dragons | -
one model | -
version 3.1.2 | -
8K standards | -
B2B and G7 | -
9988.HK | -
Over three million developers | Over three million developers | 3000000 | 3000000 .. - | people | over
a fifth of all tokens | a fifth | 0.2 | 0.18 .. 0.22 | share | exact
HK$5 million | HK$5 million | 5000000 | 4950000 .. 5050000 | other_money | exact
30 cents | 30 cents | 0.3 | 0.295 .. 0.305 | usd | exact
5 million pulls | 5 million pulls | 5000000 | 4950000 .. 5050000 | pulls | exact
about 20 derivatives | about 20 derivatives | 20 | 18 .. 22 | derivatives | about
2x the size | 2x | 2 | 1.8 .. 2.2 | times | exact
half a year | half a year | 0.5 | 0.4 .. 0.6 | years | exact
the first half of 2025 | -
more than twice the downloads | more than twice | 2 | 2 .. - | times | over
nearly three times as many | nearly three times | 3 | 2.7 .. 3 | times | nearly
1.2bn tokens | 1.2bn tokens | 1200000000 | 1150000000 .. 1250000000 | tokens | exact
20 percent or less | 20 percent or less | 0.2 | - .. 0.2 | share | at_most
≥ 30 models | ≥ 30 models | 30 | 30 .. - | models | at_least
~50 models | ~50 models | 50 | 45 .. 55 | models | about
roughly a quarter of them | roughly a quarter | 0.25 | 0.225 .. 0.275 | share | about
"""

CHINESE = """
八成 | 八成 | 0.8 | 0.75 .. 0.85 | share | exact
近三分之一 | 近三分之一 | 1/3 | 0.3 .. 1/3 | share | nearly
过半 | 过半 | 0.5 | 0.5 .. - | share | over
超过一半的模型 | 超过一半 | 0.5 | 0.5 .. - | share | over
一半以上的用户 | 一半以上 | 0.5 | 0.5 .. - | share | at_least
三分之二 | 三分之二 | 2/3 | 0.6 .. 2.2/3 | share | exact
三分之一左右 | 三分之一左右 | 1/3 | 0.3 .. 1.1/3 | share | about
百分之四十 | 百分之四十 | 0.4 | 0.395 .. 0.405 | share | exact
百分之零点五 | 百分之零点五 | 0.005 | 0.0045 .. 0.0055 | share | exact
四成半 | 四成半 | 0.45 | 0.445 .. 0.455 | share | exact
七成五 | 七成五 | 0.75 | 0.745 .. 0.755 | share | exact
七八成 | 七八成 | - | 0.7 .. 0.8 | share | between
逾四成 | 逾四成 | 0.4 | 0.4 .. - | share | over
不到两成 | 不到两成 | 0.2 | - .. 0.2 | share | under
约八成的企业 | 约八成 | 0.8 | 0.72 .. 0.88 | share | about
40%以上 | 40%以上 | 0.4 | 0.4 .. - | share | at_least
40%左右 | 40%左右 | 0.4 | 0.36 .. 0.44 | share | about
约40% | 约40% | 0.4 | 0.36 .. 0.44 | share | about
超过40% | 超过40% | 0.4 | 0.4 .. - | share | over
近40% | 近40% | 0.4 | 0.36 .. 0.4 | share | nearly
不足15% | 不足15% | 0.15 | - .. 0.15 | share | under
降至15% | 15% | 0.15 | 0.145 .. 0.155 | share | exact
高达40% | 40% | 0.4 | 0.395 .. 0.405 | share | exact
最多40% | 最多40% | 0.4 | - .. 0.4 | share | at_most
至少30个模型 | 至少30个模型 | 30 | 30 .. - | models | at_least
不少于30家企业 | 不少于30家企业 | 30 | 30 .. - | organisations | at_least
不超过20款模型 | 不超过20款模型 | 20 | - .. 20 | models | at_most
30%-40% | 30%-40% | - | 0.3 .. 0.4 | share | between
30%至40% | 30%至40% | - | 0.3 .. 0.4 | share | between
从1%升至30% | 1% | 0.01 | 0.005 .. 0.015 | share | exact
从1%升至30% | 30% | 0.3 | 0.295 .. 0.305 | share | exact
介于30%和40%之间 | 介于30%和40%之间 | - | 0.3 .. 0.4 | share | between
增长一倍 | 一倍 | 2 | 1.8 .. 2.2 | times | exact
下载量翻番 | 翻番 | 2 | 1.8 .. 2.2 | times | exact
下载量翻了两番 | 翻了两番 | 4 | 3.6 .. 4.4 | times | exact
增长了两倍 | 两倍 | 3 | 2.7 .. 3.3 | times | exact
是去年的三倍 | 三倍 | 3 | 2.7 .. 3.3 | times | exact
高出三倍 | 三倍 | 4 | 3.6 .. 4.4 | times | exact
便宜十倍 | 十倍 | 10 | 9.5 .. 10.5 | times | exact
相差一个数量级 | 一个数量级 | 10 | 3.16 .. 31.6 | times | about
减半 | 减半 | 0.5 | 0.45 .. 0.55 | times | exact
3.853亿次下载 | 3.853亿次下载 | 385300000 | 385250000 .. 385350000 | downloads | exact
下载量达3.853亿次 | 3.853亿次 | 385300000 | 385250000 .. 385350000 | downloads | exact
1060万次下载 | 1060万次下载 | 10600000 | 10550000 .. 10650000 | downloads | exact
50万次下载 | 50万次下载 | 500000 | 495000 .. 505000 | downloads | exact
10.6亿次 | 10.6亿次 | 1060000000 | 1055000000 .. 1065000000 | plain | exact
三亿五千万次下载 | 三亿五千万次下载 | 350000000 | 345000000 .. 355000000 | downloads | exact
一千零六十万次下载 | 一千零六十万次下载 | 10600000 | 10550000 .. 10650000 | downloads | exact
约30个内部工具 | 约30个 | 30 | 27 .. 33 | plain | about
十多个不同的模型 | 十多个 | 10 | 10 .. 20 | models | over
十几个模型 | 十几个模型 | - | 11 .. 20 | models | several
几十个模型 | 几十个模型 | - | 20 .. 100 | models | several
数十个模型 | 数十个模型 | - | 20 .. 100 | models | several
数百个模型 | 数百个模型 | - | 200 .. 1000 | models | several
数十亿美元 | 数十亿美元 | - | 2000000000 .. 10000000000 | usd | several
上百个模型 | 上百个模型 | - | 100 .. - | models | several
三四个模型 | 三四个模型 | - | 3 .. 4 | models | between
30多个模型 | 30多个模型 | 30 | 30 .. 40 | models | over
100多万个模型 | 100多万个模型 | 1000000 | 1000000 .. 2000000 | models | over
3亿多次下载 | 3亿多次下载 | 300000000 | 300000000 .. 400000000 | downloads | over
三十余家企业 | 三十余家企业 | 30 | 30 .. 40 | organisations | over
两家公司 | 两家公司 | 2 | 2 .. 2 | organisations | exact
一家公司 | -
五款开源模型 | 五款开源模型 | 5 | 5 .. 5 | models | exact
200万名工程师 | 200万名工程师 | 2000000 | 1950000 .. 2050000 | people | exact
20万美元 | 20万美元 | 200000 | 195000 .. 205000 | usd | exact
2亿美元 | 2亿美元 | 200000000 | 195000000 .. 205000000 | usd | exact
约100亿美元 | 约100亿美元 | 10000000000 | 9000000000 .. 11000000000 | usd | about
30亿元人民币 | 30亿元人民币 | 3000000000 | 2950000000 .. 3050000000 | cny | exact
每百万token 2.19美元 | 2.19美元 | 2.19 | 2.185 .. 2.195 | usd_per_mtok | exact
每百万输入tokens仅需0.5元 | 0.5元 | 0.5 | 0.495 .. 0.505 | cny_per_mtok | exact
2.19美元/百万tokens | 2.19美元/百万tokens | 2.19 | 2.185 .. 2.195 | usd_per_mtok | exact
1.5万亿参数 | 1.5万亿参数 | 1500000000000 | 1450000000000 .. 1550000000000 | parameters | exact
6710亿参数 | 6710亿参数 | 671000000000 | 670950000000 .. 671050000000 | parameters | exact
70亿个参数 | 70亿个参数 | 7000000000 | 6950000000 .. 7050000000 | parameters | exact
1.2万亿token | 1.2万亿token | 1200000000000 | 1150000000000 .. 1250000000000 | tokens | exact
落后六个月 | 六个月 | 6 | 5.5 .. 6.5 | months | exact
落后约7个月 | 约7个月 | 7 | 6.3 .. 7.7 | months | about
三个月 | 三个月 | 3 | 2.5 .. 3.5 | months | exact
一年半 | 一年半 | 1.5 | 1.25 .. 1.75 | years | exact
三个半月 | 三个半月 | 3.5 | 3.25 .. 3.75 | months | exact
半年 | 半年 | 0.5 | 0.4 .. 0.6 | years | exact
数周 | 数周 | - | 2 .. 10 | weeks | several
几个月 | 几个月 | - | 2 .. 10 | months | several
领先40分 | 40分 | 40 | 39.5 .. 40.5 | points | exact
下降5个百分点 | 5个百分点 | 5 | 4.5 .. 5.5 | percentage_points | exact
排名第一 | 排名第一 | 1 | 1 .. 1 | rank | exact
第三名 | 第三名 | 3 | 3 .. 3 | rank | exact
全球第二 | 全球第二 | 2 | 2 .. 2 | rank | exact
位列前十 | 前十 | 10 | 1 .. 10 | rank | at_most
榜首 | 榜首 | 1 | 1 .. 1 | rank | exact
前五名 | 前五名 | 5 | 1 .. 5 | rank | at_most
近两亿次下载 | 近两亿次下载 | 200000000 | 180000000 .. 200000000 | downloads | nearly
将近三成 | 将近三成 | 0.3 | 0.27 .. 0.3 | share | nearly
略高于四成 | 略高于四成 | 0.4 | 0.4 .. 0.44 | share | over
1万个衍生模型 | 1万个衍生模型 | 10000 | 9500 .. 10500 | derivatives | exact
超10万个衍生模型 | 超10万个衍生模型 | 100000 | 100000 .. - | derivatives | over
30余款模型 | 30余款模型 | 30 | 30 .. 40 | models | over
12,300个模型 | 12,300个模型 | 12300 | 12250 .. 12350 | models | exact
千问系列 | -
三星和百度 | -
六小龙 | -
两万五千个模型 | 两万五千个模型 | 25000 | 24500 .. 25500 | models | exact
三万五 | -
通义千问3团队 | -
第一季度 | -
五分之一 | 五分之一 | 0.2 | 0.18 .. 0.22 | share | exact
增长200% | 200% | 2 | 1.995 .. 2.005 | share | exact
多出一半 | 一半 | 0.5 | 0.45 .. 0.55 | share | exact
翻倍 | 翻倍 | 2 | 1.8 .. 2.2 | times | exact
数以百计 | 数以百计 | - | 200 .. - | plain | several
每百万tokens 2至3元 | 2至3元 | - | 2 .. 3 | cny_per_mtok | between
两三个月 | 两三个月 | - | 2 .. 3 | months | between
超十亿参数 | 超十亿参数 | 1000000000 | 1000000000 .. - | parameters | over
约占四分之一 | 约占四分之一 | 0.25 | 0.225 .. 0.275 | share | about
100人 | 100人 | 100 | 100 .. 100 | people | exact
20%-30%之间 | 20%-30%之间 | - | 0.2 .. 0.3 | share | between
40%多 | 40%多 | 0.4 | 0.4 .. - | share | over
不低于八成 | 不低于八成 | 0.8 | 0.8 .. - | share | at_least
3倍以上 | 3倍以上 | 3 | 3 .. - | times | at_least
近十倍 | 近十倍 | 10 | 9 .. 10 | times | nearly
提升5倍 | 5倍 | 6 | 5.5 .. 6.5 | times | exact
第二名 | 第二名 | 2 | 2 .. 2 | rank | exact
1,060个模型 | 1,060个模型 | 1060 | 1055 .. 1065 | models | exact
每千token 0.002美元 | 0.002美元 | 2 | 1.95 .. 2.05 | usd_per_mtok | exact
三十个百分点 | 三十个百分点 | 30 | 29.5 .. 30.5 | percentage_points | exact
不到半年 | 不到半年 | 0.5 | - .. 0.5 | years | under
1.2万个tokens | 1.2万个tokens | 12000 | 11500 .. 12500 | tokens | exact
3000名开发者 | 3000名开发者 | 3000 | 2950 .. 3050 | people | exact
"""
