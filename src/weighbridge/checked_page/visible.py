"""Text of strangers as a page may show it: what turns the direction of letters is visible, what hides is gone."""

from __future__ import annotations

import re

# Characters that turn the direction of what follows: left as they are they would make a text read as another.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
# Characters without a shape of their own, halves of pairs, and what no document may hold.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]+"
)
_SPACES = re.compile("[\u2028\u2029\r]+")


def visible(text: str) -> str:
    """Give `text` without hidden characters; a run of turning ones becomes ⟨U+202E⟩, named by its first."""
    clear = _HIDDEN.sub("", _SPACES.sub("\n", text))
    return _TURNING.sub(lambda found: f"⟨U+{ord(found[0][0]):04X}⟩", clear)


def address(url: str | None) -> str | None:
    """Give an address that a link may lead to: http or https, a host, nothing hidden; else None."""
    from urllib.parse import urlsplit

    if not url or visible(url) != url or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
