"""What the reading of a source met, in the words that its parser counts it by; what is not listed is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "met_repeated_row": {"en": "repeated row", "zh": "重复的行"},
    "met_repeated_repository": {"en": "repeated repository", "zh": "重复的仓库"},
    "met_repository_stands_twice": {"en": "repository stands twice", "zh": "同一仓库出现两次"},
    "met_repository_is_its_own_parent": {"en": "repository is its own parent", "zh": "仓库以自身为来源"},
    "met_last_count_of_a_removed_repository": {
        "en": "last count of a removed repository",
        "zh": "已移除仓库的最后计数",
    },
    "met_more_than_one_model_type": {"en": "more than one model type", "zh": "模型类型不止一种"},
    "met_more_than_one_relation": {"en": "more than one relation", "zh": "与来源的关系不止一种"},
    "met_unknown_relation": {"en": "unknown relation", "zh": "未知的来源关系"},
    "met_parent_is_not_a_repository": {"en": "parent is not a repository", "zh": "所填来源不是仓库名"},
    "met_listed_model_is_not_a_repository": {"en": "listed model is not a repository", "zh": "所列模型不是仓库名"},
    "met_id_is_not_a_repository": {"en": "id is not a repository", "zh": "标识不是仓库名"},
    "met_id_is_not_org_model": {"en": "id is not org/model", "zh": "标识不是“机构/模型”形式"},
    "met_metadata_of_another_repository": {"en": "metadata of another repository", "zh": "元数据属于另一仓库"},
    "met_metadata_is_not_readable": {"en": "metadata is not readable", "zh": "元数据无法读取"},
    "met_listing_older_than_its_revision": {"en": "listing older than its revision", "zh": "清单早于其修订版"},
    "met_list_is_not_readable": {"en": "list is not readable", "zh": "列表无法读取"},
    "met_implausible_creation": {"en": "implausible creation", "zh": "创建日期不可信"},
    "met_implausible_parameter_count": {"en": "implausible parameter count", "zh": "参数量不可信"},
    "met_count_not_fetched": {"en": "count not fetched", "zh": "计数未被抓取"},
    "met_count_differs_from_list": {"en": "count differs from list", "zh": "计数与列表不符"},
    "met_pulls_not_shown_yet": {"en": "pulls not shown yet", "zh": "尚未显示拉取次数"},
    "met_page_was_not_read": {"en": "page was not read", "zh": "页面未读取"},
    "met_partial_week": {"en": "partial week", "zh": "不完整的一周"},
    "met_day_without_a_remainder_row": {"en": "day without a remainder row", "zh": "某日缺“其余”一行"},
    "met_day_without_51_rows": {"en": "day without 51 rows", "zh": "某日不足 51 行"},
    "met_day_missing_from_the_window": {"en": "day missing from the window", "zh": "时段内缺某日"},
    "met_row_dated_outside_its_week": {"en": "row dated outside its week", "zh": "行的日期不在其所属周内"},
    "met_total_differs_from_rows": {"en": "total differs from rows", "zh": "总数与各行不符"},
    "met_total_is_not_the_sum_of_its_rows": {"en": "total is not the sum of its rows", "zh": "总数不等于各行之和"},
    "met_share_is_not_tokens_by_total": {"en": "share is not tokens by total", "zh": "占比不等于 token 除以总数"},
    "met_tree_without_one_root": {"en": "tree without one root", "zh": "血统树没有唯一的根"},
    "met_record_of_another_length_than_the_header": {
        "en": "record of another length than the header",
        "zh": "记录长度与表头不符",
    },
    "met_more_rows_than_expected": {"en": "more rows than expected", "zh": "行数多于预期"},
    "met_index_anchored_elsewhere": {"en": "index anchored elsewhere", "zh": "指数的锚点不同"},
    "met_benchmark_older_than_the_tables_first_day": {
        "en": "benchmark older than the tables' first day",
        "zh": "基准早于数据表的首日",
    },
    "met_benchmark_without_a_score_above_a_hundredth": {
        "en": "benchmark without a score above a hundredth",
        "zh": "基准没有高于百分之一的成绩",
    },
    "met_score_of_at_most_1_on_a_larger_scale": {
        "en": "score of at most 1 on a larger scale",
        "zh": "在更大的量程上成绩不超过 1",
    },
    "met_rating_of_a_board_which_is_no_share": {
        "en": "rating of a board, which is no share",
        "zh": "榜单等级分，不是比例",
    },
    "met_row_without_a_model": {"en": "row without a model", "zh": "未写明模型的行"},
    "met_row_without_a_score": {"en": "row without a score", "zh": "未写明成绩的行"},
    "met_unknown_version": {"en": "unknown version", "zh": "未知版本"},
    "met_unknown_word_on_access": {"en": "unknown word on access", "zh": "关于获取方式的未知词语"},
    "met_unreadable_words_of_an_uploader": {"en": "unreadable words of an uploader", "zh": "上传者填写的文字无法读取"},
    "met_release_known_to_the_month_only": {"en": "release known to the month only", "zh": "发布日期只知月份"},
    "met_release_on_a_day_that_cannot_be": {"en": "release on a day that cannot be", "zh": "发布日期不可能成立"},
    "met_price_announced_for_later": {"en": "price announced for later", "zh": "预告的未来价格"},
    "met_price_far_from_others": {"en": "price far from others", "zh": "价格与其他报价相差悬殊"},
    "met_price_over_1_000_usd_per_million_tokens": {
        "en": "price over 1,000 USD per million tokens",
        "zh": "每百万 token 价格超过 1,000 美元",
    },
    "met_price_beyond_10_000_usd_per_million_tokens_left_out": {
        "en": "price beyond 10,000 USD per million tokens left out",
        "zh": "每百万 token 超过 10,000 美元的价格，未计入",
    },
    "met_input_price_over_100_times_the_output_price": {
        "en": "input price over 100 times the output price",
        "zh": "读入价超过写出价的 100 倍",
    },
    "met_output_price_over_1_000_times_the_input_price": {
        "en": "output price over 1,000 times the input price",
        "zh": "写出价超过读入价的 1,000 倍",
    },
    "met_long_context_priced_in_two_ways": {"en": "long context priced in two ways", "zh": "长上下文有两种价格"},
    "met_two_keys_price_one_offer_differently_the_one_with_its_provider_stands": {
        "en": "two keys price one offer differently, the one with its provider stands",
        "zh": "同一报价有两个不同价格，取写明提供方者",
    },
    "met_entry_of_another_mode_than_text": {"en": "entry of another mode than text", "zh": "非文本类条目"},
    "met_entry_of_an_unknown_mode": {"en": "entry of an unknown mode", "zh": "类型未知的条目"},
    "met_entry_without_a_mode": {"en": "entry without a mode", "zh": "未写明类型的条目"},
    # What stands between backticks is a publisher's own.
    "met_unknown_field": {"en": "unknown field `{name}`", "zh": "未知字段 `{name}`"},
    "met_unusable": {"en": "unusable `{name}`", "zh": "无法使用的 `{name}`"},
    "met_out_of_bounds": {"en": "`{name}` out of bounds", "zh": "`{name}` 超出范围"},
    "met_is_no_whole_number": {"en": "`{name}` is no whole number", "zh": "`{name}` 不是整数"},
    "met_rating_refused_outside_its_interval": {
        "en": "rating refused: outside its interval",
        "zh": "等级分不在其区间内，未采用",
    },
    "met_rating_refused_no_interval_on_a_board_that_states_them": {
        "en": "rating refused: no interval on a board that states them",
        "zh": "榜单给出区间而该等级分没有，未采用",
    },
}
