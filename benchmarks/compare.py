"""shnorm beside other tools on the same inputs: what each makes of them, and how good that is.

usage: python benchmarks/compare.py [--write]

Prints the tables of docs/explanation/comparison.md; --write puts them into the page, between its marks, so that no figure there is typed
by hand.  All other tools are optional, one that cannot be imported is reported with what was missing:

    pip install clean-text textacy datatrove nltk spacy py-data-juicer aiohttp pysbd justext lxml_html_clean

The sets are the project's own (tests/cases): they were written for the defects that shnorm is about.  They say how far another tool
reaches into that ground and what it spoils there, not how good it is at its own task.
"""

from __future__ import annotations

import argparse
import html
import importlib
import importlib.metadata
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import quality

import shnorm

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "explanation" / "comparison.md"
CASES = ROOT / "tests" / "cases"

KANA = re.compile("[\u3040-\u30ff]")

Text = Callable[[str], str]
Lists = Callable[[str], list[str]]


class Tool(NamedTuple):
    """A way to use a tool: ``make`` imports it and returns the function; ``packages`` are the distributions it needs."""

    name: str
    packages: tuple[str, ...]
    make: Callable[[], Any]


# -- text to text ----------------------------------------------------------------------------------------------------


def ftfy_text() -> Text:
    import ftfy

    return ftfy.fix_text


def ftfy_encoding() -> Text:
    import ftfy

    return ftfy.fix_encoding


def cleantext() -> Text:
    from cleantext import clean

    return clean


def cleantext_gently() -> Text:
    from cleantext import clean

    return lambda text: clean(text, to_ascii=False, lower=False)


def textacy() -> Text:
    from textacy.preprocessing import make_pipeline, normalize

    steps = (
        normalize.unicode,
        normalize.quotation_marks,
        normalize.bullet_points,
        normalize.hyphenated_words,
        normalize.whitespace,
    )
    return make_pipeline(*steps)


def datatrove_ftfy() -> Text:
    from datatrove.pipeline.formatters import FTFYFormatter

    return FTFYFormatter().format


def juicer(module: str, name: str) -> Text:
    mapper = getattr(importlib.import_module(f"data_juicer.ops.mapper.{module}"), name)()
    return lambda text: mapper.process_batched({"text": [text]})["text"][0]


def juicer_three() -> Text:
    names = {
        "fix_unicode_mapper": "FixUnicodeMapper",
        "punctuation_normalization_mapper": "PunctuationNormalizationMapper",
        "whitespace_normalization_mapper": "WhitespaceNormalizationMapper",
    }
    return chained([juicer(*pair) for pair in names.items()])


