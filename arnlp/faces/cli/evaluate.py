"""``arnlp evaluate``: the scores of extraction against gold, printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arnlp.faces.cli.options import Entities
from arnlp.faces.cli.terminal import FAILED, complain, console, stop
from arnlp.model.errors import InvalidOption, UnreadableDocument

if TYPE_CHECKING:
    from arnlp.faces.scores import Scores


def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(help="Releases (.txt) beside their gold (.gold.json).", metavar="FOLDER"),
    ],
    split: Annotated[
        str | None, typer.Option(help="Only documents of this split: development or heldout.")
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed (-) and what is spurious (+).")
    ] = False,
    entities: Entities = "model",
) -> None:
    """Measure extraction against gold: precision, recall and F1 by kind, of rows by field and whole.

    [dim]arnlp evaluate corpora/ --errors[/dim]
    """
    from arnlp.faces.evaluate import evaluate as score

    try:
        scores = score(folder, split, entities)
    except InvalidOption as error:
        stop(error)
    except UnreadableDocument as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    _print_scores(scores, errors)


def _print_scores(scores: Scores, errors: bool) -> None:
    from rich.table import Table

    table = Table(box=None)
    for column in ("kind", "precision", "recall", "F1", "gold", "found"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    for kind, score in scores.items():
        figures = (score.precision, score.recall, score.f1)
        table.add_row(kind, *(f"{f:.3f}" for f in figures), str(score.expected), str(score.found))
    console().print(table)
    if errors:
        for kind, score in scores.items():
            for mark, items in (("-", score.missed), ("+", score.spurious)):
                for item in items:
                    typer.echo(f"{mark} {kind}: {item}")
