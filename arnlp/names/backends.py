"""The statistical parts that can stand beside the rules: our own model, or CAMeL Tools."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from arnlp.encoder.chain import latin_tagger
from arnlp.encoder.tagger import Tagged, labelled_spans, tagger
from arnlp.engine import NameTagger
from arnlp.model.errors import InvalidOption

BACKENDS = ("model", "rules", "camel")


class CamelTagger:
    """The NERecognizer of CAMeL Tools, with ``predict(sentences)`` giving BIO labels.

    >>> class Fixed:
    ...     def predict(self, sentences):
    ...         return [["O", "B-LOC"] for _ in sentences]
    >>> CamelTagger(Fixed()).names([["في", "دبي"]])
    [[Tagged(first=1, last=2, type='place', sure=1.0)]]
    """

    def __init__(self, recognizer: Any) -> None:
        self._recognizer = recognizer

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, as ranges of its words."""
        if not sentences:
            return []
        labels = self._recognizer.predict([list(sentence) for sentence in sentences])
        return [list(labelled_spans(row)) for row in labels]


@cache
def _camel() -> CamelTagger:
    try:
        from camel_tools.ner import NERecognizer

        return CamelTagger(NERecognizer.pretrained())
    except ModuleNotFoundError:
        wanted = "'model' or 'rules', or CAMeL Tools: pip install \"arnlp[camel]\""
        raise InvalidOption("entities", "camel", wanted) from None
    except (
        Exception
    ) as error:  # its catalogue or model is not there: what it raises depends on the release
        wanted = f"the data of CAMeL Tools: camel_data -i ner-arabert ({type(error).__name__})"
        raise InvalidOption("entities", "camel", wanted) from error


def name_tagger(backend: str) -> NameTagger | None:
    """Return the statistical part that an option names, None for rules alone.

    Raises InvalidOption for any other name, and where CAMeL Tools or its data are not installed.

    >>> name_tagger("rules") is None
    True
    """
    if backend == "rules":
        return None
    if backend == "model":
        return tagger()
    if backend == "camel":
        return _camel()
    raise InvalidOption("entities", backend, f"one of {', '.join(map(repr, BACKENDS))}")


def latin_name_tagger() -> NameTagger:
    """Return the statistical part for sentences in Latin letters, whatever stands beside it in Arabic."""
    return latin_tagger()
