"""What the parser tells of a sentence: its words with one reading each, and what each hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.morphology.reading import Reading


@dataclass(slots=True)
class Tree:
    """The words of a sentence, all lists in parallel; spaces and line breaks are no words.

    ``starts`` and ``ends`` are offsets in the text. ``readings`` holds the reading that the context
    chose, ``pos`` the universal part of speech of the host (it may differ from that of the reading
    where no reading has it). ``heads`` are numbers of words in this sentence, -1 for the root;
    ``relations`` are those of Universal Dependencies, of a written word to the word it hangs on: the
    relation of its host (of ``وبقيمتها`` that of قيمة).
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    readings: list[Reading]
    pos: list[str]
    heads: list[int]
    relations: list[str]
