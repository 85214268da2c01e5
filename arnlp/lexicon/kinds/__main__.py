"""Prints what is told of kinds of sense, or which senses the words of a text have.

``python -m arnlp.lexicon.kinds [NAME ...]`` prints the pages of the kinds named, of all where none
is; ``python -m arnlp.lexicon.kinds "a text"`` the tokens of a text.
"""

from __future__ import annotations

import sys

from arnlp.lexicon.kinds import KINDS, page, tokens


def main(arguments: list[str]) -> None:
    """Print the pages of kinds, or the tokens of what names no kind."""
    pages = {kind.name: page(kind) for kind in KINDS}
    for argument in arguments or list(pages):
        print(pages.get(argument) or tokens(argument))


if __name__ == "__main__":
    main(sys.argv[1:])
