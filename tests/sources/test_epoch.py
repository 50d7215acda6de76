"""What is known of Epoch AI's files, and their traps one by one."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.captures import NOW, SOURCES, Capture, captures, parsed, snapshot_of
from weighbridge.errors import FetchError, ParseError
from weighbridge.sources import Document, Visit, epoch
from weighbridge.sources.epoch.hub_files import HUB_FILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.replay import Replay
    from weighbridge.snapshot import Snapshot

Row = dict[str, Any]
Cells = dict[str, str]


def table(archive: Path, file_name: str, name: str) -> list[Row]:
    [found] = [given for snapshot, given, _ in parsed(archive, "epoch") if snapshot.file_name == file_name]
    rows: list[Row] = found[name].to_pylist()
    return rows


def cells(archive: Path, file_name: str) -> list[Cells]:
    [found] = [one for one in captures(archive, "epoch") if one.snapshot.file_name == file_name]
    return list(csv.DictReader(io.StringIO(found.raw.decode(), newline="")))


def written(file_name: str, rows: list[Cells]) -> Capture:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    raw = text.getvalue().encode()
    return Capture(snapshot_of("epoch", file_name, raw), raw)


class TestIndex:
    def test_openness(self, archive: Path) -> None:
        models = table(archive, "eci_scores.csv", "stated_models")
        assert Counter(row["open_weights"] for row in models) == {True: 94, False: 104, None: 24}

    def test_countries(self, archive: Path) -> None:
        found = Counter(row["country"] for row in table(archive, "eci_scores.csv", "stated_models"))
        assert [found[name] for name in ("United States of America", "China", None, "France")] == [138, 51, 17, 11]

    @pytest.mark.parametrize(
        ("chosen", "best"),
        [
            (lambda row: row["open_weights"] is False, ("GPT-5.6 Sol", 161.65, "2026-07-09")),
            (lambda row: row["open_weights"], ("Kimi K3", 157.01, "2026-07-16")),
            (lambda row: row["country"] == "China", ("Kimi K3", 157.01, "2026-07-16")),
            (lambda row: row["country"] == "France", ("Mistral Medium 3.5", 142.64, "2026-04-29")),
        ],
    )
    def test_frontier(self, archive: Path, chosen: Callable[[Row], bool], best: tuple[object, ...]) -> None:
        abilities = {row["model"]: row["ability"] for row in table(archive, "eci_scores.csv", "abilities")}
        models = [row for row in table(archive, "eci_scores.csv", "stated_models") if chosen(row)]
        first = max(models, key=lambda row: abilities[row["model"]])
        assert (first["model"], abilities[first["model"]], str(first["released_on"])) == best

    def test_only_the_anchors_have_no_interval(self, archive: Path) -> None:
        rows = table(archive, "eci_scores.csv", "abilities")
        fixed = {row["model"]: row["ability"] for row in rows if row["ability_low"] is None}
        assert fixed == {"Claude 3.5 Sonnet": 130, "GPT-5": 150}
        assert all(row["ability_low"] <= row["ability"] <= row["ability_high"] for row in rows if row["ability_low"])

    def test_matrix_names_the_models_of_the_index(self, archive: Path) -> None:
        rows = table(archive, "eci_benchmarks.csv", "scores")
        models, benchmarks = {row["model"] for row in rows}, {row["benchmark"] for row in rows}
        assert (len(rows), len(models), len(benchmarks)) == (2_249, 222, 57)
        assert models == {row["model"] for row in table(archive, "eci_scores.csv", "abilities")}
        assert benchmarks == {row["benchmark"] for row in table(archive, "edi_scores.csv", "difficulties")}

    def test_one_benchmark_is_the_anchor_of_both_fits(self, archive: Path) -> None:
        for file_name in ("edi_scores.csv", "eci_benchmark_difficulties_and_slopes.csv"):
            rows = table(archive, file_name, "difficulties")
            assert [row["benchmark"] for row in rows if row["anchor"]] == ["Winogrande"]

    def test_abilities_by_version(self, archive: Path) -> None:
        models = table(archive, "epoch_capabilities_index.csv", "stated_models")
        assert (len(models), len(table(archive, "epoch_capabilities_index.csv", "abilities"))) == (608, 369)
        assert sum(row["training_flop"] is not None for row in models) == 226

    def test_a_refit_moves_every_score(self, archive: Path) -> None:
        titles = {row["model"]: row["title"] for row in table(archive, "epoch_capabilities_index.csv", "stated_models")}
        before: defaultdict[str, float] = defaultdict(lambda: float("-inf"))
        for row in table(archive, "epoch_capabilities_index.csv", "abilities"):
            before[titles[row["model"]]] = max(before[titles[row["model"]]], row["ability"])
        after = table(archive, "eci_scores.csv", "abilities")
        moved = [row["ability"] - before[row["model"]] for row in after if row["model"] in before]
        assert len(moved) == 137
        assert [round(float(f(moved)), 2) for f in (min, median, max)] == [-2.12, -0.41, 3.96]

    @pytest.mark.parametrize(
        ("file_name", "named"),
        [
            ("eci_scores.csv", "model `GPT-5.6 Sol`"),
            ("eci_benchmarks.csv", "model `Amazon Nova Pro`, benchmark `Lech Mazur Writing`"),
            ("edi_scores.csv", "benchmark `TriviaQA`"),
            ("epoch_capabilities_index.csv", "model `gpt-5.5-pro-pre-release_xhigh`"),
        ],
    )
    def test_a_name_that_stands_twice_is_refused(self, archive: Path, file_name: str, named: str) -> None:
        rows = cells(archive, file_name)
        with pytest.raises(ParseError, match=f"{named} stands 2 times"):
            written(file_name, [*rows, rows[0]]).parse()

    @pytest.mark.parametrize("ability", ["1.5", "1580"])
    def test_ability_outside_its_interval_is_refused_by_name(self, archive: Path, ability: str) -> None:
        rows = cells(archive, "eci_scores.csv")
        rows[0]["eci"] = ability
        with pytest.raises(ParseError, match=rf"line 2\.eci` is {ability} for `GPT-5\.6 Sol`, outside its interval"):
            written("eci_scores.csv", rows).parse()

    @pytest.mark.parametrize("score", ["60.5", "1.001", "-0.1"])
    def test_score_that_is_no_share_is_refused_by_name(self, archive: Path, score: str) -> None:
        rows = cells(archive, "eci_benchmarks.csv")
        rows[0]["performance"] = score
        named = r"line 2\.performance` is .* for `Amazon Nova Pro on Lech Mazur Writing`, should be from 0 to 1"
        with pytest.raises(ParseError, match=named):
            written("eci_benchmarks.csv", rows).parse()

    @pytest.mark.parametrize(
        "twin", ["amazon-nova_pro", "AMAZON NOVA PRO", "Amazon\N{NO-BREAK SPACE}Nova  Pro", "Amazon Nova\u200b Pro"]
    )
    @pytest.mark.parametrize(("file_name", "column"), [("eci_benchmarks.csv", "model"), ("eci_scores.csv", "Model")])
    def test_two_spellings_of_a_model_are_refused(self, archive: Path, file_name: str, column: str, twin: str) -> None:
        rows = cells(archive, file_name)
        same = next(row for row in rows if row[column] == "Amazon Nova Pro")
        twins = written(file_name, [*rows, same | {column: twin}])
        with pytest.raises(ParseError, match=r"model `Amazon Nova Pro` and .* differ in case or spacing only"):
            twins.parse()

    @pytest.mark.parametrize("score", ["0", "0.5", "1"])
    def test_a_matrix_of_one_score_is_refused(self, archive: Path, score: str) -> None:
        rows = [row | {"performance": score} for row in cells(archive, "eci_benchmarks.csv")]
        with pytest.raises(ParseError, match=f"`performance` is {float(score)} in every row"):
            written("eci_benchmarks.csv", rows).parse()

    def test_a_benchmark_of_hundredths_is_pointed_out(self, archive: Path) -> None:
        rows = cells(archive, "eci_benchmarks.csv")
        for row in rows:
            if row["benchmark"] == "GPQA diamond":
                row["performance"] = str(float(row["performance"]) / 100)
        _, issues = written("eci_benchmarks.csv", rows).parse()
        assert issues.counts["benchmark without a score above a hundredth"] == 1
        assert "GPQA diamond, at most 0.009" in issues.examples["benchmark without a score above a hundredth"]

    def test_benchmark_of_one_model_is_kept_for_the_fit_to_judge(self, archive: Path) -> None:
        rows = cells(archive, "eci_benchmarks.csv")
        tables, _ = written("eci_benchmarks.csv", [*rows, rows[0] | {"benchmark": "New"}]).parse()
        assert tables["scores"].num_rows == len(rows) + 1

    def test_unknown_word_on_access_is_counted_and_null(self, archive: Path) -> None:
        rows = cells(archive, "eci_scores.csv")
        rows[0]["Accessibility group"] = "Half open"
        tables, issues = written("eci_scores.csv", rows).parse()
        assert tables["stated_models"].to_pylist()[0]["open_weights"] is None
        assert issues.counts == {"unknown word on access": 1}

    def test_other_anchors_are_counted(self, archive: Path) -> None:
        rows = cells(archive, "eci_scaling.csv")
        tables, issues = written("eci_scaling.csv", [rows[0] | {"scaling_anchor2": "GPT-6"}]).parse()
        assert not tables
        assert issues.counts == {"index anchored elsewhere": 1}


class TestHub:
    def test_sizes(self, archive: Path) -> None:
        hub = [given["scores"] for snapshot, given, _ in parsed(archive, "epoch") if snapshot.file_name in HUB_FILES]
        left_out = Counter[str]()
        for snapshot, _, issues in parsed(archive, "epoch"):
            left_out.update(issues.counts if snapshot.file_name.endswith("_external.csv") else {})
        assert len(hub) == len({table["benchmark"][0].as_py() for table in hub}) == 47
        assert left_out == {
            "row without a model": 49, "row without a score": 7, "rating of a board, which is no share": 39,
        }  # fmt: skip
        # The rows of the 49 files, less those that are counted above and the index of 608 versions.
        assert sum(table.num_rows for table in hub) == 4_394 - 608 - 39 - 49 - 7

    @pytest.mark.parametrize(
        ("file_name", "best"),
        [
            ("gpqa_diamond.csv", 0.946),
            ("swe_bench_bash.csv", 0.768),
            ("aider_polyglot_external.csv", 0.88),
            ("live_bench_external.csv", 0.8235),
            ("os_world_external.csv", 0.663),
            ("lech_mazur_writing_external.csv", 0.8729),
            ("geobench_external.csv", 0.88),
        ],
    )
    def test_all_stand_on_one_scale(self, archive: Path, file_name: str, best: float) -> None:
        assert round(max(row["performance"] for row in table(archive, file_name, "scores")), 4) == best

    def test_errors_stand_on_the_scale_of_their_scores(self, archive: Path) -> None:
        for file_name, file in HUB_FILES.items():
            errors = [row["stderr"] for row in table(archive, file_name, "scores") if row["stderr"] is not None]
            assert bool(errors) == bool(file.stderr), file_name
            assert max(errors, default=0) < 0.08, file_name
            assert not errors or median(errors) > 0.005, file_name

    @pytest.mark.parametrize(
        "file_name",
        ["the_agent_company_external.csv", "fictionlivebench_external.csv", "geobench_external.csv",
         "gdpval_external.csv", "gso_external.csv", "weirdml_external.csv", "balrog_external.csv",
         "lech_mazur_writing_external.csv"],
    )  # fmt: skip
    def test_a_name_means_in_the_hub_what_it_means_in_the_matrix(self, archive: Path, file_name: str) -> None:
        benchmark = HUB_FILES[file_name].benchmark
        matrix = {row["model_version"]: float(row["performance"]) for row in cells(archive, "eci_benchmarks.csv")
                  if row["benchmark"] == benchmark}  # fmt: skip
        hub = {row["model"]: row["performance"] for row in table(archive, file_name, "scores")}
        both = [abs(hub[model] - matrix[model]) < 0.001 for model in hub.keys() & matrix.keys()]
        assert len(both) >= 5
        assert sum(both) / len(both) >= 0.7

    @pytest.mark.parametrize("file_name", sorted(HUB_FILES))
    def test_score_above_its_scale_is_refused_by_name(self, archive: Path, file_name: str) -> None:
        rows, file = cells(archive, file_name), HUB_FILES[file_name]
        [at, *_] = [n for n, row in enumerate(rows) if row[file.score] and row["Model version"]]
        model = rows[at]["Model version"].strip()
        rows[at][file.score] = str(file.top * 1.01)
        with pytest.raises(ParseError) as caught:
            written(file_name, rows).parse()
        assert file_name in caught.value.where
        assert f".{file.score}` is {file.top * 1.01:g} for `{model}`, should be from 0 to" in caught.value.what

    @pytest.mark.parametrize("file_name", sorted(name for name, file in HUB_FILES.items() if file.top > 1))
    def test_shares_on_a_larger_scale_are_refused(self, archive: Path, file_name: str) -> None:
        rows, file = cells(archive, file_name), HUB_FILES[file_name]
        shares = [row | {file.score: str(float(row[file.score]) / file.top)} for row in rows]
        with pytest.raises(ParseError, match=f"`{file.score}` runs to 0.* only, expected 0 to {file.top:g}"):
            written(file_name, shares).parse()

    def test_per_cent_in_place_of_shares_is_refused(self, archive: Path) -> None:
        rows = [row | {"mean_score": str(float(row["mean_score"]) * 100)} for row in cells(archive, "gpqa_diamond.csv")]
        with pytest.raises(ParseError, match=r"line 2\.mean_score` is 93\.9.* for `gpt-5\.5-pro-pre-release_xhigh`"):
            written("gpqa_diamond.csv", rows).parse()

    def test_name_stands_in_where_there_is_no_version(self, archive: Path) -> None:
        models = {row["model"] for row in table(archive, "gsm8k_external.csv", "scores")}
        assert {"code-davinci-002", "Palmyra X (43B)"} <= models

    def test_several_runs_of_a_model_are_told_apart(self, archive: Path) -> None:
        rows = table(archive, "terminalbench_external.csv", "scores")
        counted = Counter(row["model"] for row in rows)
        assert max(counted.values()) > 1
        assert all(bool(row["run"]) == (counted[row["model"]] > 1) for row in rows)
        assert len({(row["model"], row["run"]) for row in rows}) == len(rows)

    def test_agents_and_examples_are_the_harness(self, archive: Path) -> None:
        assert "Agent: Codex" in {row["harness"] for row in table(archive, "terminalbench_external.csv", "scores")}
        assert "Shots: 25-shot" in {row["harness"] for row in table(archive, "arc_ai2_external.csv", "scores")}
        os_world = table(archive, "os_world_external.csv", "scores")
        assert "Agent: claude-sonnet-4-5-20250929 (50 steps)" in {row["harness"] for row in os_world}

    @pytest.mark.parametrize(
        ("file_name", "known", "dearest"),
        [
            ("swe_bench_bash.csv", 32, 1.53),
            ("weirdml_external.csv", 108, 7.6476),
            ("the_agent_company_external.csv", 15, 6.78),
        ],
    )
    def test_costs_are_by_task(self, archive: Path, file_name: str, known: int, dearest: float) -> None:
        costs = [row["usd_per_task"] for row in table(archive, file_name, "runs") if row["usd_per_task"] is not None]
        assert len(costs) == known
        assert min(costs) > 0
        assert round(max(costs), 4) == dearest

    def test_costs_in_two_units_are_not_read(self, archive: Path) -> None:
        rows = cells(archive, "aider_polyglot_external.csv")
        stated = {row["Model version"]: float(row["Cost"] or 0) for row in rows}
        # The same 225 tasks: one line by task, the next of the whole run.
        assert stated["grok-4-0709"] == 0.094
        assert stated["grok-4-0709_high"] == 59.6182
        [(given, _)] = [(given, issues) for snapshot, given, issues in parsed(archive, "epoch")
                        if snapshot.file_name == "aider_polyglot_external.csv"]  # fmt: skip
        assert set(given) == {"scores"}

    def test_ratings_are_left_out_and_counted(self, archive: Path) -> None:
        [(given, issues)] = [(given, issues) for snapshot, given, issues in parsed(archive, "epoch")
                             if snapshot.file_name == "webdev_arena_external.csv"]  # fmt: skip
        assert not given
        assert issues.counts == {"rating of a board, which is no share": 39}


class TestZip:
    @pytest.fixture
    def members(self, archive: Path) -> dict[str, bytes]:
        found = {one.snapshot.file_name: one.raw for one in captures(archive, "epoch")}
        return {name: raw for name, raw in found.items() if name in epoch.MEMBERS}

    def fetched(
        self, replay: Replay, archive: Path, packed: bytes, known: tuple[Snapshot, ...] = (), **more: str
    ) -> list[Document]:
        replay.publish_archived(archive, "epoch")
        replay.publish(epoch.ZIP, packed, "application/zip", **more)
        with replay.client(attempts=1) as client:
            return list(epoch.fetch(Visit(client, None, NOW.date(), known)))

    def zipped(self, members: dict[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, raw in members.items():
                packed.writestr(f"benchmark_data/{name}", raw)
        return out.getvalue()

    def test_each_known_member_is_a_document(self, replay: Replay, archive: Path, members: dict[str, bytes]) -> None:
        strangers = {"../../../eci_scores.csv": b"x", "metr_time_horizons_external.csv": b"x", "README.md": b"x"}
        found = self.fetched(replay, archive, self.zipped(members | strangers), etag='"a"')
        assert {one.file_name for one in found} == {*epoch.LIVE, *members}
        assert len(found) == 3 + 51
        for one in found[3:]:
            assert (one.body, one.url, one.media_type) == (members[one.file_name], epoch.ZIP, "text/csv")
        tables, _ = Capture(snapshot_of("epoch", found[3].file_name, found[3].body), found[3].body).parse()
        assert tables["scores"].num_rows

    def test_only_the_last_member_says_that_all_are_there(
        self, replay: Replay, archive: Path, members: dict[str, bytes]
    ) -> None:
        found = self.fetched(replay, archive, self.zipped(members), etag='"a"')[3:]
        assert [one.etag for one in found] == [""] * (len(found) - 1) + ['"a"']
        last = snapshot_of("epoch", found[-1].file_name, found[-1].body)
        held = type(last)(**vars(last) | {"url": epoch.ZIP, "etag": '"a"'})
        again = self.fetched(replay, archive, self.zipped(members), (held,), etag='"a"')
        assert [one.file_name for one in again] == [*epoch.LIVE]

    def test_bomb_is_refused(self, replay: Replay, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(epoch, "MOST_UNPACKED", 1_000_000)
        with pytest.raises(FetchError, match="more than its limit"):
            self.fetched(replay, archive, self.zipped({"gpqa_diamond.csv": bytes(30_000_000)}))

    @pytest.mark.parametrize(
        ("packed", "says"),
        [(b"PK no zip", "not a sound zip"), (b"", "not a sound zip")],
    )
    def test_what_is_no_zip_is_refused(self, replay: Replay, archive: Path, packed: bytes, says: str) -> None:
        with pytest.raises(FetchError, match=says) as caught:
            self.fetched(replay, archive, packed)
        assert caught.value.where == epoch.ZIP

    def test_zip_of_strangers_is_refused(self, replay: Replay, archive: Path) -> None:
        with pytest.raises(FetchError, match="none of the known files"):
            self.fetched(replay, archive, self.zipped({"/etc/passwd": b"x"}))


def test_file_of_no_known_name_is_refused() -> None:
    with pytest.raises(ParseError, match=r"file `new_external\.csv` is none of"):
        written("new_external.csv", [{"a": "1"}]).parse()


def test_source_is_found_though_it_is_a_folder() -> None:
    assert SOURCES["epoch"].SOURCE is epoch.SOURCE
