"""Adoption: somebody who makes no model, or a kind of company, uses somebody's models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding import sides
from weighbridge.claims.understanding.context import adopters
from weighbridge.claims.understanding.drafts import Draft
from weighbridge.mention import Named
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.claims.understanding.cues import Cue
    from weighbridge.claims.understanding.drafts import Scene
    from weighbridge.mention import Mention
    from weighbridge.quantity import Quantity

_KINDS = re.compile(
    r"\b(?:start-?ups|companies|firms|governments|businesses|banks|developers|enterprises|hospitals?|universit(?:y|ies)"
    r"|ministr(?:y|ies)|agenc(?:y|ies)|carmakers?|airlines?|insurers?|retailers?)\b"
    r"|初创(?:企业|公司)|创业公司|企业|公司|政府|开发者|银行|医院|大学|高校|机构|车企|运营商|部门|法院|学校",
    re.IGNORECASE,
)
_SWITCHED = re.compile(
    r"switch|mov|migrat|shift|adopt|deploy|embrac|picked|chose|接入|改采|改用|换成|换上|部署|采用|导入|引入|选用|用上",
    re.IGNORECASE,
)
_SHORTEST_NAME = 3
_THEIRS = re.compile(r"\b(?:its|their) (?:\w+ ){0,2}models?\b|其(?:人工智能|AI)?模型|该模型|这款模型", re.IGNORECASE)
_COUNTED = frozenset({Unit.PLAIN, Unit.MODELS, Unit.SHARE})


def find(scene: Scene) -> Iterator[Draft]:
    """Find who uses what."""
    cue = scene.clause.first(Relation.USES)
    if cue is None:
        return
    users = adopters(scene.clause) or scene.context.adopters or scene.context.adopters_ahead
    users = users or _makers(scene, cue)
    objects = _used(scene, users, cue) or _pointed(scene, users)
    last = max((m.end for m in objects), default=scene.clause.end)
    quantity = next((q for q in scene.clause.quantities if q.unit in _COUNTED and q.start < last), None)
    if users and (objects or quantity is not None):
        yield _draft(Frame.ADOPTION, users, objects, quantity, cue.word)
        return
    if quantity is not None and quantity.unit in (Unit.MODELS, Unit.DERIVATIVES) and Topic.DERIVATIVES in scene.topics:
        return  # derivatives are counted there, not users
    kinds = _KINDS.findall(scene.text, scene.clause.start, scene.clause.end)
    if not kinds and objects and _is_switched(scene, cue, objects):
        yield _draft(Frame.ADOPTION, (), objects, None, cue.word)
    if not kinds or not objects:
        return
    if quantity is not None and quantity.unit is Unit.SHARE:
        yield _draft(Frame.SHARE, (), objects, quantity, *kinds)
    elif all(m.naming.named is not Named.COUNTRY for m in objects):
        yield _draft(Frame.ADOPTION, (), objects, quantity, *kinds)


def _is_switched(scene: Scene, cue: Cue, objects: tuple[Mention, ...]) -> bool:
    """Say whether somebody whom we do not know is said to have taken up a model."""
    known = {m.start for m in sides.groups(scene.clause.mentions)}
    unknown = len(scene.text[scene.clause.start : cue.start].strip()) >= _SHORTEST_NAME and min(known) > cue.start
    return (
        _SWITCHED.match(cue.word) is not None and unknown and objects[0].naming.named in (Named.FAMILY, Named.RELEASE)
    )


def joined(claims: Sequence[Claim]) -> list[Claim]:
    """Join what one sentence says of one user: that it uses so many models, and which."""
    kept: list[Claim] = []
    for claim in claims:
        last = kept[-1] if kept else None
        if last is not None and _is_one(last, claim):
            kept[-1] = replace(
                last, end=claim.end, objects=last.objects or claim.objects, quantity=last.quantity or claim.quantity
            )
        else:
            kept.append(claim)
    return kept


def _is_one(one: Claim, other: Claim) -> bool:
    uses = one.frame is Frame.ADOPTION and other.frame is Frame.ADOPTION
    apart = (one.objects and other.objects) or (one.quantity and other.quantity) or one.negated != other.negated
    return uses and one.subjects == other.subjects and not apart


def _draft(
    frame: Frame, subjects: tuple[Mention, ...], objects: tuple[Mention, ...], quantity: Quantity | None, *words: str
) -> Draft:
    return Draft(frame, Topic.ADOPTION, Relation.USES, subjects, objects, quantity=quantity, words=words)


def _makers(scene: Scene, cue: Cue) -> tuple[Mention, ...]:
    """Give a maker that is said to use another's model."""
    named = (*scene.context.subjects, *scene.heads())
    makers = tuple(m for m in named if m.naming.named is Named.ORGANISATION and m.start < cue.start)[-1:]
    others = [m for m in scene.heads() if m.naming.organisation not in {maker.naming.id for maker in makers}]
    models = any(m.naming.named in (Named.FAMILY, Named.RELEASE) for m in others)
    return makers if models and not scene.clause.quantities else ()


def _pointed(scene: Scene, users: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give whose models are meant by `its models`: the side spoken of before."""
    if _THEIRS.search(scene.text, scene.clause.start, scene.clause.end) is None:
        return ()
    return tuple(m for m in scene.context.subjects if m not in users and m.naming.named is not Named.COUNTRY)


def _used(scene: Scene, users: tuple[Mention, ...], cue: Cue) -> tuple[Mention, ...]:
    """Give the groups that are used: a country right before `start-ups`, or a user's own, tells where these are."""
    mine = {user.naming for user in users}
    homes = {user.naming.country for user in users}
    # `From A to B`: what is used now stands behind the word.
    moved = cue.word.lower().endswith("to") and scene.heads(start=cue.end)
    return tuple(
        m
        for m in (moved or scene.heads())
        if m.naming not in mine
        and not (m.naming.named is Named.COUNTRY and m.naming.id in homes)
        and not _KINDS.match(scene.text[m.end : m.end + 24].lstrip(" 的AIai人工智能本土"))
    )
