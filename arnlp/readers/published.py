"""The day on which a page says that its article was published.

Asked in this order: JSON-LD of an article, meta names, what the markup calls published, ``<time>``
and dates beside the headline, the address. What belongs to the site, to a side column, to other
articles, to an event in the text or to an update is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from arnlp.readers.day import day_of
from arnlp.readers.json_ld import day_in_json

# Meta names in lower case, the surest first: of articles in general, Dublin Core and its kin, of
# single systems, and plain words that some systems fill with today.
_META = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "rnews:datepublished", "og:published_time", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate",
    "citation_publication_date", "prism.publicationdate", "dcterms.issued", "dc.date.issued",
    "dcterms.available", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created",
    "publication_date", "publication-date", "publicationdate", "publish_date", "publish-date",
    "publishdate", "published_date", "published-date", "publisheddate", "published", "pubdate",
    "article:post_date", "article_date_original", "article.published", "originalpublicationdate", "release_date",
    "og:release_date", "releasedate", "release-date", "newsdate", "news_date", "news-date",
    "displaydate", "articledate", "article-date", "article:created", "article.created",
    "datecreated", "created", "creation_date", "date",
)  # fmt: skip
_RANK_OF_META = {name: rank for rank, name in enumerate(_META)}
# Names of classes, as parts between hyphens and underscores.
_SITE = re.compile(
    r"clock|top-?bar|header-?top|masthead|today|current-?date|date-?now|now|related|sidebar|side-bar|widget|comments?|event|countdown|menu|nav|ticker|breaking|latest|most-?read|trending|recommended|archive|calendar|also|more-?news|weather|prayer",
    re.I,
)
_UPDATE = re.compile(r"updat|modif|revis|edited|expire", re.I)
_OF_DATES = re.compile(
    r"publish|pub-?date|posted|post-?date|post-?meta|entry-?date|entry-?meta|news-?date|article-?date|release-?date|date-?display|field--name-(?:created|field-date)|field-name-(?:post-date|field-date)|submitted|create|date-?header|timestamp|byline|article-?info|news-?info|cmp-\w+__date|date",
    re.I,
)
_SAYS_UPDATE = re.compile(r"updated|modified|last edited|تحديث|تعديل|mis à jour", re.I)
_SAYS_PUBLISHED = re.compile(r"publish|posted|released|نشر|تاريخ|أضيف|الإصدار|publié", re.I)
_LABEL = re.compile(
    r"(?:date )?(?:published|posted|released)\b|(?:publication|release|publishing) date|date of publication|publié le|تاريخ (?:النشر|الخبر|الإضافة|الإصدار|نشر)|(?:تم النشر|نشر|نشرت|أضيف|أضيفت)(?: في| بتاريخ|:)",
    re.I,
)
_LABELLED = frozenset(("div", "span", "p", "li", "td", "small", "b", "strong", "em", "h5", "h6"))
_OUTSIDE = frozenset(("aside", "nav", "footer", "form"))
_RUNNING = frozenset(("p", "li", "td", "dd", "blockquote", "figcaption", "h1", "h2", "h3", "h4"))
_MOST_BESIDE = 60  # characters beside a day that make what holds it running text
_WORDS_BESIDE = 3  # in a paragraph
_LONG = 80  # a paragraph of the text itself
# Bounds that keep a page of any make linear: what is looked at of an element, above it, and of its kind.
_MOST_TEXT, _MOST_NODES, _DEEPEST, _MOST_MARKED = 400, 60, 100, 100
_ADDRESS_DAY = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


def published_day(tree: LexborHTMLParser, main: LexborNode | None) -> str | None:
    """Return the ISO day of a page, given its tree as it was read and the node of its main text."""
    return day_in_json(tree) or _from_meta(tree) or _from_markup(tree, main) or _from_address(tree)


# -- meta --------------------------------------------------------------------------


def _from_meta(tree: LexborHTMLParser) -> str | None:
    best: tuple[int, str] | None = None
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        rank = _RANK_OF_META.get((name or "").strip().lower())
        if rank is not None and (best is None or rank < best[0]):
            if not _is_outside(node) and (day := day_of(attributes.get("content"))):
                best = rank, day
    return best[1] if best else None


# -- the markup of the page --------------------------------------------------------------------


def _from_markup(tree: LexborHTMLParser, main: LexborNode | None) -> str | None:
    if main is None:
        return None
    places = [main]
    if main.tag != "body":
        places += [h for h in tree.css("header") if h.css_first("h1") and not _inside(h, main)]
        head = main.parent
        if head is not None and head.tag != "body" and not main.css_first("h1"):
            places.append(head)
    for place in places:
        for selector in ("[itemprop~=datePublished]", "time[pubdate]", "abbr.published"):
            for node in place.css(selector)[:_MOST_MARKED]:
                if not _is_outside(node, place) and (day := _day_at(node)):
                    return day
    for place in places:
        if day := _beside_headline(place):
            return day
    return _only_one(tree, main)


def _only_one(tree: LexborHTMLParser, main: LexborNode) -> str | None:
    """Return the one day that a page marks apart from its main text and from what is of the site."""
    found = [
        day
        for node in tree.css("time[datetime]")[:_MOST_MARKED]
        if not _inside(node, main) and not _is_outside(node, tree.body)
        if (day := _day_at(node))
    ]
    return found[0] if len(set(found)) == 1 else None


def _beside_headline(place: LexborNode) -> str | None:
    """Return the first day of a place that is no update, event or running text, before its text."""
    marks = 0
    for node in place.traverse():
        tag = node.tag
        if tag == "p" and len(_own_text(node)) >= _LONG and not node.css_first("time"):
            return _at_foot(place)
        if tag != "time" and not (_OF_DATES.search(_names(node)) or _is_labelled(node)):
            continue
        if (marks := marks + 1) > _MOST_MARKED:
            return None
        marked = tag == "time" or not node.css_first("time")
        if marked and not _is_outside(node, place) and not _in_running_text(node):
            if day := _day_at(node):
                return day
    return None


def _at_foot(place: LexborNode) -> str | None:
    """Return the day below a text that is said to be that of publication."""
    marked = (
        n for n in place.css("time, [class]") if n.tag == "time" or _OF_DATES.search(_names(n))
    )
    for node in islice(marked, _MOST_MARKED):
        around = _own_text(node.parent) if node.parent is not None else ""
        says = f"{_names(node)} {_own_text(node)[:_LONG]} {around[: 2 * _LONG]}"
        if _SAYS_PUBLISHED.search(says) and not _is_outside(node, place):
            if not _in_running_text(node) and (day := _day_at(node)):
                return day
    return None


def _is_labelled(node: LexborNode) -> bool:
    """Tell whether an element says by its own short text that it states the day: Posted on 5 March 2024."""
    if node.tag not in _LABELLED:
        return False
    text = node.text(deep=False).strip()
    return len(text) <= _LONG and _LABEL.match(text) is not None


def _day_at(node: LexborNode) -> str | None:
    """Return the day that an element states: in an attribute, else as its short text."""
    attributes = node.attributes
    for name in ("datetime", "content", "title", "data-date", "data-time"):
        if name in attributes and (day := day_of(attributes[name])):
            return day
    text = _own_text(node)
    if len(text) > 2 * _MOST_BESIDE or _SAYS_UPDATE.search(text):
        return None
    return day_of(text)


def _own_text(node: LexborNode) -> str:
    """Return the text of an element, cut where it is longer than a day with its words can be."""
    parts: list[str] = []
    size = 0
    for number, inner in enumerate(node.traverse(include_text=True)):
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
            size += len(parts[-1])
        if size > _MOST_TEXT or number > _MOST_NODES:
            break
    return " ".join(" ".join(parts).split())


def _ancestors(node: LexborNode | None) -> Iterator[LexborNode]:
    """Yield an element and what it lies in, not without end."""
    for _ in range(_DEEPEST):
        if node is None:
            return
        yield node
        node = node.parent


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def _is_outside(node: LexborNode, place: LexborNode | None = None) -> bool:
    """Tell whether an element lies in what is not the article itself, or tells of an update."""
    for current in _ancestors(node):
        if current.tag in ("body", "html"):
            return False
        if place is not None and current.mem_id == place.mem_id:
            return False
        names = f"{_names(current)} {current.attributes.get('itemprop') or ''}"
        if current.tag in _OUTSIDE or _UPDATE.search(names) or _is_of_site(names):
            return True
        if "startDate" in names or "endDate" in names:
            return True
        if place is None:
            continue
        if current.tag == "article":
            return True  # another article inside this one
        if current.tag == "header" and place.tag == "body" and current.css_first("h1") is None:
            return True
    return False


def _is_of_site(names: str) -> bool:
    return any(
        _SITE.fullmatch(part) for part in re.split(r"[\s_]+|--|-(?!date|now)", names) if part
    )


def _in_running_text(node: LexborNode) -> bool:
    """Tell whether a day stands among other words, as the day of an event does."""
    inner = _own_text(node)
    own, words = len(inner), len(inner.split())
    for current in islice(_ancestors(node), 3):
        if current.tag not in _RUNNING:
            continue
        text = _own_text(current)
        beside = len(text) - own
        said = _SAYS_PUBLISHED.search(text[:_LONG]) is not None
        if _SAYS_UPDATE.search(text[:_LONG]) and not said:
            return True
        if beside > _MOST_BESIDE:
            return True
        return current.tag == "p" and not said and len(text.split()) - words >= _WORDS_BESIDE
    return False


def _inside(node: LexborNode, place: LexborNode) -> bool:
    return any(above.mem_id == place.mem_id for above in _ancestors(node))


def _from_address(tree: LexborHTMLParser) -> str | None:
    for selector, attribute in (
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
    ):
        node = tree.css_first(selector)
        address = node.attributes.get(attribute) if node is not None else None
        if address and (found := _ADDRESS_DAY.search(address)):
            return day_of("-".join(found.groups()))
    return None
