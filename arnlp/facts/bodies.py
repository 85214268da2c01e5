"""Who and what stands at a place of a sentence: names, and noun phrases that name a body."""

from __future__ import annotations

from arnlp.facts.deed_table import leading
from arnlp.facts.figure import Argument
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told, led_by_clitic
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention
from arnlp.syntax.lemmas import preposition
from arnlp.syntax.marked import offsets
from arnlp.syntax.phrases import Phrase
from arnlp.text.clitics import TO

BODIES = ("organization", "place", "programme")
_SKIPPED = frozenset(("the", "a", "an", "each", "of", "both", "its", "كل", "من", "the two"))
_LONGEST = 9  # words of a body's name
_TO_RIGHT = frozenset(("compound", "amod", "det", "nummod", "flat", "nmod", "conj"))


def phrase_at(told: Told, word: int) -> Phrase:
    """Return the longest noun phrase that starts at a word."""
    shape, spans = told.syntax.shape, told.syntax.spans
    head = word
    while (
        shape.heads[head] > head
        and shape.functions[head] in _TO_RIGHT
        and spans.phrase(shape.heads[head]).core_first <= word
    ):
        head = shape.heads[head]
    return spans.phrase(head)


def tokens_of(told: Told, first: int, stop: int) -> tuple[int, int]:
    """Return the tokens of a stretch of words."""
    return told.token_at(first), told.token_at(stop - 1) + 1


def mention_at(
    told: Told, token: int, types: tuple[str, ...]
) -> tuple[NamedMention, Entity] | None:
    """Return the name that starts at a token."""
    for mention, entity in told.analysis.index.named_between(token, token + 1):
        if entity.type in types:
            return mention, entity
    return None


def mention_in(
    told: Told, first: int, last: int, types: tuple[str, ...]
) -> tuple[NamedMention, Entity] | None:
    """Return the first name of some types that starts in a range of tokens."""
    for mention, entity in told.analysis.index.named_between(first, last):
        if entity.type in types:
            return mention, entity
    return None


def body_at(
    told: Told, token: int, last: int, types: tuple[str, ...] = BODIES
) -> tuple[Argument, int] | None:
    """Return the body that is named at a token, with the token behind it."""
    cursor = told.analysis.cursor
    while token < last and (
        cursor.norm(token) in _SKIPPED
        or cursor.mask(token) & (S.QUOTE_MARK | S.HONORIFIC)
        or cursor.norm(token) == "-"
    ):
        token += 1
    if token >= last or _is_led(told, token):
        return None
    named = mention_at(told, token, types)
    if named is not None and cursor.norm(named[0].last) in ("'s", "’s", "'", "’"):
        return body_at(told, named[0].last + 1, last, types)
    if (
        named is not None
        and cursor.norm(named[0].last) == "'"
        and cursor.norm(named[0].last + 1) == "s"
    ):
        return body_at(told, named[0].last + 2, last, types)
    if named is not None and named[1].type != "place":
        return _whole(told, named_by(*named), token, named[0].last, last)
    word = told.word_at(token)
    if word < 0:
        return None
    phrase = phrase_at(told, word)
    first, stop = tokens_of(told, phrase.core_first, phrase.core_stop)
    stop = _before_next(told, token, min(stop, last, first + _LONGEST), types)
    reach = max(stop, token + 3) if cursor.mask(token + 1) & S.QUOTE_MARK else stop
    inner = mention_in(told, token, reach, ("organization", "programme", "product"))
    if inner is not None and inner[0].first - token <= 2 and not cursor.mask(token) & S.ROLE:
        return _whole(told, named_by(*inner), token, max(stop, inner[0].last), last)
    if named is not None:
        return named_by(*named), named[0].last
    if cursor.mask(token) & S.ROLE or not _is_body(told, phrase):
        return None
    span = offsets(told.syntax.shape, word, phrase.core_stop)
    return _whole(told, Argument(*span), token, max(stop, token + 1), last)


def _is_led(told: Told, token: int) -> bool:
    """Tell whether a preposition is written as one with a token: لإدارة السوق."""
    word = told.word_at(token)
    return word >= 0 and bool(preposition(told.syntax.tree.readings[word]))


def _whole(told: Told, found: Argument, first: int, end: int, last: int) -> tuple[Argument, int]:
    """Take in what a body's name goes on with: الانتخابات البلدية, للدعوة والإرشاد وتوعية الجاليات."""
    cursor, tree = told.analysis.cursor, told.syntax.tree
    start = end
    while told.syntax.shape.arabic and end < last and end - first < _LONGEST + 4:
        word = told.word_at(end)
        if word <= 0 or mention_at(told, end, (*BODIES, "person")) is not None:
            break
        before = tree.readings[word - 1].chain
        definite = tree.readings[word].chain.article
        if (
            tree.pos[word] == "ADJ" and definite and before.article and not told.is_joined(end)
        ) or (
            led_by_clitic(told.syntax, word) & TO
            and definite
            and tree.pos[word] == "NOUN"
            and told.token_at(told.syntax.shape.heads[word]) in range(first, end)
            and cursor.entries[first].definite
        ):
            end += 1
        elif told.is_joined(end) and tree.pos[word] == "NOUN" and _for_noun(told, first, end):
            behind = tree.readings[word + 1].chain if word + 1 < len(tree.pos) else None
            if not definite and (behind is None or not behind.article):
                break
            end += 1 if definite else 2
        else:
            break
    if end == start or cursor.tagged.ends[start - 1] != found.end:
        return found, start
    return Argument(found.start, cursor.tagged.ends[end - 1], found.entity), end


