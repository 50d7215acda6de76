"""Columns of Epoch AI's files that must be there, by file."""

from __future__ import annotations

_OWN = ("Model version", "mean_score", "stderr", "Started at", "id")

TAKEN = {
    "epoch/adversarial_nli_external.csv": ("Model version", "Score", "Name", "Shots", "id"),
    "epoch/aider_polyglot_external.csv": (
        "Model version", "Percent correct", "Edit format", "Date of evaluation", "id",
    ),
    "epoch/apex_agents_external.csv": ("Model version", "Pass@1 score", "Pass@1 Standard Error", "Name", "id"),
    "epoch/arc_agi_2_external.csv": ("Model version", "Score", "Name", "id"),
    "epoch/arc_agi_external.csv": ("Model version", "Score", "Name", "id"),
    "epoch/arc_ai2_external.csv": ("Model version", "Challenge score", "Name", "Shots", "id"),
    "epoch/balrog_external.csv": ("Model version", "Average progress", "Average Standard error", "id"),
    "epoch/bbh_external.csv": ("Model version", "Average", "Name", "Shots", "id"),
    "epoch/bool_q_external.csv": ("Model version", "Score", "Name", "Shots", "id"),
    "epoch/cad_eval_external.csv": ("Model version", "Overall pass (%)", "Name", "Prompt", "id"),
    "epoch/chess_puzzles.csv": _OWN,
    "epoch/common_sense_qa_2_external.csv": ("Model version", "Score", "Name", "Shots", "id"),
    "epoch/cybench_external.csv": ("Model version", "Unguided % Solved", "id"),
    "epoch/deepresearchbench_external.csv": ("Model version", "Average score", "Agent", "id"),
    "epoch/eci_benchmark_difficulties_and_slopes.csv": (
        "benchmark_name", "is_anchor", "benchmark_release_date", "edi", "estimated_slope_scaled",
    ),
    "epoch/eci_benchmarks.csv": ("model", "benchmark", "performance", "benchmark_release_date"),
    "epoch/eci_scaling.csv": (
        "a", "b", "scaling_anchor1", "scaling_anchor1_eci", "scaling_anchor2", "scaling_anchor2_eci",
    ),
    "epoch/eci_scores.csv": (
        "Model", "Display name", "eci", "eci_ci_low", "eci_ci_high", "date", "Organization",
        "Country (of organization)", "Model accessibility", "Accessibility group",
    ),
    "epoch/edi_scores.csv": ("benchmark_name", "is_anchor", "benchmark_release_date", "edi", "estimated_slope_scaled"),
    "epoch/epoch_capabilities_index.csv": (
        "Model version", "ECI Score", "Release date", "Organization", "Country", "Model accessibility",
        "Training compute (FLOP)", "Model name",
    ),
    "epoch/fictionlivebench_external.csv": ("Model version", "16k token score", "id"),
    "epoch/frontiermath.csv": _OWN,
    "epoch/frontiermath_tier_4.csv": _OWN,
    "epoch/gdpval_external.csv": ("Model version", "Win Rate (%)", "Name", "id"),
    "epoch/geobench_external.csv": ("Model version", "ACW Country %", "Tools", "id"),
    "epoch/gpqa_diamond.csv": _OWN,
    "epoch/gsm8k_external.csv": ("Model version", "EM", "Name", "Shots", "id"),
    "epoch/gso_external.csv": ("Model version", "Score OPT@1", "Scaffold", "Evaluation date", "id"),
    "epoch/hella_swag_external.csv": ("Model version", "Overall accuracy", "Name", "Shots", "id"),
    "epoch/hle_external.csv": ("Model version", "Accuracy", "Accuracy Standard Error", "Name", "id"),
    "epoch/lambada_external.csv": ("Model version", "Score", "Name", "Shots", "id"),
    "epoch/lech_mazur_writing_external.csv": ("Model version", "Mean score", "ID"),
    "epoch/live_bench_external.csv": ("Model version", "Global average", "id", "LiveBench Version", "UUID"),
    "epoch/math_level_5.csv": _OWN,
    "epoch/mmlu_external.csv": ("Model version", "EM", "Name", "Shots", "id"),
    "epoch/open_book_qa_external.csv": ("Model version", "Accuracy", "Name", "Shots", "id"),
    "epoch/os_world_external.csv": ("Model version", "Score", "Agent"),
    "epoch/otis_mock_aime_2024_2025.csv": _OWN,
    "epoch/piqa_external.csv": ("Model version", "Score", "Name", "Shots", "id"),
    "epoch/posttrainbench_external.csv": ("Model version", "Average (%)", "Name", "Scaffold"),
    "epoch/science_qa_external.csv": ("Model version", "Score", "Name", "Shots", "id"),
    "epoch/simplebench_external.csv": ("Model version", "Score (AVG@5)", "id"),
    "epoch/simpleqa_verified.csv": _OWN,
    "epoch/superglue_external.csv": ("Model version", "Score", "Name", "id"),
    "epoch/swe_bench_bash.csv": (
        "Model version", "% Resolved", "SWE-Agent Release Version", "Date run", "Avg. Cost ($)", "id",
    ),
    "epoch/swe_bench_verified.csv": _OWN,
    "epoch/terminalbench_external.csv": (
        "Model version", "Accuracy mean", "Accuracy SE", "Name", "Agent", "Run date", "id",
    ),
    "epoch/the_agent_company_external.csv": (
        "Model version", "% Resolved", "Name", "Environment model", "Date", "Average costs", "UUID",
    ),
    "epoch/trivia_qa_external.csv": ("Model version", "EM", "Name", "Shots", "id"),
    "epoch/video_mme_external.csv": ("Model version", "Overall (no subtitles)", "Name", "Frames", "id"),
    "epoch/vpct_external.csv": ("Model version", "Correct", "id"),
    "epoch/webdev_arena_external.csv": ("Model version", "Arena Score"),
    "epoch/weirdml_external.csv": ("Model version", "Accuracy", "Cost per run", "id"),
    "epoch/wino_grande_external.csv": ("Model version", "Accuracy", "Name", "Shots", "id"),
}  # fmt: skip
