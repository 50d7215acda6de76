"""Measures of descent: what is built on what."""

from __future__ import annotations

from collections.abc import Mapping

from weighbridge.measure_wording.said import Said

CHINESE: Mapping[str, Said] = {
    "derivative_share": Said(
        "新衍生模型占比",
        "新模型建立在谁的模型之上？",
        "某月在 Hugging Face Hub 上创建、且已知其来源模型的仓库中，血统终点属于某一方模型的比例。",
        (
            "近半数新仓库未声明来源；就全部仓库而言，多数未声明：这里只是已声明者之中的占比。",
            "来源模型由上传者声明；若没有声明，就无从得知它建立在什么之上。",
            "新仓库的动态只含一个月的一部分：HF//RADAR 很少列出该月最后几天之前创建的仓库。",
            "一个账号可以上传数百个变体：请把上传者数目与仓库数目对照来看。",
            "读取之前已删除的仓库不在其中；清单注明已移除的仍计入。",
            "衍生不等于使用：多数衍生模型无人下载。",
        ),
        of="c2684f31",
    ),
    "derivative_total": Said(
        "累计衍生模型数",
        "有多少模型建立在某一方的模型之上？",
        "在某清单最近一次读取时，血统终点属于某一方模型的仓库数目，不限创建日期。",
        (
            "总数只是某一清单的总数：新仓库动态只含 Hub 的百分之一，家族树则不含其他基座。",
            "多数仓库不声明来源：无论建立在什么之上，都不在任何总数之中。",
            "总数只增不减：即使早已无人再以其为基座，多年前的衍生模型仍使其领先。",
            "在清单读取之前已删除的仓库从未计入。",
            "多人制作的同一模型的量化版、一人制作的数百个变体，全部计入。",
            "各处公布的总数因下列选择而异：是否计入量化版与适配器、血统追溯多远、名称是否算作归属依据。",
        ),
        of="51b8df12",
    ),
    "descent_depth": Said(
        "血统深度",
        "衍生模型与基座相隔多少步？",
        "从一个仓库沿血统到其最初基座之间的步数（每声明一个来源算一步），取某清单最近一次读取时某一方基座的全部衍生"
        "模型；多条血统按其份额计。",
        (
            "若无人声明来源，或没有清单列出该仓库，血统就此终止：真实深度可能更大。",
            "动态清单只知道所列仓库的来源：较早的来源模型自身的来源，往往不在任何清单中。",
            "量化版与其他仓库一样算一步：即使衍生模型中不计量化版，途中的量化版仍算一步。",
            "合并模型经由各个最近的基座各有一条血统，按份额计；同一条血统若有多条路径，取最长者。",
            "上传者有时写的是最初基座，而非实际起点，反之亦然。",
            "家族树只沿微调模型向下追溯：建立在适配器或量化版之上的模型不在其中。",
        ),
        of="f7e597d6",
    ),
    "survival": Said(
        "基座寿命",
        "一个基座的衍生模型会持续出现多久？",
        "某一方的基座从第一个衍生模型到其后 90 天再无新衍生模型为止的天数；未出现这样静默期的基座，观察到读取日之前"
        " 90 天为止，只知其寿命至少如此。",
        (
            "家族树只含人工挑选的 26 个基座：其所属系列还有其他基座。",
            "家族树只有微调模型带日期：适配器（其中一份清单止于 3,000 个）可能出现得更晚，见覆盖率。",
            "读取之前已删除的衍生模型与基座不在其中：寿命因此显得更短，有些则完全看不到。",
            "衍生模型很少的基座不计；计入的基座必须先存续到积累足够的衍生模型：见 `least`。",
            "所谓终止，只是截至目前的静默：衍生模型可能再次出现。",
            "基座本身也可能建立在另一个基座之上：选 `ultimate` 时，其衍生模型计入最初的那一个。",
            "基座很少的一方说明不了多少问题：n 是观察时间足以判断的基座数目。",
        ),
        of="0fb655df",
    ),
    "licence_drift": Said(
        "许可漂移",
        "有多少衍生模型声明了其祖先许可所不允许的许可？",
        "某月在 Hugging Face Hub 上创建、声明了来源、且自身与祖先许可均已知的仓库中，其许可不为祖先许可文本所允许的"
        "比例。祖先的许可取来源最近一次列出的标签，若没有，则取其所属发布的许可；文本允许什么，见 `licences` 与 "
        "`licence_pairs`。合并模型按份额计入各祖先。",
        (
            "标签不是条款：模型卡可能另有条款、附有祖先许可的副本，或已取得授权。",
            "标签由人手填写，或沿用模板的默认值；标签有误，并不说明模型如何被使用。",
            "祖先自身的标签可能有误，其条款也可能在衍生模型制作之后有过改动。",
            "一个仓库的代码与权重可能适用不同许可，也可能同时适用两种；标签只写其中一种。",
            "由多种许可的模型合并而成的模型，只能声明一种许可。",
            "文本允许什么，是逐条阅读所得，未经法院或律师判断：这不是法律意见。",
            "许多衍生模型不声明许可，许多许可对此未作规定：见覆盖率与上下界。",
            "血统以上传者的声明为准：未声明来源的衍生模型不计。",
        ),
        of="2ae0c4b9",
    ),
}

