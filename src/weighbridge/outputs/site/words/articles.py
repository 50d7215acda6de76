"""Words of checked articles."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "articles_title": {"en": "Articles, checked", "zh": "文章核查"},
    "articles_says": {
        "en": "Articles that the publisher of this site had checked: each claim about the open-weight race held "
        "against the data.",
        "zh": "本站发布者送交核查的文章：其中关于开放权重模型之争的说法，逐条与数据对照。",
    },
    "articles_all": {"en": "All {n} articles", "zh": "全部 {n} 篇文章"},
    "articles_cut": {
        "en": "The newest {shown} of {n} stand here; the table beside this page has all.",
        "zh": "此处列出 {n} 篇中最新的 {shown} 篇；全部文章见本页附带的数据表。",
    },
    "articles_press": {"en": "Claims of the press", "zh": "媒体说法"},
    "article_kind": {"en": "a checked article", "zh": "文章核查"},
    "article_untitled": {"en": "An article without a title", "zh": "无题文章"},
    "article_says": {
        "en": "Claims about the open-weight race found in it: {n}. Verdicts: {rulings}.",
        "zh": "文中找到 {n} 条关于开放权重模型之争的说法。结论：{rulings}。",
    },
    "article_ruled": {"en": "{ruling} {n}", "zh": "{ruling} {n} 条"},
    "article_no_claims": {
        "en": "No claim about the open-weight race that figures or entries could decide was found in it.",
        "zh": "文中没有找到可用数据或证据判断的、关于开放权重模型之争的说法。",
    },
    "article_quotes": {
        "en": "Each claim is quoted alone, in the article’s own language; the article belongs to its publisher. It is "
        "judged anew at every publication, as `weighbridge check` judges any article.",
        "zh": "每条说法只引其原句，保留文章原来的语言；文章版权归其发布者。每次发布都重新判断，"
        "方法与 `weighbridge check` 相同。",
    },
    "article_dated": {"en": "{day} ({how})", "zh": "{day}（{how}）"},
    "article_day_given": {"en": "as given", "zh": "由发布者给定"},
    "article_day_stated": {"en": "as the article states", "zh": "文中写明"},
    "article_day_weekday": {
        "en": "the article states day and weekday; the year is the newest in which they meet",
        "zh": "文中写明日期与星期，年份取二者最近相符的一年",
    },
    "article_day_own_dates": {
        "en": "the newest day that the article names; it may be later",
        "zh": "取文中提到的最近日期，实际可能更晚",
    },
    "article_day_unknown": {
        "en": "day not known: judged as if it spoke on the day of publication",
        "zh": "日期不详：视同发布之日所写来判断",
    },
    "article_left": {"en": "Recognised and not judged: {told}.", "zh": "识别出但不予判断：{told}。"},
    "article_left_opinion": {"en": "opinions ({n})", "zh": "观点 {n} 句"},
    "article_left_prediction": {"en": "predictions ({n})", "zh": "预测 {n} 句"},
    "article_left_question": {"en": "questions ({n})", "zh": "提问 {n} 句"},
    "article_claims": {"en": "Claims", "zh": "说法"},
    "article_claim": {"en": "Claim {n}", "zh": "说法 {n}"},
    "article_said_by": {"en": "said by {name}", "zh": "出自：{name}"},
    "article_possible": {
        "en": "a name in it is read from what looks like a slip",
        "zh": "其中一个名称疑为笔误",
    },
    "article_cut": {
        "en": "The first {shown} of {n} claims stand here; {left} more are left out. The CSV beside this page has all.",
        "zh": "此处列出 {n} 条说法中的前 {shown} 条，略去 {left} 条；全部见本页附带的 CSV。",
    },
    "article_again": {"en": "Whoever has the article repeats the check:", "zh": "持有原文者可自行复核："},
}
