"""Prints what is told of kinds of sense: ``python -m arnlp.lexicon.kinds [NAME ...]``."""

from __future__ import annotations

import sys

from arnlp.lexicon.kinds import KINDS, page


def main(names: list[str]) -> None:
    """Print the pages of the kinds named, of all where none is."""
    for kind in KINDS:
        if not names or kind.name in names:
            print(page(kind))


if __name__ == "__main__":
    main(sys.argv[1:])
