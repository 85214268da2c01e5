"""A lexicon of one's own: words, units, bodies, people and places beside those of arnlp.

Tables in TOML or TSV, checked as they are read. A lexicon is handed on with a text and changes nothing
else: two of them stand side by side.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from arnlp.lang import Row
from arnlp.lexicon.lexicon import Merged
from arnlp.lexicon.own.checks import Found, checked
from arnlp.lexicon.own.files import read_file, read_toml
from arnlp.model.errors import InvalidOption

Rows = Mapping[str, Iterable[Mapping[str, object]]]


class Lexicon:
    """Tables of one's own, by their names; README.md of the lexicon tells their columns.

    >>> own = Lexicon({"bodies": [{"ar": "مختبر ألفا", "en": "Alpha Lab", "abbreviation": "ALB"}]})
    >>> import arnlp
    >>> [(e.name, e.names.en) for e in arnlp.entities("افتتح مختبر ألفا فرعا", lexicon=own)]
    [('مختبر ألفا', 'Alpha Lab')]
    """

    def __init__(self, tables: Rows | None = None) -> None:
        """Take tables as lists of rows; InvalidOption is raised where one is not as it should be."""
        found = [
            Found(name, dict(row), f"{name}, row {n}", {})
            for name, rows in (tables or {}).items()
            for n, row in enumerate(rows, start=1)
        ]
        self._rows = checked(found)

    @classmethod
    def read(cls, *paths: Path | str) -> Lexicon:
        """Return the lexicon of files: TOML with tables by their names, TSV with one each (bodies.tsv).

        Raises UnreadableDocument for a file that cannot be read, and InvalidOption, which names file
        and line, for what is not as it should be.
        """
        return cls._of([found for path in paths for found in read_file(Path(path))])

    @classmethod
    def parse(cls, text: str) -> Lexicon:
        """Return the lexicon that a text in TOML holds.

        >>> Lexicon.parse('[[units]]\\nunit = "{sack}"\\nkind = "measure"\\nsingular = "sack"\\n')
        Lexicon(units=1)
        >>> Lexicon.parse('[[units]]\\nunit = "{sack}"\\nkind = "weight"\\nsingular = "sack"\\n')
        Traceback (most recent call last):
            ...
        arnlp.model.errors.InvalidOption: lexicon='text, line 3, units.kind' is not valid: give measure or duration, not 'weight'
        """
        return cls._of(read_toml(text, "text"))

    @classmethod
    def _of(cls, found: list[Found]) -> Lexicon:
        made = cls()
        made._rows = checked(found)
        return made

    @cached_property
    def merged(self) -> Merged:
        """The words of arnlp with these before them: built on first use, and kept here."""
        return Merged(self._rows)

    @cached_property
    def fingerprint(self) -> str:
        """A digest of all rows: the same for the same tables, whatever file they stand in."""
        return hashlib.sha256(self.to_json().encode("utf-8")).hexdigest()[:16]

    def to_json(self) -> str:
        """Return the tables as JSON, from which :meth:`from_json` makes the same lexicon."""
        return json.dumps(self._rows, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, data: str) -> Lexicon:
        """Return the lexicon that was written by :meth:`to_json`.

        >>> own = Lexicon({"nouns": [{"singular": "حافلة ذكية", "plural": "حافلات ذكية"}]})
        >>> Lexicon.from_json(own.to_json()).fingerprint == own.fingerprint
        True
        """
        made = cls()
        made._rows = {name: tuple(rows) for name, rows in json.loads(data).items()}
        return made

    @property
    def tables(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of each table, alternatives in a cell parted by ``|``."""
        return self._rows

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name}={len(rows)}" for name, rows in self._rows.items())
        return f"Lexicon({sizes})"

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs: the rows, from which it builds its own."""
        return {"_rows": self._rows}


def merged_of(lexicon: Lexicon | None) -> Merged | None:
    """Return the words that a text is read with, None for those of arnlp alone.

    Raises InvalidOption for what is no Lexicon.
    """
    if lexicon is None:
        return None
    if not isinstance(lexicon, Lexicon):
        wanted = "an arnlp.Lexicon; Lexicon.read(path) makes one of a file"
        raise InvalidOption("lexicon", lexicon, wanted)
    return lexicon.merged
