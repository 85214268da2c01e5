"""Events: what is held where, from when to when, and by whom."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.facts.bodies import agent_of, body_at, mention_at, who, words_of
from arnlp.facts.deed_table import event_class, leading, markers
from arnlp.facts.event_names import event_at, event_name
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told, lemmas_of
from arnlp.lexicon import senses as S
from arnlp.names import NamedMention
from arnlp.text.clitics import BY, without_article

_SHORT = 2  # words of an event that are no name
_SEAT = 12  # characters from who holds it to where he is
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
    if name.entity is None and not (organiser or place or when or _is_named(told, first, last)):
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


def _is_named(told: Told, first: int, last: int) -> bool:
    """Tell whether an event that is opened has a name: more than two words with a proper noun."""
    words = range(told.word_at(first), told.word_at(last - 1) + 1)
    pos = told.syntax.tree.pos
    return told.class_ == "open" and len(words) > _SHORT and any(pos[w] == "PROPN" for w in words)


# -- who, where, when -----------------------------------------------------------------------


def _holder(told: Told) -> tuple[Argument | None, Argument | None]:
    """Return who holds it, or the place that hosts it."""
    organiser, host = _organiser(told), _host(told)
    if organiser is not None or host is not None:
        return organiser, host
    if told.class_ == "open" or (
        told.class_ in ("occur", "held") and told.voice == "active" and not _ends(told)
    ):
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


def _ends(told: Told) -> bool:
    """Tell whether somebody ends what he holds: a course, not the cup that a team plays for."""
    thing = told.thing
    if thing is None or lemmas_of(told.syntax, told.word)[1] not in markers("ends"):
        return False
    lemma = lemmas_of(told.syntax, thing.head)[0]
    return bool(event_class(lemma)) and lemma not in markers("contest")


def _host(told: Told) -> Argument | None:
    """Return the place that hosts it: تحتضن مدينة الداخلة."""
    cursor = told.analysis.cursor
    if told.class_ != "host" or told.voice != "active" or not told.syntax.shape.arabic:
        return None
    at = told.token + 1
    at += cursor.norm(at) in leading("place_noun")
    named = mention_at(told, at, ("place",))
    return named_by(*named) if named is not None else None


def _organiser(told: Told) -> Argument | None:
    """Return whom بتنظيم من leads to."""
    cursor = told.analysis.cursor
    for j in range(told.token + 1, min(told.last - 1, told.token + _REACH)):
        two = f"{cursor.norm(j - 1)} {cursor.norm(j)}"
        three = f"{cursor.norm(j - 2)} {two}"
        if {cursor.norm(j), two, three} & leading("organiser") and not told.is_parted(j):
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


def _is_of(told: Told, mention: NamedMention, organiser: Argument) -> bool:
    """Tell whether a place stands in or right behind who holds it, and may be where he is."""
    if not organiser.start <= mention.start <= organiser.end + _SEAT:
        return False
    dates = told.analysis.index.dates_between(mention.first - _SEAT, mention.first)
    starts = told.analysis.cursor.tagged.starts
    return not any(starts[d.first] >= organiser.end for d in dates)


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
        if organiser is not None and _is_of(told, mention, organiser):
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
    if when is None:
        return None, None
    dates = told.analysis.index.dates_between
    if _is_until(told, when):
        before = (m for m in dates(told.first, when.first) if m.kind in ("date", "interval"))
        return next(before, None), when
    until = next((m for m in dates(when.last, told.last) if _is_until(told, m)), None)
    verb = lemmas_of(told.syntax, told.word)[1]
    if until is not None or when.kind == "interval":
        return when, until or when
    if verb in markers("ends"):
        return None, when
    return when, None if verb in markers("opens") else when


def _is_until(told: Told, mention: DateMention) -> bool:
    """Tell whether a date is until when something lasts."""
    cursor = told.analysis.cursor
    return bool({cursor.norm(mention.first), cursor.norm(mention.first - 1)} & leading("until"))
