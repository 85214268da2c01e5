"""Arabic sentences behind أن and إن, and at the start: a definite noun, then what is said of it.

Behind أن stands the subject; its predicate is the first verb behind its phrase, else an indefinite
noun or adjective that cannot belong to a definite phrase (إن الشباب مصدر فخر). A preposition there is
the predicate of the noun behind its phrase (أن من أهدافه العمل على), so is هناك.
"""

from __future__ import annotations

from arnlp.morphology import features as F
from arnlp.syntax.agreement import bits_of, verb_agrees
from arnlp.syntax.lemmas import SMALL, VERBAL, bare, conjunction, lemmas, preposition
from arnlp.syntax.phrases import Spans
from arnlp.syntax.shape import Shape
from arnlp.syntax.verbs import form, is_verb_particle

_NOUNS = frozenset({"NOUN", "PROPN"})
_INNER = frozenset({"nmod", "amod", "appos", "conj", "ccomp", "obl", "dep"})
_BESIDE = frozenset({"nsubj", "obj", "xcomp", "ccomp", "obl", "amod"})
_THERE = frozenset({"هناك", "ثمة"})
_DEMONSTRATIVES = frozenset({"هذا", "ذلك", "تلك", "هذه"})
_DEPTH = 6


def mend_openings(shape: Shape, spans: Spans) -> bool:
    """Give subjects behind أن and إن their predicates; tell whether a word was hung elsewhere."""
    moved = False
    words = shape.tree.words
    for at, pos in enumerate(shape.tree.pos):
        if pos in SMALL and at + 2 < len(words) and _opens(shape, at):
            first = _behind(shape, at + 1)
            if shape.tree.pos[first] == "ADP":
                moved |= _settle_fronted(shape, spans, at, first)
            elif _settle_subject(shape, spans, at, noun := _top(shape, first)):
                moved = True
                shape.hang(at, shape.heads[noun], "mark")
        elif at + 1 == len(words):
            break
        elif words[at] in _THERE:
            moved |= _settle_there(shape, at)
        elif words[at + 1] == "ما" and shape.tree.readings[at].pos == "PRON":
            moved |= _settle_what(shape, at)
    return moved


def _opens(shape: Shape, at: int) -> bool:
    reading = shape.tree.readings[at]
    return reading.enclitic is None and form(shape, at) in lemmas("complementizers", "spellings")


def _behind(shape: Shape, at: int) -> int:
    """Return the first word at a place or behind a mark there."""
    while at + 1 < len(shape.heads) and shape.tree.pos[at] == "PUNCT":
        at += 1
    return at


def _top(shape: Shape, word: int) -> int:
    """Return the noun of a phrase that starts at a word: هذه المدن, خمس مدن."""
    while shape.functions[word] in ("det", "nummod") and shape.heads[word] > word:
        word = shape.heads[word]
    return word


def _settle_subject(shape: Shape, spans: Spans, at: int, noun: int) -> bool:
    tree = shape.tree
    head = shape.heads[noun]
    if tree.pos[noun] not in _NOUNS or preposition(tree.readings[noun]):
        return False
    if shape.functions[noun] == "nsubj" and head > noun:
        return tree.pos[head] in VERBAL and _settle_said(shape, noun, head, parted=True)
    if head > at:
        return False
    verb = _verb_behind(shape, _behind(shape, min(spans.yields[noun][1], len(tree.words) - 1)))
    if verb < 0:
        verb = _verb_inside(shape, noun)
    if verb >= 0:
        if shape.child(verb, "nsubj") >= 0 or not verb_agrees(tree, verb, noun):
            return False
        if shape.heads[verb] >= at and not shape.hang(verb, head, "ccomp"):
            return False
        return shape.hang(noun, verb, "nsubj")
    return _settle_said(shape, noun, head, parted=False)


