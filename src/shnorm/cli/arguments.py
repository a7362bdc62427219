"""What can be asked of the command line: its commands and options, and the pipeline that they name."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from shnorm.cli import exits
from shnorm.cli.exits import Trouble
from shnorm.cli.formats import FORMATS
from shnorm.errors import ConfigError, require_lang
from shnorm.pipeline import Pipeline
from shnorm.presets import PRESETS, preset
from shnorm.version import __version__

if TYPE_CHECKING:
    from shnorm.noise import NoiseModel

_EXITS = f"""exit codes: {exits.DONE} done; {exits.DIFFERS} --check or diff found a difference; {exits.USAGE} wrong option or configuration;
{exits.REJECTS} some records were bad and were set aside; {exits.FILES} a file could not be read or written"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="shnorm", description="Repair web-crawled text and account for every change.", epilog=_EXITS
    )
    top.add_argument("--version", action="version", version=f"shnorm {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    clean = commands.add_parser("clean", help="write the cleaned texts", epilog=_EXITS)
    _inputs(clean)
    _pipeline(clean)
    clean.add_argument("-o", "--output", metavar="PATH", help="a file, or a folder for several inputs (default: standard output)")
    clean.add_argument("--check", action="store_true", help="write nothing; exit 1 and name the inputs if anything would change")
    clean.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes (default: 1)")
    clean.add_argument("--removed", metavar="FILE", help="what was taken out, with reasons, as JSON lines")
    clean.add_argument("--report", metavar="FILE", help="an account of the whole run: .html, .json or .txt")
    clean.add_argument("--rejects", metavar="FILE", help="where bad records go (default: OUTPUT.rejects)")
    clean.add_argument("--resume", action="store_true", help="go on where an interrupted run of the same command was")
    clean.add_argument(
        "--checkpoint", type=float, default=1.0, metavar="SECONDS", help="how often --resume gets a place to go on (default: 1)"
    )
    clean.add_argument("--quiet", action="store_true", help="no progress bar and no closing line")

    explain = commands.add_parser("explain", help="show every edit with its rule and reason")
    _inputs(explain)
    _pipeline(explain)
    _output_form(explain, json="accounts as JSON lines", html="one HTML page of inline differences")

    classify = commands.add_parser("classify", help="show which lines are noise, without removing any")
    _inputs(classify)
    classify.add_argument("--model", metavar="FILE", help="what NoiseModel.save() wrote: the lines learnt from pages of the site")
    _output_form(classify, json="verdicts as JSON lines")

    rules = commands.add_parser("rules", help="list the rules, or show some with why, examples and near misses")
    rules.add_argument("names", nargs="*", metavar="NAME", help="a rule, a prefix such as translation.dates, or a step")
    _output_form(rules, json="the catalogue as JSON")

    diff = commands.add_parser("diff", help="show how two texts, files of records or folders differ; exit 1 if they do")
    diff.add_argument("a", metavar="A")
    diff.add_argument("b", metavar="B")
    _reading(diff)

    stats = commands.add_parser("stats", help="what cleaning would do, counted: rules, categories, languages")
    _inputs(stats)
    _pipeline(stats)
    stats.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes (default: 1)")
    _output_form(stats, json="the report as JSON", html="the report as an HTML page")
    return top


def chosen(options: argparse.Namespace) -> Pipeline:
    """The pipeline that ``--preset``, ``--config``, ``--without`` and ``--protect`` name."""
    if options.config is None:
        pipeline = preset(options.preset)
    else:
        path = Path(options.config)
        if path.suffix not in (".json", ".toml"):
            raise Trouble(f"{path}: a configuration ends in .json or .toml")
        text = path.read_text(encoding="utf-8")
        try:
            pipeline = Pipeline.from_json(text) if path.suffix == ".json" else Pipeline.from_toml(text)
        except ConfigError as error:
            raise Trouble(f"{path}: {error}") from error
    if options.without:
        pipeline = pipeline.without(*options.without)
    if options.protect:
        pipeline = pipeline.protecting(*options.protect)
    require_lang(options.lang)
    for step in pipeline.steps:
        step.stages()  # a wrong option is an error of the command, not of each record
    for loss in pipeline.losses:
        print(f"shnorm: note: {loss}", file=sys.stderr)
    return pipeline


def model(options: argparse.Namespace) -> NoiseModel | None:
    """What a site's pages taught, from the file that ``--model`` names."""
    if options.model is None:
        return None
    from shnorm.noise import NoiseModel

    try:
        return NoiseModel.load(options.model)
    except (ConfigError, UnicodeDecodeError) as error:
        raise Trouble(f"{options.model}: {error}") from error


def _inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="*", default=["-"], metavar="INPUT", help="files or folders; - or none: standard input")
    _reading(parser)


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, help="of the input (default: by its name; standard input: text)")
    parser.add_argument("--field", default="text", metavar="NAME", help="field or column that holds the text (default: text)")
    parser.add_argument(
        "--encoding", default="utf-8", metavar="NAME", help="of text and CSV files (default: utf-8); output is UTF-8"
    )


def _pipeline(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--preset", default="web", metavar="NAME", help=f"{', '.join(PRESETS)} (default: web)")
    which.add_argument("--config", metavar="FILE", help="a pipeline written as JSON or TOML")
    parser.add_argument("--lang", metavar="CODE", help="BCP 47 code of the texts, if you know it")
    parser.add_argument(
        "--without", action="append", metavar="NAME", help="leave out a step, a rule or a family; may be repeated"
    )
    parser.add_argument("--protect", action="append", metavar="TEXT", help="a name that no step may touch; may be repeated")


def _output_form(parser: argparse.ArgumentParser, **forms: str) -> None:
    which = parser.add_mutually_exclusive_group()
    for name, what in forms.items():
        which.add_argument(f"--{name}", action="store_true", help=what)


def _count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("has to be at least 1")
    return number
