"""Which words of a text tell of a deed: as done, or as what is planned."""

from __future__ import annotations

from collections.abc import Iterator

from arnlp.facts.analysis import Analysis
from arnlp.facts.arabic_tellings import holds, is_held, is_paper_near
from arnlp.facts.deed_phrases import may_need_word, phrase_words, phrased
from arnlp.facts.deed_table import deeds, leading, markers, may_tell, required, tells
from arnlp.facts.english_tellings import follows, is_headline, tells_otherwise
from arnlp.facts.offices import next_office
from arnlp.facts.predicates import words
from arnlp.facts.told import Told, lemmas_of, marker_of
from arnlp.facts.verbless import opens_with_paper, verbless
from arnlp.lexicon import senses as S
from arnlp.morphology import readings
from arnlp.syntax.clause import Clause
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import bare, preposition
from arnlp.syntax.nouns import is_action

_NEAR = 12  # words from a masdar back to what tells of it, where it hangs elsewhere


def told_in(analysis: Analysis) -> Iterator[Told]:
    """Find what tells of deeds in a text; only sentences that hold such a word are parsed."""
    tagged = analysis.cursor.tagged
    sentences = analysis.wording.sentences
    wanted: list[tuple[int, int, int, bool]] = []
    more = phrase_words()
    for first, last in tagged.sentences:
        own = range(first, last)
        pieces = [piece for j in own for piece in tagged.token_text(j).split()]
        further = any(analysis.cursor.norm(j) in more for j in own)
        further = further and any(map(may_need_word, pieces))
        if further or any(map(may_tell, pieces)) or opens_with_paper(analysis, first, last):
            at = sentences.word_at(tagged.starts[first])
            if at is not None:
                wanted.append((at[0], first, last, further))
    sentences.trees.read(number for number, *_ in wanted)
    for number, first, last, further in wanted:
        while number < len(sentences.trees):
            tree = sentences.trees[number]
            if tree.starts[0] >= tagged.ends[last - 1]:
                break
            syntax = sentences.syntax(number)
            yield from verbless(analysis, syntax, first, last)
            for word in range(len(tree.words)):
                yield from _tellings(analysis, syntax, word, first, last)
                if further:
                    yield from _phrased(analysis, syntax, word, first, last)
            number += 1


def _tellings(
    analysis: Analysis, syntax: Syntax, word: int, first: int, last: int
) -> Iterator[Told]:
    pos = syntax.tree.pos[word]
    if pos not in ("VERB", "NOUN"):
        return
    classes = deeds().get(lemmas_of(syntax, word)[1], {})
    if not classes or (pos == "NOUN" and not is_action(syntax.shape, word)):
        if pos == "NOUN":
            yield from _appointing(analysis, syntax, word, first, last)
        return
    token = analysis.cursor.tagged.token_at(syntax.tree.starts[word])
    if not first <= token < last:
        return
    if analysis.dateline is not None and first < analysis.dateline.last <= token:
        first = analysis.dateline.last
    clause = next((c for c in syntax.clauses if c.predicate == word and not c.gapped), None)
    for name in classes:
        if name == "held" and not is_held(syntax, word):
            continue
        groups = required(lemmas_of(syntax, word)[1], name)
        if groups and not follows(analysis, groups, token, last):
            continue
        if name == "hold" and not holds(syntax, word):
            continue
        told = Told(analysis, syntax, word, name, clause, token, first, last)
        if _is_stated(told):
            yield told


def _phrased(
    analysis: Analysis, syntax: Syntax, word: int, first: int, last: int
) -> Iterator[Told]:
    """Find a predicate that tells of a deed with a further word: كشف النقاب عن."""
    pos = syntax.tree.pos[word]
    if pos != "VERB" and (pos != "NOUN" or not is_action(syntax.shape, word)):
        return
    found = phrased(syntax, word)
    token = analysis.cursor.tagged.token_at(syntax.tree.starts[word])
    if found is None or not first <= token < last:
        return
    clause = next((c for c in syntax.clauses if c.predicate == word and not c.gapped), None)
    told = Told(analysis, syntax, word, found[0], clause, token, first, last, done=found[1])
    if _is_stated(told):
        yield told