def chained(steps: Sequence[Text]) -> Text:
    def run(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return run


def opencc(config: str) -> Text:
    import opencc as opencc_

    return opencc_.OpenCC(config).convert


def by_hand() -> Text:
    from peers import by_hand

    return by_hand


TEXT = [
    Tool("shnorm, preset `repair`", (), lambda: shnorm.preset("repair")),
    Tool("shnorm, preset `minimal`", (), lambda: shnorm.preset("minimal")),
    Tool("ftfy, `fix_text`", ("ftfy",), ftfy_text),
    Tool("ftfy, `fix_encoding`", ("ftfy",), ftfy_encoding),
    Tool("clean-text, defaults", ("clean-text",), cleantext),
    Tool("clean-text, `to_ascii=False, lower=False`", ("clean-text",), cleantext_gently),
    Tool("textacy, its five normalizers", ("textacy",), textacy),
    Tool("datatrove, `FTFYFormatter`", ("datatrove",), datatrove_ftfy),
    Tool("data-juicer, `fix_unicode_mapper`", ("py-data-juicer",), lambda: juicer("fix_unicode_mapper", "FixUnicodeMapper")),
    Tool("data-juicer, Unicode, punctuation, white space", ("py-data-juicer",), juicer_three),
    Tool("OpenCC, `t2s`", ("opencc",), lambda: opencc("t2s")),
    Tool("by hand: ftfy, NFKC, four regexes, OpenCC", ("ftfy", "opencc"), by_hand),
]

# -- lines and pages out ---------------------------------------------------------------------------------------------


def chinese(text: str) -> bool:
    return sum("\u4e00" <= ch <= "\u9fff" for ch in text) > len(text) / 4


def datatrove_filter(name: str, **options: Any) -> Text:
    """A filter of pages as text to text, told the page's language: a page that it drops becomes empty."""
    from datatrove.data import Document
    from datatrove.pipeline import filters

    english, other = (getattr(filters, name)(**options, **language) for language in ({}, languages(name)))

    def run(text: str) -> str:
        document = Document(text=text, id="0")
        kept = (other if chinese(text) else english).filter(document)
        return document.text if kept is True or (isinstance(kept, tuple) and kept[0]) else ""

    run("One line. Two lines.")  # some filters find out only here what they lack
    return run


def languages(name: str) -> dict[str, Any]:
    """What the filter called ``name`` takes to be told that a page is Chinese."""
    more: dict[str, Any] = {"stop_words": ["的", "了", "是", "在", "有", "和"], "min_avg_word_length": 1}
    return {"language": "cmn_Hani", **(more if name == "GopherQualityFilter" else {})}


def symbol_lines() -> Text:
    from datatrove.pipeline.formatters import SymbolLinesFormatter

    return SymbolLinesFormatter().format


def justext() -> Text:
    import justext as justext_

    words = justext_.get_stoplist("English")

    def run(text: str) -> str:
        lines = [line for line in text.split("\n") if line.strip()]
        page = "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines) + "</body></html>"
        # It has no list of Chinese stop words; its manual says to switch them off for such languages.
        options = {"stopwords_low": 0, "stopwords_high": 0} if chinese(text) else {}
        paragraphs = justext_.justext(page, frozenset() if chinese(text) else words, **options)
        return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    return run


def strip_noise() -> Text:
    return shnorm.Pipeline([shnorm.StripNoise()])


LINES = [
    Tool("shnorm, `StripNoise`", (), strip_noise),
    Tool("datatrove, C4 line rules", ("datatrove",), lambda: datatrove_filter("C4QualityFilter", min_num_sentences=-1)),
    Tool("datatrove, C4 as it comes", ("datatrove", "nltk", "spacy"), lambda: datatrove_filter("C4QualityFilter")),
    Tool("datatrove, Gopher quality", ("datatrove", "nltk", "spacy"), lambda: datatrove_filter("GopherQualityFilter")),
    Tool("datatrove, Gopher repetition", ("datatrove", "nltk", "spacy"), lambda: datatrove_filter("GopherRepetitionFilter")),
    Tool("datatrove, FineWeb quality", ("datatrove", "nltk", "spacy"), lambda: datatrove_filter("FineWebQualityFilter")),
    Tool("datatrove, `SymbolLinesFormatter`", ("datatrove",), symbol_lines),
    Tool("jusText, each line as `<p>`", ("jusText",), justext),
]

# -- sentences, words, conversion ------------------------------------------------------------------------------------


def pysbd(language: str) -> Lists:
    import pysbd as pysbd_

    segmenter = pysbd_.Segmenter(language=language, clean=False)
    return lambda text: list(segmenter.segment(text))


SENTENCES = [
    Tool("shnorm", (), lambda: lambda language: lambda text: shnorm.sentences(text, language).texts()),
    Tool("pySBD", ("pysbd",), lambda: pysbd("en") and pysbd),
]


def jieba() -> Lists:
    import jieba as jieba_

    jieba_.setLogLevel(60)
    return lambda text: [word for word, _, _ in jieba_.tokenize(text)]


WORDS = [
    Tool("shnorm", (), lambda: lambda text: list(shnorm.words(text, "zh").texts())),
    Tool("jieba, `tokenize`", ("jieba",), jieba),
]

CONVERSION = [
    Tool("shnorm, `SimplifyChinese`", (), lambda: shnorm.Pipeline([shnorm.SimplifyChinese()])),
    *(
        Tool(f"OpenCC, `{config}`", ("opencc",), lambda config=config: opencc(config))
        for config in ("t2s", "tw2s", "tw2sp", "hk2s")
    ),
]

# -- tables ----------------------------------------------------------------------------------------------------------


class Made(NamedTuple):
    """A tool as it could be had here: its function, or why not."""

    name: str
    function: Any
    missing: str


def made(tools: Iterable[Tool]) -> list[Made]:
    out = []
    for tool in tools:
        try:
            out.append(Made(tool.name, tool.make(), ""))
        except (ImportError, importlib.metadata.PackageNotFoundError) as error:
            name = getattr(error, "name", None)
            out.append(Made(tool.name, None, f"not installed: {name}" if name else f"not run: {str(error).splitlines()[0]}"))
        except Exception as error:  # a model that it would fetch from the network, a broken installation: said, not hidden
            out.append(Made(tool.name, None, f"not run: {type(error).__name__}"))
    return out


def percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def code(text: str) -> str:
    """``text`` as code in a cell of a table; what cannot be seen is named."""
    shown = text.replace("\n", "⏎").replace("\x9d", "⟨U+009D⟩")
    return "`` " + shown + " ``" if "`" in shown else f"`{shown}`" if shown else "*(nothing)*"


def versions() -> str:
    """Which releases ran."""
    packages = sorted(
        {p for tools in (TEXT, LINES, SENTENCES, WORDS, CONVERSION) for tool in tools for p in tool.packages}, key=str.lower
    )
    found = []
    for package in packages:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{package} not installed")
    return f"shnorm {shnorm.__version__} beside {', '.join(found)}."


def group(row: dict[str, Any]) -> str:
    return "English" if row["lang"] == "en" else "Chinese" if row["lang"].startswith("zh") else "others"


def repair() -> str:
    """Exact on damaged cases, all and by language; changed but wrong; clean cases changed."""
    rows = list(quality.rows(quality.GOLD / "repair.jsonl"))
    damaged = [row for row in rows if row["gold"] != [row["input"]]]
    clean = [row for row in rows if row["gold"] == [row["input"]]]

    def part(which: Sequence[dict[str, Any]], good: Callable[[dict[str, Any], str], bool], outs: dict[str, str]) -> str:
        return percent(quality.share(sum(good(row, outs[row["id"]]) for row in which), len(which)))

    def exact(row: dict[str, Any], out: str) -> bool:
        return out in row["gold"]

    def changed(row: dict[str, Any], out: str) -> bool:
        return out != row["input"] and out not in row["gold"]

    lines = []
    for name, function, missing in made([Tool("nothing at all", (), lambda: str), *TEXT]):
        if missing:
            lines.append([name, missing, *[""] * 5])
            continue
        outs = {row["id"]: function(row["input"]) for row in rows}
        cells = [part([row for row in damaged if group(row) == which], exact, outs) for which in ("English", "Chinese")]
        harm = [part([row for row in clean if group(row) == which], changed, outs) for which in ("English", "Chinese")]
        lines.append(
            [name, part(damaged, exact, outs), *cells, part(damaged, changed, outs), part(clean, changed, outs), *harm][:8]
        )
    counts = f"{len(damaged)} damaged and {len(clean)} clean cases; in every column but the exact ones less is better."
    head = ["tool", "exact", "English", "Chinese", "changed, not right", "harm on clean", "English", "Chinese"]
    return counts + "\n\n" + table(head, [line + [""] * (8 - len(line)) for line in lines])


def families() -> str:
    """Of which families of defects each tool repairs anything, exactly."""
    rows = [row for row in quality.rows(quality.GOLD / "repair.jsonl") if row["gold"] != [row["input"]]]
    tools = [tool for tool in made(TEXT) if not tool.missing]
    names = list(dict.fromkeys(row["family"] for row in rows))
    lines = []
    for tool in tools[2:]:
        won = []
        for name in names:
            members = [row for row in rows if row["family"] == name]
            n = sum(tool.function(row["input"]) in row["gold"] for row in members)
            if n:
                won.append(f"{name} {n}/{len(members)}")
        lines.append([tool.name, ", ".join(won) or "none"])
    return table(["tool", "families in which it gets cases exactly right"], lines)


def noise() -> str:
    """Noise lines found, content lost, pages gone."""
    pages = list(quality.rows(quality.GOLD / "noise.jsonl"))
    texts = ["\n".join(line["text"] for line in page["lines"]) for page in pages]
    lines = []
    for name, function, missing in made([Tool("nothing at all", (), lambda: str), *LINES]):
        if missing:
            lines.append([name, missing, "", "", ""])
            continue
        cells = []
        for chinese in (False, True):
            own = [row for row in pages if row["lang"].startswith("zh") == chinese]
            scores = quality.noise_lines([], "noise", function, own)
            cells += [percent(scores["noise F1"]), percent(scores["noise loss"])]
        gone = sum(not function(text).strip() for text in texts)
        lines.append([name, *cells, str(gone)])
    n = sum(row["lang"].startswith("zh") for row in pages)
    head = ["tool", "noise F1, other pages", "content lost", "noise F1, Chinese pages", "content lost", "pages dropped whole"]
    return f"{len(pages)} pages, {n} of them Chinese.\n\n" + table(head, lines)


def segmentation() -> str:
    """Sentences: exact cases; whether the pieces give the text."""
    rows = [row for row in quality.rows(CASES / "sentences.jsonl") if not row.get("options")]
    seeds = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(quality.SEEDS.glob("*.txt"))}
    lines = []
    for name, function, missing in made(SENTENCES):
        if missing:
            lines.append([name, missing, "", ""])
            continue
        cells = []
        for language in ("en", "zh"):
            own = [row for row in rows if row["lang"] == language]
            good = [squeezed(function(language)("".join(row["sentences"]))) == squeezed(row["sentences"]) for row in own]
            cells.append(f"{sum(good)} of {len(own)}")
        whole = [seed for seed, text in seeds.items() if "".join(function("zh" if seed == "003" else "en")(text)) == text]
        lines.append([name, *cells, f"{len(whole)} of {len(seeds)}"])
    return table(["tool", "English cases exact", "Chinese cases exact", "seed pages whose pieces join to the page"], lines)


