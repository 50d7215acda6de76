"""Invented repositories of a Hub: names, order of birth, popularity, and what each of them is. Seeded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weighbridge.arrow import arrow_schema
from weighbridge.schema import SUBJECTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEED = 20260822
RELEASES, FAMILIES, ORGANISATIONS = 1500, 400, 150
COUNTRIES = ("CN", "US", "FR", "KR", "GB", "DE", "CA", "JP", "IN", "AE", "IL", "CH", "SG", "NL", "ES", "IT", "SE", "FI")
OPENNESS = ("open_licence", "restricted", "closed")
SIZES = SUBJECTS.column("size_class").one_of
FIELDS = SUBJECTS.column("field").one_of
# Of a hundred repositories: the maker's own, copies of them, finetunes of a known family, and names that say nothing.
KINDS = {"own": 0.02, "copy": 0.14, "finetune": 0.44, "unknown": 0.40}
# Parts of the repositories of unknown kind that state a task and a licence, or their size.
TAGGED, SIZED = 0.8, 0.5


@dataclass(frozen=True)
class Population:
    """Repositories in order of their names: `born` is the rank of birth, `weight` the typical 30-day downloads."""

    names: pa.Array
    born: NDArray[np.int64]
    weight: NDArray[np.float64]
    subjects: pa.Table


def populate(repos: int) -> Population:
    """Give `repos` repositories: a few hold most downloads, most are finetunes with next to none."""
    chance = np.random.default_rng(SEED)
    release = (chance.zipf(1.3, repos) - 1) % RELEASES
    kind = chance.choice(list(KINDS), repos, p=list(KINDS.values()))
    names = _names(release, kind)
    order = np.argsort(names)
    weight = np.exp(chance.normal(3.0, 2.2, repos)) * np.where(kind == "own", 50.0, 1.0)
    subjects = _subjects(pa.array(names[order]), release[order], kind[order], chance)
    return Population(pa.array(names[order]), chance.permutation(repos), weight[order], subjects)


def _names(release: NDArray[np.int64], kind: NDArray[np.str_]) -> NDArray[np.str_]:
    tails = {"own": "Instruct", "copy": "Instruct-GGUF", "finetune": "roleplay-v2-lora", "unknown": "test-run"}
    rows = zip(release.tolist(), kind.tolist(), strict=True)
    return np.array([f"account{i * 7919 % 60013:05d}/model-{r}-{k[0]}{i}-{tails[k]}" for i, (r, k) in enumerate(rows)])


def _subjects(
    keys: pa.Array, release: NDArray[np.int64], kind: NDArray[np.str_], chance: np.random.Generator
) -> pa.Table:
    family, base = release % FAMILIES, (release * 31) % FAMILIES
    own_base = release % 5 > 0
    base = np.where(own_base, family, base)
    made, known = np.isin(kind, ("own", "copy")), kind != "unknown"
    maker, base_maker = family % ORGANISATIONS, base % ORGANISATIONS
    n = len(release)
    tagged = chance.random(n) < TAGGED
    columns = {
        "namespace": pa.repeat("hub", n),
        "key": keys,
        "release_id": _texts("release", release, made),
        "organisation_id": _texts("organisation", maker, made),
        "country": _words(COUNTRIES, _country(maker), made & (maker % 17 > 0)),
        "family_id": _texts("family", family, known),
        "base_organisation_id": _texts("organisation", base_maker, known),
        "base_country": _words(COUNTRIES, _country(base_maker), known & (base_maker % 17 > 0)),
        "base_family_id": _texts("family", base, known),
        "openness": _words(OPENNESS, np.minimum(release % 7 // 3, 2), known | tagged),
        "size_class": _words(SIZES, release % len(SIZES), known | (chance.random(n) < SIZED)),
        "field": _words(FIELDS, np.where(release % 4 > 0, 0, release % len(FIELDS)), known | tagged),
        "tracked": pa.array(kind == "own"),
        "copy": pa.array(kind == "copy"),
        "model_id": pa.nulls(n, pa.string()),
        "setting": pa.nulls(n, pa.string()),
        "alias": pa.repeat(pa.scalar(False), n),
        "params_total": pa.nulls(n, pa.int64()),
        "params_active": pa.nulls(n, pa.int64()),
        "training_flop": pa.nulls(n, pa.float64()),
        "created_on": pa.nulls(n, pa.date32()),
        "rule": pa.array(
            np.select(
                [kind == "own", kind == "copy", kind == "finetune"],
                ["stem", "repackaged_stem", "declared_base"],
                "unresolved",
            )
        ),
    }
    return pa.table(columns, schema=arrow_schema(SUBJECTS))


def _country(maker: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.minimum(maker % 37 // 2, len(COUNTRIES) - 1)


def _texts(word: str, number: NDArray[np.int64], known: NDArray[np.bool_]) -> pa.Array:
    return _words([f"{word}-{i:04d}" for i in range(int(number.max()) + 1)], number, known)


def _words(words: tuple[str, ...] | list[str], index: NDArray[np.int64], known: NDArray[np.bool_]) -> pa.Array:
    return pa.array(words).take(pa.array(index, mask=~known))
