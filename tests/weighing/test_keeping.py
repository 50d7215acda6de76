from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import weighbridge
from tests.conftest import ROOT
from tests.weighing.series import small
from tests.weighing.test_shipped import alike
from weighbridge import fingerprints, keeping
from weighbridge.errors import NoDataError, UsageError
from weighbridge.keeping import FOLDER, Shelf, file, keep, kept_key, taken
from weighbridge.starter import data
from weighbridge.starter.weighings import LACK, lean
from weighbridge.weighing import Weighing, read, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series

PULLS = ("pull_share", "openness")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a lake of its own: the tables of the starter data."""
    for path in data().rglob("*.parquet"):
        place = tmp_path / "lake" / path.relative_to(data())
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
    return tmp_path


class Asked:
    """An open store that counts what it is asked to compute."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.scale, self.times = weighbridge.open(root), 0
        answer = self.scale._answer

        def counted(*args: Any) -> Series:  # noqa: ANN401 - passed on
            self.times += 1
            return answer(*args)

        monkeypatch.setattr(self.scale, "_answer", counted)


@pytest.fixture
def opened(store: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Asked]:
    return lambda: Asked(store, monkeypatch)


def kept(store: Path) -> list[Path]:
    return sorted((store / FOLDER).rglob("*.weighing"))


def test_a_store_computes_once_whoever_asks(opened: Callable[[], Asked], store: Path) -> None:
    first, second = opened(), opened()
    series = first.scale.weighed(*PULLS)
    assert series == second.scale.weighed(*PULLS) == first.scale.weighed(*PULLS) == first.scale.measure(*PULLS)
    assert (first.times, second.times) == (2, 0)
    assert [path.name for path in kept(store)] == ["pull_share-by-openness.weighing"]


def test_runs_are_those_of_all_choices(opened: Callable[[], Asked]) -> None:
    first, second = opened(), opened()
    first.scale.weighed(*PULLS)
    assert not first.scale.weighed(*PULLS).runs
    whole = first.scale.weighed(*PULLS, runs=True)
    assert whole == second.scale.weighed(*PULLS, runs=True) == first.scale.measure(*PULLS, all_choices=True)
    assert (len(whole.runs) > 1, whole.runs_lack) == (True, ())
    assert second.times == 0
    assert not second.scale.weighed(*PULLS).runs


@pytest.mark.parametrize("race", [PULLS, ("token_share", "country"), ("model_size", "openness")])
def test_newest_runs_are_had_from_a_store_and_from_the_starter_alike(
    store: Path, tmp_path: Path, race: tuple[str, str]
) -> None:
    own, starter = weighbridge.open(store), weighbridge.open(tmp_path / "none")
    found, shipped = own.weighed(*race), starter.weighed(*race, runs="newest")
    assert found == own.weighed(*race, runs="newest") == weighbridge.open(store).weighed(*race)
    assert (shipped.runs, found.runs_lack, shipped.runs_lack) == ((), (), LACK)
    assert alike(lean(replace(found, runs=found.newest_runs)).runs, shipped.newest_runs)
    assert shipped.newest_runs == starter.weighed(*race, runs=True).newest_runs
    assert alike(lean(replace(found, runs=found.one_away)).runs, shipped.one_away)
    assert len(found.one_away) > 0
    assert starter.weighed(*race).newest_runs == starter.weighed(*race).one_away == ()


def test_why_there_is_none_is_kept(opened: Callable[[], Asked]) -> None:
    first, second = opened(), opened()
    for asked, times in ((first, 1), (first, 1), (second, 0)):
        for runs in (False, True):
            with pytest.raises(NoDataError, match="no rows under these choices"):
                asked.scale.weighed("survival", "country", runs=runs)
        assert asked.times == times


def test_wrong_names_reach_no_disk(opened: Callable[[], Asked], store: Path) -> None:
    scale = opened().scale
    with pytest.raises(UsageError, match="did you mean token_share"):
        scale.weighed("token_shares", "country")
    with pytest.raises(UsageError, match="has no grouping"):
        scale.weighed("token_share", "../../country")
    assert not kept(store)