def _for_noun(told: Told, first: int, end: int) -> bool:
    """Tell whether one of some words is a noun with for: للثقافة."""
    words = (told.word_at(j) for j in range(first, end))
    return any(w >= 0 and led_by_clitic(told.syntax, w) & TO for w in words)


def _before_next(told: Told, first: int, stop: int, types: tuple[str, ...]) -> int:
    """Return where a name ends before one that and joins to it."""
    cursor = told.analysis.cursor
    for j in range(first + 1, stop):
        joined = told.is_joined(j) or cursor.is_and(j - 1)
        if joined and mention_at(told, j, types) is not None:
            return j
    return stop


def _is_body(told: Told, phrase: Phrase) -> bool:
    """Tell whether a noun phrase names a body: by its head, and as one that is known."""
    cursor, tree = told.analysis.cursor, told.syntax.tree
    words = range(phrase.core_first, phrase.core_stop)
    if len(words) > _LONGEST or any(tree.pos[w] in ("VERB", "PRON") for w in words):
        return False
    head = told.token_at(phrase.head)
    if told.syntax.shape.arabic:
        known = any(
            tree.readings[w].chain.article or tree.pos[w] == "PROPN" or tree.words[w] in '«"“'
            for w in words
        )
        if tree.pos[phrase.head] == "PROPN" and len(words) > 1:
            return not cursor.mask(head) & S.GIVEN_NAME
        return bool((cursor.mask(head) | cursor.mask(head + 1)) & (S.ORG_HEAD | S.ORG)) and known
    capitals = sum(tree.words[w][:1].isupper() for w in words)
    return (
        tree.words[phrase.head][:1].isupper()
        and (bool(cursor.mask(head) & (S.ORG_HEAD | S.ORG)) or tree.pos[phrase.head] == "PROPN")
        and capitals > 0
        and not cursor.mask(head) & (S.MONTH | S.WEEKDAY)
    )


def skip_brackets(told: Told, token: int, last: int) -> int:
    """Return the token behind a bracket or quotation mark that stands at one."""
    cursor = told.analysis.cursor
    while token < last and (cursor.mask(token) & S.QUOTE_MARK or cursor.norm(token) in ("»", '"')):
        token += 1
    if token < last and cursor.norm(token) == "(":
        for j in range(token + 1, min(last, token + 8)):
            if cursor.norm(j) == ")":
                return j + 1
    return token


def doer_of(
    told: Told, types: tuple[str, ...] = ("organization", "person", "programme")
) -> Argument | None:
    """Return who did it: its subject, or whom by leads to."""
    phrase = told.doer
    if phrase is not None:
        return who(told, phrase, types)
    return agent_of(told, types)


def who(told: Told, phrase: Phrase, types: tuple[str, ...]) -> Argument | None:
    """Return whom a phrase names: a name in it, else its words where they name a body."""
    first, stop = tokens_of(told, phrase.short_first, phrase.short_stop)
    cursor = told.analysis.cursor
    low = told.token_at(phrase.core_first)
    found = body_at(told, low, stop, tuple(t for t in types if t != "person"))
    if found is not None and not _is_beside(told, found[0], phrase):
        return found[0]
    if "person" in types:
        reach = (
            max(stop, told.token_at(phrase.core_stop - 1) + 8)
            if cursor.mask(low) & S.ROLE
            else stop
        )
        person = mention_in(told, first, min(reach, told.last), ("person",))
        if person is not None and not told.is_parted(person[0].first):
            return named_by(*person)
    return None


def _is_beside(told: Told, found: Argument, phrase: Phrase) -> bool:
    """Tell whether a place only stands before who is meant: WASHINGTON - Senator Salem."""
    if found.entity is None or found.entity.type != "place":
        return False
    at = told.syntax.tree.starts[phrase.head]
    return not found.start <= at + 2 <= found.end


def agent_of(told: Told, types: tuple[str, ...]) -> Argument | None:
    """Return whom by, من قبل leads to behind what is told in the passive or by a masdar."""
    cursor = told.analysis.cursor
    if told.voice == "active":
        return None
    for j in range(told.token + 1, min(told.last, told.token + 24)):
        two = f"{cursor.norm(j)} {cursor.norm(j + 1)}"
        width = 2 if two in leading("agent") else 1 if cursor.norm(j) in leading("agent") else 0
        if not width:
            continue
        if told.is_parted(j):
            return None
        found = body_at(told, j + width, told.last, tuple(t for t in types if t != "person"))
        if found is not None:
            return found[0]
        person = mention_in(told, j + width, min(told.last, j + width + 10), ("person",))
        return named_by(*person) if person is not None and "person" in types else None
    return None


def words_of(told: Told, first: int, last: int) -> Argument:
    """Return a range of tokens as an argument, without the clitics that tree and lexicon both see before it."""
    word, end = told.word_at(first), told.word_at(last - 1)
    if word < 0 or end < word:
        return Argument(*span_of(told.analysis.cursor, first, last))
    start, _ = offsets(told.syntax.shape, word, end + 1)
    low, stop = span_of(told.analysis.cursor, first, last)
    return Argument(min(start, low), stop)
