"""All labels by hand of claims: those of the four articles, and those of sentences written for the purpose."""

from __future__ import annotations

from tests.claims.checking import (
    further_english,
    further_simplified,
    further_traditional,
    held_out_english,
    held_out_simplified,
    held_out_traditional,
    more_english,
    more_simplified,
    more_traditional,
    written_english,
    written_simplified,
    written_traditional,
)
from tests.claims.checking.reuters_labels import REUTERS
from tests.claims.checking.silicon_valley_labels import SILICON_VALLEY
from tests.claims.checking.summary_labels import SUMMARY
from tests.claims.checking.toner_labels import TONER

ARTICLES = {
    "bloomberg_toner_interview.txt": TONER,
    "open_source_race_summary.txt": SUMMARY,
    "reuters_uscc.txt": REUTERS,
    "silicon_valley_chinese_models.txt": SILICON_VALLEY,
}

WRITTEN = (*written_english.SENTENCES, *written_simplified.SENTENCES, *written_traditional.SENTENCES)
WITHOUT_CLAIMS = (*written_english.UNJUDGED, *written_simplified.UNJUDGED, *written_traditional.UNJUDGED)
# A second half to develop with, in other words.
MORE = (*more_english.SENTENCES, *more_simplified.SENTENCES, *more_traditional.SENTENCES)
WITHOUT_CLAIMS_MORE = (*more_english.UNJUDGED, *more_simplified.UNJUDGED, *more_traditional.UNJUDGED)
# A third, as newspapers put it in plain words.
FURTHER = (*further_english.SENTENCES, *further_simplified.SENTENCES, *further_traditional.SENTENCES)
WITHOUT_CLAIMS_FURTHER = (*further_english.UNJUDGED, *further_simplified.UNJUDGED, *further_traditional.UNJUDGED)
# Not to be looked at while developing.
HELD_OUT = (*held_out_english.SENTENCES, *held_out_simplified.SENTENCES, *held_out_traditional.SENTENCES)
WITHOUT_CLAIMS_HELD_OUT = (*held_out_english.UNJUDGED, *held_out_simplified.UNJUDGED, *held_out_traditional.UNJUDGED)
