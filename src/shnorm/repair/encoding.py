"""``FixEncoding``: text that was decoded with the wrong code page, as it was written; what was lost for good is flagged.

The engine is :mod:`shnorm.repair.mojibake`.  Here stand the rules' names, reasons and examples, and the step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shnorm.edits import Edit
from shnorm.gate import Context
from shnorm.repair.mojibake import FAMILY, repair
from shnorm.rules import Finder, Rule, RuleSet, check_disable, named
from shnorm.stage import Flag, Reason


def _only(rule: str) -> Finder:
    def find(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
        wanted = f"{FAMILY}.{rule}"
        return ((e.start, e.end, e.new) for e in repair(text) if e.rule == wanted)

    return find


def _rule(name: str, why: str, examples: Sequence[tuple[str, str]], keeps: Sequence[str], source: str = "") -> Rule:
    return Rule(name=name, why=why, find=_only(name), examples=examples, keeps=keeps, source=source)


RULES = RuleSet(
    FAMILY,
    (
        _rule(
            "surrogate-pair",
            "the two halves of one character were decoded each for itself",
            [("smile \ud83d\ude00", "smile \N{GRINNING FACE}")],
            ["a lone \ud83d half"],
        ),
        _rule(
            "utf8-as-cjk",
            "UTF-8 was read as GBK, Big5, Shift-JIS or EUC-KR",
            [
                ("鍥句功棣嗙殑涔﹂兘寰堟棫", "图书馆的书都很旧"),
                ("謇ｾ荳榊芦謔ｨ隕∫噪鬘ｵ髱｢", "找不到您要的页面"),
                ("It鈥檚 a quiet town, and that鈥檚 why we came.", "It’s a quiet town, and that’s why we came."),
                ("La biblioth猫que est ferm茅e.", "La bibliothèque est fermée."),
            ],
            ["館藏有鎏金銅佛、鏨花銀壺。", "饕餮纹与夔龙纹", "茅台镇的酒", "用Python写的猫叫程序"],
            source="ftfy issue 34: no other tool tries",
        ),
        _rule(
            "utf8-as-western",
            "UTF-8 was read as Latin-1, a Windows code page, Mac Roman or a DOS code page",
            [
                ("La crÃ¨me brÃ»lÃ©e", "La crème brûlée"),
                ("ä¸­æ–‡ç½‘é¡µ", "中文网页"),
                ("The temperature is 21 Â°C.", "The temperature is 21 °C."),
            ],
            ["Âge requis : seize ans.", "A PRAÇA DE SÃO PAULO", "If you see “Ã©” on a page, the charset is wrong."],
            source="ftfy",
        ),
        _rule(
            "lost-bytes",
            "as the others, but bytes were lost on the way: what is certain comes back, each lost place becomes one U+FFFD",
            [("鍥句功棣嗕粖澶╁叧闂�锛屾槑澶╁紑鏀�", "图书馆今天关�，明天开�")],
            ["锟斤拷锟斤拷", "这里有一个\N{REPLACEMENT CHARACTER}字"],
        ),
        _rule(
            "converted-after",
            "UTF-8 was read as GBK, and the garbled text was then converted from Simplified to Traditional",
            [("浣嗗湪榪炵畫涓ゅぉ琛ㄧ幇涓嶄匠", "但在连续两天表现不佳")],
            ["瘋牛病與禽流感", "鐨鉻合金"],
        ),
        _rule(
            "cjk-as-western",
            "GBK, Big5, Shift-JIS or EUC-KR was read as Latin-1 or a Windows code page",
            [("Í¼Êé¹Ý½ñÌìÏÂÎç±Õ¹Ý¡£", "图书馆今天下午闭馆。")],
            ["ÀÉÈÌÒÙ are capitals with a grave or an acute", "Capitals such as ÜÄÖÜÖÖÄÄ keep their dots.", "¡Él sí!"],
        ),
        _rule(
            "cjk-as-cjk",
            "one code page for Chinese, Japanese or Korean was read as another",
            [("扂蠅腔芞抎奩踏毞壽藷", "我们的图书馆今天关门")],
            ["鱷魚與鱘鰉魚", "偲偲", "窸窸窣窣"],
        ),
        _rule(
            "wrong-alphabet",
            "letters of one byte were read with the page of another alphabet",
            [
                ("Áèáëèîòåêà ñåãîäíÿ çàêðûòà", "Библиотека сегодня закрыта"),
                ("вЙВМЙПФЕЛБ ЪБЛТЩФБ", "Библиотека закрыта"),
                ("By³ ma³y dom nad rzek¹.", "Był mały dom nad rzeką."),
            ],
            [
                "ÅÄÖ åäö are Swedish letters",
                "Það er alltaf best að spyrja",
                "The pump moves 5 m³ an hour.",
                "La forêt¹ est à côté.",
            ],
        ),
    ),
)

#: What code pages show for bytes that are lost for good, or that memory holds before anything is written to it.
_REMAINS = re.compile(
    "(?P<lost>(?:锟斤拷|锟斤|斤拷|錕斤拷|ï¿½)+|\N{REPLACEMENT CHARACTER}+)"
    "|(?P<memory>(?:烫烫烫|屯屯屯|葺葺葺|燙燙燙)[烫屯葺燙]*)"
    r"|(?P<asked>(?<!\S)\?{4,}(?!\S))"
)
_REMAIN_HINTS = ("????", "\N{REPLACEMENT CHARACTER}", "斤拷", "锟斤", "ï¿½", "烫烫烫", "屯屯屯", "葺葺葺", "燙燙燙")
_WHY = {
    "lost": ("lost-bytes", "bytes that no code page knew were replaced when the text was decoded; they are lost"),
    "memory": ("unwritten-memory", "memory that was never written to, read as GBK"),
    "asked": ("lost-to-question-marks", "characters that a code page did not have became question marks; they are lost"),
}


class EncodingStage:
    """The stage: the engine once for all rules, less the rules that are switched off."""

    name = FAMILY

    def __init__(self, disable: tuple[str, ...] = ()) -> None:
        if disable:
            check_disable(disable, map(RULES.full_name, RULES.rules))
        self._disable = disable
        self.rules = RULES.only(disable=disable).rules

    def full_name(self, rule: Rule) -> str:
        return RULES.full_name(rule)

    def reason(self, rule: str) -> Reason:
        return RULES.reason(rule)

    def edits(self, text: str, context: Context) -> Sequence[Edit]:
        found = repair(text)
        return [edit for edit in found if not named(edit.rule, self._disable)] if found and self._disable else found

    def flags(self, text: str, context: Context) -> Sequence[Flag]:
        hints = _REMAIN_HINTS[:1] if text.isascii() else _REMAIN_HINTS
        if not any(hint in text for hint in hints):
            return ()
        return [Flag(m.start(), m.end(), *_WHY[m.lastgroup or "lost"]) for m in _REMAINS.finditer(text)]
