"""Which predicates tell of a deed, what tells of them, and the small words around one."""

from __future__ import annotations

from functools import cache, lru_cache

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.morphology import readings
from arnlp.syntax.lemmas import bare
from arnlp.text.clitics import without_article
from arnlp.text.view import normalize


@cache
def deeds() -> dict[str, dict[str, frozenset[str]]]:
    """Return the classes of each lemma, each with the heads of things done that make it no such deed.

    >>> "نار" in deeds()["أطلق"]["launch"], list(deeds()["host"])
    (True, ['host'])
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for language in LANGUAGES:
        for row in table(language, "deeds"):
            no = frozenset(bare(form) for form in alternatives(row["not"]))
            for form in alternatives(row["lemmas"]):
                of = found.setdefault(bare(form), {})
                of[row["class"]] = of.get(row["class"], frozenset()) | no
    return found


@cache
def _required() -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    return {
        (bare(form), row["class"]): tuple(
            tuple(words.split()) for words in alternatives(row.get("with", ""))
        )
        for language in LANGUAGES
        for row in table(language, "deeds")
        for form in alternatives(row["lemmas"])
    }


def required(lemma: str, deed: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words of which one must follow a lemma for it to tell of a deed; none where it needs none.

    >>> required("roll", "launch"), required("launch", "launch")
    ((('out',),), ())
    """
    return _required().get((lemma, deed), ())


@cache
def _nouns() -> dict[str, str]:
    return {
        bare(noun): bare(row["verb"])
        for row in table("en", "action_nouns")
        for noun in alternatives(row["lemmas"])
    }


def written_lemmas(word: str) -> set[str]:
    """Return the bare lemmas that a written word may have, of verbs where it is made of one.

    >>> "sign" in written_lemmas("signed")
    True
    """
    return {bare(reading.verb or reading.lemma) for reading in readings(word)}


@lru_cache(maxsize=65536)
def may_tell(word: str) -> bool:
    """Tell whether a written word may be a predicate that tells of a deed.

    >>> may_tell("وتوقيع"), may_tell("launched"), may_tell("المدينة")
    (True, True, False)
    """
    known, nouns = deeds(), _nouns()
    return any(lemma in known or nouns.get(lemma) in known for lemma in written_lemmas(word))


@cache
def _tellers() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for row in table(language, "deed_tellers"):
            for form in alternatives(row["lemmas"]):
                of = found.setdefault(bare(form), {})
                for deed in alternatives(row["deeds"]):
                    of.setdefault(deed, row["tells"])
    return found


def tells(lemma: str, deed: str) -> str:
    """Return what a lemma above a masdar says of a deed: done, does, intends, or nothing.

    >>> tells("تم", "sign"), tells("أعلن", "launch"), tells("رفض", "launch")
    ('done', 'does', '')
    """
    return _tellers().get(lemma, {}).get(deed, "")


@cache
def leading(role: str) -> frozenset[str]:
    """Return the small words of a role, as the lexicon normalises them.

    >>> "with" in leading("party"), "as" in leading("party")
    (True, False)
    """
    return frozenset(map(normalize, markers(role)))


@cache
def markers(role: str) -> frozenset[str]:
    """Return the small words of a role as clauses write markers, a clitic with its stroke.

    >>> "to" in markers("subordinate"), "of" in markers("telling")
    (True, True)
    """
    return frozenset(
        form
        for language in LANGUAGES
        for row in table(language, "deed_words")
        if row["role"] == role
        for form in alternatives(row["forms"])
    )


@cache
def accusative_offices() -> frozenset[str]:
    """Return the heads of offices as they stand behind somebody who is appointed: مديرا.

    >>> normalize("مديرا") in accusative_offices(), normalize("مدير") in accusative_offices()
    (True, False)
    """
    found: set[str] = set()
    for row in table("ar", "roles"):
        for form in alternatives(row["spellings"]) + alternatives(row.get("deputy", "")):
            head = form.split()[0]
            if without_article(head) == head:
                found.add(head if head.endswith("ة") else head + "ا")
    return frozenset(normalize(form) for form in found)


@cache
def launch_nouns() -> frozenset[str]:
    """Return the nouns for what is launched.

    >>> "تطبيق" in launch_nouns(), "تشكيل" in launch_nouns()
    (True, False)
    """
    return frozenset(
        bare(noun) for row in table("ar", "launch_nouns") for noun in alternatives(row["nouns"])
    )


@cache
def _events() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        bare(noun): (row["class"], frozenset(bare(form) for form in alternatives(row["not"])))
        for language in LANGUAGES
        for row in table(language, "event_nouns")
        for noun in alternatives(row["nouns"])
    }


def event_class(lemma: str) -> str:
    """Return the class of a noun for an event, nothing for other nouns.

    >>> event_class("ملتقى"), event_class("edition"), event_class("وزارة")
    ('whole', 'part', '')
    """
    return _events().get(lemma, ("", frozenset()))[0]


def no_event(lemma: str) -> frozenset[str]:
    """Return the words beside a noun for an event with which it is none.

    >>> "صحفي" in no_event("مؤتمر")
    True
    """
    return _events().get(lemma, ("", frozenset[str]()))[1]
