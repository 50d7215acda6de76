"""Measures of ability: what models can do, by benchmarks and by people's choices, and how large they are."""

from __future__ import annotations

from collections.abc import Mapping

from weighbridge.measure_wording.said import Said

CHINESE: Mapping[str, Said] = {
    "capability": Said(
        "能力",
        "谁的最强模型能力最高？",
        "由各项基准成绩拟合 sigmoid（斜率 ×（能力 − 难度））得到的模型能力，单位为 Epoch 能力指数的分："
        "Claude 3.5 Sonnet 为 130，GPT-5 为 150。对一方而言，取其届时已发布的最强模型。",
        (
            "基准只测它所问的问题：答案简短、可以核对的任务，所占分量比在实际工作中更大。",
            "每出现一项新成绩，全部能力值都会变动：只宜在同一次拟合内比较，不可比较两个日期的数值。",
            "发布哪些成绩由厂商决定，多数基准又是公开的：题目泄漏会抬高成绩。",
            "开放也包括适用自定条款的权重；托管模型所用的设置，可能无人能够下载。",
            "众多模型中的最强者是事后选出的：其区间取每次重抽样中最强者的区间。",
        ),
        of="f0e25d6a",
    ),
    "capability_lag": Said(
        "能力落后时间",
        "一方的最强模型落后另一方多少个月？",
        "按 `capability` 的标尺，两方各自“迄今最强”之间相隔的时间；“迄今最强”指截至当日已发布模型中的最高能力。"
        "前者为追赶者，后者为领先者；负值表示追赶者在前。一个月为 365.25 / 12 天。",
        (
            "各种定义回答不同的问题：某一水平已有多久，两条路径相距多远，一项纪录保持多久。",
            "`time_since` 每过一天增加一天，一有新发布就下降：某一天的数值只是锯齿上的一点。",
            "`mean_distance` 只计双方都已达到的水平：追赶者尚未达到的不在其中。",
            "没有成绩的发布就没有能力值：最新模型尚未测试的一方，看起来落后更多。",
            "选 `not_significant` 时，测得不准的模型与许多模型不分高下：所知越少，差距越短。",
            "发布日是权重或服务的发布日，不是训练完成日：领先者若推迟发布，看起来就更近。",
        ),
        of="1f94d03f",
    ),
    "arena_rating": Said(
        "竞技场等级分",
        "看到两个答案而不知作者时，人们更喜欢谁的最佳模型？",
        "某日 LMArena 某榜单上，一方评分最高模型的等级分，及发布者给出的 95 % 区间。高出 100 分，"
        "意味着在 100 次分出胜负的比较中有 64 次被选中。",
        (
            "等级分只宜在同一榜单的同一天内比较：2025年5月至6月，模型的中位数上升了 21 分。",
            "更早月份没有公布控制文风的榜单：该项领先无法逐月追溯。",
            "在不加控制的文本榜单上，篇幅长、排版好的答案更易得票。",
            "众多模型中的最佳者，部分是运气最好者：判定领先的抽样考虑了这一点，区间没有。",
            "人们选择自己喜欢的答案，喜欢的未必正确。",
            "参赛模型由厂商决定，有的厂商先测试多个变体，再公布其中一个。",
            "模型会从榜单上撤下：一方的数值下降，可能是因为其最佳模型被撤下。",
            "按模型看时，名称以发布者为准：若从某一榜单起改了写法，就会出现两次。",
            "厂商未知的模型可能属于任何一方：区间因此上延到该模型的高度。",
        ),
        of="50e9c8ae",
    ),
    "model_size": Said(
        "模型规模",
        "谁在做更大的模型？",
        "月末代表一方的模型的总参数或激活参数。",
        (
            "闭源模型的厂商不公布规模：若最强模型是其中之一，则没有数值。",
            "混合专家模型的总参数大，决定存储；激活参数小，决定计算费用。",
            "同时发布多种规模时，精选清单上的每个仓库各计一次。",
        ),
        of="c8d67dcf",
    ),
}

