"""What mkdocs is told beyond mkdocs.yml: the order of the pages, and the rule reference, made from the rules themselves."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

DOCS = Path(__file__).parent
#: The kinds of page in the order of the site, and pages that come first in them; the others follow by name.
KINDS = {
    "Tutorial": ("tutorial", ["seeds"]),
    "How to": (
        "how-to",
        ["command-line", "pandas", "polars", "datasets", "spark", "ray", "duckdb-and-dask", "other-hosts", "read-the-report"],
    ),
    "Explanation": ("explanation", ["design", "what-is-noise", "what-we-do-not-repair"]),
    "Reference": ("reference", ["api", "steps", "configuration", "command-line", "rules"]),
}
RULES = "reference/rules.md"
#: Characters that Markdown would read, as character references.
_MARKDOWN = {ord(ch): f"&#{ord(ch)};" for ch in "\\`*_[]{}#|~:!"}


def on_config(config: Any) -> Any:
    """A navigation that has every page, so that adding one is adding a file."""
    config.nav = [{"Overview": "index.md"}]
    for title, (folder, first) in KINDS.items():
        names = {path.stem for path in (DOCS / folder).glob("*.md")} | ({"rules"} if folder == "reference" else set())
        ordered = [name for name in first if name in names] + sorted(names - set(first))
        config.nav.append({title: [f"{folder}/{name}.md" for name in ordered]})
    return config


def on_files(files: Files, config: Any) -> Files:
    """Add the rule reference."""
    files.append(File.generated(config, RULES, content=rule_reference()))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Put what ``--help`` says where a page asks for it."""
    return markdown.replace("<!-- help -->", command_reference()) if "<!-- help -->" in markdown else markdown


def command_reference() -> str:
    """The help of every command."""
    import argparse

    from shnorm.cli.arguments import parser

    commands = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    return "\n".join(f"## {name}\n\n```text\n{command.format_help()}```\n" for name, command in commands.items())


def rule_reference() -> str:
    """Every rule of every step, with all that it declares, as Markdown."""
    from shnorm import registry
    from shnorm.cli.show import catalogue, declared

    steps = [(step, list(catalogue(step))) for step in registry.BUILTIN if step != "When"]
    count = sum(len(rules) for _, rules in steps)
    out = ["# Rules", "", f"All {count} rules, made from their declarations; each example and each near miss is a test.", ""]
    for step, rules in steps:
        out += [f"## {step}", ""]
        if not rules:
            out += ["No rules: the step works on whole texts.", ""]
        for name, rule in rules:
            said = declared(name, rule)
            out += [f"### {name} {{ #{name} }}", "", _text(said["why"][:1].upper() + said["why"][1:]) + ".", ""]
            if said["category"]:
                out += [f"Takes out: {said['category']}.", ""]
            out += [f"* {_code(before)} → {_code(after) if after else 'nothing'}" for before, after in said["examples"]]
            out += [f"* stays: {_code(keep)}" for keep in said["keeps"]]
            out.append("")
    return "\n".join(out)


def _text(value: str) -> str:
    return html.escape(value, quote=False).replace("*", "\\*").replace("_", "\\_").replace("[", "\\[")


def _code(value: str) -> str:
    """Any text as a code element on one line."""
    shown = html.escape(repr(value)[1:-1] if not value.isprintable() else value, quote=False).translate(_MARKDOWN)
    return f"<code>{shown}</code>"
