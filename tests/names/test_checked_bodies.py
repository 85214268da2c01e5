"""Every body that was checked against public pages is known by both of its names in its state."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
from support import ROOT

import arnlp
from arnlp.lexicon.bodies import bodies, words_of

LINES = (ROOT / "tests/cases/checked_bodies.tsv").read_text("utf-8").split("\n")
CHECKED = list(csv.DictReader((x for x in LINES if not x.startswith("#")), delimiter="\t"))
VERDICTS = {"agrees", "one language", "other wording", "wrong", "not found"}
STATES = 22


def test_the_table_covers_every_state():
    states = Counter(row["state"] for row in CHECKED if row["state"])
    assert len(states) == STATES
    assert min(states.values()) > 4
    assert {row["verdict"] for row in CHECKED} == VERDICTS


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("row", CHECKED, ids=[row["body"] for row in CHECKED])
def test_a_checked_name_leads_to_its_pair(row, language):
    found = bodies().named(words_of(row[language]))
    known = [body for body in found if body.country == row["state"]]
    assert [(body.id, body.ar, body.en) for body in known] == [(row["body"], row["ar"], row["en"])]


@pytest.mark.parametrize("row", CHECKED, ids=[row["body"] for row in CHECKED])
def test_a_checked_body_of_a_text_has_both_names(row):
    text = f"جاء في بيان صادر عن {row['ar']} أن العمل يسير."
    found = arnlp.entities(text, country=row["state"] or None)
    names = [e.names for e in found if e.type == "organization"]
    assert [(pair.ar, pair.en) for pair in names] == [(row["ar"], row["en"])]


@pytest.mark.parametrize(
    ("name", "state", "arabic", "english"),
    [
        (
            "هيأة الإعلام والاتصالات",
            "IQ",
            "هيئة الإعلام والاتصالات",
            "Communications and Media Commission",
        ),
        (
            "وزارة الشئون الاجتماعية والعمل",
            "YE",
            "وزارة الشؤون الاجتماعية والعمل",
            "Ministry of Social Affairs and Labour",
        ),
    ],
)
def test_a_body_is_known_as_its_state_writes_it(name, state, arabic, english):
    found = arnlp.entities(f"جاء في بيان {name} أمس.", country=state)
    assert [(e.name, e.names.ar, e.names.en) for e in found] == [(name, arabic, english)]


def test_letters_of_one_state_are_not_those_of_all():
    found = arnlp.entities("جاء في بيان هيأة الاتصالات والفضاء والتقنية أمس.", country="SA")
    assert [e.names.en for e in found if e.type == "organization"] == [None]
