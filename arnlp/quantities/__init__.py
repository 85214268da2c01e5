"""Quantities: numbers with their unit, currency or counted noun, and how exact they are.

Three tuples of readers, asked in their order. ``READERS`` start with a number of a kind: a place in
an order (المركز الثالث), a multiple, how many of how many, an age, the two levels of a change, a range, and
last one number: by what stands beside it (a unit, a currency, a noun), by what the sentence said
before it (منها 120 ألفا), or by the verb that leads to it (بلغ عددها 463,800).
``WORD_READERS`` start with a word that no number counts: a dual (عامين), one and a half (ساعة ونصف);
``PERIOD_READERS`` with one period that nothing else took (لمدة عام). The refiners put all in the order
of the text, join two that one may choose from (سنتين أو ثلاث سنوات) and a quantity with its smaller
part (20 دولارا و43 سنتا), and link a figure that gives
the one before it in another unit.
"""

from arnlp.engine import Cursor, NumberMention, Reader, Readers, refine
from arnlp.lexicon import senses as S
from arnlp.quantities.ages import read_age
from arnlp.quantities.bounds import is_gone_up_to, is_marked
from arnlp.quantities.casualties import read_casualties, read_fared
from arnlp.quantities.choices import join_choices
from arnlp.quantities.compounds import join_parts, read_half_of
from arnlp.quantities.counts import read_counted
from arnlp.quantities.definite import read_definite
from arnlp.quantities.duals import read_dual
from arnlp.quantities.elliptic import (
    read_carried,
    read_distributed,
    read_former_level,
    read_listed,
    read_scale_alone,
    read_second_end,
    read_shared_money,
)
from arnlp.quantities.figures import FigureReader, WordReader, read_figures, read_words
from arnlp.quantities.fractions import read_fraction
from arnlp.quantities.grouped import read_grouped
from arnlp.quantities.heads import read_under_head
from arnlp.quantities.led import read_headcount, read_led
from arnlp.quantities.levels import read_levels
from arnlp.quantities.lost_signs import read_lost_list, read_lost_sign
from arnlp.quantities.many import read_many
from arnlp.quantities.mention import QuantityMention
from arnlp.quantities.moved_fractions import read_moved_fraction
from arnlp.quantities.moved_ranks import read_moved_rank
from arnlp.quantities.number_signs import sign_numbers
from arnlp.quantities.parallels import read_parallel, read_previous
from arnlp.quantities.partitives import read_part, read_whole
from arnlp.quantities.percents import read_bare_percent
from arnlp.quantities.plain import read_per_many, read_plain
from arnlp.quantities.predicated import (
    read_difference,
    read_fared_as,
    read_labelled,
    read_predicated,
)
from arnlp.quantities.ranges import read_range
from arnlp.quantities.ranks import read_rank
from arnlp.quantities.readings import link_readings
from arnlp.quantities.respective import is_respective, share_respectively
from arnlp.quantities.shares import read_multiplier, read_share
from arnlp.quantities.single_periods import read_single_period
from arnlp.quantities.singles import beside, recalled
from arnlp.quantities.thousands import group_told, part_turned
from arnlp.quantities.units import read_unit

__all__ = [
    "QuantityMention",
    "find_quantities",
    "is_gone_up_to",
    "is_marked",
    "is_respective",
    "sign_numbers",
]

_AMOUNTS = ("cardinal", "fraction")
READERS: tuple[FigureReader, ...] = (
    FigureReader(read_rank, ("ordinal", "cardinal")),
    FigureReader(read_moved_rank, ("ordinal",)),
    FigureReader(beside(read_definite), ("ordinal",)),
    FigureReader(read_multiplier, ("multiplier",)),
    FigureReader(read_share, ("fraction",)),
    FigureReader(read_fraction, ("fraction",)),
    FigureReader(read_moved_fraction, ("fraction",)),
    FigureReader(read_age, ("cardinal",)),
    FigureReader(read_levels, ("cardinal",)),
    FigureReader(read_range, _AMOUNTS),
    FigureReader(recalled(read_former_level), _AMOUNTS),
    FigureReader(beside(read_unit), _AMOUNTS),
    FigureReader(beside(read_bare_percent), ("cardinal",)),
    FigureReader(beside(read_fared), ("cardinal",)),
    FigureReader(recalled(read_lost_list), ("cardinal",)),
    FigureReader(beside(read_counted), ("cardinal",)),
    FigureReader(recalled(read_lost_sign), ("cardinal",)),
    FigureReader(beside(read_under_head), ("cardinal",)),
    FigureReader(recalled(read_carried), ("cardinal",)),
    FigureReader(beside(read_part), ("cardinal",)),
    FigureReader(recalled(read_whole), ("cardinal",)),
    FigureReader(recalled(read_second_end), ("cardinal",)),
    FigureReader(recalled(read_shared_money), ("cardinal",)),
    FigureReader(recalled(read_distributed), ("cardinal",)),
    FigureReader(recalled(read_listed), ("cardinal",)),
    FigureReader(recalled(read_headcount), ("cardinal",)),
    FigureReader(recalled(read_led), ("cardinal",)),
    FigureReader(recalled(read_casualties), ("cardinal",)),
    FigureReader(recalled(read_scale_alone), ("cardinal",)),
    FigureReader(recalled(read_difference), ("cardinal",)),
    FigureReader(recalled(read_previous), ("cardinal",)),
    FigureReader(recalled(read_predicated), ("cardinal",)),
    FigureReader(recalled(read_labelled), ("cardinal",)),
    FigureReader(recalled(read_fared_as), ("cardinal",)),
    FigureReader(recalled(read_parallel), ("cardinal",)),
    FigureReader(recalled(read_grouped), ("cardinal",)),
    FigureReader(recalled(read_many), ("cardinal",)),
    FigureReader(recalled(read_plain), ("cardinal",)),
    FigureReader(beside(read_per_many), ("cardinal",)),
)
WORD_READERS: tuple[WordReader, ...] = (
    Reader(read_dual, S.UNIT | S.NOUN | S.CURRENCY | S.PERCENT | S.MULTIPLE),
    Reader(read_half_of, S.UNIT | S.CURRENCY | S.SET),
)
PERIOD_READERS: tuple[WordReader, ...] = (Reader(read_single_period, S.UNIT | S.SET),)


def in_order(cursor: Cursor, found: list[QuantityMention]) -> list[QuantityMention]:
    """Put quantities in the order of the text."""
    return sorted(found, key=lambda quantity: quantity.start)


REFINERS = (
    in_order, group_told, part_turned, share_respectively, join_choices, join_parts, link_readings,
)  # fmt: skip

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
