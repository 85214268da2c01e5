"""A corpus as a folder of pages: an index with charts and filters, and a page a release.

``collect`` reads the results and keeps what the index needs of each, ``charts`` counts, and here
the pages are written. What the index can: HTML.md, two folders up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from arnlp.faces.html import to_page
from arnlp.faces.html.render import asset, environment, uid_of
from arnlp.faces.html.sides import side_of
from arnlp.faces.report.charts import charts_of
from arnlp.faces.report.collect import Corpus, releases_in
from arnlp.model.errors import ArnlpError, InvalidOption
from arnlp.model.release import Release
from arnlp.model.sources import spelled

__all__ = ["Outcome", "write_report"]

_MARK = '<meta name="generator" content="arnlp report">'
_PAGE = re.compile(r"\d{5,}\.html")


@dataclass(slots=True)
class Outcome:
    """How a report went: its index, how many releases it lists, and what could not be shown, with reasons."""

    index: Path
    releases: int = 0
    facts: int = 0
    failed: list[str] = field(default_factory=list)
    without_text: int = 0


def write_report(
    results: Path,
    output: Path,
    *,
    texts: Path | None = None,
    title: str = "Releases",
    on_done: Callable[[int], object] | None = None,
) -> Outcome:
    """Write a folder of pages over a file of JSON lines, as ``arnlp batch`` writes it.

    ``texts`` is the folder that the releases were read from: with it their pages show the whole
    text, without it what the results quote. Lines that are no results are named in the outcome and
    left out. An older report in the folder is replaced; a folder with anything else is refused with
    InvalidOption. The index is written last. ``on_done`` is called with the number of pages so far.
    """
    pages = _folder_for(output)
    corpus = Corpus()
    outcome = Outcome(output / "index.html")
    for line, release in releases_in(results):
        if isinstance(release, str):
            outcome.failed.append(f"{spelled(results)}:{line}: {release}")
            continue
        number = outcome.releases + 1
        name = f"{number:05}.html"
        text = _text_of(release, texts)
        page = _page(release, text)
        if page is None:  # the file is no longer what was read
            text, page = None, to_page(release, back="../index.html")
        outcome.without_text += text is None and release.source_text is None
        (pages / name).write_text(page, "utf-8")
        corpus.add(release, f"releases/{name}", uid_of(release))
        outcome.releases = number
        outcome.facts += len(release.facts)
        if on_done is not None:
            on_done(number)
    outcome.index.write_text(_index(corpus, title), "utf-8")
    return outcome


def _page(release: Release, text: str | None) -> str | None:
    try:
        return to_page(release, text, back="../index.html")
    except InvalidOption:
        return None


def _folder_for(output: Path) -> Path:
    """Return the folder of the pages, made or emptied of those of an older report."""
    index = output / "index.html"
    if output.is_dir() and any(output.iterdir()):
        if not (index.is_file() and _MARK in index.read_text("utf-8", "replace")[:1000]):
            raise InvalidOption("output", spelled(output), "an empty folder, or one with a report")
    elif output.exists() and not output.is_dir():
        raise InvalidOption("output", spelled(output), "a folder")
    pages = output / "releases"
    pages.mkdir(parents=True, exist_ok=True)
    index.unlink(missing_ok=True)
    index.write_text(_MARK, "utf-8")  # what was begun may be begun again
    for page in pages.iterdir():
        if _PAGE.fullmatch(page.name):
            page.unlink()
    return pages


def _text_of(release: Release, texts: Path | None) -> str | None:
    """Return the text of a release by its source below a folder, null where it is not there."""
    source = release.document.source
    if texts is None or not source:
        return None
    try:
        path = (texts / source).resolve()
        if not path.is_relative_to(texts.resolve()) or not path.is_file():
            return None
        from arnlp.readers import read

        return read(path).text
    except (ArnlpError, OSError, ValueError):
        return None


def _index(corpus: Corpus, title: str) -> str:
    from markupsafe import Markup

    # Within a script element only these could end it or begin a comment.
    data = json.dumps(corpus.data(), ensure_ascii=True, separators=(",", ":"))
    data = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    template = environment().get_template("report/index.html")
    return template.render(
        title=title, title_side=side_of(title), corpus=corpus, charts=charts_of(corpus),
        data=Markup(data), mark=Markup(_MARK),
        css=asset("page.css") + asset("report/index.css"), script=asset("report/index.js"),
    )  # fmt: skip
