"""Measures of use: tokens, pulls, downloads."""

from __future__ import annotations

from collections.abc import Mapping

from weighbridge.measure_wording.said import Said

CHINESE: Mapping[str, Said] = {
    "token_share": Said(
        "token 占比",
        "流经某一路由平台的 token，由谁的模型生成？",
        "某一方模型的输入与输出 token，除以该路由平台同一时段的全部 token。平台未逐一列名的部分可能属于任何一方，"
        "因此占比以上下界给出。",
        (
            "只有一个路由平台，占全球 token 不足 1 %；其用户不能代表全球用户。",
            "token 由各提供商用自己的分词器计数：不同厂商的 token 不是同一单位。",
            "免费和打折的模型会吸引 token；token 既不等于用户，也不等于收入。",
            "token 计入模型的制作方，而不计入提供服务的一方。",
            "最新一天的数值会在下次读取时修订。",
        ),
        of="07fb8329",
    ),
    "pull_share": Said(
        "拉取占比",
        "人们拉取谁的模型到自己的机器上运行？",
        "Ollama 模型库中某一方各名称的拉取次数，除以全部名称的拉取次数；按月（累计计数之差）或按历史累计。",
        (
            "只有一个模型库；何谓一次拉取，没有文档说明。",
            "计数超过 100 万后只精确到 10 万：热门名称的单月数值若较小，就不确定。",
            "一个名称之下有多种规模，因此多数拉取无法归入规模档。",
            "`deepseek-r1` 包含 Qwen 与 Llama 的蒸馏模型：不论 `attribution` 如何选，都归 DeepSeek。",
            "归属未知的部分只计入总数：数值最多因此偏低这么多，区间已包含这一可能。",
            "名称退出清单后不再计数；此前的拉取仍留在累计量中。",
            "2026年7月9日至8月17日之间没有快照：2026年7月和8月的数值按直线推算。",
        ),
        of="f5089c0c",
    ),
    "download_share": Said(
        "下载占比",
        "人们从 Hugging Face Hub 下载谁的模型？",
        "某一方的仓库在最近 30 天的下载量，除以同一清单、同一范围内全部仓库的下载量。这是该清单内的占比，"
        "不是整个 Hub 的占比。",
        (
            "一次下载就是对某个计数文件的一次 HTTP 请求：自动测试和镜像也计入，且无法区分用户。",
            "清单只取排名靠前者：未入选者是缺失，不是零。",
            "各次读数的 30 天时段相互重叠：两次读数之差不是这段时间的流量。",
            "计数会因统计方式而跳变；曾有一个月内跳升 70 倍的记录。",
            "归属未知的部分只计入总数：数值最多因此偏低这么多，区间已包含这一可能。",
            "小文件多的仓库以及每个 GGUF 文件，会被多次计数。",
        ),
        of="d9654e8a",
    ),
    "download_total": Said(
        "累计下载量",
        "在有历史累计计数的来源中，某一方的模型自发布以来被下载了多少次？",
        "同一来源在同一天读到的、某一方各仓库历史累计下载计数之和。",
        (
            "存档的来源只含两个账号：总数只是这两个账号下仓库的总数，不是某个系列或国家的总数。",
            "计数并非只增不减：Hub 会回溯清除刷量。",
            "一次下载是对某个计数文件的一次 HTTP 请求，不是一个用户。",
        ),
        of="2598efef",
    ),
    "relative_adoption": Said(
        "相对采用速度",
        "与同规模模型在相同时点相比，某个模型的采用是否更快？",
        "某官方语言模型从首日到某一时点的下载量，除以同规模模型在相同时点的参考值。若清单中达到该时点的同规模模型"
        "不足十个，则没有参考值，也没有数值。",
        (
            "两种已发表的定义同名而不同尺度。",
            "参考值取自某一清单中达到该时点的模型，而非历来发布的全部模型。",
            "30 天以内，最近 30 天的计数就是发布以来的计数；更晚的时点需要历史累计计数，而有此计数者很少。",
            "首日取仓库的创建日，可能比发布早几天。",
        ),
        of="f48d1688",
    ),
    "concentration": Said(
        "集中度",
        "竞争是否由少数几方主导，这种集中是否在加剧？",
        "一项竞争中各方占比的赫芬达尔—赫希曼指数或基尼系数。",
        (
            "清单未列名的部分可能属于一方，也可能属于上千方：此时指数以上下界给出。",
            "基尼系数取决于清单列出多少方，只宜在同一清单内比较。",
            "成员很少的分组（国家、开放程度）天然集中。",
        ),
        of="5c0b59d1",
    ),
}

