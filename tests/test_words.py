"""Words: cases, laws, twins, equality with jieba, words of one's own, threads and processes, silence."""

from __future__ import annotations

import json
import os
import pickle
import random
import re
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnorm.errors import ConfigError, InputTypeError, MissingExtraError, UnknownNameError
from shnorm.segment import Segmenter, iter_words, words
from shnorm.segment.engines import jieba_tokenizer
from shnorm.segment.shadow import shadow

CASES = Path(__file__).parent / "cases"
RUN = re.compile("[\u4e00-\u9fd5]+")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def jieba() -> Any:
    return jieba_tokenizer({})


def tiles(text: str, spans: Any) -> bool:
    return "".join(spans.texts()) == text and all(start < end for start, end in spans.offsets())


# -- cases -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("words"), ids=lambda row: row["why"])
def test_words_are_cut_as_the_case_says(row: dict[str, Any]) -> None:
    assert words(row["text"], **row.get("options", {})).texts() == row["words"]


@pytest.mark.parametrize("row", rows("words_known_faults"), ids=lambda row: row["text"])
def test_known_faults_of_the_jieba_family_are_still_as_listed(row: dict[str, Any], jieba: Any) -> None:
    assert words(row["text"]).texts() == row["now"] == list(jieba.cut(row["text"]))
    assert row["now"] != row["wanted"]


# -- laws --------------------------------------------------------------------------------------------------------------

ANY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "的一是在中国人大学Aa1.-_'’@#/:%，。！？…—　 \n\r\0\ud800\udfff\u200d\ufe0f\u20e3の東京は\u0e01\u0e32\u0301אबﾊ𠀀㐀ー々〇Ａ１％"
        ),
    ),
    max_size=60,
)


@given(text=ANY)
def test_words_tile_any_text(text: str) -> None:
    for options in ({}, {"pos": True}, {"search": True}, {"lang": "ja"}, {"lang": "zh"}):
        spans = words(text, **options)
        assert tiles(text, spans)
        assert spans.labels is None or len(spans.labels) == len(spans)


@given(text=ANY)
def test_words_do_not_depend_on_the_call_before(text: str) -> None:
    first = words(text).offsets()
    words(text[::-1])
    assert words(text).offsets() == first


@given(text=ANY)
def test_parts_of_speech_leave_the_boundaries_alone(text: str) -> None:
    assert words(text, pos=True).ends == words(text).ends


@given(text=ANY)
def test_finer_words_only_add_boundaries(text: str) -> None:
    assert set(words(text).ends) <= set(words(text, search=True).ends)


@given(text=ANY, cuts=st.lists(st.integers(0, 60), max_size=6), chunk=st.integers(1, 40))
def test_the_stream_gives_the_words_of_the_whole(text: str, cuts: list[int], chunk: int) -> None:
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    parts = [text[a:b] for a, b in pairwise(edges)]
    assert list(iter_words(parts, chunk=chunk)) == list(words(text))


def test_the_stream_gives_the_words_of_a_long_page(seeds: dict[str, str]) -> None:
    text = "\n".join(seeds.values())
    assert list(iter_words(text, chunk=700)) == list(words(text))


def test_a_text_that_is_no_str_is_refused() -> None:
    with pytest.raises(InputTypeError):
        words(b"bytes")  # type: ignore[arg-type]  # the point of the test


