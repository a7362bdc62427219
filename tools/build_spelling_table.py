"""Build ``src/shnorm/chinese/data/spellings.txt`` from a checkout of OpenCC: the words whose Traditional spelling a converter can miss.

usage: python tools/build_spelling_table.py OPENCC/data/dictionary
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from shnorm.chinese.converters import RIGHT, SIBLINGS, VARIANTS
from shnorm.fold import simplified
from shnorm.script import HAN

HEADER = """\
# Words of Traditional Chinese with a character that converters confuse, one spelling a line, the likeliest of a word first;
# with the word in Simplified characters where it is not the spelling simplified character by character.
# Made by tools/build_spelling_table.py from STPhrases.txt and TSPhrases.txt of OpenCC (https://github.com/BYVoid/OpenCC),
# commit 5249273a3e5606852f088c9a8b23522145d94f78, Apache License 2.0.
"""
LONGEST = 5


def main(folder: str) -> None:
    words: dict[str, None] = {}
    for name, column in (("STPhrases.txt", 1), ("TSPhrases.txt", 0)):
        for line in Path(folder, name).read_text(encoding="utf-8").splitlines():
            if "\t" not in line or line.startswith("#"):
                continue
            for word in line.split("\t")[column].split():
                word = word.translate(VARIANTS)
                if (
                    2 <= len(word) <= LONGEST
                    and re.fullmatch(f"[{HAN}]+", word)
                    and any(ch in SIBLINGS or ch in RIGHT for ch in word)
                ):
                    key = line.split("\t")[0] if column else simplified(word)
                    words[word if simplified(word) == key else f"{word} {key}"] = None
    target = Path(__file__).parents[1] / "src/shnorm/chinese/data/spellings.txt"
    target.write_text(HEADER + "\n".join(words) + "\n", encoding="utf-8")
    print(len(words), "words,", target.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
