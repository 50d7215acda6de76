"""Statements: what sources say about repositories, accounts and releases."""

from __future__ import annotations

from weighbridge.schema.table import (
    MOST_PARAMETERS,
    MOST_UNITS,
    OBSERVED_AT,
    OBSERVED_ON,
    REPO,
    SOURCE,
    Column,
    Kind,
    Layer,
    Table,
    count,
    day,
    text,
)

REPO_FACTS = Table(
    "repo_facts",
    Layer.STATEMENT,
    "What a source states about a Hub repository.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        day("created_on", "UTC day of creation; null where the Hub had not recorded it.", nullable=True),
        text("pipeline_tag", "Task tag of the Hub.", nullable=True),
        text("library", "Library tag of the Hub.", nullable=True),
        text("licence", "Licence tag as published.", nullable=True),
        count(
            "params_total",
            "Parameters stated by the weights or the catalogue.",
            "parameters",
            nullable=True,
            high=MOST_PARAMETERS,
        ),
        Column("base_models", Kind.TEXTS, "Stated parents, as repository ids; empty where none is stated."),
        Column("inferred_models", Kind.TEXTS, "Those of the stated parents that the Hub names and the card does not."),
        text(
            "relation",
            "Declared relation to the parents.",
            nullable=True,
            one_of=("finetune", "adapter", "quantized", "merge"),
        ),
        Column("removed", Kind.FLAG, "The source says that the repository is gone.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
)

CONFIGURATIONS = Table(
    "configurations",
    Layer.STATEMENT,
    "What a source states of a repository's configuration: evidence of a descent that nobody declared.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        text("model_type", "Architecture, in the configuration's own word.", nullable=True),
        count("layers", "Hidden layers.", "layers", nullable=True, high=MOST_UNITS),
        count("hidden_size", "Width of a hidden layer.", "units", nullable=True, high=MOST_UNITS),
        count("heads", "Attention heads.", "heads", nullable=True, high=MOST_UNITS),
        count("kv_heads", "Heads of keys and values.", "heads", nullable=True, high=MOST_UNITS),
        count("vocabulary", "Tokens that the model tells apart.", "tokens", nullable=True, high=MOST_UNITS),
        text("tokenizer", "sha256 over the special tokens and the chat template that are stated.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
)

CATALOGUE = Table(
    "catalogue",
    Layer.STATEMENT,
    "A router's catalogue: the bridge from its model names to Hub repositories.",
    (
        SOURCE,
        OBSERVED_ON,
        text("id", "The router's public id, with its serving variant."),
        text("slug", "The router's permanent slug."),
        text("name", "Display name."),
        text("repo_id", "Hub repository; null does not mean closed.", nullable=True),
        day("created_on", "UTC day on which the router listed it."),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "id"),
)

TRACKED = Table(
    "tracked",
    Layer.STATEMENT,
    "Repositories on a curated list of first-party language models.",
    (SOURCE, OBSERVED_ON, REPO, text("list", "Which list.", one_of=("core", "extra")), OBSERVED_AT),
    ("source", "observed_on", "repo_id"),
)

ACCOUNT_REGIONS = Table(
    "account_regions",
    Layer.STATEMENT,
    "Region of a Hub account as a source states it.",
    (
        SOURCE,
        OBSERVED_ON,
        text("account", "Hub account."),
        text("region", "Region word of the source.", one_of=("us", "china", "eu", "other", "unknown")),
        text("notes", "The source's remark.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "account"),
)

STATED_SIZES = Table(
    "stated_sizes",
    Layer.STATEMENT,
    "Parameter counts that a source typed in by hand.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        count("params_total", "Total parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        count("params_active", "Active parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        Column("is_moe", Kind.FLAG, "Mixture of experts.", nullable=True),
        text("notes", "The source's remark.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
)

STATED_RELEASES = Table(
    "stated_releases",
    Layer.STATEMENT,
    "Release days that a source corrected by hand.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        day("created_on", "Creation day of the repository.", nullable=True),
        day("released_on", "Actual release day."),
        text("notes", "The source's remark.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
)

STATED_MODELS = Table(
    "stated_models",
    Layer.STATEMENT,
    "What a board, an index or a price list states about a model under its own name for it.",
    (
        SOURCE,
        OBSERVED_ON,
        text("model", "The publisher's name of the model; provider/model in a price list."),
        text("title", "Display name.", nullable=True),
        text("maker", "Who made it, in the source's words.", nullable=True),
        text("country", "Country of the maker, in the source's words.", nullable=True),
        text("access", "How it can be used, in the source's words.", nullable=True),
        text("licence", "Licence, in the source's words.", nullable=True),
        Column("open_weights", Kind.FLAG, "The source's own word on the weights.", nullable=True),
        day("released_on", "Day of release of the model.", nullable=True),
        Column(
            "training_flop",
            Kind.NUMBER,
            "Operations of training, as estimated.",
            nullable=True,
            low=0,
            high=1e30,
            unit="FLOP",
        ),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "model"),
)
