"""Which part of a page is its article: what else stands there is taken out, by tag, name and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOISE = (
    "script, style, noscript, template, nav, header, footer, aside, form, button, iframe, svg, figcaption, "
    "select, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], "
    "[role=complementary], [role=dialog]"
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NAMED = "[class], [id]"
_NEVER = frozenset(("html", "body", "main", "h1", "tr", "tbody"))
_LINKED = "ul, ol, td, div, p, center, section"
_READINGS = 30  # of the whole page, that measuring its parts may cost
_LEAST_MAIN = 200  # characters below which a main element without a headline is not believed
_LEAST_ARTICLE = 40
_SHORT = 120  # characters of a line that tells who wrote and when
_LARGEST_SHARE = 0.6  # of the text of a page, which no name takes out
_LINK_SHARE = 0.65  # of its text that a menu has in links
_LEAST_LINKS = 2
_MOST_BESIDE_LINKS = 60
_MOST_CANDIDATES = 2000


@cache
def _names() -> dict[str, frozenset[str]]:
    rows = files("arnlp.readers").joinpath("page_parts.tsv").read_text("utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for row in rows:
        if row and not row.startswith(("#", "kind\t")):
            kind, names = row.split("\t")
            found.setdefault(kind, set()).update(names.split("|"))
    return {kind: frozenset(names) for kind, names in found.items()}


def clean(tree: LexborHTMLParser, has_day: bool) -> None:
    """Take out of a page what is not its article; ``has_day`` lets lines of days go, as it is known."""
    _drop(
        node
        for node in tree.css(_NOISE)
        if not (node.tag == "header" and node.css_first("h1") is not None)  # that of the article
    )
    body = tree.body
    if body is None:
        return
    _drop(n for n in body.css("[style]") if _UNSEEN.search(n.attributes.get("style") or ""))
    sizes = _Sizes(_size(body))
    _drop(node for node in body.css(_NAMED) if _is_other(node, sizes, has_day))
    _drop(node for node in body.css(_LINKED)[:_MOST_CANDIDATES] if _is_menu(node, sizes))


def _drop(nodes: Iterator[LexborNode]) -> None:
    """Take out elements, each with all that is in it: none is looked at after it is gone."""
    found = list(nodes)
    gone = {node.mem_id for node in found}
    outermost = [node for node in found if not any(n.mem_id in gone for n in _above(node))]
    for node in outermost:
        node.decompose()


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


class _Sizes:
    """How many characters elements hold, as long as measuring them costs no more than a few readings."""

    def __init__(self, whole: int) -> None:
        self.most = _LARGEST_SHARE * whole
        self._left = _READINGS * max(whole, 1000)

    def of(self, node: LexborNode) -> float:
        """Return the size of an element, endless where too much was measured."""
        if self._left <= 0:
            return float("inf")
        size = _size(node)
        self._left -= size
        return size


def _is_other(node: LexborNode, sizes: _Sizes, has_day: bool) -> bool:
    """Tell whether an element is called what no article is."""
    if node.tag in _NEVER or (kind := _kind_of(node)) is None:
        return False
    if kind == "short":
        return has_day and sizes.of(node) <= _SHORT
    return sizes.of(node) <= sizes.most


def _is_menu(node: LexborNode, sizes: _Sizes) -> bool:
    """Tell whether an element is little more than links."""
    links = node.css("a")
    if len(links) < _LEAST_LINKS:
        return False
    size, linked = sizes.of(node), sum(sizes.of(link) for link in links)
    return linked >= _LINK_SHARE * size and size - linked <= _MOST_BESIDE_LINKS


def _kind_of(node: LexborNode) -> str | None:
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    for name in re.split(r"[\s_]+|--", names)[:20]:
        bare = re.sub(
            r"^(?:field-name|field|block|region|view|news|post|article|entry|page)-", "", name
        )
        for kind, known in _names().items():
            if name in known or bare in known:
                return kind
            if kind == "always" and any(part in known for part in _ends(name)):
                return kind
    return None


def _ends(name: str) -> list[str]:
    """Return the first part of a name and the last one, where it has hyphens."""
    parts = name.split("-")
    return [f"{parts[0]}-{parts[1]}", "-".join(parts[-2:]), parts[-1]] if len(parts) > 1 else []


def _size(node: LexborNode) -> int:
    return len(node.text(deep=True, strip=True))


def main_of(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the element that holds the article: by its meaning, else the whole body."""
    for node in tree.css("[itemprop~=articleBody]"):
        if _size(node) >= _LEAST_MAIN / 2:
            return node
    articles = tree.css("article")
    for node in articles[:_MOST_CANDIDATES]:
        if node.css_first("h1") is not None and _size(node) >= _LEAST_ARTICLE:
            return node
    for node in tree.css("main, [role=main]"):
        if node.css_first("h1") is not None and _size(node) >= _LEAST_ARTICLE:
            return node
    for selector in ("article", "main", "[role=main]"):
        for node in tree.css(selector):
            if _size(node) >= _LEAST_MAIN:
                return node
    return tree.body
