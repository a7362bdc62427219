"""RepairChinese: pinyin, lost marks, converter errors; and what looks like them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm import RepairChinese
from shnorm.chinese.converters import LEXICON, SIBLINGS
from shnorm.chinese.pinyin import READINGS, bare, rank
from shnorm.fold import simplified
from shnorm.testing import check_laws, texts

CASES = [json.loads(x) for x in (Path(__file__).parent / "cases/chinese_damage.jsonl").read_text(encoding="utf-8").splitlines()]
STEP = RepairChinese()
PIECES = [
    "皇", "後", "后", "里", "裏", "裡", "公", "由", "于", "於", "是", "范", "圍", "围",
    "乙", "個", "個人", "瞭", "解", "傢", "庭", "干", "部", "乾", "淨", "只", "貓", "兩",
    "三年", "，", "。", "\n", "“", "”", "権", "権利", "の", "(quán)", "（fā）", "(a)", "?", "s ",
    "》", "《", " ? ", "1914", "1918", "don", "t ", "It",
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["input"])[:40])
def test_each_case_comes_out_as_written(case: dict[str, str]) -> None:
    assert STEP(case["input"]) == case["output"]


@given(st.one_of(texts(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_the_laws_hold_for_any_text(text: str) -> None:
    check_laws(STEP, text)


@pytest.mark.parametrize(
    "kind", ["后", "里", "臺后", "由于", "網(wǎng)", "乙個", "?", "“產”国", "國国", "? A b c d ", "傢", "公裏路", "《国》產国国"]
)
def test_long_runs_cost_in_proportion(kind: str) -> None:
    def cost(n: int) -> float:
        text = "學" + kind * n
        start = time.process_time()
        STEP(text)
        return time.process_time() - start

    small, large = min(cost(1_000) for _ in range(3)), cost(4_000)
    assert large < max(10 * small, 0.6)


def test_a_word_of_the_lexicon_spelled_rightly_is_left_alone() -> None:
    words = [word for spellings in LEXICON.get().spellings.values() for word in spellings][::97]
    wrong = {word: out for word in words for out in (STEP(f"這裡說的是「{word}」嗎"),) if out != f"這裡說的是「{word}」嗎"}
    assert not wrong


def test_most_words_of_the_lexicon_are_corrected_when_a_converter_chose_by_character() -> None:
    # Each word with one spelling, one character replaced by each that a converter writes for it; in a Traditional sentence.
    tried = done = 0
    for shadow, spellings in list(LEXICON.get().spellings.items())[::41]:
        if len(spellings) != 1 or not 2 <= len(shadow) <= 3:
            continue
        word = spellings[0]
        for i, ch in enumerate(word):
            for written in (w for w, rights in SIBLINGS.items() if ch in rights and simplified(w) == simplified(ch)):
                damaged = word[:i] + written + word[i + 1 :]
                if damaged in spellings:
                    continue
                tried += 1
                done += STEP(f"這裡說的是{damaged}。") == f"這裡說的是{word}。"
    assert tried > 500
    assert done / tried > 0.85


def test_readings_are_compared_with_and_without_tones() -> None:
    assert bare("lǜ") == bare("lv4") == bare("lu:4") == "lü"
    assert rank("說", "shuō") == rank("說", "shuo") == rank("說", "shuo1") == 0
    assert rank("說", "mā") is None
    assert len(READINGS.get()) > 40_000


def test_a_lesson_keeps_its_pinyin_and_a_damaged_page_loses_it() -> None:
    assert STEP("小(xiǎo)马(mǎ)过(guò)河(hé)") == "小(xiǎo)马(mǎ)过(guò)河(hé)"
    assert STEP("產(chǎn)品說(shuō)明書，請(qǐng)保存。") == "產品說明書，請保存。"


def test_the_page_decides_how_inside_is_written() -> None:
    assert STEP("他們在屋子里說話，廚房裡沒有燈。") == "他們在屋子裡說話，廚房裡沒有燈。"
    assert STEP("他們在屋子里說話，廚房裏沒有燈。") == "他們在屋子裏說話，廚房裏沒有燈。"


def test_a_cantonese_line_keeps_its_words() -> None:
    assert STEP("佢係學生，唔使驚吓。") == "佢係學生，唔使驚吓。"


def test_japanese_in_kanji_alone_is_left_alone() -> None:
    assert STEP("国民運動連合所属。") == "国民運動連合所属。"
