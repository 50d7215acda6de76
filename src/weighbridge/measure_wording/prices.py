"""Measures of prices: what tokens, capability and solved tasks cost."""

from __future__ import annotations

from collections.abc import Mapping

from weighbridge.measure_wording.said import Said

_LISTED = "标价不含折扣、承诺用量、批处理，也不含按小时计或按请求长度计的价格。"
_TOKENIZERS = "不同厂商的 token 由不同分词器切分，有些模型完成同一任务要写出多得多的 token。"
_CURRENCY = "少数价格看似另一种货币的数字：约 7 倍的差距，无法与报价昂贵区分开来。"
_FREE = "价格为 0 可能是免费试用或订阅：`free` 决定这类报价是否计入。"
_SLIPS = "只有存在三个可比价格，或两个相符的价格时，才能发现单位错误：其余的可能仍在其中。"
_EFFORT = (
    "价格按 token 计：思考很久的模型，完成一项任务的实际花费高于其标价所示。",
    "成绩是模型在测试所用的推理强度下取得的；报价所提供的可能强度更低，或精度有所压缩。",
    "转售商和面向编程的套餐比厂商便宜十倍：这类报价在此与其他报价同等计入。",
    "没有成绩的模型和流动名称的报价不在其中：真实的最低价只会更低。",
    "价目表始于 2025年6月和8月，当时提供商很少：每次降价都有一部分来自列出的报价增多。",
)

CHINESE: Mapping[str, Said] = {
    "token_price": Said(
        "token 价格",
        "一百万个 token 多少钱？",
        "读取价目表当日一项报价（某提供商的某个模型）的标价；对一个模型取其一项报价，对其他各方取其语言模型的中位数。"
        "混合价注明读入与写出 token 的比例。相差 200 倍以上的价格不计，由 `weighbridge issues` 逐一列出。"
        "中位数为估计值；一次读取的价格，可在其后 31 天内代表读取了另一价目表的日子：此时为暂定值。",
        (
            _LISTED,
            _TOKENIZERS,
            _CURRENCY,
            _FREE,
            _SLIPS,
            "变价日期只能确定在两次读取之间，价目表得知变价又往往较晚：litellm_prices 常晚数月。",
            "流动名称（`deepseek-chat`）是一项报价，并有注明；它不作为任何模型的价格，因为它所指的模型会变。",
            "只要有模型加入或退出，一方模型的中位数就会变动，即使没有任何价格改变。",
            "列出的提供商逐月增多：`cheapest` 也会因此下降。",
        ),
        of="5ee01008",
    ),
    "price_of_capability": Said(
        "能力的价格",
        "具备某种能力的一百万个 token，最低要多少钱？",
        "能力不低于某一水平的模型报价中的最低标价，能力取 `capability` 的默认拟合；模型与报价按同一套权重及版本月份"
        "对应。上端开放表示可能达不到该水平。",
        (
            *_EFFORT,
            _LISTED,
            _TOKENIZERS,
            _CURRENCY,
            _FREE,
            _SLIPS,
            "众多报价中最便宜的，最可能是笔误、亏本揽客或缩水版本。",
            "用直线拟合阶梯并不贴切：其标准误假定各级阶梯相互独立，因而偏窄。",
        ),
        of="1f06d8e1",
    ),
    "price_gap": Said(
        "价格之比",
        "能力相当时，一方的模型与另一方相比要多少钱？",
        "前一方标价与后一方标价之比：能力相近的模型之间，对前一方的各模型取几何平均；或取能力不低于某一水平的最低报价。"
        "一个模型的价格取其最低报价；能力取 `capability` 的默认拟合。1 表示没有差别，小于 1 表示前一方更便宜。",
        (
            *_EFFORT,
            _LISTED,
            _TOKENIZERS,
            _CURRENCY,
            _FREE,
            _SLIPS,
            "开放模型的托管方多，闭源模型的少：仅因托管方多，最低价就会更低。",
            "相近者之间的比较，只限于双方都有模型之处：只有一方做得到的不在其中。",
            "区间反映的是碰巧有哪些模型、其能力如何，不反映价格的差错。",
        ),
        of="a065bf57",
    ),
    "tokens_and_cost_to_solve": Said(
        "解题所需 token 与费用",
        "完成同样的任务，谁需要更多 token 或更多费用？",
        "公开的基准测试运行所花的美元、token 或秒数，除以解出或尝试的题数。",
        (
            "只含发布者写明费用的运行；费用为 0 的运行是未计价，不予计入。",
            "美元数额取决于提供商与运行当日的价格：此后价格已下降。",
            "不同厂商的 token 由不同分词器切分，不是同一单位。",
            "较弱的模型在解不出的题上花费很少：也请看按尝试题数计的美元数额。",
            "运行次数少时，中位数只代表有人选来运行的那些模型。",
        ),
        of="8ccf843b",
    ),
}

