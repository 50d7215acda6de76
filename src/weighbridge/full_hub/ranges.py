"""A remote file that is read by ranges: only what is asked for travels, and it is all of one and the same file."""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING

from weighbridge.errors import FetchError, ParseError
from weighbridge.http.pace import backoff
from weighbridge.hub_session import readable_faults

if TYPE_CHECKING:
    import httpx2

    from weighbridge.http import Client

MOST_BYTES_AT_ONCE = 16_000_000
TRIES = 5
_SPAN = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})")
_PARTIAL = 206


class RangedFile(io.RawIOBase):
    """The bytes at `url`, `size` of them, for a reader that seeks. Every failure is a FetchError.

    ParseError where more than `most` bytes are wanted: then the file is not what its reader takes it for.

    `digest`: of the whole file, as the Hub states it: an answer that names another is refused. `seconds`: of silence
    before an answer counts as lost. `travelled` counts the bytes that came; `planned`, if set, is what progress shows.
    """

    def __init__(
        self, client: Client, url: str, size: int, digest: str, headers: dict[str, str], seconds: float
    ) -> None:
        super().__init__()
        self.url, self.size, self.travelled = url, size, 0
        self.planned: int | None = None
        self.most = size
        self._client, self._digest, self._seconds = client, digest, seconds
        # Said here too: the library takes up a new session, without our limits, when a connection fails.
        self._headers = headers | {"Accept-Encoding": "identity"}
        self._at, self._etag = 0, ""

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def tell(self) -> int:
        """Give the place of the next byte."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place within the file."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = min(max(start + offset, 0), self.size)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Give the next `size` bytes, or what is left; a rest of any size is asked for in pieces."""
        stop = self.size if size < 0 else min(self._at + size, self.size)
        if self.travelled + stop - self._at > self.most:
            what = f"more than {self.most:,} bytes are wanted of it: too many to be right"
            raise ParseError(what, where=self.url, then="report that the dataset changed its shape")
        got = bytearray()
        while self._at < stop:
            piece = self._piece(self._at, min(self._at + MOST_BYTES_AT_ONCE, stop))
            got += piece
            self._at += len(piece)
        return bytes(got)

    def _piece(self, start: int, stop: int) -> bytes:
        """Give the bytes from `start` up to `stop`; what came of a broken answer is kept and the rest asked for."""
        got = bytearray()
        for attempt in range(1, TRIES + 1):
            self._ask(start, stop, got)
            if len(got) == stop - start:
                return bytes(got)
            time.sleep(backoff(attempt))
        what = f"broke off {TRIES} times between byte {start:,} and {stop:,}"
        raise FetchError(what, where=self.url, then="run it again; what was read before is stored")

    def _ask(self, start: int, stop: int, got: bytearray) -> None:
        from huggingface_hub.utils import (  # type: ignore[attr-defined] # loaded lazily there
            hf_raise_for_status,
            http_stream_backoff,
        )

        span = f"bytes={start + len(got)}-{stop - 1}"
        with (
            readable_faults(self.url, "a range of bytes"),
            http_stream_backoff(
                "GET", self.url, headers=self._headers | {"Range": span}, timeout=self._seconds
            ) as answer,
        ):
            hf_raise_for_status(answer)
            self._check(answer, start + len(got), stop)
            self._receive(answer, stop - start, got)

    def _check(self, answer: httpx2.Response, start: int, stop: int) -> None:
        """Refuse an answer that is not this range of this file."""
        span = _SPAN.fullmatch(answer.headers.get("content-range", "").strip())
        if answer.status_code != _PARTIAL or span is None or "content-encoding" in answer.headers:
            raise FetchError(f"answered {answer.status_code} where a range was asked for", where=self.url,
                             then="set HF_ENDPOINT to a Hub that serves ranges")  # fmt: skip
        if self.url.startswith("https:") and answer.url.scheme != "https":
            raise FetchError("leads out of encryption", where=self.url, then="report it")
        if tuple(map(int, span.groups())) != (start, stop - 1, self.size):
            what = f"sent {span[0]} where bytes {start}-{stop - 1}/{self.size} were asked for"
            raise FetchError(what, where=self.url, then="run it again, or report it")
        linked = next((tag for hop in [*answer.history, answer] if (tag := _tag(hop, "x-linked-etag"))), self._digest)
        etag = _tag(answer, "etag")
        if linked != self._digest or (self._etag and etag and etag != self._etag):
            raise FetchError("changed while it was read", where=self.url, then="run it again")
        self._etag = etag or self._etag

    def _receive(self, answer: httpx2.Response, whole: int, got: bytearray) -> None:
        import httpx2

        # Caught here, so that the library does not ask for the whole range again.
        try:
            for chunk in answer.iter_raw():
                got += chunk
                self.travelled += len(chunk)
                if len(got) > whole:
                    raise FetchError("sent more than was asked for", where=self.url, then="report it")
                if self._client.progress:
                    self._client.progress(self.url, self.travelled, self.planned)
        except httpx2.TransportError:
            return


def _tag(answer: httpx2.Response, header: str) -> str:
    return str(answer.headers.get(header, "")).strip().removeprefix("W/").strip('"')
