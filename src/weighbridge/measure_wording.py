"""The titles and definitions of the measures in simplified Chinese; in English each measure says its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Said(NamedTuple):
    """What a measure says of itself."""

    title: str
    definition: str


# By the name of the measure.
CHINESE: Mapping[str, Said] = {
    "token_share": Said(
        "token 占比",
        "某一方模型的输入与输出 token，除以该路由平台同一时段的全部 token。平台未逐一列名的部分可能属于任何一方，"
        "因此占比以上下界给出。",
    ),
    "pull_share": Said(
        "拉取占比",
        "Ollama 模型库中某一方各名称的拉取次数，除以全部名称的拉取次数；按月（累计计数之差）或按历史累计。",
    ),
    "download_share": Said(
        "下载占比",
        "某一方的仓库在最近 30 天的下载量，除以同一清单、同一范围内全部仓库的下载量。这是该清单内的占比，"
        "不是整个 Hub 的占比。",
    ),
    "derivative_share": Said(
        "新衍生模型占比",
        "某月在 Hugging Face Hub 上创建、且已知其来源模型的仓库中，血统终点属于某一方模型的比例。",
    ),
    "download_total": Said("累计下载量", "同一来源在同一天读到的、某一方各仓库历史累计下载计数之和。"),
    "derivative_total": Said(
        "累计衍生模型数",
        "在某清单最近一次读取时，血统终点属于某一方模型的仓库数目，不限创建日期。",
    ),
    "descent_depth": Said(
        "血统深度",
        "从一个仓库到其最初基座之间的步数（每声明一个来源算一步），取最近一次读取时某一方基座的全部衍生模型；"
        "多来源者按份额计。",
    ),
    "survival": Said(
        "基座寿命",
        "某基座从第一个衍生模型到其后 90 天再无新衍生模型为止的天数；未出现这样静默期的基座，只知其寿命至少如此。",
    ),
    "licence_drift": Said(
        "许可漂移",
        "某月在 Hugging Face Hub 上创建、声明了来源、且自身与祖先许可均已知的仓库中，"
        "其许可不为祖先许可文本所允许的比例。合并模型按份额计入各祖先。",
    ),
    "relative_adoption": Said(
        "相对采用速度",
        "某官方语言模型从首日到某一时点的下载量，除以同规模模型在相同时点的参考值。同规模模型不足十个时没有数值。",
    ),
    "concentration": Said("集中度", "一项竞争中各方占比的赫芬达尔—赫希曼指数或基尼系数。"),
    "capability": Said(
        "能力",
        "由各项基准成绩拟合 sigmoid(斜率 x (能力 - 难度)) 得到的模型能力，单位为 Epoch 能力指数的分："
        "Claude 3.5 Sonnet 为 130，GPT-5 为 150。对一方而言，取其届时已发布的最强模型。",
    ),
    "capability_lag": Said(
        "能力差距（时间）",
        "按 `capability` 的标尺，两方各自「迄今最强」之间相隔的时间。前者为追赶者，后者为领先者；"
        "负值表示追赶者在前。一个月为 365.25 / 12 天。",
    ),
    "arena_rating": Said(
        "竞技场等级分",
        "某日 LMArena 某榜单上，一方评分最高模型的等级分，及发布者给出的 95 % 区间。高出 100 分，"
        "意味着在 100 次分出胜负的比较中有 64 次被选中。",
    ),
    "token_price": Said(
        "token 价格",
        "读取价目表当日的标价；对一个模型取其一项报价，对其他各方取其语言模型的中位数。"
        "混合价注明读入与写出 token 的比例；相差 200 倍以上的价格不计。",
    ),
    "price_of_capability": Said(
        "能力的价格",
        "能力不低于某一水平的模型报价中的最低标价，能力取 `capability` 的默认拟合。上端开放表示可能达不到该水平。",
    ),
    "price_gap": Said(
        "价格之比",
        "前一方标价与后一方标价之比：能力相近的模型之间取几何平均，或取能力不低于某一水平的最低报价。"
        "1 表示没有差别，小于 1 表示前一方更便宜。",
    ),
    "model_size": Said("模型规模", "月末代表一方的模型的总参数或激活参数。"),
    "tokens_and_cost_to_solve": Said(
        "解题所需 token 与费用",
        "公开的基准测试运行所花的美元、token 或秒数，除以解出或尝试的题数。",
    ),
}
