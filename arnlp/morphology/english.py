"""Readings of English words: by tables of closed classes and irregular forms, and by their endings."""

from __future__ import annotations

from functools import cache

from arnlp.morphology.english_tables import (
    degrees,
    irregular_bases,
    irregular_verbs,
    lemmas,
    parts_of_speech,
    verbs,
)
from arnlp.morphology.features import Features, bundle
from arnlp.morphology.inflected import is_irregular_noun, noun_of, stems_of
from arnlp.morphology.reading import NO_CHAIN, Enclitic, Reading, Readings

_MAX_WORDS = 100_000  # spellings kept
_VERB_FORMS: dict[str, Features] = {
    "base": (("VerbForm", "Inf"),),
    "s": (("Mood", "Ind"), ("Number", "Sing"), ("Person", "3"), ("Tense", "Pres"), ("VerbForm", "Fin")),
    "past": (("Mood", "Ind"), ("Tense", "Past"), ("VerbForm", "Fin")),
    "participle": (("Tense", "Past"), ("VerbForm", "Part")),
    "ing": (("VerbForm", "Ger"),),
}  # fmt: skip
_PASTS = ("past", "participle")
# Endings of words that are adjectives, and of words that are nouns and no verbs.
_ADJECTIVES = (
    "ous", "ful", "less", "able", "ible", "ical", "ial", "ional", "ual", "al", "ic", "ive", "ary", "ory", "ent",
    "ant", "ish", "some", "ar",
)  # fmt: skip
_NOUNS = (
    "tion", "sion", "ment", "ness", "ity", "ship", "hood", "ism", "ist", "ance", "ence", "ancy", "ency", "dom", "logy",
    "graphy", "eer", "age", "ure", "cy",
)  # fmt: skip
_PEOPLES = ("ian", "ean", "can", "ese", "ish", "ist")
_BE = {
    "am": (("Mood", "Ind"), ("Number", "Sing"), ("Person", "1"), ("Tense", "Pres"), ("VerbForm", "Fin")),
    "is": _VERB_FORMS["s"],
    "are": (("Mood", "Ind"), ("Tense", "Pres"), ("VerbForm", "Fin")),
}  # fmt: skip
_SHORT = {
    "n't": "not", "'ll": "will", "'d": "would", "'ve": "have", "'re": "be", "'m": "be", "'s": "be",
    "\u2019s": "be",
}  # fmt: skip
_HOSTS = {"ca": "can", "wo": "will", "sha": "shall"}


class EnglishMorphology(dict[str, Readings]):
    """Readings by spelling: a new spelling is analysed on first look-up, and kept.

    >>> [(r.pos, r.lemma) for r in english()["rose"]]
    [('VERB', 'rise'), ('NOUN', 'rose')]
    """

    def __missing__(self, spelling: str) -> Readings:
        if len(self) > _MAX_WORDS:
            self.clear()
        found = self[spelling] = analysed(spelling)
        return found


def analysed(spelling: str) -> Readings:
    """Return the readings of an English word, the likelier first."""
    word = spelling.lower().replace("\u2019", "'")
    for short, lemma in _SHORT.items():
        host = word.removesuffix(short)
        if host and host != word:
            host = _HOSTS.get(host, host)
            pos = "PART" if lemma == "not" else "AUX"
            enclitic = Enclitic(short, lemma, bundle(pos, ()))
            return tuple(reading._replace(enclitic=enclitic) for reading in analysed(host))
    found: dict[tuple[str, str, Features], bool] = {}
    _closed(word, found)
    named = spelling[:1].isupper() and not found
    if named and spelling.isupper() and len(spelling) > 1:
        found["PROPN", spelling, (("Number", "Sing"),)] = True
    if not _only_closed(word):
        _open(word, found)
    if named:
        if word.endswith(_PEOPLES):
            found["ADJ", spelling, ()] = True
        found["PROPN", spelling, (("Number", "Sing"),)] = True
    return tuple(
        Reading(bundle(pos, features), lemma, None, NO_CHAIN, None, -at, guessed)
        for at, ((pos, lemma, features), guessed) in enumerate(found.items())
    )


