"""``arnlp batch``: a folder of releases into one file of JSON lines, or into tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from arnlp.faces.cli.batch_options import (
    Address,
    Engine,
    Errors,
    Exclude,
    Folder,
    FollowLinks,
    Include,
    Incremental,
    Jobs,
    MaxBytes,
    MaxChars,
    Memory,
    Output,
    OutputFormat,
    PublishedFrom,
    Quiet,
    Resume,
    Timeout,
)
from arnlp.faces.cli.options import (
    Country,
    Entities,
    Language,
    LexiconFile,
    Published,
    Romanizer,
    WithText,
    tables_of,
)
from arnlp.faces.cli.terminal import FAILED, complain, stop
from arnlp.model.errors import ArnlpError, InvalidOption
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from arnlp.faces.batch import Report, Run

BROKEN_OFF = 3  # the run did not come to its end, and can be gone on with
INTERRUPTED = 130
_MOST_TOLD = 20  # failures and warnings on the terminal; the report has all


def batch(
    folder: Folder,
    output: Output = Path("facts.jsonl"),
    output_format: OutputFormat = None,
    errors: Errors = None,
    include: Include = None,
    exclude: Exclude = None,
    follow_links: FollowLinks = False,
    jobs: Jobs = None,
    resume: Resume = None,
    incremental: Incremental = False,
    engine: Engine = "local",
    address: Address = None,
    quiet: Quiet = False,
    timeout: Timeout = 300.0,
    memory: Memory = 1000,
    max_bytes: MaxBytes = 50_000_000,
    max_chars: MaxChars = 500_000,
    published: Published = None,
    published_from: PublishedFrom = None,
    language: Language = None,
    country: Country = None,
    entities: Entities = "model",
    romanizer: Romanizer = "table",
    with_text: WithText = False,
    lexicon: LexiconFile = None,
) -> None:
    """Extract a folder of releases into one file of JSON lines, or into tables.

    Lines come in the order of the paths. A document that cannot be read, hangs or takes too much is
    named in the report, and the exit code is then 1; the others are extracted all the same. A run
    that was cut off goes on with --resume.

    [dim]arnlp batch releases/ -o facts.jsonl\n
    arnlp batch releases/ -o facts.jsonl --resume --incremental[/dim]
    """
    from arnlp.faces.batch import Limits, Run, Taken
    from arnlp.faces.batch.sinks import check, format_of, lines_of, report_of
    from arnlp.faces.documents import Options

    try:
        kind = format_of(output, output_format)
        where = errors or report_of(output)
        check(kind)
        options = Options(
            published, language, country, entities, romanizer, with_text,
            tuple(published_from or ("meta",)), max_chars, tables_of(lexicon),
        )  # fmt: skip
        taken = Taken(tuple(include or ()), tuple(exclude or ()), follow_links)
        limits = Limits(timeout, memory, max_bytes)
        lines = lines_of(output, kind)
        how = (jobs, resume, incremental, engine, address, (output, where))
        plan = Run(folder, lines, options, taken, limits, *how)
    except ArnlpError as error:
        stop(error)
    _do(plan, output, kind, where, quiet)


def _do(plan: Run, output: Path, kind: str, where: Path, quiet: bool) -> None:
    """Run a batch, and write its report and its tables."""
    report = _run(plan, quiet)
    _close(plan, report, where, quiet)
    _store(plan.output, output, kind, plan.incremental)
    if report.counts.failed:
        raise typer.Exit(FAILED)


def _run(plan: Run, quiet: bool) -> Report:
    from arnlp.faces.batch import BrokenOff, run
    from arnlp.faces.cli.progress import shown

    try:
        with shown(plan, quiet) as on_progress:
            return run(plan, on_progress)
    except BrokenOff as error:
        complain(f"arnlp: {error}")
        raise typer.Exit(BROKEN_OFF) from None
    except KeyboardInterrupt:
        complain("arnlp: interrupted; what is done is kept: go on with --resume")
        raise typer.Exit(INTERRUPTED) from None
    except (ArnlpError, OSError) as error:
        stop(error)


def _close(plan: Run, report: Report, where: Path, quiet: bool) -> None:
    """Write the report of a batch, and say how it went."""
    from itertools import islice

    from arnlp.faces.batch.journal import Journal
    from arnlp.faces.batch.report import write_report
    from arnlp.faces.batch.settings import Files

    journal = Journal(Files(plan.output).journal, writing=False)
    try:
        write_report(journal, where)
        if quiet:
            return
        for item in islice(journal.failed(), _MOST_TOLD):
            complain(f"{item['source']}: {item['reason']}")
        for item in islice(journal.warned(), _MOST_TOLD):
            complain(f"{item['source']}: {item['warning']}")
        counts = report.counts
        skipped = "".join(
            f"\n  {count:,} skipped: {reason}"
            for reason, count in islice(journal.skipped_by_reason().items(), _MOST_TOLD)
        )
        kept = "".join(
            f", {count:,} of them {how}"
            for count, how in ((report.unchanged, "unchanged"), (report.resumed, "done before"))
            if count
        )
        complain(
            f"{counts.written:,} documents{kept}, {counts.facts:,} facts in "
            f"{spelled(plan.output)}; {counts.failed:,} failed (report: {spelled(where)}){skipped}"
        )
    except OSError as error:
        complain(f"arnlp: the report {spelled(where)} cannot be written: {error.strerror}")
        raise typer.Exit(BROKEN_OFF) from None
    finally:
        journal.close()


def _store(lines: Path, output: Path, kind: str, keep: bool) -> None:
    """Make the tables that were asked for; where that fails, the lines stay."""
    from arnlp.faces.batch.sinks import write

    try:
        write(lines, output, kind, keep)
    except InvalidOption as error:
        stop(error)
    except (ArnlpError, OSError) as error:
        complain(f"arnlp: {spelled(output)} cannot be written: {error}")
        complain(f"arnlp: all is in {spelled(lines)}: 'arnlp convert' makes tables of it")
        raise typer.Exit(BROKEN_OFF) from None
