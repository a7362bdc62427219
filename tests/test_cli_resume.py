"""A run that was killed goes on with ``--resume`` and ends as if nothing had happened.  ``SHNORM_KILLS=50`` tries harder."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("SHNORM_KILLS", "3"))
CONFIG = 'shnorm = 1\n[[steps]]\ntype = "NormalizeSpacing"\n'


def command(*argv: str) -> list[str]:
    return [sys.executable, "-m", "shnorm", "clean", "--config", "spacing.toml", "--lang", "en", "--checkpoint", "0.02", *argv]


def produced(folder: Path) -> dict[str, bytes]:
    """Everything that a run wrote, hidden files too, without the inputs."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "spacing.toml" and path.parts[-2] != "in"
    }


def run_killing(argv: list[str], folder: Path, chance: random.Random, longest: float) -> int:
    """Run with ``--resume`` until it ends by itself, killing it at random moments; returns how often that was."""
    kills = 0
    while True:
        process = subprocess.Popen([*argv, "--resume"], cwd=folder, stderr=subprocess.DEVNULL)
        try:
            assert process.wait(chance.uniform(0.1, longest)) in (0, 3)
            return kills
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
            longest *= 1.1  # it must come to an end on a slow machine too


def write_records(path: Path, count: int) -> None:
    with path.open("w") as file:
        for i in range(count):
            text = f"Number {i} , I agree . You too ?" + " It is all the same to me." * 4
            file.write(json.dumps({"id": i, "text": text}) + "\n")
            if i % 1000 == 500:
                file.write("{bad\n")


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize(("jobs", "suffix"), [("1", ""), ("2", ".gz")])
def test_a_killed_run_of_records_loses_and_repeats_none(tmp_path: Path, jobs: str, suffix: str) -> None:
    chance = random.Random(f"{jobs}{suffix}")
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    for folder in (whole, cut):
        (folder / "in").mkdir(parents=True)
        (folder / "spacing.toml").write_text(CONFIG)
    write_records(whole / "in" / "a.jsonl", 4000)
    argv = command("in/a.jsonl", "-o", "b.jsonl" + suffix, "--removed", "gone.jsonl", "--report", "r.json", "--jobs", jobs)
    os.utime(whole / "in" / "a.jsonl", (1, 1))
    started = time.monotonic()
    subprocess.run(argv, cwd=whole, stderr=subprocess.DEVNULL)
    longest = time.monotonic() - started
    os.link(whole / "in" / "a.jsonl", cut / "in" / "a.jsonl")
    expected = produced(whole)
    kills = rounds = 0
    while kills < KILLS / 2 and rounds < KILLS:  # two cases of this test
        rounds += 1
        for path in cut.glob("*.*json*"):
            path.unlink()
        kills += run_killing(argv, cut, chance, longest)
        assert produced(cut) == expected, f"after {kills} kills in {rounds} runs"
    print(f"{kills} kills in {rounds} runs")
    assert len((cut / f"b.jsonl{suffix}.rejects").read_text().splitlines()) == 4


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_killed_run_over_a_folder_loses_and_repeats_none(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    for folder in (whole, cut):
        (folder / "in").mkdir(parents=True)
        (folder / "spacing.toml").write_text(CONFIG)
        for i in range(300):
            (folder / "in" / f"{i:04}.txt").write_text(f"Number {i} , I agree . You too ?" + " All the same." * 10)
        for name in ("x.jsonl", "y.jsonl"):
            write_records(folder / "in" / name, 1000)
        for path in (folder / "in").iterdir():
            os.utime(path, (1, 1))
    argv = command("in", "-o", "out", "--removed", "gone.jsonl", "--report", "r.json")
    started = time.monotonic()
    subprocess.run(argv, cwd=whole, stderr=subprocess.DEVNULL)
    run_killing(argv, cut, random.Random(1), time.monotonic() - started)
    assert produced(cut) == produced(whole)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_killed_run_over_parquet_goes_on_inside_the_file(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="needs the extra shnorm[parquet]")
    parquet = pytest.importorskip("pyarrow.parquet")
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    rows = [{"id": i, "text": f"Number {i} , I agree . You too ?" + " All the same." * 10} for i in range(30_000)]
    for folder in (whole, cut):
        (folder / "in").mkdir(parents=True)
        (folder / "spacing.toml").write_text(CONFIG)
        parquet.write_table(pyarrow.Table.from_pylist(rows), folder / "in" / "a.parquet")
        os.utime(folder / "in" / "a.parquet", (1, 1))
    argv = command("in/a.parquet", "-o", "b.parquet", "--removed", "gone.jsonl", "--report", "r.json")
    started = time.monotonic()
    subprocess.run(argv, cwd=whole, stderr=subprocess.DEVNULL)
    longest = time.monotonic() - started
    process = subprocess.Popen(argv, cwd=cut, stderr=subprocess.DEVNULL)
    state = cut / ".b.parquet.resume"
    deadline = time.monotonic() + 60
    while not (state.exists() and json.loads(state.read_text())["items"] >= 5) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.wait()
    assert json.loads(state.read_text())["items"] >= 5
    assert not (cut / "b.parquet").exists()
    run_killing(argv, cut, random.Random(2), longest)
    assert produced(cut) == produced(whole)
    assert parquet.read_table(cut / "b.parquet").column("id").to_pylist() == list(range(30_000))


def test_another_command_cannot_go_on_with_it(tmp_path: Path) -> None:
    (tmp_path / "spacing.toml").write_text(CONFIG)
    (tmp_path / "a.jsonl").write_text('{"text": "A ."}\n')
    (tmp_path / ".b.jsonl.resume").write_text(json.dumps({"key": "of another run", "unit": 0, "items": 1, "offset": 10}))
    done = subprocess.run(command("a.jsonl", "-o", "b.jsonl", "--resume"), cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "another pipeline" in done.stderr
    assert not (tmp_path / "b.jsonl").exists()


def test_a_run_that_fails_leaves_no_output_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "spacing.toml").write_text(CONFIG)
    (tmp_path / "b.jsonl").write_text("of an earlier run")
    (tmp_path / "a.jsonl.gz").write_bytes(b"not gzip")
    done = subprocess.run(command("a.jsonl.gz", "-o", "b.jsonl"), cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 4
    assert (tmp_path / "b.jsonl").read_text() == "of an earlier run"


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    (tmp_path / "spacing.toml").write_text(CONFIG)
    write_records(tmp_path / "a.jsonl", 20_000)
    process = subprocess.Popen(command("a.jsonl", "-o", "b.jsonl", "--jobs", "2"), cwd=tmp_path, start_new_session=True)
    time.sleep(1.0)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while _alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(process.pid)


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
