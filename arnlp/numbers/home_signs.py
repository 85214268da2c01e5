"""The letter that releases of a country write before an amount of its own money: N30,000, R86 billion, Sh3,400."""

from __future__ import annotations

from functools import cache

from arnlp.engine import Cursor
from arnlp.lang import LANGUAGES, alternatives, has_table, table
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN

_SCALES = ("m", "k")


def home_code(cursor: Cursor, i: int) -> str | None:
    """Return the currency that the letter glued to a numeral stands for; R61 is a road, N1200 a number of something."""
    country = cursor.context.country
    if country is None or cursor.entries[i - 1].kind != LATIN or not cursor.is_adjacent(i):
        return None
    code = _signs().get((country, cursor.entries[i - 1].surface))
    if code is None:
        return None
    scaled = cursor.mask(i + 1) & S.NUMBER or (
        cursor.norm(i + 1) in _SCALES and cursor.is_adjacent(i + 1)
    )
    return code if scaled or "," in cursor.entries[i].surface else None


@cache
def _signs() -> dict[tuple[str, str], str]:
    return {
        (row["country"], sign): row["code"]
        for language in LANGUAGES
        if has_table(language, "home_signs")
        for row in table(language, "home_signs")
        for sign in alternatives(row["signs"])
    }
