"""Arabic trees mended where grammar contradicts them: who may be annexed, subject or object.

A parser that is taught by few sentences takes subjects for objects, and hangs an object on a definite
noun before it (يجني المشروع أمواله), which cannot be annexed to. What the form of the words tells is
put right here; where it tells nothing the tree stays as it is.
"""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table
from arnlp.morphology import features as F
from arnlp.syntax.agreement import bits_of, verb_agrees
from arnlp.syntax.lemmas import VERBAL, bare, is_participle, lemma, lemmas, preposition
from arnlp.syntax.shape import Shape
from arnlp.syntax.verb_lemmas import is_intransitive

_DEPTH = 6  # genitives looked through for an object that hangs on the last of them
_HELPING = frozenset({"aux", "cop", "case", "mark", "fixed"})
_QUOTES = frozenset('"«“”')
_NOUNS = frozenset({"NOUN", "NUM", "PROPN", "PRON", "ADJ", "DET", "SYM", "X"})


def mend(shape: Shape) -> bool:
    """Put right what hangs on the verbs of an Arabic sentence; tell whether a word was hung elsewhere."""
    moved = False
    for word, pos in enumerate(shape.tree.pos):
        if pos in VERBAL and shape.functions[word] not in _HELPING and shape.children[word]:
            moved |= _mend_verb(shape, word)
    return moved


def _mend_verb(shape: Shape, verb: int) -> bool:
    moved = False
    nouns = [child for child in shape.children[verb] if _may_be_core(shape, verb, child)]
    for noun in nouns:
        if noun > verb:
            loose = _falsely_annexed(shape, noun)
            if loose >= 0:
                moved = _take_object(shape, verb, loose, nouns)
                break
    _leave_pronoun(shape, verb)
    _settle_roles(shape, verb)
    return moved


def _may_be_core(shape: Shape, verb: int, child: int) -> bool:
    """Tell whether a child of a verb may be its subject or object."""
    function = shape.functions[child]
    if function in ("nsubj", "obj"):
        return _is_bare(shape, child)
    return (
        function in ("obl", "xcomp")
        and child > verb
        and shape.tree.pos[child] in ("NOUN", "NUM")
        and (function == "obl" or _is_counted(shape, child))
        and not shape.tree.relations[child].startswith("obl:")
        and _is_bare(shape, child)
        and shape.tree.readings[child].pos in ("NOUN", "NUM")
        and lemma(shape.tree, child) not in lemmas("adverbial_nouns")
    )


def _is_counted(shape: Shape, word: int) -> bool:
    """Tell whether a word is a noun with its number, or a number of something: تسعة من كل 10."""
    return shape.child(word, "nummod") >= 0 or shape.tree.pos[word] == "NUM"


def _is_bare(shape: Shape, word: int) -> bool:
    """Tell whether a noun has no preposition."""
    tree = shape.tree
    if tree.pos[word] not in _NOUNS or preposition(tree.readings[word]):
        return False
    for child in shape.children[word]:
        if child < word and shape.functions[child] == "case":
            return False
    return True


def _is_closed(shape: Shape, word: int) -> bool:
    """Tell whether nothing can be annexed to a noun: it has the article or a pronoun."""
    reading = shape.tree.readings[word]
    return reading.chain.article or (
        reading.enclitic is not None and shape.tree.pos[word] == "NOUN"
    )


def _falsely_annexed(shape: Shape, noun: int) -> int:
    """Return a noun that the tree annexes to one that is closed, at the end of a phrase, -1 for none."""
    tree = shape.tree
    for _ in range(_DEPTH):
        annexed = [
            child
            for child in shape.right(noun)
            if shape.functions[child] == "nmod" and _is_bare(shape, child)
        ]
        if not annexed:
            return -1
        first = annexed[0]
        if (
            _is_name_before(shape, noun, first)
            or _is_closed(shape, noun)
            or _is_accusative(shape, first)
        ):
            fits = tree.pos[first] in ("NOUN", "NUM") and tree.readings[first].pos != "ADP"
            return first if fits else -1
        noun = first
    return -1


def _is_name_before(shape: Shape, name: int, noun: int) -> bool:
    """Tell whether a noun with the article is no part of a name before it: طالب حمياني الحكومة.

    Who he is stands there too (بيار المدير العام): such a noun tells of a person; and a title in quotation marks.
    """
    tree = shape.tree
    if tree.pos[name] != "PROPN" or not tree.readings[noun].chain.article:
        return False
    if name and tree.words[name - 1] in _QUOTES:
        return False
    return lemma(tree, noun) not in _roles() and not is_participle(tree.readings[noun])


@cache
def _roles() -> frozenset[str]:
    """Return the first words of the table of offices."""
    return frozenset(
        bare(form.split()[0])
        for row in table("ar", "roles")
        for form in alternatives(row["spellings"])
    )


def _take_object(shape: Shape, verb: int, word: int, beside: list[int]) -> bool:
    """Hang a noun on a verb that wants an object; tell whether it did."""
    roles = {shape.functions[child] for child in beside if child < word}
    if shape.tree.readings[verb].enclitic is not None or _verb(shape, verb) in lemmas(
        "copular_verbs"
    ):
        return False
    if is_intransitive(shape.tree.words[verb]) or ("obj" in roles and "nsubj" in roles):
        return False
    if any(shape.functions[child] in ("obj", "ccomp") and child > word for child in beside):
        return False
    head = shape.heads[word]
    shape.children[head].remove(word)
    shape.heads[word] = verb
    shape.children[verb] = sorted([*shape.children[verb], word])
    shape.functions[word] = "obj"
    return True


