"""Files that are damaged, or made to harm: an error of arnlp with its reason, never another."""

from __future__ import annotations

import contextlib
import os
import random

import pytest
from generate import documents as make
from generate import hostile
from hypothesis import given, settings
from hypothesis import strategies as st

import arnlp
from arnlp.readers import read_bytes

TEXT = "The ministry opened 14 stations in 2024.\nIt cost 5 million dirhams, 12% more than planned."
GOOD = {
    "docx": make.docx(TEXT), "odt": make.odt(TEXT), "rtf": make.rtf(TEXT), "eml": make.mail(TEXT),
    "html": make.page(TEXT), "json": make.record(TEXT),
    "pdf": hostile.pdf_of(b"BT /F1 12 Tf 50 700 Td (14 ports opened) Tj ET", filters="[]"),
}  # fmt: skip
HARMFUL = hostile.harmful()


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_made_to_harm_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(HARMFUL[name])
    with pytest.raises(arnlp.UnreadableDocument) as caught:
        arnlp.read(path)
    assert caught.value.source == str(path)
    assert len(caught.value.reason) > 10


@pytest.mark.parametrize("name", hostile.misnamed(TEXT))
def test_what_is_misnamed_is_read(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(hostile.misnamed(TEXT)[name])
    document = arnlp.read(path)
    assert "14 stations in 2024." in document.text
    assert document.warnings[0].code == "misnamed_file"


@pytest.mark.parametrize("suffix", GOOD)
@pytest.mark.parametrize("damage", [hostile.truncated, hostile.flipped])
def test_damage_is_told_or_read(suffix, damage):
    chance = random.Random(suffix)
    for _ in range(40):
        with contextlib.suppress(arnlp.UnreadableDocument):
            read_bytes(damage(GOOD[suffix], chance), f"a.{suffix}")


@settings(max_examples=150)
@given(
    st.binary(max_size=300),
    st.sampled_from(["", ".txt", ".docx", ".pdf", ".eml", ".rtf", ".json", ".html"]),
)
def test_any_bytes_are_read_or_refused(data, suffix):
    for start in (
        b"",
        b"PK\x03\x04",
        b"{\\rtf1 ",
        b"From: a\nSubject: b\nMIME-Version: 1.0\n",
        b'{"text": "',
    ):
        with contextlib.suppress(arnlp.UnreadableDocument):
            read_bytes(start + data, f"a{suffix}")


def test_a_page_of_a_pdf_is_read():
    document = read_bytes(GOOD["pdf"], "a.pdf")
    assert document.text == "14 ports opened"
    assert [(page.start, page.end) for page in document.pages] == [(0, 15)]


def test_limits_name_themselves(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("5 ports opened. " * 100)
    with pytest.raises(arnlp.UnreadableDocument, match="max_bytes"):
        arnlp.read(path, max_bytes=100)
    with pytest.raises(arnlp.UnreadableDocument, match="max_chars"):
        arnlp.read(path, max_chars=500)
    with pytest.raises(arnlp.InvalidOption, match="max_chars"):
        arnlp.read(path, max_chars=0)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(arnlp.UnreadableDocument, match="pipe"):
        arnlp.read(tmp_path / "a.txt")
