"""Makes the forms that a stem takes: which beginnings and endings, and what each of them tells.

A paradigm is a table for each way a stem stands (bare, before a pronoun, after the article) from what
is written before and behind the stem to the features that the written form leaves open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from camel_morph import Morph, Row, Tables, arabic, bare, features_of, go_together, tests_of

# How a stem stands.
BARE, BEFORE_PRONOUN, AFTER_ARTICLE = range(3)
Features = tuple[tuple[str, str], ...]
# From the way a stem stands, to (before, behind) as spelt, to the features it may have.
Cells = dict[tuple[int, str, str], tuple[Features, ...]]

_GENDERS = {"m": "Masc", "f": "Fem"}
_NUMBERS = {"s": "Sing", "d": "Dual", "p": "Plur"}
_MOODS = {"i": "Ind", "j": "Jus", "s": "Sub"}
_CASES = {"n": "Nom", "a": "Acc", "g": "Gen"}
_STATES = {"i": "Ind", "c": "Com", "d": "Def"}
_PRONOUN = Morph("", {}, (), frozenset(["enc0", "poss"]))
_STEM_CONDITIONS = frozenset(["gem", "a-#", "u-#", ">-#", "Mono", "Five-nouns", "trans", "ditrans"])
_NOTHING = Morph("", {}, (), frozenset())
_TRANSITIVE = frozenset(["trans", "ditrans"])


def folded(latin_form: str) -> str:
    """Return a transliterated form without vowels, in Arabic letters."""
    return arabic(bare(latin_form))


def features(**given: str | None) -> Features:
    """Return features in the order of their names, those without a value left out."""
    return tuple(sorted((name, value) for name, value in given.items() if value))


def _several(values: Iterable[str], names: dict[str, str]) -> str | None:
    """Return what a form tells of a feature: nothing where it may be any."""
    told = {names[value] for value in values if value in names}
    return ",".join(sorted(told)) if told and len(told) < len(names) else None


class Paradigms:
    """Paradigms of verbs and nominals, made of the tables of affixes."""

    def __init__(self, tables: Tables) -> None:
        self._verbs = tables.morphs("Verb-MORPH")
        self._nominals = tables.morphs("Nom-MORPH")

    def _stem(self, row: Row) -> Morph:
        sets = frozenset(token for token in row["COND-S"].split() if token != "_")
        return Morph(row["FORM"], features_of(row.get("FEAT", "")), tests_of(row["COND-T"]), sets)

    @cache  # noqa: B019
    def verb(self, aspect: str, asks: str, sets: str, voice: str) -> Cells:
        """Return the forms of a stem of a verb: aspect p, i or c; voice Act or Pass."""
        stem = Morph("", {}, tests_of(asks), frozenset(sets.split()))
        found: dict[tuple[int, str, str], set[tuple[str, ...]]] = defaultdict(set)
        for before, behind in self._verb_affixes(aspect, stem):
            for way, pronoun in ((BARE, _NOTHING), (BEFORE_PRONOUN, _PRONOUN)):
                if pronoun.sets and not stem.sets & _TRANSITIVE:
                    continue
                if go_together((*before, stem, *behind, pronoun)):
                    given = {k: v for m in (*before, *behind) for k, v in m.features.items()}
                    key = (
                        way,
                        folded("".join(m.form for m in before)),
                        folded("".join(m.form for m in behind)),
                    )
                    told = tuple(given.get(k, "") for k in ("per", "num", "gen", "mod"))
                    found[key].add(told)
                    if key[2].startswith("ؤو"):  # بدأوا beside بدؤوا
                        found[way, key[1], "أو" + key[2][2:]].add(told)
        return {key: _verb_readings(aspect, voice, told) for key, told in found.items()}

    def _verb_affixes(
        self, aspect: str, stem: Morph
    ) -> Iterator[tuple[tuple[Morph, ...], tuple[Morph, ...]]]:
        morphs = {name: _that_suit(stem, some) for name, some in self._verbs.items()}
        if aspect == "i":
            for name, prefixes in morphs.items():
                if name.startswith("[IVPref."):
                    who = name[len("[IVPref.") :]
                    for mood in "ISJ":
                        suffixes = morphs[f"[IVSuff.{mood}.{who}"]
                        for prefix, buffer, inner, suffix in product(
                            prefixes, morphs["[IVPreBuff]"], morphs["[IVBuff]"], suffixes
                        ):
                            given = suffix._replace(features={**suffix.features, **prefix.features})
                            yield (prefix, buffer), (inner, given)
        else:
            kind = "PV" if aspect == "p" else "CV"
            for inner, suffix in product(morphs[f"[{kind}Buff]"], morphs[f"[{kind}Suff]"]):
                yield (), (inner, suffix)

    @cache  # noqa: B019
    def nominal(
        self, pos: str, asks: str, sets: str, feats: str, kind: str = "[STEM-NOM]"
    ) -> Cells:
        """Return the forms of a stem of a noun or adjective."""
        own = features_of(feats)
        stem = Morph("", own, tests_of(asks), frozenset(t for t in sets.split() if t != "_"))
        found: dict[tuple[int, str, str], set[tuple[str, ...]]] = defaultdict(set)
        states = "c" if kind == "[STEM-CONST]" else "idc"
        cases = {"[STEM-NOMINATIVE]": "n", "[STEM-ACCUSATIVE]": "a", "[STEM-GENITIVE]": "g"}
        for state, case in product(states, cases.get(kind, "nag")):
            suffixes = _that_suit(stem, self._nominals[f"[NSuff.XX{state.upper()}{case.upper()}]"])
            ways = {"i": [BARE], "d": [AFTER_ARTICLE], "c": [BARE, BEFORE_PRONOUN]}[state]
            for way, buffer, suffix in product(
                ways, _that_suit(stem, self._nominals["[NBuff]"]), suffixes
            ):
                pronoun = _PRONOUN if way == BEFORE_PRONOUN else _NOTHING
                if not go_together((stem, buffer, suffix, pronoun)):
                    continue
                gender = _own(own, "gen") or suffix.features["form_gen"]
                number = _own(own, "num") or suffix.features["form_num"]
                behind = folded(buffer.form + suffix.form)
                found[way, "", behind].add((gender, number, state, _own(own, "cas") or case))
        return {key: _nominal_readings(key[0], pos, told) for key, told in found.items()}


def _that_suit(stem: Morph, morphs: list[Morph]) -> list[Morph]:
    """Return the morphs whose demands on the stem alone are met."""
    return [
        morph
        for morph in morphs
        if all(test.holds(stem.sets) for test in morph.asks if all(map(_of_stems, test.conditions)))
    ]


def _of_stems(condition: str) -> bool:
    return condition in _STEM_CONDITIONS or (condition[0] == "#" and condition[1] != "^")


def _own(given: dict[str, str], name: str) -> str | None:
    value = given.get(name)
    return value if value not in (None, "-", "u", "na") else None


def _verb_readings(aspect: str, voice: str, told: set[tuple[str, ...]]) -> tuple[Features, ...]:
    people: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for person, number, gender, mood in told:
        people[person, number].add((gender, mood))
    out = []
    for (person, number), rest in sorted(people.items(), reverse=True):
        out.append(
            features(
                Aspect={"p": "Perf", "i": "Imp"}.get(aspect),
                Tense={"p": "Past", "i": "Pres"}.get(aspect),
                Mood="Imp" if aspect == "c" else _several((m for _, m in rest), _MOODS),
                Person=person,
                Number=_NUMBERS[number],
                Gender=_several((g for g, _ in rest), _GENDERS),
                VerbForm="Fin",
                Voice=voice,
            )
        )
    return tuple(out)


def _nominal_readings(way: int, pos: str, told: set[tuple[str, ...]]) -> tuple[Features, ...]:
    shapes: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for gender, number, state, case in told:
        shapes[gender, number].add((state, case))
    out = []
    for (gender, number), rest in sorted(shapes.items()):
        states = {state for state, _ in rest}
        definite = "Def" if way == AFTER_ARTICLE else "Com" if way == BEFORE_PRONOUN else None
        if way == BARE and len(states) == 1:
            definite = _STATES[states.pop()]
        out.append(
            features(
                Gender=_GENDERS.get(gender),
                Number=_NUMBERS.get(number),
                Definite=definite,
                Case=_several((case for _, case in rest), _CASES),
            )
        )
    return tuple(dict.fromkeys(out))
