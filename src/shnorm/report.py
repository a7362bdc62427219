"""``Report``: the accounts of a corpus added up, as a table for a terminal, as JSON, and as one HTML page.

It counts and shows what :class:`~shnorm.Result` says and judges nothing.  Reports of parts of a corpus add up to the report of
the whole, so that processes and machines can each make their own.
"""

from __future__ import annotations

import dataclasses
import html
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from shnorm.edits import Edit
from shnorm.errors import ConfigError
from shnorm.language import detect
from shnorm.result import STYLE, Result, diff_html
from shnorm.version import __version__

#: Bounds that keep a report small however large the corpus: examples of each rule, whole texts shown, the length of text shown,
#: distinct removed lines counted exactly (beyond, rare ones may be undercounted), and their length.
EXAMPLES, SAMPLES, SAMPLE_LENGTH, LINES, LINE_LENGTH = 3, 8, 30_000, 5_000, 160
#: Code points shown on either side of an example.
AROUND = 24


class Example(NamedTuple):
    """A change in its surroundings, before and after."""

    before: str
    after: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class RuleCount:
    """What one rule did: ``edits`` in ``texts`` texts; ``removed``: code points of content that it took out."""

    edits: int = 0
    texts: int = 0
    removed: int = 0
    why: str = ""
    category: str | None = None
    examples: tuple[Example, ...] = ()

    def __add__(self, other: RuleCount) -> RuleCount:
        return RuleCount(
            edits=self.edits + other.edits,
            texts=self.texts + other.texts,
            removed=self.removed + other.removed,
            why=self.why or other.why,
            category=self.category or other.category,
            examples=tuple(dict.fromkeys(self.examples + other.examples))[:EXAMPLES],
        )


class Category(NamedTuple):
    """What was taken out for one reason: how many removals, and code points of the originals."""

    removals: int
    characters: int


