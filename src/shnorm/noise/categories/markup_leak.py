"""Remains of markup that stand alone on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shnorm.noise.page import Page
from shnorm.noise.rule import Category, Claim, NoiseRule

_ZH = "入夏以来，全县已经连续二十天没有下雨，水库的存水只够用到月底。"
# `<ins id="pjuwb"></ins>`: tags with a random id of five or six characters mark hacked pages.
_JUNK = re.compile(r"""\s*(?:\d{1,3}\.\s*)?(?:</?[a-z]+\d?(?:\s+id\s*=\s*["'][a-z0-9]{4,6}["'])?\s*/?>\s*)+""")
_ID = re.compile(r"""<[a-z]+\d?\s+id\s*=\s*["'][a-z0-9]{4,6}["']\s*>""")
_STRAY = re.compile(
    r"\s*(?:\?{1,3}|(?:&nbsp;?\s*)+|[:：]\s*(?:[,，]\s*)+[.。]|(?:</?(?:p|br|div|span|td|tr|table|li|ul|a|b|strong|em|font|center|section|script|style|img|iframe)(?:\s[^<>]{0,80})?\s*/?>\s*)+)\s*"
)

# The name or the address of an image, and what stands for its data, without any word about it.
_FILE = re.compile(
    r"\s*(?:(?:https?://|//|/)?[\w%./@:~+-]{1,160}\.(?:jpe?g|png|gif|webp|svg|bmp)(?:[?#][\w%&=./:;,+-]{0,120})?"
    r"|<image>.{0,1500}</image>|\[\[\d{3,9}\]\])\s*",
    re.IGNORECASE,
)


def _files(page: Page) -> Iterator[Claim]:
    found = [line for line in page.lines if len(line.text) <= 1600 and _FILE.fullmatch(line.text)]
    if found and not any(line.code and line.weight > 2 and not _FILE.fullmatch(line.text) for line in page.lines):
        yield from (Claim(line.index) for line in found)


def _filed(lines: Sequence[str]) -> bool:
    return any(len(line) <= 1600 and _FILE.fullmatch(line) for line in lines)


def _junk(page: Page) -> Iterator[Claim]:
    for line in page.lines:
        if "<" in line.core and _JUNK.fullmatch(line.core) and _ID.search(line.core):
            yield Claim(line.index)


def _stray(page: Page) -> Iterator[Claim]:
    # A charset that lacks a character puts a half-width question mark in its place, never a full-width one.
    found = [line for line in page.lines if len(line.core) <= 200 and "？" not in line.text and _STRAY.fullmatch(line.core)]
    if found and not any(line.code and line.weight > 2 and not _STRAY.fullmatch(line.core) for line in page.lines):
        yield from (Claim(line.index) for line in found)


# Codes of forums and blogs, comments and fields of templates, with nothing else on the line.
_CODES = re.compile(
    r"""\s*(?:(?:
        \[/?(?:caption|gallery|embed|audio|video|playlist|img|url|quote|align|color|size|font|table|td|tr|list|flash|media|attach|hide|postbg
          |backcolor|youtube|adrotate|ads?)\b[^\[\]\n]{0,200}\]
      | (?<=\])\s*(?:https?:)?//[^\s\[\]]{1,300}(?=\[)
      | <!--[^\n]{0,300}?--> | \{\{\s*[\w.|:' ]{1,60}\s*\}\} | \{\$[\w.>-]{1,60}\} | \{%[^%\n]{1,80}%\} | \{(?:dede|pboot|eyou|cms):[^{}\n]{1,100}\}
    )\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)
# Calls by which a page loads its advertising and counts its readers.
_LOADER = re.compile(
    r"""\s*(?:\(?adsbygoogle\s?= | googletag\. | var\s_hmt\b | _hmt\.push | window\.datalayer | gtag\( | fbq\( | document\.write\( | _gaq\.push)""",
    re.IGNORECASE | re.VERBOSE,
)


def _codes(page: Page) -> Iterator[Claim]:
    """Lines of codes and of loaders on pages that show no other program."""
    found = [line for line in page.lines if len(line.text) <= 1000 and (_CODES.fullmatch(line.text) or _LOADER.match(line.text))]
    taken = {line.index for line in found}
    prose = sum(1 for line in page.lines if line.prose)
    if found and prose > 1 and not any(line.code and line.weight > 2 and line.index not in taken for line in page.lines):
        yield from (Claim(line.index) for line in found)


CATEGORY = Category(
    name="markup_leak",
    definition="Tags, placeholders and other remains of editors and templates, alone on a line.",
    admission="A placeholder goes in if an editor or a template writes it and no author does. Tags count only on pages without code.",
    rules=[
        NoiseRule(
            name="junk-tags",
            confidence=0.98,
            why="empty tags with a random id, left by those who hacked the page",
            find=_junk,
            examples=[(f'<ins id="pjuwb"></ins>\n{_ZH}', _ZH)],
            keeps=["id 是元素的名字，class 是它的类，两个都要写。"],
        ),
        NoiseRule(
            name="stray-tags",
            why="tags or a lone question mark without any text",
            find=_stray,
            examples=[(f"{_ZH}\n</p><br>\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["问号和叹号都不能省，漏了就要扣分。", f"{_ZH}\n？\n{_ZH}后来呢？"],
        ),
        NoiseRule(
            name="image-file",
            why="the file name or the address of an image, alone on its line",
            find=_files,
            hint=(".jp", ".png", ".gif", ".webp", ".svg", ".bmp", ".JP", ".PNG", ".GIF", "<image>", "[["),
            sign=_filed,
            examples=[(f"{_ZH}\nIMG_4410.jpg\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["把照片存成 IMG_4410.jpg 再上传。", "open the file\nimport cat.png as cat;\ncat.png"],
            glued=False,
        ),
        NoiseRule(
            name="template-code",
            why="codes of a forum, a blog or a template, or a call that loads advertising, alone on a line",
            find=_codes,
            hint=(
                "[/",
                "[caption",
                "[gallery",
                "[embed",
                "[img",
                "[attach",
                "[hide",
                "[audio",
                "[video",
                "[adrotate",
                "<!--",
                "{{",
                "{$",
                "{%",
                "{dede",
                "adsbygoogle",
                "googletag",
                "_hmt",
                "dataLayer",
                "document.write",
                "_gaq",
                "gtag(",
            ),
            sign=lambda lines: any(
                _CODES.fullmatch(line) or _LOADER.match(line) for line in lines if line.lstrip()[:1] in "[<{(gvw_dfj$bm"
            ),
            examples=[
                (f"{_ZH}\n[img]http://img.hexia.example/a.jpg[/img]\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？"),
                (f"{_ZH}\n(adsbygoogle = window.adsbygoogle || []).push({{}});\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？"),
            ],
            keeps=[
                "[1] 林玉：《井边》",
                "document.write(x)\nlet y = 2;\nif (y) { z(); }",
                "引用的标记是 [quote]，要成对使用。",
            ],
            glued=False,
        ),
        NoiseRule(
            name="email-mark",
            why="the mark that a service puts in place of an e-mail address, after the end of the text",
            examples=[(f"{_ZH}[email protected]", _ZH)],
            keeps=["有事请写信到[email protected]，我们会尽快答复。"],
        ),
        NoiseRule(
            name="placeholder",
            why="a placeholder of an editor or a template",
            examples=[(f"{_ZH}\n在这里插入图片描述\n{_ZH}后来呢？", f"{_ZH}\n{_ZH}后来呢？")],
            keeps=["图片描述要写清楚拍摄的时间、地点和人物。"],
            glued=False,
        ),
    ],
)
