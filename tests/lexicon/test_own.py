"""A lexicon of one's own: what its tables do, how it is checked, and that it leaks nowhere."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import run

import arnlp

TABLES = """
# Words of a ministry.
[[bodies]]
ar = "مختبر ألفا للبيانات"
en = ["Alpha Data Lab", "The Alpha Lab"]
abbreviation = "ADL"
country = "AE"

[[bodies]]
ar = "اعتدال"
en = "Etidal"

[[bodies]]
quoted = "نبض"
en = "Nabd Centre"

[[people]]
ar = ["نورة الضاحي", "نورة راشد الضاحي"]
en = "Norah Al Dahi"
office_ar = "مديرة المختبر"
office_en = "Director of the Lab"
organization_en = "Alpha Data Lab"

[[units]]
unit = "{sack}"
kind = "measure"
singular = ["شوال", "sack"]
plural = ["شوالات", "sacks"]

[[currencies]]
code = "XAL"
singular = "ألفاوي"
plural = "ألفاويات"

[[nouns]]
singular = "حافلة ذكية"
plural = "حافلات ذكية"

[[places]]
ar = "واحة زين"
en = "Zain Oasis"
country = "AE"

[[names]]
type = "programme"
ar = "نافذة الغد"
en = "Window of Tomorrow"

