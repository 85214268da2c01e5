"""The syntax of a text: its trees, and phrases and clauses of each where they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from arnlp.lexicon.tagged import TaggedText
from arnlp.model.errors import InvalidOption
from arnlp.syntax.clauses import Syntax, syntax_of
from arnlp.syntax.output import clauses_out, words_out
from arnlp.syntax.parser import parse, trees_of
from arnlp.syntax.stretches import stretches
from arnlp.syntax.tree import Tree

if TYPE_CHECKING:
    from arnlp.model.words import Clause, Word


class Trees(Sequence[Tree]):
    """The trees of a text in its order, each read when it is first asked for.

    >>> trees = Trees(TaggedText("Exports rose. Imports fell."))
    >>> len(trees), trees[1].words
    (2, ['Imports', 'fell', '.'])
    """

    __slots__ = ("_known", "stretches")

    def __init__(self, tagged: TaggedText) -> None:
        self.stretches = stretches(tagged)
        self._known: list[Tree | None] = [None] * len(self.stretches)

    def read(self, numbers: Iterable[int]) -> None:
        """Read the trees of these numbers together, which is faster than one by one; others are no trees."""
        new = sorted({n for n in numbers if 0 <= n < len(self) and self._known[n] is None})
        if new:
            for number, tree in zip(new, trees_of([self.stretches[n] for n in new]), strict=True):
                self._known[number] = tree

    def __len__(self) -> int:
        return len(self.stretches)

    @overload
    def __getitem__(self, at: int) -> Tree: ...
    @overload
    def __getitem__(self, at: slice) -> list[Tree]: ...
    def __getitem__(self, at: int | slice) -> Tree | list[Tree]:
        if isinstance(at, slice):
            numbers = range(*at.indices(len(self)))
            self.read(numbers)
            return [self[number] for number in numbers]
        tree = self._known[at]
        if tree is None:
            tree = self._known[at] = trees_of([self.stretches[at]])[0]
        return tree


class Sentences:
    """The sentences of a text, parsed as they are asked for; places in it are found by offset.

    Who knows beforehand which ones it will ask for has them parsed together: ``trees.read``.

    >>> text = "بلغت الإيرادات 5 ملايين درهم. وارتفعت الصادرات."
    >>> sentences = Sentences(TaggedText(text))
    >>> number, word = sentences.word_at(text.index("الصادرات"))
    >>> clause = sentences.syntax(number).clauses[0]
    >>> sentences.trees[number].words[word], clause.lemma, clause.subject.head == word
    ('الصادرات', 'ارتفع', True)
    """

    __slots__ = ("_starts", "_syntax", "_tokens", "trees")

    def __init__(self, tagged: TaggedText) -> None:
        self.trees = Trees(tagged)
        self._starts = [stretch.starts[0] for stretch in self.trees.stretches]
        self._tokens = [stretch.token for stretch in self.trees.stretches]
        self._syntax: list[Syntax | None] = [None] * len(self._starts)

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """Return the tree and the word that an offset lies in, or the first word behind it.

        None where no word of the text starts or ends behind the offset in the tree that is there.
        """
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return (0, 0) if self._starts else None
        ends = self.trees.stretches[number].ends
        word = bisect_right(ends, offset)
        if word < len(ends):
            return number, word
        return (number + 1, 0) if number + 1 < len(self._starts) else None

    def of_tokens(self, first: int, last: int) -> range:
        """Return the numbers of the trees of the sentences that start within a range of tokens."""
        return range(bisect_left(self._tokens, first), bisect_left(self._tokens, last))

    def words_between(self, start: int, end: int) -> tuple[int, int, int] | None:
        """Return the tree of a stretch of the text and its words there, half-open; None without any."""
        found = self.word_at(start)
        if found is None:
            return None
        number, first = found
        stop = bisect_right(self.trees.stretches[number].starts, end - 1)
        return (number, first, stop) if stop > first else None

    def syntax(self, number: int) -> Syntax:
        """Return phrases and clauses of a tree, read once."""
        known = self._syntax[number]
        if known is None:
            known = self._syntax[number] = syntax_of(self.trees[number])
        return known


def words(text: str) -> list[Word]:
    """Return the words of a text (marks too), each with the one reading that its sentence chose.

    ``start`` and ``end`` are offsets in code points. InvalidOption is raised for what is no string.

    >>> [(w.text, w.pos, w.lemma_bare) for w in words("ارتفعت الصادرات")]
    [('ارتفعت', 'VERB', 'ارتفع'), ('الصادرات', 'NOUN', 'صادر')]
    >>> [(w.text, w.pos, w.lemma) for w in words("Exports rose")]
    [('Exports', 'NOUN', 'export'), ('rose', 'VERB', 'rise')]
    """
    return [word for tree in _trees(text) for word in words_out(text, tree)]


def clauses(text: str) -> list[Clause]:
    """Return the clauses of a text, sentence by sentence, in the order of their predicates.

    >>> found = clauses("ارتفعت قيمة الصادرات بنسبة 5%")[0]
    >>> found.predicate.text, found.subject.text, [(a.marker, a.text) for a in found.arguments]
    ('ارتفعت', 'قيمة الصادرات', [('بـ', 'نسبة 5%')])
    """
    out: list[Clause] = []
    for tree in _trees(text):
        out += clauses_out(text, syntax_of(tree), len(out))
    return out


def conllu(text: str) -> str:
    r"""Return the words of a text with their heads as CoNLL-U, which tools for treebanks read.

    A written word is a line; its clitics stand in MISC, its place in the text too
    (``TokenRange``).

    >>> conllu("Exports rose.").splitlines()[2].split("\t")[:8]
    ['1', 'Exports', 'export', 'NOUN', '_', 'Number=Plur', '2', 'nsubj']
    """
    lines: list[str] = []
    for number, tree in enumerate(_trees(text), 1):
        stretch = " ".join(text[tree.starts[0] : tree.ends[-1]].split())
        lines += (f"# sent_id = {number}", f"# text = {stretch}")
        for at, word in enumerate(words_out(text, tree)):
            told = "|".join(f"{name}={value}" for name, value in sorted(word.features.items()))
            misc = [f"Clitics={'+'.join(c.text for c in word.clitics)}"] if word.clitics else []
            if at + 1 < len(tree.words) and tree.starts[at + 1] == tree.ends[at]:
                misc.append("SpaceAfter=No")
            misc.append(f"TokenRange={word.start}:{word.end}")
            lines.append(
                "\t".join(
                    (
                        str(at + 1), word.text, word.lemma or "_", word.pos, "_", told or "_",
                        str(tree.heads[at] + 1), tree.relations[at] if tree.heads[at] >= 0 else "root",
                        "_", "|".join(misc),
                    )
                )
            )  # fmt: skip
        lines.append("")
    return "\n".join(lines) + ("\n" if lines else "")


def _trees(text: str) -> list[Tree]:
    if not isinstance(text, str):
        raise InvalidOption("text", type(text).__name__, "a string")
    clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return parse(TaggedText(clean if len(clean) == len(text) else text)).trees
