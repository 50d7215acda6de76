"""The form in which an extractor proposes claims: the documented schema, and the limits that answers must keep."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.quantity import Hedge, Unit

MOST_CLAIMS = 100  # in one answer
_MOST_SIDES = 8
_Words = Annotated[str, Field(min_length=1, max_length=200)]
_Quote = Annotated[str, Field(min_length=1, max_length=2000)]
# What bounds an answer stays with us: many endpoints refuse a schema that says it.
_OURS = frozenset({"title", "default", "minLength", "maxLength", "maxItems", "minimum", "description"})


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Number(_Strict):
    """A quantity. `words`: as they stand in the sentence; they are read again, and all else is not relied on."""

    words: _Words
    value: float | None = None
    unit: Unit | None = None
    hedge: Hedge | None = None


class Proposal(_Strict):
    """One proposed claim. All words are exact words of the text; `sentence`: the number it was sent under.

    `quote`: the part of the sentence that makes the claim; with it alone the sentence is looked for.
    """

    sentence: Annotated[int, Field(ge=1)] | None = None
    quote: _Quote | None = None
    frame: Frame
    topic: Topic
    relation: Relation
    subjects: Annotated[list[_Words], Field(max_length=_MOST_SIDES)] = []
    objects: Annotated[list[_Words], Field(max_length=_MOST_SIDES)] = []
    platform: _Words | None = None
    quantity: Number | None = None
    moment: _Words | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.sentence is None and self.quote is None:
            raise ValueError("neither sentence nor quote")
        return self


@cache
def schema() -> Mapping[str, Any]:
    """Give the JSON Schema of an answer: `{"claims": [proposal, ...]}`, every field named and none beside them."""
    made = Proposal.model_json_schema()
    definitions = made.pop("$defs")
    answer = {"type": "object", "properties": {"claims": {"type": "array", "items": made}}, "$defs": definitions}
    found = _plain(answer)
    assert isinstance(found, dict)  # noqa: S101 - a mapping stays one
    return found


def _plain(part: object) -> object:
    """Leave out what is ours, and require each property: strict endpoints know no optional ones."""
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {name: _plain(value) for name, value in part.items() if name not in _OURS}
    if isinstance(named := kept.get("properties"), dict):
        kept |= {"required": list(named), "additionalProperties": False}
    return kept
