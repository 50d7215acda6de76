"""What a reader may hand to the command beside an article: places that are no files, days and bindings far out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from weighbridge.claims.reading import MOST_BYTES

COMMAND = (sys.executable, "-c", "from weighbridge.cli import main; main(prog_name='weighbridge')")
WORDS = (
    "Qwen's share on OpenRouter rose. Alibaba released Qwen3 last month. Airbnb uses Qwen. "
    "Qwen passed Llama in downloads. The United States banned exports of H20 chips to China. "
    "上月,阿里巴巴发布了Qwen3。两年前,中国落后美国7个月。"
)
BOUND = "1:measure=token_share,by=family"
FAR = "is too far away; give a day from 1950-01-01 to 2150-12-31"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(WORDS, "utf-8")
    return tmp_path


def ran(folder: Path, *given: str, stdin: bytes = b"") -> tuple[int, str, str]:
    command = [*COMMAND, "check", *given, "--store", "none"]
    # No command here may wait: two minutes are a hang.
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=folder, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def refused(folder: Path, *given: str, stdin: bytes = b"") -> tuple[int, str]:
    code, out, error = ran(folder, *given, stdin=stdin)
    assert out == ""
    assert error.count("\n") == 1, error
    return code, error


@pytest.mark.parametrize(
    ("name", "message"),
    [("folder", "Is a directory"), ("loop", "Too many levels"), ("missing", "No such file"), ("pipe", "is a pipe"),
     ("a" * 5_000, "name too long"), ("file:///etc/hostname", "No such file"), ("/dev/zero", "is larger than")],
    ids=lambda given: given[:12],
)  # fmt: skip
def test_what_is_no_article_is_refused_in_a_sentence(folder: Path, name: str, message: str) -> None:
    (folder / "folder").mkdir()
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "pipe")
    code, error = refused(folder, name)
    assert code == 5
    assert message in error


def test_a_link_to_an_article_is_that_article(folder: Path) -> None:
    (folder / "link").symlink_to("article.txt")
    one, other = (json.loads(ran(folder, name, "--format", "json")[1]) for name in ("link", "article.txt"))
    assert one == other
    assert one["claims"]


def test_endless_input_is_cut_off(folder: Path) -> None:
    code, error = refused(folder, "-", stdin=b"x" * (MOST_BYTES + 1))
    assert code == 5
    assert "standard input: is larger than 32,000,000 bytes" in error


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "HTTP://10.0.0.1/", "http://localhost/",
     "http://0x7f.1/", "http://2130706433/", "http://[::ffff:127.0.0.1]/"],
)  # fmt: skip
def test_no_address_that_is_not_public_is_asked(folder: Path, url: str) -> None:
    code, error = refused(folder, url)
    assert code == 3
    assert "no public address" in error or "unusual way" in error


@pytest.mark.parametrize("day", ["0001-01-01", "1949-12-31", "2151-01-01", "9999-12-31"])
def test_days_at_the_calendars_ends_are_refused(folder: Path, day: str) -> None:
    assert refused(folder, "article.txt", "--as-of", day) == (2, f"weighbridge: {day} {FAR}.\n")
    code, error = refused(folder, "article.txt", "--bind", f"{BOUND},last={day}")
    assert (code, FAR in error) == (2, True)


@pytest.mark.parametrize("day", ["1950-01-01", "2150-12-31"])
def test_the_farthest_days_are_answered(folder: Path, day: str) -> None:
    code, out, _ = ran(folder, "article.txt", "--as-of", day, "--format", "json")
    assert code == 0
    assert len(json.loads(out)["claims"]) >= 4


@pytest.mark.parametrize(
    ("said", "message"),
    [(f"{BOUND},low=nan", "is no low"), (f"{BOUND},high=inf", "is no high"), ("99999999999:low=1", "no claim number"),
     ("²:low=1", "no claim number"), ("1:measure=<b>", "no measure named"), ("1", "is not N:KEY=VALUE")],
)  # fmt: skip
def test_bindings_that_say_nothing_are_refused(folder: Path, said: str, message: str) -> None:
    code, error = refused(folder, "article.txt", "--bind", said)
    assert code == 2
    assert message in error


def test_a_binding_of_very_many_groups_is_answered(folder: Path) -> None:
    many = "+".join(f"group-{number}" for number in range(10_000))
    code, out, _ = ran(folder, "article.txt", "--bind", f"{BOUND},groups={many}", "--format", "json")
    assert code == 0
    claim = json.loads(out)["claims"][0]
    assert len(claim["binding"]["groups"]) == 10_000
    assert claim["value"] is None


def test_a_broken_store_is_one_sentence(folder: Path) -> None:
    store = folder / "store"
    (store / "lake").mkdir(parents=True)
    (store / "lake" / "manifest.json").write_bytes(b"\x00{")
    command = [*COMMAND, "check", "article.txt", "--store", str(store)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder, timeout=120)
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") <= 1
