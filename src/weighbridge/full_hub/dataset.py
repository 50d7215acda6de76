"""Files of a dataset on the Hub through time, asked through the Hub's own client. Every failure is a FetchError."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from weighbridge.errors import FetchError
from weighbridge.full_hub.ranges import RangedFile
from weighbridge.full_hub.revisions import Revision
from weighbridge.http.pace import Pace
from weighbridge.hub_session import bounded, hooked, hub_api, hub_headers, limited, readable_faults
from weighbridge.values import instant

if TYPE_CHECKING:
    import httpx2
    from huggingface_hub.hf_api import RepoFile, RepoFolder

    from weighbridge.http import Client

# The Hub lets an address without a token list 500 pages and read 3,000 ranges in five minutes.
SECONDS_BETWEEN_PAGES = 1.0
SECONDS_BETWEEN_RANGES = 0.2
SECONDS_OF_SILENCE = 60.0
LONGEST_WAIT = 330
COMMITS_ON_PAGE = 100
MOST_BYTES_OF_PAGE = 32_000_000
# Of one kind in one revision: each is asked for its first bytes.
MOST_FILES = 50
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_THEN = "update huggingface_hub, or report the change"


@dataclass(frozen=True)
class FileState:
    """A file as one commit put it there: the commit's id and instant (UTC), its bytes, their digest, its address.

    `digest`: their sha256; of a file that is small enough to lie in git itself, git's name for it (sha1).
    """

    path: str
    commit: str
    at: dt.datetime
    size: int
    digest: str
    url: str


@dataclass(frozen=True)
class Dataset:
    """The dataset `repo`; ask it while it is `open`. `token` is empty where there is none."""

    client: Client
    endpoint: str
    token: str
    repo: str
    _pace: Pace = field(default_factory=lambda: Pace(0.0, time.sleep, time.monotonic))

    @contextmanager
    def open(self) -> Iterator[None]:
        """Lay limits and pace on the Hub's client while this lasts."""
        with hooked(self._ask, _answered):
            yield

    def revisions(self) -> Iterator[Revision]:
        """Yield every commit of the main branch, newest first; pages are asked for as they are needed."""
        from huggingface_hub.utils import paginate  # type: ignore[attr-defined] # loaded lazily there

        # `HfApi.list_repo_commits` reads the same pages, but all of them: years of them for one month.
        url = f"{self._root}/api/datasets/{self.repo}/commits/main"
        with readable_faults(url, "a list of commits"):
            headers = hub_headers(self.client, self.token)
            for commit in paginate(url, params={"limit": COMMITS_ON_PAGE}, headers=headers):
                if not _COMMIT.fullmatch(commit["id"]):
                    raise ValueError(commit["id"])
                yield Revision(commit["id"], instant(commit["date"]))

    def file_at(self, revision: Revision, path: str) -> FileState | None:
        """Give the file at `path` in the uppermost folder as it stands at `revision`; None where there is none."""
        found = next((entry for entry in self._tree(revision) if entry.path == path), None)
        return None if found is None else self._state(found)

    def files_at(self, revision: Revision, ending: str) -> list[FileState]:
        """Give every file with bytes whose path ends so, as it stands at `revision`; FetchError beyond MOST_FILES."""
        entries = (entry for entry in self._tree(revision, recursive=True) if entry.path.endswith(ending))
        found = list(islice((entry for entry in entries if getattr(entry, "size", 0)), MOST_FILES + 1))
        if len(found) > MOST_FILES:
            what = f"has more than {MOST_FILES} files that end with {ending}"
            raise FetchError(what, where=f"{self._root}/datasets/{self.repo}", then="report that it changed its shape")
        return [self._state(entry) for entry in found]

    def _tree(self, revision: Revision, *, recursive: bool = False) -> Iterator[RepoFile | RepoFolder]:
        url = f"{self._root}/api/datasets/{self.repo}/tree/{revision.commit}"
        with readable_faults(url, "a list of files"):
            api = hub_api(self.client, self._root, self.token)
            yield from api.list_repo_tree(
                self.repo, repo_type="dataset", revision=revision.commit, expand=True, recursive=recursive
            )

    def opened(self, state: FileState) -> RangedFile:
        """Give the file's bytes to whoever reads ranges of them."""
        headers = hub_headers(self.client, self.token)
        return RangedFile(self.client, state.url, state.size, state.digest, headers, SECONDS_OF_SILENCE)

    @property
    def _root(self) -> str:
        return self.endpoint.rstrip("/")

    def _state(self, found: RepoFile | RepoFolder) -> FileState:
        from huggingface_hub.hf_api import RepoFile

        where = f"{self._root}/datasets/{self.repo}"
        if not isinstance(found, RepoFile) or found.last_commit is None:
            raise FetchError(f"says too little about {found.path[:200]}", where=where, then=_THEN)
        commit = found.last_commit.oid
        digest, kind = (found.blob_id, _COMMIT) if found.lfs is None else (found.lfs.sha256, _SHA256)
        if not (_COMMIT.fullmatch(commit) and kind.fullmatch(digest) and found.size > 0):
            raise FetchError(f"gives {found.path[:200]} an id that is none", where=where, then=_THEN)
        url = f"{where}/resolve/{commit}/{quote(found.path)}"
        return FileState(found.path, commit, found.last_commit.date.astimezone(dt.UTC), found.size, digest, url)

    def _ask(self, request: httpx2.Request) -> None:
        url = str(request.url)
        ours = url.startswith(f"{self._root}/")
        # Bytes come from where the Hub keeps them; the token stays with the Hub, and nothing leaves encryption.
        if not ours and (request.method != "GET" or "authorization" in request.headers or _leaves(self._root, url)):
            raise FetchError(f"leads to another place, {url[:100]}", where=self._root, then="report it")
        limited(request, SECONDS_OF_SILENCE)
        if ours:
            listing = url.startswith(f"{self._root}/api/")
            self._pace.wait("hub", SECONDS_BETWEEN_PAGES if listing else SECONDS_BETWEEN_RANGES)


def _leaves(endpoint: str, url: str) -> bool:
    return endpoint.startswith("https:") and not url.startswith("https:")


def _answered(answer: httpx2.Response) -> None:
    # Ranges are bounded by whoever reads them; everything else is a page.
    if answer.status_code != 206:  # noqa: PLR2004 - a partial answer
        answer.stream = bounded(answer, MOST_BYTES_OF_PAGE, "report it")
    wait = answer.headers.get("retry-after", "").strip()
    if answer.status_code != 200 and wait.isdecimal() and int(wait[:10]) > LONGEST_WAIT:  # noqa: PLR2004 - as asked
        what = f"answered {answer.status_code} and asks to wait {int(wait[:10]):,} seconds"
        raise FetchError(what, where=str(answer.url), then="run it again after that; what was read is stored")
