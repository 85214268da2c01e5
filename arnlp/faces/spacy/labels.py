"""Types of entities as spaCy's pipelines call them, and back."""

from __future__ import annotations

# The labels of OntoNotes, in which spaCy's English pipelines are trained; LOC of CoNLL for any place.
LABELS = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "programme": "PROGRAMME",
    "product": "PRODUCT",
    "law": "LAW",
    "award": "AWARD",
}
# What other pipelines call names, in capitals; labels that are not here name none of our types.
TYPES = {
    **{label: type_ for type_, label in LABELS.items()},
    **{type_.upper(): type_ for type_ in LABELS},
    "PER": "person",
    "PERS": "person",
    "ORGANISATION": "organization",
    "GPE": "place",
    "FAC": "place",
    "LOCATION": "place",
    "PROGRAM": "programme",
    "WORK_OF_ART": "product",
}
