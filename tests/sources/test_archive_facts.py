"""What is known of the archive, asserted on parsed tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.sources.captures import newest_wins, parsed, tables
from weighbridge.schema import DOWNLOADS, TOKENS, TRACKED

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]
WEEK = 7


@cache
def daily(archive: Path) -> tuple[Row, ...]:
    return tuple(newest_wins(TOKENS, [table for _, table in tables(archive, "openrouter_daily", "tokens")]))


@cache
def weekly(archive: Path, file_name: str) -> tuple[Row, ...]:
    found = tables(archive, "openrouter_monthly", "tokens")
    return tuple(row for snapshot, table in found if snapshot.file_name == file_name for row in table.to_pylist())


def days(rows: Iterable[Row]) -> dict[dt.date, list[Row]]:
    split: defaultdict[dt.date, list[Row]] = defaultdict(list)
    for row in rows:
        split[row["period_end"]].append(row)
    return dict(split)


def total(rows: Iterable[Row]) -> int:
    return sum(row["total_tokens"] for row in rows)


def seven_days(archive: Path, end: dt.date) -> list[Row]:
    start = end - dt.timedelta(days=WEEK - 1)
    return [row for row in daily(archive) if start <= row["period_end"] <= end]


def bare(slug: str) -> str:
    return slug.partition(":")[0]


class TestOpenRouterDaily:
    def test_ninety_days_of_51_rows(self, archive: Path) -> None:
        by_day = days(daily(archive))
        assert (len(by_day), min(by_day), max(by_day)) == (90, dt.date(2026, 5, 24), dt.date(2026, 8, 21))
        assert {len(rows) for rows in by_day.values()} == {51}
        assert len(daily(archive)) == 4_590

    def test_names(self, archive: Path) -> None:
        # 119 models, and the remainder that the publisher calls `other`.
        assert len({row["slug"] for row in daily(archive)}) == 120

    def test_all_tokens(self, archive: Path) -> None:
        assert total(daily(archive)) == 695_167_201_779_883

    def test_rows_per_file(self, archive: Path) -> None:
        found = [table.num_rows for _, table in tables(archive, "openrouter_daily", "tokens")]
        assert found == [408, 1_530, 918, 1_581, 1_020, 1_071]

    def test_remainder_is_five_to_ten_per_cent_of_a_day(self, archive: Path) -> None:
        by_day = days(daily(archive)).values()
        shares = [total(row for row in rows if row["row"] == "remainder") / total(rows) for rows in by_day]
        assert (round(min(shares), 4), round(max(shares), 4)) == (0.0502, 0.0993)

    def test_rows_stand_in_the_publishers_order(self, archive: Path) -> None:
        for _, table in tables(archive, "openrouter_daily", "tokens"):
            for rows in days(table.to_pylist()).values():
                assert rows[-1]["row"] == "remainder"
                counts = [row["total_tokens"] for row in rows[:-1]]
                assert counts == sorted(counts, reverse=True)

    @pytest.mark.parametrize(
        ("day", "captures", "totals"),
        [
            (dt.date(2026, 7, 18), (2, 3), (7_865_670_510_190, 8_050_764_751_145)),
            (dt.date(2026, 8, 20), (4, 5), (12_129_711_445_795, 12_130_052_890_094)),
        ],
    )
    def test_only_the_newest_day_is_restated(
        self, archive: Path, day: dt.date, captures: tuple[int, int], totals: tuple[int, int]
    ) -> None:
        found = [tables(archive, "openrouter_daily", "tokens")[index][1].to_pylist() for index in captures]
        assert tuple(total(days(rows)[day]) for rows in found) == totals
        before, after = ({(r["period_end"], r["slug"]): r["total_tokens"] for r in rows} for rows in found)
        assert {on for on, slug in before if before[on, slug] != after.get((on, slug))} == {day}

    def test_first_row_of_the_last_day(self, archive: Path) -> None:
        first = days(daily(archive))[dt.date(2026, 8, 21)][0]
        assert (first["slug"], first["total_tokens"]) == ("stealth/ox-alpha", 1_990_781_795_145)


class TestOpenRouterMonthly:
    def test_twenty_months_of_fifteen_models(self, archive: Path) -> None:
        weeks = days(weekly(archive, "rankings-monthly.json"))
        assert len(weeks) == 20
        assert (min(weeks), max(weeks)) == (dt.date(2025, 2, 4), dt.date(2026, 8, 19))
        assert {Counter(row["row"] for row in rows)["model"] for rows in weeks.values()} == {15}
        assert {Counter(row["row"] for row in rows)["remainder"] for rows in weeks.values()} == {1}

    def test_shares_are_tokens_by_total(self, archive: Path) -> None:
        kinds = {kind for _, _, issues in parsed(archive, "openrouter_monthly") for kind in issues.counts}
        assert kinds == {"partial week"}

    @pytest.mark.parametrize(
        ("end", "stated", "summed"),
        [
            (dt.date(2026, 6, 30), 46_899_192_289_807, 46_899_192_289_807),
            (dt.date(2026, 7, 31), 57_291_468_805_289, 57_291_468_805_289),
            # 2026-08-19 was restated after the leaderboard was read.
            (dt.date(2026, 8, 19), 80_696_760_968_942, 80_696_767_860_654),
        ],
    )
    def test_week_totals_are_seven_daily_sums(self, archive: Path, end: dt.date, stated: int, summed: int) -> None:
        assert total(days(weekly(archive, "rankings-monthly.json"))[end]) == stated
        assert total(seven_days(archive, end)) == summed
        assert abs(summed / stated - 1) < 1e-7

    @pytest.mark.parametrize(
        ("end", "equal", "lowest"),
        [(dt.date(2026, 6, 30), 13, 0.9762), (dt.date(2026, 7, 31), 11, 0.9855), (dt.date(2026, 8, 19), 6, 0.9707)],
    )
    def test_a_model_outside_the_daily_list_is_in_the_remainder(
        self, archive: Path, end: dt.date, equal: int, lowest: float
    ) -> None:
        summed: Counter[str] = Counter()
        for row in seven_days(archive, end):
            summed[bare(row["slug"])] += row["total_tokens"]
        week = [row for row in days(weekly(archive, "rankings-monthly.json"))[end] if row["row"] == "model"]
        ratios = [summed[row["slug"]] / row["total_tokens"] for row in week]
        assert sum(ratio == 1 for ratio in ratios) == equal
        assert round(min(ratios), 4) == lowest

    def test_chart_history(self, archive: Path) -> None:
        rows = weekly(archive, "rankings-history.json")
        weeks = {row["period_start"] for row in rows}
        assert (len(weeks), min(weeks), max(weeks), len(rows)) == (52, dt.date(2024, 9, 2), dt.date(2025, 8, 25), 467)

    def test_weekly_chart(self, archive: Path) -> None:
        rows = weekly(archive, "weekly-top-models-total-tokens.csv")
        assert (len(rows), len({row["period_start"] for row in rows})) == (355, 38)
        assert sum(row["rounding_tokens"] == 0 for row in rows) == 225

    def test_overlapping_full_week_is_equal_in_both_charts(self, archive: Path) -> None:
        start = dt.date(2025, 8, 18)
        both = [
            {(row["slug"], row["total_tokens"]) for row in weekly(archive, name) if row["period_start"] == start}
            for name in ("rankings-history.json", "weekly-top-models-total-tokens.csv")
        ]
        assert both[0] == both[1]
        assert len(both[0]) == 9

    def test_partial_week_gives_way_to_the_full_one(self, archive: Path) -> None:
        stated = [table for _, table in tables(archive, "openrouter_monthly", "tokens")]
        sonnet = [
            row["total_tokens"] for row in newest_wins(TOKENS, stated)
            if (row["series"], row["period_end"], row["slug"])
            == ("chart", dt.date(2025, 8, 31), "anthropic/claude-4-sonnet-20250522")
        ]  # fmt: skip
        assert sonnet == [559_788_815_064]

    @pytest.mark.parametrize(
        ("end", "leaderboard", "chart"),
        [
            (dt.date(2025, 8, 31), 927_021_096_352, 559_788_815_064),
            (dt.date(2025, 6, 29), 266_163_758_639, 333_743_521_074),
        ],
    )
    def test_leaderboard_and_chart_are_two_measures(
        self, archive: Path, end: dt.date, leaderboard: int, chart: int
    ) -> None:
        stated = [table for _, table in tables(archive, "openrouter_monthly", "tokens")]
        found = {
            row["series"]: row["total_tokens"] for row in newest_wins(TOKENS, stated)
            if (row["period_end"], row["slug"]) == (end, "anthropic/claude-4-sonnet-20250522")
        }  # fmt: skip
        assert found == {"leaderboard": leaderboard, "chart": chart}

    def test_chart_week_of_may_2026(self, archive: Path) -> None:
        assert total(weekly(archive, "chart-weeks.json")) == 31_807_747_787_522
        assert total(seven_days(archive, dt.date(2026, 5, 31))) == 31_821_170_937_871


class TestOpenRouterModels:
    @pytest.fixture
    def catalogue(self, archive: Path) -> list[Row]:
        return list(tables(archive, "openrouter_models", "catalogue")[0][1].to_pylist())

    def test_size(self, catalogue: list[Row]) -> None:
        assert len(catalogue) == 364
        assert sum(row["repo_id"] is not None for row in catalogue) == 173
        assert len({row["slug"] for row in catalogue}) == 347

    @pytest.mark.parametrize(("day", "found"), [(dt.date(2026, 5, 24), 48), (dt.date(2026, 8, 21), 23)])
    def test_catalogue_ages(self, archive: Path, catalogue: list[Row], day: dt.date, found: int) -> None:
        slugs = {row["slug"] for row in catalogue}
        used = [bare(row["slug"]) for row in days(daily(archive))[day] if row["row"] == "model"]
        assert sum(slug in slugs for slug in used) == found


class TestOllama:
    @pytest.fixture
    def library(self, archive: Path) -> dict[dt.date, dict[str, int | None]]:
        found = tables(archive, "ollama", "pulls")
        return {
            rows[0]["observed_on"]: {row["name"]: row["pulls_all_time"] for row in rows}
            for rows in (table.to_pylist() for _, table in found)
        }

    def test_captures(self, library: dict[dt.date, dict[str, int | None]]) -> None:
        on = list(library)
        assert (len(on), on[0], on[-1]) == (55, dt.date(2025, 7, 17), dt.date(2026, 8, 21))
        longest = max(pairwise(on), key=lambda pair: pair[1] - pair[0])
        assert longest == (dt.date(2026, 7, 9), dt.date(2026, 8, 17))
        assert len({name for names in library.values() for name in names}) == 247

    @pytest.mark.parametrize(
        ("day", "listed", "unknown", "pulls", "families"),
        [
            (dt.date(2025, 7, 17), 175, 1, 361_363_200,
             (143_123_300, 30_309_300, 20_186_100, 57_534_900, 20_658_300)),
            (dt.date(2026, 8, 21), 235, 0, 1_013_548_900,
             (251_676_400, 156_923_700, 102_800_000, 107_659_800, 46_910_300)),
        ],
    )  # fmt: skip
    def test_totals(
        self, library: dict[dt.date, dict[str, int | None]], day: dt.date, listed: int, unknown: int, pulls: int,
        families: tuple[int, ...],
    ) -> None:  # fmt: skip
        names = library[day]
        assert (len(names), list(names.values()).count(None)) == (listed, unknown)
        assert sum(count or 0 for count in names.values()) == pulls
        heads = ("llama", "qwen", "gemma", "deepseek", "mistral")
        assert tuple(sum(c or 0 for n, c in names.items() if n.startswith(head)) for head in heads) == families

    def test_new_names_have_no_count_yet(self, library: dict[dt.date, dict[str, int | None]]) -> None:
        unknown = [list(names.values()).count(None) for names in library.values()]
        assert (sum(n > 0 for n in unknown), max(unknown)) == (38, 9)

    def test_one_counter_fell(self, library: dict[dt.date, dict[str, int | None]]) -> None:
        fallen = []
        for (before, old), (after, new) in pairwise(library.items()):
            both = [(name, old[name], new[name]) for name in old.keys() & new.keys()]
            fallen += [(name, before, was, after, now) for name, was, now in both if was and now and now < was]
        assert fallen == [("lfm2", dt.date(2026, 2, 26), 1_600_000, dt.date(2026, 3, 5), 916_900)]

    def test_names_that_left(self, library: dict[dt.date, dict[str, int | None]]) -> None:
        ever = {name for names in library.values() for name in names}
        assert sorted(ever - library[dt.date(2026, 8, 21)].keys()) == [
            "deepseek-v3.2", "gemini-3-flash-preview", "gemini-3-pro-preview", "glm-4.6", "glm-4.7", "glm-5", "kimi-k2",
            "kimi-k2-thinking", "kimi-k2.5", "minimax-m2", "minimax-m2.1", "minimax-m2.5",
        ]  # fmt: skip

    def test_a_dropped_zero_is_no_coarser_count(self, archive: Path) -> None:
        found = tables(archive, "ollama", "pulls")
        by_name = [{row["name"]: row for row in table.to_pylist()} for _, table in (found[0], found[-1])]
        assert [(rows["llama3.1"]["pulls_all_time"], rows["llama3.1"]["rounding_pulls"]) for rows in by_name] == [
            (98_000_000, 50_000),
            (118_700_000, 50_000),
        ]


class TestListings:
    @pytest.mark.parametrize(
        ("source", "known", "first", "last"),
        [  # known: files, rows, repositories, fewest and most rows of a file
            ("huggingface_listing_top600", (16, 8_471, 573, 527, 531), dt.date(2026, 8, 7), dt.date(2026, 8, 22)),
            ("huggingface_listing_top30", (26, 780, 61, 30, 30), dt.date(2026, 2, 28), dt.date(2026, 8, 22)),
            ("huggingface_listing_trending30", (22, 660, 390, 30, 30), dt.date(2026, 3, 30), dt.date(2026, 8, 22)),
            ("huggingface_listing_llmfit", (15, 10_961, 2_244, 33, 1_852), dt.date(2026, 2, 15), dt.date(2026, 5, 10)),
        ],
    )
    def test_sizes(self, archive: Path, source: str, known: tuple[int, ...], first: dt.date, last: dt.date) -> None:
        found = [table for _, table in tables(archive, source, "downloads")]
        on = [table["observed_on"][0].as_py() for table in found]
        sizes = [table.num_rows for table in found]
        ids = {repo for table in found for repo in table["repo_id"].to_pylist()}
        assert (min(on), max(on)) == (first, last)
        assert (len(found), sum(sizes), len(ids), min(sizes), max(sizes)) == known

    @pytest.mark.parametrize(
        ("one", "other", "shared", "equal", "near"),
        [
            ("huggingface_listing_top600", "huggingface_listing_top30", 30, 0, 29),
            ("huggingface_listing_top600", "hf_radar", 145, 4, 128),
            ("huggingface_listing_top30", "hf_radar", 13, 13, 13),
            ("huggingface_listing_trending30", "hf_radar", 30, 30, 30),
        ],
    )
    def test_listings_of_one_day_agree_roughly(
        self, archive: Path, one: str, other: str, shared: int, equal: int, near: int
    ) -> None:
        left, right = (last_downloads(archive, source) for source in (one, other))
        pairs = [(left[repo], right[repo]) for repo in left.keys() & right.keys()]
        assert len(pairs) == shared
        assert sum(a == b for a, b in pairs) == equal
        assert sum(abs((a or 0) - (b or 0)) <= 0.05 * max(a or 0, b or 0) for a, b in pairs) == near

    def test_creation_before_the_hubs_record_is_unknown(self, archive: Path) -> None:
        facts = tables(archive, "huggingface_listing_top600", "repo_facts")[-1][1]
        assert (facts["created_on"].null_count, facts.num_rows) == (18, 529)

    def test_largest_count_is_no_language_model(self, archive: Path) -> None:
        counts = last_downloads(archive, "huggingface_listing_top30")
        assert max(counts.items(), key=lambda item: item[1] or 0) == (
            "sentence-transformers/all-MiniLM-L6-v2", 257_229_302,
        )  # fmt: skip


def last_downloads(archive: Path, source: str) -> dict[str, int | None]:
    rows = tables(archive, source, "downloads")[-1][1].to_pylist()
    return {row["repo_id"]: row["downloads_30d"] for row in rows}


class TestRadar:
    @pytest.fixture
    def facts(self, archive: Path) -> list[Row]:
        return list(tables(archive, "hf_radar", "repo_facts")[0][1].to_pylist())

    def test_sizes(self, facts: list[Row]) -> None:
        assert len(facts) == len({row["repo_id"] for row in facts}) == 15_904
        assert sum(bool(row["removed"]) for row in facts) == 748
        assert sum(row["licence"] is None for row in facts) == 4_426
        created = [row["created_on"] for row in facts if row["created_on"] is not None]
        assert sum(on >= dt.date(2026, 8, 1) for on in created) == 14_155
        # 7,874 are stated: twelve as zero, two as more than any machine holds.
        assert sum(row["params_total"] is not None for row in facts) == 7_860

    def test_relations(self, facts: list[Row]) -> None:
        assert Counter(row["relation"] for row in facts if row["relation"]) == {
            "finetune": 3_702, "quantized": 2_887, "adapter": 1_638, "merge": 52,
        }  # fmt: skip

    def test_parents(self, facts: list[Row]) -> None:
        # 8,552 state them in the field, the others only in their tags.
        assert sum(bool(row["base_models"]) for row in facts) >= 8_552
        assert sum(len(row["base_models"]) > 1 for row in facts) >= 257
        # Of the 35 others that are tagged, 20 name a file on somebody's disk.
        assert sum(bool(row["inferred_models"]) for row in facts) == 15

    def test_model_types(self, archive: Path) -> None:
        rows = tables(archive, "hf_radar", "configurations")[0][1].to_pylist()
        stated = Counter(row["model_type"] for row in rows)
        assert stated.most_common(3) == [("qwen3_5", 1_468), ("qwen3", 733), ("llama", 626)]

    def test_downloads_of_accounts(self, archive: Path) -> None:
        summed: Counter[str] = Counter()
        for repo, count in last_downloads(archive, "hf_radar").items():
            summed[repo.partition("/")[0]] += count or 0
        accounts = ("Qwen", "google", "openai", "nvidia", "meta-llama", "deepseek-ai")
        assert [summed[account] for account in accounts] == [
            151_785_241, 41_981_158, 24_571_731, 22_616_765, 16_772_538, 14_900_239,
        ]  # fmt: skip

    def test_removed_repositories_have_no_count(self, archive: Path) -> None:
        facts = tables(archive, "hf_radar", "repo_facts")[0][1].to_pylist()
        removed = {row["repo_id"] for row in facts if row["removed"]}
        counts = last_downloads(archive, "hf_radar")
        assert {counts[repo] for repo in removed} == {None}


class TestAtom:
    def test_rows_per_list(self, archive: Path) -> None:
        found = {
            f"{snapshot.retrieved_at.date()}/{snapshot.file_name}": table.num_rows
            for snapshot, table in tables(archive, "atom_tracked_models", "tracked")
        }
        assert found == {
            "2025-12-30/models.csv": 1_150,  # 1,152 lines, two of which stand twice
            "2026-02-08/models.csv": 1_481,
            "2026-05-25/models.csv": 1_694,
            "2026-08-17/models.csv": 1_772,
            "2026-02-08/extra_models.csv": 119,
            "2026-05-25/extra_models.csv": 165,
            "2026-08-17/extra_models.csv": 186,
        }

    def test_repeated_lines_are_counted(self, archive: Path) -> None:
        repeated = [issues.counts["repeated row"] for _, _, issues in parsed(archive, "atom_tracked_models")]
        assert sum(repeated) == 2

    def test_regions(self, archive: Path) -> None:
        regions = tables(archive, "atom_tracked_models", "account_regions")[-1][1].to_pylist()
        assert Counter(row["region"] for row in regions) == {"china": 38, "eu": 19, "other": 13, "unknown": 3, "us": 45}
        region = {row["account"]: row["region"] for row in regions}
        accounts = [(row["repo_id"].partition("/")[0], row["list"]) for row in last_tracked(archive)]
        assert all(account in region for account, _ in accounts)
        assert Counter(region[account] for account, which in accounts if which == "core") == {
            "china": 970, "eu": 63, "other": 20, "unknown": 11, "us": 708,
        }  # fmt: skip

    def test_core_accounts(self, archive: Path) -> None:
        core = Counter(row["repo_id"].partition("/")[0] for row in last_tracked(archive) if row["list"] == "core")
        assert [core[account] for account in ("Qwen", "meta-llama", "deepseek-ai", "mistralai")] == [205, 54, 78, 51]

    def test_tracked_among_the_most_downloaded(self, archive: Path) -> None:
        tracked = {row["repo_id"] for row in last_tracked(archive)}
        assert len(tracked) == 1_958
        assert len(tracked & last_downloads(archive, "huggingface_listing_top600").keys()) == 172

    def test_sizes(self, archive: Path) -> None:
        sizes = tables(archive, "atom_tracked_models", "stated_sizes")[-1][1].to_pylist()
        assert Counter(row["is_moe"] for row in sizes) == {True: 49, False: 3, None: 247}
        found = {row["repo_id"]: (row["params_total"], row["params_active"]) for row in sizes}
        assert found["nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16"] == (30_000_000_000, 3_500_000_000)


def last_tracked(archive: Path) -> list[Row]:
    rows = newest_wins(TRACKED, [table for _, table in tables(archive, "atom_tracked_models", "tracked")])
    return [row for row in rows if row["observed_on"] == dt.date(2026, 8, 17)]


class TestRedHat:
    @pytest.mark.parametrize(
        ("file_name", "sizes", "first", "last", "sums"),
        [  # sizes: rows, days, repositories, falls; sums: all-time at both ends, 30-day at the last
            ("model_stats_RedHatAI.csv", (63_288, 236, 370, 11), dt.date(2024, 7, 19), dt.date(2025, 5, 4),
             (596_107, 10_517_907, 1_130_556)),
            ("model_stats_ibm-granite.csv", (64_756, 429, 217, 100), dt.date(2025, 3, 3), dt.date(2026, 5, 16),
             (11_217_505, 71_272_134, 6_258_955)),
        ],
    )  # fmt: skip
    def test_both_counts(
        self, archive: Path, file_name: str, sizes: tuple[int, ...], first: dt.date, last: dt.date,
        sums: tuple[int, ...],
    ) -> None:  # fmt: skip
        found = tables(archive, "redhat_hf_stats", "downloads")
        stated = next(table for snapshot, table in found if snapshot.file_name == file_name).to_pylist()
        by_day: defaultdict[dt.date, list[Row]] = defaultdict(list)
        for row in stated:
            by_day[row["observed_on"]].append(row)
        assert (min(by_day), max(by_day)) == (first, last)
        assert (len(stated), len(by_day), len({row["repo_id"] for row in stated}), falls(stated)) == sizes
        ends = [sum(row["downloads_all_time"] for row in by_day[day]) for day in (first, last)]
        assert (*ends, sum(row["downloads_30d"] for row in by_day[last])) == sums


def falls(rows: list[Row]) -> int:
    last: dict[str, int] = {}
    fallen = 0
    for row in sorted(rows, key=lambda row: row["observed_on"]):
        fallen += row["downloads_all_time"] < last.get(row["repo_id"], 0)
        last[row["repo_id"]] = row["downloads_all_time"]
    return fallen


def test_no_key_stands_twice_across_captures(archive: Path) -> None:
    for source in ("huggingface_listing_top600", "huggingface_listing_top30", "huggingface_listing_trending30"):
        stated = [table for _, table in tables(archive, source, "downloads")]
        assert len(newest_wins(DOWNLOADS, stated)) == sum(table.num_rows for table in stated)
