"""What a batch finds in a folder: in order, nothing twice, and nothing passed over in silence."""

from __future__ import annotations

import os
import sys

import pytest

from arnlp.faces.batch.settings import Files, Taken
from arnlp.faces.batch.walk import DATA, LEAVES, entries

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "in"
    for name in ("b/2.txt", "b/10.txt", "b.txt", "a/x.html", "a/deep/er/y.TXT", "c.jpg", "README"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("five", encoding="utf-8")
    return root


def walk(root, *, longest=1000, **taken):
    own = Files(root / "facts.jsonl").own()
    return [
        (found.source, found.skipped or found.failed)
        for found in entries(root, Taken(**taken), own, longest)
    ]


def documents(root, **taken):
    return [source for source, reason in walk(root, **taken) if reason is None]


ALL = ["a/deep/er/y.TXT", "a/x.html", "b/10.txt", "b/2.txt", "b.txt"]


def test_files_come_in_the_order_of_their_paths(folder):
    assert documents(folder) == ALL
    assert dict(walk(folder))["c.jpg"] == "no reader for .jpg"
    assert dict(walk(folder))["README"] == "no reader for files without a suffix"


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ({"include": ("*.txt",)}, ["b/10.txt", "b/2.txt", "b.txt"]),
        ({"include": ("b/*", "*.html")}, ["a/x.html", "b/10.txt", "b/2.txt"]),
        ({"include": ("/b.txt",)}, ["b.txt"]),
        ({"exclude": ("a",)}, ["b/10.txt", "b/2.txt", "b.txt"]),
        ({"exclude": ("deep", "1*")}, ["a/x.html", "b/2.txt", "b.txt"]),
        ({"exclude": ("a/deep/er",), "include": ("*.TXT", "b.txt")}, ["b.txt"]),
    ],
)
def test_globs_say_what_is_taken(folder, taken, expected):
    assert documents(folder, **taken) == expected


def test_what_is_left_out_is_told(folder):
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").touch()
    os.mkfifo(folder / "pipe.txt")
    (folder / "facts.jsonl").touch()
    told = dict(walk(folder, exclude=("deep",), include=("b*",)))
    assert told[".git"] == "hidden"
    assert told["a/deep"] == "excluded"
    assert told["a/x.html"] == "not included"
    assert told["facts.jsonl"] == "of this batch itself"
    assert told["pipe.txt"].startswith("no plain file")


def test_links_stay_in_the_folder_unless_they_are_followed(folder, tmp_path):
    outside = tmp_path / "out"
    outside.mkdir()
    (outside / "secret.txt").write_text("five", encoding="utf-8")
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "leaves.txt").symlink_to(outside / "secret.txt")
    (folder / "up.txt").symlink_to("../out/secret.txt")
    (folder / "other").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "a" / "self.txt").symlink_to("self.txt")
    (folder / "nowhere.txt").symlink_to("nothing.txt")
    told = dict(walk(folder))
    assert told["in.txt"] is None
    assert told["leaves.txt"] == told["up.txt"] == LEAVES
    assert told["other"] == told["loop"] == "a link to a folder (--follow-links)"
    assert told["nowhere.txt"] == "a link to a file that is not there"
    assert told["a/self.txt"]
    told = dict(walk(folder, follow_links=True))
    assert told["leaves.txt"] is None
    assert told["other/secret.txt"] is None
    assert told["loop"] == "a link to a folder that it is in"


def test_a_file_of_lines_has_a_document_on_each(tmp_path):
    lines = tmp_path / "many.jsonl"
    lines.write_bytes(b'{"text": "a"}\n\n{"text": "b"}\n' + b"x" * 2000 + b'\n{"text": "c"}')
    told = walk(lines, longest=100)
    assert [source for source, _ in told] == [
        "many.jsonl#1", "many.jsonl#3", "many.jsonl#4", "many.jsonl#5",
    ]  # fmt: skip
    assert [reason for _, reason in told if reason] == [
        "it has more than the 0.0001 MB that are read (--max-bytes)"
    ]
    (tmp_path / "empty.jsonl").touch()
    assert walk(tmp_path / "empty.jsonl") == [("empty.jsonl#1", "the file is empty")]


def test_a_path_that_is_too_deep_is_told(tmp_path):
    root = tmp_path / "in"
    root.mkdir()
    (root / "z.txt").touch()
    here = os.open(root, os.O_RDONLY)
    for _ in range(30):  # deeper than a path can name
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    told = walk(root)
    assert told[-1] == ("z.txt", None)
    assert [reason for _, reason in told[:-1]] == ["File name too long"]


def test_depth_costs_no_recursion(folder):
    path = folder
    for _ in range(400):
        path = path / "d"
    path.mkdir(parents=True)
    (path / "x.txt").touch()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        assert len(documents(folder)) == len(ALL) + 1
    finally:
        sys.setrecursionlimit(limit)


def test_the_data_of_a_text_beside_it_is_passed_over(tmp_path):
    written = {
        "a.txt": "5 ports", "a.json": '{"published": "2024-05-13"}',
        "a.gold.json": '{"quantities": [{"start": 0, "end": 7, "text": "5 ports"}]}',
        "b.html": "<p>5 ports</p>", "b.json": '[{"start": 3, "end": 10, "text": "5 ports"}]',
        "c.txt": "5 ports", "c.json": '{"title": "Ports", "text": "6 ports"}',
        "d.json": '{"published": "2024-05-13"}', "d.gold.json": '{"text": "5 ports"}',
        "e.txt": "5 ports", "e.json": '{"published": ',
        "f.txt": "5 ports", "f.json": '{"articles": [{"text": "6 ports"}, {"text": "7 ports"}]}',
        "g/a.json": '{"published": "2024-05-13"}',
    }  # fmt: skip
    (tmp_path / "g").mkdir()
    for name, content in written.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    told = dict(walk(tmp_path))
    assert [name for name, reason in told.items() if reason == DATA] == [
        "a.gold.json", "a.json", "b.json",
    ]  # fmt: skip
    assert {reason for name, reason in told.items() if name[0] in "cdefg"} == {None}
