"""Documents that hang, crash or take too much: each costs itself alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

# Patched in the workers, too: they load the script that they were started from.
SCRIPT = """
import os, signal, sys, time
import arnlp.faces.batch.work as work

read = work.documents_of

def documents_of(file, source):
    if "hangs" in source:
        time.sleep(1000)
    if "crashes" in source:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "killed" in source:
        os.kill(os.getpid(), signal.SIGKILL)
    if "ends" in source:
        os._exit(7)
    if "hungry" in source:
        held = [bytearray(50_000_000) for _ in range(100)]
    if "faulty" in source:
        raise LookupError("no such thing")
    if "nested" in source:
        raise RecursionError
    if "noisy" in source:
        print("noise", file=sys.stderr)
    return read(file, source)

work.documents_of = documents_of

if __name__ == "__main__":
    from arnlp.faces.cli import main
    main()
"""
REASONS = {
    "crashes.txt": "its process crashed (SIGSEGV); perhaps it takes more than 900 MB of memory (--memory, --max-chars)",
    "ends.txt": "its process ended (7)",
    "faulty.txt": "LookupError: no such thing",
    "hangs.txt": "it takes more than 4 seconds (--timeout)",
    "hungry.txt": "it takes more than 900 MB of memory (--memory, --max-chars)",
    "killed.txt": "its process was killed, by the system where memory is short",
    "large.txt": "it has 0.002 MB, more than the 0.001 MB that are read (--max-bytes)",
    "nested.txt": "it is nested too deeply",
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited by Linux's kernel")
def test_a_document_that_breaks_its_process_costs_itself_alone(tmp_path):
    root = tmp_path / "in"
    root.mkdir()
    for name in REASONS:
        (root / name).write_text("5 ports", encoding="utf-8")
    (root / "large.txt").write_text("five ports" * 200, encoding="utf-8")
    good = [f"{number}.txt" for number in range(9)] + ["noisy.txt"]
    for name in good:
        (root / name).write_text("Exports rose by 5% in 2024.", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable, script, "batch", root, "-o", tmp_path / "out.jsonl", "--jobs", "2",
            "--timeout", "4", "--memory", "900", "--max-bytes", "1000", "--entities", "rules",
        ],
        capture_output=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=300,
    )  # fmt: skip
    errors = done.stderr.decode()
    assert done.returncode == 1, errors
    assert "Traceback" not in errors
    assert "noise" not in errors
    report = json.loads((tmp_path / "out.report.json").read_text("utf-8"))
    assert {item["source"]: item["reason"] for item in report["failed"]} == REASONS
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [line["document"]["source"] for line in lines] == good
