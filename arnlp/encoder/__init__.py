"""The small network over words that names a person, a place or a body, its weights and its card."""

from arnlp.encoder.tagger import Tagged, Tagger, labelled_spans, tagger

__all__ = ["Tagged", "Tagger", "labelled_spans", "tagger"]
