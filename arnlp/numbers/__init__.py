"""Numbers in digits, words and both: cardinals, ordinals, parts of one, ratios, multiples.

At each token that may open a number the readers below are asked in their order, and the first that
reads something has it. Numerals come first: what is written as a ratio (2:1) or a list (22,24,26),
identifiers, which are no numbers and keep the others off, then plain numerals, 41st, الـ41, and
amounts, a cardinal with all that makes it up (48 مليونا و600 ألف), parts of one that it counts, or a
ratio that it opens. Words follow: parts of one, ordinals, amounts, multiples. The refiners then part
lists into their numbers, drop the identifiers, and join what is written twice: (300) ثلاثمئة.
"""

from arnlp.engine import (
    Cursor,
    NumberMention,
    Reader,
    Readers,
    Reading,
    ValueMention,
    read_all,
    refine,
)
from arnlp.lexicon import senses as S
from arnlp.numbers.bracketed import QUOTES
from arnlp.numbers.fractions import (
    read_amount,
    read_fraction,
    read_multiple,
    read_pair,
    read_part_of_one,
)
from arnlp.numbers.home_signs import home_code
from arnlp.numbers.identifiers import read_identifier, without_identifiers
from arnlp.numbers.numerals import SIGNS
from arnlp.numbers.ordinals import (
    read_clitic_ordinal,
    read_ordinal,
    read_suffixed,
    read_worded_ordinal,
)
from arnlp.numbers.parts import is_compared, is_moved_by, is_owned_part
from arnlp.numbers.plain import read_plain
from arnlp.numbers.ratios import read_written_ratio
from arnlp.numbers.restated import join_restated, part_lists, read_list
from arnlp.numbers.separators import separators_of
from arnlp.numbers.spaced import AGENCY_POINT, SCALES
from arnlp.numbers.values import add, exact, times
from arnlp.numbers.years_of import is_year_of_figure

__all__ = [
    "AGENCY_POINT",
    "QUOTES",
    "SCALES",
    "SIGNS",
    "NumberMention",
    "ValueMention",
    "add",
    "exact",
    "find_numbers",
    "home_code",
    "is_compared",
    "is_moved_by",
    "is_owned_part",
    "is_year_of_figure",
    "times",
]

READERS: tuple[Reader[Reading[NumberMention]], ...] = (
    Reader(read_written_ratio, S.NUMERIC),
    Reader(read_list, S.NUMERIC),
    Reader(read_identifier, S.NUMERIC),
    Reader(read_plain, S.NUMERIC),
    Reader(read_suffixed, S.NUMERIC),
    Reader(read_clitic_ordinal, S.NUMERIC),
    Reader(read_pair, S.NUMERIC),
    Reader(read_part_of_one, S.FRACTION),
    Reader(read_ordinal, S.ORDINAL),
    Reader(read_worded_ordinal, S.NUMBER),
    Reader(read_amount, S.NUMBER | S.NUMERIC, owns=S.NUMERIC),
    Reader(read_fraction, S.FRACTION),
    Reader(read_multiple, S.MULTIPLE),
)
REFINERS = (part_lists, without_identifiers, join_restated)

_READERS = Readers(READERS)


def find_numbers(cursor: Cursor) -> list[NumberMention]:
    """Return the numbers of a text in their order; identifiers and names with numbers excluded."""
    cursor.context.separators = separators_of(cursor)
    return refine(cursor, read_all(cursor, _READERS), REFINERS)
