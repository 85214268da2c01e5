"""Launches: what somebody launches, opens or inaugurates."""

from __future__ import annotations

from dataclasses import replace

from arnlp.facts.bodies import (
    body_at,
    doer_of,
    mention_in,
    phrase_at,
    skip_brackets,
    tokens_of,
    who,
    words_of,
)
from arnlp.facts.deed_table import deeds, event_class, launch_nouns, leading, markers
from arnlp.facts.doers import office_of
from arnlp.facts.event_names import is_showroom, quoted_end
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.phrases import span_of
from arnlp.facts.titles import behind_verb, goes_on, opens_name, quoted_before, title_ends
from arnlp.facts.told import Told, lemmas_of, marker_of
from arnlp.lexicon import senses as S
from arnlp.syntax.lemmas import is_masdar, preposition
from arnlp.syntax.phrases import Phrase
from arnlp.text.view import normalize

_BY = ("organization", "person", "programme", "place")
_LONGEST = 14
_LETTERS = 2  # of a word that is no name: S. 3549
_BEFORE_DATE = (
    S.PERIOD | S.DATE_WORD | S.DATE_OPENER | S.PART_OF_DAY | S.DAYPART | S.STOP | S.WEEKDAY
)


def read_launch(told: Told) -> list[Happening]:
    """Read what is launched, by whom and when."""
    found = _started(told) if told.class_ == "start" else _launched(told)
    if found is None:
        return []
    thing, by = found
    by = by or office_of(told)
    if not _is_thing(told, thing):
        return []
    first, last = _stretch(told, thing)
    if last - first > _LONGEST or not _is_told(told, first, last, thing):
        return []
    cursor = told.analysis.cursor
    what = words_of(told, first, last)
    if by is not None and by.start < what.end and what.start < by.end:
        by = None
    named = mention_in(
        told, first, last, ("programme", "product", "event", "organization", "award")
    )
    covers = named is not None and named[0].first <= first + 1 and named[0].last >= last - 1
    start, stop = min(told.token, first), max(last, told.token + 1)
    return [
        Happening(
            "launch",
            f"launch.{told.voice}",
            [span_of(cursor, start, stop)],
            {
                "what": Argument(what.start, what.end, named[1] if named and covers else None),
                "by": by,
            },
            dates={"date": told.date(max(last, told.token + 1), since=told.done is not None)},
            modality=told.modality,
        )
    ]


def _started(told: Told) -> tuple[Phrase, Argument | None] | None:
    """Return what starts by itself: the subject of a verb, what a noun is of (انطلاق برنامج)."""
    if told.done is not None:
        return told.done, doer_of(told, _BY)
    if told.voice == "noun" or told.clause is None:
        return None if told.thing is None else (told.thing, None)
    found = told.clause.subject
    if found is None or found.pronoun or found.clausal or told.relative:
        return None
    return None if who(told, found, ("organization", "person")) is not None else (found, None)


def _launched(told: Told) -> tuple[Phrase, Argument | None] | None:
    """Return what somebody launches, and who: in the active voice somebody must be told."""
    by, thing = _behind_doer(told) or (doer_of(told, _BY), told.thing or behind_verb(told))
    if thing is None:
        return None
    if told.voice == "noun" and by is None:
        by, thing = _parted(told, thing) or (None, thing)
    if by is None and told.class_ == "begin":
        return None
    if by is None and told.voice == "active" and not _is_somebody(told):
        return None
    return thing, by


def _is_somebody(told: Told) -> bool:
    """Tell whether who does something in the active voice may launch it: in English a body or who has an office."""
    doer = told.doer
    if told.clause is not None and told.clause.subject is not None and doer is None:
        return told.clause.subject.pronoun and not told.syntax.shape.arabic
    if doer is None or told.syntax.shape.arabic:
        return doer is not None
    own = range(*tokens_of(told, doer.core_first, doer.core_stop))
    return any(told.analysis.cursor.mask(j) & (S.ORG_HEAD | S.ROLE) for j in own)


