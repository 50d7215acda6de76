"""Write the reference pages from what the program itself says; tests/test_docs.py compares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import click

    from weighbridge.estimate import Choice
    from weighbridge.schema import Column, Table

DOCS = Path(__file__).resolve().parent
WRITTEN = "<!-- Written by docs/generate.py (`make docs-write`): change the program, not this page. -->"
# As wide as a page that is read beside code; the terminal's own width must not change the page.
WIDTH = 100


def pages() -> dict[str, str]:
    """Give every reference page: file name in docs/ to Markdown."""
    made = {
        "cli.md": cli(),
        "sources.md": sources(),
        "measures.md": measures(),
        "tables.md": tables(),
        "who_builds_on_whom.md": who_builds_on_whom(),
    }
    return {name: "\n".join([*lines, ""]) for name, lines in made.items()}


def cli() -> Iterator[str]:
    """Give the commands, as `--help` shows them."""
    from weighbridge.cli import main

    yield from heading("Command line")
    top = context(main, "weighbridge")
    yield from ("", *fenced(main.get_help(top)))
    for name, command in sorted(main.commands.items()):
        if not command.hidden:
            yield from ("", f"## weighbridge {name}", "", *fenced(command.get_help(context(command, name, top))))
    yield from exit_codes()


def who_builds_on_whom() -> Iterator[str]:
    """Weigh one claim of the press under every definition of a measure."""
    from docs.who_builds_on_whom import page

    yield from heading("Who do new models build on?")
    yield ""
    yield from page()


def context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    """Give what click needs to know to write the help of `command`."""
    import click

    settings: dict[str, Any] = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    return click.Context(command, parent, name, **settings)


def exit_codes() -> Iterator[str]:
    """Say what each exit code means, from the errors that cause it."""
    from weighbridge.cli import INTERRUPTED
    from weighbridge.errors import WeighbridgeError

    yield from ("", "## Exit codes", "", "| code | meaning |", "|---|---|", "| 0 | Done. |")
    yield "| 1 | A fault of Weighbridge itself: set `WEIGHBRIDGE_TRACEBACK` to see where, and report it. |"
    for error in sorted(WeighbridgeError.__subclasses__(), key=lambda error: error.exit_code):
        yield f"| {error.exit_code} | {cell((error.__doc__ or '').strip())} |"
    yield f"| {INTERRUPTED} | Interrupted: the store is whole. |"


def tables() -> Iterator[str]:
    """Give the columns, keys and units of every table."""
    from weighbridge import schema

    yield from heading("Tables")
    found = [value for value in vars(schema).values() if isinstance(value, schema.Table)]
    for table in sorted(found, key=lambda table: table.name):
        yield from described(table)


def described(table: Table) -> Iterator[str]:
    """Give one table: what a row is, its key, its columns."""
    yield from ("", f"## {table.name}", "", table.says, "")
    yield from (f"Layer: {table.layer}. Key: {', '.join(f'`{name}`' for name in table.key)}.", "")
    yield from ("| column | type | unit | null | meaning |", "|---|---|---|---|---|")
    yield from (row(column) for column in table.columns)


def row(column: Column) -> str:
    """Give one column as a row of its table's page."""
    words = f" One of: {', '.join(column.one_of)}." if column.one_of else ""
    null = "yes" if column.nullable else ""
    return f"| `{column.name}` | {column.kind} | {column.unit} | {null} | {cell(column.says + words)} |"


def sources() -> Iterator[str]:
    """Say who publishes what, under which terms, and when it misleads."""
    from weighbridge import discover

    yield from heading("Sources")
    for name, module in sorted(discover.sources().items()):
        source = module.SOURCE
        yield from ("", f"## {name}", "", source.says, "")
        yield from points({
            "publisher": f"[{source.publisher}]({source.homepage})" if source.homepage else source.publisher,
            "licence": source.licence,
            "attribution": source.attribution.replace("{as_of}", "*day*"),
            "tables": ", ".join(f"[`{table}`](tables.md#{table})" for table in source.tables),
            "read": "live" if hasattr(module, "fetch") else "from archived snapshots only",
            "key": f"in the environment variable `{source.key_variable}`" if source.key_variable else "",
        })
        yield from misleading(source.misleads)


def measures() -> Iterator[str]:
    """Say what each measure answers, over which choices, and when it misleads."""
    from weighbridge import discover

    yield from heading("Measures")
    for name, module in sorted(discover.measures().items()):
        measure = module.MEASURE
        yield from ("", f"## {name}", "", f"{measure.title}. {measure.question}", "", measure.definition, "")
        yield from points({
            "unit": measure.unit,
            "version": str(measure.version),
            "by": ", ".join(f"`{group}`" for group in measure.groupings),
            "reads": ", ".join(f"`{table}`" for table in measure.reads),
        })
        yield from (line for choice in measure.choices for line in chosen(choice))
        yield from ruled_out(measure.excluded)
        yield from misleading(measure.misleads)


def chosen(choice: Choice) -> Iterator[str]:
    """Give one decision inside a number and the ways to take it, the default first."""
    scale = " Each option is a scale of its own: no range is taken over them." if choice.apart else ""
    yield from ("", f"Choice `{choice.name}`: {choice.says}{scale}", "")
    yield from (f"- `{option.name}`{' (default)' * (option.name == choice.default)}: {option.says}"
                for option in choice.options)


def ruled_out(pairs: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """Give the options that cannot be combined."""
    said = [f"- `{a}={b}` with `{c}={d}`" for a, b, c, d in pairs]
    return iter(("", "Not to be combined:", "", *said) if said else ())


def heading(title: str) -> tuple[str, ...]:
    """Open a written page."""
    return (f"# {title}", "", WRITTEN)


def fenced(text: str) -> tuple[str, ...]:
    """Set plain text as it is."""
    return ("```text", *(line.rstrip() for line in text.splitlines()), "```")


def points(said: dict[str, str]) -> Iterator[str]:
    """List what is said; what is not said is left out."""
    return (f"- {name}: {value}" for name, value in said.items() if value)


def misleading(cases: Iterable[str]) -> tuple[str, ...]:
    """Say when not to trust it."""
    return ("", "It misleads when:", "", *(f"- {case}" for case in cases))


def cell(text: str) -> str:
    """Keep `text` from ending its table's cell."""
    return text.replace("|", "\\|")


def stale() -> list[str]:
    """Name the pages in docs/ that are not what `pages` gives."""
    return [name for name, text in pages().items()
            if not (DOCS / name).is_file() or (DOCS / name).read_text("utf-8") != text]


def main() -> None:
    """Write every page that is not current."""
    for name in stale():
        (DOCS / name).write_text(pages()[name], "utf-8")
        print(f"wrote docs/{name}")


if __name__ == "__main__":
    main()
