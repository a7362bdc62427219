"""Build the data files of ``shnorm.language`` from packages that anyone can install and from two lists kept by hand.

usage: python tools/build_language_tables.py [orthography] [profiles]        (default: both)

``orthography.txt``   characters of one orthography only: Traditional, Simplified, Japanese; Traditional and Simplified ones that
                      Japanese writes too; from OpenCC's tables (Apache-2.0) and the code pages GB 2312, Big5 and Shift-JIS
``profiles-*.bin``    weights of character n-grams, words and endings in each language of a script, from langdetect's profiles
                      (Apache-2.0), symspellpy's English dictionary (MIT), and ``words.txt`` and ``endings.txt`` beside them

The weights of the parts were chosen on public test data; see ``docs/explanation/language.md``.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
import zlib
from collections import Counter
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "shnorm" / "language" / "data"

# Languages that share a script, the common ones first: on an equal score the earlier one wins.
SCRIPTS = {
    "latin": "en fr de es it pt nl pl sv da fi cs hu ro tr id vi no hr sk sl ca lt lv et sq af so sw tl cy",
    "cyrillic": "ru uk bg mk",
    "arabic": "ar fa ur",
    "devanagari": "hi mr ne",
}
SCALE = 10.0  # steps per nat
NGRAMS = (0.2, 0.5, 0.8)  # weights of 1-, 2- and 3-grams
OTHER_LETTERS = 1.5  # times as much for n-grams with letters beyond ASCII
OTHER_LETTER = 0.8  # weight of one such letter of the Latin script
UNSEEN = 0.2  # an n-gram that a profile lacks is this much rarer than the rarest one that it has
WORD = 8.0  # nats for a word of a language
ENGLISH = ((100, 9.0), (300, 8.0), (20000, 6.0))  # for an English one up to this rank: the list is far longer than the others
SHORTENED = ("n't", "'ve", "'re", "'ll", "i'm")  # as _SHORTENED in model.py
ONLY_ENGLISH = 12.0  # nats for one of these
WITHOUT_ACCENTS = 0.6  # of that for a word written without its accents
ENDING, LONGER = 2.0, 1.0  # nats for an ending of three letters, and for each further letter


RARE_IN_TRADITIONAL = "价优儿厂听吨圣坏异忏怀怜惊愿扑扰构柜洁确离种网肮荐触赶适胜极体党"


def in_codec(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeError:
        return False
    return True


def orthography() -> None:
    import opencc

    def table(config: str, chars: list[str]) -> dict[str, str]:
        converter = opencc.OpenCC(config, include_tofu_risk_dictionaries=False)
        out = converter.convert("\n".join(chars)).split("\n")
        return {a: b for a, b in zip(chars, out, strict=True) if a != b}

    han = [chr(i) for i in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0x20000, 0x2A6E0))]
    simple, traditional = table("t2s", han), table("s2t", han)
    simple = {a: b for a, b in simple.items() if b < "\U00010000"}  # others stay as they are: few fonts hold them
    hant = {c for c in simple if c not in traditional and not in_codec(c, "gb2312")} | set("後於")
    # In Big5 as words of their own, which nobody writes: 听 (to laugh), 价 (good) ...
    hans = {c for c in traditional if c not in simple and not in_codec(c, "big5")} | set(RARE_IN_TRADITIONAL)
    variants = {**table("hk2t", han), **table("tw2t", han)}
    shinjitai = {c for c in table("t2jp", han).values() if len(c) == 1}
    kokuji = set("働込峠畑辻匂枠栃塀榊凪凩俣噺籾躾椛笹梻杢枡鰯鱈雫畠")
    japanese = {c for c in shinjitai | kokuji if not in_codec(c, "gb2312") and not in_codec(c, "big5") and c not in variants}
    japanese -= hans | hant
    to_japanese = table("t2jp", han)
    hant, hans = hant - hans, hans - hant
    # Forms that Japan shares: Traditional ones that it kept, Simplified ones that it made as well.
    kept = {c for c in hant if c not in to_japanese and in_codec(c, "shift_jis")}
    shared = {c for c in hans if c in shinjitai and in_codec(c, "shift_jis")}
    lines = ["".join(sorted(group)) for group in (hant, hans, japanese, kept, shared)]
    (OUT / "orthography.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def frequencies(language: str) -> dict[str, float]:
    import langdetect

    profile = json.loads((Path(langdetect.__file__).parent / "profiles" / language).read_text(encoding="utf-8"))
    found: Counter[str] = Counter()
    for gram, count in profile["freq"].items():
        low = gram.lower()
        if 1 <= len(low) <= 3:
            found[low] += count / profile["n_words"][len(low) - 1]
    return found


def listed(name: str) -> dict[str, list[str]]:
    rows = (line.split() for line in (OUT / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: [part for word in row[1:] for part in word.replace("'", " ").split() if len(part) > 1] for row in rows}


def english() -> list[str]:
    import symspellpy

    path = Path(symspellpy.__file__).parent / "frequency_dictionary_en_82_765.txt"
    counts = [line.split() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    counts.sort(key=lambda row: -int(row[1]))
    return [word for word, _ in counts[: ENGLISH[-1][0]] if len(word) > 1]


def plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


class Table:
    def __init__(self, languages: list[str]) -> None:
        self.languages = languages
        self.rows: dict[str, list[float]] = {}

    def put(self, key: str, language: str, value: float) -> None:
        row = self.rows.setdefault(key, [0.0] * len(self.languages))
        column = self.languages.index(language)
        row[column] = max(row[column], value)

    def packed(self) -> tuple[list[str], bytes]:
        keys, body = [], bytearray()
        for key in sorted(self.rows):
            steps = bytes(min(255, max(0, round(value * SCALE))) for value in self.rows[key])
            if any(steps):
                keys.append(key)
                body += steps
        return keys, bytes(body)


def ngrams(languages: list[str]) -> tuple[Table, list[list[int]]]:
    table = Table(languages)
    known = {language: frequencies(language) for language in languages}
    unseen = {
        language: [max(1e-6, UNSEEN * min(f for gram, f in grams.items() if len(gram) == n)) for n in (1, 2, 3)]
        for language, grams in known.items()
    }
    base = [[math.log(unseen[language][n]) for language in languages] for n in range(3)]
    for language, grams in known.items():
        for gram, frequency in grams.items():
            n = len(gram) - 1
            weight = NGRAMS[n] if gram.isascii() else OTHER_LETTER if n == 0 and "en" in languages else NGRAMS[n] * OTHER_LETTERS
            table.put(gram, language, math.log(1.0 + frequency / unseen[language][n]) * weight)
    # What every n-gram of a text adds to each language, seen or not: the profiles were cut off at different frequencies.
    floors = [[round((x - min(row)) * NGRAMS[n] * SCALE) for x in row] for n, row in enumerate(base)]
    return table, floors


def words(languages: list[str]) -> Table:
    table = Table(languages)
    for language, entries in listed("words.txt").items():
        if language in languages:
            for word in entries:
                table.put(word, language, WORD)
    if "en" in languages:
        for rank, word in enumerate(english()):
            table.put(word, "en", next(value for last, value in ENGLISH if rank < last))
        for shortened in SHORTENED:
            table.put(shortened, "en", ONLY_ENGLISH)
    for word, row in list(table.rows.items()):
        if plain(word) != word:
            for language, value in zip(languages, row, strict=True):
                if value:
                    table.put(plain(word), language, value * WITHOUT_ACCENTS)
    return table


def endings(languages: list[str]) -> Table:
    table = Table(languages)
    for language, entries in listed("endings.txt").items():
        if language in languages:
            for ending in entries:
                table.put(ending, language, ENDING + LONGER * (len(ending) - 3))
    return table


def profiles() -> None:
    for script, names in SCRIPTS.items():
        languages = names.split()
        table, floors = ngrams(languages)
        head: dict[str, object] = {"languages": languages, "floors": floors}
        bodies = []
        for name, part in (("ngrams", table), ("words", words(languages)), ("endings", endings(languages))):
            head[name], body = part.packed()
            bodies.append(body)
        header = json.dumps(head, ensure_ascii=False).encode()
        raw = len(header).to_bytes(4, "little") + header + b"".join(bodies)
        (OUT / f"profiles-{script}.bin").write_bytes(zlib.compress(raw, 9))


if __name__ == "__main__":
    for task in sys.argv[1:] or ["orthography", "profiles"]:
        {"orthography": orthography, "profiles": profiles}[task]()
