"""Names of invented Hub repositories in the shapes that real ones have: makers', packagers', finetunes', and others.

Makers and packagers are the curated ones, so that names are resolved as real ones are; who else uploads is invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# A hundredth of the oldest repositories without a parent are makers' own: most of the others descend from them.
OWN = 0.01
# Parts of finetunes that are called after their parent, and of those that state no parent although a name says one.
CALLED_AFTER, UNDECLARED = 0.6, 0.15
# Many accounts upload the model of one tutorial under one name.
TAUGHT = 0.1
REPEATED_ACCOUNTS, REPOSITORIES_PER_ACCOUNT = 0.5, 3
LONGEST = 56
SIZES = ("", "-0.6B", "-1.7B", "-3B", "-7B", "-8B", "-14B", "-32B", "-70B", "-30B-A3B")
STAGES = ("", "-Instruct", "-Base", "-Chat", "-it")
PACKAGES = ("-GGUF", "-i1-GGUF", "-AWQ", "-GPTQ-Int4", "-4bit", "-MLX-8bit", "-FP8", "-bnb-4bit")
TASKS = (
    "sft",
    "lora",
    "grpo",
    "dpo",
    "medical",
    "roleplay",
    "code",
    "reasoner",
    "legal",
    "uncensored",
    "merged",
    "math",
)
WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "indigo", "juniper", "kelp", "lumen")
TAUGHT_NAMES = (
    *("ppo-LunarLander-v2", "distilbert-base-uncased-finetuned-emotion", "bert-finetuned-ner", "my_awesome_model"),
    *("whisper-small-hi", "q-FrozenLake-v1-4x4-noSlippery", "results", "vit-base-beans", "speecht5_finetuned"),
)


def named(
    depth: NDArray[np.int64], child: NDArray[np.int64], parent: NDArray[np.int64], packaged: NDArray[np.bool_]
) -> pa.Array:
    """Give the id of each repository: `depth` steps below a root, the first `parent` naming a `child` called after it.

    `packaged`: copies in another format.
    """
    n, chance = len(depth), np.random.default_rng(len(depth))
    own, packagers = chance.permutation(_own()).tolist(), _packagers()
    ids = np.full(n, "", dtype=object)
    bare = _free(n, chance)
    roots = np.flatnonzero(depth == 0)
    first = roots[: min(len(own), max(int(OWN * n), 1))]
    account = _accounts(n, chance)
    account[packaged] = np.array(packagers, dtype=object)[chance.integers(0, len(packagers), packaged.sum())]
    account[first] = [name.split("/")[0] for name in own[: len(first)]]
    bare[first] = [name.split("/")[1] for name in own[: len(first)]]
    hidden = roots[len(first) :][chance.random(len(roots) - len(first)) < UNDECLARED]
    bare[hidden] = _called_after(bare[chance.choice(first, len(hidden))], hidden, chance)
    _call_children(bare, depth, child, parent, packaged, chance)
    ids = pc.binary_join_element_wise(pa.array(account, pa.string()), pa.array(bare, pa.string()), "/")
    return _apart(ids)


def _own() -> list[str]:
    """Give the makers' own repositories: of each curated stem several sizes and stages."""
    from weighbridge.entities import curated

    known = curated.load()
    accounts = {of.id: of.hub[0] for of in known.organisations if of.hub}
    stems = [(accounts[f.organisation], s) for f in known.families if f.organisation in accounts
             for r in f.releases for s in r.names]  # fmt: skip
    return [f"{account}/{stem.title()}{size}{stage}" for size in SIZES for stage in STAGES for account, stem in stems]


def _packagers() -> list[str]:
    """Give the accounts of curated packagers, and of as many that nobody curated."""
    from weighbridge.entities import curated

    known = [account for of in curated.load().organisations if of.kind == "repackager" for account in of.hub]
    return known + [f"{word}-quants" for word in WORDS]


def _accounts(n: int, chance: np.random.Generator) -> NDArray[np.object_]:
    """Give an account to each of `n` repositories: few have many, many have one."""
    many = max(n // REPOSITORIES_PER_ACCOUNT, 2)
    few = (many ** chance.random(n)).astype(np.int64)
    number = np.where(chance.random(n) < REPEATED_ACCOUNTS, few, chance.integers(0, many, n))
    return _joined(WORDS, number % 7919, chance.permutation(12)[number % 12], number)


def _free(n: int, chance: np.random.Generator) -> NDArray[np.object_]:
    """Give names that say nothing, some of them the same as others."""
    names = _joined(TASKS, np.arange(n) * 7919 % 10_000_019, chance.integers(0, 12, n), chance.integers(0, n, n))
    taught = np.flatnonzero(chance.random(n) < TAUGHT)
    names[taught] = np.array(TAUGHT_NAMES, dtype=object)[chance.integers(0, len(TAUGHT_NAMES), len(taught))]
    return names


def _joined(
    words: Sequence[str], number: NDArray[np.int64], word: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.object_]:
    parts = (_taken(words, word), _taken(WORDS, second % len(WORDS)), pa.array(number).cast(pa.string()))
    found: NDArray[np.object_] = pc.binary_join_element_wise(*parts, "-").to_numpy(zero_copy_only=False)
    return found


def _taken(words: Sequence[str], which: NDArray[np.int64]) -> pa.Array:
    return pa.array(words).take(pa.array(which % len(words)))


def _called_after(
    parents: NDArray[np.object_], number: NDArray[np.int64], chance: np.random.Generator
) -> NDArray[np.object_]:
    n = len(parents)
    start = pc.utf8_slice_codeunits(pa.array(parents, pa.string()), 0, LONGEST)
    tail = pa.array(_joined(TASKS, number, chance.integers(0, 12, n), chance.integers(0, 12, n)), pa.string())
    found: NDArray[np.object_] = pc.binary_join_element_wise(start, tail, "-").to_numpy(zero_copy_only=False)
    return found


def _call_children(
    bare: NDArray[np.object_],
    depth: NDArray[np.int64],
    child: NDArray[np.int64],
    parent: NDArray[np.int64],
    packaged: NDArray[np.bool_],
    chance: np.random.Generator,
) -> None:
    """Call copies after their parents, and most finetunes, those nearer to a root first."""
    above = np.full(len(depth), -1)
    above[child[::-1]] = parent[::-1]
    after = (above >= 0) & (packaged | (chance.random(len(depth)) < CALLED_AFTER))
    for step in range(1, int(depth.max(initial=0)) + 1):
        here = np.flatnonzero(after & (depth == step))
        copies, tuned = here[packaged[here]], here[~packaged[here]]
        tails = np.array(PACKAGES, dtype=object)[chance.integers(0, len(PACKAGES), len(copies))]
        bare[copies] = [name[:LONGEST] + tail for name, tail in zip(bare[above[copies]], tails, strict=True)]
        bare[tuned] = _called_after(bare[above[tuned]], tuned, chance)


def _apart(ids: pa.Array) -> pa.Array:
    """Give every later repository of one id a number of its own."""
    codes = ids.dictionary_encode().indices.to_numpy()
    first = np.zeros(len(ids), dtype=np.bool_)
    first[np.unique(codes, return_index=True)[1]] = True
    numbers = pa.array(np.arange(len(ids))).cast(pa.string())
    return pc.if_else(pa.array(first), ids, pc.binary_join_element_wise(ids, numbers, "-r"))
