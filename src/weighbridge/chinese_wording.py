"""Words for figures in simplified Chinese: what `wording` says in English, function by function."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from weighbridge import lag_wording
from weighbridge.chinese_figures import UNKNOWN, amount, brief, compact, day, ends, figure, month, period, points, span
from weighbridge.chinese_names import GROUPINGS, OPENNESS, country, group, grouping
from weighbridge.reason_wording import reason
from weighbridge.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.estimate import Estimate, Series, Standing, Status

__all__ = [
    "GROUPINGS", "OPENNESS", "TONGUE", "UNKNOWN", "ahead", "amount", "beside", "brief", "compact", "country", "day",
    "figure", "finding", "group", "grouping", "inside", "lead", "listed", "margin", "month", "opening", "over_choices",
    "period",
    "plain", "rank", "reason", "rival", "since", "span", "status", "sure", "unranked",
]  # fmt: skip

TONGUE: Final = "zh"
STATUSES = {
    "observed": "实测",
    "estimated": "估计",
    "bounded": "仅有上下界",
    "provisional": "暂定",
    "missing": "缺失",
}
# After a class of models inside a sentence.
_MODELS = {"openness": "模型", "size_class": "的模型"}
_ROUNDS_AWAY = 0.005  # a part nearer than this to none or to all would be printed as none or all
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = "\u3400", "\u9fff"


def status(of: Status) -> str:
    """Say what kind of figure it is."""
    return STATUSES[of]


def listed(parts: Iterable[str]) -> str:
    """Give a list on one line."""
    return "、".join(parts)


def beside(said: str, by: str, other: str, unit: str) -> str:
    """Say of a figure of a pair who the other one is, by its id; a lag below none is a lead."""
    if unit == "months" and (lead := ahead(said)):
        return _joined("领先", group(by, other), lead)
    if unit == "months":
        return _joined("落后", group(by, other), said)
    return _joined("为", group(by, other), "的", said)


def ahead(said: str) -> str:
    """Tell a lag that lies below none throughout as the lead that it is; empty where some of it does not."""
    return lag_wording.turned(said, "至多 ", "至少 ", " 至 ")


def inside(by: str, named: str) -> str:  # noqa: ARG001 - as in other languages
    """Give the name of a group as it stands inside a sentence: Chinese has no articles."""
    return named


def opening(by: str, named: str) -> str:  # noqa: ARG001 - as in other languages
    """Give the name of a group as it opens a sentence."""
    return named


def margin(standing: Standing, unit: str) -> str:
    """Say how far the one ahead stands before the next; shares differ by percentage points."""
    if standing.runner_up is None:
        return "没有其他竞争者"
    value, low, high = standing.margin, standing.margin_low, standing.margin_high
    if unit != "share":
        return figure(value, low, high, unit)
    bounds = ends(*(None if end is None else points(end) for end in (low, high)), negative=(low or 0.0) < 0)
    if value is None:
        return bounds
    point = points(value)
    return point if bounds in (UNKNOWN, point) else f"{point}（{bounds.replace(' 个百分点', '')}）"


def since(standing: Standing) -> str:
    """Say when the lead began, as closely as sampling and choices allow."""
    if standing.leader is None or standing.since_until is None:
        return UNKNOWN
    if standing.since_after is None:
        return f"不晚于 {day(standing.since_until)}（可判定的首日）"
    return f"{period(standing.since_after, standing.since_until)}之间"


def sure(standing: Standing) -> str:
    """Say under which part of the choices, and of the resamples, the one ahead leads."""
    counted, every = standing.choices_counted, standing.choices_counted + standing.choices_silent
    only = f"（只计 {every:,} 种组合中有数据的 {counted:,} 种）" if standing.choices_silent else ""
    choices = _part(standing.share_of_choices, "选项组合", "领先") + only
    if standing.share_of_resamples is None:
        return choices
    return f"{choices}，{_part(standing.share_of_resamples, '重抽样', '居首')}"


def rival(by: str, name: str, ways: Iterable[str]) -> str:
    """Say who else leads, and in which ways: the options of each, as they are told."""
    return _joined("取", "或".join(ways), "时，", _subject(by, name), "领先")


def rank(best: int | None, worst: int | None) -> str:
    """Give a place, `1`, or the places that overlapping intervals leave, `2–4`."""
    if best is None or worst is None:
        return UNKNOWN
    return f"{best}" if best == worst else f"{best}–{worst}"


def lead(series: Series) -> str:
    """Name the leader, or say that there is none and who is ahead."""
    standing = series.standing
    if standing is None:
        return f"无排名：{unranked(series)}"
    if standing.leader is None:
        return _joined("未定，", _subject(series.by, standing.ahead), "数值最高") if standing.ahead else "未定"
    return group(series.by, standing.leader)


def unranked(series: Series) -> str:
    """Say why a series has no standing."""
    return reason(series.no_race) or "最新一期没有数值"


def finding(series: Series) -> str:
    """Say a race's standing in one sentence."""
    standing = series.standing
    if standing is None:
        return f"按{grouping(series.by)}没有排名：{unranked(series)}。"
    value = figure(standing.value, standing.value_low, standing.value_high, series.unit)
    if standing.leader is None:
        ahead = _subject(series.by, standing.ahead) if standing.ahead else UNKNOWN
        return _joined("尚无定论：数据容许不止一方领先；", ahead, "数值最高，为", value, "。")
    second: tuple[str, ...] = ()
    if standing.runner_up is not None:
        second = ("，领先", _subject(series.by, standing.runner_up), margin(standing, series.unit))
    return _joined(_subject(series.by, standing.leader), "以", value, "居首", *second, "；", _began(standing), "。")


def over_choices(estimate: Estimate, unit: str) -> str:
    """Give the range of a figure over all choices; that of a known figure without ends is open, not unknown."""
    known = (estimate.value, estimate.ci_low, estimate.ci_high) != (None, None, None)
    both = estimate.range_low, estimate.range_high
    return "两端开放" if known and both == (None, None) else span(*both, unit)


def _subject(by: str, name: str) -> str:
    """Name a group inside a sentence: 开放许可 alone would be read on into the next word."""
    return group(by, name) + _MODELS.get(by, "")


def _began(standing: Standing) -> str:
    if standing.since_until is None:
        return "领先的起始时间未知"
    if standing.since_after is None:
        return f"最迟在 {day(standing.since_until)}（可判定的首日）已领先"
    return f"领先始于 {period(standing.since_after, standing.since_until)}之间"


def _part(share: float, of: str, does: str) -> str:
    if share in (0, 1):
        return f"在全部{of}中{does}" if share else f"在任何{of}中均未{does}"
    if share <= _ROUNDS_AWAY:
        return f"在不到 1 % 的{of}中{does}"
    return f"在超过 99 % 的{of}中{does}" if share >= 1 - _ROUNDS_AWAY else f"在 {share * 100:.0f} % 的{of}中{does}"


def _joined(*parts: str) -> str:
    """Join parts of a sentence, with a space where Chinese meets letters or digits, or these one another."""
    said = ""
    for part in parts:
        kinds = {_kind(said[-1:]), _kind(part[:1])}
        said += f" {part}" if "Latin" in kinds and "open" not in kinds else part
    return said


def _kind(letter: str) -> str:
    """Say whether a letter is Chinese, of another script or a digit, or needs no space beside it."""
    if _FIRST_IDEOGRAPH <= letter <= _LAST_IDEOGRAPH:
        return "Chinese"
    return "open" if not letter or (letter != "%" and unicodedata.category(letter)[0] in "PZ") else "Latin"
