"""The language runs of a text: it tiles the text and changes language inside a line where the script does.

It knows lines, scripts and :func:`~shnorm.language.detect.detect`; it must not know rules or marks of any language.
"""

from __future__ import annotations

import re

from shnorm.errors import require_text
from shnorm.language.detect import detect
from shnorm.lines import Lines
from shnorm.script import HAN
from shnorm.spans import Spans

_EAST = f"{HAN}ぁ-ゖァ-ヿｦ-ﾝ가-힣ㄱ-ㆎㄅ-ㄯ"
# A stretch of another script inside a line: words of letters that are not East Asian, with what stands between them.
_WEST_RUN = re.compile(rf"[^\W\d_{_EAST}]+(?:[^{_EAST}\n\r。，、；：？！《》「」『』“”（）]*[^\W\d_{_EAST}]+)*")
_WORD = re.compile(rf"[^\W\d_{_EAST}]+")
_EAST_LETTER = re.compile(f"[{_EAST}]")
#: A run of letters inside an East Asian line is a language of its own from this many words on: a name or a brand is not.
_WORDS = 3


def detect_spans(text: str, *, engine: str = "default") -> Spans:
    r"""The language runs of ``text``; labels are codes, ``und`` where nothing tells.

    Runs end at line ends (the line end belongs to its line) or where the script changes inside a line; neighbours of one
    language are one span.  A word or two of another script belong to the language around them.

    >>> [(s.text, s.label) for s in detect_spans("他说：the weather is fine today，是吗？\n")]
    [('他说：', 'zh-Hans'), ('the weather is fine today', 'en'), ('，是吗？\n', 'zh-Hans')]
    >>> len(detect_spans(""))
    0
    """
    require_text(text)
    pieces: list[tuple[int, str]] = []  # (end, label)

    def add(end: int, label: str) -> None:
        if pieces and (pieces[-1][1] == label):
            pieces[-1] = (end, label)
        elif not pieces or end > pieces[-1][0]:
            pieces.append((end, label))

    for start, end, following in Lines(text):
        line = text[start:end]
        if line.isascii() or not _EAST_LETTER.search(line):
            add(following, detect(line, engine=engine).code)
            continue
        runs = [m for m in _WEST_RUN.finditer(line) if len(_WORD.findall(m.group())) >= _WORDS]
        if not runs:
            add(following, detect(line, engine=engine).code)
            continue
        east = detect("".join(_WEST_RUN.sub(" ", line))).code
        for m in runs:
            if m.start():
                add(start + m.start(), east)
            add(start + m.end(), detect(m.group(), engine=engine).code)
        if runs[-1].end() < len(line) or following > end:
            rest = line[runs[-1].end() :]
            add(following, east if _EAST_LETTER.search(rest) else pieces[-1][1])
    return Spans(text, [end for end, _ in pieces], [label for _, label in pieces])
