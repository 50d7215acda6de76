"""An extractor's answer: from bytes to proposals, each in the documented form or counted as malformed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from weighbridge.claims.extracting.proposal import MOST_CLAIMS, Proposal

# What models put around an answer although they are asked not to.
_THINKS, _THOUGHT, _FENCE = "<think>", "</think>", "```"
_CUT = "length"


class UnusableError(ValueError):
    """An answer that is no answer: what it is instead. Nothing that it says is repeated."""


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    # An endpoint may say more of itself than is read here.
    model_config = ConfigDict(extra="ignore", strict=True)
    choices: Annotated[list[_Choice], Field(min_length=1)]


class _Claims(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    claims: Annotated[list[Any], Field(max_length=MOST_CLAIMS)]


@dataclass(frozen=True)
class Answer:
    """The proposals that keep the form, and how many do not."""

    proposals: tuple[Proposal, ...]
    malformed: int


def answer(body: bytes) -> Answer:
    """Read a chat completion; UnusableError unless its text is one object with a list of at most 100 claims."""
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError:
        raise UnusableError("answered with what is no chat completion") from None
    if choice.finish_reason == _CUT:
        raise UnusableError("cut its answer off at a limit of its own")
    if not choice.message.content:
        raise UnusableError("answered without a text")
    try:
        found = _Claims.model_validate_json(_bare(choice.message.content))
    except ValidationError as error:
        many = any(one["type"] == "too_long" for one in error.errors(include_input=False, include_url=False))
        what = (
            f"proposed more than {MOST_CLAIMS} claims for one piece" if many else "did not answer in the form asked for"
        )
        raise UnusableError(what) from None
    kept = [one for one in map(_proposal, found.claims) if one is not None]
    return Answer(tuple(kept), len(found.claims) - len(kept))


def _bare(text: str) -> str:
    bare = text.strip()
    if bare.startswith(_THINKS):
        bare = bare.partition(_THOUGHT)[2].strip()
    if bare.startswith(_FENCE) and bare.endswith(_FENCE):
        bare = bare.removesuffix(_FENCE).partition("\n")[2]
    return bare


def _proposal(said: object) -> Proposal | None:
    try:
        # As JSON once more: there alone a strict form takes the words of its vocabularies.
        return Proposal.model_validate_json(json.dumps(said))
    except (ValidationError, RecursionError):
        return None
