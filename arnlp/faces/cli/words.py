"""``arnlp words``: the words of a text with their grammar, as CoNLL-U."""

from __future__ import annotations

from typing import Annotated

import typer

from arnlp.faces.cli.terminal import FAILED, complain, read_source
from arnlp.model.errors import UnreadableDocument


def words(
    source: Annotated[str, typer.Argument(help="A file, or - for standard input.", metavar="FILE")],
) -> None:
    """Print each word with its lemma, part of speech, features and head, as CoNLL-U.

    [dim]arnlp words release.txt[/dim]
    """
    from arnlp.syntax import conllu

    try:
        document = read_source(source)
    except UnreadableDocument as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    typer.echo(conllu(document.text), nl=False)
