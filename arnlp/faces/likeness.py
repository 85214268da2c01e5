"""When two phrases, amounts or periods are the same, spelling and small change aside."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

from arnlp.text.clitics import chains, pronoun

Item = dict[str, Any]
Days = tuple[str | None, str | None]

_HALF = 0.5
_EQUAL = 1e-9
_FRACTION = 5e-3  # a third as 33.3%
_STOPS = frozenset((
    "في", "من", "على", "عن", "الى", "مع", "ان", "عدد", "نسبه", "قيمه", "اجمالي", "حجم",
    "the", "of", "in", "a", "an", "and", "to", "for",
))  # fmt: skip
_ARTICLES = sorted((c.written for c in chains() if c.article), key=len, reverse=True)
_PRONOUN = re.compile(f"(?:{'|'.join(map(pronoun, ('she', 'both', 'they', 'they_f')))})$")


def words_of(argument: Any) -> str | None:
    """Return the words of an argument, given as an object with ``text`` or as a string."""
    return argument.get("text") if isinstance(argument, dict) else argument


def same_words(a: str | None, b: str | None) -> bool:
    """Tell whether two phrases have the same words, spelling and the article aside."""
    return _words(a or "") == _words(b or "")


def alike(a: str | None, b: str | None) -> bool:
    """Tell whether half of the content words of two phrases are the same (F1).

    >>> alike("the number of licences issued", "licences"), alike("exports", "imports")
    (True, False)
    """
    if not a or not b:
        return not a and not b
    x, y = _words(a), _words(b)
    x, y = [w for w in x if w not in _STOPS] or x, [w for w in y if w not in _STOPS] or y
    shared = max(_shared(x, y), _shared(list(map(_stem, x)), list(map(_stem, y))))
    return 2 * shared >= _HALF * (len(x) + len(y))


def alike_measures(a: str | None, b: str | None) -> bool:
    """Compare measures; of a gold that is a pronoun noun (سكانها) the noun it stands for is not scored."""
    loose = a and len(a.split()) == 1 and _PRONOUN.search(a)
    return bool(loose and b) or alike(a, b)


def near(a: str, b: str) -> bool:
    """Tell whether two phrases are alike or one has all the words of the other."""
    x, y = set(_words(a)), set(_words(b))
    return alike(a, b) or x <= y or y <= x


def _shared(x: list[str], y: list[str]) -> int:
    return sum((Counter(x) & Counter(y)).values())


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "ـ")
    text = re.sub("[أإآٱ]", "ا", text).replace("ى", "ي").replace("ة", "ه").lower()
    return [_bare(word) for word in re.findall(r"\w+", text)]


def _bare(word: str) -> str:
    article = next((a for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= 2), "")
    return word[len(article) :]


def _stem(word: str) -> str:
    """Return an Arabic word without the pronoun and the feminine ending that go with its noun."""
    bare = _PRONOUN.sub("", word) if len(word) > 4 else word
    return bare[:-1] if len(bare) > 3 and bare[-1] in "هت" else bare


def amount(row: Item) -> tuple[float, str | None]:
    """Return value and unit, a ratio as percent: half and 50% are the same."""
    value, unit = row["value"], row.get("unit")
    return (value * 100, "%") if unit == "1" else (value, unit)


def same(x: Any, y: Any) -> bool:
    """Tell whether two numbers are the same, or both none."""
    if x is None or y is None:
        return x is y
    return bool(abs(x - y) <= _EQUAL * max(1, abs(x)))


def overlap(a: Item, b: Item) -> bool:
    """Tell whether two spans share a character."""
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def days_of(period: Any, known: dict[str, Days]) -> Days | None:
    """Return first and last day of a period, None where it has neither."""
    if isinstance(period, str):
        days = known.get(period, (None, None))
    else:
        days = (period.get("from_date"), period.get("to_date")) if period else (None, None)
    return days if any(days) else None


def same_days(a: Days | None, b: Days | None) -> bool:
    """Tell whether periods are the same; an open end counts, and so does an edge for its period."""
    if a is None or b is None or a == b:
        return a == b
    if None in a or None in b:
        return (a[0] is not None and a[0] == b[0]) or (a[1] is not None and a[1] == b[1])
    point, period = (a, b) if a[0] == a[1] else (b, a)
    return point[0] == point[1] and point[0] in period


def same_amount(a: Item, b: Item) -> bool:
    """Tell whether value and unit are the same; a rate of it counts where one of them leaves it out.

    >>> same_amount({"value": 50, "unit": "%"}, {"value": 0.5, "unit": "1"})
    True
    >>> same_amount({"value": 30, "unit": "t"}, {"value": 30, "unit": "t/d"})
    True
    """
    (x, u), (y, v) = amount(a), amount(b)
    per = f"{v}/{b['per']}" if b.get("per") and v else v
    rate = u is not None and v is not None and (v.startswith(f"{u}/") or u.startswith(f"{v}/"))
    return (u in (v, per) or rate) and (
        same(x, y) or (u == "%" and abs(x - y) <= _FRACTION * abs(x))
    )
