"""A tokenizer's fingerprint: equal where two repositories state the same special tokens and chat template."""

from __future__ import annotations

import hashlib
import json

from weighbridge.values import shown

SPECIAL_TOKENS = (
    "additional_special_tokens", "bos_token", "cls_token", "eos_token", "mask_token", "pad_token", "sep_token",
    "unk_token",
)  # fmt: skip


def fingerprint(stated: object) -> str | None:
    """Give the sha256 of what a `tokenizer_config` states of both, in hexadecimal; None where it states neither.

    Two ways of writing one thing count as one: a token as text or as an object, a template alone or as the default
    of several. What is null is not stated. ValueError for anything else.
    """
    if not isinstance(stated, dict):
        raise ValueError(f"should be an object, is {shown(stated)}")  # noqa: TRY004 - every reader raises ValueError
    tokens = {name: _token(stated[name]) for name in SPECIAL_TOKENS if stated.get(name) is not None}
    templates = _templates(stated.get("chat_template"))
    if not tokens and not templates:
        return None
    canonical = json.dumps({"templates": templates, "tokens": tokens}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _token(stated: object) -> str | list[str]:
    if isinstance(stated, list):
        return [_word(token) for token in stated]
    return _word(stated)


def _word(stated: object) -> str:
    word = stated.get("content") if isinstance(stated, dict) else stated
    return _text(word, "special token")


def _templates(stated: object) -> dict[str, str]:
    """Give the templates by name."""
    if stated is None:
        return {}
    several = stated if isinstance(stated, list) else [{"name": "default", "template": stated}]
    found: dict[str, str] = {}
    for one in several:
        if not isinstance(one, dict):
            raise ValueError(f"chat template should have a name, is {shown(one)}")  # noqa: TRY004 - every reader raises ValueError
        name = _text(one.get("name"), "name of a chat template")
        if name in found:
            raise ValueError(f"chat template {name[:40]!r} stands twice")
        found[name] = _text(one.get("template"), "chat template")
    return found


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} should be text, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return value
