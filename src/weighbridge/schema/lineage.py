"""Lineage: which repository was built on which, and what each of them descends from in the end."""

from __future__ import annotations

from weighbridge.schema.table import OBSERVED_ON, REPO, SOURCE, Column, Kind, Layer, Table, count, day, text

RELATIONS = ("finetune", "adapter", "quantized", "merge", "unspecified")
STATED_BY = ("declared", "hub_inferred")
EVIDENCE = ("name", "configuration", "tokenizer")
KNOWN_BY = (*STATED_BY, *EVIDENCE)
# The parent is the child; the edge closes a cycle; the child has too many lines, or stands on too many merges.
LEFT_OUT = ("itself", "cycle", "crowded", "deep")

LINEAGE = Table(
    "lineage",
    Layer.DIMENSION,
    "One step of descent: a repository and one that it was built on, by the newest statement there is.",
    (
        text("child", "Repository that was built on another, account/name, as published."),
        text("parent", "What it was built on, as stated: a repository that may have been renamed or deleted."),
        text("known_as", "The parent's name today; as stated, where it was not renamed or nothing lists it."),
        text("relation", "How it was built.", one_of=RELATIONS),
        text(
            "known_by",
            "Who or what says so: the child's own card, the Hub, or evidence in its name, configuration or tokenizer.",
            one_of=KNOWN_BY,
        ),
        Column(
            "confidence",
            Kind.NUMBER,
            "Part of such statements that hold, as measured; null where a statement is taken at its word.",
            nullable=True,
            low=0,
            high=1,
        ),
        text("left_out", "Why no line of descent follows it; null where one does.", nullable=True, one_of=LEFT_OUT),
        SOURCE,
        day("stated_on", "Last UTC day on which the source said so."),
    ),
    ("child", "parent"),
)

ROOTS = Table(
    "roots",
    Layer.DIMENSION,
    "What each repository descends from, in fractions: the rows of one repository sum to 1.",
    (
        REPO,
        text(
            "nearest",
            "Nearest base on this line of descent: the first ancestor that is not itself a quantised copy; "
            "of a root, itself.",
        ),
        text("root", "Ultimate base: the end of this line of descent; of a repository without a parent, itself."),
        Column(
            "weight",
            Kind.NUMBER,
            "Fraction of the descent: parents of a merge count equally, and so on upward.",
            low=0,
            high=1,
        ),
        count("depth", "Steps to the root, copies included; where several paths lead to it, the longest.", "steps"),
        Column("known", Kind.FLAG, "The root is itself listed or states a parent; else it is a name that others give."),
        Column("copy", Kind.FLAG, "The repository is a quantised copy: one parent, stated as quantized."),
        Column("cut", Kind.FLAG, "The line of descent passes a repository of which a parent was left out."),
    ),
    ("repo_id", "nearest", "root"),
)


def _base(which: str, says: str) -> tuple[Column, ...]:
    words = (
        ("organisation_id", "Who made"),
        ("country", "Country of the maker of"),
        ("family_id", "Family of"),
        ("openness", "How open the weights are of"),
    )
    return tuple(text(f"{which}_{name}", f"{word} {says}; null if not known.", nullable=True) for name, word in words)


DERIVATIVES = Table(
    "derivatives",
    Layer.DIMENSION,
    "Every repository that a source lists, with each of its lines of descent: what measures of descent read.",
    (
        SOURCE,
        OBSERVED_ON,
        REPO,
        text(
            "basis",
            "What the line follows: statements of uploaders and of the Hub alone, or evidence where none is stated.",
            one_of=("stated", "with_evidence"),
        ),
        Column("superseded", Kind.FLAG, "With evidence, the repository's lines are others: those of that basis."),
        day("created_on", "UTC day of creation; null where the Hub had not recorded it.", nullable=True),
        text("field", "What the model is for, as stated or as its base is.", nullable=True),
        text("relation", "How it was built; null where it has no parent.", nullable=True, one_of=RELATIONS),
        text("licence", "Licence tag as published.", nullable=True),
        count("downloads_30d", "Downloads in the 30 days before the source's reading.", "downloads", nullable=True),
        Column("removed", Kind.FLAG, "The source says that the repository is gone.", nullable=True),
        text("nearest", "Nearest base on this line of descent; of a root, itself."),
        text("root", "Ultimate base on this line of descent; of a root, itself."),
        Column("weight", Kind.NUMBER, "Fraction of the descent: the rows of one repository sum to 1.", low=0, high=1),
        count("depth", "Steps to the root, copies included.", "steps"),
        Column("cut", Kind.FLAG, "The line of descent passes a repository of which a parent was left out."),
        *_base("nearest", "the nearest base"),
        *_base("root", "the ultimate base"),
    ),
    ("source", "repo_id", "basis", "nearest", "root"),
)
