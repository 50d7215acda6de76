"""Identity: what a publisher's name of a model is."""

from __future__ import annotations

from weighbridge.schema.table import MOST_PARAMETERS, Column, Kind, Layer, Table, count, day, text

IDENTITY_COLUMNS = (
    text(
        "release_id",
        "Release of the weights; null where not known, and in cells of sources without a licence.",
        nullable=True,
    ),
    text("organisation_id", "Who made the release.", nullable=True),
    text("country", "ISO 3166-1 alpha-2 of the maker's primary base.", nullable=True),
    text("family_id", "Family of the release.", nullable=True),
    text(
        "base_organisation_id",
        "Who made the weights it was built on: itself, unless it was built on another's.",
        nullable=True,
    ),
    text("base_country", "Country of the base's maker.", nullable=True),
    text("base_family_id", "Family of the base.", nullable=True),
    text("openness", "How open the weights are.", nullable=True, one_of=("open_licence", "restricted", "closed")),
    text(
        "size_class",
        "Bucket of total parameters, in billions.",
        nullable=True,
        one_of=("<1", "1-5", "5-10", "10-50", "50-100", "100-250", "250+"),
    ),
    text(
        "field",
        "What the model is for.",
        nullable=True,
        one_of=(
            "language",
            "embedding",
            "reranker",
            "encoder",
            "image",
            "video",
            "audio",
            "vision",
            "time_series",
            "other",
        ),
    ),
    Column("tracked", Kind.FLAG, "On the curated list of first-party language models."),
    Column("copy", Kind.FLAG, "A re-upload or another's quantisation of the release's weights."),
)

IDENTITY = tuple(column.name for column in IDENTITY_COLUMNS)

SUBJECTS = Table(
    "subjects",
    Layer.DIMENSION,
    "What a publisher's name of a model is: the bridge from every fact to organisation, country, family and openness.",
    (
        text("namespace", "Whose names.", one_of=("hub", "openrouter", "ollama")),
        text("key", "The publisher's name: repository id, slug or library name."),
        *IDENTITY_COLUMNS,
        count("params_total", "Total parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        count("params_active", "Active parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        day("created_on", "First day known: creation of the repository or listing.", nullable=True),
        text(
            "rule",
            "How the name was resolved.",
            one_of=("listed", "stem", "declared_base", "repackaged_stem", "account", "unresolved"),
        ),
    ),
    ("namespace", "key"),
)
