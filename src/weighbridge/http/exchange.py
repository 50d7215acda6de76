"""One question and its answer: limits first, then belief."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weighbridge.errors import FetchError
from weighbridge.gunzip import TooLargeError, gunzip
from weighbridge.http.address import shown
from weighbridge.http.failure import PassingError
from weighbridge.http.reply import NotModified, Reply, marker

if TYPE_CHECKING:
    import httpx2 as httpx

    from weighbridge.http.part import Part

OK, PARTIAL, UNCHANGED, BAD_RANGE = 200, 206, 304, 416
_PLAIN = frozenset({"", "identity"})
_OVERLOADED = frozenset({408, 425, 429, 500, 502, 503, 504})
_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(?:\d{1,18}|\*)")
# A longer silence than this is a dead line even where the whole answer may take longer.
_LONGEST_SILENCE = 30.0


@dataclass(frozen=True)
class Question:
    """What is asked of a publisher, and how much of an answer is accepted."""

    url: str
    media_types: Collection[str]
    max_bytes: int
    timeout: float
    headers: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[str, int, int | None], None] | None = None
    sent: bytes | None = None  # what is handed over with the question; null only asks
    also: Collection[int] = ()  # statuses of refusals that are answers to who asks

    @property
    def silence(self) -> float:
        """How long (s) nothing may come: whoever is handed something thinks before the first byte."""
        return self.timeout if self.sent is not None else min(self.timeout, _LONGEST_SILENCE)


def refusal(question: Question, what: str, then: str) -> FetchError:
    """Make the error that asking again does not cure."""
    return FetchError(what, where=shown(question.url), then=then)


@contextmanager
def line_faults(question: Question) -> Iterator[None]:
    """Turn what can happen to a connection into PassingError, or FetchError where asking again is no use."""
    import httpx2 as httpx

    try:
        yield
    except httpx.TimeoutException as error:
        raise PassingError("silent for too long") from error
    except httpx.RemoteProtocolError as error:
        raise PassingError("the answer was cut off or is not HTTP") from error
    except httpx.TransportError as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            then = "check this machine's clock and its list of certificates"
            raise refusal(question, "the certificate is not trusted", then) from error
        # The library's own text is left out: it may repeat a header, and a header may hold a key.
        raise PassingError(f"no connection ({type(error).__name__})", "check the network and try again") from error
    except (httpx.InvalidURL, httpx.StreamError) as error:
        raise FetchError("could not be asked", where=shown(question.url), then="correct the address") from error


def timeouts(question: Question) -> httpx.Timeout:
    """Give the limits of each single wait."""
    import httpx2 as httpx

    return httpx.Timeout(question.silence, connect=min(question.timeout, _LONGEST_SILENCE))


def read(question: Question, answer: httpx.Response, part: Part) -> Reply | NotModified:
    """Read one answer that is no redirect, within the limits. PassingError or FetchError where it is not usable."""
    etag, last_modified = (marker(answer.headers.get(name, "")) for name in ("etag", "last-modified"))
    if answer.status_code == UNCHANGED and {"If-None-Match", "If-Modified-Since"} & question.headers.keys():
        return NotModified(shown(question.url), etag, last_modified)
    _check_status(question, answer, part)
    media_type = _media_type(question, answer)
    _receive(question, answer, part)
    body = _unpacked(question, part)
    status = answer.status_code if answer.status_code in question.also else OK
    return Reply(body, media_type, etag, last_modified, shown(question.url), status)


def _check_status(question: Question, answer: httpx.Response, part: Part) -> None:
    status = answer.status_code
    if status in question.also:
        return
    if status == BAD_RANGE and part.body:
        part.restart("", "")
        raise PassingError("the kept part of the download no longer fits", after=0.0)
    if status in _OVERLOADED:
        raise PassingError(f"answered {status}")
    if status in {401, 403}:
        raise refusal(question, f"refused with {status}", "check that the key is set, valid and allowed to read this")
    if status in {404, 410}:
        raise refusal(question, f"nothing there any more ({status})", "see where the publisher has moved it to")
    if status not in {OK, PARTIAL}:
        raise refusal(question, f"answered {status}, which is no document", "see the publisher's documentation")


def _media_type(question: Question, answer: httpx.Response) -> str:
    stated = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if question.media_types and stated not in question.media_types and answer.status_code not in question.also:
        expected = " or ".join(sorted(question.media_types))
        raise refusal(
            question,
            f"sent {stated[:100] or 'no media type'} where {expected} was expected",
            "see whether the publisher has changed the address or the form",
        )
    return str(stated)


def _receive(question: Question, answer: httpx.Response, part: Part) -> None:
    """Append the body as it comes over the wire to `part`, which keeps what arrived if the line breaks."""
    _open_part(answer, part)
    expected = _expected_bytes(answer, part)
    if expected is not None and expected > question.max_bytes:
        raise _too_large(question)
    for chunk in answer.iter_raw():
        part.body += chunk
        if len(part.body) > question.max_bytes:
            raise _too_large(question)
        if question.progress:
            question.progress(shown(question.url), len(part.body), expected)
    if expected is not None and len(part.body) != expected:
        raise PassingError(f"the answer was cut off: {len(part.body):,} of {expected:,} bytes came")
    if expected is None and not _marks_its_end(answer, part):
        raise refusal(question, "does not say where it ends, so that a cut would not show", "tell the publisher")


def _open_part(answer: httpx.Response, part: Part) -> None:
    etag = marker(answer.headers.get("etag", ""))
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    if answer.status_code != PARTIAL:
        part.restart(etag, encoding)
        return
    place = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    if not place or int(place[1]) != len(part.body) or etag not in {"", part.etag} or encoding != part.encoding:
        part.restart("", "")
        raise PassingError("sent another part of the document than the one asked for", after=0.0)


def _expected_bytes(answer: httpx.Response, part: Part) -> int | None:
    stated = answer.headers.get("content-length", "")
    if not (stated.isascii() and stated.isdigit()):
        return None
    return len(part.body) + int(stated[:18])


def _marks_its_end(answer: httpx.Response, part: Part) -> bool:
    chunked = "chunked" in answer.headers.get("transfer-encoding", "").lower()
    return chunked or part.encoding not in _PLAIN


def _unpacked(question: Question, part: Part) -> bytes:
    if part.encoding in _PLAIN:
        return bytes(part.body)
    if part.encoding not in {"gzip", "x-gzip"}:
        raise refusal(question, f"packed as {part.encoding[:50]}, which was not asked for", "tell the publisher")
    try:
        return gunzip(bytes(part.body), question.max_bytes)
    except TooLargeError as error:
        raise _too_large(question) from error
    except ValueError as error:
        part.restart("", "")
        raise PassingError(f"damaged on the way ({error})") from error


def _too_large(question: Question) -> FetchError:
    return refusal(question, f"larger than {question.max_bytes:,} bytes", "see what the publisher sends now")
