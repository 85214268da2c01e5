"""Mentions bound to each other: the document as a whole, its facts, and the pipeline."""
