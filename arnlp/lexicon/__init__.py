"""The merged lexicon: every word of the language tables, looked up once for each token."""
