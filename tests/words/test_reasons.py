from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import weighbridge
from tests.conftest import ROOT
from tests.words.prose import faults
from weighbridge import chinese_wording, discover, wording
from weighbridge.abilities import rated
from weighbridge.amounts.derivatives import drawing, stock
from weighbridge.errors import NoDataError
from weighbridge.measures import arena_rating, download_total, model_size, price_gap, tokens_and_cost_to_solve
from weighbridge.reason_wording import REASONS, reason

SRC = ROOT / "src" / "weighbridge"
# Whose texts reach a page: a series' method, why it is no race, why it is not there.
SPEAKING = ("measures", "stats", "amounts", "abilities", "series.py", "lake.py", "api.py")
# Raised for a day or a part that a reader asks for; a page asks for neither. The last is an error of one measure alone.
ASKED_FOR = ("nothing where {}", "no figure for that time: {}", "holds no snapshots", "holds no matrix of scores")
GAP = "{}"


def sources() -> Iterator[Path]:
    for name in SPEAKING:
        yield from [SRC / name] if name.endswith(".py") else sorted((SRC / name).rglob("*.py"))


def spoken(node: ast.AST | None) -> str | None:
    """Give a text of the code with `{}` for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
    return None


def texts() -> str:
    found = (spoken(node) for path in sources() for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return "\n".join(text for text in found if text)


def raised() -> Iterator[tuple[str, str]]:
    """Give every NoDataError of the code as a reader meets it, with the line where it stands."""
    for path in sources():
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                yield from ((f"{path.name}:{call.lineno}", met(call, function)) for call in calls(function))


def calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "NoDataError":
            yield node


def met(call: ast.Call, function: ast.FunctionDef) -> str:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    what, where, then = (said(node, function) for node in (call.args[0], given.get("where"), given.get("then")))
    return str(NoDataError(what, where=where, then=then))


def said(node: ast.AST | None, function: ast.FunctionDef) -> str:
    """Give the text of an expression, of a name that of its assignment in the function; a gap where it is made."""
    if node is None:
        return ""
    if isinstance(node, ast.Name):
        above = (each for each in ast.walk(function) if isinstance(each, ast.Assign) and each.lineno < node.lineno)
        set_to = [each for each in above if is_name(each.targets[0], node.id)]
        return spoken(max(set_to, key=lambda each: each.lineno).value) or GAP if set_to else GAP
    return spoken(node) or GAP


def is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def untranslated(text: str) -> list[str]:
    return [fault for fault in faults(reason(text)) if fault.startswith(("English", "no Chinese"))] if text else []


def test_everything_that_the_starter_data_say_is_said_in_chinese(tmp_path: Path) -> None:
    scale = weighbridge.open(tmp_path)
    bare: dict[str, list[str]] = {}
    for name, module in discover.measures().items():
        for by in module.MEASURE.groupings:
            try:
                series = scale.weighed(name, by)
                told = (series.ci_method, series.no_race)
            except NoDataError as error:
                told = (str(error), "")
            bare |= {text: untranslated(text) for text in told if untranslated(text)}
    assert bare == {}


DRAWN = drawing.METHOD


@pytest.mark.parametrize(
    "text",
    [
        *model_size.METHODS.values(),
        *price_gap.METHODS.values(),
        *stock.NO_RACE.values(),
        download_total.TWO_ACCOUNTS,
        tokens_and_cost_to_solve.METHOD,
        arena_rating.PUBLISHED,
        DRAWN,
        f"the wider of Wilson's interval and of a {DRAWN}; worst-case bounds",
        f"{rated.METHOD}; the lag in each draw of all abilities together, the middle 90 % of draws by mid-ranks",
        "resamples of within models, 100 draws, 90 %; of one score alone none",
        "resamples of scores, 100 draws, 90 %, of a fit for each quarter; the fit did not converge",
        "lowest and highest of 40 fits that leave out one benchmark each; not joined to the rest and left out: 成绩",
        "Kaplan-Meier with the log-log band of Greenwood's variance; areas below the band",
        "rounding of the published counts, normal sum of uniform errors, 95 %; worst-case bound over unknown names",
    ],
)
def test_methods_of_every_option_are_said_in_chinese(text: str) -> None:
    assert untranslated(text) == []


def test_every_refusal_that_a_page_may_show_is_said_in_chinese() -> None:
    bare = {
        place: text
        for place, text in raised()
        if not any(asked in text for asked in ASKED_FOR) and untranslated(text.replace(GAP, "5"))
    }
    # What an error of another kind says, and what is restored from a kept weighing, is told where it is raised first.
    assert {place.partition(":")[0] for place in bare} <= {"fits.py", "api.py", "placing.py"}, bare


def test_no_translation_is_of_what_nothing_says() -> None:
    every = texts()
    for english in REASONS:
        pieces = [piece.strip(" ;:.()%,") for piece in re.split(r"\{\}|; |\.$", english)]
        assert [piece for piece in pieces if piece and not is_made(piece, every)] == [], english


def is_made(piece: str, every: str) -> bool:
    """Say whether the code says a piece, whole or put together of two."""
    cuts = ((piece[:i].strip(), piece[i:].strip()) for i in range(4, len(piece) - 4))
    return piece in every or any(first in every and second in every for first, second in cuts)


def test_translations_are_whole_and_chinese() -> None:
    filled = [said.replace("对{}", "对残差").replace(GAP, "5") for said in REASONS.values()]
    assert {said: faults(said) for said in filled if faults(said)} == {}


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            (
                "bootstrap over 64 parts of the accounts: what one account uploads stays together; worst-case bound "
                "over unknown names"
            ),
            "把账号分为 64 组重抽样：同一账号上传的仓库不拆开；归属未知的名称按最坏情形给出上界",
        ),
        (
            "survival: no rows under these choices; choose another list or fetch its source.",
            "基座寿命：这些选项下没有数据；请改选其他清单，或读取其来源。",
        ),
        (
            (
                "download_share: no size class has a figure under these choices; take another option or grouping; a "
                "source without a licence comes as sums by family and maker."
            ),
            (
                "下载占比：在这些选项下，没有任何规模档有数值；请改用其他选项或分组；未声明许可的来源只提供按模型系列和厂商"
                "汇总的数值。"
            ),
        ),
        (
            "store: holds no scores; run `weighbridge fetch` and `weighbridge build`.",
            "本地数据：没有 `scores` 表的数据；请运行 `weighbridge fetch` 和 `weighbridge build`。",
        ),
        ("not joined to the rest and left out: a, b and 12 more", "与其余部分没有联系而略去：a, b，另有 12 项"),
        ("", ""),
    ],
)
def test_gaps_are_filled(english: str, chinese: str) -> None:
    assert reason(english) == chinese


def test_of_what_there_is_none_is_said_in_english_too() -> None:
    assert wording.reason("none: one reading of each model") == "no interval: one reading of each model"
    assert wording.reason("resamples of scores, 100 draws, 90 %") == "resamples of scores, 100 draws, 90 %"


def test_a_text_that_nobody_translated_stays_whole() -> None:
    assert reason("somebody's method; worst-case bounds") == "somebody's method; worst-case bounds"
    hostile = "not joined to the rest and left out: {0.__class__}; <script>\n"
    assert reason(hostile).endswith("{0.__class__}; <script>\n")


def test_a_series_without_race_says_why_in_chinese(tmp_path: Path) -> None:
    series = weighbridge.open(tmp_path).weighed("download_total", "organisation")
    assert chinese_wording.finding(series) == "按机构没有排名：该来源只含两个账号，不能代表全体。"
