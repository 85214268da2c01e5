"""Score clauses against a treebank: subjects, objects and prepositional arguments of verbs.

    python tests/benchmarks/clause_scores.py ../shared/syntax/ar-pud-dev.conllu [--damage 0.2] [--errors]

Gold are pairs of a verb and a noun: its subject or object that is no pronoun, or its ``obl`` with the
word of its ``case``. A pair is right where the clause whose predicate covers the verb has a subject
(object, argument with that marker) that covers the noun and not the verb, by offsets. Of what clauses
say, subjects that stand by the verb itself count (not those that it shares), and no pronouns.
``--damage`` hangs that share of the words elsewhere, with another relation and part of speech.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from gold_trees import tree_of
from ud import Sentence, read

from arnlp.syntax.clauses import Syntax, syntax_of
from arnlp.syntax.lemmas import bare
from arnlp.syntax.marked import offsets
from arnlp.syntax.phrases import Phrase
from arnlp.syntax.tree import Tree

_VERBS = ("VERB", "AUX")
_PLURAL_FORMS = {"'d": "would"}


class Link(NamedTuple):
    """A gold verb and what it governs, by offsets of their tokens."""

    role: str
    marker: str
    verb: tuple[int, int]
    noun: tuple[int, int]


def gold_links(sentence: Sentence) -> list[Link]:
    """Return what the verbs of a sentence govern."""
    out = []
    for number, token in enumerate(sentence.tokens):
        if token.head < 0 or token.pos == "PRON":
            continue
        verb = sentence.tokens[token.head]
        if verb.pos not in _VERBS:
            continue
        role = {"nsubj": "subject", "obj": "object", "obl": "argument"}.get(
            token.relation.partition(":")[0]
        )
        marker = ""
        if role == "argument":
            cases = [t for t in sentence.tokens if t.head == number and t.relation == "case"]
            if not cases:
                continue
            marker = _plain(cases[0].form if cases[0].form.isascii() else cases[0].lemma)
        if role:
            out.append(Link(role, marker, (verb.start, verb.end), (token.start, token.end)))
    return out


def _plain(marker: str) -> str:
    plain = bare(marker.replace("`", "")).rstrip("ـ").replace("ى", "ي")
    return plain.translate(str.maketrans("أإآ", "ااا"))


def score(sentence: Sentence, syntax: Syntax) -> Counter[tuple[str, str]]:
    """Count gold links, said links and right ones, by role; ``(role, "missed")`` are not counted twice."""
    counts: Counter[tuple[str, str]] = Counter()
    verbs = [t for t in sentence.tokens if t.pos in _VERBS]
    links = gold_links(sentence)
    by_verb: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        by_verb.setdefault(link.verb, []).append(link)
        counts[link.role, "gold"] += 1
    tree = syntax.tree
    for clause in syntax.clauses:
        start, end = tree.starts[clause.predicate], tree.ends[clause.predicate]
        covered = [(v.start, v.end) for v in verbs if start <= v.start and v.end <= end]
        if not covered or clause.gapped:
            continue
        wanted = [link for verb in covered for link in by_verb.get(verb, [])]
        for role, marker, span, _ in said(syntax, clause):
            right = [
                link for link in wanted
                if link.role == role and span[0] <= link.noun[0] and link.noun[1] <= span[1]
                and not (span[0] <= link.verb[0] and link.verb[1] <= span[1])
                and (not marker or _plain(marker.split()[0]) == link.marker or marker == link.marker)
            ]  # fmt: skip
            counts[role, "said"] += 1
            counts[role, "right said"] += bool(right)
            for link in right:
                counts[role, "right"] += 1
                wanted.remove(link)
                by_verb[link.verb].remove(link)
    for rest in by_verb.values():
        for link in rest:
            counts[f"{link.role} missed: {sentence.text[link.verb[0] : link.verb[1]]} "
                   f"{link.marker} {sentence.text[link.noun[0] : link.noun[1]]}", ""] += 1  # fmt: skip
    return counts


def said(syntax: Syntax, clause):  # type: ignore[no-untyped-def]
    """Give role, marker, span and phrase of what a clause says that its predicate governs."""

    def span(phrase: Phrase) -> tuple[int, int]:
        return offsets(syntax.shape, phrase.first, phrase.stop)

    pos = syntax.tree.pos
    if clause.subject and clause.subject_by == "own":
        if not clause.subject.pronoun and not clause.subject.clausal:
            yield "subject", "", span(clause.subject), clause.subject
    if clause.object and not clause.object.pronoun and not clause.object.clausal:
        yield "object", "", span(clause.object), clause.object
    for argument in clause.arguments:
        if not argument.phrase.pronoun and pos[argument.phrase.head] != "PRON":
            yield "argument", argument.marker, span(argument.phrase), argument.phrase


def damaged(tree: Tree, share: float, dice: random.Random) -> Tree:
    """Return a tree of which a share of the words hangs elsewhere."""
    size = len(tree.words)
    heads, relations, pos = tree.heads[:], tree.relations[:], tree.pos[:]
    for word in range(size):
        if tree.pos[word] == "PUNCT":
            continue
        if dice.random() < share:
            heads[word] = max(-1, min(size - 1, word + dice.choice((-3, -2, -1, 1, 2, 3))))
        if dice.random() < share / 2:
            relations[word] = dice.choice(("nsubj", "obj", "obl", "nmod", "conj", "acl", "amod"))
        if dice.random() < share / 4:
            pos[word] = dice.choice(("NOUN", "VERB", "ADJ", "PROPN"))
    return Tree(tree.words, tree.starts, tree.ends, tree.readings, pos, heads, relations)


def table(counts: Counter[tuple[str, str]]) -> str:
    """Return precision, recall and F1 of each role as lines."""
    lines = []
    for role in ("subject", "object", "argument"):
        gold, told = counts[role, "gold"], counts[role, "said"]
        precision = counts[role, "right said"] / max(1, told)
        recall = counts[role, "right"] / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        lines.append(
            f"{role:9} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  ({gold} gold, {told} said)"
        )
    return "\n".join(lines)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--damage", type=float, default=0.0)
    arguments.add_argument("--errors", action="store_true")
    chosen = arguments.parse_args()
    dice = random.Random(1)
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in read(chosen.path):
        tree = tree_of(sentence)
        if chosen.damage:
            tree = damaged(tree, chosen.damage, dice)
        found = score(sentence, syntax_of(tree))
        if chosen.errors and any(not key for _, key in found):
            print(sentence.text, *(f"    {name}" for name, key in found if not key), sep="\n")
        counts += found
    print(table(counts))


if __name__ == "__main__":
    main()
