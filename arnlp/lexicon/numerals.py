"""The value of a numeral token, in any script and with any separators."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from arnlp.text import chars

_MAX_DIGITS = 25
# Lakhs and crores: 12,34,567.89.
_INDIAN = re.compile(r"([0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})(\.[0-9]+)?")
_SEPARATOR = re.compile(r"[.,\u060c\u066b\u066c]")

Value = int | Decimal


def as_number(value: Any) -> int | float:
    """Give a value as a JSON number: integral ones as integers.

    >>> as_number(Decimal("8631.00")), as_number(Decimal("1.2"))
    (8631, 1.2)
    """
    if isinstance(value, int):
        return value
    whole = int(value)
    return whole if whole == value else float(value)


def numeral_value(surface: str) -> tuple[Value | None, Value | None]:
    """Return the value of a numeral, and the one it has where separators part thousands.

    The second is None unless the numeral is like ``60.350``, which the country decides; both are
    None for what is no number (192.168.1.2, a run of more than 25 digits).
    Agencies write decimals with ر, the fraction first: ``73ر2045`` is 2045.73.

    >>> numeral_value("٢٬٥٠٠"), numeral_value("15,4"), numeral_value("60.350")
    ((2500, None), (Decimal('15.4'), None), (Decimal('60.350'), 60350))
    >>> numeral_value("٥٫٩٤٩٫٢١٢"), numeral_value("٤٫١٢٥")
    ((5949212, None), (Decimal('4.125'), None))
    >>> numeral_value("7ر412"), numeral_value("000ر500ر1"), numeral_value("1.2.3.4")
    ((Decimal('412.7'), None), (1500000, None), (None, None))
    """
    plain = surface.translate(chars.DIGIT_VALUES)
    if len(plain) > _MAX_DIGITS:
        return None, None
    if plain.isdigit():
        return int(plain), None
    if "ر" in plain:
        return _agency_decimal(plain), None
    separators = set(_SEPARATOR.findall(plain))
    parts = _SEPARATOR.split(plain)
    if not all(part.isdigit() for part in parts):
        return None, None
    if len(separators) == 1:
        return _one_separator(separators.pop(), parts)
    if len(separators) == 2 and (indian := _INDIAN.fullmatch(plain)):
        return Decimal(indian[1].replace(",", "") + (indian[2] or "")), None
    if len(separators) == 2 and plain.count(last := _SEPARATOR.findall(plain)[-1]) == 1:
        if last in ",\u060c." and not _grouped(parts[:-1]):
            return None, None
        return Decimal("".join(parts[:-1]) + "." + parts[-1]), None
    return None, None


def _grouped(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def _one_separator(separator: str, parts: list[str]) -> tuple[Value | None, Value | None]:
    whole = int("".join(parts))
    if len(parts) > 2 and separator == "," and _INDIAN.fullmatch(",".join(parts)):
        return whole, None
    if len(parts) > 2:
        return (whole, None) if _grouped(parts) else (None, None)
    decimal = Decimal(".".join(parts))
    if not _grouped(parts) or separator == "\u066b" or parts[0] == "0":
        return decimal, None
    if separator == ".":
        return decimal, whole
    return whole, None


def _agency_decimal(plain: str) -> Value | None:
    groups = plain.split("ر")
    if len(groups) > 2:  # thousands in groups, the last first: 000ر500ر1 is 1,500,000
        groups.reverse()
        return int("".join(groups)) if all(map(str.isdigit, groups)) and _grouped(groups) else None
    fraction, _, whole = plain.partition("ر")
    whole = whole.strip(".") or "0"
    if not (fraction.isdigit() and whole.isdigit()):
        return None
    return Decimal(f"{whole}.{fraction}")
