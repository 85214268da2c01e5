"""Words in context, phrases and clauses: the grammar that facts need."""

from arnlp.syntax.sentences import Sentences, clauses, conllu, words

__all__ = ["Sentences", "clauses", "conllu", "words"]