def _behind_doer(told: Told) -> tuple[Argument, Phrase] | None:
    """Return who stands right behind an Arabic verb, and what behind him without a preposition."""
    if told.voice != "active" or not told.syntax.shape.arabic:
        return None
    if told.syntax.tree.readings[told.word].enclitic is not None:
        return None  # أطلقته الهيئة
    cursor, tree = told.analysis.cursor, told.syntax.tree
    found = body_at(told, told.token + 1, told.last, ("organization", "programme", "place"))
    if found is None:
        return None
    j = skip_brackets(told, found[1], told.last)
    dates = told.analysis.index.dates_between(j, j + 3)
    if dates:
        j = dates[0].last
    while j < told.last and (cursor.mask(j) & S.COMMA or tree.pos[told.word_at(j)] == "ADV"):
        j += 1
    word = told.word_at(j)
    if word < 0 or tree.pos[word] not in ("NOUN", "NUM", "ADJ", "PROPN"):
        return None
    clitics = tree.readings[word].chain.clitics
    if any(c.kind in ("preposition", "conjunction") for c in clitics):
        return None
    return found[0], _counted(told, word)


def _counted(told: Told, word: int) -> Phrase:
    """Return the phrase at a word, of what is counted where it is a number: أول مشروع, 14 محطة."""
    shape, spans = told.syntax.shape, told.syntax.spans
    phrase = phrase_at(told, word)
    if (
        phrase.core_stop == word + 1
        and told.syntax.tree.pos[word] in ("NUM", "ADJ")
        and word + 1 < len(shape.heads)
    ):
        behind = spans.phrase(word + 1)
        return replace(behind, first=word, short_first=word, core_first=word)
    return phrase


def _parted(told: Told, thing: Phrase) -> tuple[Argument, Phrase] | None:
    """Return by whom and what, where who does it is the genitive: خلال إطلاق الجمعية النسخة الأولى."""
    tree = told.syntax.tree
    if lemmas_of(told.syntax, thing.head)[0] in launch_nouns():
        return None
    by = who(told, thing, ("organization", "person"))
    behind = thing.core_stop
    while (
        behind < len(tree.pos)
        and tree.pos[behind] in ("PUNCT", "ADV")
        and tree.words[behind] != "."
    ):
        behind += 1
    if by is None or behind >= len(tree.pos) or tree.pos[behind] != "NOUN":
        return None
    if marker_of(told.syntax, behind) or (
        tree.readings[behind].chain.clitics[:1] and not tree.readings[behind].chain.article
    ):
        return None
    return by, told.syntax.spans.phrase(behind)


def _is_thing(told: Told, thing: Phrase) -> bool:
    """Tell whether what is done is a thing to launch: no fire, no name of somebody, no event."""
    tree = told.syntax.tree
    lemma, _ = lemmas_of(told.syntax, thing.head)
    no = deeds().get(lemmas_of(told.syntax, told.word)[1], {}).get(told.class_, frozenset())
    two = f"{lemma} {tree.words[thing.head + 1]}" if thing.head + 1 < len(tree.words) else ""
    if lemma in no or tree.words[thing.head].lower() in no or two in no or _is_held(told, thing):
        return False
    if not told.syntax.shape.arabic and any(word in no for word in title_ends(told, thing)):
        return False
    if told.clause is not None and told.voice != "noun" and told.clause.marked("على"):
        return False  # أطلقت عليه اسم
    if told.syntax.shape.arabic and lemma not in launch_nouns():
        if told.class_ in ("begin", "start") or is_masdar(tree.readings[thing.head]):
            return False
    quoted = told.analysis.cursor.mask(told.token_at(thing.first) - 1) & S.QUOTE_MARK
    return bool(quoted) or tree.pos[thing.head] in ("NOUN", "PROPN", "X", "ADJ")


