"""What was measured of evidence, as the page docs/evidence.md and as the file from which confidences are read."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.evidence import ANSWERS, used
from benchmarks.evidence_scores import EVERYWHERE, wilson
from benchmarks.report import table
from weighbridge.entities.evidence.inference import KINDS
from weighbridge.entities.evidence.measured import ENOUGH, FILE

if TYPE_CHECKING:
    from benchmarks.evidence import Result
    from benchmarks.evidence_scores import Score

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "evidence.md"
MEASURED = ROOT / "src" / "weighbridge" / "entities" / "evidence" / FILE
SAMPLE = "repositories that state a parent, of one half of all accounts"
HEAD = ("evidence", "source", "asked", "answered", "decided", "right", "precision (95 %)", "one vote an account",
        "the very parent", "recall")  # fmt: skip


def saved(result: Result) -> None:
    """Write both files."""
    PAGE.write_text(page(result), "utf-8")
    MEASURED.write_text(confidences(result), "utf-8")


def confidences(result: Result) -> str:
    """Give the JSON of `measured.json`; a kind without a decided answer is not in it."""
    found: dict[str, dict[str, float | str]] = {}
    for kind in KINDS:
        score = result.scores[kind, EVERYWHERE]
        if score.decided:
            low, high = wilson(score.right, score.decided)
            figures = {"precision": score.precision, "low": low, "high": high}
            rounded = {name: round(value, 4) for name, value in figures.items()}
            found[kind] = {**rounded, "n": score.decided, "sample": SAMPLE, "until": str(result.until)}
    return json.dumps(found, indent=1) + "\n"


def page(result: Result) -> str:
    """Give docs/evidence.md."""
    sources = [source for source in result.largest if source != EVERYWHERE]
    rows = [_row(kind, source, result.scores[kind, source]) for kind in ANSWERS for source in (*sources, EVERYWHERE)]
    rates = [f"`{s}`: {family}, {_percent(part)}" if s != EVERYWHERE else f"{s}: {family}, {_percent(part)}"
             for s, (family, part) in result.largest.items()]  # fmt: skip
    given = sum(result.given.values())
    return "\n".join([
        *ABOUT,
        f"On what was read until {result.until}:",
        "",
        table(HEAD, rows),
        "",
        f"Always naming the largest family would be right so often: {'; '.join(rates)}.",
        "",
        *_used(result),
        f"Of {result.undeclared:,} repositories that state no parent and are no release's own, evidence gives one to "
        f"{given:,} ({_percent(given / result.undeclared)}): "
        + ", ".join(f"{n:,} by {kind}" for kind, n in sorted(result.given.items(), key=lambda each: -each[1])) + ".",
        "",
        *CHECKS,
        *_agreeing(result),
        *_control(result),
        *MISLEADS,
    ])  # fmt: skip


def _used(result: Result) -> list[str]:
    """Say which kinds are used, by the rule that the package follows."""
    kinds = used(result.scores)
    left = [kind for kind in KINDS if kind not in kinds]
    text = f"A kind is used where the lower end of its interval is at least {ENOUGH}: {', '.join(kinds) or 'none is'}."
    return [f"{text} Left out: {', '.join(left)}." if left else f"{text} None is left out.", ""]


def _agreeing(result: Result) -> list[str]:
    """Give the table of agreements of kinds that ever meet."""
    rows = [[f"{a} and {b}", f"{n:,}", f"{same:,}", f"{same / n:.3f}"]
            for (a, b), (n, same) in result.agreements.items() if n]  # fmt: skip
    return [table(("evidence", "both answer", "one family", "part"), rows), ""]


def _control(result: Result) -> list[str]:
    """Say what names would give to releases."""
    answers, other = result.control
    return [
        f"Of {result.releases:,} listed releases that state no parent, {answers:,} hold the name of another release,",
        f"{other:,} of another family's. They are not asked: a release's own repository has no inferred parent. Other",
        "evidence cannot be tried on them: their own configurations say of what family a configuration is.",
        "",
    ]


def _row(kind: str, source: str, score: Score) -> list[str]:
    low, high = wilson(score.right, score.decided)
    return [
        kind,
        source if source == EVERYWHERE else f"`{source}`",
        *(f"{n:,}" for n in (score.asked, score.answered, score.decided, score.right)),
        f"{score.precision:.3f} ({low:.3f} to {high:.3f})" if score.decided else "-",
        f"{score.by_account:.3f} (n={score.accounts:,})" if score.decided else "-",
        f"{score.exact / score.answered:.3f}" if score.answered else "-",
        f"{score.recall:.3f}" if score.answered else "-",
    ]


def _percent(part: float) -> str:
    return "unknown" if math.isnan(part) else f"{100 * part:.0f} %"


ABOUT = """\
<!-- Written by `python -m benchmarks evidence`: change the program, not this page. -->

