"""``arnlp report``: a folder of pages over the results of a batch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arnlp.faces.cli.terminal import FAILED, complain, stop
from arnlp.model.errors import InvalidOption
from arnlp.model.sources import spelled


def report(
    results: Annotated[
        Path,
        typer.Argument(
            help="A file of JSON lines, as 'arnlp batch' writes it.",
            metavar="FACTS",
            exists=True,
            dir_okay=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="Folder for the pages.", metavar="FOLDER"),
    ] = Path("report"),
    texts: Annotated[
        Path | None,
        typer.Option(
            help="The folder that was extracted: pages then show the whole text, else what the "
            "results quote of it.",
            metavar="FOLDER",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="What the report is called.")] = "Releases",
) -> None:
    """Write pages to look through results: an index with charts and filters, and each release.

    The pages ask the network for nothing: open index.html in a browser, or send the folder on.

    [dim]arnlp batch releases/ -o facts.jsonl && arnlp report facts.jsonl -o report/ --texts releases/[/dim]
    """
    from arnlp.faces.report import write_report

    try:
        outcome = write_report(results, output, texts=texts, title=title)
    except (InvalidOption, OSError) as error:
        stop(error)
    for reason in outcome.failed:
        complain(reason)
    quoted = (
        f"; {outcome.without_text} without their text" if texts and outcome.without_text else ""
    )
    complain(
        f"{outcome.releases} releases, {outcome.facts} facts: {spelled(outcome.index)}{quoted}"
    )
    if outcome.failed:
        raise typer.Exit(FAILED)
