"""The text floor: the normalised view, tokens, structure and language of a text."""
