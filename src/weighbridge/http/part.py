"""A download that may stop half-way and go on where it stopped, in this run or in the next."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

# Below this, asking again costs less than a file.
WORTH_KEEPING = 1_000_000
_LONGEST_HEAD = 2_000


@dataclass
class Part:
    """The first bytes of one answer, as they came over the wire, and the strong entity tag that they belong to."""

    url: str
    etag: str = ""
    encoding: str = ""
    body: bytearray = field(default_factory=bytearray)

    @property
    def resumable(self) -> bool:
        """Whether the rest alone may be asked for: a weak tag does not promise equal bytes."""
        return bool(self.body) and self.etag.startswith('"')

    def restart(self, etag: str, encoding: str) -> None:
        """Forget the bytes: another answer begins."""
        self.body.clear()
        self.etag, self.encoding = etag, encoding

    def save(self, folder: Path | None) -> None:
        """Keep the bytes for the next run, where that saves anything; the file appears whole or not at all."""
        if folder is None or not self.resumable or len(self.body) < WORTH_KEEPING:
            return
        head = json.dumps({"url": self.url, "etag": self.etag, "encoding": self.encoding}) + "\n"
        if len(head) > _LONGEST_HEAD:
            return
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f"{_name(self.url)}.{os.getpid()}.tmp"
        try:
            beside.write_bytes(head.encode() + self.body)
            beside.replace(folder / _name(self.url))
        finally:
            beside.unlink(missing_ok=True)

    @staticmethod
    def load(folder: Path | None, url: str) -> Part:
        """Give what an earlier run kept of `url`; an empty part if it kept nothing usable."""
        if folder is None:
            return Part(url)
        try:
            with (folder / _name(url)).open("rb") as file:
                head = json.loads(file.readline(_LONGEST_HEAD))
                body = bytearray(file.read())
            if head["url"] != url:
                return Part(url)
            return Part(url, str(head["etag"]), str(head["encoding"]), body)
        except (OSError, ValueError, KeyError, TypeError):
            return Part(url)

    def discard(self, folder: Path | None) -> None:
        """Delete what was kept: the download is complete or of no use."""
        if folder is not None:
            (folder / _name(self.url)).unlink(missing_ok=True)


def _name(url: str) -> str:
    return f"{sha256(url.encode()).hexdigest()[:32]}.part"
