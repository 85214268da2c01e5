"""Make the tables of CLDR's names of currencies and units: python tests/generate/cldr.py

Writes arnlp/lang/{ar,en}/cldr_currencies.tsv and cldr_units.tsv. A spelling that the tables kept by
hand have stays theirs. Source: Unicode CLDR, Unicode License v3
(https://www.unicode.org/license.txt), as packaged by Babel (BSD-3-Clause).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from babel import Locale
from babel.core import get_global

from arnlp.text.view import normalize

LANG = Path(__file__).parents[2] / "arnlp/lang"
# UCUM codes of the units of CLDR that releases may use.
UCUM = {
    "length-nanometer": "nm", "length-micrometer": "um", "length-millimeter": "mm",
    "length-centimeter": "cm", "length-decimeter": "dm", "length-meter": "m",
    "length-kilometer": "km", "length-mile": "[mi_i]", "length-nautical-mile": "[nmi_i]",
    "length-foot": "[ft_i]", "length-inch": "[in_i]", "length-yard": "[yd_i]",
    "length-fathom": "[fth_i]", "length-light-year": "[ly]",
    "area-square-centimeter": "cm2", "area-square-meter": "m2", "area-square-kilometer": "km2",
    "area-hectare": "har", "area-acre": "[acr_us]", "area-square-foot": "[sft_i]",
    "area-square-inch": "[sin_i]", "area-square-mile": "[smi_us]", "area-square-yard": "[syd_i]",
    "area-dunam": "{dunam}",
    "volume-milliliter": "mL", "volume-centiliter": "cL", "volume-deciliter": "dL",
    "volume-liter": "L", "volume-hectoliter": "hL", "volume-megaliter": "ML",
    "volume-cubic-centimeter": "cm3", "volume-cubic-meter": "m3", "volume-cubic-kilometer": "km3",
    "volume-cubic-foot": "[cft_i]", "volume-cubic-inch": "[cin_i]", "volume-cubic-yard": "[cyd_i]",
    "volume-gallon": "[gal_us]", "volume-gallon-imperial": "[gal_br]", "volume-quart": "[qt_us]",
    "volume-pint": "[pt_us]", "volume-fluid-ounce": "[foz_us]", "volume-cup": "[cup_us]",
    "volume-tablespoon": "[tbs_us]", "volume-teaspoon": "[tsp_us]", "volume-barrel": "[bbl_us]",
    "volume-bushel": "[bu_us]",
    "mass-microgram": "ug", "mass-milligram": "mg", "mass-gram": "g", "mass-kilogram": "kg",
    "mass-tonne": "t", "mass-ounce": "[oz_av]", "mass-ounce-troy": "[oz_tr]",
    "mass-pound": "[lb_av]", "mass-stone": "[stone_av]", "mass-carat": "[car_m]",
    "power-milliwatt": "mW", "power-watt": "W", "power-kilowatt": "kW", "power-megawatt": "MW",
    "power-gigawatt": "GW", "power-horsepower": "[HP]",
    "energy-joule": "J", "energy-kilojoule": "kJ", "energy-calorie": "cal",
    "energy-kilocalorie": "kcal", "energy-kilowatt-hour": "kW.h",
    "energy-british-thermal-unit": "[Btu]",
    "electric-volt": "V", "electric-ampere": "A", "electric-milliampere": "mA",
    "electric-ohm": "Ohm",
    "frequency-hertz": "Hz", "frequency-kilohertz": "kHz", "frequency-megahertz": "MHz",
    "frequency-gigahertz": "GHz",
    "pressure-pascal": "Pa", "pressure-hectopascal": "hPa", "pressure-kilopascal": "kPa",
    "pressure-megapascal": "MPa", "pressure-bar": "bar", "pressure-millibar": "mbar",
    "pressure-atmosphere": "atm", "pressure-pound-force-per-square-inch": "[psi]",
    "speed-kilometer-per-hour": "km/h", "speed-meter-per-second": "m/s",
    "speed-mile-per-hour": "[mi_i]/h", "speed-knot": "[kn_i]",
    "temperature-celsius": "Cel", "temperature-fahrenheit": "[degF]", "temperature-kelvin": "K",
    "angle-degree": "deg", "angle-radian": "rad",
    "concentr-permillion": "[ppm]", "light-lux": "lx", "light-lumen": "lm",
    "digital-bit": "bit", "digital-kilobit": "kbit", "digital-megabit": "Mbit",
    "digital-gigabit": "Gbit", "digital-terabit": "Tbit", "digital-byte": "By",
    "digital-kilobyte": "kBy", "digital-megabyte": "MBy", "digital-gigabyte": "GBy",
    "digital-terabyte": "TBy", "digital-petabyte": "PBy",
    "duration-nanosecond": "ns", "duration-microsecond": "us", "duration-millisecond": "ms",
    "duration-second": "s", "duration-minute": "min", "duration-hour": "h", "duration-day": "d",
    "duration-week": "wk", "duration-month": "mo", "duration-year": "a",
}  # fmt: skip
# Names that are words of another meaning, or of a unit that a release would not mean.
NOT_NAMES = {
    "ar": {"درجة", "درجات", "ضوء", "بار", "بايت", "سيدي", "بات", "ليون", "سول", "توب", "كيب", "كب"},
    "en": {
        "degree", "degrees", "stone", "stones", "bit", "bits", "bar", "bars", "cup", "cups",
        "atmosphere", "atmospheres", "won", "real", "sum", "som", "sol", "lek", "ariary", "point", "rand", "crown",
    },
}  # fmt: skip
NOT_CODES = {"ALL", "CUP", "TOP", "COP", "PEN", "BOB", "MOP", "ANG", "SOS", "BAM", "RON", "STN"}
LOCALES = {"ar": ("ar",), "en": ("en", "en_GB")}
COUNTED = {"en": ("one",), "ar": ("one", "many", "other")}
PLURAL = {"en": ("other",), "ar": ("few",)}


def by_hand(language: str, table: str) -> set[str]:
    """Return the spellings of a table that is kept by hand, normalised."""
    found = set()
    for line in (LANG / language / f"{table}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            found |= {normalize(word) for cell in line.split("\t") for word in cell.split("|")}
    return found


def cleaned(names: list[str], known: set[str], language: str) -> list[str]:
    """Return names without marks of direction and doubles, and without those known."""
    out: dict[str, str] = {}
    for name in names:
        plain = "".join(char for char in name if char not in "\u200f\u200e\u061c").strip()
        norm = normalize(plain)
        base = norm[:-1] if language == "ar" and norm.endswith("ا") else norm
        if not plain or plain in NOT_NAMES[language] or any(char.isdigit() for char in plain):
            continue
        if norm not in known and base not in known and base not in out:
            out.setdefault(norm, plain)
    return list(out.values())


def units(language: str) -> list[str]:
    """Return the rows of the units of one language."""
    locales = [Locale.parse(name) for name in LOCALES[language]]
    known = by_hand(language, "units")
    rows = []
    for name, code in UCUM.items():
        kind, _, _ = name.partition("-")
        patterns = [
            locale._data["unit_patterns"].get(name, {}).get("long", {}) for locale in locales
        ]

        def words(counts: tuple[str, ...], found: list[dict[str, str]] = patterns) -> list[str]:
            texts = [forms[count] for count in counts for forms in found if count in forms]
            return [text[3:].strip() for text in texts if text.startswith("{0}")]

        single = "one" if language == "en" else "other"
        singular = cleaned(words((single, *COUNTED[language])), known, language)
        plural = cleaned(words(PLURAL[language]), known, language)
        plural = [word for word in plural if word not in singular]
        if singular or plural:
            role = "duration" if kind == "duration" else "measure"
            rows.append("\t".join([code, role, "1", "|".join(singular), "|".join(plural)]))
    return rows


def currencies(language: str) -> list[str]:
    """Return the rows of the currencies that are tender today."""
    locale = Locale(language)
    codes = {
        code
        for tenders in get_global("territory_currencies").values()
        for code, _, end, tender in tenders
        if tender and end is None
    }
    names = {code: locale.currencies[code] for code in codes if code in locale.currencies}
    plurals = locale._data["currency_names_plural"]
    at = 0 if language == "ar" else -1
    heads = Counter(name.split(" ")[at] for name in names.values())
    known = by_hand(language, "currencies")
    rows = []
    for code in sorted(names):
        name = names[code]
        singular: list[str] = [name]
        plural: list[str] = []
        forms = plurals.get(code) or {}
        name = forms.get("one", name)
        singular += [forms[count] for count in COUNTED[language] if count in forms]
        plural += [forms[count] for count in PLURAL[language] if count in forms]
        head = name.split(" ")[at]
        if heads[head] == 1 and head.islower() == (language == "en") and len(head) > 2:
            singular.append(head)
            plural += [form.split(" ")[-1] for form in plural if language == "en"]
        if language == "en":
            symbol = locale.currency_symbols.get(code, "")
            singular.append("" if code in NOT_CODES else code)
            singular.append(symbol if not symbol.isalpha() else "")
        singular = cleaned(singular, known, language)
        plural = [word for word in cleaned(plural, known, language) if word not in singular]
        if singular or plural:
            rows.append("\t".join([code, "|".join(singular), "|".join(plural)]))
    return rows


def main() -> None:
    """Write the tables."""
    note = (
        "# Made by tests/generate/cldr.py from CLDR; do not edit. Own spellings stand in {}.tsv.\n"
    )
    for language in ("ar", "en"):
        for table, header, rows in (
            ("units", "unit\tkind\tfactor\tsingular\tplural", units(language)),
            ("currencies", "code\tsingular\tplural", currencies(language)),
        ):
            text = note.format(table) + "\n".join([header, *rows]) + "\n"
            (LANG / language / f"cldr_{table}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
