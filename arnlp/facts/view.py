"""A figure in its sentence: its clause, those above, and who plays which part in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from arnlp.facts.candidates import Candidates
from arnlp.facts.feature_names import Row
from arnlp.facts.figure import Figure
from arnlp.facts.frames import frame_of
from arnlp.facts.predicates import words as small
from arnlp.syntax.clause import Clause
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import marker, preposition
from arnlp.syntax.marked import chain


class View:
    """A figure in its sentence: its clause, those above, and who plays which part in them."""

    def __init__(self, candidates: Candidates, figure: Figure) -> None:
        self.candidates = candidates
        self.figure = figure
        self.quantity = quantity = figure.quantity
        place = candidates.place(quantity)
        assert place is not None
        self.number, self.first, self.stop = place.number, place.first, place.stop
        self.syntax: Syntax = candidates.sentences.syntax(place.number)
        shape = self.syntax.shape
        self.node = self.first
        for word in range(self.first, self.stop):
            head = shape.heads[word]
            if not self.first <= head < self.stop and shape.functions[word] != "case":
                self.node = word
                break
        self.up = self._up(self.node)
        self.clauses = self._clauses()
        self.parts = self._parts()
        own = self.clauses[0] if self.clauses else None
        self.frame = frame_of(own.lemma) if own else None
        self.frame_name = self.frame.name if self.frame else "none"
        self.above = next((f for c in self.clauses[1:3] if (f := frame_of(c.lemma))), None)
        self.lead = self._lead()
        self.taken = self._other_figures()
        # The features of heads beside this figure, kept for all phrases of a head.
        self.heads: dict[tuple[int, int], Row] = {}
        self.aside = self._aside()
        self._steps = {word: steps for steps, word in enumerate(self.up)}
        self.proposed = {
            what: self._proposal(self.frame.measure if what == "measure" else self.frame.subject)
            if self.frame
            else -1
            for what in ("measure", "subject")
        }

    def _aside(self) -> tuple[int, int]:
        """Return the word that opens an aside and its last comma, where a verb stands behind it before the figure."""
        words, pos = self.syntax.tree.words, self.syntax.tree.pos
        closes = (
            k
            for k in range(self.first - 2, 0, -1)
            if words[k] == "," and pos[k + 1] in ("VERB", "AUX") and words[k + 1][0].isascii()
        )
        closed = next(closes, -1)
        opens = (
            k
            for k in range(1, closed)
            if words[k - 1] == "," and words[k].lower() in small("aside_openers")
        )
        return next(opens, closed), closed

    def _up(self, word: int) -> list[int]:
        heads = self.syntax.shape.heads
        out = [word]
        while heads[out[-1]] >= 0:
            out.append(heads[out[-1]])
        return out

    def _clauses(self) -> list[Clause]:
        number = self.syntax.clause_of[self.node]
        out: list[Clause] = []
        while number >= 0 and len(out) < 4:
            clause = self.syntax.clauses[number]
            if clause in out:
                break
            out.append(clause)
            number = clause.parent
        return out

    def _parts(self) -> dict[int, list[str]]:
        parts: dict[int, list[str]] = {}

        def note(word: int, part: str) -> None:
            parts.setdefault(word, []).append(part)

        for level, clause in enumerate(self.clauses):
            self._note_clause(note, clause, str(level))
        own = {id(clause) for clause in self.clauses}
        for clause in self.syntax.clauses:
            if id(clause) not in own:
                side = "x" if clause.predicate < self.first else "y"
                if clause.subject is not None:
                    note(clause.subject.head, f"subject{side}")
                if clause.object is not None:
                    note(clause.object.head, f"object{side}")
        return parts

    def _note_clause(self, note: Callable[[int, str], None], clause: Clause, level: str) -> None:
        note(clause.predicate, f"predicate{level}")
        for name in ("subject", "object", "complement", "measured", "antecedent", "topic"):
            phrase = getattr(clause, name)
            if phrase is not None:
                note(phrase.head, f"{name}{level}")
                if name == "subject":
                    note(phrase.head, f"subject{level}:{clause.subject_by}")
        if clause.noun >= 0:
            note(clause.noun, f"noun{level}")
        for argument in clause.arguments:
            note(argument.phrase.head, f"argument{level}")
            note(argument.phrase.head, f"argument{level}:{argument.marker}")
        for phrase in clause.adverbials:
            note(phrase.head, f"adverbial{level}")

    def _lead(self) -> str:
        """Return the preposition that leads to the figure."""
        tree, shape = self.syntax.tree, self.syntax.shape
        if clitic := preposition(tree.readings[self.first]):
            return clitic
        for word in (self.first - 1, self.first - 2):
            if word >= 0 and shape.functions[word] == "case":
                return marker(tree, word)
        return tree.pos[self.first - 1].lower() if self.first else "start"

    def _other_figures(self) -> list[int]:
        firsts = self.candidates.nouns.figures.get(self.number, [])
        return [word for word in firsts if word != self.first]

    def _opens_paragraph(self) -> bool:
        paragraphs = self.candidates.paragraphs
        return not self.number or paragraphs[self.number] != paragraphs[self.number - 1]

    def _anaphor(self) -> str:
        """Return what points back before the figure: ``pron``, ``enclitic`` (a pronoun behind a word), ``none``."""
        tree = self.syntax.tree
        for word in range(self.first):
            if tree.pos[word] == "PRON":
                return "pron"
            if tree.readings[word].enclitic is not None:
                return "enclitic"
        return "none"

    def barriers(self, low: int, high: int) -> tuple[int, int]:
        """Return how many commas and verbs stand among words of the sentence."""
        commas, verbs = self.candidates.nouns.barriers(self.number)
        return (commas[high] - commas[low], verbs[high] - verbs[low]) if high > low else (0, 0)

    def nouns_between(self, low: int, high: int) -> int:
        """Return how many heads of phrases stand among words of the sentence."""
        heads = self.candidates.nouns.heads(self.number)
        return max(0, bisect_left(heads, high) - bisect_left(heads, low))

    def path(self, head: int, most: int) -> list[tuple[str, ...]]:
        """Return the features of the way from the figure through the tree to a word."""
        shape, place = self.syntax.shape, self._steps
        down = [head]
        while down[-1] not in place and shape.heads[down[-1]] >= 0:
            down.append(shape.heads[down[-1]])
        if down[-1] not in place:
            return [("is", "path=none")]
        ups = [shape.functions[w] for w in self.up[: place[down[-1]]]]
        downs = [shape.functions[w] for w in reversed(down[:-1])]
        out: list[tuple[str, ...]] = []
        if len(ups) + len(downs) <= most:
            way = ">".join(ups) + "|" + ">".join(downs)
            out.append(("path", way, self.quantity.kind, self.frame_name))
        if ups:
            out.append(("pathup", ups[0], downs[-1] if downs else ""))
        same = self.syntax.clause_of[head] == self.syntax.clause_of[self.node]
        out.append(("steps", str(min(len(ups), 5)), str(min(len(downs), 5)), str(same)))
        return out

    def common(self) -> list[tuple[str, ...]]:
        """Return the features that all candidates of the figure share."""
        q, figure = self.quantity, self.figure
        own = self.clauses[0] if self.clauses else None
        told = {
            "kind": q.kind,
            "lead": self.lead,
            "frame": self.frame_name,
            "above": self.above.name if self.above else None,
            "noun": f"{bool(q.noun)}{q.kind}",
            "unit": q.unit,
            "nth": min(sum(w < self.first for w in self.taken), 3),
            "frontless": self.first == 0,
            "section": self.candidates.analysis.index.section_at(q.start),
            "figure": figure.type,
            "move": f"{figure.direction}{figure.relation}",
            "compared": figure.previous is not None,
            "modality": figure.modality,
            "ruled": figure.measure is not None,
            "newpar": self._opens_paragraph(),
            "anaphor": self._anaphor(),
        }
        if own:
            told |= {
                "clause": own.kind, "voice": own.voice, "lemma": own.lemma,
                "by": own.subject_by, "gapped": own.gapped,
            }  # fmt: skip
        return [("common", name, str(value)) for name, value in told.items()]

    def _proposal(self, places: list[str]) -> int:
        """Return the head that a frame proposes for an argument."""
        own = self.clauses[0] if self.clauses else None
        if own is None:
            return -1
        for place in places:
            if place == "counted":
                if self.quantity.noun:
                    return -2
            elif place == "noun":
                if self.node < self.first or self.syntax.shape.heads[self.node] not in (
                    -1,
                    own.predicate,
                ):
                    return self.syntax.shape.heads[self.node]
            elif place == "genitive":
                found = own.measured or own.subject
                if found is not None:
                    last = chain(self.syntax.shape, self.syntax.spans, found.head)[-1]
                    if last != found.head:
                        return last
            else:
                phrase = getattr(own, place, None)
                if phrase is not None:
                    return int(phrase.head)
        return -1
