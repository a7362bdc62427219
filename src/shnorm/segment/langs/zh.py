"""Chinese."""

from shnorm.segment.langs import Language

LANGUAGE = Language(
    code="zh",
    also=("yue", "lzh", "wuu", "cmn"),
    hints="",
    guest="en",
    examples=(
        (
            "他说：“走吧。”",
            "然后我们走了。",
        ),
        (
            "“你是谁？”他问道。",
            "没人回答！？",
        ),
        ("书名是《你好！李焕英》，很好看。",),
        (
            "增长3.5%。",
            "很好……但还不够。",
        ),
    ),
)