# By the English of what is decided, and of each way to decide it.
CHOICES: Mapping[str, str] = {
    "Which benchmarks count.": "哪些基准计入。",
    "all that the publisher of the scores puts into its index": "成绩发布者纳入其指数的全部基准",
    "those of mathematics alone: an index of its own": "仅数学类：自成一个指数",
    "those of programming alone: an index of its own": "仅编程类：自成一个指数",
    "those of reasoning and knowledge alone: an index of its own": "仅推理与知识类：自成一个指数",
    "those of agentic tasks alone: an index of its own": "仅智能体任务类：自成一个指数",
    "Which of them are left out, to see how much rests on them.": "去掉其中哪些，以看结果在多大程度上取决于它们。",
    "none": "都不去掉",
    "each benchmark in turn: bounds over all these fits, and no point": (
        "逐一去掉每项基准：取全部这些拟合的上下界，没有点值"
    ),
    "those of mathematics": "数学类",
    "those of programming": "编程类",
    "those of reasoning and knowledge": "推理与知识类",
    "those of agentic tasks": "智能体任务类",
    "How a score follows from ability.": "能力如何决定成绩。",
    "each benchmark has a difficulty and a slope of its own": "每项基准各有难度与斜率",
    "each benchmark has a difficulty; all share one slope (Rasch)": "每项基准各有难度，斜率相同（Rasch 模型）",
    "What is drawn again for the interval.": "为求区间，对什么重抽样。",
    "what scores are off the curve, among scores with a like fitted value: all scores stay": (
        "成绩偏离曲线的残差，在拟合值相近的成绩之间抽取：全部成绩都保留"
    ),
    "each model's scores among themselves, as Epoch does: every model keeps its number": (
        "在每个模型自己的成绩之间抽取，与 Epoch 的做法相同：各模型的成绩数目不变"
    ),
    "all scores alike: a model with few may lose all": "全部成绩一视同仁：成绩少的模型可能一项不剩",
    "benchmarks with all their scores: what if others had been chosen": (
        "连同全部成绩抽取基准：假如当初选了别的基准会怎样"
    ),
    "benchmarks, then each model's scores on those drawn": "先抽取基准，再抽取各模型在所抽基准上的成绩",
    "Which line takes a draw to points.": "每次抽样按哪条直线换算为分。",
    "each draw's own, as Epoch does: the two models have their points in every draw": (
        "各次抽样自己的直线，与 Epoch 的做法相同：两个定标模型在每次抽样中分数不变"
    ),
    "the fit's, after the anchor benchmark is set to difficulty 0: the two models vary too": (
        "原拟合的直线，先把锚定基准的难度设为 0：两个定标模型也会变动"
    ),
    "What is called a lag; three published definitions, and means of two of them.": (
        "何谓差距：三种已发表的定义，以及其中两种的平均。"
    ),
    "on a day, the time since the leader first had the follower's best (Epoch, Jan 2026)": (
        "某日距领先者首次达到追赶者最强水平已有多久（Epoch，2026年1月）"
    ),
    "the mean of that over all days since 2023 on which both have a record": (
        "上述时间在 2023年以来双方均有纪录的各日的平均"
    ),
    "the mean over levels that both reached of how much later the follower did (Epoch, Oct 2025)": (
        "在双方都已达到的各水平上，追赶者平均晚多久（Epoch，2025年10月）"
    ),
    "the median time until a record of the leader is reached; what is not reached yet still waits": (
        "领先者的一项纪录被追上所需时间的中位数；尚未追上的仍在等待"
    ),
    "the mean of that time, up to the longest one": "上述时间的平均，算到其中最长者为止",
    "When a follower's model has reached a level of the leader.": "追赶者的模型何时算达到领先者的某一水平。",
    "when its ability is as high": "能力与之相等时",
    "when its ability is not significantly lower (90 %), as Epoch counted in Oct 2025": (
        "能力并非显著较低时（90 %），与 Epoch 2025年10月的算法相同"
    ),
    "Which of the days since 2023 `mean_time_since` takes.": "`mean_time_since` 取 2023年以来的哪些日子。",
    "all: their mean": "全部日子：取平均",
    "the day with the shortest time": "时间最短的一天",
    "the day with the longest time": "时间最长的一天",
    "What measures ability.": "用什么衡量能力。",
    "scores on benchmarks, fitted as in `capability`": "各项基准的成绩，拟合方法同 `capability`",
    "people's choices: ratings of Arena's text board, with its intervals, to Aug 2025": (
        "人们的选择：Arena 文本榜单的等级分及其区间，至 2025年8月"
    ),
    "From which fit or board a past day is judged.": "过去某日的情形依据哪次拟合或哪份榜单判断。",
    "from the newest, month by month: all that is known by now of the models of then": (
        "依据最新一次，逐月判断：用如今对当时模型所知的一切"
    ),
    "quarter by quarter from a fit of the models out by then, on all benchmarks": (
        "逐季依据对当时已发布模型的拟合，用全部基准"
    ),
    "the same, only on benchmarks of which it is known that they were out too; or each board's day": (
        "同上，但只用已知当时也已公布的基准；榜单则取其当日"
    ),
    "Which of the publisher's boards: each has a scale of its own.": "取发布者的哪份榜单：各有自己的尺度。",
    "text board as published, monthly from Jun 2024 to Aug 2025, with intervals": (
        "原样发布的文本榜单，2024年6月至2025年8月每月一份，有区间"
    ),
    "text board with length and formatting held equal, 11 Dec 2025, with intervals": (
        "控制篇幅与排版的文本榜单，2025年12月11日，有区间"
    ),
    "text board of 98 days from May 2023 to Feb 2025, without intervals": (
        "2023年5月至2025年2月间 98 天的文本榜单，无区间"
    ),
    "Which questions count: each kind is fitted on a scale of its own; other kinds than all are on one board alone.": (
        "哪些问题计入：每类各按自己的尺度拟合；除全部问题外，其余各类只见于一份榜单。"
    ),
    "all of them": "全部问题",
    "in Chinese": "中文问题",
    "in English": "英文问题",
    "on code": "编程问题",
    "on mathematics": "数学问题",
    "hard ones, by the publisher's own criteria": "难题，按发布者自己的标准",
    "with several instructions to follow": "须遵循多项指令的问题",
    "on creative writing": "创意写作",
    "with more than one turn": "多轮对话",
    "Which parameters are counted: of a mixture of experts a token uses a part.": (
        "计哪些参数：混合专家模型处理每个 token 只用到一部分。"
    ),
    "all that must be stored": "须存储的全部参数",
    "those that one token uses: nearer to compute": "处理一个 token 所用的参数：更接近计算量",
    "Which model speaks for a group.": "哪个模型代表一方。",
    "its most capable model released by then": "届时已发布的能力最强的模型",
    "the largest that it released in the twelve months before": "此前十二个月内发布的最大模型",
    "the middle of what it released in the twelve months before": "此前十二个月内所发布模型的中位数",
    "those in the matrix of benchmark scores": "基准成绩表中的模型",
    "repositories on the curated list of first-party language models, each size by itself": (
        "官方语言模型精选清单上的仓库，各规模分别计"
    ),
}
