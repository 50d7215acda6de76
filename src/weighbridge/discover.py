"""The folder is the registry: a module in `sources/`, `measures/` or `outputs/` is found by being there."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from weighbridge.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType


def sources() -> dict[str, Any]:
    """Give every source module by name."""
    return _found("weighbridge.sources", "SOURCE")


def measures() -> dict[str, Any]:
    """Give every measure module by name, in their order on the board."""
    found = _found("weighbridge.measures", "MEASURE")
    return dict(sorted(found.items(), key=lambda item: (item[1].MEASURE.place, item[0])))


def outputs() -> dict[str, Any]:
    """Give every output module by name."""
    return _found("weighbridge.outputs", "OUTPUT")


def pick(found: dict[str, Any], name: str, kind: str) -> Any:  # noqa: ANN401 - modules are typed by their contract
    """Give the entry called `name`; UsageError that lists the nearest names if there is none."""
    if name in found:
        return found[name]
    from difflib import get_close_matches

    near = get_close_matches(name, found, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}" if near else f"choose one of {', '.join(sorted(found))}"
    raise UsageError(f"no {kind} named {name!r}", then=hint)


@cache
def _found(package: str, marker: str) -> dict[str, Any]:
    folder = import_module(package)
    modules = (_module(package, info.name) for info in pkgutil.iter_modules(folder.__path__))
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, marker)}


def _module(package: str, name: str) -> ModuleType:
    return import_module(f"{package}.{name}")