def result(function: Text, text: str) -> str | None:
    """What ``function`` gives, ``None`` if it raises, as OpenCC does for a lone surrogate."""
    try:
        return function(text)
    except UnicodeEncodeError:
        return None


def squeezed(pieces: Iterable[str]) -> list[str]:
    return [joined for piece in pieces if (joined := re.sub(r"\s+", "", piece))]


def words() -> str:
    """Words: exact cases; bounds that a Traditional page shares with its Simplified twin, and the twin with jieba's."""
    rows = [row for row in quality.rows(CASES / "words.jsonl") if not row.get("options") and not KANA.search(row["text"])]
    traditional = (quality.SEEDS / "003_61b6c09980551dc2.txt").read_text(encoding="utf-8")
    simplified = opencc("t2s")(traditional)
    assert len(traditional) == len(simplified)
    lines = []
    tools = made(WORDS)
    theirs = None if tools[1].missing else bounds(tools[1].function(simplified))
    for name, function, missing in tools:
        if missing:
            lines.append([name, missing, "", ""])
            continue
        good = [squeezed(function(row["text"])) == squeezed(row["words"]) for row in rows]
        first, second = (bounds(function(text)) for text in (traditional, simplified))
        lines.append([name, f"{sum(good)} of {len(rows)}", agreement(first, second), agreement(second, theirs)])
    head = [
        "tool",
        "cases exact",
        "bounds of seed 003, the same in both scripts",
        "bounds of its Simplified twin, the same as jieba's",
    ]
    return table(head, lines)


