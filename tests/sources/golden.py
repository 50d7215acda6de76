"""What parsing the whole archive gives, in figures small enough to read.

`python -m tests.sources.golden ARCHIVE` writes tests/golden/ anew; look at the difference before you commit it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.sources.captures import ARCHIVED, SOURCES, parsed

if TYPE_CHECKING:
    import pyarrow as pa

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def golden(archive: Path, source: str) -> dict[str, Any]:
    """Sum up every table of `source`; whole rows only where the licence lets them be passed on."""
    found = parsed(archive, source)
    names = sorted({name for _, given, _ in found for name in given})
    may_quote = SOURCES[source].SOURCE.licence != "unstated"
    issues: dict[str, int] = {}
    for _, _, met in found:
        for kind, n in sorted(met.counts.items()):
            issues[kind] = issues.get(kind, 0) + n
    tables = {name: _summed([given[name] for _, given, _ in found if name in given], may_quote) for name in names}
    return {"captures": len(found), "issues": issues, "tables": tables}


def _summed(stated: list[pa.Table], may_quote: bool) -> dict[str, Any]:  # noqa: FBT001 - named where it is called
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = pa.concat_tables(stated)
    whole = [field.name for field in rows.schema if pa.types.is_int64(field.type)]
    days = [field.name for field in rows.schema if pa.types.is_date32(field.type)]
    quoted = [rows.slice(at, 1).to_pylist()[0] for at in (0, rows.num_rows // 2, rows.num_rows - 1)]
    return {
        "rows": rows.num_rows,
        "sums": {name: pc.sum(rows[name]).as_py() for name in whole},
        "nulls": {name: rows[name].null_count for name in rows.column_names if rows[name].null_count},
        "days": {name: [str(pc.min(rows[name])), str(pc.max(rows[name]))] for name in days},
        "sha256_of_rows": _digest(rows),
    } | ({"first_middle_last": [_plain(row) for row in quoted]} if may_quote else {})


def _digest(rows: pa.Table) -> str:
    text = json.dumps(rows.to_pylist(), default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(row, default=str))
    return plain


def read(source: str) -> dict[str, Any]:
    known: dict[str, Any] = json.loads((GOLDEN / f"{source}.json").read_text("utf-8"))
    return known


def main(archive: Path) -> None:
    for source in ARCHIVED:
        text = json.dumps(golden(archive, source), indent=1, ensure_ascii=False)
        (GOLDEN / f"{source}.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
