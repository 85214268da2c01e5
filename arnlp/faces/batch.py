"""A folder of releases to one file of JSON lines, over worker processes.

Documents come out in the order of their paths whatever the number of workers. A file that cannot
be read is reported and left out; the output appears whole or not at all.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from arnlp.faces.documents import Options, extract_document
from arnlp.model.errors import ArnlpError, InvalidOption
from arnlp.model.sources import spelled
from arnlp.readers import READERS, read

_CHUNKS_A_WORKER = 8
_LARGEST_CHUNK = 16
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(slots=True)
class Report:
    """How a batch went: documents written, files that failed, files of formats with no reader."""

    written: int = 0
    facts: int = 0
    failed: list[dict[str, str]] = field(default_factory=list)
    skipped: list[dict[str, str]] = field(default_factory=list)
    warned: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> str:
        """Return the report as indented JSON."""
        data = {
            "written": self.written,
            "facts": self.facts,
            "failed": self.failed,
            "skipped": self.skipped,
            "warned": self.warned,
        }
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Result:
    """One document of a batch: its line of JSON, or why there is none."""

    source: str
    line: str | None
    facts: int
    error: str | None
    warnings: tuple[str, ...] = ()


def files_below(folder: Path) -> tuple[list[Path], list[dict[str, str]]]:
    """Return the files to read below a folder in the order of their paths, and those to skip.

    Hidden files and folders are passed over. Raises InvalidOption where there is no such folder.
    """
    if not folder.is_dir():
        raise InvalidOption(
            "folder", spelled(folder), "a folder; for single files use 'arnlp extract'"
        )
    found: list[Path] = []
    skipped: list[dict[str, str]] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(root, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() in READERS:
                found.append(path)
            else:
                reason = f"no reader for {spelled(path.suffix) or 'files without a suffix'}"
                skipped.append({"source": _relative(path, folder), "reason": reason})
    found.sort(key=lambda path: path.relative_to(folder).parts)
    skipped.sort(key=lambda item: item["source"])
    return found, skipped


def _relative(path: Path, folder: Path) -> str:
    return spelled(path.relative_to(folder).as_posix())


def extract_file(path: Path, source: str, options: Options) -> Result:
    """Read and extract one file; an error becomes part of the result."""
    try:
        document = read(path)
        release = extract_document(document, source, options)
    except ArnlpError as error:
        return Result(source, None, 0, _reason(error))
    except (MemoryError, OSError) as error:
        return Result(source, None, 0, f"{type(error).__name__}: {error}")
    warnings = tuple(warning.message for warning in document.warnings)
    return Result(source, release.model_dump_json(), len(release.facts), None, warnings)


def _reason(error: ArnlpError) -> str:
    return getattr(error, "reason", None) or str(error)


def _one(job: tuple[Path, str, Options]) -> Result:
    return extract_file(*job)


def run(
    folder: Path,
    output: Path,
    options: Options,
    workers: int | None = None,
    on_done: Callable[[int, int], Any] | None = None,
) -> Report:
    """Extract a folder into a file of JSON lines and return the report.

    ``on_done`` is called with (files done, files in all) after each file. The output is written
    beside its place and moved there when it is whole. Raises InvalidOption before any work.
    """
    files, skipped = files_below(folder)
    if not output.parent.is_dir():
        raise InvalidOption("output", spelled(output), "a path in a folder that exists")
    report = Report(skipped=skipped)
    jobs = [(path, _relative(path, folder), options) for path in files if path != output]
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            for done, result in enumerate(_results(jobs, workers), 1):
                if result.line is not None:
                    out.write(result.line + "\n")
                    report.written += 1
                    report.facts += result.facts
                else:
                    report.failed.append({"source": result.source, "reason": str(result.error)})
                report.warned += [{"source": result.source, "warning": w} for w in result.warnings]
                if on_done is not None:
                    on_done(done, len(jobs))
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp's own mode is for secrets
        os.replace(name, output)  # noqa: PTH105 - a str from mkstemp
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return report


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _use_one_thread() -> None:
    """Let the matrix products of a worker run in one thread: the workers have the cores already.

    NumPy reads these when it is first imported, which a worker does at its first text.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")


def _results(jobs: list[tuple[Path, str, Options]], workers: int | None) -> Iterator[Result]:
    """Yield results in the order of their jobs, from one process or several."""
    count = min(workers or os.cpu_count() or 1, len(jobs))
    if count <= 1:
        yield from map(_one, jobs)
        return
    chunk = max(1, min(_LARGEST_CHUNK, len(jobs) // (count * _CHUNKS_A_WORKER)))
    with ProcessPoolExecutor(count, initializer=_use_one_thread) as pool:
        yield from pool.map(_one, jobs, chunksize=chunk)
