"""Words of the method."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "method_title": {"en": "How the figures come about", "zh": "数值是怎么来的"},
    "method_says": {
        "en": "From what publishers state to who leads: every step can be repeated, and every decision inside a "
        "figure has a name.",
        "zh": "从发布者公布的内容到谁领先：每一步都可复算，数值中的每个取舍都有名称。",
    },
    "method_steps": {"en": "The way of a figure", "zh": "一个数值的来路"},
    "step_publishers": {"en": "Publishers", "zh": "发布者"},
    "step_publishers_says": {
        "en": "state counts, scores, ratings and prices, each in its own terms.",
        "zh": "各按自己的口径公布计数、成绩、等级分和价格。",
    },
    "step_snapshots": {"en": "Snapshots", "zh": "快照"},
    "step_snapshots_says": {
        "en": "keep their bytes as they came, named by sha256, and are never rewritten. So every figure can be made "
        "again, and a parser that was wrong is put right for all of the past.",
        "zh": "原样保存收到的字节，以 sha256 命名，从不改写。因此任何数值都能重新算出，解析若有错，"
        "过去的数据也一并更正。",
    },
    "step_tables": {"en": "Tables", "zh": "数据表"},
    "step_tables_says": {
        "en": "hold what a snapshot says. Every field is taken or left out by name; what cannot be read is counted, "
        "and shown on the page of its source.",
        "zh": "记录快照所述。每个字段要么按名读取，要么按名略去；读不了的计入问题，列在该来源的页面上。",
    },
    "step_names": {"en": "Names", "zh": "名称"},
    "step_names_says": {
        "en": "are looked up in lists that people keep, each entry with its source and day: release, family, maker, "
        "country, openness.",
        "zh": "在人工维护的清单中查对，每条都附来源与日期：版本、系列、机构、国家或地区、开放程度。",
    },
    "step_estimates": {"en": "Estimates", "zh": "估计值"},
    "step_estimates_says": {
        "en": "are what a measure makes of the tables, under every combination of its choices.",
        "zh": "由指标根据数据表算出，覆盖其口径选项的所有组合。",
    },
    "step_pages": {"en": "Pages and files", "zh": "页面与文件"},
    "step_pages_says": {
        "en": "show estimates and nothing else. A source never sees a measure, and a page never sees a source, so "
        "neither can bend a figure.",
        "zh": "只展示估计值。来源看不到指标，页面看不到来源，谁也无法左右数值。",
    },
    "method_parts": {"en": "What stands beside a figure", "zh": "数值旁边写了什么"},
    "method_named": {"en": "Whose it is", "zh": "归谁"},
    "method_named_says": {
        "en": "No name is guessed. What a list of stems does not hold stays unknown, and lowers the coverage. A "
        "country is that of the maker’s primary base; the page of a maker says what shows it, and when that was "
        "checked. Makers whose people or firms are of several countries, with none alone in charge, stand together as "
        "Several countries.",
        "zh": "名称不靠猜。清单里没有的一律记为不详，并计入覆盖面的缺口。国家或地区指机构的主要所在地，"
        "机构页面写明依据与核对日期。由多国人员或机构共同开发、并无一国主导的，合记为“多国”。",
    },
    "method_choices": {"en": "Choices", "zh": "口径选择"},
    "method_choices_says": {
        "en": "A decision that could be made otherwise has a name, its options, and a default: which list, which "
        "window, whose a model is that was built on another’s weights. The page of each measure lists them.",
        "zh": "凡可以另作取舍之处，都有名称、选项和默认值：用哪份清单、取多长时段、在他人权重上构建的模型算谁的。"
        "各指标页面逐一列出。",
    },
    "method_interval": {"en": "Interval and bounds", "zh": "区间与上下界"},
    "method_interval_says": {
        "en": "They hold what sampling, rounding and the unlisted rest allow. What a cut-off list leaves out may "
        "belong to anyone: then bounds stand in place of a figure, and it cannot lie beyond them.",
        "zh": "涵盖抽样、舍入以及未列出部分所允许的范围。清单截断之外的部分可能属于任何一方：这时以上下界代替数值，"
        "真值不会越界。",
    },
    "method_range": {"en": "Over all choices", "zh": "各种口径下"},
    "method_range_says": {
        "en": "The lowest and the highest figure that the combinations of choices give: what another definition, as "
        "easy to defend, would have said. Options on another scale are kept apart.",
        "zh": "各种口径组合给出的最低与最高数值，即换一种同样站得住的定义会得到什么。量纲不同的选项分开处理。",
    },
    "method_coverage": {"en": "Coverage", "zh": "覆盖面"},
    "method_coverage_says": {
        "en": "The part of all tokens, downloads, repositories or models whose group is known. Where the source "
        "states no total, it is the part of what it lists.",
        "zh": "全部 token、下载、仓库或模型中，已知归属者所占的比例。来源未给总数时，以其所列为准。",
    },
    "method_status": {"en": "Status", "zh": "性质"},
    "method_status_says": {
        "en": "It says what kind of figure stands there, or why none does.",
        "zh": "说明数值的性质，或为何没有数值。",
    },
    "status_observed": {"en": "counted over all that the source lists", "zh": "按来源所列全部内容计数"},
    "status_estimated": {"en": "rests on a stated assumption, a fit or a sample", "zh": "依据已写明的假设、拟合或抽样"},
    "status_bounded": {
        "en": "no point: every value between the bounds is possible",
        "zh": "没有确定数值：上下界之间皆有可能",
    },
    "status_provisional": {
        "en": "read before the day on which its publisher usually restates it",
        "zh": "读取时发布者尚可能修订",
    },
    "status_missing": {"en": "nothing is known, which is not zero", "zh": "无数据，不等于零"},
    "method_standing": {"en": "Leader and margin", "zh": "领先者与领先幅度"},
    "method_standing_says": {
        "en": "A contender leads where its lowest possible figure is above the highest of every other and above all "
        "that is unlisted; where figures are drawn, where it is first in 95 % of the draws. Else the race is "
        "undecided, and who is ahead is said to be no more than ahead. The margin is to the next one, with its own "
        "interval.",
        "zh": "一方的最低可能数值高于其他任何一方的最高可能数值，也高于未列出的部分，才算领先；数值由抽样得出的，须在 "
        "95 % 的抽样中居首。否则胜负未定，数值居首者只算暂居首位。领先幅度是与次位之差，另附区间。",
    },
    "method_since": {"en": "Lead began", "zh": "领先始于"},
    "method_since_says": {
        "en": "Two days, not one: after the last reading that was not yet decided for it, and by the first that was. "
        "Weekly or monthly readings cannot tell more. Where nobody else led before in the data, there is no first day.",
        "zh": "是两个日期而非一个：晚于最后一次尚未判定的读数，不晚于第一次判定的读数。每周或每月的读数无法更精确。"
        "数据开始时就已领先的，没有起始日期。",
    },
    "method_sure": {"en": "How sure", "zh": "把握"},
    "method_sure_says": {
        "en": "The part of the combinations of choices under which the same one leads, and of the draws where there "
        "are any. A combination whose data ended more than 45 days before has no say, and is counted as such. Who "
        "else leads, and under which choice, stands beside it.",
        "zh": "同一方领先的口径组合所占比例；有抽样时另给抽样比例。数据早于 45 天以上截止的组合不参与，并另行计数。"
        "旁边写明还有谁会领先、在哪种口径下。",
    },
    "method_place": {"en": "Place", "zh": "名次"},
    "method_place_says": {
        "en": "A place is an interval too: where intervals overlap, nobody is strictly ahead.",
        "zh": "名次同样是区间：区间重叠时，谁也不算严格在前。",
    },
    "method_unknown": {"en": "Unknown", "zh": "不详"},
    "method_unknown_says": {
        "en": "Unknown is not zero. It is shown as such on pages, empty in CSV and null in JSON; zero is a "
        "measurement.",
        "zh": "不详不等于零。页面上写明不详，CSV 中留空，JSON 中为 null；零是测得的结果。",
    },
    "method_more": {"en": "Versions and claims", "zh": "版本与说法核查"},
    "method_versions": {"en": "Versions", "zh": "版本"},
    "method_versions_says": {
        "en": "A measure’s version moves when its meaning moves, and figures of two versions do not compare. The "
        "permanent address of a race names the version and goes on standing when a later one comes.",
        "zh": "指标含义变动时，版本随之变动，不同版本的数值不可比较。每项竞赛的永久地址写明版本，"
        "新版本出现后旧地址依然有效。",
    },
    "method_claims": {"en": "Claims", "zh": "说法"},
    "method_claims_says": {
        "en": "A claim is supported or refuted where nine in ten of the definitions agree, or an entry with a source "
        "says so; conflicting where definitions or sources disagree; without enough evidence where nothing held "
        "decides it. It is judged by figures of its own time.",
        "zh": "九成定义一致，或有附来源的条目记载，判为“有据”或“不实”；定义或来源相左，判为“因定义而异”；"
        "现有资料无从判断，判为“证据不足”。判断以说法所指时段的数值为准。",
    },
    "method_measures": {"en": "The measures", "zh": "各项指标"},
    "method_sources": {
        "en": "Where the data come from, under which terms, and how each source misleads:",
        "zh": "数据来自哪里、按什么条款、各来源何时会误导：",
    },
    "definition": {"en": "Definition", "zh": "定义"},
    "unit": {"en": "Unit", "zh": "单位"},
    "unit_share": {"en": "share of 1, shown in per cent", "zh": "占比（以 1 为整体，显示为百分数）"},
    "unit_index": {"en": "index from 0 to 1", "zh": "指数（0 到 1）"},
    "unit_months": {"en": "months of 365.25 / 12 days", "zh": "月（365.25 / 12 天）"},
    "unit_parameters": {"en": "parameters", "zh": "参数"},
    "unit_ratio": {"en": "ratio; 1 is no difference", "zh": "比值，1 表示没有差别"},
    "unit_steps": {"en": "steps of descent", "zh": "代（血统步数）"},
    "unit_usd": {"en": "US dollars", "zh": "美元"},
    "unit_derivatives": {"en": "repositories built upon it", "zh": "以其为基础的仓库数"},
    "unit_rating_points": {"en": "rating points of one board", "zh": "单个榜单的等级分"},
    "unit_usd_per_million_tokens": {"en": "US dollars per million tokens", "zh": "美元／百万 token"},
    "unit_points": {"en": "points of the Epoch Capabilities Index", "zh": "Epoch 能力指数的分"},
    "unit_days": {"en": "days", "zh": "天"},
    "unit_downloads": {"en": "downloads", "zh": "下载次数"},
    "option_default": {"en": "default", "zh": "默认"},
    "measure_version": {"en": "Version", "zh": "版本"},
    "measure_name": {"en": "Name in files and commands", "zh": "文件与命令中的名称"},
    "measure_reads": {"en": "Rests on", "zh": "依据的来源"},
    "measure_races": {"en": "By whom", "zh": "按谁比较"},
    "measure_races_says": {
        "en": "Each page has the figures, their course, and who leads.",
        "zh": "各页给出数值、走势与领先者。",
    },
    "measure_figures_says": {
        "en": "Nobody leads here: the figures are about all together, or no source covers the field. Each page has "
        "them with their course.",
        "zh": "此处不排名次：数值针对全体，或没有来源覆盖全部参与者。各页给出数值与走势。",
    },
    "recompute_says": {
        "en": "Without a store of your own the program answers from the data that come with it.",
        "zh": "本地没有数据时，程序用随附数据作答。",
    },
    "recompute_choice": {"en": "Under another choice", "zh": "换一种口径"},
    "recompute_all": {"en": "Under every combination", "zh": "所有口径组合"},
    "recompute_python": {"en": "In Python", "zh": "在 Python 中"},
}
