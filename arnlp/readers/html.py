"""Web pages: the main text with its paragraphs, the title and the date of publication."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Caveat, Document
from arnlp.readers.decode import decode, unify_line_ends
from arnlp.readers.limits import NO_LIMITS, Limits
from arnlp.readers.main_text import clean, main_of
from arnlp.readers.nesting import check_nesting
from arnlp.readers.published import published_day

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)""", re.I)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "pre",
        "dd",
        "dt",
        "dl",
        "address",
    ]
)
_CELLS = frozenset(("td", "th"))
_SPACES = re.compile(r"[ \t\n\r\f]+")


def read_html(
    data: bytes, source: str, limits: Limits = NO_LIMITS, declared: str | None = None
) -> Document:
    """Return the main text of a page, its title and the day that it says it was published.

    ``declared`` is the encoding that its bearer gives for it. Raises UnreadableDocument for a page
    without text, and for one nested so deep that only a bomb is.

    >>> page = b"<title>T</title><nav>menu</nav><p>One <b>two</b></p><p>Three</p>"
    >>> document = read_html(page, "a.html")
    >>> document.text, document.title
    ('One two\\n\\nThree', 'T')
    """
    limits.check_markup(len(data), source)
    if declared is None and (named := _CHARSET.search(data[:4096])):
        declared = named.group(1).decode("ascii")
    decoded = decode(data, source, declared)
    check_nesting(decoded.text, source)
    tree = LexborHTMLParser(decoded.text)
    title = _title(tree)
    published = published_day(tree, main_of(tree))
    clean(tree, has_day=published is not None)
    body = unify_line_ends(_text_of(main_of(tree)))
    if not body:
        raise UnreadableDocument(source, "the page holds no text")
    limits.check_chars(len(body), source)
    return Document(
        text=body, source=source, title=title, published=published, encoding=decoded.encoding,
        format="html", warnings=[Caveat(code=w.code, message=w.message) for w in decoded.warnings],
    )  # fmt: skip


def read_fragment(markup: str, source: str) -> str:
    """Return the text of a piece of markup, as feeds and records hold it.

    >>> read_fragment("<p>One</p><p>Two</p>", "a.json")
    'One\\n\\nTwo'
    """
    check_nesting(markup, source)
    tree = LexborHTMLParser(markup)
    for node in tree.css("script, style, noscript, template, iframe, svg"):
        node.decompose()
    return unify_line_ends(_text_of(tree.body))


def _text_of(root: LexborNode | None) -> str:
    """Return the text of a node: one paragraph a block, cells of a row parted by spaces."""
    if root is None:
        return ""
    paragraphs: list[str] = [""]
    for node in root.traverse(include_text=True):
        tag = node.tag
        if tag == "-text":
            paragraphs[-1] += node.text_content or ""
        elif tag == "br" or tag in _BLOCKS or _closes_block(node):
            paragraphs.append("")
        elif tag in _CELLS:
            paragraphs[-1] += " "
        if node.next is None or node.next.tag in _BLOCKS:
            parent = node.parent
            if tag == "-text" and parent is not None and _ends_block(node):
                paragraphs.append("")
    kept = [line for line in (_SPACES.sub(" ", part).strip() for part in paragraphs) if line]
    return "\n\n".join(kept)


def _closes_block(node: LexborNode) -> bool:
    previous = node.prev
    return previous is not None and previous.tag in _BLOCKS


def _ends_block(node: LexborNode) -> bool:
    """Tell whether a text is the last of the block that it lies in."""
    current: LexborNode | None = node
    while current is not None and current.next is None:
        current = current.parent
        if current is not None and current.tag in _BLOCKS:
            return True
    return current is not None and current.next is not None and current.next.tag in _BLOCKS


def _title(tree: LexborHTMLParser) -> str | None:
    meta = tree.css_first("meta[property='og:title']")
    if meta is not None and (content := meta.attributes.get("content")):
        return content.strip() or None
    for selector in ("h1", "title"):
        node = tree.css_first(selector)
        if node is not None and (text := _SPACES.sub(" ", node.text(deep=True)).strip()):
            return text
    return None
