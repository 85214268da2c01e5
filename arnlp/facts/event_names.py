"""Which event is told of, and what it is called."""

from __future__ import annotations

from arnlp.facts.bodies import tokens_of, words_of
from arnlp.facts.deed_table import event_class, leading, markers, no_event
from arnlp.facts.figure import Argument
from arnlp.facts.told import Told, led_by_clitic, lemmas_of
from arnlp.lexicon import senses as S
from arnlp.syntax.phrases import Phrase
from arnlp.text.clitics import THE, TO, without_article, written
from arnlp.text.tokens import NUMERAL
from arnlp.text.view import normalize

_NEAR = 8  # tokens from a relative clause or a passive to the event
_FAR = 18  # tokens from a verb over its subject to the event
_LONGEST = 14
_QUOTED = 9  # tokens of a quoted name


# -- which event ----------------------------------------------------------------------------


def event_at(told: Told) -> int | None:
    """Return the token of the noun for what is held."""
    tree = told.syntax.tree
    clause = told.clause
    thing = told.thing
    if told.class_ == "open":
        if thing is None and clause is not None and told.syntax.shape.arabic:
            thing = clause.subject  # يُفتتح, which is written as the active
        return None if thing is None else _direct(told, thing)
    pronoun = tree.readings[told.word].enclitic is not None
    lemma = lemmas_of(told.syntax, told.word)[1]
    if lemma in markers("imperfect") and not (told.relative or pronoun):
        return _direct(told, thing) if thing is not None else None  # يقيم معرضا, not يقيم في
    if told.class_ in ("occur", "held") and told.voice == "active":
        thing = clause.subject or clause.antecedent if clause is not None else None
        done = clause.object if clause is not None else None
        at = _direct(told, done) if done is not None else None
        if at is not None:
            return at
        if lemma in markers("began"):
            return _direct(told, thing) if thing is not None else None
    if thing is not None:
        own = range(thing.first, min(thing.stop, thing.head + 4))
        for word in own if told.syntax.shape.arabic else sorted(own, key=lambda w: w != thing.head):
            if _is_event(told, word):
                return told.token_at(word)
    if told.relative or pronoun:
        return _nearest(told, range(told.token - 1, max(told.first, told.token - _NEAR) - 1, -1))
    if told.voice == "active" and told.class_ in ("hold", "host"):
        return _nearest(told, range(told.token + 1, min(told.last, told.token + _FAR)))
    ahead = range(
        told.token + 1, min(told.last, told.token + (3 if told.syntax.shape.arabic else 1))
    )
    found = _nearest(told, ahead)
    if found is None and told.voice != "noun":
        found = _nearest(told, range(told.token - 1, max(told.first, told.token - _NEAR) - 1, -1))
    return found


def _direct(told: Told, thing: Phrase) -> int | None:
    """Return the token of an event that is itself what is done, or the works of it: فعاليات المهرجان."""
    words = told.syntax.tree.words
    works = without_article(normalize(words[thing.head])) in leading("works")
    word = thing.head + works
    if word >= len(words) or not _is_event(told, word) or is_showroom(told, word):
        return None
    return told.token_at(word)


def is_showroom(told: Told, word: int) -> bool:
    """Tell whether what is shown there is sold there, so that it is launched: معرضها, معرض جديد."""
    tree = told.syntax.tree
    if not told.syntax.shape.arabic or event_class(lemmas_of(told.syntax, word)[0]) != "shown":
        return False
    behind = lemmas_of(told.syntax, word + 1)[0] if word + 1 < len(tree.words) else ""
    return tree.readings[word].enclitic is not None or behind in markers("newly")


def _nearest(told: Told, tokens: range) -> int | None:
    """Return the first of some tokens that is a noun for an event; none behind another verb."""
    pos = told.syntax.tree.pos
    for j in tokens:
        word = told.word_at(j)
        if word < 0 or (pos[word] == "VERB" and word != told.word):
            return None
        if _is_event(told, word):
            return j
    return None


def _is_event(told: Told, word: int) -> bool:
    """Tell whether a word is a noun for an event, and no press conference."""
    tree = told.syntax.tree
    title = tree.pos[word] == "ADJ" and tree.words[word][:1].isupper()  # Book Fair
    if tree.pos[word] not in ("NOUN", "PROPN") and not title:
        return False
    lemma = lemmas_of(told.syntax, word)[0]
    if not event_class(lemma):
        return False
    arabic = told.syntax.shape.arabic
    beside = word + 1 if arabic else word - 1
    if dict(tree.readings[word].bundle.features).get("Number") == "Plur":
        return False
    if 0 <= beside < len(tree.pos):
        near = lemmas_of(told.syntax, beside)[0], tree.words[beside].lower()
        if any(n in no_event(lemma) for n in near):
            return False
    return tree.readings[word].enclitic is None


# -- its name -------------------------------------------------------------------------------


def event_name(told: Told, at: int) -> tuple[Argument | None, int, int]:
    """Return the name of an event with its tokens; nothing where it is only called the forum."""
    index = told.analysis.index
    for mention, entity in index.named_between(max(told.first, at - _LONGEST), at + 1):
        if entity.type == "event" and mention.last > at:
            return _longer(told, mention.first, mention.last, entity, at)
    word = told.word_at(at)
    phrase = told.syntax.spans.phrase(word)
    first, last = tokens_of(told, phrase.core_first, phrase.core_stop)
    first = max(first, at) if told.syntax.shape.arabic else first
    while first < at and told.analysis.cursor.norm(first) in ("the", "a", "an", "its", "this"):
        first += 1
    last = _end(told, max(last, at + 1), first)
    return _longer(told, first, last, None, at)


