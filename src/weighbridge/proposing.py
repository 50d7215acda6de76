"""Propose: an endpoint that a reader names is asked for claims. The stage behind `weighbridge check --extractor`.

Any endpoint with the chat completions of OpenAI's form does. It is asked only if named; what it answers is untrusted.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from weighbridge.errors import FetchError, UsageError

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.article import Article
    from weighbridge.claim import Claim, Understood
    from weighbridge.claims.extracting.answer import Answer
    from weighbridge.claims.extracting.excerpts import Piece
    from weighbridge.claims.names import Lexicon
    from weighbridge.http import Client, Reply

KEY = "WEIGHBRIDGE_EXTRACTOR_KEY"
MOST_PIECES = 50
_PATH = "/chat/completions"
_SECONDS = 300.0
_MOST_BYTES = 2_000_000
_ATTEMPTS = 3
_LONGEST_WAIT = 60.0
# Refusals of a form of answer that an endpoint does not know; it may know a plainer one.
_FORM_REFUSED = frozenset({400, 422})
_NOT_THERE = frozenset({404, 405})


@dataclass(frozen=True)
class Extractor:
    """An endpoint and the model that it shall use. `url`: what `/chat/completions` is added to; `key`: may be empty."""

    url: str
    model: str
    key: str = field(default_factory=lambda: os.environ.get(KEY, "").strip(), repr=False)
    seconds: float = _SECONDS  # for each piece of an article


@dataclass(frozen=True)
class Proposals:
    """What came of asking. `claims`: those that hold and are new; `unused`: how many are not, by why."""

    model: str
    proposed: int
    claims: tuple[Claim, ...]
    unused: Mapping[str, int]
    unsent: int  # sentences too long to be sent


def extractor(url: str | None, model: str | None) -> Extractor | None:
    """Give the extractor that a reader names; UsageError where one of the two is missing."""
    if url is None and model is None:
        return None
    if not url:
        raise UsageError("--model names no endpoint", then="give --extractor URL with it")
    if not model:
        raise UsageError("--extractor needs a model", then="give --model NAME, as the endpoint calls it")
    return Extractor(url, model)


def proposed(
    asked: Extractor,
    article: Article,
    lexicon: Lexicon,
    day: dt.date | None,
    understood: Understood,
    client: Client | None = None,
) -> Proposals:
    """Ask for the claims of an article, and keep what its text bears out; FetchError where the endpoint fails.

    `client`: one that is not to be made for this; its owner closes it.
    """
    from weighbridge.claims.dates import moments
    from weighbridge.claims.extracting.excerpts import excerpts
    from weighbridge.claims.extracting.grounding import Ground, grounded
    from weighbridge.claims.extracting.joining import fresh
    from weighbridge.claims.extracting.words import DroppedError, Why
    from weighbridge.claims.quantities import quantities
    from weighbridge.claims.understanding.clauses import Found

    sent = excerpts(article)
    if len(sent.pieces) > MOST_PIECES:
        raise UsageError(
            f"the article makes {len(sent.pieces)} pieces, and an extractor is asked at most {MOST_PIECES}",
            then="give a part of it, or leave --extractor out",
        )
    text = article.text
    found = Found(lexicon.mentions(text), quantities(text), moments(text, day))
    ground = Ground(article, lexicon, found, understood.left)
    why: Counter[str] = Counter()
    held: list[Claim] = []
    total = 0
    url = _address(asked.url)
    with nullcontext(client) if client else _client(url) as line:
        answers = _asked(asked, line, url, text, sent.pieces)
    for piece, answer in zip(sent.pieces, answers, strict=True):
        total += len(answer.proposals) + answer.malformed
        why[Why.MALFORMED.value] += answer.malformed
        here = ground.within(piece)
        for proposal in answer.proposals:
            try:
                held.append(grounded(proposal, piece, here))
            except DroppedError as error:
                why[error.why.value] += 1
    new = fresh(held, understood.claims, article.passages)
    why[Why.FOUND_ALREADY.value] += len(held) - len(new)
    return Proposals(asked.model, total, tuple(new), {name: n for name, n in sorted(why.items()) if n}, sent.unsent)


def _asked(asked: Extractor, line: Client, url: str, text: str, pieces: Sequence[Piece]) -> list[Answer]:
    """Ask for each piece. The first manner that the endpoint takes is kept for all that follow."""
    from weighbridge.claims.extracting.answer import UnusableError, answer
    from weighbridge.claims.extracting.request import MANNERS, request

    manners = list(MANNERS)
    found = []
    for number, piece in enumerate(pieces, start=1):
        while (reply := _reply(asked, line, url, request(text, piece, asked.model, manners[0]))) is None:
            manners.pop(0)
            if not manners:
                raise _failure(url, "refuses the question in every form", "check --model and what it can do")
        try:
            found.append(answer(reply.body))
        except UnusableError as error:
            what = f"{error} (piece {number} of {len(pieces)})"
            raise _failure(url, what, "try another --model, or leave --extractor out") from None
    return found


def _reply(asked: Extractor, line: Client, url: str, body: bytes) -> Reply | None:
    """Hand over one question; null where the endpoint does not know the form of answer asked for."""
    reply = line.post(
        url,
        body,
        media_types={"application/json"},
        bearer=asked.key,
        max_bytes=_MOST_BYTES,
        timeout=asked.seconds,
        also=_FORM_REFUSED | _NOT_THERE,
    )
    if reply.status in _NOT_THERE:
        then = "check that the URL is the part before /chat/completions and that --model exists there"
        raise _failure(url, f"knows no such address or model ({reply.status})", then)
    return None if reply.status in _FORM_REFUSED else reply


def _address(url: str) -> str:
    """Give the address to ask; FetchError where it is none."""
    from weighbridge.http.address import checked

    parts = checked(url)
    path = parts.path.rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, path if path.endswith(_PATH) else path + _PATH, parts.query, ""))


def _client(url: str) -> Client:
    """Make the client. A machine of this network is asked without a proxy, which would be shown the article."""
    from weighbridge.claims.reading.address import resolved
    from weighbridge.http import Client

    addresses = resolved if _is_near(urlsplit(url).hostname or "") else None
    return Client(attempts=_ATTEMPTS, longest_wait=_LONGEST_WAIT, pace=0.0, addresses=addresses)


def _is_near(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host


def _failure(url: str, what: str, then: str) -> FetchError:
    from weighbridge.http.address import shown

    return FetchError(what, where=shown(url), then=then)
