from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import weighbridge
from weighbridge import terminal
from weighbridge.cli import EXIT_CODES, main
from weighbridge.errors import ParseError, WeighbridgeError

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

COMMANDS = sorted(main.commands)
AT = ("--at", "2026-08-19")
ESTIMATE = ["period_start", "period_end", "group", "group_id", "value", "ci_low", "ci_high", "range_low", "range_high",
            "n", "coverage", "status", "rank_best", "rank_worst"]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds nothing, so that the starter data answer."""
    return tmp_path_factory.mktemp("empty")


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--store", str(store)], prog_name="weighbridge")


def done(store: Path, *arguments: str) -> Result:
    result = run(store, *arguments)
    assert result.exit_code == 0, result.output
    return result


def refused(store: Path, code: int, *arguments: str) -> str:
    result = run(store, *arguments)
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def sentence(store: Path, code: int, *arguments: str) -> str:
    said = refused(store, code, *arguments)
    assert said.startswith("weighbridge: ")
    assert said.endswith(".\n")
    assert said.count("\n") == 1
    return said


def test_every_command_of_the_plan_is_here() -> None:
    planned = {"fetch", "build", "board", "measure", "explain", "sources", "measures", "issues", "doctor"}
    assert planned <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_a_command_does(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    says = main.commands[command].help
    assert says
    assert says.splitlines()[0] in " ".join(result.output.split())


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"measures"}))
def test_every_command_takes_a_store(command: str) -> None:
    assert "--store" in CliRunner().invoke(main, [command, "--help"]).output


def test_exit_codes_are_documented() -> None:
    said = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    assert EXIT_CODES in said
    codes = {kind.exit_code for kind in WeighbridgeError.__subclasses__()}
    assert codes <= {int(code) for code in re.findall(r"[:;] (\d+) ", EXIT_CODES)}


def test_board_shows_every_race(store: Path) -> None:
    said = done(store, "board", "--by", "country", "--by", "size_class").stdout
    for title in ("Share of downloads", "Downloads of all", "Share of pulls", "Share of tokens"):
        assert title in said
    assert "size class" in said
    assert "Figures from the starter" in said


@pytest.mark.parametrize("command", ["sources", "issues", "doctor"])
def test_lists_answer_from_the_starter_data(store: Path, command: str) -> None:
    assert "openrouter_daily" in done(store, command).stdout or command == "doctor"


def test_measures_are_listed_with_their_questions() -> None:
    said = CliRunner().invoke(main, ["measures"]).stdout
    assert "token_share" in said
    assert "Whose models serve the tokens" in said


@pytest.mark.parametrize("name", ["token_share", "openrouter_daily", "alibaba", "Qwen", "DeepSeek", "通义千问"])
def test_explain_has_sections(store: Path, name: str) -> None:
    said = done(store, "explain", name).stdout
    assert "\N{REPLACEMENT CHARACTER}" not in said
    assert re.search(r"\n\n[A-Z][a-z ]+.*\n  ", said)


def test_json_has_the_documented_keys(store: Path) -> None:
    whole = json.loads(done(store, "measure", "token_share", "--format", "json", *AT).stdout)
    assert list(whole) == ["measure", "version", "unit", "by", "choices", "where", "as_of", "ci_level", "ci_method",
                           "estimates", "standing", "provenance"]  # fmt: skip
    assert [list(estimate) for estimate in whole["estimates"]] == [ESTIMATE] * len(whole["estimates"])
    assert (whole["measure"], whole["unit"], whole["by"]) == ("token_share", "share", "country")
    assert whole["as_of"] == "2026-08-19"


def test_json_names_a_country_by_its_code(store: Path) -> None:
    whole = json.loads(done(store, "measure", "token_share", "--format", "json", *AT).stdout)
    china = whole["estimates"][0]
    assert (china["group"], china["group_id"], china["value"], china["status"]) == ("CN", "CN", None, "bounded")
    assert china["range_low"] <= china["ci_low"] < china["ci_high"] <= china["range_high"]
    assert (whole["standing"]["leader"], whole["standing"]["value"]) == ("CN", None)


def test_json_names_others_in_english_beside_their_id(store: Path) -> None:
    whole = json.loads(done(store, "measure", "pull_share", "--by", "organisation", "--format", "json", *AT).stdout)
    found = {estimate["group_id"]: estimate["group"] for estimate in whole["estimates"]}
    assert (found["alibaba"], found["deepseek"]) == ("Alibaba", "DeepSeek")
    assert whole["standing"]["leader_id"] in found


def test_json_gives_every_combination_when_asked(store: Path) -> None:
    question = ("measure", "pull_share", "--all-choices", "--format", "json", "--at", "2026-08-21")
    whole = json.loads(done(store, *question).stdout)
    assert len(whole["runs"]) == 8
    assert len({tuple(run["choices"].values()) for run in whole["runs"]}) == 8
    ranged = {estimate["group"]: estimate for estimate in whole["estimates"]}
    for each in whole["runs"]:
        for estimate in each["estimates"]:
            if estimate["group"] in ranged:
                bounds = ranged[estimate["group"]]
                assert bounds["range_low"] <= estimate["value"] <= bounds["range_high"]


def test_csv_says_what_json_says(store: Path) -> None:
    question = ("measure", "pull_share", "--by", "family", "--since", "2026-01-01", "--format")
    whole = json.loads(done(store, *question, "json").stdout)
    rows = list(csv.DictReader(io.StringIO(done(store, *question, "csv").stdout)))
    assert list(rows[0]) == [*ESTIMATE, "unit"]
    assert len(rows) == len(whole["estimates"])
    for row, estimate in zip(rows, whole["estimates"], strict=True):
        plain = {name: "" if value is None else str(value) for name, value in estimate.items()}
        assert row == plain | {"unit": "share"}


def test_parquet_says_what_json_says(store: Path) -> None:
    question = ("measure", "token_share", "--by", "openness", *AT, "--format")
    whole = json.loads(done(store, *question, "json").stdout)
    table = pq.read_table(io.BytesIO(done(store, *question, "parquet").stdout_bytes))
    assert table.column_names == ESTIMATE
    days = [{name: str(row[name]) for name in ESTIMATE[:2]} for row in table.to_pylist()]
    assert [row | day for row, day in zip(table.to_pylist(), days, strict=True)] == whole["estimates"]
    assert table.schema.metadata[b"choice list"] == b"daily"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("measure", "tokn_share"), "did you mean token_share"),
        (("measure", "token_share", "--choice", "list=dayly"), "did you mean daily"),
        (("measure", "token_share", "--choice", "lst=daily"), "did you mean list"),
        (("measure", "token_share", "--by", "contry"), "choose one of country"),
        (("measure", "token_share", "--where", "cuntry=CN"), "choose one of country"),
        (("measure", "token_share", "--choice", "list=chart", "--choice", "unlisted=bound"), "cannot be combined"),
        (("explain", "Qwenn"), "did you mean Qwen"),
        (("fetch", "olama"), "did you mean ollama"),
        (("fetch", "ollama", "--from", "."), "leave out SOURCE"),
        (("measure", "token_share", "--where", "country=CN", "--where", "country=US"), "country is given twice"),
    ],
)
def test_wrong_names_get_advice(store: Path, arguments: tuple[str, ...], hint: str) -> None:
    assert hint in sentence(store, 2, *arguments)


@pytest.mark.parametrize("arguments", [("--at", "yesterday"), ("--where", "country"), ("--format", "xml"), ("--nope",)])
def test_wrong_options_are_usage(store: Path, arguments: tuple[str, ...]) -> None:
    assert "Usage: weighbridge measure" in refused(store, 2, "measure", "token_share", *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("measure", "token_share", "--at", "2020-01-01"),
        ("measure", "token_share", "--since", "2027-01-01"),
        ("measure", "token_share", "--since", "2026-08-01", "--until", "2026-07-01"),
        ("measure", "download_share", "--choice", "listing=huggingface"),
        ("measure", "token_share", "--where", "country=China"),
        ("build",),
    ],
)
def test_no_data_is_said_with_what_to_do(store: Path, arguments: tuple[str, ...]) -> None:
    assert ";" in sentence(store, 8, *arguments)


def test_a_store_that_is_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    assert "is a file" in refused(file, 2, "board")
    monkeypatch.setenv("WEIGHBRIDGE_STORE", str(file))
    for command in (["doctor"], ["build"]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 4
        assert result.stderr.count("\n") == 1
    assert file.read_text() == "not a folder"


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / "manifest.jsonl").write_text("")
    said = run(tmp_path / "taken" / "store", "fetch", "--from", str(tmp_path / "from"))
    assert said.exit_code in (0, 4)
    assert "Traceback" not in said.stderr


HOSTILE = "evil\x1b[2J[red]a[/red]:boom:\u202e\x9b31m\r\n"


def test_hostile_names_are_printed_inert(capsys: pytest.CaptureFixture[str]) -> None:
    made = terminal.grid("name", title="t")
    terminal.row(made, HOSTILE)
    terminal.show(made)
    terminal.print_line(HOSTILE)
    said = capsys.readouterr().out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    assert said.count("[red]a[/red]:boom:") == 2


def test_hostile_names_in_errors_are_printed_inert(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ParseError(f"field {HOSTILE} is missing", where=HOSTILE)

    monkeypatch.setattr(weighbridge, "open", fail)
    said = sentence(store, 5, "board")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    assert "[red]a[/red]:boom:" in said


def test_a_given_name_cannot_forge_a_line(store: Path) -> None:
    assert "\\x1b" in sentence(store, 2, "explain", "\x1b[31mx\nweighbridge: all is well.")
