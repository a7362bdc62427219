r"""``RepairMarkup``: what a page's markup left behind in its text: entities, tags and their tails, comments, escapes, BBCode.

It knows what such residue looks like; it must not know whether the line around it is noise.  Where a page or a line speaks of
HTML or code, residue cannot be told from the topic, and everything stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from shnorm.gate import Context
from shnorm.rules import Rule
from shnorm.script import HAN
from shnorm.sieve import Sieve

# -- where markup is the topic ---------------------------------------------------------------------------------------

_TOPIC = re.compile(
    r"(?i)(?<![./@A-Za-z0-9_-])(?:x?html5?|xml|css3?|jsx|php|javascript|typescript|jquery|xpath|reg(?:ular )?ex(?:p|es|pressions?)?|markdown|"
    r"bbcode|wikitext|json|markup|(?:character|html|xml) (?:entit(?:y|ies)|references?)|escap(?:e|ing) (?:characters?|sequences?|codes?)|"
    r"(?:opening|closing|self-closing|start|end|line break|paragraph) tags?|source code|backslash(?:es)?|newline characters?|printf|stdout)"
    r"(?![A-Za-z0-9_])"
    r"|[转轉][义義]|[实實][体體](?=字符|引用|[编編][码碼]|符)|字符[实實][体體]|源代?[码碼]|代[码碼](?=[块塊段中里裡如示])|[换換]行符|正[则則]表|前端|[编編]程|"
    r"字符串|字串|反斜[杠線线槓]|空格符"
)
# An entity or tag that the words beside it show or name: type &nbsp;, the <br> tag, “<p>”.
_SHOWN = re.compile(
    r"(?i)(?:[<＜]|&lt;)/?\w+ ?/?(?:[>＞]|&gt;)\s*(?:tags?\b|elements?\b|attributes?\b|[标標][签籤记記]|元素|[属屬]性|语句)"
    r"|(?:\b(?:tags?|elements?|entit(?:y|ies)|type|write|insert|enter|use|using)|[标標][签籤記记]|[输輸]入|[写寫]成?|使用|用)"
    r"\s*[“\"'‘「『`]?(?:&(?:amp;)?#?\w+;|</?\w+ ?/?>)"
    r"|(?:[“\"‘「『`]|(?<!\w)')(?:&(?:amp;)?#?\w+;|</?\w+ ?/?>)[”\"'’」』`]"
    r"|&(?:amp;)?#?\w+;\s*(?:表示|代表|is (?:a|an|the)\b|means\b|stands for\b|gives\b)"
)
_CODE_LOOK = re.compile(
    r"[{};]\s*$|^\s*(?:#include|import |from \w+ import|def |class \w|function\b|var |let |const |public |return\b|//|/\*)|=>|==|&&|\|\||`"
)
_CRAFT = (
    "html", "xml", "css", "javascript", "typescript", "jquery", "xpath", "regex", "regular expression", "markdown", "bbcode", "wikitext", "json",
    "php", "jsx", "markup", "escape character", "escape sequence", "source code", "backslash", "newline character", "printf", "stdout",
    "转义", "轉義", "实体字符", "字符实体", "源码", "源代码", "原始碼", "代码块", "代码如下", "换行符", "換行符", "正则表", "正則表", "前端",
    "编程", "編程", "字符串",
)  # fmt: skip
#: So many topic words make a whole page one about markup.
_TOPIC_WORDS = 4


class _Prose:
    """Tells, line by line and only when asked, whether residue may be repaired there."""

    def __init__(self, text: str, context: Context) -> None:
        self._context = context
        self._lines: dict[int, bool] = {}
        self._page: bool | None = None

    def at(self, position: int) -> bool:
        if self._page is None:
            low = self._context.text.lower()
            self._page = sum(word in low for word in _CRAFT) < _TOPIC_WORDS
        if not self._page:
            return False
        lines = self._context.lines
        index = lines.at(position)
        known = self._lines.get(index)
        if known is None:
            line = lines.content(index)
            bare = _LOST.sub("", _ENTITY.sub("", _DECLARATION.sub("", _TAG.sub("", _COMMENTED.sub("", line)))))
            known = not (_SHOWN.search(line) or _TOPIC.search(bare) or _CODE_LOOK.search(bare))
            self._lines[index] = known
        return known


def _in_prose(
    pattern: re.Pattern[str], new: Callable[[re.Match[str]], str | None]
) -> Callable[[str, Context], Iterable[tuple[int, int, str]]]:
    def find(text: str, context: Context) -> Iterator[tuple[int, int, str]]:
        prose = _Prose(text, context)
        for m in pattern.finditer(text):
            put = new(m)
            if put is not None and prose.at(m.start()):
                yield m.start(), m.end(), put

    return find


# -- entities --------------------------------------------------------------------------------------------------------

_NAMES = (
    "nbsp|quot|amp|lt|gt|apos|ldquo|rdquo|lsquo|rsquo|laquo|raquo|mdash|ndash|hellip|middot|bull|times|divide|deg|copy|reg|trade|"
    "emsp|ensp|thinsp|sect|para|plusmn|euro|pound|yen|cent|prime|Prime|rarr|larr|sbquo|bdquo|zwnj|zwj|shy|permil|frac12|sup2|sup3"
)
# Every branch begins with one class of characters, which is what makes the search fast.
_ENTITY = re.compile(
    r"[&＆](?:(?<=&)(?:(?:amp[;；]|#0*38;|#[xX]0*26;)*(?:(?P<ref>#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})[;；]"
    r"|(?P<bare>quot|ldquo|rdquo|mdash|hellip|middot|amp|lt|gt|copy|reg)(?![A-Za-z0-9=;；])|(?P<blank>nbsp)(?![a-z0-9=;；]))|amp[;；])"
    rf"|(?:amp)?[;；]? ?(?P<wide>(?i:{_NAMES})) ?[;；])"
)


_KNOWN = frozenset(_NAMES.split("|"))


def _decode(ref: str) -> str | None:
    made = html.unescape(f"&{ref};")
    if made == f"&{ref};" and ref.lower() in _KNOWN:
        made = html.unescape(f"&{ref.lower()};")
    if made == f"&{ref};" or not made or made == "\N{REPLACEMENT CHARACTER}":
        return None
    if made == "\r":
        return "\n"
    if any((ord(ch) < 32 and ch not in "\t\n") or 0xD800 <= ord(ch) < 0xE000 for ch in made):
        return None
    return made


def _entity(m: re.Match[str]) -> str | None:
    ref = m.group("ref") or m.group("bare") or m.group("blank") or m.group("wide")
    return "&" if ref is None else _decode(ref)


_BLANK = r"(?:&(?:amp;)?(?:nbsp|ensp|emsp|#160|#[xX][aA]0)|(?<![&A-Za-z0-9])nbsp);[ \t\xa0]*"
_BLANKS = re.compile(f"{_BLANK}(?:{_BLANK})*")


def _at_edges(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    prose = _Prose(text, context)
    for m in _BLANKS.finditer(text):
        line = context.lines[context.lines.at(m.start())]
        # A margin is short: what is longer is no indent, and looking further would not be linear.
        first = m.start() - line.start < _MARGIN and not text[line.start : m.start()].strip()
        last = line.end - m.end() < _MARGIN and not text[m.end() : line.end].strip()
        tagged = not first and m.start() - line.start < _MARGIN and _OPENED.fullmatch(text, line.start, m.start()) is not None
        if (first or last or tagged) and prose.at(m.start()):
            yield line.start if first else m.start(), line.end if last else m.end(), ""


_MARGIN = 40
# A line may begin with the tag of its paragraph.
_OPENED = re.compile(r"\s*(?:</?(?:p|div|span|td|li)>\s*)+")


_LOST = re.compile(
    r"(?<![&A-Za-z0-9_])#[xX](?P<hex>[0-9A-Fa-f]{2,5});|(?<=\w)#[xX](?P<hex2>(?:[2-3fF][0-9A-Fa-f]{3}|27|22|26));"
    r"|(?<!&)#(?P<dec>8[12]\d\d|122\d\d|123\d\d|652\d\d|653\d\d);|(?<=[A-Za-z])#(?P<apos>0?39);(?=[a-z])"
    r"|(?<![&A-Za-z0-9/?])(?P<name>nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot);"
)


def _lost(m: re.Match[str]) -> str | None:
    code = m.group("hex") or m.group("hex2")
    if code:
        return _decode(f"#x{code}")
    number = m.group("dec") or m.group("apos")
    return _decode(f"#{number}") if number else _decode(m.group("name"))


# -- tags ------------------------------------------------------------------------------------------------------------

_BLOCK = "p|div|li|ul|ol|tr|table|tbody|thead|h[1-6]|section|article|center|blockquote|pre|hr|dl|dt|dd"
_INLINE = "span|strong|em|b|i|u|s|a|font|img|small|big|ins|del|o:p|st1:\\w+|v:\\w+|w:\\w+|wbr|nobr|strike|td|th|figure|figcaption|sup|sub"
# Names that also stand in angle brackets for something to fill in: only with an attribute or with their other half.
_RARE = (
    "html|head|body|title|meta|link|input|button|form|iframe|video|audio|source|embed|object|param|option|select|textarea|label|code|time|"
    "cite|nav|main|map|area|abbr|q|kbd|tt|marquee|noscript|col|colgroup|tfoot|caption|legend|fieldset|header|footer|aside|picture|canvas|xml"
)
_ATTRS = r"(?:\s+[\w:.-]{1,40}\s*=\s*(?:\"[^\"<>\n]{0,600}\"|'[^'<>\n]{0,600}'|“[^”<>\n]{0,300}”|[^\s\"'<>]{1,300}))"
_TAG = re.compile(
    rf"(?i)<sup>(?P<power>[0-9+-]{{1,4}})</sup>"
    rf"|<(?:(?P<br>br)\s*/?|/?(?P<block>{_BLOCK}){_ATTRS}*\s*/?|/?(?P<inline>{_INLINE}){_ATTRS}*\s*/?"
    rf"|(?P<filled>{_RARE}){_ATTRS}+\s*/?|/?(?P<rare>{_RARE}))>"
    r"|＜(?:(?P<wide>br) ?/?|/?(?:p|span|div|strong|font))＞"
)
_POWERS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_DECLARATION = re.compile(
    r"<!\[endif\](?:--)?>|<!(?:--)?\[if [^<>\n]{1,60}\]>|<!DOCTYPE[^<>\n]{0,200}>|<\?xml[^<>\n]{0,200}\?>|<!\[CDATA\[|\]\]>(?=\s*(?:<|$))",
    re.I | re.M,
)


def _tags(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    prose = _Prose(text, context)
    halves: tuple[frozenset[str], frozenset[str]] | None = None
    for m in _TAG.finditer(text):
        rare = m.group("rare")
        if rare:
            if halves is None:
                names = [(half, name.lower()) for half, name in _HALF.findall(text)]
                halves = frozenset(n for half, n in names if half), frozenset(n for half, n in names if not half)
            if rare.lower() not in halves[text[m.start() + 1] == "/"]:
                continue
        if prose.at(m.start()):
            yield m.start(), m.end(), _in_place_of(m)


_HALF = re.compile(r"<(/?)([A-Za-z]+)")


_NOTHING_LEFT = re.compile(r"(?:</[A-Za-z]{1,10}>){0,20}\Z")


def _in_place_of(m: re.Match[str]) -> str:
    """A line break for a tag that broke the line inside it, a blank between two cells, else nothing."""
    text, start, end = m.string, m.start(), m.end()
    if m.group("power"):
        return m.group("power").translate(_POWERS)
    if not (m.group("br") or m.group("block") or m.group("wide")):
        return " " if (m.group("inline") or "").lower() in ("td", "th") and _between(text, start, end) else ""
    at_edge = start == 0 or _NOTHING_LEFT.match(text, end) or text[start - 1] in "\r\n" or text[end] in "\r\n"
    return "" if at_edge or (m.group("block") and text[start - 1] == ">") else "\n"


def _between(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() and (text[end : end + 1].isalnum() or text[end : end + 1] == "<")


_COMMENTED = re.compile(r"<!--[^\n]{0,2000}?-->")
_COMMENT = re.compile(r"<!--|<(script|style)\b[^<>\n]{0,300}>", re.I)


def _comments(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    prose = _Prose(text, context)
    done = 0
    for m in _COMMENT.finditer(text):
        if m.start() < done or not prose.at(m.start()):
            continue
        close = "-->" if m.group(1) is None else f"</{m.group(1)}>"
        end = text.find(close, m.end(), m.end() + 4000)
        if end >= 0:
            done = end + len(close)
            yield m.start(), done, ""


_WORD_START = rf"[A-Z\"“‘「《(（{HAN}]"
_TAIL_AT_START = re.compile(
    rf"[ \t]*(?:/(?:p|div|span|strong|title|h[1-6]|li|td|tr|a|em|font|b)>|(?:p|br ?/?|div|span|strong|h[1-6]|li|td|em|font|title)>)"
    rf"(?=\s*(?:{_WORD_START}|[0-9]+ [A-Za-z]|[0-9]+[{HAN}]))"
)
_TAILS = (
    re.compile(rf"/(?<=^/)(?:title|h[1-6]|strong|span|div|p)(?=[A-Z][a-z]|[{HAN}])", re.M),
    re.compile(r"<(?<!<<)/?(?:p|br|div|span|strong|h[1-6]|li|td|em|font)?$", re.M),
    re.compile(r"/(?<=[.!?。！？”\"]/)(?:p|div|span|strong|h[1-6]|li|td|em|font)>?$", re.M),
)


def _tails(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    spans = [m.span() for pattern in _TAILS for m in pattern.finditer(text)]
    position = text.find(">")
    while position >= 0:
        m = _TAIL_AT_START.match(text, text.rfind("\n", 0, position) + 1)
        if m is not None:
            spans.append(m.span())
        end = text.find("\n", position)
        position = text.find(">", end) if end >= 0 else -1
    prose = _Prose(text, context)
    for start, end in sorted(spans):
        if prose.at(start):
            yield start, end, ""


_ATTRIBUTE = re.compile(
    r"^[ \t]*(?:\"\s*)?(?:(?:style|class|href|src|align|target|alt|title|id|rel|width|height|border)=\"[^\"<>\n]{0,200}\"\s*)+/?>"
    r"|<(?:a|img|font|span|p|div)\s+[a-z-]{2,20}=[^<>\n]{0,300}$",
    re.M | re.I,
)

# -- escapes ---------------------------------------------------------------------------------------------------------

_NEWLINE = re.compile(
    rf"(?<=[。！？.!?”\"’）)：:；;，,{HAN}])(?:[ ]?(?:\\r)?\\n)+(?=[ 　]*(?:[A-Z\"“‘「《(（{HAN}0-9]|$))|(?:(?:\\r)?\\n){{2,}}|(?:\\r\\n)+"
)
_QUOTE = re.compile(rf"(?<=[a-z])\\+'(?=[a-z])|\\+\"(?=[A-Za-z{HAN}])|(?<=[.,!?a-z。，！？{HAN}])\\+\"")
_UNICODE = re.compile(r"(?<!\\)(?:\\u(?!d[89a-f])[0-9a-f]{4})+|(?<!\\)(?:\\xa0)+", re.I)


def _unicode(m: re.Match[str]) -> str | None:
    codes = re.findall(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))", m.group())
    made = "".join(chr(int(a or b, 16)) for a, b in codes)
    return None if any(ch < "\xa0" or "\ue000" <= ch <= "\uf8ff" for ch in made) else made


# -- other residue ---------------------------------------------------------------------------------------------------

_BB = (
    "b|i|u|s|url|img|color|colour|size|font|align|center|left|right|quote|list|backcolor|table|tr|td|indent|p|email|attach|media|"
    "flash|hr|sup|sub|strike"
)
_BBCODE = re.compile(
    rf"\[(?:img|attach|media|flash)(?:=[^\[\]\n]{{0,40}})?\][^\[\]\n]{{1,300}}\[/(?:img|attach|media|flash)\]"
    rf"|\[/?(?P<bb>{_BB})(?P<eq>=[^\[\]\n]{{1,200}})?\]",
    re.I,
)


def _bbcode(text: str, context: Context) -> Iterable[tuple[int, int, str]]:
    prose = _Prose(text, context)
    found = list(_BBCODE.finditer(text))
    closed = {m.group("bb").lower() for m in found if m.group("bb") and m.group().startswith("[/")}
    opened = {m.group("bb").lower() for m in found if m.group("bb") and not m.group().startswith("[/")}
    for m in found:
        name = (m.group("bb") or "").lower()
        if name and not m.group("eq") and name not in (closed & opened) and len(name) < 4:
            continue
        if name and not m.group("eq") and name not in closed:
            continue
        if prose.at(m.start()):
            yield m.start(), m.end(), ""


_PICTURE_TEXTS = (
    "在这里插入图片描述", "在這裡插入圖片描述", "这里写图片描述", "在此处插入图片描述", "请输入图片描述", "请填写图片描述",
    "Insert picture description here", "Insert image description here", "enter image description here", "lease add a picture description",
    "插入图片描述", "[图片]", "[圖片]", "［图片］", "外链图片转存",
)  # fmt: skip


def _has_picture_text(text: str, missing: bytes) -> bool:
    return any(words in text for words in _PICTURE_TEXTS)


_PLACEHOLDER = re.compile(
    r"[（(【]?!?\[?(?<![“\"「『‘'])(?:在这里插入图片描述|在這裡插入圖片描述|这里写图片描述|在此处插入图片描述|在這裡插入圖片描述|请输入图片描述|请填写图片描述|"
    r"Insert picture description here|Insert image description here|enter image description here|[Pp]lease add a picture description|"
    r"插入图片描述|\[图片\]|\[圖片\]|［图片］)(?![”\"」』’'])\]?(?:\([^()\s]{1,300}\))?[)）】]?"
    r"|\[外链图片转存(?:失败|中)[^\[\]\n]{0,60}\([^()\n]{1,300}\)(?:\([^()\n]{1,300}\))?\]"
)

FAMILIES = (
    Sieve(
        "markup",
        (
            Rule(
                name="comment",
                why="a comment, script or style sheet of the page is not its text",
                find=_comments,
                hint=("<!--", "<script", "<style", "<SCRIPT", "<STYLE"),
                inside=frozenset({"url", "path", "number", "date", "time", "version", "formula", "code"}),
                examples=[("One.<!-- ad begin --> Two.", "One. Two."), ("A<style>p{margin:0}</style>B", "AB")],
                keeps=["An arrow <!- like this", "In HTML, <!-- starts a comment --> and so on."],
            ),
            Rule(
                name="entity-indent",
                why="an indent or a tail made of references to blanks",
                find=_at_edges,
                hint=("nbsp;", "ensp;", "emsp;", "#160;", "#xA0;", "#xa0;", "#XA0;", "#Xa0;"),
                examples=[
                    ("&nbsp;&nbsp;昨天开始。", "昨天开始。"),
                    ("It ends.&nbsp;", "It ends."),
                    ("nbsp;nbsp;昨天。", "昨天。"),
                ],
                keeps=["Smith & Sons", "In HTML, a blank is &nbsp;"],
            ),
            Rule(
                name="entity",
                why="a character reference that was never decoded, or encoded twice",
                find=_in_prose(_ENTITY, _entity),
                hint=("&", "＆"),
                examples=[
                    ("Tea &amp; coffee", "Tea & coffee"),
                    ("It&#39;s late", "It's late"),
                    ("&amp;ldquo;Yes&amp;rdquo;", "“Yes”"),
                    ("今天&mdash;&mdash;周一", "今天——周一"),
                ],
                keeps=["AT&T and R&D; more", "Write &nbsp; in HTML to get a blank.", "see https://a.org/?a=1&copy=2"],
            ),
            Rule(
                name="entity-without-ampersand",
                why="a character reference that lost its ampersand on the way",
                find=_in_prose(_LOST, _lost),
                hint=("#x", "#X", "#8", "#12", "#65", "#39;", "#039;", "nbsp;", "quo;", "hellip;", "dash;", "middot;"),
                examples=[
                    ("会议开始了#xff0c;请安静#xff01;", "会议开始了，请安静！"),
                    ("It#39;s", "It's"),
                    ("她说ldquo;好rdquo;", "她说“好”"),
                ],
                keeps=["color #333333; ok", "bugs #38; #39; and #40;"],
            ),
            Rule(
                name="tag",
                why="a tag that was not taken out with the rest of the markup",
                find=_tags,
                hint=("<", "＜"),
                inside=frozenset({"url", "path", "number", "date", "time", "version", "formula"}),
                examples=[
                    ("The gate is open.</p>", "The gate is open."),
                    ("Opening hours<br/>Mon-Fri", "Opening hours\nMon-Fri"),
                    ('a <b>bold</b> <a href="x.html">link</a>', "a bold link"),
                ],
                keeps=["I <3 this town", "if a < b and c > d", "Set `<br/>` there", "x <b and y> z"],
            ),
            Rule(
                name="declaration",
                why="a declaration or condition for a browser is not the page's text",
                find=_in_prose(_DECLARATION, lambda m: ""),
                hint=("<!", "<?xml", "]]>"),
                inside=frozenset({"url", "path", "number", "date", "time", "version", "formula"}),
                examples=[("<!DOCTYPE html>Welcome home", "Welcome home"), ("<![endif]-->The end", "The end")],
                keeps=["The case a[b[0]]>1 is rare.", "An arrow <! is none."],
            ),
            Rule(
                name="tag-tail",
                why="the end of a tag whose beginning was cut off, or the beginning of one cut off behind",
                find=_tails,
                hint=(">", "<", "/title", "/h", "/s", "/div", "/p", "/li", "/td", "/em", "/font"),
                inside=frozenset({"path"}),
                examples=[
                    ("p>29 teams entered the race.", "29 teams entered the race."),
                    ("/titleWinter market", "Winter market"),
                ],
                keeps=["p>0.05 was not significant", "/home is the folder", "p>q holds", "Go back to the start <<<"],
            ),
            Rule(
                name="attribute-tail",
                why="attributes of a tag whose beginning or end was cut off",
                find=_in_prose(_ATTRIBUTE, lambda m: ""),
                hint=('="', "<"),
                inside=frozenset({"url", "path", "number", "formula", "code"}),
                examples=[('style="text-indent:2em">The hall is open.', "The hall is open.")],
                keeps=['He set id="x" > there', 'The sign said class="A".'],
            ),
            Rule(
                name="escaped-newline",
                why="a line end written as backslash and n",
                find=_in_prose(_NEWLINE, lambda m: "\n"),
                hint=("\\n",),
                inside=frozenset({"path"}),
                examples=[("第一段。\\n第二段。", "第一段。\n第二段。"), ("The end.\\n\\nNext day", "The end.\nNext day")],
                keeps=["C:\\new\\names", "print('a\\nb')"],
            ),
            Rule(
                name="escaped-quote",
                why="a quote escaped for a database or a script",
                find=_in_prose(_QUOTE, lambda m: m.group().lstrip("\\")),
                hint=("\\'", '\\"'),
                examples=[("I don\\'t know", "I don't know"), ('He said \\"yes\\" twice', 'He said "yes" twice')],
                keeps=["\\'a is TeX", "C:\\dir"],
            ),
            Rule(
                name="escaped-character",
                why="a character written as its code for a script",
                find=_in_prose(_UNICODE, _unicode),
                hint=("\\u", "\\U", "\\xa0"),
                inside=frozenset({"path"}),
                examples=[("\\u5317\\u4eac的天气", "北京的天气"), ("一\\u3000二", "一\u3000二")],
                keeps=["C:\\users\\u12", "\\u0041 is a letter"],
            ),
            Rule(
                name="bbcode",
                why="forum markup that was not rendered",
                find=_bbcode,
                hint=("[/", "=", "[hr]"),
                inside=frozenset({"url", "path", "number", "formula"}),
                examples=[("[b]News[/b] of today", "News of today"), ("[color=red]注意[/color]安全", "注意安全")],
                keeps=["the item a[i] of b[u]", "[1] and [b]"],
            ),
            Rule(
                name="image-placeholder",
                why="an editor's text in place of a picture",
                find=_in_prose(_PLACEHOLDER, lambda m: ""),
                hint=("图片", "圖片", " description"),
                inside=frozenset({"url", "path"}),
                examples=[
                    ("步骤如下：在这里插入图片描述", "步骤如下："),
                    ("See this. Insert picture description here", "See this. "),
                ],
                keeps=["按钮上写着“在这里插入图片描述”", "请在图片旁写描述"],
            ),
        ),
        {"image-placeholder": (_has_picture_text,)},
        unusual={"entity-without-ampersand"},
    ),
)
