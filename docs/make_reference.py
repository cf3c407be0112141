"""Write docs/reference.md from the code; a test fails when the page is not current."""

import inspect
import sys
from dataclasses import fields
from pathlib import Path

import typer
from typer.main import get_command

from detente.cli import app
from detente.record.schema import SCHEMA_VERSION, TABLES
from detente.settings import Settings

PAGE = Path(__file__).parent / "reference.md"


def reference() -> str:
    """The page: commands, settings, tables."""
    parts = ["# Reference", "", "Written from the code by `python docs/make_reference.py`; do not edit.", ""]
    parts += ["## Commands", "", *_commands()]
    parts += ["## Settings", "", inspect.cleandoc(Settings.__doc__ or ""), "", *_settings()]
    parts += [f"## Tables (schema version {SCHEMA_VERSION})", "", *_tables()]
    return "\n".join(parts).rstrip() + "\n"


def _commands() -> list[str]:
    root = get_command(app)
    context = typer.Context(root)
    lines: list[str] = []
    waiting = [("detente", root)]
    while waiting:
        name, command = waiting.pop(0)
        children = getattr(command, "commands", {})
        # `detente review RECORD draw`: what a group asks for stands before its commands
        own = [str(part.metavar) for part in command.params if children and part.param_type_name == "argument"]
        waiting = [(" ".join([name, *own, child]), sub) for child, sub in children.items()] + waiting
        if children:
            continue
        lines += [f"### `{name}`", "", inspect.cleandoc(command.help or ""), ""]
        for parameter in command.params:
            record = parameter.get_help_record(context)
            if parameter.param_type_name == "option" and record is not None and parameter.name != "help":
                lines.append(f"- `{record[0]}` {record[1]}")
            elif parameter.param_type_name == "argument":
                lines.append(
                    f"- `{parameter.metavar or parameter.name}` {getattr(parameter, 'help', '') or ''}".rstrip()
                )
        lines.append("")
    return lines


def _settings() -> list[str]:
    lines = ["| setting | type | default |", "|---|---|---|"]
    return [
        *lines,
        *(f"| `{field.name}` | {_type(field.type)} | `{field.default!r}` |" for field in fields(Settings)),
        "",
    ]


def _tables() -> list[str]:
    lines: list[str] = []
    for table in TABLES:
        lines += [
            f"### {table.name}",
            "",
            inspect.cleandoc(table.fact.__doc__ or ""),
            "",
            "| column | type |",
            "|---|---|",
        ]
        lines += [f"| `{field.name}` | {_type(field.type)} |" for field in fields(table.fact)]
        lines.append("")
    return lines


def _type(kind: object) -> str:
    text = kind.__name__ if isinstance(kind, type) and not hasattr(kind, "__args__") else str(kind)
    return text.replace("|", "or").replace("datetime.", "").replace("pathlib.", "")


def main() -> int:
    """Write the page."""
    PAGE.write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