def _stretch(told: Told, thing: Phrase) -> tuple[int, int]:
    """Return the tokens of what is launched, with what it is of or for and the name it ends in."""
    spans, tree = told.syntax.spans, told.syntax.tree
    low, stop = thing.core_first, thing.core_stop
    for _ in range(3):
        if stop >= len(tree.pos) or stop - low > _LONGEST:
            break
        word = stop
        if (
            tree.pos[word] == "ADP"
            and word + 1 < len(tree.pos)
            and tree.words[word] in markers("goes_on")
        ):
            word += 1
        elif _joins(told, word):
            stop += 1
            continue
        elif preposition(tree.readings[word]) not in markers("goes_on"):
            break
        if _is_benefit(told, word):
            break
        if tree.pos[word] not in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
            break
        head = word
        while not told.syntax.shape.arabic and told.syntax.shape.heads[head] > head:
            head = told.syntax.shape.heads[head]
        stop = max(stop + 1, spans.phrase(head).core_stop)
    return _cut(told, *tokens_of(told, low, stop))


def _cut(told: Told, first: int, last: int) -> tuple[int, int]:
    """Leave out the article before a thing and the day behind it, and take in the name that it ends in."""
    cursor = told.analysis.cursor
    while first < last and cursor.norm(first) in ("the", "a", "an", "its", "their"):
        first += 1
    first = quoted_before(told, first)
    last = next((j for j in range(first + 1, last) if _is_benefit(told, told.word_at(j))), last)
    dates = told.analysis.index.dates_between(first + 1, last)
    if dates:
        last = dates[0].first
        while last > first + 1 and cursor.mask(last - 1) & _BEFORE_DATE:
            last -= 1
    for mention, entity in told.analysis.index.named_between(first, last):
        if entity.type not in ("place", "person") and mention.last <= min(
            last + 4, first + _LONGEST
        ):
            last = max(last, mention.last)
    while not told.syntax.shape.arabic and goes_on(told, last):
        last += 2
        while last < told.last and cursor.entries[last].caps:
            last += 1
    if opens_name(told, first):  # برنامج «سفراء»
        first, last = first - 2, last + bool(cursor.mask(last) & S.QUOTE_MARK)
    elif last < told.last and cursor.mask(last) & S.QUOTE_MARK:
        last = quoted_end(told, last) or last
    return first, max(
        last, skip_brackets(told, last, told.last) if cursor.norm(last) == "(" else last
    )


def _is_benefit(told: Told, word: int) -> bool:
    """Tell whether a word opens for whom it is: لفائدة."""
    return word >= 0 and normalize(told.syntax.tree.words[word]) in leading("benefit")


def _joins(told: Told, word: int) -> bool:
    """Tell whether a further adjective is joined to what is launched: عربية وأوروبية."""
    tree = told.syntax.tree
    joined = any(c.kind == "conjunction" for c in tree.readings[word].chain.clitics)
    return joined and tree.pos[word] == "ADJ" and tree.pos[word - 1] == "ADJ"


def _is_told(told: Told, first: int, last: int, thing: Phrase) -> bool:
    """Tell whether some words say enough of what is launched: a name, or more than one word."""
    if last <= first or told.analysis.index.dates_between(first, first + 1):
        return False
    person = mention_in(told, first, first + 2, ("person",))
    if person is not None and person[0].first == first:
        return False
    quantity = told.analysis.index.quantity_at(first)
    if quantity is not None and quantity.last >= last:
        return quantity.kind == "count"
    if last - first > 1:
        return True
    return mention_in(told, first, last, ("programme", "product", "organization")) is not None or (
        not told.syntax.shape.arabic
        and told.voice == "active"
        and told.analysis.cursor.tagged.ends[first] - told.analysis.cursor.tagged.starts[first]
        > _LETTERS
    )


def _is_held(told: Told, thing: Phrase) -> bool:
    """Tell whether a thing is held rather than launched: a forum, an exhibition; no showroom of somebody's."""
    kind = event_class(lemmas_of(told.syntax, thing.head)[0])
    shown = kind == "shown" and told.syntax.shape.arabic
    return kind == "whole" or (shown and not is_showroom(told, thing.head))