# By the English of what is decided, and of each way to decide it.
CHOICES: Mapping[str, str] = {
    "Which of the router's lists: they are different measures and are not spliced.": (
        "取该平台的哪份榜单：它们是不同的测量，不作拼接。"
    ),
    "the 50 most used models a day, and the rest as one row; from 24 May 2026": (
        "每天使用最多的 50 个模型，其余合为一行；2026年5月24日起"
    ),
    "the 15 most used models of the last full week of a month, with the total of all; from Jan 2025": (
        "每月最后一个整周使用最多的 15 个模型，附全体总数；2025年1月起"
    ),
    "the 9 or 10 most used models of a week, without a total; from Sep 2024": (
        "每周使用最多的 9 或 10 个模型，无总数；2024年9月起"
    ),
    "How many days a figure covers; the weekly lists have one window only.": (
        "一个数值涵盖多少天；每周榜单只有一种时段。"
    ),
    "seven days, a full week of habits": "七天，涵盖一整周的使用习惯",
    "one day": "一天",
    "four weeks": "四周",
    "Whether tokens served at no price count.": "免费提供的 token 是否计入。",
    "free use is use": "计入，免费使用也是使用",
    "priced tokens only: no free variants, no cloaked models": "只计收费的 token：不含免费版本和匿名测试模型",
    "Whose a model is that was built on another maker's weights.": "建立在其他厂商权重之上的模型归谁。",
    "who released it": "归发布者",
    "who made the weights it was built on": "归所用权重的制作者",
    "What is done with the part of the total that the list does not name.": "总数中榜单未列名的部分如何处理。",
    "it may belong to anyone: bounds, no point": "可能属于任何一方：只有上下界，没有点值",
    "it is split as the listed part is: a point, on that assumption": "按已列名部分的比例分配：据此假定得出点值",
    "shares of the listed part": "只算已列名部分之中的占比",
    "What is shared out.": "对什么计算占比。",
    "pulls within the month, by differencing the cumulative counters": "当月的拉取次数，由累计计数相减得出",
    "all pulls since a name was listed, at the end of the month": "自列出以来的全部拉取次数，取月末值",
    "Where the month is cut, since the counters are read once a week.": "计数每周只读一次，月份的界线划在何处。",
    "on the straight line between two captures": "在两次快照之间的直线上推算",
    "at the nearest capture": "取最近的一次快照",
    "Which listing of the Hub: each is cut by its own rule, so each is a population of its own.": (
        "取 Hub 的哪份清单：各按自己的规则截取，因此各是一个独立的范围。"
    ),
    "the 300 most downloaded and the 300 most liked repositories, daily from 7 Aug 2026": (
        "下载最多的 300 个和点赞最多的 300 个仓库，2026年8月7日起每天一次"
    ),
    "a growing catalogue of language models, 15 Feb to 10 May 2026": (
        "不断扩充的语言模型目录，2026年2月15日至5月10日"
    ),
    "new, trending and top repositories, one day: 22 Aug 2026": "新建、热门和居前的仓库，仅 2026年8月22日一天",
    "the 30 most downloaded repositories, weekly from 28 Feb 2026": ("下载最多的 30 个仓库，2026年2月28日起每周一次"),
    "the most downloaded language models, read live from the Hub": "从 Hub 实时读取的下载最多的语言模型",
    "Which repositories count.": "哪些仓库计入。",
    "models that read and write text, by the release or the Hub's task tag": (
        "读写文本的模型，依据发布信息或 Hub 的任务标签"
    ),
    "repositories on the curated first-party list of the ATOM Project": "ATOM Project 精选的官方模型清单上的仓库",
    "every repository of the listing, embedding and classic models included": (
        "清单上的每个仓库，包括嵌入模型和传统模型"
    ),
    "What is done with re-uploads and quantisations of another's weights.": "他人权重的转存版和量化版如何处理。",
    "they count for the maker of the weights": "计入权重的制作者",
    "they do not count": "不计入",
    "Which source of all-time counts.": "历史累计计数取自哪个来源。",
    "all repositories of two accounts: RedHatAI to 4 May 2025, ibm-granite to 16 May 2026": (
        "两个账号的全部仓库：RedHatAI 至 2025年5月4日，ibm-granite 至 2026年5月16日"
    ),
    "Which of the two published definitions; their values cannot be compared.": (
        "取两种已发表定义中的哪一种；两者的数值不可比较。"
    ),
    "divided by the tenth most downloaded of its size class at that age, made monotone (ATOM, May 2026)": (
        "除以同规模档在该时点下载量第十位的模型，并作单调化处理（ATOM，2026年5月）"
    ),
    "divided by the median of the ten most downloaded of the size class at that age (ATOM, Jan 2026)": (
        "除以同规模档在该时点下载量前十位的中位数（ATOM，2026年1月）"
    ),
    "How many days after its first day a model is weighed.": "在首日之后第几天衡量一个模型。",
    "14 days": "14 天",
    "7 days": "7 天",
    "30 days": "30 天",
    "60 days": "60 天",
    "90 days": "90 天",
    "180 days": "180 天",
    "365 days": "365 天",
    "Which readings of the Hub are compared.": "比较 Hub 的哪些读数。",
    "new, trending and top repositories, read on 22 Aug 2026": "新建、热门和居前的仓库，2026年8月22日读取",
    "all repositories of two accounts, with all-time counts": "两个账号的全部仓库，附历史累计计数",
    "How the models of a group become one figure.": "一方的多个模型如何归为一个数值。",
    "the most adopted of them": "取其中采用最多者",
    "the median of them": "取其中位数",
    "Which amounts are shared out.": "对哪种数量计算占比。",
    "tokens of the router's daily list, trailing seven days": "路由平台每日榜单的 token，最近七天",
    "pulls of the Ollama library within a month": "Ollama 模型库一个月内的拉取次数",
    "30-day downloads of language models in the largest Hub listing": "Hub 最大清单中语言模型的 30 天下载量",
    "How concentration is summed up.": "集中度如何概括。",
    "Herfindahl-Hirschman index: the sum of squared shares; the chance that two units belong to one group": (
        "赫芬达尔—赫希曼指数：各占比的平方和，即任取两个单位属于同一方的概率"
    ),
    "Gini coefficient over the groups that have any": "在占比不为零的各方之间计算的基尼系数",
}
