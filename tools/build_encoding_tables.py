"""Build the character tables of ``FixEncoding`` in ``src/shnorm/repair/mojibake``: ``tables.xz`` (what it judges with) and
``common.txt`` (Han and Hangul so common, in some language, that they are no sign of mojibake).

    python tools/build_encoding_tables.py [FOLDER]

Everything comes from three installed packages, so the file can be made again by anyone (same versions, same bytes):

* jieba (MIT): ``dict.txt``, words of Chinese with their counts -> Han characters and pairs of Han inside words;
* OpenCC (Apache-2.0): the same words in Traditional (general, Taiwan, Hong Kong) and in Japanese characters, and a folding
  of all of these to one form, so that one table of pairs serves them all;
* langdetect (code MIT, profiles of Shuyo's language-detection, Apache-2.0): letters and pairs of letters of 52 languages
  that do not write Han, Hangul among them.

Values are -2 times the natural logarithm of a probability, rounded: the file holds characters grouped by value, with a private
use character U+E000 + value before each group.
"""

from __future__ import annotations

import collections
import itertools
import json
import lzma
import math
import sys
from importlib import metadata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/shnorm/repair/mojibake"
#: Log probability from which on a Han character is common.
COMMON = -10.0
#: OpenCC configurations that give a character its other shapes.
TRADITIONAL = ("s2t", "s2tw", "s2hk")
#: A pair is kept if it is at least this much (in nats) likelier than chance, and was seen this often.
LIFT, SEEN = 0.9, 4
#: Shares of a language below which a letter, and a pair of letters, is left out.
LETTER_FLOOR, PAIR_FLOOR = 2e-5, 3e-5
#: Profiles that langdetect clusters (several characters counted as one), useless for counting characters.
CLUSTERED = {"ja", "zh-cn", "zh-tw"}


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"


def grouped(values: dict[str, float]) -> str:
    """Characters (the last of each key) grouped by rounded value, best first, each group behind its mark."""
    groups: dict[int, list[str]] = collections.defaultdict(list)
    for key, value in values.items():
        groups[min(63, max(0, round(-2 * value)))].append(key[-1])
    return "".join(chr(0xE000 + q) + "".join(sorted(groups[q])) for q in sorted(groups))


def han_tables() -> tuple[dict[str, float], dict[str, float], dict[str, str]]:
    """Log probabilities of Han characters and of pairs (folded), and the folding."""
    import jieba
    import opencc

    words: list[tuple[str, int]] = []
    with open(Path(jieba.__file__).parent / "dict.txt", encoding="utf-8") as lines:
        for line in lines:
            word, count, _ = line.split(" ")
            if any(map(is_han, word)):
                words.append((word, int(count)))
    fold_traditional, fold_japanese = opencc.OpenCC("t2s"), opencc.OpenCC("jp2t")
    fold: dict[str, str] = {}
    for code in [*range(0x3400, 0xA000), *range(0x20000, 0x2A6E0)]:
        character = chr(code)
        folded = fold_traditional.convert(character)
        if folded == character:
            folded = fold_traditional.convert(fold_japanese.convert(character))
        if folded != character and len(folded) == 1:
            fold[character] = folded
    table = str.maketrans(fold)

    best: dict[str, float] = {}
    for shape in ("", *TRADITIONAL, "jp"):
        written = "\n".join(word for word, _ in words)
        if shape == "jp":
            written = opencc.OpenCC("t2jp").convert(opencc.OpenCC("s2t").convert(written))
        elif shape:
            written = opencc.OpenCC(shape).convert(written)
        singles: collections.Counter[str] = collections.Counter()
        for word, (_, count) in zip(written.split("\n"), words, strict=True):
            for character in word:
                if is_han(character):
                    singles[character] += count
        total = sum(singles.values())
        for character, count in singles.items():
            best[character] = max(best.get(character, -99.0), math.log(count / total))

    singles, pairs = collections.Counter(), collections.Counter()
    for word, count in words:
        folded_word = word.translate(table)
        for character in folded_word:
            singles[character] += count
        for a, b in itertools.pairwise(folded_word):
            if is_han(a) and is_han(b):
                pairs[a + b] += count
    total = sum(singles.values())
    kept: dict[str, float] = {}
    for pair, count in pairs.items():
        value = math.log(count / singles[pair[0]])
        if count >= SEEN and value - math.log(singles[pair[1]] / total) > LIFT:
            kept[pair] = value
    return best, kept, fold


def letter_tables() -> tuple[dict[str, float], dict[str, float]]:
    """Log probabilities of letters and of pairs of letters (blanks stand for word borders): the best over the languages."""
    import langdetect

    letters: dict[str, float] = {}
    pairs: dict[str, float] = {}
    for path in sorted((Path(langdetect.__file__).parent / "profiles").iterdir()):
        if path.name in CLUSTERED or path.name.startswith("_"):
            continue
        profile = json.loads(path.read_text(encoding="utf-8"))
        counts: dict[str, int] = {
            k: v for k, v in profile["freq"].items() if not any(map(is_han, k)) and "\u3042" not in k and "\u30a2" not in k
        }
        single_total, pair_total = profile["n_words"][0], profile["n_words"][1]
        before: collections.Counter[str] = collections.Counter()
        for key, count in counts.items():
            if len(key) == 2:
                before[key[0]] += count
        for key, count in counts.items():
            if len(key) == 1 and count / single_total >= LETTER_FLOOR:
                letters[key] = max(letters.get(key, -99.0), math.log(count / single_total))
            elif len(key) == 2 and count / pair_total >= PAIR_FLOOR:
                # What langdetect cut off below its threshold is part of the whole: 10 % of each character's successors.
                pairs[key] = max(pairs.get(key, -99.0), math.log(0.9 * count / before[key[0]]))
    return letters, pairs


def build() -> tuple[bytes, bytes]:
    """The contents of the two files."""
    han, han_pairs, fold = han_tables()
    letters, letter_pairs = letter_tables()
    rows: dict[str, dict[str, float]] = collections.defaultdict(dict)
    for pair, value in {**han_pairs, **letter_pairs}.items():
        rows[pair[0]][pair] = value
    reached = sorted(fold)
    content = {
        "about": "character statistics for shnorm.repair.mojibake; made by tools/build_encoding_tables.py",
        "sources": {name: metadata.version(name) for name in ("jieba", "opencc", "langdetect")},
        "licences": {"jieba": "MIT", "opencc": "Apache-2.0", "langdetect": "Apache-2.0"},
        "fold": ["".join(reached), "".join(fold[c] for c in reached)],
        "han": grouped(han),
        "letters": grouped(letters),
        "pairs": "\n".join(first + grouped(rows[first]) for first in sorted(rows)),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    packed = lzma.compress(text.encode("utf-8"), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=9 | lzma.PRESET_EXTREME)
    common = sorted(c for c, value in han.items() if value >= COMMON) + sorted(c for c in letters if "\uac00" <= c <= "\ud7a3")
    return packed, "".join(common).encode("utf-8")


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    for name, data in zip(("tables.xz", "common.txt"), build(), strict=True):
        (target / name).write_bytes(data)
        print(f"{target / name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
