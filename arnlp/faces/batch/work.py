"""The work of a batch on one document, or on some: a plain function that any engine can call."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path

from arnlp.faces.batch.settings import Limits
from arnlp.faces.batch.walk import Entry, too_large
from arnlp.faces.documents import Options, documents_of, extract_document
from arnlp.model.errors import ArnlpError
from arnlp.model.sources import writable

_BLOCK = 1 << 20
TOO_MUCH_MEMORY = "it takes more than {memory} MB of memory (--memory, --max-chars)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: its line of JSON, or why there is none."""

    source: str
    line: bytes | None
    facts: int = 0
    error: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of an entry: ``key`` tells its content with all that its lines depend on.

    ``unchanged`` where that is the key that was known: then no outcome is made anew. ``worn`` says
    that the process should be followed by a fresh one.
    """

    key: bytes | None
    outcomes: tuple[Outcome, ...] = ()
    unchanged: bool = False
    worn: bool = False


def stamp(options: Options) -> dict[str, object]:
    """Return all besides its content that a line depends on: the options and the version."""
    from arnlp import __version__
    from arnlp.model.release import SCHEMA_VERSION

    return {**asdict(options), "version": __version__, "schema_version": SCHEMA_VERSION}


def work_on(entry: Entry, options: Options, limits: Limits, known: bytes | None = None) -> Reply:
    """Read and extract an entry; an error becomes part of the reply, never raised.

    >>> entry = Entry("a.jsonl#1", "a.jsonl", line=b'{"text": "5 ports opened."}')
    >>> [outcome.error for outcome in work_on(entry, Options(), Limits()).outcomes]
    [None]
    """
    key = None
    try:
        size = len(entry.line) if entry.line is not None else os.stat(entry.path).st_size  # noqa: PTH116
        if size > limits.max_bytes:
            return _failed(entry, too_large(limits.max_bytes, size))
        key = _key(entry, options)
        if known is not None and key == known:
            return Reply(key, unchanged=True)
        file = entry.line if entry.line is not None else Path(entry.path)
        return Reply(key, tuple(_outcomes(entry, file, options)))
    except ArnlpError as error:
        return _failed(entry, getattr(error, "reason", None) or str(error))
    except MemoryError:
        return _failed(entry, TOO_MUCH_MEMORY.format(memory=limits.memory), worn=True)
    except RecursionError:
        return _failed(entry, "it is nested too deeply")
    except OSError as error:
        return _failed(entry, _of_system(error))
    except Exception as error:  # a fault of ours or of a library costs its document alone
        return _failed(entry, f"{type(error).__name__}: {error}"[:300])


def _of_system(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or str(error)


def _failed(entry: Entry, reason: str, worn: bool = False) -> Reply:
    return Reply(None, (Outcome(entry.source, None, error=writable(reason)),), worn=worn)


def _outcomes(entry: Entry, file: Path | bytes, options: Options) -> Iterable[Outcome]:
    documents = documents_of(file, entry.source)
    first = list(islice(documents, 2))
    for number, document in enumerate(chain(first, documents), 1):
        source = f"{entry.source}#{number}" if len(first) > 1 else entry.source
        release = extract_document(document, source, options, entry.written)
        warnings = tuple(warning.message for warning in document.warnings)
        line = release.model_dump_json().encode("utf-8")
        yield Outcome(source, line, len(release.facts), None, warnings)


def _key(entry: Entry, options: Options) -> bytes:
    """Return a digest of the content of an entry and of all that its lines depend on."""
    digest = hashlib.blake2b(digest_size=16)
    depends = {**stamp(options), "source": entry.source}
    if "mtime" in options.published_from:
        depends["written"] = entry.written
    digest.update(json.dumps(depends, sort_keys=True).encode() + b"\0")
    if entry.line is not None:
        digest.update(entry.line)
        return digest.digest()
    with open(entry.path, "rb") as file:  # noqa: PTH123
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.digest()
