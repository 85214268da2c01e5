"""What a clause is, inside arnlp: a predicate with its arguments, by numbers of words."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnlp.syntax.marked import Marked
from arnlp.syntax.phrases import Phrase


@dataclass(slots=True)
class Clause:
    """A clause; words are numbers of words in its sentence, -1 where there is none.

    ``kind`` is ``verbal``, ``nominal``, ``masdar`` or ``participle``. ``first`` and ``stop`` enclose it,
    clauses that are coordinated with it left out. ``subject_by`` tells where the subject comes from:
    ``own``, ``shared`` (of the clause that it is coordinated with), ``antecedent`` (of a relative clause
    or participle), ``control`` (of the clause above: decided to close) or ``gap`` (a gapped clause).

    ``noun`` is the noun of action of a support verb (سجل ارتفاعا) or what a light verb does (تم توقيع);
    ``measured`` is the phrase that this noun is of. ``complement`` is what the predicate says of its
    subject where that is no clause (became expensive). ``parent`` is the number of the clause that
    governs this one, ``function`` what it is there: ``root``, ``complement``, ``relative``,
    ``adverbial``, ``conjunct``, ``subject``, ``parallel``.
    """

    predicate: int
    kind: str
    lemma: str
    first: int
    stop: int
    function: str = "root"
    parent: int = -1
    subject: Phrase | None = None
    subject_by: str = ""
    object: Phrase | None = None
    arguments: list[Marked] = field(default_factory=list)
    adverbials: list[Phrase] = field(default_factory=list)
    complement: Phrase | None = None
    auxiliaries: list[int] = field(default_factory=list)
    negated: bool = False
    tense: str | None = None
    voice: str | None = None
    introduced_by: str = ""
    noun: int = -1
    measured: Phrase | None = None
    antecedent: Phrase | None = None
    topic: Phrase | None = None
    gapped: bool = False

    def marked(self, *markers: str) -> list[Marked]:
        """Return the arguments with one of these markers, those of compound markers too."""
        return [
            argument
            for argument in self.arguments
            if argument.marker in markers or (argument.inner and argument.inner[0] in markers)
        ]
