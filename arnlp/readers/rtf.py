"""Rich Text Format: paragraphs, rows of tables, notes; title and day of making.

Words of control are read in one pass; a group that holds no text of the document is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Document
from arnlp.readers.limits import Limits
from arnlp.readers.paragraphs import Paragraphs
from arnlp.readers.properties import title_of
from arnlp.readers.rtf_words import CHARSETS, CODE_PAGES, SIGNS, UNSEEN

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\(.)|([{}])|([^\\{}\r\n]+)", re.S
)
_DEEPEST = 2000
_BULLET = "- "


@dataclass(slots=True)
class _State:
    """What holds within a group."""

    font: int | None = None
    skip: int = 1  # characters that stand for old programs behind one in Unicode
    is_seen: bool = True
    into: str = ""  # what the text of the group belongs to, "" for the document itself
    is_new: bool = True  # nothing stood in the group so far


def read_rtf(data: bytes, source: str, limits: Limits) -> Document:
    r"""Return the text of an RTF file, its title and the day on which it was made.

    >>> read_rtf(rb"{\rtf1\ansi One \b two\b0\par \u1583?\u1576?\u1610?}", "a.rtf", Limits()).text
    'One two\n\nدبي'
    """
    limits.check_markup(len(data), source)
    reader = _Reader(source, limits)
    reader.read(data[data.find(b"{") :])
    text = reader.paragraphs.joined()
    if not text.strip():
        raise UnreadableDocument(source, "the document holds no text")
    return Document(
        text=text, source=source, title=title_of(reader.info.get("title")), created=reader.created(),
        encoding=reader.encoding, format="rtf",
    )  # fmt: skip


class _Reader:
    """Walks over the control words of a file."""

    def __init__(self, source: str, limits: Limits) -> None:
        self.paragraphs = Paragraphs(source, limits)
        self.info: dict[str, str] = {}
        self.encoding = "cp1252"
        self._source = source
        self._fonts: dict[int, str] = {}
        self._state = _State()
        self._groups: list[_State] = []
        self._to_skip = 0
        self._high = ""  # the first half of a character in two
        self._is_item = self._in_row = self._in_cell = False
        self._created: dict[str, int] = {}
        self.paragraphs.begin()

    def created(self) -> str | None:
        """Return the ISO day on which the file was made."""
        year, month, day = (self._created.get(key, 0) for key in ("yr", "mo", "dy"))
        return f"{year:04}-{month:02}-{day:02}" if 1980 <= year <= 2200 and month and day else None

    def read(self, data: bytes) -> None:
        """Read a whole file, or what there is of one that was cut."""
        position = 0
        while found := _TOKEN.search(data, position):
            position = found.end()
            word, number, codes, sign, brace, chars = found.groups()
            if word is not None:
                position += self._word(word.decode("ascii"), int(number) if number else None)
            elif codes is not None:
                self._bytes(bytes.fromhex(codes.decode("ascii").replace("\\'", "")))
            elif sign is not None:
                self._sign(sign)
            elif brace == b"{":
                self._begin()
            elif brace == b"}":
                if not self._groups:
                    break
                self._end()
            else:
                self._bytes(chars)
        while self._groups:
            self._end()
        self._paragraph()
        self._end_table()

    def _begin(self) -> None:
        if len(self._groups) > _DEEPEST:
            raise UnreadableDocument(self._source, f"it is nested more than {_DEEPEST} deep")
        self._groups.append(self._state)
        self._state = replace(self._state, is_new=True)
        self._to_skip = 0

    def _end(self) -> None:
        ended, self._state = self._state, self._groups.pop()
        self._to_skip = 0
        if ended.into == "note" and self._state.into != "note":
            self.paragraphs.finish()
            self.paragraphs.end_note()

    def _word(self, word: str, number: int | None) -> int:
        """Take a word of control; return how many bytes of data follow it that are no text."""
        state = self._state
        is_first, state.is_new = state.is_new, False
        if word == "bin":
            return max(0, number or 0)
        if word in UNSEEN:
            state.is_seen = False
        elif word in ("info", "fonttbl", "title", "creatim"):
            state.into = word
        elif word in ("footnote", "endnote") and state.is_seen and is_first:
            state.into = "note"
            self.paragraphs.begin_note()
            self.paragraphs.begin()
        elif word == "f":
            state.font = number
        elif word == "fcharset" and state.into == "fonttbl" and state.font is not None:
            self._fonts[state.font] = CHARSETS.get(number or 0, "")
        elif word in ("ansicpg", "mac", "pc", "pca"):
            self.encoding = CODE_PAGES.get(number or word, self.encoding)
        elif word == "uc":
            state.skip = max(0, min(number or 0, 8))
        elif word == "u" and number is not None:
            self._unicode(number % 0x10000)
            self._to_skip = state.skip
        elif word in ("yr", "mo", "dy") and state.into == "creatim":
            self._created[word] = number or 0
        elif word in ("v", "deleted"):
            state.is_seen = state.is_seen and number == 0
        elif state.is_seen and state.into in ("", "note"):
            self._layout(word)
        return 0

    def _layout(self, word: str) -> None:
        """Take a word that parts the text: ends of paragraphs, cells and rows."""
        if word in SIGNS:
            self._text(SIGNS[word])
        elif word in ("par", "sect", "page", "column"):
            self._paragraph()
        elif word == "pard":
            self._is_item = False
        elif word in ("ls", "pn"):
            self._is_item = True
        elif word in ("intbl", "trowd"):
            self._in_row = True
        elif word in ("cell", "nestcell"):
            self._cell()
            self.paragraphs.finish()
            self.paragraphs.begin()
            self._in_cell = False
        elif word == "row":
            self.paragraphs.end_row()
            self._in_row = self._in_cell = False

    def _cell(self) -> None:
        if not self._is_table:
            self.paragraphs.begin_table()
            self._is_table = True
        if not self._in_cell:
            self.paragraphs.begin_cell()
            self._in_cell = True

    _is_table = False

    def _paragraph(self) -> None:
        if self._in_row and self._state.into != "note":
            self._cell()
        else:
            self._end_table()
        self.paragraphs.finish(_BULLET if self._is_item and not self._in_row else "")
        self.paragraphs.begin()

    def _end_table(self) -> None:
        if self._is_table and not self._in_row:
            self.paragraphs.end_table()
            self._is_table = False

    def _sign(self, sign: bytes) -> None:
        self._state.is_new = False
        if sign == b"*":
            self._state.is_seen = False
        elif sign in (b"\n", b"\r"):
            self._paragraph()
        else:
            self._text({b"~": "\xa0", b"_": "-", b"-": ""}.get(sign, sign.decode("latin-1")))

    def _unicode(self, code: int) -> None:
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        pair = (self._high + chr(code)).encode("utf-16-le", "surrogatepass")
        self._high = ""
        self._text(pair.decode("utf-16-le", "replace"))

    def _bytes(self, data: bytes) -> None:
        self._state.is_new = False
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if data:
            font = self._fonts.get(self._state.font) if self._state.font is not None else None
            self._text(data.decode(font or self.encoding, "replace"))

    def _text(self, text: str) -> None:
        if not self._state.is_seen:
            return
        into = self._state.into
        if into in ("", "note"):
            self.paragraphs.add(text)
        elif into == "title":
            self.info["title"] = (self.info.get("title", "") + text)[:1000]