# Evidence of undeclared descent

Many repositories say nothing of what they were built on. Weighbridge infers a parent for some of them from evidence,
and always keeps that apart: `known_by` in [`lineage`](tables.md#lineage) says `name`, `configuration` or `tokenizer`,
where a statement says `declared` or `hub_inferred`, and `confidence` is the precision measured here.

## Kinds

A parent is a release's own repository, or one that others name as a parent and whose own descent ends in a known
family. It is never younger than its child, as far as both days are known. A release's own repository has no inferred
parent; its copies in another format may.

- **name**: the parent's name stands word for word in the child's, and both state the same sizes, or none. The longest
  such name counts. Names of one word are not used. Where a release's own repositories of one family share a name, the
  oldest is meant; a name that other repositories share means none of them. The relation is `quantized` where nothing
  is left of the child's name but words of precisions and packaging formats, else `unspecified`.
- **configuration**: model type and exact count of parameters are equal, and the bases with these are of one family. The
  parent is the oldest of them: what is found is the family, not the member.
- **tokenizer**: special tokens and chat template are equal, and the bases that have these are of one family.
- **dimensions**: model type, layers, hidden size, heads, heads of keys and values, and vocabulary are equal, and the
  bases with these are of one family. Where it is used, `known_by` says `configuration`.

Where kinds name different families, nothing is inferred. Where they agree, the first of this list names the parent.

## Measured

All repositories that state a parent are split in two by a hash of their accounts. Rules were tuned on one half. Of the
other half every statement of descent was hidden, families and bases were worked out again without them, and evidence
answered. *Asked*: repositories whose statement was hidden. *Answered*: those given a parent. *Decided*: of these, those
whose stated descent ends in one known family; of the others it cannot be said. *Right*: the same family, each followed
to its root. Precision is right of decided, with Wilson's interval; recall is right of asked.

""".splitlines()

CHECKS = """\
## Where nothing is stated

Of repositories that state no parent it is not known who is right. That two kinds agree, which look at different things,
can be seen there too:

""".splitlines()

MISLEADS = """\
## When it misleads

- Repositories that state a parent are no random sample of those that do not. The names of the others may say less, and
  some of them were built on nothing, which no repository with a parent can show.
- Precision is that of the family. The very parent is found less often, and often it is an ancestor that is named: steps
  between are missing, so depths are too small.
- Answers of one account are alike, so the intervals are too narrow; the column with one vote an account shows by how
  much the precision hangs on a few.
- A name is a claim. Who calls a repository after a model that it does not hold is believed here.
- A release that was built on another and does not say so counts as a family of its own: its configuration then stands
  for two families, and says nothing.
- A model that was trained from the start in another's architecture has its configuration and none of its weights.
- Configurations are known of some repositories alone. An architecture whose other families are not listed seems to
  belong to one.
- Tokenizers were measured below a few bases only: that tells these apart, and not all there are.
- A source may state a descent wrongly: some of what counts as wrong here is right.

""".splitlines()
