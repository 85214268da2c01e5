"""The whole extraction: grounded, typed, the same every time, and never at a loss."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import CORPORA, ROOT, SHARED

import arnlp
from arnlp.model.release import Release

SAMPLES = sorted(CORPORA.glob("*/*.txt"))
# Every word of the corpora, and what real files hold beside words.
WORDS = sorted({word for path in SAMPLES for word in path.read_text("utf-8").split()})
ODD = [
    *"\u0640\u064b\u0651\u0670\u0671\ufef5\ufefb\ufdf2\u200f\u200c\u00a0\n\t.,\u060c\u061b:!()\u00ab\u00bb\"'-\u2013/%\u066a+#@&_",
    *"0123456789\u0660\u0662\u0665\u06f1\u06f2", *"وبلكفسالهيأإآىةabXM\u00e9\u00df\u0130$\u20ac",
    "\n\n", "12:30", "15/11/2023", "1.234", "5,6", "Dr.", "H.E.", "لـ", "الـ",
]  # fmt: skip
pieces = st.one_of(st.sampled_from(WORDS), st.lists(st.sampled_from(ODD), max_size=4).map("".join))
mixtures = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " "])), max_size=40).map(
    lambda parts: "".join(piece for pair in parts for piece in pair)
)
texts = st.one_of(st.text(), mixtures)


def spans(release):
    """Yield every (start, end, text) of a result."""
    for kind in ("numbers", "quantities", "dates", "quotes"):
        yield from ((m.start, m.end, m.text) for m in getattr(release, kind))
    for entity in release.entities:
        yield from ((m.start, m.end, m.text) for m in entity.mentions)
    for fact in release.facts:
        yield from _grounded(fact.model_dump())


def _grounded(part):
    """Yield the spans of a fact, those within others too."""
    if isinstance(part, list):
        for item in part:
            yield from _grounded(item)
    elif isinstance(part, dict):
        if "start" in part:
            yield part["start"], part["end"], part["text"]
        yield from _grounded(list(part.values()))


def check(text, release):
    for start, end, quoted in spans(release):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == quoted
    ids = {entity.id for entity in release.entities}
    for quote in release.quotes:
        assert quote.speaker is None or quote.speaker in ids
    for fact in release.facts:
        for name in ("measure", "subject", "group", "place", "source", "by", "person"):
            argument = getattr(fact, name, None)
            assert argument is None or argument.entity_id in {None, *ids}
    # what our code writes is what the models allow, and reads back equal
    dumped = release.model_dump_json()
    assert Release.model_validate_json(dumped) == release
    assert Release.model_validate_json(dumped).model_dump_json() == dumped


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_mention_is_grounded_in_any_text(text):
    check(text, arnlp.extract(text, published="2024-03-01", country="AE"))


@pytest.fixture(scope="module")
def validator():
    """Return what holds a release to the schema, after the schema itself has been checked."""
    schema = json.loads((ROOT / "arnlp/model/schema.json").read_text("utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_mention_is_grounded_in_releases(path, validator):
    text = path.read_text("utf-8")
    release = arnlp.extract(text)
    check(text, release)
    validator.validate(release.model_dump(mode="json"))


@settings(max_examples=100, deadline=None)
@given(mixtures)
def test_engines_alone_give_the_same_mentions(text):
    release = arnlp.extract(text, published="2024-03-01")
    assert arnlp.numbers(text) == release.numbers
    assert arnlp.quantities(text) == release.quantities
    assert arnlp.dates(text, published="2024-03-01") == release.dates
    assert arnlp.entities(text) == release.entities
    assert arnlp.quotes(text) == release.quotes


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", "\x00", "\ud800", "a" * 100_000, "و" * 100_000, "9" * 10_000, "\u202e\u200f",
     "\u0640", "\u064b", "\u0640 5 \u0640", "\u0621\u0640",
     "\"" * 5000, "« " * 5000, "1.1." * 5000 + "@", "5 " * 5000, "بن " * 5000, "، " * 5000],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_no_text_is_refused(text):
    release = arnlp.extract(text)
    check(text.replace("\ud800", "\ufffd"), release)
    if "\ud800" in text:
        assert [w.code for w in release.warnings] == ["broken_surrogates"]


def test_the_same_bytes_in_any_process():
    path = CORPORA / "ar" / "ae-ports-ar.txt"
    code = "import sys, arnlp; print(arnlp.extract(open(sys.argv[1], encoding='utf-8').read()).model_dump_json())"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    assert len(outputs) == 1


# -- the user's own release -------------------------------------------------------------


USERS = SHARED / "releases" / "smart-dubai-2020.txt"


@pytest.fixture(scope="module")
def users_release():
    if not USERS.is_file():
        pytest.skip("the reading folder beside the checkout is not there")
    text = USERS.read_text("utf-8")
    return text, arnlp.extract(text, published="2020-12-21")


def test_users_release_figures(users_release):
    text, release = users_release
    check(text, release)
    figures = [(q.kind, q.value, q.unit, q.noun) for q in release.quantities]
    assert figures == [
        ("count", 62, None, "جهة حكومية"),
        ("count", 322000, None, "اجتماع"),
        ("count", 223000, None, "مكالمة جماعية"),
        ("count", 962000, None, "مكالمة فردية"),
        ("count", 5000000, None, "رسالة محادثة"),
        ("percent", 300, "%", None),
        ("multiplier", 3, "times", None),
    ]
    assert [(d.edtf, d.from_date, d.to_date) for d in release.dates] == [
        ("2020-03/2020-10", "2020-03-01", "2020-10-31")
    ]
    assert 19 not in [n.value for n in release.numbers]


def test_users_release_facts(users_release):
    _, release = users_release
    statistics = [f for f in release.facts if f.type == "statistic"]
    assert [(f.value, f.subject.text) for f in statistics[:1]] == [(62, "دبي الذكية")]
    usage = statistics[1:]
    assert [f.value for f in usage] == [322000, 223000, 962000, 5000000]
    for fact in usage:  # of the programmes of دبي الذكية
        assert fact.period.edtf == "2020-03/2020-10"
        assert fact.subject.text in ("المنظومة", "برامج المنظومة", "دبي الذكية")
    (change,) = [f for f in release.facts if f.type == "change"]
    assert (change.subject.text, change.measure.text, change.value, change.unit) == (
        "شبكة المعلومات الحكومية", "الطاقة الاستيعابية", 300, "%",
    )  # fmt: skip
    assert [(r.value, r.unit) for r in change.readings] == [(3, "times")]
    assert (change.direction, change.relation) == ("increase", "to")


def test_users_release_names(users_release):
    _, release = users_release
    (person,) = [e for e in release.entities if e.type == "person"]
    assert (person.name, person.honorifics) == ("وسام لوتاه", ["سعادة"])
    assert [(r.title, r.organization) for r in person.roles] == [
        ("المدير التنفيذي لمؤسسة حكومة دبي الذكية", "مؤسسة حكومة دبي الذكية")
    ]
    bodies = {e.name for e in release.entities if e.type == "organization"}
    assert bodies == {
        "دبي الذكية",
        "مؤسسة حكومة دبي الذكية",
        "حكومة دبي",
        "قسم التواصل والتراسل الحكومي",
    }


def test_users_release_statements(users_release):
    _, release = users_release
    person = next(e.id for e in release.entities if e.type == "person")
    first, second = release.quotes
    assert (first.direct, first.speaker, first.cue) == (False, person, "أكد")
    assert (second.direct, second.speaker, second.cue) == (True, person, "أضاف")
    assert first.text.startswith("الاستراتيجيات والخدمات")
    assert first.text.endswith("مرحلة العمل عن بعد")
    assert second.text.startswith("لقد برهن")
    assert second.text.endswith("واستدامته")
    assert "boilerplate" in [s.kind for s in release.document.sections]
