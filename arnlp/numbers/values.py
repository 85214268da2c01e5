"""Exact sums and products of integers, decimals and fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any


def exact(value: Fraction) -> Any:
    """Give a fraction as an integer or a decimal where that is exact, else as it is.

    >>> exact(Fraction(3, 4)), exact(Fraction(1, 3)), exact(Fraction(6, 2))
    (Decimal('0.75'), Fraction(1, 3), 3)
    """
    if value.denominator == 1:
        return value.numerator
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return decimal if decimal * value.denominator == value.numerator else value


def add(a: Any, b: Any) -> Any:
    """Add two values, of which one may be a fraction without a finite decimal."""
    if type(a) is Fraction or type(b) is Fraction:
        return exact(Fraction(a) + Fraction(b))
    return a + b


def times(a: Any, b: Any) -> Any:
    """Multiply two values, of which either may be a fraction."""
    if type(a) is Fraction or type(b) is Fraction:  # isinstance is slow for abstract bases
        return exact(Fraction(a) * Fraction(b))
    return a * b
