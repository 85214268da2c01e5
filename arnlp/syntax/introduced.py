"""What introduces a clause: أن, لأن, بعد أن, that, because, a relative pronoun."""

from __future__ import annotations

from arnlp.syntax.lemmas import SMALL, bare, lemmas, preposition
from arnlp.syntax.shape import Shape
from arnlp.text.chars import TATWEEL

_MARKS = frozenset({"mark", "case"})


def introduced_by(shape: Shape, word: int) -> str:
    """Return the words that introduce the clause of a predicate, as one string, ``""`` for none."""
    tree = shape.tree
    parts: list[int] = []
    for child in shape.children[word]:
        if child > word:
            break
        if shape.functions[child] in _MARKS and tree.pos[child] in (*SMALL, "ADV", "VERB", "PRON"):
            parts.append(child)
            parts.extend(c for c in shape.children[child] if shape.functions[c] == "fixed")
        elif tree.relations[child] == "compound:prt" and tree.pos[child] in SMALL:
            if lemmas("complementizers", "spellings") & {_named(shape, child)}:
                parts.append(child)
    if not parts:
        relative = relative_pronoun(shape, word)
        if relative >= 0:
            return bare(tree.words[relative])
        return _purpose(shape, word)
    return " ".join(_named(shape, part) for part in sorted(set(parts)))


def relative_pronoun(shape: Shape, word: int) -> int:
    """Return the relative pronoun of a clause, -1 where it has none."""
    tree = shape.tree
    if shape.functions[word] not in ("acl", "advcl", "ccomp", "conj", "root"):
        return -1
    for child in shape.children[word]:
        if child > word:
            break
        if tree.pos[child] in ("PRON", "DET", "ADV", "SCONJ"):
            if bare(tree.readings[child].lemma) in lemmas("relative_pronouns"):
                if shape.functions[word] == "acl" or bare(tree.readings[child].lemma) == "الذي":
                    return child
    return -1


def _named(shape: Shape, word: int) -> str:
    tree = shape.tree
    reading = tree.readings[word]
    if reading.pos in SMALL:
        glued = preposition(reading).rstrip(TATWEEL)
        return glued + bare(reading.lemma)
    return bare(tree.words[word])


def _purpose(shape: Shape, word: int) -> str:
    for clitic in shape.tree.readings[word].chain.clitics:
        if clitic.kind == "purpose":
            return clitic.form + TATWEEL
    return ""
