"""The commands that only look: ``explain``, ``classify``, ``rules``, ``diff`` and ``stats``."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from shnorm import registry
from shnorm.cli import arguments, exits, files
from shnorm.cli.exits import Trouble
from shnorm.cli.terminal import Paint, printable
from shnorm.cli.work import Opened, opened, units
from shnorm.errors import UnknownNameError
from shnorm.lines import Lines
from shnorm.report import Report
from shnorm.rules import named


def explain(options: argparse.Namespace) -> int:
    """``shnorm explain``: every edit of every text, with its rule and reason."""
    pipeline = arguments.chosen(options)
    faults: list[str] = []
    results = ((name, pipeline.run(text, lang=options.lang)) for name, text in _texts(options, faults))
    if options.json:
        for name, result in results:
            print(json.dumps({"name": name, **result.to_dict()}))
    elif options.html:
        print(Report.of(results).to_html())
    else:
        paint = Paint(sys.stdout)
        for name, result in results:
            print(paint(printable(name), "bold"))
            for line in printable(result.explain()).split("\n"):
                where, gap, rest = line.partition("  ")
                rule, blank, what = rest.partition("  ")
                print(f"{paint(where, 'dim')}{gap}{paint(rule, 'cyan')}{blank}{what}" if gap else line)
    return exits.REJECTS if faults else exits.DONE


def classify(options: argparse.Namespace) -> int:
    """``shnorm classify``: the lines judged to be noise, with category, confidence and rule."""
    from shnorm.noise import classify as judge

    model = arguments.model(options)
    paint = Paint(sys.stdout)
    faults: list[str] = []
    for name, text in _texts(options, faults):
        lines = Lines(text)
        for verdict in judge(text, model=model):
            if options.json:
                print(json.dumps({"name": name, **verdict._asdict(), "text": text[verdict.start : verdict.end]}))
                continue
            place = f"{name}:{lines.at(verdict.start) + 1}"
            noise = printable(text[verdict.start : verdict.end].strip())
            print(
                f"{paint(place, 'dim')}  {paint(verdict.category, 'yellow')} {verdict.confidence:.2f}  {paint(verdict.rule, 'cyan')}  {noise}"
            )
    return exits.REJECTS if faults else exits.DONE


def rules(options: argparse.Namespace) -> int:
    """``shnorm rules``: all rules by step, or the named ones with everything that they declare."""
    known = [(step, name, rule) for step in registry.BUILTIN if step != "When" for name, rule in catalogue(step)]
    if not options.names:
        shown = known
    else:
        for name in options.names:
            if not any(step == name or named(rule_name, (name,)) for step, rule_name, _ in known):
                raise UnknownNameError(
                    "rule, family or step", name, {s for s, _, _ in known} | {n.rpartition(".")[0] for _, n, _ in known}
                )
        shown = [entry for entry in known if entry[0] in options.names or named(entry[1], options.names)]
    if options.json:
        print(json.dumps([{"step": step, **declared(name, rule)} for step, name, rule in shown], indent=1))
        return exits.DONE
    paint = Paint(sys.stdout)
    last = None
    for step, name, rule in shown:
        if step != last:
            print(paint(step, "bold"))
            last = step
        print(f"  {paint(name, 'cyan')}  {printable(rule.why)}")
        if options.names:
            _detail(declared(name, rule), paint)
    return exits.DONE


def diff(options: argparse.Namespace) -> int:
    """``shnorm diff A B``: the lines that differ, with what differs in them; exits 1 if anything does."""
    faults: list[str] = []
    a, b = (_pairs(options, name, faults) for name in (options.a, options.b))
    paint = Paint(sys.stdout)
    differ = False
    for name in {**a, **b}:
        old, new = a.get(name), b.get(name)
        if old == new:
            continue
        differ = True
        if old is None or new is None:
            print(paint(f"only in {options.a if new is None else options.b}: {printable(name)}", "bold"))
            continue
        print(paint(printable(name or f"{options.a} {options.b}"), "bold"))
        _show_difference(old, new, paint)
    return exits.DIFFERS if differ else exits.REJECTS if faults else exits.DONE


def stats(options: argparse.Namespace) -> int:
    """``shnorm stats``: the report of what cleaning would do."""
    pipeline = arguments.chosen(options)
    report = Report()
    bad = 0
    for unit in units(sources := files.find(options.inputs, options.format), [None] * len(sources), each=True):
        with ExitStack() as stack:
            for done in Opened(stack, unit, pipeline, options, report=True):
                for fault in done.faults:
                    print(f"shnorm: {fault}", file=sys.stderr)
                bad += len(done.faults)
                if done.report is not None:
                    report += done.report
    print(report.to_json() if options.json else report.to_html() if options.html else printable(report.table()))
    return exits.REJECTS if bad else exits.DONE


def catalogue(step: str) -> Iterator[tuple[str, Any]]:
    """The rules of the step called ``step``, each with its dotted name."""
    for stage in registry.find(step)().stages():
        for rule in getattr(stage, "rules", ()):
            yield stage.full_name(rule), rule


def declared(name: str, rule: Any) -> dict[str, Any]:
    """Everything that a rule declares, as plain data."""
    gate = getattr(rule, "gate", None)
    where = {
        key: sorted(getattr(gate, key)) for key in ("langs", "scripts", "without") if gate is not None and getattr(gate, key)
    }
    if gate is not None and gate.evidence:
        where["evidence"] = gate.evidence
    return {
        "name": name,
        "why": rule.why,
        "category": getattr(rule, "category", None),
        "confidence": getattr(rule, "confidence", 1.0),
        "acts": where,
        "examples": [list(example) for example in rule.examples],
        "keeps": list(rule.keeps),
        "source": getattr(rule, "source", ""),
    }


def _texts(options: argparse.Namespace, faults: list[str]) -> Iterator[tuple[str, str]]:
    """The texts of all inputs, each with its name; bad records are named on standard error, put in ``faults`` and left out."""
    for source in files.find(options.inputs, options.format):
        with ExitStack() as stack:
            codec, items = opened(stack, [source], options)
            for _, item in items:
                for record in codec.decode([item]):
                    name = source.label if source.format == "text" else f"{source.label}:{record.number}"
                    if record.fault is not None:
                        faults.append(f"{name}: {record.fault}")
                        print(f"shnorm: {faults[-1]}", file=sys.stderr)
                    elif record.text is not None:
                        yield name, record.text


def _pairs(options: argparse.Namespace, name: str, faults: list[str]) -> dict[str, str]:
    """The texts of one side of a difference by what they are called on both sides."""
    if name != "-" and not Path(name).exists():
        raise Trouble(f"{name}: no such file or folder", exits.FILES)
    out: dict[str, str] = {}
    for source in files.find([name], options.format):
        inner = str(source.name) if source.path is not None and Path(name).is_dir() else ""
        one = argparse.Namespace(**{**vars(options), "inputs": [source.label if source.path is not None else "-"]})
        for label, text in _texts(one, faults):
            number = label.rpartition(":")[2] if source.format != "text" else ""
            out[":".join(filter(None, (inner, number)))] = text
    return out


#: A word of an alphabet, a run of blanks, or any other character.
_TOKEN = re.compile(r"[^\W\d_\u2e80-\uffff]+|\s+|.", re.DOTALL)


def _show_difference(old: str, new: str, paint: Paint) -> None:
    """Each run of lines that differ, once as it was and once as it is; in a line that stayed at its place, what changed in colour."""
    a, b = ([text[line.start : line.next] for line in Lines(text)] for text in (old, new))
    for tag, first, last, new_first, new_last in SequenceMatcher(None, a, b).get_opcodes():
        if tag == "equal":
            continue
        was, now = a[first:last], b[new_first:new_last]
        if len(was) == len(now):
            pairs = [_marked(x, y, paint) for x, y in zip(was, now, strict=True)]
            was, now = [x for x, _ in pairs], [y for _, y in pairs]
        else:
            was, now = [paint(printable(x), "red") for x in was], [paint(printable(y), "green") for y in now]
        print(paint(f"@ line {first + 1}", "dim"))
        for sign, lines in (("-", was), ("+", now)):
            for line in lines:
                print(sign, line.replace("\n", ""))


def _marked(old: str, new: str, paint: Paint) -> tuple[str, str]:
    """Two lines, the words in which they differ in colour."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    was, now = [], []
    for tag, first, last, new_first, new_last in SequenceMatcher(None, a, b).get_opcodes():
        x, y = printable("".join(a[first:last])), printable("".join(b[new_first:new_last]))
        was.append(x if tag == "equal" else paint(x, "red"))
        now.append(y if tag == "equal" else paint(y, "green"))
    return "".join(was), "".join(now)


def _detail(declared: dict[str, Any], paint: Paint) -> None:
    for key, words in (("category", "category"), ("confidence", "confidence"), ("source", "seen in")):
        if declared[key]:
            print(f"      {words}: {declared[key]}")
    if declared["acts"]:
        print("      acts where: " + "; ".join(f"{k} {_list(v)}" for k, v in declared["acts"].items()))
    for before, after in declared["examples"]:
        print(f"      {paint(printable(repr(before)), 'red')} -> {paint(printable(repr(after)), 'green')}")
    for keep in declared["keeps"]:
        print(f"      keeps {printable(repr(keep))}")


def _list(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, Iterable) else f"at least {value}"
