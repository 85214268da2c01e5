"""A figure in its sentence: its clause, those above, and who plays which part in them."""

from __future__ import annotations

from collections.abc import Callable

from arnlp.facts.candidates import Candidates
from arnlp.facts.frames import frames
from arnlp.quantities import QuantityMention
from arnlp.syntax.clause import Clause
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import marker, preposition
from arnlp.syntax.marked import chain


class View:
    """A figure in its sentence: its clause, those above, and who plays which part in them."""

    def __init__(self, candidates: Candidates, quantity: QuantityMention) -> None:
        self.candidates = candidates
        self.quantity = quantity
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
        self.frame = frames().get(own.lemma) if own else None
        self.above = next((f for c in self.clauses[1:3] if (f := frames().get(c.lemma))), None)
        self.lead = self._lead()
        self.taken = self._other_figures()
        self.common = self._common()
        self.proposed = {
            what: self._proposal(self.frame.measure if what == "measure" else self.frame.subject)
            if self.frame
            else -1
            for what in ("measure", "subject")
        }

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

    def _common(self) -> list[str]:
        q = self.quantity
        own = self.clauses[0] if self.clauses else None
        out = [
            f"kind={q.kind}",
            f"lead={self.lead}",
            f"frame={self.frame.name if self.frame else None}",
        ]
        if own:
            out += [
                f"clause={own.kind}",
                f"voice={own.voice}",
                f"lemma={own.lemma}",
                f"by={own.subject_by}",
            ]
            out.append(f"gapped={own.gapped}")
        out.append(f"above={self.above.name if self.above else None}")
        out.append(f"noun={bool(q.noun)}{q.kind}")
        out.append(f"unit={q.unit}")
        out.append(f"nth={min(sum(w < self.first for w in self.taken), 3)}")
        out.append(f"frontless={self.first == 0}")
        out.append("section=" + self.candidates.analysis.index.section_at(q.start))
        return out

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

    def none(self) -> list[str]:
        """Return the features of no candidate at all."""
        return ["NONE", *(f"none/{name}" for name in self.common)]