@dataclasses.dataclass(frozen=True, kw_only=True)
class Report:
    """Accounts of many texts, added up; ``a + b`` is the report of both.

    ``texts``, ``changed``: how many, and how many of them differ.  ``before``, ``after``: code points of all originals and of all
    results.  ``rules``, ``categories``, ``languages``, ``flags``: counts by name.  ``lines``: removed texts and how often.
    ``samples``: the first changed texts with their whole account.

    >>> from shnorm import Edit, Result, Step
    >>> step = Step("Demo", "demo", [Edit(1, 2, "", "demo.blank")])
    >>> report = Report.of([Result(original="a .", text="a.", steps=(step,))])
    >>> report.texts, report.before - report.after, report.rules["demo.blank"].edits, (report + report).edits
    (1, 1, 1, 2)
    """

    #: What :meth:`render` can make, by the suffix of a file name.
    FORMS: ClassVar[tuple[str, ...]] = (".html", ".json", ".txt")

    texts: int = 0
    changed: int = 0
    before: int = 0
    after: int = 0
    rules: Mapping[str, RuleCount] = dataclasses.field(default_factory=dict)
    categories: Mapping[str, Category] = dataclasses.field(default_factory=dict)
    languages: Mapping[str, int] = dataclasses.field(default_factory=dict)
    flags: Mapping[str, int] = dataclasses.field(default_factory=dict)
    lines: Mapping[str, int] = dataclasses.field(default_factory=dict)
    samples: tuple[tuple[str, Result], ...] = ()

    @classmethod
    def of(cls, results: Iterable[Result | tuple[str, Result]]) -> Report:
        """The report of ``results``, each a :class:`~shnorm.Result` or a pair of its name and it; a stream is read once."""
        texts = changed = before = after = 0
        rules: dict[str, _Tally] = {}
        categories: dict[str, list[int]] = {}
        languages: Counter[str] = Counter()
        flags: Counter[str] = Counter()
        lines: Counter[str] = Counter()
        samples: list[tuple[str, Result]] = []
        for item in results:
            name, result = item if isinstance(item, tuple) else ("", item)
            texts += 1
            changed += result.changed
            before += len(result.original)
            after += len(result.text)
            languages[result.lang or detect(result.original).code] += 1
            flags.update(flag.kind for flag in result.flags)
            if not result.changed:
                continue
            for rule, edits in result.counts.items():
                tally = rules.setdefault(rule, _Tally(result, rule))
                tally.edits += edits
                tally.texts += 1
            for removal in result.removals:
                rules[removal.rule].removed += removal.end - removal.start
                category = categories.setdefault(removal.category, [0, 0])
                category[0] += 1
                category[1] += removal.end - removal.start
                if line := removal.text.strip():
                    lines[_cut(line)] += 1
            for text, step in zip(result._texts, result.steps, strict=True):
                for edit in step.edits:
                    rules[edit.rule].show(text, edit)
            if len(samples) < SAMPLES and len(result.original) <= SAMPLE_LENGTH:
                samples.append((name, result))
            if len(lines) > 2 * LINES:
                lines = Counter(dict(lines.most_common(LINES)))
        return cls(
            texts=texts,
            changed=changed,
            before=before,
            after=after,
            rules=_busiest({name: tally.done() for name, tally in rules.items()}, lambda count: count.edits),
            categories=_busiest({name: Category(*pair) for name, pair in categories.items()}, lambda pair: pair.characters),
            languages=_common(languages),
            flags=_common(flags),
            lines=_common(lines, LINES),
            samples=tuple(samples),
        )

    def __add__(self, other: Report) -> Report:
        if not isinstance(other, Report):
            return NotImplemented
        rules = dict(self.rules)
        for name, count in other.rules.items():
            rules[name] = rules[name] + count if name in rules else count
        categories = dict(self.categories)
        for name, pair in other.categories.items():
            had = categories.get(name, Category(0, 0))
            categories[name] = Category(had.removals + pair.removals, had.characters + pair.characters)
        return Report(
            texts=self.texts + other.texts,
            changed=self.changed + other.changed,
            before=self.before + other.before,
            after=self.after + other.after,
            rules=_busiest(rules, lambda count: count.edits),
            categories=_busiest(categories, lambda pair: pair.characters),
            languages=_common(Counter(self.languages) + Counter(other.languages)),
            flags=_common(Counter(self.flags) + Counter(other.flags)),
            lines=_common(Counter(self.lines) + Counter(other.lines), LINES),
            samples=(self.samples + other.samples)[:SAMPLES],
        )

    @property
    def edits(self) -> int:
        """Edits of all rules."""
        return sum(count.edits for count in self.rules.values())

    @property
    def removed(self) -> Category:
        """Removals of all categories."""
        pairs = self.categories.values()
        return Category(sum(pair.removals for pair in pairs), sum(pair.characters for pair in pairs))

    # -- forms -------------------------------------------------------------------------------------------------------

    def render(self, suffix: str) -> str:
        """The report as a file that ends in ``suffix``, one of :data:`FORMS`."""
        if suffix not in self.FORMS:
            raise ConfigError(f"a report ends in {', '.join(self.FORMS)}, not {suffix!r}")
        return self.to_html() if suffix == ".html" else self.to_json() + "\n" if suffix == ".json" else self.table() + "\n"

    def table(self, most: int = 30) -> str:
        """The counts as plain text for a terminal, ``most`` rows of each kind."""
        share = f"{self.changed / self.texts:.1%}" if self.texts else "none"
        parts = [
            f"{self.texts:,} texts, {self.changed:,} changed ({share}); {self.before:,} characters before, {self.after:,} after; "
            f"{self.edits:,} edits, {self.removed.removals:,} removals of {self.removed.characters:,} characters"
        ]
        rules = [
            (n, f"{c.edits:,}", f"{c.texts:,}", f"{c.removed:,}" if c.category else "", c.why) for n, c in self.rules.items()
        ]
        parts.append(_columns(("rule", "edits", "texts", "removed", "why"), rules, most))
        kinds = [(name, f"{pair.removals:,}", f"{pair.characters:,}") for name, pair in self.categories.items()]
        parts.append(_columns(("category", "removals", "characters"), kinds, most))
        parts.append(_columns(("language", "texts"), [(n, f"{c:,}") for n, c in self.languages.items()], most))
        parts.append(_columns(("seen, not repaired", "times"), [(n, f"{c:,}") for n, c in self.flags.items()], most))
        return "\n\n".join(part for part in parts if part)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data; :meth:`from_dict` gives an equal one back."""
        data = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        data["rules"] = {name: dataclasses.asdict(count) for name, count in self.rules.items()}
        data["categories"] = {name: pair._asdict() for name, pair in self.categories.items()}
        data["samples"] = [{"name": name, "result": result.to_dict()} for name, result in self.samples]
        return {"shnorm": __version__, "edits": self.edits, "removed": self.removed._asdict(), **data}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """Read what :meth:`to_dict` wrote (totals are added up anew)."""
        try:
            made = {field.name: data[field.name] for field in dataclasses.fields(cls)}
            made["rules"] = {
                name: RuleCount(**{**count, "examples": tuple(Example(*e) for e in count["examples"])})
                for name, count in made["rules"].items()
            }
            made["categories"] = {name: Category(**pair) for name, pair in made["categories"].items()}
            made["samples"] = tuple((sample["name"], Result.from_dict(sample["result"])) for sample in made["samples"])
        except (KeyError, TypeError) as error:
            raise ConfigError(f"this is not the dictionary of a Report: {error!r}; write it with Report.to_dict()") from error
        return cls(**made)

    def to_json(self) -> str:
        """:meth:`to_dict` as JSON (ASCII only, so that lone surrogates survive)."""
        return json.dumps(self.to_dict(), indent=1)

    @classmethod
    def from_json(cls, data: str) -> Report:
        """Read what :meth:`to_json` wrote."""
        return cls.from_dict(json.loads(data))

    def to_html(self) -> str:
        """One self-contained page: no script, nothing loaded, light and dark, for narrow and wide windows."""
        return _page(self)

    def _repr_html_(self) -> str:
        return f"<pre>{_escape(self.table())}</pre>"


class _Tally:
    """A rule's counts while the results are read."""

    def __init__(self, result: Result, rule: str) -> None:
        reason = result.reasons.get(rule)
        self.why, self.category = (reason.why, reason.category) if reason else ("", None)
        self.edits = self.texts = self.removed = 0
        self.examples: list[Example] = []

    def show(self, text: str, edit: Edit) -> None:
        """Take an edit of ``text``, which its stage received, as an example: so it shows what this rule did and no other."""
        if len(self.examples) >= EXAMPLES:
            return
        start, end, new, _ = edit
        left, right = _tail(text[max(0, start - AROUND) : start]), _head(text[end : end + AROUND])
        example = Example(_cut(left + text[start:end] + right), _cut(left + new + right))
        if example not in self.examples:
            self.examples.append(example)

    def done(self) -> RuleCount:
        return RuleCount(
            edits=self.edits,
            texts=self.texts,
            removed=self.removed,
            why=self.why,
            category=self.category,
            examples=tuple(self.examples),
        )


