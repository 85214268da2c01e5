"""Options of ``arnlp batch``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_TAKEN, _RUN, _LIMITS = "What is taken", "How it runs", "Limits of a document"

Folder = Annotated[
    Path,
    typer.Argument(
        help="A folder, read with all folders in it; or a file of JSON lines.", metavar="FOLDER"
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="File of JSON lines to write, one line a document; or tables: .duckdb, .csv, "
        "or a folder for Parquet.",
    ),
]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="jsonl, parquet, duckdb or csv; by default what the name of the output says.",
    ),
]
Errors = Annotated[
    Path | None,
    typer.Option(
        "--errors",
        "--report",
        metavar="FILE",
        help="File for the report (JSON): what failed, was skipped, or warns. "
        "By default beside the output, with .report.json.",
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        metavar="GLOB",
        rich_help_panel=_TAKEN,
        help="Only files of such names, or with a / of such paths; may be repeated.",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        metavar="GLOB",
        rich_help_panel=_TAKEN,
        help="No files and folders of such names or paths; may be repeated.",
    ),
]
FollowLinks = Annotated[
    bool,
    typer.Option(
        "--follow-links",
        rich_help_panel=_TAKEN,
        help="Follow links to folders and out of the folder.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        "--workers",
        min=1,
        rich_help_panel=_RUN,
        help="Processes; one for each core by default.",
    ),
]
Resume = Annotated[
    bool | None,
    typer.Option(
        "--resume/--no-resume",
        rich_help_panel=_RUN,
        help="Go on with a run that was cut off, or begin anew.",
        show_default=False,
    ),
]
Incremental = Annotated[
    bool,
    typer.Option(
        "--incremental",
        rich_help_panel=_RUN,
        help="Take the lines of documents that have not changed from the output that is there.",
    ),
]
Engine = Annotated[
    str,
    typer.Option(metavar="NAME", rich_help_panel=_RUN, help="local, or ray (arnlp\\[ray])."),
]
Address = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", rich_help_panel=_RUN, help="Of the cluster, for ray."),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", rich_help_panel=_RUN, help="No progress and no summary."),
]
Timeout = Annotated[
    float, typer.Option(metavar="SECONDS", rich_help_panel=_LIMITS, help="Then it has failed.")
]
Memory = Annotated[
    int, typer.Option(metavar="MB", rich_help_panel=_LIMITS, help="Of its process (Linux).")
]
MaxBytes = Annotated[
    int,
    typer.Option(metavar="N", rich_help_panel=_LIMITS, help="A larger file is not read."),
]
MaxChars = Annotated[
    int,
    typer.Option(
        metavar="N", rich_help_panel=_LIMITS, help="A longer text is cut, with a warning."
    ),
]
PublishedFrom = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHERE",
        help="Where the day of a document is looked for: path, mtime, meta (what it says of "
        "itself, the default); if repeated, in this order. --published is for all others.",
    ),
]
