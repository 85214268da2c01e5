"""Plain text: encodings, damage, and files that are none."""

from __future__ import annotations

import pytest

import arnlp

TEXT = "دولة الكويت: افتتاح 5 مراكز، وكلمة الوزير.\nسطر ثان"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"],
)
def test_encodings(tmp_path, encoding):
    path = tmp_path / "a.txt"
    text = TEXT if encoding != "iso8859_6" else TEXT.replace(":", "")
    path.write_bytes(text.encode(encoding))
    assert arnlp.read(path).text == text


def test_line_ends_become_one(tmp_path):
    path = tmp_path / "a.TXT"
    path.write_bytes(b"a\r\nb\rc\nd")
    assert arnlp.read(path).text == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        (bytes(range(256)), "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\x01\x02\x03" * 50, "binary"),
        (b"\xff\xfe\x00\xd8\x41", "damaged"),
    ],
)
def test_what_is_no_text_is_named(tmp_path, data, reason):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(arnlp.UnreadableDocument, match=reason) as caught:
        arnlp.read(path)
    assert str(path) in str(caught.value)


def test_folders_and_missing_files(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(arnlp.UnreadableDocument, match="arnlp batch"):
        arnlp.read(tmp_path / "folder.txt")
    with pytest.raises(arnlp.UnreadableDocument, match="no such file"):
        arnlp.read(tmp_path / "missing.txt")
    (tmp_path / "a.xyz").write_text("text")
    with pytest.raises(arnlp.UnsupportedFormat, match=r"no reader for '\.xyz'"):
        arnlp.read(tmp_path / "a.xyz")
