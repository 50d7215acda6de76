"""The tables: columns, types, units, keys and bounds. The first waist: all that a source and a measure share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Column types, named as a reader would; the lake maps them to Arrow."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    INSTANT = "instant"


class Layer(StrEnum):
    """Where a table stands on its way: as stated by a source, what a thing is, or summed for measures."""

    FACT = "fact"
    STATEMENT = "statement"
    DIMENSION = "dimension"
    CELL = "cell"


@dataclass(frozen=True)
class Column:
    """One column: its unit stands in its name, its meaning in `says`; `low` and `high` are inclusive bounds."""

    name: str
    kind: Kind
    says: str
    nullable: bool = False
    low: float | dt.date | None = None
    high: float | dt.date | None = None
    unit: str = ""
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of the first waist. `key` is unique; `day` names the column that partitions it, if any.

    `stated_whole` names the columns within which a publisher states a list as one: a later capture replaces all of it.
    """

    name: str
    layer: Layer
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    day: str = ""
    stated_whole: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Give the column called `name`; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


# No model of this field, no repository and no count is older than this.
FIRST_DAY = dt.date(2017, 1, 1)
# A quadrillion: a thousand times the largest weekly total ever published, so that a unit slip cannot pass.
MOST = 1e17
MOST_PARAMETERS = 1e14


def _text(name: str, says: str, *, nullable: bool = False, one_of: tuple[str, ...] = ()) -> Column:
    return Column(name, Kind.TEXT, says, nullable=nullable, one_of=one_of)


def _count(name: str, says: str, unit: str, *, nullable: bool = False, high: float = MOST) -> Column:
    return Column(name, Kind.INTEGER, says, nullable=nullable, low=0, high=high, unit=unit)


def _day(name: str, says: str, *, nullable: bool = False) -> Column:
    return Column(name, Kind.DAY, says, nullable=nullable, low=FIRST_DAY)


SOURCE = _text("source", "Name of the source that states this row.")
OBSERVED_ON = _day("observed_on", "UTC day on which the publisher's value was read.")
OBSERVED_AT = Column("observed_at", Kind.INSTANT, "UTC instant of the capture: where two state one key, the later wins.")
REPO = _text("repo_id", "Repository on the Hugging Face Hub, account/name, as published.")

TOKENS = Table(
    "tokens",
    Layer.FACT,
    "Tokens served by a router, per model and period; prompt and completion together, by the provider's own tokenizer.",
    (
        SOURCE,
        _text("series", "Which of the publisher's lists: lists of one publisher are not spliced.",
              one_of=("daily", "leaderboard", "chart")),
        _day("period_start", "First UTC day of the period."),
        _day("period_end", "Last UTC day of the period, inclusive."),
        _text("row", "`model`: one model; `remainder`: all models that the list does not name.", one_of=("model", "remainder")),
        _text("slug", "The publisher's name of the model; empty in a remainder row."),
        _count("total_tokens", "Tokens in the period.", "tokens"),
        _count("rounding_tokens", "Half of the last digit kept by the publisher; 0 where the count is exact.", "tokens"),
        OBSERVED_AT,
    ),
    ("source", "series", "period_start", "period_end", "row", "slug"),
    day="period_end",
    stated_whole=("source", "series", "period_start", "period_end"),
)

