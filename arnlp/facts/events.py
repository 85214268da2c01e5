"""Events: what is held where, from when to when, and by whom."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.facts.bodies import agent_of, body_at, who, words_of
from arnlp.facts.deed_table import event_class, leading
from arnlp.facts.event_names import event_at, event_name
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told, lemmas_of
from arnlp.lexicon import senses as S
from arnlp.text.clitics import BY, without_article

_REACH = 40  # tokens from the event to where and when


def read_event(told: Told) -> list[Happening]:
    """Read what is held, from the predicate that tells of it."""
    at = event_at(told)
    if at is None:
        return []
    name, first, last = event_name(told, at)
    if name is None:
        return []
    if told.analysis.cursor.norm(first - 1) in leading("undone"):
        return []
    organiser, place = _holder(told)
    if place is None:
        place = _place(told, at, last, organiser, named=name.entity is not None)
    when, until = _dates(told, last)
    if name.entity is None and not (organiser or place or when):
        return []
    cursor = told.analysis.cursor
    start, stop = min(told.token, first), max(told.token + 1, last)
    return [
        Happening(
            "event",
            f"event.{told.voice}",
            [span_of(cursor, start, stop)],
            {
                "name": name,
                "kind": words_of(told, at, at + 1),
                "place": place,
                "organiser": organiser,
            },
            dates={"from": when, "to": until},
            modality=told.modality,
        )
    ]


# -- who, where, when -----------------------------------------------------------------------


def _holder(told: Told) -> tuple[Argument | None, Argument | None]:
    """Return who holds it, or the place that hosts it."""
    organiser = _organiser(told)
    if organiser is not None:
        return organiser, None
    if told.class_ in ("occur", "held") and told.voice == "active":
        return None, None
    types = ("organization", "programme", "place")
    found = None
    if told.voice == "active" and told.syntax.shape.arabic:
        at = body_at(told, told.token + 1, told.last, types)
        found = at[0] if at is not None else None
    if found is None:
        found = who(told, told.doer, types) if told.doer is not None else agent_of(told, types)
    if found is None:
        return None, None
    if found.entity is not None and found.entity.type == "place":
        return (None, found) if told.class_ == "host" else (None, None)
    if event_class(_head_lemma(told, found)):
        return None, None
    return found, None


def _organiser(told: Told) -> Argument | None:
    """Return whom بتنظيم من leads to."""
    cursor = told.analysis.cursor
    for j in range(told.token + 1, min(told.last - 1, told.token + _REACH)):
        if cursor.norm(j) in leading("organiser") and not told.is_parted(j):
            found = body_at(told, j + 1, told.last, ("organization", "programme"))
            return found[0] if found is not None else None
    return None


def _head_lemma(told: Told, found: Argument) -> str:
    at = told.analysis.wording.sentences.word_at(found.start)
    if at is None:
        return ""
    return lemmas_of(told.analysis.wording.sentences.syntax(at[0]), at[1])[0]


def _hangs_in(told: Told, token: int, first: int, last: int) -> bool:
    """Tell whether a word hangs on one of the name of an event: فرص الاستثمار بمدينة ينبع."""
    shape, word = told.syntax.shape, told.word_at(token)
    for _ in range(3):
        word = shape.heads[word] if word >= 0 else -1
        if word < 0:
            return False
        if first < told.token_at(word) < last:
            return True
    return False


def _place(
    told: Told, at: int, last: int, organiser: Argument | None, *, named: bool
) -> Argument | None:
    """Return where it is held: a place that in or at leads to, in the same clause."""
    cursor = told.analysis.cursor
    low = min(told.token, at)
    for mention, entity in told.analysis.index.named_between(
        low, min(told.last, max(last, told.token) + _REACH)
    ):
        if entity.type != "place" or at <= mention.first < last:
            continue
        if organiser is not None and organiser.start <= mention.start <= organiser.end + 12:
            continue
        if not named and _hangs_in(told, mention.first, at, last):
            continue
        if told.is_parted(mention.first) or not is_in(told, mention.first):
            continue
        if any(cursor.norm(j) in leading("attended") for j in range(low, mention.first)):
            break
        if cursor.mask(mention.first) & S.NATIONALITY:
            continue
        return named_by(mention, entity)
    return None


def is_in(told: Told, token: int) -> bool:
    """Tell whether in or at leads to a name: in Doha, في مدينة صلالة, بالرياض."""
    cursor = told.analysis.cursor
    j = token
    while j > max(told.first, token - 4):
        if cursor.entries[j].led & BY or cursor.norm(j - 1) in leading("place"):
            return True
        j -= 1
        if not (
            cursor.mask(j) & (S.PLACE_HEAD | S.NATIONALITY)
            or without_article(cursor.norm(j)) in leading("place_noun")
        ):
            return False
    return False


def _dates(told: Told, last: int) -> tuple[DateMention | None, DateMention | None]:
    """Return from when to when it is held: the same expression where one tells both."""
    when = told.date(last + 8)
    until = when
    if when is None:
        return None, None
    for mention in told.analysis.index.dates_between(when.last, told.last):
        cursor = told.analysis.cursor
        if {cursor.norm(mention.first), cursor.norm(mention.first - 1)} & leading("until"):
            until = mention
            break
    return when, until
