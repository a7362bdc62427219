"""What the first look asks for: how cues begin, which literals they need, and the first words of what no cue tells.

Everything is made of the lexicon and the rules, once.  It knows how cues are looked up; it must not know what any category means.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from shnorm.literals import Literals
from shnorm.noise.lexicon import LEXICON, NEAR, Lexicon, first_key
from shnorm.noise.needs import Need, needed, plain
from shnorm.noise.view import WIDE, view, wide
from shnorm.resources import Resource

#: How many bytes of a literal are looked for at first: with more, twice as many states find hardly fewer.
ENOUGH = 12
#: How many characters of a unit are compared that begins with a mark.
SYMBOLIC = 8

#: The first word of a line, or its first wide character with what follows it, behind marks.
FIRST = re.compile(f"[\\W_]*(?:([^\\W_{WIDE}]+)|(\\w.?))", re.DOTALL)
#: How the label of the title that an article had elsewhere begins.
ORIGINALS = frozenset(["原标", "原题"])
#: Words of link farms, and the appeal of novel sites, which also stand inside sentences.
FARMS = ("蜘蛛池", "站群", "寄生虫", "泛目录")
NOVEL = "一秒"
#: Words of spam that occur everywhere.
WEAK = frozenset(["adult", "entry", "filler", "game"])
# What stands in the only dates without a digit, `an hour ago`.
_WORDY = frozenset(["ago", "ace un", "vor ein", "il y a un"])
#: What a literal tells of: a phrase; spam; a finder; a date without a digit; the appeal of a novel site.
PHRASE, SPAM, HINT, AGO, CALL = 1, 2, 4, 8, 16
#: What a first word of a line may begin: a cue or a whole line, which may also be the word alone; a source; a byline; a trail.
CUE, ALONE, SOURCE, BY, HOME = 1, 2, 4, 8, 16
_SOURCES = frozenset(["source", "article", "news", "information"])
_BY = frozenset(
    [
        "by",
        "von",
        "por",
        "par",
        "di",
        "de",
        "door",
        "text",
        "words",
        "story",
        "photo",
        "photos",
        "foto",
        "texto",
        "texte",
        "testo",
    ]
)
# First words of trails without arrows, and of notes in brackets at the end of a text.
_HOMES = """
    网站首页 本站首页 官网首页 博客首页 论坛首页 返回首页 门户首页 总站首页 首页 新闻 资讯 ホーム トップ 홈 메인
    医院首页 学校首页 学院首页 大学首页 集团首页 公司首页 新闻首页 体育首页 财经首页 娱乐首页 科技首页 汽车首页 教育首页 房产首页 商城首页
    频道首页 健康首页 旅游首页 文化首页 军事首页 社区首页 资讯首页 人才首页 菜谱首页 小说首页 游戏首页 视频首页 百科首页 法律首页 企业首页
    网站主页 本站主页 官网主页 博客主页 论坛主页 返回主页 门户主页 总站主页 主页
    home homepage front main index inicio portada startseite start accueil pagina главная top news
"""
_NOTES = """
    dpa afp reuters ap sda apa kna epd efe ansa lusa dapd sid rtr cna upi pti ians ani 本文 关键 标签 tag tags keyword keywords email
