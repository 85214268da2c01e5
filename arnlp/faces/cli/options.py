"""Options that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

Published = Annotated[
    str | None,
    typer.Option(
        help="Day of the release (2020-12-21), for 'last year', 'next month' and months without a "
        "year. Without it the file's own date serves, else its dateline; else they stay null.",
        metavar="DATE",
    ),
]
Language = Annotated[
    str | None, typer.Option(help="ar, en or mixed; told from the text by default.", metavar="LANG")
]
Country = Annotated[
    str | None,
    typer.Option(
        help="Two-letter code (AE, MA ...): decides whose dinar or dirham is meant. Told from the "
        "text by default.",
        metavar="CODE",
    ),
]
Entities = Annotated[
    str,
    typer.Option(
        help="How names are found. model: rules and the statistical model; rules: rules alone, "
        "faster; camel: rules and CAMeL Tools, where its data are installed.",
        metavar="HOW",
    ),
]
Romanizer = Annotated[
    str,
    typer.Option(
        help="How Arabic names of persons are transliterated. table; or neural (arnlp\\[names]).",
        metavar="HOW",
    ),
]
WithText = Annotated[
    bool, typer.Option(help="Carry in document.text the text that offsets refer to.")
]
Field = Annotated[
    list[str] | None,
    typer.Option(
        help="Where records of JSON keep text, title, published or source: text=data.body. "
        "Can be given several times.",
        metavar="NAME=FIELD",
    ),
]
LexiconFile = Annotated[
    str | None,
    typer.Option(
        "--lexicon",
        help="Words, bodies, people, places and units of your own: a TOML or TSV file.",
        metavar="FILE",
    ),
]


def tables_of(path: str | None) -> str | None:
    """Return the tables of a lexicon's file as options hold them: as JSON.

    Raises UnreadableDocument and InvalidOption as Lexicon.read does.
    """
    if path is None:
        return None
    from arnlp.lexicon.own import Lexicon

    return Lexicon.read(path).to_json()
