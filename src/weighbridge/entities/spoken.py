"""Names on boards and price lists, and what each may say: the name itself, without a vendor's prefix, its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.entities import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ibis.expr.types as ir

BOARDS = ("epoch", "arena", "aider")
PRICE_LISTS = ("models_dev", "litellm_prices", "llm_prices", "genai_prices")
# A cloud's region, its word for the vendor, and the model: `us.anthropic.claude-sonnet-4`.
DOTTED = r"^(?:(?:us|eu|apac|global|regional|au|jp|ca|sa|me|us-gov)\.)?([a-z0-9-]+)\.([a-z].*)$"
# One word or two before the model: `openai-gpt-5.2`, `zai-org-glm-4.6v`.
DASHED = (r"^([a-z0-9]+)-(.+)$", r"^([a-z0-9]+-[a-z0-9.]+)-(.+)$")


@dataclass(frozen=True)
class Named:
    """Tables whose names are those of boards and price lists, and what their publishers state."""

    models: Sequence[ir.Table]  # with the columns `source` and `model`
    prices: ir.Table
    statements: ir.Table


def universe(named: Named) -> ir.Table:
    """Give every (namespace, key) with the newest of each statement, and the earliest day of release."""
    used = [t.select(namespace=t.source, key=t.model) for t in (*named.models, named.statements)]
    used.append(named.prices.select(namespace=named.prices.source, key=named.prices.offer))
    keys = used[0]
    for more in used[1:]:
        keys = keys.union(more)
    keys = keys.filter(keys.namespace.isin((*BOARDS, *PRICE_LISTS))).distinct()
    said = named.statements
    latest = {
        name: said[name].argmax(said.observed_at, where=said[name].notnull())
        for name in ("title", "maker", "licence", "access", "training_flop")
    }
    said = said.group_by("source", "model").aggregate(stated_on=said.released_on.min(), **latest)
    rows = keys.left_join(said, [keys.namespace == said.source, keys.key == said.model]).drop("source", "model")
    offer = rows.namespace.isin(PRICE_LISTS)
    # The provider of an offer is no part of the model's name, and seldom its maker.
    path = offer.ifelse(rows.key.re_replace(r"^[^/]*/", ""), rows.key)
    return rows.mutate(
        provider=offer.ifelse(names.account(rows.key), "").lower(),
        account=names.solid(path.re_extract(r"([^/]+)/[^/]+$", 1)),
        spoken=path.re_extract(r"([^/]+)/*$", 1),
    )


def with_maker(rows: ir.Table, makers: ir.Table) -> ir.Table:
    """Add `maker`: of the makers that the source states the first that is known, else that of the account."""
    import ibis

    told = rows.filter(rows.maker.notnull())
    stated = told.select("namespace", "key", word=told.maker.re_split(r"[,;()/&]"))
    whole = told.select("namespace", "key", word=told.maker, place=ibis.literal(-1, "int64"))
    parts = stated.unnest("word", offset="place")
    words = whole.union(parts.select("namespace", "key", "word", place=parts.place.cast("int64")))
    words = words.mutate(word=names.solid(words.word)).inner_join(makers, "word")
    first = words.group_by("namespace", "key").aggregate(stated_maker=words.organisation_id.argmin(words.place))
    rows = rows.drop("maker").left_join(first, ["namespace", "key"]).drop("namespace_right", "key_right")
    known = makers.select(account="word", account_maker="organisation_id")
    rows = rows.left_join(known, "account").drop("account_right")
    return rows.mutate(maker=rows.stated_maker.coalesce(rows.account_maker)).drop("stated_maker", "account_maker")


def candidates(rows: ir.Table, makers: ir.Table) -> ir.Table:
    """Give (namespace, key, rank, text, maker, own): readings of each name, the likeliest first.

    `own`: the reading rests on a vendor's prefix, so only that maker's releases are meant.
    """
    plain = rows.select("namespace", "key", "maker", text=rows.spoken.lower().re_replace(r"[_\s]+", "-"))
    read = [_reading(rows, 0, rows.spoken), _reading(rows.filter(rows.title.notnull()), 9, rows.title)]
    dotted = _prefixed(plain, DOTTED, makers)
    # Where a packaging is counted after a version, it is none: `claude-opus-4-6-v1`.
    read.append(_reading(dotted, 1, dotted.rest.re_replace(r"(\d)-v1$", r"\1")))
    read.append(_reading(dotted, 2, dotted.vendor + "-" + dotted.rest))
    for rank, pattern in enumerate(DASHED, 3):
        dashed = _prefixed(plain, pattern, makers)
        read.append(_reading(dashed, rank, dashed.rest, own=True))
    hosted = rows.filter((rows.provider != "") & rows.spoken.lower().startswith(rows.provider + "-"))
    read.append(_reading(hosted, 5, hosted.spoken.substr(hosted.provider.length() + 1)))
    found = read[0]
    for more in read[1:]:
        found = found.union(more)
    return found.filter(found.text != "")


def _prefixed(plain: ir.Table, pattern: str, makers: ir.Table) -> ir.Table:
    """Give the rows whose text begins with a maker's word: `vendor`, `rest`, and `maker`, that of the prefix."""
    split = plain.drop("maker").mutate(vendor=plain.text.re_extract(pattern, 1), rest=plain.text.re_extract(pattern, 2))
    return split.inner_join(makers.rename(maker="organisation_id"), names.solid(split.vendor) == makers.word)


def _reading(rows: ir.Table, rank: int, text: ir.StringValue, *, own: bool = False) -> ir.Table:
    import ibis

    return rows.select(
        "namespace", "key", rank=ibis.literal(rank, "int8"), text=text, maker="maker", own=ibis.literal(own)
    )
