"""What arnlp reads of other projects' date suites: python tests/benchmarks/peer_dates.py [FOLDER]

Reads the suites of dates, periods and durations out of Recognizers-Text (MIT) and duckling
(BSD-3-Clause) as JSON lines of ``text``, ``reference`` (the day that relative dates refer to) and
``expected``. The folder defaults to ``../shared/peers`` beside the checkout; nothing is copied.

A case is right when each date, period and duration that it expects is found at its place with the
same days or the same length; where the suite gives a past and a future reading, either will do. A
period's end may be the last day or, as in the suite, the day after; of a range that names its last
year or month, also the first day of that (2014 to 2018 ends there on 2018-01-01). Cases that the suite itself
leaves unresolved are not scored. Prints the share for each suite and language, then what is left,
by the reason it is left for.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from left import print_left, reason

import arnlp

FOLDER = Path(__file__).parents[3] / "shared" / "peers"
SUITES = (
    "recognizers-dateparser", "recognizers-dateperiodparser", "recognizers-datetimemodel",
    "recognizers-durationparser", "duckling-duration",
)  # fmt: skip
SECONDS = {
    "Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "TH": 3600, "TM": 60, "TS": 1,
    "Year": 31536000, "Month": 2592000, "Week": 604800, "Day": 86400, "Hour": 3600, "Minute": 60,
    "Second": 1,
}  # fmt: skip
ONE_DAY = timedelta(1)


def kind_of(item: dict[str, Any]) -> str:
    """Return the kind of what a suite expects: date, daterange or duration, or another."""
    return str(item["type"]).removeprefix("datetimeV2.")


def readings(item: dict[str, Any]) -> list[Any]:
    """Return the readings that a suite gives: days, pairs of days, or seconds; none if unresolved."""
    value, kind = item["value"], kind_of(item)
    if isinstance(value, list):
        return [Fraction(value[0]) * SECONDS[value[1]]]
    if not isinstance(value, dict):
        return []
    parts = value.get("values") or [
        value.get(name, {}) for name in ("PastResolution", "FutureResolution")
    ]
    out: list[Any] = []
    for part in parts:
        if kind == "date":
            day = part.get("date") or part.get("value")
            if day and day not in ("0001-01-01", "not resolved"):
                out.append(day)
        elif kind == "duration":
            length = part.get("duration") or part.get("value")
            if length:
                out.append(Fraction(length))
        else:
            pair = (
                part.get("startDate") or part.get("start"),
                part.get("endDate") or part.get("end"),
            )
            if any(pair) and "0001-01-01" not in pair:
                out.append(pair)
    return out


def seconds(timex: str) -> Fraction | None:
    """Return the length of a TIMEX3 duration.

    >>> seconds("PT1.5H"), seconds("P1M2D")
    (Fraction(5400, 1), Fraction(2764800, 1))
    """
    if not re.fullmatch(r"P[\dYMWDTHS.]+", timex):
        return None
    days, _, clock = timex[1:].partition("T")
    total = Fraction(0)
    for number, unit in re.findall(r"([\d.]+)([YMWD])", days):
        total += Fraction(number) * SECONDS[unit]
    for number, unit in re.findall(r"([\d.]+)([HMS])", clock):
        total += Fraction(number) * SECONDS["T" + unit]
    return total


def is_found(item: dict[str, Any], found: list[Any]) -> bool:
    """Tell whether one of the mentions at its place has one of the readings of an item."""
    start, end, kind = item["start"], item["end"], kind_of(item)
    wanted = readings(item)
    for mention in found:
        if not (mention.start < end and start < mention.end):
            continue
        if kind == "duration":
            if mention.kind == "duration" and seconds(mention.timex or "") in wanted:
                return True
        elif kind == "date":
            if mention.from_date == mention.to_date and mention.from_date in wanted:
                return True
        elif any(_same_period(mention, low, high) for low, high in wanted):
            return True
    return False


def _same_period(mention: Any, low: str | None, high: str | None) -> bool:
    first, last = mention.from_date, mention.to_date
    if low is None and high is not None:  # before 2010
        if mention.mod in ("BEFORE", "ON_OR_BEFORE") and first == high:
            return True
        return first is None and last is not None and high in (last, _after(last))
    if high is None and low is not None:  # after 2018, since 2018
        if mention.mod == "AFTER" and last is not None and low in (last, _after(last)):
            return True
        return bool(first == low and last is None)
    ends = [last, _after(last)] if last is not None else []
    _, _, named = (mention.edtf or "").partition("/")
    if 4 <= len(named) < 10 and named.replace("-", "").isdigit():
        ends.append((named + "-01-01")[:10])
    return bool(first == low and high in ends)


def _after(day: str) -> str:
    return (date.fromisoformat(day) + ONE_DAY).isoformat()


def main() -> None:
    """Print the shares and what is left."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    left: dict[str, list[str]] = defaultdict(list)
    for language in ("ar", "en"):
        right = total = 0
        for suite in SUITES:
            path = folder / f"{suite}-{language}.jsonl"
            if not path.is_file():
                continue
            good = size = 0
            for line in path.read_text("utf-8").splitlines():
                case = json.loads(line)
                items = [
                    item
                    for item in case["expected"]
                    if kind_of(item) in ("date", "daterange", "duration") and readings(item)
                ]
                if not items:
                    continue
                reference = str(case["reference"] or "")[:10] or None
                if reference is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", reference):
                    reference = None
                found = arnlp.dates(case["text"], published=reference)
                ok = all(is_found(item, found) for item in items)
                good, size = good + ok, size + 1
                if not ok:
                    wanted = [(item["surface"], readings(item)[:2]) for item in items][:3]
                    got = [(d.text, d.from_date, d.to_date, d.timex) for d in found][:3]
                    left[reason(case["text"], REASONS)].append(
                        f"{case['text'][:80]!r} {wanted} <> {got}"
                    )
            print(f"  {path.stem:36} {good:4} of {size:4}")
            right, total = right + good, total + size
        if total:
            print(
                f"dates, periods and durations, {language}: {right} of {total}, {right / total:.3f}\n"
            )
    print_left(left)


