"""Readings of a word by itself: clitics, lemma, part of speech, features.

Arabic words are looked up in tables that are compiled from Camel Morph (``arabic.py``, ``store.py``) and
are read by their form where those lack them (``guess.py``); English ones are read by rules and small
tables (``english.py``). :func:`readings` is for the floors above, :func:`analyze` for people.

>>> [(a.pos, a.lemma, a.verb) for a in analyze("وبارتفاع")][:1]
[('NOUN', 'ٱِرْتِفَاع', 'ٱِرْتَفَع')]
"""

from arnlp.morphology.analysis import analyze, readings
from arnlp.morphology.reading import Enclitic, Reading, Readings

__all__ = ["Enclitic", "Reading", "Readings", "analyze", "readings"]
