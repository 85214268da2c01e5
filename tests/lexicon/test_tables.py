"""The language tables: well formed, no spelling twice in one table, and what cannot be misread."""

from __future__ import annotations

from collections import Counter

import pytest
from babel import Locale
from support import ROOT
from ucumvert import PintUcumRegistry

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon import builder

TABLES = [(path.parent.name, path.stem) for path in sorted((ROOT / "arnlp/lang").glob("*/*.tsv"))]


@pytest.mark.parametrize(("folder", "name"), TABLES, ids=[f"{a}/{b}" for a, b in TABLES])
def test_table_is_well_formed(folder, name):
    path = ROOT / "arnlp/lang" / folder / f"{name}.tsv"
    lines = path.read_text("utf-8").split("\n")
    assert lines[0].startswith("#"), "say what the table holds"
    assert lines[-1] == ""
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) <= len(rows[0]) for row in rows)
    for row in table(folder, name):
        for cell in row.values():
            assert cell == cell.strip()
            assert "||" not in cell
            assert not cell.startswith("|")


@pytest.mark.parametrize(("folder", "name"), TABLES, ids=[f"{a}/{b}" for a, b in TABLES])
def test_no_spelling_stands_twice_in_a_row(folder, name):
    for row in table(folder, name):
        for cell in row.values():
            twice = [word for word, n in Counter(alternatives(cell)).items() if n > 1]
            assert not twice


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_is_ucum(language):
    registry = PintUcumRegistry()
    codes = {row["unit"] for name in ("units", "cldr_units") for row in table(language, name)}
    for code in sorted(codes):
        registry.from_ucum(code)


def test_every_currency_is_in_iso_4217():
    known = set(Locale("en").currencies)
    rows = [
        row for language in LANGUAGES for name in ("currencies", "subunits", "cldr_currencies")
        for row in table(language, name)
    ]  # fmt: skip
    for row in rows:
        for pair in row["code"].split():
            code = pair.split("=")[-1].split(":")[0]
            assert code in known or code == "XBT", pair  # XBT: bitcoin, by its makers' custom


def test_every_table_of_a_language_is_read():
    read = set(builder.TABLES) | {
        "structure",
        "styles",
        "organizations",
        "romanization",
        "arabic_names",
        "name_evidence",
        "short_heads",
        "paired_bodies",
        "spelling_ways",
        "name_heads",
        "purpose_heads",
        "name_words",
        "bound_names",
        "country_words",
        "country_cues",
        "republishers",
        "grammar_words",
        # the morphology's, read by it, by text/clitics.py or when its file is made
        "clitics",
        "enclitics",
        "closed_words",
        "masdars",
        "broken_plurals",
        "feminine_nouns",
        "irregular_verbs",
        "irregular_nouns",
        "irregular_degrees",
        "parts_of_speech",
        "verb_bases",
        # the grammar's, read by arnlp/syntax
        "compound_prepositions",
        "degree_nouns",
        "action_nouns",
        "adverbial_nouns",
        "approximators",
        "copular_verbs",
        "formula_verbs",
        "era_markers",
        "impersonal_verbs",
        "infinitive_verbs",
        "measuring_verbs",
        "pair_prepositions",
        "things_done",
        "verb_evidence",
        "intransitive_verbs",
        "deed_phrases",
        "deed_tellers",
        "deed_words",
        "deeds",
        "event_nouns",
        "figure_words",
        "home_signs",
        "launch_nouns",
        "frames",
        "nisba_endings",
        "no_name_endings",
        "noun_endings",
        "noun_prepositions",
        "period_markers",
        "predicates",
        "quantifying_nouns",
        "relative_pronouns",
        "saying_verbs",
        "support_verbs",
        "time_nouns",
        "topic_markers",
        "verb_particles",
    }
    for language in LANGUAGES:
        assert {name for folder, name in TABLES if folder == language} <= read
