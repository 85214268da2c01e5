"""The component ``arnlp``: a document of spaCy with everything that arnlp finds in its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from arnlp.faces.spacy.convert import given_entities
from arnlp.faces.spacy.extensions import OPTIONS
from arnlp.faces.spacy.marking import Marking, mark
from arnlp.lexicon.own import Lexicon
from arnlp.pipeline import extract

_FILE = "lexicon.json"

_OF_A_DOCUMENT = ("published", "country", "language", "source")


class Marker:
    """Extracts the text of each document and marks it.

    ``country``, ``entities`` and ``romanizer`` are those of :func:`arnlp.extract`; what
    ``doc._.arnlp_options`` tells of a document (published, country, language, source) goes before
    them. ``lexicon`` is a Lexicon or a file, read when it is first needed. With ``use_ents`` the entities that the document has already are handed to arnlp.
    """

    def __init__(
        self,
        marking: Marking,
        *,
        country: str | None = None,
        entities: str = "model",
        romanizer: str = "table",
        use_ents: bool = False,
        lexicon: Lexicon | str | None = None,
    ) -> None:
        self.marking = marking
        self.country = country
        self.entities = entities
        self.romanizer = romanizer
        self.use_ents = use_ents
        self._file = None if isinstance(lexicon, Lexicon) else lexicon
        self._lexicon = lexicon if isinstance(lexicon, Lexicon) else None

    @property
    def lexicon(self) -> Lexicon | None:
        """The lexicon of one's own: the one that was set or came with the pipeline, else that of its file."""
        if self._lexicon is None and self._file is not None:
            self._lexicon = Lexicon.read(self._file)
        return self._lexicon

    @lexicon.setter
    def lexicon(self, lexicon: Lexicon | None) -> None:
        self._lexicon, self._file = lexicon, None

    def __call__(self, doc: Doc) -> Doc:
        """Mark a document."""
        told = doc._.get(OPTIONS) or {}
        options: dict[str, Any] = {key: told[key] for key in _OF_A_DOCUMENT if key in told}
        options.setdefault("country", self.country)
        entities = given_entities(doc) if self.use_ents else self.entities
        release = extract(
            doc.text,
            entities=entities,
            romanizer=self.romanizer,
            lexicon=self.lexicon,
            **options,
        )
        return mark(doc, release, self.marking)

    def to_bytes(self, **_: Any) -> bytes:
        """Return the tables of the lexicon; all other settings are in the pipeline's configuration."""
        return (self.lexicon or Lexicon()).to_json().encode("utf-8")

    def from_bytes(self, data: bytes, **_: Any) -> Marker:
        """Take the tables of the lexicon; return itself."""
        lexicon = Lexicon.from_json(data.decode("utf-8"))
        self.lexicon = lexicon if lexicon.tables else None
        return self

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Write the tables of the lexicon into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, **_: Any) -> Marker:
        """Take the tables of the lexicon from a folder, whatever file they came from; return itself."""
        return self.from_bytes((Path(path) / _FILE).read_bytes())
