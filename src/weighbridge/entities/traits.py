"""Traits that publishers state in their own words, as ours: field by task tag, openness by licence, size class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

# Buckets of the ATOM Report, by total parameters in billions; upper edges exclusive.
SIZE_CLASSES = ((1e9, "<1"), (5e9, "1-5"), (10e9, "5-10"), (50e9, "10-50"), (100e9, "50-100"), (250e9, "100-250"))

FIELDS = {
    "language": (
        "text-generation",
        "image-text-to-text",
        "any-to-any",
        "text2text-generation",
        "visual-question-answering",
        "audio-text-to-text",
        "video-text-to-text",
        "translation",
        "summarization",
        "question-answering",
    ),
    "embedding": ("feature-extraction", "sentence-similarity", "visual-document-retrieval", "image-feature-extraction"),
    "reranker": ("text-ranking",),
    "encoder": ("fill-mask", "token-classification", "text-classification", "zero-shot-classification"),
    "image": ("text-to-image", "image-to-image", "unconditional-image-generation", "image-text-to-image"),
    "video": ("text-to-video", "image-to-video", "video-to-video", "image-text-to-video"),
    "audio": (
        "automatic-speech-recognition",
        "text-to-speech",
        "text-to-audio",
        "audio-to-audio",
        "audio-classification",
        "voice-activity-detection",
    ),
    "vision": (
        "image-classification",
        "zero-shot-image-classification",
        "object-detection",
        "image-segmentation",
        "zero-shot-object-detection",
        "depth-estimation",
        "mask-generation",
        "keypoint-detection",
        "video-classification",
        "image-to-text",
        "image-to-3d",
        "text-to-3d",
    ),
    "time_series": ("time-series-forecasting",),
    "other": ("tabular-classification", "tabular-regression", "reinforcement-learning", "robotics", "graph-ml"),
}

# Licence tags of the Hub under which weights may be used, changed and passed on without terms of the maker's own.
OPEN_LICENCES = (
    "afl-3.0", "agpl-3.0", "apache-2.0", "artistic-2.0", "bsd-2-clause", "bsd-3-clause", "bsd-3-clause-clear",
    "bsl-1.0", "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc0-1.0", "cdla-permissive-2.0",
    "ecl-2.0", "epl-2.0", "eupl-1.2", "gpl", "gpl-2.0", "gpl-3.0", "isc", "lgpl-3.0", "mit", "mpl-2.0",
    "ms-pl", "ncsa", "odc-by", "openmdw", "openmdw-1.0", "openmdw-1.1", "pddl", "postgresql", "unlicense",
    "wtfpl", "zlib",
)  # fmt: skip

# Words of boards and indices on licence and access, as published; others say nothing.
SAID = {
    "open_licence": ("open weights (unrestricted)", "apache 2.0", *OPEN_LICENCES),
    "restricted": (
        *("open weights (restricted use)", "open weights (non-commercial)", "non-commercial"),
        *("cc-by-nc-4.0", "cc-by-nc-sa-4.0", "llama 2 community", "llama 3 community", "llama 3.1 community"),
        *("gemma license", "qianwen license", "jamba open", "deepseek license", "mistral research", "modified mit"),
    ),
    "closed": ("api access", "hosted access (no api)", "unreleased", "proprietary", "propretary"),
}


def size_class(params_total: ir.NumericValue) -> ir.StringValue:
    """Give the bucket of a count of parameters; null where it is null."""
    branches = [(params_total < edge, name) for edge, name in SIZE_CLASSES]
    return params_total.isnull().ifelse(None, _first(branches, "250+"))


def field(pipeline_tag: ir.StringValue) -> ir.StringValue:
    """Give what a repository is for by its task tag; null where the tag is null or unknown."""
    return _first([(pipeline_tag.isin(tags), name) for name, tags in FIELDS.items()], None)


def openness(licence: ir.StringValue) -> ir.StringValue:
    """Give the openness of published weights by licence tag: null without one, restricted under other terms."""
    tag = licence.lower()
    unknown = tag.isnull() | tag.isin(("", "unknown"))
    return _first([(unknown, None), (tag.isin(OPEN_LICENCES), "open_licence")], "restricted")


def openness_said(words: ir.StringValue) -> ir.StringValue:
    """Give the openness that a board's or an index's own word states; null where the word is null or unknown."""
    return _first([(words.lower().isin(said), openness) for openness, said in SAID.items()], None)


def _first(branches: Sequence[tuple[ir.BooleanValue, str | None]], otherwise: str | None) -> ir.StringValue:
    import ibis

    typed = [(when, ibis.literal(then, type="string")) for when, then in branches]
    return ibis.cases(*typed, else_=ibis.literal(otherwise, type="string"))
