"""A topic before its comment: وبالنسبة إلى ...، فقد; أما ... فـ; as for."""

from __future__ import annotations

from functools import cache

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import NOMINAL, preposition
from arnlp.syntax.phrases import Phrase, Spans
from arnlp.syntax.shape import Shape
from arnlp.syntax.verbs import form
from arnlp.text.chars import TATWEEL

_LONGEST = 5


@cache
def _openers() -> frozenset[str]:
    return frozenset(marker.split()[0] for marker in _markers())


@cache
def _markers() -> frozenset[str]:
    return frozenset(
        spelling
        for language in LANGUAGES
        for row in table(language, "topic_markers")
        for spelling in alternatives(row["spellings"])
    )


def fill_topics(shape: Shape, spans: Spans, clauses: list[Clause]) -> None:
    """Give the first clause with a verb the topic that opens the sentence, and those that share it."""
    start = _opening(shape)
    if start < 0:
        return
    topic = _topic(shape, spans, start)
    if topic is None:
        return
    given: set[int] = set()
    for number, clause in enumerate(clauses):
        if clause.kind not in ("verbal", "nominal") or clause.predicate < topic.stop:
            continue
        if not given or (clause.function == "conjunct" and clause.parent in given):
            clause.topic = topic
            given.add(number)


def _opening(shape: Shape) -> int:
    for word, pos in enumerate(shape.tree.pos):
        if pos != "PUNCT":
            return word
    return -1


def _topic(shape: Shape, spans: Spans, start: int) -> Phrase | None:
    """Return the phrase behind the longest marker that the words from ``start`` on spell."""
    tree = shape.tree
    if form(shape, start) not in _openers():
        return None
    said = ""
    found = -1
    for word in range(start, min(start + _LONGEST, len(tree.words))):
        clitic = preposition(tree.readings[word])
        if said and clitic and f"{said} {clitic.rstrip(TATWEEL)}{TATWEEL}" in _markers():
            found = word
        said = f"{said} {form(shape, word)}".strip()
        if said in _markers() and word + 1 < len(tree.words):
            found = word + 1
    if found < 0:
        return None
    return _phrase_at(shape, spans, found)


def _phrase_at(shape: Shape, spans: Spans, word: int) -> Phrase | None:
    """Return the widest noun phrase that starts at a word or right behind what stands before it."""
    tree = shape.tree
    top = word
    for _ in range(_LONGEST):
        head = shape.heads[top]
        if head < 0 or tree.pos[head] not in NOMINAL or spans.phrase(head).first != word:
            break
        top = head
    phrase = spans.phrase(top)
    return phrase if tree.pos[top] in NOMINAL and phrase.first >= word else None
