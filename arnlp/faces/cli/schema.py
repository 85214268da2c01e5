"""``arnlp schema``: the JSON Schema of the output, printed."""

from __future__ import annotations

from importlib.resources import files

import typer


def schema() -> None:
    """Print the JSON Schema of the output.

    [dim]arnlp schema > arnlp.schema.json[/dim]
    """
    typer.echo(files("arnlp.model").joinpath("schema.json").read_text("utf-8"), nl=False)
