"""``arnlp normalize``: a text normalised, printed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

import arnlp
from arnlp.faces.cli.terminal import FAILED, complain, read_source
from arnlp.model.errors import UnreadableDocument


class Profile(StrEnum):
    """What a normalised text is for."""

    DISPLAY = "display"
    SEARCH = "search"
    MATCH = "match"


def normalize(
    source: Annotated[str, typer.Argument(help="A file, or - for standard input.", metavar="FILE")],
    profile: Annotated[
        Profile,
        typer.Option(
            "--profile",
            "-p",
            help="display: repairs only. search: letters, marks and digits folded. "
            "match: search in lower case.",
        ),
    ] = Profile.SEARCH,
    mojibake: Annotated[
        bool, typer.Option(help="First repair windows-1256 that was read as Latin-1.")
    ] = False,
) -> None:
    """Print a text normalised.

    [dim]arnlp normalize release.txt --profile display[/dim]
    """
    try:
        document = read_source(source)
    except UnreadableDocument as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    typer.echo(arnlp.normalize(document.text, profile.value, mojibake=mojibake), nl=False)
