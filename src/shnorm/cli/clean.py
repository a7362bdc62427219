"""``shnorm clean``: what the workers answer goes to the outputs, in order, in a way that a killed run can be continued."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from shnorm.cli import arguments, exits, files, formats, outputs
from shnorm.cli.exits import Trouble
from shnorm.cli.files import Source
from shnorm.cli.resume import Journal, State, key_of
from shnorm.cli.terminal import Progress
from shnorm.cli.work import Done, Opened, Unit, units
from shnorm.pipeline import Pipeline
from shnorm.report import Report

#: Bad records named on standard error; the rejects file has all of them.
NAMED = 5


def main(options: argparse.Namespace) -> int:
    """``shnorm clean``."""
    pipeline = arguments.chosen(options)
    output = None if options.output in (None, "-") else Path(options.output)
    if options.check and (output or options.removed or options.report or options.resume):
        raise Trouble("--check writes nothing; leave out --output, --removed, --report and --resume")
    sources = files.find(options.inputs, options.format, output)
    if options.check:
        return check(options, pipeline, sources)
    return Run(options, pipeline, sources, output).go()


def check(options: argparse.Namespace, pipeline: Pipeline, sources: Sequence[Source]) -> int:
    """``shnorm clean --check``: name every text file that would change, and how many texts of every other file."""
    found = bad = 0
    for unit in units(sources, [None] * len(sources), each=True):
        counts: Counter[str] = Counter()
        with ExitStack() as stack:
            for done in Opened(stack, unit, pipeline, options):
                counts += done.counts
                for fault in done.faults:
                    print(f"shnorm: {fault}", file=sys.stderr)
                if unit.each:
                    for name in done.changed:
                        print(f"would change: {name}")
        if counts["changed"] and not unit.each:
            print(f"would change: {unit.sources[0].label} ({counts['changed']:,} of {counts['texts']:,} texts)")
        found += counts["changed"]
        bad += counts["rejects"]
    return exits.DIFFERS if found else exits.REJECTS if bad else exits.DONE


class Run:
    """One run: ``units`` of work, the side files, and the journal from which it can be continued."""

    def __init__(self, options: argparse.Namespace, pipeline: Pipeline, sources: Sequence[Source], output: Path | None) -> None:
        self._options, self._pipeline = options, pipeline
        folder = output is not None and _is_folder(output, options)
        targets = [target and _place(target) for target in _targets(sources, output, folder)]
        self._units = units(sources, targets, each=output is not None)
        beside = None if output is None else output / "shnorm" if folder else output
        self._paths: dict[str, Any] = {
            "removed": options.removed and _place(Path(options.removed)),
            "rejects": _place(Path(options.rejects))
            if options.rejects
            else beside and beside.with_name(f"{beside.name}.rejects"),
            "report": options.report and _place(Path(options.report)),
        }
        _distinct([*targets, *self._paths.values()])
        if options.report and self._paths["report"].suffix not in Report.FORMS:
            raise Trouble(f"--report {options.report}: has to end in {', '.join(Report.FORMS)}")
        self._journal = Journal(beside and beside.with_name(f".{beside.name}.resume"), options.checkpoint)
        self._totals: Counter[str] = Counter()
        self._report: Report | None = None
        self._sides: dict[str, outputs.Part] = {}

    def go(self) -> int:
        """Do it; returns the exit code."""
        state = self._begin()
        progress = Progress(self._expected(), quiet=self._options.quiet)
        with ExitStack() as stack:
            stack.callback(progress.close)
            for name in ("removed", "rejects"):
                if self._paths[name]:
                    self._sides[name] = outputs.Part(self._paths[name], getattr(state, name))
                    stack.callback(self._sides[name].close)
            for index, unit in enumerate(self._units[state.unit :], state.unit):
                self._work_off(unit, state, progress)
                state = State(state.key, index + 1, removed=state.removed, rejects=state.rejects)
                if self._journal.due:
                    self._save(state)
            if "removed" in self._sides:
                self._sides["removed"].commit()
            if "rejects" in self._sides:
                rejects = self._sides["rejects"]
                rejects.commit() if self._totals["rejects"] else rejects.discard()
        if self._report is not None:
            outputs.write_whole(self._paths["report"], self._report.render(self._paths["report"].suffix))
        self._journal.remove()
        return self._end()

    def _begin(self) -> State:
        options = self._options
        key = key_of([
            self._pipeline.fingerprint, options.lang, options.field, options.encoding, *sorted(map(str, self._paths.items())),
            *(
                (source.label, source.format, source.path and (source.size, source.path.stat().st_mtime_ns), target)
                for unit in self._units
                for source, target in zip(unit.sources, unit.targets, strict=True)
            ),
        ])  # fmt: skip
        if options.resume:
            state = self._journal.read(key)
        else:
            self._journal.remove()
            state = State(key)
        self._totals.update(state.totals)
        if options.report:
            self._report = Report.from_dict(state.report) if state.report is not None else Report()
        return state

    def _work_off(self, unit: Unit, state: State, progress: Progress) -> None:
        """One unit, from where ``state`` says to its end."""
        options, target = self._options, unit.targets[0]
        if state.complete:  # stopped between its last record and its appearance
            if target is not None:
                outputs.finish(target)
            return
        with ExitStack() as stack:
            compression = files.form(target)[1] if target is not None else ""
            answers = Opened(
                stack, unit, self._pipeline, options, skip=state.items, compression=compression,
                removed=bool(options.removed), report=bool(options.report),
            )  # fmt: skip
            sink = outputs.EachFile(unit.targets, state.items) if unit.each else _sink(answers.codec, target, state.offset)
            stack.callback(sink.close)
            if answers.codec.head and not state.offset:
                sink.append(files.packed(answers.codec.head, compression))
            for done in answers:
                for payload in done.payloads:
                    sink.append(payload)
                self._count(done)
                state.items += done.items
                progress(done.size, self._totals["texts"])
                if sink.can_continue and self._journal.due:
                    self._save(state, sink)
            if sink.can_continue and not unit.each:
                state.complete = True
                self._save(state, sink)
            sink.commit()

    def _count(self, done: Done) -> None:
        left = NAMED - self._totals["rejects"]
        for fault in done.faults[: max(0, left)]:
            print(f"shnorm: set aside {fault}", file=sys.stderr)
        self._totals.update(done.counts)
        if self._report is not None and done.report is not None:
            self._report += done.report
        for name, part in self._sides.items():
            part.append(getattr(done, name))

    def _save(self, state: State, sink: outputs.Sink | None = None) -> None:
        state.offset = sink.sync() if sink is not None else 0
        for name, part in self._sides.items():
            setattr(state, name, part.sync())
        state.totals = dict(self._totals)
        state.report = self._report.to_dict() if self._report is not None else None
        self._journal.write(state)

    def _expected(self) -> int:
        sources = [source for unit in self._units for source in unit.sources]
        if any(source.compression or source.format == "parquet" for source in sources):
            return 0  # bytes on disk are not bytes read
        return sum(source.size for source in sources)

    def _end(self) -> int:
        bad = self._totals["rejects"]
        if bad:
            where = f"see {self._paths['rejects']}" if self._paths["rejects"] else "--rejects FILE keeps them"
            print(f"shnorm: set aside {bad:,} bad record{'s' * (bad != 1)} in all; {where}", file=sys.stderr)
        if self._options.output not in (None, "-") and not self._options.quiet:
            texts = self._totals["texts"]
            print(f"shnorm: {texts:,} text{'s' * (texts != 1)}, {self._totals['changed']:,} changed", file=sys.stderr)
        return exits.REJECTS if bad else exits.DONE


def _sink(codec: formats.Codec, target: Path | None, offset: int) -> outputs.Sink:
    if isinstance(codec, formats.Parquet):
        if target is None:
            raise Trouble("Parquet cannot be written to standard output; name a file with --output")
        return outputs.ParquetPart(target, codec.schema, offset)
    return outputs.Part(target, offset) if target is not None else outputs.Standard()


def _is_folder(output: Path, options: argparse.Namespace) -> bool:
    several = len(options.inputs) > 1 or Path(options.inputs[0]).is_dir()
    if several and output.exists() and not output.is_dir():
        raise Trouble(f"{output}: has to be a folder for several inputs")
    return several or output.is_dir() or options.output.endswith(("/", "\\"))


def _targets(sources: Sequence[Source], output: Path | None, folder: bool) -> list[Path | None]:
    """Where each source goes: a file of the same format, in a folder if there are several."""
    if output is None:
        if len({source.format for source in sources}) > 1:
            raise Trouble("inputs of several formats cannot share standard output; name a folder with --output")
        return [None] * len(sources)
    if folder:
        return [output / source.name for source in sources]
    wanted = files.form(output)[0]
    if wanted not in (sources[0].format, "text"):
        raise Trouble(
            f"{output}: the input is {sources[0].format}, and the output has the format of the input (--format says which that is)"
        )
    return [output]


def _place(path: Path) -> Path:
    """Where to write what is to appear at ``path``: what a link points to; never a device or pipe, which a rename would replace."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise Trouble(f"{path}: is a device or a pipe, not a file; leave the option out, or name a file")
    return path.resolve() if path.is_symlink() else path


def _distinct(paths: Sequence[Any]) -> None:
    seen: set[Path] = set()
    for path in filter(None, paths):
        if path.resolve() in seen:
            raise Trouble(f"{path}: would be written twice; give each output a name of its own")
        seen.add(path.resolve())