"""


class Index(NamedTuple):
    """What the first look asks for.

    ``firsts``: the first words (or pairs of wide characters) that anything begins with, and what (:data:`CUE` and so on).
    ``starts``: the cues that begin lines, by these.  ``prefixes``: the beginnings of these, of units and of whole lines,
    :data:`~shnorm.noise.lexicon.NEAR` characters beyond the first word; ``others``: of those that are no units.
    ``ones``: single characters that are units.  ``spaced``: first wide characters of whole lines, which may stand before a blank.
    ``symbols``: first characters of units that are no letters, ``signs`` the first of each.  ``counted``: what follows numbers.
    ``notes``: first words of notes in brackets.  ``literals``: the beginnings, without blanks, of all that is looked for in lines;
    ``spelled``: what begins so.
    ``needs``: literal -> the phrases that need it; ``limits``: the most that a line may say for any of them (none: literals of spam).
    ``kinds``: what each literal tells of (:data:`PHRASE` and so on).  ``hints``: those of the rules' finders that are rare;
    ``lonely``: those that are a line.
    """

    firsts: dict[str, int]
    starts: dict[str, tuple[str, ...]]
    prefixes: frozenset[str]
    others: frozenset[str]
    lexicon: Lexicon
    ones: frozenset[str]
    spaced: frozenset[str]
    symbols: re.Pattern[str]
    signs: frozenset[str]
    counted: frozenset[str]
    notes: frozenset[str]
    literals: Literals
    spelled: dict[str, tuple[str, ...]]
    needs: dict[str, tuple[Need, ...]]
    limits: dict[str, float]
    kinds: dict[str, int]
    hints: frozenset[str]
    lonely: frozenset[str]


def _index() -> Index:
    from shnorm.noise.categories import all_rules  # which need this module

    lexicon = LEXICON.get()
    starts: dict[str, list[str]] = {}
    for cues in lexicon.starts.values():
        for cue in cues:
            starts.setdefault(first_key(cue.text, 0), []).append(cue.text)
    ones = {text for text in (*lexicon.units, *lexicon.lines) if len(text) == 1}
    spaced = {text[0] for text in lexicon.lines if wide(text[0])}
    counted: set[str] = set()
    for key, numbered in lexicon.numbered.items():
        if key[0] == "#":
            counted.update(first_key(cue.text, m.end()) for _, cue in numbered if (m := re.match(r"[\W#_]*", cue.text)))
    symbols = sorted({text[:SYMBOLIC] for text in lexicon.units if not text[0].isalnum()})
    alone = {*lexicon.numbered, *ORIGINALS, *lexicon.alone}
    others: set[str] = set()
    for text in (*itertools.chain.from_iterable(starts.values()), *lexicon.lines):
        others.add(text[: len(first_key(text, 0)) + NEAR])
    for text in lexicon.lines:
        # Blanks in a line may be more than one.
        others.update(first_key(text, 0) + blank for blank in ("  ", " \t", "\t"))
    alone.update(text for text in others if text == first_key(text, 0))
    needs: dict[str, list[Need]] = {}
    limits = {(rule.category, rule.name): rule.limit for rule in all_rules()}
    for cue in lexicon.spoken:
        first, second = needed(cue.text)
        need = Need(cue.text, second, limits[cue.category, cue.rule])
        for literal in first:
            needs.setdefault(literal, []).append(need)
    spam = frozenset(
        word for (category, rule), own in lexicon.words.items() if category == "seo_spam" and rule not in WEAK for word in own
    )
    hints = {folded for rule in all_rules() for hint in rule.hint if (folded := folded_hint(hint))}
    firsts: dict[str, int] = {}
    for kind, own in (
        (CUE, [*lexicon.lengths, *starts, *(first_key(text, 0) for text in lexicon.lines)]),
        (ALONE, alone),
        (SOURCE, _SOURCES),
        (BY, _BY),
        (HOME, [first_key(text, 0) for text in _HOMES.split()]),
    ):
        for word in own:
            firsts[word] = firsts.get(word, 0) | kind
    spelled: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, int] = {}
    for kind, telling in ((PHRASE, needs), (SPAM, [*spam, *FARMS]), (HINT, hints), (AGO, _WORDY), (CALL, [NOVEL])):
        for literal in telling:
            kinds[literal] = kinds.get(literal, 0) | kind
    for literal in kinds:
        bare = literal.replace(" ", "").encode()[:ENOUGH].decode(errors="ignore")
        spelled[bare] = (*spelled.get(bare, ()), literal)
    return Index(
        firsts=firsts,
        starts={key: tuple(found) for key, found in starts.items()},
        prefixes=lexicon.begins | others,
        others=frozenset(others),
        lexicon=lexicon,
        ones=frozenset(ones),
        spaced=frozenset(spaced),
        symbols=re.compile("|".join(map(re.escape, symbols)) or "(?!)"),
        signs=frozenset(key[0] for key in symbols),
        counted=frozenset(counted),
        notes=frozenset(_NOTES.split()),
        literals=Literals(spelled),
        spelled=spelled,
        needs={literal: tuple(found) for literal, found in needs.items()},
        limits={literal: max(need.limit for need in own) for literal, own in needs.items() if not kinds[literal] & SPAM},
        kinds=kinds,
        hints=frozenset(hints),
        lonely=frozenset(line for rule in all_rules() for hint in rule.hint if (line := lonely_hint(hint))),
    )


#: The index of the package.
INDEX: Resource[Index] = Resource("noise.index", _index)


def folded_hint(hint: str) -> str:
    """A hint as the pass over the view looks for it; empty for single characters and short lines, which are looked for otherwise."""
    folded = plain(view(hint)).strip()
    return folded if len(folded) > 3 or (len(folded) > 1 and hint[0] != "\n") else ""


def lonely_hint(hint: str) -> str:
    """The view of a hint that is a whole line with its line ends; else empty."""
    return view(hint[1:-1]) if hint[0] == hint[-1] == "\n" and len(hint) > 2 else ""
