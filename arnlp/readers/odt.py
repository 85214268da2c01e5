"""OpenDocument texts (odt, ott): paragraphs, headings, rows of tables, notes; title and day of making."""

from __future__ import annotations

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Document
from arnlp.readers.limits import Limits
from arnlp.readers.packages import Package
from arnlp.readers.paragraphs import Paragraphs
from arnlp.readers.properties import Properties, document_of
from arnlp.readers.xml_parts import walk

_BULLET = "- "
_PARAGRAPHS = frozenset(("text:p", "text:h"))
_UNSEEN = frozenset(
    ("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text",
     "office:forms", "draw:object", "draw:object-ole", "office:binary-data", "text:hidden-text",
     "text:hidden-paragraph", "text:index-title-template", "text:variable-decls",
     "text:sequence-decls", "text:user-field-decls")
)  # fmt: skip
_ROWS = frozenset(("table:table-row",))
_CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}


def read_odt(data: bytes, source: str, limits: Limits) -> Document:
    """Return the text of an OpenDocument text, its title and the day on which it was made.

    Text in headers and footers is left out. Raises UnreadableDocument for a damaged file.
    """
    package = Package(data, source, limits)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise UnreadableDocument(source, "it is encrypted: save it without a password")
    paragraphs = Paragraphs(source, limits)
    body = _Body(paragraphs)
    walk(package.open("content.xml"), body, source, "content.xml")
    properties = Properties.of(package, "meta.xml")
    return document_of(paragraphs, body, properties, source, "odt")


class _Body:
    """Reads the paragraphs of content.xml."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self.title: str | None = None
        self.heading: str | None = None
        self._paragraphs = paragraphs
        self._parents: dict[str, str] = {}  # the style that an automatic style is made of
        self._unseen = 0
        self._styles: list[str] = []  # of the paragraphs that are open
        self._in_item = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of what begins."""
        if self._unseen or name in _UNSEEN:
            self._unseen += 1
        elif name in _PARAGRAPHS:
            self._paragraphs.begin()
            self._styles.append(self._style(name, attributes))
        elif name in _SIGNS:
            self._paragraphs.add(_SIGNS[name])
        elif name == "text:s":
            self._paragraphs.add(" ")  # a run of spaces is read as one
        elif name == "text:list-item":
            self._in_item += 1
        elif name == "text:note-body":
            self._paragraphs.begin_note()
        elif name == "style:style":
            style = attributes.get("style:parent-style-name", "")
            self._parents[attributes.get("style:name", "")] = style
        elif name == "table:table":
            self._paragraphs.begin_table()
        elif name in _ROWS:
            self._paragraphs.begin_row()
        elif name in _CELLS:
            self._paragraphs.begin_cell()

    def _style(self, name: str, attributes: dict[str, str]) -> str:
        if name == "text:h":
            return "heading" if attributes.get("text:outline-level", "1") == "1" else "subheading"
        style = attributes.get("text:style-name", "")
        return self._parents.get(style, style).lower()

    def end(self, name: str) -> None:
        """Take note of what ends."""
        if self._unseen:
            self._unseen -= 1
        elif name in _PARAGRAPHS:
            self._finish()
        elif name == "text:list-item":
            self._in_item -= 1
        elif name == "text:note-body":
            self._paragraphs.end_note()
        elif name in _ROWS:
            self._paragraphs.end_row()
        elif name == "table:table":
            self._paragraphs.end_table()

    def text(self, data: str) -> None:
        """Take the characters of a paragraph; line ends are only how the XML is laid out."""
        if self._styles and not self._unseen:
            self._paragraphs.add(data.replace("\n", " "))

    def _finish(self) -> None:
        style = self._styles.pop()
        text = self._paragraphs.finish(
            _BULLET if self._in_item and not style.endswith("heading") else ""
        )
        if text and style == "title" and self.title is None:
            self.title = " ".join(text.split())
        elif text and style == "heading" and self.heading is None:
            self.heading = " ".join(text.split())
