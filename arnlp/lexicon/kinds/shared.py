"""Kinds that every engine asks for: marks, shapes of words, and what ends a noun phrase or a name."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import Kind

SHARED = (
    Kind(
        "NUMERIC", S.NUMERIC, "shared",
        "digits: a numeral, a time, a date or a pair of numbers", {}, roles={}, extra="",
    ),
    Kind(
        "CAPITAL", S.CAPITAL, "shared",
        "a Latin word whose first letter is a capital", {}, roles={}, extra="",
    ),
    Kind(
        "CLITIC", S.CLITIC, "shared",
        "proclitics that stand alone, before digits or a mark: و, بـ, الـ", {}, roles={}, extra="",
    ),
    Kind(
        "QUOTE_MARK", S.QUOTE_MARK, "shared", "a quotation mark", {}, roles={}, extra="",
    ),
    Kind(
        "END_MARK", S.END_MARK, "shared",
        "what may end a sentence: a full stop, its like, or a line break that wraps no line",
        {}, roles={}, extra="",
    ),
    Kind(
        "COMMA", S.COMMA, "shared", "a comma of either script", {}, roles={}, extra="",
    ),
    Kind(
        "COLON", S.COLON, "shared", "a colon or semicolon", {}, roles={}, extra="",
    ),
    Kind(
        "ABBREVIATION", S.ABBREVIATION, "shared",
        "a word whose full stop ends no sentence: Dr, د", {"abbreviations": "spellings"},
    ),
    Kind(
        "STOP", S.STOP, "shared",
        "a word that ends a noun phrase or a name", {"stops": "class spellings"},
        roles={
            "prep": "a preposition: في, of",
            "conj": "a conjunction: ثم, but",
            "rel": "a relative pronoun: الذي",
            "pron": "a pronoun: هو, they",
            "dem": "a demonstrative: هذا",
            "det": "an English article or its like: the, some",
            "neg": "a negation: لا, غير",
            "aux": "an auxiliary: كان, will",
            "adv": "an adverb: تقريبا, only",
            "verb": "an English verb; with a capital it may belong to a name (Public Works)",
            "other": "a noun that says how much or which of another: كل, بعض, نفس",
        },
    ),
    Kind(
        "ADJECTIVE", S.ADJECTIVE, "shared",
        "an adjective that belongs to the noun before it, though its ending does not tell: جديد",
        {"adjectives": "spellings"},
    ),
    Kind(
        "NOT_ADJECTIVE", S.NOT_ADJECTIVE, "shared",
        "a definite noun that ends like an adjective, but starts something new: الاتفاقية",
        {"not_adjectives": "spellings"},
    ),
)  # fmt: skip
