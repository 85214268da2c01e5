"""Agreements: who signs what with whom, where and when, and what it is to do."""

from __future__ import annotations

from arnlp.facts.aims import aim_of
from arnlp.facts.arguments import REACH, in_object
from arnlp.facts.bodies import agent_of, mention_at, tokens_of, words_of
from arnlp.facts.body_lists import bodies_from
from arnlp.facts.deed_table import leading, markers
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.parties import BOTH, ahead, behind_aim, once, shared
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told, led_by_clitic, lemmas_of, marker_of
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import as_number
from arnlp.text.clitics import BY, TO

_FAR = 24  # tokens from the predicate or the paper to a party
_NEAR = 3  # tokens from a paper to a verb with its pronoun
_PAPER = 12  # tokens from the predicate to what is signed
_SHORT = 2  # words of what is signed that name no thing done somewhere
_KIND = 5  # words of what is signed


def read_agreement(told: Told) -> list[Happening]:
    """Read what is signed, by whom and with whom, from the predicate of its clause."""
    cursor = told.analysis.cursor
    paper = _paper(told)
    if paper is None:
        return []
    end = _kind_end(told, paper)
    counted = told.analysis.index.quantity_at(paper)
    start = _kind_start(told, counted.first if counted is not None else paper)
    behind = max(end, told.token + 1)
    aim = aim_of(told, behind)
    stop = aim[0] if aim is not None else told.last
    parties = _parties(told, start, behind, stop)
    if aim is not None and len(parties) < BOTH:
        parties, aim = behind_aim(told, parties, aim)
    if told.class_ == "agree":  # senators reach one, too
        parties = [p for p in parties if p.entity is None or p.entity.type != "person"]
    own = told.voice == "noun" and told.syntax.tree.readings[told.word].enclitic is not None
    both = own or paper == told.token or lemmas_of(told.syntax, told.word)[1] in markers("both")
    if not parties or (len(parties) < BOTH and (both or _is_known(told, start, end))):
        return []
    return [
        Happening(
            "agreement",
            f"agreement.{told.voice}",
            [span_of(cursor, min(told.token, start), behind)],
            {
                "kind": words_of(told, start, end),
                "subject": Argument(*aim[1]) if aim is not None else None,
                "place": _place(told, behind, stop, parties, paper),
            },
            parties,
            {"date": told.date(min(stop, behind + REACH))},
            as_number(counted.value) if counted is not None else None,
            modality=told.modality,
        )
    ]


def _paper(told: Told) -> int | None:
    """Return what is signed: the paper behind the predicate, or before a passive or a relative clause."""
    cursor = told.analysis.cursor
    thing = told.thing
    if cursor.mask(told.token) & S.PAPER and told.voice == "noun":
        return told.token  # اتفاقية بين
    if thing is not None and cursor.mask(told.token_at(thing.head)) & S.PAPER:
        return told.token_at(thing.head)
    if told.voice == "passive" and thing is not None:
        first, last = tokens_of(told, thing.core_first, thing.core_stop)
        found = next((j for j in range(first, last) if cursor.mask(j) & S.PAPER), None)
        if found is not None:
            return found
    if told.syntax.tree.readings[told.word].enclitic is not None:  # اتفاقية وقعتها
        near = range(told.token - 1, max(told.first, told.token - _NEAR) - 1, -1)
        found = next((j for j in near if cursor.mask(j) & S.PAPER), None)
        if found is not None and not told.is_parted(found):
            return found
    for j in range(told.token + 1, min(told.last, told.token + _FAR)):
        if cursor.mask(j) & S.PAPER:
            before = cursor.norm(j - 1)
            far = j - told.token > _PAPER and told.voice != "active"
            return None if far or before in leading("when") or told.is_parted(j) else j
    return None


def _is_known(told: Told, start: int, end: int) -> bool:
    """Tell whether what is signed is only called the agreement, as one that was told of before."""
    cursor = told.analysis.cursor
    entry = cursor.entries[start]
    return end - start == 1 and (entry.definite or cursor.norm(start - 1) in ("the", "this", "its"))


def _kind_start(told: Told, paper: int) -> int:
    """Return where the words for what is signed start: in English before its adjectives."""
    word = told.word_at(paper)
    if told.syntax.shape.arabic or word < 0:
        return paper
    first = told.syntax.spans.phrase(word).core_first
    while first < word and told.syntax.tree.pos[first] in ("DET", "PRON", "PUNCT"):
        first += 1
    return min(paper, told.token_at(first))


