"""`arnlp batch` on folders: good files, bad ones, any number of workers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from support import CORPORA, SAMPLE, run


@pytest.fixture
def folder(tmp_path):
    """A folder with good files and with every kind of bad one."""
    text = "دبي في 14 أكتوبر 2024 / وام / افتتح المركز أمس 14 محطة جديدة."
    root = tmp_path / "releases"
    (root / "deep" / "er").mkdir(parents=True)
    (root / "good.txt").write_text(text, encoding="utf-8")
    (root / "deep" / "windows.txt").write_bytes(text.encode("cp1256"))
    (root / "deep" / "er" / "wide.txt").write_text(text, encoding="utf-16")
    (root / "page.html").write_text(
        f"<title>T</title><meta property='article:published_time' content='2024-10-14'><p>{text}</p>",
        encoding="utf-8",
    )
    filler = (
        " وهذا نص لا رقم فيه يملأ السطر كلاما عن الخطط والبرامج والمشاريع التي تعلنها الجهات" * 6
    )
    (root / "large.txt").write_text((text + filler + "\n") * 20_000, encoding="utf-8")
    (root / "empty.txt").touch()
    (root / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (root / "dangling.txt").symlink_to(root / "nowhere.txt")
    (root / "secret.txt").write_text(text, encoding="utf-8")
    (root / "secret.txt").chmod(0)
    (root / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (root / ".hidden.txt").write_text(text, encoding="utf-8")
    return root


def _bound_by_permissions():
    """Return a prefix for a command whose file permissions count even where the tests run as root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root reads every file, and setpriv (util-linux) is not there to prevent it")
    dropped = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}"]


def test_batch_goes_on_past_bad_files(folder, tmp_path):
    assert (folder / "large.txt").stat().st_size > 20_000_000
    output = tmp_path / "facts.jsonl"
    command = [*_bound_by_permissions(), sys.executable, "-m", "arnlp.faces.cli", "batch", folder]
    result = subprocess.run(
        [*command, "-o", output, "--jobs", "2", "--max-chars", "20000"], capture_output=True
    )
    errors = result.stderr.decode()
    assert result.returncode == 1, errors
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [line["document"]["source"] for line in lines] == [
        "deep/er/wide.txt", "deep/windows.txt", "good.txt", "large.txt", "page.html",
    ]  # fmt: skip
    for line in lines:
        assert line["document"]["published"] == "2024-10-14"
        assert line["quantities"][0]["value"] == 14
    report = json.loads(output.with_suffix(".report.json").read_text("utf-8"))
    reasons = {item["source"]: item["reason"] for item in report["failed"]}
    assert reasons == {
        "binary.txt": "it is binary, not text (zero bytes)",
        "dangling.txt": "a link to a file that is not there",
        "empty.txt": "the file is empty",
        "secret.txt": "no permission to read it",
    }
    for source, reason in reasons.items():
        assert f"{source}: {reason}" in errors
    assert {item["source"]: item["reason"] for item in report["skipped"]} == {
        ".hidden.txt": "hidden", "picture.jpg": "no reader for .jpg",
    }  # fmt: skip
    assert [item["source"] for item in report["warned"]] == ["large.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "facts.jsonl", "facts.jsonl.journal", "facts.report.json", "releases",
    ]  # fmt: skip


def test_batch_gives_the_same_bytes_with_any_number_of_workers(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted(CORPORA.glob("*/*.txt"))[::25]:
        shutil.copy(path, folder)
    outputs = []
    for workers in (1, 2, 3):
        output = tmp_path / f"{workers}.jsonl"
        assert run("batch", folder, "-o", output, "--workers", workers).returncode == 0
        outputs.append(output.read_bytes())
    assert outputs[0] == outputs[1] == outputs[2]
    assert outputs[0].count(b"\n") == len(list(folder.iterdir()))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((SAMPLE,), "for single files use 'arnlp extract'"),
        ((CORPORA, "-o", CORPORA, "-f", "jsonl"), "a file, not a folder"),
        ((CORPORA, "-o", "."), "the name of a file or a new folder"),
        ((CORPORA, "--published-from", "moon"), "one of path, mtime, meta"),
        ((CORPORA, "--engine", "abacus"), "one of local, ray"),
        ((CORPORA, "--address", "here"), "none with the local engine"),
        ((CORPORA, "--format", "tsv"), "one of jsonl, parquet, duckdb, csv"),
        ((CORPORA, "--timeout", "0"), "a number above 0"),
        ((CORPORA, "--memory", "60"), "memory=60"),
        ((CORPORA, "--entities", "guess"), "entities='guess'"),
        ((CORPORA, "-o", "/nowhere/at/all.jsonl"), "a path in a folder that exists"),
        ((CORPORA, "--published", "soon"), "published='soon'"),
    ],
)
def test_batch_refuses_before_any_work(args, message, tmp_path):
    result = run("batch", *args, cwd=tmp_path)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_workers_have_a_thread_each():
    code = (
        "import os, sys, arnlp.faces.cli\n"
        "from arnlp.faces.batch.worker import use_one_thread\n"
        "assert 'numpy' not in sys.modules  # it reads how many threads when it is imported\n"
        "os.environ['OMP_NUM_THREADS'] = '3'\n"
        "use_one_thread()\n"
        "print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OMP_NUM_THREADS'])\n"
    )
    environment = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "3"]
