"""What a batch costs: python tests/benchmarks/batch.py [--documents 20000] [--kills 20] [--jobs 1 2]

Documents are texts of ../shared/texts (or the corpora, where it is not there), repeated with other
figures. Prints for each number of jobs documents a second, the most memory of the parent and of a
worker, and the memory of workers in each tenth of the run, which is to stay flat; then the ratio of
the rates, and the sizes of what was written. With --kills, a run is killed that often at random
points and gone on with, and its bytes are compared with those of a run that was not.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXTS = ROOT.parent / "shared" / "texts"
COMMAND = [sys.executable, "-m", "arnlp.faces.cli", "batch"]
LONGEST = 20_000  # characters


def texts():
    """Yield texts without end, their figures changed from the second round on."""
    files = sorted(TEXTS.glob("*.jsonl.xz"))
    if files:
        all_texts = []
        for path in files:
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                all_texts += [json.loads(line)["text"] for line in lines]
    else:
        all_texts = [path.read_text("utf-8") for path in sorted((ROOT / "corpora").glob("*/*.txt"))]
    dice = random.Random(17)
    dice.shuffle(all_texts)
    for number, text in enumerate(cycle(all_texts)):
        if number >= len(all_texts):
            text = re.sub(r"[1-9]", lambda _: str(dice.randint(1, 9)), text)
        yield text[:LONGEST]


def make(folder: Path, documents: int) -> int:
    """Write so many documents, a thousand in a folder; return their bytes."""
    size = 0
    for number, text in enumerate(islice(texts(), documents)):
        path = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(exist_ok=True)
        size += path.write_bytes(text.encode("utf-8", "replace"))
    return size


class Watch:
    """The memory of a process and of those below it, looked at twice a second (Linux)."""

    def __init__(self, process: int) -> None:
        self.process = process
        self.parent = 0.0
        self.workers: list[float] = []
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def _watch(self) -> None:
        while (own := resident(self.process)) is not None:
            self.parent = max(self.parent, own)
            below = [resident(child) or 0.0 for child in descendants(self.process)]
            self.workers.append(max(below, default=0.0))
            time.sleep(0.5)

    def tenths(self) -> list[int]:
        """Return the most megabytes of a worker in each tenth of the run."""
        step = max(1, len(self.workers) // 10)
        return [
            round(max(self.workers[at : at + step])) for at in range(0, len(self.workers), step)
        ]


def resident(process: int) -> float | None:
    """Return the megabytes that a process has in memory, None where it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return None
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else None


def descendants(process: int) -> list[int]:
    """Return the processes below one."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    except OSError:
        return []
    return [below for child in map(int, children) for below in [child, *descendants(child)]]


def timed(folder: Path, output: Path, jobs: int, documents: int, more: list[str]) -> float:
    """Run a batch, print what it took, and return documents a second."""
    start = time.perf_counter()
    with subprocess.Popen(
        [*COMMAND, folder, "-o", output, "--jobs", str(jobs), *more], stderr=subprocess.DEVNULL
    ) as process:
        watch = Watch(process.pid)
        process.wait()
    rate = documents / (time.perf_counter() - start)
    print(
        f"{jobs} jobs: {rate:.1f} documents/s, parent at most {watch.parent:.0f} MB, worker at most "
        f"{max(watch.workers, default=0):.0f} MB, by tenths {watch.tenths()}",
        flush=True,
    )
    return rate


def killed(
    folder: Path, expected: Path, output: Path, kills: int, seconds: float, more: list[str]
) -> None:
    """Kill a run at random points, go on with it, and print whether the bytes are the same."""
    dice = random.Random(4)
    done = 0
    for _ in range(kills):
        with subprocess.Popen(
            [*COMMAND, folder, "-o", output, "--resume", *more], stderr=subprocess.DEVNULL
        ) as process:
            try:
                process.wait(dice.uniform(0, seconds))
            except subprocess.TimeoutExpired:
                process.kill()
                done += 1
    subprocess.run([*COMMAND, folder, "-o", output, "--resume", "--quiet", *more], check=False)
    same = output.read_bytes() == expected.read_bytes()
    print(f"killed {done} times and gone on with: bytes {'equal' if same else 'DIFFER'}")


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--entities", default="model")
    args = parser.parse_args()
    more = ["--entities", args.entities]
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "in")
        folder.mkdir()
        size = make(folder, args.documents)
        rates = {}
        for jobs in args.jobs:
            output = Path(work, f"{jobs}.jsonl")
            rates[jobs] = timed(folder, output, jobs, args.documents, more)
        if {1, 2} <= rates.keys():
            print(f"two workers do {rates[2] / rates[1]:.2f} times the documents of one")
        journal = output.with_name(output.name + ".journal").stat().st_size
        print(
            f"{args.documents} documents of {size / 1e6:.1f} MB: lines {output.stat().st_size / 1e6:.1f}"
            f" MB, journal {journal / 1e6:.1f} MB"
        )
        if args.kills:
            seconds = 2 * args.documents / rates[args.jobs[-1]] / args.kills + 5
            killed(folder, output, Path(work, "killed.jsonl"), args.kills, seconds, more)


if __name__ == "__main__":
    main()
