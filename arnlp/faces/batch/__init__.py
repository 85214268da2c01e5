"""A folder of releases to one file of JSON lines, over worker processes; see faces/README.md.

Documents come out in the order of their paths, whatever the number of workers. What cannot be read,
hangs or crashes is reported and left out. A run that was killed goes on where it was, and ends with
the bytes of one that never was.
"""

from __future__ import annotations

from arnlp.faces.batch.journal import BrokenOff, Counts
from arnlp.faces.batch.report import Progress, Report
from arnlp.faces.batch.run import Run, run
from arnlp.faces.batch.settings import Limits, Taken

__all__ = [
    "BrokenOff",
    "Counts",
    "Limits",
    "Progress",
    "Report",
    "Run",
    "Taken",
    "run",
]