def _kind_end(told: Told, paper: int) -> int:
    """Return where the words for what is signed end: مذكرة تفاهم, memorandum of understanding."""
    cursor = told.analysis.cursor
    definite = cursor.entries[paper].definite
    end = paper + 1
    while end < told.last and end - paper < _KIND and in_object(cursor, end, paper):
        if end == told.token:  # اتفاقية وقعها
            break
        entry = cursor.entries[end]
        word = told.word_at(end)
        led = entry.led & (TO | BY) or (word >= 0 and led_by_clitic(told.syntax, word) & (TO | BY))
        if entry.norm in ("for", "a") or (led and not definite):
            break
        if mention_at(told, end, ("organization", "person")) is not None:
            break
        if told.analysis.index.dates_between(end, end + 1):
            break
        if word >= 0 and not told.syntax.shape.arabic and told.syntax.tree.pos[word] == "VERB":
            break
        end += 1
    while end > paper + 1 and cursor.norm(end - 1) in ("and", "of"):
        end -= 1
    return end


# -- parties --------------------------------------------------------------------------------


def _parties(told: Told, paper: int, behind: int, stop: int) -> list[Argument]:
    """Return the parties: the subject, whom by leads to, and whom with and between lead to."""
    out: list[Argument] = []
    doer = told.doer
    if doer is not None:
        last = told.last if told.syntax.shape.arabic else max(told.token, paper)
        first = told.token_at(doer.core_first)
        out += bodies_from(told, first, last, loose=True)[0] or _subject(told) or shared(told, doer)
    elif told.voice == "active":
        out += _subject(told)
    elif told.voice == "noun":
        out += bodies_from(told, told.token + 1, min(stop, told.token + _FAR))[0]
    agent = agent_of(told, ("organization", "place"))
    if agent is not None:
        at = told.analysis.cursor.tagged.token_at(agent.start)
        out += bodies_from(told, at, told.last, loose=True)[0] or [agent]
    for j in range(told.token + 1, min(stop, behind + _FAR)):
        if _leads_to_party(told, j) and not told.is_parted(j):
            found, _ = bodies_from(told, j + 1, min(told.last, j + _FAR), loose=True)
            out += found
    return once(out)


def _subject(told: Told) -> list[Argument]:
    """Return the bodies right behind an Arabic verb or before an English one, where the tree has none."""
    if told.voice != "active":
        return []
    if told.syntax.shape.arabic:
        found, _ = bodies_from(told, told.token + 1, min(told.last, told.token + _FAR))
        return found or ahead(told)
    for j in range(told.first, told.token):
        found, end = bodies_from(told, j, told.token)
        colon = told.analysis.cursor.mask(end) & S.COLON
        if found and not colon and not told.is_parted(j):
            return found
    return []


def _leads_to_party(told: Told, j: int) -> bool:
    """Tell whether with or between stands at a token and leads to a party."""
    cursor = told.analysis.cursor
    return cursor.norm(j) in leading("party") and cursor.norm(j - 1) not in leading("beside")


# -- the rest -------------------------------------------------------------------------------


def _place(
    told: Told, first: int, last: int, parties: list[Argument], paper: int
) -> Argument | None:
    """Return where something is signed: a place that in or at leads to and that hangs on the signing."""
    shape = told.syntax.shape
    own = {told.word, told.word_at(paper)}
    if not shape.arabic:  # a memorandum of understanding in Muscat
        own.update(told.word_at(j) for j in range(paper, min(first, paper + _KIND)))
    if first - paper == _SHORT:  # مذكرة تفاهم في أبوظبي
        own.add(told.word_at(first - 1))
    low = told.token
    if told.above is not None and told.does:
        own.add(told.above.predicate)
    elif told.above is not None:  # جرى في بريدة توقيع
        own.add(told.above.predicate)
        low = min(low, told.token_at(told.above.predicate))
    for mention, entity in told.analysis.index.named_between(low + 1, min(told.last, first + _FAR)):
        if entity.type != "place" or any(p.entity is entity for p in parties):
            continue
        word = told.word_at(mention.first)
        if word < 0 or told.is_parted(mention.first):
            continue
        if mention.first >= last and last < told.last:
            break
        head = shape.heads[word]
        if head >= 0 and marker_of(told.syntax, head) in markers("in"):
            word = head  # في مدينة صلالة, at a ceremony in Doha
        if marker_of(told.syntax, word) in markers("in") and shape.heads[word] in own:
            return named_by(mention, entity)
    return None
