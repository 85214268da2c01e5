"""What arnlp reads of other projects' own test suites: python tests/benchmarks/peers.py [FOLDER]

Reads the suites of numbers, ordinals, percentages, money, dimensions and temperatures out of
Recognizers-Text (MIT) and duckling (BSD-3-Clause) as JSON lines of ``text``, ``lang`` and
``expected``. The folder defaults to ``../shared/peers`` beside the checkout; nothing is copied.

A case is right when each of its expected values is found at its place, with the right unit where
the suite gives one. Cases without a value are not scored: they ask that nothing be found, and
what is one project's trap is another's figure. Prints the share for each suite and each target,
then what is left, by the reason it is left for.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from left import print_left, reason

import arnlp

FOLDER = Path(__file__).parents[3] / "shared" / "peers"
NUMBER_SUITES = (
    "duckling-numeral", "duckling-ordinal", "recognizers-numbermodel", "recognizers-ordinalmodel",
    "recognizers-percentmodel",
)  # fmt: skip
MEASURE_SUITES = (
    "duckling-amountofmoney", "duckling-quantity", "recognizers-currencymodel",
    "recognizers-dimensionmodel", "recognizers-temperaturemodel",
)  # fmt: skip

# What the suites call a unit, and what arnlp may answer: a unit and how many of theirs it is.
UNITS: dict[str, dict[str | None, Fraction]] = {
    name: {unit: Fraction(factor) for unit, factor in units.items()}
    for name, units in {
        "Dollar": {"USD": 1}, "Cent": {"USD": 100}, "Pound": {"GBP": 1, "[lb_av]": 1, None: 1},
        "Pence": {"GBP": 100}, "Dinar": {None: 1}, "Rial": {None: 1}, "Unnamed": {None: 1},
        "Franc": {None: 1, "CHF": 1}, "Rupee": {"INR": 1, None: 1}, "Bitcoin": {"XBT": 1},
        "Netherlands guilder": {"NLG": 1},
        "Gram": {"g": 1, "kg": 1000, "mg": "1/1000"}, "Kilogram": {"kg": 1},
        "Microgram": {"ug": 1, "ug/g": 1}, "Ounce": {"[oz_av]": 1}, "Ton": {"t": 1}, "Metric ton": {"t": 1},
        "Cup": {"[cup_us]": 1}, "Tablespoon": {"[tbs_us]": 1}, "Teaspoon": {"[tsp_us]": 1},
        "Barrel": {"[bbl_us]": 1, "[bbl_us]/d": 1}, "Gallon": {"[gal_us]": 1},
        "Inch": {"[in_i]": 1}, "Foot": {"[ft_i]": 1, "[in_i]": "1/12"}, "Mile": {"[mi_i]": 1}, "Meter": {"m": 1},
        "Kilometer": {"km": 1}, "Millimeter": {"mm": 1}, "Decimeter": {"dm": 1},
        "Acre": {"[acr_us]": 1}, "Square meter": {"m2": 1}, "Square kilometer": {"km2": 1},
        "Mile per hour": {"[mi_i]/h": 1}, "Kilometer per hour": {"km/h": 1},
        "Meter per millisecond": {"m/ms": 1}, "Centimeter per millisecond": {"cm/ms": 1},
        "Kilometer per millisecond": {"km/ms": 1},
        "F": {"[degF]": 1}, "C": {"Cel": 1}, "Degree": {"deg": 1},
    }.items()
}  # fmt: skip
OTHER_SUBTYPES = ("Information", "Angle")  # dimensions that the target does not name


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of a suite that expect a value."""
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        case["expected"] = [item for item in case["expected"] if value_of(item) is not None]
        if case["expected"]:
            yield case


def value_of(item: dict[str, Any]) -> Fraction | None:
    """Return the value that a suite expects, None where it gives none as a number."""
    value = item["value"]
    if isinstance(value, dict):
        if value.get("subtype") in OTHER_SUBTYPES:
            return None
        value = value.get("value")
    elif isinstance(value, list):
        value = value[1]
    text = str(value or "").rstrip("%")
    if re.fullmatch(r"-?[\d.]+(?:[eE][+-]?\d+)?", text):
        return Fraction(text)
    match = re.fullmatch(r"(-?\d+)/(\d+)", text)
    return Fraction(int(match[1]), int(match[2])) if match else None


def _unit_of(item: dict[str, Any]) -> str:
    value = item["value"]
    if isinstance(value, list):
        return str(value[0])
    return str(value.get("isoCurrency") or value.get("unit") or "")


def _same(found: Any, wanted: Fraction, cut: bool = False) -> bool:
    """Tell whether two values are the same; ``cut`` where the suite may have lost an exponent."""
    if cut and found >= 1000:  # $10,000 is listed as 1: its exponent was cut off
        digits, _, _ = f"{float(found):e}".partition("e")
        return _same(digits, wanted)
    return abs(Fraction(str(found)) - wanted) <= abs(wanted) / 10**6


