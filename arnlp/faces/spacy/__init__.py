"""arnlp in a spaCy pipeline: ``nlp.add_pipe("arnlp")``, ``nlp.add_pipe("arnlp_words")``, and both ways.

Needs the extra ``arnlp[spacy]``. spaCy finds the factories through entry points; importing this
package registers them, and the extension attributes, as well: do so where documents are read back
(DocBin) in a program that loads no pipeline.

>>> import spacy
>>> nlp = spacy.blank("ar")
>>> _ = nlp.add_pipe("arnlp")
>>> doc = nlp("بلغت إيرادات هيئة الطرق والمواصلات 5 ملايين درهم في دبي.")
>>> [(ent.text, ent.label_) for ent in doc.ents]
[('هيئة الطرق والمواصلات', 'ORG'), ('دبي', 'LOC')]
>>> [(span.text, span._.arnlp.value, span._.arnlp.unit) for span in doc.spans["arnlp_quantities"]]
[('5 ملايين درهم', 5000000, 'AED')]
"""

from __future__ import annotations

from arnlp.model.errors import MissingExtra

try:
    from arnlp.faces.spacy.convert import given_entities, to_displacy, to_spacy
    from arnlp.faces.spacy.extensions import add_extensions
    from arnlp.faces.spacy.factories import make_arnlp, make_arnlp_words
    from arnlp.faces.spacy.marker import Marker
    from arnlp.faces.spacy.words import WordMarker
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "spacy":
        raise
    raise MissingExtra("spaCy components", "spacy", "spacy") from None

__all__ = [
    "Marker",
    "WordMarker",
    "given_entities",
    "make_arnlp",
    "make_arnlp_words",
    "to_displacy",
    "to_spacy",
]

add_extensions()
