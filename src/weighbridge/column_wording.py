"""What the columns of published tables hold, in simplified Chinese; in English each column says its own."""

from __future__ import annotations

from collections.abc import Mapping

_TOLD = {
    "summary_en": "内容，由本项目自行表述，英文",
    "summary_zh_hans": "同上，简体中文",
    "nuance_en": "只看说法本身会遗漏什么，英文；没有则为空",
    "nuance_zh_hans": "同上，简体中文",
    "bare": "由补充说明决定时，通常转述的说法如何判断",
    "stated_on": "最早来源的日期；只知月份的，取该月最后一天",
    "sources": "各来源的发布者、标题、日期与网址，以竖线分隔",
}
# By the name of the table, then of the column.
CHINESE: Mapping[str, Mapping[str, str]] = {
    "models": {
        "model_id": "某版本的一组权重：版本标识，有多种规模时附规模",
        "name": "版本的英文名称，附规模",
        "setting": "评测时的推理强度、思考预算或注明日期的版本",
        "organisation": "机构的固定标识",
        "maker": "机构的英文名称",
        "country": "机构主要所在地，ISO 3166-1 alpha-2 代码；由多国共同开发的为 XZ",
        "openness": "权重的开放程度",
        "released_on": "发布日期；未宣布的，取已知最早日期",
        "params_total": "总参数量",
        "params_active": "每个 token 使用的参数量",
        "scored_as": "成绩榜上的名称，含评测设置",
        "capability": "按 `capability` 指标默认口径得到的能力",
        "capability_low": "其 90 % 区间的下端",
        "capability_high": "其 90 % 区间的上端",
        "published": "成绩发布者自行拟合的能力",
        "published_low": "发布者 90 % 区间的下端",
        "published_high": "发布者 90 % 区间的上端",
        "usd_per_mtok": "标价，读入与写出 token 按三比一：取机构自身报价，机构不售则取其他报价的中间值",
        "tokens_7d": "路由平台最近七个已列日期处理的 token",
        "downloads_30d": "机构各仓库 30 天的下载量，各取最近一次读数，不含副本",
        "pulls_all_time": "模型库列出该模型以来的拉取次数",
    },
    "evidence": {
        "use_id": "固定标识",
        "adopter_id": "使用方：采用者或机构",
        "adopter": "其英文名称",
        "model_ids": "系列、版本、机构，或代表其机构模型的国家或地区，以空格分隔",
        "use": "用途",
        "grade": "确知程度，以及依据谁的说法",
        "depth": "使用的深度",
        "since_on": "使用的第一天（如有说明）",
        "until_on": "使用的最后一天（如已结束）",
        "stated_count": "工具、模型或案例的数目（如有说明）",
        "not_only": "同时还使用其他机构的模型",
        **_TOLD,
    },
    "events": {
        "event_id": "固定标识",
        "happening": "事件类别",
        "subject_ids": "由谁或关于谁：机构、模型、采用者、国家或地区，以空格分隔",
        "object_ids": "对谁，或超过了谁，格式同上；没有则为空",
        "first_on": "可能的第一天，或数值所涵盖的第一天",
        "last_on": "最后一天，含当日",
        "grade": "确知程度，以及依据谁的说法",
        "platform_id": "所属的榜单或平台",
        "measure": "衡量同一事物的本项目指标",
        "place": "榜单上的名次，1 为首位",
        "value": "所公布的数值，单位见 `unit`",
        "value_low": "所公布的下界",
        "value_high": "所公布的上界",
        "unit": "数值的单位；占比以 1 为整体",
        "of_what_en": "数值的总体与定义，英文",
        "of_what_zh_hans": "同上，简体中文",
        **_TOLD,
    },
}
