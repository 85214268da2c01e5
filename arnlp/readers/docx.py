"""Word files (docx, docm, dotx): paragraphs, headings, rows of tables, notes; title and day of making.

The parts are walked as they are stored, one pass each: what is in content controls, text boxes and
tracked changes is then read as Word shows it, and a part is never held as a tree.
"""

from __future__ import annotations

import posixpath

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Document
from arnlp.readers.limits import Limits
from arnlp.readers.packages import Package
from arnlp.readers.paragraphs import Paragraphs
from arnlp.readers.properties import Properties, document_of
from arnlp.readers.xml_parts import walk

_BULLET = "- "
_OFF = frozenset(("0", "false", "off"))
_NO_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
# What Word does not show: deletions, the place that a text was moved from, what old programs see.
_UNSEEN = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:annotationRef"))
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_TITLES = ("title",)
_HEADINGS = ("heading 1",)


def read_docx(data: bytes, source: str, limits: Limits) -> Document:
    """Return the text of a Word file, its title and the day on which it was made.

    Text in headers and footers is left out. Raises UnreadableDocument for a damaged file.
    """
    package = Package(data, source, limits)
    main = _main_part(package)
    styles = _Styles()
    folder = posixpath.dirname(main)
    if (part := f"{folder}/styles.xml") in package:
        walk(package.open(part), styles, source, part)
    paragraphs = Paragraphs(source, limits)
    body = _Body(paragraphs, styles.names)
    walk(package.open(main), body, source, main)
    for name in ("footnotes", "endnotes"):
        if (part := f"{folder}/{name}.xml") in package:
            paragraphs.begin_note()
            walk(package.open(part), _Body(paragraphs, {}), source, part)
            paragraphs.end_note()
    properties = Properties.of(package, "docProps/core.xml")
    return document_of(paragraphs, body, properties, source, "docx")


def _main_part(package: Package) -> str:
    """Return the name of the part that holds the text, as the archive tells it."""
    relations = _Relations()
    walk(package.open("_rels/.rels"), relations, package.source, "_rels/.rels")
    for name in (relations.main, "word/document.xml"):
        if name and name in package:
            return name
    raise UnreadableDocument(package.source, "it has no main part: cut short or damaged")


class _Relations:
    """Finds the main part among the relations of an archive."""

    def __init__(self) -> None:
        self.main: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/officeDocument") and self.main is None:
            self.main = posixpath.normpath(attributes.get("Target", "").lstrip("/"))

    def end(self, name: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass


class _Styles:
    """The names of the styles of paragraphs by their ids, in lower case."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._id = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:style":
            self._id = attributes.get("w:styleId", "")
        elif name == "w:name" and self._id:
            self.names.setdefault(self._id, attributes.get("w:val", "").lower())

    def end(self, name: str) -> None:
        if name == "w:style":
            self._id = ""

    def text(self, data: str) -> None:
        pass


class _Body:
    """Reads the paragraphs of the main part or of the notes."""

    def __init__(self, paragraphs: Paragraphs, styles: dict[str, str]) -> None:
        self.title: str | None = None
        self.heading: str | None = None
        self._paragraphs, self._styles = paragraphs, styles
        self._unseen = 0  # how many open elements hide what is in them
        self._is_text = False
        self._is_hidden = False
        self._in_run = False  # elsewhere a tab is only a stop
        self._open: list[dict[str, str]] = []  # style and numbering of the paragraphs that are open

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of what begins."""
        if self._unseen or name in _UNSEEN or attributes.get("w:type") in _NO_NOTES:
            self._unseen += 1
        elif name in ("w:t", "m:t"):
            self._is_text = not self._is_hidden
        elif name == "w:p":
            self._open.append({})
            self._paragraphs.begin()
        elif name == "w:r":
            self._in_run, self._is_hidden = True, False
        elif name == "w:vanish":
            self._is_hidden = attributes.get("w:val", "1") not in _OFF
        elif name in ("w:pStyle", "w:numId") and self._open:
            self._open[-1][name] = attributes.get("w:val", "")
        elif name == "w:tbl":
            self._paragraphs.begin_table()
        elif name == "w:tr":
            self._paragraphs.begin_row()
        elif name == "w:tc":
            self._paragraphs.begin_cell()
        elif name in _SIGNS and self._in_run and not self._is_hidden:
            self._paragraphs.add(_SIGNS[name])

    def end(self, name: str) -> None:
        """Take note of what ends."""
        if self._unseen:
            self._unseen -= 1
        elif name in ("w:t", "m:t"):
            self._is_text = False
        elif name == "w:p":
            self._finish()
        elif name == "w:r":
            self._in_run = self._is_hidden = False
        elif name == "w:tr":
            self._paragraphs.end_row()
        elif name == "w:tbl":
            self._paragraphs.end_table()

    def text(self, data: str) -> None:
        """Take the characters of a run."""
        if self._is_text and not self._unseen:
            self._paragraphs.add(data)

    def _finish(self) -> None:
        properties = self._open.pop()
        numbered = properties.get("w:numId", "0") != "0"
        text = self._paragraphs.finish(_BULLET if numbered else "")
        style = self._styles.get(properties.get("w:pStyle", ""), "")
        if text and style in _TITLES and self.title is None:
            self.title = " ".join(text.split())
        elif text and style in _HEADINGS and self.heading is None:
            self.heading = " ".join(text.split())
