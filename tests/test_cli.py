"""The command line: what it reads and writes, its exit codes, and its manners in a pipe."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import shnorm
from shnorm.cli import exits, main

ROUGH, CLEAN = "I agree . You too ?", "I agree. You too?"
SPACING = Path("spacing.toml")


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Shell = Callable[..., Ended]


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """Runs a command in an empty folder with a configuration ``spacing.toml``."""
    monkeypatch.chdir(tmp_path)
    SPACING.write_text('shnorm = 1\n[[steps]]\ntype = "NormalizeSpacing"\n')

    def run(*argv: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(argv)
        except SystemExit as error:
            code = int(error.code or 0)
        out, err = capsysbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


def clean(*argv: str) -> tuple[str, ...]:
    return ("clean", "--config", "spacing.toml", "--lang", "en", *argv)


def test_standard_input_goes_to_standard_output(shell: Shell) -> None:
    assert shell(*clean(), stdin=ROUGH.encode()) == (exits.DONE, CLEAN, "")


def test_a_file_goes_to_standard_output(shell: Shell) -> None:
    Path("a.txt").write_text(ROUGH)
    assert shell(*clean("a.txt")).out == CLEAN


def test_line_ends_stay_as_they_are(shell: Shell) -> None:
    Path("a.txt").write_bytes(b"I agree .\r\nYou too ?\r\n")
    shell(*clean("a.txt", "-o", "b.txt"))
    assert Path("b.txt").read_bytes() == b"I agree.\r\nYou too?\r\n"


def test_a_folder_keeps_its_shape(shell: Shell) -> None:
    Path("in/deep").mkdir(parents=True)
    Path("in/a.txt").write_text(ROUGH)
    Path("in/deep/b.jsonl").write_text(json.dumps({"text": ROUGH}) + "\n")
    Path("in/README").write_text("not a text")
    assert shell(*clean("in", "-o", "out")).code == exits.DONE
    assert sorted(str(p.relative_to("out")) for p in Path("out").rglob("*") if p.is_file()) == ["a.txt", "deep/b.jsonl"]
    assert json.loads(Path("out/deep/b.jsonl").read_text())["text"] == CLEAN


def test_jsonl_changes_the_field_and_nothing_else(shell: Shell) -> None:
    untouched = b'{ "id":1, "body" : "Fine.", "\\u0061": 1.0}\n'
    Path("a.jsonl").write_bytes(untouched + json.dumps({"id": 2, "body": ROUGH, "n": [1]}).encode())
    shell(*clean("a.jsonl", "--field", "body", "-o", "b.jsonl"))
    first, second = Path("b.jsonl").read_bytes().splitlines(keepends=True)
    assert first == untouched
    assert json.loads(second) == {"id": 2, "body": CLEAN, "n": [1]}


def test_missing_values_pass_through(shell: Shell) -> None:
    line = b'{"text": null}\n'
    assert shell(*clean("--format", "jsonl"), stdin=line).out.encode() == line


def test_lone_surrogates_in_json_come_through(shell: Shell) -> None:
    line = b'{"text": "I agree . \\ud800"}\n'
    assert json.loads(shell(*clean("--format", "jsonl"), stdin=line).out) == {"text": "I agree. \ud800"}


def test_csv_quoting_and_line_breaks_in_cells_survive(shell: Shell) -> None:
    with open("a.csv", "w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], ["1", ROUGH + '\nsecond "line", here'], ["2", "Fine."]])
    shell(*clean("a.csv", "-o", "b.csv"))
    with open("b.csv", newline="") as file:
        assert list(csv.reader(file)) == [["id", "text"], ["1", CLEAN + '\nsecond "line", here'], ["2", "Fine."]]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_compressed_files_stay_compressed(shell: Shell, suffix: str) -> None:
    if suffix == ".zst":
        pytest.importorskip("zstandard", reason="needs the extra shnorm[zstd]")
    from shnorm.cli.files import packed

    kind = {".gz": "gzip", ".zst": "zstd"}[suffix]
    line = json.dumps({"text": ROUGH}).encode() + b"\n"
    Path("a.jsonl" + suffix).write_bytes(packed(line, kind) + packed(line, kind))  # two members
    shell(*clean("a.jsonl" + suffix, "-o", "b.jsonl" + suffix))
    shell(*clean("b.jsonl" + suffix, "-o", "c.jsonl"))
    assert [json.loads(x)["text"] for x in Path("c.jsonl").read_text().splitlines()] == [CLEAN, CLEAN]


def test_parquet_changes_one_column(shell: Shell) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="needs the extra shnorm[parquet]")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"id": i, "text": None if i % 7 == 0 else ROUGH} for i in range(1500)]
    parquet.write_table(pyarrow.Table.from_pylist(rows), "a.parquet", row_group_size=700)
    assert shell(*clean("a.parquet", "-o", "b.parquet", "--jobs", "2")).code == exits.DONE
    assert parquet.read_table("b.parquet").to_pylist() == [{**row, "text": row["text"] and CLEAN} for row in rows]


def test_several_processes_answer_in_order(shell: Shell) -> None:
    lines = [json.dumps({"id": i, "text": ROUGH + f" {i} ."}) for i in range(3000)]
    Path("a.jsonl").write_text("\n".join(lines))
    shell(*clean("a.jsonl", "-o", "b.jsonl", "--jobs", "2"))
    assert [json.loads(x)["id"] for x in Path("b.jsonl").read_text().splitlines()] == list(range(3000))


# -- what goes wrong -------------------------------------------------------------------------------------------------------


def test_bad_lines_are_numbered_set_aside_and_do_not_end_the_run(shell: Shell) -> None:
    Path("a.jsonl").write_bytes(b'{"text": "A ."}\n{oops\n\xff\xfe\n{"x": 1}\n{"text": 3}\n[]\n{"text": "B ."}\n')
    ended = shell(*clean("a.jsonl", "-o", "b.jsonl"))
    assert ended.code == exits.REJECTS
    assert [json.loads(x)["text"] for x in Path("b.jsonl").read_text().splitlines()] == ["A.", "B."]
    rejects = [json.loads(x) for x in Path("b.jsonl.rejects").read_text().splitlines()]
    assert [r["record"] for r in rejects] == [2, 3, 4, 5, 6]
    assert rejects[0]["raw"] == "{oops\n"
    assert rejects[1]["raw"].encode("utf-8", "surrogateescape") == b"\xff\xfe\n"
    assert "a.jsonl:2: not JSON" in ended.err
    assert "5 bad records" in ended.err


def test_a_run_without_bad_lines_leaves_no_rejects(shell: Shell) -> None:
    Path("b.jsonl.rejects").write_text("of an earlier run")
    Path("a.jsonl").write_text('{"text": "A ."}\n')
    shell(*clean("a.jsonl", "-o", "b.jsonl"))
    assert sorted(os.listdir()) == ["a.jsonl", "b.jsonl", "spacing.toml"]


def test_bad_csv_rows_are_set_aside(shell: Shell) -> None:
    Path("a.csv").write_bytes(b"id,text\n1,A .\n2\n3,\xff\n4,B .\n")
    assert shell(*clean("a.csv", "-o", "b.csv")).code == exits.REJECTS
    assert Path("b.csv").read_text() == "id,text\n1,A.\n4,B.\n"
    assert [json.loads(x)["record"] for x in Path("b.csv.rejects").read_text().splitlines()] == [3, 4]


def test_a_text_in_another_encoding_says_how_to_read_it(shell: Shell) -> None:
    Path("a.txt").write_bytes("他说：好。".encode("gb18030"))
    ended = shell(*clean("a.txt", "-o", "b.txt"))
    assert ended.code == exits.REJECTS
    assert "--encoding" in ended.err
    shell(*clean("a.txt", "-o", "b.txt", "--encoding", "gb18030"))
    assert Path("b.txt").read_text("utf-8") == "他说：好。"


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        (("nowhere.txt",), exits.FILES, "nowhere.txt: no such file"),
        (("empty",), exits.FILES, "no file in this folder ends in"),
        (("a.json",), exits.USAGE, "a.json: --format jsonl reads it"),
        (("a.csv", "--field", "body"), exits.USAGE, "no column 'body'; its columns: id, text"),
        (("a.csv", "-o", "b.jsonl"), exits.USAGE, "the output has the format of the input"),
        (("a.csv", "a.txt"), exits.USAGE, "several formats"),
        (("a.txt", "a.csv", "-o", "a.txt"), exits.USAGE, "has to be a folder"),
        (("a.txt", "-o", "x", "--removed", "x"), exits.USAGE, "written twice"),
        (("a.txt", "--report", "x.pdf"), exits.USAGE, "has to end in .html"),
        (("a.txt", "--resume"), exits.USAGE, "--resume needs --output"),
        (("a.txt", "--check", "-o", "x"), exits.USAGE, "--check writes nothing"),
        (("a.txt", "--encoding", "klingon"), exits.USAGE, "unknown encoding 'klingon'"),
        (("a.txt", "--jobs", "0"), exits.USAGE, "at least 1"),
        (("a.txt", "-o", "a.txt/b"), exits.FILES, "a.txt"),
        (("cut.jsonl.gz",), exits.FILES, "damaged or cut compressed data"),
    ],
)
def test_trouble_says_what_to_do(shell: Shell, argv: tuple[str, ...], code: int, says: str) -> None:
    Path("a.txt").write_text(ROUGH)
    Path("a.csv").write_text("id,text\n1,A .\n")
    Path("a.json").write_text('[{"text": "A ."}]')
    Path("empty").mkdir()
    Path("cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "A ."}\n' * 100)[:40])
    ended = shell(*clean(*argv))
    assert (ended.code, says in ended.err) == (code, True), ended.err


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("clean", "--preset", "wob"), "unknown preset 'wob'; known: minimal"),
        (("clean", "--config", "none.toml"), "none.toml"),
        (("clean", "--config", "bad.json"), "bad.json: unknown step 'X'"),
        (("clean", "--config", "spacing.toml", "--without", "nothing"), "unknown step or rule 'nothing'"),
        (("rules", "no.such"), "unknown rule, family or step 'no.such'"),
    ],
)
def test_unknown_names_are_answered_with_the_known_ones(shell: Shell, argv: tuple[str, ...], says: str) -> None:
    Path("bad.json").write_text('{"shnorm": 1, "steps": [{"type": "X"}]}')
    ended = shell(*argv)
    assert ended.code in (exits.USAGE, exits.FILES)
    assert says in ended.err
    assert "Traceback" not in ended.err


def test_a_full_disk_says_so() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "shnorm", "clean", "--preset", "minimal"],
            input=b"x" * 100_000,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == exits.FILES
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A line that is fine.\n" * 200_000)
    command = f'"{sys.executable}" -m shnorm clean --preset minimal "{tmp_path}/a.txt" | head -n 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "A line that is fine.\n"
    assert done.stderr == ""


# -- --check, accounts -----------------------------------------------------------------------------------------------------


def test_check_names_what_would_change_and_writes_nothing(shell: Shell) -> None:
    Path("a.txt").write_text(ROUGH)
    Path("b.txt").write_text(CLEAN)
    Path("c.jsonl").write_text('{"text": "A ."}\n{"text": "B."}\n')
    before = sorted(os.listdir())
    ended = shell(*clean("a.txt", "b.txt", "c.jsonl", "--check"))
    assert ended == (exits.DIFFERS, "would change: a.txt\nwould change: c.jsonl (1 of 2 texts)\n", "")
    assert sorted(os.listdir()) == before


def test_check_of_clean_text_is_silent(shell: Shell) -> None:
    Path("b.txt").write_text(CLEAN)
    assert shell(*clean("b.txt", "--check")) == (exits.DONE, "", "")


def test_the_report_adds_up(shell: Shell) -> None:
    Path("a.jsonl").write_text("".join(json.dumps({"text": ROUGH}) + "\n" for _ in range(10)))
    shell(*clean("a.jsonl", "-o", "b.jsonl", "--report", "r.json", "--jobs", "2"))
    report = shnorm.Report.from_json(Path("r.json").read_text())
    assert (report.texts, report.changed, report.edits) == (10, 10, 20)


def test_what_was_removed_is_listed_with_reasons(shell: Shell) -> None:
    page = "The council opened a library on Monday. It was full.\n\nCopyright © 2020 Example Ltd. All rights reserved.\n"
    Path("a.jsonl").write_text(json.dumps({"text": page}) + "\n")
    shell("clean", "a.jsonl", "-o", "b.jsonl", "--removed", "gone.jsonl")
    (gone,) = [json.loads(x) for x in Path("gone.jsonl").read_text().splitlines()]
    assert gone["category"] == "copyright"
    assert page[gone["start"] : gone["end"]] == gone["text"]
    assert (gone["source"], gone["record"]) == ("a.jsonl", 1)


# -- looking ---------------------------------------------------------------------------------------------------------------


def test_explain_gives_one_line_for_each_edit(shell: Shell) -> None:
    ended = shell("explain", "--config", "spacing.toml", "--lang", "en", stdin=ROUGH.encode())
    head, first, second = ended.out.splitlines()
    assert head == "standard input"
    assert first.startswith("7-8  spacing.")
    assert second.startswith("17-18  spacing.")


def test_explain_as_json_is_a_result(shell: Shell) -> None:
    ended = shell("explain", "--json", "--config", "spacing.toml", "--lang", "en", stdin=ROUGH.encode())
    assert shnorm.Result.from_dict(json.loads(ended.out)).text == CLEAN


def test_classify_names_line_and_category(shell: Shell) -> None:
    page = "The council opened a library on Monday. It was full.\n\nCopyright © 2020 Example Ltd. All rights reserved.\n"
    ended = shell("classify", stdin=page.encode())
    assert ended.out.startswith("standard input:3  copyright ")


STORY = "The council of the town opened a library on Monday, and it was full of people."
MASTHEAD = "Harbour Gazette, your paper since 1901"


def test_classify_knows_the_lines_that_a_model_learnt(shell: Shell) -> None:
    page = f"{STORY}\n{MASTHEAD}\n"
    shnorm.NoiseModel.fit(f"Story number {n} is told here.\n{MASTHEAD}" for n in ("one", "two", "three")).save("site.json")
    assert shell("classify", stdin=page.encode()).out == ""
    ended = shell("classify", "--model", "site.json", stdin=page.encode())
    assert ended.code == exits.DONE
    assert ended.out.startswith("standard input:2  duplicate ")
    assert ended.out.rstrip().endswith(MASTHEAD)


@pytest.mark.parametrize("data", [b"{}", b"not JSON", b"[1]", b"\xff"], ids=["other JSON", "text", "a list", "no UTF-8"])
def test_classify_names_a_file_that_is_no_model(shell: Shell, data: bytes) -> None:
    Path("site.json").write_bytes(data)
    ended = shell("classify", "--model", "site.json", stdin=b"Text.")
    assert (ended.code, ended.out) == (exits.USAGE, "")
    assert ended.err.startswith("shnorm: site.json: ")


def test_classify_without_its_model_file_says_so(shell: Shell) -> None:
    ended = shell("classify", "--model", "missing.json", stdin=b"Text.")
    assert ended.code == exits.FILES
    assert "missing.json" in ended.err


def test_rules_lists_every_step(shell: Shell) -> None:
    out = shell("rules").out
    assert [step for step in ("NormalizeSpacing", "StripNoise", "RepairTranslation") if step not in out] == []


def test_rules_shows_one_with_its_examples_and_near_misses(shell: Shell) -> None:
    name = next(line.split()[0] for line in shell("rules", "NormalizeSpacing").out.splitlines() if line.startswith("  spacing."))
    out = shell("rules", name).out
    assert "->" in out
    assert "keeps" in out


def test_rules_as_json_has_every_declaration(shell: Shell) -> None:
    data = json.loads(shell("rules", "--json").out)
    assert all(rule["why"] and rule["examples"] and rule["keeps"] for rule in data)


def test_diff_of_equal_texts_is_silent(shell: Shell) -> None:
    Path("a.txt").write_text(ROUGH)
    assert shell("diff", "a.txt", "a.txt") == (exits.DONE, "", "")


def test_diff_shows_lines_that_differ(shell: Shell) -> None:
    Path("a.txt").write_text("Same.\nI agree .\nSame.\n")
    Path("b.txt").write_text("Same.\nI agree.\nSame.\n")
    ended = shell("diff", "a.txt", "b.txt")
    assert ended == (exits.DIFFERS, "a.txt b.txt\n@ line 2\n- I agree .\n+ I agree.\n", "")


def test_diff_leaves_the_lines_between_two_changes_out(shell: Shell) -> None:
    Path("a.txt").write_text("Gone.\nSame.\n\nSame too.\nI agree .\nThe last.\n")
    Path("b.txt").write_text("Same.\n\nSame too.\nI agree.\nThe last.\nMore.")
    ended = shell("diff", "a.txt", "b.txt")
    assert ended.out == "a.txt b.txt\n@ line 1\n- Gone.\n@ line 5\n- I agree .\n+ I agree.\n@ line 7\n+ More.\n"


def test_diff_of_folders_pairs_files_by_name(shell: Shell) -> None:
    for folder, text in (("a", ROUGH), ("b", CLEAN)):
        Path(folder).mkdir()
        Path(folder, "x.txt").write_text(text)
    Path("b/y.txt").write_text("more")
    out = shell("diff", "a", "b").out
    assert "x.txt\n@ line 1\n- I agree . You too ?\n+ I agree. You too?\n" in out
    assert "only in b: y.txt" in out


def test_stats_counts_rules_and_languages(shell: Shell) -> None:
    ended = shell("stats", "--config", "spacing.toml", "--lang", "en", stdin=ROUGH.encode())
    assert ended.code == exits.DONE
    assert ended.out.startswith("1 texts, 1 changed (100.0%)")


def test_no_colour_and_no_progress_off_a_terminal(shell: Shell) -> None:
    Path("a.txt").write_text(ROUGH)
    for argv in (clean("a.txt", "-o", "b.txt"), ("rules", "NormalizeSpacing"), ("diff", "a.txt", "spacing.toml")):
        ended = shell(*argv)
        assert "\x1b" not in ended.out + ended.err


def test_the_version_is_told(shell: Shell) -> None:
    assert shell("--version").out == f"shnorm {shnorm.__version__}\n"


@pytest.mark.parametrize("option", ["--output", "--removed", "--report", "--rejects"])
def test_a_device_or_pipe_is_not_replaced_by_a_file(shell: Shell, option: str) -> None:
    pipe = Path("pipe.json")
    os.mkfifo(pipe)
    Path("a.txt").write_text(ROUGH)
    ended = shell(*clean(option, str(pipe), "a.txt"))
    assert (ended.code, ended.out) == (exits.USAGE, "")
    assert "is a device or a pipe" in ended.err
    assert pipe.is_fifo()


def test_an_output_that_is_a_link_stays_one(shell: Shell) -> None:
    Path("a.txt").write_text(ROUGH)
    Path("real.txt").write_text("")
    Path("link.txt").symlink_to("real.txt")
    assert shell(*clean("-o", "link.txt", "a.txt")).code == exits.DONE
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text() == CLEAN


@pytest.mark.parametrize("command", ["clean", "clean --check", "explain", "stats"])
@pytest.mark.parametrize("options", ["--lang zh_TW", "--config loose.json"])
def test_a_wrong_option_ends_the_command_and_rejects_no_record(shell: Shell, command: str, options: str) -> None:
    Path("a.txt").write_text(ROUGH)
    Path("loose.json").write_text('{"shnorm": 1, "steps": [{"type": "StripNoise", "max_share": 7}]}')
    ended = shell(*command.split(), *options.split(), "a.txt")
    assert (ended.code, ended.out) == (exits.USAGE, "")
    assert "set aside" not in ended.err


@pytest.mark.parametrize("command", ["explain", "classify", "stats"])
def test_the_commands_that_look_tell_of_bad_records_by_their_exit_code(shell: Shell, command: str) -> None:
    Path("bad.txt").write_bytes(b"\xff")
    Path("good.txt").write_text(CLEAN)
    ended = shell(command, "bad.txt", "good.txt")
    assert ended.code == exits.REJECTS
    assert "bad.txt: not utf-8" in ended.err


def test_what_standard_output_cannot_spell_is_escaped() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "shnorm", "explain", "--preset", "repair"],
        input="他说,明天会下雨。".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == exits.DONE
    assert rb"\u" in done.stdout
    assert done.stderr == b""
