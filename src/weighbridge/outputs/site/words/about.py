"""Words of the page about Weighbridge."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "about_title": {"en": "About Weighbridge", "zh": "关于 Weighbridge"},
    "about_says": {
        "en": "The public scale for open-weight AI: who leads, on which measure, since when, by how much, and how "
        "sure.",
        "zh": "开放权重人工智能的公共度量：谁领先、按什么指标、从何时起、领先多少、有多大把握。",
    },
    "about_scale": {"en": "What it is", "zh": "这是什么"},
    "about_scale_says": {
        "en": "Weighbridge reads what publishers state about AI models, keeps it, and computes from it who is used, "
        "downloaded, built upon, capable, cheap and small. Every figure comes with its definition, its interval, its "
        "range over the definitions in use, what it covers, and where it comes from; anyone can compute it again. The "
        "program is free, under Apache-2.0.",
        "zh": "Weighbridge 读取并保存各发布者关于人工智能模型的公开数据，据此计算谁被使用、被下载、被用作基础，"
        "谁能力强、便宜、规模小。每个数值都附定义、区间、不同定义下的范围、覆盖面与出处，任何人都可复算。"
        "程序自由使用，许可为 Apache-2.0。",
    },
    "about_sides": {"en": "It takes no side", "zh": "不持立场"},
    "about_sides_says": {
        "en": "It measures a race and wants nobody to win it. Countries and makers are data. Where definitions "
        "disagree, all are shown, and which one is the default is said. Where nothing is known, nothing is claimed.",
        "zh": "只作度量，不盼任何一方获胜。国家、地区与机构都只是数据。定义不一致时全部列出，并写明默认采用哪一种。"
        "无从得知的，不作断言。",
    },
    "about_weights": {"en": "Open weights", "zh": "何为开放权重"},
    "about_weights_says": {
        "en": "A model has open weights if anyone may download them. “Open licence” means that use, change and "
        "passing on are free; “restricted”, that its licence forbids some of it; closed models run beside them for "
        "comparison. The terms of each release are an entry with its source.",
        "zh": "任何人都可下载权重的模型，即为开放权重。“开放许可”指可自由使用、修改和转发；"
        "“受限许可”指许可对其中某些行为有限制；闭源模型一并列出以供比较。每个版本的条款都有附来源的条目。",
    },
    "about_cite": {"en": "How to cite", "zh": "如何引用"},
    "about_cite_says": {
        "en": "Name the figure’s own page, with its permanent address, its day and its sources: each page of a race "
        "has that citation ready. For the whole:",
        "zh": "请引用数值所在页面，写明永久地址、日期与来源：每项竞赛的页面都备有引文。引用整体：",
    },
    "about_citation": {
        "en": "The Weighbridge contributors ({year}). Weighbridge: the public scale for open-weight AI. Version "
        "{code}, figures to {day}, data {digest}.",
        "zh": "The Weighbridge contributors（{year}）。Weighbridge: the public scale for open-weight AI。版本 {code}，"
        "数据截至 {day}，数据摘要 {digest}。",
    },
    "about_attribution": {"en": "Attribution", "zh": "署名"},
    "about_terms": {"en": "Licences and attributions", "zh": "许可与署名"},
    "about_terms_says": {
        "en": "Figures keep the terms of their sources. Who passes a figure on names its source as the publisher asks "
        "for it. Where a publisher states no licence, only sums by family and maker are passed on. The program and "
        "the project’s own entries are under Apache-2.0.",
        "zh": "数值沿用其来源的条款。转载数值时，请按发布者要求注明来源。发布者未注明许可的，"
        "只提供按系列和机构的合计。程序与本项目自有条目采用 Apache-2.0 许可。",
    },
    "about_correct": {"en": "To correct a figure", "zh": "更正数值"},
    "about_correct_says": {
        "en": "Each page says how to compute its figures again. If they are wrong, report the address of the page, "
        "the day, what you expected, and why, to the project. A maker’s country, a release, a licence or a use is an "
        "entry in a list: propose a better one with a public source and its day. A correction changes all of the "
        "past, since every figure is made again from what was kept.",
        "zh": "每个页面都写明如何复算。如有错误，请向项目报告页面地址、日期、您预期的数值与理由。机构所在地、版本、"
        "许可或使用情况都是清单中的条目：请附公开来源与日期，提出更好的条目。更正对过去同样生效，"
        "因为所有数值都由保存的原始数据重新算出。",
    },
    "about_lasting": {"en": "Versions and addresses", "zh": "版本与地址"},
    "about_lasting_says": {
        "en": "An address, once published, goes on answering: `addresses.json` lists all of them. The address of a "
        "race always has the newest figures; with `v1` and so on at its end it stays with one definition. If a page "
        "ends, its address says what it was and where to look.",
        "zh": "地址一经发布便持续有效，全部列于 `addresses.json`。竞赛的地址始终给出最新数值；末尾带 `v1` 等字样的，"
        "固定于一种定义。页面终止后，其地址会说明原有内容与去处。",
    },
    "about_access": {"en": "For every reader", "zh": "人人可读"},
    "about_access_says": {
        "en": "Every page is complete without scripts and works with keyboard, screen reader, print and a small "
        "screen, in light and dark. Colour alone tells nothing; what a chart shows stands in a table too. English and "
        "Chinese are of equal rank.",
        "zh": "每个页面不运行脚本也完整，支持键盘、读屏、打印与小屏幕，有浅色与深色。信息不单靠颜色传达，"
        "图中所示也列于表格。英文与中文同等对待。",
    },
    "about_private": {"en": "Nothing is asked of you", "zh": "不收集任何信息"},
    "about_private_says": {
        "en": "The site sets no cookie, loads nothing from elsewhere and counts nobody. Whether you chose light or "
        "dark stays in your browser.",
        "zh": "本站不设 cookie，不从别处加载内容，不统计访客。浅色或深色的选择只保存在您的浏览器中。",
    },
}