def _longer(
    told: Told, first: int, last: int, entity: object, at: int
) -> tuple[Argument | None, int, int]:
    """Take in the number, the year or the quoted name that a name goes on with, and say whether it is one."""
    cursor = told.analysis.cursor
    last = _end(told, last, first)
    while not told.syntax.shape.arabic and first > told.first:
        entry = cursor.entries[first - 1]
        if (
            not (
                entry.caps
                or entry.norm in ("th", "rd", "nd", "st")
                or (entry.kind == NUMERAL and cursor.norm(first) in ("th", "rd", "nd", "st"))
            )
            or entry.mask & (S.END_MARK | S.COMMA)
            or entry.norm in ("the", "a", "at", "in")
        ):
            break
        first -= 1
    last = next((j for j in range(at + 1, last) if cursor.norm(j) in leading("relative")), last)
    words = words_of(told, first, last)
    found = next(
        (e for m, e in told.analysis.index.named_between(first, last) if e.type == "event"), None
    )
    part = event_class(lemmas_of(told.syntax, told.word_at(at))[0]) == "part"
    if found is None and last - first < (3 if part else 2):
        return None, first, last
    if entity is not None and found is not None and last - first < 2:
        full = found.mentions[0]
        if full.end - full.start <= words.end - words.start:
            return None, first, last
        return Argument(full.start, full.end, found), first, last
    generic = cursor.entries[at].definite and last - first < 2
    return (None if generic else Argument(words.start, words.end, found)), first, last


def _end(told: Told, last: int, first: int) -> int:
    """Return where a name ends that goes on with for, on, a quoted name, a number or a year."""
    cursor = told.analysis.cursor
    while last < told.last and last - first < _LONGEST and told.word_at(last) >= 0:
        if cursor.mask(last) & S.QUOTE_MARK:
            end = quoted_end(told, last)
            if end is None:
                led = cursor.norm(last - 1) in leading("named_of")
                return last - 1 if led else last
        elif _leads_on(told, first, last):
            end = last + 1 if cursor.mask(last + 1) & S.QUOTE_MARK else _phrase_end(told, last + 1)
        elif _is_for(told, last):
            end = _phrase_end(told, last)
        else:
            end = last + _plain(told, last)
        if end == last:
            break
        last = end
    return last


def quoted_end(told: Told, token: int) -> int | None:
    """Return the token behind the quotation mark that closes one."""
    cursor = told.analysis.cursor
    ahead = range(token + 1, min(told.last, token + _QUOTED))
    return next((j + 1 for j in ahead if cursor.mask(j) & S.QUOTE_MARK), None)


def _leads_on(told: Told, first: int, token: int) -> bool:
    """Tell whether a preposition or a hyphen at a token leads to more of a name."""
    cursor = told.analysis.cursor
    if token + 1 >= told.last:
        return False
    norm = cursor.norm(token)
    part = norm in leading("part_of") and _is_part(told, first, token)
    return norm in leading("named_of") or part or norm == "-"


def _is_for(told: Told, token: int) -> bool:
    """Tell whether a word with for, or one joined to it, goes on with a name: لطب وجراحة الصدر."""
    tree, word = told.syntax.tree, told.word_at(token)
    if led_by_clitic(told.syntax, word) & TO:
        return tree.pos[word] in ("NOUN", "PROPN", "ADJ")
    if not told.syntax.shape.arabic or not told.is_joined(token):
        return False
    if tree.pos[word] not in ("NOUN", "ADJ") or tree.pos[word - 1] not in ("NOUN", "ADJ"):
        return False
    return tree.pos[word] == "ADJ" or bool(led_by_clitic(told.syntax, word - 1) & TO)


def _plain(told: Told, token: int) -> int:
    """Return how many tokens of a number (الـ 23) or an adjective go on with a name."""
    cursor, tree, word = told.analysis.cursor, told.syntax.tree, told.word_at(token)
    entry = cursor.entries[token]
    if entry.kind == NUMERAL and cursor.norm(token - 1) == written(THE):
        return 1
    if entry.norm == written(THE) and token + 1 < told.last:
        return 2 if cursor.entries[token + 1].kind == NUMERAL else 0
    behind = tree.pos[word - 1] in ("NOUN", "PROPN", "ADJ")
    adjective = tree.pos[word] == "ADJ" and entry.definite and behind
    return 1 if adjective and told.syntax.shape.arabic else 0


def _is_part(told: Told, first: int, last: int) -> bool:
    """Tell whether some words name one of a row of events: الدورة الرابعة من."""
    words = (told.word_at(j) for j in range(first, last))
    return any(w >= 0 and event_class(lemmas_of(told.syntax, w)[0]) == "part" for w in words)


def _phrase_end(told: Told, token: int) -> int:
    word = told.word_at(token)
    if word < 0:
        return token + 1
    head = word
    shape = told.syntax.shape
    while (
        not shape.arabic
        and shape.heads[head] > head
        and shape.functions[head] in ("compound", "amod", "det")
    ):
        head = shape.heads[head]
    return max(token + 1, tokens_of(told, word, told.syntax.spans.phrase(head).core_stop)[1])