def renew(path: Path) -> None:
    """Put the same bytes in place of a file, as who copies a store does."""
    raw = path.read_bytes()
    path.unlink()
    path.write_bytes(raw)


def test_another_table_is_weighed_anew_and_what_does_not_read_it_stands(
    opened: Callable[[], Asked], store: Path
) -> None:
    opened().scale.weighed(*PULLS)
    renew(store / "lake" / "token_cells" / "all.parquet")
    untouched = opened()
    untouched.scale.weighed(*PULLS)
    renew(store / "lake" / "pulls" / "all.parquet")
    again = opened()
    again.scale.weighed(*PULLS)
    assert (untouched.times, again.times, len(kept(store))) == (0, 1, 1)


def test_other_code_weighs_anew_and_what_the_old_made_goes(
    opened: Callable[[], Asked], store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened().scale.weighed(*PULLS)
    (before,) = kept(store)
    (store / FOLDER / "mine").mkdir()
    (tmp_path / "code.py").write_text("x = 1")
    monkeypatch.setattr(fingerprints, "code", lambda: fingerprints.content(tmp_path, (".py",)))
    again = opened()
    again.scale.weighed(*PULLS)
    (after,) = kept(store)
    assert (again.times, after.name) == (1, before.name)
    assert after.parent != before.parent
    assert (store / FOLDER / "mine").is_dir()  # not ours


@pytest.mark.parametrize("table", ["pulls", "subjects", "source_uses"])
def test_what_a_build_made_while_it_was_weighed_is_not_kept(
    store: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    scale = weighbridge.open(store)
    answer = scale._answer

    def answered(*args: Any) -> Series:  # noqa: ANN401 - passed on
        found = answer(*args)
        renew(store / "lake" / table / "all.parquet")
        return found

    monkeypatch.setattr(scale, "_answer", answered)
    assert scale.weighed(*PULLS).estimates
    assert not kept(store)


def test_a_build_forgets_what_was_weighed(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scale = weighbridge.open(store)
    first = scale._shelf
    monkeypatch.setattr("weighbridge.building.run.run", lambda *_: None)
    monkeypatch.setattr(scale.snapshots, "snapshots", lambda: [1])
    scale.weighed(*PULLS)
    scale.build()
    assert scale._shelf is not first
    assert not scale._weighed


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-1], lambda raw: raw[:40] + b"?" + raw[41:], lambda _: b""])
def test_what_is_damaged_is_as_if_it_were_not_there(
    opened: Callable[[], Asked], store: Path, spoil: Callable[[bytes], bytes]
) -> None:
    series = opened().scale.weighed(*PULLS)
    (path,) = kept(store)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    again = opened()
    assert again.scale.weighed(*PULLS) == series
    assert (again.times, path.read_bytes()) == (1, whole)


def test_a_store_that_cannot_be_written_only_costs_the_keeping(opened: Callable[[], Asked], store: Path) -> None:
    (store / FOLDER).write_text("a file where the folder would be")
    asked = opened()
    assert asked.scale.weighed(*PULLS) == asked.scale.weighed(*PULLS)
    assert asked.times == 1
    assert kept(store) == []


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("weighbridge.snapshot.disk.write_all", full)
    keep(Weighing("key", small()), file(tmp_path / FOLDER / "k", *PULLS))
    assert kept(tmp_path) == []


def test_what_cannot_be_read_again_is_not_kept(tmp_path: Path) -> None:
    first = replace(small().estimates[0], value=float("nan"))
    keep(Weighing("key", replace(small(), estimates=(first,))), file(tmp_path / FOLDER / "k", *PULLS))
    assert kept(tmp_path) == []


def test_answering_from_the_starter_data_leaves_no_trace(tmp_path: Path) -> None:
    scale = weighbridge.open(tmp_path)
    assert scale.weighed(*PULLS).runs_lack == ()
    with pytest.raises(NoDataError):
        scale.weighed("survival", "country")
    assert scale.weighed("pull_share", "model").estimates
    assert list(tmp_path.iterdir()) == []


def test_a_lake_that_moves_has_no_key(tmp_path: Path) -> None:
    assert kept_key(tmp_path / "gone") == ""


