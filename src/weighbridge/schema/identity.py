"""Identity: what a publisher's name of a model is."""

from __future__ import annotations

from weighbridge.countries import STATED_AS
from weighbridge.schema.table import MOST_PARAMETERS, Column, Kind, Layer, Table, count, day, text

# Price lists name offers, provider/model; boards and indices name models.
NAMESPACES = (
    *("hub", "openrouter", "ollama"),
    *("epoch", "arena", "aider"),
    *("models_dev", "litellm_prices", "llm_prices", "genai_prices"),
)

IDENTITY_COLUMNS = (
    text(
        "release_id",
        "Release of the weights; null where not known, and in cells of sources without a licence.",
        nullable=True,
    ),
    text("organisation_id", "Who made the release.", nullable=True),
    text("country", f"Primary base of the maker: {STATED_AS}.", nullable=True),
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
        text("namespace", "Whose names.", one_of=NAMESPACES),
        text("key", "The publisher's name: repository id, slug, library name, name on a board, or offer."),
        *IDENTITY_COLUMNS,
        text(
            "model_id",
            "One set of weights of a release: its id, with the size where the release has several; null if not known.",
            nullable=True,
        ),
        text("setting", "Reasoning effort, thinking budget or dated version that the name states.", nullable=True),
        Column("alias", Kind.FLAG, "A moving name: what it serves has changed or will."),
        count("params_total", "Total parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        count("params_active", "Active parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        Column(
            "training_flop",
            Kind.NUMBER,
            "Operations of training, as a source estimates them.",
            nullable=True,
            low=0,
            high=1e30,
            unit="FLOP",
        ),
        day("created_on", "First day known: creation of the repository, listing, or release as stated.", nullable=True),
        text(
            "rule",
            "How the name was resolved.",
            one_of=("listed", "stem", "declared_base", "repackaged_stem", "maker", "account", "unresolved"),
        ),
    ),
    ("namespace", "key"),
)
