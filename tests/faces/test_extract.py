"""`arnlp extract`, used as a user would: as a process."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from support import CORPORA, SAMPLE, run

import arnlp
from arnlp.model.release import Release


def test_extract_prints_the_release_as_json():
    result = run("extract", SAMPLE)
    assert (result.returncode, result.stderr) == (0, b"")
    release = Release.model_validate_json(result.stdout)
    assert release.document.source == str(SAMPLE)
    assert release == arnlp.extract(SAMPLE.read_text("utf-8"), source=str(SAMPLE))


def test_extract_reads_standard_input_in_any_locale():
    text = "بلغ العدد 62 جهة أمس."
    result = run(
        "extract", "-", "--published", "2024-10-15", stdin=text.encode(),
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    release = Release.model_validate_json(result.stdout)
    assert [q.text for q in release.quantities] == ["62 جهة"]
    assert release.dates[0].from_date == "2024-10-14"


def test_extract_several_files():
    other = CORPORA / "en" / "ae-ports-en.txt"
    array = json.loads(run("extract", SAMPLE, other).stdout)
    lines = run("extract", SAMPLE, other, "--format", "jsonl").stdout.decode().splitlines()
    assert array == [json.loads(line) for line in lines]
    assert [release["document"]["language"] for release in array] == ["ar", "en"]


def test_extract_as_a_table_keeps_arabic_in_one_piece():
    out = run("extract", SAMPLE, "--format", "table").stdout.decode()
    assert "1,200,000,000" in out
    assert "\u2067حمد النقبي\u2069" in out
    assert out.count("\u2067") == out.count("\u2069")


def test_extract_goes_on_past_a_bad_file(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("extract", empty, tmp_path / "none.txt", SAMPLE)
    assert result.returncode == 1
    assert len(json.loads(result.stdout)) == 1
    errors = result.stderr.decode()
    assert "empty.txt: the file is empty" in errors
    assert "none.txt: there is no such file" in errors


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--published", "soon"), "published='soon' is not valid"),
        (("--published", "0001-01-01"), "of the years 1500 to 2500"),
        (("--country", "Dubai"), "country='Dubai' is not valid"),
        (("--language", "fr"), "language='fr' is not valid"),
        (("--format", "xml"), "Invalid value"),
    ],
)
def test_extract_refuses_options_that_make_no_sense(args, message):
    result = run("extract", SAMPLE, *args)
    assert (result.returncode, result.stdout) == (2, b"")
    assert message in " ".join(result.stderr.decode().split())


def test_a_closed_pipe_ends_quietly():
    command = f'"{sys.executable}" -m arnlp.faces.cli extract {SAMPLE} | head -c 1'
    result = subprocess.run(["sh", "-c", command], capture_output=True)
    assert result.stderr == b""


@pytest.mark.parametrize(("width", "columns"), [("80", "of what"), ("140", "measure")])
def test_a_table_of_facts_fits_its_terminal(tmp_path, width, columns):
    path = tmp_path / "a.txt"
    path.write_text("Oman's exports fell to 4.3 million tonnes in 2024 from 4.7 million tonnes.", "utf-8")  # fmt: skip
    out = run("extract", path, "--format", "table", env={"COLUMNS": width}).stdout.decode()
    facts = out[: out.index("Dates")]
    assert max(map(len, facts.splitlines())) <= int(width)
    for told in (columns, "change", "4,300,000 t", "decrease to", "from 4,700,000 t", "exports", "2024"):  # fmt: skip
        assert told in facts


def test_html_is_a_page():
    page = run("extract", SAMPLE, "--format", "html").stdout.decode()
    assert page.startswith("<!DOCTYPE html>")
    assert "The text is not at hand" not in page
    both = run("extract", SAMPLE, SAMPLE, "--format", "html").stdout.decode()
    assert both.count("<article") == 2
