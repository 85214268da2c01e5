"""What grammar tells of a word: its readings by itself."""

from __future__ import annotations

from pydantic import Field

from arnlp.model.base import Model


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
