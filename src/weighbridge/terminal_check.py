"""A checked article as the command line prints it: a table for people, JSON for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from weighbridge import check_wording, checked_document, wording
from weighbridge.errors import UsageError
from weighbridge.terminal import grid, inert, row, send, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weighbridge.api import Weighbridge
    from weighbridge.check_wording import Tongue
    from weighbridge.checking import Checked
    from weighbridge.proposing import Proposals
    from weighbridge.verdict import Verdict

LONGEST = 160
_HEADS = {
    "en": ("claim", "verdict", "figure", "held against", "why"),
    "zh": ("主张", "结论", "数值", "依据", "理由"),
}


def checked(scale: Weighbridge, found: Checked, form: str, tongue: Tongue, out: Path | None = None) -> None:
    """Print a checked article in the wanted form; `out`: the file that the page goes to in place of the output."""
    if form == "html":
        _page(scale, found, tongue, out)
        return
    if form == "json":
        import orjson

        document = checked_document.document(found, scale.stamp, tongue)
        send(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return
    _table(found, tongue)


def _page(scale: Weighbridge, found: Checked, tongue: Tongue, out: Path | None) -> None:
    from weighbridge import checked_page

    page = checked_page.html(scale, found, tongue)
    if out is None:
        send(page.encode())
        return
    checked_page.write(page, out)
    click.echo(inert(f"{out}: {len(found.verdicts)} claims"), err=True)


def suits(form: str, out: Path | None) -> None:
    """UsageError where a file is named and what is asked for is no page: before anything is read and judged."""
    if out is not None and form != "html":
        raise UsageError("--out goes with --format html", then="or send the output to a file: > FILE")


def bound(given: Sequence[str]) -> dict[str, dict[str, str]]:
    """Read what a reader binds claims to; UsageError where it is not N:KEY=VALUE."""
    found: dict[str, dict[str, str]] = {}
    for said in given:
        number, colon, rest = said.partition(":")
        pairs = [pair.partition("=") for pair in rest.split(",")]
        if not (number.isdigit() and colon and all(key and value for key, _, value in pairs)):
            raise UsageError(f"{said!r} is not N:KEY=VALUE", then="for example 2:measure=pull_share,by=family")
        found.setdefault(number, {}).update({key: value for key, _, value in pairs})
    return found


def _table(found: Checked, tongue: Tongue) -> None:
    for line in _heading(found, tongue):
        click.echo(inert(line))
    table = grid(*_HEADS[tongue])
    for verdict in found.verdicts:
        row(table, *_cells(found, verdict, tongue))
    show(table)
    for left in found.left:
        kind = check_wording.UNJUDGED[left.kind][tongue]
        click.echo(inert(f"{kind}: {_short(found.article.quoted(left.start, left.end))}"))


def _heading(found: Checked, tongue: Tongue) -> Iterator[str]:
    title = found.article.title
    if title:
        yield _short(title)
    how = check_wording.HOW_DATED[found.dated.how][tongue]
    day = found.dated.day.isoformat() if found.dated.day else "—"
    yield f"{'日期' if tongue == 'zh' else 'Day'}: {day} ({how})"
    if found.proposals is not None:
        yield _proposals(found.proposals, tongue)


def _proposals(made: Proposals, tongue: Tongue) -> str:
    """Say what came of asking an extractor."""
    said = [check_wording.PROPOSALS[tongue].format(model=made.model, proposed=made.proposed, taken=len(made.claims))]
    said += [f"{check_wording.UNUSED[why][tongue]}: {count}" for why, count in made.unused.items()]
    said += [check_wording.UNSENT[tongue].format(unsent=made.unsent)] if made.unsent else []
    return (";" if tongue == "zh" else "; ").join(said)


def _cells(found: Checked, verdict: Verdict, tongue: Tongue) -> tuple[str, ...]:
    claim, bound = verdict.claim, verdict.binding
    against = bound.yardstick if bound.measure is None else f"{bound.measure} by {bound.by}: {' '.join(bound.groups)}"
    reasons = " ".join(check_wording.sentence(reason, tongue) for reason in verdict.reasons)
    said = _short(found.article.quoted(claim.start, claim.end))
    return (
        f"{said} ({check_wording.PROPOSED[tongue]})" if claim.proposed else said,
        check_wording.RULINGS[verdict.ruling][tongue],
        _figure(verdict),
        against,
        reasons,
    )


def _figure(verdict: Verdict) -> str:
    if verdict.as_of is None:
        return ""
    return f"{wording.figure(verdict.value, verdict.ci_low, verdict.ci_high, verdict.unit)} ({verdict.as_of})"


def _short(text: str) -> str:
    return wording.plain(text, LONGEST)
