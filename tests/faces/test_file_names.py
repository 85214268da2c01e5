"""File names of any bytes: read, extracted and reported, spelled so that they can be read back."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import run

import arnlp
from arnlp.model.sources import path_of, spelled

TEXT = "افتتحت الوزارة 14 محطة جديدة."
BAD = os.fsdecode(b"\xc7\xe1.txt")
SPELLED = "\\xc7\\xe1.txt"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are Linux's")


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "in" / BAD
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        (b"a.txt", "a.txt"),
        ("دبي.txt".encode(), "دبي.txt"),
        (b"\xc7\xe1.txt", SPELLED),
        ("دبي".encode() + b"\xff", "دبي\\xff"),
        (b"back\\slash.txt", "back\\slash.txt"),
        (b"\\xc7.txt", "\\x5cxc7.txt"),
        (b"\\\xc7.txt", "\\\\xc7.txt"),
        (b"\\x5cxc7", "\\x5cx5cxc7"),
        (b"new\nline 50%.txt", "new\nline 50%.txt"),
    ],
)
def test_names_are_spelled_and_read_back(name, spelling):
    assert spelled(os.fsdecode(name)) == spelling
    assert os.fsencode(path_of(spelling)) == name


@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name and b"/" not in name))
def test_no_two_names_have_one_spelling(name):
    assert os.fsencode(path_of(spelled(os.fsdecode(name)))) == os.fsencode(Path(os.fsdecode(name)))


def test_reading_names_the_file(bad):
    document = arnlp.read(bad)
    assert document.source.endswith(SPELLED)
    assert json.loads(document.model_dump_json())["source"].endswith(SPELLED)
    with pytest.raises(arnlp.UnreadableDocument) as caught:
        arnlp.read(os.fsdecode(b"\xc7.txt"))
    assert str(caught.value).startswith("\\xc7.txt: ")
    with pytest.raises(arnlp.UnreadableDocument) as caught:
        arnlp.read(os.fsdecode(b"a.\xc7"))
    str(caught.value).encode("utf-8")
    with pytest.raises(arnlp.UnreadableDocument, match="zero byte"):
        arnlp.read("a\0.txt")


def test_a_source_of_any_code_points_is_written():
    for source in (BAD, "\ud800", "a\udfff"):
        arnlp.extract(TEXT, source=source).model_dump_json()


@pytest.mark.parametrize("form", ["json", "jsonl", "table", "timeml"])
def test_extract_prints_it(bad, form):
    result = run("extract", bad, "--format", form)
    assert result.returncode == 0, result.stderr.decode()
    assert result.stdout
    if form.startswith("json"):
        assert json.loads(result.stdout)["document"]["source"].endswith(SPELLED)


def test_extract_names_it_where_it_fails(bad):
    bad.write_bytes(b"")
    result = run("extract", bad)
    assert result.returncode == 1
    assert f"{SPELLED}: the file is empty" in result.stderr.decode()


@pytest.mark.parametrize("workers", [1, 2])
def test_batch_extracts_it_and_names_what_fails(bad, tmp_path, workers):
    folder = bad.parent
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    (folder / os.fsdecode(b"\xc7.txt")).touch()
    (folder / os.fsdecode(b"a.\xe1")).touch()
    (folder / os.fsdecode(b"\xe1")).mkdir()
    (folder / os.fsdecode(b"\xe1") / "deep.txt").write_text(TEXT, encoding="utf-8")
    output = tmp_path / "out.jsonl"
    result = run("batch", folder, "-o", output, "--workers", workers)
    assert result.returncode == 1
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert sorted(line["document"]["source"] for line in lines) == [
        SPELLED, "\\xe1/deep.txt", "good.txt",
    ]  # fmt: skip
    report = json.loads((tmp_path / "out.report.json").read_text("utf-8"))
    assert report["failed"] == [{"source": "\\xc7.txt", "reason": "the file is empty"}]
    assert report["skipped"] == [{"source": "a.\\xe1", "reason": "no reader for .\\xe1"}]
    assert "\\xc7.txt: the file is empty" in result.stderr.decode()
    assert all((folder / path_of(line["document"]["source"])).is_file() for line in lines)


def test_an_output_of_any_name_is_written(bad, tmp_path):
    output = tmp_path / os.fsdecode(b"\xd8.jsonl")
    assert run("batch", bad.parent, "-o", output).returncode == 0
    assert output.is_file()
    assert output.with_suffix(".report.json").is_file()
    refused = run("batch", bad, "-o", output)
    assert refused.returncode == 2
    assert "xc7" in refused.stderr.decode()