# Why a case is left, by what its text looks like; the first pattern that fits counts.
REASONS: tuple[tuple[str, str], ...] = (
    (
        r"(?i)\b(few|some|several|couple|another|additional|fewer)\b|بضع",
        "a vague number, which the suite takes for two or three",
    ),
    (
        r"(?i)\b(early|earlier|late|mid|beginning of|start of|end of|eoy|middle|later)\b"
        r"|مطلع|أواخر|منتصف|نهاية|لاحق",
        "a part of a period: here the whole with START, MID or END, or its last month, day or"
        " weekend; the suite gives a half or a third of it",
    ),
    (
        r"(?i)(more|less) than \d|two sundays",
        "a bound on a span from a day: here the day that the span reaches",
    ),
    (
        r"(?i)\bago\b|قبل شهر|months from|منذ شهر",
        "so many months or years ago: here a month or a year, in the suite a day",
    ),
    (
        r"(?i)easter|black friday|juneteenth|thanksgiving|new year|christmas|labor day",
        "holidays of other countries, or moved from a holiday",
    ),
    (
        r"(?i)(first|third|last) week|الأسبوع الأول|first 2 weeks|last 3 weeks|third month|decade"
        r"|العقدين|this May|last sept|سبتمبر الماضي|(next|last|following) (sun|wednes|fri)day"
        r"|الثلاثة القادمة|3 months|العام التالي",
        "periods that are counted another way: the first week of a month is here its days 1 to 7,"
        " the last decades are those before the release, next Sunday is the coming one",
    ),
    (
        r"(?i)\b(within|in (\d+|two|three|four|a) |later|weeks? in the future|fortnight|business)"
        r"|خلال|بعد",
        "a span that may be a duration: in two weeks, within 3 years",
    ),
    (
        r"\d[/.-] ?\d|\d - \d|/ ?\d|-20\d\d|\d{8}|=|\bcy|(?i:sep)\w*-20",
        "digits that may be another's number (3/2015, 4.22, 20170302), or the month first",
    ),
    (
        r"(?i)\b(on|for|of|at|the|Sat|and) (the )?(\d+(st|nd|th)?|thirty|87)\b|\b70'?s\b|\botd\b"
        r"|the (next )?(day|week|month)\b|my day|same week|workweek|weekends?|night|last day|day before"
        r"|إلى (27|الحادي)|للث|في (15|27|خمسة|الحادي)|يومي|اليوم|آخر يوم|الأحد الأول|\bwed\b|\btmrw\b",
        "a day or week without its month, as one says it to a calendar",
    ),
    (
        r"(?i)nineteen|thousand|twenty|ألف|تسعة وعشرين|عام 247|noughties|سبعينيات",
        "years and days in words without a word for year or month",
    ),
    (
        r"(?i)hour|minute|month|year|second|\d ?[hmw]\b|\"|الساعات|شهر|اسبوع",
        "durations that are dictated: 1 hour thirty, 2m, 1 year 1 month 21 days",
    ),
)


if __name__ == "__main__":
    main()