# By the English of what is decided, and of each way to decide it.
CHOICES: Mapping[str, str] = {
    "Price of what.": "什么的价格。",
    "three tokens read and one written: (3 x input + output) / 4": "读入三个、写出一个 token：（3 × 输入 + 输出）/ 4",
    "tokens read": "读入的 token",
    "tokens written": "写出的 token",
    "tokens read from a cache": "从缓存读入的 token",
    "one token read and one written: (input + output) / 2": "读入一个、写出一个 token：（输入 + 输出）/ 2",
    "Whose list of prices.": "取谁的价目表。",
    "models.dev: most providers, read about once a month since Jun 2025": (
        "models.dev：提供商最多，2025年6月起约每月读取一次"
    ),
    "LiteLLM: read about once a month since Aug 2025; new prices can come months late": (
        "LiteLLM：2025年8月起约每月读取一次；新价格可能晚数月"
    ),
    "llm-prices: makers' own prices, read once in Aug 2026": "llm-prices：厂商自己的价格，2026年8月读取一次",
    "genai-prices: read once in Jul 2026": "genai-prices：2026年7月读取一次",
    "Which of a model's offers gives its price.": "以模型的哪项报价作为其价格。",
    "the maker's own; the middle of the others where the maker sells none": (
        "厂商自己的报价；厂商不出售时，取其他报价的中位数"
    ),
    "the cheapest of all": "全部报价中最低者",
    "the middle of all": "全部报价的中位数",
    "Whether offers at 0 count.": "价格为 0 的报价是否计入。",
    "they are the price of a model where nobody asks money for it, and always an offer's own": (
        "无人对某模型收费时，以 0 为该模型的价格；对单项报价则始终如此"
    ),
    "they count: a price of 0 is a price": "计入：价格为 0 也是价格",
    "they are left out: somebody else pays, or a subscription does": "不计入：费用由他人或订阅承担",
    "How capable a model must be, in points of `capability`: Claude 3.5 Sonnet is 130, GPT-5 is 150.": (
        "模型须有多强，以 `capability` 的分计：Claude 3.5 Sonnet 为 130，GPT-5 为 150。"
    ),
    "at least 130 points": "至少 130 分",
    "at least 120 points": "至少 120 分",
    "at least 140 points": "至少 140 分",
    "at least 145 points": "至少 145 分",
    "at least 150 points": "至少 150 分",
    "What of the price.": "取价格的什么。",
    "the cheapest offer's": "最低报价",
    "by what factor it falls a year: a line through its logarithms since the level was first sold": (
        "价格每年降低的倍数（10 倍即降到十分之一）：自该水平首次有售以来，对价格的对数拟合直线"
    ),
    "What is set beside what.": "以什么与什么相比。",
    "each model of the first group beside models of the second within 3 points of ability": (
        "前一方的每个模型，与后一方能力相差 3 分以内的模型相比"
    ),
    "the cheapest offer of each at or above one level": "双方各取能力不低于某一水平的最低报价",
    "dollars of the run, by tasks solved, at the prices of its day": "运行所花美元，按解出的题数平均，取当日价格",
    "dollars of the run, by tasks tried": "运行所花美元，按尝试的题数平均",
    "tokens written, reasoning included, by tasks solved": "写出的 token，含推理过程，按解出的题数平均",
    "tokens written, reasoning included, by tasks tried": "写出的 token，含推理过程，按尝试的题数平均",
    "time of the run, by tasks tried: that of the provider more than of the model": (
        "运行所用时间，按尝试的题数平均：更多取决于提供商，而非模型"
    ),
    "Which tasks.": "哪些任务。",
    "exercises in six programming languages, two tries": "六种编程语言的练习题，可试两次",
    "issues of public repositories, with a shell alone": "公开代码仓库中的问题，只用命令行",
    "unusual tasks of machine learning": "不常见的机器学习任务",
    "office work in a simulated firm": "模拟公司中的办公任务",
    "Which runs speak for a group.": "哪些运行代表一方。",
    "the middle of its runs": "各次运行的中位数",
    "its run with the highest score": "成绩最高的一次运行",
    "its run that takes least": "耗费最少的一次运行",
}
