"""Batches that are cut off: killed, out of disk, interrupted; and batches that take what they have."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from arnlp.faces.batch import BrokenOff, Limits, Run, Taken, run
from arnlp.faces.batch.engines import ENGINES
from arnlp.faces.batch.journal import Journal
from arnlp.faces.batch.report import write_report
from arnlp.faces.batch.settings import Files
from arnlp.faces.documents import Options
from arnlp.model.errors import InvalidOption

SCRIPT = """
import sys
from pathlib import Path
from arnlp.faces.batch import Run, run, under_way, BrokenOff
from arnlp.faces.batch.engines import ENGINES
ENGINES["fake"] = "fake_engine"
under_way._SECONDS_A_COMMIT = 0.02
folder, output, *more = sys.argv[1:]
if "small" in more:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
plan = Run(Path(folder), Path(output), engine="fake", resume="resume" in more or None)
try:
    run(plan, lambda progress: print(flush=True) if progress.done == progress.kept + 1 else None)
except BrokenOff as error:
    print(error, file=sys.stderr)
    sys.exit(3)
"""


@pytest.fixture(autouse=True)
def _fake(monkeypatch):
    monkeypatch.setitem(ENGINES, "fake", "fake_engine")


@pytest.fixture
def folder(tmp_path):
    """A folder of what is in archives: files at several depths, bad ones, lines, and no documents."""
    root = tmp_path / "in"
    dice = random.Random(17)
    for number in range(300):
        path = root / str(number % 7) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        start = {0: "bad", 1: "odd"}.get(number % 10, "text")
        path.write_text(f"{start} {dice.random()}")
    (root / "3" / "many.jsonl").write_text("".join(f'{{"text": "{n}"}}\n' for n in range(50)))
    (root / "3" / "none.bin").touch()
    (root / ".hidden").touch()
    return root


def plan(folder, output, **more):
    return Run(folder, output, engine="fake", **more)


def process(folder, output, *more, pause=0.0):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "FAKE_PAUSE": str(pause)}
    command = [sys.executable, "-c", SCRIPT, folder, output, *more]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def told(output, folder):
    """Return the report of an output, as bytes."""
    journal = Journal(Files(output).journal, writing=False)
    write_report(journal, folder / "report.json")
    journal.close()
    return (folder / "report.json").read_bytes()


def test_a_run_that_was_killed_ends_with_the_bytes_of_one_that_was_not(folder, tmp_path, whole):
    expected = tmp_path / "whole.jsonl"
    run(plan(folder, expected))
    output = tmp_path / "killed.jsonl"
    dice = random.Random(4)
    kills = 0
    for _ in range(20 if whole else 5):
        started = process(folder, output, "resume", pause=0.004)
        started.stdout.readline()  # it has begun
        time.sleep(dice.uniform(0, 0.3))
        started.kill()
        started.communicate()
        kills += started.returncode == -signal.SIGKILL
    assert kills
    report = run(plan(folder, output, resume=True))
    assert output.read_bytes() == expected.read_bytes()
    assert told(output, tmp_path) == told(expected, tmp_path)
    assert report.counts.written == 320
    assert report.counts.failed == 30
    assert sorted(path.name for path in tmp_path.glob("killed*")) == [
        "killed.jsonl", "killed.jsonl.journal",
    ]  # fmt: skip


def test_a_full_disk_is_told_and_gone_on_from(folder, tmp_path):
    expected, output = tmp_path / "whole.jsonl", tmp_path / "full.jsonl"
    run(plan(folder, expected))
    assert expected.stat().st_size > 200_000
    full = process(folder, output, "small")
    _, errors = full.communicate()
    assert full.returncode == 3, errors.decode()
    assert "the disk is full. What is done is kept: go on with --resume" in errors.decode()
    assert not output.exists()
    run(plan(folder, output, resume=True))
    assert output.read_bytes() == expected.read_bytes()


def cut_off(plan_, after):
    """Run a plan until so many documents are done, as Ctrl-C would end it."""

    def stop(progress):
        if progress.done == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(plan_, stop)


def test_an_unfinished_run_is_not_begun_anew_by_mistake(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    cut_off(plan(folder, output), 100)
    with pytest.raises(InvalidOption, match="--resume to go on"):
        run(plan(folder, output))
    assert run(plan(folder, output, resume=False)).resumed == 0


def test_what_was_done_is_not_done_again(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    cut_off(plan(folder, output), 100)
    assert run(plan(folder, output, resume=True)).resumed == 100


def test_lines_that_no_journal_tells_of_are_cut(folder, tmp_path):
    expected, output = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run(plan(folder, expected))
    cut_off(plan(folder, output), 100)
    with Files(output).part.open("ab") as part:
        part.write(b"3/torn.txt: 7465")
    run(plan(folder, output, resume=True))
    assert output.read_bytes() == expected.read_bytes()


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"options": Options(country="AE")}, "country='AE'"),
        ({"options": Options(max_chars=7)}, "max_chars=7"),
        ({"taken": Taken(exclude=("3",))}, "exclude="),
        ({"limits": Limits(max_bytes=7)}, "max_bytes=7"),
    ],
)
def test_a_run_does_not_go_on_with_other_options(folder, tmp_path, more, name):
    output = tmp_path / "out.jsonl"
    cut_off(plan(folder, output), 100)
    with pytest.raises(InvalidOption, match=name):
        run(plan(folder, output, resume=True, **more))
    assert run(plan(folder, output, resume=True, limits=Limits(timeout=7))).resumed == 100


def test_a_folder_that_has_changed_is_begun_anew_with_the_lines_that_are_there(folder, tmp_path):
    expected, output = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    cut_off(plan(folder, output), 100)
    (folder / "0" / "00.txt").write_text("new")
    cut_off(plan(folder, output, resume=True), 50)
    (folder / "0" / "000.txt").write_text("new, too")
    report = run(plan(folder, output, resume=True))
    run(plan(folder, expected))
    assert output.read_bytes() == expected.read_bytes()
    assert told(output, tmp_path) == told(expected, tmp_path)
    assert report.unchanged > 80


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_a_part_that_was_damaged_is_not_gone_on_with(folder, tmp_path, damage):
    expected, output = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run(plan(folder, expected))
    cut_off(plan(folder, output), 100)
    Files(output).part.write_bytes(damage)
    run(plan(folder, output, resume=True))
    assert output.read_bytes() == expected.read_bytes()


def test_a_run_that_was_killed_before_its_last_step_is_finished(folder, tmp_path):
    expected, output = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run(plan(folder, expected))
    for state in (("part", "part_journal"), ("output", "part_journal")):
        for place, path in zip(state, (expected, Files(expected).journal), strict=True):
            getattr(Files(output), place).write_bytes(path.read_bytes())
        report = run(plan(folder, output, resume=True))
        assert report.counts.written == 320
        assert output.read_bytes() == expected.read_bytes()
        assert not list(tmp_path.glob("*.part*"))


def test_two_runs_do_not_write_one_output(folder, tmp_path):
    output = tmp_path / "out.jsonl"

    def again(progress):
        if progress.done == 10:
            with pytest.raises(BrokenOff, match="another run writes this output"):
                run(plan(folder, output, resume=True))

    run(plan(folder, output), again)
    assert output.exists()


def test_only_what_has_changed_is_done_again(folder, tmp_path, monkeypatch):
    output, expected = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    assert run(plan(folder, output, incremental=True)).unchanged == 0
    assert run(plan(folder, output, incremental=True)).unchanged == 320
    (folder / "0" / "00.txt").write_text("new")
    (folder / "1" / "8.txt").unlink()
    (folder / "3" / "3.txt").write_text("changed")
    report = run(plan(folder, output, incremental=True))
    run(plan(folder, expected))
    assert output.read_bytes() == expected.read_bytes()
    assert told(output, tmp_path) == told(expected, tmp_path)
    assert report.unchanged == 318
    options = Options(country="AE")
    assert run(plan(folder, output, incremental=True, options=options)).unchanged == 0


def test_lines_of_an_output_that_was_changed_are_not_taken(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    run(plan(folder, output))
    expected = output.read_bytes()
    output.write_bytes(expected.replace(b"3/", b"8/"))
    assert 0 < run(plan(folder, output, incremental=True)).unchanged < 320
    assert output.read_bytes() == expected


def test_the_output_and_its_company_are_no_documents(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "5"}\n')
    output = tmp_path / "facts.jsonl"
    for _ in range(2):
        assert (
            run(plan(tmp_path, output, own=(tmp_path / "facts.report.json",))).counts.written == 1
        )


def test_the_report_is_json(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    run(plan(folder, output))
    report = json.loads(told(output, tmp_path))
    assert [len(report[name]) for name in ("failed", "skipped", "warned")] == [30, 2, 30]
    assert report["skipped_by_reason"] == {"hidden": 1, "no reader for .bin": 1}
    assert report["failed"][0] == {"source": "0/0.txt", "reason": "it is bad"}


def test_an_empty_folder_gives_an_empty_output(tmp_path):
    (tmp_path / "in").mkdir()
    output = tmp_path / "out.jsonl"
    run(plan(tmp_path / "in", output))
    assert output.read_bytes() == b""
    assert json.loads(told(output, tmp_path))["failed"] == []
