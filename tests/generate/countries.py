"""Make arnlp/lang/common/countries.tsv from CLDR (through Babel): python tests/generate/countries.py

Source: Unicode CLDR, Unicode License v3 (https://www.unicode.org/license.txt), as packaged by
Babel (BSD-3-Clause). Arabic names are the union over the locales that differ (ar, ar_SA, ...).
"""

from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parents[2] / "arnlp/lang/common/countries.tsv"
LOCALES = {"ar": ("ar", "ar_SA", "ar_EG", "ar_LB", "ar_MA", "ar_LY"), "en": ("en", "en_GB")}
# Not states or territories of today: groupings and reserved codes.
SKIP = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}


def build() -> str:
    """Return the table: code, Arabic names, English names, sorted by code."""
    english = Locale("en").territories
    lines = [
        "# Made by tests/generate/countries.py from CLDR; do not edit. Own spellings: places.tsv.",
        "code\tar\ten",
    ]
    for code in sorted(english):
        if len(code) != 2 or code in SKIP:
            continue
        cells = []
        for names in LOCALES.values():
            seen: list[str] = []
            for name in names:
                value = Locale.parse(name).territories.get(code)
                if value and value not in seen:
                    seen.append(value)
            cells.append("|".join(seen))
        lines.append("\t".join([code, *cells]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
