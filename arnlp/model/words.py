"""What grammar tells: readings of a word by itself, words in context, clauses."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from arnlp.model.base import Model, Span


class Clitic(Model):
    """What is written as one with a word and is a word by itself: و, بـ, الـ, ها, n't."""

    text: str = Field(description="as it is written when it stands alone")
    lemma: str
    pos: str = Field(description="Universal part of speech")
    features: dict[str, str] = Field(description="Universal Features")


class Analysis(Model):
    """A reading of a word by itself; ``features`` holds what the written form tells, and no more."""

    lemma: str = Field(description="with its vowels where the tables have them (as in Camel Morph)")
    lemma_bare: str = Field(description="the lemma without vowels")
    verb: str | None = Field(description="lemma of the verb of a masdar or participle")
    pos: str = Field(description="Universal part of speech of the word without its clitics")
    features: dict[str, str] = Field(
        description="Universal Features; values that the form may have alike are parted by a comma"
    )
    clitics: list[Clitic] = Field(description="in the order of writing")
    guessed: bool = Field(description="no table has the word: it is read by its form alone")


class PlacedClitic(Clitic):
    """A clitic of a word in a text; where letters were merged (لل) each has what is written of it."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Word(Span):
    """A written word in context: the one reading that its sentence chose."""

    lemma: str = Field(description="with its vowels where the tables have them (as in Camel Morph)")
    lemma_bare: str = Field(description="the lemma without vowels")
    verb: str | None = Field(description="lemma of the verb of a masdar or participle")
    pos: str = Field(description="Universal part of speech of the word without its clitics")
    features: dict[str, str] = Field(
        description="Universal Features; values that the form may have alike are parted by a comma"
    )
    clitics: list[PlacedClitic] = Field(description="in the order of writing")


class ClauseArgument(Span):
    """A phrase that a predicate governs by a preposition; the span is without the preposition."""

    marker: str = Field(description="the preposition: بـ, إلى, من خلال, from, according to")


class Clause(Span):
    """A predicate with what it governs; the span is without clauses that are coordinated with it."""

    predicate: Word
    kind: Literal["verbal", "nominal", "masdar"] = Field(
        description="verb or participle; noun or adjective that a subject is said to be; noun of action"
    )
    subject: Span | None = Field(
        description="also where it is shared with another clause, or is what a relative clause is about"
    )
    object: Span | None
    arguments: list[ClauseArgument]
    noun: Span | None = Field(
        description="the noun of action of a support verb: سجل ارتفاعا, تم توقيع, recorded an increase"
    )
    negated: bool
    tense: Literal["past", "present", "future"] | None
    voice: Literal["active", "passive"] | None
    introduced_by: str | None = Field(description="أن, لأن, التي, that, because, which ...")
    function: Literal[
        "root", "complement", "relative", "adverbial", "conjunct", "subject", "argument", "parallel"
    ] = Field(description="what the clause is in the clause that governs it")
    parent: int | None = Field(description="number of the clause that governs it, in the same list")
