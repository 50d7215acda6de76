"""The Benchmarking Hub's files: each has a score column, a scale and an account of its runs of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HubFile:
    """One file: the benchmark under its name in the matrix, the columns that are read, and what they count to.

    `top`: the best score that can be reached, in the column's unit. `name`: the column that names models which have no
    version. `cost`: the column of dollars by task. `beside`: columns that are known and not read.
    """

    benchmark: str
    score: str
    fewest: int
    top: float = 1
    stderr: str = ""
    stderr_top: float = 1
    harness: tuple[str, ...] = ()
    run: str = "id"
    run_on: str = ""
    name: str = ""
    cost: str = ""
    beside: tuple[str, ...] = ()


def _own(benchmark: str, fewest: int) -> HubFile:
    """Describe a file of Epoch's own runs."""
    return HubFile(benchmark, "mean_score", fewest, stderr="stderr", run_on="Started at",
                   beside=("Best score (across scorers)", "Log viewer", "Logs"))  # fmt: skip


def _shots(benchmark: str, score: str, fewest: int, *beside: str) -> HubFile:
    """Describe a file gathered from papers: models by name, with a number of examples shown."""
    return HubFile(benchmark, score, fewest, harness=("Shots",), name="Name", beside=beside)


# In every file, of the model or of where the figure was found.
BESIDE_EVERY_SCORE = (
    "Release date", "Organization", "Country", "Training compute (FLOP)", "Training compute notes", "Notes", "Source",
    "Source link", "Source Link", "Source link (site from table)",
)  # fmt: skip

