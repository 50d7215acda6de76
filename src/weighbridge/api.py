"""What a program can do with Weighbridge: fetch, build, measure, board, explain, publish. Doors only print it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from weighbridge import discover
from weighbridge.errors import NoDataError
from weighbridge.question import Met, Question, unmet

if TYPE_CHECKING:
    from weighbridge.abreast.queue import Race as Waiting
    from weighbridge.article import Article
    from weighbridge.attested import Attested
    from weighbridge.building.run import BuildReport
    from weighbridge.checking import Checked
    from weighbridge.doctor import Finding
    from weighbridge.estimate import Provenance, Series
    from weighbridge.explaining import Sheet
    from weighbridge.keeping import Shelf
    from weighbridge.lake import Lake
    from weighbridge.model import Model
    from weighbridge.pedigree import Pedigree
    from weighbridge.plane import Plane
    from weighbridge.proposing import Extractor
    from weighbridge.snapshot import SnapshotStore
    from weighbridge.weighing import Weighing

GROUPINGS = ("country", "organisation", "family", "openness")


def open(store: Path | str | None = None) -> Weighbridge:  # noqa: A001 - `weighbridge.open()` is how readers say it
    """Open the store at `store` (default: the user's data folder); without a lake the starter data answer."""
    return Weighbridge(default_store() if store is None else Path(store))


def default_store() -> Path:
    """Say where the store stands when nobody names one."""
    import os

    from platformdirs import user_data_path

    named = os.environ.get("WEIGHBRIDGE_STORE")
    return Path(named) if named else user_data_path("weighbridge", appauthor=False)


@dataclass(frozen=True)
class Race:
    """One race of the board: a measure by a grouping, with all its figures; `missing` says why there are none."""

    measure: str
    title: str
    question: str
    by: str
    series: Series | None
    missing: str = ""


@dataclass
class Weighbridge:
    """An open store. Nothing is read before it is asked for."""

    root: Path
    threads: int | None = None
    _today: dt.date = field(default_factory=lambda: dt.datetime.now(dt.UTC).date())
    _weighed: dict[tuple[str, str], Weighing] = field(default_factory=dict, repr=False, compare=False)
    # By measure and options: what the rows of models take from series.
    of_models: dict[tuple[str, ...], Series | None] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def lake(self) -> Lake:
        """The lake that answers: the store's own, or the starter data where the store has none."""
        from weighbridge.engine import Engine
        from weighbridge.lake import Lake
        from weighbridge.schema import SOURCE_USES
        from weighbridge.starter import data

        engine = Engine(threads=self.threads)
        own = Lake(self.root / "lake", engine, name="store")
        return own if own.has(SOURCE_USES) else Lake(data(), engine, name="starter")

    @cached_property
    def snapshots(self) -> SnapshotStore:
        """The snapshot store."""
        from weighbridge.snapshot import SnapshotStore

        return SnapshotStore(self.root)

    def measure(  # noqa: PLR0913 - the questions a reader may ask, each by name
        self,
        name: str,
        by: str = "country",
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
        at: dt.date | None = None,
        where: Mapping[str, str] | None = None,
        choices: Mapping[str, str] | None = None,
        all_choices: bool = False,
    ) -> Series:
        """Give a measure by a grouping; UsageError for what does not exist, NoDataError if the lake cannot answer."""
        return self._answer(name, Question(by, since, until, at, where, choices, all_choices), unmet)

    def _answer(self, name: str, question: Question, met: Met) -> Series:
        from weighbridge.series import answer

        module = discover.pick(discover.measures(), name, "measure")
        return answer(module, self.lake, question, self.labels(question.by), self.provenance, met)

    def weighed(self, name: str, by: str, *, runs: bool | Literal["newest"] = False) -> Series:
        """Give a measure by a grouping under its defaults, weighed once for a lake and kept; errors as `measure`.

        `runs`: with its estimates under every combination of choices, as `measure` gives them with `all_choices`.
        What `runs_lack` then names was not kept of them: of the starter data's runs an interval stands only where no
        value does. `newest`: with `newest_runs` and `one_away`, for which all of the starter data's runs are read.
        """
        module = discover.pick(discover.measures(), name, "measure")
        if by not in module.MEASURE.groupings:
            return self.measure(name, by)  # which says what there is
        held = self._held(module.MEASURE, by, runs=runs is True)
        series = held.whole if runs is True else held.series
        if runs == "newest" and series is not None and not series.newest_runs:
            series = self._held(module.MEASURE, by, runs=True).with_some()
        return replace(held, series=series).stated(name)

    def _held(self, measure: Any, by: str, *, runs: bool) -> Weighing:  # noqa: ANN401 - Measure
        held = self._weighed.get((measure.name, by))
        if held is None or (runs and held.series is not None and held.whole is None):
            held = self._shelf.weighed(measure, by, partial(self._made, measure.name, by), runs=runs)
            self._weighed[measure.name, by] = held
        return held

    def comparable(self, name: str, by: str) -> Series:
        """Give a measure by a grouping with its estimates under every combination of choices on one scale, and kept.

        What `weighed` gives with runs has those on other scales too, which may take ten times as long. Errors as there.
        """
        measure = discover.pick(discover.measures(), name, "measure").MEASURE
        if self.lake.name != "store" or by not in measure.groupings:
            return self.weighed(name, by, runs=True)
        asked = Question(by, choices=measure.comparable(measure.settled({})), all_choices=True)
        return self._shelf.comparable(measure, by, partial(self._answer, name, asked))

    def _made(self, name: str, by: str, runs: bool, met: Met) -> tuple[Series, Series | None]:  # noqa: FBT001 - as it is asked
        if not runs:
            return self._answer(name, Question(by), met), None
        from weighbridge.series import both

        return both(discover.measures()[name], self.lake, by, self.labels(by), self.provenance, met)

    def of_each_model(self, name: str, choices: Mapping[str, str]) -> Series:
        """Give a measure by model with every choice pinned, weighed once for a lake and kept; errors as `measure`."""
        from weighbridge.abreast.queue import by_model

        measure = discover.pick(discover.measures(), name, "measure").MEASURE

        def make(_: bool, met: Met) -> tuple[Series, None]:  # noqa: FBT001 - as it is asked
            return self._answer(name, Question("model", choices=choices), met), None

        return self._shelf.weighed(measure, by_model(choices), make, runs=False).stated(name)

    def holds(self, race: Waiting) -> bool:
        """Say whether what `race` asks for was weighed already and need not be computed."""
        measure = discover.measures()[race.name].MEASURE
        if race.comparable:
            return self._shelf.holds_comparable(measure, race.by)
        if (race.name, race.stands_by) not in self._weighed:
            if (held := self._shelf.held(measure, race.stands_by, runs=False)) is None:
                return False
            self._weighed[race.name, race.stands_by] = held
        return True

    def weigh(
        self,
        races: Iterable[tuple[str, str]],
        progress: Callable[[str], None] = lambda _: None,
        comparable: Collection[tuple[str, str]] = (),
        of_models: Iterable[tuple[str, Mapping[str, str]]] = (),
    ) -> None:
        """Weigh measures by groupings on every core, so that `weighed` need not compute them; errors as there.

        Those of `comparable` are weighed first, as `comparable` gives them; of `of_models` as `of_each_model` does.
        """
        from weighbridge.abreast import waiting, weigh

        weigh(self, waiting(races, comparable, of_models), lambda race: progress(str(race)))

    @cached_property
    def stamp(self) -> str:
        """Name the data and the code that answer: the same from the same of both."""
        return f"{version('weighbridge')} {self.lake.name} {self._shelf.made_from}"

    @cached_property
    def _shelf(self) -> Shelf:
        from weighbridge.keeping import Shelf

        return Shelf(self.root, self.lake)

    @cached_property
    def models(self) -> list[Model]:
        """One row for each model: score, price, tokens, downloads and pulls, the most capable first."""
        from weighbridge.models import models

        return models(self)

    def plane(self, name: str) -> Plane:
        """Give the scored models on a plane: capability-by-price, capability-by-size or capability-by-active-size."""
        from weighbridge import models, planes

        axis = discover.pick(planes.AXES, name, "plane")
        scores = models.scores(self)
        sources = models.shown(self, models.origins(scores) | axis.sources(self))
        as_of = scores.as_of if scores else None
        return planes.plane(self.models, name, as_of, replace(self.provenance, sources=sources))

    def lineage(self, name: str, *, up: int = 10, down: int = 2, most: int = 10) -> Pedigree:
        """Give what a repository is built on and what is built on it: `up` levels of ancestors, `down` of descendants.

        At most `most` parents or children of one, the most downloaded first. `name` may also be a curated model or
        family. UsageError names the nearest where nothing is called so, NoDataError where the lake holds no descent.
        """
        from weighbridge.pedigrees import pedigree

        return pedigree(self, name, up, down, most)

    def evidence(self, name: str | None = None) -> Attested:
        """Give the uses and events that name a model, maker, adopter or platform, or all that are held, newest first.

        They are curated and the same for every store. UsageError names the nearest where nothing is called so.
        """
        from weighbridge.attested import attested

        return attested(name)

    def picture(self, found: Pedigree, path: Path | None = None) -> str:
        """Give a pedigree as SVG, and write it to `path`, whole or not at all; StoreError where that cannot be done."""
        from weighbridge.charts.pedigree import spec
        from weighbridge.charts.picture import svg
        from weighbridge.outputs import put

        drawn = spec(found)
        picture = svg(drawn, drawn["description"])
        if path is not None:
            put(picture.encode() + b"\n", path)
        return picture

    def read(self, name: str, body: bytes | BinaryIO | None = None) -> Article:
        """Read an article: the file or the public address `name`, or `body` where its bytes or a stream are at hand.

        FetchError or ParseError where it cannot be had or read.
        """
        from weighbridge.checking import read

        return read(name, body)

    def check(
        self,
        article: Article,
        as_of: dt.date | None = None,
        bound: Mapping[str, Mapping[str, str]] | None = None,
        extractor: Extractor | None = None,
    ) -> Checked:
        """Find the claims of an article and judge each by the figures and the evidence held.

        `as_of`: the day on which the article speaks, where its own is not to be taken. `bound`: for a claim by its
        number, from 1, what of its binding is to be another: measure, by, groups, against, first, last, low, high, or
        a choice of the measure. UsageError for what does not exist. `extractor`: a `weighbridge.proposing.Extractor`
        to be asked for claims beside the rules; FetchError where it fails.
        """
        from weighbridge.checking import check

        return check(self, article, as_of, self._today, bound or {}, extractor)

    def board(self, by: Sequence[str] = GROUPINGS, progress: Callable[[str], None] = lambda _: None) -> list[Race]:
        """Give the standing of every race by each grouping; a race without data says so."""
        measures = [module.MEASURE for module in discover.measures().values() if module.MEASURE.race]
        wanted = [(measure, group) for measure in measures for group in by if group in measure.groupings]
        self.weigh([(measure.name, group) for measure, group in wanted], progress)
        return [self._race(measure, group) for measure, group in wanted]

    def _race(self, measure: Any, by: str) -> Race:  # noqa: ANN401 - Measure
        try:
            series = self.weighed(measure.name, by)
        except NoDataError as error:
            return Race(measure.name, measure.title, measure.question, by, None, str(error))
        return Race(measure.name, measure.title, measure.question, by, series)

    def labels(self, by: str) -> Mapping[str, str]:
        """Give the English names of a grouping's ids; countries and classes are their own names."""
        from weighbridge.labels import names

        return names(self.lake, by)

    @cached_property
    def provenance(self) -> Provenance:
        """Where the lake's figures come from."""
        return self._shelf.provenance

    def explain(self, name: str) -> list[Sheet]:
        """Give a sheet for each measure, source, organisation, family or model that bears `name`."""
        from weighbridge.explaining import explain

        return explain(self.lake, name)

    def take_in(self, folder: Path, progress: Callable[[str], None] = lambda _: None) -> list[str]:
        """Take in a folder of snapshots, each verified; StoreError names the refused, after all good ones are in."""
        taken = self.snapshots.take_in(folder, lambda done, of, path: progress(f"{done} of {of} {path}"))
        notes = [f"unknown field {name!r} in {n} entries" for name, n in taken.unknown_fields.items()]
        return [f"{len(taken.added)} snapshots taken in, {taken.present} were here already.", *notes]

    def fetch(
        self,
        names: Sequence[str] = (),
        since: dt.date | None = None,
        progress: Callable[[str], None] = lambda _: None,
        *,
        step: str = "daily",
    ) -> list[str]:
        """Read publishers live into the store and give one line for each; FetchError names those that failed.

        `step`: of a history, one reading each day (`daily`), week (`weekly`) or month (`monthly`).
        """
        from weighbridge.fetching import fetch, received
        from weighbridge.http import Client

        with Client(
            partials=self.root / "partials", progress=lambda url, got, of: progress(received(url, got, of))
        ) as client:
            says = fetch(
                self.snapshots,
                names,
                since,
                client,
                today=self._today,
                step=step,
                progress=lambda name, said: progress(f"{name}: {said}"),
            )
        return [str(report) for report in says]

    def holds_snapshots(self) -> bool:
        """Say whether the store has anything to build from."""
        return bool(self.snapshots.snapshots())

    def doctor(self) -> list[Finding]:
        """Check the store, the lake and the surroundings."""
        from weighbridge.doctor import examine

        return examine(self.root, self.snapshots, self.lake)

    def build(self, progress: Callable[[str], None] = lambda _: None) -> BuildReport:
        """Bring the lake up to what the store holds; the report lists snapshots that could not be parsed."""
        from weighbridge.building import run
        from weighbridge.engine import Engine
        from weighbridge.lake import Lake

        held = self.snapshots.snapshots()
        if not held:
            raise NoDataError(
                "holds no snapshots",
                where=str(self.root),
                then="run `weighbridge fetch` first, or use the starter data as it is",
            )
        # What does not fit into memory goes beside the store: a folder for temporary files may be small.
        lake = Lake(self.root / "lake", Engine(threads=self.threads, scratch=self.root / "scratch"), name="store")
        report = run.run(held, self.snapshots.read, discover.sources(), self.root, lake, self._today, progress)
        for name in ("stamp", "lake", "models", "provenance", "_shelf"):
            self.__dict__.pop(name, None)
        self._weighed.clear()
        self.of_models.clear()
        return report

    def publish(
        self,
        folder: Path,
        progress: Callable[[str], None] = lambda _: None,
        *,
        address: str = "",
        articles: Iterable[Path | str] = (),
    ) -> list[Path]:
        """Write the site and the data package under `folder`, unless they stand there already; give their files.

        `address`: where the folder will be found, for feeds, cards and the site map; UsageError where it is no http(s).
        `articles`: files, or folders of files, to be checked as `check` does and published with their verdicts, their
        claims quoted alone; ParseError names what cannot be read, UsageError a link out of its folder.
        """
        from weighbridge.own_articles import Own, found
        from weighbridge.publishing import publish

        return publish(self, folder, progress, address, Own(found(articles), self._today))
