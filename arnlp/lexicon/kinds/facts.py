"""Kinds that facts are read by: what happens, what is measured, how a figure stands to its clause."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import Kind

FACTS = (
    Kind(
        "VERB", S.VERB, "facts",
        "a common verb of releases or its noun, which ends a name or a noun phrase: ارتفع, launched",
        {"verbs": "class tense lemmas spellings", "verb_forms": "class spellings"},
        roles={
            "change_up": "its figure is an increase, or what it reached: ارتفع, rose",
            "change_down": "its figure is a decrease, or what it reached: تراجع, fell",
            "reach": "its figure is a level: بلغ, totalled",
            "aim": "its figure is a target: تستهدف",
            "launch": "a launch: أطلق",
            "sign": "an agreement: وقع",
            "appoint": "an appointment: عين",
            "hold": "an event: نظم, held",
            "other": "starts no fact by itself: قدم",
        },
    ),
    Kind(
        "RELATION", S.RELATION, "facts",
        "a small word that says how a figure stands to its clause", {"relations": "roles spellings"},
        value="frozenset[str]: all the roles of the word",
        roles={
            "to": "the level after a change: إلى",
            "from": "the level before it: من",
            "by": "the size of the change, or of what stands before: بنسبة",
            "compared": "another figure follows, for comparison: مقابل",
            "same": "the same figure again: أي ما يعادل, or",
            "deadline": "by when: بحلول",
            "means": "by what it came about: عبر, through",
            "with": "the other party: مع",
            "topic": "sets what is spoken of before its verb: أما",
            "clause": "another clause starts: بينما",
        },
        together=True,
    ),
    Kind(
        "MEASURE", S.MEASURE, "facts",
        "a noun that tells what a figure measures: (ب)تكلفة (410 ملايين)",
        {"measure_nouns": "class spellings"},
        roles={
            "": "may belong to the counted noun before it: (17 اتفاقية) تمويل",
            "dimension": "starts a phrase of its own behind one: (أربعة مستشفيات) سعة (كل منها)",
        },
    ),
    Kind(
        "PAPER", S.PAPER, "facts",
        "what bodies sign with each other; عقود are contracts then, no decades: اتفاقية, MoU",
        {"papers": "spellings"},
    ),
)  # fmt: skip
