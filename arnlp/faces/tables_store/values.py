"""How the value of a column is got from an item of a result: small functions, made once a column."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

Get = Callable[[Any], Any]


def attribute(name: str) -> Get:
    """Return what gives an attribute, None where the item has none or is None.

    >>> from arnlp.model.release import Extent
    >>> attribute("end")(Extent(start=0, end=5)), attribute("unit")(Extent(start=0, end=5))
    (5, None)
    """

    def get(item: Any) -> Any:
        return None if item is None else item.__dict__.get(name)

    return get


def chained(outer: Get, inner: Get) -> Get:
    """Return what gives a part of a part."""

    def get(item: Any) -> Any:
        part = outer(item)
        return None if part is None else inner(part)

    return get


def first(get_list: Get) -> Get:
    """Return what gives the first of a list, None where it is empty."""

    def get(item: Any) -> Any:
        parts = get_list(item)
        return parts[0] if parts else None

    return get


def more(get_list: Get) -> Get:
    """Return what counts the rest of a list after its first."""

    def get(item: Any) -> Any:
        parts = get_list(item)
        return len(parts) - 1 if parts else None

    return get


def each(get_list: Get, name: str) -> Get:
    """Return what gives an attribute of each of a list."""

    def get(item: Any) -> Any:
        parts = get_list(item)
        return None if parts is None else [getattr(part, name) for part in parts]

    return get


def as_double(get_value: Get) -> Get:
    """Return what gives a figure as a double, None where it is beyond all doubles.

    >>> as_double(abs)(-5), as_double(abs)(10**400)
    (5.0, None)
    """

    def get(item: Any) -> Any:
        return _double(get_value(item))

    return get


def as_exact(get_value: Get) -> Get:
    """Return what gives a figure as its JSON, where it is no double, else None.

    >>> as_exact(abs)(2**53), as_exact(abs)(2**53 + 1)
    (None, '9007199254740993')
    """

    def get(item: Any) -> Any:
        value = get_value(item)
        if type(value) is not int or _double(value) == value:
            return None
        return str(value)

    return get


def _double(value: Any) -> float | None:
    if value is None:
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def as_day(get_text: Get) -> Get:
    """Return what gives an ISO date as a day, None where no calendar day is told.

    >>> as_day(str.strip)(" 2024-02-29 "), as_day(str.strip)("2024-02-30")
    (datetime.date(2024, 2, 29), None)
    """

    def get(item: Any) -> Any:
        text = get_text(item)
        try:
            return None if text is None else date.fromisoformat(text)
        except ValueError:
            return None

    return get
