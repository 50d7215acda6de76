"""From publishers to the store: one source after another, each document kept as soon as it is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from weighbridge import discover
from weighbridge.errors import FetchError, StoreError, WeighbridgeError
from weighbridge.sources import Visit

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.http import Client
    from weighbridge.snapshot import Snapshot, SnapshotStore
    from weighbridge.sources import LiveSource, Source, SourceModule


class State(StrEnum):
    """What became of one source."""

    FETCHED = "fetched"
    ARCHIVED = "archived only"
    NO_KEY = "no key"
    ON_REQUEST = "read when named"
    FAILED = "failed"


@dataclass
class FetchReport:
    """One source: what is new in the store, how many documents it had already, and what went wrong."""

    source: str
    state: State = State.FETCHED
    added: list[Snapshot] = field(default_factory=list)
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)
    error: WeighbridgeError | None = None

    def __str__(self) -> str:
        if self.error is not None:
            kept = f" ({len(self.added)} new before that)" if self.added else ""
            return f"{self.source}: {self.error}{kept}"
        if self.state is State.ARCHIVED:
            return f"{self.source}: is not published live; take in a folder of snapshots with --from."
        if self.state is State.ON_REQUEST:
            return f"{self.source}: is large, so it is read only when named: fetch {self.source} --since YYYY-MM-DD."
        noted = "".join(f"; {note}" for note in self.notes)
        return f"{self.source}: {len(self.added)} new, {self.unchanged} unchanged{noted}."


def _silent(_source: str, _says: str) -> None: ...


def fetch(
    store: SnapshotStore,
    names: Iterable[str],
    since: dt.date | None,
    client: Client,
    *,
    today: dt.date,
    step: str = "daily",
    progress: Callable[[str, str], None] = _silent,
) -> list[FetchReport]:
    """Read each named source (none named: all that are not `on_request`) and store every document as it arrives.

    One source's failure does not stop the others. Afterwards FetchError tells of all that failed; its notes are their
    reports. A source without its key counts as failed only if it was named. StoreError stops at once: nothing could be
    kept. `progress(source, says)` is called as each source begins, stores and ends.
    """
    found, wanted = discover.sources(), list(dict.fromkeys(names))
    modules = {name: discover.pick(found, name, "source") for name in wanted} or found
    reports = []
    for name, module in modules.items():
        report = FetchReport(name)
        _fetch_one(report, module, _Errand(store, since, client, today, step, progress, named=bool(wanted)))
        progress(name, str(report))
        reports.append(report)
    _raise_failed(reports)
    return reports


@dataclass(frozen=True)
class _Errand:
    store: SnapshotStore
    since: dt.date | None
    client: Client
    today: dt.date
    step: str
    progress: Callable[[str, str], None]
    named: bool


def _fetch_one(report: FetchReport, module: SourceModule, errand: _Errand) -> None:
    try:
        if not hasattr(module, "fetch"):
            report.state = State.ARCHIVED
        elif module.SOURCE.on_request and not errand.named:
            report.state = State.ON_REQUEST
        elif _lacks_key(module.SOURCE):
            report.state = State.FAILED if errand.named else State.NO_KEY
            report.error = _missing_key(module.SOURCE)
        else:
            errand.progress(report.source, "asking")
            _store_documents(report, cast("LiveSource", module), errand)
    except StoreError:
        raise
    except WeighbridgeError as error:
        report.state, report.error = State.FAILED, error
    except Exception as error:  # noqa: BLE001 - what surprises one source must not cost the others
        report.state, report.error = State.FAILED, _unexpected(error)


def _store_documents(report: FetchReport, module: LiveSource, errand: _Errand) -> None:
    known = errand.store.snapshots(report.source)
    paths = {snapshot.path for snapshot in known}
    visit = Visit(errand.client, errand.since, errand.today, tuple(known), errand.step, report.notes)
    for document in module.fetch(visit):
        snapshot = errand.store.put(report.source, document, errand.store.now())
        if snapshot.path in paths:
            report.unchanged += 1
            continue
        paths.add(snapshot.path)
        report.added.append(snapshot)
        errand.progress(report.source, f"stored {snapshot.path}")


def _lacks_key(source: Source) -> bool:
    return bool(source.key_variable) and not os.environ.get(source.key_variable, "").strip()


def _missing_key(source: Source) -> FetchError:
    return FetchError(
        f"{source.publisher} asks for a key",
        where=source.homepage,
        then=f"get one there and set the environment variable {source.key_variable}",
    )


def _unexpected(error: Exception) -> FetchError:
    found = FetchError(
        f"met something that it does not expect ({type(error).__name__})",
        then="the publisher may have changed: report it",
    )
    found.__cause__ = error
    return found


def _raise_failed(reports: list[FetchReport]) -> None:
    failed = [report for report in reports if report.state is State.FAILED]
    if not failed:
        return
    if len(failed) == 1 and failed[0].error is not None:
        cause = failed[0].error
        error = FetchError(f"{failed[0].source} failed: {cause.what}", where=cause.where, then=cause.then)
    else:
        told = "; ".join(f"{report.source} ({report.error.what if report.error else ''})" for report in failed)
        what = f"{len(failed)} of {len(reports)} sources failed: {told}"
        error = FetchError(what, then="what the others sent is stored; fetch these again by name")
    for report in failed:
        error.add_note(str(report))
    raise error from failed[0].error


def received(url: str, got: int, of: int | None) -> str:
    """Say how much of a document is here, and how large it is where its server said so; sizes are in bytes."""
    whole = f" of {of / 1e6:.1f}" if of else ""
    return f"{urlsplit(url).hostname}: {got / 1e6:.1f}{whole} MB"