# By the English of what is decided, and of each way to decide it.
CHOICES: Mapping[str, str] = {
    "Which repositories are looked at.": "考察哪些仓库。",
    "a feed of new repositories, the month of its capture alone: August 2026": (
        "新仓库的动态，仅含读取当月：2026年8月"
    ),
    "every repository of the Hub, read live; those deleted since are missing": (
        "实时读取的 Hub 全部仓库；此后删除的不在其中"
    ),
    "a feed of new, trending and top repositories, in August 2026: not the stock of the Hub": (
        "2026年8月新建、热门和居前仓库的动态：不是 Hub 的存量"
    ),
    "every repository of the Hub, read live; those deleted before it was read are missing": (
        "实时读取的 Hub 全部仓库；读取之前已删除的不在其中"
    ),
    "trees of models below 26 base models, in spring 2025; no others are in it": (
        "26 个基座之下的模型家族树，2025年春；不含其他基座"
    ),
    "By what a repository is known to be built on another.": "依据什么认定一个仓库建立在另一个之上。",
    "its card, or the Hub, states a parent": "其模型卡或 Hub 写明来源模型",
    "where nothing is stated, evidence in name, configuration or tokenizer counts too": (
        "未写明时，名称、配置或分词器中的证据也算"
    ),
    "Which ancestor a derivative counts for.": "衍生模型计入哪一个祖先。",
    "the end of the line of descent": "血统的终点",
    "the first ancestor that is not itself a quantised copy": "第一个本身不是量化版的祖先",
    "For whom a merge of several models counts.": "由多个模型合并而成的模型计入谁。",
    "for each parent's base by its part": "按份额计入各来源模型的基座",
    "for every base that it has, once each: shares may sum to more than one": (
        "对其每个基座各计一次：占比之和可能大于 1"
    ),
    "for nobody; what is built on a merge counts by parts": "不计入任何一方；建立在合并模型之上的模型按份额计",
    "Which ways of building on a model count.": "哪些衍生方式计入。",
    "finetunes, adapters, quantised copies, merges, and what does not say": (
        "微调、适配器、量化版、合并，以及未说明方式的"
    ),
    "all but quantised copies": "除量化版以外的全部",
    "all but adapters": "除适配器以外的全部",
    "neither quantised copies nor adapters": "量化版和适配器都不计",
    "Which models count.": "哪些模型计入。",
    "models that read and write text, by the task tag or by what their base is": (
        "读写文本的模型，依据任务标签或其基座"
    ),
    "these, and those of which nobody says what they are for": "上述模型，以及未注明用途的模型",
    "every repository": "每个仓库",
    "How much a repository must be used to count.": "使用量达到多少的仓库才计入。",
    "not at all": "不设门槛",
    "more than five downloads in the 30 days before the reading": "读取之前 30 天内下载超过五次",
    "What the derivatives of a group are divided by.": "一方的衍生模型除以什么。",
    "new models with a known parent": "已知来源的新模型",
    "all new models: what states no parent may be built on anything, so intervals hold it": (
        "全部新模型：未声明来源的可能建立在任何模型之上，由区间包含这一可能"
    ),
    "What is counted.": "计数的对象。",
    "each repository once": "每个仓库计一次",
    "each account once for a group that it built on: shares may sum to more than one": (
        "每个账号对其所依托的每一方计一次：占比之和可能大于 1"
    ),
    "each account once for a group that it built on": "每个账号对其所依托的每一方计一次",
    "each repository by its downloads in the 30 days before the reading": "每个仓库按读取之前 30 天的下载量计",
    "What is done with repositories that are gone.": "已消失的仓库如何处理。",
    "those that the listing marks as removed, or the whole Hub's lists no more, do not count": (
        "清单标记为已移除，或 Hub 全量清单不再列出的，不计入"
    ),
    "what the listing ever showed counts": "清单曾经列出的都计入",
    "What is said of the steps of a group's lines.": "对一方各条血统的步数取什么。",
    "their mean": "平均数",
    "the number of steps that half of the lines have at most": "半数血统不超过的步数",
    "the number of steps that nine in ten of the lines have at most": "九成血统不超过的步数",
    "the part of the lines with more than one step": "超过一步的血统所占比例",
    "Which lines count, by where they end.": "按终止之处，哪些血统计入。",
    "all: a line ends where nobody states a parent, or nobody lists the repository": (
        "全部：若无人声明来源，或没有清单列出该仓库，血统就此终止"
    ),
    "lines that end at a repository that a source lists: it states no parent itself": (
        "终止于某来源所列仓库的血统：该仓库自身未声明来源"
    ),
    "Which repositories are looked at: those that show all that was built on a base.": (
        "考察哪些仓库：须能显示一个基座的全部衍生模型。"
    ),
    "trees of models below 26 base models, in spring 2025, each read on a day of its own": (
        "26 个基座之下的模型家族树，2025年春，读取日各不相同"
    ),
    "What is said of the lives of a group's bases.": "对一方各基座的寿命取什么。",
    "the days after which half of them have ended (Kaplan and Meier)": ("半数基座终止时的天数（Kaplan–Meier 估计）"),
    "the mean days of life in their first 365": "前 365 天内的平均存续天数",
    "the mean days of life in their first 730": "前 730 天内的平均存续天数",
    "How long no new derivative comes before a base has ended.": "多久没有新衍生模型，才算一个基座终止。",
    "Which such gap ends a life.": "哪一次静默算作终止。",
    "one that lasts to the reading: a base that came back has lived on": (
        "持续到读取日的那一次：重新出现衍生模型的基座视为一直存续"
    ),
    "the first one: what comes later is another life": "第一次：此后出现的另算一次寿命",
    "When a life begins.": "寿命从何时算起。",
    "with the base's first derivative": "从该基座的第一个衍生模型算起",
    "with its own creation, where that day is known": "从其自身的创建日算起，限该日已知者",
    "How many derivatives of known day make a base.": "有多少个日期已知的衍生模型才算一个基座。",
    "five": "五个",
    "one": "一个",
    "twenty": "二十个",
    "Whose licence the derivative's is held against.": "衍生模型的许可与谁的许可比较。",
    "that of the end of its line of descent": "血统终点的许可",
    "that of the first ancestor that is not itself a quantised copy": "第一个本身不是量化版的祖先的许可",
    "What is done with a derivative that states no licence, or one that the ancestor's text does not decide on.": (
        "未声明许可，或祖先许可文本无法判定其许可的衍生模型，如何处理。"
    ),
    "only derivatives whose terms are known and decided on are counted": "只计许可已知且可以判定的衍生模型",
    "it may be either: bounds, unless its ancestor's licence allows any terms": (
        "两种情形都有可能：给出上下界，除非祖先许可允许任何条款"
    ),
}
