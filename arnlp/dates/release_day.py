"""The day of a release, where its own text gives it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from arnlp.dates.mention import DateMention

_OF_DAYS = ("date", "time")  # kinds of time expression that may give a day


def day_in(dates: Iterable[DateMention]) -> date | None:
    """Return the first day that a dateline's time expressions give, where it is resolved."""
    for mention in dates:
        stretch = mention.stretch
        if mention.kind in _OF_DAYS and stretch is not None and stretch.first == stretch.last:
            if stretch.first is not None:
                return stretch.first
    return None


_STAMP_LINES = 6  # at the head of a text, empty ones counted


def day_called_today(dates: Iterable[DateMention]) -> date | None:
    """Return the first day that the text itself calls today: اليوم الأربعاء 5 مارس 2025."""
    for mention in dates:
        if mention.is_release_day and mention.stretch is not None:
            return mention.stretch.first
    return None


def day_of_stamp(text: str, dates: Iterable[DateMention]) -> date | None:
    """Return the day of a line at the head of a text that a date fills, as pages stamp their items."""
    for mention in dates:
        if text.count("\n", 0, mention.start) >= _STAMP_LINES:
            return None
        stretch = mention.stretch
        if mention.kind not in ("date", "time") or mention.anchored or stretch is None:
            continue
        before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
        after = text[mention.end :].partition("\n")[0]
        if stretch.first == stretch.last and not any(map(str.isalnum, before + after)):
            return stretch.first
    return None
