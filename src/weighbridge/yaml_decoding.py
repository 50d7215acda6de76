"""Bytes of a publisher to plain objects: YAML without its hazards (references, own types, repeated names, depth)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from weighbridge.decoding import expect_last_line, plain_text
from weighbridge.values import LONGEST_TEXT

if TYPE_CHECKING:
    from weighbridge.record import Reading

MOST_BYTES = 5_000_000
_MOST_DEPTH = 20
# A number written 1:59:59:... takes time that grows with the square of its length.
_LONGEST_SCALAR = LONGEST_TEXT
_MERGE = "tag:yaml.org,2002:merge"


def yaml_document(raw: bytes, reading: Reading) -> object:
    """Decode one YAML document of plain values. Raises ParseError on references, repeated names, depth or size."""
    if len(raw) > MOST_BYTES:
        raise reading.fail(f"document has {len(raw):,} bytes, at most {MOST_BYTES:,} are read")
    expect_last_line(raw, reading)
    text = plain_text(raw, reading)
    import yaml

    try:
        # Events come one by one: what would grow or recurse is refused before anything is built from it.
        _check_shape(yaml.parse(text, Loader=_events()))
        value: object = yaml.load(text, Loader=_strict())  # noqa: S506 - a safe loader that refuses more
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise reading.fail(f"document is not usable YAML: {' '.join(str(error).split())[:200]}") from None
    return value


def _check_shape(events: Any) -> None:  # noqa: ANN401 - PyYAML does not type its events
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise ValueError(f"refers to another part of itself (*{event.anchor})")  # noqa: TRY004 - as for all its faults
        if getattr(event, "tag", None) is not None:
            raise ValueError(f"names a type of its own ({event.tag[:40]})")
        if len(getattr(event, "value", "")) > _LONGEST_SCALAR:
            raise ValueError(f"holds a value of more than {_LONGEST_SCALAR:,} characters")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MOST_DEPTH:
            raise ValueError(f"lies deeper than {_MOST_DEPTH} levels")


def _events() -> Any:  # noqa: ANN401 - one of two loaders
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _strict() -> Any:  # noqa: ANN401 - a class made of one of two loaders
    return type("Strict", (_events(),), {"construct_mapping": _without_repeats})


def _without_repeats(loader: Any, node: Any, deep: bool = False) -> dict[Any, Any]:  # noqa: ANN401, FBT001, FBT002 - PyYAML's own shape
    from yaml.constructor import SafeConstructor

    if any(name.tag == _MERGE for name, _ in node.value):
        raise ValueError("merges one object into another (<<)")
    names = Counter(str(name.value) for name, _ in node.value)
    if len(names) < len(node.value):
        raise ValueError(f"field `{names.most_common(1)[0][0][:80]}` stands twice in one object")
    return SafeConstructor.construct_mapping(loader, node, deep=deep)
