"""A mention, a fact or another part of a release by itself, as a notebook shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arnlp.faces.html.marks import KINDS, Item, kind_of
from arnlp.faces.html.render import environment
from arnlp.faces.html.sides import side_of
from arnlp.faces.wording import value

if TYPE_CHECKING:
    from arnlp.model.base import Model

_FIRST = ("type", "kind", "code", "format")  # what a part is called by, where its class says little


def card(part: Model) -> str:
    """Return a part as markup: what it is, what it is worth, its words, and its fields.

    >>> from arnlp import dates
    >>> markup = card(dates("في 2020")[0])
    >>> 'class="m date"' in markup, "<dt>edtf</dt><dd><bdi>2020</bdi></dd>" in markup
    (True, True)
    """
    data = part.model_dump(mode="json")
    name = type(part).__name__
    kind = kind_of(name, data)
    called = next((str(data[field]) for field in _FIRST if isinstance(data.get(field), str)), "")
    title = name if called.casefold() in ("", name.casefold()) else f"{name}: {called}"
    text = data.get("text") or data.get("name") or ""
    fields = [
        (field, told) for field, one in data.items() if field != "text" and (told := _told(one))
    ]
    return environment().get_template("part.html").render(
        name=title, kind=kind if kind in KINDS else "number", worth=value(data) if _is_amount(data) else "",
        text=text, side=side_of(str(text)), fields=fields,
    )  # fmt: skip


def _is_amount(data: Item) -> bool:
    return isinstance(data.get("value"), int | float)


def _told(one: Any) -> str:
    """Return a field as words: of what stands in the text its words, of lists their members."""
    if one is None or one == "" or one == []:
        return ""
    if isinstance(one, bool):
        return "yes" if one else "no"
    if isinstance(one, list):
        return "; ".join(_told(member) for member in one)
    if isinstance(one, dict):
        if isinstance(one.get("text"), str):
            worth = next((one[key] for key in ("edtf", "value") if one.get(key) is not None), None)
            return one["text"] if worth is None else f"{one['text']} ({_told(worth)})"
        return ", ".join(
            f"{name} {told}" for name, member in one.items() if (told := _told(member))
        )
    return f"{one:,}" if isinstance(one, float) else str(one)
