"""The compiled morphology of Arabic: stems with their entries, lemmas, and the forms that stems take.

``tests/generate/morphology.py`` writes the file; it is read on the first word, each part when it is
first asked for. A stem is written as the ``match`` profile folds it. An entry says of a stem which
lemma it belongs to, in which paradigm it stands, how it is spelt and how common it is.
"""

from __future__ import annotations

import json
import zlib
from array import array
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from arnlp.morphology.features import Bundle, written_bundle
from arnlp.text import chars

_FILE = "arabic.bin"
NO_VERB = 0xFFFF
# Weights are logarithms: so many units a bit; the lemma of every word would have the most.
BIT = 8
MOST = 255
_LENGTH = 4  # bytes that tell the length of the head


class Cell(NamedTuple):
    """A form of a paradigm: how it is spelt before and behind the stem, and what it may be, with weights."""

    before: str
    behind: str
    bundles: tuple[tuple[Bundle, int], ...]


class Paradigm(NamedTuple):
    """The forms of a stem: ``kind`` is the bit of what clitics may stand before it.

    ``cells`` maps way, beginning and ending (folded) to the cells that are written so.
    """

    kind: int
    cells: dict[str, tuple[Cell, ...]]


class StemEntry(NamedTuple):
    """What a stem may be: its form with vowels and without, what may stand around it, its lemma."""

    form: str
    spelt: str
    kind: int
    lemma: str
    verb: str | None
    weight: int


def pack(parts: dict[str, bytes]) -> bytes:
    """Return the parts as one file: the lengths, then each part compressed.

    >>> unpack(pack({"a": b"one", "b": b""}))["a"]()
    b'one'
    """
    packed = {name: zlib.compress(part, 9) for name, part in parts.items()}
    head = json.dumps({name: len(part) for name, part in packed.items()}).encode()
    return len(head).to_bytes(_LENGTH, "big") + head + b"".join(packed.values())


class _Part(NamedTuple):
    data: bytes
    start: int
    end: int

    def __call__(self) -> bytes:
        return zlib.decompress(self.data[self.start : self.end])


def unpack(data: bytes) -> dict[str, _Part]:
    """Return the parts of a packed file, each to be opened by calling it."""
    at = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    out = {}
    for name, length in json.loads(data[_LENGTH:at]).items():
        out[name] = _Part(data, at, at + length)
        at += length
    return out


def _by_last_letter(endings: list[str]) -> dict[str, tuple[int, ...]]:
    out: dict[str, set[int]] = {}
    for ending in endings:
        if ending:
            out.setdefault(ending[-1], set()).add(len(ending))
    return {letter: tuple(sorted(lengths)) for letter, lengths in out.items()}


class Store:
    """The tables of the compiled file."""

    def __init__(self, data: bytes) -> None:
        parts = unpack(data)
        self._parts = parts
        stems = self._lines("stems")
        self.stems: dict[str, int] = dict(zip(stems, range(len(stems)), strict=True))
        self.starts = self._numbers("starts", "I")
        self.paradigm_of = self._numbers("paradigm_of", "H")
        self.lemma_of = self._numbers("lemma_of", "H")
        self.weights = self._numbers("weights", "B")
        self.lemmas = self._lines("lemmas")
        self.verb_of = self._numbers("verb_of", "H")
        self._written = self._lines("paradigms")
        self._bundles = self._lines("bundles")
        self._bundle_weights = self._numbers("bundle_weights", "h")
        self.chain_weights: dict[str, int] = json.loads(parts["chains"]())
        self._paradigms: list[Paradigm | None] = [None] * len(self._written)
        self._entries: dict[int, StemEntry] = {}
        ends = json.loads(parts["ends"]())
        self.beginnings = frozenset(ends["beginnings"])
        # By the way a stem stands and the last letter: the lengths that an ending may have.
        self.endings: tuple[dict[str, tuple[int, ...]], ...] = tuple(
            _by_last_letter(some) for some in ends["endings"]
        )
        self.written_endings = tuple(frozenset(some) for some in ends["endings"])

    def _lines(self, name: str) -> list[str]:
        return self._parts[name]().decode().split("\n")

    def _numbers(self, name: str, code: str) -> array[int]:
        out = array(code)
        out.frombytes(self._parts[name]())
        return out

    @cached_property
    def forms(self) -> list[str]:
        """Return the stem of each entry with its vowels."""
        return self._lines("forms")

    def paradigm(self, number: int) -> Paradigm:
        """Return a paradigm, made when it is first asked for."""
        made = self._paradigms[number]
        if made is None:
            weights = self._bundle_weights
            kind, cells = json.loads(self._written[number])
            made = self._paradigms[number] = Paradigm(
                kind,
                {
                    key: tuple(
                        Cell(
                            before,
                            behind,
                            tuple((written_bundle(self._bundles[n]), weights[n]) for n in bundles),
                        )
                        for before, behind, *bundles in some
                    )
                    for key, some in cells.items()
                },
            )
        return made

    def found(self, stem: int, key: str) -> list[tuple[StemEntry, Cell]]:
        """Return the entries of a stem that have a form, by its way, beginning and ending, with that form."""
        paradigms, of = self._paradigms, self.paradigm_of
        out = []
        for entry in range(self.starts[stem], self.starts[stem + 1]):
            number = of[entry]
            cells = (paradigms[number] or self.paradigm(number)).cells.get(key)
            if cells:
                made = self._entries.get(entry) or self._entry(entry)
                out += [(made, cell) for cell in cells]
        return out

    def _entry(self, entry: int) -> StemEntry:
        lemma, form = self.lemma_of[entry], self.forms[entry]
        made = self._entries[entry] = StemEntry(
            form,
            chars.strip_marks(form).replace("ٱ", "ا"),
            self.paradigm(self.paradigm_of[entry]).kind,
            self.lemmas[lemma],
            self.verb(lemma),
            self.weights[entry],
        )
        return made

    def verb(self, lemma: int) -> str | None:
        """Return the lemma of the verb of a masdar or participle."""
        verb = self.verb_of[lemma]
        return None if verb == NO_VERB else self.lemmas[verb]


@cache
def store() -> Store:
    """Return the tables that ship with the package, read on first use."""
    return Store(files("arnlp.morphology").joinpath(_FILE).read_bytes())