def test_two_at_once_keep_the_same(store: Path) -> None:
    found: list[Series] = []
    threads = [
        threading.Thread(target=lambda: found.append(weighbridge.open(store).weighed(*PULLS, runs=True)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] == found[1] == found[2]
    assert [path.name for path in kept(store)] == ["pull_share-by-openness.weighing"]


KEEPER = """
import sys
from pathlib import Path
from tests.weighing.series import small
from tests.weighing.test_shipped import alike
from weighbridge.keeping import keep
from weighbridge.weighing import Weighing
while True:
    for runs in range(40):
        whole = small(runs, 200)
        keep(Weighing("key", whole, whole), Path(sys.argv[1]))
        print(runs, flush=True)
"""


def test_a_kill_leaves_no_half_file(tmp_path: Path) -> None:
    path = file(tmp_path / FOLDER / "k", *PULLS)
    for lines in (1, 3, 5, 8):
        writers = [
            subprocess.Popen([sys.executable, "-c", KEEPER, path], cwd=ROOT, stdout=subprocess.PIPE) for _ in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            for _ in range(lines):
                writer.stdout.readline()
                assert taken(path, "key".__eq__, runs=True) is not None
        for writer in writers:
            os.kill(writer.pid, signal.SIGKILL)
            writer.communicate()
        held = read(path.read_bytes(), "here", runs=True)
        assert held.whole is not None
        assert held.whole == small(len(held.whole.runs), 200)


def test_a_key_is_a_word_of_the_files(tmp_path: Path) -> None:
    path = file(tmp_path, *PULLS)
    path.write_bytes(written(Weighing("one", small())))
    assert taken(path, "one".__eq__, runs=False) is not None
    assert taken(path, "two".__eq__, runs=False) is None
    assert taken(path, "one".__eq__, runs=True) is None  # its runs were not kept


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, *PULLS)
    path.write_bytes(written(Weighing("one", small())))
    monkeypatch.setattr(keeping, "MOST_BYTES", 10)
    assert taken(path, "one".__eq__, runs=False) is None


def test_the_stamp_sees_what_a_build_writes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.parquet").write_bytes(b"1")
    first = fingerprints.stamp(tmp_path)
    (tmp_path / "a" / ".one.parquet.7.part").write_bytes(b"half")
    assert fingerprints.stamp(tmp_path) == first
    (tmp_path / "a" / "new").write_bytes(b"2")
    (tmp_path / "a" / "new").replace(tmp_path / "a" / "one.parquet")
    second = fingerprints.stamp(tmp_path)
    (tmp_path / "two.parquet").write_bytes(b"2")
    assert len({first, second, fingerprints.stamp(tmp_path)}) == 3


def test_a_shelf_looks_at_its_lake_once(store: Path) -> None:
    scale: Weighbridge = weighbridge.open(store)
    shelf = Shelf(store, scale.lake)
    assert shelf.made_from == shelf.made_from == kept_key(store / "lake")
    stood = shelf.grounds.stamps
    renew(store / "lake" / "pulls" / "all.parquet")
    assert shelf.grounds.stamps is stood


# The code is named, not hashed: a file that is saved while this runs would make it other code.
READS = """
import sys, weighbridge
from pathlib import Path
from weighbridge import fingerprints
fingerprints.code = lambda: "this"
scale = weighbridge.open(Path(sys.argv[1]))
series = scale.weighed("token_share", "country", runs=True)
assert len(series.runs) > 1 and list(series.runs[1].estimates)
print(*sys.modules)
"""


def test_an_answer_that_was_kept_wakes_no_engine(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "code", lambda: "this")
    weighbridge.open(store).weighed("token_share", "country", runs=True)
    for where in (store, tmp_path / "none"):  # its own, and the starter's
        done = subprocess.run([sys.executable, "-c", READS, where], capture_output=True, check=True, text=True)
        loaded = {name.split(".")[0] for name in done.stdout.split()}
        assert not loaded & {"pyarrow", "ibis", "duckdb", "pandas", "polars", "scipy", "pydantic"}
