"""Plain text: one line of words and marks set as good prose sets them, in which no repair of characters, blanks or marks begins.

Most rows of a table are plain.  A pattern tells them at 100 MB/s, so that the stages which repair such things need not look, each
for itself.  It knows how prose is set; it must not know what any rule does.  A text may be called not plain in vain; what is
called plain gives no stage that trusts it anything to do (a property test holds it to that).
"""

from __future__ import annotations

import re

from shnorm.resources import Resource

_A = "A-Za-z0-9"
_H = "一-鿿"
_MARKS = frozenset(" ,.;:!?%'\"()$’“”，、；：。！？《》（）—·-")

# Found: a sign that does not stand as prose sets it.  The first element skips letters and blanks; then what follows the sign decides
# which of its places are asked for.
_UNUSUAL_IN_LATIN_SIGN = (
    rf"[^{_A} ](?!"
    rf" (?:(?<=[{_A}%)][,.!?] )[A-Za-z(\"$“]|(?<=[{_A}%)][,.] )[0-9]"  # the mark of a clause or sentence
    rf"|(?<=[{_A}%)][;:] )(?<!quo; )(?<!bsp; )(?<!ash; )(?<!lip; )(?<!dot; )[{_A}(\"$]"
    rf"|(?<=[{_A}]\) )[{_A}(]|(?<=[{_A}.!?]\" )[{_A}]|(?<=[{_A}.,!?]” )[{_A}]|(?<=[{_A}] - )[{_A}]|(?<=[0-9]% ))"
    rf"|[{_A}](?:(?<=[0-9][,.:][0-9])|(?<=[A-Za-z]['’][a-z])|(?<=[{_A}]-.)|(?<= \(.)|(?<=[{_A}] \".)|(?<= \$[0-9])"
    rf"|(?<=[A-Z]\.[A-Z])\.|(?:(?<= “.)|(?<=\A“.))[^“”]{{1,300}}”)"  # 1,000 don't well-known U.S.
    rf"|\Z(?:(?<=[{_A}%)][,.!?:])|(?<=[{_A}][)%])|(?<=[{_A}.!?]\")|(?<=[{_A}.,!?]”))"
    rf"|[.,;:](?:(?<=[0-9]%[.,;])(?: |\Z)|(?<=[{_A}]\).)(?: [{_A}(]|\Z))"
    rf"|[\"”](?:(?<=[{_A}%)][,.!?]”)(?: |\Z)|(?<=[{_A}%)][,.!?]\")\Z))"
)
_UNUSUAL_IN_LATIN: Resource[re.Pattern[str]] = Resource("plain.latin", lambda: re.compile(_UNUSUAL_IN_LATIN_SIGN))
_UNUSUAL_IN_CHINESE_SIGN = (
    rf"[^{_A}{_H}](?!"  # no mark between Latin on the left, or its closing quote, and what is not Han
    rf"[{_H}](?:(?<=[{_A}{_H}%”》）][，、；：].)|(?<=[{_A}{_H}%”》）][。！？].)(?<!》？.)|(?<=[0-9]%.)"
    rf"|(?:(?<=[{_H}，、；：。！？]“.)|(?<=\A“.))[^“”]{{0,300}}”|(?<=[{_H}{_A}。！？》）]”.)"
    rf"|(?<=[{_H}{_A}，、；：。！？“》]《.)|(?<=\A《.)|(?<=[{_H}{_A}！？]》.)"
    rf"|(?<=[{_H}]（.)|(?<=[{_H}]）.)|(?<=[{_H}]·.)|(?<=[{_H}]——.)|(?<=[{_A}] .))"
    rf"|[{_A}](?:(?<=[{_H}》）][，、；：].)|(?<=[{_H}）][。！？].)|(?<=》[。！].)|(?<=[0-9][,.:][0-9])|(?<=[{_A}{_H}] .)"
    rf"|(?:(?<=[{_H}，、；：。！？]“.)|(?<=\A“.))[^“”]{{0,300}}”|(?<=[{_H}]（[0-9]))"
    rf"|[，、；：。！？](?:(?<=[{_H}{_A}。！？》）]”.)|(?<=[{_H}{_A}！？]》.)|(?<=[{_H}]）[，、；：。])|(?<=[0-9]%[，、；。]))"
    rf"|[“《](?:(?<=[{_H}》）][，、；：。！？].)(?<!》？.)|(?<=[{_H}{_A}！？]》《))"
    rf"|[”）](?:(?<=[{_H}）][。！？]”)|(?<=》[。！]”)|(?<=[{_H}{_A}！？]》.))"
    rf"|\Z(?:(?<=[{_H}）][。！？])|(?<=[{_H}]”[。！？])|(?<=》[。！])|(?<=[{_H}{_A}。！？》）]”)|(?<=[{_H}{_A}！？]》)|(?<=[{_H}]）))"
    rf"|—(?<=[{_H}]——)[{_H}])"
)
_UNUSUAL_IN_CHINESE: Resource[re.Pattern[str]] = Resource("plain.chinese", lambda: re.compile(_UNUSUAL_IN_CHINESE_SIGN))


def may_hold(literal: str) -> bool:
    """Whether each character of ``literal`` may stand in a plain text.

    >>> may_hold("quo;"), may_hold("&quot;")
    (True, False)
    """
    return all(ch in _MARKS or (ch.isascii() and ch.isalnum()) or "一" <= ch <= "鿿" for ch in literal)


def is_plain(text: str) -> bool:
    """Whether ``text`` is plain: one line of Latin letters, or of Han and what stands among them, without a sign out of place.

    >>> is_plain("The road, 30 km long, was closed at 9:30."), is_plain("The road , closed"), is_plain("他说：“好。”")
    (True, False, True)
    """
    if text.isascii():
        return _UNUSUAL_IN_LATIN.get().search(text) is None and text[:1] != " " != text[-1:]
    if text[0] < "\u2e80" and _UNUSUAL_IN_LATIN.get().search(text) is None:
        return text[0] != " " != text[-1] and text.count("“") == text.count("”")
    return _UNUSUAL_IN_CHINESE.get().search(text) is None and text.count("“") == text.count("”") and _titles_open_first(text)


def _titles_open_first(text: str) -> bool:
    """Whether as many title marks open as close, and one that opens comes first."""
    return text.count("《") == text.count("》") and text.find("《") <= text.find("》")
