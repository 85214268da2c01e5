"""arnlp: typed facts, grounded by character offsets, from government press releases.

Public names are loaded on first use, so that ``import arnlp`` costs nothing:

>>> import arnlp
>>> release = arnlp.extract("افتتح المركز 62 جهة حكومية في 2020.")
>>> [(q.value, q.noun) for q in release.quantities]
[(62, 'جهة حكومية')]
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arnlp.faces.compare import compare
    from arnlp.faces.convert import convert
    from arnlp.faces.export import to_arrow, to_frame, to_polars
    from arnlp.faces.html import html_of, to_html, to_page
    from arnlp.faces.spacy import given_entities, to_displacy, to_spacy
    from arnlp.faces.timeml import to_timeml
    from arnlp.lexicon.own import Lexicon
    from arnlp.model.comparison import Comparison, Finding
    from arnlp.model.errors import (
        ArnlpError,
        InvalidOption,
        MissingExtra,
        UnreadableDocument,
        UnsupportedFormat,
    )
    from arnlp.model.release import Document, Release
    from arnlp.model.words import Analysis, Clause, Word
    from arnlp.morphology import analyze
    from arnlp.pipeline import dates, entities, extract, facts, numbers, quantities, quotes
    from arnlp.readers import read
    from arnlp.syntax import clauses, words
    from arnlp.text.view import NormalizedText, normalize, normalized

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "ArnlpError",
    "Clause",
    "Comparison",
    "Document",
    "Finding",
    "InvalidOption",
    "Lexicon",
    "MissingExtra",
    "NormalizedText",
    "Release",
    "UnreadableDocument",
    "UnsupportedFormat",
    "Word",
    "analyze",
    "clauses",
    "compare",
    "convert",
    "dates",
    "entities",
    "extract",
    "facts",
    "given_entities",
    "html_of",
    "normalize",
    "normalized",
    "numbers",
    "quantities",
    "quotes",
    "read",
    "to_arrow",
    "to_displacy",
    "to_frame",
    "to_html",
    "to_page",
    "to_polars",
    "to_spacy",
    "to_timeml",
    "words",
]

_HOME = {
    "arnlp.faces.compare": ("compare",),
    "arnlp.model.comparison": ("Comparison", "Finding"),
    "arnlp.faces.convert": ("convert",),
    "arnlp.faces.export": ("to_arrow", "to_frame", "to_polars"),
    "arnlp.faces.html": ("html_of", "to_html", "to_page"),
    "arnlp.faces.spacy": ("given_entities", "to_displacy", "to_spacy"),
    "arnlp.faces.timeml": ("to_timeml",),
    "arnlp.lexicon.own": ("Lexicon",),
    "arnlp.pipeline": ("dates", "entities", "extract", "facts", "numbers", "quantities", "quotes"),
    "arnlp.model.errors": (
        "ArnlpError",
        "InvalidOption",
        "MissingExtra",
        "UnreadableDocument",
        "UnsupportedFormat",
    ),
    "arnlp.model.release": ("Document", "Release"),
    "arnlp.model.words": ("Analysis", "Clause", "Word"),
    "arnlp.morphology": ("analyze",),
    "arnlp.readers": ("read",),
    "arnlp.syntax": ("clauses", "words"),
    "arnlp.text.view": ("NormalizedText", "normalize", "normalized"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name from its floor on first use (PEP 562)."""
    try:
        module = _MODULE_OF[name]
    except KeyError:
        raise AttributeError(f"module 'arnlp' has no attribute {name!r}") from None
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


class _Package(ModuleType):
    """The package as a module that keeps its public names.

    Engines are packages with the names of public functions (``arnlp.numbers`` finds numbers, and is
    where they are found), and the import system sets a package on its parent once it is loaded:
    here the function stays.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _MODULE_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
