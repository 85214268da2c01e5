"""Quantities: numbers with their unit, currency or counted noun, and how exact they are.

Three tuples of readers, asked in their order. ``READERS`` start with a number of a kind: a place in
an order (المركز الثالث), a multiple, how many of how many, the two levels of a change, a range, and
last one number with its unit, its percent sign, its noun, or what the sentence said before.
``WORD_READERS`` start with a word that no number counts: a dual (عامين), one and a half (ساعة ونصف);
``PERIOD_READERS`` with one period that nothing else took (لمدة عام). The refiners put all in the order
of the text, join a quantity with its smaller part (20 دولارا و43 سنتا), and link a figure that gives
the one before it in another unit.
"""

from arnlp.engine import Cursor, NumberMention, Reader, Readers, refine
from arnlp.lexicon import senses as S
from arnlp.quantities.compounds import join_parts, read_half_of
from arnlp.quantities.duals import read_dual
from arnlp.quantities.figures import FigureReader, WordReader, read_figures, read_words
from arnlp.quantities.levels import read_levels
from arnlp.quantities.mention import QuantityMention
from arnlp.quantities.number_signs import sign_numbers
from arnlp.quantities.ranges import read_range
from arnlp.quantities.ranks import read_rank
from arnlp.quantities.readings import link_readings
from arnlp.quantities.shares import read_multiplier, read_share
from arnlp.quantities.single_periods import read_single_period
from arnlp.quantities.singles import read_single

__all__ = ["QuantityMention", "find_quantities", "sign_numbers"]

READERS: tuple[FigureReader, ...] = (
    FigureReader(read_rank, ("ordinal", "cardinal")),
    FigureReader(read_multiplier, ("multiplier",)),
    FigureReader(read_share, ("fraction",)),
    FigureReader(read_levels, ("cardinal",)),
    FigureReader(read_range, ("cardinal", "fraction")),
    FigureReader(read_single, ("cardinal", "fraction")),
)
WORD_READERS: tuple[WordReader, ...] = (
    Reader(read_dual, S.UNIT | S.NOUN | S.CURRENCY | S.PERCENT | S.MULTIPLE),
    Reader(read_half_of, S.UNIT | S.CURRENCY),
)
PERIOD_READERS: tuple[WordReader, ...] = (Reader(read_single_period, S.UNIT | S.SET),)


def in_order(cursor: Cursor, found: list[QuantityMention]) -> list[QuantityMention]:
    """Put quantities in the order of the text."""
    return sorted(found, key=lambda quantity: quantity.start)


REFINERS = (in_order, join_parts, link_readings)

_WORDS = Readers(WORD_READERS)
_PERIODS = Readers(PERIOD_READERS)


def find_quantities(cursor: Cursor, numbers: list[NumberMention]) -> list[QuantityMention]:
    """Return the quantities of a text in their order, candidates for the arbiter.

    A year or a clock time may be among them where something counted stands behind it; the arbiter
    decides between the engines.
    """
    cursor.index_numbers(numbers)
    found = read_figures(cursor, numbers, READERS)
    taken = {i for number in numbers for i in range(number.first, number.last)}
    found += read_words(cursor, taken, _WORDS)
    taken.update(i for quantity in found for i in range(quantity.first, quantity.last))
    found += read_words(cursor, taken, _PERIODS)
    return refine(cursor, found, REFINERS)
