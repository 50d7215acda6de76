"""What the lake was made from, so that a build makes only what is new. Lost state costs time, never truth."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

# Moves when a stage of the build gives other rows from the same bytes.
BUILD_VERSION = 1
_PART = re.compile(r"[a-z][a-z0-9_]*/\d{4}-\d\d-\d\d")


@dataclass
class State:
    """Digests of the inputs of each part of the lake: partitions as `source/day`."""

    version: int = BUILD_VERSION
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    cells: dict[str, dict[str, str]] = field(default_factory=dict)
    subjects: str = ""
    descent: str = ""
    uses: str = ""


def load(path: Path) -> State:
    """Read the state; anything unreadable or of another version counts as nothing made yet."""
    try:
        raw = json.loads(path.read_bytes())
        state = State(**raw)
        return state if state.version == BUILD_VERSION and _believable(state) else State()
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return State()


def _believable(state: State) -> bool:
    """Whether each part is a source and a day: what is no longer stated is deleted by that name."""
    return all(
        _PART.fullmatch(part)
        for tables in (state.facts, state.cells)
        for parts in tables.values()
        for part in {**parts}
    )


def save(path: Path, state: State) -> None:
    """Write the state whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_text(json.dumps(asdict(state), sort_keys=True))
    part.replace(path)


def digest(parts: list[str]) -> str:
    """Give one short name for a set of inputs, whatever their order."""
    return sha256("\n".join(sorted(parts)).encode()).hexdigest()[:24]
