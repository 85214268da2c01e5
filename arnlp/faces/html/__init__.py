"""Pages: a release with its text marked and its facts, in a notebook, in a file, or among others.

``marks`` says what is marked, ``sources`` which lines are shown, ``lines`` how marks nest in them,
``sides`` which way they run, ``rows`` what the table of facts says, ``inert`` what no text may do
to a page, ``render`` brings it into the templates. How it looks and works: HTML.md beside this.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from arnlp.faces.html.cards import card
from arnlp.faces.html.render import article, asset, environment

if TYPE_CHECKING:
    from arnlp.model.base import Model
    from arnlp.model.release import Release

__all__ = ["html_of", "to_html", "to_page"]


def to_html(text: str, release: Release) -> str:
    """Return a self-contained piece of HTML: the text with its mentions marked, and what was found.

    Each line runs in its own direction; a mark tells its value to the pointer and to the keyboard;
    facts lead into the text and back. ``text`` is the one that ``release`` was extracted from, else
    InvalidOption is raised.

    >>> from arnlp import extract
    >>> text = "بلغ العدد 62 جهة"
    >>> page = to_html(text, extract(text))
    >>> '<p class="body" dir="rtl" lang="ar">' in page, 'class="m quantity"' in page
    (True, True)
    """
    return _piece(release, text)


def to_page(
    release: Release | Iterable[tuple[Release, str | None]],
    text: str | None = None,
    *,
    title: str | None = None,
    back: str | None = None,
) -> str:
    """Return a page of HTML, of one release or of several given with their texts.

    It asks the network for nothing. ``text`` is the one that the release was extracted from: where
    it is not given and not at hand, the page shows what the release quotes of it. ``title`` names
    the page, ``back`` is a link to where it is listed.

    >>> from arnlp import extract
    >>> to_page(extract("5 ports")).startswith("<!DOCTYPE html>")
    True
    """
    from arnlp.model.release import Release

    given = [(release, text)] if isinstance(release, Release) else list(release)
    several = len(given) != 1
    articles = []
    for number, (one, its_text) in enumerate(given):
        uid, its_title, html = article(one, _text_of(one, its_text), 2 if several else 1, number)
        articles.append({"uid": uid, "title": its_title, "html": html})
    name = title or (f"{len(articles)} releases" if several else articles[0]["title"])
    return (
        environment()
        .get_template("page.html")
        .render(
            title=name, css=asset("style.css") + asset("page.css"), script=asset("page.js"),
            articles=articles, several=several, back=back,
        )
    )  # fmt: skip


def html_of(part: Model) -> str:
    """Return how a release or a part of one shows itself in a notebook.

    >>> from arnlp import quantities
    >>> "62" in html_of(quantities("62 جهة")[0])
    True
    """
    from arnlp.model.release import Release

    if isinstance(part, Release):
        return _piece(part, _text_of(part, None))
    return f"<style>{asset('style.css')}</style>{card(part)}"


def _piece(release: Release, text: str | None) -> str:
    html = article(release, text, 3)[2]
    return f"<style>{asset('style.css')}</style>{html}"


def _text_of(release: Release, text: str | None) -> str | None:
    """Return the text of a release: the one given, the one it was extracted from, or the one it carries."""
    if text is not None:
        return text
    if release.source_text is not None:
        return release.source_text
    carried = getattr(release.document, "text", None)
    return carried if isinstance(carried, str) else None