def is_right(case: dict[str, Any]) -> bool:
    """Tell whether every value that a case expects is found."""
    text = case["text"]
    numbers = arnlp.numbers(text)
    quantities = arnlp.quantities(text)
    return all(_is_found(item, numbers, quantities) for item in case["expected"])


def _is_found(item: dict[str, Any], numbers: list[Any], quantities: list[Any]) -> bool:
    wanted = value_of(item)
    assert wanted is not None
    start, end, kind = item["start"], item["end"], item["type"]

    def there(mention: Any) -> bool:
        return bool(mention.start < end and start < mention.end)

    if kind in ("numeral", "number", "ordinal"):
        ordinal = kind == "ordinal"
        return any(
            there(n) and (n.kind == "ordinal") == ordinal and _same(n.value, wanted)
            for n in numbers
        )
    if kind == "percentage":
        return any(there(q) and q.kind == "percent" and _same(q.value, wanted) for q in quantities)
    cut = kind == "amountofmoney"
    units = UNITS.get(_unit_of(item), {_unit_of(item): Fraction(1)})
    if None in units and any(there(n) and _same(n.value, wanted) for n in numbers):
        return True
    return any(
        there(q) and q.unit in units and _same(end_value, wanted / units[q.unit], cut)
        for q in quantities
        for end_value in (q.value, q.value_max)
        if end_value is not None
    )


def main() -> None:
    """Print the shares and what is left."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    left: dict[str, list[str]] = defaultdict(list)
    for target, suites, languages in (
        ("numbers, ordinals and percentages in Arabic", NUMBER_SUITES, ("ar",)),
        ("numbers, ordinals and percentages in English", NUMBER_SUITES, ("en",)),
        ("money and dimensions", MEASURE_SUITES, ("ar", "en")),
    ):
        right = total = 0
        for suite in suites:
            for language in languages:
                path = folder / f"{suite}-{language}.jsonl"
                if not path.is_file():
                    continue
                outcomes = [(case, is_right(case)) for case in cases(path)]
                good = sum(ok for _, ok in outcomes)
                right, total = right + good, total + len(outcomes)
                print(f"  {path.stem:36} {good:4} of {len(outcomes):4}")
                for case, ok in outcomes:
                    if not ok:
                        left[reason(case["text"], REASONS)].append(
                            f"{case['text'][:90]!r} {[(i['surface'], str(value_of(i)), _unit_of(i) if not isinstance(i['value'], str) else '') for i in case['expected']][:4]}"
                        )
        if total:
            print(f"{target}: {right} of {total}, {right / total:.3f}\n")
    print_left(left)


# Why a case is left, by what its text looks like; the first pattern that fits counts.
REASONS: tuple[tuple[str, str], ...] = (
    (
        r"\d\.\d+\.\d|\+1-|\d/\d+/\d{4}|الصفحة",
        "an address, a telephone, a date or a page: arnlp lists no identifier as number",
    ),
    (r"ثمن", "the word is the price in a release, not the eighth"),
    (
        r"٣٢٢ ألف|\^١,١|--",
        "the suite's own value is wrong (322 thousand as 32,200; a power read from the left)",
    ),
    (
        r"جزء من|خمس|^ 100 mill",
        "whether a hundredth or fifth belongs to the whole before it is read another way",
    ),
    (
        r"thirty.fifths|hundred and fifth|thousand fifths|third|thirtieth",
        "improper fractions and ordinals inside fractions: two suites ask for both readings",
    ),
    (r"^per ?cent of|percent of|نسبة", "a percentage without a figure beside its sign"),
    (
        r"3M|\dG$|0012G|point 77|a few|dozens",
        "a letter, a vague word or a point that is a name or no number in a release",
    ),
    (
        r"\b(c|le|egyptianpound|genihat|Saudiriyal)\b|c \$",
        "letters and spellings that only a voice assistant or a tokenised text has",
    ),
    (
        r"(?i)(dollars?|rupees|ringgit|USD|GBP|\$\s?\d+)( and)? (\d+|fourteen|one|two)\b|and fifty|\$\d+ \d+",
        "cents without their word: 15 dollars 50 is two figures in a release",
    ),
    (
        r"cups?\b|spoon|degrees|\"|a dollar|^كيلو",
        "kitchen measures, a bare unit, degrees of no scale",
    ),
    (r"guilders|ரூ", "a currency that is no more, a symbol of another script"),
    (
        r"رقمان|valid numbers|المئتيان|الاثنان و|تريليون و",
        "the suite counts more or another kind than the text says",
    ),
)


if __name__ == "__main__":
    main()
