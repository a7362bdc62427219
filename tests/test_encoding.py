"""``FixEncoding``: what it gives back, what it leaves alone, and what it costs."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shnorm
from shnorm import FixEncoding
from shnorm.edits import splice
from shnorm.repair.mojibake import repair, repair_line, suspicious
from shnorm.repair.mojibake.model import MODEL
from shnorm.repair.mojibake.pages import PAGES
from shnorm.repair.mojibake.readings import Judge, lossy_utf8
from shnorm.testing import check_laws

CASES = Path(__file__).parent / "cases"
LOST = "\N{REPLACEMENT CHARACTER}"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line]


def misread(text: str, chain: list[list[str]], errors: str = "strict") -> str:
    """``text`` written in the first encoding of each pair and read in the second."""
    for written, read in chain:
        text = text.encode(written, errors).decode(read, errors)
    return text


def fixed(text: str) -> str:
    return splice(text, repair(text))


MISREAD = rows("encoding.jsonl")
KEEPS = [row["text"] for row in rows("encoding_keeps.jsonl")]
GARBLED = [misread(row["gold"], row["chain"]) for row in MISREAD]


@pytest.mark.parametrize("row", MISREAD, ids=lambda row: f"{row['kind']}: {row['gold'][:12]}")
def test_text_that_was_misread_comes_back_exactly(row: dict[str, Any]) -> None:
    assert FixEncoding()(misread(row["gold"], row["chain"])) == row["gold"]


@pytest.mark.parametrize("row", MISREAD[::3], ids=lambda row: f"{row['kind']}: {row['gold'][:12]}")
def test_the_text_itself_stays_as_it_is(row: dict[str, Any]) -> None:
    assert FixEncoding()(row["gold"]) is row["gold"]


@pytest.mark.parametrize("text", KEEPS)
def test_sound_text_that_looks_rare_stays_as_it_is(text: str) -> None:
    assert FixEncoding()(text) is text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The mayor鈥檚 plan, and it鈥檚 free.", "The mayor’s plan, and it’s free."),
        ("页面上写着：鎵句笉鍒版偍瑕佺殑椤甸潰，请返回。", "页面上写着：找不到您要的页面，请返回。"),
        ("La biblioth猫que est ferm茅e", "La bibliothèque est fermée"),
        ("Le petit gar鏾n aime le fran鏰is.", "Le petit garçon aime le français."),
        ("标题：芞抎奩踏毞壽敕，谢谢", "标题：图书馆今天关闭，谢谢"),
        ("首页 > ½ñÌìÏÂÎç±Õ¹Ý", "首页 > 今天下午闭馆"),
    ],
)
def test_a_stretch_inside_sound_text_comes_back(before: str, after: str) -> None:
    assert FixEncoding()(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Itâ€™s a cafÃ© â€” â€œreallyâ€.", "It’s a café — “really”."),
        ("â€œReallyâ€, he said.", "“Really”, he said."),
        ("He said â€œyesâ€ and left", "He said “yes” and left"),
        ("Weâ€™re â€œopenâ€ nowâ€¦", "We’re “open” now…"),
        ("nowâ€¦ then â€“ â€œaâ€", "now… then – “a”"),
    ],
)
def test_a_closing_quote_comes_back_though_its_last_byte_was_lost(before: str, after: str) -> None:
    assert FixEncoding()(before) == after
    assert shnorm.preset("repair")(before) == after


@pytest.mark.parametrize("text", ["The cafâ€", "so â€œaâ€? b", "â€ stands first"])
def test_what_a_cut_quote_was_is_not_guessed(text: str) -> None:
    assert "”" not in FixEncoding()(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [("cp1251", "cp437"), ("iso8859-5", "koi8-r"), ("cp1251", "iso8859-2"), ("cp866", "mac-roman")],
)
def test_letters_of_another_alphabet_are_left_where_no_pair_of_pages_is_known_for_them(written: str, read: str) -> None:
    text = misread("Снег в горах ещё не растаял, но вода в реке уже тёплая.", [[written, read]])
    assert fixed(text) == text


@pytest.mark.parametrize("read", ["gbk", "gb18030", "cp932", "latin-1"])
def test_a_long_line_that_ends_inside_a_character_comes_back(read: str) -> None:
    words = ["图书馆今天下午闭馆，明天照常开放。", "山上的雪还没有化，河里的水已经暖了。", "他在桥边等了很久，天黑以后才回家。"]
    text = "".join(words[i * i % 3] for i in range(150))
    garbled = text.encode("utf-8").decode(read, "ignore")[:2000]
    start = time.process_time()
    out = fixed(garbled)
    assert time.process_time() - start < 1.0
    assert sum(character in text for character in out) > 0.5 * len(out)


def test_garbled_text_that_was_converted_to_traditional_comes_back() -> None:
    import opencc

    convert = opencc.OpenCC("s2t").convert
    for text in ("但在连续两天表现不佳的情况下", "我们的图书馆今天下午闭馆，欢迎您明天再来"):
        garbled = convert(text.encode("utf-8").decode("gb18030", "replace"))
        if LOST not in garbled:
            assert fixed(garbled) == text


def test_letters_of_mac_and_dos_pages_inside_words_come_back() -> None:
    text = "Mutta onko minulla todellakin kauniit silmät, vai enkö nää?"
    assert fixed(misread(text, [["mac-roman", "latin-1"]])) == text
    assert fixed(misread(text, [["cp850", "latin-1"]])) == text


@pytest.mark.parametrize("read", ["gbk", "gb18030", "cp932"])
def test_where_bytes_were_lost_the_rest_comes_back_and_nothing_is_invented(read: str) -> None:
    text = "图书馆今天下午闭馆，明天照常开放。山上的雪还没有化，河里的水已经暖了。"
    garbled = misread(text, [["utf-8", read]], "replace")
    assert LOST in garbled
    out = fixed(garbled)
    made = [ch for ch in out if ch not in garbled]
    assert len(made) > 0.7 * len(text)
    assert LOST in out
    position = 0
    for ch in made:  # in the order of the text
        position = text.index(ch, position)


def test_a_question_mark_for_a_lost_byte_becomes_a_lost_place() -> None:
    out = fixed("鍥句功棣嗕粖澶╁叧闂紝鏄庡ぉ寮€鏀俱?")
    assert "图书馆今天关" in out


def test_what_is_lost_for_good_is_flagged_and_stays() -> None:
    text = "结果是锟斤拷锟斤拷，请看 ???? 和 烫烫烫烫。"
    result = FixEncoding().run(text)
    assert result.text is text
    assert [text[f.start : f.end] for f in result.flags] == ["锟斤拷锟斤拷", "????", "烫烫烫烫"]


def test_the_halves_of_a_character_are_joined_and_a_lone_half_stays() -> None:
    assert FixEncoding()("a \ud83d\ude00 b \ud83d c") == "a \N{GRINNING FACE} b \ud83d c"


def test_a_rule_can_be_switched_off() -> None:
    text = "It鈥檚 free. La crÃ¨me brÃ»lÃ©e"
    assert FixEncoding(disable=("encoding.utf8-as-cjk",))("It鈥檚 free.") == "It鈥檚 free."
    assert "crème" in FixEncoding()(text)


def test_the_lines_of_a_page_speak_for_one_another() -> None:
    lines = ["我早已很關心此事", "大家一起來看戲吧", "說著", "他們昨天到了山上", "請你們早點回家", "這一條路很長很長", "聯繫"]
    good = [line for line in lines if _strict(line, "cp950", "gbk")]
    page = "\n".join(misread(line, [["cp950", "gbk"]]) for line in good)
    assert "說著" in good
    assert fixed(misread("說著", [["cp950", "gbk"]])) != "說著"  # alone it is too short to be sure
    assert "說著" in fixed(page).split("\n") or fixed(page) == page


def _strict(text: str, written: str, read: str) -> bool:
    try:
        misread(text, [[written, read]])
    except UnicodeError:
        return False
    return True


# -- laws ------------------------------------------------------------------------------------------------------------

SOUP = st.lists(
    st.one_of(
        st.sampled_from(GARBLED),
        st.sampled_from(KEEPS),
        st.text(max_size=8),
        st.sampled_from(["\n", "\r\n", " ", "，", LOST, "?", "€", "\x85"]),
    ),
    max_size=6,
).map("".join)
CUT = st.tuples(SOUP, st.integers(0, 40), st.integers(0, 400)).map(lambda t: t[0][t[1] : t[1] + t[2]])


@given(text=st.one_of(SOUP, CUT))
def test_the_laws_hold_on_garbled_soup(text: str) -> None:
    check_laws(FixEncoding(), text)


@given(lines=st.lists(st.one_of(st.sampled_from(GARBLED), st.sampled_from(KEEPS), SOUP), max_size=2))
def test_the_gate_over_the_whole_text_finds_what_a_look_at_each_line_finds(lines: list[str]) -> None:
    contents = [line for text in lines for line in text.replace("\r", "\n").split("\n") if max(line, default="") < "\ud800"][:2]
    text = "\n".join(contents)
    each = [made.new if (made := repair_line(line)) is not None else line for line in contents]
    assert fixed(text) == "\n".join(each)


@given(
    word=st.text("àâäçéèêëîïôöùûüßñáíóúåøæœÀÉÖÜ’“”–€abcdefghij ", min_size=4, max_size=30),
    read=st.sampled_from(["cp1252", "latin-1", "cp1251", "cp1250", "cp437", "mac-roman"]),
)
def test_whatever_ftfy_repairs_passes_the_gate(word: str, read: str) -> None:
    import ftfy
    from ftfy.badness import is_bad

    data = word.encode("utf-8")
    text = "".join(bytes((b,)).decode(read) if _strict_byte(b, read) else chr(b) for b in data)
    if is_bad(text) and ftfy.fix_encoding(text) != text:
        assert suspicious(text)


def _strict_byte(byte: int, codec: str) -> bool:
    try:
        bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return False
    return True


@pytest.mark.parametrize("piece", ["閿欒", "Ã©", "茅", "锟斤拷", "\x85", "疯瘋", "├®", LOST + "閿", "汉字鎏鏨", "é"])
def test_a_long_hostile_line_costs_in_proportion(piece: str) -> None:
    times = []
    for length in (20_000, 200_000):
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        repair(text)
        times.append(time.process_time() - start)
    assert times[1] <= max(25 * times[0], 2.0), times


def test_clean_text_costs_no_more_than_a_search() -> None:
    text = "山上的图书馆今年春天开门迎客，周边三个山谷的读者都赶来参观。\n" * 2000
    repair(text[:100])
    start = time.process_time()
    assert repair(text) == []
    assert time.process_time() - start < 0.05


def test_lossy_readings_need_more_than_one_sure_character() -> None:
    line = "閿" + LOST
    assert lossy_utf8(Judge(MODEL.get()), PAGES.get()["gbk"].read(line)) == []


def test_the_step_is_in_the_presets() -> None:
    assert shnorm.preset("minimal").steps[0] == FixEncoding()
