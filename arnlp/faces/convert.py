"""Measures and durations in other units, by the definitions of UCUM (through ucumvert and pint)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from arnlp.model.errors import InvalidOption, MissingExtra
from arnlp.model.release import Quantity

if TYPE_CHECKING:
    from ucumvert import PintUcumRegistry

# Units that UCUM does not know, in square metres: the metric dunam, the Egyptian feddan.
_SQUARE_METRES = {"{dunam}": 1000, "{feddan}": Decimal("4200.8335")}
_CONVERTIBLE = ("measure", "duration")


def convert(quantity: Quantity, unit: str) -> Quantity:
    """Return a measure or duration in another unit of the same dimension.

    ``unit`` is a UCUM code (har, km, [degF]) or {dunam} or {feddan}. The result has the same span
    and text; its values are floats. Needs the extra ``arnlp[units]``. Raises MissingExtra
    without it, InvalidOption for an unknown unit, one of another dimension, and for what has no
    such unit (money, counts).

    >>> import arnlp
    >>> quantity = arnlp.quantities("مساحتها 500 فدان")[0]
    >>> round(convert(quantity, "har").value, 1)
    210.0
    """
    if quantity.kind not in _CONVERTIBLE or quantity.unit is None:
        raise InvalidOption("quantity", quantity.text, "a measure or a duration")
    registry = _registry()
    source, target = _unit(quantity.unit), _unit(unit)
    try:
        values = [
            None
            if value is None
            else float(registry.Quantity(float(value), source).to(target).magnitude)
            for value in (quantity.value, quantity.value_max)
        ]
    except (TypeError, ValueError):  # pint: another dimension, an offset unit in a product
        raise InvalidOption("unit", unit, f"a unit of the dimension of {quantity.unit}") from None
    return quantity.model_copy(update={"value": values[0], "value_max": values[1], "unit": unit})


@cache
def _registry() -> PintUcumRegistry:
    try:
        from ucumvert import PintUcumRegistry
    except ImportError:
        raise MissingExtra("other units", "ucumvert", "units") from None
    return PintUcumRegistry()


@cache
def _unit(code: str) -> Any:
    """Return the unit of a UCUM code, those of our own given in units of UCUM."""
    registry = _registry()
    if code in _SQUARE_METRES:
        name = code.strip("{}")
        if name not in registry:
            registry.define(f"{name} = {_SQUARE_METRES[code]} * meter ** 2")
        return registry.Unit(name)
    if "{" in code:
        raise InvalidOption("unit", code, "a unit with a definition")
    try:
        return registry.from_ucum(code).units
    except Exception:  # lark and pint raise many kinds
        raise InvalidOption("unit", code, "a UCUM code such as 'har', 'km' or '[degF]'") from None
