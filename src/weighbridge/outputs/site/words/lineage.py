"""Words of the lineage of a family or a model."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "lineage": {"en": "Lineage", "zh": "谱系"},
    "lineage_on": {"en": "Built on", "zh": "建立在"},
    "lineage_from": {"en": "Built on it by others", "zh": "他方在其上开发"},
    "lineage_figures": {"en": "New ones, month by month", "zh": "逐月新增"},
    "lineage_tree": {"en": "All of its tree", "zh": "完整谱系树"},
    "lineage_own": {"en": "Its own, not counted", "zh": "自有（未计入）"},
    "lineage_gone": {"en": "Removed since", "zh": "其后移除"},
    "lineage_absent": {"en": "Not in these data", "zh": "此处数据未含"},
    "between_absent": {"en": "; ", "zh": "；"},
    "lineage_own_n": {"en": "{n} repositories", "zh": "{n} 个仓库"},
    "lineage_own_1": {"en": "{n} repository", "zh": "{n} 个仓库"},
    "descends_n": {
        "en": "{n} repositories are known to descend from it: {direct} directly, {further} by way of others.",
        "zh": "已知有 {n} 个仓库源自它：{direct} 个直接以它为基础，{further} 个经由其他模型。",
    },
    "descends_1": {"en": "{n} repository is known to descend from it.", "zh": "已知有 {n} 个仓库源自它。"},
    "descends_0": {
        "en": "No repository listed is known to descend from it.",
        "zh": "所列仓库中，未见已知源自它的。",
    },
    "descends_unlisted": {
        "en": "No repository of its own is known by name, so nothing can be traced to it.",
        "zh": "尚不掌握其自有仓库的名称，无从追溯谱系。",
    },
    "descends_closed": {
        "en": "Its weights are not published: nothing can be built on them.",
        "zh": "其权重未公开，他人无从在其上开发。",
    },
    "descends_no_data": {
        "en": "These data hold no statements of descent.",
        "zh": "此处数据不含谱系信息。",
    },
    "descent_kinds": {"en": "By kind", "zh": "按方式"},
    "descent_kind": {"en": "Kind", "zh": "方式"},
    "descent_direct": {"en": "Direct", "zh": "直接"},
    "descent_further": {"en": "Further", "zh": "间接"},
    "descent_all": {"en": "All", "zh": "合计"},
    "descent_part": {"en": "Share", "zh": "占比"},
    "descent_repositories": {"en": "Repositories", "zh": "仓库"},
    "relation_finetune": {"en": "Fine-tunes", "zh": "微调"},
    "relation_adapter": {"en": "Adapters", "zh": "适配器"},
    "relation_quantized": {"en": "Quantised copies", "zh": "量化版"},
    "relation_merge": {"en": "Merges", "zh": "合并"},
    "relation_unspecified": {"en": "Kind not stated", "zh": "未注明方式"},
    "descent_builders": {"en": "Who built on it", "zh": "谁在其上开发"},
    "descent_builder": {"en": "Uploader", "zh": "上传者"},
    "descent_most": {
        "en": "The {n} most downloaded, makers that are known first; an account stands for itself where its maker is "
        "not known.",
        "zh": "列出下载最多的 {n} 个，已知机构在前；所属机构不详的，以账号列出。",
    },
    "descent_every": {
        "en": "Makers that are known first; an account stands for itself where its maker is not known.",
        "zh": "已知机构在前；所属机构不详的，以账号列出。",
    },
    "descent_account": {"en": "account", "zh": "账号"},
    "descent_others": {"en": "Others ({n})", "zh": "其他（{n} 个）"},
    "descent_unnamed": {
        "en": "Not named, as their sources state no licence",
        "zh": "不具名（来源未注明许可）",
    },
    "descent_homes": {"en": "Where its builders are based", "zh": "开发者所在地"},
    "descent_home": {"en": "Base of the maker", "zh": "机构所在地"},
    "descent_elsewhere": {"en": "Other countries", "zh": "其他国家和地区"},
    "descent_nowhere": {"en": "Maker or its base not known", "zh": "机构或其所在地不详"},
    "descent_listed": {
        "en": "{part} of {n} repositories listed have a known parent",
        "zh": "所列 {n} 个仓库中 {part} 已知其上级",
    },
    "descent_least": {
        "en": "the lists hold a part of the Hub and may be cut short: there are at least so many",
        "zh": "名单仅含 Hub 的一部分，且可能不全，故各数为下限",
    },
    "descent_whole": {
        "en": "a list of the whole Hub is among them",
        "zh": "其中有涵盖整个 Hub 的名单",
    },
    "descent_days": {
        "en": "{first} at the earliest and {last} at the latest, by source",
        "zh": "{first}至{last}不等（因来源而异）",
    },
    "descent_declared": {"en": "{n} by what cards declare", "zh": "{n} 个依据模型卡自述"},
    "descent_hub_inferred": {"en": "{n} as the Hub infers", "zh": "{n} 个依据 Hub 推断"},
    "descent_evidence": {
        "en": "{n} by a name, a configuration or a tokenizer",
        "zh": "{n} 个依据名称、配置或分词器判断",
    },
    "descent_holds": {"en": "{told} ({span} of such hold)", "zh": "{told}（此类判断 {span} 属实）"},
    "descent_looked": {
        "en": "cards, the Hub and evidence were looked at",
        "zh": "已查看模型卡、Hub 与其他依据",
    },
    "ancestry": {"en": "What it was built on", "zh": "它建立在什么之上"},
    "ancestry_n": {
        "en": "{n} of its {own} own repositories have a known parent.",
        "zh": "其 {own} 个自有仓库中，{n} 个已知其上级。",
    },
    "ancestry_shown": {
        "en": "The {n} most downloaded, each below what it was built on.",
        "zh": "以下为下载最多的 {n} 个，各列于其基础之下。",
    },
    "ancestry_unnamed": {
        "en": "Steps not shown, as their sources state no licence: {n}.",
        "zh": "因来源未注明许可而未列出的步骤：{n} 个。",
    },
    "ancestry_again": {"en": "also above", "zh": "上文已列"},
    "step_finetune": {"en": "fine-tune", "zh": "微调"},
    "step_adapter": {"en": "adapter", "zh": "适配器"},
    "step_quantized": {"en": "quantised copy", "zh": "量化版"},
    "step_merge": {"en": "merge", "zh": "合并"},
    "step_unspecified": {"en": "kind not stated", "zh": "未注明方式"},
    "by_declared": {"en": "declared", "zh": "模型卡自述"},
    "by_hub_inferred": {"en": "inferred by the Hub", "zh": "Hub 推断"},
    "by_name": {"en": "inferred from its name", "zh": "由名称判断"},
    "by_configuration": {"en": "inferred from its configuration", "zh": "由配置判断"},
    "by_tokenizer": {"en": "inferred from its tokenizer", "zh": "由分词器判断"},
}
