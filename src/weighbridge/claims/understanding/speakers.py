"""Who says a sentence: the reporter, a person, or a report."""

from __future__ import annotations

import re

from weighbridge.claim import Speaker, Voice
from weighbridge.claims.pieces import sought

_REPORT = sought(
    r"\b(?:(?:the )?(?:report|study|paper|research|data|figures|survey|estimates?|analysis) "
    r"(?:said|says|shows?|showed|suggests?|indicates?|finds?|found|emphasi[sz]es)"
    r"|according to (?:the |a )?(?P<source>[^,.;]{2,60}))"
    r"|(?:报告|研究|数据|调查|文章|报道|估算|统计)(?:称|显示|指出|表明|认为|写道)"
    r"|(?P<zh>[\u4e00-\u9fffA-Za-z ]{2,20})(?:的)?数据(?:显示|印证)",
    "said says show suggest indicate find found emphasi according 称 显示 指出 表明 认为 写道 数据",
    any_case=True,
    reach=None,
)
_SAYS = "said|says|told|wrote|added|noted|argued|claimed|warned|announced"
_NAME = r"[A-Z][\w.'-]{1,40}(?: [A-Z][\w.'-]{1,40}){0,4}"
_ROLE = r"(?:the )?(?:company|firm|bank|commission|agency|investor|spokes\w+|executive|he|she|it)"
_PERSON = sought(
    rf"(?P<before>{_NAME}) (?:{_SAYS})\b|\b(?:said|says|added|wrote) (?P<after>{_NAME})"
    rf"|\b(?P<role>{_ROLE}) (?:{_SAYS})\b",
    _SAYS.replace("|", " "),
    reach=None,
)
_PERSON_ZH = sought(
    r"(?:^|[,。;:“”!?\s])(?P<name>[^,。;:“”!?]{2,24}?)(?:周[一二三四五六日])?(?:在[^,。]{1,24})?(?:就|也|还|曾|则|最近|直言)?"
    r"(?:表示|称(?!为|霸|赞)|说(?!明)|指出|写道|透露|补充道|强调|承认|直言|坦言)",
    "表示 称 说 指出 写道 透露 补充道 强调 承认 直言 坦言",
    reach=None,
)
_PRONOUNS = frozenset({"", "it", "he", "she", "they", "他", "她", "它", "他们"})
_QUOTE = re.compile(r"“[^”]{12,}|\"[^\"]{12,}")


def speaker(sentence: str, before: Speaker | None = None) -> Speaker:
    """Tell who says a sentence. `before`: who said the one before, for a quotation that goes on."""
    if found := next(_REPORT.finditer(sentence), None):
        name = found["source"] or found["zh"]
        return Speaker(Voice.REPORT, name.strip() if name else None)
    for pattern in (_PERSON, _PERSON_ZH):
        if found := next(pattern.finditer(sentence), None):
            name = next((group for group in found.groups() if group), "").strip()
            return Speaker(Voice.PERSON, None if name.lower() in _PRONOUNS else name)
    if before is not None and before.voice is not Voice.REPORTER and _QUOTE.match(sentence):
        return before
    return Speaker(Voice.REPORTER)
