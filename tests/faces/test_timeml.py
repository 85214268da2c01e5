"""TimeML: what TimeML 1.2.1 says of TIMEX3 holds for every release and every case."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from support import CORPORA, SAMPLE, cases, run

import arnlp

DATE_VALUE = r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?|(?:\d{4}|XXXX)-W(?:\d\d|XX)(?:-(?:WE|\d))?|\d{2,3}|XXX?"
PART_VALUE = r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI|Q[1-4]|H[12])|FY\d{4}"
CLOCK = r"T(?:\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?|MO|MI|AF|EV|NI)"
VALUES = {
    "DATE": re.compile(f"{DATE_VALUE}|{PART_VALUE}"),
    "TIME": re.compile(f"(?:{DATE_VALUE})?{CLOCK}"),
    "DURATION": re.compile(r"P(?:(?:[\d.]+|X)[YMWD])+|PT[\d.]+[HMS]"),
    "SET": re.compile(r"P\d+[YMWD]|PT\d+[HMS]|XXXX-WXX-[1-7]"),
}
MODS = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "START", "MID", "END", "APPROX"}


def check_timeml(xml, text):
    """Hold a document to what TimeML 1.2.1 says of TIMEX3."""
    root = ElementTree.fromstring(xml)
    assert [child.tag for child in root] == ["DOCID", "DCT", "TEXT"]
    assert "".join(root.find("TEXT").itertext()) == text
    tags = list(root.iter("TIMEX3"))
    ids = [tag.get("tid") for tag in tags]
    assert ids == [f"t{k}" for k in range(len(tags))]
    for tag in tags:
        assert set(tag.keys()) <= {
            "tid", "type", "value", "mod", "beginPoint", "endPoint", "anchorTimeID",
            "temporalFunction", "functionInDocument",
        }  # fmt: skip
        assert VALUES[tag.get("type")].fullmatch(tag.get("value")), tag.attrib
        assert tag.get("mod") is None or tag.get("mod") in MODS
        for reference in ("beginPoint", "endPoint", "anchorTimeID"):
            assert tag.get(reference) is None or tag.get(reference) in ids
        if tag.get("beginPoint"):
            assert tag.get("type") == "DURATION"


@pytest.mark.parametrize("path", sorted(CORPORA.rglob("*.txt")), ids=lambda path: path.stem)
def test_timeml_is_valid(path):
    text = path.read_text("utf-8")
    published = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))["published"]
    for day in (published, None):
        release = arnlp.extract(text, published=day, source=path.name)
        xml = arnlp.to_timeml(release, text)
        check_timeml(xml, text)
        assert xml.count("<TIMEX3") > len(release.dates) * 0.9


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("from March to October 2020", [
            ("DURATION", "P8M"), ("DATE", "2020-03"), ("DATE", "2020-10"),
        ]),
        ("since 2015", [("DATE", "2015")]),
        ("from 9 am to 5 pm", [("DURATION", "PT480M"), ("TIME", "T09:00"), ("TIME", "T17:00")]),
        ("from 9:00 to 17:00 GMT", [
            ("DURATION", "PT480M"), ("TIME", "T09:00Z"), ("TIME", "T17:00Z"),
        ]),
        ("1446 AH", [("DURATION", "P354D"), ("DATE", "2024-07-07"), ("DATE", "2025-06-25")]),
        ("الثلث الأول من عام 2024", [
            ("DURATION", "P4M"), ("DATE", "2024-01-01"), ("DATE", "2024-04-30"),
        ]),
        ("a < b & \x00 in 2015", [("DATE", "2015")]),
    ],
)  # fmt: skip
def test_timeml_of(text, tags):
    xml = arnlp.to_timeml(arnlp.extract(text), text)
    check_timeml(xml, text.replace("\x00", "\ufffd"))
    found = list(ElementTree.fromstring(xml).iter("TIMEX3"))[1:]
    assert [(tag.get("type"), tag.get("value")) for tag in found] == tags


@pytest.mark.parametrize("published", ["2024-10-15", None])
def test_timeml_of_every_case_is_valid(published):
    for case, text in cases("dates"):
        release = arnlp.extract(text, published=published, country=case.get("country"))
        check_timeml(arnlp.to_timeml(release, text), text)


def test_extract_writes_timeml():
    out = run("extract", SAMPLE, "--format", "timeml").stdout.decode()
    check_timeml(out, SAMPLE.read_text("utf-8"))
    result = run("extract", SAMPLE, SAMPLE, "--format", "timeml")
    assert result.returncode == 2
    assert "a document holds one text" in " ".join(result.stderr.decode().split())
