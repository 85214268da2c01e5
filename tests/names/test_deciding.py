"""Names that one small model weighs: those that it adds, those that it drops, those that rules alone decide."""

from __future__ import annotations

from itertools import pairwise

import pytest

import arnlp
from arnlp.lang import table
from arnlp.names.deciding import TYPES, Candidate, chance
from arnlp.names.mention import NamedMention


def _found(text: str) -> set[tuple[str, str]]:
    return {(e.type, e.name) for e in arnlp.entities(text)}


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("وافق الكونغرس على الخطة", "organization", "الكونغرس"),
        ("تعادل أرسنال مع ليفربول", "organization", "أرسنال"),
        ("أفادت رويترز من بغداد بأن العمل يسير", "place", "بغداد"),
        ("دخل الجيش اللبناني المدينة", "organization", "الجيش اللبناني"),
        ("أعلنت الحكومة السودانية الخطة", "organization", "الحكومة السودانية"),
    ],
)
def test_a_name_that_is_likely(text: str, type_: str, name: str) -> None:
    assert (type_, name) in _found(text)


@pytest.mark.parametrize("text", ["وافق الجميع على الخطة", "رحمه الله", "وأكد حزب جديد ذلك", ""])
def test_no_name(text: str) -> None:
    assert _found(text) == set()


def test_names_do_not_overlap() -> None:
    text = "وافق الكونغرس الأمريكي على خطة جلال الدين حقاني نجل سراج الدين حقاني في باريس"
    spans = sorted((m.start, m.end) for e in arnlp.entities(text) for m in e.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_an_announced_person_is_kept() -> None:
    mention = NamedMention(0, 2, 0, 9, "person", honorifics=["معالي"])
    assert Candidate(0, 2, "person", mention, 0.1).is_kept
    assert not Candidate(0, 2, "person", None, 0.9).is_kept


def test_the_surer_the_likelier() -> None:
    for type_ in TYPES:
        sure, unsure = ({(type_, "seen"): 1.0, (type_, "sure"): s} for s in (0.99, 0.1))
        assert chance(sure) > chance(unsure)


def test_every_weight_is_of_a_type() -> None:
    assert {row["type"] for row in table("ar", "name_evidence")} == set(TYPES)
