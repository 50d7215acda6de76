"""What the Hub said of one model when the tree was walked: facts, counts and its configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from weighbridge.decoding import json_document
from weighbridge.errors import ParseError
from weighbridge.hub import RELATIONS, created_on, licence_of, relation_of, repositories, tagged_parents
from weighbridge.listings import Listed
from weighbridge.record import Record
from weighbridge.sources.laufer_trees.tokenizer import fingerprint
from weighbridge.values import count, shown, text

if TYPE_CHECKING:
    from weighbridge.record import Reading

T = TypeVar("T")
# What the walk wrote where it could not read a page.
UNREAD = "N/A"
# One walk kept the first three of these and the tags alone.
SOMETIMES = (
    "id", "created_at", "downloads_all_time", "likes", "library_name", "safetensors", "gguf", "config",
)  # fmt: skip
NOT_READ = (
    "sha", "author", "private", "gated", "disabled", "last_modified", "lastModified", "inference",
    "inference_provider_mapping", "mask_token", "trending_score", "card_data", "cardData", "widget_data", "model_index",
    "transformers_info", "transformersInfo", "siblings", "spaces", "security_repo_status", "_id", "usedStorage",
    "xet_enabled",
)  # fmt: skip


@dataclass(frozen=True)
class Described:
    """One model. `typed`: its tags state a relation; the last two are None where they are not stated."""

    listed: Listed
    typed: bool
    model_type: str | None
    tokenizer: str | None


def described(repo: str, cell: str | None, at: str, reading: Reading) -> Described | None:
    """Read the cell of `repo`; None, and an issue, where it holds nothing or speaks of another. Raises ParseError."""
    if cell is None or cell == UNREAD:
        reading.note("page was not read", repo)
        return None
    try:
        value = json_document(cell.encode(), reading)
    except ParseError as error:
        # Words of an uploader stand in it: one of them must not hide the tree.
        reading.note("metadata is not readable", f"{repo}: {error.what}")
        return None
    model = Record(value, at, reading)
    stated = model.take("modelId", text)
    if stated != repo:
        reading.note("metadata of another repository", f"{repo}: {stated[:80]}")
        return None
    return _described(repo, model)


def _described(repo: str, model: Record) -> Described:
    model.optional(*SOMETIMES)
    uploader = _Uploader(repo, model.reading)
    tags = model.take("tags", uploader.tags)
    sizes = [model.take_or_null(name, uploader.may(_total)) for name in ("safetensors", "gguf")]
    config = model.take_or_null("config", uploader.may(_mapping))
    listed = Listed(
        repo_id=repo,
        downloads_30d=model.take("downloads", count),
        downloads_all_time=model.take_or_null("downloads_all_time", count),
        likes=model.take_or_null("likes", count),
        created_on=model.take_or_null("created_at", created_on),
        pipeline_tag=model.take_or_null("pipeline_tag", uploader.may(text)),
        library=model.take_or_null("library_name", uploader.may(text)),
        licence=licence_of(tags),
        params_total=next((size for size in sizes if size), None),
        base_models=repositories(tagged_parents(tags), repo, model.reading),
        relation=relation_of(tags, repo, model.reading),
    )
    model.ignore("id", *NOT_READ)
    model.done()
    typed = any(tag.startswith(tuple(f"base_model:{relation}:" for relation in RELATIONS)) for tag in tags)
    return Described(listed, typed, *_configuration(config, f"{model.at}.config", uploader))


def _configuration(config: dict[str, object] | None, at: str, uploader: _Uploader) -> tuple[str | None, str | None]:
    """Read the architecture and the tokenizer; the Hub keeps no dimensions here."""
    if config is None:
        return None, None
    stated = Record(config, at, uploader.reading)
    stated.optional("model_type", "tokenizer_config")
    stated.ignore("architectures", "auto_map", "diffusers", "quantization_config", "processor_config")
    found = (
        stated.take_or_null("model_type", uploader.may(text)),
        stated.take_or_null("tokenizer_config", uploader.may(fingerprint)),
    )
    stated.done()
    return found


@dataclass(frozen=True)
class _Uploader:
    """Reads what an uploader wrote: what cannot be read is unknown and counted, and the rest of the tree stands."""

    repo: str
    reading: Reading

    def may(self, kind: Callable[[object], T]) -> Callable[[object], T | None]:
        def read(value: object) -> T | None:
            try:
                return kind(value)
            except ValueError as error:
                self.reading.note("unreadable words of an uploader", f"{self.repo}: {error}")
                return None

        return read

    def tags(self, value: object) -> list[str]:
        """Keep the tags that are text."""
        if not isinstance(value, list):
            raise ValueError(f"should be a list of texts, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
        return [tag for tag in map(self.may(text), value) if tag is not None]


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"should be an object, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return value


def _total(value: object) -> int | None:
    """Read the parameters that weight files state; None where they state none."""
    total = _mapping(value).get("total")
    return None if total is None else count(total) or None