def _only_closed(word: str) -> bool:
    parts = parts_of_speech().get(word, ())
    if not parts or {"ADJ", "NOUN"} & set(parts) or word in verbs():
        return False
    return not any(base in verbs() for base, _ in stems_of(word))


def _closed(word: str, found: dict[tuple[str, str, Features], bool]) -> None:
    degree = degrees().get(word)
    for pos in parts_of_speech().get(word, ()):
        lemma, features = lemmas().get(word, word), _BE.get(word, ())
        if pos == "AUX":
            forms = irregular_verbs().get(word)
            if word in _BE:
                lemma = "be"
            elif forms:
                lemma, features = forms[0][0], _VERB_FORMS[forms[0][1]]
            elif word in ("has", "does"):
                lemma, features = {"has": "have", "does": "do"}[word], _VERB_FORMS["s"]
        elif degree and pos in ("ADJ", "ADV"):
            lemma, features = degree[0], (("Degree", degree[1]),)
        found[pos, lemma, features] = False
        if pos == "AUX" and lemma in ("be", "have", "do"):
            found["VERB", lemma, features] = False


def _open(word: str, found: dict[tuple[str, str, Features], bool]) -> None:
    known = verbs()
    irregular = irregular_verbs().get(word, ())
    regular = (
        (base, kind)
        for base, kind in stems_of(word)
        if kind not in _PASTS or base not in irregular_bases()
    )  # seed is no form of see
    for base, kind in (*irregular, *regular):
        sure = base in known or (kind in _PASTS and bool(irregular))
        if not sure and (kind in ("s", "base") or word in known or word.endswith("eed")):
            continue  # exceed, proceed; a seed
        if not sure and any(pos != "ADJ" for pos, *_ in found):
            continue
        found["VERB", base, _VERB_FORMS[kind]] = not sure
        if kind in ("participle", "ing"):
            found["ADJ", word, (("VerbForm", "Part"),)] = not sure
        if kind == "ing":
            found["NOUN", word, (("Number", "Sing"),)] = not sure
    if word in known:
        found["VERB", word, _VERB_FORMS["base"]] = False
    if word in parts_of_speech() and not (known.get(word)):
        if "NOUN" not in {pos for pos, *_ in found}:
            found["NOUN", word, (("Number", "Sing"),)] = True
        return
    _by_ending(word, found)


def _by_ending(word: str, found: dict[tuple[str, str, Features], bool]) -> None:
    degree = _degree_of(word)
    if degree:
        found["ADJ", degree[0], (("Degree", degree[1]),)] = False
    singular, number = noun_of(word)
    irregular = is_irregular_noun(word)
    if word.endswith("ly") and len(word) > 4:
        found["ADV", word, ()] = True
        return
    verb_alone = (
        not irregular
        and any(pos == "VERB" for pos, *_ in found)
        and not any(verbs().get(lemma, False) for pos, lemma, _ in found if pos == "VERB")
    )
    if word.endswith(_ADJECTIVES) and not word.endswith(_NOUNS):
        found["ADJ", word, ()] = True
    if word.endswith("ed") and word not in verbs() and any(pos == "VERB" for pos, *_ in found):
        return
    if not verb_alone:
        found["NOUN", singular, (("Number", number),)] = not word.endswith(_NOUNS)


def _degree_of(word: str) -> tuple[str, str] | None:
    for ending, degree in (("er", "Cmp"), ("est", "Sup")):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            for base in (
                stem,
                stem + "e",
                stem[:-1] + "y" if stem.endswith("i") else stem,
                stem[:-1],
            ):
                if "ADJ" in parts_of_speech().get(base, ()):
                    return base, degree
    return None


@cache
def english() -> EnglishMorphology:
    """Return the one morphology of English."""
    return EnglishMorphology()