HUB_FILES = {
    "adversarial_nli_external.csv": _shots("ANLI", "Score", 10, "R1", "R2", "R3"),
    "aider_polyglot_external.csv": HubFile(
        # Most costs here are by task, the newest are of the whole run, and no column says which: Aider's own list does.
        "Aider polyglot", "Percent correct", 40, top=100, harness=("Edit format",), run_on="Date of evaluation",
        beside=("Percent using correct edit format", "Cost", "Time per case (seconds)"),
    ),
    "apex_agents_external.csv": HubFile(
        # Here the error stands in per cent, the score as a share.
        "APEX-Agents", "Pass@1 score", 10, stderr="Pass@1 Standard Error", stderr_top=100, name="Name",
        beside=("Mean score", "Mean Standard Error"),
    ),
    "arc_agi_2_external.csv": HubFile("ARC-AGI-2", "Score", 60, name="Name"),
    "arc_agi_external.csv": HubFile("ARC-AGI", "Score", 60, name="Name"),
    "arc_ai2_external.csv": _shots("ARC AI2", "Challenge score", 70, "Easy score"),
    "balrog_external.csv": HubFile(
        "Balrog", "Average progress", 15, stderr="Average Standard error",
        beside=("Date added", "Trajectories", *(f"{game} {figure}" for game in (
            "BabyAI", "Crafter", "TextWorld", "BabaIsAI", "MiniHack", "NetHack",
        ) for figure in ("progress", "Standard error"))),
    ),
    "bbh_external.csv": _shots("BBH", "Average", 45),
    "bool_q_external.csv": _shots("BoolQ", "Score", 100),
    "cad_eval_external.csv": HubFile(
        "CadEval", "Overall pass (%)", 7, harness=("Prompt",), name="Name",
        beside=("Total tasks", "Total Passes", "SCAD Gen (%)", "SCAD Gen Success", "Render (%)", "Render Successes",
                "Checks Run", "Chamfer Pass (%)", "Haus. Pass", "Vol. Pass", "Avg Chamfer (mm)",
                "Avg Haus. 95p (mm)"),
    ),
    "chess_puzzles.csv": _own("Chess Puzzles", 15),
    "common_sense_qa_2_external.csv": _shots("CSQA2", "Score", 5),
    "cybench_external.csv": HubFile(
        "Cybench", "Unguided % Solved", 10,
        beside=("Subtask-Guided % Solved", "Subtasks % Solved", "Unguided most difficult task solved (minutes)",
                "Subtask-Guided most difficult task solved (minutes)"),
    ),
    "deepresearchbench_external.csv": HubFile("DeepResearch Bench", "Average score", 10, harness=("Agent",)),
    "fictionlivebench_external.csv": HubFile(
        # The index takes stories of this length: longer ones were not put to every model.
        "Fiction.LiveBench", "16k token score", 30,
        beside=tuple(f"{length} token score" for length in (
            "0", "400", "1k", "2k", "4k", "8k", "32k", "60k", "120k", "192k",
        )),
    ),
    "frontiermath.csv": _own("FrontierMath-2025-02-28-Private", 45),
    "frontiermath_tier_4.csv": _own("FrontierMath-Tier-4-2025-07-01-Private", 30),
    "gdpval_external.csv": HubFile("GDPval", "Win Rate (%)", 5, name="Name", beside=("Win + tie rate (%)",)),
    "geobench_external.csv": HubFile(
        # The index takes the part of countries found, not the points of the game (5,000 at most).
        "GeoBench", "ACW Country %", 15, harness=("Tools",),
        beside=("Rural Median Distance", *(f"{place} {figure}" for place in (
            "ACW", "AVW", "Rural", "Urban", "Photos",
        ) for figure in (
            "Avg Score", "Median Score", "Median Distance (km)", "Refusal",
        )), *(f"{place} Country %" for place in ("AVW", "Rural", "Urban", "Photos"))),
    ),
    "gpqa_diamond.csv": _own("GPQA diamond", 80),
    "gsm8k_external.csv": _shots("GSM8K", "EM", 110),
    "gso_external.csv": HubFile(
        "GSO-Bench", "Score OPT@1", 15, harness=("Scaffold",), run_on="Evaluation date",
        beside=("Score OPT@10", "OPT@1 (hack-adjusted)", "OPT@10 (hack-adjusted)"),
    ),
    "hella_swag_external.csv": _shots("HellaSwag", "Overall accuracy", 65),
    "hle_external.csv": HubFile(
        "HLE", "Accuracy", 20, stderr="Accuracy Standard Error", name="Name", beside=("Calibration Error",),
    ),
    "lambada_external.csv": _shots("LAMBADA", "Score", 40),
    "lech_mazur_writing_external.csv": HubFile("Lech Mazur Writing", "Mean score", 20, top=10, run="ID"),
    "live_bench_external.csv": HubFile(
        "LiveBench", "Global average", 30, top=100, harness=("LiveBench Version",), run="UUID", name="id",
        beside=("Reasoning average", "Coding average", "Mathematics average", "Data analysis average",
                "Language average", "IF Average"),
    ),
    "math_level_5.csv": _own("MATH level 5", 50),
    "mmlu_external.csv": _shots("MMLU", "EM", 120),
    "open_book_qa_external.csv": _shots("OpenBookQA", "Accuracy", 35),
    "os_world_external.csv": HubFile(
        "OSWorld", "Score", 25, top=100, harness=("Agent",), run="Agent",
        beside=("Notes (details)", "Date added", "Trajectories"),
    ),
    "otis_mock_aime_2024_2025.csv": _own("OTIS Mock AIME 2024-2025", 65),
    "piqa_external.csv": _shots("PIQA", "Score", 70),
    "posttrainbench_external.csv": HubFile(
        # The deviation of single tries is no error of their mean.
        "PostTrainBench", "Average (%)", 10, harness=("Scaffold",), run="Scaffold", name="Name",
        beside=("Average SD (%)",),
    ),
    "science_qa_external.csv": _shots("ScienceQA", "Score", 50),
    "simplebench_external.csv": HubFile("SimpleBench", "Score (AVG@5)", 35),
    "simpleqa_verified.csv": _own("SimpleQA Verified", 20),
    "superglue_external.csv": HubFile("SuperGLUE", "Score", 5, name="Name"),
    "swe_bench_bash.csv": HubFile(
        "SWE-Bench verified (bash only)", "% Resolved", 15, harness=("SWE-Agent Release Version",), run_on="Date run",
        cost="Avg. Cost ($)",
    ),
    "swe_bench_verified.csv": _own("SWE-Bench verified", 12),
    "terminalbench_external.csv": HubFile(
        "Terminal Bench", "Accuracy mean", 90, stderr="Accuracy SE", harness=("Agent",), run_on="Run date", name="Name",
        beside=("Agent Org", "Model Org", "Created"),
    ),
    "the_agent_company_external.csv": HubFile(
        # The index takes whole tasks, not the score that counts their parts.
        "The Agent Company", "% Resolved", 8, harness=("Environment model",), run="UUID", run_on="Date", name="Name",
        cost="Average costs", beside=("% Score", "Average steps", "Benchmark Organization"),
    ),
    "trivia_qa_external.csv": _shots("TriviaQA", "EM", 55),
    "video_mme_external.csv": HubFile(
        "VideoMME", "Overall (no subtitles)", 25, harness=("Frames",), name="Name",
        beside=("Overall (with subtitles)", *(f"{length} videos ({how} subtitles)" for length in (
            "Short", "Medium", "Long",
        ) for how in ("no", "with"))),
    ),
    "vpct_external.csv": HubFile("VPCT", "Correct", 19),
    "weirdml_external.csv": HubFile(
        # Its standard errors are a hundred times smaller than such a test can have, so they are not read.
        "WeirdML", "Accuracy", 55, cost="Cost per run", beside=("Accuracy SE", "Median code length (lines)"),
    ),
    "wino_grande_external.csv": _shots("Winogrande", "Accuracy", 70),
}  # fmt: skip