PULLS = Table(
    "pulls",
    Layer.FACT,
    "Cumulative pulls from the Ollama library, per listed name. Null while the publisher shows none.",
    (
        SOURCE,
        OBSERVED_ON,
        _text("name", "The library's name of the model."),
        _count("pulls_all_time", "Pulls since the name was listed.", "pulls", nullable=True),
        _count("rounding_pulls", "Half of the last digit shown; null with the count.", "pulls", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "name"),
    day="observed_on",
    stated_whole=("source", "observed_on"),
)

DOWNLOADS = Table(
    "downloads",
    Layer.FACT,
    "Downloads of a Hub repository: HTTP GET and HEAD requests to its query files, not users.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        _count("downloads_30d", "Trailing 30 days.", "downloads", nullable=True),
        _count("downloads_all_time", "Since the repository exists; not monotone: the Hub cleans up backwards.",
               "downloads", nullable=True),
        _count("likes", "Likes at the same reading.", "likes", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
    day="observed_on",
)

REPO_FACTS = Table(
    "repo_facts",
    Layer.STATEMENT,
    "What a source states about a Hub repository.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        _day("created_on", "UTC day of creation; null where the Hub had not recorded it.", nullable=True),
        _text("pipeline_tag", "Task tag of the Hub.", nullable=True),
        _text("library", "Library tag of the Hub.", nullable=True),
        _text("licence", "Licence tag as published.", nullable=True),
        _count("params_total", "Parameters stated by the weights or the catalogue.", "parameters", nullable=True,
               high=MOST_PARAMETERS),
        Column("base_models", Kind.TEXTS, "Declared parents, as repository ids; empty where none is declared."),
        _text("relation", "Declared relation to the parents.", nullable=True,
              one_of=("finetune", "adapter", "quantized", "merge")),
        Column("removed", Kind.FLAG, "The source says that the repository is gone.", nullable=True),
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
        _text("id", "The router's public id, with its serving variant."),
        _text("slug", "The router's permanent slug."),
        _text("name", "Display name."),
        _text("repo_id", "Hub repository; null does not mean closed.", nullable=True),
        _day("created_on", "UTC day on which the router listed it."),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "id"),
)

TRACKED = Table(
    "tracked",
    Layer.STATEMENT,
    "Repositories on a curated list of first-party language models.",
    (SOURCE, OBSERVED_ON, REPO, _text("list", "Which list.", one_of=("core", "extra")), OBSERVED_AT),
    ("source", "observed_on", "repo_id"),
)

ACCOUNT_REGIONS = Table(
    "account_regions",
    Layer.STATEMENT,
    "Region of a Hub account as a source states it.",
    (
        SOURCE,
        OBSERVED_ON,
        _text("account", "Hub account."),
        _text("region", "Region word of the source.", one_of=("us", "china", "eu", "other", "unknown")),
        _text("notes", "The source's remark.", nullable=True),
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
        _count("params_total", "Total parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        _count("params_active", "Active parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        Column("is_moe", Kind.FLAG, "Mixture of experts.", nullable=True),
        _text("notes", "The source's remark.", nullable=True),
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
        _day("created_on", "Creation day of the repository.", nullable=True),
        _day("released_on", "Actual release day."),
        _text("notes", "The source's remark.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "repo_id"),
)

_IDENTITY = (
    _text("release_id", "Release of the weights; null where not known, and in cells of sources without a licence.", nullable=True),
    _text("organisation_id", "Who made the release.", nullable=True),
    _text("country", "ISO 3166-1 alpha-2 of the maker's primary base.", nullable=True),
    _text("family_id", "Family of the release.", nullable=True),
    _text("base_organisation_id", "Who made the weights it was built on: itself, unless it was built on another's.", nullable=True),
    _text("base_country", "Country of the base's maker.", nullable=True),
    _text("base_family_id", "Family of the base.", nullable=True),
    _text("openness", "How open the weights are.", nullable=True, one_of=("open_licence", "restricted", "closed")),
    _text("size_class", "Bucket of total parameters, in billions.", nullable=True,
          one_of=("<1", "1-5", "5-10", "10-50", "50-100", "100-250", "250+")),
    _text("field", "What the model is for.", nullable=True,
          one_of=("language", "embedding", "reranker", "encoder", "image", "video", "audio", "vision", "time_series", "other")),
    Column("tracked", Kind.FLAG, "On the curated list of first-party language models."),
    Column("copy", Kind.FLAG, "A re-upload or another's quantisation of the release's weights."),
)

SUBJECTS = Table(
    "subjects",
    Layer.DIMENSION,
    "What a publisher's name of a model is: the bridge from every fact to organisation, country, family and openness.",
    (
        _text("namespace", "Whose names.", one_of=("hub", "openrouter", "ollama")),
        _text("key", "The publisher's name: repository id, slug or library name."),
        *_IDENTITY,
        _count("params_total", "Total parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        _count("params_active", "Active parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        _day("created_on", "First day known: creation of the repository or listing.", nullable=True),
        _text("rule", "How the name was resolved.",
              one_of=("listed", "stem", "declared_base", "repackaged_stem", "account", "unresolved")),
    ),
    ("namespace", "key"),
)

TOKEN_CELLS = Table(
    "token_cells",
    Layer.CELL,
    "`tokens` summed over every attribute that a measure may group or filter by.",
    (
        SOURCE,
        TOKENS.column("series"),
        TOKENS.column("period_start"),
        TOKENS.column("period_end"),
        TOKENS.column("row"),
        *_IDENTITY,
        Column("free", Kind.FLAG, "Served at no price."),
        _count("total_tokens", "Tokens in the period.", "tokens"),
        _count("rounding_tokens", "Sum of the half last digits.", "tokens"),
        Column("rounding_variance", Kind.NUMBER, "Sum of the variances of the rounding errors, each uniform.", low=0),
        _count("n", "Names summed.", "names"),
        OBSERVED_AT,
    ),
    ("source", "series", "period_start", "period_end", "row", *(c.name for c in _IDENTITY), "free"),
    day="period_end",
)

DOWNLOAD_CELLS = Table(
    "download_cells",
    Layer.CELL,
    "`downloads` summed over every attribute that a measure may group or filter by.",
    (
        SOURCE,
        OBSERVED_ON,
        *_IDENTITY,
        _count("downloads_30d", "Trailing 30 days, summed over the repositories that state it.", "downloads", nullable=True),
        _count("downloads_all_time", "All time, summed over the repositories that state it.", "downloads", nullable=True),
        _count("n_30d", "Repositories that state a 30-day count.", "repositories"),
        _count("n_all_time", "Repositories that state an all-time count.", "repositories"),
        OBSERVED_AT,
    ),
    ("source", "observed_on", *(c.name for c in _IDENTITY)),
    day="observed_on",
)

ORGANISATIONS = Table(
    "organisations",
    Layer.DIMENSION,
    "Makers of models, with the country of their primary base and what says so.",
    (
        _text("organisation_id", "Stable id."),
        _text("name", "English name."),
        _text("name_zh_hans", "Name in simplified Chinese."),
        _text("name_zh_hant", "Name in traditional Chinese."),
        _text("kind", "What it is.", one_of=("maker", "repackager", "community", "individual")),
        _text("country", "ISO 3166-1 alpha-2; null where not known or distributed.", nullable=True),
        _text("basis", "On what the country rests.",
              one_of=("headquarters", "primary_team", "incorporated", "stated_by_source", "distributed", "unknown")),
        _text("evidence", "What says so."),
        _day("checked_on", "Day of the last check."),
    ),
    ("organisation_id",),
)

FAMILIES = Table(
    "families",
    Layer.DIMENSION,
    "Lines of models under one name.",
    (
        _text("family_id", "Stable id."),
        _text("name", "English name."),
        _text("name_zh_hans", "Name in simplified Chinese."),
        _text("name_zh_hant", "Name in traditional Chinese."),
        _text("organisation_id", "Who makes it."),
    ),
    ("family_id",),
)

RELEASES = Table(
    "releases",
    Layer.DIMENSION,
    "Models as their makers announced them.",
    (
        _text("release_id", "Stable id."),
        _text("name", "Display name."),
        _text("family_id", "Its family."),
        _text("organisation_id", "Who made it."),
        _text("base_family_id", "Family whose weights it was built on, if another's.", nullable=True),
        _day("released_on", "Day of public release.", nullable=True),
        _text("openness", "How open the weights are.", nullable=True, one_of=("open_licence", "restricted", "closed")),
        _text("licence", "SPDX or short name.", nullable=True),
        _text("field", "What it is for.", one_of=("language", "embedding", "reranker", "encoder", "image", "video",
                                                  "audio", "vision", "time_series", "other")),
        _count("params_total", "Total parameters, where the release has one size.", "parameters", nullable=True,
               high=MOST_PARAMETERS),
        _count("params_active", "Active parameters, likewise.", "parameters", nullable=True, high=MOST_PARAMETERS),
        _text("evidence", "What says so."),
        _day("checked_on", "Day of the last check."),
    ),
    ("release_id",),
)

SOURCE_USES = Table(
    "source_uses",
    Layer.DIMENSION,
    "What stands in the lake from each source, under which terms.",
    (
        SOURCE,
        _text("publisher", "Who publishes it."),
        _text("licence", "SPDX, or `unstated`."),
        _text("attribution", "As the publisher demands it."),
        _text("grain", "`name`: rows as published; `family`: only sums by family and maker are here.", one_of=("name", "family")),
        _day("as_of", "Last day that the rows describe."),
        _count("snapshots", "Snapshots read.", "snapshots"),
        _text("digest", "sha256 over the sorted sha256 of the snapshots."),
    ),
    ("source",),
)

ISSUES = Table(
    "issues",
    Layer.DIMENSION,
    "What parsing met and could not use, counted.",
    (
        SOURCE,
        _text("kind", "What was met."),
        _count("n", "How often, over all snapshots.", "times"),
        _text("example", "One of them."),
    ),
    ("source", "kind"),
)

IDENTITY = tuple(column.name for column in _IDENTITY)
TABLES = {
    table.name: table
    for table in (
        TOKENS, PULLS, DOWNLOADS, REPO_FACTS, CATALOGUE, TRACKED, ACCOUNT_REGIONS, STATED_SIZES, STATED_RELEASES,
        SUBJECTS, TOKEN_CELLS, DOWNLOAD_CELLS, ORGANISATIONS, FAMILIES, RELEASES, SOURCE_USES, ISSUES,
    )
}