def _tail(text: str) -> str:
    """The part of ``text`` in its last line."""
    return text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]


def _head(text: str) -> str:
    """The part of ``text`` in its first line."""
    return text[: min((at for at in (text.find("\n"), text.find("\r")) if at >= 0), default=len(text))]


def _busiest(counts: dict[str, Any], key: Any) -> dict[str, Any]:
    return dict(sorted(counts.items(), key=lambda item: (-key(item[1]), item[0])))


def _common(counts: Counter[str], most: int | None = None) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])


def _cut(text: str) -> str:
    return text if len(text) <= LINE_LENGTH else text[: LINE_LENGTH - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _columns(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], most: int) -> str:
    """Rows under a head, in columns of equal width on a terminal; numbers to the right, the last column as it is."""
    if not rows:
        return ""
    shown = [head, *rows[:most]]
    widths = [max(map(_width, column)) for column in zip(*shown, strict=True)]
    lines = []
    for row in shown:
        cells = [
            " " * (width - _width(cell)) + cell if i else cell + " " * (width - _width(cell))
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        if not head[-1].endswith(("s", "d")):
            cells[-1] = row[-1]
        lines.append("  ".join(cells).rstrip())
    if len(rows) > most:
        lines.append(f"... and {len(rows) - most} more")
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


# -- the page --------------------------------------------------------------------------------------------------------------

_CSS = """
:root{color-scheme:light dark;--paper:#fbfbfa;--card:#fff;--ink:#1d2126;--soft:#5d6670;--line:#e3e5e8;--bar:#3b6fb6;--gone:#c2571a}
@media(prefers-color-scheme:dark){:root{--paper:#14171a;--card:#1c2024;--ink:#e6e8ea;--soft:#9aa4ae;--line:#30363c;--bar:#6d9fe3;--gone:#e0894f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",
"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.15rem;margin:0 0 .8rem}
.soft{color:var(--soft)}p.soft{margin:.1rem 0 1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.2rem;margin:1rem 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.8rem;margin:1rem 0;padding:0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.7rem 1rem}
.tile b{display:block;font-size:1.45rem;font-variant-numeric:tabular-nums}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:0 1rem;align-items:start}
.two .card{margin:0 0 1rem}h2 .soft{font-weight:400}
.row{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.1rem .8rem;padding:.28rem 0;align-items:baseline}
.row .name{overflow-wrap:anywhere}.row .n{font-variant-numeric:tabular-nums;text-align:right}
.row svg{grid-column:1/-1;width:100%;height:.5rem;display:block;border-radius:.25rem}
rect.rail{fill:var(--line)}rect.bar{fill:var(--bar)}rect.gone{fill:var(--gone)}
details{border-top:1px solid var(--line)}details:first-of-type{border-top:0}
summary{cursor:pointer;padding:.45rem 0;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .8rem;align-items:baseline;list-style:none}
summary::-webkit-details-marker{display:none}
summary .name{position:relative;padding-left:1.1em}
summary .name::before{content:"\\25B8";position:absolute;left:0;color:var(--soft)}details[open]>summary .name::before{content:"\\25BE"}
summary .name{overflow-wrap:anywhere}summary:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
code,.name.rule{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}
.tag{display:inline-block;font:.75rem/1.5 system-ui,sans-serif;border:1px solid var(--line);border-radius:1rem;padding:0 .55em;color:var(--soft)}
.pair{margin:.4rem 0 .6rem;padding-left:1.1em;overflow-wrap:anywhere;white-space:pre-wrap}
.pair div{padding:.05rem .5rem;border-left:3px solid var(--line)}.pair .was{border-color:var(--gone)}.pair .is{border-color:var(--bar)}
.pair del{background:none;color:var(--gone)}.pair ins{background:none;color:var(--bar);text-decoration:none;font-weight:600}
.sample{padding:.4rem 0 1rem}
@media(max-width:32rem){summary.text{display:block}summary.text span{display:block}summary.text .n{padding-left:1.1em}}
"""


def _page(report: Report) -> str:
    share = f"{report.changed / report.texts:.0%}" if report.texts else "none"
    removed = report.removed
    tiles = [
        (f"{report.texts:,}", "texts"),
        (share, f"changed ({report.changed:,})"),
        (f"{report.edits:,}", "edits"),
        (f"{removed.removals:,}", "removals"),
        (f"{removed.characters:,}", "characters of content removed"),
        (f"{report.before:,}", "characters before"),
        (f"{report.after:,}", "characters after"),
    ]
    body = [
        "<main><header><h1>What was cleaned, and why</h1>",
        f'<p class="soft">shnorm {__version__}: every edit and removal, counted by the rule that made it.</p></header>',
        '<div class="tiles">'
        + "".join(f'<div class="tile"><b>{n}</b><span class="soft">{_escape(what)}</span></div>' for n, what in tiles),
        "</div>",
    ]
    left = [
        _bars("Removed, by category", {n: p.characters for n, p in report.categories.items()}, "characters", gone=True),
        _bars("Languages", report.languages, "texts"),
        _bars("Seen, not repaired", report.flags, "times"),
    ]
    right = _bars("Edits, by family of rules", _families(report), "edits")
    body.append(f'<div class="two"><div>{"".join(left)}</div><div>{right}</div></div>')
    if report.rules:
        body.append(f'<section class="card"><h2>Rules ({len(report.rules)})</h2>')
        body += [_rule(name, count) for name, count in report.rules.items()]
        body.append("</section>")
    if report.lines:
        rows = [_row(_escape(line), f"{n:,}") for line, n in list(report.lines.items())[:40]]
        body.append('<section class="card"><h2>What was taken out most often</h2>' + "".join(rows) + "</section>")
    if report.samples:
        body.append(
            '<section class="card"><h2>Texts, before and after</h2><p class="soft">Struck through: taken out; grey: noise. '
        )
        body.append("Green: put in. Point at a change to see its rule.</p>")
        body += [_sample(name or f"text {i}", result) for i, (name, result) in enumerate(report.samples, 1)]
        body.append("</section>")
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>shnorm report</title>'
    return f'<!doctype html><html lang="en"><head>{head}<style>{_CSS}</style>{STYLE}</head><body>{"".join(body)}</main></body></html>\n'


def _families(report: Report) -> dict[str, int]:
    families: Counter[str] = Counter()
    for name, count in report.rules.items():
        families[name.rpartition(".")[0] or name] += count.edits
    return _common(families)


def _bars(title: str, counts: Mapping[str, int], unit: str, *, gone: bool = False, most: int = 14) -> str:
    if not counts:
        return ""
    top = max(counts.values())
    rows = []
    for name, n in list(counts.items())[:most]:
        bar = (
            f'<svg role="img" aria-label="{n:,} {unit}"><rect class="rail" width="100%" height="100%"/>'
            f'<rect class="{"gone" if gone else "bar"}" width="{100 * n / top:.1f}%" height="100%"/></svg>'
        )
        rows.append(_row(_escape(name), f"{n:,}", bar))
    rest = f'<p class="soft">and {len(counts) - most} more</p>' if len(counts) > most else ""
    total = f'<span class="soft"> {sum(counts.values()):,} {unit}</span>'
    return f'<section class="card"><h2>{_escape(title)}{total}</h2>{"".join(rows)}{rest}</section>'


def _row(name: str, number: str, bar: str = "") -> str:
    return f'<div class="row"><span class="name">{name}</span><span class="n">{number}</span>{bar}</div>'


def _rule(name: str, count: RuleCount) -> str:
    tag = f' <span class="tag">{_escape(count.category)}</span>' if count.category else ""
    gone = f"; {count.removed:,} characters taken out" if count.category else ""
    pairs = "".join(map(_pair, count.examples))
    where = f"in {count.texts:,} text{'s' * (count.texts != 1)}{gone}"
    return (
        f'<details><summary><span class="name rule">{_escape(name)}{tag}</span><span class="n">{count.edits:,}</span></summary>'
        f'<p class="soft">{_escape(count.why[:1].upper() + count.why[1:])} ({where})</p>{pairs}</details>'
    )


def _pair(example: Example) -> str:
    """An example, what differs marked."""
    before, after = example
    most = min(len(before), len(after))
    left = next((i for i in range(most) if before[i] != after[i]), most)
    right = next((i for i in range(most - left) if before[-1 - i] != after[-1 - i]), most - left)

    def marked(text: str, tag: str) -> str:
        middle = text[left : len(text) - right]
        inner = f"<{tag}>{_escape(middle)}</{tag}>" if middle else ""
        return _escape(text[:left]) + inner + _escape(text[len(text) - right :])

    return f'<div class="pair"><div class="was">{marked(before, "del")}</div><div class="is">{marked(after, "ins")}</div></div>'


def _sample(name: str, result: Result) -> str:
    edits = sum(result.counts.values())
    return (
        f'<details><summary class="text"><span class="name">{_escape(name)}</span><span class="n soft">{edits:,} edits, '
        f"{len(result.removals):,} removals</span></summary>"
        f'<div class="shnorm sample">{diff_html(result)}</div></details>'
    )


def _escape(text: str) -> str:
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"), quote=True)
