"""The kinds of sense are what is told of them: in the lexicon as built, and in the tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from arnlp.lang import LANGUAGES, has_table, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.builder import TABLES, build
from arnlp.lexicon.kinds import COUNTRY, KINDS, LANGUAGE, Kind
from arnlp.lexicon.lexicon import lexicon
from arnlp.lexicon.vocabulary import Vocabulary

BITS = {
    name: bit
    for name, bit in vars(S).items()
    if name.isupper() and isinstance(bit, int) and name != "UNMASKED"
}
SAID = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
FULL = [kind for kind in KINDS if kind.roles]
HELD = pytest.mark.parametrize("kind", FULL, ids=[kind.name for kind in FULL])


def _of_phrases(node: dict[Any, Any]) -> Iterator[S.Sense]:
    for below in node.values():
        yield from below if isinstance(below, list) else _of_phrases(below)


def _senses(vocabulary: Vocabulary) -> Iterator[S.Sense]:
    for shelf in (vocabulary.words, vocabulary.capitals):
        for senses in shelf.values():
            yield from senses
    yield from _of_phrases(vocabulary.phrases)


@cache
def _built() -> dict[int, list[S.Sense]]:
    """Return the senses of the lexicon by their kind."""
    out = defaultdict(list)
    for sense in _senses(build()):
        out[sense.kind].append(sense)
    return out


def _roles(kind: Kind, sense: S.Sense) -> set[str]:
    """Return the roles of a sense, a country's code as the one that stands for all."""
    if kind.together:
        return set(sense.value) | ({sense.role} - {""})
    if COUNTRY in kind.roles and re.fullmatch("[A-Z]{2}", sense.role):
        return {COUNTRY}
    return {sense.role}


@cache
def _kinds_of_tables() -> dict[str, set[int]]:
    """Return the kinds that the rows of each table of a language give, by its reader."""
    out = {}
    for name, read in TABLES.items():
        vocabulary = Vocabulary()
        for language in LANGUAGES:
            for row in table(language, name) if has_table(language, name) else ():
                read(vocabulary, language, row)
        out[name] = {sense.kind for sense in _senses(vocabulary)}
    return out


def _columns(name: str) -> set[str]:
    """Return the columns of a table: of all languages that have it, or of common/."""
    if name.startswith("common/"):
        return set(table("common", name.removeprefix("common/"))[0])
    return {
        column
        for language in LANGUAGES
        if has_table(language, name)
        for column in table(language, name)[0]
    }


def test_every_bit_is_told_once():
    assert sorted(kind.name for kind in KINDS) == sorted(BITS)
    assert {kind.name: kind.bit for kind in KINDS} == BITS


def test_no_two_kinds_share_a_bit():
    assert all(bit.bit_count() == 1 for bit in BITS.values())
    assert len(set(BITS.values())) == len(BITS)


def test_the_lexicon_has_no_other_kind():
    assert set(_built()) == {kind.bit for kind in FULL}


@HELD
def test_roles_are_those_told(kind):
    assert {role for sense in _built()[kind.bit] for role in _roles(kind, sense)} == set(kind.roles)


@HELD
def test_value_and_extra_are_told_where_there_are_any(kind):
    senses = _built()[kind.bit]
    assert any(sense.value is not None for sense in senses) == bool(kind.value)
    assert any(sense.extra is not None for sense in senses) == bool(kind.extra)
    if kind.extra == LANGUAGE:
        assert {sense.extra for sense in senses} <= set(LANGUAGES)


@SAID
def test_kind_without_roles_is_of_the_mask_alone(kind):
    assert bool(kind.tables) == bool(kind.roles)
    assert kind.roles or not (kind.value or kind.extra)


@pytest.mark.parametrize("name", TABLES)
def test_tables_give_the_kinds_told(name):
    told = {kind.bit for kind in KINDS if name in kind.tables}
    # The full names of agencies are looked up among the bodies, and not read from their rows.
    assert _kinds_of_tables()[name] == told - {S.ORG}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_told(name):
    told = {column for kind in KINDS for column in kind.tables.get(name, "").split()}
    assert told == _columns(name)


@SAID
def test_columns_told_are_there(kind):
    for name, columns in kind.tables.items():
        assert set(columns.split()) <= _columns(name), name


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("2.5", "NUMERIC"), ("10:30", "NUMERIC"), ("Dubai", "CAPITAL"), ("و", "CLITIC"),
        ("«", "QUOTE_MARK"), ("؟", "END_MARK"), ("\n", "END_MARK"), ("،", "COMMA"), ("؛", "COLON"),
        ("سيوفر", "FUTURE"),
    ],
)  # fmt: skip
def test_code_gives_bits_without_a_sense(piece, kind):
    entry = lexicon()[piece]
    assert entry is not None
    assert entry.mask & BITS[kind]
    assert BITS[kind] not in entry.senses
