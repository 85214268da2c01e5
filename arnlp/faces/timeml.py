"""The time expressions of a release as a TimeML document.

TimeML 1.2.1 (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html), laid out as
the shared tasks on it do: DOCID, DCT and TEXT. TIMEX3 has no value for an interval: it is tagged as
a duration whose ``beginPoint`` and ``endPoint`` are tags of their own that hold no text. A period
that is open at one end is tagged as the end that it has, with ON_OR_AFTER or ON_OR_BEFORE.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

if TYPE_CHECKING:
    from arnlp.model.release import Date, Release

_TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}
_THIRD = re.compile(r"(?:\d{4}|XXXX)-T\d")  # TIMEX3 names no thirds of a year
_UNKNOWN = "PXD"  # days, how many is not told
# What XML 1.0 cannot hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_timeml(release: Release, text: str) -> str:
    """Return a TimeML document of a text with the time expressions of its release tagged.

    ``text`` is what the release was extracted from. Characters that XML cannot hold become U+FFFD.

    >>> from arnlp import extract
    >>> text = "In March 2024 sales rose."
    >>> print(to_timeml(extract(text, source="a.txt"), text).splitlines()[-1])
    <TEXT>In <TIMEX3 tid="t1" type="DATE" value="2024-03">March 2024</TIMEX3> sales rose.</TEXT></TimeML>
    """
    root = Element("TimeML")
    SubElement(root, "DOCID").text = _clean(release.document.id)
    created = SubElement(root, "DCT")
    published = release.document.published
    day = SubElement(
        created, "TIMEX3", tid="t0", type="DATE", value=published or "XXXX-XX-XX",
        functionInDocument="CREATION_TIME", temporalFunction="false",
    )  # fmt: skip
    day.text = published or ""
    for above in (root[0], created):
        above.tail = "\n"
    root.text = "\n"
    body = SubElement(root, "TEXT")
    _tag(body, release.dates, text)
    xml = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'


def _tag(body: Element, dates: list[Date], text: str) -> None:
    """Fill the body with the text and its tags; of two that overlap the first is kept."""
    body.text = ""
    last: Element | None = None
    done, number = 0, 1

    def write(more: str) -> None:
        if last is None:
            body.text = (body.text or "") + _clean(more)
        else:
            last.tail = (last.tail or "") + _clean(more)

    for found in dates:
        if found.start < done:
            continue
        write(text[done : found.start])
        attributes, points = _attributes(found, number)
        last = SubElement(body, "TIMEX3", attributes)
        last.text = _clean(text[found.start : found.end])
        number += 1
        for point in points:
            last = SubElement(body, "TIMEX3", {"tid": f"t{number}", **point})
            number += 1
        done = found.end
    write(text[done:])


def _attributes(found: Date, number: int) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Return the attributes of a tag, and those of the ends of an interval."""
    anchor = {"temporalFunction": "true", "anchorTimeID": "t0"} if found.anchor else {}
    tid = {"tid": f"t{number}"}
    value = found.timex or ""
    ends = value.split("/")
    if found.kind == "duration":
        return {**tid, "type": "DURATION", "value": ends[0]}, []
    if found.kind == "interval" or len(ends) == 2 or _THIRD.fullmatch(value):
        if len(ends) != 2:
            ends = [found.from_date or "", found.to_date or ""]
        if all(ends):
            points = [{"type": "TIME" if "T" in end else "DATE", "value": end} for end in ends]
            length = {"beginPoint": f"t{number + 1}", "endPoint": f"t{number + 2}"}
            return {**tid, "type": "DURATION", "value": _length(found, ends), **length}, points
        if not any(ends):
            return {**tid, "type": "DURATION", "value": _UNKNOWN}, []
        open_ = "ON_OR_BEFORE" if not ends[0] else "ON_OR_AFTER"
        return {**tid, "type": "DATE", "value": ends[0] or ends[1], "mod": open_, **anchor}, []
    kind = "TIME" if "T" in value and found.kind == "date" else _TYPES[found.kind]
    mod = {"mod": found.mod} if found.mod else {}
    return {**tid, "type": kind, "value": value, **mod, **anchor}, []


def _length(found: Date, ends: list[str]) -> str:
    """Return how long an interval is: whole years or months where it has them, else days or hours."""
    if found.from_date is None or found.to_date is None:
        if all(end.startswith("T") for end in ends):
            first, last = (datetime.fromisoformat(f"2000-01-01{end[:6]}") for end in ends)
            return f"PT{int((last - first).total_seconds()) // 60 % 1440}M"
        return _UNKNOWN
    first_day = date.fromisoformat(found.from_date)
    after = date.fromisoformat(found.to_date) + timedelta(1)
    months = (after.year - first_day.year) * 12 + after.month - first_day.month
    if first_day.day == after.day and months > 0:
        return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
    return f"P{(after - first_day).days}D"


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