def agreement(a: set[int], b: set[int] | None) -> str:
    return "" if b is None else percent(len(a & b) / len(a | b))


def bounds(pieces: Iterable[str]) -> set[int]:
    out, at = set(), 0
    for piece in pieces:
        at += len(piece)
        out.add(at)
    return out


def conversion() -> str:
    """Conversion: exact cases; Simplified and Japanese cases that have to stay."""
    rows = list(quality.rows(CASES / "simplify.jsonl"))
    stay = [row for row in rows if row["wanted"] == row["text"]]
    turn = [row for row in rows if row["wanted"] != row["text"]]
    lines = []
    for name, function, missing in made(CONVERSION):
        if missing:
            lines.append([name, missing, ""])
            continue
        right = sum(result(function, row["text"]) == row["wanted"] for row in turn)
        kept = sum(result(function, row["text"]) == row["text"] for row in stay)
        lines.append([name, f"{right} of {len(turn)}", f"{kept} of {len(stay)}"])
    return table(["tool", "converted exactly", "left alone where nothing is to do"], lines)


#: What each tool is shown: why, and the text.
INPUTS = [
    ("Mojibake", "Itâ€™s a cafÃ© â€” â€œreallyâ€\x9d."),
    ("Mojibake that lost a byte", "Itâ€™s a cafÃ© â€” â€œreallyâ€."),
    ("Mojibake of GBK", "璇疯緭鍏ユ偍鐨勭敤鎴峰悕"),
    ("Sound Chinese", "她说：“价格是１００元（含税）。”"),
    ("Half-width marks between Han", "他说:“好,走吧.”"),
    ("Machine-translated English", "It is reported that , since 5 month 3 Japan , The machine turns.."),
    ("Chinese marks in English", "The kit contains a torch、two batteries，and a map。"),
    ("Pinyin after a character", "版權(quán)歸原作者所有。"),
    ("Sound German", "Die Straße „Am Ölberg“ ist gesperrt."),
]  # fmt: skip


