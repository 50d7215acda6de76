"""What measures say of intervals, of no race and of missing figures, in simplified Chinese; they say it in English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter

from weighbridge import chinese_names, measure_wording, wording

_JOINT = "; "  # between the parts of a text
_DRAWN = "把账号分为 {} 组重抽样：同一账号上传的仓库不拆开"
# By the English, with gaps; the first that fits is taken.
REASONS: Mapping[str, str] = {
    # How intervals come about
    "worst-case bounds over the unlisted rest and unknown names": "未列名部分与归属未知的名称按最坏情形给出上下界",
    "worst-case bound over unknown names": "归属未知的名称按最坏情形给出上界",
    "worst-case bound over repositories of unknown group": "归属未知的仓库按最坏情形给出上界",
    "worst-case bound over derivatives whose base's group is unknown": "基座归属未知的衍生模型按最坏情形给出上界",
    "worst-case bounds": "按最坏情形给出上下界",
    "none: a complete count": "无区间：计数完整",
    "none: a complete count of the listing": "无区间：对该清单的计数完整",
    "none: one reading of each model": "无区间：每个模型只有一次读数",
    "none: this board states no intervals": "无区间：该榜单未给出",
    "none: prices as listed": "无区间：价格即标价",
    "none: the largest of those whose size is stated": "无区间：取已公布规模者中最大的",
    "rounding of the counters (uniform) and place between two captures (beta), {} draws, {} %": (
        "计数的舍入（均匀分布）与两次快照之间的位置（贝塔分布），抽样 {} 次，{} %"
    ),
    "rounding of the published counts, normal sum of uniform errors, {} %": (
        "所公布计数的舍入：均匀误差之和按正态分布近似，{} %"
    ),
    "bootstrap over {} parts of the accounts: what one account uploads stays together": _DRAWN,
    "the wider of Wilson's interval and of a bootstrap over {} parts of the accounts: what one account uploads stays "
    "together": f"取 Wilson 区间与重抽样区间中较宽者；{_DRAWN}",
    "Kaplan-Meier with the log-log band of Greenwood's variance (Brookmeyer and Crowley)": (
        "Kaplan–Meier 估计，取 Greenwood 方差的双对数区间（Brookmeyer 与 Crowley 方法）"
    ),
    "Kaplan-Meier with the log-log band of Greenwood's variance": "Kaplan–Meier 估计，取 Greenwood 方差的双对数区间",
    "areas below the band": "取区间以下的面积",
    "resamples of {}, {} draws, {} %, of a fit for each quarter": "逐季各作一次拟合，对{}重抽样 {} 次，{} %",
    "resamples of {}, {} draws, {} %": "对{}重抽样 {} 次，{} %",
    "lowest and highest of {} fits that leave out one benchmark each": "逐一去掉一项基准，取 {} 次拟合的最低与最高",
    "not joined to the rest and left out: {} and {} more": "与其余部分没有联系而略去：{}，另有 {} 项",
    "not joined to the rest and left out: {}": "与其余部分没有联系而略去：{}",
    "the fit did not converge": "拟合未收敛",
    "of one score alone none": "只有一项成绩时无区间",
    "{} draws from the publisher's {} % intervals, each rating by itself": (
        "在发布者的 {1} % 区间内抽样 {0} 次，各等级分分别抽取"
    ),
    "the lag in each draw of all abilities together, the middle {} % of draws by mid-ranks, which held the true lag in "
    "{} % of simulations": "每次同时抽取全部能力并求差距，按平均秩取居中的 {} % 抽样；模拟中有 {} % 的情形包含真实差距",
    "the lag in each draw of all abilities together, the middle {} % of draws by mid-ranks, as simulations of the "
    "default choices found": "每次同时抽取全部能力并求差距，按平均秩取居中的 {} % 抽样，这一比例由默认选项的模拟得出",
    "the lag in each draw of all abilities together, the middle {} % of draws by mid-ranks": (
        "每次同时抽取全部能力并求差距，按平均秩取居中的 {} % 抽样"
    ),
    "the publisher's, of the best-rated model, widened to models whose group is not known": (
        "发布者对评分最高模型给出的区间，并扩大到归属未知的模型"
    ),
    "leads by {} draws of every rating, normal and independent, {} %": (
        "领先与否由全部等级分的 {} 次抽样判定，正态且相互独立，{} %"
    ),
    "abilities drawn anew in the fit, {} draws, {} %, of those in which both sides have an offer there": (
        "重抽样拟合中的能力 {} 次，{} %，只取双方在该水平都有报价的抽样"
    ),
    "abilities drawn anew in the fit, {} draws, {} %": "重抽样拟合中的能力 {} 次，{} %",
    "of a fall also the line's standard error": "求降幅时另计直线的标准误",
    "abilities and the first group's models drawn anew, {} draws, {} %, of one model alone none": (
        "重抽样能力与前一方的模型 {} 次，{} %，只有一个模型时无区间"
    ),
    "sizes of the models that are most capable in the resamples of the fit, {} %": (
        "在拟合的各次重抽样中能力最强的模型的规模，{} %"
    ),
    "order statistics of the median, {} %: of two to four models from least to most, which holds it less often, of one "
    "none": "中位数的次序统计量，{} %：有二至四个模型时取最小到最大，包含中位数的机会较低，只有一个时无区间",
    "coverage is the part of models whose size is stated": "覆盖率是已公布规模的模型所占比例",
    "runs of the group drawn anew, {} draws, {} %, of one run alone none": (
        "重抽样该方的各次运行 {} 次，{} %，只有一次运行时无区间"
    ),
    "coverage is the part of runs with a published figure": "覆盖率是公布了数值的运行所占比例",
    # Why nobody leads
    "the source holds two accounts, not the field": "该来源只含两个账号，不能代表全体",
    "the source is a feed of new repositories, not the stock of the Hub": "该来源是新仓库的动态，不是 Hub 的存量",
    "the source holds trees of 26 base models, not the field": "该来源只含 26 个基座的家族树，不能代表全体",
    # Why there is no figure
    "{}: no {} has a figure under these choices; take another option or grouping; a source without a licence comes as "
    "sums by family and maker.": (
        "{0}：在这些选项下，没有任何{1}有数值；请改用其他选项或分组；未声明许可的来源只提供按模型系列和厂商汇总的数值。"
    ),
    "{}: no rows under these choices; choose another list or fetch its source.": (
        "{}：这些选项下没有数据；请改选其他清单，或读取其来源。"
    ),
    "{}: holds no {}; run `weighbridge fetch` and `weighbridge build`.": (
        "{}：没有 `{}` 表的数据；请运行 `weighbridge fetch` 和 `weighbridge build`。"
    ),
    "{}: holds nothing of {}; fetch it with `weighbridge fetch {}`, or choose another listing.": (
        "{}：没有 `{}` 的数据；请运行 `weighbridge fetch {}` 读取，或改选其他清单。"
    ),
    "{}: holds no matrix of scores; run `weighbridge fetch epoch` and `weighbridge build`.": (
        "{}：没有成绩表；请运行 `weighbridge fetch epoch` 和 `weighbridge build`。"
    ),
    "{}: no run of {} states its {}; choose another benchmark or quantity.": (
        "{}：`{}` 的运行都没有公布 `{}`；请改选其他基准或数量。"
    ),
    "{}: no two models share a benchmark, so no scale joins them ({}); add scores or choose more benchmarks.": (
        "{}：没有任何两个模型测过同一项基准，因此没有共同的标尺（{}）；请补充成绩，或多选一些基准。"
    ),
    "{}: no score on these benchmarks; widen the choice of benchmarks.": ("{}：这些基准上没有成绩；请放宽基准的选择。"),
    "{}: {} is not above {} in this fit, so they fix no scale; choose more benchmarks.": (
        "{}：在这次拟合中 {} 不高于 {}，无法据以定标；请多选一些基准。"
    ),
    "{}: no score of {}, which fix the scale; choose more benchmarks.": (
        "{}：没有用于定标的 {} 的成绩；请多选一些基准。"
    ),
    "{}: no score of a model that was out on {}; ask for a later day or take known=now.": (
        "{}：没有 {} 时已发布模型的成绩；请取更晚的日子，或选 `known` = `now`。"
    ),
    "{}: nothing was weighed.": "{}：没有得出数值。",
}
# What stands in the gaps, where it is a word.
_TERMS: Mapping[str, str] = {
    "residuals": "残差",
    "within models": "各模型自己的成绩",
    "scores": "全部成绩",
    "benchmarks": "基准",
    "benchmarks and scores": "基准与成绩",
    "the lake": "现有数据",
    "store": "本地数据",
    "starter": "自带数据",
    "derivatives": "衍生模型",
}


@cache
def reason(text: str) -> str:
    """Give the Chinese of such a text; one that nobody has translated stays in English, whole."""
    if found := _whole(text):
        return found
    parts = [_whole(part) for part in text.split(_JOINT)]
    return text if None in parts else "；".join(filter(None, parts))


def _whole(text: str) -> str | None:
    for pattern, said in _patterns():
        if found := pattern.fullmatch(text):
            return _filled(said, found.groups())
    return None


def _filled(said: str, gaps: Sequence[str]) -> str:
    """Fill the gaps, in their order or by number; what stands between backticks is code and stays."""
    told, place = "", 0
    for before, number, _, _ in Formatter().parse(said):
        told += before
        if number is not None:
            gap = gaps[int(number) if number else place]
            told += gap if before.endswith("`") else _term(gap)
            place += 1
    return told


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile("(.+)".join(re.escape(piece) for piece in english.split("{}")), re.DOTALL), said)
        for english, said in REASONS.items()
    )


def _term(gap: str) -> str:
    """Give a word, a grouping or a measure in Chinese; anything else is a name or a number and stays."""
    if gap in measure_wording.CHINESE:
        return measure_wording.CHINESE[gap].title
    by = {wording.grouping(name): said for name, said in chinese_names.GROUPINGS.items()}
    return _TERMS.get(gap) or by.get(gap) or gap