def _appointing(
    analysis: Analysis, syntax: Syntax, word: int, first: int, last: int
) -> Iterator[Told]:
    """Find a verb that was read as a noun: only a verb puts an office in the accusative (عين فلان مديرا), or follows a paper (اتفاقية وقعها)."""
    written = syntax.tree.words[word]
    if not syntax.shape.arabic or not may_tell(written):
        return
    named = {
        name
        for reading in readings(written)
        if reading.pos == "VERB" and not reading.chain.article
        for name in deeds().get(bare(reading.lemma), {})
    }
    token = analysis.cursor.tagged.token_at(syntax.tree.starts[word])
    clause = next((c for c in syntax.clauses if c.predicate == word and not c.gapped), None)
    if "sign" in named and first <= token < last and is_paper_near(analysis, clause, token):
        yield Told(analysis, syntax, word, "sign", clause, token, first, last)
    elif "appoint" in named and first <= token < last:
        told = Told(analysis, syntax, word, "appoint", None, token, first, last)
        if next_office(told, token + 1, last):
            yield told


def _is_stated(told: Told) -> bool:
    """Tell whether a deed is told as done or planned, and set how."""
    clause = told.clause
    reading = told.syntax.tree.readings[told.word]
    form = dict(reading.bundle.features).get("VerbForm", "")
    if told.syntax.tree.pos[told.word] == "NOUN" or (
        form == "Ger" and not (clause is not None and clause.auxiliaries)  # is organising
    ):
        told.voice = "noun"
        return _is_told_of(told)
    if tells_otherwise(told):
        return True
    if clause is None:
        return False
    if clause.kind == "participle":
        told.voice = clause.voice or "active"
        return not told.syntax.shape.arabic and told.voice == "passive"
    told.voice = clause.voice or "active"
    modality = _modality(told, clause)
    told.modality = modality or "asserted"
    return bool(modality)


def _modality(told: Told, clause: Clause) -> str:
    """Return how a finite verb tells of a deed, nothing where it does not."""
    syntax = told.syntax
    if clause.negated or clause.introduced_by in leading("condition"):
        return ""
    tree = syntax.tree
    form = dict(tree.readings[clause.predicate].bundle.features)
    opener = clause.introduced_by.split()[-1:]
    if syntax.shape.arabic:
        bound = (
            bool(opener) and opener[0] in markers("subordinate") and form.get("Aspect") != "Perf"
        )
    else:
        bound = (bool(opener) and opener[0] in markers("subordinate")) or (
            form.get("VerbForm") == "Inf" and not clause.auxiliaries and clause.subject is None
        )
    if bound:
        return _of_governor(told, clause)
    forms = {tree.words[word].lower() for word in clause.auxiliaries}
    if forms & words("could"):
        return "possible"
    if forms & leading("no_fact"):
        return ""
    chain = tree.readings[clause.predicate].chain
    future = any(c.kind == "future" for c in chain.clitics)
    return "planned" if future or clause.tense == "future" or forms & words("wills") else "asserted"


def _of_governor(told: Told, clause: Clause) -> str:
    """Return how what governs أن يطلق, to launch tells of it."""
    syntax = told.syntax
    above = syntax.clauses[clause.parent] if clause.parent >= 0 else None
    if above is not None and not above.negated:
        if any(
            tells(lemma, told.class_) == "intends" for lemma in lemmas_of(syntax, above.predicate)
        ):
            return "planned"
    before = [
        lemma
        for word in range(max(0, clause.predicate - 4), clause.predicate)
        for lemma in lemmas_of(syntax, word)
    ]
    if any(lemma in leading("intended") for lemma in before):
        return "planned"
    if syntax.tree.words[max(0, clause.predicate - 2)].lower() in words("is_to"):
        return "planned"  # is to launch
    return "asserted" if any(lemma in leading("glad") for lemma in before) else ""


