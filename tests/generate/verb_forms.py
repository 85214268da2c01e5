"""Write the forms of the verbs that mean something to us: python tests/generate/verb_forms.py

``verbs``, ``speech_verbs`` and ``past`` of arnlp/lang name verbs by their lemma. What the lexicon reads, beside
the other spellings of these tables, are the forms in ``verb_forms``, ``speech_forms`` and ``past_forms``, which
this script makes by the morphology. A form that is sooner something else (عقد, a contract; plans) or means
something else in our tables is left out: where it is meant all the same, it stands among the spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from arnlp.lang import LANGUAGES, Row, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.builder import build
from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.morphology.arabic import arabic
from arnlp.morphology.store import BIT, store
from arnlp.text import chars
from arnlp.text.view import normalize

ROOT = Path(__file__).parents[2] / "arnlp/lang"
# The table of forms of each table of lemmas, and its columns.
FORMS = {
    "verbs": ("verb_forms", ("class",)),
    "speech_verbs": ("speech_forms", ("kind", "value")),
    "opinion_verbs": ("opinion_forms", ("kind",)),
    "past": ("past_forms", ()),
}
HEADER = "# Made by tests/generate/verb_forms.py of the lemmas in {}.tsv; do not edit.\n"
# Which forms a row takes: of a table that tells the past, of a row that says so, and of participles, these alone.
FINITE, PAST, PARTICIPLE = "finite", "past", "participle"
_RARE = 0  # weight under which hardly anybody writes a form
_RARER = 4 * BIT  # a verb so much rarer than another that is written alike is not meant
_NEVER = -1000
_OUR_OWN = S.VERB | S.SPEECH | S.OPINION | S.PAST | S.FUTURE | S.BOUND
_DOUBLES = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")
_SIBILANTS = ("s", "sh", "ch", "x", "z")


@cache
def _entries() -> dict[str, list[int]]:
    """Return the entries of the compiled morphology by the lemma of their verb, or by their own."""
    tables, out = store(), defaultdict(list)
    for entry, lemma in enumerate(tables.lemma_of):
        out[tables.verb(lemma) or tables.lemmas[lemma]].append(entry)
    return out


@cache
def _taken() -> frozenset[str]:
    """Return the normalised words that mean something in our tables that no verb does."""
    return frozenset(
        word for word, found in build().words.items() if not all(map(_is_verbs, found))
    )


def _is_verbs(sense: S.Sense) -> bool:
    """Tell whether a sense goes with a verb; seldom given names are all words that no table has."""
    if sense.kind in (S.STOP, S.GIVEN_NAME):
        return sense.role in ("verb", "seldom")
    return bool(sense.kind & _OUR_OWN)


def _is_asked(bundle: F.Bundle, which: str) -> bool:
    """Tell whether releases use such a form, and it is one of those that are asked for."""
    bits, told = bundle.bits, dict(bundle.features)
    if which == PARTICIPLE:  # مشيرا, مشيرة, مشيرين
        accusative = "Acc" in told.get("Case", "") and told.get("Definite") == "Ind"
        woman = told.get("Gender") == "Fem" and told.get("Number") == "Sing"
        return bool(bits & F.PARTICIPLE and bits & F.ACTIVE) and (accusative or woman)
    if not bits & F.VERBAL_POS or not bits & F.ACTIVE or told.get("Mood") in ("Imp", "Jus"):
        return False
    if which == PAST and not bits & F.PERFECT:
        return False
    number, woman = told["Number"], told.get("Gender") == "Fem"
    if number == "Dual" and (told.get("Mood") == "Jus,Sub" or (bits & F.PERFECT and not woman)):
        return False  # حافظا: an accusative is likelier
    return told["Person"] == "3" and not (woman and number == "Plur")


def _arabic_written(lemma: str, which: str) -> dict[str, str]:
    """Return how the forms of a verb are written, without clitics and pronouns, by their folded form."""
    tables, out = store(), dict[str, str]()
    for entry in _entries()[lemma]:
        spelt = chars.strip_marks(tables.forms[entry]).replace("ٱ", "ا")
        for way, cells in tables.paradigm(tables.paradigm_of[entry]).cells.items():
            for cell in cells if way[0] == "0" else ():
                if any(_is_asked(bundle, which) for bundle, _ in cell.bundles):
                    form = cell.before + spelt + cell.behind
                    out.setdefault(normalize(form), form)
    if not out:
        raise SystemExit(f"the morphology knows no verb {lemma}")
    return out


def arabic_forms(lemma: str, which: str) -> Iterator[str]:
    """Yield the forms of an Arabic verb that are sooner its own than anything else."""
    for norm, form in _arabic_written(lemma, which).items():
        if which == PARTICIPLE or _is_own(lemma, form, norm):
            yield form


def _is_own(lemma: str, form: str, norm: str) -> bool:
    own = verb = other = _NEVER
    for reading in (*readings(form), *arabic().looked_up(norm)):
        if not reading.bits & F.VERBAL_POS:
            other = max(other, _NEVER if reading.guessed else reading.weight)
        elif reading.lemma == lemma and not reading.enclitic and not reading.chain.clitics:
            own = max(own, reading.weight)
        elif not reading.enclitic:
            verb = max(verb, reading.weight)
    return own >= max(_RARE, verb - _RARER) and max(own, verb) >= other


def english_forms(base: str, which: str) -> Iterator[str]:
    """Yield the forms of an English verb that no noun has; its base stands in plans and wishes, and is none."""
    irregular = {row["base"]: row for row in table("en", "irregular_verbs")}.get(base)
    doubled = base + base[-1] if _DOUBLES.search(base) else base
    stems = {doubled} if _is_short(base) else {base, doubled} if base.endswith("l") else {base}
    if which == PARTICIPLE:
        yield from sorted(_joined(stem, "ing") for stem in stems)
        return
    if irregular:
        past = alternatives(irregular["past"])
        past += alternatives(irregular["participle"]) if which == FINITE else []
    else:
        past = sorted(_joined(stem, "ed") for stem in stems)
    present = [_joined(base, "s")] if which == FINITE else []
    for form in dict.fromkeys(past + present):
        if all(_is_of_verb(r.bundle) for r in readings(form)):
            yield form


def _is_short(base: str) -> bool:
    """Tell whether a verb has one syllable."""
    return len(re.findall("[aeiou]+", base)) == 1


def _joined(stem: str, ending: str) -> str:
    """Return a verb with an ending: rais(e)-ing, reach-es, carri-es, organiz(e)-ed."""
    if ending == "s":
        if stem.endswith(_SIBILANTS):
            return stem + "es"
        return stem[:-1] + "ies" if re.search("[^aeiou]y$", stem) else stem + "s"
    if stem.endswith("e"):
        return stem[:-1] + ending
    return stem[:-1] + "ied" if ending == "ed" and re.search("[^aeiou]y$", stem) else stem + ending


def _is_of_verb(bundle: F.Bundle) -> bool:
    return bundle.pos == "VERB" or (bundle.pos == "ADJ" and ("VerbForm", "Part") in bundle.features)


def _which(name: str, row: Row) -> str:
    if row.get("kind") == PARTICIPLE:
        return PARTICIPLE
    return PAST if name == "past" or row.get("tense") == PAST else FINITE


def rows(language: str, name: str) -> Iterator[str]:
    """Yield the lines of a table of forms, each form once."""
    columns, made, seen = FORMS[name][1], FORMS_OF[language], set[str]()
    for row in table(language, name):
        which = _which(name, row)
        found = {
            normalize(f): f for lemma in alternatives(row["lemmas"]) for f in made(lemma, which)
        }
        new = [form for norm, form in found.items() if norm not in seen and norm not in _taken()]
        seen |= found.keys()
        if new:
            yield "\t".join([*(row.get(column, "") for column in columns), "|".join(new)])


FORMS_OF = {"ar": arabic_forms, "en": english_forms}


def written(language: str, name: str) -> str:
    """Return the text of a table of forms."""
    head = "\t".join([*FORMS[name][1], "spellings"])
    return HEADER.format(name) + "\n".join([head, *rows(language, name)]) + "\n"


def main() -> None:
    """Write the tables."""
    for language in LANGUAGES:
        for name, (target, _) in FORMS.items():
            (ROOT / language / f"{target}.tsv").write_text(written(language, name), "utf-8")


if __name__ == "__main__":
    main()
