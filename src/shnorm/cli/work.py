"""Records cut into chunks, chunks handed to processes, and what these make of them; it writes nothing."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, cast

from shnorm import parallel
from shnorm.cli import files, formats
from shnorm.cli.files import Source
from shnorm.pipeline import Pipeline
from shnorm.report import Report
from shnorm.result import Result

#: Bytes and records handed to a process at a time.
CHUNK_BYTES, CHUNK_ITEMS = 1 << 18, 512


class Unit(NamedTuple):
    """Sources that are worked off together: one file of records, or (``each``) text files of which each is a record.

    ``targets``: where each of them is written; ``None`` is standard output or nowhere.
    """

    sources: Sequence[Source]
    targets: Sequence[Path | None]
    each: bool


class Chunk(NamedTuple):
    """Items of one unit, each with the label of its source, and their size in bytes."""

    labels: Sequence[str]
    items: Sequence[formats.Item]
    size: int


class Done(NamedTuple):
    """What became of a chunk of ``items`` items and ``size`` bytes.

    ``payloads``: the encoded records, one for each if each is a file of its own (``None``: set aside).  ``removed``, ``rejects``:
    lines of the side files.  ``faults``, ``changed``: labels with numbers.  ``counts``: texts, changed and rejected ones.
    """

    items: int
    size: int
    payloads: Sequence[Any]
    removed: bytes
    rejects: bytes
    faults: Sequence[str]
    changed: Sequence[str]
    counts: Counter[str]
    report: Report | None


@dataclasses.dataclass(frozen=True)
class Task:
    """What is done with a chunk; picklable.  ``removed``, ``report``: whether these accounts are wanted."""

    pipeline: Pipeline
    lang: str | None
    codec: formats.Codec
    compression: str
    each: bool
    removed: bool
    report: bool

    def __call__(self, chunk: Chunk) -> Done:
        good: list[formats.Record] = []
        texts: list[str | None] = []
        payloads: list[Any] = []
        removed, rejects, faults, changed = [], [], [], []
        results: list[tuple[str, Result]] = []
        records = self.codec.decode(chunk.items)
        labels = chunk.labels if len(chunk.labels) == len(records) else [chunk.labels[0]] * len(records)
        account = self.removed or self.report
        pipeline, lang = self.pipeline, self.lang
        for label, record in zip(labels, records, strict=True):
            text = record.text
            if text is not None and record.fault is None:
                try:
                    if account:
                        result = pipeline.run(text, lang=lang)
                        results.append((self._name(label, record), result))
                        where = {"source": label, "record": record.number}
                        removed += [json.dumps({**where, **removal._asdict()}) for removal in result.removals]
                        text = result.text if result.changed else text
                    else:
                        text = pipeline(text, lang=lang)
                except Exception as error:  # a step of somebody else's: one bad record must not end the run
                    record.fault = f"{type(error).__name__}: {error}"
            if record.fault is not None:
                faults.append(f"{self._name(label, record)}: {record.fault}")
                where = {"source": label, "record": record.number}
                rejects.append(json.dumps({**where, "why": record.fault, "raw": self.codec.raw(record)}))
            else:
                if text is not record.text:
                    changed.append(self._name(label, record))
                good.append(record)
                texts.append(text)
            if self.each:
                payloads.append(None if record.fault is not None else self._packed([record], [text]))
        if not self.each and good:
            payloads.append(self._packed(good, texts))
        return Done(
            items=len(chunk.items),
            size=chunk.size,
            payloads=payloads,
            removed=_lines(removed),
            rejects=_lines(rejects),
            faults=faults,
            changed=changed,
            counts=Counter(texts=len(texts) - texts.count(None), changed=len(changed), rejects=len(faults)),
            report=Report.of(results) if self.report else None,
        )

    def _name(self, label: str, record: formats.Record) -> str:
        return label if self.each else f"{label}:{record.number}"

    def _packed(self, records: Sequence[formats.Record], texts: Sequence[str | None]) -> Any:
        data = self.codec.encode(records, texts)
        return files.packed(data, self.compression) if isinstance(data, bytes) else data


class Opened:
    """A unit ready to be worked off: its codec, and the answers to its items from number ``skip`` on, in order."""

    def __init__(
        self, stack: ExitStack, unit: Unit, pipeline: Pipeline, options: argparse.Namespace, *,
        skip: int = 0, compression: str = "", removed: bool = False, report: bool = False,
    ) -> None:  # fmt: skip
        self._stack, self._jobs = stack, options.jobs
        self.codec, items = opened(stack, unit.sources[skip:] if unit.each else unit.sources, options)
        self._items = items if unit.each else islice(items, skip, None)
        self._task = Task(pipeline, options.lang, self.codec, compression, unit.each, removed, report)

    def __iter__(self) -> Iterator[Done]:
        answers = parallel.run(
            self._task, _chunks(self._items), jobs=self._jobs, chunk=1, ordered=True, on_error="raise", progress=None
        )
        yield from (cast(Done, done) for done in self._stack.enter_context(closing(cast(Any, answers))))


def opened(
    stack: ExitStack, sources: Sequence[Source], options: argparse.Namespace
) -> tuple[formats.Codec, Iterator[tuple[str, formats.Item]]]:
    """The codec of the sources of a unit, and their items with the labels of their sources; streams close with ``stack``."""
    format = sources[0].format if sources else "text"
    codec = formats.codec(format, options.field, options.encoding)
    if isinstance(codec, formats.Text):
        return codec, _whole_files(codec, sources)
    label = sources[0].label
    ready, items = codec.begin(stack.enter_context(sources[0].open()), label)
    return ready, ((label, item) for item in items)


def units(sources: Sequence[Source], targets: Sequence[Path | None], *, each: bool) -> list[Unit]:
    """Neighbouring text files form one unit if each is a file of its own and their compression is the same; all others one each."""
    out: list[Unit] = []
    for source, target in zip(sources, targets, strict=True):
        alone = not each or source.format != "text"
        last = out[-1] if out else None
        if not alone and last is not None and last.each and last.sources[-1].compression == source.compression:
            out[-1] = Unit([*last.sources, source], [*last.targets, target], True)
        else:
            out.append(Unit([source], [target], not alone))
    return out


def _whole_files(codec: formats.Text, sources: Sequence[Source]) -> Iterator[tuple[str, formats.Item]]:
    for source in sources:
        with source.open() as stream:
            yield from ((source.label, item) for item in codec.begin(stream, source.label)[1])


def _chunks(items: Iterator[tuple[str, formats.Item]]) -> Iterator[Chunk]:
    labels: list[str] = []
    taken: list[formats.Item] = []
    size = 0
    for label, item in items:
        labels.append(label)
        taken.append(item)
        weight, whole = formats.weight(item)
        size += weight
        if whole or size >= CHUNK_BYTES or len(taken) >= CHUNK_ITEMS:
            yield Chunk(labels, taken, size)
            labels, taken, size = [], [], 0
    if taken:
        yield Chunk(labels, taken, size)


def _lines(lines: Sequence[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode()
