"""The day of publication in the JSON-LD of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from arnlp.readers.day import day_of

# Parts of JSON-LD that tell of something else than the article.
_OTHER_PARTS = frozenset(
    ("video", "image", "comment", "review", "hasPart", "isPartOf", "mentions", "itemListElement",
     "citation", "about", "associatedMedia", "thumbnail", "audio", "subjectOf", "isRelatedTo")
)  # fmt: skip
_OTHER_TYPES = re.compile(
    r"Object$|^(?:Event|\w+Event|Product|Offer|Comment|Review|ItemList|Person|Organization|\w*Series|Episode|\w+Episode|Book|Movie|Dataset|Course|JobPosting|BreadcrumbList|Clip)$"
)
_ARTICLE_TYPES = re.compile(r"Article$|Posting$|PressRelease$|^Report$|^SpecialAnnouncement$")
_PUBLISHED_IN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_WRAPPED_JSON = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")


def day_in_json(tree: LexborHTMLParser) -> str | None:
    """Return the ISO day on which the JSON-LD of a page says that its article was published."""
    found: list[tuple[int, str]] = []
    for node in tree.css("script[type='application/ld+json']"):
        text = _WRAPPED_JSON.sub("", node.text())
        try:
            found += _in_json(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            if re.search(r'"(?:News)?Article"', text) and (m := _PUBLISHED_IN_JSON.search(text)):
                found += [(1, day) for day in [day_of(m.group(1))] if day]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _in_json(data: Any) -> Iterator[tuple[int, str]]:
    """Yield (rank, day) of what JSON-LD says was published: articles 0, pages and others 2."""
    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack += reversed(item)
        elif isinstance(item, dict):
            kinds = item.get("@type") or item.get("type") or ""
            types = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(_OTHER_TYPES.search(kind) for kind in types):
                continue
            rank = 0 if any(_ARTICLE_TYPES.search(kind) for kind in types) else 2
            of_site = "WebSite" in types
            for key, more in () if of_site else (("datePublished", 0), ("dateCreated", 1)):
                value = item.get(key)
                if isinstance(value, list):
                    value = value[0] if value else None
                if isinstance(value, (str, int)) and (day := day_of(str(value))):
                    yield rank + more, day
                    break
            stack += [
                part
                for key, part in reversed(item.items())
                if key not in _OTHER_PARTS and isinstance(part, dict | list)
            ]
