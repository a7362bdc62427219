"""Texts to measure on, made from the five seed pages: dirty as they came, clean as the library leaves them.

Digits are redrawn and lines rotated in each copy, so that no cache of equal lines or documents helps; a fixed seed keeps runs alike.
Mind the limits: the vocabulary is that of five pages, so trust ratios in one run rather than single figures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import shnorm

SEEDS = Path(__file__).parent.parent / "seeds"
DIGIT = re.compile(r"[0-9]")


def seeds() -> dict[str, str]:
    """The five pages by name."""
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def copies(pages: Sequence[str], size: int) -> list[str]:
    """Copies of ``pages`` of about ``size`` bytes of UTF-8 together, each with other digits and its lines rotated."""
    rng = random.Random(7)
    out: list[str] = []
    total = n = 0
    while total < size:
        lines = pages[n % len(pages)].split("\n")
        turn = rng.randrange(len(lines)) if len(lines) > 1 else 0
        text = DIGIT.sub(lambda m: rng.choice("123456789"), "\n".join(lines[turn:] + lines[:turn]))
        out.append(text)
        total += len(text.encode())
        n += 1
    return out


def settled(text: str) -> str:
    """``text`` as ``web-keep-script`` leaves it once its lines have been rotated and its digits redrawn."""
    return shnorm.clean(text, "web-keep-script")


def corpora(size: int = 400_000) -> dict[str, list[str]]:
    """Clean and dirty texts by kind."""
    pages = seeds()
    english = [pages[name] for name in ("000", "001", "002", "004")]
    traditional = settled(pages["003"])
    simplified = shnorm.clean(pages["003"])
    found = {
        "clean English": [settled(text) for text in copies([settled(page) for page in english], size)],
        "clean Simplified": [shnorm.clean(text) for text in copies([simplified], size)],
        "clean Traditional": [settled(text) for text in copies([traditional], size)],
        "dirty English": copies(english, size),
        "dirty Chinese": copies([pages["003"]], size),
    }
    found["short clean English"] = [
        line[:100] for text in found["clean English"] for line in text.split("\n") if len(line) > 100
    ][:2000]
    found["short clean Simplified"] = [
        line[:100] for text in found["clean Simplified"] for line in text.split("\n") if len(line) > 100
    ][:2000]
    return found
