"""A folder of good, damaged and harmful files of every format, to try a batch on.

    python -m tests.generate.hostile_folder OUT --files 3000

Beside OUT stand OUT.manifest.jsonl (for each file its source as arnlp spells it, its kind: good, bad,
or any for what damage may have left readable; for good ones the file of its plain text) and
OUT.texts with those plain texts. The texts are those of corpora/, their figures changed; the same
arguments give the same folder, but for what LibreOffice and Chromium write of days.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from generate import documents as make  # noqa: E402
from generate import hostile  # noqa: E402

from arnlp.model.sources import spelled  # noqa: E402

_CONVERTED = {"odt": 0.03, "rtf": 0.03, "pdf": 0.04}  # by LibreOffice, as shares of the folder
_PRINTED = 0.015
_DAMAGED = 0.15
_RECORDS = 5  # in a file of JSON lines
_HUGE = 70 << 20


class Good(NamedTuple):
    """How a format is written, and the share of the folder that it takes."""

    suffix: str
    share: float
    write: Callable[[str, random.Random], bytes]


def _encoded(text: str, chance: random.Random) -> bytes:
    return make.plain(text).encode(chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le")))


WRITTEN = (
    Good("docx", 0.14, lambda text, _: make.docx(text)),
    Good("html", 0.14, lambda text, _: make.page(text)),
    Good("txt", 0.14, _encoded),
    Good("eml", 0.06, lambda text, _: make.mail(text)),
    Good("json", 0.04, lambda text, _: make.record(text)),
)


class Folder:
    """Writes files and keeps what is to become of them."""

    def __init__(self, out: Path, seed: int) -> None:
        self.out, self.texts = out, out.with_name(out.name + ".texts")
        for folder in (self.out, self.texts):
            folder.mkdir(parents=True, exist_ok=True)
        self.chance = random.Random(seed)
        self.rows: list[dict[str, str]] = []
        self._sources = [
            make.plain(path.read_text("utf-8"))
            for path in sorted((ROOT / "corpora").glob("*/*.txt"))
        ]

    def text(self) -> str:
        """Return a text of corpora/ with its figures of two digits and more changed."""
        text = self.chance.choice(self._sources)
        digit = self.chance.randrange(1, 10)
        return re.sub(r"(?<![\d.,/-])[1-9](?=\d{2,}(?![\d/-]))", str(digit), text)

    def write(self, name: str | bytes, data: bytes, kind: str, text: str | None = None) -> Path:
        """Write a file in one of the folders, and its row of the manifest."""
        below = f"{self.chance.randrange(40):02}"
        (self.out / below).mkdir(exist_ok=True)
        path = Path(os.fsdecode(os.path.join(os.fsencode(self.out / below), os.fsencode(name))))  # noqa: PTH118
        path.write_bytes(data)
        self.keep(path, kind, text)
        return path

    def keep(self, path: Path, kind: str, text: str | None = None, part: int | None = None) -> None:
        """Keep the row of a file; a good one has its text."""
        source = spelled(path.relative_to(self.out).as_posix())
        row = {"source": source if part is None else f"{source}#{part}", "kind": kind}
        row["format"] = path.suffix.lstrip(".")
        if text is not None:
            row["text"] = f"{len(self.rows):06}.txt"
            (self.texts / row["text"]).write_text(make.plain(text), "utf-8")
        self.rows.append(row)


def written(folder: Folder, files: int) -> None:
    """Write the good files of the formats that need no other program, and their damaged copies."""
    for good in WRITTEN:
        for number in range(int(files * good.share)):
            text = folder.text()
            folder.write(
                f"{good.suffix}-{number:05}.{good.suffix}",
                good.write(text, folder.chance),
                "good",
                text,
            )
    for number in range(int(files * _DAMAGED)):
        good = folder.chance.choice(WRITTEN)
        data = good.write(folder.text(), folder.chance)
        damage = folder.chance.choice((hostile.truncated, hostile.flipped))
        folder.write(f"damaged-{number:05}.{good.suffix}", damage(data, folder.chance), "any")
    for number in range(max(1, files // 300)):
        texts = [folder.text() for _ in range(_RECORDS)]
        data = b"\n".join(make.record(text) for text in texts) + b'\n{"text": "torn\n'
        path = folder.write(f"records-{number:03}.jsonl", data, "any")
        for part, text in enumerate(texts, 1):
            folder.keep(path, "good", text, part)


def converted(folder: Folder, files: int) -> None:
    """Write what LibreOffice and Chromium write, where they are."""
    work = folder.out.with_name(folder.out.name + ".work")
    work.mkdir(exist_ok=True)
    if make.SOFFICE:
        for suffix, share in _CONVERTED.items():
            texts = {f"{suffix}-{number:05}": folder.text() for number in range(int(files * share))}
            for name, text in texts.items():
                (work / f"{name}.docx").write_bytes(make.docx(text))
            make.converted([work / f"{name}.docx" for name in texts], suffix, work)
            for name, text in texts.items():
                data = (work / f"{name}.{suffix}").read_bytes()
                folder.write(f"{name}.{suffix}", data, "good", text)
                folder.write(f"cut-{name}.{suffix}", hostile.truncated(data, folder.chance), "any")
                folder.write(f"flip-{name}.{suffix}", hostile.flipped(data, folder.chance), "any")
    if make.CHROMIUM:
        for number in range(int(files * _PRINTED)):
            text = folder.text()
            (work / "page.html").write_bytes(make.printed(text))
            make.printed_to_pdf(work / "page.html", work / "page.pdf")
            folder.write(f"print-{number:05}.pdf", (work / "page.pdf").read_bytes(), "good", text)
    for path in work.iterdir():
        path.unlink()
    work.rmdir()


def harmful(folder: Folder) -> None:
    """Write what is made to harm, what is misnamed, and names that are hard to bear."""
    for name, data in hostile.harmful().items():
        folder.write(f"bad-{name}", data, "bad")
    text = folder.text()
    for name, data in hostile.misnamed(text).items():
        folder.write(f"mis-{name}", data, "good", text)
    for name in (b"caf\xe9.txt", b"\xc7\xe1\xe6.txt", "خبر 5.txt".encode(), b"new\nline.txt", b"-rf.txt", b"a" * 240 + b".txt",
                 b"$(touch x).txt", b"back\\xe9.txt", b"UPPER.TXT", "e\u0301.txt".encode(), b"\x1b[31mred.txt"):  # fmt: skip
        text = folder.text()
        folder.write(name, make.plain(text).encode(), "good", text)
    folder.write("huge.txt", (hostile.SENTENCE * (_HUGE // len(hostile.SENTENCE))).encode(), "bad")
    folder.write("huge.html", b"<!doctype html><p>" + hostile.SENTENCE.encode() * 400_000, "bad")
    folder.write("program.exe", b"MZ" + hostile.noise(folder.chance), "bad")
    folder.write("photo.png", hostile.image(), "bad")
    folder.write(".hidden.txt", b"5 ports", "hidden")
    for number in range(20):
        folder.write(f"noise-{number:02}.{folder.chance.choice(('txt', 'pdf', 'docx', 'eml'))}",
                     hostile.noise(folder.chance), "any")  # fmt: skip
    odd = folder.out / "links"
    odd.mkdir(exist_ok=True)
    for name, target in (("outside.txt", "/etc/hostname"), ("loop.txt", "loop.txt"), ("up", ".."), ("gone.txt", "none.txt")):  # fmt: skip
        (odd / name).unlink(missing_ok=True)
        (odd / name).symlink_to(target)
        folder.keep(odd / name, "link")
    (odd / "pipe.txt").unlink(missing_ok=True)
    os.mkfifo(odd / "pipe.txt")
    folder.keep(odd / "pipe.txt", "bad")
    deep = folder.out / "deep" / "/".join(["d"] * 60)
    deep.mkdir(parents=True, exist_ok=True)
    text = folder.text()
    (deep / "far.txt").write_text(text, "utf-8")
    folder.keep(deep / "far.txt", "good", text)


def tiny(folder: Folder, files: int) -> Iterator[None]:
    """Write tiny texts until the folder has as many files as were asked for."""
    while len({row["source"].partition("#")[0] for row in folder.rows}) < files:
        for number in range(50):
            text = f"{hostile.SENTENCE.replace('14', str(len(folder.rows) + 11))}"
            folder.write(f"tiny-{len(folder.rows):06}-{number}.txt", text.encode(), "good", text)
        yield


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("out", type=Path, help="folder to make; it must not be there")
    parser.add_argument("--files", type=int, default=3000, help="least number of files")
    parser.add_argument("--seed", type=int, default=17)
    given = parser.parse_args()
    if given.out.exists():
        parser.error(f"{given.out} is there already")
    folder = Folder(given.out.resolve(), given.seed)
    written(folder, given.files)
    converted(folder, given.files)
    harmful(folder)
    for _ in tiny(folder, given.files):
        pass
    manifest = folder.out.with_name(folder.out.name + ".manifest.jsonl")
    rows = [json.dumps(row, ensure_ascii=False) for row in folder.rows]
    manifest.write_text("\n".join(rows) + "\n", "utf-8")
    missing = [
        name
        for name, there in (("LibreOffice", make.SOFFICE), ("Chromium", make.CHROMIUM))
        if not there
    ]
    print(
        f"{len(folder.rows)} rows in {manifest}"
        + (f"; without {', '.join(missing)}" if missing else "")
    )


if __name__ == "__main__":
    main()
