"""Small documents in the documented shapes, one trap each."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.sources.captures import NOW, Capture, snapshot_of
from weighbridge.errors import ParseError
from weighbridge.sources.atom_tracked_models import billions
from weighbridge.sources.ollama import pulls
from weighbridge.sources.openrouter_monthly import half_of_third_digit

DAY = dt.date(2026, 8, 21)


def capture(source: str, file_name: str, document: object) -> Capture:
    raw = document if isinstance(document, bytes) else json.dumps(document).encode()
    return Capture(snapshot_of(source, file_name, raw, NOW), raw)


def day_of(n: int, on: dt.date = DAY) -> list[dict[str, Any]]:
    named = [{"date": f"{on}", "model_permaslug": f"a/m{i}", "total_tokens": str(1_000 - i)} for i in range(n - 1)]
    return [*named, {"date": f"{on}", "model_permaslug": "other", "total_tokens": "7"}]


def daily(rows: list[dict[str, Any]], first: dt.date = DAY, last: dt.date = DAY) -> Capture:
    meta = {"as_of": "2026-08-22T00:05:00Z", "start_date": f"{first}", "end_date": f"{last}", "version": "v1"}
    return capture("openrouter_daily", "rankings-daily-2026-08.json", {"data": rows, "meta": meta})


class TestOpenRouterDaily:
    def test_other_is_the_remainder_and_has_no_name(self) -> None:
        tables, issues = daily(day_of(51)).parse()
        last = tables["tokens"].to_pylist()[-1]
        assert (last["row"], last["slug"], last["total_tokens"]) == ("remainder", "", 7)
        assert not issues.counts

    def test_vintage_is_the_reading(self) -> None:
        tables, _ = daily(day_of(51)).parse()
        assert set(tables["tokens"]["observed_at"].to_pylist()) == {NOW}

    def test_day_without_remainder_is_counted(self) -> None:
        _, issues = daily(day_of(51)[:-1]).parse()
        assert issues.counts == {"day without 51 rows": 1, "day without a remainder row": 1}

    def test_missing_day_is_counted(self) -> None:
        _, issues = daily(day_of(51), first=DAY - dt.timedelta(days=1)).parse()
        assert issues.counts == {"day missing from the window": 1}

    def test_half_a_window_missing_is_refused(self) -> None:
        with pytest.raises(ParseError, match="`data` has 51 rows"):
            daily(day_of(51), first=DAY - dt.timedelta(days=9)).parse()

    def test_tomorrow_is_refused(self) -> None:
        with pytest.raises(ParseError, match=r"data\[0\]\.date"):
            daily(day_of(51, on=dt.date(2026, 8, 24))).parse()

    def test_window_that_runs_backwards_is_refused(self) -> None:
        with pytest.raises(ParseError, match=r"meta\.end_date"):
            daily(day_of(51), first=DAY + dt.timedelta(days=1)).parse()

    def test_two_counts_of_one_model_are_refused(self) -> None:
        rows = [*day_of(51), {"date": f"{DAY}", "model_permaslug": "a/m0", "total_tokens": "5"}]
        with pytest.raises(ParseError, match="a/m0"):
            daily(rows).parse()


def month(**changes: object) -> dict[str, Any]:
    models = [{"model": f"a/m{i}", "tokens": 10, "date": "2026-06-30", "share": 0.1} for i in range(5)]
    week = {"month": "2026-06", "weekEnding": "2026-06-30", "source": "page", "weekTotal": 100, "modelsCounted": 300}
    return week | {"models": models} | changes


def leaderboard(**changes: object) -> Capture:
    months = [month(weekEnding=f"2025-{n:02}-28") for n in range(1, 6)]
    for week in months:
        week["models"] = [model | {"date": week["weekEnding"]} for model in week["models"]]
    document = {"generatedAt": "2026-08-20", "topN": 15, "missing": [], "months": [*months, month(**changes)]}
    return capture("openrouter_monthly", "rankings-monthly.json", document)


class TestOpenRouterMonthly:
    def test_what_is_not_named_is_the_remainder(self) -> None:
        tables, issues = leaderboard().parse()
        last = tables["tokens"].to_pylist()[-1]
        assert (last["row"], last["total_tokens"]) == ("remainder", 50)
        assert (last["period_start"], last["period_end"]) == (dt.date(2026, 6, 24), dt.date(2026, 6, 30))
        assert not issues.counts

    def test_total_below_its_models_is_refused(self) -> None:
        models = [model | {"share": 10 / 49} for model in month()["models"]]
        with pytest.raises(ParseError, match=r"months\[5\]\.weekTotal"):
            leaderboard(weekTotal=49, models=models).parse()

    def test_share_that_contradicts_its_tokens_is_counted(self) -> None:
        models = [model | {"share": 0.1 + 1e-8} for model in month()["models"]]
        _, issues = leaderboard(models=models).parse()
        assert issues.counts == {"share is not tokens by total": 5}

    def test_row_of_another_day_is_counted(self) -> None:
        models = [model | {"date": "2026-07-01"} for model in month()["models"]]
        _, issues = leaderboard(models=models).parse()
        assert issues.counts == {"row dated outside its week": 5}

    @pytest.mark.parametrize(
        ("tokens", "half"),
        [(816 * 10**9, 5 * 10**8), (123 * 10**10, 5 * 10**9), (985 * 10**8, 5 * 10**7), (120, 0), (0, 0)],
    )
    def test_rounded_to_three_digits(self, tokens: int, half: int) -> None:
        assert half_of_third_digit(tokens) == half

    def test_precision_is_a_known_word(self) -> None:
        row = "2026-05-04,2026-05-10,a/m{},5,{},f,c\n"
        head = "week_start,week_end,model_permaslug,total_tokens,precision,source_file,source_commit\n"
        raw = head + "".join(row.format(i, "exact") for i in range(60)) + row.format("x", "guessed")
        with pytest.raises(ParseError, match=r"line 62\.precision"):
            capture("openrouter_monthly", "weekly-top-models-total-tokens.csv", raw.encode()).parse()

    def test_total_that_is_no_sum_is_counted(self) -> None:
        week = {"weekStart": "2026-05-25", "weekEnding": "2026-05-31", "total": 18, "others": 7,
                "models": [{"model": "a/b", "tokens": 10}]}  # fmt: skip
        _, issues = capture("openrouter_monthly", "chart-weeks.json", {"weeks": [week]}).parse()
        assert issues.counts == {"total is not the sum of its rows": 1}

    def test_week_of_other_length_is_refused(self) -> None:
        week = {"weekStart": "2026-05-25", "weekEnding": "2026-06-01", "total": 10, "others": 0, "models": []}
        with pytest.raises(ParseError, match="weekEnding"):
            capture("openrouter_monthly", "chart-weeks.json", {"weeks": [week]}).parse()


class TestOllama:
    @pytest.mark.parametrize(
        ("shown", "count", "rounding"),
        [
            ("118.7M", 118_700_000, 50_000),
            ("98M", 98_000_000, 50_000),
            ("1.0M", 1_000_000, 50_000),
            ("916.9K", 916_900, 50),
            ("12K", 12_000, 50),
            ("1.2B", 1_200_000_000, 50_000_000),
            ("523", 523, 0),
        ],
    )
    def test_rounding_is_half_of_the_last_digit_kept(self, shown: str, count: int, rounding: int) -> None:
        assert pulls(shown) == (count, rounding)

    @pytest.mark.parametrize("shown", ["", "M", "1.23M", "1,234", "-5M", "5T", "5 M", "5.5", 5, True, "9999999M"])
    def test_other_shapes_are_refused(self, shown: object) -> None:
        with pytest.raises(ValueError, match="count such as"):
            pulls(shown)

    def library(self, **changes: object) -> Capture:
        models = {f"m{i}": {"pullCount": "1M", "tags": {}} for i in range(100)}
        document = {"lastUpdated": "2026-08-21T22:00:00Z", "totalModels": 100, "models": models}
        return capture("ollama", "models.json", document | changes)

    def test_day_is_the_collectors_and_not_the_captures(self) -> None:
        tables, issues = self.library().parse()
        assert tables["pulls"]["observed_on"][0].as_py() == DAY
        assert not issues.counts

    def test_capture_from_the_future_is_refused(self) -> None:
        with pytest.raises(ParseError, match="lastUpdated"):
            self.library(lastUpdated="2026-09-21T22:00:00Z").parse()

    def test_total_that_differs_is_counted(self) -> None:
        _, issues = self.library(totalModels=101).parse()
        assert issues.counts == {"total differs from rows": 1}


class TestLlmfit:
    def catalogue(self, **changes: object) -> Capture:
        models = [{"name": f"a/m{i}", "hf_downloads": 5, "hf_likes": 1, "pipeline_tag": "text-generation",
                   "parameters_raw": 7, "architecture": "qwen3"} | changes for i in range(20)]  # fmt: skip
        return capture("huggingface_listing_llmfit", "hf_models.json", models)

    @pytest.mark.parametrize("count", [0, None])
    def test_zero_is_not_fetched(self, count: int | None) -> None:
        tables, issues = self.catalogue(hf_downloads=count).parse()
        assert set(tables["downloads"]["downloads_30d"].to_pylist()) == {None}
        assert set(tables["downloads"]["likes"].to_pylist()) == {None}
        assert issues.counts == {"count not fetched": 20}

    def test_no_parameters_are_unknown(self) -> None:
        tables, _ = self.catalogue(parameters_raw=0).parse()
        assert set(tables["repo_facts"]["params_total"].to_pylist()) == {None}

    def test_dimensions_are_those_of_the_configuration(self) -> None:
        stated = {"num_hidden_layers": 36, "hidden_size": 4096, "num_attention_heads": 32, "num_key_value_heads": 8,
                  "vocab_size": 151_936}  # fmt: skip
        row = self.catalogue(**stated).parse()[0]["configurations"].to_pylist()[0]
        names = ("model_type", "layers", "hidden_size", "heads", "kv_heads", "vocabulary", "tokenizer")
        assert [row[name] for name in names] == ["qwen3", 36, 4096, 32, 8, 151_936, None]

    def test_unknown_architecture_is_null(self) -> None:
        rows = self.catalogue(architecture="unknown", hidden_size=8).parse()[0]["configurations"]
        assert set(rows["model_type"].to_pylist()) == {None}

    def test_what_says_nothing_gives_no_row(self) -> None:
        assert self.catalogue(architecture="unknown").parse()[0]["configurations"].num_rows == 0

    @pytest.mark.parametrize("stated", [-1, 1.5, "many", True, 10**30])
    def test_strange_dimension_is_refused(self, stated: object) -> None:
        with pytest.raises(ParseError, match="hidden_size"):
            self.catalogue(hidden_size=stated).parse()


class TestTop600:
    def test_day_is_the_utc_day_of_the_reading(self) -> None:
        model = {"likes": 1, "downloads": 2, "pipeline_tag": None, "library_name": None,
                 "createdAt": "2024-07-31T21:13:44.000Z", "lastModified": None}  # fmt: skip
        models = [model | {"id": f"a/m{i}"} for i in range(300)]
        document = {"date": "2026-08-22", "fetched_at": "2026-08-22T08:59:00+09:00", "source": "x", "models": models}
        tables, _ = capture("huggingface_listing_top600", "2026-08-22.json", document).parse()
        assert tables["downloads"]["observed_on"][0].as_py() == dt.date(2026, 8, 21)


class TestAtom:
    @pytest.mark.parametrize(("stated", "count"), [("671", 671 * 10**9), ("3.5", 35 * 10**8), ("0.6", 6 * 10**8)])
    def test_billions_are_exact(self, stated: str, count: int) -> None:
        assert billions(stated) == count

    def test_unknown_region_is_refused(self) -> None:
        raw = "hf_org,region,notes\n" + "a,us,\n" * 1 + "b,mars,\n"
        with pytest.raises(ParseError, match=r"line 3\.region"):
            capture("atom_tracked_models", "organization_regions.csv", raw.encode()).parse()

    def test_id_that_is_not_org_and_model_is_counted(self) -> None:
        raw = "org,model,modelId\n" + "".join(f"a,m{i},a/m{i}\n" for i in range(500)) + "a,x,b/x\n"
        _, issues = capture("atom_tracked_models", "models.csv", raw.encode()).parse()
        assert issues.counts == {"id is not org/model": 1}


class TestRedHat:
    HEAD = "date,model_id,likes,downloads,downloads_all_time\n"
    ROWS = "".join(f"2025-05-0{1 + i % 3},a/m{i},1,2,3\n" for i in range(10_000))

    def stats(self, *more: str) -> Capture:
        raw = self.HEAD + self.ROWS + "".join(f"{row}\n" for row in more)
        return capture("redhat_hf_stats", "model_stats_RedHatAI.csv", raw.encode())

    def test_blank_count_is_null(self) -> None:
        tables, _ = self.stats("2025-05-04,a/b,,,5").parse()
        assert tables["downloads"].to_pylist()[-1]["downloads_30d"] is None

    @pytest.mark.parametrize(
        ("row", "field"),
        [
            ("2025-05-04,a/b,1,2,-3", "downloads_all_time"),
            ("2025-05-04,a/b,1,x,3", "downloads"),
            ("2025-02-30,a/b,1,2,3", "date"),
            ("2027-05-04,a/b,1,2,3", "date"),
            (",a/b,1,2,3", "date"),
            ("2025-05-04,,1,2,3", "model_id"),
            ("2025-05-04,a b,1,2,3", "model_id"),
            ("2025-05-04,a/b,99999999999999999999,2,3", "likes"),
            ("2025-05-01,a/m0,1,2,9", "model_id"),
        ],
    )
    def test_bad_row_is_refused_by_field(self, row: str, field: str) -> None:
        with pytest.raises(ParseError, match=f"`{field}`"):
            self.stats(row).parse()

    def test_short_row_is_refused(self) -> None:
        with pytest.raises(ParseError, match="Expected 5 columns"):
            self.stats("2025-05-04,a/b,1").parse()
