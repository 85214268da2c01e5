"""What a time expression is."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.dates import calendar as cal


@dataclass(slots=True)
class DateMention:
    """A time expression over a range of tokens; ``stretch`` is None where it is unresolved.

    ``occasion`` marks a holiday, ``is_release_day`` a date that the text itself calls today.
    """

    first: int
    last: int  # half-open
    start: int
    end: int
    kind: str
    stretch: cal.Stretch | None = None
    timex: str | None = None
    edtf: str | None = None
    calendar: str = "gregorian"
    anchored: bool = False
    mod: str | None = None
    occasion: bool = False
    is_release_day: bool = False