def _verb_behind(shape: Shape, word: int) -> int:
    """Return the main verb that starts at a word, behind what negates it, -1 for none."""
    tree = shape.tree
    if tree.pos[word] in SMALL and is_verb_particle(shape, word):
        word = min(word + 1, len(tree.words) - 1)
    if tree.pos[word] not in VERBAL or conjunction(tree.readings[word]):
        return -1
    if shape.functions[word] in ("aux", "cop") and shape.heads[word] > word:
        word = shape.heads[word]
    return word if tree.pos[word] in VERBAL and shape.child(word, "mark", "cc") < 0 else -1


def _verb_inside(shape: Shape, noun: int) -> int:
    """Return the predicate that hangs in the phrase of a definite noun, which takes no bare relative clause."""
    tree = shape.tree
    if not _is_definite(shape, noun):
        return -1
    for child in shape.right(noun):
        if tree.pos[child] not in VERBAL or conjunction(tree.readings[child]):
            continue
        if shape.functions[child] != "acl":
            continue
        relative = [
            c
            for c in shape.left(child)
            if bare(tree.readings[c].lemma) in lemmas("relative_pronouns")
        ]
        if not relative and shape.child(child, "mark", "cc") < 0:
            return child
        for verb in shape.right(child):  # العمال الذين وصلوا كانوا يعملون
            finite = tree.pos[verb] in VERBAL and shape.functions[verb] in (
                "advcl",
                "ccomp",
                "xcomp",
            )
            if finite and shape.child(verb, "mark", "cc") < 0:
                if shape.child(verb, "aux") >= 0 and not conjunction(tree.readings[verb]):
                    return verb
    return -1


def _settle_said(shape: Shape, noun: int, head: int, *, parted: bool) -> bool:
    """Make a predicate of what a definite phrase cannot hold; ``parted``: a verb behind has the noun."""
    if not _is_definite(shape, noun):
        return False
    said = _said(shape, noun, head)
    if said < 0 or (parted and not _starts_anew(shape, said, head)):
        return False
    above = shape.heads[head] if parted else head
    function = shape.functions[head] if parted else "ccomp"
    if not shape.hang(said, above, function):
        return False
    if parted and shape.heads[head] == above:
        shape.hang(head, said, "parataxis")
    return shape.hang(noun, said, "nsubj")


def _starts_anew(shape: Shape, first: int, last: int) -> bool:
    """Tell whether a new clause starts between two words: a conjunction behind a comma."""
    tree = shape.tree
    return any(
        tree.pos[word - 1] == "PUNCT" and conjunction(tree.readings[word]) != ""
        for word in range(first + 1, last + 1)
    )


def _said(shape: Shape, noun: int, head: int) -> int:
    """Return the indefinite noun or adjective that is said of a definite noun, -1 for none."""
    inner = noun
    for _ in range(_DEPTH):
        below = [c for c in shape.right(inner) if shape.functions[c] in _INNER]
        for child in below:
            if _may_be_said(shape, child) and _is_definite(shape, inner):
                return child
        below = [c for c in below if shape.functions[c] == "nmod" and _is_bare(shape, c)]
        if not below:
            break
        inner = below[0]
    if head >= 0:
        for child in shape.right(head):
            if child > noun and shape.functions[child] in _BESIDE:
                return child if _may_be_said(shape, child) else -1
    return -1


def _may_be_said(shape: Shape, word: int) -> bool:
    tree = shape.tree
    reading = tree.readings[word]
    if tree.pos[word] not in ("NOUN", "ADJ") or reading.pos not in ("NOUN", "ADJ"):
        return False
    if reading.chain.clitics or reading.enclitic or shape.child(word, "nsubj", "nummod") >= 0:
        return False
    written = tree.words[word]
    if bits_of(written, F.VERBAL_POS, 0):
        return False  # أن المفهوم طبق: more likely a verb
    if written.endswith(("ا", "اً", "ً")) or reading.guessed or not _is_bare(shape, word):
        return False
    lemma = bare(reading.lemma)
    if lemma in lemmas("adverbial_nouns") or lemma in lemmas("time_nouns"):
        return False
    if lemma in lemmas("quantifying_nouns"):
        return False
    return not _is_definite(shape, word)


