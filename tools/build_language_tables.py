"""Build the data files of ``shnorm.language`` from packages that anyone can install: ``opencc`` and ``langdetect``.

usage: python tools/build_language_tables.py [orthography] [profiles]        (default: both)

``orthography.txt``   characters of one orthography only: Traditional, Simplified, Japanese; Traditional and Simplified ones that
                      Japanese writes too
``profiles-*.bin``    weights of character n-grams in each language of a script, from langdetect's profiles

Both packages are Apache-2.0; see ``NOTICE``.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from collections import Counter
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "shnorm" / "language" / "data"

# Languages that share a script, the common ones first: on an equal score the earlier one wins.
SCRIPTS = {
    "latin": "en fr de es it pt nl pl sv da fi cs hu ro tr id vi no hr sk sl ca lt lv et sq af so sw tl cy".split(),
    "cyrillic": "ru uk bg mk".split(),
    "arabic": "ar fa ur".split(),
    "devanagari": "hi mr ne".split(),
}
FLOOR = 1e-5  # frequency below which an n-gram counts as unseen
WEIGHTS = (0.2, 0.5, 1.5)  # of 1-, 2- and 3-grams, measured
SCALE = 10.0  # steps per nat


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
    hant = {c for c in simple if c not in traditional and not in_codec(c, "gb2312")}
    hans = {c for c in traditional if c not in simple and not in_codec(c, "big5")}
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


def profiles() -> None:
    import langdetect

    folder = Path(langdetect.__file__).parent / "profiles"
    for script, languages in SCRIPTS.items():
        rows: dict[str, list[int]] = {}
        for column, language in enumerate(languages):
            profile = json.loads((folder / language).read_text(encoding="utf-8"))
            counts: Counter[str] = Counter()
            for gram, count in profile["freq"].items():
                counts[gram.lower()] += count
            for gram, count in counts.items():
                if len(gram) > 3:
                    continue
                n = len(gram) - 1
                weight = round((math.log(count / profile["n_words"][n]) - math.log(FLOOR)) * WEIGHTS[n] * SCALE)
                if weight > 0:
                    rows.setdefault(gram, [0] * len(languages))[column] = min(255, weight)
        grams = sorted(rows)
        head = json.dumps({"languages": languages, "grams": grams}, ensure_ascii=False).encode()
        body = b"".join(bytes(rows[gram]) for gram in grams)
        (OUT / f"profiles-{script}.bin").write_bytes(zlib.compress(len(head).to_bytes(4, "little") + head + body, 9))


if __name__ == "__main__":
    for task in sys.argv[1:] or ["orthography", "profiles"]:
        {"orthography": orthography, "profiles": profiles}[task]()