[[predicates]]
lemmas = ["تألق"]
class = "move"
direction = "increase"
"""


@pytest.fixture(scope="module")
def own():
    return arnlp.Lexicon.parse(TABLES)


def named(text, lexicon):
    return {(e.name, e.type, e.names.ar, e.names.en) for e in arnlp.entities(text, lexicon=lexicon)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلن مختبر ألفا للبيانات الخطة", ("مختبر ألفا للبيانات", "organization", "مختبر ألفا للبيانات", "Alpha Data Lab")),
        ("وقال اعتدال إن العدد ارتفع", ("اعتدال", "organization", "اعتدال", "Etidal")),
        ("The ADL said so.", ("ADL", "organization", "مختبر ألفا للبيانات", "Alpha Data Lab")),
        ("زار الوفد واحة زين", ("واحة زين", "place", "واحة زين", "Zain Oasis")),
        ("أطلقت الوزارة نافذة الغد", ("نافذة الغد", "programme", "نافذة الغد", "Window of Tomorrow")),
        ("وقالت نورة الضاحي", ("نورة الضاحي", "person", "نورة الضاحي", "Norah Al Dahi")),
        ("H.E. Norah Al Dahi said", ("Norah Al Dahi", "person", "نورة الضاحي", "Norah Al Dahi")),
    ],
)  # fmt: skip
def test_names(own, text, expected):
    assert expected in named(text, own)
    if expected[0] != "Norah Al Dahi":  # whose Arabic letters are the usual ones
        assert expected not in named(text, None)


def test_a_common_word_is_a_body_between_quotation_marks_alone(own):
    assert ("نبض", "organization") in {e[:2] for e in named('أطلق مركز "نبض" خدمة', own)} | {
        e[:2] for e in named('أعلن "نبض" الخطة', own)
    }
    assert not named("نبض القلب", own)


def test_an_office_is_that_of_the_text_or_else_of_the_lexicon(own):
    def offices(text):
        [person] = [e for e in arnlp.entities(text, lexicon=own) if e.type == "person"]
        return [(role.title, role.organization) for role in person.roles]

    assert offices("قالت معالي نورة الضاحي") == [("مديرة المختبر", None)]
    assert offices("Norah Al Dahi spoke.") == [("Director of the Lab", "Alpha Data Lab")]
    assert offices("قالت وزيرة الصحة نورة الضاحي إن العدد ارتفع")[0][0] == "وزيرة الصحة"


def test_spellings_of_a_person_are_one(own):
    [person] = arnlp.entities("زارت نورة راشد الضاحي المركز. وقالت نورة الضاحي", lexicon=own)
    assert len(person.mentions) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 شوالات", (7, "{sack}", None)),
        ("30 sacks", (30, "{sack}", None)),
        ("5 ألفاويات", (5, "XAL", None)),
        ("حافلتين ذكيتين", (2, None, "حافلتين ذكيتين")),
    ],
)
def test_quantities(own, text, expected):
    assert [(q.value, q.unit, q.noun) for q in arnlp.quantities(text, lexicon=own)] == [expected]


def test_a_verb_that_moves(own):
    text = "تألقت قيمة الصادرات بنسبة 12% في عام 2024."
    [fact] = arnlp.facts(text, lexicon=own)
    assert (fact.type, fact.direction) == ("change", "increase")
    assert all(fact.direction is None for fact in arnlp.facts(text))


def test_nothing_leaks(own):
    other = arnlp.Lexicon({"units": [{"unit": "{bag}", "kind": "measure", "singular": "شوالات"}]})
    text = "7 شوالات"

    def unit(lexicon):
        return arnlp.quantities(text, lexicon=lexicon)[0].unit

    wanted = [(own, "{sack}"), (other, "{bag}"), (None, None)] * 8
    assert [unit(lexicon) for lexicon, _ in wanted] == [unit for _, unit in wanted]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(unit, [one for one, _ in wanted])) == [u for _, u in wanted]


def test_an_empty_lexicon_changes_nothing():
    text = "أعلنت وزارة الصحة في دبي أن الإيرادات ارتفعت 5% إلى 7 ملايين درهم في 2020."
    assert arnlp.extract(text, lexicon=arnlp.Lexicon()) == arnlp.extract(text)


def test_it_goes_to_other_processes_and_back(own):
    again = pickle.loads(pickle.dumps(own))
    assert again.fingerprint == own.fingerprint
    assert arnlp.Lexicon.from_json(own.to_json()).fingerprint == own.fingerprint
    assert arnlp.quantities("30 sacks", lexicon=again)[0].unit == "{sack}"


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ('[[bodies]]\nar = "أ"\ncountry = "UAE"\n', "line 3, bodies.country", "AE"),
        ('\n[[bodies]]\ncountry = "AE"\n', "line 2", "ar or en"),
        ('[[people]]\nar = "أ"\n[[people]]\nname = "ب"\n', "line 4, people.name", "columns"),
        ('[[words]]\na = "b"\n', "line 1", "tables"),
        ('[[units]]\nunit = "km"\nkind = "measure"\n', "line 1, units.singular", "singular"),
        ('[[units]]\nunit = "km"\nkind = "measure"\nsingular = "a"\nfactor = 0\n', "line 5", "above 0"),
        ('[[currencies]]\ncode = "dh"\nsingular = "a"\n', "line 2, currencies.code", "4217"),
        ("[[nouns]]\nsingular = 1.5\n", "line 2, nouns.singular", "text"),
        ('[[nouns]]\nsingular = "5"\n', "line 2", "words"),
        ('[[nouns]]\nsingular = "a\\u202eb"\n', "line 2", "control"),
        ('[[predicates]]\nlemmas = "a"\nclass = "move"\n', "line 1", "increase or decrease"),
        ('[[predicates]]\nlemmas = "a"\nframe = "jump"\n', "line 3", "rise"),
        ('[names]\ntype = "event"\n', "", "[["),
        ("[[names\n", "", "TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, place, wanted):
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(arnlp.InvalidOption) as caught:
        arnlp.Lexicon.read(path)
    assert str(path) in str(caught.value)
    assert place in str(caught.value)
    assert wanted in str(caught.value)


def test_tables_in_tsv(tmp_path):
    path = tmp_path / "ours.bodies.tsv"
    path.write_text("# ours\nar\ten\tcountry\nمركز ألفا|ألفا\tAlpha\tAE\n\tBeta Hub\n", "utf-8")
    own = arnlp.Lexicon.read(path)
    assert len(own.tables["bodies"]) == 2
    assert ("ألفا", "organization", "مركز ألفا", "Alpha") in named("قال ألفا", own)
    for text, place in (
        ("ar\tcountry\nأ\tX\n", "line 2"),
        ("ar\nأ\tب\n", "line 2"),
        ("ar\tar\n", "line 1"),
    ):
        path.write_text(text, "utf-8")
        with pytest.raises(arnlp.InvalidOption, match=place):
            arnlp.Lexicon.read(path)
    for name in ("words.tsv", "own.yaml"):
        (tmp_path / name).write_text("ar\n", "utf-8")
        with pytest.raises(arnlp.InvalidOption, match=name):
            arnlp.Lexicon.read(tmp_path / name)


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe")
    for name in ("own.toml", "none.toml"):
        with pytest.raises(arnlp.UnreadableDocument, match=name):
            arnlp.Lexicon.read(tmp_path / name)


def test_a_path_is_no_lexicon():
    with pytest.raises(arnlp.InvalidOption, match=r"Lexicon\.read"):
        arnlp.extract("5", lexicon="own.toml")


def test_on_the_command_line(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("7 شوالات", "utf-8")
    own, out = tmp_path / "own.toml", tmp_path / "out.jsonl"
    own.write_text(TABLES, "utf-8")
    found = run("extract", tmp_path / "in" / "a.txt", "--lexicon", own)
    assert json.loads(found.stdout)["quantities"][0]["unit"] == "{sack}"
    assert run("batch", tmp_path / "in", "-o", out, "--lexicon", own).returncode == 0
    assert json.loads(out.read_text("utf-8"))["quantities"][0]["unit"] == "{sack}"
    own.write_text('[[units]]\nunit = "km"\n', "utf-8")
    for command in (("extract", tmp_path / "in" / "a.txt"), ("batch", tmp_path / "in", "-o", out)):
        failed = run(*command, "--lexicon", own)
        assert failed.returncode == 2
        assert "line 1" in failed.stderr.decode()