def behaviour() -> str:
    """Each input with what each tool makes of it; tools that agree share a row."""
    tools = made(TEXT)
    parts = []
    for title, text in INPUTS:
        outs: dict[str, list[str]] = {}
        for name, function, missing in tools:
            if not missing:
                outs.setdefault(function(text), []).append(name.replace("shnorm, preset", "**shnorm**,"))
        rows = [(code(out) if out != text else "as it was", "; ".join(names)) for out, names in outs.items()]
        parts.append(f"**{title}:** {code(text)}\n\n" + table(["becomes", "with"], rows))
    missing = [f"{tool.name} ({tool.missing})" for tool in tools if tool.missing]
    return "\n\n".join(parts + ([f"Not run: {'; '.join(missing)}."] if missing else []))


PARTS = {
    "versions": versions, "behaviour": behaviour, "repair": repair, "families": families, "noise": noise,
    "conversion": conversion, "words": words, "sentences": segmentation,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into the page")
    parser.add_argument("--only", choices=PARTS, action="append", help="some parts")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    page = PAGE.read_text(encoding="utf-8") if options.write else ""
    for name, make in PARTS.items():
        if options.only and name not in options.only:
            continue
        part = make()
        print(f"## {name}\n\n{part}\n", flush=True)
        mark = re.compile(rf"(<!-- made: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if options.write:
            if not mark.search(page):
                sys.exit(f"{PAGE} has no mark for {name}")
            page = mark.sub(lambda m, part=part: f"{m[1]}\n{part}\n\n{m[2]}", page)
    if options.write:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
