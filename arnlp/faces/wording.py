"""Parts of an extraction in words for people, in tables and on pages: values, units, levels, days."""

from __future__ import annotations

from typing import Any

_BOUNDS = {
    "about": "about ", "at_least": "at least ", "at_most": "at most ", "more_than": "more than ",
    "less_than": "less than ",
}  # fmt: skip
_WHEN = ("period", "date", "from")


def words(part: dict[str, Any] | None) -> str:
    """Return the words of what stands at a place in the text, on one line.

    >>> words({"text": "the first  half\\nof 2024"})
    'the first half of 2024'
    """
    return " ".join(part["text"].split()) if part else ""


def value(figure: dict[str, Any]) -> str:
    """Return the value of a fact or a quantity with its bound, its unit and what it is a rate of.

    >>> value({"value": 62, "unit": "USD", "bound": "more_than", "per": "[bbl_us]"})
    'more than 62 USD / [bbl_us]'
    """
    amount = figure.get("value")
    if amount is None:
        return ""
    upper = f"–{figure['value_max']:,}" if figure.get("value_max") is not None else ""
    per = f" / {figure['per']}" if figure.get("per") else ""
    bound = _BOUNDS.get(figure.get("bound", ""), "")
    return f"{bound}{amount:,}{upper}{unit(figure.get('unit'))}{per}"


def unit(code: str | None) -> str:
    """Return a unit as it stands behind a value.

    >>> unit("%"), unit("AED"), unit(None)
    ('%', ' AED', '')
    """
    return "" if code is None else code if code == "%" else f" {code}"


def previous(level: dict[str, Any] | None) -> str:
    """Return what a figure is compared with.

    >>> previous({"value": 48, "unit": "%", "period": {"edtf": "2023"}})
    'from 48% (2023)'
    """
    if level is None:
        return ""
    period = level["period"]
    when = (period["edtf"] or words(period)) if period else ""
    if level["value"] is None:
        return f"than {when}"
    return f"from {level['value']:,}{unit(level['unit'])}" + (f" ({when})" if when else "")


def when(fact: dict[str, Any]) -> str:
    """Return the time of a fact of any type: its EDTF, else its words.

    >>> when({"period": {"edtf": "2024-40", "text": "the first half of 2024"}})
    '2024-40'
    """
    period = next((fact[name] for name in _WHEN if fact.get(name)), None)
    return (period["edtf"] or words(period)) if period else ""


def change(fact: dict[str, Any]) -> str:
    """Return how a figure moved.

    >>> change({"direction": "increase", "relation": "by"})
    'increase by'
    """
    return " ".join(filter(None, (fact.get("direction"), fact.get("relation"))))
