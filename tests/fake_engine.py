"""An engine of batches that does no linguistics, for tests of all that is around it."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from arnlp.faces.batch.work import Outcome, Reply

PAUSE = float(os.environ.get("FAKE_PAUSE", "0"))


class Fake:
    """A line for each document, made of its bytes; documents that begin with ``bad`` fail."""

    def __init__(self, jobs, options, limits, known, address):
        self.options, self.known = options, known

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def start(self):
        pass

    def replies(self, entries):
        for entry in entries:
            if not entry.is_document:
                reason = entry.failed
                failed = (Outcome(entry.source, None, error=reason),) if reason else ()
                yield entry, Reply(None, failed)
                continue
            time.sleep(PAUSE)
            yield entry, self._reply(entry)

    def _reply(self, entry):
        data = entry.line
        if data is None:
            with Path(entry.path).open("rb") as file:
                data = file.read()
        if data.startswith(b"bad"):
            return Reply(None, (Outcome(entry.source, None, error="it is bad"),))
        key = hashlib.sha256(data + str(self.options).encode()).digest()
        if self.known(entry) == key:
            return Reply(key, unchanged=True)
        warnings = ("it is odd",) if data.startswith(b"odd") else ()
        line = entry.source.encode() + b": " + data.hex().encode() * 50
        return Reply(key, (Outcome(entry.source, line, 2, None, warnings),))


engine = Fake
