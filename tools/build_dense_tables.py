"""Build ``segment/data/words-*.bin``: the words of Thai, Lao, Khmer and Burmese, from the dictionaries that ICU ships.

usage: python tools/build_dense_tables.py        (needs ``pip install icu4py``: its wheel holds ICU's data library)

The dictionaries stand under the Unicode licence (Thai, Khmer) and BSD licences (Lao, Burmese), see ``NOTICE``.  Left out are words longer
than 16 code points and compounds of words that the dictionary has: all of three parts or more, those of two if they are longer than 10.
A file is bz2 over front-coded words in order: for each a byte below 0x20, how many code points it shares with the word before, and its
other letters, one byte each, counted from the first code point of the block plus 0x80.
"""

from __future__ import annotations

import bz2
import importlib.util
import struct
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "src" / "shnorm" / "segment" / "data"
BLOCKS = {"thai": 0x0E00, "lao": 0x0E80, "burmese": 0x1000, "khmer": 0x1780}
LONGEST, LONGEST_COMPOUND = 16, 10


def library() -> bytes:
    spec = importlib.util.find_spec("icu4py")
    if spec is None or spec.origin is None:
        raise SystemExit("icu4py is not installed: pip install icu4py")
    return next((Path(spec.origin).parent.parent / "icu4py.libs").glob("libicudata*")).read_bytes()


def items(data: bytes) -> dict[str, int]:
    """Where each item of the common data archive (its format is ``CmnD``) begins."""
    head = data.index(b"CmnD") - 12
    table = head + int.from_bytes(data[head : head + 2], "little")
    out = {}
    for i in range(int.from_bytes(data[table : table + 4], "little")):
        name, place = struct.unpack_from("<II", data, table + 4 + 8 * i)
        out[data[table + name : data.index(b"\0", table + name)].decode()] = table + place
    return out


def number(data: bytes, at: int, lead: int, bounds: tuple[int, int, int, int]) -> tuple[int, int]:
    """A number of the variable length that a BytesTrie writes, and where it ends: ``bounds`` are the first leads of two bytes and more."""
    two, three, four, five = bounds
    if lead < two:
        return lead, at
    size = 1 if lead < three else 2 if lead < four else 3 if lead < five else 4
    high = lead - two if size == 1 else lead - three if size == 2 else 0
    return high << 8 * size | int.from_bytes(data[at : at + size], "big"), at + size


VALUE, DELTA = (0x51, 0x6C, 0x7E, 0x7F), (0xC0, 0xF0, 0xFE, 0xFF)


def words(data: bytes, at: int) -> Iterator[str]:
    """The words of a dictionary item: a BytesTrie (``bytestrie.h`` of ICU) whose bytes count from the beginning of a block."""
    at += int.from_bytes(data[at : at + 2], "little")
    offset, *_, kind, transform, _, _ = struct.unpack_from("<8i", data, at)
    if kind & 7 or transform >> 24 != 1:
        raise SystemExit("the dictionary is not of the form that this script reads")
    base = transform & 0x1FFFFF
    stack = [(at + offset, "")]

    def letter(byte: int) -> str:
        return {0xFF: "\u200d", 0xFE: "\u200c"}.get(byte) or chr(base + byte)

    while stack:
        at, word = stack.pop()
        node = data[at]
        at += 1
        if node >= 0x20:  # a word ends here
            _, at = number(data, at, node >> 1, VALUE)
            yield word
            if not node & 1:
                stack.append((at, word))
        elif node >= 0x10:  # some letters in a row
            stack.append((at + node - 0xF, word + "".join(map(letter, data[at : at + node - 0xF]))))
        else:  # a branch: halved by comparison, then one letter after the other
            if not node:
                node, at = data[at], at + 1
            parts = [(at, node + 1)]
            while parts:
                at, count = parts.pop()
                while count > 5:
                    jump, at = number(data, at + 2, data[at + 1], DELTA)
                    parts.append((at + jump, count >> 1))
                    count -= count >> 1
                for _ in range(count - 1):
                    byte, lead = data[at], data[at + 1]
                    value, at = number(data, at + 2, lead >> 1, VALUE)
                    if lead & 1:
                        yield word + letter(byte)
                    else:
                        value -= 0x10 if lead >> 1 < VALUE[0] else 0
                        stack.append((at + value, word + letter(byte)))
                stack.append((at + 1, word + letter(data[at])))


def parts(word: str, known: frozenset[str]) -> int:
    """The least number of other words of two letters and more that make up ``word``; 99 if none do."""
    best = [0, *[99] * len(word)]
    for i in range(len(word)):
        for j in range(i + 2, len(word) + 1):
            if best[i] + 1 < best[j] and (i or j < len(word)) and word[i:j] in known:
                best[j] = best[i] + 1
    return best[-1]


def main() -> None:
    data = library()
    found = items(data)
    for name, block in BLOCKS.items():
        known = frozenset(words(data, next(place for item, place in found.items() if item.endswith(f"/{name}dict.dict"))))
        out, before, count = bytearray(), "", 0
        for word in sorted(known):
            pieces = parts(word, known)
            kept = pieces == 99 or (pieces == 2 and len(word) <= LONGEST_COMPOUND)
            if not kept or len(word) > LONGEST or not all(block <= ord(c) < block + 0x80 for c in word):
                continue
            same = next((i for i, (a, b) in enumerate(zip(word, before, strict=False)) if a != b), min(len(word), len(before)))
            out.append(same)
            out += bytes(ord(c) - block + 0x80 for c in word[same:])
            before, count = word, count + 1
        packed = bz2.compress(bytes(out))
        (OUT / f"words-{name}.bin").write_bytes(packed)
        print(f"{name}: {count:,} of {len(known):,} words, {len(packed):,} bytes")


if __name__ == "__main__":
    main()
