"""Make arnlp/lang/common/weekends.tsv from CLDR (through Babel): python tests/generate/weekends.py

Source: Unicode CLDR, supplemental week data, Unicode License v3
(https://www.unicode.org/license.txt), as packaged by Babel (BSD-3-Clause).
"""

from pathlib import Path

from babel import Locale, UnknownLocaleError

COMMON = Path(__file__).parents[2] / "arnlp/lang/common"
TARGET = COMMON / "weekends.tsv"
WEEKEND = (5, 6)  # the world's, which need not be listed
MISSING = {"PS": (4, 5)}  # that CLDR lacks: Friday and Saturday, as its ministries rest


def build() -> str:
    """Return the table: country, ISO weekdays of the two ends of its weekend."""
    lines = [
        "# Made by tests/generate/weekends.py from CLDR; do not edit. ISO weekdays: Monday 1, Sunday 7.",
        "# Countries that are not listed rest on Saturday and Sunday.",
        "country\tfirst\tlast",
    ]
    for row in (COMMON / "countries.tsv").read_text("utf-8").splitlines():
        code = row.split("\t")[0]
        if len(code) != 2:
            continue
        try:
            locale = Locale.parse(f"und_{code}")
        except UnknownLocaleError:
            continue
        days = MISSING.get(code) or (locale.weekend_start, locale.weekend_end)
        if days != WEEKEND:
            lines.append("\t".join([code, *(str(day + 1) for day in days)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
