"""``ToTraditional``: what is Simplified Chinese in a text becomes Traditional, for those who need the way back.

One Simplified character stands for several Traditional ones, so this is OpenCC's guess by phrases; nothing is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shnorm.chinese.convert import apply, converter
from shnorm.edits import Edit, Rewrite
from shnorm.gate import Context
from shnorm.language.variants import ORTHOGRAPHY, could_be_japanese
from shnorm.lines import Lines
from shnorm.protect import user_spans
from shnorm.rules import Rule, RuleSet

#: Standards of Traditional characters, and the configurations of OpenCC with and without the words of the region.
VARIANTS = {"tw": ("s2tw", "s2twp"), "hk": ("s2hk", "s2hkp"), "t": ("s2t", "s2t")}
_RULE = "traditional.convert"
_FOREIGN = re.compile("[ぁ-ゖァ-ヺㇰ-ㇿｦ-ﾝ가-힣]")
_HAN = re.compile("[㐀-䶿一-鿿]")


def _converted(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    for edit in TraditionalStage("tw", False, True).edits(text, context):
        yield edit.start, edit.end, edit.new


#: The conversion as the catalogue shows it; the stage makes the whole text at once.
RULES = RuleSet(
    "traditional",
    [
        Rule(
            name="convert",
            why="the line is written in Simplified characters",
            find=_converted,
            examples=[("他说：“这里的头发很乱。”", "他說：「這裡的頭髮很亂。」")],
            keeps=["頭髮和頭目都是名詞。", "これは国の図書館です。"],
        ),
    ],
)


class TraditionalStage:
    """The stage behind :class:`shnorm.ToTraditional`; see there for the options."""

    name = _RULE
    rules = RULES.rules
    full_name = staticmethod(RULES.full_name)
    reason = staticmethod(RULES.reason)

    def __init__(self, variant: str, vocabulary: bool, quotes: bool) -> None:
        self.variant, self.vocabulary, self.quotes = variant, vocabulary, quotes

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        base = (context.lang or "").split("-")[0].lower()
        if text.isascii() or base in ("ja", "ko") or context.chars.isdisjoint(ORTHOGRAPHY.get().simplified):
            return ()
        out = "".join(self._convert(text[line.start : line.end]) + text[line.end : line.next] for line in Lines(text))
        guards = context.memory.guards
        if guards and len(out) == len(text):
            out = apply(out, [(start, end, text[start:end]) for start, end in user_spans(text, guards)])
        return () if out == text else Rewrite(text, out, _RULE)

    def _convert(self, line: str) -> str:
        sets = ORTHOGRAPHY.get()
        if line.isascii() or not _is_simplified(line, sets.simplified, sets.traditional):
            return line
        configs = VARIANTS[self.variant]
        out = converter(configs[self.vocabulary])(line)
        if self.quotes and _HAN.search(out):
            if out.count("“") == out.count("”"):
                out = out.replace("“", "「").replace("”", "」")
            if out.count("‘") == out.count("’"):
                out = out.replace("‘", "『").replace("’", "』")
        return out


def _is_simplified(line: str, simplified: frozenset[str], traditional: frozenset[str]) -> bool:
    chars = frozenset(line)
    s = len(chars & simplified)
    if s <= len(chars & traditional):
        return not s and not chars & traditional and bool(_HAN.search(line)) and not _FOREIGN.search(line)
    return not (_FOREIGN.search(line) or could_be_japanese(line))