@pytest.mark.parametrize(
    "unit",
    [
        "的",
        "a",
        "1",
        ".",
        "#",
        "@",
        "a.",
        "1,",
        "の",
        "ア",
        "漢",
        "\u0301",
        "ก",
        "😀",
        "http://",
        "《",
        "x'",
        "\ud800",
        "\n",
        "T恤",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    words(unit * 20_000)


# -- twins -------------------------------------------------------------------------------------------------------------

TWINS = [
    ("他看著窗外，想起那本著名的專著。", "他看着窗外，想起那本著名的专著。"),
    ("乾隆年間的餅乾很乾淨，幹部們都說好。", "乾隆年间的饼干很干净，干部们都说好。"),
    ("這裡有幾個麵包、三隻鐘錶和一匹馬後面的皇后。", "这里有几个面包、三只钟表和一匹马后面的皇后。"),
    ("證券交易所對製造業企業發佈問詢函", "证券交易所对制造业企业发布问询函"),
]


@pytest.mark.parametrize(("traditional", "simplified"), TWINS)
def test_twins_get_the_same_boundaries(traditional: str, simplified: str) -> None:
    assert words(traditional).ends == words(simplified).ends


@given(text=ANY)
def test_the_shadow_keeps_the_length_and_is_judged_line_by_line(text: str) -> None:
    assert len(shadow(text)) == len(text)
    assert shadow(text) == "".join(shadow(line) for line in re.findall(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+", text))


def test_a_simplified_text_is_its_own_shadow() -> None:
    text = "乾坤、执著、藉贯、瞭望塔下的专著"
    assert shadow(text) is text


# -- jieba -------------------------------------------------------------------------------------------------------------


def dictionary() -> list[str]:
    freq: dict[str, int] = jieba_tokenizer({}).FREQ
    return [word for word, count in freq.items() if count and RUN.fullmatch(word)]


@pytest.mark.parametrize("kind", ["words by frequency", "any words", "common characters", "all characters", "repeated", "ties"])
def test_han_runs_are_cut_as_jieba_cuts_them(kind: str, jieba: Any) -> None:
    rng = random.Random(kind)
    freq: dict[str, int] = jieba.FREQ
    vocabulary = dictionary()
    weights = [freq[word] for word in vocabulary]
    characters = [chr(code) for code in range(0x4E00, 0x9FD6)]
    common = [word for word in vocabulary if len(word) == 1 and freq[word] > 20_000]
    rare = [word for word in vocabulary if freq[word] == 3]
    for _ in range(2_000):
        if kind == "words by frequency":
            run = (
                "".join(rng.choices(vocabulary, weights, k=rng.randint(1, 12)))
                if rng.random() < 0.05
                else "".join(rng.choices(common, k=9))
            )
        elif kind == "any words":
            run = "".join(rng.choices(vocabulary, k=rng.randint(1, 8)))
        elif kind == "common characters":
            run = "".join(rng.choices(common, k=rng.randint(1, 20)))
        elif kind == "all characters":
            run = "".join(rng.choices(characters, k=rng.randint(1, 20)))
        elif kind == "repeated":
            run = rng.choice(vocabulary) * rng.randint(2, 6)
        else:  # words of equal frequency that overlap: the way through is often a tie
            run = "".join(rng.choice(rare)[: rng.randint(1, 4)] for _ in range(rng.randint(2, 8)))
        view = shadow(run)
        if not RUN.fullmatch(view):
            continue
        got = [view[start:end] for start, end in words(run, "zh").offsets()]
        assert got == list(jieba.cut(view)), run


@given(text=st.text(st.sampled_from("㐀㐁䶵鿦鿯\uf900\U00020000\U000323af中国人民的是不〇々"), max_size=12))
def test_rare_han_is_cut_as_jieba_cuts_it(text: str) -> None:
    view = shadow(text)
    tokenizer = jieba_tokenizer({})
    assert [view[start:end] for start, end in words(text, "zh").offsets()] == list(tokenizer.cut(view))


def test_the_han_runs_of_pages_are_cut_as_jieba_cuts_them(seeds: dict[str, str], jieba: Any) -> None:
    for page in seeds.values():
        view = shadow(page)
        spans = words(page, "zh")
        begins = {start for start, _ in spans.offsets()}
        for m in RUN.finditer(view):
            expected = [m.start()]
            for word in jieba.cut(m[0]):
                expected.append(expected[-1] + len(word))
            assert begins.issuperset(expected[:-1])
            assert not begins & set(range(m.start(), m.end())) - set(expected), m[0]


@given(
    own=st.dictionaries(
        st.text(st.sampled_from("桂园云计算创新办主任石墨烯中国人的"), min_size=2, max_size=5),
        st.one_of(st.none(), st.integers(1, 9999)),
        max_size=4,
    ),
    # A character three times in a row is a tie in the dictionary search, which the two may settle differently (see the explanation).
    text=st.text(st.sampled_from("桂园云计算创新办主任石墨烯中国人的"), max_size=16).filter(
        lambda text: not re.search(r"(.)\1\1", text)
    ),
)
def test_user_words_count_as_they_do_in_jieba(own: dict[str, int | None], text: str) -> None:
    expected = list(jieba_tokenizer({word: (freq, None) for word, freq in own.items()}).cut(text))
    assert Segmenter(own)(text, "zh").texts() == expected == Segmenter(own, engine="jieba")(text, "zh").texts()


@given(text=ANY)
def test_the_engines_jieba_and_rjieba_agree(text: str) -> None:
    assert JIEBA(text).ends == words(text).ends


JIEBA = Segmenter(engine="jieba")


# -- words of one's own --------------------------------------------------------------------------------------------------


def test_user_words_belong_to_their_segmenter_alone() -> None:
    text = "我在石墨烯云计算大会"
    before = words(text).texts()
    own = Segmenter(words=["石墨烯云计算大会"])
    assert own(text).texts() == ["我", "在", "石墨烯云计算大会"]
    assert Segmenter({"石墨": 10**7})(text).texts()[2] == "石墨"
    assert words(text).texts() == before


def test_user_words_may_hold_blanks_signs_and_latin_letters() -> None:
    own = Segmenter(words=["C++ 语言", "云计算2.0", "江南style", "New York", "license"])
    assert own("学C++ 语言和云计算2.0在New York的licenses").texts() == [
        "学",
        "C++ 语言",
        "和",
        "云计算2.0",
        "在",
        "New York",
        "的",
        "licenses",
    ]


def test_a_user_word_counts_in_both_scripts() -> None:
    assert Segmenter(["綜合開"])("综合开发區").texts()[0] == Segmenter(["综合开"])("綜合開發區").texts()[0].replace(
        "綜", "综"
    ).replace("開", "开")


def test_a_user_word_may_name_its_part_of_speech() -> None:
    own = Segmenter({"桂园": (5, "nz"), "C++ 语言": (None, "tech")})
    assert [(span.text, span.label) for span in own("桂园 C++ 语言", pos=True)] == [
        ("桂园", "nz"),
        (" ", None),
        ("C++ 语言", "tech"),
    ]


@pytest.mark.parametrize(
    "faulty", [{"": 1}, {"a\nb": 1}, {"词": 0}, {"词": -1}, {"词": 1.5}, {"词": True}, [1], "词", {" ": None}]
)
def test_a_faulty_user_word_is_refused(faulty: Any) -> None:
    with pytest.raises(ConfigError):
        Segmenter(faulty)


def test_a_segmenter_pickles_compares_and_hashes() -> None:
    own = Segmenter({"桂园": 5})
    again = pickle.loads(pickle.dumps(own))
    assert again == own
    assert hash(again) == hash(own)
    assert again("我住桂园").texts() == own("我住桂园").texts()
    assert own != Segmenter()
    assert "桂园" in repr(own)


def test_parts_of_speech_are_given_where_the_engine_has_them() -> None:
    assert [span.label for span in words("我爱北京 3.5% ok。", pos=True)] == ["r", "v", "ns", None, "m", None, "eng", "x"]
    tagged = Segmenter(engine="jieba")("他来到了网易杭研大厦", pos=True)
    assert tagged.texts() == words("他来到了网易杭研大厦").texts()
    assert None not in (tagged.labels or [None])


# -- engines -----------------------------------------------------------------------------------------------------------


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(UnknownNameError, match="rjieba"):
        words("词", engine="nobody")


@pytest.mark.parametrize(("engine", "module"), [("cutword", "cutword"), ("icu", "icu4py")])
def test_an_engine_that_is_not_installed_says_what_to_install(engine: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"shnorm\[{engine}\]"):
        words("词", engine=engine)


class FakeCutter:
    """Has cutword's shape: it prints when it is made, and cuts each character by itself."""

    def __init__(self) -> None:
        print("Loading dictionaries")
        self._pieces = {"科学": [1], "学院": [1]}

    def cutword(self, text: str) -> list[str]:
        return list(text)


def test_the_engine_cutword_is_asked_in_silence_and_takes_user_words_as_they_stand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = type(sys)("cutword")
    module.Cutter = FakeCutter  # type: ignore[attr-defined]  # a stand-in for the library
    monkeypatch.setitem(sys.modules, "cutword", module)
    assert Segmenter(["科学"], engine="cutword")("科学院\n科学").texts() == ["科学", "院", "\n", "科学"]
    assert capsys.readouterr() == ("", "")


# -- processes and threads -----------------------------------------------------------------------------------------------


def run(code: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
    )


def test_words_are_silent_and_leave_no_file(tmp_path: Path) -> None:
    code = "import shnorm.segment as s; s.words('我爱北京'); s.Segmenter(['爱北京'], engine='jieba')('我爱北京', pos=True)"
    done = run(code, TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_rjieba_can_be_imported_before_and_after() -> None:
    code = "import rjieba; from shnorm.segment import words; import rjieba; print(words('我爱北京').texts() == rjieba.cut('我爱北京'))"
    assert run(code).stdout == run(code.removeprefix("import rjieba; ")).stdout == "True\n"


def test_the_global_tokenizers_are_neither_used_nor_changed() -> None:
    code = (
        "import rjieba; rjieba.add_word('我爱北', 10**8, None); from shnorm.segment import Segmenter, words; "
        "print(words('我爱北京').texts(), Segmenter(['爱北京'])('我爱北京').texts(), rjieba.has_word('爱北京'))"
    )
    assert run(code).stdout == "['我', '爱', '北京'] ['我', '爱北京'] False\n"


def test_hash_seeds_make_no_difference() -> None:
    code = "from shnorm.segment import Segmenter; print(Segmenter({'桂园','云计算','C++ 语'})('桂园云计算C++ 语言').offsets())"
    assert run(code, PYTHONHASHSEED="1").stdout == run(code, PYTHONHASHSEED="2").stdout != ""


def test_many_threads_may_ask_first() -> None:
    own = Segmenter(["石墨烯云"])
    answers: list[list[str]] = []
    threads = [threading.Thread(target=lambda: answers.append(own("用石墨烯云计算").texts())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [["用", "石墨烯云", "计算"]] * 8


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_child_that_is_forked_while_the_dictionary_loads_can_ask() -> None:
    code = (
        "import os, threading\n"
        "from shnorm.segment import Segmenter, words\n"
        "own = Segmenter(['爱北京'])\n"
        "threads = [threading.Thread(target=f, args=('我爱北京',)) for f in (words, own)]\n"
        "[thread.start() for thread in threads]\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    print(words('我爱北京').texts(), own('我爱北京').texts(), flush=True); os._exit(0)\n"
        "[thread.join() for thread in threads]\n"
        "os.waitpid(child, 0)\n"
    )
    assert run(code).stdout == "['我', '爱', '北京'] ['我', '爱北京']\n"


@pytest.mark.parametrize("index", [3, -4, 9, -9])
def test_a_span_beyond_either_end_is_an_index_error(index: int) -> None:
    spans = words("one two")
    assert len(spans) == 3
    assert spans[-3] == spans[0]
    with pytest.raises(IndexError):
        spans[index]


@given(st.text("我爱北京天安门，。a1 \n", max_size=80))
def test_a_long_text_is_handed_out_in_pieces_without_a_difference(text: str) -> None:
    whole = words(text).texts()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["shnorm.segment.words"], "_PIECE", 2)
        assert words(text).texts() == whole