def _is_told_of(told: Told) -> bool:
    """Tell whether something says of a masdar that it was done or is planned."""
    syntax, shape = told.syntax, told.syntax.shape
    word = told.word
    while (
        shape.functions[word] == "conj" and not marker_of(syntax, word) and shape.heads[word] >= 0
    ):
        word = shape.heads[word]
        if syntax.tree.pos[word] == "VERB":  # أعلن عن تعيين فلان وإطلاق برنامج
            found = _tells(told, word)
            return bool(found) and _is_told_by(told, word, found)
    if word and lemmas_of(syntax, word - 1)[1] in markers("again") and is_action(shape, word - 1):
        word -= 1  # إعادة افتتاح
    before = marker_of(syntax, word)
    if _is_timed(told, word):
        return True
    head = shape.heads[word]
    if head < 0 or syntax.tree.pos[head] in ("PUNCT", "NUM"):
        if not shape.arabic:
            return is_headline(syntax, word)
        ahead = syntax.tree.pos[: told.word]
        return not before and "VERB" not in ahead and "AUX" not in ahead
    if before and before not in markers("telling"):
        return False
    found = _tells(told, head)
    if found:
        return _is_told_by(told, head, found)
    if not _is_free(syntax, word):
        return False
    for near in range(word - 1, max(-1, word - 1 - _NEAR), -1):
        found = _tells(told, near)
        if found:
            return _is_told_by(told, near, found)
        if syntax.tree.pos[near] in ("VERB", "SCONJ"):
            return False
    return False


def _tells(told: Told, word: int) -> str:
    """Return what a word says of the masdar below it."""
    if told.syntax.tree.pos[word] not in ("VERB", "NOUN", "ADJ"):
        return ""
    return next(filter(None, (tells(n, told.class_) for n in lemmas_of(told.syntax, word))), "")


def _is_told_by(told: Told, head: int, found: str) -> bool:
    syntax = told.syntax
    above = next((c for c in syntax.clauses if c.predicate == head and not c.gapped), None)
    if above is not None and above.kind == "verbal":
        modality = _modality(told, above)
        if not modality:
            return False
        told.modality = modality
    told.above = above
    told.does = found in ("does", "intends")
    if found == "intends":
        told.modality = "planned"
    return True


def _is_timed(told: Told, word: int) -> bool:
    """Tell whether a time is told by it, so that it has happened: خلال إطلاق, after signing."""
    cursor = told.analysis.cursor
    j = told.token_at(word) - 1
    while j > told.first and (
        cursor.norm(j) in leading("between") or cursor.mask(j) & S.QUOTE_MARK
    ):
        j -= 1
    two = f"{cursor.norm(j - 1)} {cursor.norm(j)}"
    if {two, cursor.norm(j)} & leading("means"):
        governor = told.syntax.shape.heads[word]
        number = told.syntax.clause_of[governor] if governor >= 0 else -1
        clause = told.syntax.clauses[number] if number >= 0 else None
        if clause is not None and clause.kind == "verbal" and _modality(told, clause) == "asserted":
            told.above, told.does = clause, True
        return told.above is not None
    return two in leading("when") or cursor.norm(j) in leading("when")


def _is_free(syntax: Syntax, word: int) -> bool:
    """Tell whether a masdar is no genitive of the noun before it."""
    if word == 0 or preposition(syntax.tree.readings[word]):
        return True
    before = syntax.tree.readings[word - 1]
    if syntax.tree.pos[word - 1] in ("PUNCT", "ADJ", "ADV", "PROPN"):
        return True
    return before.chain.article or before.enclitic is not None
