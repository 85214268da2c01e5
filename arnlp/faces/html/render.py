"""Templates and what they are given: a release as a piece of HTML or a page, a mention as a card."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from arnlp.faces.html.inert import finalize
from arnlp.faces.html.lines import lines_of
from arnlp.faces.html.marks import KINDS, Item, Mark, is_sound, marks_of
from arnlp.faces.html.rows import rows_of
from arnlp.faces.html.sides import side_of
from arnlp.faces.html.sources import lines_of_quoted, lines_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment

    from arnlp.model.release import Release

_MOST_MENTIONS = 20


@cache
def environment() -> Environment:
    """Return the templates: everything that they print is escaped and inert.

    jinja2 is loaded only here, so that what shows no page does not wait for it.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("arnlp.faces.html", "templates"), autoescape=True, finalize=finalize,
        undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=False,
    )  # fmt: skip


def asset(name: str) -> Any:
    """Return a style sheet or a script of our own as markup, by its path below the templates."""
    from markupsafe import Markup

    return Markup(files("arnlp.faces.html").joinpath("templates", name).read_text("utf-8"))


def article(
    release: Release, text: str | None, level: int, number: int = 0
) -> tuple[str, str, Any]:
    """Return the id, the title and the markup of a release, headings from ``level`` on.

    ``number`` keeps apart what is shown twice on a page. Without its text the page shows what the release quotes of it.
    """
    from markupsafe import Markup

    found = release.model_dump(mode="json")
    marks = marks_of(found)
    sources = lines_of_quoted(found, marks) if text is None else lines_of_text(text, found, marks)
    info = found["document"]
    title = info["title"] or info["source"] or info["id"]
    uid = uid_of(release, number)
    html = environment().get_template("release.html").render(
        uid=uid, level=level, title=title, title_side=side_of(title), about=list(_about(info)),
        legend=_legend(marks), lines=lines_of(sources, marks), whole=text is not None,
        rows=list(rows_of(found)), quotes=list(_quotes(found)), entities=list(_entities(found)),
        warnings=_warnings(found, text),
    )  # fmt: skip
    return uid, title, Markup(html)


def uid_of(release: Release, number: int = 0) -> str:
    """Return what the ids of a release on a page begin with: the same for the same release."""
    told = repr((release.document.id, release.document.title, number))
    return "r" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:8]


def _about(info: Item) -> Iterator[tuple[str, str]]:
    dateline = info["dateline"] or {}
    told = {
        "source": info["source"], "published": info["published"], "country": info["country"],
        "language": info["language"], "place": dateline.get("place"), "agency": dateline.get("agency"),
    }  # fmt: skip
    yield from ((name, value) for name, value in told.items() if value)


def _legend(marks: Sequence[Mark]) -> list[tuple[str, str, int]]:
    """Return the kinds that a page marks, what they are called, and how many there are."""
    counts = dict.fromkeys(KINDS, 0)
    for mark in marks:
        if mark.kind is not None:
            counts[mark.kind] += 1
    return [(kind, KINDS[kind], count) for kind, count in counts.items() if count]


def _quotes(found: Item) -> Iterator[Item]:
    names = {entity["id"]: entity["name"] for entity in found["entities"]}
    for quote in found["quotes"]:
        speaker = names.get(quote["speaker"] or "")
        yield {
            **quote, "side": side_of(quote["text"]), "speaker": speaker,
            "speaker_side": side_of(speaker or ""), "anchor": _anchor(quote),
        }  # fmt: skip


def _entities(found: Item) -> Iterator[Item]:
    for entity in found["entities"]:
        names = entity["names"]
        side = side_of(entity["name"])
        other = names[side.other.lang]
        anchors = [anchor for mention in entity["mentions"] if (anchor := _anchor(mention))]
        yield {
            **entity, "side": side, "other": other, "other_side": side_of(other or ""),
            "origin": names["origin"] or "", "anchors": anchors[:_MOST_MENTIONS],
            "more": len(anchors[_MOST_MENTIONS:]),
        }  # fmt: skip


def _anchor(part: Item) -> str | None:
    return f"{part['start']}-{part['end']}" if is_sound(part) else None


def _warnings(found: Item, text: str | None) -> list[Item]:
    """Return the warnings with the characters that they are about."""
    return [
        {
            **one,
            "text": text[one["start"] : one["end"]][:80]
            if text is not None and one["start"] is not None and one["end"] is not None
            else None,
        }
        for one in found["warnings"]
    ]