def _settle_roles(shape: Shape, verb: int) -> None:
    """Decide between subject and object where agreement, order or the verb itself tell."""
    functions = shape.functions
    name = _verb(shape, verb)
    children = shape.children[verb]
    if name in lemmas("copular_verbs"):
        for child in children:
            if functions[child] == "obj" and _is_bare(shape, child):
                functions[child] = "xcomp"
        return
    subjects = [c for c in children if functions[c] in ("nsubj", "csubj")]
    behind = [c for c in children if c > verb and _may_be_core(shape, verb, c)]
    objects = [c for c in behind if functions[c] != "nsubj"]
    passive = _is_passive(shape, verb)
    objectless = passive or is_intransitive(shape.tree.words[verb])
    if not subjects:
        if objects and (objectless or len(objects) > 1 or _is_first(shape, verb)):
            first = objects.pop(0)
            if verb_agrees(shape.tree, verb, first) and not _is_accusative(shape, first):
                functions[first] = "nsubj"
                subjects.append(first)
        if objects and not objectless and not any(functions[c] == "obj" for c in children):
            functions[objects[0]] = "obj"
        return
    enclitic = shape.tree.readings[verb].enclitic is not None
    if objects and (objectless or enclitic or _is_nominative(shape, objects[0])):
        _leave_to_noun(shape, verb, subjects, objects[0])
    if objectless or enclitic:
        return  # the object is that pronoun
    last = subjects[-1]
    if any(functions[c] == "obj" for c in children) or last < verb or last not in behind:
        if objects and not any(functions[c] == "obj" for c in children):
            functions[objects[0]] = "obj"
        return
    two = len(subjects) > 1 and (
        shape.tree.pos[subjects[0]] != "PRON" or not _refers_back(shape, verb, last)
    )
    if (
        two
        or not verb_agrees(shape.tree, verb, last)
        or _is_accusative(shape, last)
        or _has_antecedent(shape, verb, last)
    ):
        functions[last] = "obj"
    elif objects:
        functions[objects[0]] = "obj"


def _leave_pronoun(shape: Shape, verb: int) -> None:
    """Leave the subject to a noun beside a relative pronoun that a pronoun refers back to: الذي يشن فيه الجيش."""
    subjects = [c for c in shape.children[verb] if shape.functions[c] == "nsubj"]
    if len(subjects) < 2 or shape.tree.pos[subjects[0]] != "PRON" or subjects[-1] < verb:
        return
    last = subjects[-1]
    if _refers_back(shape, verb, last) and verb_agrees(shape.tree, verb, last):
        if not _is_accusative(shape, last):
            shape.functions[subjects[0]] = "mark"


def _leave_to_noun(shape: Shape, verb: int, subjects: list[int], noun: int) -> None:
    """Make a noun the subject in the place of a relative pronoun: التي يلتزم بها المقيمون."""
    tree = shape.tree
    if len(subjects) > 1 or subjects[0] > verb or tree.pos[subjects[0]] != "PRON":
        return
    if tree.pos[noun] not in ("NOUN", "PROPN", "NUM"):
        return
    if _refers_back(shape, verb, noun) and verb_agrees(tree, verb, noun):
        if not _is_accusative(shape, noun):
            shape.functions[subjects[0]], shape.functions[noun] = "mark", "nsubj"


def _is_nominative(shape: Shape, word: int) -> bool:
    """Tell whether a noun is written as a plural or dual that is a subject: المقيمون."""
    bits = bits_of(shape.tree.words[word], F.NOUN, 0)
    return shape.tree.words[word].endswith("ون") and bool(bits & F.NOM) and not bits & F.ACC


def _verb(shape: Shape, verb: int) -> str:
    return bare(shape.tree.readings[verb].lemma)


def _is_passive(shape: Shape, verb: int) -> bool:
    bits = shape.tree.readings[verb].bits
    return bool(bits & F.PASSIVE) and not bits & F.ACTIVE


def _is_first(shape: Shape, verb: int) -> bool:
    """Tell whether a bare noun behind a verb without subject is that.

    So it is where the object is a pronoun or a clause already, or where the verb opens the text.
    """
    if shape.tree.readings[verb].enclitic is not None:
        return True
    if shape.child(verb, "ccomp") > verb:
        return True
    if shape.functions[verb] != "root":
        return False
    return all(shape.tree.pos[word] not in _NOUNS for word in range(max(0, verb - 3), verb))


def _is_accusative(shape: Shape, word: int) -> bool:
    """Tell whether a noun is written in the indefinite accusative: ارتفاعا."""
    written = shape.tree.words[word]
    if shape.tree.pos[word] != "NOUN" or not written.endswith(("ا", "اً")):
        return False
    bits = bits_of(written, F.NOUN, 0)
    return written.endswith("اً") or bool(bits & F.ACC and not bits & F.GEN)


def _has_antecedent(shape: Shape, verb: int, noun: int) -> bool:
    """Tell whether the subject of a relative clause is what the clause hangs on.

    So it is where nothing in the clause refers back to it otherwise: no pronoun behind the verb, a
    preposition or a noun (التي نشرتها الوزارة, الذي وقع فيه).
    """
    tree = shape.tree
    head = shape.heads[verb]
    if shape.functions[verb] != "acl" or head < 0 or tree.pos[head] not in ("NOUN", "PROPN"):
        return False
    if not verb_agrees(tree, verb, head) or not bits_of(tree.words[verb], F.VERBAL_POS, F.THIRD):
        return False
    return not _refers_back(shape, verb, noun)


def _refers_back(shape: Shape, verb: int, noun: int) -> bool:
    """Tell whether a pronoun is written behind a verb, its noun, or what hangs on them."""
    around = [verb, noun, *shape.children[verb], *shape.children[noun]]
    return any(shape.tree.readings[word].enclitic is not None for word in around)
