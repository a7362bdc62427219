"""Chinese particles and words of grammar that stand twice; in text that stayed, or was always, Chinese."""

from __future__ import annotations

from shnorm.gate import Context
from shnorm.rules import Match, Rule

NAME = "particles"

_ADVERBS = (
    "已经|但是|因为|所以|如果|虽然|可以|以及|我们|他们|她们|你们|它们|这个|那个|这些|那些|没有|自己|什么|时候|现在|目前|同时|对于|关于|由于|根据|通过|进行|"
    "已經|但是|因為|雖然|我們|他們|她們|你們|它們|這個|那個|這些|沒有|時候|現在|同時|對於|關於|由於|根據|通過|進行|正在|将会|將會|应该|應該|能够|能夠|需要|"
    "其中|其他|作为|作為|不过|不過|而且|并且|並且|或者|还是|還是|之后|之後|以后|以後|之前|以前"
)  # fmt: skip


def _sure(m: Match, context: Context) -> str | None:
    before = m.string[m.start() - 1 : m.start()]
    after = m.string[m.end() : m.end() + 1]
    return None if before in ("目", "打", "有", "标", "標", "中", "的", "无", "無") or after in ("的", "确", "確", "士") else "的"


RULES = (
    Rule(
        name="de",
        why="的 stands twice",
        pattern=r"的的",
        new=_sure,
        hint="的的",
        lang="zh",
        examples=[("这是我们的的学校。", "这是我们的学校。")],
        keeps=["他的的确确来过这里。", "学习目的的不同", "他打的的时候下雨了。"],
    ),
    Rule(
        name="han-word",
        why="a Chinese word of grammar stands twice, one that is never reduplicated",
        pattern=rf"({_ADVERBS})\1(?!\1)",
        new=r"\1",
        hint=tuple(f"{word}{word}" for word in dict.fromkeys(_ADVERBS.split("|"))),
        lang="zh",
        examples=[("他已经已经离开了车站。", "他已经离开了车站。")],
        keeps=["天天练习，好好休息，看看书，散散步。", "研究研究再说，考虑考虑。"],
    ),
)