def _is_bare(shape: Shape, word: int) -> bool:
    if preposition(shape.tree.readings[word]):
        return False
    return shape.child(word, "case") < 0


def _is_definite(shape: Shape, noun: int) -> bool:
    """Tell whether a noun is definite: by its article, a pronoun, as a name, or by what it is annexed to."""
    tree = shape.tree
    for _ in range(_DEPTH):
        reading = tree.readings[noun]
        if reading.chain.article or tree.pos[noun] == "PROPN":
            return True
        if reading.enclitic is not None and tree.pos[noun] == "NOUN":
            return True
        annexed = [
            c for c in shape.right(noun) if shape.functions[c] == "nmod" and _is_bare(shape, c)
        ]
        if not annexed:
            return any(
                tree.readings[c].pos == "PRON"
                for c in shape.left(noun)
                if shape.functions[c] == "det"
            )
        noun = annexed[0]
    return False


def _settle_fronted(shape: Shape, spans: Spans, at: int, marker: int) -> bool:
    """Make a phrase with من behind أن the predicate of the noun behind it: أن من أهدافه العمل على."""
    tree = shape.tree
    noun = shape.heads[marker]
    if form(shape, marker) != "من" or noun <= marker or tree.pos[noun] != "NOUN":
        return False
    head = shape.heads[noun]
    if head > noun or shape.child(noun, "nsubj") >= 0 or not _is_definite(shape, noun):
        return False
    inner = noun
    for _ in range(_DEPTH):
        below = [
            c for c in shape.right(inner)
            if shape.functions[c] == "nmod" and _is_bare(shape, c) and tree.pos[c] == "NOUN"
        ]  # fmt: skip
        closed = tree.readings[inner].chain.article or tree.readings[inner].enclitic is not None
        loose = below[1:] if not closed else below
        if loose:
            break
        if not below:
            return False
        inner = below[0]
    else:
        return False
    return shape.hang(loose[0], noun, "nsubj")


def _settle_there(shape: Shape, at: int) -> bool:
    """Make the noun behind هناك its subject where no verb has either."""
    tree = shape.tree
    noun = _top(shape, at + 1)
    if tree.pos[noun] not in (*_NOUNS, "NUM") or not _is_bare(shape, noun):
        return False
    if at and tree.pos[at - 1] in VERBAL:
        return False
    head, function = shape.heads[noun], shape.functions[noun]
    if head == at or (head > noun and tree.pos[head] in VERBAL):
        return False
    if head >= 0 and bare(tree.readings[head].lemma) in lemmas("copular_verbs"):
        return False
    if function not in ("nsubj", "obj", "root", "ccomp", "parataxis", "conj"):
        return False
    if shape.heads[at] == noun:
        shape.hang(at, head, function)
    return shape.hang(noun, at, "nsubj")


def _settle_what(shape: Shape, at: int) -> bool:
    """Make ما with its verb what is said of a demonstrative: وهذا ما تحقق."""
    tree = shape.tree
    if at + 2 >= len(tree.words) or tree.pos[at + 2] not in VERBAL or shape.heads[at + 1] == at:
        return False
    if at and tree.pos[at - 1] == "ADP" and tree.readings[at - 1].enclitic is None:
        return False  # علاوة على ذلك ما زالت
    if bare(tree.readings[at + 2].lemma) in lemmas("copular_verbs"):
        return False
    if preposition(tree.readings[at]) or bare(tree.readings[at].lemma) not in _DEMONSTRATIVES:
        return False
    what, verb = at + 1, at + 2
    if shape.heads[what] == verb and not shape.hang(what, shape.heads[verb], shape.functions[verb]):
        return False
    shape.hang(verb, what, "acl")
    return shape.hang(at, what, "nsubj")
