"""The client: names itself, keeps pace, asks again when that helps, and says what to do when it does not."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self, overload

from weighbridge.errors import FetchError
from weighbridge.http.address import checked, origin, redirected, shown
from weighbridge.http.deadline import Deadline
from weighbridge.http.exchange import OK, PARTIAL, Question, line_faults, read, refusal, timeouts
from weighbridge.http.failure import PassingError
from weighbridge.http.pace import Pace, backoff, retry_after
from weighbridge.http.part import Part
from weighbridge.http.reply import Reply, marker

if TYPE_CHECKING:
    import httpx2 as httpx

    from weighbridge.http.pinned import Addresses
    from weighbridge.http.reply import NotModified, Validators

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5


def _unchanged(url: str) -> str:
    return url


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Client:
    """Asks publishers politely. Use it as a context manager; every failure is a FetchError.

    `pace`: seconds between the starts of two requests to one host. `attempts`: how often one document is asked for in
    all. `longest_wait`: a Retry-After beyond these seconds is reported and not waited for. `route` rewrites an address
    just before it is asked, for a mirror or a test. `partials`: where broken large downloads wait for the next run.
    `progress(url, received, total)` is called as bytes come; `total` is None where the publisher does not state it.
    `addresses(host, port)` gives the addresses that may be connected to, where not every one may.
    """

    def __init__(  # noqa: PLR0913 - settings, each with a name and a default that suits
        self,
        *,
        user_agent: str = "",
        pace: float = 1.0,
        attempts: int = 5,
        longest_wait: float = 120.0,
        route: Callable[[str], str] = _unchanged,
        partials: Path | None = None,
        progress: Callable[[str, int, int | None], None] | None = None,
        addresses: Addresses | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], dt.datetime] = _utc_now,
    ) -> None:
        self.user_agent = user_agent or default_user_agent()
        self.progress = progress
        self._attempts, self._longest_wait = attempts, longest_wait
        self._route, self._partials, self._addresses = route, partials, addresses
        self._sleep, self._now = sleep, now
        self._pace = Pace(pace, sleep, clock)
        self._line: httpx.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; the client opens new ones if it is asked again."""
        if self._line is not None:
            self._line.close()
            self._line = None

    @overload
    def get(
        self,
        url: str,
        *,
        media_types: Collection[str],
        headers: Mapping[str, str] | None = ...,
        bearer: str = ...,
        max_bytes: int = ...,
        timeout: float = ...,
        pace: float | None = ...,
        known: None = ...,
    ) -> Reply: ...

    @overload
    def get(
        self,
        url: str,
        *,
        media_types: Collection[str],
        headers: Mapping[str, str] | None = ...,
        bearer: str = ...,
        max_bytes: int = ...,
        timeout: float = ...,
        pace: float | None = ...,
        known: Validators | None,
    ) -> Reply | NotModified: ...

    def get(  # noqa: PLR0913 - publishers differ in what must be said, and all but the address has a name
        self,
        url: str,
        *,
        media_types: Collection[str],
        headers: Mapping[str, str] | None = None,
        bearer: str = "",
        max_bytes: int = 64_000_000,
        timeout: float = 60.0,
        pace: float | None = None,
        known: Validators | None = None,
    ) -> Reply | NotModified:
        """Get one document.

        `media_types`: accepted ones, in lower case; empty accepts any. `bearer`: a key, sent only to this host.
        `max_bytes` bounds the body on the wire and unpacked, `timeout` (s) each exchange. `known`: what the store holds
        of this very address: then NotModified may come back. FetchError says what to do about everything else.
        """
        sent = _sent_headers(url, headers or {}, bearer, known)
        question = Question(url, media_types, max_bytes, timeout, sent, self.progress)
        part = Part.load(self._partials, url)
        try:
            answer = self._patiently(question, part, pace)
        except BaseException:
            part.save(self._partials)
            raise
        part.discard(self._partials)
        return answer

    def post(
        self,
        url: str,
        body: bytes,
        *,
        media_types: Collection[str],
        bearer: str = "",
        max_bytes: int = 64_000_000,
        timeout: float = 60.0,
        also: Collection[int] = (),
    ) -> Reply:
        """Hand over a JSON `body` to a service that may be asked twice for the same, and give its answer.

        `also`: refusals (statuses) that come back as a Reply. No redirect is followed: what is handed over goes to
        this address alone. All else as in `get`.
        """
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        sent = _sent_headers(url, headers, bearer, None)
        question = Question(url, media_types, max_bytes, timeout, sent, self.progress, body, also)
        answer = self._patiently(question, Part(url), None)
        assert isinstance(answer, Reply)  # noqa: S101 - nothing was said of what is known
        return answer

    def _patiently(self, question: Question, part: Part, pace: float | None) -> Reply | NotModified:
        """Ask until an answer comes or patience ends."""
        for attempt in range(1, self._attempts + 1):
            try:
                return self._ask(question, part, pace)
            except PassingError as error:
                if attempt == self._attempts:
                    tried = f"{error.what}, {attempt} times over" if attempt > 1 else error.what
                    raise FetchError(tried, where=shown(question.url), then=error.then) from error
                self._sleep(backoff(attempt) if error.after is None else error.after)
        raise AssertionError("a client makes at least one attempt")

    def _ask(self, question: Question, part: Part, pace: float | None) -> Reply | NotModified:
        """Follow redirects to one answer."""
        url, headers = question.url, dict(question.headers)
        if part.resumable:
            headers |= {"Range": f"bytes={len(part.body)}-", "If-Range": part.etag}
        for _ in range(_MOST_REDIRECTS + 1):
            self._pace.wait(checked(url).netloc, pace)
            with self._answer(question, url, headers) as answer:
                if answer.status_code not in _REDIRECTS:
                    return self._read(question, answer, part)
                if question.sent is not None:
                    # Where to is left out: whoever was sent a key could spell it there.
                    raise refusal(question, "redirects elsewhere", "give the address that answers itself")
                target = redirected(url, answer.headers.get("location", ""))
            if origin(target) != origin(url):
                headers.pop("Authorization", None)
            url = target
        raise refusal(question, f"more than {_MOST_REDIRECTS} redirects", "see where the publisher has moved it to")

    def _read(self, question: Question, answer: httpx.Response, part: Part) -> Reply | NotModified:
        """Read an answer; where the publisher states how long to wait, that is how long."""
        try:
            return read(question, answer, part)
        except PassingError as error:
            if answer.status_code in {OK, PARTIAL}:
                raise
            after = retry_after(answer.headers.get("retry-after", ""), self._now())
            if after is not None and after > self._longest_wait:
                moment = self._now() + dt.timedelta(seconds=after)
                then = f"try again after {moment:%Y-%m-%dT%H:%M:%SZ}"
                raise refusal(question, f"{error.what} and asks to wait", then) from error
            error.after = error.after if after is None else after
            raise

    @contextmanager
    def _answer(self, question: Question, url: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        line, deadline = self._open_line(), Deadline(question.timeout)
        asked, watched = self._route(url), {"trace": deadline.trace}
        with line_faults(question):
            request = line.build_request(
                "GET" if question.sent is None else "POST",
                asked,
                content=question.sent,
                headers=headers,
                timeout=timeouts(question),
                extensions=watched,
            )
        with deadline.told(), deadline, line_faults(question), closing(line.send(request, stream=True)) as answer:
            # No publisher may recognise a visitor by more than the name it gives itself.
            line.cookies.clear()
            yield answer

    def _open_line(self) -> httpx.Client:
        if self._line is None:
            import httpx2 as httpx

            always = {"User-Agent": self.user_agent, "Accept-Encoding": "gzip"}
            # Connections are not kept: at this pace they save nothing, and each must be known to its deadline.
            limits = httpx.Limits(max_keepalive_connections=0)
            transport = _pinned(self._addresses, limits) if self._addresses else None
            self._line = httpx.Client(headers=always, follow_redirects=False, limits=limits, transport=transport)
        return self._line


def _pinned(addresses: Addresses, limits: httpx.Limits) -> httpx.BaseTransport:
    from weighbridge.http.pinned import Pinned

    return Pinned(addresses, limits)


def default_user_agent() -> str:
    """Name the program, its version and its purpose."""
    from importlib.metadata import version

    return f"weighbridge/{version('weighbridge')} (public data on open-weight models; python-httpx2)"


def _sent_headers(url: str, headers: Mapping[str, str], bearer: str, known: Validators | None) -> dict[str, str]:
    sent = dict(headers)
    if bearer:
        if not (bearer.isascii() and bearer.isprintable() and " " not in bearer):
            raise FetchError("the key has characters that no key has", where=shown(url), then="set the key again")
        if checked(url).scheme != "https" and checked(url).hostname not in {"127.0.0.1", "::1", "localhost"}:
            raise FetchError("a key is not sent without encryption", where=shown(url), then="use the https address")
        sent["Authorization"] = f"Bearer {bearer}"
    if known is not None:
        conditions = {"If-None-Match": marker(known.etag), "If-Modified-Since": marker(known.last_modified)}
        sent |= {name: value for name, value in conditions.items() if value}
    return sent
