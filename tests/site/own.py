"""Articles of a publisher's own: one that rests on figures, one without a claim, and those that strangers named."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from tests.site.press import DAY, STRANGE, WEIGHED, WORDS
from weighbridge import wording
from weighbridge.checked_article import ArticleClaim, CheckedArticle, Sentence
from weighbridge.judged_claim import JudgedClaim

_FIELDS = tuple(JudgedClaim.__dataclass_fields__)


def claim(number: int, judged: JudgedClaim, *said: Sentence, speaker: str = "the reporter") -> ArticleClaim:
    return ArticleClaim(
        **{name: getattr(judged, name) for name in _FIELDS},
        id=f"{number:016x}",
        number=number,
        said=said,
        speakers={"en": speaker, "zh": "记者" if speaker == "the reporter" else speaker},
        possible=number > 1,
    )


def article(title: str, *claims: ArticleClaim, body: bytes = b"") -> CheckedArticle:
    left = {"opinion": 2, "question": 1}
    digest = sha256(title.encode() + body).hexdigest()
    return CheckedArticle(digest, title, "en", "en", DAY, "stated", claims, left)


FIRST = claim(1, WEIGHED, Sentence("Chinese models now lead.", "en"), Sentence("中国模型已经领先。", "zh"))
BARE = claim(2, STRANGE, Sentence(WORDS[0], "en"), speaker=WORDS[1])
SOUND = article("Who leads now", FIRST, BARE)
NONE = replace(article(""), title_language=None, language=None, day=None, how="unknown", unjudged={})
# As they come from the stage: on one line, without what turns the direction of letters.
NAMED = tuple(article(wording.plain(name, 300), FIRST) for name in WORDS)
TWIN = article(SOUND.title, FIRST, body=b"other")
ARTICLES = (SOUND, TWIN, *NAMED, NONE)
